"""Which of the names in a set of articles are one actor's: blocking, comparison, and clusters without contradiction.

Only names that share a block (the consonants of two words, of the surname, an acronym) are compared, so
that the work grows with the number of names and not with its square. Two clusters are joined only where
no name of one is vetoed by a name of the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

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


@lru_cache(maxsize=20_000)
def blocks(name: Name) -> tuple[str, ...]:
    """The blocks of a name; names that share none are never compared."""
    if name.sort == "person":
        skeletons = [w.consonants or w.spelling for w in person(name.text).words]
    else:
        skeletons = [form_of(w).consonants or w for w in fold_ascii(name.text).split()]
    if not skeletons:
        return ()
    pairs = (f"{a} {b}" for a, b in combinations(sorted(set(skeletons)), 2))
    letters = "".join(w[0] for w in fold_ascii(name.text).split() if w not in {"of", "the", "and", "for", "in"})
    acronym = (f"={letters}", f"={fold_ascii(name.text).replace(' ', '')}") if name.sort == "body" else ()
    surname = (f"~{skeletons[-1]}", f"~{skeletons[0]}")
    return tuple(dict.fromkeys((*pairs, *acronym, *surname, "+" + "".join(skeletons))))


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
        for one, two in joined:
            self.join(one, two)
        self._by_likeness()

    def _comparison(self, i: int, j: int) -> Comparison:
        return compare_names(self.names[i].text, self.names[j].text, self.names[i].sort)

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
    if (name.sort == "body" and "of" in part) or (name.sort == "person" and len(part) > 1):
        return False
    return whole[-len(part) :] == part or (whole[: len(part)] == part and not name.key)


def _is_pair(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether `part` is one of two names that “and” joins (“Apple and AT&T”)."""
    return [*part, "and"] == whole[: len(part) + 1] or ["and", *part] == whole[-len(part) - 1 :]
