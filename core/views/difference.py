"""Differences between reports as escaped HTML: a badge, one sentence, and every reading as a link to its words."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from html import escape

from core.model import Discrepancy, Reading
from core.views import words
from core.views.index import Index
from core.views.markup import badge, span_link, tag


def listed(index: Index, found: Iterable[Discrepancy], articles: Collection[str] | None = None) -> str:
    """The differences as a list; `articles` restricts the readings shown. Nothing gives an empty string."""
    items = "".join(_item(index, difference, articles) for difference in found)
    return tag("ul", items, cls="v-diffs") if items else ""


def _item(index: Index, difference: Discrepancy, articles: Collection[str] | None) -> str:
    shown = [r for r in difference.readings if r.article_id in (index.labels if articles is None else articles)]
    readings = tag("span", " ".join(_reading(index, r) for r in shown), cls="v-readings")
    kind = badge(difference.kind, cls="v-diff", title=words.DIFFERENCES.get(difference.kind, ""))
    return tag("li", f"{kind} {escape(difference.summary)} {readings}")


def _reading(index: Index, reading: Reading) -> str:
    label = index.labels[reading.article_id]
    text = reading.text if len(reading.text) <= 70 else reading.text[:69].rstrip() + "…"
    return span_link(f"{label}: “{text}”", label, reading.span, cls="v-go v-reading", title=f"Read as: {reading.value}")
