"""What holds of dates in any text: values read back to their intervals, weeks carry over, nothing raises."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract.timex import find_timexes
from core.extract.timex_grammar import compiled, matches
from core.extract.timex_patterns import PATTERNS
from core.extract.timex_words import read_words
from core.lexicon.timex import timex_lexicon
from core.model import Article, Span, Timex, Trigger
from core.resolve.calendar import add_days, add_months, interval_of, months, week_value
from core.resolve.dates import date_events, resolve_timexes
from core.text.segment import segment

_LEXICON = timex_lexicon()
_PHRASES = sorted({phrase for entries in _LEXICON.classes.values() for phrase in entries})
_WORDS = st.one_of(
    st.sampled_from(_PHRASES),
    st.sampled_from([p.title() for p in _PHRASES]),
    st.integers(0, 3000).map(str),
    st.sampled_from(
        ["2021-08-20", "20/08/2021", "1990s", "'82", "15th", "3:30", "1,500", "troops", "will", "said", "."]
    ),
    st.text(max_size=6),
)
_TEXTS = st.lists(_WORDS, max_size=30).map(" ".join)
_DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
_NEAR_NOW = st.dates(date(1950, 1, 1), date(2070, 1, 1))
_WEEKLY = (
    "He left {} .", "They will meet {} .", "The town fell {} , officials said.", "Fighting went on {} and stopped."
)  # fmt: skip
_POINTING = (
    "today", "yesterday", "tomorrow", "on Friday", "last Monday", "next Sunday", "this week", "last week", "next week",
    "two days ago", "three weeks ago", "last night", "this morning", "tonight", "overnight", "over the weekend",
    "late Tuesday", "Wednesday night", "earlier this week", "Thursday last week", "the day before yesterday",
)  # fmt: skip


def _read(text: str, published: date | None, *, narrative: bool | None = None) -> tuple[Timex, ...]:
    doc = segment(Article("a", text, published))
    return resolve_timexes(doc, find_timexes(doc), narrative=narrative)


@settings(max_examples=150, deadline=None)
@given(_TEXTS, st.none() | _DAYS, st.sampled_from([None, True, False]))
def test_any_text_is_read_and_its_values_read_back(text: str, published: date | None, narrative: bool | None) -> None:
    article = Article("a", text, published)
    doc = segment(article)
    timexes = resolve_timexes(doc, find_timexes(doc), narrative=narrative)
    for timex in timexes:
        assert timex.span.of(text) == timex.text
        assert timex.interval == interval_of(timex.value, timex.mod)
        assert timex.basis in {"stated", "relative", "anchored", "quoted", "unresolved"}
        assert re.fullmatch(r"[A-Z0-9_.:/TXW-]+", timex.value)
    assert all(a.span.end <= b.span.start for a, b in pairwise(timexes))
    words = [t for s in doc.sentences for t in s.tokens if t.text.isalpha()]
    triggers = [
        Trigger("a", Span(t.start, t.end), t.text, s.index, s.span, t.lower, "OTHER", tense="past")
        for s in doc.sentences
        for t in s.tokens
        if t in words
    ]
    dates = date_events(doc, triggers, timexes)
    assert len(dates) == len(triggers)
    assert all(d.interval.known or d.basis == "unknown" for d in dates)


@settings(max_examples=60, deadline=None)
@given(_TEXTS)
def test_trying_only_the_patterns_that_can_open_misses_none(text: str) -> None:
    codes = "".join(w.code for w in read_words(text, 0, len(text)))
    every = re.compile("|".join(f"(?P<p{i}>{compiled(p, i)})" for i, (_, _, p) in enumerate(PATTERNS)))
    at, found = 0, []
    while at < len(codes):
        m = every.match(codes, at)
        found += [m.span()] if m else []
        at = m.end() if m else at + 1
    assert [m.span() for _, m in matches(codes)] == found


@settings(max_examples=120, deadline=None)
@given(_NEAR_NOW, st.integers(-500, 500), st.sampled_from(_WEEKLY), st.sampled_from(_POINTING))
def test_shifting_publication_by_weeks_shifts_what_points(day: date, weeks: int, frame: str, words: str) -> None:
    later = day + timedelta(weeks=weeks)
    here, there = _read(frame.format(words), day), _read(frame.format(words), later)
    assert [t.text for t in here] == [t.text for t in there]
    for a, b in zip(here, there, strict=True):
        assert a.basis == "relative"
        assert a.interval.start
        assert a.interval.end
        assert b.interval.start
        assert b.interval.end
        assert b.interval.start - a.interval.start == timedelta(weeks=weeks)
        assert b.interval.end - a.interval.end == timedelta(weeks=weeks)


@settings(max_examples=80, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.none() | _NEAR_NOW)
def test_a_full_date_means_itself_whatever_the_publication(day: date, published: date | None) -> None:
    name = f"{day:%B}"
    for words in (f"{name} {day.day}, {day.year}", f"{day.day} {name} {day.year}", day.isoformat()):
        (timex,) = _read(f"The treaty was signed on {words}.", published)
        assert (timex.interval.start, timex.interval.end, timex.text) == (day, day, words)


@settings(max_examples=80, deadline=None)
@given(st.text("0123456789-/WQHSPUFAITEXNMO.", max_size=14), st.sampled_from(["", "START", "MID", "END", "APPROX"]))
def test_every_interval_is_ordered_and_a_modifier_only_narrows(value: str, mod: str) -> None:
    whole, part = interval_of(value), interval_of(value, mod)
    assert whole.start is None or whole.end is None or whole.start <= whole.end
    if whole.start and whole.end and part.start and part.end:
        assert whole.start <= part.start <= part.end <= whole.end


@settings(max_examples=80, deadline=None)
@given(_DAYS, st.integers(-4000, 4000))
def test_the_calendar_moves_there_and_back(day: date, count: int) -> None:
    moved = add_days(day, count)
    assert moved is None or add_days(moved, -count) == day
    first = add_months(day, count)
    assert first is None or add_months(first, -count) == day.replace(day=1)
    week = interval_of(week_value(day))
    assert week.start is None or week.start <= day <= (week.end or day)
    month = months(day.year, day.month, 1)
    assert month.start is None or month.start <= day <= (month.end or day)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(_PHRASES), st.integers(100, 400))
def test_a_word_said_over_and_over_does_no_harm(phrase: str, times: int) -> None:
    timexes = _read(" ".join([phrase] * times), date(2021, 8, 21))
    assert len(timexes) <= times
