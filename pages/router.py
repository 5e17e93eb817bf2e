"""The main script: names the pages, draws what stands around them, and runs the one asked for."""

from pathlib import Path

import streamlit as st

from pages import shell
from pages.components import navigator, state

st.set_page_config(page_title="Variorum", page_icon=Path(__file__).parent / "components" / "icon.svg", layout="wide")

pages = [
    st.Page("overview.py", title="Overview", default=True),
    st.Page("timeline.py", title="Timeline"),
    st.Page("actors.py", title="Actors"),
    st.Page("comparison.py", title="Comparison"),
    st.Page("reader.py", title="Reader"),
    st.Page("articles.py", title="Articles"),
    st.Page("export.py", title="Export"),
]
page = st.navigation(pages, position="top")
navigator.listen(shell.FILTER_KEYS)
shell.prepare()
notices, body = st.container(), st.container()
shell.footer()
try:
    with body:
        page.run()
finally:  # a page may stop early, and may have found that the link cannot be followed
    with notices:
        state.show_notices()
