"""Words that say what kind of place the name beside them is, read from place_words.csv."""

from __future__ import annotations

import csv
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from core.lexicon.place_keys import place_key


class PlaceWord(NamedTuple):
    """What a word says of the name beside it.

    Args:
        kind: The places table's word (province, district, valley, …).
        level: The gazetteer's level (see `core.lexicon.gazetteer.LEVELS`); “division” for admin1 where one has the
            name (“the Saratov region”); "" where the word does not tell.
        several: Whether the word speaks of more than one place (“districts”).
    """

    kind: str
    level: str
    several: bool = False


@cache
def place_words() -> dict[str, PlaceWord]:
    """Each word (in any script, in the folded form of `place_key`) with what it says."""
    lines = files("core.lexicon").joinpath("place_words.csv").read_text("utf-8").splitlines()
    found: dict[str, PlaceWord] = {}
    for row in csv.DictReader(line for line in lines if not line.startswith("#")):
        for column, several in (("words", False), ("plurals", True)):
            for word in filter(None, row[column].split(";")):
                found.setdefault(place_key(word), PlaceWord(row["kind"], row["level"], several))
    return found


@lru_cache(maxsize=65_536)
def place_word(word: str) -> PlaceWord | None:
    """What `word` (one token) says of a name beside it, None where it is no such word."""
    return place_words().get(place_key(word))
