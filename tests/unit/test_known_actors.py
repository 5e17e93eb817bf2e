"""The lexicon of known actors: what it must hold, and how it is looked up."""

import pytest

from core.lexicon.known_actors import (
    all_names,
    by_first_word,
    by_key,
    by_surface,
    capitals,
    demonyms,
    fold,
    group_nouns,
    look_up,
    stances_of,
    titles,
)
from core.model import ACTOR_KINDS


@pytest.mark.parametrize(
    ("surface", "key"),
    [
        ("the Taliban", "taliban"),
        ("طالبان", "taliban"),
        ("U.S.", "US"),
        ("United States of America", "US"),
        ("ISIS", "islamic-state"),
        ("حزب‌الله", "hezbollah"),
        ("Kurdistan Workers’ Party", "kurdistan-workers-party"),
        ("@AsvakaNews", "asvaka"),
        ("the Kremlin", "RU"),
        ("Kyiv", "UA"),
        ("Kiev", "UA"),
        ("UN", "united-nations"),
        ("M23", "m23"),
        ("Tatmadaw", "tatmadaw"),
        ("ELN", "national-liberation-army"),
    ],
)
def test_known_surfaces(surface, key):
    assert {name.actor.key for name in look_up(surface)} == {key}


@pytest.mark.parametrize("surface", ["us", "is", "ap", "who", "un", "Nobody In Particular"])
def test_acronyms_need_their_capitals(surface):
    assert look_up(surface) == ()


def test_ordinary_words_are_weak():
    assert all(name.weak for name in look_up("Republic"))
    assert not any(name.weak for name in look_up("Reuters"))


def test_demonyms_and_capitals():
    assert demonyms()["afghan"] == demonyms()["afghans"] == capitals()["kabul"] == "AF"
    assert demonyms()["swedes"] == "SE"
    assert capitals()["moscow"] == "RU"


def test_it_is_worldwide():
    states = [key for key in by_key() if len(key) == 2 and key.isupper()]
    kinds = [actor.kind for actor in by_key().values()]
    assert len(states) >= 197
    assert kinds.count("armed group") >= 300
    assert kinds.count("media") >= 250
    assert kinds.count("organization") >= 150
    assert all(
        sum(n.actor.key == key and n.form == "adjective" for n in all_names()) for key in ("PS", "XK", "TW", "EH")
    )


def test_every_row_is_whole():
    assert all(actor.name and actor.kind in ACTOR_KINDS for actor in by_key().values())
    assert all(fold(name.surface) for name in all_names())
    known = {key for key in by_key() if len(key) == 2}
    assert {code for actor in by_key().values() for code in actor.countries} <= known


def test_stances_are_those_of_the_epithets():
    said = {stance for actor in by_key().values() for stance in actor.stances}
    adjectives = (
        "jihadist",
        "islamist",
        "rebel",
        "separatist",
        "leftist",
        "paramilitary",
        "shia",
        "palestinian",
        "kurdish",
    )
    assert set().union(*(stances_of(word) for word in adjectives)) <= said
    assert "outfit" in group_nouns()


def test_scanning_by_first_word_reaches_every_surface():
    reached = {" ".join(words) for found in by_first_word().values() for words in found}
    assert reached == set(by_surface())


@pytest.mark.parametrize(
    ("title", "sort"), [("vice president", "office"), ("marshal", "police"), ("mullah", "religious")]
)
def test_titles(title, sort):
    assert titles()[title] in {sort, "military"}


@pytest.mark.parametrize(
    ("surface", "folded"),
    [
        ("The U.S.", "us"),
        ("Aśvaka", "asvaka"),
        ("People’s Daily", "people daily"),
        ("Al-Qa’ida", "al qaida"),
        ("@X_y", "@x_y"),
    ],
)
def test_fold(surface, folded):
    assert fold(surface) == folded
    assert fold(folded) == folded


def test_no_actor_is_shown_with_the_mark_of_an_ambiguous_name():
    assert not [actor.name for actor in by_key().values() if actor.name.startswith("?")]
