"""What must hold of mentions in any text at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract.mentions import find_mentions
from core.model import ACTOR_KINDS, Article, Layer
from core.text.segment import segment

WORDS = """
Taliban fighters resistance forces Kabul Kabul's anti-Taliban the of and in , . – “ ” ( ) Ahmad Massoud Vice President
Saleh UK-based US said captured districts Banu Pol-e-Hesar #Baghlan @AsvakaNews — Ministry Foreign Affairs J. 42 طالبان
ولسوالی بنو و Ükraine St. & 's Islamic State Iraq Levant Army Valley river group's İstanbul ß ﬁ
""".split()
TEXTS = st.lists(st.sampled_from([*WORDS, "\n", "\n\n"]), max_size=60).map(" ".join) | st.text(max_size=200)


def read(text):
    return find_mentions(segment(Article(id="a", text=text)))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_mentions_are_surfaces_in_order_and_disjoint(text):
    end = 0
    for m in read(text):
        assert m.span.of(text) == m.text == m.text.strip()
        assert m.text
        assert m.span.start >= end
        assert m.head is None or m.span.covers(m.head)
        end = m.span.end


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_every_mention_says_what_and_why(text):
    for m in read(text):
        assert m.evidence
        assert m.layer is Layer.PLACE or m.kind in ACTOR_KINDS


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_reading_twice_changes_nothing(text):
    assert read(text) == read(text)


@pytest.mark.parametrize(
    "unit",
    ["Taliban Kabul ", "Ahmad ", "Iran, ", "Afghan ", "Kabul and ", "J. K. Ahmad ", "Ab-", "Of The And ", "@abc "],
)
def test_hostile_repetition_is_read(unit):
    """Deep or quadratic reading would fail by recursion or take minutes here."""
    for m in read("It is said that " + unit * 5000 + "end."):
        assert m.text
