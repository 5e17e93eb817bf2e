"""The value types that every layer speaks in: frozen, slotted, without behaviour beyond their own arithmetic.

Offsets count Unicode code points in `Article.text` and are half-open: `text[start:end]` is the surface.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from hashlib import blake2b
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


def stable_id(*parts: object) -> str:
    """A twelve-character id that depends on nothing but `parts`: the same on every machine and in every run."""
    return blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


class Span(NamedTuple):
    """A half-open range of code points in one article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end


class Token(NamedTuple):
    """One word, number, handle, link or mark of punctuation; `lower` is its casefolded text."""

    start: int
    end: int
    text: str
    lower: str


@dataclass(frozen=True, slots=True)
class DateInterval:
    """The days from `start` to `end`, both inclusive; a missing bound is open, two missing bounds are unknown."""

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        """Raises ValueError where the bounds are reversed."""
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"interval ends before it begins: {self.start} > {self.end}")

    @property
    def known(self) -> bool:
        """Whether at least one bound is known."""
        return self.start is not None or self.end is not None

    def overlaps(self, other: DateInterval) -> bool:
        """Whether some day can lie in both; an open bound reaches as far as it must."""
        return (self.start is None or other.end is None or self.start <= other.end) and (
            other.start is None or self.end is None or other.start <= self.end
        )


class Kind(StrEnum):
    """What a sentence is made of (design.md §2)."""

    PROSE = "prose"
    HEADING = "heading"
    POST = "post"
    QUOTATION = "quotation"
    PROMO = "promo"


@dataclass(frozen=True, slots=True)
class Article:
    """One report as it was read.

    `text` is the decoded input exactly (newlines normalised), the seed form's `date …` line and any
    front matter included; `header` covers those, and no sentence, mention or event lies in it.
    """

    id: str
    text: str
    published: date | None = None
    source: str | None = None
    title: str | None = None
    url: str | None = None
    name: str = ""
    header: Span = Span(0, 0)
    dateline: Span | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `index` counts from 0 through the article, `paragraph` likewise.

    `script` is a Unicode script name in lower case (latin, arabic, cyrillic, …), `language` an ISO 639-1
    code or "" where the script and its letters do not tell.
    """

    index: int
    span: Span
    paragraph: int
    kind: Kind
    script: str
    language: str
    tokens: tuple[Token, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Post:
    """A social media post embedded in the article: its body, its byline, and the parts of the byline."""

    body: Span
    byline: Span
    author: Span
    handle: Span | None
    posted: Span | None


class Document:
    """An article with its sentences, tokens and embedded posts: what the finders work on. Treat as immutable."""

    def __init__(self, article: Article, sentences: tuple[Sentence, ...], posts: tuple[Post, ...] = ()) -> None:
        self.article = article
        self.sentences = sentences
        self.posts = posts

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def _starts(self) -> list[int]:
        return [s.span.start for s in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the code point at `offset`, if any."""
        i = bisect_right(self._starts, offset) - 1
        if i < 0 or offset >= self.sentences[i].span.end:
            return None
        return self.sentences[i]

    def post_at(self, span: Span) -> Post | None:
        """The embedded post whose body or byline holds `span`, if any."""
        i = bisect_left(self.posts, span.end, key=lambda p: p.byline.end)
        post = self.posts[i] if i < len(self.posts) else None
        return post if post and (post.body.covers(span) or post.byline.covers(span)) else None


