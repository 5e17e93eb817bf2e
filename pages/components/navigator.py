"""Links inside shown text lead to other pages of the same session, without loading the dashboard anew."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

import streamlit as st
from streamlit.navigation.page import StreamlitPage

_JS = """
export default function ({ setTriggerValue }) {
  const follow = (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((node) => node.matches && node.matches("a.v-go"));
    if (!link) return;
    event.preventDefault();
    setTriggerValue("followed", link.getAttribute("href"));
  };
  document.addEventListener("click", follow);
  return () => document.removeEventListener("click", follow);
}
"""

_navigator = st.components.v2.component("variorum_navigator", js=_JS)


def follow(pages: Mapping[str, StreamlitPage]) -> None:
    """Listens for a click on a link with class v-go and opens its page with its state."""
    followed = _navigator(key="navigator", height=1, on_followed_change=lambda: None).followed
    if not followed:
        return
    parts = urlsplit(followed)
    page = pages.get(parts.path)
    if page is not None:
        query = parse_qs(parts.query)
        for name in query:
            st.session_state.pop(f"last_{name}", None)
        st.switch_page(page, query_params=query)
