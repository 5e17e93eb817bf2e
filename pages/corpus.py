"""The articles on the table: the seeds for everyone, and what a visitor brought for that visitor's session alone.

The environment variable VARIORUM_ARTICLES names another folder to start with than `seeds/`.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import streamlit as st

from core.errors import ReadingError
from core.model import Article
from core.pipeline import analyse
from core.text.read import read_articles
from core.views.index import Index

SEEDS = Path(os.environ.get("VARIORUM_ARTICLES") or Path(__file__).parent.parent / "seeds")
_KEY = "brought_corpora"
_READ = Event()  # the seeds are there: no visitor has to be asked to wait


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles with what was found in them, and the inputs that could not be read."""

    articles: tuple[Article, ...]
    index: Index = field(repr=False)
    errors: tuple[ReadingError, ...] = ()


@st.cache_resource(show_spinner=False)
def seeds() -> Corpus:
    """The articles in `seeds/`, analysed once for all sessions; treat as immutable.

    What was found stays for good, so the garbage collector is told never to walk through it again: with a thousand
    articles each of its full collections would stop all sessions for the better part of a second.
    """
    found = read_articles([SEEDS])
    corpus = Corpus(found.articles, Index(analyse(found.articles)), found.errors)
    gc.collect()
    gc.freeze()
    _READ.set()
    return corpus


def _steps() -> list[Corpus]:
    """What this session brought, step by step; the last is on the table. Lives and dies with the session."""
    steps: list[Corpus] = st.session_state.setdefault(_KEY, [])
    return steps


def current() -> Corpus:
    """What is on the table in this session."""
    steps = _steps()
    if steps:
        return steps[-1]
    with nullcontext() if _READ.is_set() else st.spinner("Reading the articles…"):
        return seeds()


def brought() -> bool:
    """Whether this session has articles of its own on the table."""
    return bool(_steps())


def put(articles: tuple[Article, ...], progress: Callable[[int], object] | None = None) -> Corpus:
    """Puts these articles on the table of this session in place of what lay there; `undo` takes that back."""
    corpus = Corpus(articles, Index(analyse(articles, progress)))
    _steps().append(corpus)
    return corpus


def undo() -> None:
    """Takes the last step back."""
    if _steps():
        _steps().pop()


def reset() -> None:
    """Puts the seeds back on the table."""
    st.session_state[_KEY] = []
