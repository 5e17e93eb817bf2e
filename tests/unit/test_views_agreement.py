"""The strip of who says how many."""

from dataclasses import replace

import pytest

from core.model import Claim, EventClaim, Span
from core.views import agreement
from core.views.index import Index
from tests.readings import analysis


def told(low, high):
    return EventClaim("c", None, Claim("a", Span(0, 1), "x", 0, "killed", Span(0, 1), low=low, high=high), None)


@pytest.mark.parametrize(
    ("low", "high", "left", "right", "unbounded"),
    [(50, 50, 43, 44.2, False), (25, 50, 21.5, 43, False), (100, None, 86, 100, True), (None, 50, 0, 43, False)],
)
def test_a_bar_reaches_from_low_to_high_and_to_the_end_where_it_is_open(low, high, left, right, unbounded):
    found = agreement.bar(told(low, high), 100)
    assert (found.left, found.left + found.width, found.open) == (pytest.approx(left), pytest.approx(right), unbounded)


def test_a_claim_without_a_number_has_no_bar():
    assert agreement.bar(told(None, None), 100) is None


def test_zero_is_drawn_and_divides_by_nothing():
    assert agreement.bar(told(0, 0), 0).left == 0


def test_one_number_alone_makes_no_strip():
    index = Index(analysis())
    assert all(agreement.strips(index, happening) == "" for happening in index.happenings.values())


def test_words_without_a_number_stand_beside_those_with_one():
    made = analysis()
    exact, *_ = made.claims
    vague = replace(exact, id="c2", claim=replace(exact.claim, text="dozens", low=None))
    events = tuple(replace(e, claims=("c1", "c2")) if e.id == "e2" else e for e in made.events)
    index = Index(replace(made, claims=(exact, vague), events=events))
    shown = agreement.strips(index, index.happenings["e2"])
    assert shown.count('"v-bar') == 1
    assert "killed: “dozens”</span>" in shown
    assert "“dozens”, no number: ACLED" in shown
    assert "ACLED would count 12" in shown
