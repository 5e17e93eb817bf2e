"""Who is who: every mention of an actor is linked to one entity, within an article and across all of them.

Names come first: the lexicon's own, then those that the rules of `core.resolve.names` take as one. A bare
surname or a part of a name takes the only bearer in its article, else in the set. A description takes the
only actor that fits its words. Where there is no such only candidate, the mention is an entity of its own
and its reason says so.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from core.lexicon.known_actors import KnownActor, by_key, fold, look_up
from core.model import Document, Entity, Form, Layer, Link, Mention, stable_id
from core.resolve.clusters import Clusters, Name, candidates, sort_of
from core.resolve.descriptions import Description, fitting, read, strip_determiners
from core.resolve.names import compare_names, person
from core.resolve.surfaces import bare_name, role_before, role_of

_KIN = (
    r"(?:son|daughter|brother|sister|father|mother|wife|husband|widow|cousin|nephew|niece|uncle|aunt|grandson|granddaughter"
    r"|grandfather|heir|child|children|sons|daughters|brothers|sibling|twin)"
)
_KIN_BETWEEN = re.compile(
    rf"^(?:['’]s)?[\s,–—(-]*(?:\w+[\s-]+){{0,4}}{_KIN}\b(?:\s+of\b)?(?:\s+[\w’'-]+){{0,5}}[\s,–—-]*$", re.IGNORECASE
)
_KIN_BEFORE = re.compile(rf"\b{_KIN}\s+of\s+(?:[\w’'-]+\s+){{0,4}}$", re.IGNORECASE)
_OWN_NAME = (
    5  # a body named by the short form so many times as often as by a longer one has the short form for its own name
)
_NEAR = 3  # sentences back in which “the group” looks for its antecedent


@dataclass(slots=True)
class _Item:
    """One mention on its way to an entity: `group` names the entity, `reason` and `score` say why."""

    doc: Document
    mention: Mention
    name: Name | None
    description: Description | None = None
    group: tuple[object, ...] = ()
    reason: str = ""
    score: float = 100.0


@dataclass(slots=True)
class _Scene:
    """What one article holds: the clusters that it names, by folded word, and those named only as somebody's kin."""

    words: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    kin: set[int] = field(default_factory=set)
    main: set[int] = field(default_factory=set)


def article_order(doc: Document) -> tuple[date, str]:
    """Earlier articles first; those without a date last."""
    return (doc.article.published or date.max, doc.article.id)


def resolve_actors(docs: Sequence[Document], mentions: Sequence[Sequence[Mention]]) -> tuple[Link[Entity], ...]:
    """Links every mention of an actor in `docs` to its entity.

    Args:
        docs: The articles.
        mentions: For each article its mentions, in order of position; places are passed over.

    Returns:
        The links in the order of `docs`, then of position. The entities do not depend on the order of `docs`.
    """
    items = [
        _item(doc, m)
        for doc, found in sorted(zip(docs, mentions, strict=True), key=lambda pair: article_order(pair[0]))
        for m in sorted(found, key=lambda m: m.span)
        if m.layer is Layer.ACTOR
    ]
    clusters = Clusters([i.name for i in items if i.name], _kept_apart(items))
    _name_links(items, clusters)
    _describe(items, clusters)
    entities = _entities(items, clusters)
    links = {(i.doc.article.id, i.mention): Link(i.mention, entities[i.group], i.reason, i.score) for i in items}
    return tuple(
        links[doc.article.id, m]
        for doc, found in zip(docs, mentions, strict=True)
        for m in sorted(found, key=lambda m: m.span)
        if m.layer is Layer.ACTOR
    )


