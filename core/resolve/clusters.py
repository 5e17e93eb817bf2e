"""Which of the names in a set of articles are one actor's: blocking, comparison, and clusters without contradiction.

Only names that share a block (the consonants of two words, of the surname, an acronym) are compared, so
that the work grows with the number of names and not with its square. Two clusters are joined only where
no name of one is vetoed by a name of the other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from core.lexicon.known_actors import by_home, by_key, by_nickname, name_words
from core.resolve.comparison import VETO, Comparison, fold_ascii
from core.resolve.names import compare_names
from core.resolve.personal_names import person
from core.resolve.spelling import form_of

_LARGEST_BLOCK = 80  # a block of more names than this says nothing (a very common word)


class Name(NamedTuple):
    """A distinct name: `sort` is person, population or body (group, government, outlet, organization)."""

    sort: str
    folded: str
    text: str
    key: str = ""


def sort_of(kind: str) -> str:
    """The sort under which names of a kind of actor are compared."""
    return kind if kind in {"person", "population"} else "body"


def _official(name: Name) -> str:
    """The lexicon's name for a body that it knows by another (“NYPD”), else its own."""
    actor = by_key().get(name.key)
    return actor.name if actor and name.sort == "body" else name.text


def blocks(name: Name) -> tuple[str, ...]:
    """The blocks of a name; names that share none are never compared."""
    return tuple(dict.fromkeys((*_blocks(name.text, name.sort), *_blocks(_official(name), name.sort))))


@lru_cache(maxsize=20_000)
def _blocks(text: str, sort: str) -> tuple[str, ...]:
    plain = fold_ascii(text).split()
    if sort == "person":
        skeletons = [w.consonants or w.spelling for w in person(text).words]
    else:
        skeletons = [form_of(w).consonants or w for w in plain]
    if not skeletons:
        return ()
    pairs = (f"{a} {b}" for a, b in combinations(sorted(set(skeletons)), 2))
    letters = "".join(w[0] for w in plain if w not in {"of", "the", "and", "for", "in"})
    every, town = "".join(w[0] for w in plain), "".join(w[0] for w in plain if w not in {"city", "county", "of", "the"})
    said = "".join(plain)
    starts = (letters, every, town, said, said.removesuffix("s")) if sort == "body" else ()
    acronym = tuple(f"={start}" for start in starts)
    return (*pairs, *acronym, f"~{skeletons[-1]}", f"~{skeletons[0]}", "+" + "".join(skeletons))


def _pairs(names: Sequence[Name]) -> Iterator[tuple[int, int]]:
    found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for i, name in enumerate(names):
        for block in blocks(name):
            found[name.sort, block].append(i)
    seen: set[tuple[int, int]] = set()
    for members in found.values():
        if 1 < len(members) <= _LARGEST_BLOCK:
            seen.update(combinations(members, 2))
    yield from sorted(seen)


