"""Finds harm to people as a text states it: how many, what befell them, who they were, in which words.

A word of harm (`core/lexicon/harm.toml`) looks for those harmed where its form puts them: after an active
verb, before a passive or an intransitive one, on either side of a noun.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from core.extract.numbers import find_quantities
from core.extract.people import Group, bare_group, find_groups, is_capitalised
from core.lexicon.grammar import words
from core.lexicon.harm import Cue, harm
from core.model import Claim, Document, Kind, Mention, Sentence, Span, Token

_BE = words("common", "be") | {"got", "get"}
_HAVE = words("common", "have")
_MODALS = words("common", "modals")
_ADVERBS = words("claims", "adverbs")
_FACTIVE = words("claims", "factive")
_LISTING = words("claims", "listing")
_PARTS = words("claims", "parts")
_OBLIQUE = words("claims", "oblique")
_EDGES = words("claims", "edges")
_BESIDE = words("claims", "party_prepositions")
_SIDES = words("claims", "party_adjectives")
_AFTER_PARTICIPLE = _OBLIQUE | _EDGES | _LISTING | {"", "!", "?", ")", "”", "’", '"'}
_COMPLEMENTS = words("claims", "complements")
_REFLEXIVE = frozenset(("himself", "herself", "themselves", "itself"))
_WITH = (("along", "with"), ("together", "with"), ("as", "well", "as"), ("in", "addition", "to"))
_REACH = 28
_GAP = 14


@dataclass(frozen=True, slots=True)
class _Hit:
    """A word of harm in a sentence: its tokens, its cue, and the harm (joined with a second word's, if any)."""

    first: int
    last: int
    cue: Cue
    harm: str


def find_claims(doc: Document, mentions: Sequence[Mention]) -> tuple[Claim, ...]:
    """Every claim of harm in `doc`, ordered by position; none from headings and promo.

    The same people in one sentence under one word of harm give one claim; “including two children” gives
    a claim of its own whose `part_of` is the index of the whole.
    """
    by_sentence = {i: list(g) for i, g in groupby(mentions, key=lambda m: m.sentence)}
    phrases = harm().phrases
    claims: list[Claim] = []
    for sentence in doc.sentences:
        if sentence.kind in (Kind.HEADING, Kind.PROMO) or not any(t.lower in phrases for t in sentence.tokens):
            continue
        found = _in_sentence(doc, sentence, by_sentence.get(sentence.index, ()))
        claims.extend(_numbered(found, len(claims)))
    return tuple(claims)


def _numbered(found: Sequence[tuple[Claim, Span | None]], offset: int) -> Iterator[Claim]:
    """The claims in order of position, each part pointing at its whole's index."""
    ordered = sorted(found, key=lambda pair: (pair[0].span, pair[0].harm))
    wholes = {(claim.span, claim.harm): offset + i for i, (claim, _) in enumerate(ordered)}
    for claim, whole in ordered:
        yield replace(claim, part_of=wholes.get((whole, claim.harm)) if whole is not None else None)


def find_hits(tokens: Sequence[Token]) -> list[_Hit]:
    """The words of harm among `tokens`; “killed and injured” and “killed or injured” make one."""
    phrases = harm().phrases
    hits: list[_Hit] = []
    i = 0
    while i < len(tokens):
        match = next(
            (
                (words, cue)
                for words, cue in phrases.get(tokens[i].lower, ())
                if all(i + k < len(tokens) and tokens[i + k].lower == w for k, w in enumerate(words))
            ),
            None,
        )
        if match is None:
            i += 1
            continue
        hits.append(_Hit(i, i + len(match[0]) - 1, match[1], match[1].harm))
        i += len(match[0])
    return _joined(tokens, hits) + list(_taken(tokens))


def _taken(tokens: Sequence[Token]) -> Iterator[_Hit]:
    """“took two men into custody”: the harm is in the words after those harmed."""
    for i, token in enumerate(tokens):
        if token.lower not in ("took", "taking", "take", "takes"):
            continue
        rest = [t.lower for t in tokens[i + 1 : i + _GAP]]
        into = any(rest[k : k + 2] in (["into", "custody"], ["in", "custody"]) for k in range(1, len(rest)))
        if into or any(w in ("prisoner", "hostage", "captive") for w in rest[1:]):
            yield _Hit(i, i, Cue("captured", frozenset({"active"})), "captured")


def _joined(tokens: Sequence[Token], hits: Sequence[_Hit]) -> list[_Hit]:
    joined: list[_Hit] = []
    for hit in hits:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.last + 2 == hit.first
            and {before.harm, hit.harm} == {"killed", "injured"}
            and tokens[before.last + 1].lower in ("and", "or", "&", "/")
        ):
            word = "or" if tokens[before.last + 1].lower in ("or", "/") else "and"
            joined[-1] = _Hit(before.first, hit.last, before.cue, f"killed {word} injured")
        else:
            joined.append(hit)
    return joined


