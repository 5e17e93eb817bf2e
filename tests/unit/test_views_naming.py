"""Names of events: short, grammatical, and the sentence's own words wherever it says more than we know."""

from datetime import date

import pytest

from core.model import Article, Claim, Span
from core.pipeline import analyse
from core.views import naming
from core.views.index import Index


def names(text):
    index = Index(analyse([Article(id="a", text=text, published=date(2021, 8, 21), name="a.txt")]))
    return [naming.event_name(index, event) for event in index.analysis.events]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Government troops have attacked the town of Marsa.", "attacked the town of Marsa"),
        ("At least 60 Taliban fighters were also killed during the raid.", "At least 60 Taliban fighters killed"),
        ("Two Palestinians were shot dead by Israeli troops on Friday.", "Two Palestinians shot dead by Israel"),
        ("President Dina Boluarte has refused to resign.", "Dina Boluarte refused to resign"),
        ("The rebels may attack Kabul.", "may attack Kabul"),
        ("Police arrested 30 people, among them a journalist.", "Police arrested 30 people"),
        ("Clashes between the army and the Taliban were reported.", "Clashes between the army and the Taliban"),
        ("Workers demanded a wage of Tk 23,000, unions said.", "demanded a wage of Tk 23,000"),
        ("Rebels shelled Marsa from 8:30am: dozens fled.", "shelled Marsa from 8:30am"),
        ("The ceasefire took effect at 7 a.m. local time.", "The ceasefire took effect"),
    ],
)
def test_an_event_is_named_by_who_the_verb_and_what_follows(text, name):
    found = names(text)
    assert any(name in given for given in found), found


def test_a_name_never_is_a_bare_verb_nor_longer_than_its_bound():
    long = "Taliban fighters attacked " + "an extraordinarily remote mountain village " * 6 + "."
    for given in names(f"{long} Some were killed."):
        assert " " in given
        assert len(given) <= naming.MAX_NAME


def test_a_clipped_name_ends_on_a_word_that_can_end_it():
    assert naming.clip("Rebels hoisted the flag of the Northern Alliance", 32) == "Rebels hoisted the flag…"
    assert naming.clip("short", 10) == "short"


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ([(60, None), (60, 60)], "60 or more"),
        ([(16, 16), (18, 18)], "16–18"),
        ([(None, 9)], "9"),
        ([(3000, None), (12, 12)], "12–3,000 or more"),
    ],
)
def test_numbers_of_several_claims_as_one_range(bounds, expected):
    claims = [Claim("a", Span(0, 1), "x", 0, "killed", Span(0, 1), low=low, high=high) for low, high in bounds]
    assert naming.span_of_numbers(claims) == expected
