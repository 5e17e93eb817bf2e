"""Puts the finders in order: names in each sentence, agreement across the article, then actor or place."""

from __future__ import annotations

from core.extract.mentions.candidates import known_spans, runs
from core.extract.mentions.decide import PERSON, PLACE, Candidate, pieces, weigh
from core.extract.mentions.describe import descriptions
from core.lexicon import names
from core.model import Document, Form, Kind, Layer, Mention, Sentence, Span

_READ = frozenset({Kind.PROSE, Kind.POST, Kind.QUOTATION})
_FLOOR = 1.0


def find_mentions(doc: Document) -> tuple[Mention, ...]:
    """Every mention of an actor or a place in the sentences of `doc` that report something.

    Returns:
        Mentions ordered by position, none overlapping another; nothing from headings, promo and the header.
    """
    found: list[tuple[Sentence, Candidate]] = []
    for sentence in doc.sentences:
        if sentence.kind not in _READ:
            continue
        found += [(sentence, c) for c in _candidates(doc, sentence)]
    _agree(found)
    mentions = [m for s, c in found if (m := _mention(doc, s, c))]
    return tuple(sorted(mentions, key=lambda m: m.span))


def _candidates(doc: Document, sentence: Sentence) -> list[Candidate]:
    tokens = sentence.tokens
    known = known_spans(tokens)
    described = descriptions(tokens, known)
    found = [c for run in runs(tokens, doc.text, known) for c in pieces(tokens, run)]
    for candidate in found:
        if not candidate.scores:
            weigh(tokens, candidate)
    covered = {i for d in described for i in range(d.start, d.end)}
    return [*described, *(c for c in found if not covered.intersection(range(c.start, c.end)))]


def _agree(found: list[tuple[Sentence, Candidate]]) -> None:
    """Lets the mentions of one name in the article share their evidence, and a surname take its bearer's."""
    totals: dict[str, dict[str, float]] = {}
    surnames: set[str] = set()
    found = [(s, c) for s, c in found if c.form is not Form.DESCRIPTION]
    for s, c in found:
        words = [t.lower for t in s.tokens[c.head : c.end]]
        sums = totals.setdefault(" ".join(words), {})
        for label, points in c.scores.items():
            sums[label] = sums.get(label, 0.0) + points
        if len(words) > 1 and c.best()[0] == PERSON and c.best()[1] >= 2:
            surnames.add(words[-1])
            surnames.add(words[0])
    for s, c in found:
        words = [t.lower for t in s.tokens[c.head : c.end]]
        for label, points in totals[" ".join(words)].items():
            c.add(label, 0.5 * (points - c.scores.get(label, 0.0)), "as elsewhere in the article")
        if len(words) == 1 and words[0] in surnames:
            c.add(PERSON, 3, "part of a full name in the article")


def _mention(doc: Document, sentence: Sentence, c: Candidate) -> Mention | None:
    label, points = c.best()
    if points < _FLOOR or label == "title":
        return None
    tokens = sentence.tokens
    span = Span(tokens[c.start].start, tokens[c.end - 1].end)
    layer, kind, form = Layer.ACTOR, c.kind, c.form
    if label == "state":
        actor = _acts(sentence, c)
        layer, kind = (Layer.ACTOR, "government") if actor else (Layer.PLACE, "country")
    elif label == PLACE:
        layer = Layer.PLACE
        kind = "city" if c.evidence[label].startswith("capital") else c.kind
    elif label == PERSON:
        kind = "person"
    elif label == "adjective":
        kind = "government"
    elif label == "people":
        kind = "population"
    else:
        kind = c.kind or "organization"
    head = Span(tokens[c.head].start, tokens[(c.head_end or c.end) - 1].end)
    if c.form is Form.DESCRIPTION and not c.head_end:
        head = None
    evidence = c.evidence.get(label, "")
    return Mention(doc.article.id, span, span.of(doc.text), sentence.index, layer, kind, form, head, c.key, evidence)


def _acts(sentence: Sentence, c: Candidate) -> bool:
    """Whether a state's name stands where somebody acts or is dealt with, rather than where something happens."""
    tokens = sentence.tokens
    i = c.start - 1
    while i >= 0 and tokens[i].lower == "the":
        i -= 1
    before = tokens[i].lower if i >= 0 else ""
    if before in names.words("place_prepositions"):
        return False
    after = tokens[c.end].lower if c.end < len(tokens) else ""
    return after in names.words("speech_verbs") or after in {"has", "have", "will", "would", "to"}
