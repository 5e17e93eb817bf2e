"""Plotly figures. Colours keep at least 3:1 on the light and on the dark ground, so no figure need know the theme."""

from __future__ import annotations

import plotly.graph_objects as go

from core.views import words
from core.views.filters import Filters
from core.views.index import Index
from core.views.timeline import per_day
from core.views.timeline_marks import NEUTRAL, QUAD_COLOURS

CONFIG = {
    "displaylogo": False,
    "modeBarButtonsToRemove": ["lasso2d", "autoScale2d"],
    "scrollZoom": False,
    "toImageButtonOptions": {"format": "svg"},
}


def density(index: Index) -> go.Figure:
    """How many events of all end on each day: drag over it to choose a range. The filter does not change it."""
    days = per_day(index, Filters())
    totals = days.groupby("day")["events"].sum()
    bars = go.Bar(x=totals.index, y=totals.to_numpy(), marker_color=NEUTRAL, hovertemplate="%{x|%d %b %Y}: %{y}")
    return _strip(bars, height=110, dragmode="select", selectdirection="h")


def activity(index: Index, filters: Filters) -> go.Figure:
    """How many of the events that pass `filters` end on each day, by kind of act."""
    days = per_day(index, filters)
    bars = [
        go.Bar(
            x=part["day"],
            y=part["events"],
            name=name,
            marker_color=QUAD_COLOURS[quad],
            hovertemplate="%{x|%d %b %Y}: %{y}",
        )
        for quad, name in words.QUADS.items()
        if len(part := days[days["quad"] == quad])
    ]
    return _strip(*bars, height=220, barmode="stack", showlegend=True, legend={"orientation": "h", "y": 1.2})


def _strip(*bars: go.Bar, **layout: object) -> go.Figure:
    figure = go.Figure(list(bars))
    figure.update_layout(
        margin={"l": 8, "r": 12, "t": 4, "b": 4},
        yaxis={"fixedrange": True, "nticks": 3, "title": "events"},
        xaxis={"fixedrange": True, "type": "date"},
        bargap=0.05,
        **{"showlegend": False, **layout},
    )
    return figure
