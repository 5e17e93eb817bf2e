"""What is loaded, and what is worth looking at first."""

import streamlit as st

from core.views import article_list, difference, happening_list, methods, overview, words
from core.views.markup import tag, tile
from pages import shell

index, filters = shell.view()
found = overview.summary(index, filters)

st.title("Variorum", anchor=False)
st.markdown(
    "News reports of the same happenings, side by side: where they **agree**, where they **differ**, "
    "and where they only **repeat** each other. Every statement leads to the exact words it came from."
)

tiles = (
    ("Articles", found.articles, "Reports on the table that pass the filter"),
    ("Events", found.events, "Statements of a happening: one trigger in one sentence"),
    ("Shared happenings", len(found.shared), "Happenings that more than one article reports"),
    ("Differences", len(found.differences), "Points on which reports of one happening do not say the same"),
    ("Copied passages", found.echoes, "Originals that stand in several articles: echoes, not confirmations"),
)
st.html(tag("div", "".join(tile(*values) for values in tiles), cls="v-tiles"))
if found.first:
    st.html(f'<p class="v-muted">Published {words.when_interval(found.first, found.last)}</p>')

if not index.documents:
    st.info("Nothing is on the table yet: add articles on the page “Articles”.", icon=":material/upload_file:")
    st.stop()

left, right = st.columns([3, 2], gap="large")
with left:
    st.header("Differences worth looking at first", anchor=False)
    st.html(
        difference.listed(index, found.differences[: happening_list.MAX_LISTED], readings=4)
        or '<p class="v-muted">No report differs from another on a happening that both tell of.</p>'
    )
with right:
    st.header("Told by several articles", anchor=False)
    st.html(
        happening_list.happenings(index, found.shared)
        or '<p class="v-muted">No happening is told by more than one article under this filter.</p>'
    )

st.header("Articles", anchor=False)
if found.articles <= article_list.MAX_LISTED:
    st.html(article_list.articles(index, filters))
else:
    st.dataframe(
        overview.articles(index, filters), hide_index=True, width="stretch", alt="The articles with their counts"
    )


with st.expander("How to read this"):
    st.markdown(
        """
- **Timeline** shows when things happened. A dotted tail to the left means *by that day*: the text states no day.
  Click a mark for its card.
- **Actors** shows who is named how often, under which names, and who acts on whom.
- **Comparison** lines articles up: shared happenings in rows, differing words marked, differences named.
- **Reader** shows an article's text, character by character, with what was found in it.
- An **event** is one word or phrase that names a happening, in one sentence. A **happening** is what several events
  report. Where two passages are copies of one original they count as **one** independent original.
- The filters on the left hold on every page and stand in the address: send the link, and a colleague sees the same.
"""
    )

with st.expander("How statements are lined up", on_change="rerun", key="methods") as how:
    if how.open:
        st.markdown(
            "Two statements are taken to tell of one happening when the sum of these features, each times its weight, "
            "is high enough. Every pair's own figures stand on the page Comparison, under its score."
        )
        st.dataframe(methods.features(), hide_index=True, width="stretch", alt="The features with their weights")
