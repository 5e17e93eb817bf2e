"""What parts two events and what binds them, from the reader's side."""

from datetime import date

import pytest

from core.compare.counts import compatible, in_words
from core.compare.sides import can_be_one, opposed
from core.model import Analysis, Article, Claim, EventClaim, Span
from core.pipeline import analyse

DAY = date(2024, 5, 15)


def read(*texts: str) -> Analysis:
    return analyse(Article(id=f"a{n}", text=text, published=DAY, name=f"a{n}") for n, text in enumerate(texts))


def sizes(reading: Analysis) -> int:
    return max(len(c.events) for c in reading.clusters)


@pytest.mark.parametrize(
    "text",
    [
        "Air strikes killed 20 people in Idlib on Monday. More than 500,000 have been killed since the war began.",
        "Gunmen killed 12 villagers in Jos on Monday. In a separate incident, gunmen killed 10 villagers in Jos.",
        "Police killed six protesters in Dhaka on Sunday. Police killed 19 protesters in Dhaka on Tuesday.",
        "Rebels killed five soldiers in Goma on Monday. Rebels killed five soldiers in Bukavu on Monday.",
        "Soldiers killed 30 militants near Djibo. The militants killed 25 soldiers near Djibo.",
    ],
)
def test_what_one_article_tells_apart_is_not_joined(text: str) -> None:
    assert sizes(read(text)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Gunmen ambushed an army convoy in Oursi on Friday, killing 51 soldiers.",
            "Fifty soldiers died on Friday in an ambush in Oursi.",
        ),
        (
            "Israel freed 39 Palestinian women and teenagers on Monday.",
            "On Monday Israel released 39 Palestinian prisoners.",
        ),
        ("The army ousted President Ali Bongo in Gabon on Monday.", "The coup in Gabon took place on Monday."),
        (
            "A policeman was shot dead outside a flat in Leeds on Monday.",
            "Sergeant Paul Norris was shot dead outside a flat in Leeds on Monday.",
        ),
        (
            "Paul Norris was shot dead outside a flat in Leeds on Monday.",
            "The gang member Lee Harker shot a policeman in Leeds on Monday.",
        ),
        (
            "Paul Norris was shot dead outside a flat in Leeds in 2023.",
            "A gang shot dead Paul Norris outside a flat in Leeds.",
        ),
    ],
)
def test_one_act_in_other_words_is_one_happening(one: str, other: str) -> None:
    assert any(len(c.articles) == 2 for c in read(one, other).clusters)


def claim(low: int | None, high: int | None, *, about: bool = False) -> Claim:
    return Claim("a", Span(0, 1), "", 0, "killed", Span(0, 1), None, low, high, approximate=about)


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        (claim(51, None), claim(51, 51), True),
        (claim(40, None), claim(45, 45), True),
        (claim(60, 60, about=True), claim(63, 63), True),
        (claim(60, 60, about=True), claim(70, 70), False),
        (claim(None, 100), claim(165, None), False),
    ],
)
def test_only_counts_that_exclude_each_other_differ(a: Claim, b: Claim, agree: bool) -> None:
    assert compatible(a, b) is compatible(b, a) is agree


def test_an_upper_bound_alone_is_no_zero() -> None:
    assert in_words(EventClaim("c", None, claim(None, 100), "people")) == "killed, people: up to 100"


def test_figures_are_compared_across_nouns_of_one_side() -> None:
    assert can_be_one("people", "villagers")
    assert can_be_one("militants", "Boko Haram fighters")
    assert can_be_one("protesters", "demonstrators")
    assert not can_be_one("Taliban fighters", "Islamic State fighters")
    assert not can_be_one("children", "people")
    assert opposed("soldiers", "militants")
    assert not opposed("soldiers; civilians", "villagers")
    reading = read("Gunmen killed 12 people in Jos on Monday.", "Gunmen killed 15 villagers in Jos on Monday.")
    assert [d.kind for d in reading.discrepancies] == ["count"]


def test_a_count_that_one_credits_and_another_tells_as_a_fact_is_named() -> None:
    reading = read(
        "Five people were killed in a bombing in Quetta on Monday, officials said.",
        "Five people were killed in a bombing in Quetta on Monday. Shops were closed.",
    )
    assert "attribution" in {d.kind for d in reading.discrepancies}


def test_one_town_in_two_spellings_is_named() -> None:
    reading = read("Rebels captured El Geneina in Sudan on Monday.", "Rebels captured El-Geneina in Sudan on Monday.")
    assert [d.kind for d in reading.discrepancies] == ["spelling"]


def test_no_summary_holds_an_id() -> None:
    told = "Rebel fighters captured the northern town of Azaz near Aleppo in Syria after three days of fighting"
    reading = analyse(
        Article(f"id{n}", text, published=DAY) for n, text in enumerate([f"{told}, police said.", f"{told}."])
    )
    assert not any("id0" in d.summary or "id1" in d.summary for d in reading.discrepancies)


def test_an_article_and_its_copy_that_credit_one_source_have_one_origin() -> None:
    told = "Rebel fighters attacked Homs on Monday. At least 3 people were killed in Homs, police said."
    assert {c.origins for c in read(told, told).clusters} == {1}


def test_a_label_adds_up_the_dead_of_one_telling() -> None:
    (cluster,) = read(
        "Fifty-three soldiers and one civilian were killed in an attack in Kidal, Mali, on Monday."
    ).clusters
    assert cluster.label.endswith(": 54 killed")


def test_a_happening_without_parties_and_place_is_called_by_a_reports_own_words() -> None:
    (cluster,) = read("Entire families were buried in their shelters.\n\nNothing else is known of them.").clusters
    assert cluster.label == "Entire families were buried in their shelters"


def test_reports_that_rest_on_other_sources_are_told_apart() -> None:
    reading = read(
        "Gunmen killed 12 villagers in Jos on Monday, the governor said.",
        "Gunmen killed 12 villagers in Jos on Monday, witnesses said.",
    )
    (difference,) = reading.discrepancies
    assert (difference.kind, difference.summary) == (
        "attribution",
        "Each report has sources of its own: “the governor”; “witnesses”.",
    )


def test_a_part_is_not_held_against_its_whole() -> None:
    one = "Jets killed five residents, including a monk, in Bhamo on Monday."
    assert [d.kind for d in read(one, one.replace("Jets", "Planes")).discrepancies] == []
