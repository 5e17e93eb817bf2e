"""Finds what the text hands to somebody else: who says it, by which words, and exactly which stretch.

Each finder returns links of its own; `_chained` then nests them, so that what an official tells a
correspondent, who posts it, which the report quotes, carries the whole chain, nearest first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.extract.quotations import Quotation, find_quotations
from core.extract.relayed import posts, relayed
from core.extract.sources import MARKS, PRONOUNS, actors_in, skip_auxiliaries, subject_after, subject_before
from core.lexicon.grammar import words
from core.lexicon.reporting import Reporting, reporting
from core.model import Attribution, Claimant, Document, Kind, Mention, Sentence, Span, Token

_ADJUNCT = words("attribution", "adjunct")
_CONTRAST = words("attribution", "contrast")
_NOMINAL_BEFORE = words("attribution", "nominal_before")
_NOUN_FORMS = words("attribution", "noun_forms")
_NOUN_AFTER = words("attribution", "noun_after")
_ADDRESSEES = words("attribution", "addressees")
_UNNAMED_ADJECTIVES = words("attribution", "unnamed_adjectives")
_BE = words("common", "be")
_CLAUSE_EDGE = frozenset(",;:—–")
_OPENING = frozenset('“„«‘"')
_ADJUNCT_REACH = 16
_SUBJECT_NOUN = 2  # “reports of” so near a sentence's start is its subject, and a verb comes after it


@dataclass(frozen=True, slots=True)
class _Reader:
    """One sentence with what the finders need at hand."""

    text: str
    sentence: Sentence
    mentions: Sequence[Mention]
    quotes: Sequence[Quotation]
    lexicon: Reporting

    @property
    def tokens(self) -> Sequence[Token]:
        return self.sentence.tokens

    def low(self, i: int) -> str:
        """The lower-case token at `i`, "" beyond either end."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def quote_at(self, offset: int) -> Quotation | None:
        """The quotation that holds the code point at `offset`."""
        return next((q for q in self.quotes if q.span.start <= offset < q.span.end), None)


def find_attributions(doc: Document, mentions: Sequence[Mention]) -> tuple[Attribution, ...]:
    """Every stretch of `doc` that is said by somebody other than the report, ordered by position.

    An attribution's chain goes from the source nearest to this report to the one farthest from it. Nested
    attributions are all returned; the innermost that covers a word is the one that says it.
    """
    quotes = find_quotations(doc)
    lexicon = reporting()
    cues = lexicon.verbs.keys() | lexicon.quoting.keys() | lexicon.adverbs | lexicon.nouns
    openers = {phrase[0] for phrase in lexicon.according}
    found: list[Attribution] = []
    for sentence in doc.sentences:
        if sentence.kind in (Kind.HEADING, Kind.PROMO):
            continue
        lows = {t.lower for t in sentence.tokens}
        if lows.isdisjoint(cues) and lows.isdisjoint(openers):
            continue
        reader = _Reader(doc.text, sentence, mentions, quotes, lexicon)
        found.extend(_in_sentence(doc, reader))
    found.extend(_continued(doc, found, quotes))
    found.extend(posts(doc))
    found.extend(relayed(doc, mentions))
    return _chained(found)


def _in_sentence(doc: Document, reader: _Reader) -> Iterator[Attribution]:
    for i, token in enumerate(reader.tokens):
        low = token.lower
        if (low in reader.lexicon.verbs or low in reader.lexicon.quoting) and not _is_nominal(reader, i):
            found = _of_verb(reader, i)
        elif low in reader.lexicon.adverbs:
            found = _impersonal(reader, Span(token.start, token.end), _clause(reader, i))
        elif low in reader.lexicon.nouns:
            found = _of_noun(reader, i)
        else:
            found = _according(reader, i)
        if found is not None and found[0].start < found[0].end:
            scope, claimant, manner = found
            yield Attribution(doc.article.id, scope, (claimant,), manner)


