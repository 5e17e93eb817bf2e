"""Every table as a file, with its columns explained and where it comes from."""

import streamlit as st

from core.export import FORMATS
from core.schema import TABLES
from core.views import takeaway
from core.views.filters import Filters
from pages import shell, version

MEANING = {
    "events": "one row an event: who, whom, where, when, how many, who says so",
    "actors": "one row a mention of an actor, with the reason why it is that actor",
    "places": "one row a mention of a place, located",
    "timexes": "one row a date expression",
    "claims": "one row a claim of harm to people",
    "alignments": "pairs of statements that tell of the same, with their score's reasons",
    "clusters": "one row a happening",
    "discrepancies": "one row a difference between reports, with every reading",
}

index, filters = shell.view()
st.html("<h1>Export</h1>")
only = st.toggle(
    "Only what passes the filter",
    value=True,
    key="filtered",
    disabled=not filters.active,
    help="Of actors only the filters on articles and actors apply, of places and timexes only that on articles.",
)
used = filters if only else Filters()
sizes = takeaway.sizes(index, used)
st.dataframe(
    [{"Table": name, "Rows": sizes[name], "Columns": len(TABLES[name]), "Holds": MEANING[name]} for name in TABLES],
    hide_index=True,
    width="stretch",
    alt="The tables with their numbers of rows",
)
names = st.multiselect("Tables", list(TABLES), default=list(TABLES), key="export_tables")
form = st.segmented_control("Format", FORMATS, default="csv", key="format", bind="query-params", required=True) or "csv"
st.download_button(
    "Download",
    lambda: takeaway.bundle(index, used, names, form, version.stamp(index, used)),
    file_name=f"variorum-{form}.zip",
    mime="application/zip",
    on_click="ignore",
    disabled=not names,
    icon=":material/download:",
    type="primary",
)
st.caption(
    "One zip archive: the tables, columns.csv (what each column means) and about.json (version, day, filter, and the "
    "SHA-256 of each article's text). The page “Comparison” has its own file, fit to print."
)
with st.expander("What the columns mean", on_change="rerun", key="columns_meaning") as meanings:
    for name in names if meanings.open else []:
        st.markdown(f"**{name}**")
        rows = [
            {"Column": c.name, "Type": c.type, "May be empty": c.nullable, "Meaning": c.meaning} for c in TABLES[name]
        ]
        st.dataframe(rows, hide_index=True, width="stretch", alt=f"Columns of the table {name}")
