"""Finds what the text hands to somebody else: who says it, by which words, and exactly which stretch.

Each finder returns links of its own; `_chained` then nests them, so that what an official tells a
correspondent, who posts it, which the report quotes, carries the whole chain, nearest first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.extract.according import according, as_reported, quoted_as
from core.extract.asides import without_asides
from core.extract.quotations import Quotation, find_quotations
from core.extract.relayed import posts, relayed
from core.extract.said import (
    Found,
    Reader,
    clause_around,
    content_end,
    is_source,
    manner,
    said_after,
    said_before,
    trails,
    unnamed,
)
from core.extract.sources import MARKS, PRONOUNS, actors_in, skip_auxiliaries, subject_after, subject_before
from core.extract.stated import stated
from core.extract.taken_up import take_up
from core.lexicon.grammar import words
from core.lexicon.reporting import reporting
from core.model import Attribution, Claimant, Document, Kind, Mention, Span

_ADJUNCT = words("attribution", "adjunct")
_NOMINAL_BEFORE = words("attribution", "nominal_before")
_NOUN_FORMS = words("attribution", "noun_forms")
_NOUN_AFTER = words("attribution", "noun_after")
_UNNAMED_ADJECTIVES = words("attribution", "unnamed_adjectives")
_BE = words("common", "be")
_FINITE = _BE | words("common", "have") | words("common", "modals")
_CLAUSE_EDGE = frozenset(",;:—–")
_SUBJECT_NOUN = 2  # “reports of” so near a sentence's start is its subject, and a verb comes after it


def find_attributions(doc: Document, mentions: Sequence[Mention]) -> tuple[Attribution, ...]:
    """Every stretch of `doc` that is said by somebody other than the report, ordered by position.

    An attribution's chain goes from the source nearest to this report to the one farthest from it. Nested
    attributions are all returned; the innermost that covers a word is the one that says it.
    """
    quotes = find_quotations(doc)
    lexicon = reporting()
    found: list[Attribution] = []
    for sentence in doc.sentences:
        if sentence.kind in (Kind.HEADING, Kind.PROMO):
            continue
        if lexicon.cues.isdisjoint([t.lower for t in sentence.tokens]):
            continue
        reader = Reader(doc.text, without_asides(sentence), mentions, quotes, lexicon)
        found.extend(_in_sentence(doc, reader))
    found = take_up(doc, found, mentions, quotes)
    found.extend(_continued(doc, found, quotes))
    found.extend(posts(doc))
    found.extend(relayed(doc, mentions))
    return _chained(found)


def _in_sentence(doc: Document, reader: Reader) -> Iterator[Attribution]:
    speaker: Claimant | None = None
    cues = reader.lexicon.cues
    for i in [i for i, token in enumerate(reader.tokens) if token.lower in cues]:
        for scope, claimant, how in _at(reader, i, speaker):
            if scope.start < scope.end:
                speaker = claimant if how in ("direct", "indirect") else speaker
                yield Attribution(doc.article.id, scope, (claimant,), how)


def _at(reader: Reader, i: int, speaker: Claimant | None) -> Iterator[Found]:
    """What the word at `i` hands to somebody; `speaker` is who spoke before in the sentence."""
    low = reader.tokens[i].lower
    lexicon = reader.lexicon
    found: Found | None = None
    if low in lexicon.quoted:
        yield from quoted_as(reader, i)
    if low in lexicon.stating:
        found = stated(reader, i)
    if found is None and (low in lexicon.verbs or low in lexicon.quoting) and not _is_nominal(reader, i):
        found = _of_verb(reader, i, speaker)
    elif found is None and low in lexicon.adverbs:
        cue = Span(reader.tokens[i].start, reader.tokens[i].end)
        found = _impersonal(reader, cue, clause_around(reader, i))
    elif low in lexicon.nouns:
        found = _of_noun(reader, i)
    elif low in lexicon.according_starts:
        found = according(reader, i)
    if found is not None:
        yield found


def _is_nominal(reader: Reader, i: int) -> bool:
    """Whether the form at `i` is a noun or adjective here: “the claims”, “of alleged fighters”, “reports say”."""
    before, low = reader.low(i - 1), reader.low(i)
    if before in _NOMINAL_BEFORE or _is_reduced_passive(reader, i):
        return True
    if low not in reader.lexicon.nouns and low not in _NOUN_FORMS:
        return False
    after = reader.low(i + 1)
    return (
        i == 0 or after == "to" or after in reader.lexicon.verbs or after in _NOUN_AFTER or not _follows_name(reader, i)
    )


def _is_reduced_passive(reader: Reader, i: int) -> bool:
    """“an attack claimed by X”: a participle, and not “he said by telephone”."""
    before = reader.low(i - 1)
    participle = reader.low(i) in reader.lexicon.agentive and reader.low(i) not in ("said", "told")
    return participle and reader.low(i + 1) == "by" and before not in _BE and before not in PRONOUNS | {","}


def _follows_name(reader: Reader, i: int) -> bool:
    """Whether an actor, or a capitalised word, ends right before token `i`."""
    if i == 0:
        return False
    before = reader.tokens[i - 1]
    return before.text[0].isupper() and (i > 1 or before.lower not in _UNNAMED_ADJECTIVES)


def _impersonal(reader: Reader, cue: Span, scope: Span) -> Found:
    return scope, Claimant(cue, reader.lexicon.unnamed, cue), "impersonal"


def _of_verb(reader: Reader, i: int, speaker: Claimant | None) -> Found | None:
    """What the verb at `i` reports: before it where a comma or closing mark stands there, else after it."""
    lemma = reader.lexicon.verbs.get(reader.low(i)) or reader.lexicon.quoting[reader.low(i)]
    cue = Span(reader.tokens[i].start, reader.tokens[i].end)
    before = reader.low(i - 1)
    if before in _BE or (reader.low(i - 2) in _BE and before not in PRONOUNS):
        return _passive(reader, i, cue)
    if before == "," or before in MARKS:
        inverted = _inverted(reader, i, cue)
        if inverted is not None:
            return inverted
    if speaker is not None and before in ("and", "but"):
        again = said_after(reader, i, lemma)
        return None if again is None else (again, Claimant(speaker.span, speaker.text, cue), manner(reader, again))
    subject = subject_before(reader.text, reader.tokens, i, cue, reader.mentions)
    if subject is None:
        return None
    claimant, first = subject
    claimant = unnamed(reader, claimant)
    if trails(reader, i, first):
        scope = said_before(reader, first, i)
    else:
        scope = as_reported(reader, i, first) or said_after(reader, i, lemma)
    return None if scope is None else (scope, claimant, manner(reader, scope))


def _inverted(reader: Reader, i: int, cue: Span) -> Found | None:
    """What comes before an inverted subject: “…, said X”."""
    if i < 2 or reader.low(i + 1) in MARKS | _ADJUNCT | {"that", ",", "."}:
        return None
    if reader.lexicon.quoting.get(reader.low(i)) and reader.low(i - 1) not in MARKS and reader.low(i - 2) not in MARKS:
        return None
    subject = subject_after(reader.text, reader.tokens, i + 1, cue, reader.mentions)
    if subject is None:
        return None
    claimant, after = subject
    if not _speaks(reader, claimant, i + 1):
        return None
    if reader.low(i).endswith("ing") or reader.low(after) in ("that", ":") or reader.low(after) in _FINITE:
        return None
    scope = said_before(reader, i, i)
    return None if scope is None else (scope, unnamed(reader, claimant), manner(reader, scope))


def _speaks(reader: Reader, claimant: Claimant, first: int) -> bool:
    """Whether an inverted subject names a source, rather than beginning the clause that is said."""
    if reader.low(first) in PRONOUNS or reader.quote_at(reader.tokens[first].start) is not None:
        return reader.quote_at(reader.tokens[first].start) is None and reader.low(first - 2) in MARKS
    named = actors_in(
        reader.mentions, Span(reader.tokens[first].start, max(claimant.span.end, claimant.span.start + 1))
    )
    if named:
        return claimant.span.end == named[-1].span.end or claimant.text[0].islower()
    said = set(claimant.text.lower().split())
    closing = reader.low(first - 2) in MARKS
    return closing or not said.isdisjoint(reader.lexicon.sources | reader.lexicon.nouns | {"police", "ministry"})


def _passive(reader: Reader, i: int, cue: Span) -> Found | None:
    """“it was reported that …”, “were reported to be …”, “was reported”: said by nobody in particular."""
    if reader.low(i + 1) == "by":
        return _by_agent(reader, i, cue)
    if reader.low(i) not in reader.lexicon.participles:
        return None
    subject = skip_auxiliaries(reader.tokens, i)
    if subject >= 0 and reader.low(subject) == "it" and reader.low(i + 1) == "that" and i + 2 < len(reader.tokens):
        start = Span(reader.tokens[subject].start, cue.end)
        return _impersonal(reader, start, Span(reader.tokens[i + 2].start, content_end(reader, i + 2)))
    return _impersonal(reader, cue, clause_around(reader, i))


def _by_agent(reader: Reader, i: int, cue: Span) -> Found | None:
    """What somebody named reports in the passive: “the attack was reported by X”."""
    if reader.low(i) not in reader.lexicon.agentive or i + 2 >= len(reader.tokens):
        return None
    subject = subject_after(reader.text, reader.tokens, i + 2, cue, reader.mentions)
    if subject is None or not is_source(reader, subject[0]):
        return None
    return Span(reader.sentence.span.start, reader.tokens[i - 1].end), subject[0], "indirect"


def _of_noun(reader: Reader, i: int) -> Found | None:
    """“There are reports that …”, “reports of … have emerged”; “reports say” is read at its verb."""
    if reader.low(i + 1) not in ("that", "of") or i + 2 >= len(reader.tokens):
        return None
    cue = Span(reader.tokens[i].start, reader.tokens[i].end)
    end = content_end(reader, i + 2)
    if i <= _SUBJECT_NOUN and reader.low(i + 1) == "of":
        verb = next((t for t in reader.tokens[i + 3 :] if t.lower in _NOUN_AFTER - {"of", "that"}), None)
        end = reader.tokens[reader.tokens.index(verb) - 1].end if verb is not None else end
    return _impersonal(reader, cue, Span(reader.tokens[i + 2].start, end))


def _continued(doc: Document, found: Sequence[Attribution], quotes: Sequence[Quotation]) -> Iterator[Attribution]:
    """Quotations without a saying verb of their own, where the one before them in the paragraph has one."""
    spoken = {a.scope.start: a for a in found if a.manner == "direct"}
    speaker: Attribution | None = None
    paragraph = -1
    for quote in quotes:
        own = spoken.get(quote.span.start)
        if own is not None:
            speaker, paragraph = own, quote.paragraph
            continue
        covered = any(a.scope.covers(quote.inner) for a in found)
        follows = quote.paragraph == paragraph or quote.continues
        sentence = doc.sentence_at(quote.span.start)
        resumed = own is None and speaker is not None and sentence is doc.sentence_at(speaker.scope.end - 1)
        whole = sentence is not None and (sentence.span.start == quote.span.start or resumed)
        if speaker is not None and follows and whole and not covered:
            paragraph = quote.paragraph
            yield Attribution(doc.article.id, quote.span, speaker.chain, "direct")


def _chained(found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in order, each with the chains of those that cover it put before its own."""
    chained: list[Attribution] = []
    open_: list[Attribution] = []
    for own in sorted(found, key=lambda a: (a.scope.start, -a.scope.end)):
        while open_ and not open_[-1].scope.covers(own.scope):
            open_.pop()
        outer = open_[-1].chain if open_ else ()
        links = tuple(c for c in own.chain if all(c.span != o.span and c.text != o.text for o in outer))
        if not links:
            continue
        full = Attribution(own.article_id, own.scope, outer + links, own.manner)
        chained.append(full)
        open_.append(full)
    return tuple(chained)
