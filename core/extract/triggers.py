"""Finds the words that name happenings, each with its PLOVER type and mode, its arguments and its status.

A happening is triggered once: what only gives its circumstances (“killed during the capture of …”), its purpose,
or what another word governs (“called on the US to supply arms”) is no trigger of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.extract.chunks import Chunk
from core.extract.roles import Roles
from core.extract.senses import Scene, Sense, Slots, noun_senses, slots_of, verb_senses
from core.extract.status import status_of
from core.extract.syntax import (
    ADVERBIAL,
    COMPLEMENT,
    GERUND,
    INFINITIVE,
    MAIN,
    PARTICIPLE,
    RELATIVE,
    Clause,
    clause_span,
    parse,
    phrases_after,
)
from core.lexicon.status import cue_words
from core.lexicon.english_words import clause_verbs
from core.lexicon.triggers import Entry, classes, compose, intensity, nouns, operators
from core.model import Attribution, Document, Form, Kind, Layer, Mention, Sentence, Span, Status, Trigger

_READ = frozenset({Kind.PROSE, Kind.POST, Kind.QUOTATION})
_COOPERATIVE = frozenset("CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT".split())
_HOSTILE = frozenset("PROTEST SANCTION COERCE ASSAULT MOBILIZE REJECT".split())
_MATERIAL = frozenset("COOPERATE AID RETREAT PROTEST SANCTION MOBILIZE COERCE ASSAULT OTHER".split())
_ATTEMPTS = frozenset(
    "try attempt seek plan intend hope want wish aim expect schedule set poise attempt scramble work fight".split()
)

_APPOSITION = re.compile(r",\s+(?:an?|the|one of|former)\s")
_POSSESSIVES = frozenset("its their his her our my".split())
_CLAIMS = frozenset("claim profess deny report believe say allege appear".split())
_VERBAL = frozenset("REQUEST ACCUSE AGREE REJECT THREATEN".split())
_GOVERNED = frozenset({INFINITIVE, GERUND, COMPLEMENT})
_GERUND_MARKS = frozenset("of for from to with on".split())
_BY_ARGUMENT = {"REQUEST": "demand", "REJECT": "reject", "THREATEN": "threaten"}


@dataclass(slots=True)
class Reading:
    """What one word was read as, before roles and status are settled."""

    type: str
    mode: str
    sense: Sense
    clause: Clause | None
    phrase: Chunk | None = None
    below: Slots | None = None
    refusal: bool = False
    outcomes: list[Reading] = field(default_factory=list)


def find_triggers(
    doc: Document, mentions: Sequence[Mention], attributions: Sequence[Attribution] = ()
) -> tuple[Trigger, ...]:
    """All triggers of the document's prose, posts and quotations, ordered by position.

    Args:
        mentions: Of actors and places, as `find_mentions` gives them.
        attributions: Whose scopes make an event reported.
    """
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_sentence[mention.sentence].append(mention)
    found: list[Trigger] = []
    for sentence in doc.sentences:
        if sentence.kind in _READ and sentence.script == "latin":
            near = [a for a in attributions if a.scope.overlaps(sentence.span)]
            reader = _Sentence(doc, sentence, by_sentence[sentence.index], near)
            found += reader.triggers()
    return tuple(sorted(found, key=lambda t: t.span))


def _tokens_in(sentence: Sentence, mentions: Sequence[Mention]) -> dict[int, tuple[Mention, ...]]:
    """Token index → the mentions that hold it."""
    found: dict[int, tuple[Mention, ...]] = {}
    for mention in mentions:
        for i, token in enumerate(sentence.tokens):
            if token.start >= mention.span.end:
                break
            if token.end > mention.span.start:
                found[i] = (*found.get(i, ()), mention)
    return found


class _Sentence:
    def __init__(
        self, doc: Document, sentence: Sentence, mentions: Sequence[Mention], attributions: Sequence[Attribution]
    ) -> None:
        self.doc, self.sentence, self.attributions = doc, sentence, attributions
        self.mentions = mentions
        held = _tokens_in(sentence, mentions)
        names = {i for i, ms in held.items() if any(m.form is not Form.PRONOUN for m in ms)}
        self.parse = parse(sentence, names)
        self.scene = Scene(self.parse, held, named=bool(mentions))
        self.roles = Roles(self.scene)
        self.consumed: set[int] = set()
        self.eaten: set[int] = set()
        self.memo: dict[int, Reading | None] = {}

    # ---- reading ---------------------------------------------------------------------------------------

    def triggers(self) -> list[Trigger]:
        verbs = [r for c in self.parse.clauses if (r := self.read(c)) is not None]
        verbs = [r for r in verbs if r.clause is not None and r.clause.index not in self.consumed and self.stands(r)]
        verbs = self.merged(verbs)
        names = [r for r in self.noun_readings() if id(r.phrase) not in self.eaten and self.own_happening(r, verbs)]
        return [self.trigger(r) for r in (*verbs, *names)]

    def read(self, clause: Clause) -> Reading | None:
        """The reading of a clause's verb, with what it governs taken in."""
        if clause.index not in self.memo:
            self.memo[clause.index] = None
            self.memo[clause.index] = self._read(clause)
        return self.memo[clause.index]

    def _read(self, clause: Clause) -> Reading | None:
        if clause.verb.modal in ("must", "should") and (reading := self.obliged(clause)):
            return reading
        plain = verb_senses(self.scene, clause)
        governing = verb_senses(self.scene, clause, operators())
        for sense in governing:
            reading = self.govern_clause(clause, sense)
            if reading:
                return self.modal(reading)
        longest = max((len(s.at) for s in plain), default=0)
        for sense in governing:
            if len(sense.at) > longest and (reading := self.govern_noun(clause, sense)):
                return self.modal(reading)
        if plain and (plain[0].entry.when or len(plain[0].at) > 1):
            return self.modal(self.plain(clause, plain[0]))
        for sense in governing:
            reading = self.govern_noun(clause, sense)
            if reading:
                return self.modal(reading)
        return self.modal(self.plain(clause, plain[0])) if plain else None

    def speaker(self, clause: Clause) -> Clause | None:
        """The clause of saying that a clause stands in (“Russia said Sudan must …”, “…, the minister said”)."""
        if clause.kind == COMPLEMENT and clause.parent >= 0:
            governor = self.parse.clauses[clause.parent]
            return governor if governor.verb.base in clause_verbs() else None
        last = self.parse.clauses[-1]
        said = last.index > clause.index and last.verb.base in clause_verbs() and last.kind == MAIN
        return last if said and not last.objects else None

    def obliged(self, clause: Clause) -> Reading | None:
        """What somebody says that another must do is a demand on them (CAMEO 10)."""
        speaker = self.speaker(clause)
        if (
            speaker is None
            or clause.verb.base in ("be", "have")
            or not self.roles.actors_in(clause.subjects)
            or clause.passive
        ):
            return None
        inner = next(iter(verb_senses(self.scene, clause)), None)
        type_, mode = compose("demand", inner.entry.type, inner.entry.mode) if inner else ("REQUEST", "change")
        for i in clause.children:
            self.swallow(self.parse.clauses[i])
        entry = Entry((clause.verb.base,), "v", type_, mode, "", (), "", ("obj",))
        slots = Slots(speaker.subjects, clause.subjects, [], [])
        return Reading(type_, mode, Sense(entry, (clause.verb.head,), slots), clause)

    def plain(self, clause: Clause, sense: Sense) -> Reading | None:
        if not sense.entry.type or self.said_by_a_thing(sense):
            return None
        reading = Reading(sense.entry.type, sense.entry.mode, sense, clause)
        if sense.entry.type in _VERBAL:
            self.take_complement(clause, reading)
        elif sense.entry.type == "MOBILIZE":
            aims = [self.parse.clauses[i] for i in clause.children if self.parse.clauses[i].kind == INFINITIVE]
            reading.below = slots_of(aims[0]) if aims else None
        for phrase in sense.slots.objects:
            self.eaten.add(id(phrase))
        return reading

    @staticmethod
    def said_by_a_thing(sense: Sense) -> bool:
        """Whether what only somebody can do (ask, accuse, agree …) is said of a document (“reports suggested”)."""
        if sense.entry.type not in _VERBAL or sense.slots.passive:
            return False
        return any(c.base in classes()["thing"] for c in sense.slots.subjects)

    def take_complement(self, clause: Clause, reading: Reading) -> None:
        """Takes in the clauses that a verbal type governs; the first settles its mode and holds its recipients."""
        for i in clause.children:
            child = self.parse.clauses[i]
            if child.kind not in _GOVERNED or (child.kind == GERUND and child.mark not in _GERUND_MARKS):
                continue
            inner = self.read(child)
            if reading.below is None:
                reading.below = inner.sense.slots if inner else slots_of(child)
                if inner and reading.type in _BY_ARGUMENT:
                    reading.type, reading.mode = compose(_BY_ARGUMENT[reading.type], inner.type, inner.mode)
            self.swallow(child)

    def swallow(self, clause: Clause) -> None:
        self.consumed.add(clause.index)
        for phrase in (*clause.objects, *(c for _, group in clause.phrases for c in group)):
            self.eaten.add(id(phrase))
        for i in clause.children:
            self.swallow(self.parse.clauses[i])
        for other in self.parse.clauses:
            if other.twin == clause.index and other.index not in self.consumed:
                self.swallow(other)

    def govern_clause(self, clause: Clause, sense: Sense) -> Reading | None:
        """An operator over an infinitive, a gerund or a clause."""
        wanted = {c.slot for c in sense.entry.when}
        kinds = {"inf": INFINITIVE, "of": GERUND, "ger": GERUND, "that": COMPLEMENT}
        kind = next((kinds[w] for w in wanted if w in kinds), "")
        if not kind or sense.entry.operator == "pass":
            return None
        for i in clause.children:
            child = self.parse.clauses[i]
            if child.kind != kind or child.mark == "noun":
                continue
            inner = self.read(child)
            type_, mode = compose(sense.entry.operator, inner.type if inner else "", inner.mode if inner else "")
            if type_:
                self.swallow(child)
                below = inner.sense.slots if inner else slots_of(child)
                return Reading(type_, mode, sense, clause, below=below)
        return None

    def govern_noun(self, clause: Clause, sense: Sense) -> Reading | None:
        """An operator over a noun (“rejected the demand”, “launched an attack”)."""
        for phrase in self.counted(sense.slots.objects):
            inner = self.noun(phrase, governed=True)
            if inner is None:
                continue
            type_, mode = compose(sense.entry.operator, inner.type, inner.mode)
            if not type_:
                continue
            self.eaten.add(id(phrase))
            if sense.entry.operator == "do":
                return Reading(type_, mode, inner.sense, clause, phrase=phrase, below=sense.slots)
            return Reading(type_, mode, sense, clause, below=inner.sense.slots)
        return None

    def counted(self, phrases: Sequence[Chunk]) -> list[Chunk]:
        """The phrases, each followed by the “of” phrase right after it (“ten days of war games”)."""
        found = []
        for phrase in phrases:
            found.append(phrase)
            after = phrases_after(self.parse, self.roles.positions[id(phrase)])
            if after and after[0][0] == "of":
                found += after[0][1]
        return found

    def in_a_name(self, phrase: Chunk) -> bool:
        """Whether the noun is part of a name (“Commission of Inquiry”, “Tharthar Barrage”) rather than a happening."""
        if any(m.form is Form.NAME for m in self.mentions_at(phrase.head)):
            return True
        return phrase.form == "N" and phrase.head > 0

    def mentions_at(self, token: int) -> tuple[Mention, ...]:
        return self.scene.mentions.get(token, ())

    def noun(self, phrase: Chunk, *, governed: bool = False) -> Reading | None:
        if phrase.base not in nouns() or self.in_a_name(phrase):
            return None
        position = self.roles.positions[id(phrase)]
        phrases = phrases_after(self.parse, position)
        clause = self.parse.clause_at(position)
        if clause is not None and clause.verb.base in _OCCUR and any(c is phrase for c in clause.subjects):
            phrases = phrases + clause.phrases
        senses = noun_senses(self.scene, phrase, phrases, governed=governed)
        senses = [s for s in senses if governed or s.entry.pos == "n"]
        if not senses or not senses[0].entry.type:
            return None
        return Reading(senses[0].entry.type, senses[0].entry.mode, senses[0], None, phrase=phrase)

    def modal(self, reading: Reading | None) -> Reading | None:
        """“Will give a grant” is a promise, “would blockade Paris” a threat, “will not accept” a refusal (CAMEO 03, 13, 12)."""
        if reading is None or reading.clause is None:
            return reading
        verb, slots = reading.clause.verb, slots_of(reading.clause)
        if verb.modal not in ("will", "would", "'ll", "’ll", "may", "shall", "might") or slots.passive or verb.perfect:
            return reading
        if not self.roles.actors_in(slots.subjects) or reading.clause.kind == ADVERBIAL:
            return reading
        if verb.negation >= 0:
            if reading.type in _COOPERATIVE or reading.type == "AGREE":
                reading.type, reading.mode, reading.refusal = "REJECT", "change", True
        elif reading.type in _COOPERATIVE and verb.modal in ("will", "would", "shall", "'ll", "’ll"):
            reading.type, reading.mode = "AGREE", ""
        elif reading.type in _HOSTILE:
            reading.type, reading.mode = compose("threaten", reading.type, reading.mode)
        return reading

    # ---- which readings are events ------------------------------------------------------------------------

    def stands(self, reading: Reading) -> bool:
        """Whether a verb's reading is a happening in its own right."""
        clause = reading.clause
        assert clause is not None
        if clause.kind == INFINITIVE:
            governor = self.parse.clauses[clause.parent] if clause.parent >= 0 else None
            if governor is None or clause.mark == "noun":
                return False
            passes = any(s.entry.operator == "pass" for s in verb_senses(self.scene, governor, operators()))
            if governor.verb.base in _CLAIMS and reading.type in _MATERIAL:
                return True
            reported = governor.passive and (clause.verb.perfect or governor.verb.base in _ATTEMPTS)
            return passes or reported or governor.verb.base in _ATTEMPTS
        if clause.kind in (RELATIVE, PARTICIPLE, GERUND):
            return reading.type in _MATERIAL
        return not (
            clause.kind == ADVERBIAL and clause.mark in ("if", "unless", "whether", "so") and reading.type == "OTHER"
        )

    def merged(self, readings: list[Reading]) -> list[Reading]:
        """Of coordinated verbs with the same arguments (“killed or injured”) the gravest stands for all."""
        kept: list[Reading] = []
        for reading in readings:
            clause = reading.clause
            assert clause is not None
            partner = next((r for r in kept if r.clause is not None and self.same_deed(r, reading)), None)
            whole = next((r for r in kept if r.clause is not None and self.outcome(r, reading)), None)
            if whole is not None:
                whole.outcomes.append(reading)
            elif partner is None:
                kept.append(reading)
            elif self.gravity(reading) < self.gravity(partner):
                kept[kept.index(partner)] = reading
        return kept

    @staticmethod
    def gravity(reading: Reading) -> tuple[int, float]:
        base = reading.clause.verb.base if reading.clause else ""
        order = {"kill": 0, "attack": 1, "wound": 2, "injure": 2, "hurt": 3}
        return order.get(base, 2), intensity(reading.type, reading.mode) or 0.0

    @staticmethod
    def outcome(a: Reading, b: Reading) -> bool:
        """“A bomb exploded, killing 12 and wounding 30”: what the first did is no happening of its own."""
        one, two = a.clause, b.clause
        if one is None or two is None or a.type != b.type or two.kind != PARTICIPLE or two.verb.form != "G":
            return False
        before = any(r.clause is not None and r.clause.index == two.twin for r in a.outcomes)
        return two.parent == one.index or (two.twin >= 0 and before)

    @staticmethod
    def same_deed(a: Reading, b: Reading) -> bool:
        one, two = a.clause, b.clause
        if one is None or two is None or two.twin != one.index or a.type != b.type:
            return False
        return two.at - one.at == 2 or one.passive is two.passive is True

    def noun_readings(self) -> list[Reading]:
        return [r for c in self.parse.chunks if c.kind == "N" and (r := self.noun(c)) is not None]

    def own_happening(self, reading: Reading, verbs: list[Reading]) -> bool:
        """Whether a noun names a happening of its own: it has participants or takes place, and no verb already tells it."""
        phrase = reading.phrase
        assert phrase is not None
        position = self.roles.positions[id(phrase)]
        clause = self.parse.clause_at(position)
        if clause is not None and clause.index in self.consumed:
            return False
        same = [r for r in verbs if r.type == reading.type or (r.type in _MATERIAL and reading.type in _MATERIAL)]
        if any(r.clause is clause for r in same) or any(
            r.clause is clause for r in verbs if r.type != "OTHER" and r.type not in _MATERIAL
        ):
            return False
        actors, recipients = self.roles.of_noun(phrase, reading.sense)
        named = [s for s in (*actors, *recipients) if s.of(self.doc.text).lower() not in _POSSESSIVES]
        return bool(named) or self.takes_place(phrase, clause)

    def takes_place(self, phrase: Chunk, clause: Clause | None) -> bool:
        """Whether the noun is subject of a verb of occurrence (“clashes were reported”, “a meeting is underway”)."""
        if clause is None or not any(c is phrase for c in clause.subjects):
            return False
        return clause.verb.base in _OCCUR

    # ---- making triggers ----------------------------------------------------------------------------------

    def trigger(self, reading: Reading) -> Trigger:
        tokens = self.sentence.tokens
        at = reading.sense.at
        contiguous = [at[0]]
        for i in at[1:]:
            if i == contiguous[-1] + 1:
                contiguous.append(i)
        span = Span(tokens[contiguous[0]].start, tokens[contiguous[-1]].end)
        agents, patients = self.arguments(reading)
        for result in reading.outcomes:
            harmed = self.arguments(result)[1]
            patients = (*patients, *(p for p in harmed if p not in patients and p not in agents))
        clause = reading.clause
        if clause is None and reading.phrase is not None:
            clause = self.parse.clause_at(self.roles.positions[id(reading.phrase)])
        extent = clause_span(self.parse, clause) if clause is not None else self.sentence.span
        return Trigger(
            self.doc.article.id,
            span,
            span.of(self.doc.text),
            self.sentence.index,
            Span(min(extent.start, span.start), max(extent.end, span.end)),
            " ".join(reading.sense.entry.words),
            reading.type,
            reading.mode,
            status_of(self.parse, at[0], clause, self.attributions, refusal=reading.refusal),
            agents,
            patients,
            self.places(clause, span),
            clause.verb.tense if clause is not None else "",
        )

    def arguments(self, reading: Reading) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        if reading.phrase is None:
            return self.roles.of_verb(reading.sense, reading.below)
        actors, recipients = self.roles.of_noun(reading.phrase, reading.sense)
        if reading.below is None and reading.sense.entry.actor == "both" and reading.sense.slots.behind("with"):
            clause = self.parse.clause_at(self.roles.positions[id(reading.phrase)])
            if clause is not None and not clause.passive and not any(c is reading.phrase for c in clause.subjects):
                actors = tuple(dict.fromkeys((*self.roles.actors_in(clause.subjects), *actors)))
        if reading.below is not None:
            subjects = tuple(self.roles.actors_in(reading.below.subjects))
            actors = tuple(dict.fromkeys((*subjects, *(actors if reading.sense.entry.actor == "both" else ()))))
            if not recipients:
                recipients = tuple(
                    s
                    for group in (
                        reading.below.indirect,
                        *map(reading.below.behind, ("against", "on", "with", "to", "at")),
                    )
                    for s in self.roles.actors_in(group)
                )
                if reading.sense.entry.actor == "both":
                    actors, recipients = tuple(dict.fromkeys((*actors, *recipients))), ()
        return actors, tuple(r for r in recipients if r not in actors)

    def places(self, clause: Clause | None, span: Span) -> tuple[Span, ...]:
        """The places named around the trigger, up to the neighbouring finite clauses."""
        start, end = self.region(clause)
        found = []
        for mention in self.mentions:
            if mention.layer is Layer.PLACE and mention.form is Form.NAME and start <= mention.span.start < end:
                if not self.possessor(mention) and not self.bearing(mention) and not self.apposed(mention):
                    found.append(mention.span)
        return tuple(dict.fromkeys(found))

    def region(self, clause: Clause | None) -> Span:
        if clause is None:
            return self.sentence.span
        tokens, chunks = self.sentence.tokens, self.parse.chunks
        start, end = self.sentence.span
        for other in self.parse.clauses:
            if other.at < clause.at:
                start = max(start, tokens[chunks[max(other.stop, other.at + 1) - 1].last - 1].end)
            elif other.at > clause.at and other.kind not in (INFINITIVE, GERUND, PARTICIPLE):
                firsts = [c.first for c in other.subjects if c.first > clause.verb.first] or [other.verb.first]
                end = min(end, tokens[min(firsts)].start)
        own = [tokens[c.first].start for c in clause.subjects]
        return Span(min([start, *own]), end)

    def possessor(self, mention: Mention) -> bool:
        return self.doc.text[mention.span.end : mention.span.end + 2] in ("'s", "’s")

    def apposed(self, mention: Mention) -> bool:
        """Whether the place only tells who an actor is (“Massoud, a commander in Afghanistan”)."""
        text = self.doc.text
        for other in self.mentions:
            if other.layer is Layer.ACTOR and other.span.end <= mention.span.start:
                between = text[other.span.end : mention.span.start]
                if _APPOSITION.match(between) and between.count(",") == 1:
                    return True
        return False

    def bearing(self, mention: Mention) -> bool:
        before = self.doc.text[max(0, mention.span.start - 12) : mention.span.start].lower()
        return before.endswith(("north of ", "south of ", "east of ", "west of ", "outside "))


_OCCUR = frozenset(
    "be report occur erupt break take begin start continue follow kill resume rage intensify happen hit shake rock ensue end "
    "leave claim wound injure target destroy spread underway last flare escalate unfold go hold".split()
)
