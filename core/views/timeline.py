"""What the timeline draws: lanes, marks in rows that do not collide, and days where there are too many marks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

import pandas as pd

from core.compare.labels import clip
from core.model import Event, Status
from core.views import naming, words
from core.views.filters import Filters, has_day, select
from core.views.index import Index

Heads = tuple[tuple[str, int, int], ...]
LANES = ("source", "actor", "happening")
MAX_MARKS = 1000
MAX_LANES = 24
MAX_LABELLED = 60
LABEL_LENGTH = 46
LABEL_PIXELS = 6.6  # width of one character at the label's size
SYMBOL_PIXELS = 8
PLOT_PIXELS = 430  # the plot of a window of 800 pixels: in a wider one labels have room to spare
TAIL = 0.18  # the part of the whole period that the tail of an open date reaches to the left
SHORT_TAIL = 0.03  # the same where marks are too many for labels

COLUMNS = (
    *("lane", "row", "start", "end", "open", "tail", "quad", "status", "type", "title", "label", "side"),
    *("when", "said_by", "statements", "reports", "event_id"),
)


class Layout(NamedTuple):
    """A drawn timeline.

    Args:
        marks: One row a mark (`COLUMNS`); `start` and `end` are days, both inclusive; `row` counts from the top;
            `tail` is how many days to the left an open start is drawn (it says “by then”, not “since”).
        lanes: Each lane's name, its first row and its number of rows.
        undated: How many events have no date at all and are therefore not drawn.
        hidden_lanes: How many lanes beyond `MAX_LANES` are not drawn.
        unit: What a mark stands for in its lane where there are too many happenings for one each: all events of “one
            day”, “one week”, “one month”, “one year”; else "".
    """

    marks: pd.DataFrame
    lanes: Heads
    undated: int
    hidden_lanes: int
    unit: str = ""


class _Mark(NamedTuple):
    """The events of one happening in one lane."""

    lane: str
    events: tuple[Event, ...]

    @property
    def best(self) -> Event:
        """The event that tells its day most exactly."""
        return min(self.events, key=lambda e: (not has_day(e), e.date.precision or 9))

    @property
    def bounds(self) -> tuple[date | None, date]:
        interval = self.best.date.interval
        last = interval.end or interval.start
        if last is None:
            raise ValueError("a mark needs a date")
        return interval.start, last


def lanes_of(index: Index, event: Event, by: str) -> list[str]:
    """The names of the lanes that an event stands in: its article's source, its actors, or its happening."""
    if by == "actor":
        return [index.names[a] for a in (*event.actors, *event.recipients) if a in index.names] or ["nobody named"]
    if by == "happening":
        return [index.cached(happening_lanes)[index.happening_of[event.id]]]
    return [source_of(index, event.article_id)]


def happening_lanes(index: Index) -> dict[str, str]:
    """A name for each happening: its title, with its days and then its id where another has the same."""
    titles = {key: naming.happening_name(index, happening) for key, happening in index.happenings.items()}
    dated = {key: f"{title}, {words.when(index.happenings[key].events[0])}" for key, title in titles.items()}
    once, dated_once = Counter(titles.values()), Counter(dated.values())
    return {
        key: title if once[title] == 1 else dated[key] if dated_once[dated[key]] == 1 else f"{dated[key]} ({key[:6]})"
        for key, title in titles.items()
    }


def source_of(index: Index, article: str) -> str:
    """Who published an article, where it says so; else the article's own name."""
    return index.documents[article].article.source or index.labels[article]


def _gather(index: Index, events: Iterable[Event], by: str) -> list[_Mark]:
    groups: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        for lane in dict.fromkeys(lanes_of(index, event, by)):
            groups[lane, index.happening_of[event.id]].append(event)
    return [_Mark(lane, tuple(group)) for (lane, _), group in groups.items()]


UNITS: dict[str, Callable[[date], object]] = {
    "one day": lambda day: day,
    "one week": lambda day: day.isocalendar()[:2],
    "one month": lambda day: (day.year, day.month),
    "one year": lambda day: day.year,
}


def _aggregate(marks: Sequence[_Mark]) -> tuple[list[_Mark], str]:
    """The marks, or one for all events of a lane that end in one day, week, month or year: the first that are few."""
    found, unit = list(marks), ""
    for name, of in UNITS.items():
        if len(found) <= MAX_MARKS:
            break
        groups: dict[tuple[str, object, bool], list[Event]] = defaultdict(list)
        for mark in marks:
            start, end = mark.bounds
            groups[mark.lane, of(end), start is None].extend(mark.events)
        found, unit = [_Mark(lane, tuple(events)) for (lane, _, _), events in groups.items()], name
    return found, unit


def _lane_order(marks: Sequence[_Mark], by: str, index: Index) -> list[str]:
    """All lanes, those with most events first; sources in the order of their first article."""
    weight: Counter[str] = Counter()
    for mark in marks:
        weight[mark.lane] += len(mark.events)
    most = [lane for lane, _ in weight.most_common()]
    if by != "source":
        return most
    order = {source_of(index, article): None for article in index.documents}
    shown = set(most[:MAX_LANES])
    return [lane for lane in order if lane in shown] + most[MAX_LANES:]


def _pack(spans: Sequence[tuple[float, float]]) -> list[int]:
    """A row for each span (in order), so that no two in one row overlap; first fit."""
    ends: list[float] = []
    rows: list[int] = []
    for start, end in spans:
        row = next((i for i, last in enumerate(ends) if last <= start), len(ends))
        if row == len(ends):
            ends.append(end)
        ends[row] = end
        rows.append(row)
    return rows


