"""The adaptor's conventions, on releases of our own making."""

from datetime import date

import pytest

from core.pipeline import analyse
from tests.benchmarks.isaf import count, day, event_types, groups, provinces
from tests.benchmarks.isaf_days import between_numbers, coder_day, numbered_days, published, release


def read(body, dateline="KABUL, Afghanistan (May 7, 2012) – "):
    return analyse([release({"id": "a", "text": dateline + body})])


@pytest.mark.parametrize(
    ("body", "killed", "captured"),
    [
        ("A force detained several insurgents in Khost province today.", 0, 3),
        ("A force detained numerous insurgents in Khost province today.", 0, 4),
        ("A force captured a Taliban leader and several of his associates today. The leader was detained.", 0, 4),
        ("A force killed two insurgents today. The force returned fire, killing the two insurgents.", 2, 0),
        ("A force captured a Taliban leader today. The force also detained one suspected insurgent.", 0, 2),
        ("The leader planned an attack that killed two soldiers. A force detained one insurgent today.", 0, 1),
        ("A force detained more than 10 insurgents today. No civilians were harmed.", 0, 11),
    ],
)
def test_insurgents_are_counted_once(body, killed, captured):
    reading = read(body)
    assert (count(reading, "killed"), count(reading, "captured")) == (killed, captured)


def test_the_day_is_the_operation_s():
    assert day(read("A force detained one insurgent in Khost province yesterday.")) == date(2012, 5, 6)
    assert day(read("Forces today confirmed the capture of a leader in Khost province, May 2.")) == date(2012, 5, 2)


def test_group_and_province_are_the_first_named():
    reading = read("A force detained a Haqqani leader in Sabari district, Khost province, today.")
    assert (groups(reading), provinces(reading)) == (["haqqani"], ["khost"])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("KABUL, Afghanistan (May 7, 2011) – A force", date(2011, 5, 7)),
        ("2010-07-CA-145 KABUL, Afghanistan (July 22) - A force", date(2010, 7, 22)),
        ("KABUL, Afghanistan (Jan. 14) A leader of the attack of June 2011", date(2012, 1, 14)),
        ("A force detained a man today.", None),
    ],
)
def test_a_release_s_day(text, day):
    assert published(text) == day


def test_a_release_without_dateline_lies_between_its_neighbours():
    texts = [
        "2011-07-S-010 KABUL, Afghanistan (July 4) x",
        "2011-07-S-020 KABUL, Afghanistan (July 8) x",
        "2011-07-S-015 x",
    ]
    assert between_numbers(texts[2], numbered_days(texts)) == date(2011, 7, 6)
    assert between_numbers("2012-07-S-015 x", numbered_days(texts)) is None


def test_the_table_s_slip_is_undone_only_where_it_slips():
    assert coder_day(date(2011, 2, 10)) == date(2011, 2, 9)
    assert coder_day(date(2011, 5, 10)) == date(2011, 5, 10)


def test_names_of_what_an_operation_came_to():
    def named(killed, captured, *, airstrike=False):
        return event_types(killed=killed, captured=captured, airstrike=airstrike, civilians=False)

    assert named(0, 1) == ["detention"]
    assert named(1, 1) == ["captureandkill"]
    assert named(1, 0) == ["insurgentskilled"]
    assert named(1, 0, airstrike=True) == ["airstrike"]
