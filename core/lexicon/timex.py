"""The words of date expressions (timex.toml), by class."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Value = int | str


_LISTS = (
    "capitalised",
    "happenings",
    "writings",
    "future_verbs",
    "intent_verbs",
    "past_verbs",
    "said_to",
    "announcing",
)


@dataclass(frozen=True, slots=True)
class TimexLexicon:
    """The lexicon's tables.

    Args:
        classes: For each class its phrases and their values.
        words: The lists at the head of the file, by name; each says there what it is for.
        known_days: (month, day) to the year and the words after it that tell which.
    """

    classes: dict[str, dict[str, Value]]
    words: dict[str, frozenset[str]]
    known_days: dict[tuple[int, int], tuple[int, frozenset[str]]]


@cache
def timex_lexicon() -> TimexLexicon:
    """The lexicon, read once."""
    data = tomllib.loads(files("core.lexicon").joinpath("timex.toml").read_text("utf-8"))
    words = {name: frozenset(data.pop(name)) for name in _LISTS}
    known = {(m, d): (y, frozenset(cues)) for m, d, y, cues in data.pop("known_days")}
    return TimexLexicon(data, words, known)
