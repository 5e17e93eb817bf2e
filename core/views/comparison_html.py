"""A comparison as escaped HTML: the same for the page and for the file that an analyst takes away."""

from __future__ import annotations

from html import escape

from core.compare.explain import contribution, explanation, what_would_change
from core.model import Alignment, Event, Feature, Span
from core.views import agreement, comparison, difference, naming, words
from core.views.comparison import Comparison, Row
from core.views.filters import Filters
from core.views.index import Happening, Index
from core.views.markup import Mark, badge, fold, link, marked, quad_class, span_link, tag
from core.views.wording import differing, ratio, words_of

ORIGIN_NOTE = "These rest on one original, as far as the texts show: an echo, not a second confirmation"
ALIKE = 0.2  # of their words that two sentences share: below, marks would cover both from end to end
_ALIKE_NOTE = f"Marked where a sentence shares {ALIKE:.0%} of its words or more with one of the other article"

KEY = tag(
    "p",
    "Marks: "
    + " · ".join(
        (
            tag("mark", "the happening's word", cls="m-trigger"),
            tag("mark", "other words here", cls="m-changed", title=_ALIKE_NOTE),
            tag("mark", "not in the other", cls="m-only", title=_ALIKE_NOTE),
            tag("mark", "read differently", cls="m-point"),
            badge("≡ same original", cls="v-echo", title=ORIGIN_NOTE),
        )
    ),
    cls="v-muted",
)


_COUNTED = (
    "Shared: a happening of which two or more of these articles tell. Difference: a point on which their reports of it "
    "do not say the same. Same original: words that one took from the other, or both from a third. Alone: a happening "
    "of which only that one tells."
)
_NONE = "None tells of a happening that another tells of, as far as the texts show: choose other articles above."
_NONE_LEFT = "No happening of which two of them tell passes the filter: widen it, or clear the filters."
_ADDS = "What each reason adds to the log odds that both tell of the same; below zero it speaks against:"
ROWS_SHOWN = 40
ALONE_SHOWN = 20


def body(index: Index, articles: tuple[str, ...], filters: Filters) -> str:
    """The comparison of `articles` as the page shows it, below its head line."""
    return index.cached(_body, articles, filters)


def _body(index: Index, articles: tuple[str, ...], filters: Filters) -> str:
    found = comparison.compare(index, articles, filters)
    rows = "".join(row(index, r) for r in found.rows[:ROWS_SHOWN])
    none = tag("p", _NONE_LEFT if filters.active else _NONE, cls="v-muted")
    rest = f"The {ROWS_SHOWN} happenings with most statements; filter to see the rest of {len(found.rows)}."
    parts = [tag("h2", "What they share") + (rows or none)]
    if len(found.rows) > ROWS_SHOWN:
        parts.append(tag("p", rest, cls="v-muted"))
    if found.beyond:
        parts.append(tag("h2", "Differences beyond the shared happenings"))
        parts.append(difference.listed(index, found.beyond, articles, cards=True))
    if found.passages:
        parts.append(tag("h2", "Sentences that match without a shared event") + passages(index, found))
    parts.append(tag("h2", "What only one reports") + _sides(index, found))
    return "".join(parts)


def _sides(index: Index, found: Comparison) -> str:
    columns = [
        tag("h3", f"{escape(index.labels[article])} alone: {words.counted(len(happenings), 'happening')}")
        + alone(index, article, happenings[:ALONE_SHOWN])
        + _rest(len(happenings) - ALONE_SHOWN)
        for article, happenings in found.alone.items()
    ]
    return tag("div", "".join(tag("section", column) for column in columns), cls="v-thirds")


def _rest(count: int) -> str:
    return tag("p", f"and {count} more: a filter shows which.", cls="v-muted") if count > 0 else ""


def head(index: Index, articles: tuple[str, ...], filters: Filters) -> str:
    """The comparison in one sentence, and what its marks mean."""
    said = comparison.head(index, comparison.compare(index, articles, filters))
    return tag("p", tag("strong", escape(said), title=_COUNTED), cls="v-head") + KEY


def suggestions(index: Index) -> str:
    """The pairs of articles that share most, as links behind a fold; "" where there is one pair only."""
    pairs = comparison.suggested(index) if len(index.documents) > 2 else ()
    return fold("Pairs that share most", "".join(suggestion(index, *pair) for pair in pairs)) if pairs else ""


