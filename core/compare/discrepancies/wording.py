"""Wording: the same sense in words that take a side or tell a history (captured, recaptured, liberated, fell)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from core.compare.discrepancies.scene import Scene, articles_disagree, quoted, reading
from core.compare.facts import Facts
from core.compare.senses import load_of, trigger_senses
from core.model import Discrepancy


def _first_of_each(found: list[Facts]) -> list[Facts]:
    seen: dict[tuple[str, str], Facts] = {}
    for f in found:
        seen.setdefault((f.event.article_id, f.stem), f)
    return list(seen.values())


def wordings(scene: Scene) -> Iterator[Discrepancy]:
    """One row where the reports' words for the happening are loaded differently."""
    told = [f for f in scene.told if f.type == scene.members[0].type]
    shared = Counter(s for f in told for s in trigger_senses(f.event.trigger.text))
    if not shared:
        return
    sense = min(shared, key=lambda s: (-shared[s], s))
    found = _first_of_each([f for f in told if sense in trigger_senses(f.event.trigger.text)])
    loads = {f.event.id: load_of(f.event.trigger.text, sense) for f in found}
    if len(set(loads.values())) < 2 or not articles_disagree((f.event.article_id, f.stem) for f in found):
        return
    words: dict[str, str] = {}
    for f in found:
        words.setdefault(f.stem, f.event.trigger.text)
    said = ", ".join(
        quoted(text) + (f" (which {load})" if (load := load_of(text, sense)) else "") for text in words.values()
    )
    readings = (reading(f, f.event.trigger.span, loads[f.event.id] or "plain") for f in found)
    yield scene.report("wording", f"The same is called {said}.", readings)
