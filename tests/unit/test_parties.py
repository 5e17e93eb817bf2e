"""Which countries and capitals act in their sentence, and which are only its ground."""

import pytest

from core.model import Article
from core.pipeline import analyse


def parties(text):
    """For each event its trigger, actors, recipients and places, by name."""
    found = analyse([Article("a", f"{text}\n\nThe end of it came.")])
    actors = {link.target.id: link.target.name for link in found.actors}
    places = {link.target.id: link.target.name for link in found.places}
    return [
        (
            e.trigger.text,
            [actors[i] for i in e.actors],
            [actors[i] for i in e.recipients],
            [places[i] for i in e.places],
        )
        for e in found.events
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France, the former colonial ruler, condemned the coup.", ("condemned", ["France"], [], [])),
        ("Kyiv said Moscow had fired 30 drones.", ("fired", ["Russia"], [], [])),
        ("The rebels threatened Iran with attacks.", ("threatened", ["Rebels"], ["Iran"], [])),
        ("Kabul fell to the Taliban.", ("fell to", ["Taliban"], [], ["Kabul"])),
        ("The rebels attacked villagers in Ethiopia.", ("attacked", ["Rebels"], ["Villagers"], ["Ethiopia"])),
    ],
)
def test_a_state_that_acts_is_an_actor_and_one_where_it_happens_a_place(text, expected):
    assert parties(text)[0] == expected


def test_whose_minister_somebody_is_tells_no_place():
    assert parties("US Secretary of State Antony Blinken met Hakan Fidan in Ankara.")[0][3] == ["Ankara"]
