"""Names and parts of names: a bare surname, or a short form, takes its only bearer in the article, else in the set."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.resolve.clusters import Clusters, Name, candidates, words_of
from core.resolve.items import Item, is_kin

_OWN_NAME = (
    5  # a body called by the short form so many times as often as by a longer one has the short form for its own name
)


@dataclass(slots=True)
class _Scene:
    """What one article names: the clusters that hold a word, and those that are named other than as somebody's kin."""

    words: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    main: set[int] = field(default_factory=set)


def _scenes(items: Sequence[Item], clusters: Clusters) -> Mapping[str, _Scene]:
    """Article id → its scene; the scene "" is all of them together."""
    scenes: defaultdict[str, _Scene] = defaultdict(_Scene)
    for item in items:
        if item.name is None:
            continue
        root = clusters.root(item.name)
        for scene in (scenes[item.doc.article.id], scenes[""]):
            for word in words_of(item.name):
                scene.words[word].add(root)
            if not is_kin(item):
                scene.main.add(root)
    return scenes


def join_short_names(clusters: Clusters) -> None:
    """Joins a body's short name to the only longer one that ends in it (“Red Sox”, “Boston Red Sox”), longest first.

    A name with “of” (“University of Athens”) is whole by itself.
    """
    bodies = [name for name in clusters.names if name.sort == "body"]
    by_end: defaultdict[str, list[Name]] = defaultdict(list)
    for name in bodies:
        words = words_of(name)
        for start in range(1, len(words)):
            if words[start - 1] != "and" and "of" not in words[start:]:
                by_end[" ".join(words[start:])].append(name)
    for name in sorted(bodies, key=lambda n: (-len(words_of(n)), n)):
        longer = by_end.get(" ".join(words_of(name)), ())
        if longer and not clusters.key(clusters.root(name)) and len({clusters.root(n) for n in longer}) == 1:
            clusters.join(name, longer[0])


def link_names(items: Sequence[Item], clusters: Clusters) -> None:
    """Gives every named item the group of its cluster, or of the one whose short form it is."""
    scenes = _scenes(items, clusters)
    uses = Counter(clusters.root(i.name) for i in items if i.name)
    for item in items:
        if item.name is None:
            continue
        root = clusters.root(item.name)
        item.group = ("name", root)
        if not clusters.key(root) and _is_short(item.name, clusters.members(root)):
            _to_bearer(item, item.name, clusters, scenes, uses)


def _is_short(name: Name, members: Sequence[Name]) -> bool:
    return all(len(words_of(other)) <= len(words_of(name)) for other in members)


def _to_bearer(item: Item, name: Name, clusters: Clusters, scenes: Mapping[str, _Scene], uses: Counter[int]) -> None:
    own = clusters.root(name)
    scopes = [(item.doc.article.id, "in this article"), ("", "in these articles")]
    person = name.sort == "person"
    for scope, where in scopes if person else reversed(scopes):
        found = _bearers(name, own, clusters, scenes[scope])
        if len(found) == 1 and (person or uses[own] <= _OWN_NAME * uses[min(found)]):
            reason = f"“{name.text}” is part of one name only {where}"
            item.take(("name", found.pop()), 90.0 if scope else 75.0, reason)
            return
        if found and person:
            reason = f"unresolved: {len(found)} persons {where} could be “{name.text}”"
            item.take(("open", item.doc.article.id, name.sort, name.folded), 50.0, reason)
            return


def _bearers(name: Name, own: int, clusters: Clusters, scene: _Scene) -> set[int]:
    """The clusters of a scene that “Massoud” may be short for; who is named only as somebody's kin comes last."""
    found = candidates(name, clusters, scene.words) - {own}
    return (found & scene.main or found) if len(found) > 1 else found
