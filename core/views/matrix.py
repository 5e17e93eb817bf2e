"""Who acts on whom as a table: every row and column named, every number a link to its events."""

from __future__ import annotations

from html import escape

import pandas as pd

from core.views import actors, words
from core.views.filters import Filters
from core.views.index import Index
from core.views.markup import link, tag

_SHADES = 4
_MAX_LABEL = 34


def section(index: Index, filters: Filters) -> str:
    """The matrix of the events that pass `filters`, with its heading and how to read it."""
    return index.cached(_section, filters)


def _section(index: Index, filters: Filters) -> str:
    counts = actors.matrix(index, filters)
    if counts.empty:
        told, shown = "No event under this filter names both who acts and on whom.", ""
    else:
        told = "Events in which the row acts on the column: follow a number to them. A clash counts for both sides."
        shown = table(index, counts)
    return tag("h2", "Who acts on whom", cls="v-first") + tag("p", told, cls="v-muted") + shown


def table(index: Index, counts: pd.DataFrame) -> str:
    """`counts` (rows act on columns, by entity id) as escaped HTML; an empty cell is no event."""
    most = max(1, int(counts.to_numpy().max()))
    heads = "".join(tag("th", tag("span", _name(index, c)), scope="col", title=index.names[c]) for c in counts.columns)
    corner = tag("td", "acts ↓ · on whom →", cls="v-corner")
    body = "".join(
        _row(index, str(actor), {str(k): int(n) for k, n in numbers.items()}, most)
        for actor, numbers in counts.iterrows()
    )
    return tag("div", tag("table", tag("tr", corner + heads) + body, cls="v-matrix"), cls="v-scroll", tabindex="0",
               role="region", aria_label="Who acts on whom")  # fmt: skip


def _row(index: Index, actor: str, numbers: dict[str, int], most: int) -> str:
    cells = "".join(_cell(index, actor, recipient, number, most) for recipient, number in numbers.items())
    return tag("tr", tag("th", _name(index, actor), scope="row", title=index.names[actor]) + cells)


def _cell(index: Index, actor: str, recipient: str, number: int, most: int) -> str:
    if not number:
        return tag("td")
    who, whom = index.names[actor], index.names[recipient]
    told = f"{who} → {whom}: {words.counted(number, 'event')}"
    shade = -(-number * _SHADES // most)
    return tag("td", link("actors", str(number), acts=[who, whom], title=told), cls=f"v-shade-{shade}")


def _name(index: Index, key: str) -> str:
    name = index.names[key]
    return escape(name if len(name) <= _MAX_LABEL else name[: _MAX_LABEL - 1].rstrip() + "…")
