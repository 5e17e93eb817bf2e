"""Paste or upload articles: read first, then asked for what is missing, then put on this session's table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from core.model import Article
from core.text.read import MAX_BYTES, Reading, collect, read_each
from core.views import words
from pages import corpus
from pages.components import state

FORMS = ["txt", "md", "html", "htm", "json", "jsonl", "csv", "zip"]
_STAGED = "staged"


def form() -> None:
    """Draws the two ways in, and what was read and waits to be put on the table."""
    upload, paste = st.tabs(["Upload files", "Paste text"])
    with upload:
        _upload()
    with paste:
        _paste()
    staged: Reading | None = st.session_state.get(_STAGED)
    if staged is not None:
        _review(staged)
    for line in st.session_state.pop("brought_note", []):
        st.success(state.escape(line), icon=":material/check:")


def _upload() -> None:
    files = st.file_uploader(
        "Text, Markdown, HTML, JSON, JSONL, CSV, or a zip of them",
        type=FORMS,
        accept_multiple_files=True,
        key=f"upload_{st.session_state.get('upload_round', 0)}",
        help=f"A file may have up to {MAX_BYTES // 1_000_000} MB, a zip archive up to 50 MB.",
    )
    if st.button("Read the files", disabled=not files, icon=":material/upload_file:"):
        st.session_state[_STAGED] = collect(item for file in files for item in read_each(file.name, file.getvalue()))
        st.rerun()


def _paste() -> None:
    with st.form("paste", clear_on_submit=True, border=False):
        text = st.text_area("The article's text", height=180, key="paste_text")
        title = st.text_input("What to call it", key="paste_title", max_chars=80, placeholder="pasted")
        if st.form_submit_button("Read the text", icon=":material/content_paste:") and text.strip():
            name = "".join(c if c.isalnum() or c in " -_" else "-" for c in title).strip() or "pasted"
            st.session_state[_STAGED] = collect(read_each(f"{name}.txt", text.encode("utf-8", "replace")))
            st.rerun()


def _review(staged: Reading) -> None:
    """What was read, with its date and source to be corrected or filled in, and a line for each that failed."""
    for error in staged.errors[:20]:
        st.error(state.escape(str(error)), icon=":material/error:")
    if len(staged.errors) > 20:
        st.error(f"… and {len(staged.errors) - 20} more inputs that could not be read.")
    for note in staged.notes[:5]:
        st.info(state.escape(note))
    if not staged.articles:
        return
    missing = sum(a.published is None for a in staged.articles)
    st.markdown(f"**Read: {words.counted(len(staged.articles), 'article')}.**")
    if missing:
        st.caption(f"{missing} without a date of publication: fill it in, or their relative dates stay unresolved.")
    edited = st.data_editor(
        _frame(staged.articles), hide_index=True, width="stretch", disabled=["Name", "Begins"], key="staged_table",
        column_config={
            "Name": st.column_config.Column(width=110),
            "Published": st.column_config.DateColumn(format="YYYY-MM-DD", width=100),
            "Source": st.column_config.Column(width=110),
        },
    )  # fmt: skip
    add, instead, drop = st.columns(3)
    if add.button("Add", type="primary", width="stretch", help="To what is on the table"):
        _put((*corpus.current().articles, *_completed(staged.articles, edited)))
    if instead.button("Use alone", width="stretch", help="In place of what is on the table"):
        _put(tuple(_completed(staged.articles, edited)))
    drop.button("Discard", width="stretch", on_click=_unstage)


def _frame(articles: tuple[Article, ...]) -> pd.DataFrame:
    rows = [
        {
            "Name": article.name,
            "Published": article.published,
            "Source": article.source or "",
            "Begins": article.text[article.header.end :].strip()[:80],
        }
        for article in articles
    ]
    return pd.DataFrame(rows)


def _completed(articles: tuple[Article, ...], edited: pd.DataFrame) -> list[Article]:
    """The articles with the dates and sources that the reader filled in."""
    rows = zip(articles, edited["Published"], edited["Source"], strict=True)
    return [
        _complete(article, _day(published), str(source or "").strip() or None) for article, published, source in rows
    ]


def _day(value: Any) -> date | None:
    return None if pd.isna(value) else pd.Timestamp(value).date()


def _complete(article: Article, published: date | None, source: str | None) -> Article:
    if (published, source) == (article.published, article.source):
        return article
    notes = tuple(n for n in article.notes if not n.startswith("no publication date"))
    return replace(article, published=published, source=source, notes=(*notes, "date or source filled in by hand"))


def _put(articles: tuple[Article, ...]) -> None:
    unique = tuple({article.id: article for article in articles}.values())
    bar = st.progress(0.0, f"Reading {words.counted(len(unique), 'article')}…")
    step = max(1, len(unique) // 50)

    def progress(count: int) -> None:
        if count % step == 0 or count == len(unique):
            last = "comparing…" if count == len(unique) else "reading…"
            bar.progress(count / len(unique), f"{count:,} of {len(unique):,}: {last}")

    corpus.put(unique, progress)
    st.session_state["brought_note"] = [f"{words.counted(len(unique), 'article')} on the table."]
    _unstage()
    st.rerun()


def _unstage() -> None:
    st.session_state.pop(_STAGED, None)
    st.session_state["upload_round"] = st.session_state.get("upload_round", 0) + 1
