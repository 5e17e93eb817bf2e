"""The invented stories' gold readings stand in their texts, and their scorer gives and withholds what it should."""

from copy import deepcopy
from pathlib import Path

import pytest

from tests.benchmarks.stories import figures, mark
from tests.benchmarks.stories_read import Story, read_gold

STORIES = Path(__file__).parents[1] / "stories"
TEXT = "Rebels killed two guards in Ostrava on Monday, police said."
AGAIN = "Rebels shot two guards in Ostrava on Tuesday."


def spans(event):
    yield event["start"], event["end"], event["quote"]
    yield event["trigger_start"], event["trigger_end"], event["trigger"]
    for other in event.get("also", ()):
        yield other["start"], other["end"], other["trigger"]
    for claim in (*event["claims"], *event.get("claims_optional", ())):
        yield claim["start"], claim["end"], claim["text"]


@pytest.mark.parametrize("half", ["dev", "heldout"])
def test_every_quote_of_a_gold_reading_stands_at_its_offsets(half):
    folders = [path.parent for path in sorted((STORIES / half).glob("*/gold.json"))]
    wrong = []
    for folder in folders:
        gold, texts = read_gold(folder)
        for event in gold["events"]:
            text = texts[event["article"]]
            wrong += [f"{folder.name} {event['id']}" for start, end, quote in spans(event) if text[start:end] != quote]
    assert len(folders) == 12
    assert not wrong


def gold_event(ident, text, trigger, day, **more):
    start = text.index(trigger)
    number = {"start": text.index("two"), "end": text.index("two") + 3, "text": "two"}
    return {
        "id": ident,
        "article": ident[0],
        "quote": text,
        "trigger": trigger,
        "start": 0,
        "end": len(text),
        "trigger_start": start,
        "trigger_end": start + len(trigger),
        "type": "ASSAULT",
        "mode": "firearms",
        "actors": ["Rebels"],
        "recipients": ["guards"],
        "places": ["Ostrava"],
        "date": [day, day],
        "status": "asserted",
        "attributed_to": [],
        "claims": [{"harm": "killed", "low": 2, "high": 2, **number}],
        **more,
    }


def said_event(event):
    kept = (
        "quote trigger start end trigger_start trigger_end mode actors recipients places status attributed_to".split()
    )
    start, end = event["date"]
    return {
        **{key: event[key] for key in kept},
        "letter": event["article"],
        "event_type": event["type"],
        "date_start": start,
        "date_end": end,
        "date_basis": "stated: weekday",
        "cluster_id": "c1",
        "origin_id": "o1",
    }


def story():
    credited = {"status": "reported", "attributed_to": ["police"]}
    events = [
        gold_event("a1", TEXT, "killed", "2024-01-01", **credited),
        gold_event("b1", AGAIN, "shot", "2024-01-02"),
    ]
    gold = {
        "events": events,
        "same": [["a1", "b1"]],
        "apart": [],
        "differences": [{"kind": "date", "between": ["a1", "b1"], "what": "Monday against Tuesday"}],
        "origins": [["two guards", "two guards"]],
        "origin_articles": [["a", "b"]],
        "same_actor": [["Rebels", "the rebels"]],
        "different_actor": [["police", "guards"]],
    }
    readings = [{"letter": e["article"], "start": 0, "end": e["end"]} for e in events]
    names = [("Rebels", "e1"), ("police", "e2"), ("guards", "e3")]
    tables = {
        "events": [said_event(e) for e in events],
        "claims": [{**c, "letter": e["article"]} for e in events for c in e["claims"]],
        "actors": [{"entity_id": entity, "text": name} for name, entity in names],
        "discrepancies": [{"kind": "date", "readings": readings}],
    }
    return Story("made-up", gold, {"a": TEXT, "b": AGAIN}, tables)


def test_tables_that_say_what_gold_says_are_right_in_everything():
    got = figures([mark(story())])
    shares = {k: v for k, v in got.items() if k.endswith(("_acc", "_f1", "_recall", "_precision", "_across", "_any"))}
    assert shares.pop("differences_recall") == {"date": "1/1"}
    assert len(shares) == 16
    assert set(shares.values()) == {1.0}
    assert got["different_actor_violations"] == 0


@pytest.mark.parametrize(
    ("column", "wrong", "figure", "expected"),
    [
        ("event_type", "PROTEST", "type_acc", 0.5),
        ("recipients", ["guards", "Ostrava"], "recipients_f1", 0.8),
        ("date_start", None, "date_acc", 0.5),
        ("attributed_to", [], "attribution_acc", 0.5),
        ("cluster_id", "c2", "same_recall", 0.0),
        ("origin_id", None, "origins_recall", 0.0),
        ("trigger_end", 0, "event_recall", 0.5),
    ],
)
def test_one_wrong_cell_of_one_event_costs_its_figure(column, wrong, figure, expected):
    changed = story()
    tables = deepcopy(changed.tables)
    tables["events"][0][column] = wrong
    got = figures([mark(Story(changed.name, changed.gold, changed.texts, tables))])
    assert got[figure] == expected


def test_a_said_number_that_gold_lacks_costs_precision_and_one_person_does_not():
    changed = story()
    extra = {"letter": "a", "harm": "injured", "text": "two", "start": 14, "end": 17}
    for count, precision in ((2, 0.667), (1, 1.0)):
        tables = {**changed.tables, "claims": [*changed.tables["claims"], {**extra, "low": count, "high": count}]}
        got = figures([mark(Story(changed.name, changed.gold, changed.texts, tables))])
        assert got["claims_precision"] == precision
