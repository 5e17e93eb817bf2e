"""The timeline's layout as plain values, ready to be drawn: places in days and rows, colours, shapes, tooltips.

Colours keep at least 3:1 on the light and on the dark ground, so the drawing need not know the theme.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from core.views import words
from core.views.filters import Filters
from core.views.index import Index
from core.views.timeline import Layout, layout

NEUTRAL = "#7a8494"
QUAD_COLOURS = {
    "material conflict": "#c8461f",
    "verbal conflict": "#b97f00",
    "material cooperation": "#1f74c0",
    "verbal cooperation": "#35a0d4",
    "": NEUTRAL,
}
ROW_PIXELS = 23.0
MAX_HEIGHT = 1500  # pixels; beyond, rows move closer together
LANE_GAP = 0.6  # rows between lanes
MARGIN = 0.03  # of the whole period, on either side


def drawing(index: Index, filters: Filters, by: str) -> dict[str, Any]:
    """What the timeline's component draws.

    Returns:
        `first` (an ISO day) and `left`, `right` (days from it): the scale; `days`: where the filter's range begins and
        ends on it (None: open); `row` (pixels) and `rows`; `lanes`, each with its name, first row and height; `marks`,
        each with begin, end and symbol in days from `first`, its row, whether its start is open, colour, status, the
        symbol's radius in pixels, label, the label's side, the lines of its tooltip and its event's id.
    """
    return index.cached(_drawing, filters, by)


def _drawing(index: Index, filters: Filters, by: str) -> dict[str, Any]:
    drawn = layout(index, filters, by)
    rows = sum(height for _, _, height in drawn.lanes) + LANE_GAP * len(drawn.lanes)
    pixels = min(ROW_PIXELS, MAX_HEIGHT / rows)
    marks = _marks(drawn, pixels / ROW_PIXELS)
    left, right = min(mark[0] for mark in marks), max(mark[1] for mark in marks)
    margin = (right - left) * MARGIN
    first = drawn.marks["start"].min()
    return {
        "first": first.isoformat(),
        "days": [
            (filters.start - first).days if filters.start else None,
            (filters.end - first).days + 1 if filters.end else None,
        ],
        "left": round(left - margin, 2),
        "right": round(right + margin, 2),
        "row": round(pixels, 2),
        "rows": round(rows, 2),
        "lanes": [[name, round(top + i * LANE_GAP, 2), height] for i, (name, top, height) in enumerate(drawn.lanes)],
        "marks": marks,
    }


def _marks(drawn: Layout, scale: float) -> list[list[Any]]:
    order = {lane: i for i, (lane, _, _) in enumerate(drawn.lanes)}
    first = drawn.marks["start"].min()
    rows: Iterable[Any] = drawn.marks.itertuples()
    return [
        [
            round((m.start - first).days - m.tail, 2),
            (m.end - first).days + (0.5 if m.open else 1),
            (m.end - first).days + 0.5,
            round(m.row + order[m.lane] * LANE_GAP, 2),
            int(m.open),
            QUAD_COLOURS.get(m.quad, NEUTRAL),
            m.status,
            round(max(3.0, scale * (5.5 + min(4.0, (m.statements - 1) ** 0.5))), 1),
            m.label if m.side else "",
            m.side,
            _tip(m),
            m.event_id,
        ]
        for m in rows
    ]


def _tip(mark: Any) -> list[str]:
    told = f"{words.counted(mark.statements, 'statement')} here, told in {words.counted(mark.reports, 'article')}"
    return [
        mark.title,
        f"{mark.when} · {words.type_words(mark.type)} · {mark.status}",
        f"says: {mark.said_by}",
        told,
    ]
