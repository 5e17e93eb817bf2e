"""Content words, their stems and their senses."""

import pytest

from core.compare.background import Rarity
from core.compare.kindred import groups_of
from core.compare.senses import load_of, trigger_senses
from core.compare.stems import stem
from core.compare.words import document_words, fold, term_of
from core.model import Article
from core.text.segment import segment


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("districts", "district"),
        ("captured", "capture"),
        ("cities", "city"),
        ("killing", "killed"),
        ("Śaka", "Saka"),
        ("shot", "shoots"),
        ("explosion", "exploded"),
        ("announcement", "announces"),
        ("arrival", "arrived"),
        ("women", "woman"),
    ],
)
def test_forms_of_one_word_are_one_term(one: str, other: str) -> None:
    assert term_of(one) == term_of(other)


@pytest.mark.parametrize("word", ["the", "of", "…", "https://t.co/x", "said"])
def test_little_words_and_marks_are_no_terms(word: str) -> None:
    assert not term_of(word)


def test_numbers_in_words_and_digits_are_one_term() -> None:
    assert term_of("five") == term_of("5") == "5"
    assert term_of("60,000") == "60000"


def test_other_scripts_fold_to_latin_letters() -> None:
    assert fold("بنو").isascii()
    assert stem("bus") == "bus"


def test_names_are_capitals_that_are_never_lower() -> None:
    doc = segment(Article("a", "Forces left Aleppo. The forces of Aleppo came back."))
    assert document_words(doc)[1].names == {"aleppo"}


def test_a_wound_is_not_what_was_wound() -> None:
    assert stem("wounds") == stem("wounded") != stem("wind")


def test_numbers_are_counted_with_what_they_count() -> None:
    doc = segment(Article("a", "Three cables were cut, and 14 villages lost power."))
    assert document_words(doc)[0].counts == {"3 cabl", "14 villag"}


def test_kindred_words_meet_in_any_form_and_as_phrases() -> None:
    assert "escape" in groups_of(["the", "fugitives"]) & groups_of("he broke out of prison".split())
    assert "acquire" in groups_of(["takeovers"]) & groups_of(["they", "were", "bought"])
    assert not groups_of(["the", "of", "…"])


def test_loaded_words_share_a_sense_with_plain_ones() -> None:
    assert "take" in trigger_senses("fell to") & trigger_senses("liberated") & trigger_senses("captured")
    assert not load_of("captured", "take")
    assert "approves" in load_of("liberated", "take")
    assert trigger_senses("recaptured") >= {"take"}


def test_a_small_set_leans_on_the_background_and_a_large_one_on_itself() -> None:
    pair = Rarity([["year", "andarab"], ["year", "andarab"]])
    assert pair("year") < pair("andarab")
    assert pair.in_news("year") < pair.in_news("andarab")
    many = Rarity([["andarab"]] * 200 + [["banu"]])
    assert many("andarab") < many("banu")
