"""What a careful reader finds by laying the two seed articles side by side."""

from functools import cache
from pathlib import Path

import pytest

from core.model import Analysis, Cluster, Discrepancy, Event
from core.pipeline import analyse
from core.text.read import read_articles

SEEDS = Path(__file__).parents[2] / "seeds"


@cache
def reading() -> Analysis:
    return analyse(read_articles([SEEDS]).articles)


@cache
def texts() -> dict[str, str]:
    return {d.article.id: d.text for d in reading().documents}


def number(article_id: str) -> str:
    return article_id[:3]


def cluster_with(word: str) -> Cluster:
    """The largest cluster that holds an event with this trigger."""
    events = {e.id: e for e in reading().events}
    return max(
        (c for c in reading().clusters if any(events[e].trigger.text.startswith(word) for e in c.events)),
        key=lambda c: len(c.events),
    )


def told(ids: tuple[str, ...]) -> list[tuple[str, str]]:
    events: dict[str, Event] = {e.id: e for e in reading().events}
    return sorted((number(events[i].article_id), events[i].trigger.text) for i in ids)


def of_kind(kind: str) -> list[Discrepancy]:
    return [d for d in reading().discrepancies if d.kind == kind]


def words(d: Discrepancy) -> list[str]:
    assert all(r.text == texts()[r.article_id][r.span.start : r.span.end] for r in d.readings)
    return [r.text for r in d.readings]


def test_five_reports_of_the_three_districts_are_one_happening_and_its_parts_stay_apart() -> None:
    taken = cluster_with("liberated")
    assert told(taken.events) == [
        ("000", "captured"),
        ("000", "captured"),
        ("001", "captured"),
        ("001", "fallen to"),
        ("001", "liberated"),
    ]
    assert told(taken.parts) == [("000", "fell to"), ("000", "recaptured")]


def test_losses_are_one_happening_and_clashes_another() -> None:
    assert {t for t in told(cluster_with("killed").events) if t[0] == "000"} == {("000", "killed")}
    assert len(told(cluster_with("killed").events)) == 5
    assert told(cluster_with("clashes").events) == [("000", "clashes"), ("001", "clashes")]


def test_sixty_has_one_origin_and_the_tweet_is_one() -> None:
    sixty = {
        e.origin_id
        for e in reading().events
        for c in reading().claims
        if c.event_id == e.id and c.claim.low == 60 and number(e.article_id) == "000"
    }
    assert len(sixty) == 1
    tweet = "Pol-e-Hesar, Deh Salah and Banu districts in #Baghlan"
    origins = {e.origin_id for e in reading().events if texts()[e.article_id][e.span.start :].startswith(tweet)}
    assert len(origins) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Massoud has also called on the US", "A meeting is also reportedly underway"),
        ("waving the Afghan flag", "hoisted the resistance flag"),
        ("They are advancing towards", "recaptured the Charikar area"),
    ],
)
def test_what_only_sounds_alike_does_not_align(left: str, right: str) -> None:
    for a in reading().alignments:
        said = [texts()[i][s.start : s.end] for i, s in ((a.a_article, a.a_span), (a.b_article, a.b_span))]
        assert not any(left in x and right in y for x, y in (said, said[::-1]))


def test_inflation_is_named() -> None:
    rows = [d for d in of_kind("count") if "Inflation" in d.summary]
    assert [sorted(words(d)) for d in rows] == [
        ["About 60 Taliban fighters were killed or injured", "At least 60 Taliban fighters were also killed"]
    ]
    assert "its only source" in rows[0].summary


def test_extent_counts_the_districts_and_points_at_the_dari_post() -> None:
    (row,) = of_kind("extent")
    assert any("liberated three districts" in w for w in words(row))
    assert any(w.startswith("De Salah district also fell") for w in words(row))
    assert any("پلحصار" in w for w in words(row))


def test_wording_spelling_attribution_and_leaders_are_told_once_each() -> None:
    assert [set(words(d)) for d in of_kind("wording")] == [
        {"captured", "recaptured", "fell to", "liberated", "fallen to"}
    ]
    assert [set(words(d)) for d in of_kind("spelling")] == [{"Pol-e-Hesar", "Pol-e-Hasar", "De Salah", "Deh Salah"}]
    assert len(of_kind("attribution")) == 1
    assert [sorted(words(d)) for d in of_kind("actor")] == [
        ["led by Ahmad Massoud", "under the leadership of Vice President Amrullah Saleh and Ahmad Massoud"]
    ]


def test_little_else_is_called_a_difference() -> None:
    assert len(reading().discrepancies) <= 11
