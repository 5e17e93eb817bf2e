"""The trigger lexicon: words that name happenings, with PLOVER type and mode, and what must hold for that sense.

The rows stand in `core/lexicon/happenings/*.csv`, a file for each type: entry (alternatives parted by |; the first
word is a base form), pos (v verb, n noun, m modal), mode, when (conditions that must all hold) and roles. A row
whose mode is “-” says that the word names no happening there. Of several rows the one with most words, then most
conditions, then the earlier stands.

Conditions: obj, noobj, obj:a|@b (the object is one of these words, or of a class), subj:…, indirect:…, inf, that,
ger, passive, noarg, jussive (“insisted that he resign”), score (a match's result, “3-1”), inf:a|b (an infinitive of
these verbs), sentence:a|b (one of these words stands anywhere in it), or a preposition with or without words (with,
to:@place); a leading “-” reverses one. The classes are in classes.toml; @actor and @place also hold for names of
actors and places.
"""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from core.lexicon.inflection import plural

NONE = "-"
ORDER = (
    "other assault accuse agree aid coerce concede consult cooperate mobilize protest reject request retreat sanction "
    "support threaten operators"
).split()


_NOBODY: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that must hold: `slot` filled, by one of `words` where there are any; not so where `negated`.

    `classes` are those that names may belong to as well, `particular` says that words are named one by one.
    """

    slot: str
    words: frozenset[str]
    classes: tuple[str, ...] = ()
    negated: bool = False
    particular: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One sense of a word or expression.

    Args:
        words: The expression's words, the first a base form.
        type: A PLOVER type, OTHER, or "" for a word that names no happening or an operator.
        operator: What it makes of the happening that it governs (`plover.toml`), or "".
        actor: Where the actor stands: subj, obj, none, both (two-sided), or a preposition.
        recipients: Where recipients stand, best first.
    """

    words: tuple[str, ...]
    pos: str
    type: str
    mode: str
    operator: str
    when: tuple[Condition, ...]
    actor: str
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A PLOVER type: its quad class and its intensity, by mode where the mode has its own."""

    quad: str
    intensity: float
    modes: dict[str, float]


def _read(name: str) -> str:
    return files("core.lexicon").joinpath(name).read_text("utf-8")


@cache
def classes() -> dict[str, frozenset[str]]:
    """Each class of nouns by its name, singular and plural forms."""
    rows = tomllib.loads(_read("happenings/classes.toml"))
    return {name: frozenset(f for w in words.split() for f in (w, plural(w))) for name, words in rows.items()}


def _condition(text: str) -> list[Condition]:
    negated = text.startswith("-")
    slot, _, words = text.removeprefix("-").partition(":")
    options = [w for w in words.split("|") if w]
    named = tuple(w[1:] for w in options if w.startswith("@"))
    plain = frozenset(f for w in options if not w.startswith("@") for f in (w, plural(w)))
    inside = frozenset[str]().union(*(classes()[w] for w in named if w != "actor"))
    return [Condition(slot, plain | inside, named, negated, bool(plain))]


def _alternatives(when: str) -> tuple[tuple[Condition, ...], ...]:
    """“of|by” is either preposition; everything else must hold together."""
    rows: list[list[Condition]] = [[]]
    for part in when.split():
        bare = ":" not in part and "|" in part
        options = part.split("|") if bare else [part]
        rows = [[*row, *_condition(option)] for row in rows for option in options]
    return tuple(tuple(row) for row in rows)


def _roles(text: str) -> tuple[str, tuple[str, ...]]:
    actor, recipients = "", _NOBODY
    for part in text.split():
        key, _, value = part.partition("=")
        if key == "both":
            actor = "both"
        elif key == "actor":
            actor = value
        elif key == "rec":
            recipients = tuple(value.split(","))
    return actor, recipients


def _entries(kind: str) -> list[Entry]:
    found = []
    for row in csv.DictReader(_read(f"happenings/{kind}.csv").splitlines()):
        operator = row["mode"] if kind == "operators" else ""
        dead = row["mode"] == NONE
        actor, recipients = _roles(row["roles"] or "")
        for text in row["entry"].split("|"):
            if text.endswith("_"):
                continue
            for when in _alternatives(row["when"] or ""):
                type_ = "" if dead or operator else kind.upper()
                mode = "" if dead or operator else row["mode"]
                found.append(
                    Entry(
                        tuple(text.split()),
                        row["pos"],
                        type_,
                        mode,
                        operator if not dead else "",
                        when,
                        actor,
                        recipients,
                    )
                )
    return found


def _rank(entry: Entry) -> tuple[int, int, int, int, bool]:
    """Sorts the more particular first: more words, more conditions, words before classes; dead senses last."""
    wanted = [c for c in entry.when if not c.negated]
    return (
        -len(entry.words),
        -len(wanted),
        -len(entry.when),
        -sum(2 if c.particular else bool(c.classes or c.words) for c in wanted),
        not (entry.type or entry.operator) and not entry.when,
    )


@cache
def entries() -> tuple[Entry, ...]:
    """All entries, the more particular before the more general."""
    found = [e for kind in ORDER for e in _entries(kind)]
    return tuple(sorted(found, key=_rank))


def _index(wanted: bool, pos: str) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries():
        if entry.pos == pos and bool(entry.operator) == wanted:
            found.setdefault(entry.words[0], []).append(entry)
    return {word: tuple(rows) for word, rows in found.items()}


@cache
def verbs() -> dict[str, tuple[Entry, ...]]:
    """Senses by a verb's base form."""
    return _index(wanted=False, pos="v")


