"""Persons described, not named: “a Brooklyn mother of 12”, “the Briton”, “San Diego lineman”.

A description stands for the only person whom the articles call by its noun (before the name, “mother of 12
Zurana Horton”; in apposition, “Horton, 34, a mother of 12”; by a copula) and of whom they tell its other
words; else, in a report's lead, for the only person whom the next sentences name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from core.lexicon import names
from core.lexicon.known_actors import demonyms, fold
from core.resolve.items import Group, Item
from core.resolve.surfaces import described_as

_LEAD = 4  # sentences, a headline and a date line among them, in which a report says of whom it will tell
_SHORT = 3  # letters of the words that a headline in title case may leave small
_TITLE_CASE = 0.7
_AHEAD = 3  # sentences after a lead's description in which the person is named
_BEHIND = re.compile(
    r"\s*(?:,\s*\d{1,3}(?:-year-old)?)?\s*(?:,|–|—|-|\s(?:is|was|became)\s)\s*(?:who\s+(?:is|was)\s+)?"
    r"(?:an?|the|one of the)\s+"
    r"(?P<words>[^,.;:–—()]{3,60})"
)
_APPOSED = re.compile(r"(?:[”\"’'])?,\s+(?:an?|the|one of the)\s+(?:[\w-]+\s+){0,3}$")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_OPEN = frozenset("a an the of in from by with to for and or at on who is was his her their its".split())


@dataclass(slots=True)
class _Told:
    """What the articles say of one person: the words that describe him or her, and all words of those articles."""

    described: set[str] = field(default_factory=set)
    around: set[str] = field(default_factory=set)


class Persons:
    """The persons whom a set of articles names, with what is told of each."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._told: defaultdict[Group, _Told] = defaultdict(_Told)
        self._by_article: defaultdict[str, list[Item]] = defaultdict(list)
        for item in items:
            if item.name and item.name.sort == "person":
                self._told[item.group].described.update(_describing(item))
                self._by_article[item.doc.article.id].append(item)
        for found in self._by_article.values():
            words = _words(found[0].doc.text)
            for group in {item.group for item in found}:
                self._told[group].around |= words

    def bearer(self, item: Item) -> tuple[Group, str] | None:
        """Whom a description stands for, with the reason; None where nobody alone fits."""
        noun, rest = described_as(item.mention.text)
        apposed = self._apposed(item)
        if apposed or (not rest and _is_name(item)):
            return (apposed, "in apposition to the name") if apposed else None
        here = {i.group for i in self._by_article[item.doc.article.id] if i.mention.sentence != item.mention.sentence}
        scopes = [(here, "this article names"), (self._told.keys(), "these articles name")]
        for scope, where in scopes if rest else scopes[:1]:
            fitting = {group for group in scope if self._fits(group, noun, rest)}
            if len(fitting) == 1:
                return fitting.pop(), f"the only person whom {where} that is called “{noun}”"
            if fitting:
                return None
        return self._next(item)

    def _apposed(self, item: Item) -> Group | None:
        """The person to whose name the description stands in apposition (“Gigante, the powerful Mafioso”)."""
        span, sentence = item.mention.span, item.mention.sentence
        for other in self._by_article[item.doc.article.id]:
            between = item.doc.text[other.mention.span.end : span.start]
            if other.mention.sentence == sentence and other.mention.span < span and _APPOSED.fullmatch(between):
                return other.group
        return None

    def _fits(self, group: Group, noun: str, rest: frozenset[str]) -> bool:
        told = self._told[group]
        called = noun in told.described or (names.fits_anyone(noun) and rest & told.described)
        return bool(called) and all(word in told.described or word in told.around for word in rest)

    def _next(self, item: Item) -> tuple[Group, str] | None:
        """The only person whom the sentences after a lead's description name."""
        start = item.mention.sentence
        if start > _LEAD:
            return None
        beside = {i.group for i in self._by_article[item.doc.article.id] if i.mention.sentence == start}
        after = (i for i in self._by_article[item.doc.article.id] if start < i.mention.sentence <= start + _AHEAD)
        found = {i.group for i in after} - beside
        return (found.pop(), "the only person named in the sentences after it") if len(found) == 1 else None


def _is_name(item: Item) -> bool:
    """Whether a noun alone with a capital (“Farmer said”) is a surname: its line is no headline in title case."""
    if not item.mention.text[0].isupper() or fold(item.mention.text) in demonyms():
        return False
    line = item.doc.sentences[item.mention.sentence].span.of(item.doc.text)
    long = [w for w in _WORD.findall(line) if len(w) > _SHORT]
    capital = [w for w in long if w[0].isupper()]
    return len(capital) < _TITLE_CASE * len(long)


def _words(text: str) -> frozenset[str]:
    return frozenset(names.same_person(w) for w in _WORD.findall(text.lower()))


def _describing(item: Item) -> Iterator[str]:
    """The words that describe the person named by `item`: before the name, in apposition, after “is” or “was”."""
    text, span = item.doc.text, item.mention.span
    before = text[max(0, span.start - 60) : span.start]
    words = _WORD.findall(re.split(r"[.;:()\n“”\"!?]", before)[-1])
    title = item.mention.text.partition(item.name.text)[0] if item.name else ""
    for word in reversed([*words, *_WORD.findall(title)]):
        if word.lower() in _OPEN - {"of"}:
            break
        yield names.same_person(word.lower())
    behind = _BEHIND.match(text, span.end, span.end + 120)
    if behind:
        yield from (names.same_person(word) for word in _WORD.findall(behind["words"].lower()))
