"""Fits core/compare/weights.toml on the training topics of ECB+.

    python -m tests.benchmarks.fit_weights ../shared/bench

Three logistic regressions, each with a ridge penalty, solved by Newton's method; nothing in them is random but the
small sets of articles that are drawn (seed 5) so that the numbers also hold where two to ten articles are loaded.

Each training topic is read with a background that has not counted it, as a topic nobody has seen would be.

articles    Do two articles of a topic tell of the same seminal event? The bond that two groups need is searched for
            the best sum of micro and macro F1 of pairs over the training topics, a fifth of them at a time judged by
            weights fitted on the others, smoothed over its neighbours.
sentences   Do two sentences of articles on one seminal event hold an event of the same chain? Each pair counts by
            the inverse root of its topic's number of pairs, and, for each sentence and other article, each right
            answer should outrank each wrong one (a logistic loss on their difference, all such losses together
            weighing `_RANKING` times the first).
"""

import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.compare.articles import Neighbourhood, profile
from core.compare.background import Background
from core.compare.linkage import link
from core.compare.passages import Corpus
from core.compare.resemblance import FEATURES, Group, closest, feature_matrices, resemblance
from tests.benchmarks.common import read_rows
from tests.benchmarks.ecb import Lined, topics
from tests.benchmarks.fit_background import counted, shares, stories
from tests.benchmarks.fit_events import chains, event_pairs, readings, seminal_events
from tests.benchmarks.fit_events import rows as event_rows

Array = NDArray[np.float64]
_SURE = 0.93  # of the closest sentences, the share that must be right for such to be called aligned
_WORDING = 0.6  # of the wording that sentences without events must share; the least of the aligned seed pairs is .64
_EVENT_BONDS = {
    "align": 0.0,
    "harm_align": -2.0,
    "link": -1.0,
    "floor": -4.0,
}  # even odds; unknown pairs are unlikely
_EVEN = 0.001  # F1
_FOLDS = 5
_RANKING = 1.0
_RIDGE = 150.0
_SEED = 5
_EVENT_RIDGE = 60.0
_STORY = 1.5  # all annotated pairs are of one story, so that the data say nothing of it: chosen on small sets
# What an event feature is taken to weigh before any data are seen, in log odds between agreeing and disagreeing:
# place and kind most, then days and the sentences' letters, then the word and the sides.
_PRIOR = {
    "trigger": 1.5,
    "kind": 3.0,
    "who": 1.0,
    "whom": 1.0,
    "parties": 1.0,
    "where": 3.0,
    "when": 2.0,
    "harm": 1.5,
    "extent": 1.0,
    "incident": 6.0,
    "sentence": 2.0,
}
_TARGET = Path(__file__).parents[2] / "core" / "compare" / "weights.toml"
_HEAD = """\
# What the comparison has learnt: the weight of each feature, whose score lies in [0, 1], in log odds.
# Written by tests/benchmarks/fit_weights.py from the training topics of ECB+ (Cybulska & Vossen 2014, CC BY 3.0).
# A feature's function, of the same name, says in its docstring what it compares.
"""


def logistic_fit(x: Array, y: Array, weight: Array, ridge: float, prior: Array | None = None) -> Array:
    """Coefficients of a logistic regression whose ridge penalty pulls towards `prior` (zeros by default).

    The last column of `x` is the intercept, unpenalised. A coefficient that would fall below zero is held at zero:
    likeness never speaks against one happening.
    """
    centre = np.zeros(x.shape[1]) if prior is None else prior
    penalty = np.full(x.shape[1], ridge)
    penalty[-1] = 1e-6
    b = centre.copy()
    held = np.zeros(len(b), dtype=bool)
    for _ in range(200):
        p = 1 / (1 + np.exp(-np.clip(x @ b, -30, 30)))
        gradient = x.T @ (weight * (p - y)) + penalty * (b - centre)
        free = ~held
        hessian = (x[:, free] * (weight * p * (1 - p))[:, None]).T @ x[:, free] + np.diag(penalty[free])
        step = np.zeros(len(b))
        step[free] = np.linalg.solve(hessian, gradient[free])
        b -= step
        below = (b < 0) & free
        below[-1] = False
        b[below] = 0.0
        held |= below
        if np.abs(step).max() < 1e-7 and not below.any():
            break
    return b


