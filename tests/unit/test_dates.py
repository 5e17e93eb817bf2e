"""The resolver: TIMEX3 values against the publication, the running reference and the tense."""

from __future__ import annotations

from datetime import date

import pytest

from core.extract.timex import find_timexes
from core.model import Article, DateInterval, Timex
from core.resolve.calendar import interval_of
from core.resolve.dates import is_history, resolve_timexes
from core.resolve.named_days import named_days
from core.text.segment import segment

PUBLISHED = date(2013, 3, 22)  # a Friday


def _read(text: str, published: date | None = PUBLISHED, *, narrative: bool | None = None) -> tuple[Timex, ...]:
    doc = segment(Article("a", text, published))
    return resolve_timexes(doc, find_timexes(doc), narrative=narrative)


def _values(text: str, published: date | None = PUBLISHED, *, narrative: bool | None = None) -> list[str]:
    return [t.value for t in _read(text, published, narrative=narrative)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They left on August 20, 2021.", "2021-08-20"),
        ("They left on the 20th of August 2021.", "2021-08-20"),
        ("They left on 20.08.2021.", "2021-08-20"),
        ("They left on Thursday.", "2013-03-21"),
        ("They left on Friday.", "2013-03-22"),
        ("They left last Friday.", "2013-03-15"),
        ("They will meet on Thursday.", "2013-03-28"),
        ("The trial is set to begin on Wednesday.", "2013-03-27"),
        ("The hearing is Monday.", "2013-03-25"),
        ("They have until Monday.", "2013-03-25"),
        ("They rejected the plan at a meeting on Tuesday.", "2013-03-19"),
        ("It would be the worst day since 11 June.", "2012-06-11"),
        ("The party called a strike for Wednesday.", "2013-03-27"),
        ("He was arrested for Wednesday's attack.", "2013-03-20"),
        ("They left on the last Sunday in December.", "2012-12"),
        ("It was so in the year-ago period.", "2012"),
        ("The meeting begins on Tuesday.", "2013-03-26"),
        ("He is leaving on Tuesday.", "2013-03-26"),
        ("They agreed to meet on Tuesday.", "2013-03-26"),
        ("They managed to leave on Tuesday.", "2013-03-19"),
        ("He could not be reached on Tuesday.", "2013-03-19"),
        ("They will meet next Friday.", "2013-03-29"),
        ("They left on Thursday night.", "2013-03-21TNI"),
        ("They left at 3 p.m. on Monday.", "2013-03-18T15:00"),
        ("They left on Feb. 4.", "2013-02-04"),
        ("They left on Oct. 12.", "2012-10-12"),
        ("The event is to be held on October 12.", "2013-10-12"),
        ("They left in December.", "2012-12"),
        ("They will leave in May.", "2013-05"),
        ("They left in October last year.", "2012-10"),
        ("They left last October.", "2012-10"),
        ("They left in late 2006.", "2006"),
        ("They left in the third quarter.", "2012-Q3"),
        ("They left in the fourth quarter of last year.", "2012-Q4"),
        ("They left in the first half of 2008.", "2008-H1"),
        ("They left in the summer of 1983.", "1983-SU"),
        ("They left last fall.", "2012-FA"),
        ("They left in the 1990s.", "199"),
        ("They left in the '80s.", "198"),
        ("They left in the 19th century.", "18"),
        ("They left in 490 BC.", "BC0490"),
        ("They left in fiscal 2009.", "FY2009"),
        ("They left yesterday.", "2013-03-21"),
        ("They left yesterday morning.", "2013-03-21TMO"),
        ("They left last night.", "2013-03-21TNI"),
        ("They left overnight.", "2013-03-21TNI"),
        ("They leave tonight.", "2013-03-22TNI"),
        ("They left last week.", "2013-W11"),
        ("They left earlier this week.", "2013-W12"),
        ("They left last month.", "2013-02"),
        ("They left at the end of last year.", "2012"),
        ("They left two days ago.", "2013-03-20"),
        ("They left two weeks ago.", "2013-W10"),
        ("They left six months ago.", "2012-09"),
        ("They left about 20 years ago.", "1993"),
        ("They left two decades ago.", "199"),
        ("They left over the weekend.", "2013-W11-WE"),
        ("They left on the last day of 2012.", "2012-12-31"),
        ("They left on Easter Monday.", "2012-04-09"),
        ("They left on Thanksgiving.", "2012-11-22"),
        ("It was like the Sept. 11 attacks.", "2001-09-11"),
        ("It was like 9/11.", "2001-09-11"),
        ("They stayed for two years.", "P2Y"),
        ("They stayed for two and a half years.", "P2.5Y"),
        ("They stayed for half an hour.", "PT30M"),
        ("They stayed for nearly four decades.", "P40Y"),
        ("They stayed for several days.", "PXD"),
        ("They stayed the past year.", "P1Y"),
        ("They stayed for the next six months.", "P6M"),
        ("They come every two weeks.", "P2W"),
        ("They come on Fridays.", "XXXX-WXX-5"),
        ("They come every summer.", "XXXX-SU"),
        ("They come now.", "PRESENT_REF"),
        ("They came recently.", "PAST_REF"),
        ("They come in the future.", "FUTURE_REF"),
        ("They came years ago.", "PAST_REF"),
    ],
)
def test_values(text: str, value: str) -> None:
    assert _values(text) == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It began on March 3. Two days later it ended.", ["2013-03-03", "2013-03-05"]),
        ("It began on March 3. The following day it ended.", ["2013-03-03", "2013-03-04"]),
        ("It began on March 3, and ended the same day.", ["2013-03-03", "2013-03-03"]),
        ("It began on March 3. The night before they slept.", ["2013-03-03", "2013-03-02TNI"]),
        ("It began on Monday at noon and ended at 5 p.m.", ["2013-03-18T12:00", "2013-03-18T17:00"]),
        ("It began in 2003. The following year it ended.", ["2003", "2004"]),
        ("It began on March 3. They have fled since then.", ["2013-03-03", "2013-03-03/.."]),
    ],
)
def test_the_running_reference(text: str, values: list[str]) -> None:
    assert _values(text) == values