@cache
def operators() -> dict[str, tuple[Entry, ...]]:
    """Governing senses by a verb's base form."""
    return _index(wanted=True, pos="v")


@cache
def nouns() -> dict[str, tuple[Entry, ...]]:
    """Senses by an expression's last word, in singular and plural."""
    found: dict[str, list[Entry]] = {}
    for entry in entries():
        if entry.pos in ("n", "x"):
            last = entry.words[-1]
            for form in {last, plural(last)}:
                found.setdefault(form, []).append(entry)
    return {word: tuple(rows) for word, rows in found.items()}


@cache
def verb_bases() -> dict[str, bool]:
    """Base forms of all verbs of the lexicon, with whether each is also a noun."""
    nouns_too = {e.words[0] for e in entries() if e.pos == "n" and len(e.words) == 1}
    nouns_too |= set(_read("english/nouns_like_verbs.txt").split())
    rows = [e for e in entries() if e.pos == "v" and e.words[0] not in ("be", "have", "do", "not")]
    alone = {e.words[0] for e in rows if len(e.words) == 1}
    return {e.words[0]: e.words[0] in nouns_too or e.words[0] not in alone for e in rows}


@cache
def adjectives() -> frozenset[str]:
    """Adjectives that their ending does not show."""
    return frozenset(_read("english/adjectives.txt").split())


@cache
def kinds() -> dict[str, Kind]:
    """The PLOVER types."""
    rows = tomllib.loads(_read("plover.toml"))
    rows.pop("operators")
    return {name: Kind(row["quad"], row["intensity"], row.get("modes", {})) for name, row in rows.items()}


@cache
def _operator_rows() -> dict[str, dict[str, object]]:
    rows: dict[str, dict[str, object]] = tomllib.loads(_read("plover.toml"))["operators"]
    return rows


def operator_names() -> tuple[str, ...]:
    """The operators that `plover.toml` explains; “do” and “pass” leave a happening as it is."""
    return tuple(_operator_rows())


def compose(operator: str, type_: str, mode: str) -> tuple[str, str]:
    """The type and mode that `operator` makes of a happening of the given type; ("", "") where it makes none."""
    if operator in ("do", "pass"):
        return type_, mode
    row = _operator_rows()[operator]
    by, modes = row.get("by", {}), row.get("modes", {})
    assert isinstance(by, dict)
    assert isinstance(modes, dict)
    result = str(by.get(type_, f"{row.get('type', '')} {row.get('mode', '')}"))
    name, _, of_mode = result.partition(" ")
    kept = mode if name == type_ else ""
    return name, str(modes.get(mode, of_mode or kept)) if name else ""


def intensity(type_: str, mode: str) -> float | None:
    """PLOVER's intensity of a type and mode, None for OTHER."""
    kind = kinds().get(type_)
    return None if kind is None else kind.modes.get(mode, kind.intensity)


def quad_class(type_: str) -> str:
    """The quad class of a type, "" for OTHER."""
    kind = kinds().get(type_)
    return "" if kind is None else kind.quad
