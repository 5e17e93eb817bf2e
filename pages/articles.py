"""What is on the table, and how to bring articles of one's own: for this session only."""

import streamlit as st

from core.views import overview, words
from core.views.filters import Filters
from pages import corpus, shell
from pages.components import bring, state

index, _ = shell.view()
st.html("<h1>Articles</h1>")
left, right = st.columns([3, 2], gap="large")

with left:
    st.header("On the table", anchor=False)
    own = (
        "brought in this session: nobody else sees them, and they are gone when it ends"
        if corpus.brought()
        else "the seeds"
    )
    st.caption(f"{words.counted(len(index.documents), 'article')}, {own}.")
    frame = overview.articles(index, Filters())
    st.dataframe(
        frame.loc[:, [name for name in frame if frame[name].astype(bool).any()]],
        hide_index=True,
        width="stretch",
        alt="The articles on the table",
        column_config={
            "Article": st.column_config.Column(width="small"),
            "Published": st.column_config.Column(width="small"),
            "Begins": st.column_config.Column(width="large"),
        },
    )
    undo, seeds = st.columns(2)
    undo.button(
        "Undo the last step",
        on_click=corpus.undo,
        disabled=not corpus.brought(),
        icon=":material/undo:",
        width="stretch",
    )
    seeds.button(
        "Back to the seeds",
        on_click=corpus.reset,
        disabled=not corpus.brought(),
        icon=":material/restart_alt:",
        width="stretch",
    )
    if errors := corpus.current().errors:
        st.warning("  \n".join(state.escape(str(error)) for error in errors), icon=":material/error:")

with right:
    st.header("Bring your own", anchor=False)
    bring.form()