def test_an_anchored_date_says_what_it_points_from() -> None:
    first, second, third = _read("It began on March 3. Two days later it ended. It was noon.")
    assert (second.basis, second.anchor) == ("anchored", first.span)
    assert (third.basis, third.anchor) == ("anchored", second.span)
    (alone,) = _read("It was noon.")
    assert (alone.basis, alone.anchor, alone.value) == ("relative", None, "2013-03-22T12:00")


def test_numeric_dates_take_the_articles_own_order() -> None:
    assert _values("From 20/08/2012 to 03/04/2012.") == ["2012-08-20", "2012-04-03"]
    assert _values("From 08/20/2012 to 03/04/2012.") == ["2012-08-20", "2012-03-04"]


def test_a_numeric_date_that_could_be_two_days_is_sure_of_its_year_alone() -> None:
    assert _values("Signed on 03/04/2012.") == ["2012"]
    assert _values("Signed on 03/07/2013.") == ["2013-03-07"]  # the other reading lies after publication


def test_modifiers_narrow_the_interval() -> None:
    early, middle, late = (t.interval for t in _read("In early June 2012, mid-June 2012 and late June 2012 it rained."))
    assert early == DateInterval(date(2012, 6, 1), date(2012, 6, 10))
    assert middle == DateInterval(date(2012, 6, 11), date(2012, 6, 20))
    assert late == DateInterval(date(2012, 6, 21), date(2012, 6, 30))


def test_a_history_inherits_the_running_year() -> None:
    text = (
        "In 1775 war began. In April they fought. On 17 June they fought. In March 1776 they left. In July they came."
    )
    assert _values(text, date(2009, 12, 19), narrative=True) == ["1775", "1775-04", "1775-06-17", "1776-03", "1776-07"]


def test_a_look_back_does_not_move_a_history() -> None:
    text = "In March 1968 they fought, as the French had in the war of 1954. In May they talked."
    assert _values(text, date(2009, 12, 19), narrative=True)[-1] == "1968-05"


