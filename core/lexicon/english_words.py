"""Which parts of speech an English word form may have: closed classes, verbs with their forms, the rest by its ending.

Tags are single letters, so that a sentence's tags are one string on which regular expressions work:
d determiner, o pronoun, p preposition, i “to”, m modal, b be, h have, g do, x negation, & conjunction, w relative
word, t “that”, s subordinator, r adverb, c number, a adjective, n noun, N name, k possessive, and for verbs
v base, z third person, D past, P participle, V past or participle, G -ing; 1 base or noun, 2 -s form or plural.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from core.lexicon.inflection import verb_forms

AMBIGUOUS = {"v": "1", "z": "2"}


def _file(name: str) -> str:
    return files("core.lexicon").joinpath("english", name).read_text("utf-8")


@cache
def closed_classes() -> dict[str, str]:
    """Each function word with its tag."""
    rows = tomllib.loads(_file("function_words.toml"))
    return {word: tag for tag, words in rows.items() for word in words.split() if not word.endswith("_")}


@cache
def general_verbs() -> dict[str, bool]:
    """Base forms of common verbs that name no happening, with whether the form is as often a noun."""
    lines = [line for line in _file("verbs.txt").splitlines() if not line.startswith("#")]
    return {w.rstrip("="): w.endswith("=") for w in " ".join(lines).split()}


def forms_of(verbs: dict[str, bool]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Every form of the given verbs with the (tag, base) pairs that it may be, most usual first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for base, noun_too in verbs.items():
        for form, tag in verb_forms(base).items():
            pair = (AMBIGUOUS.get(tag, tag) if noun_too else tag, base)
            found.setdefault(form, []).append(pair)
    return {form: tuple(pairs) for form, pairs in found.items()}


@cache
def time_nouns() -> frozenset[str]:
    """Heads of phrases that tell a time without a preposition (“last week”, “two days later”), singular and plural."""
    return frozenset(_file("time_nouns.txt").split())


@cache
def clause_verbs() -> frozenset[str]:
    """Verbs that take a clause as object without “that” (“said rebels attacked”)."""
    return frozenset(_file("clause_verbs.txt").split())


@cache
def object_control() -> frozenset[str]:
    """Verbs whose object is the subject of the infinitive that follows (“urged Israel to withdraw”)."""
    return frozenset(_file("object_control_verbs.txt").split())


@cache
def word_set(name: str) -> frozenset[str]:
    """One of the small sets of `english/word_sets.toml`: weekdays, objects, says, deverbal, transitive and others."""
    return frozenset(tomllib.loads(_file("word_sets.toml"))[name].split())
