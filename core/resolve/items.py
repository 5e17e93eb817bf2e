"""Mentions made ready to be linked: the name in each, or the description, and what the text itself says of names.

The text says that two names are two (“X, son of Y”), or that two are one (“Kurdistan Workers' Party (PKK)”,
a post's byline with author and handle).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from core.lexicon.known_actors import by_key, fold, look_up
from core.model import Document, Form, Layer, Mention
from core.resolve.clusters import Name, sort_of
from core.resolve.descriptions import Description, read, strip_determiners
from core.resolve.surfaces import bare_name, described_as, role_of

Group = tuple[object, ...]

_ACRONYM = re.compile(r"[A-Z][A-Z&/-]{1,7}s?")
_IN_BRACKETS = re.compile(r"\((?P<acronym>[A-Z][A-Z&/-]{1,7})\)?$")
_OWNER = re.compile(r"\w.*?(?:['’]s|s['’])\s+(?=[^\W\d_])")
_KIN = (
    r"(?:son|daughter|brother|sister|father|mother|wife|husband|widow|cousin|nephew|niece|uncle|aunt|grandson|granddaughter"
    r"|grandfather|heir|child|children|sons|daughters|brothers|sibling|twin)"
)
_KIN_BETWEEN = re.compile(
    rf"^(?:['’]s)?[\s,–—(-]*(?:\w+[\s-]+){{0,4}}{_KIN}\b(?:\s+of\b)?(?:\s+[\w’'-]+){{0,5}}[\s,–—-]*$", re.IGNORECASE
)
_KIN_BEFORE = re.compile(rf"\b{_KIN}\s+of\s+(?:[\w’'-]+\s+){{0,4}}$", re.IGNORECASE)


@dataclass(slots=True)
class Item:
    """One mention on its way to an entity: `group` names the entity, `reason` and `score` say why.

    `name` is None where the mention is a description, a side or a role.
    """

    doc: Document
    mention: Mention
    name: Name | None
    description: Description
    group: Group = ()
    reason: str = ""
    score: float = 100.0

    def take(self, group: Group, score: float, reason: str) -> None:
        """Links the mention to the entity of `group`."""
        self.group, self.score, self.reason = group, score, reason


def article_order(doc: Document) -> tuple[date, str]:
    """Earlier articles first; those without a date last."""
    return (doc.article.published or date.max, doc.article.id)


def ready(docs: Sequence[Document], mentions: Sequence[Sequence[Mention]]) -> list[Item]:
    """The mentions of actors as items, by publication of their article, then position."""
    pairs = sorted(zip(docs, mentions, strict=True), key=lambda pair: article_order(pair[0]))
    return [_item(doc, m) for doc, found in pairs for m in sorted(found, key=position) if m.layer is Layer.ACTOR]


def position(mention: Mention) -> tuple[int, int]:
    """Where a mention stands, for sorting."""
    return mention.span


def _item(doc: Document, mention: Mention) -> Item:
    description = read(mention.text)
    whole = _known_key(mention.text, mention.kind) if sort_of(mention.kind) == "body" and not description.side else ""
    if whole:
        return Item(doc, mention, Name("body", fold(mention.text), mention.text, whole), description)
    if description.government:
        actor = by_key()[description.government]
        return Item(doc, mention, Name("body", fold(actor.name), actor.name, actor.key), description)
    unnamed = mention.form is Form.DESCRIPTION and not mention.key
    role = mention.kind == "person" and (role_of(mention.text)[0] or described_as(mention.text)[0])
    if description.side or unnamed or role:
        return Item(doc, mention, None, description)
    sort = sort_of(mention.kind)
    if mention.form is Form.HANDLE:
        handle = mention.text.strip("@ ")
        key = mention.key or _known_key(f"@{handle}")
        return Item(doc, mention, Name(sort, f"@{handle.lower()}", handle, key), description)
    bare = bare_name(mention.head.of(doc.text) if mention.head else mention.text, mention.kind)
    key = mention.key or (_known_key(bare) if sort == "body" else "")
    return Item(doc, mention, Name(sort, fold(bare) or bare, bare, key), description)


def _known_key(bare: str, kind: str = "") -> str:
    """The key of the only actor that the lexicon knows as `bare`; an adjective is a government's (“Turkmen”)."""
    forms = {"name", "handle"} | ({"adjective"} if kind == "government" else set())
    found = (n for n in look_up(bare) if n.form in forms and not n.weak and n.actor.kind != "population")
    known = {n.actor.key for n in found}
    return known.pop() if len(known) == 1 else ""


