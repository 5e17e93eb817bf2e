"""Finds the phrases in a sentence that name people who can be harmed: “60 Taliban fighters”, “a leader”, “five”.

No part-of-speech tagger stands behind this: a phrase is a noun of people or a named actor, with the words
before it up to a preposition, a verb or a mark, and the quantity that begins it.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.extract.numbers import Quantity, find_quantities
from core.lexicon.grammar import words
from core.lexicon.harm import harm
from core.model import Form, Layer, Mention, Span, Token

_STOP = words("people", "stop")
_DETERMINERS = words("people", "determiners")
_ADJECTIVES = words("people", "adjectives")
_SIDES = words("people", "sides")
_PRONOUNS = words("people", "singular_pronouns")
_NOT_AFTER = words("people", "alone_not_after")
_TIMES = words("attribution", "times") | {"last", "again", "later"}
_PARTITIVE = frozenset(("them", "whom", "those", "these"))
_VERB_ENDINGS = ("ed", "ing", "ly")
MONTHS = frozenset(calendar.month_abbr[1:])
_LONGEST = 9


@dataclass(frozen=True, slots=True)
class Group:
    """One phrase for people: token indices of its first and last word, its quantity, and how it refers.

    `body` is the index of the first word after quantity and determiner; it exceeds `last` where the
    phrase is a bare quantity (“killed five”). `part` marks “two of them (children)”.
    """

    first: int
    last: int
    body: int
    quantity: Quantity | None
    singular: bool
    definite: bool
    named: bool = False
    part: bool = False

    def party(self, tokens: Sequence[Token]) -> Span | None:
        """The words for those people, without quantity and determiner."""
        return Span(tokens[self.body].start, tokens[self.last].end) if self.body <= self.last else None


def find_groups(tokens: Sequence[Token], mentions: Sequence[Mention], cues: frozenset[int]) -> tuple[Group, ...]:
    """The groups of people among `tokens`, ordered and disjoint.

    Args:
        tokens: One sentence's tokens.
        mentions: That sentence's mentions.
        cues: Indices of tokens that are words of harm; no phrase reaches over them.
    """
    quantities = {q.last: q for q in find_quantities(tokens)}
    named = _named(tokens, mentions)
    sentence = _Sentence(tokens, quantities, named, cues)
    groups: list[Group] = []
    floor = 0
    for head in _heads(tokens, named, cues):
        group = _group(sentence, head, floor)
        floor = head + 1
        if not _modifies(tokens, group, cues):
            groups.append(group)
    groups.extend(
        Group(i, i, i, None, singular=True, definite=True) for i, t in enumerate(tokens) if t.lower in _PRONOUNS
    )
    taken = {i for g in groups for i in range(g.first, g.last + 1)}
    groups.extend(
        _bare(tokens, q) for q in quantities.values() if q.last not in taken and _stands_alone(tokens, q, cues)
    )
    return tuple(sorted(groups, key=lambda g: g.first))


def _bare(tokens: Sequence[Token], quantity: Quantity) -> Group:
    after = [t.lower for t in tokens[quantity.last + 1 : quantity.last + 3]]
    part = len(after) == 2 and after[0] == "of" and after[1] in _PARTITIVE
    single = quantity.low == quantity.high == 1
    return Group(quantity.first, quantity.last, quantity.last + 1, quantity, singular=single, definite=False, part=part)


def _modifies(tokens: Sequence[Token], group: Group, cues: frozenset[int]) -> bool:
    """Whether the phrase only describes the noun after it (“insurgent leadership”, “numerous Taliban attacks”)."""
    after = tokens[group.last + 1] if group.last + 1 < len(tokens) else None
    if after is None or after.lower in _STOP or not after.text.islower() or after.lower.endswith(_VERB_ENDINGS):
        return False
    if after.lower in _DETERMINERS | _SIDES or group.last + 1 in cues:
        return False
    bare = group.quantity is None and not group.definite and group.singular
    return bare or group.named


def _named(tokens: Sequence[Token], mentions: Sequence[Mention]) -> dict[int, Mention]:
    """Index of the last token of each actor mention that can be harmed → the mention."""
    by_end = {t.end: i for i, t in enumerate(tokens)}
    return {
        by_end[m.span.end]: m
        for m in mentions
        if m.layer is Layer.ACTOR
        and m.kind != "media"
        and m.form not in (Form.PRONOUN, Form.HANDLE)
        and (m.form is not Form.DEMONYM or m.text.endswith("s"))
        and m.span.end in by_end
    }


@lru_cache(maxsize=1 << 15)
def _is_person_noun(low: str) -> bool:
    lexicon = harm()
    return low in lexicon.singular or low in lexicon.plural or low.endswith(lexicon.endings)


def _heads(tokens: Sequence[Token], named: dict[int, Mention], cues: frozenset[int]) -> list[int]:
    """The last token of each run of words that ends in a noun of people or a name."""
    heads: list[int] = []
    for i, token in enumerate(tokens):
        if i in cues and token.lower not in _ADJECTIVES:
            continue
        if i not in named and not _is_person_noun(token.lower):
            continue
        if i + 1 < len(tokens) and tokens[i + 1].lower in ("'s", "’s", "'", "’"):
            continue
        while i in named and i + 1 < len(tokens) and is_capitalised(tokens[i + 1]) and named[i].kind == "person":
            named[i + 1] = named.pop(i)
            i += 1  # noqa: PLW2901 - the name goes on
        if heads and all(_joins(tokens, k, cues) for k in range(heads[-1] + 1, i)):
            heads[-1] = i
        else:
            heads.append(i)
    return heads


def is_capitalised(token: Token) -> bool:
    """Whether the token looks like a part of a name: a capital and small letters."""
    return token.text.isalpha() and token.text[0].isupper() and token.text[1:].islower()


def _joins(tokens: Sequence[Token], k: int, cues: frozenset[int]) -> bool:
    """Whether token `k` may stand between two nouns of one phrase (“Taliban senior leader”)."""
    token = tokens[k]
    low = token.lower
    if low in _STOP or low in _DETERMINERS or k in cues or token.text[0].isdigit():
        return False
    if low in _ADJECTIVES:
        return True
    return not low.endswith("ed") and not low.endswith("ing") and not low.endswith("ly")


def _group(sentence: _Sentence, head: int, floor: int) -> Group:
    """The group whose last word is at `head`, reaching back no farther than `floor`."""
    tokens, quantities = sentence.tokens, sentence.quantities
    first = head
    quantity: Quantity | None = None
    definite = False
    while first - 1 >= floor and head - first < _LONGEST:
        k = first - 1
        low = tokens[k].lower
        if k in quantities or (low == "of" and k - 1 in quantities):
            quantity = _part_of(tokens, quantities.get(k) or quantities[k - 1], quantities)
            break
        if low in _DETERMINERS and not (low == "that" and head in sentence.named):
            definite = low not in ("a", "an")
            quantity = _partitive(k, quantities, tokens) if definite else Quantity(k, k, 1, 1)
            break
        before = sentence.before(first)
        if before is None:
            break
        first = before
    singular = _is_singular(tokens[head], sentence.named.get(head))
    if not singular and quantity is not None and tokens[quantity.last].lower in ("a", "an"):
        quantity = None
    part = quantity is not None and first <= head and tokens[first].lower in _PARTITIVE
    first += part
    start = quantity.first if quantity is not None else first - (definite and first > floor)
    return Group(start, head, first, quantity, singular, definite, named=_is_name(sentence.named.get(head)), part=part)


def _part_of(tokens: Sequence[Token], whole: Quantity, quantities: dict[int, Quantity]) -> Quantity:
    """“two of the three victims” are two, “none of the three victims” are none."""
    before = whole.first - 1
    if before in quantities and tokens[before].lower in ("of", "the"):
        return quantities[before]
    return quantities.get(before - 1, whole) if before > 0 and tokens[before].lower == "of" else whole


def _is_name(mention: Mention | None) -> bool:
    return mention is not None and mention.form is Form.NAME


def bare_group(tokens: Sequence[Token], first: int) -> Group | None:
    """The phrase from token `first` to the next stop, if a number or “a” begins it, whatever its noun is."""
    quantity = next((q for q in find_quantities(tokens) if q.first == first), None)
    if quantity is None and tokens[first].lower in ("a", "an"):
        quantity = Quantity(first, first, 1, 1)
    if quantity is None:
        return None
    last = quantity.last
    starts = {q.first for q in find_quantities(tokens)} | {i for i, t in enumerate(tokens) if t.lower in _TIMES}
    while last + 1 < len(tokens) and tokens[last + 1].lower not in _STOP and last - first < _LONGEST:
        if last + 1 in starts and last > quantity.last:
            break
        last += 1
    if last + 1 < len(tokens) and tokens[last + 1].lower == "of":
        return None
    return Group(first, last, quantity.last + 1, quantity, singular=quantity.low == 1, definite=False)


def _partitive(k: int, quantities: dict[int, Quantity], tokens: Sequence[Token]) -> Quantity | None:
    """“three of the fighters”, “most of the fighters”."""
    if k >= 1 and k - 1 in quantities:
        return quantities[k - 1]
    if k >= 2 and tokens[k - 1].lower == "of" and k - 2 in quantities:
        return quantities[k - 2]
    return None


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence's tokens; quantities and names by the index of their last token; the words of harm."""

    tokens: Sequence[Token]
    quantities: dict[int, Quantity]
    named: dict[int, Mention]
    cues: frozenset[int]

    def before(self, first: int) -> int | None:
        """The index from which a phrase that reaches back to `first` goes on, None where it begins there."""
        k = first - 1
        if k in self.named:
            start = self.named[k].span.start
            return next(i for i in range(k, -1, -1) if self.tokens[i].start <= start)
        if self.tokens[k].lower == ")":
            return next((i for i in range(k, max(k - 4, -1), -1) if self.tokens[i].lower == "("), None)
        if self.tokens[k].lower in _STOP or self._is_verbal(k):
            return None
        return k

    def _is_verbal(self, k: int) -> bool:
        """Whether token `k` is a verb; a participle is none after “the” or a number (“two wounded soldiers”)."""
        low = self.tokens[k].lower
        if k in self.cues:
            return not (low in _ADJECTIVES and self._is_attributive(k))
        if low.endswith("ing") and (k == 0 or self.tokens[k - 1].lower in _STOP):
            return True
        return low.endswith("ed") and low not in _ADJECTIVES and "-" not in low and not self.tokens[k].text[0].isupper()

    def _is_attributive(self, k: int) -> bool:
        if k == 0:
            return False
        counted = self.quantities.get(k - 1)
        if counted is None:
            return self.tokens[k - 1].lower in _DETERMINERS
        return counted.first == 0 or not is_capitalised(self.tokens[counted.first - 1])  # “Task Force 20 killed …”


