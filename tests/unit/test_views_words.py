from datetime import date

import pytest

from core.model import Article, Claim, EventClaim, Span
from core.text.segment import segment
from core.views import naming, words
from core.views.index import Index
from core.views.wording import differing, ratio, words_of
from tests.readings import analysis

DAY = date(2021, 8, 21)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (DAY, DAY, "21 Aug 2021"),
        (None, DAY, "by 21 Aug 2021"),
        (DAY, None, "since 21 Aug 2021"),
        (None, None, "undated"),
        (date(2021, 8, 15), DAY, "15 Aug 2021 – 21 Aug 2021"),
    ],
)
def test_an_interval_in_words(start, end, expected):
    assert words.when_interval(start, end) == expected


@pytest.mark.parametrize(
    ("low", "high", "approximate", "expected"),
    [
        (60, None, False, "60 or more"),
        (60, 60, True, "about 60"),
        (3, 5, False, "3–5"),
        (None, 9, False, "9 at most"),
        (None, None, False, "no number"),
    ],
)
def test_a_claim_in_words(low, high, approximate, expected):
    claim = Claim("a", Span(0, 1), "x", 0, "killed", Span(0, 1), low=low, high=high, approximate=approximate)
    assert words.claim_range(EventClaim("c", None, claim, None)) == expected


@pytest.mark.parametrize(
    ("text", "harm", "low", "expected"),
    [
        ("dozens", "killed", None, "ACLED would count 12 (“dozens” is 12); UCDP has no number for such words"),
        ("several", "killed", None, "ACLED would count 10 in an active war zone, 3 elsewhere"),
        ("dozens", "injured", None, ""),
        ("60", "killed", 60, ""),
    ],
)
def test_what_codebooks_make_of_deaths_without_a_number(text, harm, low, expected):
    claim = Claim("a", Span(0, 1), text, 0, harm, Span(0, 1), low=low)
    assert words.codebooks(EventClaim("c", None, claim, None)).startswith(expected)
    assert bool(words.codebooks(EventClaim("c", None, claim, None))) == bool(expected)


def test_a_happening_is_named_by_its_most_telling_report():
    index = Index(analysis())
    assert naming.happening_name(index, index.happenings["k1"]) == "Rebels seized <b>Marsa</b> on 3 May"
    assert naming.event_name(index, index.events["e2"]) == "At least 12 died"


def tokens(text):
    doc = segment(Article(id="a", text=text))
    return words_of(doc.sentences, Span(0, len(text)))


def test_words_that_only_one_has_and_words_that_differ():
    a, b = tokens("The rebels seized Marsa."), tokens("The rebels took Marsa today.")
    mine, theirs = differing(a, b)
    assert [s.of("The rebels seized Marsa.") for s in mine.changed] == ["seized"]
    assert [s.of("The rebels took Marsa today.") for s in theirs.changed] == ["took"]
    assert [s.of("The rebels took Marsa today.") for s in theirs.only] == ["today"]


def test_the_same_words_in_other_case_do_not_differ():
    assert ratio(tokens("The REBELS"), tokens("the rebels")) == 1
