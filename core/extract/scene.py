"""One sentence as the readers of harm see it: words of harm, groups of people, and how those are listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.extract.harm_words import Hit
from core.extract.people import Group
from core.lexicon.grammar import words
from core.model import Document, Sentence, Token

_BE = words("common", "be") | {"got", "get"}
_HAVE = words("common", "have")
_LISTING = words("claims", "listing")
_PARTS = words("claims", "parts")
_DETERMINERS = words("people", "determiners")
_EDGES = words("claims", "edges")
_COMPLEMENTS = words("claims", "complements")
_WITH = (("along", "with"), ("together", "with"), ("as", "well", "as"), ("in", "addition", "to"))

Harmed = Iterator[tuple[Group, Group | None]]


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence's tokens, words of harm and groups of people."""

    doc: Document
    sentence: Sentence
    groups: Sequence[Group]
    hits: Sequence[Hit]

    @property
    def tokens(self) -> Sequence[Token]:
        """The sentence's tokens."""
        return self.sentence.tokens

    def low(self, i: int) -> str:
        """The lower-case token at `i`, "" beyond either end."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def lows(self, start: int, end: int) -> list[str]:
        """The lower-case tokens from `start` up to `end`."""
        return [t.lower for t in self.tokens[max(start, 0) : end]]


def is_cue(scene: Scene, i: int) -> bool:
    """Whether token `i` belongs to a word of harm."""
    return any(h.first <= i <= h.last for h in scene.hits)


def listed(between: Sequence[str]) -> bool:
    """Whether the words between two groups only put them in one list, or name a part."""
    if not between:
        return False
    if joins_with(between) or is_part(between):
        return True
    joined = between[-1] in _LISTING and (set(between) <= _LISTING or between[0] in _COMPLEMENTS)
    return joined and between[-1] != ","


def leads_on(scene: Scene, group: Group, between: Sequence[str]) -> bool:
    """Whether the group after a mere comma is one of a list, which “and” or “or” then closes."""
    after = [g for g in scene.groups if g.first > group.last]
    if list(between) != [","] or not after:
        return False
    following = scene.lows(group.last + 1, after[0].first)
    return listed(following) or leads_on(scene, after[0], following)


def is_part(between: Sequence[str]) -> bool:
    """Whether the words before a group make it a part of the one before (“including”)."""
    return any(w in _PARTS for w in between[-3:])


def joins_with(between: Sequence[str]) -> bool:
    """Whether the words before a group put it beside the one before (“along with”)."""
    return any(tuple(between[-len(w) :]) == w for w in _WITH)


def begins_clause(scene: Scene, group: Group) -> bool:
    """Whether a verb follows the group, so that it is the subject of a clause of its own."""
    after = scene.low(group.last + 1)
    return after in _BE | _HAVE or is_cue(scene, group.last + 1) or (after.endswith("ed") and len(after) > 4)


def opens_clause(scene: Scene, group: Group) -> bool:
    """Whether the group stands where a clause begins."""
    return scene.low(group.first - 1) in _EDGES | _LISTING | {""}


def describes(scene: Scene, named: Group, group: Group) -> bool:
    """Whether `group` stands in apposition to the name before it (“Tor Gul, a smuggler, …”)."""
    return named.named and _is_one(group) and scene.lows(named.last + 1, group.first) == [","] and not group.named


def is_apposition(before: Group, group: Group, between: Sequence[str]) -> bool:
    """“Mullah Nafi, a leader”, “a leader, Mullah Nafi” and “a leader and bomb maker” are one person."""
    if not _is_one(group):
        return False
    if group.named:
        return list(between) == [","] and not before.named and _is_one(before)
    if group.quantity is None and not group.definite:
        return True
    return list(between) == [","] and (before.named or before.definite)


def _is_one(group: Group) -> bool:
    quantity = group.quantity
    return group.singular or (quantity is not None and quantity.low == quantity.high == 1)


def continues_list(between: Sequence[str], *, joined: bool) -> bool:
    """Whether a group belongs to the list after it; by a mere comma only where “and” has already `joined` others."""
    marks = between[:-1] if between and between[-1] in _DETERMINERS else between
    return all(w in _LISTING for w in marks) and (joined or set(marks) != {","})


def ends_list(scene: Scene, at: int, group: Group) -> bool:
    """Whether a clause begins, or another word of harm stands, between token `at` and the group, or right after it."""
    edges = any(scene.low(k) in _EDGES or scene.low(k) in _BE or is_cue(scene, k) for k in range(at, group.first))
    return edges or begins_clause(scene, group)
