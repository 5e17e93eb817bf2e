"""The files of bench/events as documents: one article of each, its sentences joined by newlines and mapped back."""

from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

from core.model import Article, Document, Kind, Span
from core.text.segment import segment
from tests.benchmarks.common import Row, read_rows


@dataclass(frozen=True)
class Lined:
    """A document, and for each of its sentences the number of the benchmark's line that holds most of it."""

    document: Document
    spans: tuple[Span, ...]
    lines: tuple[int, ...]


def _line_of(spans: list[Span], sentence: Span) -> int:
    shared = [min(s.end, sentence.end) - max(s.start, sentence.start) for s in spans]
    return shared.index(max(shared))


def read_text(row: Row) -> tuple[Article, tuple[Span, ...]]:
    """The article of one document and the span of each of its lines."""
    spans: list[Span] = []
    text = ""
    for sentence in row["sentences"]:
        spans.append(Span(len(text), len(text) + len(sentence["text"])))
        text += sentence["text"] + "\n"
    return Article(id=row["doc"], text=text, name=row["doc"]), tuple(spans)


def as_prose(document: Document) -> Document:
    """The same document with its headings read as prose: the benchmark judges them like any sentence."""
    sentences = tuple(replace(s, kind=Kind.PROSE) if s.kind is Kind.HEADING else s for s in document.sentences)
    return Document(document.article, sentences, document.posts)


def lined(row: Row) -> Lined:
    """One document with the map from its sentences to the benchmark's lines."""
    article, spans = read_text(row)
    document = as_prose(segment(article))
    return Lined(document, spans, tuple(_line_of(list(spans), s.span) for s in document.sentences))


def topics(path: Path) -> dict[int, list[Lined]]:
    """The documents of each topic, as the file orders them."""
    grouped: dict[int, list[Lined]] = defaultdict(list)
    for row in read_rows(path):
        grouped[row["topic"]].append(lined(row))
    return dict(grouped)
