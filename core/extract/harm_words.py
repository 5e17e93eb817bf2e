"""Finds the words of harm in one sentence: “killed”, “taken into custody”, “killed and injured” as one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.extract.numbers import find_quantities
from core.lexicon.harm import Cue, harm
from core.model import Token

_TAKING = frozenset(("took", "taking", "take", "takes", "taken"))
_GAP = 14
_NEAR = 6
_LIMBS = frozenset(("arm", "leg", "rib", "ribs", "skull", "bone", "bones"))
_OBJECT = 3  # words from a number to its noun
_GREAT = frozenset(("hundreds", "thousands", "hundred", "thousand", "million", "millions"))


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of harm in a sentence: its tokens, its cue, and the harm (joined with a second word's, if any)."""

    first: int
    last: int
    cue: Cue
    harm: str


def find_hits(tokens: Sequence[Token]) -> list[Hit]:
    """The words of harm among `tokens`; “killed and injured” and “killed or injured” make one."""
    phrases = harm().phrases
    hits: list[Hit] = []
    i = 0
    while i < len(tokens):
        match = _phrase_at(tokens, i, phrases)
        if match is None:
            i += 1
            continue
        hits.append(Hit(i, i + len(match[0]) - 1, match[1], match[1].harm))
        i += len(match[0])
    apart = list(_apart(tokens))
    return sorted(_joined(tokens, hits) + apart, key=lambda h: h.first) if apart else _joined(tokens, hits)


def _phrase_at(
    tokens: Sequence[Token], i: int, phrases: Mapping[str, Sequence[tuple[tuple[str, ...], Cue]]]
) -> tuple[tuple[str, ...], Cue] | None:
    """The first phrase of harm that stands at token `i`."""
    for words, cue in phrases.get(tokens[i].lower, ()):
        if tuple([t.lower for t in tokens[i : i + len(words)]]) == words:
            return words, cue
    return None


def _apart(tokens: Sequence[Token]) -> Iterator[Hit]:
    """The words of harm that are such only beside others."""
    lexicon = harm()
    lows = {t.lower for t in tokens}
    if "lives" in lows:
        yield from _lives(tokens)
    if not lows.isdisjoint(_TAKING):
        yield from _taken(tokens)
    if not lows.isdisjoint(lexicon.losses):
        yield from _losses(tokens)
    if not lows.isdisjoint(lexicon.remains) and not lows.isdisjoint(lexicon.finding):
        yield from _remains(tokens)
    if not lows.isdisjoint(lexicon.flight):
        yield from _flights(tokens)
    if not lows.isdisjoint(lexicon.suffering):
        yield from _wounds(tokens)
    if not lows.isdisjoint(lexicon.holding) and not lows.isdisjoint(lexicon.held):
        yield from _held(tokens)


def _lives(tokens: Sequence[Token]) -> Iterator[Hit]:
    """“claimed 14 lives”, “two lives were lost”."""
    verbs = harm().lives
    for i, token in enumerate(tokens):
        if token.lower == "lives" and any(t.lower in verbs for t in tokens[max(i - _NEAR, 0) : i + _NEAR]):
            yield Hit(i, i, Cue("killed", frozenset({"noun"})), "killed")


def _losses(tokens: Sequence[Token]) -> Iterator[Hit]:
    """“lost three fighters”: a number of fighting people right after a verb of loss."""
    lexicon = harm()
    for i, token in enumerate(tokens):
        if token.lower in lexicon.losses:
            first = i + 1
            counted = next((q for q in find_quantities(tokens[first : first + _NEAR]) if q.first == 0), None)
            after = [] if counted is None else [t.lower for t in tokens[first + counted.last + 1 :][:_OBJECT]]
            if not lexicon.fighting.isdisjoint(after):
                yield Hit(i, i, Cue("killed", frozenset({"active"})), "killed")


def _remains(tokens: Sequence[Token]) -> Iterator[Hit]:
    """“recovered 54 bodies”: but not “the two bodies agreed”."""
    for i, token in enumerate(tokens):
        if token.lower not in harm().remains or (i + 1 < len(tokens) and tokens[i + 1].lower == "of"):
            continue
        before = tokens[max(i - _NEAR, 0) : i]
        counted = find_quantities(before)[-1:]
        if counted and counted[0].last > len(before) - _OBJECT and before[counted[0].first].lower != "the":
            yield Hit(i, i, Cue("killed", frozenset({"noun"})), "killed")


def _flights(tokens: Sequence[Token]) -> Iterator[Hit]:
    """“thousands fled”: displacement where civilians flee, or people in great number."""
    lexicon = harm()
    for i, token in enumerate(tokens):
        if token.lower not in lexicon.flight:
            continue
        before = [t.lower for t in tokens[max(i - _NEAR, 0) : i]]
        after = [t.lower for t in tokens[i : i + _NEAR]]
        told = any(after[: len(words)] == list(words) for words, _ in lexicon.phrases.get(token.lower, ()))
        great = any(w in lexicon.civilian or w in _GREAT or (len(w) > 1 and w.count(",") == 1) for w in before)
        if great and not told:
            yield Hit(i, i, Cue("displaced", frozenset({"intransitive"})), "displaced")


def _wounds(tokens: Sequence[Token]) -> Iterator[Hit]:
    """“suffered gunshot wounds”, “sustained a broken arm”: the subject is hurt."""
    lexicon = harm()
    for i, token in enumerate(tokens):
        after = [t.lower for t in tokens[i + 1 : i + _NEAR]]
        hurt = next((w for w in after if w in lexicon.hurts), "") if token.lower in lexicon.suffering else ""
        whole = hurt.endswith(("s", "n", "e", "y")) and hurt not in _LIMBS
        if hurt and (whole or "broken" in after or "fractured" in after) and after[:1] != [hurt]:
            yield Hit(i, i, Cue("injured", frozenset({"intransitive"})), "injured")


def _held(tokens: Sequence[Token]) -> Iterator[Hit]:
    """“still holds 32 hostages”: but not “held talks on the hostages”."""
    lexicon = harm()
    for i, token in enumerate(tokens):
        if token.lower in lexicon.holding:
            after = tokens[i + 1 : i + _NEAR]
            counted = next((q for q in find_quantities(after) if q.first == 0), None)
            if counted is not None and any(t.lower in lexicon.held for t in after[counted.last + 1 :][:_OBJECT]):
                yield Hit(i, i, Cue("captured", frozenset({"gerund"})), "captured")


def _taken(tokens: Sequence[Token]) -> Iterator[Hit]:
    """“took two men into custody”: the harm is in the words after those harmed."""
    for i, token in enumerate(tokens):
        if token.lower not in _TAKING:
            continue
        rest = [t.lower for t in tokens[i + 1 : i + _GAP]]
        into = any(rest[k : k + 2] in (["into", "custody"], ["in", "custody"]) for k in range(1, len(rest)))
        if into or any(w in ("prisoner", "hostage", "captive") for w in rest[1:]):
            form = "past" if token.lower == "taken" else "active"
            yield Hit(i, i, Cue("captured", frozenset({form})), "captured")


def _joined(tokens: Sequence[Token], hits: Sequence[Hit]) -> list[Hit]:
    joined: list[Hit] = []
    for hit in hits:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.last + 2 == hit.first
            and {before.harm, hit.harm} == {"killed", "injured"}
            and tokens[before.last + 1].lower in ("and", "or", "&", "/")
        ):
            word = "or" if tokens[before.last + 1].lower in ("or", "/") else "and"
            joined[-1] = Hit(before.first, hit.last, before.cue, f"killed {word} injured")
        else:
            joined.append(hit)
    return joined
