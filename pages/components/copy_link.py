"""A button that copies the address: filters, page, and whatever is chosen on it."""

from __future__ import annotations

import streamlit as st

_HTML = '<button type="button">Copy link</button><input readonly hidden aria-label="The link to this view">'
_CSS = """
button, input { font: inherit; font-size: 0.875em; width: 100%; box-sizing: border-box; padding: 0.4rem; }
button, input { color: var(--st-text-color); background: var(--st-background-color); }
button, input { border: 1px solid var(--st-border-color); border-radius: var(--st-base-radius); }
button { cursor: pointer; }
button:hover, button:focus-visible { border-color: var(--st-primary-color); color: var(--st-primary-color); }
button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
"""
_JS = """
export default function ({ parentElement: root }) {
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
  button.addEventListener("click", copy);
  return () => button.removeEventListener("click", copy);
}
"""

_button = st.components.v2.component("variorum_copy_link", html=_HTML, css=_CSS, js=_JS)


def button() -> None:
    """Draws the button."""
    _button(key="copy_link", height="content")
