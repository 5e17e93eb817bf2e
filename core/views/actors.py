"""Who is named how often, under which names and why, and who acts on whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

import pandas as pd

from core.model import Event, Span
from core.views import naming, words
from core.views.filters import Filters, involved, select
from core.views.index import Index

MAX_ARTICLE_COLUMNS = 8
MAX_MATRIX = 20


class Surface(NamedTuple):
    """One way in which an actor is written, why that is taken for this actor, and where it first stands."""

    text: str
    reason: str
    score: float
    times: int
    articles: tuple[str, ...]
    first_article: str
    first_span: Span


def _sentences(index: Index, filters: Filters) -> dict[str, list[Span]] | None:
    """The sentences that a filter on events leaves, by article; None where it leaves all."""
    if not filters.narrows_events:
        return None
    kept: dict[str, list[Span]] = defaultdict(list)
    for event in select(index, _without_actors(filters)):
        kept[event.article_id].append(event.span)
    return kept


def _without_actors(filters: Filters) -> Filters:
    return Filters(
        filters.start, filters.end, frozenset(), filters.articles, filters.types, filters.undated, filters.text
    )


def _mentions(index: Index, filters: Filters) -> dict[str, Counter[str]]:
    """Mentions by entity and article; with a filter on events, only those in the sentences that it leaves."""
    kept = _sentences(index, filters)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for article in filters.articles or index.documents:
        if kept is None:
            links = list(index.actor_links.get(article, ()))
        else:
            spans = sorted(set(kept.get(article, ())))
            inside = {link.mention.span: link for span in spans for link in index.actors_in(article, span)}
            links = list(inside.values())
        for link in links:
            found[link.target.id][article] += 1
    return found


def _counts(index: Index, filters: Filters) -> pd.DataFrame:
    found = _mentions(index, filters)
    events: Counter[str] = Counter()
    for event in select(index, _without_actors(filters)):
        events.update({*event.actors, *event.recipients})
    totals: Counter[str] = Counter()
    for counts in found.values():
        totals.update(counts)
    columns = [a for a in index.documents if totals[a]]
    many = len(columns) > MAX_ARTICLE_COLUMNS
    if many:
        columns = [a for a, _ in totals.most_common(MAX_ARTICLE_COLUMNS)]
    rows = [
        {
            "entity_id": key,
            "Actor": index.names[key],
            "Kind": index.entities[key].kind,
            "Mentions": counts.total(),
            **{index.labels[a]: counts[a] for a in columns},
            "Articles": len(counts),
            "Events": events[key],
        }
        for key, counts in found.items()
    ]
    head = [
        "entity_id",
        "Actor",
        "Kind",
        "Mentions",
        *(index.labels[a] for a in columns),
        *(["Articles"] if many else []),
        "Events",
    ]
    frame = pd.DataFrame(rows, columns=head)
    return frame.sort_values(["Mentions", "Actor"], ascending=[False, True], ignore_index=True)


def counts(index: Index, filters: Filters) -> pd.DataFrame:
    """One row an actor: mentions in all, in each article (the eight with most), and events with a part in them.

    The filter on actors does not apply: the page marks those chosen in the whole table.
    """
    return index.cached(_counts, filters)


def surfaces(index: Index, entity_id: str) -> list[Surface]:
    """Every way in which an actor is written, most frequent first, each with its reason."""
    groups: dict[tuple[str, str], list[tuple[str, Span, float]]] = defaultdict(list)
    for link in index.analysis.actors:
        if link.target.id == entity_id:
            groups[link.mention.text, link.reason].append((link.mention.article_id, link.mention.span, link.score))
    found = [
        Surface(text, reason, score, len(group), tuple(dict.fromkeys(a for a, _, _ in group)), article, span)
        for (text, reason), group in groups.items()
        for article, span, score in group[:1]
    ]
    return sorted(found, key=lambda s: (-s.times, s.text))


def pairs(event: Event) -> list[tuple[str, str]]:
    """Who acts on whom in one event; of a clash or a meeting, each side on each other."""
    if event.recipients or not event.trigger.mutual:
        return [(a, r) for a in event.actors for r in event.recipients]
    return [(a, b) for a in event.actors for b in event.actors if a != b]


def _matrix(index: Index, filters: Filters) -> pd.DataFrame:
    cells: Counter[tuple[str, str]] = Counter()
    for event in select(index, filters):
        cells.update({pair for pair in pairs(event) if all(p in index.names for p in pair)})
    weight: Counter[str] = Counter()
    for (actor, recipient), count in cells.items():
        weight[actor] += count
        weight[recipient] += count
    top = {key for key, _ in weight.most_common(MAX_MATRIX)}
    rows = [key for key, _ in weight.most_common() if key in top and any(a == key for a, _ in cells)]
    columns = [key for key, _ in weight.most_common() if key in top and any(r == key for _, r in cells)]
    data = [[cells[row, column] for column in columns] for row in rows]
    return pd.DataFrame(data, index=rows, columns=columns)


def matrix(index: Index, filters: Filters) -> pd.DataFrame:
    """Counts of events by who acts (rows) and on whom (columns), as entity ids, for the twenty actors with most."""
    return index.cached(_matrix, filters)


def acting_on(index: Index, filters: Filters, actor: str, recipient: str) -> list[Event]:
    """The events behind one cell of the matrix."""
    return [event for event in select(index, filters) if (actor, recipient) in pairs(event)]


def said_by(index: Index, filters: Filters, entity_id: str) -> list[Event]:
    """The events that this actor is the source of, by any link of the chain."""
    name = index.entities[entity_id].name
    return [event for event in select(index, _without_actors(filters)) if name in event.attributed_to]


def told_of(index: Index, filters: Filters, entity_id: str) -> list[Event]:
    """The events that this actor has a part in or is named beside."""
    return [event for event in select(index, _without_actors(filters)) if entity_id in involved(index, event)]


def event_rows(index: Index, events: list[Event]) -> pd.DataFrame:
    """Events as a table to read: article, when, what, type, status, who says so, the sentence."""
    rows = [
        {
            "Article": index.labels[e.article_id],
            "When": words.when(e),
            "What": naming.event_name(index, e),
            "Type": words.type_words(e.trigger.type, e.trigger.mode),
            "Status": str(e.status.status),
            "Said by": words.chain(e),
            "Sentence": index.text(e.article_id, e.span),
        }
        for e in events
    ]
    return pd.DataFrame(rows, columns=["Article", "When", "What", "Type", "Status", "Said by", "Sentence"])
