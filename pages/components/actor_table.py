"""The table of actors, whose ticked rows are the filter on actors: each follows the other."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import streamlit as st

import core.views
from core.views import words
from core.views.filters import Filters
from core.views.index import Index

HERE = Path(__file__).parent
MAX_ROWS = 400  # those named most, as many as the filter has to choose from
_HTML = """
<div class="bar"><span class="note"></span><label>Find an actor <input type="search" class="find"></label></div>
<div class="scroll" tabindex="0" role="region" aria-label="Mentions of each actor by article">
<table class="table"><thead></thead><tbody></tbody></table></div>
<button type="button" class="more" hidden></button>
"""
_CSS = (Path(core.views.__file__).parent / "style.css").read_text(encoding="utf-8") + (
    HERE / "actor_table.css"
).read_text(encoding="utf-8")
_WHY = {
    "Actor": "Tick to filter every page by it",
    "Kind": "What it is",
    "Mentions": "In the articles that pass the filter",
    "Events": "Events in which it acts or is acted on",
    "Articles": "Articles that name the actor",
}
_KEY = "actor_table"
_table = st.components.v2.component(
    "variorum_actors", html=_HTML, css=_CSS, js=(HERE / "actor_table.js").read_text(encoding="utf-8")
)


def _picked() -> None:
    st.session_state["actors"] = list(st.session_state[_KEY].chosen or ())


def show(index: Index, filters: Filters, table: pd.DataFrame) -> None:
    """Draws the table; a tick sets the filter on actors."""
    chosen = table["entity_id"].isin(filters.actors)
    first = [name for name in _WHY if name in table.columns]  # the articles' columns stand behind them
    columns = [*first, *(name for name in table.columns if name not in {"entity_id", *first})]
    shown = table.loc[chosen | (table.index < MAX_ROWS), columns]
    note = f"The {len(shown)} named most, of {words.counted(len(table), 'actor')}." if len(shown) < len(table) else ""
    data = {
        "columns": [[name, _WHY.get(name, "Mentions in this article")] for name in shown.columns],
        "rows": shown.to_numpy().tolist(),
        "most": int(table["Mentions"].max()),
        "chosen": [index.names[key] for key in table.loc[chosen, "entity_id"]],
        "note": note or words.counted(len(table), "actor"),
    }
    _table(key=_KEY, data=data, height="content", on_chosen_change=_picked)
