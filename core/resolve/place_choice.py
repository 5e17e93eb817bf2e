"""Chooses the gazetteer's place that best fits a name in its text; `core.resolve.places` gives the rules."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from core.lexicon.gazetteer import GazetteerPlace, known, worth
from core.lexicon.near_places import Near, near
from core.lexicon.place_words import PlaceWord
from core.resolve.place_context import Named

_FOREIGN = 100_000  # inhabitants that a place outside the article's countries must have
_FOREIGN_OTHER = 2_000_000  # the same, by one of its other names
_LISTED_FOREIGN = 15_000  # the same, for one that our own tables list
_CLOSE = 1.0  # orders of magnitude within which two candidates are called ambiguous
_FUZZY_COUNTRIES = 6  # as many of the article's countries are searched for misspellings
_HELD = 8.0  # what lying in a place named with it is worth, in orders of magnitude
_NEIGHBOURS = 3.0  # what lying in, or being, a first-order division of which the article names other places is worth
_ARTICLE = 8.0  # what “the” before a name is worth for a region, a valley and the like
_ABOUT, _SHARE = 2.0, 3.0  # what lying in a country of the article is worth, and how much more for its only one
_DIRECTIONS = frozenset(
    "northern southern eastern western central north south east west northeastern northwestern southeastern "
    "southwestern north-eastern north-western south-eastern south-western upper lower greater".split()
)


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen for a name.

    Args:
        place: The gazetteer's place.
        fit: How well it fits, in orders of magnitude of inhabitants.
        spelling: How like the two names are, 100 where the gazetteer has the name just so.
        rival: Another place that fits nearly as well, None where there is none.
    """

    place: GazetteerPlace
    fit: float
    spelling: float
    rival: GazetteerPlace | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What the article speaks of: countries with the share of each, and divisions (country, code) of settled places."""

    countries: dict[str, float]
    divisions: frozenset[tuple[str, str]] = frozenset()


def choose(name: Named, word: PlaceWord | None, inside: tuple[GazetteerPlace, ...], about: About) -> Choice | None:
    """The place that `name` stands for, None where the gazetteer has none that fits.

    A “region” is the one of that name (the Sahel), else the first-order division in a country of the article, if any.

    Args:
        name: The name and what its own words say.
        word: What the article says that it is.
        inside: Places that the text puts it in.
        about: What the article speaks of.
    """
    if word is None or word.level != "division":
        return _best(name, word, inside, about)
    plain = _best(name, word._replace(level=""), inside, about)
    if plain is not None and plain.place.level == "feature":
        return plain
    division = _best(name, word._replace(level="admin1"), inside, about)
    held = division is not None and division.place.country in (about.countries or [division.place.country])
    return division if held else plain


def _best(name: Named, word: PlaceWord | None, inside: tuple[GazetteerPlace, ...], about: About) -> Choice | None:
    inside += tuple(p for p in known(name.within) if p.level in {"country", "admin1"}) if name.within else ()
    found = _candidates(name, word, inside, about.countries)
    choices = [Choice(n.place, _fit(n, inside, about) + _definite(name, n.place), n.score) for n in found]
    choices.sort(key=lambda c: (-c.fit, c.place.id))
    if not choices:
        return None
    best = choices[0]
    rival = next((c.place for c in choices[1:] if best.fit - c.fit < _CLOSE and _apart(best.place, c.place)), None)
    return Choice(best.place, best.fit, best.spelling, rival)


def _candidates(
    name: Named, word: PlaceWord | None, inside: tuple[GazetteerPlace, ...], countries: dict[str, float]
) -> list[Near]:
    exact: list[Near] = []
    for spelling in _spellings(name, word):
        hits = [Near(p, "", 100.0) for p in known(spelling) if _eligible(p, countries, inside)]
        found = [n for n in hits if agrees(n.place, word)]
        if found:
            break
        exact += hits
    else:
        context = tuple(dict.fromkeys([*(h.country for h in inside), *countries]))[:_FUZZY_COUNTRIES]
        found = [n for n in near(name.name, context) if agrees(n.place, word)]
    return found or [n for n in exact if _called_so(n.place, word)]


def _called_so(place: GazetteerPlace, word: PlaceWord | None) -> bool:
    """Whether a place of another kind than the word's may still be what is meant (“the Arctic seas”)."""
    if word is None or not place.main:
        return False
    if word.level in {"admin1", "admin2"} or word.kind == "neighbourhood":
        return place.level in {"country", "admin1", "admin2", "settlement"}
    return word.level == "feature" and place.level == "feature"


def _spellings(name: Named, word: PlaceWord | None) -> list[str]:
    """What to look up, the fullest first: a valley, an airport or a county may have the word in its name."""
    joined = f"{name.name} {word.kind}" if word is not None and word.level in {"feature", "airport", "admin2"} else ""
    return [spelling for spelling in dict.fromkeys((name.full, joined, name.name)) if spelling]


def _eligible(place: GazetteerPlace, countries: dict[str, float], inside: tuple[GazetteerPlace, ...]) -> bool:
    """A place outside the countries that the article speaks of must be well known, or held by a place named with it."""
    if not countries or place.country in countries or not place.country:
        return True
    if (
        worth(place) >= _FOREIGN
        or place.population >= _FOREIGN_OTHER
        or (place.listed and place.population >= _LISTED_FOREIGN)
    ):
        return True
    return any(lies_in(place, holder) for holder in inside)


def agrees(place: GazetteerPlace, word: PlaceWord | None) -> bool:
    """Whether the place can be what the text's word says that it is."""
    if word is None or not word.level:
        return True
    if word.level == "feature":
        same = place.kind == word.kind or {place.kind, word.kind} <= {"mountain", "mountains"}
        return place.level == "feature" and same
    if word.level == "admin2":
        return place.level in {"admin2", "settlement"}
    return place.level == word.level


def _fit(near_: Near, inside: tuple[GazetteerPlace, ...], about: About) -> float:
    place = near_.place
    points = math.log10(worth(place)) - (0 if place.main else 1) - (100 - near_.score) / 4
    if place.country in about.countries or place.level == "country":
        points += _ABOUT + _SHARE * about.countries.get(place.country, 0.0)
    if place.level != "country" and (place.country, place.admin1) in about.divisions:
        points += _NEIGHBOURS
    return points + (_HELD if any(lies_in(place, holder) for holder in inside) else 0.0)


def _definite(name: Named, place: GazetteerPlace) -> float:
    """What “the” tells: it stands before regions, valleys and the like, before no town or division called just so."""
    return _ARTICLE if name.definite and place.level == "feature" else 0.0


def lies_in(place: GazetteerPlace, holder: GazetteerPlace) -> bool:
    """Whether `place` is inside `holder`, a country or a first-order division."""
    if place.country != holder.country or place.id == holder.id or place.level == "country":
        return False
    return holder.level == "country" or (holder.level == "admin1" and place.admin1 == holder.admin1)


def _apart(one: GazetteerPlace, other: GazetteerPlace) -> bool:
    """Whether two places are not just a division and the town that it is named after."""
    return one.id != other.id and (one.country, one.admin1) != (other.country, other.admin1)


@lru_cache(maxsize=4096)
def whole_of(name: str) -> GazetteerPlace | None:
    """The country or division of which `name` says a part (“Northern Iraq”), None where it says none."""
    direction, _, rest = name.partition(" ")
    if direction.lower() not in _DIRECTIONS:
        return None
    return next((p for p in known(rest) if p.main and p.level in {"country", "admin1"}), None)
