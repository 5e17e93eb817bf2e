"""Known actors: states, armed groups, organizations, outlets and titles, read from the tables in `actors/`.

Each table says at its top what its columns hold; an analyst extends the lexicon by adding a row. Names
are looked up exactly, after folding: case, accents, scripts, hyphens, full stops and a leading “the” do
not count. A name of capitals only (“US”, “AP”, “IS”) must be written in capitals in the text (`cased`),
and one that is also an ordinary word (marked “?” in its table: “?Republic”, “?Time”) needs evidence
from its context (`weak`).
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from anyascii import anyascii

from core.lexicon import gazetteer, names

_NOT_WORD = re.compile(r"[\W_]+")
_INNER_MARK = re.compile(r"['’]s\b|(?<=\w)[.'’‘ʼʻ`´](?=\w)|(?<=\w\.\w)\.")
_LATIN_MARKED = re.compile(r"[À-ɏḀ-ỿʰ-ˤ]+")
# One letter, two code points: Arabic and Persian forms of yeh, kaf and heh; hamza seats; vowel signs.
_ARABIC = str.maketrans("يىكةأإآٱؤئ", "ییکهاااا" + "وی", "ًٌٍَُِّْٰـ")
_SHORTEST_SAID = 4  # letters from which on an abbreviation is said, and by some written, as a word
_TOWN = 10_000  # a place’s worth from which on it is rather meant than the abbreviation
_NO_PLURAL = ("s", "sh", "ch", "ese", "x", "z")


class KnownActor(NamedTuple):
    """One row of the lexicon.

    `key` is an ISO 3166 code for a state (“AF”), else the folded name with hyphens; `countries` are the ISO
    codes of the states where the actor is at home or active; `stances` the words that others describe it
    by (“islamist”, “rebel”), which decide whether an epithet can mean it.
    """

    key: str
    name: str
    kind: str
    countries: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()


class KnownName(NamedTuple):
    """One surface of a known actor.

    `form` is one of name, adjective (“Afghan”), people (“Afghans”), capital (“Moscow”), handle.
    """

    surface: str
    actor: KnownActor
    form: str = "name"
    cased: bool = False
    weak: bool = False


@lru_cache(maxsize=65536)
def fold(surface: str) -> str:
    """The letters and digits of `surface` in lower case, as words with one space between, without a leading “the”.

    Latin letters lose their accents; other scripts stay, with one form for letters that have several; a
    possessive “’s” is dropped, so that the folds of a surface's tokens, joined, are its fold. A handle keeps its sign.

    >>> fold("The U.S."), fold("Al-Qa’ida"), fold("Aśvaka")
    ('us', 'al qaida', 'asvaka')
    """
    if surface.startswith("@"):
        return surface.lower()
    plain = _INNER_MARK.sub("", surface)
    if not plain.isascii():
        plain = _LATIN_MARKED.sub(lambda m: anyascii(m.group()), plain.translate(_ARABIC))
    return _NOT_WORD.sub(" ", plain.lower()).strip().removeprefix("the ")


def _rows(table: str) -> Iterator[dict[str, str]]:
    lines = files("core.lexicon").joinpath("actors", table).read_text("utf-8").splitlines()
    yield from csv.DictReader(line for line in lines if line.strip() and not line.startswith("#"))


def _cell(row: Mapping[str, str], column: str) -> tuple[str, ...]:
    return tuple(part for part in map(str.strip, (row.get(column) or "").split(";")) if part)


def _named(written: str, actor: KnownActor, form: str = "name") -> KnownName:
    weak = written.startswith("?")
    surface = written.removeprefix("?")
    return KnownName(
        surface, actor, form, cased=len(surface) <= 6 and surface.isupper() and surface.isascii(), weak=weak
    )


def _people(row: Mapping[str, str]) -> tuple[str, ...]:
    regular = (f"{word}s" for word in _cell(row, "adjective") if not word.endswith(_NO_PLURAL))
    return (*regular, *_cell(row, "people"))


def _state_names() -> Iterator[KnownName]:
    for row in _rows("states.csv"):
        state = KnownActor(row["key"], row["name"].removeprefix("?"), "government", (row["key"],))
        for form, written in (
            ("name", (row["name"], *_cell(row, "aliases"), *_cell(row, "government"))),
            ("adjective", _cell(row, "adjective")),
            ("people", _people(row)),
            ("capital", _cell(row, "capital")),
        ):
            yield from (_named(w, state, form) for w in written)


def _other_names(table: str, kind: str) -> Iterator[KnownName]:
    for row in _rows(table):
        name = row["name"].removeprefix("?")
        key = fold(name).replace(" ", "-")
        actor = KnownActor(key, name, row.get("kind") or kind, _cell(row, "countries"), _cell(row, "stances"))
        yield from (_named(w, actor) for w in (row["name"], *_cell(row, "aliases")))
        yield from (_named(f"@{w}", actor, "handle") for w in _cell(row, "handles"))


@cache
def all_names() -> tuple[KnownName, ...]:
    """Every surface of the lexicon, in the order of the tables."""
    return (
        *_state_names(),
        *_other_names("groups.csv", "armed group"),
        *_other_names("organizations.csv", "organization"),
        *_other_names("outlets.csv", "media"),
        *_other_names("companies.csv", "organization"),
        *_other_names("teams.csv", "organization"),
    )


@cache
def _teams(column: str) -> Mapping[str, frozenset[str]]:
    """Folded cell of a column of teams.csv → the keys of the teams that have it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in _rows("teams.csv"):
        for cell in _cell(row, column):
            found[fold(cell)].add(fold(row["name"].removeprefix("?")).replace(" ", "-"))
    return MappingProxyType({cell: frozenset(keys) for cell, keys in found.items()})


