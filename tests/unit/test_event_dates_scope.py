"""Dates of events in whole articles: which date reaches which clause, which sentence, and which does not."""

from __future__ import annotations

from datetime import date

import pytest

from core.model import Article
from core.pipeline import find

PUBLISHED = date(2024, 5, 15)  # a Wednesday
BEFORE = (None, "2024-05-15")


def _days(text: str, published: date = PUBLISHED) -> dict[str, tuple[str | None, str | None]]:
    """First and last day of the events, by the words of their triggers; of two with the same words the last."""
    found = find(Article("a", text, published))
    by_words = {}
    for trigger, event in zip(found.triggers, found.dates, strict=True):
        start, end = event.interval.start, event.interval.end
        by_words[trigger.text] = (start and start.isoformat(), end and end.isoformat())
    return by_words


def _day(text: str) -> tuple[str, str]:
    return (text, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Troops captured Goma on January 10. Macron condemned the strike.", "condemned"),
        ("Troops captured Goma on May 13. Macron condemned the strike.", "condemned"),
        ("Troops captured Goma on January 10. They arrested two men.", "arrested"),
        ("Rebels had captured Goma on Monday. Police arrested two men.", "arrested"),
        ("Rebels captured Goma on Monday. Police have arrested two men.", "arrested"),
    ],
)
def test_background_and_what_it_does_not_date(text: str, words: str) -> None:
    assert _days(text)[words] == BEFORE


def test_a_sentence_may_take_up_a_background_happening() -> None:
    text = "Gunmen launched an assault on Goma on January 7. That assault killed 120 people. Police arrested a man."
    found = _days(text)
    assert found["killed"] == _day("2024-01-07")
    assert found["arrested"] == BEFORE


@pytest.mark.parametrize("since", ["since", "since then"])
def test_since_is_open_from_what_was_told(since: str) -> None:
    found = _days(f"The army seized power on February 1, 2021. More than 3,000 civilians have been killed {since}.")
    assert found["killed"] == ("2021-02-01", "2024-05-15")


def test_had_in_reported_speech_is_no_background() -> None:
    text = "Rebels captured Goma on January 10. The army said on Friday that its troops had retaken Goma."
    assert _days(text)["retaken"] == (None, "2024-05-10")


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        (
            "Traore, who seized power in a coup last September, visited troops on Sunday.",
            {"seized power": ("2023-09-01", "2023-09-30"), "visited": _day("2024-05-12")},
        ),
        ("Mexico, which granted asylum in December, condemned the arrest.", {"condemned": BEFORE}),
        (
            "The minister, who was wounded in the attack, died on Sunday.",
            {"wounded": BEFORE, "died": _day("2024-05-12")},
        ),
        ("The bombing, which killed 33 people, took place on Sunday.", {"killed": _day("2024-05-12")}),
        ("The bombing, which killed 33 people, was condemned by Macron on Monday.", {"killed": (None, "2024-05-13")}),
        (
            "Gunmen stormed a hotel in Kabul, where they killed five people on Monday.",
            {"stormed": _day("2024-05-13"), "killed": _day("2024-05-13")},
        ),
    ],
)
def test_a_relative_clause_keeps_its_date(text: str, dated: dict[str, tuple[str | None, str | None]]) -> None:
    found = _days(text)
    assert {word: found[word] for word in dated} == dated


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        (
            "The group claimed responsibility on Saturday for an attack that killed 49 soldiers.",
            "killed",
            (None, "2024-05-11"),
        ),
        ("On Saturday, police said that rebels killed 49 soldiers.", "killed", (None, "2024-05-11")),
        ("On Saturday, police said, rebels killed 49 soldiers.", "killed", _day("2024-05-11")),
        ("The number killed in Saturday's bombing rose to 16 on Monday.", "killed", _day("2024-05-11")),
    ],
)
def test_the_day_of_words_is_not_that_of_the_deed(text: str, words: str, days: tuple[str | None, str | None]) -> None:
    assert _days(text)[words] == days


