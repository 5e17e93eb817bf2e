"""Who is named how often, under which names and why, and who acts on whom."""

import streamlit as st

from core.views import actors
from pages import shell
from pages.components import actor_detail, actor_table, figures

index, filters = shell.view()
st.title("Actors", anchor=False)
table = actors.counts(index, filters)
if table.empty:
    st.info("No actor is named under this filter. Widen it, or clear the filters.", icon=":material/filter_alt_off:")
    st.stop()

left, right = st.columns([4, 3], gap="large")
with left:
    st.header("Mentions", anchor=False)
    st.caption("Tick actors to filter every page by them. Counts are of mentions by name or description, not pronouns.")
    actor_table.show(index, filters, table)
with right:
    st.header("Who acts on whom", anchor=False)
    cells = actors.matrix(index, filters)
    if cells.empty:
        st.caption("No event under this filter names both who acts and on whom.")
    else:
        st.caption("Events in which the row acts on the column; a clash or a meeting counts for both sides.")
        picked = st.plotly_chart(
            figures.matrix(cells, index.names),
            key="matrix",
            on_select="rerun",
            selection_mode="points",
            config=figures.CONFIG,
            alt="Counts of events by who acts and on whom; the table below holds the same",
        )
        with st.expander("The same as a table"):
            st.dataframe(cells.rename(index=index.names, columns=index.names), alt="Who acts (rows) on whom (columns)")
        for point in picked.selection.points[:1]:
            actor_detail.acting(index, filters, *point["customdata"])

for entity in [key for key in index.names if key in filters.actors]:
    actor_detail.show(index, filters, entity)
