"""Who and where: names, descriptions, and the decision between actor and place."""

from core.extract.mentions import find_mentions
from core.model import Article, Form, Layer
from core.text.segment import segment


def mentions(text):
    return find_mentions(segment(Article(id="a", text=text)))


def of(text, surface):
    return next(m for m in mentions(text) if m.text == surface)


def test_full_name_stands_without_its_title():
    found = of("He met Marshal Abdul Rashid Dostum in the town.", "Abdul Rashid Dostum")
    assert found.kind == "person"
    assert found.evidence


def test_bare_surname_keeps_its_title():
    text = "They spoke to Vice President Saleh on Monday, it was said."
    found = of(text, "Vice President Saleh")
    assert found.head.of(text) == "Saleh"


def test_place_by_the_noun_after_it():
    assert of("The army retook Garabulli district on Sunday.", "Garabulli").layer is Layer.PLACE


def test_fighters_of_a_known_group_are_that_group():
    found = of("At least 60 Taliban fighters were killed.", "Taliban fighters")
    assert (found.key, found.form) == ("taliban", Form.DESCRIPTION)


def test_those_against_a_group_are_not_the_group():
    found = mentions("The anti-Taliban forces advanced.")
    assert [(m.text, m.key) for m in found] == [("anti-Taliban forces", "")]


def test_headings_hold_no_mentions():
    assert not [m for m in mentions("Ahmad Massoud Seeks Arms\n\nNothing more was said.") if m.sentence == 0]
