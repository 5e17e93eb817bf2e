"""What a candidate's own words say of what it names: their number, case, endings, and the lexicons that hold them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from anyascii import anyascii

from core.extract.mentions.words import is_capital
from core.lexicon import gazetteer, known_actors, names

_OBSCURE = 1_000  # worth under which a place’s other name tells nothing: a village that some call “Sylvia”


@lru_cache(maxsize=16384)
def shape(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The features of the words themselves, with the word that shows each."""
    places = _gazetteer(" ".join(words))
    last = words[-2] if words[-1] == "." and len(words) > 1 else words[-1]
    return (
        (f"words_{min(len(words), 4)}", ""),
        *_letters(words, placed=bool(places)),
        *_names(words, many=len(words) > 1),
        *_ordinary(words),
        *_heads(words[0], last, many=len(words) > 1),
        *_endings(last),
        *places,
    )


def _letters(words: tuple[str, ...], *, placed: bool) -> Iterator[tuple[str, str]]:
    """What the case of the letters, and digits, tell."""
    first, many = words[0], len(words) > 1
    if not many and first.isupper() and len(first) > 1 and not (len(first) > 3 and placed):
        yield "acronym" if len(first) <= 6 else "all_capitals", first
    if not many and not first.isupper() and any(map(str.isupper, first[1:])) and "-" not in first:
        yield "inner_capital", first
    if any(map(str.isdigit, "".join(words))):
        yield "digit", first


def _ordinary(words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Whether the capitalised words are ordinary ones."""
    content = [w for w in words if is_capital(w)]
    common = sum(names.is_common(w.lower()) for w in content)
    if common:
        yield "all_common" if common == len(content) else "some_common", words[0]


def _heads(first: str, last: str, *, many: bool) -> Iterator[tuple[str, str]]:
    """What the last word says that the name is of, and the first that it opens."""
    if last.lower() in names.words("thing_heads"):
        yield "thing_head", last
    if not many and last.lower() in names.kinds("organization_heads"):
        yield "head_alone", last
    if many and last.lower() in known_actors.name_words("legal"):
        yield "legal_form", last
    if many and first.lower() in names.words("place_openers"):
        yield "place_opener", first


def _names(words: tuple[str, ...], *, many: bool) -> list[tuple[str, str]]:
    first, last = _latin(words[0]), _latin(words[-1])
    found: list[tuple[str, str]] = []
    if first in names.given_names() and first.lower() not in names.words("place_openers"):
        found.append(("given_first" if many else "given_alone", first))
    if last in names.surnames():
        found.append(("surname_last" if many else "surname_alone", last))
    elif many and last in names.given_names():
        found.append(("given_last", last))
    if all(len(w) == 1 for w in words):
        found.append(("letters", first))
    elif many and any(len(w) == 1 and w.isupper() for w in words):
        found.append(("initial", first))
    if any(w in names.words("person_particles") for w in words[1:-1]):
        found.append(("particle", first))
    if "&" in words:
        found.append(("ampersand", first))
    return found


def _latin(word: str) -> str:
    """The word in Latin letters, where its script has capitals too (“Владимир”)."""
    return word if word.isascii() or word[0] < "\u0370" else anyascii(word)


def _endings(last: str) -> list[tuple[str, str]]:
    lower = last.lower()
    found = []
    for label in ("places", "persons", "organizations"):
        hit = next((e for e in names.words(f"endings_of_{label}") if lower.endswith(e) and len(lower) > len(e) + 2), "")
        if hit and not names.is_common(lower):
            found.append((f"ending_of_{label}", f"-{hit}"))
    return found


def _gazetteer(surface: str) -> list[tuple[str, str]]:
    places = gazetteer.known(surface)
    if not places or len(surface) < 3:
        return []
    best = places[0]
    worth = gazetteer.worth(best)
    if not best.main and worth < _OBSCURE:
        return []
    size = "large" if worth >= 100_000 else "middling" if worth >= 10_000 else "small"
    return [(f"gazetteer_{size}", f"{best.name}, {best.country}" if best.country else best.name)]