def _item(doc: Document, mention: Mention) -> _Item:
    description = read(mention.text)
    if description.side:
        return _Item(doc, mention, None, description)
    if description.government:
        actor = by_key()[description.government]
        return _Item(doc, mention, Name("body", fold(actor.name), actor.name, actor.key), description)
    if mention.form is Form.DESCRIPTION and not mention.key:
        return _Item(doc, mention, None, description)
    if mention.kind == "person" and role_of(mention.text)[0]:
        return _Item(doc, mention, None, description)
    bare = bare_name(mention.head.of(doc.text) if mention.head else mention.text, mention.kind)
    sort = sort_of(mention.kind)
    key = mention.key or (_known_key(bare) if sort == "body" else "")
    return _Item(doc, mention, Name(sort, fold(bare) or bare, bare, key))


def _known_key(bare: str) -> str:
    known = {
        n.actor.key
        for n in look_up(bare)
        if n.form in {"name", "handle"} and not n.weak and n.actor.kind != "population"
    }
    return known.pop() if len(known) == 1 else ""


def _kept_apart(items: Sequence[_Item]) -> frozenset[frozenset[str]]:
    """Pairs of folded names that the text itself relates (“X, son of Y”), and that are therefore two."""
    found: set[frozenset[str]] = set()
    for one, two in zip(items, items[1:], strict=False):
        if one.name and two.name and one.mention.kind == two.mention.kind == "person" and _same_sentence(one, two):
            between = one.doc.text[one.mention.span.end : two.mention.span.start]
            kin = _KIN_BETWEEN.search(between) or (_is_kin(one) and between.strip() in {",", ""})
            if kin and one.name.folded != two.name.folded:
                found.add(frozenset((one.name.folded, two.name.folded)))
    return frozenset(found)


def _same_sentence(one: _Item, two: _Item) -> bool:
    return one.doc is two.doc and one.mention.sentence == two.mention.sentence


def _is_kin(item: _Item) -> bool:
    start = item.mention.span.start
    return _KIN_BEFORE.search(item.doc.text[max(0, start - 80) : start]) is not None


def _scenes(items: Sequence[_Item], clusters: Clusters) -> dict[str, _Scene]:
    """What each article holds; the scene "" is all of them together."""
    scenes: defaultdict[str, _Scene] = defaultdict(_Scene)
    for item in items:
        if item.name is None:
            continue
        root = clusters.root(item.name)
        for scene in (scenes[item.doc.article.id], scenes[""]):
            for word in item.name.folded.split():
                scene.words[word].add(root)
            (scene.kin if _is_kin(item) else scene.main).add(root)
    return scenes


def _name_links(items: Sequence[_Item], clusters: Clusters) -> None:
    scenes = _scenes(items, clusters)
    uses = Counter(clusters.root(i.name) for i in items if i.name)
    for item in items:
        if item.name is None:
            continue
        root = clusters.root(item.name)
        item.group = ("name", root)
        if not any(n.key for n in clusters.members(root)):
            _part_of_name(item, clusters, scenes, uses)


def _part_of_name(item: _Item, clusters: Clusters, scenes: dict[str, _Scene], uses: Counter[int]) -> None:
    """Links a bare surname, or a part of an organization's name, to its only bearer."""
    name = item.name
    assert name is not None
    own = clusters.root(name)
    if any(len(n.folded.split()) > len(name.folded.split()) for n in clusters.members(own)):
        return
    scopes = ((item.doc.article.id, "in this article"), ("", "in these articles"))
    for scope, where in scopes if name.sort == "person" else reversed(scopes):
        found = _bearers(name, own, clusters, scenes[scope])
        if len(found) == 1 and (name.sort == "person" or uses[own] <= _OWN_NAME * uses[min(found)]):
            item.group = ("name", found.pop())
            item.score = 90.0 if scope else 75.0
            item.reason = f"“{name.text}” is part of one name only {where}"
            return
        if found and name.sort == "person":
            item.group = ("open", item.doc.article.id, name.sort, name.folded)
            item.score = 50.0
            item.reason = f"unresolved: {len(found)} actors {where} could be “{name.text}”"
            return


def _bearers(name: Name, own: int, clusters: Clusters, scene: _Scene) -> set[int]:
    """The clusters of a scene that “Massoud” may be short for; who is only named as somebody's kin comes last."""
    found = candidates(name, clusters, scene.words) - {own}
    return (found & scene.main or found) if len(found) > 1 else found


