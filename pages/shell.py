"""What stands around every page: the filters in the sidebar, the style of shown text, notices, and the footer."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import streamlit as st

from core.views import words
from core.views.filters import Filters
from core.views.index import Index
from pages import corpus, style
from pages.components import links, state

FILTER_KEYS = ("from", "to", "undated", "actors", "articles", "types", "q")
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2099, 12, 31)
MAX_ACTORS = 400  # options of the actor filter: those named most


class View(NamedTuple):
    """What a page works on: everything found in the articles on the table, and the filters."""

    index: Index
    filters: Filters


def view() -> View:
    """The view that the router prepared for this run."""
    prepared: View = st.session_state["view"]
    return prepared


def prepare() -> None:
    """Draws the sidebar and keeps the view for the page."""
    index = corpus.current().index
    st.html(style.IMPORT)
    _check_link(index)
    with st.sidebar:
        links.bar(FILTER_KEYS)
        st.session_state["view"] = View(index, _filters(index))


def _actor_options(index: Index) -> list[str]:
    counts: dict[str, int] = {}
    for link in index.analysis.actors:
        counts[link.target.id] = counts.get(link.target.id, 0) + 1
    ranked = sorted(index.names, key=lambda key: (-counts.get(key, 0), index.names[key]))
    return [index.names[key] for key in ranked[:MAX_ACTORS]]


def _article_options(index: Index) -> list[str]:
    return list(index.labels.values())


def _type_options(index: Index) -> list[str]:
    present = {event.trigger.type for event in index.analysis.events}
    return [t.lower() for t in words.TYPES if t in present]


def _check_link(index: Index) -> None:
    """Once a session: says which values of a shared link stand for nothing among the articles on the table."""
    if st.session_state.get("link_checked"):
        return
    st.session_state["link_checked"] = True
    known = {
        "actors": set(index.names.values()),
        "articles": set(index.labels.values()),
        "types": set(_type_options(index)),
    }
    for name, values in known.items():
        for value in st.query_params.get_all(name):
            if value and value not in values:
                state.notice(f"The link filters {name} by “{value}”, which is not among what is loaded: left out.")
    for name in ("from", "to"):
        value = st.query_params.get(name)
        if value and not _is_day(value):
            state.notice(f"The link's day “{value}” is none (YYYY-MM-DD is expected): left out.")


def _is_day(value: str) -> bool:
    try:
        return FIRST_DAY <= date.fromisoformat(value) <= LAST_DAY
    except ValueError:
        return False


def _filters(index: Index) -> Filters:
    start, end = _day("From", "from"), _day("To", "to")
    if start and end and start > end:
        start, end = end, start
        state.notice("The range of days was reversed: read the other way round.")
    st.toggle("Include undated", value=True, key="undated", bind="query-params", help=_UNDATED)
    actors = st.multiselect(
        "Actors", index.cached(_actor_options), key="actors", bind="query-params", help=_ACTORS, placeholder="Anyone"
    )
    articles = st.multiselect(
        "Articles",
        index.cached(_article_options),
        key="articles",
        bind="query-params",
        placeholder="All",
        help="Only what these articles report.",
    )
    types = st.multiselect(
        "Event types", index.cached(_type_options), key="types", bind="query-params", placeholder="All", help=_TYPES
    )
    text = st.text_input("Words in the sentence", key="q", bind="query-params", max_chars=100, placeholder="Any words")
    st.button("Clear filters", key="clear", on_click=_clear, width="stretch")
    keys = frozenset(key for name in actors if (key := index.actor(name)))
    chosen = frozenset(key for label in articles if (key := index.article(label)))
    return Filters(
        start, end, keys, chosen, frozenset(t.upper() for t in types), st.session_state["undated"], text.strip()
    )


def _day(label: str, key: str) -> date | None:
    return st.date_input(
        label,
        value=None,
        key=key,
        bind="query-params",
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="YYYY-MM-DD",
        help="An event whose day is only bounded passes if it may lie in the range.",
    )


def _clear() -> None:
    empty: dict[str, object] = {
        "from": None,
        "to": None,
        "undated": True,
        "actors": [],
        "articles": [],
        "types": [],
        "q": "",
    }
    st.session_state.update(empty)


_UNDATED = "Events whose day no text states: known only to lie on or before the day of the report, or not dated at all."
_ACTORS = "Events in which one of these acts, is acted on, or is named in the sentence."
_TYPES = "PLOVER's types of events. " + " · ".join(f"**{t.lower()}** {meaning}" for t, meaning in words.TYPES.items())


def footer() -> None:
    """The credit that the gazetteer's licence asks for."""
    st.html(
        '<p class="v-muted v-footer">'
        "Place names and coordinates: GeoNames, CC BY 4.0, adapted. Event types: PLOVER. "
        "Everything is computed on this server; nothing is sent elsewhere.</p>"
    )
