"""One actor as escaped HTML: how it is written and why that is it, and lists of events, all leading to their words."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from core.model import Event
from core.views import actors, naming, words
from core.views.index import Index
from core.views.markup import badge, link, quad_class, span_link, tag

MAX_LISTED = 100


def surfaces(index: Index, entity_id: str) -> str:
    """A table of the ways in which an actor is written, each with its reason and a link to where it first stands."""
    names = ("Written as", "Times", "Why it is taken for this actor", "Score, 0 to 100", "Articles")
    head = "".join(tag("th", name, scope="col") for name in names)
    body = "".join(_surface(index, found) for found in actors.surfaces(index, entity_id))
    return tag("table", tag("thead", tag("tr", head)) + tag("tbody", body), cls="v-table")


def _surface(index: Index, found: actors.Surface) -> str:
    label = index.labels[found.first_article]
    name = span_link(found.text, label, found.first_span, title=f"Where it first stands in {label}")
    articles = ", ".join(index.labels[a] for a in found.articles[:MAX_LISTED])
    cells = (f"{found.times:,}", found.reason, f"{found.score:.0f}", articles)
    return tag("tr", tag("td", name, dir="auto") + "".join(tag("td", escape(c), dir="auto") for c in cells))


def events(index: Index, found: Sequence[Event]) -> str:
    """The events as a list: what happened, its sentence, and when, how sure and who says so; at most a hundred."""
    more = len(found) - MAX_LISTED
    rest = f"and {words.counted(more, 'event')} more: the page Timeline has them all in its table."
    items = "".join(_event(index, event) for event in found[:MAX_LISTED])
    return tag("ul", items, cls="v-list") + (tag("p", rest, cls="v-muted") if more > 0 else "")


def _event(index: Index, event: Event) -> str:
    label = index.labels[event.article_id]
    kind = badge(words.type_words(event.trigger.type, event.trigger.mode), cls=quad_class(event.quad_class))
    name = link("timeline", naming.event_name(index, event), event=event.id, title="Open its card")
    quote = tag("div", escape(index.text(event.article_id, event.span)), cls="v-line", dir="auto")
    told = f"{words.when(event)} · {event.status.status} · says: {words.chain(event)} · "
    read = span_link(f"read in {label}", label, event.span)
    return tag("li", f"{kind} {name}{quote}{tag('small', escape(told) + read, cls='v-muted')}")
