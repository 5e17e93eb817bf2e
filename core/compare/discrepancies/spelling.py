"""Spelling: one place or person under several spellings in the reports of one happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz import fuzz

from core.compare.discrepancies.scene import Scene, articles_disagree
from core.model import Discrepancy, Form, Mention, Reading
from core.text.scripts import script_of

_ALIKE = 70.0  # ratio below which two names are other names, not other spellings


def _variants(mentions: list[Mention]) -> list[Mention]:
    """The first mention of each spelling in each article, where spellings differ and are alike."""
    first: dict[tuple[str, str], Mention] = {}
    for m in mentions:
        first.setdefault((m.article_id, m.text.casefold()), m)
    forms = {form for _, form in first}
    alike = {a for a in forms for b in forms if a != b and a not in b and b not in a and fuzz.ratio(a, b) >= _ALIKE}
    return [m for (_, form), m in first.items() if form in alike]


def spellings(scene: Scene) -> Iterator[Discrepancy]:
    """One row with all names of the happening that are spelt in several ways."""
    named: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for passage in dict.fromkeys(scene.around.passage(f) for f in scene.told):
        for link in scene.around.places.get(passage, ()):
            if link.mention.form is Form.NAME and script_of(link.mention.text) == "latin":
                named[link.target.id, link.target.name].append(link.mention)
    varied = {name: found for (_, name), mentions in named.items() if (found := _variants(mentions))}
    pairs = [(m.article_id, m.text.casefold()) for found in varied.values() for m in found]
    if not varied or not articles_disagree(pairs):
        return
    said = "; ".join(", ".join(dict.fromkeys(m.text for m in found)) for found in varied.values())
    readings = (Reading(m.article_id, m.span, m.text, name) for name, found in varied.items() for m in found)
    yield scene.report("spelling", f"Names are spelt in several ways: {said}.", readings)
