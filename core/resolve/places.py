"""Decides which place each place mention stands for: `resolve_places`.

The rules, in the order of their weight (`_fit`):

1. Kind. What the text calls a district, a valley or an airport is one. A district and the town that it is named
   after are one entry of the gazetteer; the text's word decides which of the two the mention means.
2. Containment. “X district, Y province”, “X in Y”, “Y’s X”: a place that lies in Y wins over its namesakes.
3. Country. Places in the countries that the article speaks of (by their names, peoples, governments, armed groups
   and unmistakable cities) win, in proportion to how much it speaks of them.
4. The name. A place's main name wins over its other names, and any exact name over a misspelling; misspellings
   (rapidfuzz's ratio of the folded names of at least 88) are only looked for in the article's countries.
5. Size, last.

Each article is decided by itself, so that adding one changes no other. A place's id, name and kind depend on the
place alone, not on the article: the name is the one in our own tables (the spelling that English-language news
uses), else GeoNames' own, without diacritics where it is a transcription.

`Place.precision` is UCDP's where_prec: 1 a town, village, airport or the like; 3 a district; 4 a first-order
division; 5 what has an extent but no seat (valley, river, mountains, region); 6 a country; 7 seas and continents;
None where the place has no coordinates.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from core.lexicon.gazetteer import GazetteerPlace, Near, country_name, division_of, known, near, worth
from core.lexicon.known_actors import by_key
from core.lexicon.place_keys import place_key
from core.lexicon.place_words import PlaceWord
from core.model import Document, Link, Mention, Place, stable_id
from core.resolve.place_context import Named, read_names

_PRECISION = {"settlement": 1, "airport": 1, "admin2": 3, "admin1": 4, "feature": 5, "country": 6}
_WIDE = frozenset({"sea", "continent"})
_POINTS = frozenset({"camp", "neighbourhood", "base", "dam", "border crossing", "pass", "mountain"})
_UNMISTAKABLE = 300_000  # inhabitants (or their worth) from which a name alone tells the country
_FOREIGN = 15_000  # inhabitants that a place outside the article's countries must have
_CLOSE = 1.0  # points of fit within which two candidates are called ambiguous
_FUZZY_COUNTRIES = 6


@dataclass(frozen=True, slots=True)
class _Choice:
    place: GazetteerPlace
    fit: float
    spelling: float
    rival: GazetteerPlace | None = None


def resolve_places(doc: Document, mentions: Iterable[Mention]) -> tuple[Link[Place], ...]:
    """Links every mention of layer PLACE to a place, with the reason in words.

    Returns:
        One link a mention, in order of position; a place that the gazetteer does not have is linked as written.
    """
    mentions = tuple(mentions)
    names = read_names(doc, mentions)
    countries = _countries(mentions, names)
    words = _agreed_words(names)
    chosen: dict[int, _Choice | None] = {}
    made: dict[tuple[object, ...], _Choice | None] = {}
    for i in sorted(range(len(names)), key=lambda i: (_rank(words[i]), i)):
        holders = tuple(h for h in names[i].holders if h in chosen and chosen[h] is not None)
        inside = tuple(c.place for h in holders if (c := chosen[h]) is not None)
        key = (place_key(names[i].full), words[i], inside)
        if key not in made:
            made[key] = _choose(names[i], words[i], inside, countries)
        chosen[i] = made[key]
    return tuple(
        _link(names[i], words[i], chosen[i], [c for h in names[i].holders if (c := chosen.get(h))])
        for i in range(len(names))
    )


def _rank(word: PlaceWord | None) -> int:
    return 0 if word and word.level in {"country", "admin1"} else 2 if word and word.level else 1


def _agreed_words(names: list[Named]) -> list[PlaceWord | None]:
    """Each name's word for its kind; a bare name takes the word that the article gives the same name elsewhere."""
    said: dict[str, PlaceWord] = {}
    for n in names:
        if n.word and n.word.level and n.name == n.full:
            said.setdefault(place_key(n.name), n.word)
    for n in names:
        if n.word and n.word.level in {"admin1", "admin2"}:
            said.setdefault(place_key(n.name), n.word)
    return [n.word if n.word and n.word.level else said.get(place_key(n.name)) for n in names]


def _countries(mentions: Iterable[Mention], names: list[Named]) -> dict[str, float]:
    """The countries that the article speaks of, each with its share of what points to any."""
    votes: dict[str, float] = defaultdict(float)
    for m in mentions:
        actor = by_key().get(m.key) if m.key else None
        if len(m.key) == 2:
            votes[m.key.upper()] += 1.0
        elif actor is not None and len(actor.countries) == 1:
            votes[actor.countries[0]] += 0.5
    for name in {n.full: n for n in names if not n.mention.key}.values():
        found = [p for p in known(name.name) if p.main and worth(p) >= _UNMISTAKABLE and p.country]
        if found and (found[0].level == "country" or len({p.country for p in found}) == 1):
            votes[found[0].country] += 1.0
    total = sum(votes.values())
    return {country: n / total for country, n in sorted(votes.items(), key=lambda item: (-item[1], item[0]))}


def _agrees(place: GazetteerPlace, word: PlaceWord | None) -> bool:
    """Whether the place can be what the text's word says that it is."""
    if word is None or not word.level:
        return True
    if word.level == "feature":
        return place.level == "feature" and (
            place.kind == word.kind or {place.kind, word.kind} <= {"mountain", "mountains"}
        )
    if word.level == "admin2":
        return place.level in {"admin2", "settlement"}
    if word.level == "admin1" and word.kind == "province":
        return place.level == "admin1"
    return place.level == word.level


