"""Quotation marks of every kind, over sentences and paragraphs, and what only looks like one."""

import pytest

from core.extract.quotations import find_quotations
from core.model import Article
from core.text.segment import segment


def quotations(text):
    doc = segment(Article("a", text))
    return [q.inner.of(doc.text) for q in find_quotations(doc)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("He said, “We won. It is over.” Then he left.", "We won. It is over."),
        ('He said, "We won. It is over." Then he left.', "We won. It is over."),
        ("He said, «We won.» Then he left.", "We won."),
        ("He said, „We won.“ Then he left.", "We won."),
        ("He told them to ‘join the resistance’ at once.", "join the resistance"),
        ("He called it 'a great day' for all.", "a great day"),
    ],
)
def test_each_kind_of_mark(text, inner):
    assert quotations(text) == [inner]


@pytest.mark.parametrize(
    "text", ["The fighters’ arms were Saleh’s.", "It doesn't matter, he isn't there.", 'It was 5" long.']
)
def test_apostrophes_and_inches_open_nothing(text):
    assert quotations(text) == []


def test_a_quotation_inside_another_belongs_to_it():
    assert quotations("He said, “They call it ‘home’ here.”") == ["They call it ‘home’ here."]


def test_what_is_not_closed_runs_to_the_paragraph_s_end_and_may_go_on():
    doc = segment(Article("a", "“We won, he said.\n\n“It is over,” he added."))
    first, second = find_quotations(doc)
    assert (first.closed, second.continues) == (False, True)
    assert first.span.of(doc.text) == "“We won, he said."
