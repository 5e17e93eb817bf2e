"""Which sentences of different articles report the same event: `python -m tests.benchmarks.events DOCS PREDICTIONS`.

All articles of a topic are analysed together. With `--task articles` the lines say of each pair of articles whether
they tell of the same story.
"""

import argparse
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np

from core.compare.articles import Neighbourhood, profile
from core.compare.passages import Corpus
from core.compare.resemblance import Group, feature_matrices, resemblance
from core.compare.weights import logistic, weights
from tests.benchmarks.common import Row, write_rows
from tests.benchmarks.ecb import Lined, topics

_APART = 5.0  # log odds that separate the best pair of two stories from most pairs of one


def sentence_rows(documents: list[Lined]) -> Iterator[Row]:
    """One line for each pair of sentences of different articles: the best of what their parts scored."""
    corpus = Corpus([d.document for d in documents])
    best: dict[tuple[str, str], tuple[float, bool]] = {}
    stories = [*corpus.stories, tuple(range(len(documents)))]
    for number, story in enumerate(stories):
        within = number < len(corpus.stories)
        group = Group(corpus.of_articles(story), corpus.rarity)
        logits = resemblance(feature_matrices(group))
        ids = [
            f"{documents[p.article].document.article.id}:{documents[p.article].lines[p.sentence]}"
            for p in group.passages
        ]
        for i, j in zip(*np.where(np.triu(group.elsewhere)), strict=True):
            key = (ids[i], ids[j])
            if within or key not in best or not best[key][1]:
                logit = float(logits[i, j]) - (0.0 if within else _APART)
                match = within and logit >= weights("sentences")["related"]
                score = logistic(logit)
                if key not in best or (match, score) > (best[key][1], best[key][0]):
                    best[key] = (score, match)
    for (a, b), (score, match) in best.items():
        yield {"a": a, "b": b, "score": round(score, 5), "match": match}


def article_rows(documents: list[Lined]) -> Iterator[Row]:
    """One line for each pair of articles."""
    corpus = Corpus([d.document for d in documents])
    story = {a: number for number, members in enumerate(corpus.stories) for a in members}
    profiles = [profile(words, corpus.rarity) for words in corpus.words]
    scored = Neighbourhood(profiles, combinations(range(len(documents)), 2)).scored()
    for (a, b), logit in scored.items():
        one, two = documents[a].document.article.id, documents[b].document.article.id
        yield {"a": one, "b": two, "score": round(logistic(logit), 5), "match": story[a] == story[b]}


def main() -> None:
    """Reads the documents, writes what the scorer reads."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("docs", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--task", choices=("sentences", "articles"), default="sentences")
    args = parser.parse_args()
    rows = sentence_rows if args.task == "sentences" else article_rows
    count = write_rows(args.predictions, (row for docs in topics(args.docs).values() for row in rows(docs)))
    print(f"{count} rows written to {args.predictions}")


if __name__ == "__main__":
    main()
