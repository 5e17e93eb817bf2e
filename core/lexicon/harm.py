"""Reads `harm.toml` and `quantities.toml`: the words of harm, of people, and of how many."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from core.errors import LexiconError

Words = tuple[str, ...]
CLASSES = ("past", "active", "gerund", "intransitive", "adjective", "noun", "nominal", "toll", "among")


@dataclass(frozen=True, slots=True)
class Cue:
    """One word or phrase of harm: which harm, and the parts that it can play in a sentence (see `harm.toml`)."""

    harm: str
    classes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Harm:
    """The words of harm by their first word: each a phrase, as a tuple of words, with its cue, longest first.

    `singular` and `plural` hold the nouns of people; `only_people` words of harm that befall nothing else, and
    `craft` the things that are captured too; `lives` verbs that take lives; `losses` verbs whose objects are dead
    if they are `fighting`; `remains` nouns for the dead that verbs of `finding` count; `flight` verbs that displace
    `civilian` people; `endings` plurals of people.
    """

    phrases: dict[str, tuple[tuple[Words, Cue], ...]]
    singular: frozenset[str]
    plural: frozenset[str]
    only_people: frozenset[str]
    lives: frozenset[str]
    losses: frozenset[str]
    fighting: frozenset[str]
    remains: frozenset[str]
    finding: frozenset[str]
    craft: frozenset[str]
    flight: frozenset[str]
    suffering: frozenset[str]
    hurts: frozenset[str]
    holding: frozenset[str]
    held: frozenset[str]
    begins: frozenset[str]
    civilian: frozenset[str]
    endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A quantity's words: what they do (`low`, `high`, `approximate`, `neutral`, `exact`, `vague`) and their value."""

    words: Words
    role: str
    number: int | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Quantities:
    """The number words, multipliers, and phrases by their first word (longest first).

    `before` and `after` stand around a number, `alone` without one; `starts` are all words that begin a quantity.
    """

    numbers: dict[str, int]
    multipliers: dict[str, int]
    before: dict[str, tuple[Phrase, ...]]
    after: dict[str, tuple[Phrase, ...]]
    alone: dict[str, tuple[Phrase, ...]]
    starts: frozenset[str]


def _raw(name: str) -> dict[str, Any]:
    return tomllib.loads(files("core.lexicon").joinpath(name).read_text("utf-8"))


@cache
def harm() -> Harm:
    """The lexicon of harm, read once.

    Raises:
        LexiconError: where one form stands under two harms.
    """
    raw = _raw("harm.toml")
    people: dict[str, str] = raw.pop("people")
    craft = frozenset(raw.pop("craft")["words"])
    only = frozenset(raw.pop("only_people")["words"])
    endings = tuple(raw.pop("people_endings")["plural"])
    classes: dict[Words, tuple[str, set[str]]] = {}
    for name, table in raw.items():
        for kind in CLASSES:
            for form in table.get(kind, ()):
                known, kinds = classes.setdefault(tuple(form.split()), (name, set()))
                if known != name:
                    raise LexiconError(
                        f"harm.toml: “{form}” stands under {known} and {name}; it can mean one harm only"
                    )
                kinds.add(kind)
    phrases: dict[str, list[tuple[Words, Cue]]] = {}
    for words, (name, forms) in sorted(classes.items(), key=lambda item: -len(item[0])):
        phrases.setdefault(words[0], []).append((words, Cue(name, frozenset(forms))))
    killed = {name: frozenset(raw["killed"][name]) for name in ("lives", "losses", "fighting", "remains", "finding")}
    return Harm(
        phrases={first: tuple(entries) for first, entries in phrases.items()},
        singular=frozenset(people) - frozenset(people.values()),
        plural=frozenset(people.values()),
        only_people=only,
        craft=craft,
        flight=frozenset(raw["displaced"]["flight"]),
        suffering=frozenset(raw["injured"]["suffering"]),
        hurts=frozenset(raw["injured"]["hurts"]),
        holding=frozenset(raw["captured"]["holding"]),
        held=frozenset(raw["captured"]["held"]),
        begins=frozenset((*phrases, *raw["captured"]["holding"], *raw["injured"]["suffering"])),
        civilian=frozenset(raw["displaced"]["civilian"]),
        endings=endings,
        **killed,
    )


def _indexed(phrases: list[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    by_first: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases, key=lambda p: -len(p.words)):
        by_first.setdefault(phrase.words[0], []).append(phrase)
    return {first: tuple(entries) for first, entries in by_first.items()}


@cache
def quantities() -> Quantities:
    """The lexicon of quantities, read once."""
    raw = _raw("quantities.toml")
    bounds = raw["bounds"]
    roles = ("low", "high", "approximate", "neutral")
    before = [Phrase(tuple(p.split()), role) for role in roles for p in bounds[role]]
    after = [Phrase(tuple(p.split()), role) for role in roles[:3] for p in bounds[f"{role}_after"]]
    exact = [Phrase(tuple(p.split()), "exact", n) for p, n in raw["exact"].items()]
    vague = [Phrase(tuple(p.split()), "vague", None, kind) for p, kind in raw["vague"].items()]
    starts = frozenset({"between", *raw["numbers"], *(p.words[0] for p in before + exact + vague)})
    return Quantities(
        raw["numbers"], raw["multipliers"], _indexed(before), _indexed(after), _indexed(exact + vague), starts
    )
