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
    hint = {"text": "Drag over the days to filter by them", "x": 0, "y": 1, "xref": "paper", "yref": "paper"}
    hint |= {"xanchor": "left", "yanchor": "bottom", "showarrow": False, "font": {"size": 12}}
    margin = {"l": 8, "r": 12, "t": 22, "b": 4}
    return _strip(bars, height=126, dragmode="select", selectdirection="h", annotations=[hint], margin=margin)


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
        yaxis={"fixedrange": True, "nticks": 3, "title": "events"},
        xaxis={"fixedrange": True, "type": "date"},
        bargap=0.05,
        **{"showlegend": False, "margin": {"l": 8, "r": 12, "t": 4, "b": 4}, **layout},
    )
    return figure
