"""Events by date; a click opens the card of what happened."""

import streamlit as st

from core.views import actors, card, timeline
from core.views.filters import select
from core.views.markup import tag
from pages import shell, version
from pages.components import figures, legend, state, timeline_view

MANY = 150  # events from which the strip of events per day is drawn
LANES = {"source": "Source", "actor": "Actor", "happening": "Happening"}


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
by = lanes or "source"
drawn = timeline.layout(index, filters, by)
chosen = state.resolve("event", lambda key: key if key in index.events else None, "an event")[:1]

if drawn.marks.empty:
    st.info("No dated event passes the filter. Widen the days, or clear the filters.", icon=":material/filter_alt_off:")
else:
    if len(index.events) > MANY:
        st.plotly_chart(
            index.cached(figures.density),
            key="density",
            on_select=_brushed,
            selection_mode="box",
            config={**figures.CONFIG, "displayModeBar": False},
            alt="All events per day; drag to choose a range of days",
        )
    st.html(
        legend.legend(drawn.marks["quad"], timeline.statuses(drawn.marks), shaded=bool(filters.start or filters.end))
    )
    timeline_view.show(index, filters, by, "".join(chosen), version.stamp(index, filters).line(index, filters))
told = (
    (drawn.unit, f"Each mark stands for all events of {drawn.unit} and lane: single ones would be too many."),
    (drawn.hidden_lanes, f"{drawn.hidden_lanes} lanes with fewer events are not drawn: filter to see them."),
    (drawn.undated, f"{drawn.undated} events without any date are not drawn: they stand in the table."),
)
if lines := "".join(tag("p", line, cls="v-muted") for true, line in told if true):
    st.html(lines)

for event in chosen:
    st.html(card.card(index, event))
    st.button("Close the card", on_click=state.choose, args=("event", []), icon=":material/close:")

with st.expander("The same as a table", on_change="rerun", key="timeline_table") as table:
    if table.open:
        rows = actors.event_rows(index, list(select(index, filters)))
        st.dataframe(rows, hide_index=True, width="stretch", alt="Events that pass the filter")
