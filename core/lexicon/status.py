"""The words that decide an event's status, from `status.toml`: which word, in which place, gives which status."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from core.model import Status


@cache
def _rows() -> dict[str, dict[str, str | list[str]]]:
    return tomllib.loads(files("core.lexicon").joinpath("status.toml").read_text("utf-8"))


@cache
def cue_words(slot: str) -> dict[str, Status]:
    """Each word that stands in `slot` (adverbs, adjectives, verbs, nouns, modals, marks, words, phrases) with its status."""
    found: dict[str, Status] = {}
    for status, slots in _rows().items():
        value = slots.get(slot, "")
        for word in value if isinstance(value, list) else value.split():
            found.setdefault(word, Status(status))
    return found
