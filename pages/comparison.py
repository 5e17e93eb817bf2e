"""Articles side by side: shared happenings in rows, differing words marked, differences named."""

from html import escape

import streamlit as st

from core.views import comparison, comparison_html, difference, takeaway, words
from pages import shell, version
from pages.components import state

MAX_COMPARED = 4
ROWS_SHOWN = 40


def _chosen() -> None:
    state.choose("compare", st.session_state["compare_choice"])


index, filters = shell.view()
st.title("Comparison", anchor=False)
if len(index.documents) < 2:
    st.info("Two articles or more are needed: add some on the page “Articles”.", icon=":material/upload_file:")
    st.stop()

asked = state.resolve("compare", index.article, "the article")[:MAX_COMPARED]
if not asked:
    pool = [a for a in index.documents if not filters.articles or a in filters.articles]
    best = next((s[:2] for s in comparison.suggested(index) if set(s[:2]) <= set(pool)), tuple(pool[:2]))
    asked = list(best)
st.session_state["compare_choice"] = [index.labels[a] for a in asked]
st.multiselect(
    "Articles to compare",
    list(index.labels.values()),
    key="compare_choice",
    on_change=_chosen,
    max_selections=MAX_COMPARED,
    help="Two to four; the first is what the others' words are held against.",
)
if len(index.documents) > 2:
    with st.expander("Pairs that share most"):
        st.html("".join(comparison_html.suggestion(index, a, b, n) for a, b, n in comparison.suggested(index)))
if len(asked) < 2:
    st.info("Choose a second article.", icon=":material/compare:")
    st.stop()

found = comparison.compare(index, tuple(asked), filters)
st.html(f'<p class="v-head"><strong>{escape(comparison.head(index, found))}</strong></p>')
st.html(comparison_html.KEY)
st.download_button(
    "Download as one file to print",
    lambda: takeaway.comparison_file(index, tuple(asked), filters, version.stamp(index, filters)),
    file_name="comparison.html",
    mime="text/html",
    on_click="ignore",
    icon=":material/print:",
)
st.header("What they share", anchor=False)
if found.rows:
    st.html("".join(comparison_html.row(index, row) for row in found.rows[:ROWS_SHOWN]))
else:
    st.caption("No happening is told by both under this filter.")
if len(found.rows) > ROWS_SHOWN:
    st.caption(f"The {ROWS_SHOWN} happenings with most statements; filter to see the rest of {len(found.rows)}.")
if found.beyond:
    st.header("Differences beyond the shared happenings", anchor=False)
    st.html(difference.listed(index, found.beyond, asked))
if found.passages:
    st.header("Sentences that match without a shared event", anchor=False)
    st.html(comparison_html.passages(index, found))

st.header("What only one reports", anchor=False)
for column, (article, happenings) in zip(st.columns(len(found.alone)), found.alone.items(), strict=True):
    with column:
        st.html(f"<h3>{escape(index.labels[article])} alone: {words.counted(len(happenings), 'happening')}</h3>")
        st.html(comparison_html.alone(index, article, happenings[:ROWS_SHOWN]))
