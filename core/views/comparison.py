"""Articles side by side: what they share, where they differ, what only one has."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from core.model import Alignment, Discrepancy, Event, Span
from core.views import words
from core.views.filters import Filters, select
from core.views.index import Happening, Index

MAX_PASSAGES = 12


class Row(NamedTuple):
    """One happening that at least two of the chosen articles report.

    Args:
        sides: For each chosen article, its events of this happening in order of position (none: it has nothing).
        differences: The points on which the reports differ.
        echoes: Origin ids that stand in more than one of the chosen articles.
        alignments: The pairs of statements that made it one happening, best first.
    """

    happening: Happening
    sides: dict[str, tuple[Event, ...]]
    differences: tuple[Discrepancy, ...]
    echoes: tuple[str, ...]
    alignments: tuple[Alignment, ...]


class Comparison(NamedTuple):
    """The chosen articles lined up.

    Args:
        rows: The happenings that at least two of them report.
        beyond: Differences that no row holds, as where parts of a happening are told apart.
        passages: Sentences that match although no pair of their events does.
        alone: What only one of them reports.
    """

    articles: tuple[str, ...]
    rows: tuple[Row, ...]
    beyond: tuple[Discrepancy, ...]
    passages: tuple[Alignment, ...]
    alone: dict[str, tuple[Happening, ...]]

    @property
    def differences(self) -> int:
        """How many points of difference there are."""
        return sum(len(row.differences) for row in self.rows) + len(self.beyond)

    @property
    def echoes(self) -> int:
        """How many originals stand in more than one of the articles."""
        return len({origin for row in self.rows for origin in row.echoes})


def _echoes(sides: dict[str, tuple[Event, ...]]) -> tuple[str, ...]:
    holders: dict[str, set[str]] = defaultdict(set)
    for article, events in sides.items():
        for event in events:
            if event.origin_id:
                holders[event.origin_id].add(article)
    return tuple(origin for origin, articles in holders.items() if len(articles) > 1)


def _row(index: Index, happening: Happening, articles: tuple[str, ...]) -> Row | None:
    sides = {a: tuple(e for e in happening.events if e.article_id == a) for a in articles}
    if sum(map(bool, sides.values())) < 2:
        return None
    ids = {event.id for events in sides.values() for event in events}
    alignments = tuple(
        alignment
        for a, b in combinations(articles, 2)
        for alignment in index.alignments.get(frozenset((a, b)), ())
        if alignment.a_event in ids and alignment.b_event in ids
    )
    differences = tuple(d for d in index.discrepancies.get(happening.id, ()) if _differ(d, articles))
    return Row(happening, sides, differences, _echoes(sides), tuple(sorted(alignments, key=lambda a: -a.score)))


def _compare(index: Index, articles: tuple[str, ...], filters: Filters) -> Comparison:
    selected = {index.happening_of[event.id] for event in select(index, filters) if event.article_id in articles}
    rows: list[Row] = []
    alone: dict[str, list[Happening]] = {a: [] for a in articles}
    for happening in (h for key, h in index.happenings.items() if key in selected):
        row = _row(index, happening, articles)
        if row:
            rows.append(row)
            continue
        holder = next(e.article_id for e in happening.events if e.article_id in alone)
        alone[holder].append(happening)
    rows.sort(key=lambda row: -sum(map(len, row.sides.values())))
    beyond = _beyond(index, articles, rows, selected)
    only = {a: tuple(found) for a, found in alone.items()}
    return Comparison(articles, tuple(rows), beyond, _passages(index, articles, filters), only)


def _beyond(index: Index, articles: tuple[str, ...], rows: list[Row], selected: set[str]) -> tuple[Discrepancy, ...]:
    shown = {row.happening.id for row in rows}
    return tuple(
        difference
        for key in index.happenings
        if key in selected and key not in shown
        for difference in index.discrepancies.get(key, ())
        if _differ(difference, articles)
    )


def _differ(difference: Discrepancy, articles: tuple[str, ...]) -> bool:
    """Whether the chosen articles themselves differ, rather than one of them from an article that is not chosen."""
    inside = [reading for reading in difference.readings if reading.article_id in articles]
    told = {(reading.value or reading.text).casefold() for reading in inside}
    return len(told) > 1 or len(inside) == len(difference.readings)


def _passages(index: Index, articles: tuple[str, ...], filters: Filters) -> tuple[Alignment, ...]:
    """The best pairs of sentences that no pair of events ties, one of which passes; each pair of texts once."""
    kept = {(event.article_id, event.span) for event in select(index, filters)}
    found: dict[tuple[str, str], Alignment] = {}
    for a, b in combinations(articles, 2):
        for alignment in index.alignments.get(frozenset((a, b)), ()):
            if alignment.a_event is not None and alignment.b_event is not None:
                continue
            sides = ((alignment.a_article, alignment.a_span), (alignment.b_article, alignment.b_span))
            if any(_passes(index, filters, side, dated=side in kept) for side in sides):
                left = index.text(alignment.a_article, alignment.a_span)
                found.setdefault((left, index.text(alignment.b_article, alignment.b_span)), alignment)
    return tuple(sorted(found.values(), key=lambda a: -a.score)[:MAX_PASSAGES])


def _passes(index: Index, filters: Filters, side: tuple[str, Span], *, dated: bool) -> bool:
    """Whether a sentence passes by its words and actors; by type and day only if one of its events does (`dated`)."""
    if filters.text.casefold() not in index.text(*side).casefold():
        return False
    if filters.actors and filters.actors.isdisjoint(link.target.id for link in index.actors_in(*side)):
        return False
    return dated or not replace(filters, text="").narrows_events


def compare(index: Index, articles: tuple[str, ...], filters: Filters) -> Comparison:
    """The articles of `articles` lined up, restricted to happenings of which some event passes `filters`."""
    return index.cached(_compare, articles, filters)


def head(index: Index, found: Comparison) -> str:
    """The comparison in one sentence."""
    shared = words.counted(len(found.rows), "shared happening")
    differences = words.counted(found.differences, "difference")
    same = f", {words.counted(found.echoes, 'passage')} from the same original" if found.echoes else ""
    alone = ", ".join(f"{index.labels[a]} alone has {len(h)}" for a, h in found.alone.items())
    return f"{shared}, {differences}{same}; {alone}."


def _suggested(index: Index) -> tuple[tuple[str, str, int], ...]:
    shared: Counter[tuple[str, str]] = Counter()
    place = {article: number for number, article in enumerate(index.documents)}
    for happening in index.happenings.values():
        articles = sorted({e.article_id for e in happening.events}, key=place.__getitem__)
        shared.update(combinations(articles, 2))
    return tuple((a, b, count) for (a, b), count in shared.most_common(12))


def suggested(index: Index) -> tuple[tuple[str, str, int], ...]:
    """The pairs of articles that share most happenings, with how many, at most twelve."""
    return index.cached(_suggested)