def row(index: Index, found: Row) -> str:
    """One shared happening: its heading, the reports side by side, the differences, and why they were lined up."""
    columns = "".join(_column(index, found, article) for article in found.sides)
    return tag(
        "section",
        _heading(index, found)
        + tag("div", columns, cls="v-cols")
        + agreement.strips(index, found.happening, found.sides)
        + difference.listed(index, found.differences, found.sides)
        + _why(index, found),
        cls="v-row",
        id=f"h-{found.happening.id}",
    )


def _heading(index: Index, found: Row) -> str:
    first = found.happening.events[0]
    reports = sum(map(len, found.sides.values()))
    cluster = found.happening.cluster
    origins = cluster.origins if cluster else 1
    badges = [
        badge(
            words.type_words(first.trigger.type, first.trigger.mode),
            cls=quad_class(first.quad_class),
            title=f"PLOVER type: {words.TYPES.get(first.trigger.type, '')}",
        ),
        badge(words.counted(reports, "statement"), title="Sentences of the chosen articles that report this happening"),
        badge(
            words.counted(origins, "independent original"),
            title="Statements copied from one another, or from one post, count once",
        ),
    ]
    title = escape(naming.happening_name(index, found.happening))
    card = link("timeline", "open card", cls="v-go v-nav", event=first.id, title="Its card on the Timeline")
    return tag("header", tag("h3", title) + "".join(badges) + card)


def _column(index: Index, found: Row, article: str) -> str:
    events = found.sides[article]
    label = tag("div", escape(index.labels[article]), cls="v-collabel")
    if not events:
        return tag("div", label + tag("p", "Says nothing of it.", cls="v-muted"), cls="v-col")
    spans: dict[Span, list[Event]] = {}
    for event in events:
        spans.setdefault(event.span, []).append(event)
    quotes = "".join(_quote(index, found, article, span, group) for span, group in spans.items())
    return tag("div", label + quotes, cls="v-col")


def _quote(index: Index, found: Row, article: str, span: Span, events: list[Event]) -> str:
    text = index.documents[article].text
    marks = [Mark(e.trigger.span, ("m-trigger",), "the word that names the happening") for e in events]
    marks += _difference_marks(index, found, article) + _word_marks(index, found, article, span)
    echo = any(e.origin_id in found.echoes for e in events)
    tie = badge("≡ same original", cls="v-echo", title=ORIGIN_NOTE) if echo else ""
    body = tag("p", marked(text, marks, span), dir="auto")
    classes = "v-quote v-quote-echo" if echo else "v-quote"
    return tag(
        "blockquote", body + tag("footer", tie + _facts(index, events) + _open(article, span, index)), cls=classes
    )


def _open(article: str, span: Span, index: Index) -> str:
    return span_link("read in place", index.labels[article], span, cls="v-go v-nav")


def _facts(index: Index, events: list[Event]) -> str:
    event = events[0]
    status = str(event.status.status)
    told = tag(
        "span",
        escape(f"{words.when(event)} · {status} · says: {words.chain(event)}"),
        title=" · ".join(filter(None, (event.date.rule, words.STATUSES.get(status, ""), "sources nearest first"))),
    )
    claims = [
        tag(
            "span",
            escape(words.claim_words(index.claims[c])),
            cls="v-claim",
            title=words.claim_reading(index.claims[c]),
        )
        for e in events
        for c in e.claims
        if c in index.claims
    ]
    return tag("span", " · ".join([told, *claims]), cls="v-facts")


def _difference_marks(index: Index, found: Row, article: str) -> list[Mark]:
    return [
        Mark(reading.span, ("m-point",), f"{d.kind}: {difference.summary(index, d)}")
        for d in found.differences
        for reading in d.readings
        if reading.article_id == article
    ]


def _word_marks(index: Index, found: Row, article: str, span: Span) -> list[Mark]:
    """Words that the nearest statement of another chosen article has otherwise, or not at all."""
    own = words_of(index.documents[article].sentences, span)
    others = [(other, e.span) for other, events in found.sides.items() if other != article for e in events if own]
    best: tuple[float, str, Span] | None = None
    for other, other_span in dict.fromkeys(others):
        score = ratio(own, words_of(index.documents[other].sentences, other_span))
        if best is None or score > best[0]:
            best = (score, other, other_span)
    if best is None or best[0] < ALIKE:
        return []
    mine, _ = differing(own, words_of(index.documents[best[1]].sentences, best[2]))
    label = index.labels[best[1]]
    changed = [Mark(s, ("m-changed",), f"{label} has other words here") for s in mine.changed]
    return changed + [Mark(s, ("m-only",), f"not in {label}") for s in mine.only]


