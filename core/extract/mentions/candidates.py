"""Where names may stand: runs of capitalised words, with what the lexicon knows inside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from core.extract.mentions.words import is_capital
from core.lexicon import gazetteer, known_actors, names
from core.lexicon.known_actors import KnownName
from core.model import Token

_STOPS = frozenset(',.;:()[]“”"!?')
_LONGEST = 24  # units; no name is longer, and a line of capitals shall not cost more than its length
_QUOTES = frozenset("\"“”‘’'")
_POSSESSIVE = frozenset({"'s", "’s"})
_COMPANY_ENDS = frozenset({"inc", "corp", "co", "ltd", "jr", "sr", "bros"})


@dataclass(slots=True)
class Unit:
    """One word of a run, or several that the lexicon knows as one name: tokens `start` to `end` of the sentence.

    `hint` is a reading of a word that may as well be an ordinary one (“Republic”): evidence, no more.
    """

    start: int
    end: int
    known: tuple[KnownName, ...] = ()
    hint: KnownName | None = None


@lru_cache(maxsize=65536)
def _folded(word: str) -> tuple[str, ...]:
    return tuple(known_actors.fold(word).split())


def known_spans(tokens: tuple[Token, ...]) -> dict[int, Unit]:
    """First token → the longest name of the lexicon that opens there, none inside another."""
    found: dict[int, Unit] = {}
    firsts = known_actors.by_first_word()
    i = 0
    while i < len(tokens):
        text = tokens[i].text
        unit = _known_at(tokens, i, firsts) if is_capital(text) or not text.isascii() else None
        if unit is None:
            i += 1
            continue
        found[i] = unit
        i = unit.end
    return found


def _known_at(tokens: tuple[Token, ...], i: int, firsts: Mapping[str, tuple[tuple[str, ...], ...]]) -> Unit | None:
    words = _folded(tokens[i].text)
    options = firsts.get(words[0]) if words else None
    if not options:
        return None
    longest = len(options[0])
    ends: dict[int, int] = {len(words): i + 1}
    j = i + 1
    while len(words) < longest and j < len(tokens) and tokens[j].text not in _STOPS:
        more = () if tokens[j].lower in _POSSESSIVE else _folded(tokens[j].text)
        words += more
        j += 1
        if more:
            ends[len(words)] = j
    for option in options:
        end = ends.get(len(option))
        if end and words[: len(option)] == option:
            readings = known_actors.look_up(" ".join(t.text for t in tokens[i:end]))
            if readings and readings[0].cased and _shouted(tokens, i, end):
                return None
            if readings and end - i == 1 and (readings[0].weak or tokens[i].lower in names.kinds("place_heads")):
                return Unit(i, end, hint=readings[0])
            if readings:
                return Unit(i, end, readings)
    return None


def _shouted(tokens: tuple[Token, ...], i: int, end: int) -> bool:
    """Whether an abbreviation that is a word too stands among other words in capitals: “THIS IS GOOD”."""
    if end - i > 1 or (not names.is_common(tokens[i].lower) and tokens[i].lower not in names.words("never_names")):
        return False
    beside = (tokens[j] for j in (i - 1, end) if 0 <= j < len(tokens))
    return any(len(t.text) > 1 and t.text.isupper() and t.lower in names.words("never_names") for t in beside)


def runs(tokens: tuple[Token, ...], text: str, known: dict[int, Unit]) -> list[list[Unit]]:
    """The sentence's runs of capitalised words and known names, joined over the connectives of names."""
    found: list[list[Unit]] = []
    i = 0
    while i < len(tokens):
        unit = _unit(tokens, known, i)
        if unit is None:
            i += 1
            continue
        run = [unit]
        while run[-1].end < len(tokens) and len(run) < _LONGEST:
            step = _next(tokens, text, known, run)
            if not step:
                break
            run += step
        found.append(run)
        i = run[-1].end
    return found


def _unit(tokens: tuple[Token, ...], known: dict[int, Unit], i: int) -> Unit | None:
    """The known name or the capitalised word at token `i`; no word that is never part of a name, but an initial."""
    if i >= len(tokens):
        return None
    if i in known:
        return known[i]
    token = tokens[i]
    if not is_capital(token.text) or token.lower.partition("-")[0] in names.words("tens"):
        return None
    if token.lower in names.words("never_names"):
        initial = len(token.text) == 1 and i + 1 < len(tokens) and tokens[i + 1].text == "."
        return Unit(i, i + 1) if initial else None
    return Unit(i, i + 1)


@lru_cache(maxsize=16384)
def is_native(word: str) -> bool:
    """Whether the word's script knows no capitals (Arabic, Han, …)."""
    return not word[0].isupper() and word[0].isalpha() and not word[0].islower()


def _adjacent(tokens: tuple[Token, ...], text: str, j: int) -> bool:
    """Whether nothing but blanks stands before token `j`."""
    before, start = tokens[j - 1].end, tokens[j].start
    return start - before <= 1 and text[before:start] != "\n"


def _next(tokens: tuple[Token, ...], text: str, known: dict[int, Unit], run: list[Unit]) -> list[Unit]:
    """The units that carry the run on, with any connectives before them; empty where it ends."""
    j = run[-1].end
    if not _adjacent(tokens, text, j) or is_native(tokens[j - 1].text) or is_native(tokens[j].text):
        return []
    unit = _unit(tokens, known, j)
    if unit:
        return [unit]
    if tokens[j].text in _QUOTES and len(run) == 1 and tokens[run[0].start].text in names.given_names():
        return _nickname(tokens, known, j)
    return _linked(tokens, text, known, run) if tokens[j].lower in names.words("connectives") else []


