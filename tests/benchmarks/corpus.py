"""Texts for the speed benchmarks: reports made by a seeded generator, so that no data need be at hand."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from core.model import Article
from core.text.read import article_id

_SIDES = "rebel fighters|government forces|Taliban fighters|the army|police|militants|Resistance forces|Houthi rebels"
_PLACES = "Baghlan|Kunduz|Aleppo|Homs|Mosul|Kirkuk|Taiz|Aden|Kharkiv|Kherson|Gao|Mopti|Maiduguri|Juba|Darfur|Goma"
_PEOPLE = "Ahmad Noor|Sara Haddad|Ivan Petrov|Marie Diallo|John Okoro|Lina Aziz|Gen. Omar Khan|Elena Rossi|Abdul Karim"
_VERBS = "captured|attacked|shelled|recaptured|raided|surrounded|bombed|left|entered"
_HARM = "killed|injured|wounded|detained|captured"
_WHEN = "on Friday|on Monday|yesterday|last week|on 15 August 2021|early on Tuesday|two days earlier|overnight"
_FILLER = (
    "Residents said that shops and schools had stayed closed and that many families had left for the capital.",
    "The governor called on both sides to keep the road open so that food and medicine could reach the valley.",
    "It was not possible to confirm the reports, and officials in the ministry did not answer calls for comment.",
    "The area has changed hands several times since the war began and lies on the only road to the north.",
    "Aid groups warn that the winter will make it harder to reach those who fled, most of them women and children.",
)


def _report(rng: random.Random, sentences: int) -> str:
    def pick(words: str) -> str:
        return rng.choice(words.split("|"))

    side, foe, place = pick(_SIDES), pick(_SIDES), pick(_PLACES)

    def line() -> str:
        return rng.choice(
            (
                f"{side[0].upper()}{side[1:]} {pick(_VERBS)} a district of {place} {pick(_WHEN)}.",
                f"At least {rng.randint(2, 90)} of {foe} were {pick(_HARM)} {pick(_WHEN)}, {pick(_PEOPLE)} said.",
                f"“We will not leave {place},” {pick(_PEOPLE)} told reporters {pick(_WHEN)}.",
                rng.choice(_FILLER),
                rng.choice(_FILLER),
            )
        )

    return " ".join(line() for _ in range(sentences))


def reports(count: int, *, sentences: int = 25, seed: int = 11) -> Iterator[Article]:
    """`count` reports of about 20 words a sentence, published over a year; the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - a corpus, not a secret
    for number in range(count):
        text = _report(rng, sentences)
        day = date(2021, 1, 1) + timedelta(rng.randrange(365))
        yield Article(id=article_id(f"report-{number}", text), text=text, published=day, source=f"Wire {number % 7}")
