"""What one event says, gathered from the analysis: the form in which two events are compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from core.compare.context import figures, is_another, is_total
from core.compare.extent import TERRITORY, Extent, extent_of
from core.compare.geography import narrow
from core.compare.kindred import groups_of
from core.compare.senses import senses_of, trigger_senses
from core.compare.stems import stem
from core.compare.words import fold, words_of
from core.model import Analysis, DateInterval, Document, Entity, Event, EventClaim, Form, Place, Span


@dataclass(frozen=True, slots=True)
class Facts:
    """One event with what its ids stand for.

    Args:
        article: Index of its article in `Analysis.documents`.
        text: The article's text.
        stem: The trigger's stem.
        senses: What its trigger reports, whatever the word (core.compare.senses), with its groups of kindred words.
        actors: Who does it, by id; those of one name (“rebel fighters” in two articles) count as one.
        places: Every place that it names, by id; `narrow` are those that hold none of the others.
        extent: Which parts of a listed whole it concerns (three districts, two of them).
        claims: Its claims of harm.
        words_said: The content words of its sentence, joined by spaces.
        sentence_senses: What the words of its sentence report.
        named: Those of its parties that some mention calls by a name.
        numbers: The figures in its clause.
        total: Whether it sums up long times; another: whether its words announce another happening than those before.
        story: The number of the story that its article tells.
    """

    event: Event
    article: int
    text: str
    stem: str
    senses: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    parties: frozenset[str]
    places: Mapping[str, Place]
    narrow: tuple[Place, ...]
    extent: Extent
    claims: tuple[EventClaim, ...]
    words_said: str
    sentence_senses: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    numbers: frozenset[int] = frozenset()
    total: bool = False
    another: bool = False
    story: int = 0

    @property
    def type(self) -> tuple[str, str]:
        """PLOVER type and mode."""
        return self.event.trigger.type, self.event.trigger.mode

    @property
    def interval(self) -> DateInterval:
        """The days between which it took place."""
        return self.event.date.interval

    @property
    def exact(self) -> bool:
        """Whether the text puts it on one day by its own words."""
        start, end = self.interval.start, self.interval.end
        return start is not None and start == end and "carried over" not in self.event.date.rule

    @property
    def named_actors(self) -> frozenset[str]:
        """Those of its actors that some mention calls by a name."""
        return self.named & self.actors

    def words(self, span: Span) -> str:
        """The article's characters at `span`."""
        return span.of(self.text)


def order_key(reading: Analysis) -> dict[str, tuple[str, str]]:
    """For each article's id, what orders it among others: publication, then id; the undated come last."""
    return {
        d.article.id: (d.article.published.isoformat() if d.article.published else "9999", d.article.id)
        for d in reading.documents
    }


def gather(reading: Analysis, stories: Sequence[Sequence[int]] = ()) -> list[Facts]:
    """The facts of every event of `reading`, ordered by publication, article id and position.

    Args:
        reading: The analysis.
        stories: Groups of articles (indices) that tell of one story; without them all tell of one.
    """
    index = {d.article.id: i for i, d in enumerate(reading.documents)}
    places = {link.target.id: link.target for link in reading.places}
    claims = {c.id: c for c in reading.claims}
    order = order_key(reading)
    party = same_names(reading)
    named = frozenset(party[x.target.id] for x in reading.actors if x.mention.form in {Form.NAME, Form.DEMONYM})
    found = sorted(reading.events, key=lambda e: (order[e.article_id], e.trigger.span, e.id))
    story = {reading.documents[a].article.id: number for number, members in enumerate(stories) for a in members}
    facts = (_facts(e, index, reading, places, claims, party, named) for e in found)
    return [replace(f, story=story.get(f.event.article_id, 0)) for f in facts]


def _facts(
    event: Event,
    index: Mapping[str, int],
    reading: Analysis,
    places: Mapping[str, Place],
    claims: Mapping[str, EventClaim],
    party: Mapping[str, str],
    names: frozenset[str],
) -> Facts:
    article = index[event.article_id]
    document = reading.documents[article]
    named = {p: places[p] for p in event.places if p in places}
    counted = tuple(claims[c] for c in event.claims if c in claims)
    sentence = document.sentences[event.sentence]
    return Facts(
        event=event,
        article=article,
        text=document.text,
        stem=stem(fold(event.trigger.lemma or event.trigger.text)),
        senses=trigger_senses(event.trigger.text) | groups_of(event.trigger.text.lower().split()),
        actors=frozenset(party.get(i, i) for i in event.actors),
        recipients=frozenset(party.get(i, i) for i in event.recipients),
        parties=frozenset(party.get(i, i) for i in event.actors + event.recipients),
        places=named,
        narrow=narrow(tuple(named.values())),
        extent=extent_of(
            sentence, event.span, tuple(named.values()), document.text, listed=event.trigger.mode == TERRITORY
        ),
        claims=counted,
        words_said=said_in(document, event.sentence),
        sentence_senses=senses_in(document, event.sentence),
        named=names.intersection(party.get(i, i) for i in event.actors + event.recipients),
        numbers=figures(document.text, event.span),
        total=is_total(document.text, sentence, event.trigger.span, event.date.interval, counted),
        another=is_another(document.text, sentence, event.trigger.span),
    )


@lru_cache(maxsize=4096)
def said_in(document: Document, sentence: int) -> str:
    """The content words of a sentence, joined by spaces."""
    return " ".join(words_of(document.sentences[sentence]).terms)


@lru_cache(maxsize=4096)
def senses_in(document: Document, sentence: int) -> frozenset[str]:
    """What the words of a sentence report (core.compare.senses)."""
    return frozenset().union(*senses_of([t.lower for t in document.sentences[sentence].tokens]))


def names_of(reading: Analysis) -> dict[str, Entity]:
    """The actors of `reading` by id."""
    return {link.target.id: link.target for link in reading.actors}


def same_names(reading: Analysis) -> dict[str, str]:
    """For each actor's id the first id among actors of that name (a description is another actor in each article)."""
    first: dict[str, str] = {}
    for i, entity in sorted(names_of(reading).items()):
        first.setdefault(fold(entity.name), i)
    return {i: first[fold(entity.name)] for i, entity in names_of(reading).items()}
