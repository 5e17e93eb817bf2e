"""Dates of events: which expression dates which event, and what bounds an event without one."""

from __future__ import annotations

import re
from datetime import date

import pytest

from core.extract.timex import find_timexes
from core.model import Article, Document, EventDate, Span, Status, StatusCue, Trigger
from core.resolve.calendar import precision_of
from core.resolve.dates import date_events, resolve_timexes
from core.resolve.sentence_dates import DETERMINERS
from core.text.segment import segment

PUBLISHED = date(2021, 8, 21)  # a Saturday


def _trigger(doc: Document, m: re.Match[str], tense: str, status: Status) -> Trigger:
    """A trigger where `*` marks its word; `|` bounds its clause."""
    sentence = doc.sentence_at(m.start())
    assert sentence is not None
    text = doc.text
    first = max(text.rfind("|", sentence.span.start, m.start()), sentence.span.start)
    last = text.find("|", m.end(), sentence.span.end)
    clause = Span(first, sentence.span.end if last < 0 else last)
    span = Span(*m.span())
    return Trigger(
        "a", span, m.group(), sentence.index, clause, m.group(), "ASSAULT", "", StatusCue(status), tense=tense
    )


def _dates(
    text: str,
    words: str,
    *,
    published: date | None = PUBLISHED,
    tense: str = "past",
    status: Status = Status.ASSERTED,
) -> list[EventDate]:
    """The dates of the triggers `words`; a word with `~` before it has no tense."""
    doc = segment(Article("a", text, published))
    triggers = []
    for word in words.split():
        m = re.search(rf"\b{word.lstrip('~')}\b", text)
        assert m is not None
        triggers.append(_trigger(doc, m, "" if word[0] == "~" else tense, status))
    triggers.sort(key=lambda t: t.span)
    return list(date_events(doc, triggers, resolve_timexes(doc, find_timexes(doc))))


def _days(event: EventDate) -> tuple[str | None, str | None]:
    start, end = event.interval.start, event.interval.end
    return (start.isoformat() if start else None, end.isoformat() if end else None)


@pytest.mark.parametrize(
    ("text", "word", "days", "basis"),
    [
        ("They captured it on the 15th of August.", "captured", ("2021-08-15", "2021-08-15"), "stated"),
        ("On Friday they captured it.", "captured", ("2021-08-20", "2021-08-20"), "relative"),
        ("They captured it last week.", "captured", ("2021-08-09", "2021-08-15"), "relative"),
        ("They captured it.", "captured", (None, "2021-08-21"), "reported-by"),
        (
            "They captured it on August 15. It was so since then, they observed.",
            "observed",
            ("2021-08-15", "2021-08-21"),
            "relative",
        ),
        ("Clashes were seen since Thursday.", "Clashes", ("2021-08-19", "2021-08-21"), "relative"),
        ("They fought until Thursday.", "fought", (None, "2021-08-19"), "relative"),
        ("They captured it before August 15.", "captured", (None, "2021-08-14"), "stated"),
        ("They fought from August 15 to August 17.", "fought", ("2021-08-15", "2021-08-17"), "stated"),
        ("They fought between Monday and Wednesday.", "fought", ("2021-08-16", "2021-08-18"), "relative"),
        ("They fought on Aug. 15–17.", "fought", ("2021-08-15", "2021-08-17"), "stated"),
        ("They have fled in recent days.", "fled", (None, "2021-08-21"), "reported-by"),
        ("They fought this week.", "fought", ("2021-08-16", "2021-08-21"), "relative"),
        ("They fought for two years.", "fought", (None, "2021-08-21"), "reported-by"),
    ],
)
def test_one_event(text: str, word: str, days: tuple[str | None, str | None], basis: str) -> None:
    event = _dates(text, word)[0]
    assert (_days(event), event.basis) == (days, basis)
    assert event.rule


def test_the_date_of_another_clause_is_not_taken() -> None:
    fled, captured = _dates("They fled on Monday, |and rebels captured the town on Wednesday.", "fled captured")
    assert (_days(fled)[0], _days(captured)[0]) == ("2021-08-16", "2021-08-18")


def test_a_date_that_modifies_a_noun_dates_that_alone() -> None:
    attack, detained = _dates("They detained a man over the July 2 attack.", "attack detained")[::-1]
    assert _days(attack) == ("2021-07-02", "2021-07-02")
    assert _days(detained) == (None, "2021-08-21")
    bombing, arrested = _dates("Wednesday's bombing came after they arrested him.", "bombing arrested")
    assert _days(bombing) == ("2021-08-18", "2021-08-18")
    assert arrested.basis == "reported-by"


