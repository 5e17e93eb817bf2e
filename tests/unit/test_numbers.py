"""Each phrase is read as its bounds; the words covered are the quantity's and no more."""

import pytest

from core.extract.numbers import find_quantities
from core.model import Span
from core.text.tokens import tokenize


def read(text):
    tokens = tokenize(text, Span(0, len(text)))
    return [(q.span(tokens).of(text), q.low, q.high, q.approximate, q.vague) for q in find_quantities(tokens)]


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "approximate"),
    [
        ("At least 60 fighters", "At least 60", 60, None, False),
        ("no fewer than twelve men", "no fewer than twelve", 12, None, False),
        ("more than 1,200 people", "more than 1,200", 1200, None, False),
        ("60 or more people", "60 or more", 60, None, False),
        ("60+ people", "60+", 60, None, False),
        ("up to 60 people", "up to 60", None, 60, False),
        ("fewer than 60 people", "fewer than 60", None, 60, False),
        ("about 60 people", "about 60", 60, 60, True),
        ("some 30 men", "some 30", 30, 30, True),
        ("30 or so men", "30 or so", 30, 30, True),
        ("between 20 and 30 men", "between 20 and 30", 20, 30, False),
        ("20 to 30 men", "20 to 30", 20, 30, False),
        ("20-30 men", "20-30", 20, 30, False),
        ("two or three men", "two or three", 2, 3, False),
        ("at least 20 to 30 men", "at least 20 to 30", 20, 30, False),
        ("seven men", "seven", 7, 7, False),
        ("twenty-five men", "twenty-five", 25, 25, False),
        ("twenty five men", "twenty five", 25, 25, False),
        ("two hundred and six men", "two hundred and six", 206, 206, False),
        ("one hundred thousand men", "one hundred thousand", 100_000, 100_000, False),
        ("a dozen men", "a dozen", 12, 12, False),
        ("half a dozen men", "half a dozen", 6, 6, False),
        ("two dozen men", "two dozen", 24, 24, False),
        ("a couple of men", "a couple of", 2, 2, False),
        ("another two men", "another two", 2, 2, False),
        ("a total of 5 men", "a total of 5", 5, 5, False),
        ("1.2 million people", "1.2 million", 1_200_000, 1_200_000, False),
        ("a couple of dozen men", "a couple of dozen", 24, 24, False),
        ("no casualties", "no", 0, 0, False),
    ],
)
def test_bounds(text, words, low, high, approximate):
    assert read(text) == [(words, low, high, approximate, "")]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("A number of Taliban", "A number of", "several"),
        ("dozens of men", "dozens of", "dozens"),
        ("several hundred men", "several hundred", "hundreds"),
        ("tens of thousands of men", "tens of thousands of", "tens of thousands"),
        ("heavy casualties", "heavy", "heavy"),
        ("a few men", "a few", "few"),
        ("some men", "some", "some"),
    ],
)
def test_words_without_a_number_have_no_bounds(text, words, kind):
    assert read(text) == [(words, None, None, False, kind)]


@pytest.mark.parametrize("text", ["1.5 km", "a 12-year-old boy", "the 15th of August", "the 1990s", "1st Company"])
def test_what_counts_nothing_is_no_quantity(text):
    assert read(text) == []
