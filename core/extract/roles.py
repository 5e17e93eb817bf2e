"""Who did it to whom: the spans that stand as actor and recipient of one trigger.

The entry's own roles come first (“fall to Y”: Y acts), then the type's usual ones. An argument that names nobody
(“a demand”, “three districts”) passes the question on to its possessor and to who stands behind it. In two-sided
violence and in meetings all sides are actors.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.chunks import Chunk
from core.extract.clauses import Clause
from core.extract.participants import OWN, Participants
from core.extract.senses import Sense, Slots
from core.model import Span

Pair = tuple[tuple[Span, ...], tuple[Span, ...]]
_DEFAULT = ("obj", "against", "with", "to", "on", "from", "for", "over", "indirect", "at", "in")
_OF_NOUN = ("of", "against", "on", "to", "with", "at", "from")
_SIDES = ("between", "among", "with", "of", "by", "against")
_TARGETS = ("against", "on", "with", "to", "at")
_OBJECTED = ("against", "at", "over")
_AGAINST = ("ACCUSE", "ASSAULT", "COERCE", "THREATEN")  # done to others, whosever they are
_HARMING = ("ASSAULT", "OTHER")
_IN_DEEDS = ("in", "by", "during", "from", "after")
_MEETING = ("CONSULT", "ASSAULT")


def _pair(actors: Sequence[Span], recipients: Sequence[Span] = ()) -> Pair:
    """Both in the order of the text, each once; nobody is both."""
    first = _outermost(actors)
    return first, tuple(s for s in _outermost(recipients) if s not in first)


def _outermost(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans that no other one covers (“hundreds of members”, not “members” again)."""
    once = set(spans)
    return tuple(sorted(s for s in once if not any(o != s and o.covers(s) for o in once)))


def _at(where: str, slots: Slots) -> list[Chunk]:
    fixed = {"obj": slots.objects, "indirect": slots.indirect, "subj": slots.subjects, "none": []}
    return fixed[where] if where in fixed else slots.behind(where)


class Roles(Participants):
    """The search for actors and recipients in one sentence."""

    def of_verb(self, sense: Sense, below: Slots | None = None) -> Pair:
        """Actors and recipients of a verb in its sense; `below` holds the arguments of what it governs."""
        entry, slots = sense.entry, sense.slots
        both = entry.actor == "both"
        phrases = _at("subj" if both else entry.actor or "subj", slots)
        actors = self.leaders(slots, phrases) or [self.span(c) for c in phrases if self.named(c) or c.form == "N"]
        if entry.type in _HARMING:
            actors = self._harmers(phrases, slots) or actors
            slots = self._without_deeds(slots)
        if both and not slots.passive:
            others = [c for p in ("with", "between", "among", "against") for c in slots.behind(p)]
            if entry.type in _MEETING and (len(entry.words) > 1 or not any(c.slot == "obj" for c in entry.when)):
                others += slots.objects
            return _pair([*actors, *self.actors_in(others)])
        order, own = entry.recipients or _DEFAULT, entry.type not in _AGAINST
        return _pair(actors, self._recipients(order, slots, below, own=own))

    def _harmers(self, subjects: Sequence[Chunk], slots: Slots) -> list[Span]:
        """Who stands behind the deed that did the harm (“an attack by B killed 10”, “killed in Russian strikes”)."""
        if subjects:
            return self.doers(subjects)
        return self.doers([c for p in _IN_DEEDS for c in slots.behind(p)])

    def _without_deeds(self, slots: Slots) -> Slots:
        """What is done “in Russian strikes” is not done to the Russians."""
        kept = [(p, [c for c in group if not self.is_deed(c)]) for p, group in slots.phrases]
        return Slots(slots.subjects, slots.objects, slots.indirect, [pair for pair in kept if pair[1]], slots.passive)

    def _recipients(self, order: Sequence[str], slots: Slots, below: Slots | None, *, own: bool) -> list[Span]:
        """Who stands first in `order`; what is the actor's `own` (“withdraw its troops”) is nobody else."""
        reached = self.others_in if own else self.any_in
        for where in order:
            if where == "none":
                return []
            if where == "poss":
                found = self.sources(slots.objects)
            elif where in ("comp", "compsubj"):
                found = self._below(below, where)
            else:
                found = reached(_at(where, slots)) or (self.sources(slots.behind(where)) if where in _OBJECTED else [])
            if found:
                return found
        return self._below(below, "comp") or (self.sources(slots.objects) if "obj" in order else [])

    def _below(self, below: Slots | None, where: str) -> list[Span]:
        """The recipients inside what the verb governs: its subject (“demanded that Israel …”), or its own object."""
        if below is None:
            return []
        if where == "compsubj" and (subjects := self.actors_in(below.subjects)):
            return subjects
        for slot in _DEFAULT:
            if found := self.others_in(_at(slot, below)):
                return found
        behind = [c for _, group in below.phrases for c in group]
        return self.sources(below.objects) or self.others_in(behind) or self.sources(behind)

    def of_noun(self, phrase: Chunk, sense: Sense, clause: Clause | None = None) -> Pair:
        """Actors and recipients of a noun in its sense (“the capture of X by Y”, “clashes between A and B”).

        Args:
            phrase: The noun phrase.
            sense: Its entry and what follows it.
            clause: The clause that it stands in: “said after a meeting with B” makes the one who says it a side.
        """
        slots, entry = sense.slots, sense.entry
        owner = [
            s for s in self.owner(phrase, sense.at[0]) if clause is None or self.tokens[phrase.first].lower not in OWN
        ]
        if entry.actor == "both":
            sides = owner + self._on_sides(slots) + [s for p in _SIDES for s in self.actors_in(slots.behind(p))]
            if clause is not None and slots.behind("with") and not clause.passive:
                sides += self.actors_in([c for c in clause.subjects if c is not phrase])
            return _pair(sides)
        actors = self.actors_in(slots.behind("by")) or owner
        order = entry.recipients or _OF_NOUN
        recipients = next((found for w in order if (found := self.actors_in(slots.behind(w)))), [])
        if not actors and "of" not in order:
            actors = self.actors_in(slots.behind("of"))
        return _pair(actors, recipients)

    def of_governed_noun(self, phrase: Chunk, sense: Sense, verb: Slots, said: Slots | None = None) -> Pair:
        """The same for a noun that a verb carries out (“launched an attack on Y”, “gave B an ultimatum”).

        Args:
            phrase: The noun phrase.
            sense: Its entry and what follows it.
            verb: The verb's arguments.
            said: Those of the clause that the noun introduces (“renewed its demand that Israel …”).
        """
        actors, recipients = self.of_noun(phrase, sense)
        actors = () if self.tokens[phrase.first].lower in OWN else actors
        subjects = self.actors_in(verb.subjects)
        found = list(recipients) or self.actors_in([*verb.indirect, *(c for p in _TARGETS for c in verb.behind(p))])
        found = found or self._below(said, "compsubj")
        if sense.entry.actor == "both":
            return _pair([*subjects, *actors, *found])
        return _pair(subjects, found)

    def _on_sides(self, slots: Slots) -> list[Span]:
        """“With losses on the Taliban side”: who is on that side."""
        return [s for c in slots.behind("on") if c.base in ("side", "sides", "part") for s in self.owner(c)]
