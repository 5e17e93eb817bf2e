"""Articles side by side: shared happenings in rows, differing words marked, differences named."""

import streamlit as st

from core.views import comparison, comparison_html, takeaway
from pages import shell, version
from pages.components import state

MAX_COMPARED = 4


def _chosen() -> None:
    state.choose("compare", st.session_state["compare_choice"])


index, filters = shell.view()
st.html("<h1>Comparison</h1>")
if len(index.documents) < 2:
    st.info("Two articles or more are needed: add some on the page “Articles”.", icon=":material/upload_file:")
    state.end()

asked = state.resolve("compare", index.article, "the article")[:MAX_COMPARED]
if not asked:
    pool = [a for a in index.documents if not filters.articles or a in filters.articles]
    best = next((s[:2] for s in comparison.suggested(index) if set(s[:2]) <= set(pool)), tuple(pool[:2]))
    asked = list(best)
state.show("compare_choice", [index.labels[a] for a in asked])
st.multiselect(
    "Articles to compare",
    list(index.labels.values()),
    key="compare_choice",
    on_change=_chosen,
    max_selections=MAX_COMPARED,
    help="Two to four; the first is what the others' words are held against.",
)
if len(asked) < 2:
    st.html(comparison_html.suggestions(index) or "<p></p>")
    st.info("Choose a second article.", icon=":material/compare:")
    state.end()

chosen = tuple(asked)
st.html(comparison_html.suggestions(index) + comparison_html.head(index, chosen, filters))
st.download_button(
    "Download as one file to print",
    lambda: takeaway.comparison_file(index, chosen, filters, version.stamp(index, filters)),
    file_name="comparison.html",
    mime="text/html",
    on_click="ignore",
    icon=":material/print:",
)
st.html(comparison_html.body(index, chosen, filters))
