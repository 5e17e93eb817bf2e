"""Who did it to whom: the noun phrases that stand as actor and recipient of one trigger.

Order of search follows the entry's own roles (“fall to Y”: Y acts), then the type's usual ones. An argument that
names nobody (“a demand”, “three districts”) passes the question on to its possessor and its “of”, “by” and “from”.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.chunks import Chunk
from core.extract.senses import Scene, Sense, Slots
from core.extract.syntax import phrases_after
from core.model import Form, Span

DEFAULT = ("obj", "against", "with", "to", "on", "from", "for", "over", "indirect", "at", "in")
_PARTIES = ("by", "of", "between", "from", "among")
_OWN = frozenset("its their his her our my himself herself itself themselves".split())
_COUNTS = frozenset("tens dozens number handful couple majority most part group groups".split())
_LEADERS = frozenset("leadership command leader auspices banner direction".split())


def _unique(spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(sorted(dict.fromkeys(spans)))


class Roles:
    """The search for actors and recipients in one sentence."""

    def __init__(self, scene: Scene) -> None:
        """Looks up the positions of the sentence's chunks once."""
        self.scene = scene
        self.tokens = scene.parse.sentence.tokens
        self.positions = {id(c): i for i, c in enumerate(scene.parse.chunks)}

    def span(self, phrase: Chunk) -> Span:
        """The phrase, with its “of” phrase where its own head only counts or groups (“thousands of Nigerians”)."""
        start, end = phrase.span(self.tokens)
        position = self.positions.get(id(phrase), -1)
        chunks = self.scene.parse.chunks
        if 0 <= position < len(chunks) - 2 and chunks[position + 1].base == "of" and chunks[position + 2].kind == "N":
            if (phrase.form in "cn" or not self.scene.mentions.get(phrase.head)) and not self.scene.is_place(phrase):
                end = self.span(chunks[position + 2]).end
        return Span(start, end)

    def actors_in(self, phrases: Sequence[Chunk]) -> list[Span]:
        """The spans of those phrases that name somebody."""
        return [self.span(c) for c in phrases if self.named(c)]

    def others_in(self, phrases: Sequence[Chunk]) -> list[Span]:
        """As `actors_in`, without what belongs to the actor (“withdraw its troops” is done to nobody else)."""
        others = [c for c in phrases if self.tokens[c.first].lower not in _OWN]
        return self.actors_in(others)

    def named(self, phrase: Chunk) -> bool:
        """Whether the phrase, or the “of” phrase that it counts, names somebody."""
        if self.scene.is_actor(phrase):
            return True
        if "N" in self.scene.parse.tags[phrase.first : phrase.head] and not self.scene.is_place(phrase):
            return True
        position = self.positions.get(id(phrase), -1)
        chunks = self.scene.parse.chunks
        follows = 0 <= position < len(chunks) - 2 and chunks[position + 1].base == "of"
        return follows and (phrase.form in "cd" or phrase.base in _COUNTS) and self.named(chunks[position + 2])

    def owner(self, phrase: Chunk, before: int | None = None) -> list[Span]:
        """The possessor or demonym before the head (“Syria's invasion”, “Israeli air raids”), if it names somebody."""
        tags, head = self.scene.parse.tags, phrase.head if before is None else before
        k = tags.rfind("k", phrase.first, head)
        if k > phrase.first:
            return [Span(self.tokens[phrase.first].start, self.tokens[k - 1].end)]
        named = [i for i in range(phrase.first, head) if tags[i] == "N"]
        if named:
            return [Span(self.tokens[named[0]].start, self.tokens[named[-1]].end)]
        if self.tokens[phrase.first].lower in ("their", "its", "his", "her"):
            return [Span(self.tokens[phrase.first].start, self.tokens[phrase.first].end)]
        return []

    def sources(self, phrases: Sequence[Chunk]) -> list[Span]:
        """Whose an argument is: possessor, then “by”, “of”, “from” after it (“calls by Kofi Annan”)."""
        for phrase in phrases:
            owner = self.owner(phrase)
            if owner and self.tokens[phrase.first].lower not in _OWN:
                return owner
            for preposition, group in phrases_after(self.scene.parse, self.positions[id(phrase)]):
                if preposition in (*_PARTIES, "to", "for", "on", "against", "with", "in"):
                    found = self.actors_in(group)
                    if found:
                        return found
        return []

    def leaders(self, slots: Slots, subjects: Sequence[Chunk]) -> list[Span]:
        """Those under whose command a nameless force acts (“forces … under the command of X and Y”)."""
        if any(m.form is Form.NAME for c in subjects for m in self.scene.mentions.get(c.head, ())):
            return []
        phrases = list(slots.phrases)
        for subject in subjects[-1:]:
            phrases = [*self._loosely_after(subject), *phrases]
        for i, (preposition, group) in enumerate(phrases[:-1]):
            if preposition == "under" and group[-1].base in _LEADERS and phrases[i + 1][0] == "of":
                return self.actors_in(phrases[i + 1][1])
        return []

    def _loosely_after(self, subject: Chunk) -> list[tuple[str, list[Chunk]]]:
        """The prepositional phrases between a subject and its verb, commas aside."""
        chunks, found = self.scene.parse.chunks, []
        j = self.positions[id(subject)] + 1
        while j < len(chunks) and chunks[j].kind in "pN,A&":
            if chunks[j].kind == "p":
                group = []
                while j + 1 < len(chunks) and chunks[j + 1].kind in "N&":
                    j += 1
                    group += [chunks[j]] if chunks[j].kind == "N" else []
                if group:
                    found.append((self._preposition(group[0]), group))
            j += 1
        return found

    def _preposition(self, phrase: Chunk) -> str:
        return self.scene.parse.chunks[self.positions[id(phrase)] - 1].base

    def of_verb(self, sense: Sense, extra: Slots | None = None) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Actors and recipients of a verb in its sense; `extra` holds the arguments of what it governs."""
        entry, slots = sense.entry, sense.slots
        phrases = self._actor_phrases(entry.actor, slots)
        actors = self.leaders(slots, phrases) or [self.span(c) for c in phrases if self.named(c) or c.form == "N"]
        if entry.actor == "both" and not slots.passive:
            for preposition in ("with", "between", "among", "against"):
                actors += self.actors_in(slots.behind(preposition))
            if entry.type in ("CONSULT", "ASSAULT") and not any(c.slot == "obj" for c in entry.when):
                actors += self.actors_in(slots.objects)
            return _unique(actors), ()
        recipients = self._recipients(entry.recipients if entry.recipients != ("",) else DEFAULT, slots, extra)
        taken = set(actors)
        return _unique(actors), _unique([r for r in recipients if r not in taken])

    @staticmethod
    def _actor_phrases(where: str, slots: Slots) -> list[Chunk]:
        if where in ("", "subj", "both"):
            return slots.subjects
        return [] if where == "none" else slots.objects if where == "obj" else slots.behind(where)

    def _slot(self, where: str, slots: Slots) -> list[Chunk]:
        if where == "obj":
            return slots.objects
        if where == "indirect":
            return slots.indirect
        return slots.subjects if where == "subj" else slots.behind(where)

    def _recipients(self, order: Sequence[str], slots: Slots, extra: Slots | None) -> list[Span]:
        if "none" in order:
            return []
        for where in order:
            if where == "poss":
                found = self.sources(slots.objects)
            elif where in ("comp", "compsubj"):
                found = self._below(extra, where)
            else:
                found = self.others_in(self._slot(where, slots))
            if found:
                return found
        found = self._below(extra, "comp") if extra else []
        return found or (self.sources(slots.objects) if "obj" in order or order is DEFAULT else [])

    def _below(self, extra: Slots | None, where: str) -> list[Span]:
        """The recipients inside what the verb governs: its subject (“demanded that Israel …”), or its own object."""
        if extra is None:
            return []
        if where == "compsubj":
            return self.actors_in(extra.subjects) or self._below(extra, "comp")
        for slot in DEFAULT:
            found = self.others_in(self._slot(slot, extra))
            if found:
                return found
        return self.sources([*extra.objects, *(c for _, group in extra.phrases for c in group)])

    def of_noun(self, phrase: Chunk, sense: Sense) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Actors and recipients of a noun in its sense (“the capture of X by Y”, “clashes between A and B”)."""
        slots, entry = sense.slots, sense.entry
        if entry.actor == "both":
            sides = self._on_sides(slots) + [
                s for p in ("between", "among", "with", "of", "by", "against") for s in self.actors_in(slots.behind(p))
            ]
            return _unique(self._both_sides(phrase, sense, sides)), ()
        actors = (
            self.actors_in(slots.behind("by"))
            or self.actors_in(slots.behind("between"))
            or self.owner(phrase, sense.at[0])
        )
        order = entry.recipients if entry.recipients != ("",) else ("of", "against", "on", "to", "with", "at", "from")
        recipients = next((found for w in order if (found := self.actors_in(slots.behind(w)))), [])
        if not actors and "of" not in order:
            actors = self.actors_in(slots.behind("of"))
        return _unique(actors), _unique([r for r in recipients if r not in actors])

    def _on_sides(self, slots: Slots) -> list[Span]:
        """“With losses on the Taliban side”: who is on that side."""
        return [s for c in slots.behind("on") if c.base in ("side", "sides", "part") for s in self.owner(c)]

    def _both_sides(self, phrase: Chunk, sense: Sense, sides: list[Span]) -> list[Span]:
        return sides + [s for s in self.owner(phrase, sense.at[0]) if s not in sides]
