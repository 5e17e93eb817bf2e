"""One actor: its names with the reasons, what is told of it, and what it is the source of."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import streamlit as st

from core.views import actor_html, actors, timeline
from core.views.filters import Filters
from core.views.index import Index
from core.views.markup import tag
from pages.components import figures, state


def show(index: Index, filters: Filters, entity: str) -> None:
    """Draws the section of one actor; only the open tab is worked out."""
    name = index.names[entity]
    st.header(state.escape(f"{name} – {index.entities[entity].kind}"), anchor=False)
    names, told, said, when = st.tabs(
        ["Names", "Told of it", "Said by it", "When"], on_change="rerun", key=f"tabs_{entity}"
    )
    if names.open:
        names.html(actor_html.surfaces(index, entity))
    if told.open:
        found = actors.told_of(index, filters, entity)
        told.html(actor_html.events(index, found) if found else _none("No event under this filter names it."))
    if said.open:
        found = actors.said_by(index, filters, entity)
        nothing = "No statement under this filter is ascribed to it."
        said.html(actor_html.events(index, found) if found else _none(nothing))
    if when.open:
        with when:
            _when(index, replace(filters, actors=frozenset({entity})), entity)


def _none(told: str) -> str:
    return tag("p", told, cls="v-muted")


def _when(index: Index, only: Filters, entity: str) -> None:
    if timeline.per_day(index, only).empty:
        st.html(_none("No dated event under this filter names it."))
        return
    st.plotly_chart(
        index.cached(figures.activity, only),
        key=f"when_{entity}",
        config=figures.CONFIG,
        alt="Its events per day by kind of act; the tab “Told of it” holds the same",
    )


def acting(index: Index, filters: Filters, actor: str, recipient: str) -> None:
    """The events behind one cell of the matrix."""
    found = actors.acting_on(index, filters, actor, recipient)
    head = tag("h3", escape(f"{index.names[actor]} → {index.names[recipient]}"))
    st.html(head + (actor_html.events(index, found) if found else _none("No event under this filter.")))