class Clusters:
    """Disjoint sets of names; joins are refused where a veto stands between any two members."""

    def __init__(
        self,
        names: Sequence[Name],
        joined: Iterable[tuple[Name, Name]] = (),
        apart: frozenset[frozenset[str]] = frozenset(),
    ) -> None:
        self.names = tuple(sorted(set(names)))
        self._parent = list(range(len(self.names)))
        self._members = {i: [i] for i in self._parent}
        self._index = {name: i for i, name in enumerate(self.names)}
        self._apart = apart
        self._compare = lru_cache(maxsize=None)(self._comparison)
        self._by_key()
        self._by_company()
        for one, two in joined:
            self.join(one, two)
        self._by_likeness()

    def _comparison(self, i: int, j: int) -> Comparison:
        one, two = self.names[i], self.names[j]
        found = compare_names(one.text, two.text, one.sort)
        if bool(one.key) == bool(two.key) or found.same:
            return found
        known, other = (one, two) if one.key else (two, one)
        return max(found, compare_names(_official(known), other.text, one.sort), key=lambda c: c.score)

    def root(self, name: Name) -> int:
        """The number of the cluster that holds `name`."""
        return self._find(self._index[name])

    def members(self, root: int) -> list[Name]:
        """The names in a cluster."""
        return [self.names[i] for i in self._members[root]]

    def key(self, root: int) -> str:
        """The lexicon's id of a cluster, "" where none of its names is known."""
        return min((name.key for name in self.members(root) if name.key), default="")

    def join(self, one: Name, two: Name) -> None:
        """Takes two names for one actor's, unless the lexicon has them for two."""
        keys = {self.key(self.root(name)) for name in (one, two)} - {""}
        if len(keys) < 2:
            self._join(self._index[one], self._index[two])

    def _find(self, i: int) -> int:
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def _by_key(self) -> None:
        first: dict[tuple[str, str], int] = {}
        for i, name in enumerate(self.names):
            if name.key:
                self._join(first.setdefault((name.sort, name.key), i), i)

    def _by_company(self) -> None:
        """Joins a body's name that may be a known actor's (“Philly”, “the Fed”) to the only such one named with it.

        A team's town and its nickname vouch for each other (“Chicago”, “Bears”).
        """
        named = {name.key: i for i, name in enumerate(self.names) if name.sort == "body" and name.key}
        open_ = [(i, name) for i, name in enumerate(self.names) if name.sort == "body" and not name.key]
        homes = frozenset[str]().union(*(by_home(name.text) for _, name in open_))
        nicknames = frozenset[str]().union(*(by_nickname(name.text) for _, name in open_))
        vouched = homes & nicknames
        for i, name in open_:
            may_be = by_nickname(name.text) | by_home(name.text)
            present = sorted(may_be & named.keys() or may_be & vouched)
            if len(present) == 1:
                self._join(named.setdefault(present[0], i), i)

    def _by_likeness(self) -> None:
        scored = [(self._compare(i, j), i, j) for i, j in _pairs(self.names)]
        for found, i, j in sorted(scored, key=lambda item: (-item[0].score, item[1], item[2])):
            if found.same and not self._vetoed(self._find(i), self._find(j)):
                self._join(i, j)

    def _vetoed(self, a: int, b: int) -> bool:
        for i in self._members[a]:
            for j in self._members[b]:
                one, two = self.names[i], self.names[j]
                if one.key and two.key and one.key != two.key:
                    return True
                if frozenset((one.folded, two.folded)) in self._apart:
                    return True
                if not (one.key and two.key) and self._compare(min(i, j), max(i, j)).score < VETO:
                    return True
        return False

    def _join(self, i: int, j: int) -> None:
        a, b = sorted((self._find(i), self._find(j)))
        if a != b:
            self._parent[b] = a
            self._members[a].extend(self._members.pop(b))


def candidates(bare: Name, clusters: Clusters, within: Mapping[str, set[int]]) -> set[int]:
    """The clusters of which `bare` may be a part: it is their surname, or their first or last words.

    `within` maps each folded word to the clusters whose names hold it, for the articles in question.
    """
    words = words_of(bare)
    found = set.intersection(*(within.get(word, set()) for word in words)) if words else set()
    return {root for root in found if any(_is_part(bare, name) for name in clusters.members(root))}


@lru_cache(maxsize=20_000)
def words_of(name: Name) -> list[str]:
    """The words of a name, in ASCII and lower case; a person's without titles and suffix."""
    return [w.plain for w in person(name.text).words] if name.sort == "person" else name.folded.split()


def _is_part(bare: Name, name: Name) -> bool:
    part, whole = words_of(bare), words_of(name)
    if len(part) >= len(whole) or name.sort != bare.sort or _is_pair(part, whole):
        return False
    if (name.sort == "body" and "of" in part) or (name.sort == "person" and len(part) > 1 and not _is_surname(part)):
        return False
    if whole[-len(part) :] == part:
        return True
    own = not (name.sort == "body" and name_words("part of a body").intersection(whole[len(part) :]))
    return whole[: len(part)] == part and own and not name.key and not _owns(bare.text, name.text)


def _owns(owner: str, whole: str) -> bool:
    """Whether `whole` opens with `owner` in the possessive (“Beatles”, “The Beatles' Apple Corps”)."""
    return re.match(rf"(?:the\s+)?{re.escape(owner)}(?:['’]s?)\s", whole, re.IGNORECASE) is not None


def _is_surname(part: Sequence[str]) -> bool:
    """Whether the words are one surname with its particles (“Lo Presti”, “van der Bellen”)."""
    return all(word in name_words("particle") for word in part[:-1])


def _is_pair(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether `part` is one of two names that “and” joins (“Apple and AT&T”)."""
    return [*part, "and"] == whole[: len(part) + 1] or ["and", *part] == whole[-len(part) - 1 :]
