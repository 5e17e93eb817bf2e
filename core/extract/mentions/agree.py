"""Lets the article speak for each of its names: the same name elsewhere, a bearer's full name, an acronym, a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from core.extract.mentions.candidate import Candidate
from core.extract.mentions.evidence import gather
from core.extract.mentions.lists import Placed, chains, share_ends
from core.extract.mentions.weigh import LABELS, Points, points
from core.model import Form, Token

_NO_NAMES = frozenset({"opening", "title", "description"})


def share(found: Sequence[Placed], lower: AbstractSet[str]) -> None:
    """Adds to undecided candidates what the rest of the article says: same name, bearer of the surname, acronym, list.

    `lower` holds the words that the article writes without a capital.
    """
    _save_openings(found)
    _define_acronyms(found)
    _free_surnames(found)
    _check_countries(found)
    open_ = [(tokens, c) for tokens, c in found if not c.label]
    share_ends(found)
    for tokens, c in open_:
        if c.head_end - c.head == 1 and tokens[c.head].lower in lower:
            c.evidence.append(("lower_elsewhere", 1.0, tokens[c.head].lower))
    sums = {id(c): points(c) for _, c in open_}
    _same_name(found, sums)
    _parts(found, open_, sums)
    _neighbours(found, sums)


def _save_openings(found: Sequence[Placed]) -> None:
    """Lets a sentence's opening word count as a name where the article has it in one elsewhere: “Felt died in 2008”."""
    named = {tokens[c.head_end - 1].lower for tokens, c in found if c.label not in _NO_NAMES and c.head_end > c.head}
    for tokens, c in found:
        if c.label == "opening" and tokens[c.start].lower in named:
            c.label = ""
            gather(tokens, c)


def _define_acronyms(found: Sequence[Placed]) -> None:
    """Lets an acronym that the article defines in brackets be what it stands for, whatever else it may mean."""
    defined: dict[str, Candidate] = {}
    for (tokens, a), (other, b) in pairwise(found):
        adjacent = tokens is other and b.start == a.end + 1 and tokens[a.end].text == "("
        if adjacent and a.label in {"organization", "state"} and b.end - b.start == 1 and _initials(tokens, a, b):
            defined[tokens[b.start].text] = a
    for tokens, c in found:
        meant = defined.get(tokens[c.start].text) if c.end - c.start == 1 and c.form is Form.NAME else None
        if meant:
            c.label, c.key, c.kind, c.known = meant.label, meant.key, meant.kind, meant.known
            c.why = "acronym defined in the article"


def _free_surnames(found: Sequence[Placed]) -> None:
    """Lets a people's name be a person's surname where the article has it so: “Türk” after “Volker Türk”."""
    named = {tokens[c.head_end - 1].text for tokens, c in found if not c.label and c.head_end - c.head > 1}
    for tokens, c in found:
        if c.label == "people" and c.end - c.start == 1 and tokens[c.start].text in named:
            c.label, c.form, c.key, c.kind, c.known, c.why = "", Form.NAME, "", "", None, ""
            gather(tokens, c)


def _check_countries(found: Sequence[Placed]) -> None:
    """Takes its key from a word for one state's body (“Congress”) where the article is about other states only."""
    states = {c.key for _, c in found if len(c.key) == 2}
    for (tokens, before), (other, c) in pairwise([(((), Candidate(0, 0, 0))), *found]):
        if not (c.known and c.known.weak and c.known.actor.countries):
            continue
        home = set(c.known.actor.countries)
        owner = tokens is other and before.end + 1 == c.start and tokens[before.end].lower in {"'s", "’s"}
        whose = before.key if owner and len(before.key) == 2 else ""
        if (whose and whose not in home) or (states and not states & home):
            c.key, c.known = "", None


def _initials(tokens: tuple[Token, ...], a: Candidate, b: Candidate) -> bool:
    acronym = tokens[b.start].text
    return len(acronym) > 1 and acronym.isupper() and acronym[0] == tokens[a.start].text[0].upper()


def _surface(tokens: tuple[Token, ...], c: Candidate) -> str:
    return " ".join(t.lower for t in tokens[c.head : c.head_end])


def _sure(c: Candidate, sums: Mapping[int, Points]) -> str:
    """The label that a candidate has so far, "" where it has none."""
    if c.label:
        return "place" if c.label == "state" else c.label if c.label in LABELS else ""
    best = max(range(3), key=sums[id(c)].__getitem__)
    return LABELS[best] if sums[id(c)][best] > 0.5 else ""


def _same_name(found: Sequence[Placed], sums: Mapping[int, Points]) -> None:
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


def _clipped(c: Candidate, sums: Mapping[int, Points], k: int) -> float:
    """What one mention adds to its name's points for label `k`: neither shouting others down nor a veto."""
    if c.label:
        return 3.0 if _sure(c, sums) == LABELS[k] else -1.0
    return min(max(sums[id(c)][k], -1.0), 4.0)


def _parts(found: Sequence[Placed], open_: Sequence[Placed], sums: Mapping[int, Points]) -> None:
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


def _neighbours(found: Sequence[Placed], sums: Mapping[int, Points]) -> None:
    """A name in a list is mostly what the others are."""
    for chain in chains(found):
        for (tokens, a), (_, b) in pairwise(chain):
            for c, neighbour in ((a, b), (b, a)):
                label = _sure(neighbour, sums)
                if not c.label and label:
                    c.evidence.append((f"listed_{label}", 1.0, tokens[neighbour.head].text))