def _is_nominal(reader: _Reader, i: int) -> bool:
    """Whether the form at `i` is a noun or adjective here: “the claims”, “of alleged fighters”, “reports say”."""
    before, low = reader.low(i - 1), reader.low(i)
    if before in _NOMINAL_BEFORE:
        return True
    if low not in reader.lexicon.nouns and low not in _NOUN_FORMS:
        return False
    after = reader.low(i + 1)
    return i == 0 or after in reader.lexicon.verbs or after in _NOUN_AFTER or not _follows_name(reader, i)


def _follows_name(reader: _Reader, i: int) -> bool:
    """Whether an actor, or a capitalised word, ends right before token `i`."""
    if i == 0:
        return False
    before = reader.tokens[i - 1]
    return before.text[0].isupper() and (i > 1 or before.lower not in _UNNAMED_ADJECTIVES)


_Found = tuple[Span, Claimant, str]


def _impersonal(reader: _Reader, cue: Span, scope: Span) -> _Found:
    return scope, Claimant(cue, reader.lexicon.unnamed, cue), "impersonal"


def _of_verb(reader: _Reader, i: int) -> _Found | None:
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
    subject = subject_before(reader.text, reader.tokens, i, cue, reader.mentions)
    if subject is None:
        return None
    claimant, first = subject
    claimant = _unnamed(reader, claimant)
    if _trails(reader, i, first):
        scope = _said_before(reader, first)
    else:
        scope = _said_after(reader, i, lemma)
    return None if scope is None else (scope, claimant, _manner(reader, scope))


def _unnamed(reader: _Reader, claimant: Claimant) -> Claimant:
    """Reports that nobody signs have no name but a common one."""
    said = claimant.text.lower().split()
    if said and said[-1] in reader.lexicon.nouns and len(said) <= 2:
        return Claimant(claimant.span, reader.lexicon.unnamed, claimant.cue)
    return claimant


def _inverted(reader: _Reader, i: int, cue: Span) -> _Found | None:
    """“…, said X.”"""
    if i < 2 or reader.low(i + 1) in MARKS | _ADJUNCT | {"that", ",", "."}:
        return None
    if reader.lexicon.quoting.get(reader.low(i)) and reader.low(i - 1) not in MARKS and reader.low(i - 2) not in MARKS:
        return None
    subject = subject_after(reader.text, reader.tokens, i + 1, cue, reader.mentions)
    if subject is None:
        return None
    claimant, after = subject
    if reader.low(i).endswith("ing") or reader.low(after) in ("that", ":") or reader.low(after) in _BE:
        return None
    scope = _said_before(reader, i)
    return None if scope is None else (scope, _unnamed(reader, claimant), _manner(reader, scope))


def _trails(reader: _Reader, i: int, first: int) -> bool:
    """Whether the clause of subject (`first`) and verb (`i`) comes after what was said."""
    before = reader.low(first - 1)
    after = reader.low(i + 1)
    if after in (",", ":") and reader.low(i + 2) in _OPENING:
        return False
    quoted_before = before in MARKS or (before == "," and reader.low(first - 2) in MARKS)
    if quoted_before and reader.quote_at(reader.tokens[first].start) is None:
        return after != "that" and after not in _OPENING
    if before != "," or first < 4 or "that" in {t.lower for t in reader.tokens[i + 1 :]}:
        return False
    return after in ("", ".", ",", "!", "?") or after in _ADJUNCT or after in _ADDRESSEES


def _said_before(reader: _Reader, first: int) -> Span | None:
    """From the quotation that ends before token `first`, or the sentence's start, to the mark before `first`."""
    at = first - 1
    while at >= 0 and reader.low(at) == ",":
        at -= 1
    if at < 0:
        return None
    quote = reader.quote_at(reader.tokens[at].start)
    if quote is not None and quote.span.end <= reader.tokens[first].start:
        wider = quote.span.start > reader.sentence.span.start + 1
        opened = _last_edge(reader, quote.span.start) if wider else quote.span.start
        return Span(min(opened, quote.span.start), quote.span.end)
    inside = reader.quote_at(reader.tokens[first].start)
    start = max(reader.sentence.span.start, inside.inner.start if inside else 0)
    return Span(start, reader.tokens[at].end)


