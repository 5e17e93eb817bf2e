"""Who is named how often, under which names and why, and who acts on whom."""

import streamlit as st

from core.views import actors
from pages import shell
from pages.components import actor_detail, figures


def _picked() -> None:
    rows = st.session_state["actor_table"].selection.rows
    st.session_state["actors"] = [str(table.iloc[row]["Actor"]) for row in rows if row < len(table)]


index, filters = shell.view()
st.title("Actors", anchor=False)
table = actors.counts(index, filters)
if table.empty:
    st.info("No actor is named under this filter. Widen it, or clear the filters.", icon=":material/filter_alt_off:")
    st.stop()

left, right = st.columns([1, 1], gap="large")
with left:
    st.subheader("Mentions", anchor=False)
    st.caption("Tick an actor to filter every page by it. Counts are of mentions; pronouns are not counted.")
    st.dataframe(
        table.drop(columns="entity_id"),
        hide_index=True,
        width="stretch",
        key="actor_table",
        on_select=_picked,
        selection_mode="multi-row",
        height=min(560, 38 + 35 * (len(table) + 1)),
        alt="Mentions of each actor by article",
        column_config={
            "Actor": st.column_config.TextColumn(width=170),
            "Kind": st.column_config.TextColumn(width=110),
            **{label: st.column_config.NumberColumn(width=60) for label in index.labels.values()},
            "Mentions": st.column_config.ProgressColumn(
                width=120,
                format="%d",
                min_value=0,
                max_value=int(table["Mentions"].max()),
                help="In all articles that pass the filter",
            ),
            "Events": st.column_config.NumberColumn(width=70, help="Events in which it acts or is acted on"),
            "Articles": st.column_config.NumberColumn(width=70, help="Articles that name the actor"),
        },
    )
with right:
    st.subheader("Who acts on whom", anchor=False)
    cells = actors.matrix(index, filters)
    if cells.empty:
        st.caption("No event under this filter names both who acts and on whom.")
    else:
        st.caption(
            "Events with the actor of the row acting on that of the column; both sides of a clash or a meeting count."
        )
        st.plotly_chart(
            figures.matrix(cells),
            key="matrix",
            config=figures.CONFIG,
            alt="Counts of events by who acts and on whom; the table below holds the same",
        )
        with st.expander("The same as a table"):
            st.dataframe(cells, alt="Who acts (rows) on whom (columns)")

for entity in [key for key in index.names if key in filters.actors]:
    actor_detail.show(index, filters, entity)
