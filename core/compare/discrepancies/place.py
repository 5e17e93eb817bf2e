"""Place and date: reports of one happening that put it elsewhere, or on another day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from core.compare.discrepancies.scene import Scene, quoted, reading
from core.compare.facts import Facts
from core.compare.geography import relation
from core.compare.words import fold
from core.model import Discrepancy, Reading, Span


def _elsewhere(a: Facts, b: Facts) -> bool:
    """Whether two events name other places that are too far from each other for one to lie in the other."""
    if {fold(x.name) for x in a.narrow} & {fold(y.name) for y in b.narrow}:
        return False
    return relation(a.narrow, b.narrow)[0] == 0.0


def _where(fact: Facts) -> Reading:
    span = next((s for s in fact.event.trigger.places if fact.event.span.covers(s)), fact.event.trigger.span)
    return reading(fact, span, ", ".join(p.name for p in fact.narrow))


def places(scene: Scene) -> Iterator[Discrepancy]:
    """One row where two articles put one happening in places that exclude each other."""
    apart = [(a, b) for a, b in combinations(scene.members, 2) if a.article != b.article and _elsewhere(a, b)]
    if apart:
        found = list(dict.fromkeys(_where(f) for pair in apart for f in pair))
        said = " and ".join(dict.fromkeys(quoted(r.text) for r in found))
        yield scene.report("place", f"It is put in different places: {said}.", found)


def _when(fact: Facts) -> Reading:
    span: Span = fact.event.date.timex or fact.event.trigger.span
    interval = fact.interval
    days = [d.isoformat() if d else "" for d in (interval.start, interval.end)]
    return reading(fact, span, days[0] if days[0] == days[1] else "/".join(days))


def dates(scene: Scene) -> Iterator[Discrepancy]:
    """One row where two articles state days for one happening that exclude each other."""
    stated = [f for f in scene.members if f.interval.start and f.event.date.basis in {"stated", "relative"}]
    apart = [(a, b) for a, b in combinations(stated, 2) if not a.interval.overlaps(b.interval)]
    if apart:
        found = list(dict.fromkeys(_when(f) for pair in apart for f in pair))
        said = " and ".join(dict.fromkeys(f"{quoted(r.text)} ({r.value})" for r in found))
        yield scene.report("date", f"It is put on different days: {said}.", found)
