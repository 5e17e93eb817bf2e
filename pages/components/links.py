"""The head of the sidebar, with a button that copies the address; and links in shown text that keep the session.

One component does both, since every element of a page is drawn anew after every click.
"""

from __future__ import annotations

import streamlit as st

_HTML = """
<div class="bar"><h2>Filters</h2><button type="button">Copy link</button></div>
<input readonly hidden aria-label="The link to this view">
"""
_CSS = """
.bar { display: flex; justify-content: space-between; align-items: center; gap: 0.5rem; }
h2 { font-size: 1rem; font-weight: 600; margin: 0; }
button, input { font: inherit; font-size: 0.875em; box-sizing: border-box; padding: 0.2rem 0.6rem; }
button, input { color: var(--st-text-color); background: var(--st-background-color); }
button, input { border: 1px solid var(--st-border-color); border-radius: var(--st-base-radius); }
input { width: 100%; margin-top: 0.4rem; }
button { cursor: pointer; }
button:hover, button:focus-visible { border-color: var(--st-primary-color); color: var(--st-primary-color); }
button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
"""
# A link is followed as the browser's own Back and Forward are: a new address, then the event that tells Streamlit of
# it. So the entry left behind keeps its state, and articles that only this session has stay on the table.
_JS = """
export default function ({ data, parentElement: root }) {
  const button = root.querySelector("button");
  const shown = root.querySelector("input");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy link"; }, 2000);
    } catch {
      shown.hidden = false;
      shown.value = window.location.href;
      shown.select();
    }
  };
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
  const live = new AbortController();
  root.live?.abort();
  root.live = live;
  button.addEventListener("click", copy, { signal: live.signal });
  document.addEventListener("click", follow, { signal: live.signal });
  return () => live.abort();
}
"""

_links = st.components.v2.component("variorum_links", html=_HTML, css=_CSS, js=_JS)


def bar(kept: tuple[str, ...]) -> None:
    """Draws the head; follows clicks on links of class v-go, which carry the query parameters `kept` (the filters)."""
    _links(key="links", height="content", data={"kept": list(kept)})
