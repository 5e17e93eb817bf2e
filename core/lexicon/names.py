"""Words of names: given names, surnames, ordinary words, and the nouns and neighbours that tell what a name names."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ies", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ied", ("y",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("ly", ("",)),
    ("ers", ("", "e")),
    ("er", ("", "e")),
    ("ness", ("",)),
)


def _words(name: str) -> frozenset[str]:
    lines = files("core.lexicon").joinpath(name).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def given_names() -> frozenset[str]:
    """Given names in Latin letters, capitalised (“Ahmad”)."""
    return _words("names_given.txt")


@cache
def surnames() -> frozenset[str]:
    """Surnames in Latin letters that are not given names too, capitalised."""
    return _words("names_surnames.txt")


@cache
def _common() -> frozenset[str]:
    return _words("names_common_words.txt")


@lru_cache(maxsize=65536)
def is_common(word: str) -> bool:
    """Whether `word`, in lower case, is an ordinary English word, its regular endings taken off.

    >>> is_common("advancing"), is_common("taloqan")
    (True, False)
    """
    return word in _common() or any(is_common(stem) for stem in _stems(word))


def _stems(word: str) -> list[str]:
    found = []
    for ending, replacements in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            bare = word[: -len(ending)]
            found += [bare + r for r in replacements]
            if len(bare) > 3 and bare[-1] == bare[-2]:
                found.append(bare[:-1])
    return found


@cache
def _nouns() -> Mapping[str, Mapping[str, str]]:
    text = files("core.lexicon").joinpath("names_nouns.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(text))


@cache
def kinds(table: str) -> Mapping[str, str]:
    """The words of `table` in names_nouns.toml → the kind under which they stand."""
    return MappingProxyType({word: kind for kind, words in _nouns()[table].items() for word in words.split()})


@cache
def words(table: str) -> frozenset[str]:
    """The words of `table` in names_nouns.toml."""
    return frozenset(kinds(table))


@cache
def _persons() -> Mapping[str, str]:
    """Noun for one person → the first of those that say the same; "" for one that fits anyone."""
    table = tomllib.loads(files("core.lexicon").joinpath("names_persons.toml").read_text("utf-8"))
    found = dict.fromkeys(table["anyone"].split(), "") | {word: word for word in table["others"].split()}
    for group in map(str.split, table["alike"]):
        found |= dict.fromkeys(group, group[0])
    return MappingProxyType(found)


def describes_person(word: str) -> bool:
    """Whether `word`, in lower case, is a noun that describes a person (“mother”, “climber”)."""
    return word in _persons()


def fits_anyone(word: str) -> bool:
    """Whether `word` is a noun that fits every person (“man”, “resident”)."""
    return _persons().get(word) == ""


def same_person(word: str) -> str:
    """The word under which those that say the same of a person are compared (“mom” → “mother”)."""
    return _persons().get(word) or word
