"""How places lie to one another: the same, one in the other, near, or apart."""

from __future__ import annotations

import math
from collections.abc import Sequence

from core.compare.words import fold
from core.model import Place

_NEAR_KM = 30.0  # a district's breadth
_FAR_KM = 100.0  # farther than the reports of one happening put it, but for a namesake
_REGION = 5  # UCDP where_prec of a region without a point
_EARTH_KM = 6371.0
_WIDE = frozenset({"country", "continent", "sea"})
DIVISIONS = frozenset(
    "province state region department governorate county prefecture canton territory republic division emirate".split()
)


def distance(a: Place, b: Place) -> float | None:
    """The great-circle distance in kilometres, None where a place has no coordinates."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    x, y = math.radians(a.latitude), math.radians(b.latitude)
    half = (
        math.sin((y - x) / 2) ** 2
        + math.cos(x) * math.cos(y) * math.sin(math.radians(b.longitude - a.longitude) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def contains(a: Place, b: Place) -> bool:
    """Whether `a` is the country or first-order division that `b` lies in."""
    if a.id == b.id:
        return False
    if a.kind == "country":
        return bool(b.country) and fold(a.country or a.name) == fold(b.country or "")
    same = bool(b.admin1) and (a.country is None or a.country == b.country)
    return same and b.kind != a.kind and a.kind in DIVISIONS and fold(a.name) == fold(b.admin1 or "")


def narrow(places: Sequence[Place]) -> tuple[Place, ...]:
    """The places of a list that contain none of the others; a country only where nothing narrower stands."""
    inner = tuple(p for p in places if not any(contains(p, q) for q in places))
    return tuple(p for p in inner if p.kind not in _WIDE) or inner


def apart(left: Sequence[Place], right: Sequence[Place]) -> bool:
    """Whether every place of one event lies too far from every place of another for one to be a slip for the other."""
    if relation(left, right)[0] != 0.0 or any(_vague(p) for p in (*left, *right)):
        return False
    gaps = [distance(x, y) for x in left for y in right]
    return all(gap is not None and gap > _FAR_KM for gap in gaps)


def _vague(place: Place) -> bool:
    """Whether a place is a region of several countries, so that its point tells nothing (“Central Africa”)."""
    return place.kind != "country" and place.country is None and (place.precision or 0) >= _REGION


def relation(left: Sequence[Place], right: Sequence[Place]) -> tuple[float | None, str]:
    """How the narrow places of two events lie: a score in [0, 1] and what was found, None where that tells nothing."""
    if not left or not right:
        return None, "one names no place"
    if {p.id for p in left} & {p.id for p in right}:
        return 1.0, "the same place"
    if any(contains(x, y) or contains(y, x) for x in left for y in right):
        wide = any(p.kind in _WIDE for p in (*left, *right))
        return (None, "in the same country") if wide else (0.8, "one lies in the other")
    if any(_vague(p) for p in (*left, *right)):
        return None, "one is a region without bounds"
    gaps = [d for x in left for y in right if (d := distance(x, y)) is not None]
    if gaps and min(gaps) <= _NEAR_KM:
        return 0.6, f"{min(gaps):.0f} km apart"
    return (0.0, f"{min(gaps):.0f} km apart") if gaps else (None, "one has no known point")
