"""Descriptions of bodies linked to who they stand for: epithets, “the outfit”, sides.

Each takes the only actor of its context that fits what its words say; where there is none, or more than one,
it stays an entity of its own, and its reason says so.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from core.lexicon.known_actors import KnownActor, by_key, fold
from core.resolve.clusters import Clusters
from core.resolve.descriptions import fits, strip_determiners
from core.resolve.items import Group, Item, own_group
from core.resolve.person_roles import link_persons
from core.resolve.state_forces import is_state_noun

_DEFINITE = re.compile(r"\b(?:the|this|that|these|those)\s+(?:same\s+)?$", re.IGNORECASE)
_NEAR = 3  # sentences back in which “the group” looks for its antecedent


class _Named(NamedTuple):
    """A group of fighters that the article names: its entity's group, and its row of the lexicon if it has one."""

    group: Group
    actor: KnownActor | None
    name: str


class _Before(NamedTuple):
    """What stands before an item: the article's items, the item's own place among them, and the states named so far."""

    items: Sequence[Item]
    place: int
    states: Mapping[Group, Item]


def link_descriptions(items: Sequence[Item], clusters: Clusters) -> None:
    """Links the items without a name, article by article, in order of position; those with one are linked already."""
    link_persons(items)
    by_article: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_article[item.doc.article.id].append(item)
    for found in by_article.values():
        named = _named(found, clusters)
        opponent = _opponent(found, named)
        states: dict[Group, Item] = {}
        for index, item in enumerate(found):
            if item.name is None and item.mention.kind != "person":
                _describe(item, _Before(found, index, states), named, opponent)
            elif item.name and item.mention.kind == "government" and _governs(item.name.key):
                states[item.group] = item


def _named(items: Sequence[Item], clusters: Clusters) -> Counter[_Named]:
    """The groups of fighters that the article names, with how often."""
    found: Counter[_Named] = Counter()
    for item in items:
        if item.name and item.group[0] == "name":
            actor = by_key().get(clusters.key(clusters.root(item.name)))
            if (actor.kind if actor else item.mention.kind) == "armed group":
                name = actor.name if actor else str(item.group)
                found[_Named(item.group, actor, name)] += 1
    return found


def _opponent(items: Sequence[Item], named: Counter[_Named]) -> str:
    """Whom “the resistance” of an article resists: as “anti-…” says, else the known group most named."""
    said = Counter(i.description.opponent for i in items if i.description.opponent)
    others = Counter(
        {n.actor.key: count for n, count in named.items() if n.actor and "resistance" not in n.actor.stances}
    )
    ranked = sorted((said or others).items(), key=lambda pair: (-pair[1], pair[0]))
    return ranked[0][0] if ranked else ""


def _describe(item: Item, before: _Before, named: Counter[_Named], opponent: str) -> None:
    start = item.mention.span.start
    definite = _DEFINITE.search(item.doc.text[max(0, start - 12) : start]) or item.mention.text[:4].lower() == "the "
    if item.description.side:
        _side(item, item.description.opponent or opponent)
    elif item.mention.kind == "population":
        item.take(("people", fold(strip_determiners(item.mention.text))), 80.0, "people described, not named")
    elif not definite:
        item.take(own_group(item), 60.0, "a description that takes up no one named before")
    else:
        _epithet(item, before, named)


def _side(item: Item, against: str) -> None:
    if against:
        reason = f"it names those who resist {by_key()[against].name}, one side in these articles"
        item.take(("side", against), 85.0, reason)
    else:
        item.take(("side", item.doc.article.id), 75.0, "the article's only resistance")


def _epithet(item: Item, before: _Before, named: Counter[_Named]) -> None:
    """Links “the outfit” to the group last mentioned, “the Jihadist group” to the only one named that is jihadist."""
    description = item.description
    item.take(own_group(item), 60.0, "a description; no actor in the article is the only one that fits it")
    fitting = [n for n in named if n.actor is None or fits(description, n.actor)]
    if is_state_noun(item.mention.text):
        return
    if description.governing:
        _to_government(item, before.states)
    elif description.bare and (near := _last_named(item, before, fitting)):
        reason = f"“{item.mention.text}” takes up “{near.mention.text}”, the group last mentioned before it"
        item.take(near.group, 80.0, reason)
    elif len(fitting) == 1 and (description.bare or description.stances):
        stances = " or ".join(sorted(description.stances)) or "armed"
        item.take(fitting[0].group, 85.0, f"the only group named in the article that is {stances}")


def _to_government(item: Item, states: Mapping[Group, Item]) -> None:
    """Links “the authorities” to the only state or government that the article has named so far."""
    if len(states) == 1:
        ((group, named),) = states.items()
        item.take(group, 70.0, f"the only government named before it: “{named.mention.text}”")


def _governs(key: str) -> bool:
    """Whether the lexicon's id is a state's or its government's, not a ministry's or an army's."""
    return (len(key) == 2 and key.isupper()) or key.endswith("-government")


def _last_named(item: Item, before: _Before, fitting: Sequence[_Named]) -> Item | None:
    """The mention of the group last mentioned in the sentences before, if it is one group only."""
    groups = {n.group for n in fitting}
    backwards = (before.items[k] for k in range(before.place - 1, -1, -1))
    recent = takewhile(lambda b: item.mention.sentence - b.mention.sentence <= _NEAR, backwards)
    near = (b for b in recent if b.group in groups or b.group[0] == "side")
    last = next(near, None)
    if last is None:
        return None
    beside = takewhile(lambda b: b.mention.sentence == last.mention.sentence, near)
    return last if all(b.group == last.group for b in beside) else None
