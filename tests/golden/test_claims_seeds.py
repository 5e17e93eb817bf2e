"""The two seed articles: every claim of harm, and who is behind what."""

from datetime import date
from pathlib import Path

import pytest

from core.extract.attribution import find_attributions
from core.extract.claims import find_claims
from core.extract.mentions import find_mentions
from core.model import Article, Span
from core.text.segment import segment

SEEDS = Path(__file__).parents[2] / "seeds"


def read(name):
    text = (SEEDS / name).read_text("utf-8")
    doc = segment(Article(name, text, published=date(2021, 8, 21), header=Span(0, 16)))
    mentions = find_mentions(doc)
    return doc, find_claims(doc, mentions), find_attributions(doc, mentions)


@pytest.fixture(scope="module")
def first():
    return read("000_7eae227dbbbca2f7.txt")


@pytest.fixture(scope="module")
def second():
    return read("001_8fef5ccf6b676da1.txt")


def test_the_claims_are_these_and_no_others(first, second):
    told = [
        (c.text, c.harm, c.low, c.high, c.approximate, "Taliban" in c.party.of(doc.text))
        for doc, claims, _ in (first, second)
        for c in claims
    ]
    assert told == [
        ("At least 60", "killed", 60, None, False, True),
        ("About 60", "killed or injured", 60, 60, True, True),
        ("A number of", "killed and injured", None, None, False, True),
        ("a number of", "killed and injured", None, None, False, True),
        ("a number of", "killed and injured", None, None, False, True),
        ("heavy", "casualties", None, None, False, True),
    ]


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("have reportedly captured", ["unnamed reports"]),
        ("are now advancing to other", ["unnamed reports"]),
        ("have recaptured Banu", ["Soroush", "officials"]),
        ("About 60 Taliban", ["Soroush", "officials"]),
        ("district also fell", ["he"]),
        ("A number of Taliban have", ["Asvaka"]),
        ("captured by the Public", ["Asvaka"]),
        ("resistance is forming", ["Lavrov"]),
        ("where the resistance of", ["World", "he", "unnamed reports"]),
    ],
)
def test_the_chain_behind_each_statement_of_the_first(first, words, ends):
    assert chain(first, words, len(ends)) == ends


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("have liberated three", ["Republic"]),
        ("have fallen to the", ["unnamed reports"]),
        ("captured by the Public", ["Agency", "Baghlan"]),
        ("Intense clashes", ["unnamed reports"]),
        ("also reportedly underway", ["unnamed reports"]),
        ("had recaptured the Charikar", ["unnamed reports"]),
        ("were linking up", ["unnamed reports"]),
        ("reportedly hoisted", ["unnamed reports"]),
    ],
)
def test_the_chain_behind_each_statement_of_the_second(second, words, ends):
    assert chain(second, words, len(ends)) == ends


@pytest.mark.parametrize("words", ["At least 60", "Visuals of clashes", "have been working on", "has also called on"])
def test_the_report_s_own_words_are_nobody_else_s(first, words):
    assert chain(first, words, 0) == []


def chain(reading, words, length):
    """The last words of each claimant of the innermost attribution of what `words` stand in."""
    doc, _, attributions = reading
    start = doc.text.index(words)
    covering = [a for a in attributions if a.scope.covers(Span(start, start + len(words)))]
    if not covering:
        return []
    inner = min(covering, key=lambda a: a.scope.end - a.scope.start).chain
    assert len(inner) == length
    return [c.text if c.text == "unnamed reports" else c.text.split()[-1] for c in inner]
