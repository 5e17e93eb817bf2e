"""The worldwide gazetteer: which places a name can stand for, at a few microseconds a look-up.

    >>> known("Pol-e-Hesar")[0].name       # any spelling, any script: ("پلحصار" gives the same place)
    'Pol-e-Hesar'

`known(name)` returns every place of that name, the likeliest first, and () for what is no place's name;
`country_name(code)` gives a country's English name. Misspellings are `core.lexicon.near_places`'s matter.

The data are `gazetteer_data/` (written by build_gazetteer.py from GeoNames, CC BY 4.0, and airportsdata, MIT), which
stays compressed text until it is asked, and our own tables in `places_own/`, which come first: a row there that has
no point of its own renames, and adds spellings to, the place of the same level and country that one of its names means.
"""

from __future__ import annotations

import csv
import gzip
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from core.errors import LexiconError
from core.lexicon.place_keys import place_key

LEVELS = ("country", "admin1", "admin2", "settlement", "airport", "feature")
_HEAD = 3  # bytes
_OWN_TABLES = {
    "country": "countries.csv",
    "admin1": "provinces.csv",
    "admin2": "districts.csv",
    "feature": "features.csv",
}
_ABBREVIATION = re.compile(r"[A-ZА-Я]{2,4}|(?:[A-Z]\.){2,4}")


class GazetteerPlace(NamedTuple):
    """One place as the gazetteer has it.

    Args:
        id: GeoNames' number, an airport's ICAO code, or “own:” with the folded name for a place of our own tables.
        kind: country, province (state, governorate, …), district, city, town, village, airport, valley, river, …
        level: One of `LEVELS`; “feature” is whatever no one governs.
        country: ISO 3166-1 code; "" for what lies in several.
        admin1: GeoNames' code of the first-order division inside the country, "" if unknown or none.
        population: 0 where unknown.
        main: Whether the name that was asked is one in use: the place's main one, or one of our own tables'.
        listed: Whether our own tables have it.
    """

    id: str
    name: str
    kind: str
    level: str
    country: str
    admin1: str
    latitude: float | None
    longitude: float | None
    population: int
    main: bool = True
    listed: bool = False


def _lines(name: str) -> tuple[bytes, memoryview]:
    """A data file's bytes and where each of its lines begins (one more at the end)."""
    data = gzip.decompress(files("core.lexicon").joinpath("gazetteer_data", name).read_bytes())
    ends = np.flatnonzero(np.frombuffer(data, np.uint8) == ord("\n")).astype(np.uint32)
    return data, memoryview(np.concatenate((np.zeros(1, np.uint32), ends + 1)).tobytes()).cast("I")


def _heads(keys: bytes, begins: memoryview) -> dict[bytes, range]:
    """For the first three bytes of a key the lines that begin so; keys are sorted, so they stand together."""
    letters = np.frombuffer(keys + b"\n" * _HEAD, np.uint8)
    at = np.frombuffer(begins, np.uint32)[:-1]
    codes = sum(letters[at + i].astype(np.uint32) << 8 * (_HEAD - 1 - i) for i in range(_HEAD))
    edges = [0, *(np.flatnonzero(np.diff(codes)) + 1).tolist(), len(at)]
    return {keys[begins[i] : begins[i] + _HEAD]: range(i, j) for i, j in pairwise(edges)}


def _demoted(place: GazetteerPlace) -> GazetteerPlace | None:
    """A place under a name that our own tables give to another: no main name of one that they rename, else none of it.

    “Gaza” is the Gaza Strip rather than Gaza City, “Central Africa” a region and no name of the republic.
    """
    if not place.listed:
        return place
    return place._replace(main=False) if place.main else None


