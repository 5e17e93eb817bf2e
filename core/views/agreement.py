"""Who says how many: one bar a claim from its low to its high, on one scale a happening."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from core.model import Claim, EventClaim
from core.views import words
from core.views.index import Happening, Index
from core.views.markup import span_link, tag

MAX_BARS = 12


class Bar(NamedTuple):
    """One claim on the scale: where its bar begins and how long it is, in per cent; `open` says “or more”."""

    claim: EventClaim
    left: float
    width: float
    open: bool


def strips(index: Index, happening: Happening, articles: Iterable[str] | None = None) -> str:
    """The claims of a happening as escaped HTML, numbers first; "" unless there are two and one gives a number."""
    chosen = set(index.documents if articles is None else articles)
    told = [
        index.claims[c]
        for event in happening.events
        if event.article_id in chosen
        for c in event.claims
        if c in index.claims
    ]
    told.sort(key=lambda claim: not _bounds(claim.claim))
    top = max((bound for claim in told for bound in _bounds(claim.claim)), default=None)
    if top is None or len(told) < 2:
        return ""
    rest = tag("p", f"and {words.counted(len(told) - MAX_BARS, 'claim')} more", cls="v-muted")
    head = tag("p", "Who says how many", cls="v-collabel")
    lines = "".join(_line(index, claim, top) for claim in told[:MAX_BARS])
    return tag("div", head + lines + (rest if len(told) > MAX_BARS else ""), cls="v-strips")


def _bounds(claim: Claim) -> tuple[int, ...]:
    return tuple(n for n in (claim.low, claim.high) if n is not None)


def bar(claim: EventClaim, top: int) -> Bar | None:
    """Where a claim lies on a scale from 0 to `top` people; None where it gives no number."""
    bounds = _bounds(claim.claim)
    if not bounds:
        return None
    unbounded = claim.claim.high is None
    low = 0 if claim.claim.low is None else claim.claim.low
    scale = 86 / max(1, top)  # the rest of the strip is for what lies open above the greatest number
    end = 100.0 if unbounded else max(bounds) * scale
    return Bar(claim, low * scale, max(1.2, end - low * scale), unbounded)


def _line(index: Index, claim: EventClaim, top: int) -> str:
    label, found = index.labels[claim.claim.article_id], bar(claim, top)
    said = " ◂ ".join(claim.attributed_to) or "the article itself"
    if found:
        style = f"--from:{found.left:.1f}%;--to:{found.left + found.width:.1f}%"
        drawn = tag("span", cls="v-bar v-bar-open" if found.open else "v-bar", style=style)
        value = drawn + tag("span", escape(f"{claim.claim.harm}: {words.claim_range(claim)}"))
    else:
        value = tag("span", escape(f"{claim.claim.harm}: “{claim.claim.text}”"), cls="v-strip-words")
    name = span_link(label, label, claim.claim.span) + tag("span", f" {escape(said)}", cls="v-muted")
    told = f"{label} ({said}): “{claim.claim.text}”, {words.claim_reading(claim)}"
    return tag("div", tag("span", name, cls="v-strip-name", dir="auto") + value, cls="v-strip", title=told)
