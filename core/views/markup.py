"""Article text as escaped HTML: whatever the text holds, only our own tags reach the browser."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import urlencode

from core.model import Span


class Mark(NamedTuple):
    """A stretch of text to highlight: `classes` say how, `title` is the tooltip, `ref` the id of what it stands for."""

    span: Span
    classes: tuple[str, ...]
    title: str = ""
    ref: str = ""


class Segment(NamedTuple):
    """A stretch that the same marks cover throughout; the segments of a text are disjoint and cover it."""

    span: Span
    marks: tuple[Mark, ...]


def segments(span: Span, marks: Iterable[Mark]) -> list[Segment]:
    """`span` cut wherever a mark begins or ends; marks may overlap, nest, or reach beyond `span`."""
    inside = sorted((m for m in marks if m.span.overlaps(span)), key=lambda m: (m.span.start, -m.span.end))
    cuts = {span.start, span.end}
    cuts.update(edge for m in inside for edge in m.span if span.start < edge < span.end)
    edges = sorted(cuts)
    found: list[Segment] = []
    active: list[Mark] = []
    upcoming = 0
    for start, end in pairwise(edges):
        active = [m for m in active if m.span.end > start]
        while upcoming < len(inside) and inside[upcoming].span.start <= start:
            active.append(inside[upcoming])
            upcoming += 1
        found.append(Segment(Span(start, end), tuple(active)))
    return found


def marked(text: str, marks: Iterable[Mark] = (), span: Span | None = None) -> str:
    """The characters of `span` (all of `text` by default) escaped, each segment in one `<mark>` with its classes."""
    return "".join(_segment(text, s) for s in segments(span or Span(0, len(text)), marks))


def _segment(text: str, segment: Segment) -> str:
    surface = escape(segment.span.of(text))
    if not segment.marks:
        return surface
    classes = " ".join(dict.fromkeys(c for m in segment.marks for c in m.classes))
    title = " · ".join(dict.fromkeys(m.title for m in segment.marks if m.title))
    return tag("mark", surface, cls=classes, title=title)


def tag(name: str, inner: str = "", *, cls: str = "", **attributes: str) -> str:
    """One element; `inner` must be HTML already, attribute values are escaped, empty ones left out."""
    values = {"class": cls, **attributes}
    written = "".join(f' {k.replace("_", "-")}="{escape(v)}"' for k, v in values.items() if v)
    return f"<{name}{written}>{inner}</{name}>"


def fold(summary: str, inner: str, *, cls: str = "v-fold") -> str:
    """`inner` (HTML) behind a line of plain text that opens it."""
    return tag("details", tag("summary", escape(summary)) + inner, cls=cls)


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A plain table of plain values, with a head."""
    head = tag("tr", "".join(tag("th", escape(name), scope="col") for name in columns))
    body = "".join(tag("tr", "".join(tag("td", escape(str(v)), dir="auto") for v in row)) for row in rows)
    return tag("table", tag("thead", head) + tag("tbody", body), cls="v-table")


def link(page: str, label: str, *, cls: str = "v-go", title: str = "", **query: str | Sequence[str]) -> str:
    """A link to another page of the dashboard, with the state that it should open in; `label` is plain text."""
    address = f"{page}?{urlencode(query, doseq=True)}"
    return tag("a", escape(label), cls=cls, href=address, title=title)


def span_link(label: str, article: str, span: Span, *, cls: str = "v-go", title: str = "") -> str:
    """A link to exact characters in the Reader."""
    shown = title or "Open these characters in the Reader"
    return link("reader", label, cls=cls, title=shown, article=article, span=f"{span.start}-{span.end}")


def badge(label: str, *, cls: str = "", title: str = "") -> str:
    """A small label with a tooltip."""
    return tag("span", escape(label), cls=f"v-badge {cls}".strip(), title=title)


def quad_class(quad: str) -> str:
    """The style class of a quad class: “material conflict” → q-material-conflict."""
    return f"q-{quad.replace(' ', '-')}" if quad else "q-none"


def tile(label: str, value: int, why: str) -> str:
    """A number with its name, and what it means beneath."""
    inner = tag("span", escape(label), cls="v-tile-label") + tag("b", f"{value:,}") + tag("small", escape(why))
    return tag("div", inner, cls="v-tile")
