"""Plotly figures. Colours keep at least 3:1 on the light and on the dark ground, so no figure need know the theme."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pandas as pd
import plotly.graph_objects as go

from core.views import words
from core.views.filters import Filters
from core.views.index import Index
from core.views.timeline import Layout, layout, per_day

NEUTRAL = "#7a8494"
RULE = "rgba(125,130,140,.35)"
QUAD_COLOURS = {
    "material conflict": "#c8461f",
    "verbal conflict": "#b97f00",
    "material cooperation": "#1f74c0",
    "verbal cooperation": "#35a0d4",
    "": NEUTRAL,
}
STATUS_SYMBOLS = {
    "asserted": "circle",
    "reported": "diamond",
    "alleged": "triangle-up",
    "unconfirmed": "triangle-up-open",
    "denied": "x",
    "planned": "square-open",
    "hypothetical": "circle-open",
    "negated": "cross-open",
}
ROW_PIXELS = 23
MAX_HEIGHT = 1500  # pixels; beyond, rows move closer together
BAND = 17  # pixels: the band of an open start, on which its label stands
BAR = 9
LANE_GAP = 0.6  # rows between lanes
CONFIG = {"displaylogo": False, "modeBarButtonsToRemove": ["lasso2d", "autoScale2d"], "scrollZoom": False}


def timeline(index: Index, filters: Filters, by: str) -> go.Figure:
    """The timeline's figure; each mark carries its event's id as customdata."""
    drawn = layout(index, filters, by)
    figure = go.Figure()
    marks = _positions(drawn)
    scale = min(1.0, MAX_HEIGHT / (ROW_PIXELS * _rows(drawn)))
    for quad, part in marks.groupby("quad", sort=False):
        _bars(figure, part, str(quad), scale)
    for quad, part in marks.groupby("quad", sort=False):
        _symbols(figure, part, str(quad), scale)
    _axes(figure, marks, drawn)
    return figure


def _rows(drawn: Layout) -> float:
    """How many rows all lanes take, with the gaps between them."""
    return sum(height for _, _, height in drawn.lanes) + LANE_GAP * len(drawn.lanes)


def _positions(drawn: Layout) -> pd.DataFrame:
    marks = drawn.marks.copy()
    order = {lane: i for i, (lane, _, _) in enumerate(drawn.lanes)}
    marks["y"] = -(marks["row"] + marks["lane"].map(order) * LANE_GAP).astype(float)
    marks["quad"] = marks["quad"].fillna("")
    marks["at"] = [datetime.combine(day, time(12)) for day in marks["end"]]
    return marks


def _bars(figure: go.Figure, part: pd.DataFrame, quad: str, scale: float) -> None:
    """Stated days as a bar; an open start as a pale band that ends in an arrow to the left."""
    colour = QUAD_COLOURS.get(quad, NEUTRAL)
    for open_start, bars in part.groupby("open"):
        begins = [
            datetime.combine(d, time(0)) - timedelta(days=t) for d, t in zip(bars["start"], bars["tail"], strict=True)
        ]
        ends = [datetime.combine(d, time(12 if open_start else 23, 59)) for d in bars["end"]]
        xs: list[datetime | None] = []
        ys: list[float | None] = []
        for begin, end, y in zip(begins, ends, bars["y"], strict=True):
            xs += [begin, end, None]
            ys += [y, y, None]
        line = {"color": colour, "width": max(3.0, scale * (BAND if open_start else BAR))}
        figure.add_scatter(
            x=xs, y=ys, mode="lines", line=line, opacity=0.16 if open_start else 0.5, hoverinfo="skip", showlegend=False
        )
        if open_start:
            arrow = {"symbol": "triangle-left", "size": max(4.0, 9 * scale), "color": colour, "opacity": 0.7}
            figure.add_scatter(x=begins, y=bars["y"], mode="markers", marker=arrow, hoverinfo="skip", showlegend=False)


def _symbols(figure: go.Figure, part: pd.DataFrame, quad: str, scale: float) -> None:
    colour = QUAD_COLOURS.get(quad, QUAD_COLOURS[""])
    sizes = [max(6.0, scale * (11 + min(8.0, 2.0 * (n - 1) ** 0.5))) for n in part["statements"]]
    symbols = [STATUS_SYMBOLS.get(s, "circle") for s in part["status"]]
    labelled = bool(part["side"].astype(bool).any())
    figure.add_scatter(
        x=part["at"],
        y=part["y"],
        mode="markers+text" if labelled else "markers",
        text=part["label"].map(_plain) if labelled else None,
        textposition=["middle left" if side == "left" else "middle right" for side in part["side"]],
        textfont={"size": 12},
        customdata=part[["event_id"]].to_numpy(),
        hovertext=_tips(part),
        hoverinfo="text",
        marker={
            "opacity": 1,
            "size": sizes,
            "color": colour,
            "symbol": symbols,
            "line": {"width": 1.5, "color": colour},
        },
        name=words.QUADS.get(quad, words.QUADS[""]),
        showlegend=False,
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 0.8}},
        cliponaxis=False,
    )


def _plain(text: str) -> str:
    """Plotly reads a little HTML in texts: what could open a tag or an entity is written as an entity."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _tips(part: pd.DataFrame) -> list[str]:
    return [
        "<br>".join(
            (
                f"<b>{_plain(row.title)}</b>",
                f"{row.when} · {words.type_words(row.type)} · {row.status}",
                f"says: {_plain(row.said_by)}",
                f"{words.counted(row.statements, 'statement')} here, told in {words.counted(row.reports, 'article')}",
                "click for the card",
            )
        )
        for row in part.itertuples()
    ]


