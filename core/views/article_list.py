"""The articles that are on the table as escaped HTML, each with a link into the Reader."""

from __future__ import annotations

from html import escape

from core.views import overview
from core.views.filters import Filters
from core.views.index import Index
from core.views.markup import link, tag

MAX_LISTED = 20
_SHOWN = ("Published", "Source", "Begins", "Events", "Actors", "Notes")


def articles(index: Index, filters: Filters) -> str:
    """A small table, one row an article: all, or those with most events under `filters`, which is then said."""
    frame = overview.articles(index, filters)
    most = frame.nlargest(MAX_LISTED, "Events") if len(frame) > MAX_LISTED else frame
    rows = most.to_dict("records")
    shown = [name for name in _SHOWN if any(str(row[name]) for row in rows)]
    head = "".join(tag("th", name, scope="col") for name in ("Article", *shown))
    body = "".join(_row({str(k): str(v) for k, v in row.items()}, shown) for row in rows)
    told = f"The {len(rows)} with most events, of {len(frame):,}: the page Articles lists all."
    rest = tag("p", told, cls="v-muted") if len(rows) < len(frame) else ""
    return tag("table", tag("thead", tag("tr", head)) + tag("tbody", body), cls="v-table") + rest


def _row(values: dict[str, str], shown: list[str]) -> str:
    name = link("reader", values["Article"], article=values["Article"], title="Open it in the Reader")
    cells = "".join(tag("td", escape(values[column]), dir="auto") for column in shown)
    return tag("tr", tag("td", name) + cells)
