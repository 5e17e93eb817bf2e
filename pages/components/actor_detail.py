"""One actor: its names with the reasons, what is told of it, and what it is the source of."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from core.views import actors
from core.views.filters import Filters
from core.views.index import Index
from pages.components import state


def show(index: Index, filters: Filters, entity: str) -> None:
    """Draws the section of one actor."""
    name = index.names[entity]
    st.subheader(state.escape(f"{name} – {index.entities[entity].kind}"), anchor=False)
    found = actors.surfaces(index, entity)
    rows = [(s.text, s.times, s.reason, s.score, ", ".join(index.labels[a] for a in s.articles)) for s in found]
    frame = pd.DataFrame(rows, columns=["Written as", "Times", "Why it is taken for this actor", "Score", "Articles"])
    names, told, said = st.tabs(["Names", "Told of it", "Said by it"])
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
