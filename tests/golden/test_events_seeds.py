"""The two seed articles: every event with its type, roles, places, status and claimants, and no others."""

from functools import cache
from pathlib import Path

import pytest

from core.frame import tables
from core.pipeline import analyse
from core.text.read import read_articles

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
DISTRICTS = {"Banu", "Pol-e-Hesar", "Deh Salah", "Baghlan"}
RESISTANCE, TALIBAN = {"Resistance forces"}, {"Taliban"}


@cache
def events():
    frame = tables(analyse(read_articles([SEEDS]).articles))["events"]
    return frame.to_dict("records")


def event(number, words, trigger):
    """The event of article `number` in the sentence that holds `words`, by its trigger."""
    rows = [e for e in events() if e["article_id"].startswith(number) and words in e["text"]]
    found = [e for e in rows if e["trigger"] == trigger]
    assert found, [e["trigger"] for e in rows]
    return found[0]


@pytest.mark.parametrize(
    ("number", "words", "trigger", "kind", "mode", "status"),
    [
        ("000", "reportedly captured three", "captured", "ASSAULT", "territory", "reported"),
        ("000", "further being reported", "advancing", "MOBILIZE", "", "reported"),
        ("000", "At least 60", "killed", "ASSAULT", "", "asserted"),
        ("000", "Visuals of clashes", "clashes", "ASSAULT", "", "asserted"),
        ("000", "An ex, Afgh", "recaptured", "ASSAULT", "territory", "reported"),
        ("000", "They are advancing", "advancing", "MOBILIZE", "", "reported"),
        ("000", "About 60", "killed", "ASSAULT", "", "reported"),
        ("000", "De Salah district also", "fell to", "ASSAULT", "territory", "reported"),
        ("000", "A number of Taliban have", "killed", "ASSAULT", "", "reported"),
        ("000", "#Baghlan", "captured", "ASSAULT", "territory", "reported"),
        ("000", "have been working on", "forming", "MOBILIZE", "militia", "asserted"),
        ("000", "A Taliban resistance", "forming", "MOBILIZE", "militia", "reported"),
        ("000", "Libyan counterpart", "meeting", "CONSULT", "", "asserted"),
        ("000", "supply arms", "called on", "REQUEST", "assist", "asserted"),
        ("001", "from Taliban control", "liberated", "ASSAULT", "territory", "reported"),
        ("001", "Intense clashes", "clashes", "ASSAULT", "", "reported"),
        ("001", "A meeting is", "meeting", "CONSULT", "", "reported"),
        ("001", "caretaker president", "declared himself", "OTHER", "", "asserted"),
        ("001", "join the resistance", "implored", "REQUEST", "change", "asserted"),
        ("001", "Charikar", "recaptured", "ASSAULT", "territory", "reported"),
        ("001", "Unconfirmed reports", "linking up with", "MOBILIZE", "", "unconfirmed"),
        ("001", "hoisted", "hoisted", "OTHER", "", "reported"),
        ("001", "managed to capture", "capture", "ASSAULT", "territory", "asserted"),
        ("001", "Chaotic scenes", "observed", "OTHER", "", "asserted"),
        ("001", "hunted down", "attacked", "ASSAULT", "", "alleged"),
    ],
)
def test_each_event_has_its_type_and_status(number, words, trigger, kind, mode, status):
    found = event(number, words, trigger)
    assert (found["event_type"], found["mode"], found["status"]) == (kind, mode, status)


@pytest.mark.parametrize(
    ("number", "words", "trigger", "actors", "recipients"),
    [
        ("000", "Visuals of clashes", "clashes", RESISTANCE | TALIBAN, set()),
        ("000", "An ex, Afgh", "recaptured", RESISTANCE, TALIBAN),
        ("000", "De Salah district also", "fell to", RESISTANCE, set()),
        ("000", "have been working on", "forming", RESISTANCE, TALIBAN),
        ("000", "Libyan counterpart", "meeting", {"Sergei Lavrov", "Libya"}, set()),
        ("000", "supply arms", "called on", {"Ahmad Massoud"}, {"United States"}),
        ("001", "A meeting is", "meeting", TALIBAN | {"Ahmad Massoud"}, set()),
        ("001", "join the resistance", "implored", {"Amrullah Saleh"}, set()),
        ("001", "hunted down", "attacked", TALIBAN, {"journalists"}),
    ],
)
def test_each_event_has_its_sides(number, words, trigger, actors, recipients):
    found = event(number, words, trigger)
    assert (set(found["actors"]), set(found["recipients"])) == (actors, recipients)


def test_places_are_those_of_the_event():
    assert set(event("000", "reportedly captured three", "captured")["places"]) == DISTRICTS
    assert set(event("000", "An ex, Afgh", "recaptured")["places"]) == DISTRICTS - {"Deh Salah"}
    assert set(event("001", "Charikar", "recaptured")["places"]) == {"Charikar", "Parwan"}


def test_claimants_stand_nearest_first():
    assert event("000", "An ex, Afgh", "recaptured")["attributed_to"][0] == "Tajuden Soroush"
    assert event("001", "from Taliban control", "liberated")["attributed_to"] == ["Republic"]
    assert event("001", "Unconfirmed reports", "linking up with")["attributed_to"] == ["unnamed reports"]


def test_there_are_few_events_beside_these():
    assert len(events()) <= 32
