"""Finds harm to people as a text states it: how many, what befell them, who they were, in which words.

A word of harm (`core/lexicon/harm.toml`) looks for those harmed where its form puts them: after an active
verb, before a passive or an intransitive one, on either side of a noun.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from core.extract.asides import without_asides
from core.extract.breakdown import breakdowns
from core.extract.harm_words import Hit, find_hits
from core.extract.harmed import harmed
from core.extract.people import MONTHS, Group, find_groups, is_capitalised
from core.extract.scene import Harmed, Scene
from core.extract.trailing import trailing_speakers
from core.lexicon.grammar import words
from core.lexicon.harm import harm
from core.model import Claim, Document, Kind, Mention, Sentence, Span, Token

_BE = words("common", "be") | {"got", "get"}
_WEEKDAYS = words("common", "weekdays")
_MODALS = words("common", "modals")
_ADVERBS = words("claims", "adverbs")
_FACTIVE = words("claims", "factive")
_BESIDE = words("claims", "party_prepositions")
_SIDES = words("claims", "party_adjectives")


def find_claims(doc: Document, mentions: Sequence[Mention]) -> tuple[Claim, ...]:
    """Every claim of harm in `doc`, ordered by position; none from headings and promo.

    The same people in one sentence under one word of harm give one claim; “including two children” gives
    a claim of its own whose `part_of` is the index of the whole.
    """
    by_sentence = {i: list(g) for i, g in groupby(mentions, key=lambda m: m.sentence)}
    begins = harm().begins
    claims: list[Claim] = []
    for sentence in doc.sentences:
        if sentence.kind in (Kind.HEADING, Kind.PROMO) or not any(t.lower in begins for t in sentence.tokens):
            continue
        found = _in_sentence(doc, without_asides(sentence), by_sentence.get(sentence.index, ()))
        claims.extend(_numbered(found, len(claims)))
    return tuple(claims)


def _numbered(found: Sequence[tuple[Claim, Span | None]], offset: int) -> Iterator[Claim]:
    """The claims in order of position, each part pointing at its whole's index."""
    ordered = sorted(found, key=lambda pair: (pair[0].span, pair[0].harm))
    wholes = {(claim.span, claim.harm): offset + i for i, (claim, _) in enumerate(ordered)}
    for claim, whole in ordered:
        yield replace(claim, part_of=wholes.get((whole, claim.harm)) if whole is not None else None)


def _in_sentence(doc: Document, sentence: Sentence, mentions: Sequence[Mention]) -> list[tuple[Claim, Span | None]]:
    hits = find_hits(sentence.tokens)
    if not hits:
        return []
    cues = frozenset(i for h in hits for i in range(h.first, h.last + 1))
    speaking = trailing_speakers(doc.text, sentence.tokens, mentions)
    groups = [g for g in find_groups(sentence.tokens, mentions, cues) if g.last not in speaking]
    parts = breakdowns(sentence.tokens, groups)
    told = {p.first for members in parts.values() for p in members}
    groups = [g for g in groups if g.first not in told]
    scene = Scene(doc, sentence, _with_names(sentence.tokens, groups, hits), hits)
    found: list[tuple[Claim, Span | None]] = []
    seen: set[tuple[int, str]] = set()
    for position, hit in enumerate(hits):
        if _unreal(scene, hit):
            continue
        for group, whole in _with_parts(harmed(scene, hit, position), parts):
            if (group.first, hit.harm) in seen:
                continue
            seen.add((group.first, hit.harm))
            party = group.party(scene.tokens) or _party_near(scene, hit) or _elided(hit, found)
            claim = _claim(scene, hit, group, party)
            found.append((claim, _words(scene, whole) if whole is not None else None))
    return found


def _with_parts(struck: Harmed, parts: Mapping[int, Sequence[Group]]) -> Harmed:
    """Those harmed, each total with the parts that it is told in."""
    for group, whole in struck:
        yield group, whole
        yield from ((part, group) for part in parts.get(group.first, ()))


def _with_names(tokens: Sequence[Token], groups: Sequence[Group], hits: Sequence[Hit]) -> list[Group]:
    """The groups, with a name that nobody listed where it stands right after a word that only people suffer."""
    taken = {i for g in groups for i in range(g.first, g.last + 1)}
    found = list(groups)
    for hit in hits:
        last = first = hit.last + 1
        if (
            hit.harm == "killed"
            and "nominal" in hit.cue.classes
            and first < len(tokens)
            and tokens[first].lower == "of"
        ):
            last = first = first + 1
        elif tokens[hit.last].lower not in harm().only_people:
            continue
        while last < len(tokens) and last not in taken and is_capitalised(tokens[last]) and not _is_day(tokens[last]):
            last += 1
        possessive = last < len(tokens) and tokens[last].lower in ("'s", "’s", "'", "’")
        if last > first and not possessive:
            found.append(Group(first, last - 1, first, None, singular=True, definite=True, named=True))
    return sorted(found, key=lambda g: g.first)


def _is_day(token: Token) -> bool:
    return token.lower in _WEEKDAYS or token.text[:3] in MONTHS


def _elided(hit: Hit, found: Sequence[tuple[Claim, Span | None]]) -> Span | None:
    """“Five policemen were killed and three wounded”: the three are policemen."""
    return found[-1][0].party if found and not hit.cue.classes & {"noun", "toll"} else None


def _unreal(scene: Scene, hit: Hit) -> bool:
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


def _party_near(scene: Scene, hit: Hit) -> Span | None:
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


def _words(scene: Scene, group: Group) -> Span:
    """The quantity's words, or the phrase itself where it counts without one (“the leader”)."""
    if group.quantity is not None:
        return group.quantity.span(scene.tokens)
    return Span(scene.tokens[group.first].start, scene.tokens[group.last].end)


def _is_alternative(scene: Scene, hit: Hit) -> bool:
    """“killed or captured 20”, “20 were killed and captured”: at most 20 of either."""
    return any(
        (h.first == hit.last + 2 and scene.low(hit.last + 1) in ("or", "and") and h.harm != hit.harm)
        or (h.last == hit.first - 2 and scene.low(hit.first - 1) in ("or", "and") and h.harm != hit.harm)
        for h in scene.hits
    )


def _claim(scene: Scene, hit: Hit, group: Group, party: Span | None) -> Claim:
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
