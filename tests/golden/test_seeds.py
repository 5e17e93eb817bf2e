"""What a careful reader finds in the two seed articles, and what nobody should find."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from core.frame import tables
from core.model import Kind
from core.pipeline import analyse
from core.text.read import read_articles

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
TWEET = "Pol-e-Hesar, Deh Salah and Banu districts in #Baghlan"


@cache
def seeds():
    reading = read_articles([SEEDS])
    assert not reading.errors
    return reading.articles


@cache
def analysis():
    return analyse(seeds())


@cache
def got():
    return tables(analysis())


def article(number):
    return next(a for a in seeds() if a.name.startswith(number))


def events_at(number, words):
    """The events whose sentence holds the words (the first place where they stand in the article)."""
    a = article(number)
    at = a.text.index(words)
    df = got()["events"]
    return df[(df["article_id"] == a.id) & (df["start"] <= at) & (at < df["end"])]


def cluster_of(number, words, trigger):
    rows = events_at(number, words)
    (cluster,) = set(rows[rows["trigger"].str.contains(trigger)]["cluster_id"])
    return cluster


def entities(*surfaces):
    df = got()["actors"]
    bare = df["text"].str.lower().str.removeprefix("the ")
    return set(df[bare.isin([s.lower() for s in surfaces])]["entity_id"])


def test_publication_days_and_dateline():
    assert article("000").published == date(2021, 8, 21)
    assert article("001").published == date(2021, 8, 20)
    assert article("000").dateline.of(article("000").text) == "Kabul"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("000", "Also Read - Afghanistan-Taliban Crisis"),
        ("000", "Taliban Resistance Forming in Panjshir Valley"),
        ("000", "Ahmad Massoud Seeks Arms From The US"),
        ("001", "#Breaking"),
        ("001", "pic.twitter.com/tW1ENliWOK"),
        ("001", "pic.twitter.com/MaF4C6Rj0t"),
    ],
)
def test_what_is_no_prose_yields_no_events_and_no_actors(number, words):
    a = article(number)
    start = a.text.index(words)
    end = start + len(words)
    for name, first, last in (("events", "trigger_start", "trigger_end"), ("actors", "start", "end")):
        df = got()[name]
        inside = df[(df["article_id"] == a.id) & (df[first] < end) & (df[last] > start)]
        assert inside.empty, inside["text"].tolist()


def test_the_persian_passage_is_persian_and_its_offsets_exact():
    document = next(d for d in analysis().documents if d.article.name.startswith("001"))
    persian = [s for s in document.sentences if s.language == "fa"]
    assert [s.span.of(document.text).split()[0] for s in persian] == ["قیام", "ولسوالی", "منابع"]
    assert all(s.kind is Kind.POST for s in persian)
    after = document.text.index("Earlier, Vice President")
    assert document.sentence_at(after).span.start == after


def test_the_five_reports_that_the_three_districts_were_taken_are_one_happening():
    clusters = {
        cluster_of("000", "captured three districts", "captured"),
        cluster_of("000", TWEET, "captured"),
        cluster_of("001", "liberated three districts", "liberated"),
        cluster_of("001", "have fallen to the anti-Taliban forces", "fallen"),
        cluster_of("001", TWEET, "captured"),
    }
    assert len(clusters) == 1


def test_parts_of_it_stay_happenings_of_their_own():
    whole = cluster_of("000", "captured three districts", "captured")
    assert cluster_of("000", "recaptured Banu and Pol-e-Hesar", "recaptured") != whole
    assert cluster_of("000", "De Salah district also fell", "fell") != whole


def test_the_identical_tweet_is_one_origin():
    origins = {*events_at("000", TWEET)["origin_id"].dropna(), *events_at("001", TWEET)["origin_id"].dropna()}
    assert len(origins) == 1
    assert not events_at("000", TWEET)["origin_id"].isna().any()


def test_what_an_article_tells_in_its_own_voice_has_no_origin_but_itself():
    assert events_at("001", "managed to capture Afghanistan")["origin_id"].isna().all()
    relayed = {*events_at("000", "At least 60")["origin_id"], *events_at("000", "About 60")["origin_id"]}
    assert len(relayed) == 1


def test_father_and_son_are_two():
    assert len(entities("Ahmad Massoud")) == 1
    assert len(entities("Ahmad Shah Massoud")) == 1
    assert not entities("Ahmad Massoud") & entities("Ahmad Shah Massoud")


def test_the_resistance_is_one_actor_and_never_the_taliban():
    resistance = entities(
        "anti-Taliban forces", "resistance fighters", "resistance forces", "Public’s Resistance Forces"
    )
    assert len(resistance) == 1
    assert len(entities("Taliban")) == 1
    assert not resistance & entities("Taliban")


def test_descriptions_of_the_taliban_are_the_taliban():
    assert entities("Jihadist group") == entities("outfit") == entities("Taliban")


def test_saleh_is_no_district():
    assert "Saleh" not in set(got()["places"]["text"])
    assert entities("Saleh") == entities("Amrullah Saleh")


def test_dates():
    rows = events_at("001", "managed to capture Afghanistan")
    assert list(zip(rows["date_start"], rows["date_end"], strict=True)) == [("2021-08-15", "2021-08-15")]
    rows = events_at("001", "since then")
    assert list(zip(rows["date_start"], rows["date_end"], strict=True)) == [("2021-08-15", "2021-08-20")]
    undated = events_at("000", "captured three districts")
    assert undated["date_start"].isna().all()
    assert set(undated["date_end"]) == {"2021-08-21"}
    assert set(undated["date_basis"]) == {"reported-by"}


def test_sixty_killed_and_sixty_killed_or_injured_are_no_agreement():
    claims = got()["claims"].set_index("text")
    at_least, about = claims.loc["At least 60"], claims.loc["About 60"]
    assert (at_least["harm"], at_least["low"]) == ("killed", 60)
    assert (about["harm"], about["low"], about["high"], about["approximate"]) == ("killed or injured", 60, 60, True)
    assert any(k == "count" for k in got()["discrepancies"]["kind"])