def _label(title: str, count: int) -> str:
    short = clip(title, LABEL_LENGTH)
    return f"{short} ×{count}" if count > 1 else short


def _describe(index: Index, mark: _Mark, *, aggregated: bool) -> dict[str, Any]:
    best = mark.best
    start, end = mark.bounds
    happening = index.happenings[index.happening_of[best.id]]
    title = words.counted(len(mark.events), "event") if aggregated else naming.event_name(index, best)
    return {
        "lane": mark.lane,
        "start": start or end,
        "end": end,
        "open": start is None,
        "quad": Counter(e.quad_class or "" for e in mark.events).most_common(1)[0][0],
        "status": str(best.status.status),
        "type": best.trigger.type,
        "title": title,
        "label": _label(title, 1 if aggregated else len(mark.events)),
        "when": words.when(best),
        "said_by": words.chain(best),
        "statements": len(mark.events),
        "reports": len({e.article_id for e in happening.events}),
        "event_id": best.id,
    }


class _Scale(NamedTuple):
    """From days to the room that a mark and its label take, in days from the first.

    All tails are as long as the `longest` label of an open start asks for: their length tells nothing, so none may
    look as if it told since when.
    """

    first: date
    period: float
    labelled: bool
    longest: int

    def room(self, mark: dict[str, Any]) -> tuple[float, float, float, str]:
        """Where a mark with its label begins and ends, how long its tail is, and on which side the label stands."""
        begin = float((mark["start"] - self.first).days)
        stop = (mark["end"] - self.first).days + 1.0
        label = self._label(len(mark["label"]))
        side = ("left" if mark["open"] or stop > self.period * 0.45 else "right") if self.labelled else ""
        reach = TAIL if self.labelled else SHORT_TAIL
        tail = max(1.0, self.period * reach, self._label(self.longest)) if mark["open"] else 0.0
        begin -= tail
        symbol = SYMBOL_PIXELS / 2 * self.period / PLOT_PIXELS
        first, last = min(begin, stop - 0.5 - symbol), max(stop, stop - 0.5 + symbol)
        return (min(first, stop - 1 - label) if side == "left" else first), last + label * (side == "right"), tail, side

    def _label(self, characters: int) -> float:
        return characters * LABEL_PIXELS * self.period / PLOT_PIXELS if self.labelled else 0.0


def _place_rows(
    marks: list[dict[str, Any]], lanes: Sequence[str]
) -> tuple[pd.DataFrame, tuple[tuple[str, int, int], ...]]:
    """Adds to each mark its row, its tail and its label's side, so that no two of one row collide."""
    first, last = min(m["start"] for m in marks), max(m["end"] for m in marks)
    longest = max((len(m["label"]) for m in marks if m["open"]), default=0)
    scale = _Scale(first, max((last - first).days + 1, 1) * (1 + TAIL), len(marks) <= MAX_LABELLED, longest)
    heads: list[tuple[str, int, int]] = []
    top = 0
    for lane in lanes:
        inside = [(scale.room(m), m) for m in marks if m["lane"] == lane]
        inside.sort(key=lambda pair: pair[0][0])
        rows = _pack([room[:2] for room, _ in inside])
        for (room, mark), row in zip(inside, rows, strict=True):
            mark.update(row=top + row, tail=room[2], side=room[3])
        height = max(rows, default=0) + 1
        heads.append((lane, top, height))
        top += height
    return pd.DataFrame(marks, columns=list(COLUMNS)), tuple(heads)


def _layout(index: Index, filters: Filters, by: str) -> Layout:
    events = select(index, filters)
    dated = [e for e in events if e.date.interval.known]
    marks = _gather(index, dated, by)
    if by == "actor" and filters.actors:
        chosen = {index.names[a] for a in filters.actors if a in index.names}
        marks = [m for m in marks if m.lane in chosen] or marks
    order = _lane_order(marks, by, index)
    shown = set(order[:MAX_LANES])
    marks = [m for m in marks if m.lane in shown]
    marks, unit = _aggregate(marks)
    rows = [_describe(index, mark, aggregated=bool(unit)) for mark in marks]
    undated = len(events) - len(dated)
    if not rows:
        return Layout(pd.DataFrame(columns=list(COLUMNS)), (), undated, 0)
    frame, lanes = _place_rows(rows, order[:MAX_LANES])
    return Layout(frame, lanes, undated, max(0, len(order) - MAX_LANES), unit)


def layout(index: Index, filters: Filters, by: str = "source") -> Layout:
    """The timeline of the events that pass `filters`, one lane a source, an actor or a happening."""
    return index.cached(_layout, filters, by)


def _per_day(index: Index, filters: Filters) -> pd.DataFrame:
    counts: Counter[tuple[date, str]] = Counter()
    for event in select(index, filters):
        interval = event.date.interval
        last = interval.end or interval.start
        if last is not None:
            counts[last, event.quad_class or ""] += 1
    rows = [(day, quad, count) for (day, quad), count in sorted(counts.items())]
    return pd.DataFrame(rows, columns=["day", "quad", "events"])


def per_day(index: Index, filters: Filters) -> pd.DataFrame:
    """How many of the events that pass `filters` end on each day, by kind of act: columns day, quad, events."""
    return index.cached(_per_day, filters)


def statuses(marks: pd.DataFrame) -> list[str]:
    """The statuses that occur among the marks, surest first."""
    present = set(marks["status"])
    return [s.value for s in Status if s.value in present]
