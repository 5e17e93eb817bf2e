"""Actors benchmark: `python -m tests.benchmarks.actors INPUT PREDICTIONS`; score with score_actors.py.

Reads named mentions of actors by topic and document, places each in its document's text where the benchmark has it
(the file `X_docs.jsonl` beside `X_actors_input.jsonl`; a line for each mention where it has none), links them as the
product does, and writes {"id", "cluster"} for each mention.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

from core.model import Article, Document, Form, Kind, Layer, Mention, Sentence, Span
from core.resolve.entities import resolve_actors
from tests.benchmarks.common import Row, read_rows

KINDS = {"PER": "person", "ORG": "organization", "GPE": "government", "MET": "organization", "VEH": "organization"}


def texts(source: Path) -> dict[str, list[str]]:
    """Document → its sentences, from the file of documents beside `source`; empty where there is none."""
    docs = source.with_name(source.name.replace("actors_input", "docs"))
    if docs == source or not docs.exists():
        return {}
    return {row["doc"]: [s["text"] for s in row["sentences"]] for row in read_rows(docs)}


def read_document(rows: list[Row], lines: list[str]) -> tuple[Document, list[Mention]]:
    """The article of `lines`, each a sentence, with the mentions of `rows`; without lines, each mention is one."""
    rows = sorted(rows, key=lambda r: r["sent"])
    places = [r["sent"] for r in rows] if lines else list(range(len(rows)))
    lines = lines or [" ".join(row["text"].split()) for row in rows]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    name = rows[0]["doc"]
    spans = (Span(start, start + len(line)) for start, line in zip(starts, lines, strict=False))
    sentences = tuple(Sentence(i, span, i, Kind.PROSE, "latin", "en", ()) for i, span in enumerate(spans))
    mentions: list[Mention] = []
    for row, index in zip(rows, places, strict=True):
        start, end = _place(lines[index], " ".join(row["text"].split()), starts[index], mentions)
        kind = KINDS.get(row["tag"].removeprefix("HUMAN_PART_"), "organization")
        text = lines[index][start - starts[index] : end - starts[index]]
        mentions.append(Mention(name, Span(start, end), text, index, Layer.ACTOR, kind, Form.NAME, evidence=row["id"]))
    return Document(Article(name, "\n".join(lines)), sentences), mentions


def _place(line: str, text: str, offset: int, taken: list[Mention]) -> tuple[int, int]:
    """Where `text` stands in `line`, whose start is `offset`: its first occurrence that no mention has yet."""
    at = line.index(text)
    while any(m.span == (offset + at, offset + at + len(text)) for m in taken) and line.find(text, at + 1) >= 0:
        at = line.find(text, at + 1)
    return offset + at, offset + at + len(text)


def main(source: str, target: str) -> None:
    """Runs the adaptor."""
    topics: dict[object, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in read_rows(source):
        topics[row["topic"]][row["doc"]].append(row)
    lines = texts(Path(source))
    with Path(target).open("w", encoding="utf-8") as out:
        for documents in topics.values():
            read = [read_document(rows, lines.get(doc, [])) for doc, rows in documents.items()]
            links = resolve_actors([doc for doc, _ in read], [mentions for _, mentions in read])
            out.writelines(json.dumps({"id": k.mention.evidence, "cluster": k.target.id}) + "\n" for k in links)


if __name__ == "__main__":
    main(*sys.argv[1:3])
