"""The raw text, faithful to the character, with what was found in it."""

import streamlit as st

from core.views import reader
from pages import shell
from pages.components import reader_view, state

DEFAULT_LAYERS = ["events", "claims", "dates"]


def _chosen() -> None:
    state.choose("article", st.session_state["reader_choice"])
    state.choose("span", [])


index, filters = shell.view()
st.html("<h1>Reader</h1>")
if not index.documents:
    st.info("Nothing is on the table yet: add articles on the page “Articles”.", icon=":material/upload_file:")
    state.end()

pool = [a for a in index.documents if not filters.articles or a in filters.articles] or list(index.documents)
asked = state.resolve("article", index.article, "the article")[:2] or pool[:1]
state.show("reader_choice", [index.labels[a] for a in asked])
choices = st.container(horizontal=True, vertical_alignment="bottom")
choices.multiselect(
    "Article",
    list(index.labels.values()),
    key="reader_choice",
    on_change=_chosen,
    max_selections=2,
    help="One, or two side by side: a click on an event of one shows how the other reports it.",
    width=320,
)
layers = choices.pills(
    "Layers",
    list(reader.LAYERS),
    selection_mode="multi",
    default=DEFAULT_LAYERS,
    key="layers",
    bind="query-params",
    help="What is marked in the text; hover over a mark for its meaning.",
    width="content",
)

spans = state.given("span")
for number, (column, article) in enumerate(zip(reader_view.columns(len(asked)), asked, strict=True)):
    with column:
        focus = reader.parse_span(spans[0], len(index.documents[article].text)) if spans and number == 0 else None
        if spans and number == 0 and focus is None:
            state.choose("span", [])
            st.warning("The link points to characters that this text does not have.", icon=":material/link_off:")
        page = reader.page(index, article, frozenset(layers), filters, focus)
        reader_view.show(page, article, index.labels[article], focus)
