"""The card of one event: every report of that happening with its words, claims, sources, and links onward."""

from __future__ import annotations

from html import escape

from core.model import Event, EventClaim, Span
from core.views import agreement, difference, naming, words
from core.views.index import Happening, Index
from core.views.markup import Mark, badge, link, marked, quad_class, span_link, tag


def card(index: Index, event_id: str) -> str:
    """The happening that the event reports, as escaped HTML."""
    happening = index.happenings[index.happening_of[event_id]]
    event = index.events[event_id]
    reports = "".join(_report(index, e, chosen=e.id == event_id) for e in happening.events)
    return tag(
        "section",
        _head(index, happening, event)
        + agreement.strips(index, happening)
        + difference.listed(index, index.discrepancies.get(happening.id, ()))
        + reports,
        cls="v-card",
        id=f"card-{event_id}",
    )


def _head(index: Index, happening: Happening, event: Event) -> str:
    articles = list(dict.fromkeys(e.article_id for e in happening.events))
    origins = happening.cluster.origins if happening.cluster else 1
    badges = [
        badge(
            words.type_words(event.trigger.type, event.trigger.mode),
            cls=quad_class(event.quad_class),
            title=f"PLOVER type: {words.TYPES.get(event.trigger.type, '')}",
        ),
        badge(words.counted(len(happening.events), "statement"), title="Sentences that report this happening"),
        badge(words.counted(len(articles), "article"), title=", ".join(index.labels[a] for a in articles)),
        badge(
            words.counted(origins, "independent original"),
            title="Statements copied from one another, or from one post, count once",
        ),
    ]
    compare = ""
    if len(articles) > 1:
        slugs = [index.labels[a] for a in articles[:4]]
        compare = link("comparison", "compare the reports", compare=slugs, title="Line these articles up")
    return tag("header", tag("h3", escape(naming.happening_name(index, happening))) + "".join(badges) + compare)


def _report(index: Index, event: Event, *, chosen: bool) -> str:
    text = index.documents[event.article_id].text
    body = tag("p", marked(text, _marks(index, event), event.span), dir="auto")
    label = index.labels[event.article_id]
    read = span_link("read in place", label, event.span)
    where = tag("div", escape(_source(index, event)), cls="v-collabel")
    classes = "v-quote v-quote-chosen" if chosen else "v-quote"
    return tag("blockquote", where + body + facts(index, event) + tag("footer", read), cls=classes)


def _source(index: Index, event: Event) -> str:
    article = index.documents[event.article_id].article
    published = f"published {words.day(article.published)}" if article.published else "without a date"
    parts = (index.labels[event.article_id], article.source or "", published)
    return " · ".join(p for p in parts if p)


def _marks(index: Index, event: Event) -> list[Mark]:
    marks = [Mark(event.trigger.span, ("m-trigger",), "the word that names the happening")]
    marks += [Mark(span, ("l-actors",), "who does it") for span in event.trigger.agents]
    marks += [Mark(span, ("l-actors",), "whom it is done to") for span in event.trigger.patients]
    marks += [Mark(span, ("l-places",), "where") for span in event.trigger.places]
    marks += _optional(event.status.span, "l-quotations", f"why its status is “{event.status.status}”")
    marks += _optional(event.date.timex, "l-dates", event.date.rule)
    marks += [Mark(c.claim.span, ("l-claims",), words.claim_reading(c)) for c in _claims(index, event)]
    return marks


def _optional(span: Span | None, cls: str, title: str) -> list[Mark]:
    return [Mark(span, (cls,), title)] if span else []


def _claims(index: Index, event: Event) -> list[EventClaim]:
    return [index.claims[c] for c in event.claims if c in index.claims]


def facts(index: Index, event: Event) -> str:
    """Who, whom, where, when, how many and who says so, each with how it is known."""
    status = str(event.status.status)
    told = _claims(index, event)
    claims = "; ".join(f"{words.claim_words(c)} = {words.claim_range(c)}" for c in told)
    codebooks = "; ".join(dict.fromkeys(filter(None, map(words.codebooks, told))))
    rows = [
        ("Who", ", ".join(event.who) or "not said in the sentence", ""),
        ("Whom", ", ".join(event.whom), ""),
        ("Where", words.place_names(index, event), ""),
        ("When", words.when(event), f"{event.date.rule} ({event.date.basis})".strip()),
        ("How many", claims, codebooks),
        ("Who says so", words.chain(event), "nearest first" if event.attributed_to else ""),
        ("Status", status, words.STATUSES.get(status, "")),
    ]
    return tag("dl", "".join(_fact(*row) for row in rows if row[1]), cls="v-facts-list")


def _fact(name: str, value: str, note: str) -> str:
    why = tag("small", escape(note)) if note else ""
    return tag("dt", name) + tag("dd", f"{escape(value)} {why}")