@dataclass(frozen=True)
class Topic:
    """Documents that are analysed together, with the seminal event of each and what is common in other news."""

    number: int
    documents: list[Lined]
    seminal: list[str]
    background: Background | None = None

    def corpus(self) -> Corpus:
        """The documents as passages."""
        return Corpus([d.document for d in self.documents], self.background)


def read_topics(bench: Path, split: str) -> list[Topic]:
    """The topics of a split, each with a background that has not counted it."""
    gold = {row["doc"]: row["subtopic"] for row in read_rows(bench / f"events/{split}_events_gold.jsonl")}
    told = [(number, shares(texts)) for number, texts in stories(bench)]
    return [
        Topic(n, docs, [gold[d.document.article.id] for d in docs], counted(s for number, s in told if number != n))
        for n, docs in topics(bench / f"events/{split}_docs.jsonl").items()
    ]


def small_sets(found: Sequence[Topic], each: int = 6) -> Iterator[Topic]:
    """Random sets of two to ten articles of each topic; those of every third set report one seminal event."""
    draw = random.Random(_SEED)  # noqa: S311 - no secret, a repeatable sample
    for topic in found:
        for n in range(each):
            one = draw.choice(topic.seminal)
            among = [i for i, s in enumerate(topic.seminal) if n % 3 or s == one]
            chosen = sorted(draw.sample(among, min(draw.randint(2, 10), len(among))))
            yield replace(
                topic,
                documents=[topic.documents[i] for i in chosen],
                seminal=[topic.seminal[i] for i in chosen],
            )


def article_pairs(corpus: Corpus) -> dict[tuple[int, int], dict[str, float]]:
    """The features of each pair of articles."""
    profiles = [profile(words, corpus.rarity) for words in corpus.words]
    near = Neighbourhood(profiles, combinations(range(len(profiles)), 2))
    return {(i, j): near.features(i, j) for i, j in near.pairs}


def pair_f1(found: Sequence[tuple[int, ...]], seminal: Sequence[str]) -> tuple[int, int, int]:
    """True positives, predicted and gold pairs of articles."""
    label = {i: k for k, group in enumerate(found) for i in group}
    pairs = list(combinations(range(len(seminal)), 2))
    said = [label[i] == label[j] for i, j in pairs]
    gold = [seminal[i] == seminal[j] for i, j in pairs]
    return sum(s and g for s, g in zip(said, gold, strict=True)), sum(said), sum(gold)


def f_measure(tp: int, said: int, gold: int) -> float:
    """F1 of pair counts; 1 where there is nothing to find and nothing was said."""
    return 2 * tp / (said + gold) if said + gold else 1.0


Scored = tuple[Topic, dict[tuple[int, int], dict[str, float]]]


def weigh_articles(sets: Sequence[Scored]) -> dict[str, float]:
    """The weights of the article features and the bias."""
    names = list(next(values for _, pairs in sets for values in pairs.values()))
    rows = [[*(values[n] for n in names), 1.0] for _, pairs in sets for values in pairs.values()]
    gold = [float(t.seminal[i] == t.seminal[j]) for t, pairs in sets for i, j in pairs]
    b = logistic_fit(np.array(rows), np.array(gold), np.ones(len(gold)), 1.0)
    return dict(zip([*names, "bias"], map(float, b), strict=True))


def fit_articles(found: Sequence[Topic]) -> dict[str, float]:
    """The weights of the article features, and what binds a story: judged on topics that the weights have not seen."""
    sets = [(t, article_pairs(t.corpus())) for t in [*found, *small_sets(found)]]
    unseen: list[tuple[Topic, dict[tuple[int, int], float], float]] = []
    for fold in range(_FOLDS):
        numbers = {t.number for t in found[fold::_FOLDS]}
        learnt = weigh_articles([(t, pairs) for t, pairs in sets if t.number not in numbers])
        for t, pairs in sets:
            if t.number in numbers:
                logits = {
                    pair: learnt["bias"] + sum(learnt[n] * v for n, v in values.items())
                    for pair, values in pairs.items()
                }
                unseen.append((t, logits, learnt["bias"]))
    whole = {id(t) for t in found}
    unseen.sort(key=lambda one: id(one[0]) not in whole)
    return weigh_articles(sets) | {"link": best_bond(unseen, len(found))}


