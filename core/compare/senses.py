"""Words that report the same thing (“captured”, “fell”, “liberated”), and what the loaded ones add to it."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from core.lexicon.inflection import plural, verb_forms


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(files("core.lexicon").joinpath("wording.toml").read_text("utf-8"))


def _forms(entry: str, *, verb: bool) -> set[str]:
    first, _, rest = entry.lower().partition(" ")
    forms = {first, *verb_forms(first)} if verb else {first, plural(first)}
    return {f"{form} {rest}".strip() for form in forms}


@cache
def _index() -> tuple[Mapping[str, frozenset[str]], Mapping[tuple[str, str], str]]:
    """The senses of each form, and what a form adds in a sense."""
    senses: dict[str, set[str]] = defaultdict(set)
    loads: dict[tuple[str, str], str] = {}
    for sense, entries in _table().items():
        loaded = entries.get("loaded", {})
        for part, verb in (("verbs", True), ("nouns", False), ("adjectives", False)):
            for entry in entries.get(part, ()):
                for form in _forms(entry, verb=verb):
                    senses[form].add(sense)
                    if entry in loaded:
                        loads[sense, form] = loaded[entry]
    return {form: frozenset(found) for form, found in senses.items()}, loads


def senses_of(words: Sequence[str]) -> Iterator[frozenset[str]]:
    """The senses of each lower-case word, in order: of the longest phrase that it begins (“take over”), if any."""
    index = _index()[0]
    for i, word in enumerate(words):
        for reach in (3, 2, 1):
            phrase = " ".join(words[i : i + reach])
            if phrase in index and (reach > 1 or word in index):
                yield index[phrase]
                break
        else:
            yield frozenset()


@cache
def trigger_senses(trigger: str) -> frozenset[str]:
    """The senses of a trigger as it stands in the text (“fell to”, “recaptured”)."""
    words = trigger.lower().split()
    return frozenset().union(*senses_of(words)) if words else frozenset()


def load_of(trigger: str, sense: str) -> str:
    """What a trigger's word adds to the plain report of `sense`, in words; "" for a plain word."""
    loads = _index()[1]
    words = trigger.lower().split()
    phrases = [" ".join(words[i:j]) for i in range(len(words)) for j in range(len(words), i, -1)]
    return next((loads[sense, phrase] for phrase in phrases if (sense, phrase) in loads), "")
