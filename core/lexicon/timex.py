"""The words of date expressions (timex.toml), by class."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Value = int | str


@dataclass(frozen=True, slots=True)
class TimexLexicon:
    """`classes` maps a class to its phrases and their values; `capitalised` names those that need a capital."""

    classes: dict[str, dict[str, Value]]
    capitalised: frozenset[str]
    happenings: frozenset[str]


@cache
def timex_lexicon() -> TimexLexicon:
    """The lexicon, read once."""
    data = tomllib.loads(files("core.lexicon").joinpath("timex.toml").read_text("utf-8"))
    capitalised = frozenset(data.pop("capitalised"))
    happening_nouns = frozenset(data.pop("happenings"))
    return TimexLexicon(data, capitalised, happening_nouns)


@cache
def happenings() -> frozenset[str]:
    """Nouns by which a text goes on about a happening that it has told of."""
    return timex_lexicon().happenings
