"""The same event, told twice: alignments, clusters, discrepancies, and all that an analysis holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from core.model.document import Document
from core.model.events import Attribution, Event, EventClaim
from core.model.mentions import Entity, Link, Place, Timex
from core.model.spans import DateInterval, Span


class Feature(NamedTuple):
    """One feature of an alignment: score in [0, 1] (None where it cannot be told), its weight, and both values."""

    name: str
    score: float | None
    weight: float
    detail: str
    a: str = ""
    b: str = ""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two statements that report the same happening, of two articles or of one.

    `a_event` and `b_event` are None where whole sentences align and no pair of events does.
    """

    a_article: str
    a_span: Span
    b_article: str
    b_span: Span
    score: float
    features: tuple[Feature, ...]
    a_event: str | None = None
    b_event: str | None = None


@dataclass(frozen=True, slots=True)
class Cluster:
    """One happening: the events (ids, in order of article and position) that report it.

    `parts` are events that report a part of it; they belong to their own clusters. `origins` counts the
    independent originals behind the reports.
    """

    id: str
    label: str
    event_type: str
    interval: DateInterval
    articles: tuple[str, ...]
    events: tuple[str, ...]
    origins: int
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article has at one place: the exact words and the value they were read as."""

    article_id: str
    span: Span
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A point on which reports of one happening differ, in one plain sentence, with each reading.

    `kind` is one of count, extent, date, place, actor, status, attribution, wording, spelling.
    """

    id: str
    cluster_id: str
    kind: str
    summary: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found in a set of articles. Every tuple is ordered by article, then position."""

    documents: tuple[Document, ...]
    timexes: tuple[Timex, ...]
    actors: tuple[Link[Entity], ...]
    places: tuple[Link[Place], ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[EventClaim, ...]
    events: tuple[Event, ...]
    alignments: tuple[Alignment, ...]
    clusters: tuple[Cluster, ...]
    discrepancies: tuple[Discrepancy, ...]
    notes: tuple[str, ...] = ()
