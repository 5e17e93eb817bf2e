"""The dates of the two seed articles, as a careful reader finds them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from core.extract.timex import find_timexes
from core.model import Document, Timex
from core.resolve.dates import resolve_timexes
from core.text.read import read_articles
from core.text.segment import segment

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def read() -> dict[date | None, tuple[Document, tuple[Timex, ...]]]:
    """Each seed by its publication day, with its dates."""
    documents = [segment(a) for a in read_articles([SEEDS]).articles]
    return {d.article.published: (d, resolve_timexes(d, find_timexes(d))) for d in documents}


def test_the_first_article_has_its_own_day_and_the_op_eds_unknown_today(
    read: dict[date | None, tuple[Document, tuple[Timex, ...]]],
) -> None:
    _, timexes = read[date(2021, 8, 21)]
    dated = [(t.span.start, t.text, t.basis, t.interval.known) for t in timexes if t.text != "now"]
    assert dated == [(6, "2021-08-21", "publication", True), (2925, "today", "quoted", False)]


def test_the_second_has_the_tweets_days_and_the_fall_of_the_country(
    read: dict[date | None, tuple[Document, tuple[Timex, ...]]],
) -> None:
    _, timexes = read[date(2021, 8, 20)]
    assert [(t.span.start, t.text, t.value) for t in timexes] == [
        (6, "2021-08-20", "2021-08-20"),
        (516, "August 20, 2021", "2021-08-20"),
        (1072, "August 20, 2021", "2021-08-20"),
        (2096, "the 15th of August", "2021-08-15"),
        (2171, "since then", "2021-08-15/.."),
    ]
