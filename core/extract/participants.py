"""Which noun phrases name somebody, whose they are, and who stands behind them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.extract.chunks import Chunk
from core.extract.clauses import COMPLEMENT, Clause
from core.extract.groups import Phrases
from core.extract.naming import Scene, is_person_word
from core.extract.senses import Slots
from core.lexicon.english_words import clause_verbs
from core.lexicon.status import word_list
from core.lexicon.triggers import nouns
from core.model import Form, Layer, Span

OWN = frozenset("its their his her our my himself herself itself themselves".split())
_SOURCES = frozenset("by of between from among to for on against with in".split())


class Participants:
    """The noun phrases of one sentence, asked who they name."""

    def __init__(self, scene: Scene) -> None:
        """Looks up the positions of the sentence's chunks once."""
        self.scene, self.parse = scene, scene.parse
        self.tokens = scene.parse.sentence.tokens
        self.positions = {id(c): i for i, c in enumerate(scene.parse.chunks)}

    def _of(self, phrase: Chunk) -> Chunk | None:
        """The phrase behind an “of” that follows right after `phrase`."""
        position = self.positions.get(id(phrase), -1)
        row = self.parse.row
        if position < 0 or row.kind(position + 2) != "N" or row.chunks[position + 1].base != "of":
            return None
        return row.chunks[position + 2]

    def span(self, phrase: Chunk) -> Span:
        """The phrase, with its “of” phrase where its own head only counts or groups (“thousands of Nigerians”)."""
        if (person := self._apposed(phrase)) is not None:
            return person.span(self.tokens)
        start, end = phrase.span(self.tokens)
        while (inner := self._of(phrase)) is not None:
            titled = phrase.form in "cn" or not self.scene.mentions.get(phrase.head)
            if not titled or self.scene.is_place(phrase):
                break
            phrase, end = inner, inner.span(self.tokens).end
        return Span(start, end)

    def _apposed(self, phrase: Chunk) -> Chunk | None:
        """The person whose name follows a role between commas (“his Turkish counterpart, Hakan Fidan, in Moscow”)."""
        position, row = self.positions.get(id(phrase), -1), self.parse.row
        own = {m.form for m in self.scene.mentions.get(phrase.head, ())}
        if position < 0 or Form.NAME in own or not is_person_word(phrase.base) or phrase.base.endswith("s"):
            return None
        if self._of(phrase) is not None:
            position += 2
        if row.kind(position + 1) != "," or row.kind(position + 2) != "N" or row.kind(position + 3) not in ",.":
            return None
        name = row.chunks[position + 2]
        person = any(m.kind == "person" and m.form is Form.NAME for m in self.scene.mentions.get(name.head, ()))
        return name if person else None

    def named(self, phrase: Chunk) -> bool:
        """Whether the phrase, or the “of” phrase that it counts, names somebody."""
        if self.scene.is_actor(phrase) or self._apposed(phrase) is not None:
            return True
        before = self.parse.tags[phrase.first : phrase.head]
        if "N" in before and "k" not in before and not self.scene.is_place(phrase):
            return True
        inner = self._of(phrase)
        counts = phrase.form in "cd" or phrase.base in word_list("counts")
        return inner is not None and counts and self.named(inner)

    def actors_in(self, phrases: Sequence[Chunk]) -> list[Span]:
        """The spans of those phrases that name somebody."""
        return [self.span(c) for c in phrases if self.named(c)]

    def others_in(self, phrases: Sequence[Chunk]) -> list[Span]:
        """As `actors_in`, without what belongs to the actor (“withdraw its troops” is done to nobody else)."""
        return self.actors_in([c for c in phrases if self.tokens[c.first].lower not in OWN])

    def any_in(self, phrases: Sequence[Chunk]) -> list[Span]:
        """As `actors_in`, without the actor himself (“blew himself up”)."""
        return self.actors_in([c for c in phrases if not self.tokens[c.head].lower.endswith(("self", "selves"))])

    @staticmethod
    def is_deed(phrase: Chunk) -> bool:
        """Whether the phrase names violence (“Russian strikes”), so that what is named in it is who did it."""
        return any(e.type == "ASSAULT" and len(e.words) == 1 for e in nouns().get(phrase.base, ()))

    @staticmethod
    def _two_sided(phrase: Chunk) -> bool:
        return any(e.actor == "both" for e in nouns().get(phrase.base, ()))

    def doers(self, phrases: Sequence[Chunk]) -> list[Span]:
        """Who did the deeds among `phrases`: behind “by” (“between” for clashes), or named before the head."""
        found: list[Span] = []
        for phrase in phrases:
            if self.is_deed(phrase):
                after = self.parse.phrases_after(self.positions[id(phrase)])
                behind = ("by", "between") if self._two_sided(phrase) else ("by",)
                found += [s for p, group in after if p in behind for s in self.actors_in(group)]
                found += [] if found else self._makers(phrase)
        return found

    def _makers(self, phrase: Chunk) -> list[Span]:
        """Whose deed it is: a possessor, or an actor or people named before the head (“rebel attack”)."""
        if self.tokens[phrase.first].lower in OWN:
            return []
        before = [m for i in range(phrase.first, phrase.head) for m in self.scene.mentions.get(i, ())]
        named = any(m.layer is Layer.ACTOR or m.form is Form.DEMONYM for m in before)
        return [self.span(phrase)] if named else []

    def owner(self, phrase: Chunk, before: int | None = None) -> list[Span]:
        """The possessor or name before the head (“Syria's invasion”, “Israeli air raids”), if there is one.

        Args:
            phrase: The noun phrase.
            before: The index of the first token that is not looked at, the head's by default.
        """
        tags, head = self.parse.tags, phrase.head if before is None else before
        k = tags.rfind("k", phrase.first, head)
        if k > phrase.first:
            return [Span(self.tokens[phrase.first].start, self.tokens[k - 1].end)]
        if tags[phrase.head] == "N":
            return []
        named = [i for i in range(phrase.first, head) if tags[i] == "N" and not self.scene.is_ground(i)]
        if named:
            return [Span(self.tokens[named[0]].start, self.tokens[named[-1]].end)]
        if self.tokens[phrase.first].lower in OWN and phrase.first < head:
            return [Span(self.tokens[phrase.first].start, self.tokens[phrase.first].end)]
        return []

    def sources(self, phrases: Sequence[Chunk]) -> list[Span]:
        """Whose an argument is: its possessor, then who stands behind a preposition (“calls by Kofi Annan”)."""
        for phrase in phrases:
            owner = self.owner(phrase)
            if owner and self.tokens[phrase.first].lower not in OWN:
                return owner
            for preposition, group in self.parse.phrases_after(self.positions[id(phrase)]):
                if preposition in _SOURCES and (found := self.actors_in(group)):
                    return found
        return []

    def stand_in(self, span: Span, clause: Clause | None) -> Span:
        """For a pronoun in what somebody says, the speaker where number and kind agree (“Syria says it is willing”)."""
        if clause is None:
            return span
        first = next((c for c in clause.subjects if c.span(self.tokens) == span), None)
        if first is None or first.form != "o":
            return span
        while clause.kind != COMPLEMENT and clause.parent >= 0:
            clause = self.parse.clauses[clause.parent]
        governor = self.parse.clauses[clause.parent] if clause.parent >= 0 else None
        if governor is None or governor.verb.base not in clause_verbs() or len(governor.subjects) != 1:
            return span
        speaker = governor.subjects[0]
        return self.span(speaker) if speaker.form != "o" and self._agrees(first.base, speaker) else span

    def _agrees(self, pronoun: str, phrase: Chunk) -> bool:
        kinds = {m.kind for m in self.scene.mentions.get(phrase.head, ())}
        many = phrase.base.endswith("s")
        if pronoun in ("he", "she"):
            return "person" in kinds or (not kinds and is_person_word(phrase.base) and not many)
        if pronoun == "they":
            return "person" not in kinds and (many or bool(kinds - {"country"}))
        return pronoun == "it" and "person" not in kinds and (bool(kinds) or not many)

    def leaders(self, slots: Slots, subjects: Sequence[Chunk]) -> list[Span]:
        """Those under whose command a nameless force acts (“forces … under the command of X and Y”)."""
        if any(m.form is Form.NAME for c in subjects for m in self.scene.mentions.get(c.head, ())):
            return []
        phrases: Phrases = [p for c in subjects[-1:] for p in self._loosely_after(c)] + slots.phrases
        for (preposition, group), following in pairwise(phrases):
            if preposition == "under" and group[-1].base in word_list("command") and following[0] == "of":
                return self.actors_in(following[1])
        return []

    def _loosely_after(self, subject: Chunk) -> Phrases:
        """The prepositional phrases between a subject and its verb, commas aside."""
        row, found = self.parse.row, []
        j = self.positions[id(subject)] + 1
        while row.kind(j) in "pN,A&":
            phrase = row.phrase_at(j)
            if phrase is not None:
                found.append(phrase[:2])
            j = phrase[2] if phrase is not None else j + 1
        return found
