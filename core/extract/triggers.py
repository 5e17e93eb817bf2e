"""Finds the words that name happenings, each with its PLOVER type and mode, its arguments and its status."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from core.extract.clauses import Clause
from core.extract.happenings import happenings
from core.extract.naming import Scene
from core.extract.readings import Reading, Readings
from core.extract.roles import Roles
from core.extract.status import status_of
from core.extract.syntax import Parse, parse
from core.extract.where import Where
from core.model import Attribution, Document, Form, Kind, Mention, Sentence, Span, Trigger

_READ = frozenset({Kind.PROSE, Kind.POST, Kind.QUOTATION})


def find_triggers(
    doc: Document, mentions: Sequence[Mention], attributions: Sequence[Attribution] = ()
) -> tuple[Trigger, ...]:
    """All triggers of the document's prose, posts and quotations, ordered by position.

    Args:
        doc: The article, cut into sentences; those in other scripts than Latin are left out.
        mentions: Of actors and places, as `find_mentions` gives them.
        attributions: Whose scopes make an event reported.
    """
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_sentence[mention.sentence].append(mention)
    said = sorted(attributions, key=lambda a: a.scope)
    begun = 0
    near: list[Attribution] = []
    found: list[Trigger] = []
    for sentence in doc.sentences:
        following = bisect_left(said, sentence.span.end, lo=begun, key=lambda a: a.scope.start)
        near = [a for a in (*near, *said[begun:following]) if a.scope.end > sentence.span.start]
        begun = following
        if sentence.kind in _READ and sentence.script == "latin":
            found += _Coder(doc, sentence, by_sentence[sentence.index], near).triggers()
    return tuple(sorted(found, key=lambda t: t.span))


def _tokens_in(sentence: Sentence, mentions: Sequence[Mention]) -> dict[int, tuple[Mention, ...]]:
    """Token index → the mentions that hold it."""
    found: dict[int, tuple[Mention, ...]] = {}
    starts = [t.start for t in sentence.tokens]
    for mention in mentions:
        i = max(bisect_right(starts, mention.span.start) - 1, 0)
        while i < len(starts) and starts[i] < mention.span.end:
            if sentence.tokens[i].end > mention.span.start:
                found[i] = (*found.get(i, ()), mention)
            i += 1
    return found


class _Coder:
    """Makes the triggers of one sentence out of its happenings."""

    def __init__(
        self, doc: Document, sentence: Sentence, mentions: Sequence[Mention], attributions: Sequence[Attribution]
    ) -> None:
        held = _tokens_in(sentence, mentions)
        names = {i for i, ms in held.items() if any(m.form is not Form.PRONOUN for m in ms)}
        self.doc, self.sentence, self.mentions, self.attributions = doc, sentence, mentions, attributions
        self.parse: Parse = parse(sentence, names)
        scene = Scene(self.parse, held)
        self.roles = Roles(scene)
        self.readings = Readings(scene, self.roles)

    @cached_property
    def where(self) -> Where:
        return Where(self.doc.text, self.parse, self.mentions)

    def triggers(self) -> list[Trigger]:
        return [self._trigger(reading) for reading in happenings(self.readings)]

    def _trigger(self, reading: Reading) -> Trigger:
        span, clause = self._span(reading.sense.at), self._clause(reading)
        extent = self.parse.extent(clause) if clause is not None else self.sentence.span
        agents, patients = self._arguments(reading)
        agents = tuple(dict.fromkeys(self.roles.stand_in(agent, clause) for agent in agents))
        for outcome in reading.outcomes:
            patients = tuple(dict.fromkeys((*patients, *self._arguments(outcome)[1])))
        return Trigger(
            article_id=self.doc.article.id,
            span=span,
            text=span.of(self.doc.text),
            sentence=self.sentence.index,
            clause=Span(min(extent.start, span.start), max(extent.end, span.end)),
            lemma=" ".join(reading.sense.entry.words),
            type=reading.type,
            mode=reading.mode,
            status=status_of(self.parse, reading.sense.at[0], clause, self.attributions, settled=reading.settled),
            agents=agents,
            patients=tuple(p for p in patients if p not in agents),
            places=self.where.of(clause),
            tense=clause.verb.tense if clause is not None else "",
            mutual=reading.sense.entry.actor == "both",
        )

    def _span(self, at: Sequence[int]) -> Span:
        """From the expression's first word to the last that follows without a gap."""
        last = at[0]
        for i in at[1:]:
            if i == last + 1:
                last = i
        return Span(self.sentence.tokens[at[0]].start, self.sentence.tokens[last].end)

    def _clause(self, reading: Reading) -> Clause | None:
        if reading.clause is not None or reading.phrase is None:
            return reading.clause
        return self.parse.clause_at(self.roles.positions[id(reading.phrase)])

    def _arguments(self, reading: Reading) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        if reading.phrase is None:
            return self.roles.of_verb(reading.sense, reading.below)
        if reading.below is not None:
            return self.roles.of_governed_noun(reading.phrase, reading.sense, reading.below, reading.said)
        clause = self._clause(reading)
        return self.roles.of_noun(reading.phrase, reading.sense, clause)