def best_bond(sets: Sequence[tuple[Topic, dict[tuple[int, int], float], float]], whole: int) -> float:
    """The bond with the best F1 over the first `whole` sets and over the small ones, each pooled and by set.

    Args:
        sets: The log odds of each pair of a set's articles, and of articles with nothing in common.
        whole: How many of them are topics as a whole.
    """

    def quality(bond: float) -> float:
        counts = [pair_f1(link(len(t.seminal), scored, floor, bond), t.seminal) for t, scored, floor in sets]
        return sum(
            f_measure(*map(sum, zip(*part, strict=True))) + float(np.mean([f_measure(*c) for c in part]))
            for part in (counts[:whole], counts[whole:])
        )

    grid = [float(x) for x in np.arange(-1.5, 0.76, 0.125)]
    found = np.array([quality(bond) for bond in grid])
    smooth = np.convolve(np.pad(found, 1, mode="edge"), [0.25, 0.5, 0.25], mode="valid")
    print("articles: quality by bond", {b: round(q / 4, 4) for b, q in zip(grid, smooth.tolist(), strict=True)})
    return grid[int(smooth.argmax())]


@dataclass(frozen=True)
class Pairs:
    """Sentence pairs of one topic's seminal events: features, gold, and the ids of both lines."""

    topic: int
    x: Array
    y: Array
    ids: list[tuple[str, str]]


def sentence_chains(bench: Path, split: str) -> dict[str, set[str]]:
    """The chains of each validated sentence."""
    return {
        row["sid"]: {e["chain"] for e in row["events"]}
        for row in read_rows(bench / f"events/{split}_events_gold.jsonl")
        if row["scored"]
    }


def seminal_groups(topic: Topic) -> Iterator[tuple[Group, list[str]]]:
    """The sentences of the articles on each seminal event, with the ids of their lines."""
    corpus = topic.corpus()
    for seminal in sorted(set(topic.seminal)):
        chosen = [i for i, s in enumerate(topic.seminal) if s == seminal]
        if len(chosen) > 1:
            group = Group(corpus.of_articles(chosen), corpus.rarity)
            documents = [topic.documents[p.article] for p in group.passages]
            lines = [d.lines[p.sentence] for d, p in zip(documents, group.passages, strict=True)]
            yield group, [f"{d.document.article.id}:{line}" for d, line in zip(documents, lines, strict=True)]


def sentence_pairs(topic: Topic, chains: dict[str, set[str]]) -> Iterator[Pairs]:
    """The validated sentence pairs of each seminal event, compared among the articles that tell of it."""
    for group, ids in seminal_groups(topic):
        found = feature_matrices(group)
        where = [
            (a, b)
            for a, b in combinations(range(len(ids)), 2)
            if ids[a] in chains and ids[b] in chains and group.article[a] != group.article[b]
        ]
        if where:
            rows, columns = map(np.array, zip(*where, strict=True))
            x = np.stack([found[f.__name__][rows, columns] for f in FEATURES], axis=1)
            y = np.array([float(bool(chains[ids[a]] & chains[ids[b]])) for a, b in where])
            yield Pairs(topic.number, x, y, [(ids[a], ids[b]) for a, b in where])


def rivals(pairs: Pairs) -> Iterator[tuple[int, int, float]]:
    """For each sentence and other article: a right answer, a wrong one, and what their contest weighs."""
    contests: dict[tuple[str, str], list[int]] = defaultdict(list)
    for k, (a, b) in enumerate(pairs.ids):
        contests[a, b.rsplit(":", 1)[0]].append(k)
        contests[b, a.rsplit(":", 1)[0]].append(k)
    for ks in contests.values():
        right = [k for k in ks if pairs.y[k]]
        wrong = [k for k in ks if not pairs.y[k]]
        yield from ((r, w, 1 / (len(right) * len(wrong))) for r in right for w in wrong)


def fit_sentences(found: Sequence[Topic], chains: dict[str, set[str]]) -> dict[str, float]:
    """The weights of the sentence features."""
    sets = [p for topic in [*found, *small_sets(found, 3)] for p in sentence_pairs(topic, chains)]
    size: dict[int, int] = defaultdict(int)
    for p in sets:
        size[p.topic] += len(p.y)
    x = np.concatenate([np.c_[p.x, np.ones(len(p.y))] for p in sets])
    y = np.concatenate([p.y for p in sets])
    weight = np.concatenate([np.full(len(p.y), size[p.topic] ** -0.5) for p in sets])
    weight /= weight.mean()
    contests = [(p.x[r] - p.x[w], v) for p in sets for r, w, v in rivals(p)]
    differences = np.array([np.r_[d, 0.0] for d, _ in contests])
    contest_weight = np.array([v for _, v in contests])
    contest_weight *= _RANKING * len(y) / contest_weight.sum()
    sd = np.r_[x[:, :-1].std(0), 1.0]
    b = logistic_fit(
        np.concatenate([x, differences]) / sd,
        np.concatenate([y, np.ones(len(differences))]),
        np.concatenate([weight, contest_weight]),
        _RIDGE,
    )
    return dict(zip([*(f.__name__ for f in FEATURES), "bias"], map(float, b / sd), strict=True))


