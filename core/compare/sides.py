"""On which side those harmed stand, so that “people” and “villagers” meet and “soldiers” and “militants” do not."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from core.lexicon.inflection import plural

ANYONE = "anyone"
PART = "part"


@cache
def _sides() -> Mapping[str, str]:
    table: dict[str, list[str]] = tomllib.loads(files("core.lexicon").joinpath("victims.toml").read_text("utf-8"))
    return {form: side for side, nouns in table.items() for noun in nouns for form in (noun, plural(noun))}


@lru_cache(maxsize=4096)
def side_of(party: str) -> str:
    """The side of a party as the text names it, by its last word (“Taliban fighters”); "" for a name of its own."""
    words = party.casefold().split()
    return _sides().get(" ".join(words), "") or (_sides().get(words[-1], "") if words else "")


@lru_cache(maxsize=4096)
def _names(party: str) -> frozenset[str]:
    return frozenset(w for w in party.casefold().split() if w not in _sides() and w not in {"the", "of", "and"})


def _meet(a: str, b: str) -> bool:
    """Whether one party can be the other: one name, one side, or anyone."""
    left, right = side_of(a), side_of(b)
    if a.casefold() == b.casefold():
        return True
    if PART in {left, right}:
        return False
    if ANYONE in {left, right}:
        return True
    named = _names(a), _names(b)
    if all(named) and not named[0] & named[1]:
        return False
    return bool(left and left == right) or bool(named[0] & named[1]) or not (left and right)


@lru_cache(maxsize=16384)
def can_be_one(a: str, b: str) -> bool:
    """Whether two parties, each perhaps several (“soldiers; civilians”), can be the same people or share some."""
    return any(_meet(x.strip(), y.strip()) for x in a.split(";") for y in b.split(";"))


@lru_cache(maxsize=16384)
def opposed(a: str, b: str) -> bool:
    """Whether two parties stand on sides that exclude each other (soldiers and militants)."""
    left, right = ({side_of(x.strip()) for x in party.split(";")} for party in (a, b))
    return not left & right and not {"", ANYONE, PART} & (left | right)
