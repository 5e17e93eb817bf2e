"""The Reader's text and margin: a component that puts every piece in place as text, never as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import streamlit as st

import core.views
from core.model import Span
from core.views.reader import Page

HERE = Path(__file__).parent
_HTML = """
<div class="frame">
<p class="facts"></p>
<div class="bar"><label>Find in text <input type="search" class="find"></label>
<span class="found" role="status"></span>
<button type="button" class="copy" hidden>Copy a link to the selected words</button></div>
<div class="sheet"><div class="text v-article" tabindex="0" role="region" aria-label="The article's text"></div>
<aside class="margin" aria-label="Events in this article"></aside></div>
</div>
"""
_CSS = (Path(core.views.__file__).parent / "style.css").read_text(encoding="utf-8") + (
    HERE / "reader_view.css"
).read_text(encoding="utf-8")

_reader = st.components.v2.component(
    "variorum_reader", html=_HTML, css=_CSS, js=(HERE / "reader_view.js").read_text(encoding="utf-8")
)


def columns(count: int) -> Sequence[AbstractContextManager[object]]:
    """Where each of `count` articles stands."""
    return st.columns(count) if count > 1 else [nullcontext()]


def show(page: Page, article: str, label: str, focus: Span | None) -> None:
    """Draws one article; `label` is what links call it."""
    pieces = [[p.text, p.classes, p.title, list(p.refs), p.start] for p in page.pieces]
    margin = [[m.id, m.title, m.facts, m.quad, m.dimmed, m.told, m.happening] for m in page.margin]
    where = {"label": label, "focus": list(focus) if focus else None}
    data = {"pieces": pieces, "margin": margin, "facts": page.facts, **where}
    _reader(key=f"reader-{article}", data=data, height="content")
