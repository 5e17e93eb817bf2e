"""The fit of the evidence's points: what is not seen stays as it was, what is seen moves towards its gold."""

from pathlib import Path

import numpy as np

from core.extract.mentions.weigh import LABELS, weights
from tests.benchmarks.cross_names import halves
from tests.benchmarks.fit_names import examples, fit

TEXT = "They met Zorrick Vandal there.\n\nNothing more was said that day."


def row(label):
    start = TEXT.index("Zorrick Vandal")
    return {"id": "a", "text": TEXT, "entities": [[start, start + len("Zorrick Vandal"), label, ""]]}


def test_examples_carry_the_class_of_their_gold_span():
    classes = [label for _, label, _ in examples([row("ORG")])]
    assert classes == [LABELS.index("organization") + 1]


def test_weights_without_examples_stay():
    fitted = fit(examples([row("PER")]), pull=3.0)
    assert np.allclose(fitted["gazetteer_large"], weights()["gazetteer_large"].points, atol=1e-6)


def test_seen_evidence_moves_towards_the_gold():
    fitted = fit(examples([row("ORG")] * 40), pull=0.1)
    assert fitted["words_2"][1] > weights()["words_2"].points[1] + 0.5


def test_every_text_is_found_once_by_weights_of_the_other_half():
    rows = [row("PER") | {"id": str(i)} for i in range(5)]
    before = dict(weights())
    found = [predicted for _, predicted in halves({Path("x"): rows}, pull=3.0)]
    assert sorted(p["id"] for p in found) == ["0", "1", "2", "3", "4"]
    assert all(p["entities"] for p in found)
    assert dict(weights()) == before