def _why(index: Index, found: Row) -> str:
    if not found.alignments:
        return ""
    best, *others = found.alignments[:6]
    summary = tag("summary", f"Why these are one happening: best score {best.score:.2f}", title="0 no match, 1 certain")
    return tag("details", summary + features(index, best) + "".join(_brief(index, a) for a in others), cls="v-why")


def _brief(index: Index, alignment: Alignment) -> str:
    """One alignment in one line: its two statements, its score, and what each feature adds."""
    told = ", ".join(f"{f.name} {contribution(alignment, f):+.2f}" for f in alignment.features if f.score is not None)
    return tag("p", escape(f"{_pair(index, alignment)}. {told}"))


def _pair(index: Index, alignment: Alignment) -> str:
    left = index.text(alignment.a_article, alignment.a_span)
    right = index.text(alignment.b_article, alignment.b_span)
    return f"“{left[:80]}” ↔ “{right[:80]}”: {alignment.score:.2f}"


def features(index: Index, alignment: Alignment) -> str:
    """The features behind one alignment's score, one a line, and what would undo it; those without a score below."""
    lines = "".join(_feature(index, alignment, f) for f in alignment.features if f.score is not None)
    relation = "".join(f" ({f.detail})" for f in alignment.features if f.name == "relation")
    silent = ", ".join(f.name for f in alignment.features if f.score is None and f.name != "relation")
    rest = tag("p", escape(f"With nothing to go by: {silent}."), cls="v-muted") if silent else ""
    undone = tag("p", escape(f"By itself this pairing {what_would_change(alignment)}. {_ADDS}"))
    return tag("p", escape(_pair(index, alignment) + relation)) + undone + tag("ul", lines) + rest


def _feature(index: Index, alignment: Alignment, feature: Feature) -> str:
    told = ((alignment.a_article, feature.a), (alignment.b_article, feature.b))
    sides = "; ".join(f"{index.labels[article]}: {value}" for article, value in told if value)
    why = f"{feature.detail} ({sides})" if sides else feature.detail
    adds = f" {contribution(alignment, feature):+.2f} (score {feature.score:.2f}, weight {feature.weight:.2f}): {why}"
    return tag("li", tag("b", escape(feature.name)) + escape(adds), title=explanation(feature.name))


def passages(index: Index, found: Comparison) -> str:
    """Sentences that match although no pair of their events does."""
    rows = []
    for alignment in found.passages:
        cells = ""
        sides = ((alignment.a_article, alignment.a_span), (alignment.b_article, alignment.b_span))
        for article, span in sides:
            body = tag("p", marked(index.documents[article].text, (), span), dir="auto")
            label = tag("div", escape(index.labels[article]), cls="v-collabel")
            cells += tag(
                "div", label + tag("blockquote", body + _open(article, span, index), cls="v-quote"), cls="v-col"
            )
        rows.append(
            tag("div", cells, cls="v-cols")
            + tag("details", tag("summary", f"Score {alignment.score:.2f}") + features(index, alignment), cls="v-why")
        )
    return "".join(tag("section", r, cls="v-row") for r in rows)


def alone(index: Index, article: str, happenings: tuple[Happening, ...]) -> str:
    """What only one of the chosen articles reports."""
    items = []
    for happening in happenings:
        event = next(e for e in happening.events if e.article_id == article)
        marks = [Mark(event.trigger.span, ("m-trigger",), "the word that names the happening")]
        body = tag("p", marked(index.documents[article].text, marks, event.span), dir="auto")
        kind = badge(words.type_words(event.trigger.type, event.trigger.mode), cls=quad_class(event.quad_class))
        foot = tag("footer", kind + _facts(index, [event]) + _open(article, event.span, index))
        items.append(tag("blockquote", body + foot, cls="v-quote"))
    return "".join(items) or tag("p", "Nothing that the others do not report too.", cls="v-muted")


def suggestion(index: Index, a: str, b: str, shared: int) -> str:
    """A pair of articles worth comparing, as a link."""
    labels = [index.labels[a], index.labels[b]]
    name = link("comparison", " and ".join(labels), compare=labels)
    return tag("p", f"{name} share {words.counted(shared, 'happening')}")
