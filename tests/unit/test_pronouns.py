"""Pronouns with one antecedent are linked, others are left alone."""

import pytest

from core.resolve.entities import resolve_actors
from core.resolve.pronouns import resolve_pronouns
from tests.marked import marked


def pronouns(text):
    doc, mentions = marked(text)
    links = resolve_pronouns(doc, resolve_actors([doc], [mentions]))
    assert all(link.mention.span.of(doc.text) == link.mention.text for link in links)
    return [(link.mention.text, link.target.name) for link in links]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "[person Amrullah Saleh] declared himself president. He fled.",
            [("himself", "Amrullah Saleh"), ("He", "Amrullah Saleh")],
        ),
        ("[person Sergei Lavrov] spoke after a meeting with his counterpart.", [("his", "Sergei Lavrov")]),
        ("The son of [person Ahmad Shah Massoud], [person Ahmad Massoud], says he hopes.", [("he", "Ahmad Massoud")]),
        ("[media Asvaka] tweeted. The agency also shared a video.", [("The agency", "Asvaka")]),
        (
            "“The [armed group/description resistance forces] fled from the [armed group Taliban]. They rest.”",
            [("They", "Resistance forces")],
        ),
        ("[person Ali Karimi] met with [person Reza Sadiq] and [person Omar Azizi]. He left.", [("He", "Ali Karimi")]),
        ("[person Ali Karimi] and [person Reza Sadiq] spoke. He left.", []),
        ("It is reported that the [armed group Taliban] left.", []),
        ("The [armed group Taliban] came. The valley is cut off by its position.", []),
        ("“[person Ali Karimi] is here,” he said.", []),
    ],
)
def test_antecedents(text, found):
    assert pronouns(text) == found


def test_the_far_antecedent_is_left_alone():
    far = " ".join("Nothing happened on the road that day." for _ in range(6))
    assert pronouns(f"[person Ali Karimi] spoke. {far} He left.") == []
