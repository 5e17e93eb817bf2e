"""Where names may stand: runs of capitalised words, with what the lexicon knows inside them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from core.lexicon import known_actors, names
from core.lexicon.known_actors import KnownName
from core.model import Token

_ARTICLE_PREFIXES = (
    "al-",
    "el-",
    "as-",
    "ash-",
    "ad-",
    "an-",
    "ar-",
    "at-",
    "az-",
    "ul-",
    "ud-",
    "d'",
    "d’",
    "l'",
    "l’",
)
_ABBREVIATED = frozenset(
    "st mt dr mr mrs ms jr sr gen col capt lt maj sgt gov sen rep inc corp co ltd no bros prof rev hon".split()
)


@dataclass(slots=True)
class Unit:
    """One word of a run, or several that the lexicon knows as one name: tokens `start` to `end` of the sentence."""

    start: int
    end: int
    known: tuple[KnownName, ...] = ()


@lru_cache(maxsize=65536)
def is_capital(word: str) -> bool:
    """Whether a token is written as a name is: a capital first, or after an article's hyphen (“al-Abadi”)."""
    if word[0].isupper():
        return True
    return word.startswith(_ARTICLE_PREFIXES) and any(map(str.isupper, word))


@lru_cache(maxsize=65536)
def _folded(word: str) -> tuple[str, ...]:
    return tuple(known_actors.fold(word).split())


def known_spans(tokens: tuple[Token, ...]) -> dict[int, Unit]:
    """First token → the longest name of the lexicon that opens there, none inside another."""
    found: dict[int, Unit] = {}
    firsts = known_actors.by_first_word()
    i = 0
    while i < len(tokens):
        unit = _known_at(tokens, i, firsts) if is_capital(tokens[i].text) or not tokens[i].text.isascii() else None
        if unit is None:
            i += 1
            continue
        found[i] = unit
        i = unit.end
    return found


def _known_at(tokens: tuple[Token, ...], i: int, firsts: object) -> Unit | None:
    words = _folded(tokens[i].text)
    if not words:
        return None
    options = firsts.get(words[0])  # type: ignore[attr-defined]
    if not options:
        return None
    longest = len(options[0])
    ends: dict[int, int] = {len(words): i + 1}
    j = i + 1
    while len(words) < longest and j < len(tokens):
        if tokens[j].text in {",", ".", ";", ":", "(", ")", "“", "”", '"'}:
            break
        more = _folded(tokens[j].text) if tokens[j].lower not in {"'s", "’s"} else ()
        words += more
        j += 1
        if more:
            ends[len(words)] = j
    for option in options:
        if len(option) in ends and words[: len(option)] == option:
            end = ends[len(option)]
            surface = _surface(tokens[i:end])
            readings = known_actors.look_up(surface)
            if readings:
                return Unit(i, end, readings)
    return None


def _surface(tokens: tuple[Token, ...]) -> str:
    return " ".join(t.text for t in tokens)


def runs(tokens: tuple[Token, ...], text: str, known: dict[int, Unit]) -> list[list[Unit]]:
    """The sentence's runs of capitalised words and known names, joined over the connectives of names."""
    found: list[list[Unit]] = []
    i = 0
    n = len(tokens)
    while i < n:
        unit = known.get(i) or (Unit(i, i + 1) if is_capital(tokens[i].text) else None)
        if unit is None or (not unit.known and tokens[i].lower in names.words("never_names")):
            i += 1
            continue
        run = [unit]
        j = unit.end
        while j < n:
            step = _next(tokens, text, known, run, j)
            if not step:
                break
            run += step
            j = run[-1].end
        found.append(run)
        i = j
    return found


def _adjacent(tokens: tuple[Token, ...], text: str, j: int) -> bool:
    """Whether nothing but one blank stands before token `j`."""
    gap = tokens[j].start - tokens[j - 1].end
    return gap == 0 or (gap <= 2 and "\n" not in text[tokens[j - 1].end : tokens[j].start])


def _unit(tokens: tuple[Token, ...], known: dict[int, Unit], j: int) -> Unit | None:
    if j >= len(tokens):
        return None
    if j in known:
        return known[j]
    return Unit(j, j + 1) if is_capital(tokens[j].text) and tokens[j].lower not in names.words("never_names") else None


def _next(tokens: tuple[Token, ...], text: str, known: dict[int, Unit], run: list[Unit], j: int) -> list[Unit]:
    """The units that carry the run on at token `j`, with any connectives before them; empty where it ends."""
    if not _adjacent(tokens, text, j):
        return []
    unit = _unit(tokens, known, j)
    if unit:
        return [unit]
    word = tokens[j].lower
    after = _unit(tokens, known, j + 1) if j + 1 < len(tokens) and _adjacent(tokens, text, j + 1) else None
    link = Unit(j, j + 1)
    last = tokens[j - 1].lower
    if word == "." and (last in _ABBREVIATED or (len(last) == 1 and last.isalpha())):
        return [link, after] if after else [link] if last in {"inc", "corp", "co", "ltd", "jr", "sr", "bros"} else []
    if not after:
        return _of_the(tokens, known, run, j) if word in {"of", "for"} else []
    if word in {"&", "'", "’"}:
        return [link, after] if word == "&" or last.endswith("s") and _is_head(tokens, after) else []
    if word in {"'s", "’s"}:
        return [link, after] if names.is_common(last) and not run[-1].known else []
    if word in names.words("person_particles"):
        return [link, after] if not run[-1].known else []
    if word in {"of", "for", "on"}:
        return [link, after] if _takes_of(tokens, run, word) else []
    if word == "and":
        return [link, after] if _takes_and(tokens, run, after, known) else []
    return []


def _is_head(tokens: tuple[Token, ...], unit: Unit) -> bool:
    return tokens[unit.end - 1].lower in names.kinds("organization_heads")


def _takes_of(tokens: tuple[Token, ...], run: list[Unit], word: str) -> bool:
    words = [tokens[u.end - 1].lower for u in run]
    if word == "of" and words[-1] in names.kinds("place_heads"):
        return True
    heads = names.kinds("organization_heads").keys() | names.words("organization_openers")
    return words[-1] in heads if word == "of" else any(w in heads for w in words)


def _of_the(tokens: tuple[Token, ...], known: dict[int, Unit], run: list[Unit], j: int) -> list[Unit]:
    if j + 2 < len(tokens) and tokens[j + 1].lower == "the" and _takes_of(tokens, run, tokens[j].lower):
        after = _unit(tokens, known, j + 2)
        if after:
            return [Unit(j, j + 1), Unit(j + 1, j + 2), after]
    return []


def _takes_and(tokens: tuple[Token, ...], run: list[Unit], after: Unit, known: dict[int, Unit]) -> bool:
    """Whether “and” stands inside one organization's name: “Ministry of Rural Rehabilitation and Development”."""
    if after.known or run[-1].known:
        return False
    inside = any(tokens[u.start].lower == "of" for u in run) and names.is_common(tokens[run[-1].start].lower)
    end = after.end
    while end < len(tokens) and is_capital(tokens[end].text) and end not in known:
        end += 1
    last = tokens[end - 1].lower
    if inside:
        return names.is_common(last)
    return last in {
        "railroad",
        "railway",
        "commission",
        "organization",
        "agency",
        "affairs",
        "company",
        "administration",
        "committee",
        "fund",
        "bureau",
    }
