"""Weighs the evidence for person, organization and place: each feature's points stand in names_evidence.csv.

The points are log-odds against “no name of these”, fitted once by multinomial logistic regression on
openly licensed annotated text and rounded; a candidate's label is the one whose points sum highest, if above `_LEAST`.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from core.extract.mentions.candidate import Candidate

_LEAST = -0.5  # log-odds from which on a candidate is a name: where F1 is best, below even odds (`cross_names`)
LABELS = ("person", "organization", "place")
Points = tuple[float, float, float]


class Weight(NamedTuple):
    """The points that one feature gives to person, organization and place, and how it is said in words."""

    points: Points
    words: str


@cache
def weights() -> Mapping[str, Weight]:
    """Feature → its points and words, as in names_evidence.csv."""
    lines = files("core.lexicon").joinpath("names_evidence.csv").read_text("utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return MappingProxyType(
        {
            r["feature"]: Weight((float(r["person"]), float(r["organization"]), float(r["place"])), r["words"])
            for r in rows
        }
    )


def points(c: Candidate) -> Points:
    """The sums of points for person, organization and place."""
    table = weights()
    person, organization, place = table["bias"].points
    for feature, strength, _ in c.evidence:
        weight = table.get(feature)
        if weight:
            a, b, d = weight.points
            person += a * strength
            organization += b * strength
            place += d * strength
    return person, organization, place


def decide(c: Candidate) -> None:
    """Sets label and reason of a candidate from its evidence; the label stays "" where “no name” is the likeliest."""
    sums = points(c)
    k = max(range(3), key=sums.__getitem__)
    if sums[k] <= _LEAST:
        return
    c.label = LABELS[k]
    if c.known and c.label != "person" and c.known.form == "name" and len(c.key) == 2:
        c.label = "state"
    table = weights()
    feature, _, detail = max(
        (e for e in c.evidence if e[0] in table), key=lambda e: table[e[0]].points[k] * e[1], default=("bias", 1.0, "")
    )
    c.why = table[feature].words.format(detail)
