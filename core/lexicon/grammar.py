"""Reads `grammar.toml`: the little words at which the readers of claims and attributions stop, skip or join."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("core.lexicon").joinpath("grammar.toml").read_text("utf-8"))


def words(table: str, name: str) -> frozenset[str]:
    """The words of one list, for instance `words("people", "stop")`.

    Raises:
        KeyError: where there is no such list.
    """
    return frozenset(_tables()[table][name].split())
