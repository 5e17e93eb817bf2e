"""One actor: its names with the reasons, what is told of it, and what it is the source of."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from core.model import Event
from core.views import actors, timeline
from core.views.filters import Filters
from core.views.index import Index
from pages.components import figures, state


def show(index: Index, filters: Filters, entity: str) -> None:
    """Draws the section of one actor; only the open tab is worked out."""
    name = index.names[entity]
    st.header(state.escape(f"{name} – {index.entities[entity].kind}"), anchor=False)
    names, told, said, when = st.tabs(
        ["Names", "Told of it", "Said by it", "When"], on_change="rerun", key=f"tabs_{entity}"
    )
    if names.open:
        names.dataframe(
            _surfaces(index, entity),
            hide_index=True,
            width="stretch",
            alt=f"Ways in which {name} is written, with reasons",
            column_config={"Score": st.column_config.NumberColumn(format="%.0f", help="0 to 100")},
        )
    if told.open:
        with told:
            _events(index, actors.told_of(index, filters, entity), "No event under this filter names it.")
    if said.open:
        with said:
            _events(index, actors.said_by(index, filters, entity), "No statement under this filter is ascribed to it.")
    if when.open:
        with when:
            _when(index, replace(filters, actors=frozenset({entity})), entity)


def _surfaces(index: Index, entity: str) -> pd.DataFrame:
    found = actors.surfaces(index, entity)
    rows = [(s.text, s.times, s.reason, s.score, ", ".join(index.labels[a] for a in s.articles)) for s in found]
    return pd.DataFrame(rows, columns=["Written as", "Times", "Why it is taken for this actor", "Score", "Articles"])


def _events(index: Index, events: list[Event], empty: str) -> None:
    if events:
        st.dataframe(actors.event_rows(index, events), hide_index=True, width="stretch", alt="The events")
    else:
        st.caption(empty)


def _when(index: Index, only: Filters, entity: str) -> None:
    if timeline.per_day(index, only).empty:
        st.caption("No dated event under this filter names it.")
        return
    st.plotly_chart(
        index.cached(figures.activity, only),
        key=f"when_{entity}",
        config=figures.CONFIG,
        alt="Its events per day by kind of act; the tab “Told of it” holds the same",
    )


def acting(index: Index, filters: Filters, actor: str, recipient: str) -> None:
    """The events behind one cell of the matrix."""
    events = actors.acting_on(index, filters, actor, recipient)
    if events:
        st.markdown(f"**{state.escape(index.names[actor])} → {state.escape(index.names[recipient])}**")
        st.dataframe(actors.event_rows(index, events), hide_index=True, width="stretch", alt="The events of the cell")