@pytest.mark.parametrize(
    "text",
    [
        "Six people were killed and several hundred injured on Tuesday.",
        "Protesters marched on Monday. Six people were killed and several hundred injured on Tuesday.",
        "Six people were killed and several hundred injured in a blast in Kabul on Tuesday.",
        "On Tuesday six people were killed and several hundred injured.",
    ],
)
def test_coordinated_clauses_share_a_date(text: str) -> None:
    found = _days(text)
    assert found["killed"] == found["injured"] == _day("2024-05-14")


@pytest.mark.parametrize("when", ["shortly before midnight on Saturday", "just after 8am on Saturday"])
def test_before_a_clock_time_is_still_that_day(when: str) -> None:
    assert _days(f"Gunmen attacked the village {when}.")["attacked"] == _day("2024-05-11")


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        (
            "Police fired tear gas at students who were protesting against quotas in Dhaka on Monday.",
            {"fired tear gas": _day("2024-05-13"), "protesting": _day("2024-05-13")},
        ),
        ("Police arrested a man who attacked a mosque on Friday.", {"arrested": BEFORE}),
        (
            "A group of hostages held by Hamas was freed on Saturday.",
            {"held": BEFORE, "freed": _day("2024-05-11")},
        ),
        (
            "Traore visited wounded troops at a hospital on Sunday.",
            {"visited": _day("2024-05-12"), "wounded": BEFORE},
        ),
        ("An attack that killed 49 soldiers on Friday was claimed by the group.", {"killed": _day("2024-05-10")}),
        (
            "Police said 18 people had been killed and 36 were missing after Monday's strike on the mall.",
            {"killed": ("2024-05-13", "2024-05-15")},
        ),
        (
            "It was the deadliest attack on gay people in the whole country since 2016, when 49 were killed at Pulse.",
            {"attack": BEFORE, "killed": ("2016-01-01", "2016-12-31")},
        ),
    ],
)
def test_clauses_and_participles(text: str, dated: dict[str, tuple[str | None, str | None]]) -> None:
    found = _days(text)
    assert {word: found[word] for word in dated} == dated


def test_a_clock_time_goes_with_the_storys_day() -> None:
    text = "A gunman opened fire late on Saturday, police said on Sunday. Police shot the man at 11:57 p.m."
    assert _days(text)["shot"] == _day("2024-05-11")
    text = "The number killed in Saturday's bombing rose to 16 on Monday. Missiles killed two men the same evening."
    assert _days(text)["killed"] == _day("2024-05-11")


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("The junta freed the prisoners two days after it ousted Bongo on Sunday.", {"freed": _day("2024-05-14")}),
        ("Two days after the raid on Sunday, soldiers killed four men in Jenin.", {"killed": _day("2024-05-14")}),
        ("Troops captured the base on Monday, three days after they attacked Goma.", {"attacked": _day("2024-05-10")}),
        (
            "Rebels will be sworn in on Monday, the junta said, two days after it ousted Bongo.",
            {"ousted": BEFORE},
        ),
        (
            "More than 200 people have been killed since the offensive began on April 3.",
            {"killed": ("2024-04-03", "2024-05-15")},
        ),
        (
            "Police arrested two men on Friday for the March 16 attack in which 42 people were killed.",
            {"arrested": _day("2024-05-10"), "killed": _day("2024-03-16")},
        ),
        ("By Sunday evening, 300 houses had been destroyed.", {"destroyed": (None, "2024-05-12")}),
        (
            "Mali signed a ceasefire in April and will meet the rebels again on 24 May.",
            {"signed": ("2024-04-01", "2024-04-30"), "meet": _day("2024-05-24")},
        ),
        ("Two of the men seized at the weekend were released near Jos.", {"released": BEFORE}),
        (
            "The UN called on both sides to halt the fighting before the holy month of Ramadan.",
            {"called on": (None, "2024-03-10")},
        ),
    ],
)
def test_distances_and_bounds_between_clauses(text: str, dated: dict[str, tuple[str | None, str | None]]) -> None:
    found = _days(text)
    assert {word: found[word] for word in dated} == dated