def test_the_date_of_a_saying_only_bounds_what_is_said() -> None:
    for text in (
        "Police said on Friday that rebels captured it.",
        "The army told reporters Friday |rebels captured it.",
    ):
        (captured,) = _dates(text, "captured")
        assert (_days(captured), captured.basis) == ((None, "2021-08-20"), "reported-by")
        assert "said" in captured.rule
    (captured,) = _dates("Police said on Friday that rebels captured it on Monday.", "captured")
    assert _days(captured) == ("2021-08-16", "2021-08-16")


def test_a_date_for_comparison_dates_nothing() -> None:
    for text in (
        "Losses rose to 17%, up from 14% a year ago.",
        "Losses rose compared with the same period last year.",
        "Losses rose to the highest since 1982.",
    ):
        assert _dates(text, "rose")[0].basis == "reported-by"


def test_a_participle_goes_with_its_main_clause() -> None:
    struck, killing = _dates("They struck the town on Friday|, killing two.", "struck ~killing")
    assert killing.interval == struck.interval == _dates("They struck on Friday.", "struck")[0].interval
    assert killing.rule.startswith("with the main clause")


def test_a_date_is_carried_over_within_the_paragraph_only() -> None:
    _, withdrew = _dates("Rebels captured it on Friday. The army withdrew.", "captured withdrew")
    assert (_days(withdrew), withdrew.rule[:12]) == (("2021-08-20", "2021-08-20"), "carried over")
    _, withdrew = _dates("Rebels captured it on Friday.\n\nSome men withdrew.", "captured withdrew")
    assert withdrew.basis == "reported-by"
    _, killed = _dates("Rebels raided it on Friday.\n\nDuring the raid they killed two.", "raided killed")
    assert _days(killed) == ("2021-08-20", "2021-08-20")


def test_the_present_perfect_takes_no_date_from_before() -> None:
    text = "Rebels captured it on Friday. Reports have emerged that it fled."
    doc = segment(Article("a", text, PUBLISHED))
    timexes = resolve_timexes(doc, find_timexes(doc))
    sentence = doc.sentences[1]
    at = text.index("emerged")
    trigger = Trigger("a", Span(at, at + 7), "emerged", 1, sentence.span, "emerge", "OTHER", tense="present")
    assert date_events(doc, [trigger], timexes)[0].basis == "reported-by"


@pytest.mark.parametrize("text", ["Earlier, Saleh declared it.", "Saleh had declared it."])
def test_what_is_told_as_earlier_lies_before(text: str) -> None:
    assert _days(_dates(text, "declared")[0]) == (None, "2021-08-21")
    _, declared = _dates("They captured it on Monday. " + text, "captured declared")
    assert (_days(declared), declared.basis) == ((None, "2021-08-16"), "reported-by")


def test_a_posts_day_bounds_what_it_says() -> None:
    text = "The town is quiet.\n\nDistricts have been captured. — News (@news) August 19, 2021"
    (captured,) = _dates(text, "captured")
    assert (_days(captured), captured.basis) == ((None, "2021-08-19"), "reported-by")


def test_without_publication_nothing_bounds() -> None:
    captured, fell = _dates("Rebels captured it. It fell on 3 May 2008.", "captured fell", published=None)
    assert (captured.basis, captured.interval.known) == ("unknown", False)
    assert _days(fell) == ("2008-05-03", "2008-05-03")


def test_what_is_planned_without_a_date_has_none() -> None:
    (event,) = _dates("They plan to attack.", "~attack", status=Status.PLANNED)
    assert (event.basis, event.interval.known) == ("unknown", False)
    (event,) = _dates("They will attack on Monday.", "attack", tense="future", status=Status.PLANNED)
    assert _days(event) == ("2021-08-23", "2021-08-23")


def test_a_date_after_publication_is_kept_and_said() -> None:
    (event,) = _dates("They captured it on August 30, 2021.", "captured")
    assert "after publication" in event.rule


def test_precision_follows_ucdp() -> None:
    first = date(2021, 8, 1)
    days = {1: 1, 6: 2, 7: 3, 31: 4}
    for length, precision in days.items():
        last = date(2021, 8, length)
        assert precision_of(type(_dates("It fell.", "fell")[0].interval)(first, last)) == precision
    assert "the" in DETERMINERS
