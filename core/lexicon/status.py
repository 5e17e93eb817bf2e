"""The words that decide an event's status (`status.toml`), and those that say how it stands (`event_words.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from core.model import Status


@cache
def _rows() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("core.lexicon").joinpath("status.toml").read_text("utf-8"))


@cache
def cue_words(slot: str) -> dict[str, Status]:
    """Each word that stands in `slot` (adverbs, adjectives, verbs, nouns, modals, marks, words) with its status."""
    found: dict[str, Status] = {}
    for status, slots in _rows().items():
        for word in slots.get(slot, "").split():
            found.setdefault(word, Status(status))
    return found


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of one list of `event_words.toml`: occurrence, attempts, claims, transparent, hopes and others."""
    rows = tomllib.loads(files("core.lexicon").joinpath("event_words.toml").read_text("utf-8"))
    return frozenset(str(rows[name]).split())