def _linked(tokens: tuple[Token, ...], text: str, known: dict[int, Unit], run: list[Unit]) -> list[Unit]:
    """The connective after the run and the unit behind it, where both belong to the name."""
    j = run[-1].end
    word, last, link = tokens[j].lower, tokens[j - 1].lower, Unit(j, j + 1)
    after = _unit(tokens, known, j + 1) if j + 1 < len(tokens) and _adjacent(tokens, text, j + 1) else None
    if word == "." and (last in names.words("abbreviated") or (len(last) == 1 and last.isalpha())):
        return [link, after] if after else [link] if last in _COMPANY_ENDS or len(last) == 1 < len(run) else []
    if not after:
        return _of_the(tokens, known, run)
    return [link, after] if _joins(tokens, known, run, word, after) else []


def _nickname(tokens: tuple[Token, ...], known: dict[int, Unit], j: int) -> list[Unit]:
    """The nickname in quotation marks between a given name and a surname, with both: “"Barbecue" Chérizier”."""
    surname = _unit(tokens, known, j + 3)
    if surname and is_capital(tokens[j + 1].text) and tokens[j + 2].text in _QUOTES:
        return [Unit(j, j + 1), Unit(j + 1, j + 2), Unit(j + 2, j + 3), surname]
    return []


def _joins(tokens: tuple[Token, ...], known: dict[int, Unit], run: list[Unit], word: str, after: Unit) -> bool:
    """Whether the connective `word` belongs to one name together with what stands on both its sides."""
    last = tokens[run[-1].end - 1].lower
    if word in {"'", "’"}:
        joins = last.endswith("s") and tokens[after.end - 1].lower in names.kinds("organization_heads")
    elif word in _POSSESSIVE:
        joins = names.is_common(last) and not run[-1].known and not _is_place_head(tokens, after)
    elif word == "of" and last in names.words("offices"):
        joins = tokens[after.start].lower in names.words("office_matters")
    elif word in {"of", "for", "on"}:
        joins = _takes_of(tokens, run, word)
    elif word == "and":
        joins = _takes_and(tokens, run, after, known)
    else:
        particle = word in names.words("person_particles") and not run[-1].known
        joins = particle or (word in {"&", "+"} and not _two_persons(tokens, run, after))
    return joins or (word.isalpha() and word != "and" and _is_place_of(last, word, tokens[after.start].text))


def _two_persons(tokens: tuple[Token, ...], run: list[Unit], after: Unit) -> bool:
    """Whether “&” stands between two persons, each with a given name (“Jay & Trish”), not inside a firm's name."""
    given = names.given_names()
    return tokens[run[0].start].text in given and tokens[after.start].text in given


def _is_place_of(*words: str) -> bool:
    """Whether the words are a place's name with a connective inside: “Frankfurt am Main”."""
    return bool(gazetteer.known(" ".join(words)))


def _is_head(tokens: tuple[Token, ...], unit: Unit) -> bool:
    return tokens[unit.end - 1].lower in names.kinds("organization_heads")


def _is_place_head(tokens: tuple[Token, ...], unit: Unit) -> bool:
    return tokens[unit.end - 1].lower in names.kinds("place_heads")


def _takes_of(tokens: tuple[Token, ...], run: list[Unit], word: str) -> bool:
    """Whether a run goes on over “of” (“Government of Iraq”, “City of X”) or “for” (“Center for Y”)."""
    last = tokens[run[-1].end - 1].lower
    if word == "of" and (last in names.kinds("place_heads") or last in names.words("thing_heads")):
        return True
    if run[-1].known:
        return False
    inside = any(tokens[u.start].lower in {"of", "for"} for u in run)
    if inside and names.is_common(last) and any(_is_head(tokens, u) for u in run):
        return True
    return last in names.kinds("organization_heads") or last in names.words("organization_openers")


def _of_the(tokens: tuple[Token, ...], known: dict[int, Unit], run: list[Unit]) -> list[Unit]:
    j = run[-1].end
    if tokens[j].lower not in {"of", "for", "on"} or j + 2 >= len(tokens) or tokens[j + 1].lower != "the":
        return []
    after = _unit(tokens, known, j + 2)
    return [Unit(j, j + 1), Unit(j + 1, j + 2), after] if after and _takes_of(tokens, run, tokens[j].lower) else []


def _takes_and(tokens: tuple[Token, ...], run: list[Unit], after: Unit, known: dict[int, Unit]) -> bool:
    """Whether “and” stands inside one organization's name: “Ministry of Rural Rehabilitation and Development”."""
    if after.known or run[-1].known:
        return False
    end = after.end
    while end < len(tokens) and is_capital(tokens[end].text) and end not in known:
        end += 1
    ends_in = tokens[end - 1].lower
    if any(tokens[u.start].lower in {"of", "for"} for u in run) and names.is_common(tokens[run[-1].start].lower):
        return names.is_common(ends_in)
    return ends_in in names.words("joint_heads") and names.is_common(tokens[run[-1].start].lower)
