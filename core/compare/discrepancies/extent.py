"""Extent: how much of a whole is concerned, and where each report's list ends."""

from __future__ import annotations

from collections.abc import Iterator

from core.compare.discrepancies.scene import Scene, articles_disagree, quoted, reading
from core.compare.facts import Facts
from core.model import Discrepancy, Reading, Span

_LANGUAGES = {"fa": "Persian", "ps": "Pashto", "ar": "Arabic", "ur": "Urdu", "ru": "Russian", "uk": "Ukrainian"}


def _value(fact: Facts) -> str:
    names = sorted(p.name for i, p in fact.places.items() if i in fact.extent.places)
    if names:
        return ", ".join(names)
    return fact.words(fact.extent.quantity) if fact.extent.quantity else ""


def _span(fact: Facts) -> Span:
    """The trigger together with the words that tell the extent, as far as they stand in the event's clause."""
    spans = [fact.event.trigger.span]
    if fact.extent.quantity:
        spans.append(fact.extent.quantity)
    else:
        named = [s for s in fact.event.trigger.places if fact.event.span.covers(s)]
        spans += [s for s in named if s.start > spans[0].start] or named
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def extents(scene: Scene) -> Iterator[Discrepancy]:
    """One row where one report names fewer places of a list than another, or none of those that another adds."""
    same_act = [f for f in scene.told if f.type == scene.members[0].type and f.extent.size]
    whole = max((f.extent.size or 0 for f in same_act), default=0)
    if not any((f.extent.size or 0) < whole for f in same_act):
        return
    if not articles_disagree((f.event.article_id, str(f.extent.size)) for f in same_act):
        return
    readings = [reading(f, _span(f), _value(f)) for f in same_act]
    readings += _unread(scene, {p for f in scene.members for p in f.extent.places})
    parts = [quoted(f.words(_span(f))) for f in same_act if (f.extent.size or 0) < whole]
    full = next(f for f in same_act if f.extent.size == whole)
    said = (
        f"Not all tell of as much: {quoted(full.words(_span(full)))}, but elsewhere {', '.join(dict.fromkeys(parts))}."
    )
    yield scene.report("extent", said, readings)


def _unread(scene: Scene, places: set[str]) -> Iterator[Reading]:
    """Passages in another script that name the same places: evidence for a reader who knows the language."""
    for article in scene.articles:
        for number in scene.around.foreign.get(article, ()):
            p = scene.around.corpus.passages[number]
            document = scene.around.corpus.documents[p.article]
            sentence = document.sentences[p.sentence]
            links = scene.around.places.get(number, ())
            names = dict.fromkeys(link.target.name for link in links if link.target.id in places)
            if names:
                language = _LANGUAGES.get(sentence.language, sentence.language or sentence.script)
                value = f"in {language}, not read: names {', '.join(names)}"
                yield Reading(article, sentence.span, sentence.span.of(document.text), value)
