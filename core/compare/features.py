"""How alike two events are: each feature a function of two events' facts, its docstring what the reader is told.

A feature returns its score in [0, 1], or None where one of the events does not say, and what was found. What a None
contributes is nothing; what a score contributes is its weight times its distance from one half, so that the same
place speaks for one happening and another place against it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from core.compare.counts import agreement, in_words, near_counts
from core.compare.facts import Facts
from core.compare.geography import relation
from core.compare.incidents import evidence
from core.model import Entity

Names = Mapping[str, Entity]
_ENOUGH = 2  # of day, place, party, figures


class Score(NamedTuple):
    """What one feature found."""

    value: float | None
    detail: str = ""


def trigger(a: Facts, b: Facts) -> Score:
    """Whether the same word, in any of its forms, or another word for the same names the happening."""
    if a.stem == b.stem:
        return Score(1.0, "same word")
    common = a.senses & b.senses
    return Score(0.8, f"words for “{min(common)}”") if common else Score(0.0, "other words")


def kind(a: Facts, b: Facts) -> Score:
    """Whether the words name the same kind of happening (PLOVER type and mode), however differently they sound."""
    if a.type[0] != b.type[0]:
        unlisted = "OTHER" in {a.type[0], b.type[0]}
        return Score(None, "one is of no listed kind") if unlisted else Score(0.0, "other kinds")
    if a.type[0] == "OTHER":
        return Score(None, "happenings of no listed kind")
    return Score(1.0, "same kind") if a.type == b.type else Score(0.6, "same type, another mode")


def _shared(a: frozenset[str], b: frozenset[str]) -> Score:
    if not a or not b:
        return Score(None, "one does not say")
    common = len(a & b)
    return Score(common / min(len(a), len(b)), f"{common} in common")


def who(a: Facts, b: Facts) -> Score:
    """Whether the same party does it, whatever each report calls it."""
    return _shared(a.actors, b.actors)


def whom(a: Facts, b: Facts) -> Score:
    """Whether it is done to the same party."""
    return _shared(a.recipients, b.recipients)


def parties(a: Facts, b: Facts) -> Score:
    """Whether the same parties take part at all, on whichever side."""
    return _shared(a.parties, b.parties)


def where(a: Facts, b: Facts) -> Score:
    """Whether the places are the same, one lies in the other, or they are near: never by their spelling alone."""
    return Score(*relation(a.narrow, b.narrow))


def when(a: Facts, b: Facts) -> Score:
    """Whether they can have taken place on the same days; a report's own date only bounds what it tells."""
    if not a.interval.overlaps(b.interval):
        return Score(0.0, "no day in common")
    if not (a.interval.start and b.interval.start):
        return Score(None, "a day is not stated")
    return Score(1.0, "same days") if a.interval == b.interval else Score(0.8, "days in common")


def harm(a: Facts, b: Facts) -> Score:
    """Whether both count people harmed, and whether the counts can be of the same people."""
    if not a.claims or not b.claims:
        return Score(None, "one counts nobody")
    return max((Score(*agreement(x, y)) for x in a.claims for y in b.claims), key=lambda score: score.value or 0.0)


def extent(a: Facts, b: Facts) -> Score:
    """Whether they concern as much: the same places of a list, or as many of them."""
    if a.extent.size is None or b.extent.size is None:
        return Score(None, "one does not say")
    if a.extent.agrees(b.extent):
        return Score(1.0, "as much")
    part = a.extent.within(b.extent) or b.extent.within(a.extent)
    return Score(0.5, "one is a part of the other") if part else Score(0.0, "other places")


def incident(a: Facts, b: Facts) -> Score:
    """Whether two acts of one kind share so much of day, place, party and figures that they are one act."""
    shared = evidence(a, b)
    if len(shared) < _ENOUGH or near_counts(a.claims, b.claims) is False:
        return Score(None, "too little in common to tell")
    return Score(1.0 if len(shared) > _ENOUGH else 0.75, "the same " + ", ".join(shared))


def story(a: Facts, b: Facts) -> Score:
    """Whether the articles as wholes tell of one story, by their rare words, names and opening sentences."""
    return Score(1.0, "one story") if a.story == b.story else Score(0.0, "other stories")


def sentence(a: Facts, b: Facts) -> Score:
    """How close the two sentences are letter by letter, whatever the order of their words (token set ratio)."""
    return _closeness(float(fuzz.token_set_ratio(a.words_said, b.words_said)))


def _closeness(ratio: float) -> Score:
    value = round(ratio / 100, 3)
    return Score(value, "a near-copy" if value > 0.9 else "wording of the sentences")


_BEFORE: tuple[Callable[[Facts, Facts], Score], ...] = (
    trigger,
    kind,
    who,
    whom,
    parties,
    where,
    when,
    harm,
    extent,
    incident,
    story,
)
FEATURES: tuple[Callable[[Facts, Facts], Score], ...] = (*_BEFORE, sentence)


def score_pairs(facts: Sequence[Facts], pairs: Sequence[tuple[int, int]]) -> list[tuple[Score, ...]]:
    """Every feature of every pair, in the order of `FEATURES`; the sentences' letters are compared in bulk."""
    if not pairs:
        return []
    left, right = ([facts[pair[side]].words_said for pair in pairs] for side in (0, 1))
    close = process.cpdist(left, right, scorer=fuzz.token_set_ratio)
    return [
        (*(feature(facts[i], facts[j]) for feature in _BEFORE), _closeness(float(ratio)))
        for (i, j), ratio in zip(pairs, close, strict=True)
    ]


def said(feature: str, fact: Facts, names: Names) -> str:
    """What an event says on a feature's point, in words for the reader."""
    if feature in {"who", "whom", "parties"}:
        ids = {"who": fact.actors, "whom": fact.recipients, "parties": fact.parties}[feature]
        return ", ".join(sorted(names[i].name if i in names else i for i in ids))
    if feature == "extent":
        if fact.extent.quantity:
            return fact.words(fact.extent.quantity)
        return ", ".join(sorted(fact.places[i].name for i in fact.extent.places))
    return {
        "trigger": fact.event.trigger.text,
        "kind": "/".join(filter(None, fact.type)),
        "where": ", ".join(p.name for p in fact.places.values()),
        "when": _days(fact),
        "harm": "; ".join(in_words(c) for c in fact.claims),
    }.get(feature, "")


def _days(fact: Facts) -> str:
    start, end = (d.isoformat() if d else "" for d in (fact.interval.start, fact.interval.end))
    return start if start == end else f"{start}/{end}"