def _describe(items: Sequence[_Item], clusters: Clusters) -> None:
    """Links descriptions, article by article, in order of position."""
    roles = _roles(items)
    by_article: defaultdict[str, list[_Item]] = defaultdict(list)
    for item in items:
        by_article[item.doc.article.id].append(item)
    for found in by_article.values():
        named = _groups(found)
        opponent = _opponent_of(found, named)
        for position, item in enumerate(found):
            if item.name is None and item.mention.kind == "person":
                _role(item, roles)
            elif item.name is None:
                _describe_one(item, found[:position], named, opponent, clusters)


def _roles(items: Sequence[_Item]) -> dict[tuple[str, str], set[tuple[str, tuple[object, ...]]]]:
    """(article or "", role) → whose role, and the group that bears it, for every person named with a title."""
    found: defaultdict[tuple[str, str], set[tuple[str, tuple[object, ...]]]] = defaultdict(set)
    for item in items:
        if item.name and item.name.sort == "person":
            role, owner = role_before(item.mention.text, item.name.text)
            for scope in (item.doc.article.id, ""):
                found[scope, role].add((owner, item.group))
    return found


def _role(item: _Item, roles: dict[tuple[str, str], set[tuple[str, tuple[object, ...]]]]) -> None:
    """Links “the Prime Minister” to the only person named with that title, in the article or in all."""
    role, owner = role_of(item.mention.text)
    item.group, item.score = ("described", item.doc.article.id, "person", fold(item.mention.text)), 60.0
    item.reason = "a role; no person is the only one named with it"
    for scope, where in ((item.doc.article.id, "in this article"), ("", "in these articles")):
        bearers = {
            group for whose, group in roles.get((scope, role), set()) if not owner or not whose or whose == owner
        }
        if role and len(bearers) == 1:
            item.group, item.score = bearers.pop(), 80.0 if scope else 70.0
            item.reason = f"the only person named as {role} {where}"
            return


def _groups(items: Sequence[_Item]) -> Counter[KnownActor]:
    """The known armed groups that are named, with how often."""
    keys = Counter(i.name.key for i in items if i.name and i.name.key in by_key())
    return Counter({by_key()[k]: n for k, n in keys.items() if by_key()[k].kind == "armed group"})


def _opponent_of(items: Sequence[_Item], named: Counter[KnownActor]) -> str:
    """Whom “the resistance” of one article resists: as “anti-…” says, else the armed group most named that is none itself."""
    said = Counter(i.description.opponent for i in items if i.description and i.description.opponent)
    others = Counter({g.key: n for g, n in named.items() if "resistance" not in g.stances})
    ranked = sorted((said or others).items(), key=lambda pair: (-pair[1], pair[0]))
    return ranked[0][0] if ranked else ""


def _describe_one(
    item: _Item, before: Sequence[_Item], named: Counter[KnownActor], opponent: str, clusters: Clusters
) -> None:
    description = item.description or Description()
    plain = fold(strip_determiners(item.mention.text))
    item.group, item.score = ("described", item.doc.article.id, item.mention.kind, plain), 60.0
    item.reason = "a description; no actor in the article is the only one that fits it"
    if description.side:
        against = description.opponent or opponent
        item.group = ("side", against or item.doc.article.id)
        item.score = 85.0
        item.reason = f"those who resist {by_key()[against].name if against else 'in this article'}"
    elif item.mention.kind == "population":
        item.group, item.score, item.reason = ("people", plain), 80.0, "people described, not named"
    elif description.bare:
        _nearest_group(item, before, named, clusters)
    elif description.stances:
        fits = fitting(description, named)
        if len(fits) == 1:
            _to_known(
                item, fits[0], f"the only group named in the article that is {_listed(description.stances)}", clusters
            )


def _listed(stances: Iterable[str]) -> str:
    return " or ".join(sorted(stances))


