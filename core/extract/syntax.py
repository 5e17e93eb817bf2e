"""Clauses: which noun phrases are a verb's subject and object, and how the clauses of a sentence hang together.

A shallow analysis without a model, over the chunks of `core.extract.chunks`. It decides what event coding
needs and leaves the rest open: prepositional phrases are kept in order after their verb or noun, not attached.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from core.extract.chunks import Chunk, chunk
from core.lexicon.english_words import clause_verbs, object_control
from core.model import Sentence, Span

MAIN, RELATIVE, PARTICIPLE, INFINITIVE, GERUND, COMPLEMENT, ADVERBIAL = (
    "main", "relative", "participle", "infinitive", "gerund", "complement", "adverbial",
)  # fmt: skip


@dataclass(slots=True)
class Clause:
    """A verb group with its arguments. `index`, `parent` and `twin` are positions in `Parse.clauses` (-1 for none).

    Args:
        at: The verb's position in `Parse.chunks`.
        kind: main, relative, participle, infinitive, gerund, complement (“said that …”) or adverbial (“if …”).
        mark: The subordinator or preposition that opens it.
        parent: The clause whose verb, object or subordinator governs it.
        twin: The earlier clause that it is coordinated with, sharing its subject.
        passive: Whether the subject is what is acted upon.
    """

    index: int
    at: int
    verb: Chunk
    kind: str = MAIN
    mark: str = ""
    parent: int = -1
    twin: int = -1
    passive: bool = False
    subjects: list[Chunk] = field(default_factory=list)
    objects: list[Chunk] = field(default_factory=list)
    indirect: list[Chunk] = field(default_factory=list)
    phrases: list[tuple[str, list[Chunk]]] = field(default_factory=list)
    predicate: Chunk | None = None
    children: list[int] = field(default_factory=list)
    stop: int = 0


@dataclass(slots=True)
class Parse:
    """A sentence's tags, base forms, chunks and clauses, all in order."""

    sentence: Sentence
    tags: str
    bases: list[str]
    chunks: list[Chunk]
    clauses: list[Clause]

    def clause_at(self, position: int) -> Clause | None:
        """The clause whose verb or arguments hold the chunk at `position`: the last verb before it, else the next."""
        before = [c for c in self.clauses if c.at <= position]
        if before:
            return before[-1] if position < max(before[-1].stop, before[-1].at + 1) or len(before) == 1 else before[-1]
        return self.clauses[0] if self.clauses else None


def parse(sentence: Sentence, names: Collection[int] = ()) -> Parse:
    """Analyses one sentence; `names` are the indices of tokens inside mentions, which are never verbs."""
    chunks, tags, bases = chunk(sentence, names)
    reader = _Reader(chunks)
    return Parse(sentence, tags, bases, chunks, reader.clauses())


