"""Decides whom a word of harm strikes: its objects, its subjects, or the number beside it.

An active verb strikes what comes after it, a passive or intransitive one what comes before; lists are read
to their end, appositions as one person, “including …” as a part of the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.extract.counted import counted, toll
from core.extract.harm_words import Hit
from core.extract.people import Group, bare_group
from core.extract.scene import (
    Harmed,
    Scene,
    begins_clause,
    continues_list,
    describes,
    ends_list,
    is_apposition,
    is_cue,
    is_part,
    joins_with,
    leads_on,
    listed,
    opens_clause,
)
from core.lexicon.grammar import words
from core.lexicon.harm import harm
from core.lexicon.reporting import reporting

_BE = words("common", "be") | {"got", "get"}
_HAVE = words("common", "have")
_ADVERBS = words("claims", "adverbs")
_LISTING = words("claims", "listing")
_PARTS = words("claims", "parts")
_OBLIQUE = words("claims", "oblique")
_GOVERNING = words("claims", "governing")
_EDGES = words("claims", "edges")
_AFTER_PARTICIPLE = (
    _OBLIQUE | _EDGES | _LISTING | words("claims", "after_participle") | {"", "!", "?", ")", "”", "’", '"'}
)
_COPULAS = words("claims", "copulas") | _BE
_BARRIERS = words("claims", "barriers")
_AUXILIARY = _BE | _HAVE | _ADVERBS
_RELATIVE = frozenset(("who", "which", "that"))
_PRONOUNS = frozenset(("him", "her", "them"))
_REFLEXIVE = frozenset(("himself", "herself", "themselves", "itself"))
_SETS_OFF = frozenset((",", "—", "–", "-", "("))
_REACH = 28


def harmed(scene: Scene, hit: Hit, position: int) -> Harmed:
    """The groups that the word of harm strikes, each with the whole that it is a part of.

    Args:
        scene: The sentence.
        hit: The word of harm.
        position: Its index in `scene.hits`.
    """
    inside = next((g for g in scene.groups if g.first <= hit.first <= g.last), None)
    if inside is not None:
        if inside.quantity is not None and not inside.definite:
            yield inside, None
        return
    classes = hit.cue.classes
    if _is_noun(scene, hit):
        return
    among = list(_among(scene, hit))
    if among:
        yield from among
        return
    if classes & {"past", "gerund", "active"} and not _is_passive(scene, hit):
        found = list(_objects(scene, hit)) or list(_unlisted_object(scene, hit))
    elif "toll" in classes:
        found = [one for total in toll(scene, hit) for one in (total, *_after(scene, _upto(hit, total[0]), total[0]))]
    else:
        found = []
    if not found and "nominal" in classes and scene.low(hit.last + 1) in ("of", "to"):
        found = list(_objects(scene, replace(hit, last=hit.last + 1)))
    if not found and "noun" in classes:
        found = list(counted(scene, hit))
    yield from found or _subjects_of(scene, hit, position)


def _upto(hit: Hit, group: Group) -> Hit:
    """The hit, stretched to the group that it counts, for what is said after that."""
    return replace(hit, last=group.last)


def _among(scene: Scene, hit: Hit) -> Harmed:
    """“Two children were among the dead”, “among those killed were two children”: a part of those harmed."""
    begin = hit.first if "among" in hit.cue.classes else hit.first - 2
    if begin < hit.first and (scene.low(hit.first - 1) not in ("the", "those") or scene.low(begin) != "among"):
        return
    if scene.low(hit.last + 1) in _BE:
        yield from _objects(scene, replace(hit, last=hit.last + 1))
        return
    before = [g for g in scene.groups if g.last < begin]
    if before and scene.low(_before_adverbs(scene, begin)) in _BE:
        yield from _subjects(scene, replace(hit, first=begin), before)


def _is_noun(scene: Scene, hit: Hit) -> bool:
    """“four murder victims”: a form that is verb and noun, where no subject stands before it."""
    if not hit.cue.classes <= {"active", "nominal"} or "active" not in hit.cue.classes or hit.first != hit.last:
        return False
    before = scene.low(hit.first - 1)
    subject = any(g.last == hit.first - 1 for g in scene.groups)
    return not subject and before not in ("", "and", "to", "they", "we", "who") and scene.low(hit.last + 1) != "of"


def _subjects_of(scene: Scene, hit: Hit, position: int) -> Harmed:
    classes = hit.cue.classes
    said = "intransitive" in classes or ("adjective" in classes and _is_predicate(scene, hit))
    if said or ("past" in classes and _may_be_passive(scene, hit)):
        yield from _subjects(scene, hit, _candidates(scene, hit, position))


def _is_predicate(scene: Scene, hit: Hit) -> bool:
    """Whether an adjective of harm is said of those before it (“left five dead”), and not of what comes after."""
    before = scene.low(_before_adverbs(scene, hit.first))
    beside = any(g.last == hit.first - 1 for g in scene.groups)
    return before in _COPULAS or (beside and scene.low(hit.last + 1) in _AFTER_PARTICIPLE)


def _before_adverbs(scene: Scene, i: int) -> int:
    i -= 1
    while i >= 0 and (scene.low(i) in _ADVERBS or scene.low(i).endswith("ly")):
        i -= 1
    return i


def _is_passive(scene: Scene, hit: Hit) -> bool:
    return scene.low(_before_adverbs(scene, hit.first)) in _BE


def _may_be_passive(scene: Scene, hit: Hit) -> bool:
    """A participle: after a form of “be”, or right after the people (“three wounded”)."""
    if _is_passive(scene, hit):
        return True
    before = [g for g in scene.groups if g.last < hit.first]
    if not before:
        return False
    between = scene.lows(before[-1].last + 1, hit.first)
    after = scene.low(hit.last + 1)
    if (
        before[-1].definite
        and before[-1].quantity is None
        and before[-1].first == before[-1].last
        and not before[-1].named
    ):
        return False
    ends = after in _AFTER_PARTICIPLE or is_cue(scene, hit.last + 1) or after in _ADVERBS
    return ends and all(w in _ADVERBS for w in between)


def _objects(scene: Scene, hit: Hit) -> Harmed:
    """The groups after the word: the first right after it, then what is listed with it."""
    at = hit.last + 1
    whole: Group | None = None
    before: Group | None = None
    for group in scene.groups:
        if group.first < at:
            continue
        between = scene.lows(at, group.first)
        if whole is None and not _adjoins(scene, at, group.first):
            return
        if whole is not None and (ends_list(scene, at, group) or group.first - hit.last > _REACH):
            return
        if whole is not None and _is_some_of_them(group, between):
            yield group, whole
            continue
        if whole is not None and not listed(between) and not leads_on(scene, group, between):
            continue
        if before is None or not is_apposition(before, group, between):
            yield group, whole if whole is not None and is_part(between) else None
        whole, before = whole or group, group
        at = group.last + 1


def _is_some_of_them(group: Group, between: Sequence[str]) -> bool:
    """“80 people, 30 of them women”: a part told in apposition."""
    return group.part and len(between) == 1 and between[0] in _SETS_OFF


def _unlisted_object(scene: Scene, hit: Hit) -> Harmed:
    """“arrested a forger”: a noun of no lexicon, after a word of harm that only people suffer."""
    if scene.low(hit.last) in harm().only_people and hit.last + 1 < len(scene.tokens):
        group = bare_group(scene.tokens, hit.last + 1)
        if group is not None and group.body <= group.last and scene.low(group.last) not in harm().craft:
            yield group, None


def _adjoins(scene: Scene, at: int, first: int) -> bool:
    """Whether nothing stands between verb and object but adverbs, a reflexive, or a second verb of harm."""
    between = range(at, first)
    if scene.low(at) in _PRONOUNS and joins_with(scene.lows(at, first)):
        return True
    linked = any(is_cue(scene, k) or scene.low(k) in _REFLEXIVE for k in between)
    fillers = _ADVERBS | (_LISTING if linked else frozenset()) | _REFLEXIVE
    if any(scene.low(k) not in fillers and not is_cue(scene, k) for k in between):
        return False
    return scene.low(at) != ","


def _candidates(scene: Scene, hit: Hit, position: int) -> list[Group]:
    """The groups among which the word's subject is: those since the last word of harm, or the verb before's."""
    before = [g for g in scene.groups if g.last < hit.first]
    if _shares_subject(scene, hit):
        clauses = [g for g in before if begins_clause(scene, g)] or [g for g in before if opens_clause(scene, g)]
        return clauses[-1:]
    floor = scene.hits[position - 1].last if position else -1
    return [g for g in before if floor + 1 < g.first or not position] or [g for g in before if opens_clause(scene, g)][
        -1:
    ]


def _subjects(scene: Scene, hit: Hit, candidates: Sequence[Group]) -> Harmed:
    """The nearest group that no preposition governs, what is listed with it, and the parts of it."""
    parts: list[Group] = []
    subject: Group | None = None
    leftmost: Group | None = None
    named = [k > 0 and describes(scene, candidates[k - 1], g) for k, g in enumerate(candidates)]
    for group in [g for g, described in zip(candidates, named, strict=True) if not described][::-1]:
        between = scene.lows(group.last + 1, leftmost.first if leftmost else hit.first)
        if leftmost is None and (
            scene.low(group.first - 1) in _PARTS or (group.part and scene.low(group.first - 1) == ",")
        ):
            parts.append(group)
        elif leftmost is None and _can_be_subject(scene, group, between):
            subject = leftmost = group
            yield group, None
        elif leftmost is not None:
            joined = leftmost is not subject
            if not continues_list(between, joined=joined) or scene.low(group.first - 1) in _GOVERNING:
                break
            leftmost = group
            yield group, None
    if subject is not None:
        yield from ((p, subject) for p in parts)
        yield from _after(scene, hit, subject)


def _can_be_subject(scene: Scene, group: Group, between: Sequence[str]) -> bool:
    if between and between[0] in _RELATIVE:
        return True
    if all(w in _AUXILIARY or w.endswith("ly") for w in between):
        return scene.low(group.first - 1) not in _GOVERNING | _BE or not between
    pronoun = group.definite and group.quantity is None and group.first == group.last and not group.named
    governed = scene.low(group.first - 1) in _GOVERNING | _BE or scene.low(group.first - 1).endswith(("ing", "ed"))
    return not governed and not pronoun and not _crosses(between)


def _shares_subject(scene: Scene, hit: Hit) -> bool:
    """“The man opened fire and was killed”: the verb's subject is that of the verb before."""
    i = hit.first - 1
    while i >= 0 and (scene.low(i) in _ADVERBS or scene.low(i) in _BE | _HAVE):
        i -= 1
    return i != hit.first - 1 and scene.low(i) in ("and", "but")


def _after(scene: Scene, hit: Hit, subject: Group) -> Harmed:
    """“Several were detained, including a leader”; “the leader was killed along with two others”."""
    at = hit.last + 1
    for group in scene.groups:
        if group.first < at:
            continue
        between = scene.lows(hit.last + 1, group.first)
        if group.first - hit.last > _REACH or any(is_cue(scene, k) for k in range(at, group.first)):
            return
        if not _BARRIERS.isdisjoint(between):
            return
        if (is_part(between) and between[-1] in _PARTS) or _is_some_of_them(group, between):
            yield group, subject
        elif joins_with(between):
            yield group, None


def _crosses(between: Sequence[str]) -> bool:
    """Whether a new clause begins between the subject and the verb, so that they do not belong together."""
    if len(between) > _REACH:
        return True
    saying = reporting().verbs
    return any(w in (";", ":", "that") or w in _BARRIERS for w in between) or (
        any(w in saying and w not in _COPULAS for w in between)
    )
