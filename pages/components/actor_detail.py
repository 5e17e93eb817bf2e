"""One actor: its names with the reasons, what is told of it, and what it is the source of."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from core.views import actors, timeline
from core.views.filters import Filters
from core.views.index import Index
from pages.components import figures, state


def show(index: Index, filters: Filters, entity: str) -> None:
    """Draws the section of one actor."""
    name = index.names[entity]
    st.subheader(state.escape(f"{name} – {index.entities[entity].kind}"), anchor=False)
    found = actors.surfaces(index, entity)
    rows = [(s.text, s.times, s.reason, s.score, ", ".join(index.labels[a] for a in s.articles)) for s in found]
    frame = pd.DataFrame(rows, columns=["Written as", "Times", "Why it is taken for this actor", "Score", "Articles"])
    names, told, said, when = st.tabs(["Names", "Told of it", "Said by it", "When"])
    with names:
        st.dataframe(
            frame,
            hide_index=True,
            width="stretch",
            alt=f"Ways in which {name} is written, with reasons",
            column_config={"Score": st.column_config.NumberColumn(format="%.0f", help="0 to 100")},
        )
    for tab, events, empty in (
        (told, actors.told_of(index, filters, entity), "No event under this filter names it."),
        (said, actors.said_by(index, filters, entity), "No statement under this filter is ascribed to it."),
    ):
        with tab:
            if events:
                st.dataframe(
                    actors.event_rows(index, events), hide_index=True, width="stretch", alt=f"Events of {name}"
                )
            else:
                st.caption(empty)
    with when:
        only = replace(filters, actors=frozenset({entity}))
        if timeline.layout(index, only).marks.empty:
            st.caption("No dated event under this filter names it.")
        else:
            st.plotly_chart(
                index.cached(figures.timeline, only, "source"),
                key=f"when_{entity}",
                config=figures.CONFIG,
                alt=f"Events of {name} by date; the tab “Told of it” holds the same",
            )


def acting(index: Index, filters: Filters, actor: str, recipient: str) -> None:
    """The events behind one cell of the matrix."""
    events = actors.acting_on(index, filters, actor, recipient)
    if events:
        st.markdown(f"**{state.escape(index.names[actor])} → {state.escape(index.names[recipient])}**")
        st.dataframe(actors.event_rows(index, events), hide_index=True, width="stretch", alt="The events of the cell")