def _fit(
    place: GazetteerPlace, spelling: float, inside: tuple[GazetteerPlace, ...], countries: dict[str, float]
) -> float:
    """How well a candidate fits, in orders of magnitude of inhabitants."""
    points = math.log10(worth(place)) - (0 if place.main else 1) - (100 - spelling) / 4
    if place.country in countries:
        points += 2 + 3 * countries[place.country]
    return points + max((6.0 for holder in inside if _lies_in(place, holder)), default=0.0)


def _lies_in(place: GazetteerPlace, holder: GazetteerPlace) -> bool:
    if place.country != holder.country or place.id == holder.id:
        return False
    return holder.level == "country" or (
        holder.level == "admin1" and place.level != "country" and place.admin1 == holder.admin1
    )


def _eligible(place: GazetteerPlace, countries: dict[str, float], inside: tuple[GazetteerPlace, ...]) -> bool:
    """A place outside the countries that the article speaks of must be well known, or held by a place named with it."""
    if not countries or place.country in countries or not place.country:
        return True
    return worth(place) >= _FOREIGN or any(_lies_in(place, holder) for holder in inside)


def _choose(
    name: Named, word: PlaceWord | None, inside: tuple[GazetteerPlace, ...], countries: dict[str, float]
) -> _Choice | None:
    scored = _scored(name, word, inside, countries)
    if not scored:
        return None
    best = scored[0]
    rival = next((c for c in scored[1:] if best.fit - c.fit < _CLOSE and _apart(best.place, c.place)), None)
    return _Choice(best.place, best.fit, best.spelling, rival.place if rival else None)


def _apart(one: GazetteerPlace, other: GazetteerPlace) -> bool:
    """Whether two places are not just a division and the town that it is named after."""
    return one.id != other.id and (one.country, one.admin1) != (other.country, other.admin1)


def _scored(
    name: Named, word: PlaceWord | None, inside: tuple[GazetteerPlace, ...], countries: dict[str, float]
) -> list[_Choice]:
    exact = [Near(p, "", 100.0) for spelling in _spellings(name, word) for p in known(spelling)]
    found = [n for n in exact if _agrees(n.place, word) and _eligible(n.place, countries, inside)]
    if not found:
        context = tuple(dict.fromkeys([*(h.country for h in inside), *countries]))[:_FUZZY_COUNTRIES]
        found = [n for n in near(name.name, context) if _agrees(n.place, word)]
    choices = [_Choice(n.place, _fit(n.place, n.score, inside, countries), n.score) for n in found]
    return sorted(choices, key=lambda c: (-c.fit, c.place.id))


def _spellings(name: Named, word: PlaceWord | None) -> list[str]:
    """What to look up, the fullest first: a valley, an airport or a county may have the word in its name."""
    joined = f"{name.name} {word.kind}" if word is not None and word.level in {"feature", "airport", "admin2"} else ""
    return [spelling for spelling in dict.fromkeys((name.full, joined, name.name)) if spelling]


def _link(name: Named, word: PlaceWord | None, choice: _Choice | None, holders: list[_Choice]) -> Link[Place]:
    if choice is None:
        return _unlocated(name, word, [h.place for h in holders])
    found = choice.place
    district = word is not None and word.level == "admin2"
    division = division_of(found)
    place = Place(
        stable_id("place", found.id, "district" if district else ""),
        found.name,
        "district" if district else found.kind,
        country_name(found.country) or None,
        division.name if division and found.level != "country" else None,
        found.latitude,
        found.longitude,
        _precision(found, district=district),
    )
    return Link(name.mention, place, _reason(place, choice), _score(choice))


def _precision(place: GazetteerPlace, *, district: bool) -> int | None:
    if place.latitude is None:
        return None
    if place.kind in _WIDE:
        return 7
    return 3 if district else 1 if place.kind in _POINTS else _PRECISION[place.level]


def _score(choice: _Choice) -> float:
    sure = choice.spelling if choice.spelling < 100 else 100.0 if choice.place.main else 97.0
    return round(min(sure, 60.0) if choice.rival else sure, 1)


def _reason(place: Place, choice: _Choice) -> str:
    where = ", ".join(dict.fromkeys(filter(None, (place.name, place.admin1, place.country))))
    said = f"gazetteer: {where}"
    if choice.spelling < 100:
        said += f"; spelling {choice.spelling:.0f}"
    if choice.rival:
        rival = ", ".join(filter(None, (choice.rival.name, country_name(choice.rival.country))))
        said += f"; could also be the {choice.rival.kind} {rival}"
    return said


def _unlocated(name: Named, word: PlaceWord | None, holders: list[GazetteerPlace]) -> Link[Place]:
    """A place that the gazetteer does not have: as written, without coordinates, in what the text puts it in."""
    kind = word.kind if word else name.mention.kind
    shown = name.full if word and word.level == "feature" else name.name
    holder = next((h for h in holders if h.level == "admin1"), holders[0] if holders else None)
    country = country_name(holder.country) if holder else None
    division = division_of(holder) if holder else None
    place = Place(
        stable_id("place", place_key(shown), country or "", kind),
        shown,
        kind,
        country or None,
        division.name if division else None,
    )
    inside = f"listed as a {kind or 'place'} in {holder.name}; " if holder else ""
    return Link(name.mention, place, f"{inside}not in the gazetteer: taken as written", 50.0 if holder else 30.0)
