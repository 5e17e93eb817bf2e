"""Persons called by their role (“the Prime Minister of Singapore”) or described: linked to the only bearer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from core.lexicon.known_actors import by_key
from core.resolve.described_persons import Persons
from core.resolve.items import Group, Item, own_group
from core.resolve.surfaces import described_as, role_before, role_of

_PAST = re.compile(r"\b(?:former|ex|late|then|acting|deputy|incoming|outgoing)\b", re.IGNORECASE)
Roles = Mapping[tuple[str, str], set[tuple[str, Group]]]


def link_persons(items: Sequence[Item]) -> None:
    """Links every person without a name among `items`, those with one being linked already."""
    unnamed = [i for i in items if i.name is None and i.mention.kind == "person"]
    if unnamed:
        roles, owned, persons = _roles(items), _owners(unnamed), Persons(items)
        for item in unnamed:
            _role(item, roles, owned, persons)


def _roles(items: Sequence[Item]) -> Roles:
    """(article or "", role) → whose role, and the group that bears it, for every person named with a title."""
    found: defaultdict[tuple[str, str], set[tuple[str, Group]]] = defaultdict(set)
    for item in items:
        if item.name and item.name.sort == "person":
            role, owner = role_before(item.mention.text, item.name.text)
            role, owner = (role, owner) if role else _title(item)
            for scope in (item.doc.article.id, ""):
                found[scope, role].add((owner, item.group))
    return found


def _title(item: Item) -> tuple[str, str]:
    """The role that stands in the text right before a person's name (“US President-elect Barack Obama”)."""
    start = item.mention.span.start
    before = re.split(r"[.,;:()\n“”\"–—]", item.doc.text[max(0, start - 60) : start])[-1]
    role, owner = role_of(before.strip()) if before.strip() and not _PAST.search(before) else ("", "")
    return role, owner if owner in by_key() else ""


def _owners(items: Sequence[Item]) -> Mapping[tuple[str, str], set[str]]:
    """(article, role) → whose role the article says it is, of the roles that stand without a name."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for item in items:
        role, owner = role_of(item.mention.text)
        found[item.doc.article.id, role].add(owner)
    return found


def _role(item: Item, roles: Roles, owned: Mapping[tuple[str, str], set[str]], persons: Persons) -> None:
    """Links “the Prime Minister” to the only person named with that title, “a Texas convict” to the only such one."""
    role, owner = role_of(item.mention.text)
    owners = {whose for whose in owned.get((item.doc.article.id, role), set()) if whose}
    group = ("role", item.doc.article.id, role, owner or (min(owners) if len(owners) == 1 else ""))
    item.take(group if role else own_group(item), 60.0, "described, not named; these words fit no one person")
    for scope, where in ((item.doc.article.id, "in this article"), ("", "in these articles")):
        found = roles.get((scope, role), set())
        bearers = {group for whose, group in found if not owner or not whose or whose == owner}
        if role and len(bearers) == 1:
            item.take(bearers.pop(), 80.0 if scope else 70.0, f"the only person named as {role} {where}")
            return
    if described_as(item.mention.text)[0] and (bearer := persons.bearer(item)):
        item.take(bearer[0], 60.0, bearer[1])
