"""How sure the text is that an event took place, with the words that say so (design.md §3).

The strongest cue wins: unconfirmed, alleged, denied, negated, hypothetical, planned, reported, and where no word
says otherwise, asserted. What somebody is quoted as saying is `reported` (the attribution's scope decides).
"""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.clauses import ADVERBIAL, COMPLEMENT, GERUND, INFINITIVE, PARTICIPLE, Clause
from core.extract.syntax import Parse
from core.lexicon.english_words import clause_verbs
from core.lexicon.status import cue_words, word_list
from core.model import Attribution, Span, Status, StatusCue

ASSERTED = StatusCue(Status.ASSERTED)
_NONE = frozenset("no none neither nobody nothing not".split())
_RANK = (
    Status.UNCONFIRMED,
    Status.ALLEGED,
    Status.DENIED,
    Status.NEGATED,
    Status.HYPOTHETICAL,
    Status.PLANNED,
    Status.REPORTED,
)


def status_of(
    parse: Parse,
    at: int,
    clause: Clause | None,
    attributions: Sequence[Attribution] = (),
    *,
    settled: bool = False,
) -> StatusCue:
    """The status of a trigger at token `at` whose verb is, or stands in, `clause`.

    Args:
        parse: The sentence's analysis.
        at: The index of the trigger's first token.
        clause: The clause that tells the event.
        attributions: Those whose scopes reach into the sentence.
        settled: Whether the negation and modal made the event itself (“will not accept” is a refusal).
    """
    cues = _near(parse, at, clause)
    if clause is not None and at != clause.verb.head and not clause.verb.first <= at < clause.verb.last:
        cues += _of_noun(parse, clause)
    if clause is not None and not settled:
        cues += _of_clause(parse, clause)
        if clause.twin >= 0 and clause.kind == parse.clauses[clause.twin].kind:
            cues += _near(parse, parse.clauses[clause.twin].verb.head, parse.clauses[clause.twin])
    span = Span(parse.sentence.tokens[at].start, parse.sentence.tokens[at].end)
    cues += _of_attribution(span, attributions)
    if parse.doubt >= 0:
        cues.append(_cue(parse, Status.UNCONFIRMED, parse.doubt))
    if parse.tags[0] in "mhbg" and parse.sentence.tokens[-1].text == "?":
        cues.append(_cue(parse, Status.HYPOTHETICAL, len(parse.tags) - 1))
    return min(cues, key=lambda cue: _RANK.index(cue.status), default=ASSERTED)


def _cue(parse: Parse, status: Status, at: int) -> StatusCue:
    token = parse.sentence.tokens[at]
    return StatusCue(status, Span(token.start, token.end))


def _near(parse: Parse, at: int, clause: Clause | None) -> list[StatusCue]:
    """Adverbs in the verb group, adjectives right before a noun."""
    adverbs, adjectives = cue_words("adverbs"), cue_words("adjectives")
    first = min(clause.verb.first, at) if clause is not None and abs(clause.verb.head - at) < 12 else at
    found = []
    for i in range(max(0, first - 1), at):
        word = parse.bases[i]
        if word in adverbs:
            found.append(_cue(parse, adverbs[word], i))
        elif word in adjectives and i >= at - 3 and parse.tags[at] in "nN":
            found.append(_cue(parse, adjectives[word], i))
    return found


def _of_noun(parse: Parse, clause: Clause) -> list[StatusCue]:
    """What the clause says of a happening that a noun in it names: “due in Oslo for talks”, “blamed for the attack”."""
    found = []
    predicate, verbs = clause.predicate, cue_words("verbs")
    if predicate is not None and cue_words("adjectives").get(predicate.base) is Status.PLANNED:
        found.append(_cue(parse, Status.PLANNED, predicate.head))
    if verbs.get(clause.verb.base) is Status.ALLEGED:
        found.append(_cue(parse, Status.ALLEGED, clause.verb.head))
    return found