@dataclass(frozen=True, slots=True)
class _Scene:
    """One sentence's tokens, words of harm and groups of people."""

    doc: Document
    sentence: Sentence
    groups: Sequence[Group]
    hits: Sequence[_Hit]

    @property
    def tokens(self) -> Sequence[Token]:
        return self.sentence.tokens

    def low(self, i: int) -> str:
        """The lower-case token at `i`, "" beyond either end."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def lows(self, start: int, end: int) -> list[str]:
        """The lower-case tokens from `start` up to `end`."""
        return [t.lower for t in self.tokens[max(start, 0) : end]]


def _in_sentence(doc: Document, sentence: Sentence, mentions: Sequence[Mention]) -> list[tuple[Claim, Span | None]]:
    hits = find_hits(sentence.tokens)
    cues = frozenset(i for h in hits for i in range(h.first, h.last + 1))
    groups = find_groups(sentence.tokens, mentions, cues)
    scene = _Scene(doc, sentence, _with_names(sentence.tokens, groups, hits), hits)
    found: list[tuple[Claim, Span | None]] = []
    seen: set[tuple[int, str]] = set()
    for position, hit in enumerate(hits):
        if _unreal(scene, hit):
            continue
        for group, whole in _harmed(scene, hit, position):
            if (group.first, hit.harm) in seen:
                continue
            seen.add((group.first, hit.harm))
            party = group.party(scene.tokens) or _party_near(scene, hit) or _elided(hit, found)
            claim = _claim(scene, hit, group, party)
            found.append((claim, _words(scene, whole) if whole is not None else None))
    return found


def _with_names(tokens: Sequence[Token], groups: Sequence[Group], hits: Sequence[_Hit]) -> list[Group]:
    """The groups, with a name that nobody listed where it stands right after a word that only people suffer."""
    taken = {i for g in groups for i in range(g.first, g.last + 1)}
    found = list(groups)
    for hit in hits:
        last = first = hit.last + 1
        if tokens[hit.last].lower not in harm().only_people:
            continue
        while last < len(tokens) and last not in taken and is_capitalised(tokens[last]):
            last += 1
        if last > first:
            found.append(Group(first, last - 1, first, None, singular=True, definite=True, named=True))
    return sorted(found, key=lambda g: g.first)


def _elided(hit: _Hit, found: Sequence[tuple[Claim, Span | None]]) -> Span | None:
    """“Five policemen were killed and three wounded”: the three are policemen."""
    return found[-1][0].party if found and not hit.cue.classes & {"noun", "toll"} else None


def _unreal(scene: _Scene, hit: _Hit) -> bool:
    """Whether the harm is only intended, feared or possible: an infinitive, or after a modal verb."""
    i = hit.first - 1
    while i >= 0 and (scene.low(i) in _ADVERBS or scene.low(i) in _BE | {"have"}):
        i -= 1
    before = scene.low(i)
    if before == "to" and not hit.cue.classes <= {"noun", "adjective", "nominal", "gerund"}:
        return scene.low(i - 1) not in _FACTIVE
    if scene.low(hit.first - 1) in ("not", "never", "n't") or before in ("not", "never"):
        return True
    return before in _MODALS


_Harmed = Iterator[tuple[Group, Group | None]]


def _harmed(scene: _Scene, hit: _Hit, position: int) -> _Harmed:
    """The groups that the word of harm strikes, each with the whole that it is a part of."""
    classes = hit.cue.classes
    inside = next((g for g in scene.groups if g.first <= hit.first <= g.last), None)
    if inside is not None:
        if inside.quantity is not None and not inside.definite:
            yield inside, None
        return
    if classes & {"past", "gerund", "active"} and not _is_passive(scene, hit):
        objects = list(_objects(scene, hit)) or list(_unlisted_object(scene, hit))
        if objects:
            yield from objects
            return
    if "nominal" in classes and scene.low(hit.last + 1) in ("of", "to"):
        yield from _objects(scene, replace(hit, last=hit.last + 1))
        return
    if "toll" in classes:
        yield from _toll(scene, hit)
        return
    if "noun" in classes:
        counted = _counted(scene, hit)
        if counted is not None:
            yield counted, None
            return
    if classes & {"past", "intransitive", "adjective"} and (classes != {"past"} or _may_be_passive(scene, hit)):
        yield from _subjects(scene, hit, position)


def _is_passive(scene: _Scene, hit: _Hit) -> bool:
    i = hit.first - 1
    while i >= 0 and scene.low(i) in _ADVERBS:
        i -= 1
    return scene.low(i) in _BE


def _may_be_passive(scene: _Scene, hit: _Hit) -> bool:
    """A participle: after a form of “be”, or right after the people (“three wounded”)."""
    if _is_passive(scene, hit):
        return True
    before = [g for g in scene.groups if g.last < hit.first]
    if not before:
        return False
    between = scene.lows(before[-1].last + 1, hit.first)
    after = scene.low(hit.last + 1)
    ends = after in _AFTER_PARTICIPLE or _is_cue(scene, hit.last + 1) or after in _ADVERBS
    return ends and all(w in _ADVERBS for w in between)


def _objects(scene: _Scene, hit: _Hit) -> _Harmed:
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
        if whole is not None and (_ends_list(scene, at, group) or group.first - hit.last > _REACH):
            return
        if whole is not None and not _listed(between):
            continue
        if before is None or not _is_apposition(before, group, between):
            yield group, whole if whole is not None and _is_part(between) else None
        whole, before = whole or group, group
        at = group.last + 1


def _ends_list(scene: _Scene, at: int, group: Group) -> bool:
    """Whether a clause begins, or another word of harm stands, between token `at` and the group, or right after it."""
    edges = any(scene.low(k) in _EDGES or scene.low(k) in _BE or _is_cue(scene, k) for k in range(at, group.first))
    return edges or _begins_clause(scene, group)


def _unlisted_object(scene: _Scene, hit: _Hit) -> _Harmed:
    """“arrested a forger”: a noun of no lexicon, after a word of harm that only people suffer."""
    if scene.low(hit.last) in harm().only_people and hit.last + 1 < len(scene.tokens):
        group = bare_group(scene.tokens, hit.last + 1)
        if group is not None and group.body <= group.last:
            yield group, None


def _is_apposition(before: Group, group: Group, between: Sequence[str]) -> bool:
    """“Mullah Nafi, a leader” and “a leader and bomb maker” are one person."""
    if group.named or not group.singular:
        return False
    if group.quantity is None and not group.definite:
        return True
    return list(between) == [","] and (before.named or before.definite)


def _adjoins(scene: _Scene, at: int, first: int) -> bool:
    """Whether nothing stands between verb and object but adverbs, a reflexive, or a second verb of harm."""
    between = range(at, first)
    linked = any(_is_cue(scene, k) or scene.low(k) in _REFLEXIVE for k in between)
    fillers = _ADVERBS | (_LISTING if linked else frozenset()) | _REFLEXIVE
    if any(scene.low(k) not in fillers and not _is_cue(scene, k) for k in between):
        return False
    return scene.low(at) != ","


def _is_cue(scene: _Scene, i: int) -> bool:
    return any(h.first <= i <= h.last for h in scene.hits)


def _listed(between: Sequence[str]) -> bool:
    """Whether the words between two groups only put them in one list, or name a part."""
    if not between:
        return False
    if _joins_with(between) or _is_part(between):
        return True
    return between[-1] in _LISTING and (set(between) <= _LISTING or between[0] in _COMPLEMENTS)


def _is_part(between: Sequence[str]) -> bool:
    return any(w in _PARTS for w in between[-3:])


def _begins_clause(scene: _Scene, group: Group) -> bool:
    """Whether a verb follows the group, so that it is the subject of a clause of its own."""
    after = scene.low(group.last + 1)
    return (
        after in _BE | {"has", "have", "had"}
        or _is_cue(scene, group.last + 1)
        or (after.endswith("ed") and len(after) > 4)
    )


def _subjects(scene: _Scene, hit: _Hit, position: int) -> _Harmed:
    """The groups before the word: the nearest that no preposition governs, and what is listed with it."""
    floor = scene.hits[position - 1].last if position else -1
    candidates = [g for g in scene.groups if floor < g.first and g.last < hit.first]
    if _shares_subject(scene, hit):
        before_verb = [g for g in scene.groups if g.last < hit.first]
        candidates = [g for g in before_verb if _begins_clause(scene, g)][-1:] or [
            g for g in before_verb if _opens_clause(scene, g)
        ][-1:]
    parts: list[Group] = []
    subject: Group | None = None
    joined = False
    for k in range(len(candidates) - 1, -1, -1):
        group = candidates[k]
        before = scene.low(group.first - 1)
        between = scene.lows(group.last + 1, subject.first if subject else hit.first)
        if k and _describes(scene, candidates[k - 1], group):
            continue
        if subject is None:
            if before in _PARTS:
                parts.append(group)
            elif (before not in _OBLIQUE | _BE or not between) and not _crosses(between):
                subject = group
                yield group, None
        elif _continues_list(between, joined=joined) and before not in _OBLIQUE:
            yield group, None
            subject, joined = group, True
        else:
            break
    if subject is not None:
        yield from ((p, subject) for p in parts)
        yield from _after(scene, hit, subject)


def _describes(scene: _Scene, named: Group, group: Group) -> bool:
    """Whether `group` stands in apposition to the name before it (“Tor Gul, a smuggler, …”)."""
    return named.named and group.singular and scene.lows(named.last + 1, group.first) == [","] and not group.named


def _continues_list(between: Sequence[str], *, joined: bool) -> bool:
    plain = [w for w in between if w in _LISTING]
    return len(plain) == len(between) and (joined or set(between) != {","})


def _shares_subject(scene: _Scene, hit: _Hit) -> bool:
    """“The man opened fire and was killed”: the verb's subject is that of the verb before."""
    i = hit.first - 1
    while i >= 0 and (scene.low(i) in _ADVERBS or scene.low(i) in _BE | _HAVE):
        i -= 1
    return i != hit.first - 1 and scene.low(i) in ("and", "but")