def own_group(item: Item) -> Group:
    """The group of a description that stands for nobody named: one for its words in its article."""
    return ("described", item.doc.article.id, item.mention.kind, fold(strip_determiners(item.mention.text)))


def is_kin(item: Item) -> bool:
    """Whether the mention only says whose son, brother and so on somebody is."""
    start = item.mention.span.start
    before = item.doc.text[max(0, start - 80) : start]
    return " of " in before and _KIN_BEFORE.search(before) is not None


def _between(one: Item, two: Item) -> str | None:
    """The text between two mentions of one sentence, None where they share none."""
    if one.doc is not two.doc or one.mention.sentence != two.mention.sentence:
        return None
    return one.doc.text[one.mention.span.end : two.mention.span.start]


def kept_apart(items: Sequence[Item]) -> frozenset[frozenset[str]]:
    """Pairs of folded names that the text relates as kin, and that are therefore two."""
    found: set[frozenset[str]] = set()
    for one, two in pairwise(items):
        if one.name and two.name and one.mention.kind == two.mention.kind == "person":
            between = _between(one, two)
            if between is None or one.name.folded == two.name.folded:
                continue
            if _KIN_BETWEEN.search(between) or (is_kin(one) and between.strip() in {",", ""}):
                found.add(frozenset((one.name.folded, two.name.folded)))
    return frozenset(found)


def _owned(items: Sequence[Item]) -> Iterator[tuple[Name, Name]]:
    """Pairs of a name and the same with its owner before it (“Apple Corps”, “The Beatles' Apple Corps”)."""
    bodies = {item.name.text: item.name for item in items if item.name and item.name.sort == "body"}
    for text, name in bodies.items():
        owner = _OWNER.match(text)
        if owner and text[owner.end() :] in bodies:
            yield name, bodies[text[owner.end() :]]


def _defined(items: Sequence[Item]) -> Iterator[tuple[Name, Name]]:
    """Pairs of a name and the acronym that stands in brackets in its own mention (“Singapore Airlines (SIA)”)."""
    bodies = {item.name.text: item.name for item in items if item.name and item.name.sort == "body"}
    for item in items:
        acronym = _IN_BRACKETS.search(item.mention.text)
        if item.name and item.name.sort == "body" and acronym and acronym["acronym"] in bodies:
            yield item.name, bodies[acronym["acronym"]]


def joined(items: Sequence[Item]) -> Iterator[tuple[Name, Name]]:
    """Pairs of names that the text itself says are one: a defined acronym, a name with its owner, a byline's parts."""
    yield from _defined(items)
    yield from _owned(items)
    for one, two in pairwise(items):
        if one.name and two.name and one.doc is two.doc:
            between = one.doc.text[one.mention.span.end : two.mention.span.start].strip()
            closed = one.doc.text[two.mention.span.end : two.mention.span.end + 1] == ")"
            if (
                between == "("
                and closed
                and _ACRONYM.fullmatch(two.name.text)
                and one.name.sort == two.name.sort == "body"
            ):
                yield one.name, two.name
            post = one.doc.post_at(one.mention.span)
            if post and post.byline.covers(one.mention.span) and post.byline.covers(two.mention.span):
                yield one.name, two.name
