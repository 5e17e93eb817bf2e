"""One article's text with its layers: what stands behind which characters."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from core.model import Event, Form, Span
from core.views import naming, words
from core.views.filters import Filters, kept
from core.views.index import Index
from core.views.markup import Mark, marked, quad_class, segments, tag


def _events(index: Index, article: str) -> Iterator[Mark]:
    for event in index.article_events.get(article, ()):
        tip = f"Event: {naming.event_name(index, event)} · {words.when(event)} · {event.status.status}"
        yield Mark(event.trigger.span, ("l-events", quad_class(event.quad_class)), tip, event.id)


def _actors(index: Index, article: str) -> Iterator[Mark]:
    for link in index.actor_links.get(article, ()):
        if link.mention.form is not Form.PRONOUN:
            name = index.names[link.target.id]
            yield Mark(link.mention.span, ("l-actors",), f"Actor: {name} ({link.target.kind}) – {link.reason}")


def _places(index: Index, article: str) -> Iterator[Mark]:
    for link in index.place_links.get(article, ()):
        where = ", ".join(p for p in (link.target.kind, link.target.admin1, link.target.country) if p)
        yield Mark(link.mention.span, ("l-places",), f"Place: {link.target.name} ({where}) – {link.reason}")


def _dates(index: Index, article: str) -> Iterator[Mark]:
    for timex in index.timexes.get(article, ()):
        value = words.when_interval(timex.interval.start, timex.interval.end)
        yield Mark(timex.span, ("l-dates",), f"Date: {timex.value or '?'} = {value} ({timex.basis})")


def _claims(index: Index, article: str) -> Iterator[Mark]:
    for claim in index.article_claims.get(article, ()):
        tip = f"Claim: {words.claim_words(claim)} = {words.claim_reading(claim)}"
        yield Mark(claim.claim.span, ("l-claims",), tip, claim.event_id or "")


def _quotations(index: Index, article: str) -> Iterator[Mark]:
    for attribution in index.attributions.get(article, ()):
        said = " ◂ ".join(c.text for c in attribution.chain) or "somebody"
        yield Mark(attribution.scope, ("l-quotations",), f"Said by {said} ({attribution.manner})")


def _copies(index: Index, article: str) -> Iterator[Mark]:
    for event in index.article_events.get(article, ()):
        others = index.origin_holders.get(event.origin_id, frozenset()) - {article}
        if others:
            also = ", ".join(index.labels[a] for a in sorted(others))
            yield Mark(event.span, ("l-copies",), f"From the same original as a passage in {also}")


LAYERS: dict[str, Callable[[Index, str], Iterator[Mark]]] = {
    "events": _events,
    "actors": _actors,
    "places": _places,
    "dates": _dates,
    "claims": _claims,
    "quotations": _quotations,
    "copies": _copies,
}


class Margin(NamedTuple):
    """One event beside the text. `dimmed` where the filter leaves it out; `told` says how often it is reported.

    `happening` is the id of what it reports: events with the same one, in two articles, are shown together.
    """

    id: str
    title: str
    facts: str
    quad: str
    dimmed: bool
    told: str
    happening: str


class Piece(NamedTuple):
    """A stretch of text with the style classes, the tooltip and the events of the marks that cover it."""

    text: str
    classes: str
    title: str
    refs: tuple[str, ...]
    start: int


class Page(NamedTuple):
    """What the Reader shows of one article: `pieces` joined are the article's text, character by character."""

    pieces: tuple[Piece, ...]
    margin: tuple[Margin, ...]
    facts: str


def marks(index: Index, article: str, layers: Collection[str], focus: Span | None = None) -> list[Mark]:
    """The marks of the chosen layers, and of the characters that a link points to."""
    found = [mark for name, layer in LAYERS.items() if name in layers for mark in layer(index, article)]
    if focus:
        found.append(Mark(focus, ("l-focus",), "the characters that the link points to"))
    return found


def page(index: Index, article: str, layers: frozenset[str], filters: Filters, focus: Span | None = None) -> Page:
    """One article's text cut into pieces, and its events for the margin."""
    return index.cached(_page, article, layers, filters, focus)


def _page(index: Index, article: str, layers: frozenset[str], filters: Filters, focus: Span | None) -> Page:
    text = index.documents[article].text
    found = segments(Span(0, len(text)), marks(index, article, layers, focus))
    pieces = tuple(
        Piece(
            s.span.of(text),
            " ".join(dict.fromkeys(c for m in s.marks for c in m.classes)),
            "\n".join(dict.fromkeys(m.title for m in s.marks if m.title)),
            tuple(dict.fromkeys(m.ref for m in s.marks if m.ref)),
            s.span.start,
        )
        for s in found
    )
    passing = kept(index, filters)
    margin = tuple(_margin(index, event, passing) for event in index.article_events.get(article, ()))
    return Page(pieces, margin, _facts(index, article, sum(m.dimmed for m in margin)))


def _facts(index: Index, article: str, hidden: int) -> str:
    """What is known of an article as a whole, and how many of its events the filter leaves out."""
    about = index.documents[article].article
    facts = (
        index.labels[article],
        about.title or "",
        about.source or "",
        f"published {words.day(about.published)}" if about.published else "no publication date",
        words.counted(len(about.text), "character"),
        *about.notes,
        f"the filter leaves out {words.counted(hidden, 'event')}: dashed in the margin" if hidden else "",
    )
    return " · ".join(fact for fact in facts if fact)


def _margin(index: Index, event: Event, kept: frozenset[str]) -> Margin:
    facts = f"{words.type_words(event.trigger.type, event.trigger.mode)} · {words.when(event)} · {event.status.status}"
    happening = index.happening_of[event.id]
    reports = index.happenings[happening].events
    articles = words.counted(len({e.article_id for e in reports}), "article")
    told = f"{words.counted(len(reports), 'statement')} in {articles}" if len(reports) > 1 else "no other report of it"
    name, quad = naming.event_name(index, event), quad_class(event.quad_class)
    return Margin(event.id, name, facts, quad, event.id not in kept, told, happening)


def html(index: Index, article: str, layers: Collection[str], focus: Span | None = None) -> str:
    """The article as escaped HTML, for where no script may run."""
    text = index.documents[article].text
    body = marked(text, marks(index, article, layers, focus))
    return tag("div", body, cls="v-article", dir="auto")


def parse_span(given: str, length: int) -> Span | None:
    """“84-233” as a span of a text of that length; None where it is no such span."""
    start, dash, end = given.partition("-")
    if not (dash and start.isascii() and end.isascii() and start.isdigit() and end.isdigit() and len(given) < 20):
        return None
    span = Span(int(start), int(end))
    return span if span.start < span.end <= length else None
