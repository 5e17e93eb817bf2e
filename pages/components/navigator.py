"""Links inside shown text lead to other pages of the same session, without loading the dashboard anew."""

from __future__ import annotations

import streamlit as st

# A link is followed as the browser's own Back and Forward are: a new address, then the event that tells Streamlit of
# it. So the entry left behind keeps its state, and articles that only this session has stay on the table.
_JS = """
export default function ({ data }) {
  const follow = (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((node) => node.matches && node.matches("a.v-go"));
    if (!link) return;
    event.preventDefault();
    const target = new URL(link.getAttribute("href"), window.location.href);
    const here = new URLSearchParams(window.location.search);
    for (const name of data.kept) {
      for (const value of here.getAll(name)) target.searchParams.append(name, value);
    }
    window.history.pushState({}, "", target);
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  };
  document.addEventListener("click", follow);
  return () => document.removeEventListener("click", follow);
}
"""

_navigator = st.components.v2.component("variorum_navigator", js=_JS)


def listen(kept: tuple[str, ...]) -> None:
    """Follows clicks on links of class v-go; the query parameters `kept` (the filters) are carried along."""
    _navigator(key="navigator", height=1, data={"kept": list(kept)})
