"""Clauses: which noun phrases are a verb's subject and object, and how the clauses of a sentence hang together.

A shallow analysis without a model, over the chunks of `core.extract.chunks`: the second level of a finite-state
cascade. It decides what event coding needs and leaves the rest open: prepositional phrases are kept in order
after their verb or noun, not attached.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from core.extract.chunks import Chunk, chunk
from core.extract.clauses import (
    ADVERBIAL,
    COMPLEMENT,
    GERUND,
    INFINITIVE,
    MAIN,
    PARTICIPLE,
    RELATIVE,
    Clause,
    SubjectSearch,
    read_arguments,
)
from core.extract.groups import Phrases, Row
from core.lexicon.english_words import clause_verbs, object_control, word_set
from core.lexicon.status import cue_words
from core.model import Sentence, Span

_TOGETHER = 14  # chunks between two coordinated verbs at most
_SUBORDINATE = {"t": COMPLEMENT, "s": ADVERBIAL, "w": RELATIVE}


@dataclass(slots=True)
class Parse:
    """A sentence's tags, base forms, chunks and clauses, all in order; `doubt` is where “unconfirmed” stands, or -1."""

    sentence: Sentence
    tags: str
    bases: list[str]
    row: Row
    clauses: list[Clause]
    doubt: int = -1

    @property
    def chunks(self) -> Sequence[Chunk]:
        """The sentence's chunks."""
        return self.row.chunks

    def clause_at(self, position: int) -> Clause | None:
        """The clause of the last verb before the chunk at `position`, else the first; None without verbs."""
        i = bisect_right(self.clauses, position, key=lambda c: c.at)
        return self.clauses[max(i - 1, 0)] if self.clauses else None

    def phrases_after(self, position: int) -> Phrases:
        """The prepositional phrases that follow the noun phrase at `position` without a break, in order."""
        return self.row.phrases_from(position + 1)

    def extent(self, clause: Clause) -> Span:
        """From the clause's first subject (or its verb) to the end of its last argument."""
        tokens = self.sentence.tokens
        firsts = [c.first for c in clause.subjects if c.first < clause.verb.first] or [clause.verb.first]
        last = self.clauses[clause.shared] if clause.shared >= 0 else clause
        stop = max(last.stop, last.at + 1)
        return Span(tokens[min(firsts)].start, tokens[self.chunks[stop - 1].last - 1].end)


def parse(sentence: Sentence, names: Collection[int] = ()) -> Parse:
    """Analyses one sentence; `names` are the indices of tokens inside mentions, which are never verbs."""
    chunks, tags, bases = chunk(sentence, names)
    row = Row(chunks)
    doubt = next((i for i, word in enumerate(bases) if word in cue_words("words")), -1)
    return Parse(sentence, tags, bases, row, _Reader(row).clauses(), doubt)