def _is_singular(token: Token, mention: Mention | None) -> bool:
    lexicon = harm()
    if token.lower in lexicon.singular or token.lower in lexicon.plural:
        return token.lower in lexicon.singular
    return mention is not None and mention.kind == "person"


def _stands_alone(tokens: Sequence[Token], quantity: Quantity, cues: frozenset[int]) -> bool:
    """Whether a quantity has no noun: before a mark, “of them”, a verb or a word of harm (“killed five.”)."""
    if quantity.vague in ("heavy", "light", "unknown") or tokens[quantity.last].lower == "of":
        return False
    before = tokens[quantity.first - 1].lower if quantity.first else ""
    if before in _NOT_AFTER:
        return False
    after = quantity.last + 1
    while after < len(tokens) and tokens[after].lower.endswith("ly"):
        after += 1
    if after >= len(tokens) or after in cues:
        return True
    low = tokens[after].lower
    if low == "of":
        return after + 1 < len(tokens) and tokens[after + 1].lower in _PARTITIVE
    return low in _STOP and low not in (":", "(", "/") and not _date_like(tokens, quantity)


def _date_like(tokens: Sequence[Token], quantity: Quantity) -> bool:
    low = quantity.low
    text = tokens[quantity.last].text
    return (text.isdigit() and len(text) == 4 and low is not None and 1900 <= low <= 2100) or (
        quantity.first > 0 and tokens[quantity.first - 1].text[:3] in MONTHS
    )