def _to_known(item: _Item, actor: KnownActor, why: str, clusters: Clusters) -> None:
    root = next(
        (r for r in clusters.roots() if any(n.key == actor.key and n.sort == "body" for n in clusters.members(r))), -1
    )
    item.group, item.score = ("name", root), 85.0
    item.reason = f"“{item.mention.text}”: {actor.name}, {why}"


def _nearest_group(item: _Item, before: Sequence[_Item], named: Counter[KnownActor], clusters: Clusters) -> None:
    """Links “the outfit” to the group last named in the sentences before, or to the only one of the article."""
    near = [
        b
        for b in before
        if b.mention.kind in {"armed group", "organization"}
        and item.mention.sentence - b.mention.sentence <= _NEAR
        and b.group[0] in {"name", "side"}
    ]
    if near:
        last = max(b.mention.sentence for b in near)
        groups = {b.group: b for b in near if b.mention.sentence == last}
        if len(groups) == 1:
            group, antecedent = groups.popitem()
            item.group, item.score = group, 80.0
            item.reason = f"“{item.mention.text}” takes up “{antecedent.mention.text}”, the group last named before it"
            return
    if len(named) == 1:
        _to_known(item, next(iter(named)), "the only group named in the article", clusters)


def _entities(items: Sequence[_Item], clusters: Clusters) -> dict[tuple[object, ...], Entity]:
    groups: defaultdict[tuple[object, ...], list[_Item]] = defaultdict(list)
    for item in items:
        groups[item.group].append(item)
    found = {group: _entity(group, members, clusters) for group, members in groups.items()}
    for group, members in groups.items():
        for item in members:
            item.reason = item.reason or _why(item, found[group])
    return found


def _entity(group: tuple[object, ...], members: Sequence[_Item], clusters: Clusters) -> Entity:
    keys = sorted({n.key for n in clusters.members(group[1]) if n.key}) if group[0] == "name" else []  # type: ignore[arg-type]
    first = members[0].mention
    sort = members[0].name.sort if members[0].name else sort_of(first.kind)
    kind = Counter(m.mention.kind for m in members).most_common(1)[0][0]
    if keys and keys[0] in by_key():
        actor = by_key()[keys[0]]
        if sort == "population":
            return Entity(stable_id("actor", actor.key, sort), _fullest(members), "population", actor.key)
        return Entity(stable_id("actor", actor.key), actor.name, actor.kind, actor.key)
    if group[0] == "name":
        anchor = [m for m in members if m.doc is members[0].doc]
        return Entity(stable_id("actor", sort, fold(_fullest(anchor))), _fullest(members), kind)
    return Entity(stable_id("actor", *group), _commonest(members), kind)


def _fullest(members: Sequence[_Item]) -> str:
    """The name with most words among the mentions, Latin script first, then the most used, then the longest."""
    counts = Counter(m.name.text for m in members if m.name) or Counter(m.mention.text for m in members)
    return max(
        counts, key=lambda text: (text.isascii() or fold(text).isascii(), _length(text), counts[text], len(text), text)
    )


def _length(text: str) -> int:
    return sum(len(w.plain) > 1 for w in person(text).words)


def _commonest(members: Sequence[_Item]) -> str:
    counts = Counter(strip_determiners(m.mention.text) for m in members)
    folded = Counter(fold(strip_determiners(m.mention.text)) for m in members)
    best = max(counts, key=lambda text: (folded[fold(text)], counts[text], -len(text), text))
    return best[:1].upper() + best[1:]


def _why(item: _Item, entity: Entity) -> str:
    assert item.name is not None
    if item.name.key and entity.key:
        return (
            f"the lexicon has “{item.mention.text}” for {entity.name}"
            if fold(item.mention.text) != fold(entity.name)
            else "its name"
        )
    if item.name.folded == fold(entity.name):
        return "its name"
    return compare_names(item.name.text, entity.name, item.name.sort).reason
