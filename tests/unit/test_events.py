"""From triggers to events: entities, places, harm and who says so."""

from core.model import Article
from core.pipeline import analyse
from core.resolve.events import UNNAMED


def coded(text):
    analysis = analyse([Article("a", f"{text}\n\nThe end of it came.")])
    names = {link.target.id: link.target.name for link in analysis.actors}
    return analysis, [
        (e.trigger.text, [names[i] for i in e.actors], [names[i] for i in e.recipients]) for e in analysis.events
    ]


def test_spans_become_entities_and_nobody_is_both():
    _, events = coded("The Taliban attacked soldiers of the Afghan government in Kabul.")
    assert events[0][0] == "attacked"
    assert events[0][1] == ["Taliban"]
    assert not set(events[0][1]) & set(events[0][2])


def test_ids_depend_on_the_text_alone():
    text = "The Taliban attacked Kabul on Monday."
    first, second = coded(text)[0], coded(text)[0]
    assert [e.id for e in first.events] == [e.id for e in second.events]
    assert len({e.id for e in first.events}) == len(first.events)


def test_harm_joins_the_event_that_did_it():
    analysis, _ = coded("The minister met the president in Oslo while rebels killed 12 soldiers in Bunia.")
    killed = next(e for e in analysis.events if e.trigger.text == "killed")
    assert [c.event_id for c in analysis.claims if c.claim.low == 12] == [killed.id]
    assert killed.claims == tuple(c.id for c in analysis.claims if c.event_id == killed.id)


def test_who_says_so_stands_nearest_first_and_nameless_reports_are_called_so():
    analysis, _ = coded("The rebels have captured the town of Bunia, reports say.")
    assert analysis.events[0].attributed_to == (UNNAMED,)
    analysis, _ = coded("The rebels have captured the town of Bunia, the BBC said.")
    assert analysis.events[0].attributed_to == ("BBC",)


def test_an_event_is_graded_by_its_type():
    analysis, _ = coded("Rebels captured the town of Bunia on Monday.")
    event = analysis.events[0]
    assert (event.quad_class, event.trigger.mode) == ("material conflict", "territory")
    assert event.intensity is not None
    assert event.intensity < 0


def test_those_who_are_no_known_entity_stand_in_the_words_of_the_sentence():
    analysis, _ = coded("Four armed men kidnapped two organisers in Kano. They beat the people.")
    assert [(e.who, e.whom) for e in analysis.events] == [(("Four armed men",), ("two organisers",)), ((), ())]
