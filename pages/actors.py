"""Who is named how often, under which names and why, and who acts on whom."""

import streamlit as st

from core.views import actors, matrix
from pages import shell
from pages.components import actor_detail, actor_table, state

index, filters = shell.view()
table = actors.counts(index, filters)
if table.empty:
    st.html("<h1>Actors</h1>")
    st.info("No actor is named under this filter. Widen it, or clear the filters.", icon=":material/filter_alt_off:")
    state.end()

st.html(
    "<h1>Actors</h1><p class=v-muted>Tick actors to filter every page by them and to see their names, what is told of "
    "them and what they say. Counts are of mentions by name or description, not pronouns.</p>"
)
left, right = st.columns([4, 3], gap="large")
with left:
    actor_table.show(index, filters, table)
with right:
    st.html(matrix.section(index, filters))
    acts = state.resolve("acts", index.actor, "the actor")
    if len(acts) == 2:
        actor_detail.acting(index, filters, *acts)

for entity in [key for key in index.names if key in filters.actors]:
    actor_detail.show(index, filters, entity)
