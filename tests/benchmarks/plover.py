"""Adaptor of the PLOVER gold standard records: one sentence, its main event first.

`python -m tests.benchmarks.plover GOLD PREDICTIONS`. The tables give every event of a sentence in order of
position; the coder wants the main one first, so events of the sentence's main clause come before those of
relative and participle clauses and of nouns. Actors and recipients are the words of the event's own roles;
where an event has no recipient, the places that it names stand in, as the codebook's countries do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from core.extract.mentions import find_mentions
from core.extract.triggers import find_triggers
from core.model import Document, Kind, Trigger
from core.text.segment import segment
from tests.benchmarks.common import Row, article, main, read_rows

_ON_GROUND = frozenset("AID ASSAULT COERCE CONCEDE MOBILIZE SANCTION THREATEN".split())


def as_prose(doc: Document) -> Document:
    """The document with every heading read as prose: a codebook's sentence is never a heading."""
    sentences = tuple(replace(s, kind=Kind.PROSE) if s.kind is Kind.HEADING else s for s in doc.sentences)
    return Document(doc.article, sentences, doc.posts)


def row(doc: Document, trigger: Trigger) -> Row:
    """One event as the scorer reads it."""
    patients = trigger.patients or (trigger.places[:1] if trigger.type in _ON_GROUND else ())
    return {
        "event": trigger.type,
        "actors": [s.of(doc.text) for s in trigger.agents],
        "recipients": [s.of(doc.text) for s in patients if s not in trigger.agents],
    }


def predict(gold: Path) -> Iterator[Row]:
    """The events of every sentence of the file."""
    for record in read_rows(gold):
        doc = as_prose(segment(article(record["id"], record["text"])))
        found = find_triggers(doc, find_mentions(doc))
        events = [row(doc, t) for t in found if t.type != "OTHER"]
        yield {"id": record["id"], "events": events}


if __name__ == "__main__":
    main(predict, __doc__)
