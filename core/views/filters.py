"""The filters that every page shares, and the events that pass them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.model import DateInterval, Event
from core.views.index import Index


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader asked to see. An empty set or None restricts nothing.

    Args:
        start: The first day, inclusive.
        end: The last day, inclusive.
        actors: Entity ids; an event passes if one of them acts, receives, or is named in its sentence.
        articles: Article ids.
        types: PLOVER types.
        undated: Whether events pass whose day is not known (bounded by publication only, or not at all).
        text: Words that the event's sentence must hold, in any case.
    """

    start: date | None = None
    end: date | None = None
    actors: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    undated: bool = True
    text: str = ""

    @property
    def active(self) -> bool:
        """Whether anything is filtered out at all."""
        return self != Filters()

    @property
    def narrows_events(self) -> bool:
        """Whether more than the choice of articles and actors is restricted."""
        return bool(self.start or self.end or self.types or self.text or not self.undated)

    def describe(self, index: Index) -> str:
        """The filter in words, for notes on exports; “none” where nothing is filtered."""
        parts = [
            f"from {self.start}" if self.start else "",
            f"until {self.end}" if self.end else "",
            "" if self.undated else "dated events only",
            _listed("actors", [index.names.get(a, a) for a in self.actors]),
            _listed("articles", [index.labels.get(a, a) for a in self.articles]),
            _listed("types", list(self.types)),
            f"text “{self.text}”" if self.text else "",
        ]
        return "; ".join(p for p in parts if p) or "none"


def _listed(name: str, values: list[str]) -> str:
    return f"{name}: {', '.join(sorted(values))}" if values else ""


def has_day(event: Event) -> bool:
    """Whether the text says when the event began, rather than only that it was over by some day."""
    return event.date.interval.start is not None


def involved(index: Index, event: Event) -> frozenset[str]:
    """The ids of all actors that the event's roles or its sentence name."""
    named = {link.target.id for link in index.actors_in(event.article_id, event.span)}
    return frozenset(named.union(event.actors, event.recipients))


def passes(index: Index, event: Event, filters: Filters) -> bool:
    """Whether one event passes every filter; an interval passes if some day of it may lie in the range."""
    if filters.articles and event.article_id not in filters.articles:
        return False
    if filters.types and event.trigger.type not in filters.types:
        return False
    if not filters.undated and not has_day(event):
        return False
    if not event.date.interval.overlaps(DateInterval(filters.start, filters.end)):
        return False
    if filters.text and filters.text.casefold() not in index.text(event.article_id, event.span).casefold():
        return False
    return not filters.actors or not filters.actors.isdisjoint(involved(index, event))


def _select(index: Index, filters: Filters) -> tuple[Event, ...]:
    return tuple(event for event in index.analysis.events if passes(index, event, filters))


def select(index: Index, filters: Filters) -> tuple[Event, ...]:
    """The events that pass `filters`, in order of article and position."""
    return index.cached(_select, filters) if filters.active else index.analysis.events


def _kept(index: Index, filters: Filters) -> frozenset[str]:
    return frozenset(event.id for event in select(index, filters))


def kept(index: Index, filters: Filters) -> frozenset[str]:
    """The ids of the events that pass `filters`."""
    return index.cached(_kept, filters)
