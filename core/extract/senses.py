"""Which sense of a trigger word stands in a sentence: the lexicon's conditions held against a clause or noun phrase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from core.extract.chunks import Chunk
from core.extract.clauses import COMPLEMENT, GERUND, INFINITIVE, Clause
from core.extract.groups import Phrases
from core.extract.naming import Scene, is_person_word
from core.lexicon.english_words import word_set
from core.lexicon.status import word_list
from core.lexicon.triggers import Condition, Entry, nouns, verbs


def _fits(scene: Scene, condition: Condition, phrases: Iterable[Chunk]) -> bool:
    for phrase in phrases:
        if not condition.words and not condition.classes:
            return True
        if phrase.base in condition.words or ("actor" in condition.classes and scene.is_actor(phrase)):
            return True
        if "place" in condition.classes and scene.is_place(phrase):
            return True
        if "place" in condition.classes and condition.words & group_words(scene, phrase):
            return True
        if {"place", "person"} & set(condition.classes) or is_person_word(phrase.base):
            continue
        if condition.words & scene.words(phrase):
            return True
    return False


def group_words(scene: Scene, phrase: Chunk) -> set[str]:
    """For “part of a stronghold”, “dozens of towns”: the words of the “of” phrase that is counted."""
    if phrase.base not in word_list("counts") and phrase.form != "c":
        return set()
    return scene.words(phrase)


@dataclass(slots=True)
class Slots:
    """The arguments of one expression: logical subject and object, and the phrases behind prepositions."""

    subjects: list[Chunk]
    objects: list[Chunk] = field(default_factory=list)
    indirect: list[Chunk] = field(default_factory=list)
    phrases: Phrases = field(default_factory=list)
    passive: bool = False

    def behind(self, preposition: str) -> list[Chunk]:
        """The noun phrases behind a preposition."""
        return [c for p, group in self.phrases if p == preposition for c in group]


def slots_of(clause: Clause) -> Slots:
    """The arguments of a clause; in a passive the agent stands behind “by”, and the subject is the object."""
    if not clause.passive:
        return Slots(clause.subjects, clause.objects, clause.indirect, clause.phrases)
    agents = [c for p, group in clause.phrases if p == "by" for c in group]
    rest = [(p, group) for p, group in clause.phrases if p != "by"]
    if clause.objects and clause.verb.base in word_set("ditransitive"):
        return Slots(agents, clause.objects, clause.subjects, rest, passive=True)
    return Slots(agents, clause.subjects, clause.objects, rest, passive=True)


def _holds(scene: Scene, condition: Condition, slots: Slots, clause: Clause | None) -> bool:
    slot = condition.slot
    if slot == "obj":
        found = _fits(scene, condition, slots.objects)
    elif slot == "subj":
        found = _fits(scene, condition, slots.subjects)
        found = found or ("actor" in condition.classes and any(c.form == "N" for c in slots.subjects))
    elif slot == "indirect":
        found = _fits(scene, condition, slots.indirect)
    elif slot == "noobj":
        found = not slots.objects
    elif slot == "passive":
        found = slots.passive
    elif slot == "noarg":
        found = not slots.phrases
    elif slot == "score":
        found = _result(scene)
    elif slot == "sentence":
        found = any(token.lower in condition.words for token in scene.parse.sentence.tokens)
    elif slot in ("inf", "that", "ger", "jussive"):
        found = clause is not None and _complement(scene, clause, condition)
    else:
        found = _fits(scene, condition, slots.behind(slot))
    return found is not condition.negated


def _result(scene: Scene) -> bool:
    """Whether a match's result stands in the sentence (“3-1”)."""
    tokens = scene.parse.sentence.tokens
    return any(
        t.text in "-–" and i and tokens[i - 1].text.isdigit() and i + 1 < len(tokens) and tokens[i + 1].text.isdigit()
        for i, t in enumerate(tokens)
    )


def _complement(scene: Scene, clause: Clause, condition: Condition) -> bool:
    slot, words = condition.slot, condition.words
    chunks, stop = scene.parse.chunks, clause.stop
    following = chunks[stop] if stop < len(chunks) else None
    if slot == "that":
        told = any(scene.parse.clauses[i].kind == COMPLEMENT for i in clause.children)
        return told or (following is not None and following.kind == "t")
    below = [scene.parse.clauses[i] for i in clause.children]
    if slot == "jussive":
        return any(c.kind == COMPLEMENT and (c.verb.modal in ("must", "should") or c.verb.form == "v") for c in below)
    wanted = INFINITIVE if slot == "inf" else GERUND
    return any(c.kind == wanted and (not words or c.verb.base in words) for c in below)


