"""The URL is the state: page-local choices live in it, and what it cannot mean gives a notice, never an error."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NoReturn

import streamlit as st

_NOTICES = "notices"
REMEMBERED = ("article", "compare")  # choices that a page takes up again when the reader comes back to it


class PageEnded(Exception):  # noqa: N818 - no error: the page has said what there is to say
    """Raised by a page that ends early. After `st.stop` the router could draw neither notices nor footer."""


def end() -> NoReturn:
    """Ends the page here."""
    raise PageEnded


def notice(text: str) -> None:
    """Keeps a line for the top of the page that says what in the link could not be followed."""
    st.session_state.setdefault(_NOTICES, [])
    if text not in st.session_state[_NOTICES]:
        st.session_state[_NOTICES].append(text)


def show_notices() -> None:
    """Shows the lines once."""
    for text in st.session_state.pop(_NOTICES, []):
        st.warning(escape(text), icon=":material/link_off:")


def escape(text: str) -> str:
    """`text` so that Markdown shows it literally."""
    return "".join(f"\\{c}" if c.isascii() and not (c.isalnum() or c.isspace()) else c for c in text)


def given(name: str) -> list[str]:
    """The values that the URL has for a page-local choice; those that the session last had come back into it."""
    values = st.query_params.get_all(name)
    if not values and (remembered := st.session_state.get(f"last_{name}")):
        choose(name, remembered)
        return list(remembered)
    return values


def choose(name: str, values: Sequence[str]) -> None:
    """Writes a page-local choice to the URL."""
    if name in REMEMBERED:
        st.session_state[f"last_{name}"] = list(values)
    if list(values) == st.query_params.get_all(name):
        return
    if values:
        st.query_params[name] = list(values)
    else:
        st.query_params.pop(name, None)


def show(key: str, values: list[str]) -> None:
    """Sets what a widget shows, unless it does: a set value is drawn once more than one left alone."""
    if st.session_state.get(key) != values:
        st.session_state[key] = values


def resolve(name: str, find: Callable[[str], str | None], what: str) -> list[str]:
    """The ids behind the values that the URL has for `name`; a notice for each that stands for nothing here."""
    values = given(name)
    found: dict[str, str] = {}
    for value in values:
        key = find(value)
        if key is None:
            notice(f"The link asks for {what} “{value}”, which is not among what is loaded.")
        else:
            found.setdefault(key, value)
    if len(found) < len(values):
        choose(name, list(found.values()))
    return list(found)
