"""What is loaded, in numbers and in the few things worth looking at first."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pandas as pd

from core.model import Article, Discrepancy, Event
from core.views import words
from core.views.filters import Filters, select
from core.views.index import Happening, Index

KIND_ORDER = ("count", "extent", "status", "actor", "date", "place", "attribution", "wording", "spelling")


class Summary(NamedTuple):
    """The numbers at the head of the overview; `shared` are happenings that more than one article reports."""

    articles: int
    events: int
    first: date | None
    last: date | None
    shared: tuple[Happening, ...]
    differences: tuple[Discrepancy, ...]
    echoes: int


def _summary(index: Index, filters: Filters) -> Summary:
    events = select(index, filters)
    keys = dict.fromkeys(index.happening_of[e.id] for e in events)
    shared = [h for h in map(index.happenings.__getitem__, keys) if len({e.article_id for e in h.events}) > 1]
    differences = [d for key in keys for d in index.discrepancies.get(key, ())]
    differences.sort(key=lambda d: (_rank(d), -len(d.readings)))
    chosen = [d.article for d in index.analysis.documents if _in(d.article.id, filters)]
    published = [article.published for article in chosen if article.published]
    first, last = min(published, default=None), max(published, default=None)
    shared.sort(key=lambda h: -len(h.events))
    return Summary(len(chosen), len(events), first, last, tuple(shared), tuple(differences), _echoes(events))


def _in(article: str, filters: Filters) -> bool:
    return not filters.articles or article in filters.articles


def _rank(difference: Discrepancy) -> int:
    return KIND_ORDER.index(difference.kind) if difference.kind in KIND_ORDER else len(KIND_ORDER)


def _echoes(events: tuple[Event, ...]) -> int:
    holders: dict[str, set[str]] = {}
    for event in events:
        if event.origin_id:
            holders.setdefault(event.origin_id, set()).add(event.article_id)
    return sum(len(articles) > 1 for articles in holders.values())


def summary(index: Index, filters: Filters) -> Summary:
    """What the events that pass `filters` amount to."""
    return index.cached(_summary, filters)


def _articles(index: Index, filters: Filters) -> pd.DataFrame:
    counts: dict[str, int] = {}
    for event in select(index, filters):
        counts[event.article_id] = counts.get(event.article_id, 0) + 1
    rows = [
        {
            "Article": index.labels[d.article.id],
            "Published": words.day(d.article.published),
            "Source": d.article.source or "",
            "Begins": _begins(d.article)[:140],
            "Events": counts.get(d.article.id, 0),
            "Actors": len({link.target.id for link in index.actor_links.get(d.article.id, ())}),
            "Notes": "; ".join(d.article.notes),
        }
        for d in index.analysis.documents
        if _in(d.article.id, filters)
    ]
    return pd.DataFrame(rows, columns=["Article", "Published", "Source", "Begins", "Events", "Actors", "Notes"])


def _begins(article: Article) -> str:
    """The title that stands outside the text, if any, and the text's first words."""
    text = article.text[article.header.end :].strip()
    title = article.title or ""
    return text if not title or text.startswith(title) else f"{title} – {text}"


def articles(index: Index, filters: Filters) -> pd.DataFrame:
    """One row an article: when, who, how it begins, and how many events pass `filters`."""
    return index.cached(_articles, filters)