def _last_edge(reader: _Reader, offset: int) -> int:
    """The start of the clause that runs into the quotation at `offset`, if it says no more than that."""
    said = [t for t in reader.tokens if t.end <= offset]
    if not said or said[-1].lower in _CLAUSE_EDGE or any(t.lower in reader.lexicon.verbs for t in said):
        return offset
    return reader.sentence.span.start


def _said_after(reader: _Reader, i: int, lemma: str) -> Span | None:
    start = _content_start(reader, i, lemma)
    if start is None or start >= len(reader.tokens):
        return None
    opening = reader.tokens[start]
    quote = reader.quote_at(opening.start)
    if quote is not None and quote.span.start >= opening.start:
        end = (
            max(quote.span.end, _content_end(reader, start))
            if quote.span.end < reader.sentence.span.end
            else quote.span.end
        )
        return Span(quote.span.start, end)
    if lemma in reader.lexicon.quoting.values() and reader.low(i) in reader.lexicon.quoting:
        return None
    return Span(opening.start, _content_end(reader, start))


def _content_start(reader: _Reader, i: int, lemma: str) -> int | None:
    """The index of the first token of what is said after the verb at `i`."""
    reach = range(i + 1, min(len(reader.tokens), i + 1 + _ADJUNCT_REACH))
    marks = [j for j in reach if reader.low(j) in _OPENING]
    thats = [j for j in reach if reader.low(j) == "that"]
    nearest = reader.low(i + 1)
    if nearest == "that":
        return i + 2
    if nearest in (":", ","):
        return i + 2 if nearest == ":" or reader.low(i + 2) in _OPENING else None
    if nearest in _OPENING:
        return i + 1
    if nearest in _ADJUNCT or lemma == "tell":
        if thats and (not marks or thats[0] < marks[0]):
            return thats[0] + 1
        if marks:
            return marks[0]
        return _after_addressee(reader, i) if lemma == "tell" else None
    if lemma in reader.lexicon.needs_clause or reader.low(i) in reader.lexicon.quoting:
        joined = [j for j in thats[:1] + marks[:1] if j <= i + 4]
        return (joined[0] + (reader.low(joined[0]) == "that")) if joined else None
    return i + 1


def _after_addressee(reader: _Reader, i: int) -> int | None:
    """“told me the men had left”: what comes after a pronoun or a name."""
    addressed = (
        actors_in(reader.mentions, Span(reader.tokens[i + 1].start, reader.sentence.span.end))
        if i + 1 < len(reader.tokens)
        else []
    )
    if addressed and addressed[0].span.start == reader.tokens[i + 1].start:
        after = next((j for j, t in enumerate(reader.tokens) if t.start >= addressed[0].span.end), None)
    else:
        after = i + 2
    return after if after is not None and reader.low(after) not in ("to", "about", "of", "") else None


def _content_end(reader: _Reader, start: int) -> int:
    """The end of the sentence, or the comma before a contrasting clause or another source's “…, X reported”."""
    tokens = reader.tokens
    inside = reader.quote_at(tokens[start].start)
    limit = inside.inner.end if inside and inside.span.start < tokens[start].start else reader.sentence.span.end
    for j in range(start + 1, len(tokens) - 1):
        if tokens[j].start >= limit:
            break
        if (
            tokens[j].lower in (",", ";")
            and tokens[j + 1].lower in _CONTRAST
            and reader.quote_at(tokens[j].start) is inside
        ):
            return tokens[j].start
    if limit == reader.sentence.span.end and tokens[-1].lower == "." and tokens[-1].end == limit:
        return tokens[-1].start
    return min(limit, reader.sentence.span.end) if inside is None else limit


