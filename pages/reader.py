"""The raw text, faithful to the character, with what was found in it."""

import streamlit as st

from core.views import reader, words
from core.views.filters import select
from pages import shell
from pages.components import reader_view, state

DEFAULT_LAYERS = ["events", "claims", "dates"]


def _chosen() -> None:
    state.choose("article", st.session_state["reader_choice"])
    state.choose("span", [])


index, filters = shell.view()
st.title("Reader", anchor=False)
if not index.documents:
    st.info("Nothing is on the table yet: add articles on the page “Articles”.", icon=":material/upload_file:")
    st.stop()

pool = [a for a in index.documents if not filters.articles or a in filters.articles] or list(index.documents)
asked = state.resolve("article", index.article, "the article")[:2] or pool[:1]
st.session_state["reader_choice"] = [index.labels[a] for a in asked]
choices = st.container(horizontal=True, vertical_alignment="bottom")
choices.multiselect(
    "Article",
    list(index.labels.values()),
    key="reader_choice",
    on_change=_chosen,
    max_selections=2,
    help="One, or two side by side.",
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

kept = {event.id for event in select(index, filters)}
for number, (column, article) in enumerate(zip(st.columns(len(asked)), asked, strict=True)):
    with column:
        document = index.documents[article]
        spans = state.given("span")
        focus = reader.parse_span(spans[0], len(document.text)) if spans and number == 0 else None
        if spans and number == 0 and focus is None:
            state.choose("span", [])
            st.warning("The link points to characters that this text does not have.", icon=":material/link_off:")
        facts = [
            index.labels[article],
            document.article.title or "",
            document.article.source or "",
            f"published {words.day(document.article.published)}"
            if document.article.published
            else "no publication date",
            words.counted(len(document.text), "character"),
            *document.article.notes,
        ]
        st.text(" · ".join(f for f in facts if f))
        hidden = sum(event.id not in kept for event in index.article_events.get(article, ()))
        if hidden:
            st.caption(f"The filter leaves out {words.counted(hidden, 'event')} of this article: dashed in the margin.")
        page = reader.page(index, article, frozenset(layers), filters, focus)
        reader_view.show(page, article, index.labels[article], focus)