def _opens_clause(scene: _Scene, group: Group) -> bool:
    return scene.low(group.first - 1) in _EDGES | _LISTING | {""}


def _after(scene: _Scene, hit: _Hit, subject: Group) -> _Harmed:
    """“Several were detained, including a leader”; “the leader was killed along with two others”."""
    at = hit.last + 1
    for group in scene.groups:
        if group.first < at:
            continue
        between = scene.lows(hit.last + 1, group.first)
        if group.first - hit.last > _REACH or any(_is_cue(scene, k) for k in range(at, group.first)):
            return
        if _is_part(between) and between[-1] in _PARTS:
            yield group, subject
        elif _joins_with(between):
            yield group, None


def _joins_with(between: Sequence[str]) -> bool:
    return any(tuple(between[-len(w) :]) == w for w in _WITH)


def _crosses(between: Sequence[str]) -> bool:
    """Whether a new clause begins between the subject and the verb, so that they do not belong together."""
    return any(w in (";", ":") for w in between) or len(between) > _REACH


def _counted(scene: _Scene, hit: _Hit) -> Group | None:
    """The quantity before a noun of harm (“no civilian casualties”), or after it (“a death toll of 60”)."""
    first = hit.first
    while first > 0 and hit.first - first < 4:
        quantity = next((q for q in find_quantities(scene.tokens[:first]) if q.last == first - 1), None)
        if quantity is not None:
            return Group(quantity.first, quantity.last, quantity.last + 1, quantity, singular=False, definite=False)
        if scene.low(first - 1) in _OBLIQUE | _BE | _EDGES | _LISTING:
            return None
        first -= 1
    return None


