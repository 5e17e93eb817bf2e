"""Differences between reports as escaped HTML: a badge, one sentence, and every reading as a link to its words."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from html import escape

from core.model import Discrepancy, Reading
from core.views import naming, words
from core.views.index import Index
from core.views.markup import badge, link, span_link, tag

MAX_READINGS = 8


def listed(
    index: Index,
    found: Iterable[Discrepancy],
    articles: Collection[str] | None = None,
    *,
    readings: int = MAX_READINGS,
    cards: bool = False,
) -> str:
    """The differences as a list, each with at most so many readings, of `articles` only where given; "" for none.

    With `cards`, each leads to the card of the happening that it is about: for lists that stand by themselves.
    """
    items = "".join(
        _item(index, difference, articles, readings, _card(index, difference) if cards else "") for difference in found
    )
    return tag("ul", items, cls="v-diffs") if items else ""


def _item(index: Index, difference: Discrepancy, articles: Collection[str] | None, most: int, card: str) -> str:
    shown = [r for r in difference.readings if r.article_id in (index.labels if articles is None else articles)]
    more = [tag("span", f"and {len(shown) - most} more", cls="v-muted")] if len(shown) > most else []
    readings = tag("span", " ".join([*(_reading(index, r) for r in shown[:most]), *more]), cls="v-readings")
    kind = badge(difference.kind, cls="v-diff", title=words.DIFFERENCES.get(difference.kind, ""))
    return tag("li", f"{kind} {escape(summary(index, difference))} {readings} {card}")


def _card(index: Index, difference: Discrepancy) -> str:
    happening = index.happenings.get(difference.cluster_id)
    if happening is None:
        return ""
    name = naming.happening_name(index, happening)
    shown = link("timeline", name, cls="v-go v-nav", event=happening.events[0].id, title="Open the happening's card")
    return tag("small", f"About: {shown}", cls="v-about v-nav")


def summary(index: Index, difference: Discrepancy) -> str:
    """The difference's sentence, with each article called as the pages call it."""
    text = difference.summary
    for article in {r.article_id for r in difference.readings} & index.labels.keys():
        for name in filter(None, (index.documents[article].article.name, article)):
            text = text.replace(name, index.labels[article])
    return text


def _reading(index: Index, reading: Reading) -> str:
    label = index.labels[reading.article_id]
    text = reading.text if len(reading.text) <= 70 else reading.text[:69].rstrip() + "…"
    return span_link(f"{label}: “{text}”", label, reading.span, cls="v-go v-reading", title=f"Read as: {reading.value}")
