"""The codebooks' numbers stand beside the claim and never in it."""

import pytest

from core.model import Claim, Span
from core.resolve.crosswalk import acled, estimates, ucdp


def claim(text, low=None, high=None, harm="killed"):
    return Claim("a", Span(0, len(text)), text, 0, harm, Span(0, 1), low=low, high=high)


@pytest.mark.parametrize(
    ("text", "number"),
    [("dozens", 12), ("Dozens of", 12), ("tens of", 10), ("hundreds of", 100), ("thousands", 1000)],
)
def test_acled_has_a_number_for_round_plurals(text, number):
    assert acled(claim(text)).best == number


@pytest.mark.parametrize("text", ["several", "a number of", "many", "civilians"])
def test_acled_unknown_plurals_depend_on_the_war_zone(text):
    assert acled(claim(text), war_zone=True).best == 10
    assert acled(claim(text), war_zone=False).best == 3


def test_acled_takes_the_conservative_end_of_a_range():
    assert acled(claim("20 to 30", 20, 30)).best == 20
    assert acled(claim("up to 60", None, 60)).best == 60


def test_ucdp_states_figures_and_invents_none():
    assert ucdp(claim("dozens")).best is None
    at_least = ucdp(claim("At least 60", 60, None))
    assert (at_least.low, at_least.best, at_least.high) == (60, 60, 60)
    assert ucdp(claim("20 to 30", 20, 30)).high == 30


def test_only_deaths_are_counted_and_each_estimate_says_its_rule():
    assert estimates(claim("dozens", harm="injured")) == ()
    assert [e.codebook for e in estimates(claim("dozens"))] == ["ACLED", "UCDP"]
    assert all(e.rule for e in estimates(claim("dozens")))