def _toll(scene: _Scene, hit: _Hit) -> _Harmed:
    """“The death toll rose to 60”."""
    for group in scene.groups:
        if hit.last < group.first <= hit.last + 5 and group.quantity is not None:
            yield group, None
            return


def _party_near(scene: _Scene, hit: _Hit) -> Span | None:
    """Who is meant beside a noun: “Taliban casualties”, “casualties on the Taliban side”, “among civilians”."""
    if "noun" not in hit.cue.classes:
        return None
    for group in scene.groups:
        if hit.last < group.first <= hit.last + 4 and scene.low(hit.last + 1) in _BESIDE:
            return group.party(scene.tokens)
    before = scene.tokens[hit.first - 1] if hit.first else None
    if before is not None and before.lower in _SIDES:
        return Span(before.start, before.end)
    return None


def _words(scene: _Scene, group: Group) -> Span:
    """The quantity's words, or the phrase itself where it counts without one (“the leader”)."""
    if group.quantity is not None:
        return group.quantity.span(scene.tokens)
    return Span(scene.tokens[group.first].start, scene.tokens[group.last].end)


def _is_alternative(scene: _Scene, hit: _Hit) -> bool:
    """“killed or captured 20”, “20 were killed and captured”: at most 20 of either."""
    return any(
        (h.first == hit.last + 2 and scene.low(hit.last + 1) in ("or", "and") and h.harm != hit.harm)
        or (h.last == hit.first - 2 and scene.low(hit.first - 1) in ("or", "and") and h.harm != hit.harm)
        for h in scene.hits
    )


def _claim(scene: _Scene, hit: _Hit, group: Group, party: Span | None) -> Claim:
    quantity = group.quantity
    if quantity is not None and _is_alternative(scene, hit):
        quantity = replace(quantity, low=None)
    one = 1 if group.singular else None
    span = _words(scene, group)
    return Claim(
        article_id=scene.doc.article.id,
        span=span,
        text=span.of(scene.doc.text),
        sentence=scene.sentence.index,
        harm=hit.harm,
        cue=Span(scene.tokens[hit.first].start, scene.tokens[hit.last].end),
        party=party,
        low=quantity.low if quantity is not None else one,
        high=quantity.high if quantity is not None else one,
        approximate=quantity is not None and quantity.approximate,
    )