def _expression(scene: Scene, entry: Entry, clause: Clause) -> tuple[int, ...] | None:
    """The token indices of the entry's words, its verb first, where they stand at the clause's verb; else None."""
    words = entry.words
    if len(words) == 1:
        return (clause.verb.head,)
    bases, tokens = scene.parse.bases, scene.parse.sentence.tokens
    start = clause.verb.head
    if words[0] == "be" and clause.verb.base != "be":
        start -= 1
    found, at = [start], start + 1
    for word in words[1:]:
        while at < len(bases) and at < start + 5 and scene.parse.tags[at] in "rxda" and bases[at] != word:
            at += 1
        if len(found) == 1 and len(words) > 2 and _at_object(clause, at) and bases[at] != word:
            at = clause.objects[-1].last  # “threw two men in jail”
        if at < len(bases) and (bases[at] == word or tokens[at].lower == word):
            found.append(at)
            at += 1
        elif len(found) == len(words) - 1 and (late := _late(scene, clause, word)) >= 0:
            found.append(late)
        else:
            return None
    return tuple(found)


def _at_object(clause: Clause, at: int) -> bool:
    return bool(clause.objects) and clause.objects[0].first <= at <= clause.objects[0].head


def _late(scene: Scene, clause: Clause, word: str) -> int:
    """The position of a particle that stands behind the object (“called the talks off”), else -1."""
    if not clause.objects:
        return -1
    at = clause.objects[-1].last
    bases = scene.parse.bases
    tags = scene.parse.tags
    if at >= len(bases) or bases[at] != word:
        return -1
    particle = tags[at] == "r" or (tags[at] in "pi" and tags[at + 1 : at + 2] in ("", "p", "i", ".", ",", "&", "s"))
    return at if particle else -1


@dataclass(slots=True)
class Sense:
    """An entry that fits, the token indices of its words, and the arguments as the entry sees them."""

    entry: Entry
    at: tuple[int, ...]
    slots: Slots


def verb_senses(scene: Scene, clause: Clause, table: Mapping[str, Sequence[Entry]] | None = None) -> Iterator[Sense]:
    """The senses of the clause's verb that fit, most particular first; each is looked for when it is asked for."""
    table = verbs() if table is None else table
    rows: Sequence[Entry] = table.get(clause.verb.base, ())
    if clause.verb.base != "be" and scene.parse.tags[clause.verb.first : clause.verb.head].find("b") >= 0:
        rows = (*table.get("be", ()), *rows)
    if not rows:
        return
    near = _following(scene, clause)
    given = slots_of(clause)
    for entry in rows:
        if len(entry.words) > 1 and entry.words[1] not in near:
            continue
        at = _expression(scene, entry, clause)
        if at is None:
            continue
        slots = _own_slots(entry, clause, given)
        for condition in entry.when:
            if not _holds(scene, condition, slots, clause):
                break
        else:
            yield Sense(entry, at, slots)


def _following(scene: Scene, clause: Clause) -> set[str]:
    """The words that may continue an expression: those after the verb, and after its object."""
    bases, head = scene.parse.bases, clause.verb.head
    found = {*bases[head : head + 6], scene.parse.sentence.tokens[head].lower}
    if clause.objects and clause.objects[-1].last < len(bases):
        found.add(bases[clause.objects[-1].last])
    return found


def _own_slots(entry: Entry, clause: Clause, given: Slots) -> Slots:
    """The clause's arguments as `given`; what follows a last preposition is the object (“call on the US”)."""
    stative = entry.words[0] == "be"
    slots = Slots(clause.subjects, clause.objects, clause.indirect, clause.phrases) if stative else given
    last = entry.words[-1]
    if len(entry.words) > 1 and not slots.passive:
        for i, (preposition, group) in enumerate(slots.phrases):
            if preposition == last:
                return Slots(slots.subjects, group, slots.indirect, slots.phrases[:i] + slots.phrases[i + 1 :])
        if slots.objects and slots.objects[-1].base == last:
            return Slots(slots.subjects, slots.indirect, [], slots.phrases)
    return slots


def noun_senses(scene: Scene, phrase: Chunk, phrases: Phrases, *, governed: bool = False) -> list[Sense]:
    """The senses of a noun phrase's head that fit, most particular first; one that a verb governs needs no phrase."""
    bases = scene.parse.bases
    slots = Slots([], phrases=phrases)
    found = []
    for entry in nouns().get(phrase.base, ()):
        n = len(entry.words)
        first = phrase.head - n + 1
        if first < 0 or tuple(bases[first : phrase.head]) != entry.words[:-1]:
            continue
        bare = governed and not any(c.words or c.classes for c in entry.when)
        if bare or all(_holds(scene, condition, slots, None) for condition in entry.when):
            found.append(Sense(entry, tuple(range(first, phrase.head + 1)), slots))
    return found
