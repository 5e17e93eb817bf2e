"""Actor: who did it, to whom, and who leads them, where reports of one happening name others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from core.compare.discrepancies.scene import Around, Scene, quoted, reading, report
from core.compare.facts import Facts
from core.model import Discrepancy, Reading, Span

_LED = re.compile(
    r"\b(?:(?:led|headed|commanded|spearheaded) by|under the (?:leadership|command) of)\s+", re.IGNORECASE
)
_ROLES = (("actors", "agents", "done by"), ("recipients", "patients", "done to"))


def _named(scene: Scene, fact: Facts, role: str) -> frozenset[str]:
    ids: frozenset[str] = getattr(fact, role)
    return ids if ids <= scene.around.named else frozenset()


def _reading(scene: Scene, fact: Facts, role: str, slot: str) -> Reading:
    spans: tuple[Span, ...] = getattr(fact.event.trigger, slot)
    span = next((s for s in spans if fact.event.span.covers(s)), fact.event.trigger.span)
    return reading(fact, span, ", ".join(sorted(scene.around.actors[i].name for i in _named(scene, fact, role))))


def roles(scene: Scene) -> Iterator[Discrepancy]:
    """One row for each side on which two articles give names that have nothing in common; descriptions may agree."""
    for role, slot, words in _ROLES:
        named = [f for f in scene.members if _named(scene, f, role)]
        apart = [
            (a, b)
            for a, b in combinations(named, 2)
            if a.article != b.article and not _named(scene, a, role) & _named(scene, b, role)
        ]
        if apart:
            found = list(dict.fromkeys(_reading(scene, f, role, slot) for pair in apart for f in pair))
            said = " and ".join(dict.fromkeys(r.value for r in found))
            yield scene.report("actor", f"It is {words} others: {said}.", found)


def _leaders(around: Around, passage: int) -> tuple[frozenset[str], Reading] | None:
    """Whom a passage names as leading, and the words that do so."""
    p = around.corpus.passages[passage]
    document = around.corpus.documents[p.article]
    sentence = document.sentences[p.sentence]
    led = _LED.search(document.text, sentence.span.start, sentence.span.end)
    if not led:
        return None
    names: set[str] = set()
    end = led.end()
    for link in around.parties.get(passage, ()):
        m = link.mention
        if m.span.start >= led.start():
            between = document.text[end : m.span.start]
            if len(between) <= 40 and not re.search(r"[,;:–—(](?!\s*and\b)", between.strip(" ,")):
                apposed = names and between.strip().startswith(",") and " and " not in f" {between} "
                if apposed:
                    break
                names.add(link.target.id)
                end = m.span.end
    if not names:
        return None
    span = Span(led.start(), end)
    value = ", ".join(sorted(around.actors[i].name for i in names if i in around.actors))
    return frozenset(names), Reading(document.article.id, span, span.of(document.text), value)


def leaders(around: Around, cluster_of: dict[int, str]) -> Iterator[Discrepancy]:
    """One row for each pair of aligned passages that name other leaders of one force.

    Args:
        around: The analysis.
        cluster_of: For each passage with an event, the id of the cluster of its first event.
    """
    seen: set[tuple[frozenset[str], frozenset[str]]] = set()
    for a, b in around.aligned:
        first, second = _leaders(around, a), _leaders(around, b)
        cluster = cluster_of.get(a) or cluster_of.get(b)
        if first and second and cluster and first[0] != second[0] and (first[0], second[0]) not in seen:
            seen.add((first[0], second[0]))
            said = f"{quoted(first[1].text, 100)} and {quoted(second[1].text, 100)}"
            yield report(cluster, "actor", f"Others are named as leaders: {said}.", (first[1], second[1]))
