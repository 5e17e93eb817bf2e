"""The table of actors, whose ticked rows are the filter on actors: each follows the other."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from core.views.filters import Filters
from core.views.index import Index

_ROUND = "actor_table_round"  # a new number makes a new table, whose ticks are then those of the filter


def show(index: Index, filters: Filters, table: pd.DataFrame) -> None:
    """Draws the table."""
    chosen = [row for row, key in enumerate(table["entity_id"]) if key in filters.actors]
    key = f"actor_table_{st.session_state.setdefault(_ROUND, 0)}"
    if key in st.session_state and sorted(st.session_state[key].selection.rows) != chosen:
        st.session_state[_ROUND] += 1
        key = f"actor_table_{st.session_state[_ROUND]}"
    names = [str(name) for name in table["Actor"]]

    def picked() -> None:
        rows = st.session_state[key].selection.rows
        st.session_state["actors"] = [names[row] for row in rows if row < len(names)]

    st.dataframe(
        table.drop(columns="entity_id"),
        hide_index=True,
        width="stretch",
        key=key,
        on_select=picked,
        selection_mode="multi-row",
        selection_default={"selection": {"rows": chosen}},
        height=min(560, 38 + 35 * (len(table) + 1)),
        alt="Mentions of each actor by article",
        column_config=_columns(index, int(table["Mentions"].max())),
    )


def _columns(index: Index, most: int) -> dict[str, object]:
    config = st.column_config
    return {
        "Actor": config.TextColumn(width=165),
        "Kind": config.TextColumn(width=105),
        "Mentions": config.ProgressColumn(
            width=115, format="%d", min_value=0, max_value=most, help="In the articles that pass the filter"
        ),
        "Articles": config.NumberColumn(width=60, help="Articles that name the actor"),
        "Events": config.NumberColumn(width=65, help="Events in which it acts or is acted on"),
        **{label: config.NumberColumn(width=55, help="Mentions in this article") for label in index.labels.values()},
    }
