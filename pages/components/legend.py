"""The timeline's legend in words, as text beside the figure."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from core.views import words
from core.views.markup import tag

GLYPHS = {
    "asserted": "●", "reported": "◆", "alleged": "▲", "unconfirmed": "△", "denied": "✕", "planned": "□",
    "hypothetical": "○", "negated": "✛",
}  # fmt: skip


def legend(quads: Iterable[str], statuses: Iterable[str], *, shaded: bool = False) -> str:
    """One line for the colours and one for the shapes that occur, as escaped HTML; `shaded`: the filter has days."""
    present = set(quads)
    colours = [
        tag("span", f"{tag('span', '■', cls=_ink(quad))} {escape(label)}")
        for quad, label in words.QUADS.items()
        if quad in present
    ]
    shapes = [tag("span", f"{GLYPHS[s]} {escape(s)}", title=words.STATUSES[s]) for s in statuses]
    spans = [
        tag("span", f"{tag('span', '◂▬', cls='v-ink-open')} by that day: no day of its own is stated"),
        tag("span", f"{tag('span', '▬', cls='v-ink-none')} the days stated"),
        tag("span", "×2 statements in one lane"),
        *([tag("span", "shaded: the days of the filter")] if shaded else []),
    ]
    rows = (("Colour: kind of act", colours), ("Shape: how sure", shapes), ("Bar", spans))
    return tag("div", "".join(tag("p", f"<b>{name}</b> {' '.join(items)}") for name, items in rows), cls="v-legend")


def _ink(quad: str) -> str:
    return f"v-ink-{quad.replace(' ', '-') or 'none'}"