def by_nickname(surface: str) -> frozenset[str]:
    """The keys of the actors that `surface` may stand for, being an ordinary word too: “Eagles”, “Fed”.

    Outlets are left out: many a town has its “Times” or “Daily News”.
    """
    weak = (n.actor for n in look_up(surface) if n.weak and n.form == "name" and n.actor.kind != "media")
    return frozenset(actor.key for actor in weak) | _teams("nicknames").get(fold(surface), frozenset())


def by_home(surface: str) -> frozenset[str]:
    """The keys of the teams of the town, state or school `surface`, by which they are called too.

    >>> sorted(by_home("Philly"))[:2]
    ['philadelphia-76ers', 'philadelphia-eagles']
    """
    return _teams("places").get(fold(surface), frozenset())


@cache
def by_surface() -> Mapping[str, tuple[KnownName, ...]]:
    """Folded surface → its readings; several where two actors share a name."""
    found: defaultdict[str, dict[tuple[str, str], KnownName]] = defaultdict(dict)
    for name in all_names():
        found[fold(name.surface)].setdefault((name.actor.key, name.form), name)
    return MappingProxyType({surface: tuple(names.values()) for surface, names in found.items() if surface})


@cache
def by_first_word() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """First folded word → the folded surfaces that open with it, as words, longest first: for scanning tokens."""
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for surface in by_surface():
        words = tuple(surface.split())
        found[words[0]].append(words)
    return MappingProxyType({first: tuple(sorted(rest, key=len, reverse=True)) for first, rest in found.items()})


@cache
def by_key() -> Mapping[str, KnownActor]:
    """The lexicon's id → the actor."""
    return MappingProxyType({name.actor.key: name.actor for name in all_names()})


def _fits(name: KnownName, surface: str) -> bool:
    return not name.cased or surface.replace(".", "").isupper() or _as_word(surface)


@lru_cache(maxsize=4096)
def _as_word(surface: str) -> bool:
    """Whether an abbreviation written as a word (“Nato”, “Opec”) is no other word: no person's, no town's."""
    if len(surface) < _SHORTEST_SAID or not surface.istitle() or names.is_common(surface.lower()):
        return False
    people = surface in names.given_names() or surface in names.surnames()
    return not people and all(gazetteer.worth(p) < _TOWN for p in gazetteer.known(surface))


def look_up(surface: str) -> tuple[KnownName, ...]:
    """The readings of `surface` as written, strong ones first; empty where the lexicon does not know it.

    >>> [n.actor.key for n in look_up("U.S.")], look_up("us")
    (['US'], ())
    """
    bare = re.sub(r"^[Tt]he\s+|['’]s?$", "", surface)
    found = (name for name in by_surface().get(fold(surface), ()) if _fits(name, bare))
    return tuple(sorted(found, key=lambda name: name.weak))


@cache
def demonyms() -> Mapping[str, str]:
    """Folded adjective or word for the people (“afghan”, “afghans”) → the state's key."""
    return MappingProxyType({fold(n.surface): n.actor.key for n in all_names() if n.form in {"adjective", "people"}})


@cache
def capitals() -> Mapping[str, str]:
    """Folded name of a capital → the key of the state that it can stand for (“Moscow said”)."""
    return MappingProxyType({fold(n.surface): n.actor.key for n in all_names() if n.form == "capital"})


@cache
def titles() -> Mapping[str, str]:
    """Title in lower case, as words (“vice president”) → its sort: office, military, police, religious, …."""
    return MappingProxyType({word: row["sort"] for row in _rows("titles.csv") for word in _cell(row, "titles")})


@cache
def stances_of(word: str) -> frozenset[str]:
    """The stances that an epithet's adjective allows (“jihadi” → jihadist); empty for any other word."""
    return _epithets("adjective").get(word.lower(), frozenset())


@cache
def group_nouns() -> frozenset[str]:
    """The nouns that an epithet of a group can end in (“outfit”, “movement”, “insurgents”), in lower case."""
    return frozenset(_epithets("noun"))


@cache
def name_words(sort: str) -> frozenset[str]:
    """The words of one sort (particle, legal, descriptor, …) that the comparison of names treats specially."""
    return frozenset(word for row in _rows("name_words.csv") if row["sort"] == sort for word in _cell(row, "words"))


@cache
def place_sorts() -> Mapping[str, str]:
    """Word in the name of a place (“valley”, “darra”) → the sort of place that it says (“valley”)."""
    rows = [row for row in _rows("name_words.csv") if row["sort"].startswith("place ")]
    return MappingProxyType({word: row["sort"].removeprefix("place ") for row in rows for word in _cell(row, "words")})


@cache
def _epithets(part: str) -> Mapping[str, frozenset[str]]:
    return MappingProxyType(
        {
            w: frozenset(_cell(row, "stances"))
            for row in _rows("epithets.csv")
            if row["part"] == part
            for w in _cell(row, "words")
        }
    )