class TimexType(StrEnum):
    """The four types of TIMEX3 (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Timex:
    """One date expression with its TIMEX3 value.

    `basis` is one of: publication (the header's own date), stated, relative (against the dct), anchored
    (against another expression, `anchor`), quoted (inside a quotation from elsewhere: not resolved),
    unresolved. `interval` has no bounds where the value names no days; `mod` is TIMEX3's modifier
    (START, MID, END) or "", and narrows the interval to that third of the value's days.
    """

    article_id: str
    span: Span
    text: str
    sentence: int
    type: TimexType
    value: str
    interval: DateInterval
    basis: str
    anchor: Span | None = None
    mod: str = ""


class Layer(StrEnum):
    """Whether a mention names somebody or somewhere."""

    ACTOR = "actor"
    PLACE = "place"


class Form(StrEnum):
    """How a mention refers: by a name, a description (“the outfit”), a demonym or capital, a handle, a pronoun."""

    NAME = "name"
    DESCRIPTION = "description"
    DEMONYM = "demonym"
    HANDLE = "handle"
    PRONOUN = "pronoun"


ACTOR_KINDS = ("person", "armed group", "government", "media", "organization", "population")


@dataclass(frozen=True, slots=True)
class Mention:
    """One stretch of text that names an actor or a place, before anyone decides which.

    Args:
        kind: One of `ACTOR_KINDS` for an actor; for a place a word such as country, province, district,
            city, village, valley, river, airport, or "" where the text does not tell.
        head: The span of the name proper inside `span` (without titles, articles, “fighters”); often the same.
        key: The lexicon's id for a known actor or country, or "".
        evidence: In a few words, why it was read so (“title ‘Marshal’”, “listed districts”, “known group”).
    """

    article_id: str
    span: Span
    text: str
    sentence: int
    layer: Layer
    kind: str
    form: Form = Form.NAME
    head: Span | None = None
    key: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """One actor across all articles. `key` is the lexicon's id where it is a known one, else ""."""

    id: str
    name: str
    kind: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One place. `precision` follows UCDP's where_prec (1 exact location … 7 international), None if unlocated."""

    id: str
    name: str
    kind: str
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: int | None = None


@dataclass(frozen=True, slots=True)
class Link(Generic[T]):
    """The decision that a mention stands for `target`, with the reason in words and a score of 0 to 100."""

    mention: Mention
    target: T
    reason: str
    score: float


class Status(StrEnum):
    """How sure the text is that the event took place (design.md §3)."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    ALLEGED = "alleged"
    UNCONFIRMED = "unconfirmed"
    DENIED = "denied"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


@dataclass(frozen=True, slots=True)
class Claimant:
    """One link of a chain of attribution: who says it, where the text names them, and the saying word."""

    span: Span
    text: str
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A stretch of text (`scope`) that is said by `chain`, nearest first, and how (`manner`).

    `manner` is one of: direct (in quotation marks), indirect, according-to, post (an embedded or relayed
    post), impersonal (“reports say”, “reportedly”).
    """

    article_id: str
    scope: Span
    chain: tuple[Claimant, ...]
    manner: str


@dataclass(frozen=True, slots=True)
class StatusCue:
    """The words that decide an event's status; `span` is None where no word does (asserted)."""

    status: Status
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Harm to people as one text states it; `low` and `high` are counts of people, None where no number bounds them.

    Args:
        span: The quantity's words and no more (“At least 60”, “a number of”).
        harm: killed, injured, captured, displaced, missing, casualties, “killed or injured”, “killed and injured”.
        cue: The span of the harm word (“killed”).
        party: The mention or words of those harmed, None where the text does not say.
        approximate: “about”, “some”, “nearly”.
        part_of: The index, in the list that `find_claims` returns, of the total that this is a part of.
    """

    article_id: str
    span: Span
    text: str
    sentence: int
    harm: str
    cue: Span
    party: Span | None = None
    low: int | None = None
    high: int | None = None
    approximate: bool = False
    part_of: int | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word or words that name a happening, with PLOVER type and mode ("" for none) and its arguments.

    `agents`, `patients` and `places` are spans in the same sentence (the extents of noun phrases or mentions).
    """

    article_id: str
    span: Span
    text: str
    sentence: int
    clause: Span
    lemma: str
    type: str
    mode: str = ""
    status: StatusCue = StatusCue(Status.ASSERTED)
    agents: tuple[Span, ...] = ()
    patients: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()
    tense: str = ""


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event took place: interval, UCDP's date_prec (1 day … 5 year or worse, None unknown), and the rule.

    `basis` is one of stated, relative, reported-by, unknown; `rule` says in a sentence which rule applied;
    `timex` is the span of the expression that it rests on.
    """

    interval: DateInterval
    precision: int | None
    basis: str
    rule: str
    timex: Span | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One trigger in one sentence with everything that the text says of it (design.md §3).

    `actors` and `recipients` hold entity ids, `places` place ids, `claims` indices into `Analysis.claims`
    of the same article, `attributed_to` names or words, nearest first.
    """

    id: str
    article_id: str
    trigger: Trigger
    sentence: int
    span: Span
    quad_class: str
    intensity: float | None
    status: StatusCue
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    places: tuple[str, ...]
    date: EventDate
    claims: tuple[str, ...] = ()
    attributed_to: tuple[str, ...] = ()
    attribution: tuple[Claimant, ...] = ()
    origin_id: str = ""


@dataclass(frozen=True, slots=True)
class EventClaim:
    """A claim of harm in its place: with an id, the event that it belongs to, its party's name and its claimants."""

    id: str
    event_id: str | None
    claim: Claim
    party: str | None
    attributed_to: tuple[str, ...] = ()


class Feature(NamedTuple):
    """One feature of an alignment: score in [0, 1] (None where it cannot be told), its weight, and both values."""

    name: str
    score: float | None
    weight: float
    detail: str
    a: str = ""
    b: str = ""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two statements that report the same happening, of two articles or of one.

    `a_event` and `b_event` are None where whole sentences align and no pair of events does.
    """

    a_article: str
    a_span: Span
    b_article: str
    b_span: Span
    score: float
    features: tuple[Feature, ...]
    a_event: str | None = None
    b_event: str | None = None


@dataclass(frozen=True, slots=True)
class Cluster:
    """One happening: the events (ids, in order of article and position) that report it.

    `parts` are events that report a part of it; they belong to their own clusters. `origins` counts the
    independent originals behind the reports.
    """

    id: str
    label: str
    event_type: str
    interval: DateInterval
    articles: tuple[str, ...]
    events: tuple[str, ...]
    origins: int
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article has at one place: the exact words and the value they were read as."""

    article_id: str
    span: Span
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A point on which reports of one happening differ, in one plain sentence, with each reading.

    `kind` is one of count, extent, date, place, actor, status, attribution, wording, spelling.
    """

    id: str
    cluster_id: str
    kind: str
    summary: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found in a set of articles. Every tuple is ordered by article, then position."""

    documents: tuple[Document, ...]
    timexes: tuple[Timex, ...]
    actors: tuple[Link[Entity], ...]
    places: tuple[Link[Place], ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[EventClaim, ...]
    events: tuple[Event, ...]
    alignments: tuple[Alignment, ...]
    clusters: tuple[Cluster, ...]
    discrepancies: tuple[Discrepancy, ...]
    notes: tuple[str, ...] = ()
