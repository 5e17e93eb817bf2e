"""Weighs the evidence for person, organization and place: each feature's points stand in names_evidence.csv.

The points are log-odds against “no name of these”, fitted once by multinomial logistic regression on
openly licensed annotated text and rounded; a candidate's label is the one whose points sum highest above zero.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from core.extract.mentions.pieces import Candidate
from core.lexicon import names
from core.model import Form, Token

LABELS = ("person", "organization", "place")
Placed = tuple[tuple[Token, ...], Candidate]


class Weight(NamedTuple):
    """The points that one feature gives to person, organization and place, and how it is said in words."""

    points: tuple[float, float, float]
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


def points(c: Candidate) -> tuple[float, float, float]:
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
    """Sets label and reason of a candidate from its evidence; the label stays "" where nothing outweighs “no name”."""
    sums = points(c)
    k = max(range(3), key=sums.__getitem__)
    if sums[k] <= 0:
        return
    c.label = LABELS[k]
    if c.known and c.label != "person" and c.known.form == "name" and len(c.key) == 2:
        c.label = "state"
    table = weights()
    feature, _, detail = max(
        (e for e in c.evidence if e[0] in table), key=lambda e: table[e[0]].points[k] * e[1], default=("bias", 1.0, "")
    )
    c.why = table[feature].words.format(detail)


def share(found: Sequence[Placed], lower: AbstractSet[str]) -> None:
    """Adds to undecided candidates what the rest of the article says: same name, bearer of the surname, acronym, list.

    `lower` holds the words that the article writes without a capital.
    """
    open_ = [(tokens, c) for tokens, c in found if not c.label]
    _listed_places(found)
    for tokens, c in open_:
        if c.head_end - c.head == 1 and tokens[c.head].lower in lower:
            c.evidence.append(("lower_elsewhere", 1.0, tokens[c.head].lower))
    sums = {id(c): points(c) for _, c in open_}
    _same_name(found, sums)
    _parts(found, open_, sums)
    _neighbours(found, sums)


def _surface(tokens: tuple[Token, ...], c: Candidate) -> str:
    return " ".join(t.lower for t in tokens[c.head : c.head_end])


def _sure(c: Candidate, sums: Mapping[int, tuple[float, float, float]]) -> str:
    """The label that a candidate has so far, "" where it has none."""
    if c.label:
        return "place" if c.label == "state" else c.label if c.label in LABELS else ""
    best = max(range(3), key=sums[id(c)].__getitem__)
    return LABELS[best] if sums[id(c)][best] > 0.5 else ""


def _same_name(found: Sequence[Placed], sums: Mapping[int, tuple[float, float, float]]) -> None:
    bearers: defaultdict[str, list[Candidate]] = defaultdict(list)
    for tokens, c in found:
        if c.form is not Form.DESCRIPTION:
            bearers[_surface(tokens, c)].append(c)
    for same in bearers.values():
        others = len(same) - 1
        total = [sum(_clipped(c, sums, k) for c in same) for k in range(3)]
        best = max(range(3), key=total.__getitem__)
        if not others or total[best] <= 0.5:
            continue
        for c in same:
            if not c.label:
                c.evidence.append((f"same_{LABELS[best]}", min(others, 3) / 3, ""))


def _clipped(c: Candidate, sums: Mapping[int, tuple[float, float, float]], k: int) -> float:
    """What one mention adds to its name's points for label `k`: neither shouting others down nor a veto."""
    if c.label:
        return 3.0 if _sure(c, sums) == LABELS[k] else -1.0
    return min(max(sums[id(c)][k], -1.0), 4.0)


def _parts(found: Sequence[Placed], open_: Sequence[Placed], sums: Mapping[int, tuple[float, float, float]]) -> None:
    lasts: set[str] = set()
    firsts: set[str] = set()
    opened: dict[str, str] = {}
    initials: dict[str, str] = {}
    for tokens, c in found:
        if c.head_end - c.head < 2 or c.form is Form.DESCRIPTION:
            continue
        label = _sure(c, sums)
        words = [t.text for t in tokens[c.head : c.head_end]]
        if label == "person":
            lasts.add(words[-1].lower())
            firsts.add(words[0].lower())
        elif label:
            opened[words[0].lower()] = label
        if label:
            initials["".join(w[0] for w in words if w[0].isupper())] = label
    for tokens, c in open_:
        if c.head_end - c.head != 1:
            continue
        text = tokens[c.head].text
        for feature, hit in (
            ("surname_of", text.lower() in lasts),
            ("first_name_of", text.lower() in firsts),
            (f"opens_{opened.get(text.lower())}", text.lower() in opened),
            (f"initials_{initials.get(text)}", len(text) > 1 and text in initials),
        ):
            if hit:
                c.evidence.append((feature, 1.0, text))


_LIST_LINKS = frozenset({",", "and", "or", "&", "/", "the"})


def _chains(found: Sequence[Placed]) -> Iterator[list[Placed]]:
    """The lists among the candidates: at least two, with nothing but commas and “and” between them."""
    chain: list[Placed] = []
    for tokens, c in found:
        if chain:
            before, last = chain[-1]
            near = before is tokens and 1 <= c.start - last.end <= 3
            if near and all(t.lower in _LIST_LINKS for t in tokens[last.end : c.start]):
                chain.append((tokens, c))
                continue
            if _is_list(chain):
                yield chain
        chain = [(tokens, c)]
    if _is_list(chain):
        yield chain


def _is_list(chain: Sequence[Placed]) -> bool:
    """Whether the chain is a list: two names with a mere comma between them are rather an apposition."""
    if len(chain) != 2:
        return len(chain) > 2
    tokens, first = chain[0]
    return any(t.lower in {"and", "or", "&", "/"} for t in tokens[first.end : chain[1][1].start])


def _listed_places(found: Sequence[Placed]) -> None:
    """Lets a noun or preposition at either end of a list hold for all of it: “Banu, Pol-e-Hesar and De Salah districts”."""
    for chain in _chains(found):
        tokens, first = chain[0]
        last = chain[-1][1]
        nouns = names.words("place_neighbours")
        after = tokens[last.end].lower if last.end < len(tokens) else ""
        before = [t.lower for t in tokens[max(0, first.start - 3) : first.start]]
        lead = next((w for w in before if w in nouns and w.endswith("s")), "")
        shared: tuple[str, str] | None = None
        if after.endswith("s") and after in nouns:
            shared = ("place_noun", after)
        elif lead and set(before[before.index(lead) + 1 :]) <= {"–", "—", "-", ":", "of", "(", "including", "like"}:
            shared = ("place_noun", lead)
        elif before and before[-1] in names.words("place_prepositions"):
            shared = ("place_preposition", before[-1])
        for _, c in chain if shared else ():
            if not c.label and all(e[0] != shared[0] for e in c.evidence):
                c.evidence.append((shared[0], 1.0, shared[1]))


def _neighbours(found: Sequence[Placed], sums: Mapping[int, tuple[float, float, float]]) -> None:
    """A name in a list is mostly what the others are."""
    for chain in _chains(found):
        for (tokens, a), (_, b) in pairwise(chain):
            for c, neighbour in ((a, b), (b, a)):
                label = _sure(neighbour, sums)
                if not c.label and label:
                    c.evidence.append((f"listed_{label}", 1.0, tokens[neighbour.head].text))
