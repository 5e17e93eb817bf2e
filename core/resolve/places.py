"""Decides which place each place mention stands for: `resolve_places`.

The rules, in the order of their weight (`core.resolve.place_choice`):

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
None where the place has no coordinates. A place whose own point is not known has its division's, with that precision.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable

from core.lexicon.gazetteer import GazetteerPlace, country_name, division_of, known, worth
from core.lexicon.known_actors import by_key
from core.lexicon.place_keys import place_key
from core.lexicon.place_words import PlaceWord
from core.model import Document, Layer, Link, Mention, Place, stable_id
from core.resolve.place_choice import About, Choice, agrees, choose, lies_in, whole_of
from core.resolve.place_context import Named, read_names

_NEIGHBOUR = re.compile(r"\b(?:borders?|frontier) with (?:\w+ and )?$|\b(?:neighbou?ring|bordering) $", re.IGNORECASE)
_PRECISION = {"settlement": 1, "airport": 1, "admin2": 3, "admin1": 4, "feature": 5, "country": 6}
_WIDE = frozenset({"sea", "continent"})
_POINTS = frozenset({"camp", "neighbourhood", "base", "dam", "border crossing", "pass", "mountain"})
_UNMISTAKABLE = 200_000  # inhabitants (or their worth) from which a name alone may tell the country …
_TOWN, _HAMLET = (
    15_000,
    1_000,
)  # inhabitants from which a name that no other country has tells one, alone or with others
_FAR = 20  # … where no namesake abroad has a twentieth of them


def resolve_places(doc: Document, mentions: Iterable[Mention]) -> tuple[Link[Place], ...]:
    """Links every mention of layer PLACE to a place, with the reason in words.

    Returns:
        One link a mention, in order of position; a place that the gazetteer does not have is linked as written.
    """
    mentions = tuple(mentions)
    names = read_names(doc, mentions)
    words = _agreed_words(names)
    about = About(_countries(mentions, names, _dateline(doc)))
    chosen = _decide(names, words, about)
    settled = frozenset((c.place.country, c.place.admin1) for c in chosen if c and c.rival is None and c.place.admin1)
    if settled:
        chosen = _decide(names, words, About(about.countries, settled))
    held: dict[str, list[GazetteerPlace]] = {}
    for n in names:
        held.setdefault(place_key(n.name), []).extend(c.place for h in n.holders if (c := chosen[h]) is not None)
    return tuple(
        _link(n, word, choice, held[place_key(n.name)]) for n, word, choice in zip(names, words, chosen, strict=True)
    )


def countries_of(doc: Document, mentions: Iterable[Mention]) -> dict[str, float]:
    """The countries that an article speaks of (ISO codes), each with its share of what points to any.

    A neighbour that is named as one (“the border with Mali”) is not counted.
    """
    mentions = tuple(m for m in mentions if not _NEIGHBOUR.search(doc.text[max(0, m.span.start - 24) : m.span.start]))
    return _countries(mentions, read_names(doc, mentions), _dateline(doc))


def _dateline(doc: Document) -> str:
    return doc.article.dateline.of(doc.text) if doc.article.dateline else ""


def _decide(names: list[Named], words: list[PlaceWord | None], about: About) -> list[Choice | None]:
    """The choice for each name: divisions before what lies in them, and what the text places before bare names.

    A bare name takes the choice of the same name where the article says in what it lies.
    """
    holding = {h for n in names for h in n.holders}
    chosen: list[Choice | None] = [None] * len(names)
    made: dict[tuple[object, ...], Choice | None] = {}
    told: dict[str, Choice] = {}
    for i in sorted(range(len(names)), key=lambda i: (_rank(words[i]), i not in holding, not names[i].holders, -i)):
        name, word, key = names[i], words[i], place_key(names[i].name)
        inside = tuple(c.place for h in name.holders if (c := chosen[h]) is not None)
        if not inside and not name.within and key in told and agrees(told[key].place, word):
            chosen[i] = told[key]
            continue
        once = (key, name.full, name.within, name.definite, word, inside)
        if once not in made:
            made[once] = choose(name, word, inside, about)
        chosen[i] = choice = made[once]
        if choice is not None and (name.within or any(lies_in(choice.place, p) for p in inside)):
            told.setdefault(key, choice)
    return chosen


def _rank(word: PlaceWord | None) -> int:
    return 0 if word and word.level in {"country", "admin1", "division"} else 2 if word and word.level else 1


def _agreed_words(names: list[Named]) -> list[PlaceWord | None]:
    """Each name's word for its kind; a bare name takes the word that the article gives the same name elsewhere."""
    said: dict[str, PlaceWord] = {}
    for n in names:
        if n.word and n.word.level not in {"", "division"} and n.name == n.full:
            said.setdefault(place_key(n.name), n.word)
    for n in names:
        if n.word and n.word.level in {"admin1", "admin2"}:
            said.setdefault(place_key(n.name), n.word)
    return [n.word if n.word and n.word.level else said.get(place_key(n.name)) for n in names]


