from collections import Counter

from hypothesis import given, settings

from core.frame import tables
from core.pipeline import analyse
from tests.reports import article_sets, articles

SPANS = {"events", "actors", "places", "timexes", "claims"}
MORE = settings(max_examples=60, deadline=None)
FEWER = settings(max_examples=30, deadline=None)


@MORE
@given(article_sets)
def test_every_span_in_every_table_is_its_surface(found):
    texts = {a.id: a.text for a in found}
    got = tables(analyse(found))
    for name in SPANS:
        for row in got[name].itertuples():
            assert texts[row.article_id][row.start : row.end] == row.text
    for row in got["events"].itertuples():
        assert texts[row.article_id][row.trigger_start : row.trigger_end] == row.trigger
    for row in got["discrepancies"].itertuples():
        assert all(texts[r["article_id"]][r["start"] : r["end"]] == r["text"] for r in row.readings)
    for row in got["alignments"].itertuples():
        assert 0 <= row.a_start <= row.a_end <= len(texts[row.a_article])
        assert 0 <= row.b_start <= row.b_end <= len(texts[row.b_article])


@MORE
@given(article_sets)
def test_ids_are_unique_and_point_at_rows(found):
    got = tables(analyse(found))
    events = set(got["events"]["event_id"])
    assert len(events) == len(got["events"])
    assert got["claims"]["claim_id"].is_unique
    assert got["clusters"]["cluster_id"].is_unique
    assert got["discrepancies"]["discrepancy_id"].is_unique
    assert set(got["claims"]["event_id"].dropna()) <= events
    assert set(got["discrepancies"]["cluster_id"]) <= set(got["clusters"]["cluster_id"])
    held = Counter(e for row in got["clusters"]["events"] for e in row)
    assert set(held) == events
    assert set(held.values()) <= {1}


@FEWER
@given(article_sets)
def test_the_order_of_the_inputs_changes_nothing(found):
    forward, backward = tables(analyse(found)), tables(analyse(found[::-1]))
    for name, df in forward.items():
        assert df.to_dict("list") == backward[name].to_dict("list"), name


@FEWER
@given(article_sets, articles)
def test_another_article_changes_no_other_articles_events(found, other):
    if other.id in {a.id for a in found}:
        return
    own = ["event_id", "article_id", "start", "end", "trigger_start", "event_type", "mode", "status"]
    own += ["date_start", "date_end", "killed_low", "places"]
    before = tables(analyse(found))["events"]
    after = tables(analyse([*found, other]))["events"]
    after = after[after["article_id"] != other.id]
    assert before[own].to_dict("list") == after[own].to_dict("list")
