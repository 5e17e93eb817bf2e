"""The timeline's figure: a component that draws it as SVG, every mark a link to its card.

Plotly drew it first, but each of its redraws cost the browser 70 ms more than a bare page's rerun takes in all: with 35
marks, without labels, and nothing drawn twice. 350 marks cost 200 ms, and WebGL was slower. Marks are links, so the
keyboard reaches them; arrow keys walk from mark to mark.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from core.views.filters import Filters
from core.views.index import Index
from core.views.timeline_marks import drawing

HERE = Path(__file__).parent
_HTML = """
<div class="frame"><div class="plot"></div><div class="tip" role="status" hidden></div>
<div class="bar"><button type="button">Save as SVG</button></div></div>
"""
_timeline = st.components.v2.component(
    "variorum_timeline",
    html=_HTML,
    css=(HERE / "timeline_view.css").read_text(encoding="utf-8"),
    js=(HERE / "timeline_view.js").read_text(encoding="utf-8"),
)


def show(index: Index, filters: Filters, by: str, chosen: str, about: str) -> None:
    """Draws the events that pass `filters` in lanes `by`; `about` goes into the saved file, to say where it is from."""
    figure = drawing(index, filters, by)
    alt = (
        f"Timeline: {len(figure['marks'])} marks in {len(figure['lanes'])} lanes by date. Arrow keys go from mark to "
        "mark, Enter opens the card; the table below holds the same"
    )
    data = {"figure": {**figure, "alt": alt, "about": about}, "chosen": chosen}
    _timeline(key="timeline", data=data, height="content")