def _countries(mentions: Iterable[Mention], names: list[Named], dateline: str) -> dict[str, float]:
    """The countries that the article speaks of, each with its share of what points to any."""
    votes: dict[str, float] = defaultdict(float)
    active: set[str] = set()
    for m in mentions:
        actor = by_key().get(m.key) if m.key else None
        if len(m.key) == 2 and not (m.layer is Layer.PLACE and _shared_with_division(m.text)):
            votes[m.key.upper()] += 1.0
        elif actor is not None and len(actor.countries) == 1:
            votes[actor.countries[0]] += 0.5
        elif actor is not None:
            active.update(actor.countries)
    single: dict[str, list[GazetteerPlace]] = defaultdict(list)
    written = (n.within or n.name for n in names if not n.mention.key)
    for name in dict.fromkeys([*written, *map(str.strip, dateline.split(","))]):
        if country := _told_by(name):
            votes[country] += 1.0
        elif place := _nowhere_else(name, active):
            single[place.country].append(place)
    for country, places in single.items():
        if len(places) > 1 or country in votes or country in active or places[0].population >= _TOWN:
            votes[country] += 0.5 * len(places)
    total = sum(votes.values())
    return {country: n / total for country, n in sorted(votes.items(), key=lambda item: (-item[1], item[0]))}


def _told_by(name: str) -> str:
    """The country that a name tells by itself, "" for none: its places elsewhere are all far less known."""
    found = [p for p in known(name) if p.main and p.country]
    if not found or worth(found[0]) < _UNMISTAKABLE:
        return ""
    rivals = [p for p in found if p.country != found[0].country and worth(p) * _FAR >= worth(found[0])]
    return "" if rivals or _shared_with_division(name) else found[0].country


def _shared_with_division(name: str) -> bool:
    """Whether a country's name is also that of a division elsewhere (Georgia)."""
    found = [p for p in known(name) if p.main]
    return bool(found) and found[0].level == "country" and any(p.level == "admin1" for p in found)


def _nowhere_else(name: str, active: Collection[str]) -> GazetteerPlace | None:
    """The place of the only country that has places of this name; None where there are several.

    It may be however small, and unpeopled in the gazetteer too where a group of the article is `active`.
    """
    found = [
        p
        for p in known(name)
        if p.main and (p.level == "admin2" or p.population >= _HAMLET or (p.country in active and p.level != "country"))
    ]
    return found[0] if len(name) > 4 and len({p.country for p in found}) == 1 else None


def _link(name: Named, word: PlaceWord | None, choice: Choice | None, holders: list[GazetteerPlace]) -> Link[Place]:
    if choice is None:
        return _unlocated(name, word, holders)
    found, division = choice.place, division_of(choice.place)
    district = word is not None and word.level == "admin2" and found.level in {"admin2", "settlement"}
    point = found if found.latitude is not None or division is None else division
    place = Place(
        stable_id("place", found.id, "district" if district else ""),
        found.name,
        "district" if district else found.kind,
        country_name(found.country) or None,
        division.name if division else None,
        point.latitude,
        point.longitude,
        _precision(point, district=district and point is found),
    )
    return Link(name.mention, place, _reason(place, choice), _score(choice))


def _precision(place: GazetteerPlace, *, district: bool) -> int | None:
    if place.latitude is None:
        return None
    if place.kind in _WIDE:
        return 7
    return 3 if district else 1 if place.kind in _POINTS else _PRECISION[place.level]


def _score(choice: Choice) -> float:
    sure = choice.spelling if choice.spelling < 100 else 100.0 if choice.place.main else 97.0
    return round(min(sure, 60.0) if choice.rival else sure, 1)


def _reason(place: Place, choice: Choice) -> str:
    where = ", ".join(dict.fromkeys(filter(None, (place.name, place.admin1, place.country))))
    said = f"gazetteer: {where}"
    if choice.spelling < 100:
        said += f"; spelling {choice.spelling:.0f}"
    if choice.place.latitude is None and place.latitude is not None:
        said += f"; no point of its own, shown at the middle of {place.admin1}"
    if choice.rival:
        rival = ", ".join(filter(None, (choice.rival.name, country_name(choice.rival.country))))
        said += f"; could also be the {choice.rival.kind} {rival}"
    return said


def _unlocated(name: Named, word: PlaceWord | None, holders: list[GazetteerPlace]) -> Link[Place]:
    """A place that the gazetteer does not have: as written, without coordinates, in what the text puts it in."""
    whole = whole_of(name.name)
    holders = (
        [p for p in known(name.within) if p.level in {"country", "admin1"}][:1] + holders if name.within else holders
    )
    kind = "region" if whole else word.kind if word else name.mention.kind
    shown = name.full if word and word.level == "feature" else name.name
    if shown.replace(" ", "") == "".join(name.mention.text.split()):
        shown = name.mention.text
    holder = whole or next((h for h in holders if h.level == "admin1"), holders[0] if holders else None)
    country = country_name(holder.country) if holder else ""
    division = division_of(holder) if holder else None
    place = Place(
        stable_id("place", place_key(shown), country, division.admin1 if division else "", kind),
        shown,
        kind,
        country or None,
        division.name if division else None,
    )
    said = (
        f"a part of {whole.name}"
        if whole
        else f"the text puts this {kind or 'place'} in {holder.name}"
        if holder
        else ""
    )
    return Link(
        name.mention,
        place,
        "; ".join(filter(None, (said, "not in the gazetteer: taken as written"))),
        50.0 if holder else 30.0,
    )
