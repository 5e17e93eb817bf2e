"""Actors benchmark: `python -m tests.benchmarks.actors INPUT PREDICTIONS`; score with score_actors.py.

Reads named mentions of actors by topic and document, makes one article of each document's mentions (a line
for each), links them as the product does, and writes {"id", "cluster"} for each mention.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

from core.model import Article, Document, Form, Kind, Layer, Mention, Sentence, Span
from core.resolve.entities import resolve_actors

KINDS = {"PER": "person", "ORG": "organization", "GPE": "government", "MET": "organization", "VEH": "organization"}


def read_document(rows: list[dict]) -> tuple[Document, list[Mention]]:
    """One article whose lines are the mentions, in order of sentence, then of the file."""
    mentions, sentences, lines, offset = [], [], [], 0
    name = rows[0]["doc"]
    for index, row in enumerate(sorted(rows, key=lambda r: r["sent"])):
        text = " ".join(row["text"].split())
        span = Span(offset, offset + len(text))
        sentences.append(Sentence(index, span, index, Kind.PROSE, "latin", "en", ()))
        kind = KINDS.get(row["tag"].removeprefix("HUMAN_PART_"), "organization")
        mentions.append(Mention(name, span, text, index, Layer.ACTOR, kind, Form.NAME, evidence=row["id"]))
        lines.append(text)
        offset += len(text) + 1
    return Document(Article(name, "\n".join(lines)), tuple(sentences)), mentions


def main(source: str, target: str) -> None:
    topics: dict[object, dict[str, list[dict]]] = defaultdict(lambda: defaultdict(list))
    for line in Path(source).read_text("utf-8").splitlines():
        row = json.loads(line)
        topics[row["topic"]][row["doc"]].append(row)
    with Path(target).open("w", encoding="utf-8") as out:
        for documents in topics.values():
            read = [read_document(rows) for rows in documents.values()]
            links = resolve_actors([doc for doc, _ in read], [mentions for _, mentions in read])
            out.writelines(json.dumps({"id": k.mention.evidence, "cluster": k.target.id}) + "\n" for k in links)


if __name__ == "__main__":
    main(*sys.argv[1:3])
