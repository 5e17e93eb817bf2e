"""Names of persons, organizations and places: `python -m tests.benchmarks.ner GOLD PREDICTIONS`.

The benchmark's texts have no publisher's layout, so every sentence is read as prose.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from core.extract.mentions import find_mentions
from core.model import Document, Form, Kind, Layer, Mention
from core.text.segment import segment
from tests.benchmarks.common import Row, article, main, read_rows


def document(row: Row) -> Document:
    """The row's text with every heading read as prose."""
    doc = segment(article(row["id"], row["text"]))
    prose = (replace(s, kind=Kind.PROSE) if s.kind is Kind.HEADING else s for s in doc.sentences)
    return Document(doc.article, tuple(prose), doc.posts)


def label(mention: Mention) -> str:
    """The benchmark's label of a mention, "" where it is no name of that kind."""
    if mention.layer is Layer.PLACE:
        return "LOC"
    if mention.form in {Form.PRONOUN, Form.HANDLE} or mention.kind == "population":
        return ""
    if mention.form is Form.DEMONYM:
        return ""
    if mention.form is Form.DESCRIPTION and mention.head is None:
        return ""
    if mention.kind == "person":
        return "PER"
    return "LOC" if len(mention.key) == 2 and mention.form is Form.NAME else "ORG"


def found(row: Row) -> Row:
    """The row of spans of one document."""
    spans = [(m.head or m.span, name) for m in find_mentions(document(row)) if (name := label(m))]
    return {"id": row["id"], "entities": [[s.start, s.end, name] for s, name in spans]}


def predict(gold: Path) -> Iterator[Row]:
    """One row of spans a document."""
    yield from map(found, read_rows(gold))


if __name__ == "__main__":
    main(predict, __doc__)