def test_what_is_a_history_is_decided_by_its_dates() -> None:
    history = (
        "In May 1940 they came. On 3 June they left. In July 1941, August 1941, March 1942 and May 1943 they fought. "
        "In June and July they rested."
    )
    news = "On Friday they came. Today they left. Last week they fought, as in May 1940, 1941 and 1942."
    for text, expected in ((history, True), (news, False)):
        doc = segment(Article("a", text, date(2009, 12, 19)))
        assert is_history(doc, find_timexes(doc)) is expected


def test_without_a_publication_day_only_full_dates_are_resolved() -> None:
    timexes = _read("They left on Friday, yesterday, on 20 August, last week; the war began on 3 May 2008.", None)
    assert [t.interval.known for t in timexes] == [False, False, False, False, True]
    assert [t.basis for t in timexes] == ["unresolved"] * 4 + ["stated"]


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31)])
def test_the_ends_of_the_calendar(published: date) -> None:
    text = (
        "Last year, next year, two centuries ago, next week, on Friday, last Friday, tomorrow, in December, last night."
    )
    assert all(t.text for t in _read(text, published))


def test_days_that_do_not_exist_are_no_dates() -> None:
    assert _values("They met on 31 June 2012 and on 2012-02-30.") == []


def test_a_date_in_words_quoted_from_elsewhere_is_not_the_articles() -> None:
    text = (
        "In an op-ed in the Post, Massoud said “America can help” by arming them.\n\n"
        "“I write from the valley today, ready to fight,” he said.\n\n"
        "“We attacked today,” Mr Khan told reporters."
    )
    quoted, spoken = _read(text)
    assert (quoted.basis, quoted.interval) == ("quoted", DateInterval())
    assert (spoken.basis, spoken.value) == ("relative", "2013-03-22")


def test_a_post_points_from_its_own_day() -> None:
    text = "The town fell.\n\nThey came yesterday. — News (@news) March 20, 2013\n\nThey left yesterday."
    assert _values(text) == ["2013-03-19", "2013-03-20", "2013-03-21"]


def test_the_famous_day_is_not_read_into_an_earlier_article() -> None:
    assert _values("The Oct. 7 attack failed.") == ["2012-10-07"]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2013-W12", date(2013, 3, 18), date(2013, 3, 24)),
        ("2013-W12-WE", date(2013, 3, 23), date(2013, 3, 24)),
        ("2013-W12-5", date(2013, 3, 22), date(2013, 3, 22)),
        ("2013-WI", date(2013, 12, 1), date(2014, 2, 28)),
        ("2013-Q2", date(2013, 4, 1), date(2013, 6, 30)),
        ("199", date(1990, 1, 1), date(1999, 12, 31)),
        ("19", date(1900, 1, 1), date(1999, 12, 31)),
        ("2021-08-15/..", date(2021, 8, 15), None),
    ],
)
def test_intervals(value: str, first: date, last: date | None) -> None:
    assert interval_of(value) == DateInterval(first, last)


@pytest.mark.parametrize("value", ["", "P2Y", "PAST_REF", "XXXX-08-20", "BC0490", "2013-02-30", "2013-W60", "FY2009"])
def test_what_names_no_days_has_no_interval(value: str) -> None:
    assert not interval_of(value).known


def test_named_days() -> None:
    assert named_days("easter +0", 2021) == (DateInterval(date(2021, 4, 4), date(2021, 4, 4)),)
    assert named_days("orthodox +0", 2021) == (DateInterval(date(2021, 5, 2), date(2021, 5, 2)),)
    assert named_days("last mon 5", 2021) == (DateInterval(date(2021, 5, 31), date(2021, 5, 31)),)
    assert named_days("4th thu 11 +1", 2021) == (DateInterval(date(2021, 11, 26), date(2021, 11, 26)),)
    assert named_days("no such rule", 2021) == ()


def test_islamic_days() -> None:
    assert named_days("hijri 9", 2021) == (DateInterval(date(2021, 4, 13), date(2021, 5, 12)),)
    assert [d.start for d in named_days("hijri 10-1", 2000)] == [date(2000, 1, 8), date(2000, 12, 27)]
    assert named_days("hijri 9", 1500) == ()
