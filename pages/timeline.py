"""Events by date; a click opens the card of what happened."""

import streamlit as st

from core.views import actors, card, timeline
from core.views.filters import select
from pages import shell
from pages.components import figures, legend, state

MANY = 150  # marks from which the strip of events per day is drawn
LANES = {"source": "Source", "actor": "Actor", "happening": "Happening"}


def _clicked() -> None:
    points = st.session_state["timeline"].selection.points
    if points:
        state.choose("event", [points[0]["customdata"][0]])


def _brushed() -> None:
    boxes = st.session_state["density"].selection.box
    if boxes:
        first, last = sorted(str(x)[:10] for x in boxes[0]["x"])
        st.session_state["from"], st.session_state["to"] = map(shell.date.fromisoformat, (first, last))


index, filters = shell.view()
st.html("<h1>Timeline</h1>")
lanes = st.segmented_control(
    "One lane for each", list(LANES), default="source", key="lanes", bind="query-params", required=True
)
drawn = timeline.layout(index, filters, lanes or "source")

if drawn.marks.empty:
    st.info("No dated event passes the filter. Widen the days, or clear the filters.", icon=":material/filter_alt_off:")
else:
    st.html(legend.legend(drawn.marks["quad"], timeline.statuses(drawn.marks)))
    if len(drawn.marks) > MANY:
        st.plotly_chart(
            index.cached(figures.density, filters),
            key="density",
            on_select=_brushed,
            selection_mode="box",
            config=figures.CONFIG,
            alt="Events per day; drag to choose a range of days",
        )
    st.plotly_chart(
        index.cached(figures.timeline, filters, lanes or "source"),
        key="timeline",
        on_select=_clicked,
        selection_mode="points",
        config=figures.CONFIG,
        alt=f"{len(drawn.marks)} marks in {len(drawn.lanes)} lanes by date; the table below holds the same",
    )
for told, line in (
    (drawn.aggregated, f"More than {timeline.MAX_MARKS:,} marks: each now stands for all events of one day and lane."),
    (drawn.hidden_lanes, f"{drawn.hidden_lanes} lanes with fewer events are not drawn: filter to see them."),
    (drawn.undated, f"{drawn.undated} events without any date are not drawn: they stand in the table."),
):
    if told:
        st.caption(line)

for event in state.resolve("event", lambda key: key if key in index.events else None, "an event")[:1]:
    st.html(card.card(index, event))
    st.button("Close the card", on_click=state.choose, args=("event", []), icon=":material/close:")

with st.expander("The same as a table", on_change="rerun", key="timeline_table") as table:
    if table.open:
        rows = actors.event_rows(index, list(select(index, filters)))
        st.dataframe(rows, hide_index=True, width="stretch", alt="Events that pass the filter")
