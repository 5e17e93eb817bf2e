"""Noun phrases, verb groups and the small words between them: one pass of a regular expression over the tags.

The first of two levels of a finite-state cascade (Abney 1996); `core.extract.syntax` is the second.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from core.extract.tagging import tag
from core.lexicon.english_words import time_nouns, word_set
from core.lexicon.triggers import adjectives
from core.model import Sentence, Span, Token

_VERB = r"(?:i[rx]*)?(?:[mhbg][rx]*)*r*x?[vzDVPG]|(?:i[rx]*)?(?:[mhbg][rx]*)+"
_INSIDE = r"r(?=a)|(?:a,)(?=a)|[aNn]|(?<=[nNo])k[dc]*|\"(?=[aNn])(?<=[aNnd]\")"
_NOUN = rf"o|(?=[dcaNn]|r[dc])(?:r(?=[dc]))?[dc]*\"?(?:{_INSIDE})*(?<![\"r])"
_CHUNK = re.compile(rf"(?P<V>{_VERB})|(?P<N>{_NOUN})|(?P<P>\([^)]{{0,24}}\)?)|(?P<x>.)")
_BARE_PHRASE = re.compile(r"N(?:&N)?(?:pN)*(?![pN&]*V)")
_NEGATIVE = re.compile(r"not|never|n[o’']t|cannot|.*n['’]t")


@dataclass(slots=True)
class Chunk:
    """A run of tokens: `kind` is N (noun phrase), V (verb group), A (predicate adjective), or a small word's tag.

    `first` and `last` are token indices, half-open, `head` the index of the head token. For a verb group, `base`
    is its lemma, `form` the tag of its last word, `tense` past, present, future or "" (infinitive, participle).
    """

    kind: str
    first: int
    last: int
    head: int
    base: str = ""
    form: str = ""
    tense: str = ""
    modal: str = ""
    passive: bool = False
    perfect: bool = False
    infinitive: bool = False
    negation: int = -1

    def span(self, tokens: Sequence[Token]) -> Span:
        """The characters from the first token's start to the last one's end."""
        return Span(tokens[self.first].start, tokens[self.last - 1].end)

    @property
    def finite(self) -> bool:
        """Whether the verb group shows tense by its own words (“was”, “has fallen”, “took”, “will go”)."""
        return bool(self.tense)


def chunk(sentence: Sentence, names: Collection[int] = ()) -> tuple[list[Chunk], str, list[str]]:
    """The chunks of a sentence in order, without adverbs, quotation marks, parentheses and bare time phrases.

    Returns:
        The chunks, the sentence's tags, and the base form or lower-case word of every token.
    """
    tags, bases = tag(sentence, names)
    found: list[Chunk] = []
    for m in _CHUNK.finditer(tags):
        kind, first, last = m.lastgroup or "x", m.start(), m.end()
        if kind == "V":
            found.append(_verb_group(sentence.tokens, tags, bases, first, last))
        elif kind == "N":
            phrase = _noun_phrase(tags, bases, first, last)
            if first and tags[first - 1] == ")" and tags[first] in "nN" and found and found[-1].kind == "N":
                found[-1] = _noun_phrase(tags, bases, found[-1].first, last)
            elif _day_of_month(phrase, found):
                found[-1].last = last
            elif not (_bare_time(phrase, found) or _floats(phrase, found)):
                found.append(phrase)
        elif kind == "x" and tags[first] not in 'r"k':
            found.append(Chunk("p" if tags[first] == "i" else tags[first], first, last, first, bases[first]))
    _prepositions(found)
    return found, tags, bases


def _prepositions(chunks: list[Chunk]) -> None:
    """Turns subordinators into prepositions where a noun phrase and no verb of its own follows (“after the attack”)."""
    for i, item in enumerate(chunks):
        if item.kind == "s" and item.base in word_set("prepositional"):
            kinds = "".join(c.kind for c in chunks[i + 1 : i + 9])
            if _BARE_PHRASE.match(kinds):
                item.kind = "p"


def _noun_phrase(tags: str, bases: list[str], first: int, last: int) -> Chunk:
    if tags[first] == "r" and bases[first] in word_set("particles"):
        first += 1
    head = last - 1
    while head > first and tags[head] not in "nNoc" and (bases[head] in adjectives() or tags[head] != "a"):
        head -= 1
    if tags[head] not in "nNoc" and "n" not in tags[first:last] and "N" not in tags[first:last]:
        head = last - 1
    if tags[head] in "nNc" and head < last - 1 and set(tags[head + 1 : last]) <= {"a", "r"}:
        last = head + 1
    kind = "A" if tags[head] == "a" and not set("dnN") & set(tags[first:last]) else "N"
    return Chunk(kind, first, last, head, bases[head], tags[head])


def _day_of_month(phrase: Chunk, before: list[Chunk]) -> bool:
    """Whether a bare number belongs to the month before it (“on April 7, …”)."""
    one = phrase.form == "c" and phrase.last == phrase.first + 1
    return one and bool(before) and before[-1].base in time_nouns() and before[-1].last == phrase.first


def _bare_time(phrase: Chunk, before: list[Chunk]) -> bool:
    return phrase.base in time_nouns() and not (before and before[-1].kind in "pV&" and before[-1].base != "be")


def _floats(phrase: Chunk, before: list[Chunk]) -> bool:
    """Whether a lone “each”, “all” or “both” only shares out the noun before it (“swapped 95 prisoners each”)."""
    return phrase.form == "d" and phrase.base in ("each", "all", "both") and bool(before) and before[-1].kind == "N"


def _verb_group(tokens: Sequence[Token], tags: str, bases: list[str], first: int, last: int) -> Chunk:
    head = last - 1
    while tags[head] in "rx" and head > first:
        head -= 1
    form, lower = tags[head], tokens[head].lower
    helpers = range(first, head)
    aux = "".join(tags[i] for i in helpers)
    group = Chunk("V", first, last, head, _AUXILIARY.get(lower, bases[head]), form)
    group.infinitive = "i" in aux
    group.modal = next((tokens[i].lower for i in helpers if tags[i] == "m"), "") or (lower if form == "m" else "")
    group.negation = next((i for i in range(first, last) if _NEGATIVE.fullmatch(tokens[i].lower)), -1)
    group.passive = form in "VP" and "b" in aux and tokens[max(i for i in helpers if tags[i] == "b")].lower != "having"
    group.perfect = "h" in aux
    group.tense = "" if group.infinitive else _tense(tokens, tags, first, head, group.modal)
    return group


def _tense(tokens: Sequence[Token], tags: str, first: int, head: int, modal: str) -> str:
    if modal:
        return "future"
    lead = next((i for i in range(first, head + 1) if tags[i] in "hbg"), -1)
    if lead >= 0:
        word = tokens[lead].lower
        if word in ("being", "having", "been"):
            return ""
        if lead == head and tags[lead] == "b" and word in ("be", "being"):
            return ""
        return "past" if tags[lead] == "h" or word in _PAST else "present"
    return {"D": "past", "z": "present", "v": "present"}.get(tags[head], "")


_PAST = frozenset("was were had did wasn't wasn’t weren't weren’t hadn't hadn’t didn't didn’t".split())
_AUXILIARY = (
    dict.fromkeys(
        "is are was were am be been being isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t".split(), "be"
    )
    | dict.fromkeys("have has had having haven’t hasn’t hadn’t".split(), "have")
    | dict.fromkeys("do does did don’t doesn’t didn’t".split(), "do")
)
