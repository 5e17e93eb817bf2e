"""Differences between reports as escaped HTML: a badge, one sentence, and every reading as a link to its words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from html import escape

from core.model import Discrepancy, Reading
from core.views import naming, words
from core.views.index import Index
from core.views.markup import badge, link, span_link, tag

MAX_READINGS = 8
_QUOTED = re.compile("“([^”]*)”")


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
    told, rest = _cited(index, summary(index, difference), shown)
    more = [tag("span", f"and {len(rest) - most} more", cls="v-muted")] if len(rest) > most else []
    readings = tag("span", " ".join([*(_reading(index, r) for r in rest[:most]), *more]), cls="v-readings")
    kind = badge(difference.kind, cls="v-diff", title=words.DIFFERENCES.get(difference.kind, ""))
    return tag("li", f"{kind} {told} {readings if rest else ''} {card}")


def _cited(index: Index, text: str, readings: Iterable[Reading]) -> tuple[str, list[Reading]]:
    """The sentence escaped, each quotation followed by links to where it stands; and the readings it does not quote."""
    rest, told, last = list(readings), "", 0
    for quotation in _QUOTED.finditer(text):
        here = [r for r in rest if _is_quoted(r.text, quotation[1])]
        rest = [r for r in rest if r not in here]
        told += " ".join([escape(text[last : quotation.end()]), *(_citation(index, r) for r in here)])
        last = quotation.end()
    return told + escape(text[last:]), rest


def _is_quoted(text: str, quotation: str) -> bool:
    """Whether a quotation is of `text`: the whole of it, or its beginning where the quotation is cut short."""
    plain, begun = " ".join(text.split()), quotation.removesuffix("…").rstrip()
    return plain == quotation or (begun not in {quotation, ""} and plain.startswith(begun))


def _citation(index: Index, reading: Reading) -> str:
    label = index.labels[reading.article_id]
    return span_link(label, label, reading.span, cls="v-go v-cite", title=f"“{reading.text}”, read as: {reading.value}")


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
