"""Who is who: every mention of an actor is linked to one entity, within an article and across all of them.

Names come first: the lexicon's own, then those that the rules of `core.resolve.names` take as one. A bare
surname or a part of a name takes the only bearer in its article, else in the set. A description takes the
only actor that fits its words. Where there is no such only candidate, the mention is an entity of its own
and its reason says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from core.lexicon.known_actors import by_key, fold
from core.model import Document, Entity, Form, Layer, Link, Mention, stable_id
from core.resolve.clusters import Clusters, sort_of
from core.resolve.descriptions import strip_determiners
from core.resolve.epithets import link_descriptions
from core.resolve.items import Group, Item, joined, kept_apart, position, ready
from core.resolve.names import compare_names
from core.resolve.parts import join_short_names, link_names
from core.resolve.personal_names import person
from core.resolve.places import countries_of
from core.resolve.state_forces import is_forces, name_forces, wanted

# Styles that go with a single name, as part of what its bearer is called.
_STYLES = frozenset(
    "sheikh sheik shaikh king queen prince princess emperor empress sultan emir pope ayatollah imam mullah maulana "
    "mufti patriarch saint lord lady sir dame".split()
)


def resolve_actors(docs: Sequence[Document], mentions: Sequence[Sequence[Mention]]) -> tuple[Link[Entity], ...]:
    """Links every mention of an actor in `docs` to its entity.

    Args:
        docs: The articles.
        mentions: For each article its mentions; places are passed over.

    Returns:
        The links in the order of `docs`, then of position. Neither order decides who is who.
    """
    items = ready(docs, mentions)
    _name_forces(docs, mentions, items)
    clusters = Clusters([i.name for i in items if i.name], joined(items), kept_apart(items))
    join_short_names(clusters)
    link_names(items, clusters)
    link_descriptions(items, clusters)
    entities = _entities(items, clusters)
    links = {(i.doc.article.id, i.mention): Link(i.mention, entities[i.group], i.reason, i.score) for i in items}
    return tuple(
        links[doc.article.id, m]
        for doc, found in zip(docs, mentions, strict=True)
        for m in sorted(found, key=position)
        if m.layer is Layer.ACTOR
    )


def _name_forces(docs: Sequence[Document], mentions: Sequence[Sequence[Mention]], items: Sequence[Item]) -> None:
    """Names the state's forces that each article only describes; its places are read only where it has any."""
    by_article: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_article[item.doc.article.id].append(item)
    for doc, found in zip(docs, mentions, strict=True):
        own = by_article[doc.article.id]
        if any(i.mention.form is Form.DESCRIPTION for i in own):
            name_forces(own, found, countries_of(doc, found) if wanted(own) else {})


def _entities(items: Sequence[Item], clusters: Clusters) -> dict[Group, Entity]:
    groups: defaultdict[Group, list[Item]] = defaultdict(list)
    for item in items:
        groups[item.group].append(item)
    found = {group: _entity(group, members, clusters) for group, members in groups.items()}
    for group, members in groups.items():
        for item in members:
            item.reason = item.reason or _why(item, found[group])
    return found


def _entity(group: Group, members: Sequence[Item], clusters: Clusters) -> Entity:
    """The entity of a group; its id rests on the lexicon's key, else on its fullest name in its first article."""
    kind = Counter(m.mention.kind for m in members).most_common(1)[0][0]
    if group[0] != "name":
        return Entity(stable_id("actor", *group), _commonest(members), kind)
    actor = by_key().get(clusters.key(int(str(group[1]))))
    sort = next((m.name.sort for m in members if m.name), sort_of(kind))
    if actor and sort == "population":
        return Entity(stable_id("actor", actor.key, sort), _fullest(members), "population", actor.key)
    if actor:
        return Entity(stable_id("actor", actor.key), actor.name, actor.kind, actor.key)
    anchor = [m for m in members if m.doc is members[0].doc]
    kind = "government" if is_forces(clusters.key(int(str(group[1])))) else kind
    return Entity(stable_id("actor", sort, fold(_fullest(anchor))), _shown(members, sort), kind)


def _shown(members: Sequence[Item], sort: str) -> str:
    """The fullest name; a person's only name with the style that it is always told by (“Sheikh Hasina”, “Pope Leo”)."""
    name = _fullest(members)
    if sort != "person" or " " in name:
        return name
    styled = Counter(m.mention.text.split()[-2] for m in members if m.mention.text[:-1].endswith(f" {name[:-1]}"))
    style = max(styled, key=lambda word: (styled[word], word), default="")
    return f"{style} {name}" if style.lower() in _STYLES else name


def _fullest(members: Sequence[Item]) -> str:
    """The name with most words among the mentions, Latin script first, then the most used, then the longest."""
    counts = Counter(m.name.text for m in members if m.name) or Counter(m.mention.text for m in members)
    return max(counts, key=lambda text: (fold(text).isascii(), _full_words(text), counts[text], len(text), text))


def _full_words(text: str) -> int:
    return sum(len(w.plain) > 1 for w in person(text).words)


def _commonest(members: Sequence[Item]) -> str:
    counts = Counter(strip_determiners(m.mention.text) for m in members)
    folded = Counter(fold(strip_determiners(m.mention.text)) for m in members)
    best = max(counts, key=lambda text: (folded[fold(text)], counts[text], -len(text), text))
    return best[:1].upper() + best[1:]


def _why(item: Item, entity: Entity) -> str:
    assert item.name is not None
    if item.description.government and fold(item.mention.text) != fold(entity.name):
        return f"“{item.mention.text}” speaks of {entity.name}"
    if item.name.folded == fold(entity.name):
        return "its name" if fold(item.mention.text) == fold(entity.name) else f"“{item.name.text}” in it is the name"
    if item.name.key:
        return f"“{item.name.text}” is a known name of {entity.name}"
    if f" {item.name.folded} " in f" {fold(entity.name)} ":
        return f"“{item.name.text}” is part of one name only in these articles"
    found = compare_names(item.name.text, entity.name, item.name.sort)
    return found.reason if found.same else f"the articles give “{item.name.text}” and {entity.name} as one"