class _Reader:
    def __init__(self, chunks: list[Chunk]) -> None:
        self.chunks = chunks
        self.kinds = "".join(c.kind for c in chunks)
        self.found: list[Clause] = []
        self.by_position: dict[int, Clause] = {}

    def clauses(self) -> list[Clause]:
        for at, item in enumerate(self.chunks):
            if item.kind == "V":
                clause = Clause(len(self.found), at, item, passive=item.passive)
                self._left(clause)
                self._right(clause)
                self.found.append(clause)
                self.by_position[at] = clause
                if clause.parent >= 0:
                    self.found[clause.parent].children.append(clause.index)
        return self.found

    # ---- what stands before the verb ------------------------------------------------------------------

    def _left(self, clause: Clause) -> None:
        verb, at = clause.verb, clause.at
        before = self.kinds[at - 1] if at else "."
        previous = self.found[-1] if self.found else None
        if before == "&" and previous and self._shares(clause, previous):
            return
        if before == "," and previous and self._listed(clause, previous) and self._shares(clause, previous):
            return
        if before in "ws":
            self._marked(clause, before, previous)
        elif verb.infinitive:
            self._infinitive(clause, previous)
        elif verb.form == "G" and not verb.finite and before == "p":
            self._under(clause, GERUND, previous, mark=self.chunks[at - 1].base)
        elif verb.form == "G" and not verb.finite and before == "V":
            self._under(clause, GERUND, previous)
        elif not verb.finite and verb.form == "G":
            self._participle(clause, before, previous)
        else:
            self._finite(clause, before, previous)

    def _listed(self, clause: Clause, previous: Clause) -> bool:
        """Verb groups parted by commas (“has flown 870 missions, conducted 265 raids and …”)."""
        bare = not clause.verb.finite and clause.verb.form == "V" and previous.verb.finite and not previous.passive
        follows = self.kinds[clause.at + 1 : clause.at + 2]
        level = previous.kind in (MAIN, COMPLEMENT)
        return bare and level and previous.stop == clause.at - 1 and follows == "N"

    def _under(self, clause: Clause, kind: str, previous: Clause | None, mark: str = "") -> None:
        """A clause without a subject of its own: the governing clause's subject is understood."""
        clause.kind, clause.mark = kind, mark
        if previous:
            clause.parent = previous.index
            clause.subjects = list(
                previous.subjects if not previous.passive or not previous.objects else previous.objects
            )

    def _shares(self, clause: Clause, previous: Clause) -> bool:
        """Coordinated verb groups (“captured the town and killed …”, “killed or injured”)."""
        verb = clause.verb
        if previous.at < clause.at - 14 or (verb.form == "G" and previous.verb.form != "G" and not verb.finite):
            return False
        twin = previous
        while (
            verb.finite and not twin.verb.finite and twin.parent >= 0 and twin.kind in (INFINITIVE, GERUND, PARTICIPLE)
        ):
            twin = self.found[twin.parent]
        bare = not verb.finite and verb.form in "VP"
        clause.twin, clause.kind, clause.parent, clause.mark = twin.index, twin.kind, twin.parent, twin.mark
        clause.subjects = list(twin.subjects)
        if bare and twin.passive and verb.form in "VP":
            clause.passive = self.kinds[clause.at + 1 : clause.at + 2] != "N" or twin.at == clause.at - 2
        if not verb.tense:
            verb.tense = twin.verb.tense
            verb.modal = verb.modal or twin.verb.modal
            if verb.negation < 0:
                verb.negation = twin.verb.negation
        return True

    def _marked(self, clause: Clause, before: str, previous: Clause | None) -> None:
        at = clause.at
        if before == "s":
            clause.kind, clause.mark = ADVERBIAL, self.chunks[at - 1].base
            clause.parent = previous.index if previous else -1
            clause.subjects = list(previous.subjects) if previous else []
            clause.passive = clause.passive or clause.verb.form in "VP" and not clause.verb.finite
            return
        clause.kind, clause.mark = RELATIVE, self.chunks[at - 1].base
        clause.parent = previous.index if previous else -1
        j = at - 2
        while j >= 0 and self.kinds[j] in ",p":
            j -= 1
        while self.kinds[j - 2 : j + 1] == "NpN" and clause.mark == "who" and self._names_place(j):
            j -= 2
        clause.subjects = self._group_ending(j) if j >= 0 and self.kinds[j] == "N" else []

    def _names_place(self, j: int) -> bool:
        """Whether “who” after a capitalised name means the people before it (“people across Iraq who …”)."""
        return j >= 2 and self.chunks[j].form == "N" and self.chunks[j - 2].form in "nc"

    def _infinitive(self, clause: Clause, previous: Clause | None) -> None:
        before = self.kinds[clause.at - 1] if clause.at else "."
        self._under(clause, INFINITIVE, previous)
        if not previous or previous.passive:
            return
        objects = previous.objects or previous.indirect
        if previous.verb.base in object_control() and (objects or previous.phrases):
            clause.subjects = list(objects or previous.phrases[0][1])
        elif before == "N" and objects and objects[-1] is self.chunks[clause.at - 1]:
            clause.mark = "noun"

    def _participle(self, clause: Clause, before: str, previous: Clause | None) -> None:
        """“…, killing 46”, “troops loyal to X advancing on Y”, “with journalists being attacked”."""
        clause.kind = PARTICIPLE
        clause.parent = previous.index if previous else -1
        clause.passive = clause.passive or (clause.verb.form in "VP" and "b" not in "")
        if before == "N":
            clause.subjects = self._group_ending(clause.at - 1)
        elif before == "," and previous:
            clause.subjects = list(previous.subjects)
        elif previous:
            clause.subjects = list(previous.subjects)

    def _finite(self, clause: Clause, before: str, previous: Clause | None) -> None:
        subjects, start, skipped = self._subject(clause.at)
        bare = not clause.verb.finite
        if bare and clause.verb.form in "VP":
            if clause.verb.form == "P" or self._reduced(clause, before, previous, start):
                clause.kind, clause.passive = PARTICIPLE, True
                clause.parent = previous.index if previous else -1
                near = self.kinds[clause.at - 1] if clause.at else "."
                clause.subjects = self._group_ending(clause.at - 1) if near == "N" else subjects
                return
            clause.verb.tense = "past"
        if bare and clause.verb.form == "G":
            clause.kind = PARTICIPLE
        clause.subjects = subjects
        mark = self.kinds[start - 1] if start > 0 else "."
        word = self.chunks[start - 1].base if start > 0 else ""
        if mark == "t":
            clause.kind, clause.mark = COMPLEMENT, word
            clause.parent = previous.index if previous else -1
        elif mark == "s":
            clause.kind, clause.mark = ADVERBIAL, word
            clause.parent = previous.index if previous else -1
        elif mark == "w":
            clause.kind, clause.mark = RELATIVE, word
            clause.parent = previous.index if previous else -1
            j = start - 2
            while j > 0 and self.kinds[j] in ",p":
                j -= 1
            if j >= 0 and self.kinds[j] == "N":
                clause.objects = self._group_ending(j)
        elif mark == "V" and previous and start - 1 == previous.at and previous.verb.base in clause_verbs():
            clause.kind, clause.parent = COMPLEMENT, previous.index
            previous.objects = []
        elif mark == "V" and previous and previous.verb.base in clause_verbs():
            clause.kind, clause.parent = COMPLEMENT, previous.index

    def _reduced(self, clause: Clause, before: str, previous: Clause | None, start: int) -> bool:
        """Whether a bare “-ed” form is a reduced relative (“districts captured by …”) rather than a past tense."""
        at = clause.at
        after = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        if after is not None and after.kind == "p" and after.base == "by":
            return True
        if previous and not self._break_between(previous.at, at) and previous.kind != PARTICIPLE:
            governed = previous.verb.base in clause_verbs() and before in "NP"
            return not governed
        if after is not None and after.kind == "N":
            return False
        return self._verb_follows(at) and before in "N" and clause.verb.base not in clause_verbs()

    def _break_between(self, left: int, right: int) -> bool:
        return any(k in ",&tsw." for k in self.kinds[left + 1 : right])

    def _verb_follows(self, at: int) -> bool:
        """Whether a finite verb group follows before the next break, so that the clause's own verb is that one."""
        for j in range(at + 1, min(at + 12, len(self.chunks))):
            if self.kinds[j] in "&tsw.,":
                return False
            if self.kinds[j] == "V":
                return self.chunks[j].finite and self.kinds[j - 1] != "N" or self.chunks[j].finite and j > at + 2
        return False

    def _subject(self, at: int) -> tuple[list[Chunk], int, bool]:
        """The noun phrases that are subject of the finite verb at `at`, and where they begin."""
        j, skipped = at - 1, False
        while j >= 0:
            kind = self.kinds[j]
            if kind == "N":
                first = self._group_start(j)
                if first > 0 and self.kinds[first - 1] in "pw" and first < at - 1 + (self.kinds[first - 1] == "p"):
                    j, skipped = first - 2, skipped or self.kinds[first - 1] == "w"
                    continue
                governor = self.by_position.get(first - 1)
                clausal = governor is not None and governor.verb.base in clause_verbs() and j == at - 1
                if governor is not None and not clausal and self._passed_over(governor):
                    j, skipped = governor.at - 1, True
                    continue
                appositive = self._apposed(first) if "," in self.kinds[j + 1 : at] else -1
                if appositive >= 0 and not skipped:
                    j = appositive
                    continue
                return [c for c in self.chunks[first : j + 1] if c.kind == "N"], first, skipped
            if kind in "ts;." or (kind == "&" and not skipped and j == at - 1):
                return [], j + 1, skipped
            if kind == "V":
                governor = self.by_position.get(j)
                if governor is None or not self._passed_over(governor):
                    return [], j + 1, skipped
                skipped = True
            j -= 1
        return [], 0, skipped

    def _passed_over(self, clause: Clause) -> bool:
        """Whether a subject search may look left of this verb: relative clauses, participles, infinitives."""
        return clause.kind in (RELATIVE, PARTICIPLE, INFINITIVE, GERUND)

    def _apposed(self, first: int) -> int:
        """For “A, a leader of B, said”: the position of A, where the phrase at `first` stands in apposition; else -1."""
        j = first - 1
        if j < 1 or self.kinds[j] != "," or self.kinds[j - 1] not in "N":
            return -1
        return j - 1 if self._group_start(j - 1) >= 0 and "&" not in self.kinds[first - 1 : first + 2] else -1

    def _group_start(self, j: int) -> int:
        """The first position of the coordination (“A, B and C”) whose last member is at `j`."""
        first = j
        if first >= 2 and self.kinds[first - 1] == "&" and self.kinds[first - 2] in "N,":
            first -= 2 if self.kinds[first - 2] == "N" else 3
            while first >= 2 and self.kinds[first - 1] == "," and self.kinds[first - 2] == "N":
                first -= 2
        return max(first, 0) if self.kinds[max(first, 0)] == "N" else j

    def _group_ending(self, j: int) -> list[Chunk]:
        return [c for c in self.chunks[self._group_start(j) : j + 1] if c.kind == "N"]

    # ---- what stands after the verb -------------------------------------------------------------------

    def group_end(self, j: int, *, pair: bool = False) -> int:
        """The last position of the coordination that begins at `j`; a member that has a verb of its own is left out."""
        last = j
        m = j
        while m + 2 < len(self.kinds) and self.kinds[m + 1] in ",&" and self.kinds[m + 2] in "N&":
            if self.kinds[m + 2] == "&":
                m += 1
                continue
            closing = self.kinds[m + 1] == "&"
            m += 2
            if closing:
                k = m + 1
                while self.kinds[k : k + 2] == "pN":
                    k += 2
                follows = self.chunks[k] if k < len(self.chunks) else None
                own = (
                    not pair
                    and follows is not None
                    and follows.kind == "V"
                    and (follows.finite or follows.form in "VD")
                )
                return last if own else m
        return last

    def _next_subject(self, j: int, clause: Clause) -> bool:
        """Whether the phrase after an object begins a clause of its own (“workers they had held”)."""
        return bool(clause.objects) and self.chunks[j].form == "o" and self.kinds[j + 1 : j + 2] == "V"

    def _right(self, clause: Clause) -> None:
        """Objects and prepositional phrases up to the next verb group or break."""
        j, n = clause.at + 1, len(self.chunks)
        while j < n:
            kind = self.kinds[j]
            if kind == "N":
                last = self.group_end(j)
                group = [c for c in self.chunks[j : last + 1] if c.kind == "N"]
                if clause.phrases or (clause.objects and clause.indirect) or self._next_subject(j, clause):
                    break
                if clause.objects:
                    clause.indirect, clause.objects = clause.objects, group
                else:
                    clause.objects = group
                j = last + 1
            elif kind == "p" and j + 1 < n and self.kinds[j + 1] == "N":
                last = self.group_end(j + 1, pair=self.chunks[j].base in ("between", "among"))
                clause.phrases.append(
                    (self.chunks[j].base, [c for c in self.chunks[j + 1 : last + 1] if c.kind == "N"])
                )
                j = last + 1
            elif kind == "A":
                clause.predicate = clause.predicate or self.chunks[j]
                j += 1
            elif kind == "p" or (kind == "," and j + 1 < n and self.kinds[j + 1] == "p"):
                j += 1
            else:
                break
        clause.stop = j


def phrases_after(parse: Parse, position: int) -> list[tuple[str, list[Chunk]]]:
    """The prepositional phrases that follow the noun phrase at `position` without a break, in order."""
    found: list[tuple[str, list[Chunk]]] = []
    chunks = parse.chunks
    reader: _Reader | None = None
    j, n = position + 1, len(chunks)
    while j + 1 < n and chunks[j].kind == "p" and chunks[j + 1].kind == "N":
        reader = reader or _Reader(chunks)
        last = reader.group_end(j + 1, pair=chunks[j].base in ("between", "among"))
        found.append((chunks[j].base, [c for c in chunks[j + 1 : last + 1] if c.kind == "N"]))
        j = last + 1
    return found


def clause_span(parse: Parse, clause: Clause) -> Span:
    """From the clause's first subject (or its verb) to the end of its last argument."""
    tokens = parse.sentence.tokens
    firsts = [c.first for c in clause.subjects if c.first < clause.verb.first] or [clause.verb.first]
    stop = max(clause.stop, clause.at + 1)
    return Span(tokens[min(firsts)].start, tokens[parse.chunks[stop - 1].last - 1].end)
