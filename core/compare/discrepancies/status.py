"""Status: what one report tells as a fact and another doubts, denies or only expects."""

from __future__ import annotations

from collections.abc import Iterator

from core.compare.discrepancies.scene import Scene, articles_disagree, quoted, reading
from core.compare.facts import Facts
from core.model import Discrepancy, Span, Status

# Reported is how news tells facts; what stands in one row is no contradiction.
_STANDING = {
    Status.ASSERTED: "told as a fact",
    Status.REPORTED: "told as a fact",
    Status.ALLEGED: "doubted",
    Status.UNCONFIRMED: "doubted",
    Status.DENIED: "denied",
    Status.NEGATED: "denied",
    Status.PLANNED: "expected",
    Status.HYPOTHETICAL: "expected",
}


def _met(fact: Facts, scene: Scene) -> bool:
    """Whether an expectation may since have been met: no report of the fact stands in an earlier article."""
    if _STANDING[fact.event.status.status] != "expected":
        return False
    day = scene.around.corpus.documents[fact.article].article.published
    days = [
        scene.around.corpus.documents[f.article].article.published
        for f in scene.members
        if _STANDING[f.event.status.status] == "told as a fact"
    ]
    return day is None or not any(d is not None and d < day for d in days)


def statuses(scene: Scene) -> Iterator[Discrepancy]:
    """One row where reports of one happening are not equally sure of it."""
    held = [f for f in scene.members if not _met(f, scene)]
    given = [(f.event.article_id, _STANDING[f.event.status.status]) for f in held]
    if len({standing for _, standing in given}) < 2 or not articles_disagree(given):
        return
    readings = []
    said: dict[str, str] = {}
    for f in held:
        cue = f.event.status.span
        span = Span(min(cue.start, f.event.trigger.span.start), max(cue.end, f.event.trigger.span.end)) if cue else None
        span = span if span and f.event.span.covers(span) else f.event.trigger.span
        readings.append(reading(f, span, f.event.status.status.value))
        said.setdefault(_STANDING[f.event.status.status], quoted(f.words(span)))
    yield scene.report("status", "It is " + ", ".join(f"{k} ({v})" for k, v in said.items()) + ".", readings)