class _Reader:
    """Reads clauses from left to right; each knows all that stand before it."""

    def __init__(self, row: Row) -> None:
        self.row, self.chunks = row, row.chunks
        self.found: list[Clause] = []
        self.by_position: dict[int, Clause] = {}
        self.search = SubjectSearch(row, self.by_position)

    def clauses(self) -> list[Clause]:
        for at, item in enumerate(self.chunks):
            if item.kind == "V":
                clause = Clause(len(self.found), at, item, passive=item.passive)
                self._place(clause)
                read_arguments(self.row, clause)
                self._without_object(clause)
                self._free_relative(clause)
                self.found.append(clause)
                self.by_position[at] = clause
                if clause.parent >= 0:
                    self.found[clause.parent].children.append(clause.index)
                if clause.twin >= 0:
                    self.found[clause.twin].twins.append(clause.index)
                self._share_phrases(clause)
        return self.found

    def _share_phrases(self, clause: Clause) -> None:
        """“Five were killed and 20 injured in strikes on Oslo”: what follows the second passive holds for both."""
        previous = self.found[clause.index - 1] if clause.index else clause
        first = self.row.start(clause.at - 1)
        bare = clause.verb.first == clause.verb.head or (first > 0 and self.chunks[first].form == "c")
        gapped = clause.passive and bare and (previous.passive or not (previous.objects or previous.predicate))
        together = self.row.kinds[previous.at + 1 : clause.at] in ("&N", ",&N", "&", "&pN")
        if gapped and together and first > previous.at and clause.phrases and not previous.phrases:
            previous.phrases, previous.shared = clause.phrases, clause.index

    def _place(self, clause: Clause) -> None:
        """Settles the clause's kind, subject and governor by what stands before its verb."""
        verb, before = clause.verb, self.row.kind(clause.at - 1)
        previous = self.found[-1] if self.found else None
        joined = before == "&" or (before == "," and previous is not None and self._listed(clause, previous))
        if joined and previous is not None and self._shares(clause, previous):
            return
        having = verb.perfect and not (verb.finite or verb.infinitive or verb.modal)
        bare_ing = (verb.form == "G" or having) and not verb.finite
        if before == "w":
            self._relative(clause, previous)
        elif before == "s":
            self._adverbial(clause, previous)
        elif verb.infinitive or self._bare_infinitive(clause, previous):
            self._infinitive(clause, previous)
        elif bare_ing and before in "pV":
            self._under(clause, GERUND, previous, mark=self.chunks[clause.at - 1].base if before == "p" else "")
            if previous and not previous.passive and previous.objects and previous.verb.base in word_set("accusing"):
                clause.subjects = list(previous.objects)
        elif bare_ing:
            self._under(clause, PARTICIPLE, previous)
            clause.subjects = self.row.ending(clause.at - 1) or clause.subjects
        else:
            self._finite(clause, previous)

    @staticmethod
    def _without_object(clause: Clause) -> None:
        """“A number of fighters killed”: a transitive verb's bare “-ed” form without an object is passive."""
        verb = clause.verb
        bare = verb.form in "VP" and verb.first == verb.head and not clause.passive
        if bare and not clause.objects and clause.kind == MAIN and verb.base in word_set("transitive"):
            clause.passive = True

    def _free_relative(self, clause: Clause) -> None:
        """“Condemned what it called the use of force by police”: what is called so is the object of the first verb."""
        governor = self.found[clause.parent] if clause.parent >= 0 else None
        if governor is None or clause.mark != "what" or governor.objects or governor.passive:
            return
        if self.row.kind(governor.at + 1) != "s" or clause.verb.base not in word_set("calling"):
            return
        clause.kind = COMPLEMENT
        named = [c for p, group in clause.phrases if p == "as" for c in group]
        governor.objects = clause.objects or named
        governor.phrases = governor.phrases + [pair for pair in clause.phrases if pair[0] != "as"]

    @staticmethod
    def _govern(clause: Clause, kind: str, previous: Clause | None, mark: str = "") -> None:
        clause.kind, clause.mark = kind, mark
        clause.parent = previous.index if previous else -1

    def _under(self, clause: Clause, kind: str, previous: Clause | None, mark: str = "") -> None:
        """A clause without a subject of its own: the governing clause's subject is understood."""
        self._govern(clause, kind, previous, mark)
        if previous:
            clause.subjects = list(previous.objects if previous.passive and previous.objects else previous.subjects)

    def _listed(self, clause: Clause, previous: Clause) -> bool:
        """Verb groups parted by commas (“has flown 870 missions, conducted 265 raids and …”)."""
        bare = not clause.verb.finite and clause.verb.form == "V" and previous.verb.finite and not previous.passive
        level = previous.kind in (MAIN, COMPLEMENT)
        return bare and level and previous.stop == clause.at - 1 and self.row.kind(clause.at + 1) == "N"

    def _shares(self, clause: Clause, previous: Clause) -> bool:
        """Coordinated verb groups (“captured the town and killed …”, “killed or injured”)."""
        verb = clause.verb
        if previous.at < clause.at - _TOGETHER or (verb.form == "G" and previous.verb.form != "G" and not verb.finite):
            return False
        twin = previous
        while self._too_low(verb, twin):
            twin = self.found[twin.parent]
        clause.twin, clause.kind, clause.parent, clause.mark = twin.index, twin.kind, twin.parent, twin.mark
        clause.subjects = list(twin.subjects)
        if not verb.finite and twin.passive and verb.form in "VP":
            clause.passive = self.row.kind(clause.at + 1) != "N" or twin.at == clause.at - 2
        if not verb.tense:
            verb.tense, verb.modal = twin.verb.tense, verb.modal or twin.verb.modal
            verb.negation = twin.verb.negation if verb.negation < 0 else verb.negation
        return True

    @staticmethod
    def _too_low(verb: Chunk, twin: Clause) -> bool:
        """Whether a verb's form shows that it goes with a higher one (“refused to lift the ban and expelled …”)."""
        past = verb.form in "VD" and twin.kind == INFINITIVE and twin.verb.form == "v"
        level = twin.parent >= 0 and twin.kind in (INFINITIVE, GERUND, PARTICIPLE)
        return level and not twin.verb.finite and (verb.finite or past)

    def _adverbial(self, clause: Clause, previous: Clause | None) -> None:
        """“When asked …”: the subordinator stands right before the verb."""
        self._govern(clause, ADVERBIAL, previous, self.chunks[clause.at - 1].base)
        clause.subjects = list(previous.subjects) if previous else []
        clause.passive = clause.passive or (clause.verb.form in "VP" and not clause.verb.finite)

    def _relative(self, clause: Clause, previous: Clause | None) -> None:
        """“… who killed 12”: the subject is what the relative word stands for."""
        self._govern(clause, RELATIVE, previous, self.chunks[clause.at - 1].base)
        clause.subjects = self.row.ending(self._antecedent(clause.at - 1, clause.mark))

    def _antecedent(self, at: int, mark: str) -> int:
        """The position of the phrase that the relative word at `at` stands for (“people across Iraq who …”: people)."""
        j = at - 1
        while j > 0 and self.row.kinds[j] in ",p":
            j -= 1
        while mark == "who" and self.row.kinds[max(j - 2, 0) : j + 1] == "NpN":
            if self.chunks[j].form != "N" or self.chunks[j - 2].form not in "nc":
                break
            j -= 2
        return j

    def _infinitive(self, clause: Clause, previous: Clause | None) -> None:
        """“Managed to capture” has the governing subject, “urged Israel to withdraw” its object."""
        self._under(clause, INFINITIVE, previous)
        if not previous or previous.passive:
            return
        objects = previous.objects or previous.indirect
        if previous.verb.base in object_control() and (objects or previous.phrases):
            clause.subjects = list(objects or previous.phrases[0][1])
        elif objects and objects[-1] is self.chunks[clause.at - 1]:
            clause.mark = "noun"

    def _bare_infinitive(self, clause: Clause, previous: Clause | None) -> bool:
        """“Let two hostages go”, “helped them flee”: a base form right after the object of such a verb."""
        if previous is None or previous.passive or clause.verb.form != "v" or clause.verb.modal or not previous.objects:
            return False
        bare = previous.verb.base in word_set("bare_infinitive")
        return bare and previous.objects[-1] is self.chunks[clause.at - 1]

    def _finite(self, clause: Clause, previous: Clause | None) -> None:
        subjects, start = self.search.find(clause.at)
        clause.subjects = subjects
        verb = clause.verb
        if not verb.finite and verb.form in "VP":
            if verb.form == "P" or self._reduced(clause, previous):
                self._govern(clause, PARTICIPLE, previous)
                clause.passive = True
                clause.subjects = self.row.ending(clause.at - 1) or subjects
                return
            verb.tense = "past"
        before = self.row.kind(start - 1)
        if start > 0 and before in _SUBORDINATE:
            self._govern(clause, _SUBORDINATE[before], previous, self.chunks[start - 1].base)
            if before == "w":
                clause.objects = self.row.ending(self._antecedent(start - 1, ""))
        elif before == "V" and previous and previous.verb.base in clause_verbs():
            self._govern(clause, COMPLEMENT, previous)
            if start - 1 == previous.at:
                previous.objects = []

    def _reduced(self, clause: Clause, previous: Clause | None) -> bool:
        """Whether a bare “-ed” form is a reduced relative (“districts captured by …”) rather than a past tense."""
        at, before, after = clause.at, self.row.kind(clause.at - 1), self.row.kind(clause.at + 1)
        if after == "p" and self.chunks[at + 1].base == "by":
            return True
        unbroken = previous is not None and not set(",&tsw.") & set(self.row.kinds[previous.at + 1 : at])
        behind = before == "N" and self.row.kind(self.row.start(at - 1) - 1) == "p"
        if previous is not None and unbroken and behind and after != "N":
            return True
        if previous is not None and unbroken and previous.kind != PARTICIPLE:
            return previous.verb.base not in clause_verbs() or before != "N"
        return after != "N" and before == "N" and clause.verb.base not in clause_verbs() and self._verb_follows(at)

    def _verb_follows(self, at: int) -> bool:
        """Whether a finite verb group follows before the next break, so that the clause's own verb is that one."""
        for j in range(at + 1, min(at + 12, len(self.chunks))):
            if self.row.kinds[j] in "&tsw.,":
                return False
            if self.row.kinds[j] == "V":
                tells = self.chunks[j].finite or (self.chunks[j].form in "VD" and self.row.kind(j + 1) == "N")
                return tells and (self.row.kinds[j - 1] != "N" or j > at + 2)
        return False
