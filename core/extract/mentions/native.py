"""Places in scripts without capitals (Arabic, Persian, Pashto, Urdu …): by the nouns beside them and the gazetteer."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from core.extract.mentions.candidate import Candidate
from core.extract.mentions.candidates import Unit, is_native
from core.lexicon import gazetteer
from core.model import Token

_LONGEST = 3
_SHORT_LINE = 4


@cache
def _table(name: str) -> Mapping[str, str]:
    tables = tomllib.loads(files("core.lexicon").joinpath("names_native.toml").read_text("utf-8"))
    return {word: kind for kind, words in tables[name].items() for word in words.split()}


def native_places(tokens: tuple[Token, ...], known: Mapping[int, Unit]) -> list[Candidate]:
    """The places named in a sentence's words without capitals, ordered and disjoint; `known` are names of actors."""
    taken = {i for unit in known.values() for i in range(unit.start, unit.end)}
    found: list[Candidate] = []
    i = 0
    while i < len(tokens):
        candidate = None if i in taken or not is_native(tokens[i].text) else _at(tokens, i, taken)
        if candidate:
            found.append(candidate)
            taken.update(range(candidate.start, candidate.end))
        i = candidate.end if candidate else i + 1
    return found


def _at(tokens: tuple[Token, ...], i: int, taken: set[int]) -> Candidate | None:
    """The place whose name begins at token `i`, if the words around or the gazetteer say that one does."""
    if _noun(tokens[i].text) or tokens[i].text in _table("links"):
        return None
    noun = _noun_before(tokens, i, taken)
    end, worth = _longest(tokens, i)
    if tokens[i].text in _table("never") and not (noun and end > i + 1):
        return None
    if noun:
        return _place(i, end or i + 1, _table("before")[noun], f"after “{noun}”")
    after = tokens[end or i + 1].text if (end or i + 1) < len(tokens) else ""
    if after in _table("after") and end:
        return _place(i, end, _table("after")[after], f"before “{after}”")
    preposition = i > 0 and tokens[i - 1].text in _table("prepositions")
    alone = len(tokens) <= _SHORT_LINE and end == len(tokens)
    if end and (alone or worth >= 300_000 or (preposition and worth >= 10_000)):
        return _place(i, end, "", "in the gazetteer")
    return None


def _noun_before(tokens: tuple[Token, ...], i: int, taken: set[int]) -> str:
    """The noun that announces a place at `i`, straight before it or before the list that it stands in."""
    j = i - 1
    while j > 0 and (tokens[j].text in _table("links") or j in taken):
        j -= 1
    noun = _noun(tokens[j].text) if j >= 0 else ""
    return noun if j == i - 1 or tokens[i - 1].text in _table("links") else ""


def _noun(word: str) -> str:
    """The noun of place that `word` is, alone or after the “and” that Arabic writes as one with it; "" for none."""
    nouns = _table("before")
    return word if word in nouns else bare if (bare := word.removeprefix("و")) in nouns else ""


def _longest(tokens: tuple[Token, ...], i: int) -> tuple[int, float]:
    """Where the longest name of the gazetteer that begins at `i` ends, and its worth; (0, 0) for none."""
    for end in range(min(i + _LONGEST, len(tokens)), i, -1):
        words = tokens[i:end]
        if all(is_native(t.text) for t in words) and words[-1].text not in _table("never"):
            places = gazetteer.known(" ".join(t.text for t in words))
            if places and len(words[0].text) > 1:
                return end, gazetteer.worth(places[0])
    return 0, 0.0


def _place(start: int, end: int, kind: str, why: str) -> Candidate:
    return Candidate(start, end, start, label="place", kind=kind, why=why)