def _of_clause(parse: Parse, clause: Clause) -> list[StatusCue]:
    """Negation, modals, subordinators, and the verbs that govern the clause."""
    found = []
    verb, modals = clause.verb, cue_words("modals")
    if verb.negation >= 0:
        found.append(_cue(parse, Status.NEGATED, verb.negation))
    none = next((c.first for c in (*clause.subjects, *clause.objects) if parse.bases[c.first] in _NONE), -1)
    if none >= 0:
        found.append(_cue(parse, Status.NEGATED, none))
    if verb.modal in modals:
        at = next((i for i in range(verb.first, verb.last) if parse.bases[i] == verb.modal), verb.head)
        found.append(_cue(parse, Status.PLANNED if _told_ahead(parse, clause) else modals[verb.modal], at))
    if clause.kind == ADVERBIAL and clause.mark in cue_words("marks"):
        found.append(_cue(parse, cue_words("marks")[clause.mark], _mark_at(parse, clause)))
    if clause.parent >= 0:
        found += _of_governor(parse, clause, parse.clauses[clause.parent])
    return found


def _told_ahead(parse: Parse, clause: Clause) -> bool:
    """Whether “would” is only “will” in reported speech (“said they would meet”)."""
    told = clause.kind == COMPLEMENT and clause.parent >= 0
    return told and clause.verb.modal == "would" and parse.clauses[clause.parent].verb.base in clause_verbs()


def _mark_at(parse: Parse, clause: Clause) -> int:
    at = clause.verb.first
    while at > 0 and parse.bases[at] != clause.mark:
        at -= 1
    return at


def _of_governor(parse: Parse, clause: Clause, governor: Clause) -> list[StatusCue]:
    word, head = governor.verb.base, governor.verb.head
    verbs = cue_words("verbs")
    if clause.kind == INFINITIVE:
        return _of_infinitive(parse, clause, governor)
    if clause.kind == GERUND and verbs.get(word) in (Status.DENIED, Status.ALLEGED):
        return [_cue(parse, verbs[word], head)]
    if clause.kind == GERUND and governor.predicate is not None and governor.predicate.base in ("suspected", "accused"):
        return [_cue(parse, Status.ALLEGED, governor.predicate.head)]
    if clause.kind == COMPLEMENT and verbs.get(word) in (Status.ALLEGED, Status.DENIED):
        return [_cue(parse, verbs[word], head)]
    if clause.kind == COMPLEMENT and word in word_list("hopes"):
        return [_cue(parse, Status.HYPOTHETICAL, head)]
    outcome = clause.kind == PARTICIPLE and governor.verb.modal and clause.at > governor.at
    return _of_clause(parse, governor) if outcome else []


def _of_infinitive(parse: Parse, clause: Clause, governor: Clause) -> list[StatusCue]:
    """“Are to meet”, “have yet to sign”, “plans to attack”, “is said to have fled”."""
    word, head = governor.verb.base, governor.verb.head
    verbs = cue_words("verbs")
    if word == "have" and "yet" in parse.bases[governor.verb.first : clause.verb.first]:
        return [_cue(parse, Status.NEGATED, parse.bases.index("yet", governor.verb.first))]
    if word == "be" and governor.predicate is None and not governor.objects:
        return [_cue(parse, Status.PLANNED, head), *_of_clause(parse, governor)]
    if clause.verb.perfect:
        return [_cue(parse, verbs[word], head)] if verbs.get(word) in (Status.REPORTED, Status.ALLEGED) else []
    if verbs.get(word) in (Status.REPORTED, Status.ALLEGED):
        found = [_cue(parse, verbs[word], head)]
    else:
        found = [_cue(parse, verbs[word], head)] if verbs.get(word) in (Status.PLANNED, Status.NEGATED) else []
    noun = parse.chunks[clause.at - 1]
    if noun.kind == "N" and noun.base in cue_words("nouns"):
        found.append(_cue(parse, cue_words("nouns")[noun.base], noun.head))
    if governor.predicate is not None and governor.predicate.base in cue_words("adjectives"):
        found.append(_cue(parse, cue_words("adjectives")[governor.predicate.base], governor.predicate.head))
    return found + (_of_clause(parse, governor) if word in word_list("transparent") else [])


def _of_attribution(span: Span, attributions: Sequence[Attribution]) -> list[StatusCue]:
    """What stands inside somebody's words is reported; the cue is the nearest claimant's saying word."""
    found = []
    for attribution in attributions:
        if attribution.scope.covers(span):
            cue = next((c.cue for c in attribution.chain if c.cue is not None and not c.cue.overlaps(span)), None)
            own = any(c.cue is not None and c.cue.overlaps(span) for c in attribution.chain)
            if not own:
                found.append(StatusCue(Status.REPORTED, cue))
    return found