def best_threshold(sets: Sequence[Pairs], learnt: dict[str, float]) -> float:
    """The log odds from which on a pair is called a match: the best F1 over the training pairs.

    As most pairs of one seminal event match, F1 hardly falls from “everything” on; of cuts within `_EVEN` of the
    best, the highest says most.
    """
    logits = np.concatenate([p.x @ [learnt[f.__name__] for f in FEATURES] + learnt["bias"] for p in sets])
    y = np.concatenate([p.y for p in sets])
    cuts = np.arange(-3, 1, 0.1)
    f1 = np.array([2 * y[logits >= c].sum() / ((logits >= c).sum() + y.sum()) for c in cuts])
    return float(cuts[f1 >= f1.max() - _EVEN][-1])


def surest(found: Sequence[Topic], chains: dict[str, set[str]], learnt: dict[str, float]) -> float:
    """The least log odds from which on, of the sentences that are each the other's likest, `_SURE` share an event."""
    told: list[tuple[float, bool]] = []
    for topic in found:
        for group, ids in seminal_groups(topic):
            near = resemblance(feature_matrices(group), learnt)
            first = closest(near, group.article)
            told += [
                (float(near[a, b]), bool(chains[ids[a]] & chains[ids[b]]))
                for a, b in zip(*np.where(np.triu(group.elsewhere & first & first.T)), strict=True)
                if ids[a] in chains and ids[b] in chains
            ]
    ranked = sorted(told, reverse=True)
    share = np.cumsum([same for _, same in ranked]) / np.arange(1, len(ranked) + 1)
    return ranked[int(np.where(share >= _SURE)[0][-1])][0]


def fit_events(bench: Path) -> dict[str, float]:
    """The weights of the event features, drawn towards `_PRIOR` where the annotation is silent.

    Places, sides and days are named in few of the annotated sentences, and every compared pair is of one kind, so
    that the data say most of the trigger and the extent; the rest stays near what the prior states.
    """
    gold, seminal = chains(bench, "train"), seminal_events(bench, "train")
    x, y, weight = [], [], []
    for _, reading in readings(bench, "train"):
        pairs, same = event_pairs(reading, gold, seminal)
        if pairs:
            x.append(event_rows(pairs))
            y.append(np.array(same))
            weight.append(np.full(len(same), len(same) ** -0.5))
    weights = np.concatenate(weight)
    b = logistic_fit(
        np.concatenate(x),
        np.concatenate(y),
        weights / weights.mean(),
        _EVENT_RIDGE,
        np.array([*_PRIOR.values(), -1.0]),
    )
    found = dict(zip([*_PRIOR, "bias"], map(float, b), strict=True))
    return found | {"story": _STORY, "bias": found["bias"] - _STORY / 2}


def main() -> None:
    """Fits and writes."""
    bench = Path(sys.argv[1])
    found = read_topics(bench, "train")
    gold = sentence_chains(bench, "train")
    models = {"articles": fit_articles(found), "sentences": fit_sentences(found, gold)}
    sets = [p for topic in found for p in sentence_pairs(topic, gold)]
    models["sentences"]["related"] = best_threshold(sets, models["sentences"])
    many = [*found, *small_sets(found, 3)]
    learnt = models["sentences"].copy()
    models["sentences"] |= {"align": surest(many, gold, learnt), "wording": _WORDING}
    models["events"] = fit_events(bench) | _EVENT_BONDS
    body = "\n\n".join(
        f"[{model}]\n" + "\n".join(f"{name} = {value:.4f}" for name, value in learnt.items())
        for model, learnt in models.items()
    )
    _TARGET.write_text(_HEAD + "\n" + body + "\n", encoding="utf-8")
    print(body)


if __name__ == "__main__":
    main()