class Gazetteer:
    """The data files in memory, as bytes that are searched by halving; use the module's functions instead."""

    def __init__(self) -> None:
        self._places, self._place_at = _lines("places.tsv.gz")
        self._keys, self._key_at = _lines("keys.txt.gz")
        packed = gzip.decompress(files("core.lexicon").joinpath("gazetteer_data", "links.bin.gz").read_bytes())
        numbers = np.frombuffer(packed, "<u4")
        self._begins, self._links = numbers[: len(self._key_at)], numbers[len(self._key_at) :]
        self._heads = _heads(self._keys, self._key_at)
        self._own: dict[str, list[GazetteerPlace]] = {}
        self._renamed: dict[str, GazetteerPlace] = {}

    def _key(self, number: int) -> bytes:
        return self._keys[self._key_at[number] : self._key_at[number + 1] - 1]

    def _line(self, number: int) -> list[str]:
        return self._places[self._place_at[number] : self._place_at[number + 1] - 1].decode().split("\t")

    def place(self, number: int, *, main: bool = True) -> GazetteerPlace:
        """The place on line `number` of places.tsv, under our own name if it has one."""
        id_, kind, name, country, admin1, lat, lon, people = self._line(number)
        if id_ in self._renamed:
            return self._renamed[id_]._replace(main=main)
        level, x, y = LEVELS[int(kind[0])], float(lat) if lat else None, float(lon) if lon else None
        return GazetteerPlace(id_, name, kind[1:], level, country, admin1, x, y, int(people or 0), main)

    def by_key(self, key: str) -> list[GazetteerPlace]:
        """All places of the data files and the own tables that have the folded name `key`."""
        found = list(self._own.get(key, ()))
        wanted = key.encode("utf-8", "surrogatepass")
        lines = self._heads.get(wanted[:_HEAD]) if len(wanted) >= _HEAD else range(len(self._key_at) - 1)
        number = lines.start + bisect_left(lines, wanted, key=self._key) if lines else -1
        if lines and number < lines.stop and self._key(number) == wanted:
            seen = {p.id for p in found}
            links = self._links[self._begins[number] : self._begins[number + 1]].tolist()
            links_to = [p for n in links if (p := self.place(n >> 1, main=not n & 1)).id not in seen]
            found += [p for p in map(_demoted, links_to) if p] if found else links_to
        return found

    def block(self, country: str) -> range:
        """The lines of places.tsv that hold the country's places."""
        code, every = country.encode(), range(len(self._place_at) - 1)
        return range(bisect_left(every, code, key=self._country), bisect_left(every, code + b"~", key=self._country))

    def _country(self, number: int) -> bytes:
        return self._places[self._place_at[number] : self._place_at[number + 1]].split(b"\t", 4)[3]

    def keys_of(self, country: str, beginnings: Iterable[str]) -> list[str]:
        """The folded names, in order, of the country's places that begin with one of `beginnings`."""
        opens, block = tuple(beginnings), self.block(country)
        own = (key for key in self._own_names.get(country, ()) if key.startswith(opens))
        return sorted({*own, *(key for begin in opens for key in self._beginning(begin.encode(), block))})

    def _beginning(self, begin: bytes, block: range) -> Iterator[str]:
        """The data files' names that begin with `begin` and belong to a place of `block`."""
        every = range(len(self._key_at) - 1)
        first = bisect_left(every, begin, key=self._key)
        last = bisect_left(every, begin + b"\xff", lo=first, key=self._key)
        begins = self._begins[first : last + 1]
        links = self._links[begins[0] : begins[-1]]
        hits = np.flatnonzero((links >= 2 * block.start) & (links < 2 * block.stop)) + begins[0]
        numbers = np.searchsorted(begins, hits, "right") + (first - 1)
        return (self._key(n).decode() for n in dict.fromkeys(numbers.tolist()))

    @cached_property
    def _own_names(self) -> dict[str, set[str]]:
        """The folded names in our own tables by country."""
        found: dict[str, set[str]] = defaultdict(set)
        for key, places in self._own.items():
            for place in places:
                found[place.country].add(key)
        return found

    @cached_property
    def countries(self) -> dict[str, GazetteerPlace]:
        """Every country by its ISO code; it stands on the first line of its block."""
        found, number = {}, 0
        while number < len(self._place_at) - 1:
            place = self.place(number)
            if place.level == "country":
                found[place.country] = place
            number = self.block(place.country).stop
        return found

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """The names that are abbreviations (“UAE”), found in capitals only."""
        return frozenset(key for key in self._own if key.isupper())

    @cached_property
    def divisions(self) -> dict[tuple[str, str], GazetteerPlace]:
        """Every first-order division by its country's code and its own."""
        found = {}
        for code in self.countries:
            for number in self.block(code):
                place = self.place(number)
                if place.level not in {"country", "admin1"}:
                    break
                if place.level == "admin1":
                    found[place.country, place.admin1] = place
        return found

    def adopt(self, row: dict[str, str], level: str) -> None:
        """Takes in one row of our own table of `level`.

        Raises:
            LexiconError: The row has no point, and the gazetteer has no such place.
        """
        names = [row["name"], *filter(None, row["variants"].split(";"))]
        place = self._own_place(row, level, names)
        self._renamed[place.id] = place
        for name in names:
            key = name.replace(".", "") if _ABBREVIATION.fullmatch(name) else place_key(name)
            listed = self._own.setdefault(key, [])
            if all(p.id != place.id for p in listed):
                listed.append(place)

    def _own_place(self, row: dict[str, str], level: str, names: list[str]) -> GazetteerPlace:
        country, kind = row["country"], row.get("kind") or "district"
        admin1 = self._admin1(row.get("province") or "", country)
        if row.get("latitude"):
            own_id = f"own:{kind}:{place_key(row['name'])}:{country}{admin1}"
            x, y = float(row["latitude"]), float(row["longitude"])
            return GazetteerPlace(own_id, row["name"], kind, level, country, admin1, x, y, 0, listed=True)
        levels = {"admin2", "settlement"} if level == "admin2" else {level}
        for key in map(place_key, names):
            for place in sorted(self.by_key(key), key=lambda p: (p.level == "admin2", -p.population, not p.main)):
                right = place.country == country and place.level in levels and admin1 in {"", place.admin1}
                if right and place.id not in self._renamed:
                    return place._replace(name=row["name"], main=True, listed=True)
        raise LexiconError(f"places_own: “{row['name']}” ({country}) has no point and is not in the gazetteer")

    def _admin1(self, province: str, country: str) -> str:
        if not province:
            return ""
        found = self.by_key(place_key(province))
        return next(p.admin1 for p in found if p.level == "admin1" and p.country == country)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, loaded once."""
    loaded = Gazetteer()
    for level, name in _OWN_TABLES.items():
        table = files("core.lexicon").joinpath("places_own", name).read_text("utf-8").splitlines()
        for row in csv.DictReader(line for line in table if not line.startswith("#")):
            loaded.adopt(row, level)
    return loaded


_WORTH = {
    "country": 10**9,
    "shared": 10**7,  # seas, continents and regions of several countries
    "admin1": 200_000,
    "feature": 150_000,
    "admin2": 20_000,
    "airport": 5_000,
    "settlement": 500,
}


def worth(place: GazetteerPlace) -> float:
    """How likely news means this place by its name alone.

    The level's own worth or the population, whichever is more; a tenth of it where the name is not the main one, and
    half as much again where our own tables have the place.
    """
    level = "shared" if place.level == "feature" and not place.country else place.level
    return max(_WORTH[level], place.population) * (1.0 if place.main else 0.1) * (1.5 if place.listed else 1.0)


@lru_cache(maxsize=32_768)
def known(name: str) -> tuple[GazetteerPlace, ...]:
    """Every place that `name` (raw or folded, in any script) can stand for, the likeliest first; () for none."""
    key = name.replace(".", "") if _ABBREVIATION.fullmatch(name) else ""
    if key not in gazetteer().abbreviations:
        key = place_key(name)
    return tuple(sorted(gazetteer().by_key(key), key=lambda p: (-worth(p), p.id))) if key else ()


def country_name(code: str) -> str:
    """The English name of the country with the ISO 3166-1 code, "" where there is none."""
    place = gazetteer().countries.get(code)
    return place.name if place else ""


def division_of(place: GazetteerPlace) -> GazetteerPlace | None:
    """The first-order division that holds `place` (the place itself where it is one), None where unknown."""
    return gazetteer().divisions.get((place.country, place.admin1))
