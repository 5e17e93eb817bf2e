"""What each word of a sentence that may name a happening is read as, with what it governs taken in.

A verb of saying or willing makes something else of the happening that it governs: “refused to meet” is a refusal,
“called on the US to supply arms” a request. Which type results is PLOVER's (`core/lexicon/plover.toml`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.extract.chunks import Chunk
from core.extract.clauses import ADVERBIAL, COMPLEMENT, GERUND, INFINITIVE, MAIN, PARTICIPLE, Clause
from core.extract.naming import Scene
from core.extract.roles import Roles
from core.extract.senses import Sense, Slots, noun_senses, slots_of, verb_senses
from core.lexicon.english_words import clause_verbs
from core.lexicon.status import word_list
from core.lexicon.triggers import Entry, classes, compose, nouns, operators
from core.model import Form

VERBAL = frozenset("REQUEST ACCUSE AGREE REJECT THREATEN".split())
MATERIAL = frozenset("COOPERATE AID RETREAT PROTEST SANCTION MOBILIZE COERCE ASSAULT OTHER".split())
_COOPERATIVE = frozenset("CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT".split())
_HOSTILE = frozenset("PROTEST SANCTION COERCE ASSAULT REJECT".split())
_GOVERNED = frozenset({INFINITIVE, GERUND, COMPLEMENT})
_GERUND_MARKS = frozenset("of for from to with on".split())
_BY_ARGUMENT = {"REQUEST": "demand", "REJECT": "reject", "THREATEN": "threaten"}
_COMPLEMENTS = {"inf": INFINITIVE, "of": GERUND, "ger": GERUND, "that": COMPLEMENT}
_WILLING = ("agree", "intend", "vow")
_PROMISING = ("will", "would", "shall", "'ll", "’ll")
_BARE = ("be", "have", "must", "should")  # a modal that stands alone asks for nothing
_MODALS = (*_PROMISING, "may", "might")


@dataclass(slots=True)
class Reading:
    """What one word was read as, before roles and status are settled.

    Args:
        sense: The entry that fits, with its arguments.
        clause: The verb's clause; None for a noun that no verb governs.
        phrase: The noun phrase, where a noun names the happening.
        below: The arguments of what the word governs, or of the verb that governs the noun.
        said: The arguments of the clause that a governed verbal noun introduces.
        settled: Whether modal and negation made it what it is (a refusal, a demand), so that they cast no doubt on it.
        outcomes: Participles that tell what the deed did (“exploded, killing 12”).
    """

    type: str
    mode: str
    sense: Sense
    clause: Clause | None
    phrase: Chunk | None = None
    below: Slots | None = None
    said: Slots | None = None
    settled: bool = False
    outcomes: list[Reading] = field(default_factory=list)


class Readings:
    """The readings of one sentence; `consumed` clauses and `eaten` phrases belong to a reading that governs them."""

    def __init__(self, scene: Scene, roles: Roles) -> None:
        """Nothing is read yet."""
        self.scene, self.parse, self.roles = scene, scene.parse, roles
        self.consumed: set[int] = set()
        self.eaten: set[int] = set()
        self._memo: dict[int, Reading | None] = {}

    def verb(self, clause: Clause) -> Reading | None:
        """The reading of a clause's verb, with what it governs taken in; None where it names no happening."""
        if clause.index not in self._memo:
            self._memo[clause.index] = None
            self._memo[clause.index] = self._obliged(clause) or self._modal(self._read(clause)) or self._refused(clause)
        return self._memo[clause.index]

    def _read(self, clause: Clause) -> Reading | None:
        """Governing senses first where they find something to govern, then the verb's own by what it requires."""
        own = next(verb_senses(self.scene, clause), None)
        if own and not own.entry.type and any(c.slot == "inf" and c.words for c in own.entry.when):
            return None
        governing = list(verb_senses(self.scene, clause, operators()))
        for sense in governing:
            if (reading := self._over_clause(clause, sense)) is not None:
                return reading
        settled = own is not None and bool(own.entry.when or len(own.at) > 1)
        for sense in governing:
            longer = own is None or not settled or len(sense.at) > len(own.at)
            if longer and (reading := self._over_noun(clause, sense)) is not None:
                return reading
        return self._plain(clause, own) if own else None

    def _plain(self, clause: Clause, sense: Sense) -> Reading | None:
        if not sense.entry.type or self._said_by_a_thing(sense):
            return None
        reading = Reading(sense.entry.type, sense.entry.mode, sense, clause)
        if sense.entry.type in VERBAL:
            self._take_complement(clause, reading)
        elif sense.entry.type in ("MOBILIZE", "PROTEST"):
            aims = [self.parse.clauses[i] for i in clause.children if self.parse.clauses[i].kind == INFINITIVE]
            reading.below = slots_of(aims[0]) if aims else None
        self.eaten.update(map(id, sense.slots.objects))
        return reading

    @staticmethod
    def _said_by_a_thing(sense: Sense) -> bool:
        """Whether what only somebody can do (ask, accuse, agree …) is said of a document (“reports suggested”)."""
        if sense.entry.type not in VERBAL or sense.slots.passive:
            return False
        return any(c.base in classes()["thing"] for c in sense.slots.subjects)

    def _take_complement(self, clause: Clause, reading: Reading) -> None:
        """Takes in the clauses that a verbal type governs; the first settles its mode and holds its recipients."""
        for i in clause.children:
            child = self.parse.clauses[i]
            if (
                child.mark == "noun"
                or child.kind not in _GOVERNED
                or (child.kind == GERUND and child.mark not in _GERUND_MARKS)
            ):
                continue
            inner = self.verb(child)
            if reading.below is None:
                reading.below = inner.sense.slots if inner else slots_of(child)
                if inner and reading.type in _BY_ARGUMENT:
                    reading.type, reading.mode = compose(_BY_ARGUMENT[reading.type], inner.type, inner.mode)
            self.swallow(child)

    def swallow(self, clause: Clause) -> None:
        """Marks a clause, all that it governs and all that is coordinated with it as told by another word."""
        waiting = [clause]
        while waiting:
            one = waiting.pop()
            if one.index in self.consumed:
                continue
            self.consumed.add(one.index)
            self.eaten.update(map(id, one.objects))
            self.eaten.update(id(c) for _, group in one.phrases for c in group)
            waiting += [self.parse.clauses[i] for i in (*one.children, *one.twins)]

    def _over_clause(self, clause: Clause, sense: Sense) -> Reading | None:
        """An operator over an infinitive, a gerund or a clause (“refused to meet”, “accused of violating”)."""
        kind = next((_COMPLEMENTS[c.slot] for c in sense.entry.when if c.slot in _COMPLEMENTS), "")
        if not kind or sense.entry.operator == "pass":
            return None
        for i in clause.children:
            child = self.parse.clauses[i]
            if child.kind != kind or child.mark == "noun":
                continue
            inner = self._through(child)
            type_, mode = compose(sense.entry.operator, inner.type if inner else "", inner.mode if inner else "")
            refused = clause.verb.negation >= 0 and sense.entry.operator in _WILLING
            if refused:
                type_, mode = compose("reject", inner.type if inner else "", inner.mode if inner else "")
            if type_:
                if not (sense.entry.operator == "allege" and inner is not None and inner.type in MATERIAL):
                    self.swallow(child)
                below = inner.sense.slots if inner else slots_of(child)
                return Reading(type_, mode, sense, clause, below=below, settled=refused)
        return None

    def _through(self, clause: Clause) -> Reading | None:
        """The reading of a clause, or of what it only begins or goes on with (“prepared to resume shelling”)."""
        if (reading := self.verb(clause)) is not None:
            return reading
        passes = any(s.entry.operator == "pass" for s in verb_senses(self.scene, clause, operators()))
        below = [self.parse.clauses[i] for i in clause.children] if passes else []
        return next((r for c in below if c.kind in (INFINITIVE, GERUND) and (r := self.verb(c)) is not None), None)

    def _over_noun(self, clause: Clause, sense: Sense) -> Reading | None:
        """An operator over a noun (“rejected the demand”, “launched an attack”)."""
        for phrase in self._counted(sense.slots.objects):
            inner = self.noun(phrase, governed=True)
            if inner is None:
                continue
            type_, mode = compose(sense.entry.operator, inner.type, inner.mode)
            if not type_ or (sense.entry.operator == "do" and self._judged(clause)):
                continue
            self.eaten.add(id(phrase))
            if sense.entry.operator == "do":
                reading = Reading(type_, mode, inner.sense, clause, phrase=phrase, below=sense.slots)
                reading.said = self._demanded(clause) if type_ in VERBAL else None
                return reading
            return Reading(type_, mode, sense, clause, below=inner.sense.slots)
        return None

    def _judged(self, clause: Clause) -> bool:
        """Whether the verb only says what somebody thinks of it (“called the attack sickening”, “… an act of war”)."""
        if clause.verb.base not in word_list("judging"):
            return False
        below = [self.parse.clauses[i] for i in clause.children]
        bare = any(c.kind == PARTICIPLE and c.at == clause.stop and not c.objects for c in below)
        return bare or clause.predicate is not None or bool(clause.indirect)

    def _demanded(self, clause: Clause) -> Slots | None:
        """The arguments of the clause that a verbal noun governs (“reiterated its demand that Israel ease …”)."""
        children = [self.parse.clauses[i] for i in clause.children]
        for child in children:
            if child.kind in (COMPLEMENT, INFINITIVE):
                self.swallow(child)
        return next((slots_of(c) for c in children if c.kind in (COMPLEMENT, INFINITIVE)), None)

    def _counted(self, phrases: Sequence[Chunk]) -> list[Chunk]:
        """The phrases, each followed by the “of” phrase right after it (“ten days of war games”)."""
        found = []
        for phrase in phrases:
            found.append(phrase)
            after = self.parse.phrases_after(self.roles.positions[id(phrase)])
            if after and after[0][0] == "of":
                found += after[0][1]
        return found

    def noun(self, phrase: Chunk, *, governed: bool = False) -> Reading | None:
        """The reading of a noun phrase's head; what is only `governed` (“support”) names nothing by itself."""
        if phrase.base not in nouns() or self._in_a_name(phrase):
            return None
        position = self.roles.positions[id(phrase)]
        phrases = self.parse.phrases_after(position)
        clause = self.parse.clause_at(position)
        if clause is not None and self.occurs(phrase, clause):
            phrases = phrases + clause.phrases
        senses = noun_senses(self.scene, phrase, phrases, governed=governed)
        fitting = next((s for s in senses if governed or s.entry.pos == "n"), None)
        if fitting is None or not fitting.entry.type:
            return None
        return Reading(fitting.entry.type, fitting.entry.mode, fitting, None, phrase=phrase)

    @staticmethod
    def occurs(phrase: Chunk, clause: Clause) -> bool:
        """Whether the noun is subject of a verb of occurrence (“clashes were reported”, “a meeting is underway”)."""
        return clause.verb.base in word_list("occurrence") and any(c is phrase for c in clause.subjects)

    def _in_a_name(self, phrase: Chunk) -> bool:
        """Whether the noun is part of a name (“Commission of Inquiry”, “Tharthar Barrage”) rather than a happening."""
        if any(m.form is Form.NAME for m in self.scene.mentions.get(phrase.head, ())):
            return True
        return phrase.form == "N" and phrase.head > 0

    def _speaker(self, clause: Clause) -> Clause | None:
        """The clause of saying that a clause stands in (“Russia said Sudan must …”, “…, the minister said”)."""
        if clause.kind == COMPLEMENT and clause.parent >= 0:
            governor = self.parse.clauses[clause.parent]
            return governor if governor.verb.base in clause_verbs() else None
        last = self.parse.clauses[-1]
        said = last.index > clause.index and last.verb.base in clause_verbs() and last.kind == MAIN
        return last if said and not last.objects else None

    def _obliged(self, clause: Clause) -> Reading | None:
        """What somebody says that another must do is a demand on them (CAMEO 10)."""
        if clause.verb.modal not in ("must", "should") or clause.passive or clause.verb.base in _BARE:
            return None
        speaker = self._speaker(clause)
        if speaker is None or not self.roles.actors_in(clause.subjects):
            return None
        inner = next(verb_senses(self.scene, clause), None)
        type_, mode = compose("demand", inner.entry.type, inner.entry.mode) if inner else ("REQUEST", "change")
        for i in clause.children:
            self.swallow(self.parse.clauses[i])
        entry = Entry((clause.verb.base,), "v", type_, mode, "", (), "", ("obj",))
        sense = Sense(entry, (clause.verb.head,), Slots(speaker.subjects, clause.subjects))
        return Reading(type_, mode, sense, clause, settled=True)

    def _refused(self, clause: Clause) -> Reading | None:
        """What somebody says that they will not do, whatever it is, is a refusal (CAMEO 12)."""
        verb = clause.verb
        if verb.modal not in _PROMISING or verb.negation < 0 or clause.passive or verb.base in ("be", "have"):
            return None
        if clause.kind != COMPLEMENT or self._speaker(clause) is None or not self.roles.actors_in(clause.subjects):
            return None
        entry = Entry((verb.base,), "v", "REJECT", "change", "", (), "", ())
        return Reading("REJECT", "change", Sense(entry, (verb.head,), slots_of(clause)), clause, settled=True)

    def _modal(self, reading: Reading | None) -> Reading | None:
        """“Will give” promises, “would blockade” threatens, “will not accept” refuses (CAMEO 03, 13, 12)."""
        if reading is None or reading.clause is None or reading.clause.kind == ADVERBIAL:
            return reading
        verb, slots = reading.clause.verb, slots_of(reading.clause)
        if verb.modal not in _MODALS or slots.passive or verb.perfect or not self.roles.actors_in(slots.subjects):
            return reading
        if verb.negation >= 0:
            if reading.type in _COOPERATIVE or reading.type == "AGREE":
                reading.type, reading.mode, reading.settled = "REJECT", "change", True
        elif reading.type in _COOPERATIVE and verb.modal in _PROMISING:
            reading.type, reading.mode = "AGREE", ""
        elif reading.type in _HOSTILE:
            reading.type, reading.mode = compose("threaten", reading.type, reading.mode)
        return reading
