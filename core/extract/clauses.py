"""A clause: a verb group with what stands around it, and the search for its arguments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.extract.chunks import Chunk
from core.extract.groups import Phrases, Row
from core.lexicon.english_words import clause_verbs, word_set

MAIN = "main"
RELATIVE = "relative"
PARTICIPLE = "participle"
INFINITIVE = "infinitive"
GERUND = "gerund"
COMPLEMENT = "complement"
ADVERBIAL = "adverbial"
_EMBEDDED = (RELATIVE, PARTICIPLE, INFINITIVE, GERUND)
_REACH = 60  # chunks; no subject stands farther from its verb, and hostile input stays linear


@dataclass(slots=True)
class Clause:
    """A verb group with its arguments. `index`, `parent` and `twin` are positions in `Parse.clauses` (-1 for none).

    Args:
        at: The verb's position in `Parse.chunks`.
        kind: main, relative, participle, infinitive, gerund, complement (“said that …”) or adverbial (“if …”).
        mark: The subordinator or preposition that opens it; “noun” for an infinitive that belongs to a noun.
        parent: The clause whose verb, object or subordinator governs it.
        twin: The earlier clause that it is coordinated with, sharing its subject.
        passive: Whether the subject is what is acted upon.
        stop: The position in `Parse.chunks` after its last argument.
        shared: The later clause whose prepositional phrases it shares, -1 for none.
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
    phrases: Phrases = field(default_factory=list)
    predicate: Chunk | None = None
    children: list[int] = field(default_factory=list)
    twins: list[int] = field(default_factory=list)
    stop: int = 0
    shared: int = -1


def _next_subject(row: Row, j: int, clause: Clause) -> bool:
    """Whether the phrase after an object begins a clause of its own (“workers they had held”)."""
    return bool(clause.objects) and row.chunks[j].form == "o" and row.kind(j + 1) == "V"


def _past_circumstance(row: Row, word: str, j: int) -> int:
    """Skips what belongs to a circumstance rather than to the verb (“arrested men after an attack on Israel”)."""
    while word in word_set("circumstances") and (phrase := row.phrase_at(j)) is not None and phrase[0] != "by":
        j = phrase[2]
    return j


def read_arguments(row: Row, clause: Clause) -> None:
    """Gives the clause its objects and prepositional phrases, up to the next verb group or break."""
    j = clause.at + 1
    while True:
        kind = row.kind(j)
        if kind == "N":
            if clause.phrases or (clause.objects and clause.indirect) or _next_subject(row, j, clause):
                break
            last = row.end(j)
            clause.indirect, clause.objects = clause.objects, row.members(j, last)
            j = last + 1
        elif (phrase := row.phrase_at(j)) is not None:
            clause.phrases.append(phrase[:2])
            j = _past_circumstance(row, phrase[0], phrase[2])
        elif kind == "A":
            clause.predicate = clause.predicate or row.chunks[j]
            j += 1
        elif kind == "p" or (kind == "," and row.kind(j + 1) == "p"):
            j += 1
        else:
            break
    clause.stop = min(j, len(row.chunks))


@dataclass(frozen=True, slots=True)
class SubjectSearch:
    """The search for a finite verb's subject, leftwards over what may stand between the two."""

    row: Row
    clauses: Mapping[int, Clause]

    def find(self, at: int) -> tuple[list[Chunk], int]:
        """The noun phrases that are subject of the verb at position `at`, and the position where they begin."""
        row, j, skipped = self.row, at - 1, False
        floor = max(-1, at - _REACH)
        while j > floor:
            kind = row.kinds[j]
            if kind == "N":
                onward = self._beyond(j, at, skipped)
                if onward is None:
                    first = row.start(j)
                    return row.members(first, j), first
                j, skipped = onward
                continue
            if kind in "ts;." or (kind == "&" and not skipped and j == at - 1):
                return [], j + 1
            if kind == "V":
                if not self._embedded(self.clauses.get(j)):
                    return [], j + 1
                skipped = True
            j -= 1
        return [], max(j + 1, 0)

    def _beyond(self, j: int, at: int, skipped: bool) -> tuple[int, bool] | None:
        """Where to look on, if the phrase at `j` is no subject of the verb at `at` but belongs to something between."""
        first = self.row.start(j)
        before = self.row.kind(first - 1)
        if before == "p":
            return first - 2, skipped
        if before == "w" and first < at - 1:
            return first - 2, True
        governor = self.clauses.get(first - 1)
        clausal = governor is not None and governor.verb.base in clause_verbs() and j == at - 1
        if governor is not None and not clausal and self._embedded(governor):
            return governor.at - 1, True
        if not skipped and "," in self.row.kinds[j + 1 : at] and self._apposed(first):
            return first - 2, skipped
        return None

    @staticmethod
    def _embedded(clause: Clause | None) -> bool:
        """Whether the search may look left of a verb: relative clauses, participles, infinitives."""
        return clause is not None and clause.kind in _EMBEDDED

    def _apposed(self, first: int) -> bool:
        """Whether the phrase at `first` stands in apposition (“A, a leader of B, said”)."""
        commas = self.row.kind(first - 1) == "," and self.row.kind(first - 2) == "N"
        return commas and "&" not in self.row.kinds[first - 1 : first + 2]