def _passive(reader: _Reader, i: int, cue: Span) -> _Found | None:
    """“it was reported that …”, “were reported to be …”, “was reported”: said by nobody in particular."""
    if reader.low(i) not in reader.lexicon.participles or reader.low(i + 1) == "by":
        return None
    subject = skip_auxiliaries(reader.tokens, i)
    if subject >= 0 and reader.low(subject) == "it" and reader.low(i + 1) == "that":
        start = Span(reader.tokens[subject].start, cue.end)
        return _impersonal(reader, start, Span(reader.tokens[i + 1].end + 1, _content_end(reader, i + 2)))
    return _impersonal(reader, cue, _clause(reader, i))


def _clause(reader: _Reader, i: int) -> Span:
    """The clause around token `i`: between semicolons, contrasting words, and an opening subordinate clause."""
    tokens = reader.tokens
    first, last = i, i
    quote = reader.quote_at(tokens[i].start)
    limit = quote.inner if quote is not None else reader.sentence.span
    while first > 0 and tokens[first - 1].start >= limit.start and tokens[first].lower not in _CONTRAST:
        if tokens[first - 1].lower in (";", ":"):
            break
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].end <= limit.end and tokens[last + 1].lower not in _CONTRAST:
        if tokens[last + 1].lower in (";", "."):
            break
        last += 1
    return Span(tokens[first].start, tokens[last].end)


def _of_noun(reader: _Reader, i: int) -> _Found | None:
    """“There are reports that …”, “reports of … have emerged”; “reports say” is read at its verb."""
    if reader.low(i + 1) not in ("that", "of") or i + 2 >= len(reader.tokens):
        return None
    cue = Span(reader.tokens[i].start, reader.tokens[i].end)
    end = _content_end(reader, i + 2)
    if i <= _SUBJECT_NOUN and reader.low(i + 1) == "of":
        verb = next((t for t in reader.tokens[i + 3 :] if t.lower in _NOUN_AFTER - {"of", "that"}), None)
        end = reader.tokens[reader.tokens.index(verb) - 1].end if verb is not None else end
    return _impersonal(reader, cue, Span(reader.tokens[i + 2].start, end))


def _according(reader: _Reader, i: int) -> _Found | None:
    """“According to X, …” and “…, according to X”."""
    phrase = next((p for p in reader.lexicon.according if all(reader.low(i + k) == w for k, w in enumerate(p))), None)
    if phrase is None:
        return None
    begin = i + len(phrase)
    cue = Span(reader.tokens[i].start, reader.tokens[begin - 1].end)
    subject = (
        subject_after(reader.text, reader.tokens, begin, cue, reader.mentions) if begin < len(reader.tokens) else None
    )
    if subject is None:
        return None
    claimant, after = subject
    if len(phrase) == 1 and not _is_source(reader, claimant):
        return None
    opens = (
        i == 0
        or reader.low(i - 1) in MARKS
        or (reader.low(i - 1) in _CLAUSE_EDGE | {"and", "but"} and reader.low(after) == "," and i <= 3)
    )
    if opens:
        start = after + (reader.low(after) == ",")
        if start >= len(reader.tokens):
            return None
        scope = Span(reader.tokens[start].start, _content_end(reader, start))
    else:
        scope = Span(reader.sentence.span.start, reader.tokens[i - 1].end)
    return scope, _unnamed(reader, claimant), "according-to"


def _is_source(reader: _Reader, claimant: Claimant) -> bool:
    said = claimant.text.lower().split()
    return bool(actors_in(reader.mentions, claimant.span)) or not reader.lexicon.sources.isdisjoint(said)


def _manner(reader: _Reader, scope: Span) -> str:
    quote = reader.quote_at(scope.start)
    return "direct" if quote is not None and quote.span.start == scope.start else "indirect"


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
        whole = sentence is not None and sentence.span.start == quote.span.start
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
