"""Fits the points of names_evidence.csv: `python -m tests.benchmarks.fit_names GOLD... [--write] [--pull N]`.

Unlike the adaptors this reads the gold spans, of development files only. It gathers the candidates of every text with
their evidence, labels each by the gold span that it overlaps, and fits a multinomial logistic regression whose L2
penalty pulls each weight towards its present value in the table, so that rare evidence keeps what a reader wrote.
Without --write it prints the weights that would change by more than half a point.
"""

import argparse
import csv
from pathlib import Path

import numpy as np

from core.extract.mentions.find import candidates
from core.extract.mentions.weigh import LABELS, Weight, weights
from tests.benchmarks.common import Row, read_rows
from tests.benchmarks.ner import document

TABLE = Path("core/lexicon/names_evidence.csv")
CLASS = {"PER": "person", "ORG": "organization", "LOC": "place", "GPE": "place"}
STEPS, RATE, HALF = 400, 0.08, 0.5
PULL = 10.0  # chosen by `cross_names`
Example = tuple[dict[str, float], int, float]


def examples(rows: list[Row]) -> list[Example]:
    """For each undecided candidate its evidence, its class (0 none, 1 to 3 `LABELS`) and its weight."""
    found = []
    for row in rows:
        for _, tokens, c in candidates(document(row)):
            start, end = tokens[c.head].start, tokens[c.head_end - 1].end
            near = [e for e in row["entities"] if e[0] < end and start < e[1]]
            gold = [e for e in near if e[2] in CLASS]
            if c.label or (near and not gold):
                continue
            exact = [e for e in gold if (e[0], e[1]) == (start, end)]
            label = LABELS.index(CLASS[(exact or gold)[0][2]]) + 1 if gold else 0
            found.append(({name: value for name, value, _ in c.evidence}, label, HALF if gold and not exact else 1.0))
    return found


def fit(rows: list[Example], pull: float) -> dict[str, np.ndarray]:
    """Feature → its three points, by Adam on the penalised log-likelihood."""
    table = weights()
    names = list(table)
    index = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    x[:, index["bias"]] = 1.0
    for i, (evidence, _, _) in enumerate(rows):
        for name, value in evidence.items():
            if name in index:
                x[i, index[name]] = value
    y = np.eye(4)[[label for _, label, _ in rows]][:, 1:]
    importance = np.array([w for _, _, w in rows])[:, None]
    prior = np.array([table[name].points for name in names])
    penalty = np.full((len(names), 1), pull)
    penalty[index["bias"]] = 0.0
    w, mean, spread = prior.copy(), np.zeros_like(prior), np.zeros_like(prior)
    for step in range(1, STEPS + 1):
        odds = np.exp(np.clip(x @ w, -30, 30))
        slope = x.T @ ((odds / (1 + odds.sum(1, keepdims=True)) - y) * importance) + penalty * (w - prior)
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
        w -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return dict(zip(names, w, strict=True))


def write(points: dict[str, np.ndarray], words: dict[str, Weight]) -> None:
    """Writes the table anew, its comments kept."""
    comments = [line for line in TABLE.read_text("utf-8").splitlines(keepends=True) if line.startswith("#")]
    with TABLE.open("w", encoding="utf-8", newline="") as out:
        out.writelines(comments)
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["feature", *LABELS, "words"])
        rows.writerows([name, *(round(float(v), 1) for v in p), words[name].words] for name, p in points.items())


def main() -> None:
    """Runs the fit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+", help="development files with gold spans")
    parser.add_argument("--write", action="store_true", help="write the table instead of printing changes")
    parser.add_argument("--pull", type=float, default=PULL, help="how strongly a weight is held where it is")
    args = parser.parse_args()
    fitted = fit(examples([row for path in args.gold for row in read_rows(path)]), args.pull)
    if args.write:
        write(fitted, dict(weights()))
        return
    for name, points in fitted.items():
        if np.abs(points - np.array(weights()[name].points)).max() > HALF:
            print(name, weights()[name].points, "→", tuple(round(float(v), 1) for v in points))


if __name__ == "__main__":
    main()
