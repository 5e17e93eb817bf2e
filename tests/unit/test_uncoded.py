"""Harm that no trigger tells becomes an event of its own, once, with its speaker."""

import pytest

from core.model import Article, Status
from core.pipeline import find


def told(text):
    found = find(Article("a", f"{text}\n\nThe end of it came."))
    return [(t.text, t.type, t.status.status) for t in found.triggers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A police spokesman put the toll at 11.", [("toll", "OTHER", Status.REPORTED)]),
        ("The death toll rose to 31.", [("death toll", "OTHER", Status.ASSERTED)]),
        ("The army has acknowledged the deaths of 65 men.", [("deaths", "OTHER", Status.REPORTED)]),
        ("There were no civilian casualties.", []),
        (
            "Then 75 officers were hurt and one policeman died.",
            [("hurt", "OTHER", Status.ASSERTED), ("died", "OTHER", Status.ASSERTED)],
        ),
    ],
)
def test_harm_without_a_trigger(text, expected):
    assert told(text) == expected


def test_harm_with_a_trigger_makes_no_second_event():
    assert len(told("Rebels killed five soldiers on Monday.")) == 1
