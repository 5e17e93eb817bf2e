"""What is loaded, and what is worth looking at first."""

import streamlit as st

from core.views import overview_html
from pages import shell

index, filters = shell.view()
st.html(overview_html.body(index, filters))
if not index.documents:
    st.info("Nothing is on the table yet: add articles on the page “Articles”.", icon=":material/upload_file:")