def _axes(figure: go.Figure, marks: pd.DataFrame, drawn: Layout) -> None:
    tops = [top + i * LANE_GAP for i, (_, top, _) in enumerate(drawn.lanes)]
    ticks = [-(top + (height - 1) / 2) for top, (_, _, height) in zip(tops, drawn.lanes, strict=True)]
    rules = [
        {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": {"width": 1, "color": RULE}}
        for y in ((1 + LANE_GAP) / 2 - top for top in tops[1:])
    ]
    rows = _rows(drawn)
    reach = [
        datetime.combine(d, time(0)) - timedelta(days=t) for d, t in zip(marks["start"], marks["tail"], strict=True)
    ]
    left, right = min(reach), datetime.combine(marks["end"].max(), time(0)) + timedelta(days=1)
    margin = (right - left) * 0.03
    figure.update_layout(
        height=int(min(max(180, 60 + rows * ROW_PIXELS), 60 + MAX_HEIGHT)),
        margin={"l": 8, "r": 12, "t": 8, "b": 8},
        dragmode="zoom",
        clickmode="event+select",
        hovermode="closest",
        shapes=rules,
        xaxis={
            "range": [left - margin, right + margin],
            "type": "date",
            "side": "bottom",
            "showgrid": True,
            "fixedrange": False,
        },
        yaxis={
            "tickmode": "array",
            "tickvals": ticks,
            "ticktext": [_plain(_clip(n)) for n, _, _ in drawn.lanes],
            "range": [-rows + 0.1, 0.9],
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
            "automargin": True,
        },
    )


def _clip(name: str) -> str:
    return name if len(name) <= 36 else name[:35].rstrip() + "…"


def density(index: Index, filters: Filters) -> go.Figure:
    """How many events end on each day: drag over it to choose a range."""
    days = per_day(index, filters)
    figure = go.Figure(
        go.Bar(x=days["day"], y=days["events"], marker_color=NEUTRAL, hovertemplate="%{x|%d %b %Y}: %{y}")
    )
    figure.update_layout(
        height=110,
        margin={"l": 8, "r": 12, "t": 4, "b": 4},
        dragmode="select",
        selectdirection="h",
        showlegend=False,
        yaxis={"fixedrange": True, "nticks": 3, "title": "events"},
        xaxis={"fixedrange": True},
        bargap=0.05,
    )
    return figure
