"""Makes an event of harm that no trigger tells: “put the number of dead at 80”, “the deaths of 65 men”.

A toll is the very figure that analysts compare; without an event it would have no day, no place and no
speaker. Such an event is of type OTHER, because the words say that people came to harm and not what was done.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from core.model import Attribution, Claim, Document, Layer, Mention, Span, Status, StatusCue, Trigger

_HARMS = frozenset(("killed", "injured", "killed or injured", "killed and injured", "casualties"))
_VIOLENT = frozenset(("ASSAULT", "OTHER", "PROTEST", "COERCE"))


def with_harm(
    doc: Document,
    triggers: Sequence[Trigger],
    claims: Sequence[Claim],
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
) -> tuple[Trigger, ...]:
    """The triggers with one more at each word of harm to life or limb that is not yet told, ordered by position.

    Args:
        doc: The article.
        triggers: As `find_triggers` gives them.
        claims: As `find_claims` gives them.
        mentions: Of actors and places.
        attributions: As `find_attributions` gives them; harm in somebody's words is reported.
    """
    near: dict[int, list[Trigger]] = defaultdict(list)
    for trigger in triggers:
        near[trigger.sentence].append(trigger)
    by_cue: dict[Span, list[Claim]] = defaultdict(list)
    cues: dict[int, list[Span]] = defaultdict(list)
    for claim in claims:
        by_cue[claim.cue].append(claim)
        cues[claim.sentence].append(claim.cue)
    told: list[Trigger] = []
    for cue, members in by_cue.items():
        one = members[0]
        if one.harm in _HARMS and one.high != 0 and not _is_told(cue, near[one.sentence], cues[one.sentence]):
            told.append(_trigger(doc, members, mentions, attributions))
    return tuple(sorted([*triggers, *told], key=lambda t: t.span)) if told else tuple(triggers)


def _is_told(cue: Span, triggers: Iterable[Trigger], cues: Sequence[Span]) -> bool:
    """Whether a violent event of the sentence can hold the harm: its word, its clause, or one of no other harm."""
    return any(
        t.span.overlaps(cue)
        or (t.type in _VIOLENT and (t.clause.covers(cue) or not any(o != cue and t.span.overlaps(o) for o in cues)))
        for t in triggers
    )


def _trigger(
    doc: Document, members: Sequence[Claim], mentions: Sequence[Mention], attributions: Sequence[Attribution]
) -> Trigger:
    claim = members[0]
    sentence = doc.sentences[claim.sentence]
    said = [a for a in attributions if a.scope.covers(claim.cue)]
    by = min(said, key=lambda a: a.scope.end - a.scope.start, default=None)
    status = StatusCue(Status.ASSERTED) if by is None else StatusCue(Status.REPORTED, by.chain[-1].cue)
    places = [m.span for m in mentions if m.sentence == claim.sentence and m.layer is Layer.PLACE]
    text = claim.cue.of(doc.text)
    return Trigger(
        article_id=doc.article.id,
        span=claim.cue,
        text=text,
        sentence=claim.sentence,
        clause=sentence.span,
        lemma=text.lower(),
        type="OTHER",
        status=status,
        patients=tuple(dict.fromkeys(m.party for m in members if m.party is not None)),
        places=tuple(places),
    )
