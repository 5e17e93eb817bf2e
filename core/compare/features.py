"""How alike two events are: each feature a function of two events' facts, its docstring what the reader is told.

A feature returns its score in [0, 1], or None where one of the events does not say; then what was found, and both
values in words. What a None contributes is nothing; what a score contributes is its weight times its distance from
one half, so that the same place speaks for one happening and another place against it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from rapidfuzz import fuzz

from core.compare.counts import agreement
from core.compare.facts import Facts
from core.compare.geography import relation
from core.compare.senses import trigger_senses
from core.model import DateInterval, Entity

Names = Mapping[str, Entity]


class Score(NamedTuple):
    """What one feature found."""

    value: float | None
    detail: str = ""
    a: str = ""
    b: str = ""


def trigger(a: Facts, b: Facts, _: Names) -> Score:
    """Whether the same word, in any of its forms, or another word for the same names the happening."""
    said = (a.event.trigger.text, b.event.trigger.text)
    if a.stem == b.stem:
        return Score(1.0, "same word", *said)
    common = trigger_senses(said[0]) & trigger_senses(said[1])
    return Score(0.8, f"words for “{min(common)}”", *said) if common else Score(0.0, "other words", *said)


def sentence(a: Facts, b: Facts, _: Names) -> Score:
    """How close the two sentences are letter by letter, whatever the order of their words (token set ratio)."""
    value = fuzz.token_set_ratio(" ".join(a.terms), " ".join(b.terms)) / 100
    return Score(round(value, 3), "a near-copy" if value > 0.9 else "wording of the sentences")


def kind(a: Facts, b: Facts, _: Names) -> Score:
    """Whether the words name the same kind of happening (PLOVER type and mode), however differently they sound."""
    said = ["/".join(filter(None, f.type)) or "OTHER" for f in (a, b)]
    if "OTHER" in (a.type[0], b.type[0]) and a.type != b.type:
        return Score(None, "a happening of no listed kind", *said)
    if a.type[0] != b.type[0]:
        return Score(0.0, "other kinds", *said)
    if a.type[0] == "OTHER":
        return Score(None, "happenings of no listed kind", *said)
    return Score(*((1.0, "same kind") if a.type == b.type else (0.6, "same type, another mode")), *said)


def _shared(a: tuple[str, ...], b: tuple[str, ...], names: Names) -> Score:
    said = [", ".join(names[i].name if i in names else i for i in ids) for ids in (a, b)]
    if not a or not b:
        return Score(None, "one does not say", *said)
    common = set(a) & set(b)
    return Score(len(common) / min(len(set(a)), len(set(b))), f"{len(common)} in common", *said)


def who(a: Facts, b: Facts, names: Names) -> Score:
    """Whether the same party does it, whatever each report calls it."""
    return _shared(a.event.actors, b.event.actors, names)


def whom(a: Facts, b: Facts, names: Names) -> Score:
    """Whether it is done to the same party."""
    return _shared(a.event.recipients, b.event.recipients, names)


def parties(a: Facts, b: Facts, names: Names) -> Score:
    """Whether the same parties take part at all, on whichever side."""
    return _shared(a.event.actors + a.event.recipients, b.event.actors + b.event.recipients, names)


def where(a: Facts, b: Facts, _: Names) -> Score:
    """Whether the places are the same, one lies in the other, or they are near: never by their spelling alone."""
    value, detail = relation(tuple(a.places.values()), tuple(b.places.values()))
    said = [", ".join(p.name for p in f.places.values()) for f in (a, b)]
    return Score(value, detail, *said)


def _days(interval: DateInterval) -> str:
    bounds = [d.isoformat() if d else "" for d in (interval.start, interval.end)]
    return bounds[0] if bounds[0] == bounds[1] else "/".join(bounds)


def when(a: Facts, b: Facts, _: Names) -> Score:
    """Whether they can have taken place on the same days; a report's own date only bounds what it tells."""
    said = (_days(a.interval), _days(b.interval))
    stated = [f.interval for f in (a, b) if f.interval.start]
    if not a.interval.overlaps(b.interval):
        return Score(0.0, "no day in common", *said)
    if len(stated) < 2:
        return Score(None, "a day is not stated", *said)
    return Score(*((1.0, "same days") if a.interval == b.interval else (0.8, "days in common")), *said)


def harm(a: Facts, b: Facts, _: Names) -> Score:
    """Whether both count people harmed, and whether the counts can be of the same people."""
    if not a.claims or not b.claims:
        return Score(None, "one counts nobody", *(", ".join(c.claim.text for c in f.claims) for f in (a, b)))
    return max((Score(*agreement(x, y)) for x in a.claims for y in b.claims), key=lambda score: score.value or 0.0)


def extent(a: Facts, b: Facts, _: Names) -> Score:
    """Whether they concern as much: the same places of a list, or as many of them."""
    said = [
        f.words(f.extent.quantity)
        if f.extent.quantity
        else ", ".join(p.name for i, p in f.places.items() if i in f.extent.places)
        for f in (a, b)
    ]
    if a.extent.size is None or b.extent.size is None:
        return Score(None, "one does not say", *said)
    if a.extent.agrees(b.extent):
        return Score(1.0, "as much", *said)
    part = a.extent.within(b.extent) or b.extent.within(a.extent)
    return Score(*((0.5, "one is a part of the other") if part else (0.0, "other places")), *said)


FEATURES: tuple[Callable[[Facts, Facts, Names], Score], ...] = (
    trigger,
    kind,
    who,
    whom,
    parties,
    where,
    when,
    harm,
    extent,
    sentence,
)
