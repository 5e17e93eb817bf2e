"""The finder: what is a date expression, how far it reaches, of which type, and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from core.extract.timex import FoundTimex, find_timexes
from core.extract.timex_grammar import may_hold_dates
from core.extract.timex_patterns import PATTERNS
from core.extract.timex_words import class_codes, read_words
from core.model import Article, Span
from core.resolve.date_context import Context
from core.resolve.date_values import value_of
from core.text.segment import segment


def _found(text: str) -> tuple[FoundTimex, ...]:
    return find_timexes(segment(Article("a", text, date(2021, 8, 21))))


def _marked(text: str) -> str:
    """The text with every expression in brackets."""
    for item in reversed(_found(text)):
        text = text[: item.span.start] + "[" + item.text + "]" + text[item.span.end :]
    return text


@pytest.mark.parametrize(
    "marked",
    [
        "They met on [August 20, 2021] in Kabul.",
        "They met on [20 August] in Kabul.",
        "They met on [Friday, Aug. 20], and left.",
        "The town fell on [the 15th of August].",
        "The town fell on [Friday, the 20th of August 2021].",
        "It was dated [2021-08-20] or [20/08/2021].",
        "From [Aug 17]–[19] it rained.",
        "From [17] to [19 August 2021] it rained.",
        "In [mid-August], [late last year] and [the early 1990s] it rained.",
        "In [the third quarter], [the first half of 2008] and [Q3 2012] sales rose.",
        "In [fiscal 2009], [the summer of 1983] and [the 19th century] sales rose.",
        "It lasted [two and a half years], from [1914]-[18].",
        "He came [two days earlier], [the following day] and [a year ago].",
        "They fought [overnight], [earlier this week] and [last night].",
        "It happened at [3 p.m. on Friday] and at [18:00 UTC].",
        "It happened on [the night of April 18, 1775].",
        "He has been there [every day] for [the past two years].",
        "[Now] they train; [recently] they did not; in [the future] they may.",
        "Nothing has happened [since then].",
        "It opened in [May 2008] and closed in [May].",
        "They came on [Friday night] and stayed over [the weekend].",
        "They fasted in [Ramadan] until [Eid al-Fitr], as at [Christmas 2010].",
        "It was [the last day of 2012], [the first week of March].",
    ],
)
def test_spans(marked: str) -> None:
    assert _marked(marked.replace("[", "").replace("]", "")) == marked


@pytest.mark.parametrize(
    "text",
    [
        "You may go, and they march on.",
        "Theresa May said that May would win.",
        "The March 8 party and the April 6 movement protested.",
        "It cost $40 and €2010, on page 1998.",
        "A 12-year-old boy and his father, 45 years old, fled.",
        "Some 1500 troops and 2000 people fled; the score was 3-2.",
        "He wrote in the Sunday Times and the Daily Mail.",
        "It was a second attack, the second of two.",
        "The fall of Kabul surprised them.",
        "See @friday and https://example.org/2021-08-20 for #March2020.",
        "The ratio was 3/4.",
        "The Russell 2000 Index fell, and iLife '11 came out.",
    ],
)
def test_what_is_no_date_stays_none(text: str) -> None:
    doc = segment(Article("a", text, date(2021, 8, 21)))
    context = Context(date(2021, 8, 21))
    assert [f.text for f in find_timexes(doc) if value_of(f.kind, f.slots, context)[0]] == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("on Friday", "DATE"),
        ("on Friday morning", "TIME"),
        ("at noon", "TIME"),
        ("for two weeks", "DURATION"),
        ("for decades", "DURATION"),
        ("every two weeks", "SET"),
        ("on Fridays", "SET"),
        ("twice a day", "SET"),
        ("a two-year siege", "DURATION"),
    ],
)
def test_types(text: str, type_: str) -> None:
    (item,) = _found(f"They met {text}.")
    assert item.type == type_


def test_the_header_gives_the_publication_and_promo_gives_nothing() -> None:
    text = "date 2021-08-21 Kabul: They left on Friday.Also Read - What happened on Monday\n\nThe end."
    doc = segment(Article("a", text, date(2021, 8, 21), header=Span(0, 15)))
    found = [(f.text, f.sentence, f.kind) for f in find_timexes(doc)]
    assert found == [("2021-08-21", -1, "publication"), ("Friday", 0, "weekday")]


def test_neighbours_share_a_year() -> None:
    april, june = _found("In April and June 1955 they met.")
    assert (april.slots["y"], june.slots["y"]) == (1955, "1955")
    _, january = _found("From 12 December 2012 to 5 January it rained.")
    assert int(january.slots["y"]) == 2013


def test_every_kind_has_its_function() -> None:
    kinds = {kind for kind, _, _ in PATTERNS} - {"nothing"}
    for kind in kinds | {"publication"}:
        with pytest.raises((KeyError, StopIteration)):
            value_of(kind + "?", {}, Context(None))


def test_a_class_that_no_word_has_is_an_error() -> None:
    with pytest.raises(KeyError, match="NOSUCH"):
        class_codes("NOSUCH")


def test_superscripts_and_endless_numbers_are_words() -> None:
    text = "x² in " + "9" * 5000 + " years, on ² May ٢٠٢١"
    assert [w.text for w in read_words(text, 0, len(text))][-1] == "١"
    assert all(f.span.of(text) == f.text for f in _found(text))


def test_sentences_without_figures_or_words_of_time_are_not_read() -> None:
    doc = segment(Article("a", "They left the town and the army. He is a mid-1990s man. They left in May.", None))
    assert [may_hold_dates(s.tokens) for s in doc.sentences] == [False, True, True]
