"""The main script: names the pages, draws what stands around them, and runs the one asked for."""

from contextlib import suppress
from pathlib import Path

import streamlit as st

from pages import shell
from pages.components import state

st.set_page_config(page_title="Variorum", page_icon=Path(__file__).parent / "components" / "icon.svg", layout="wide")

pages = [
    st.Page("overview.py", title="Overview", icon=":material/home:", default=True),
    st.Page("timeline.py", title="Timeline", icon=":material/timeline:"),
    st.Page("actors.py", title="Actors", icon=":material/groups:"),
    st.Page("comparison.py", title="Comparison", icon=":material/compare:"),
    st.Page("reader.py", title="Reader", icon=":material/article:"),
    st.Page("articles.py", title="Articles", icon=":material/library_add:"),
    st.Page("export.py", title="Export", icon=":material/download:"),
]
page = st.navigation(pages, position="top")
shell.prepare()
notices = st.container()
try:
    with suppress(state.PageEnded):
        page.run()
finally:  # a page may fail, and may have found that the link cannot be followed
    with notices:
        state.show_notices()
    shell.footer()
