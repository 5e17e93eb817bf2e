"""Decides which words are said, given the word that says so: before it, after it, or in quotation marks.

The stretch is kept tight: it ends at its quotation mark, at a contrasting clause, or with the sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from core.extract.quotations import Quotation
from core.extract.sources import MARKS, actors_in
from core.lexicon.grammar import words
from core.lexicon.reporting import Reporting
from core.model import Claimant, Mention, Sentence, Span, Token

_ADJUNCT = words("attribution", "adjunct")
_CONTRAST = words("attribution", "contrast")
_ADDRESSEES = words("attribution", "addressees")
_CLAUSE_EDGE = frozenset(",;:—–")
_OPENING = frozenset('“„«‘"')
_SIGNS = _OPENING | {"that"}
_ADJUNCT_REACH = 16
_NEAR = 5
_SET_OFF = 12  # words between a quotation that ends in a comma and its verb: a name and what describes it
_GOES_ON = 5
_ADDRESSED = 9
_PARTED = MARKS | {","}
_BOUNDS = frozenset((("at", "least"), ("at", "most"), ("as", "many")))
_POSTING = frozenset(("tweet", "write", "post"))
_POINTING = frozenset(("there", "this", "here"))
_VERBAL = words("common", "be") | words("common", "have") | words("common", "modals")
_TIMES = words("attribution", "times")
_BEFORE_TIMES = frozenset(("on", "late", "early", "last", "earlier"))
_STATEMENTS = words("attribution", "statements")
_NEW_CLAUSE = _CONTRAST | {"adding", "who", "and", "citing", "as", "according", "which", "he", "she", "they"}

Found = tuple[Span, Claimant, str]


@dataclass(frozen=True, slots=True)
class Reader:
    """One sentence with what the finders need at hand."""

    text: str
    sentence: Sentence
    mentions: Sequence[Mention]
    quotes: Sequence[Quotation]
    lexicon: Reporting

    @property
    def tokens(self) -> Sequence[Token]:
        """The sentence's tokens."""
        return self.sentence.tokens

    def low(self, i: int) -> str:
        """The lower-case token at `i`, "" beyond either end."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def quote_at(self, offset: int) -> Quotation | None:
        """The quotation that holds the code point at `offset`."""
        i = bisect_right(self.quotes, offset, key=lambda q: q.span.start) - 1
        return self.quotes[i] if i >= 0 and offset < self.quotes[i].span.end else None


def trails(reader: Reader, i: int, first: int) -> bool:
    """Whether the clause of subject (`first`) and verb (`i`) comes after what was said."""
    after = reader.low(i + 1)
    if quote_before(reader, first) is not None:
        return after != "that" and after not in _OPENING
    if after in (",", ":") and reader.low(i + 2) in _OPENING:
        return False
    if reader.low(first - 1) not in _PARTED or first < 4 or "that" in {t.lower for t in reader.tokens[i + 1 :]}:
        return False
    if reader.lexicon.verbs.get(reader.low(i)) == "deny":
        return False  # “a charge the government denies”
    told = reader.lexicon.verbs.get(reader.low(i)) == "tell" and len(reader.tokens) - i <= _ADDRESSED
    return told or after in ("", ".", ",", "!", "?") or after in _ADJUNCT or after in _ADDRESSEES


def quote_before(reader: Reader, first: int) -> Quotation | None:
    """The closed quotation that ends right before token `first`, or before a few words set off by its comma."""
    for j in range(first - 1, max(first - 1 - _SET_OFF, -1), -1):
        quote = reader.quote_at(reader.tokens[j].start)
        if quote is not None and quote.span.end > reader.tokens[first].start:
            return None
        if quote is not None:
            set_off = quote.inner.of(reader.text).rstrip().endswith(",")
            another = any(t.lower in reader.lexicon.verbs for t in reader.tokens[j + 1 : first])
            return quote if j >= first - 2 or (set_off and not another) else None
    return None


def said_before(reader: Reader, first: int, i: int) -> Span | None:
    """What comes before the clause that begins at token `first` and whose verb is at `i`.

    That is the quotation that ends there, or the sentence up to the comma; where the sentence goes on after
    the clause (“by then, X said, it was over”), all of it.
    """
    at = first - 1
    while at >= 0 and reader.low(at) == ",":
        at -= 1
    if at < 0:
        return None
    quote = quote_before(reader, first)
    if quote is not None:
        wider = quote.span.start > reader.sentence.span.start + 1
        opened = _last_edge(reader, quote.span.start) if wider else quote.span.start
        return Span(min(opened, quote.span.start), quote.span.end)
    inside = reader.quote_at(reader.tokens[first].start)
    start = max(reader.sentence.span.start, inside.inner.start if inside else 0)
    medial = i > first and reader.low(i + 1) == "," and len(reader.tokens) - i > _GOES_ON
    goes_on = medial and reader.low(i + 2) not in _NEW_CLAUSE and inside is None
    return Span(start, content_end(reader, i + 2) if goes_on else reader.tokens[at].end)


def _last_edge(reader: Reader, offset: int) -> int:
    """The start of the clause that runs into the quotation at `offset`, if it says no more than that."""
    said = [t for t in reader.tokens if t.end <= offset]
    if not said or said[-1].lower in _CLAUSE_EDGE or any(t.lower in reader.lexicon.verbs for t in said):
        return offset
    return reader.sentence.span.start


def said_after(reader: Reader, i: int, lemma: str) -> Span | None:
    """What the verb at `i` reports in the words after it; None where those are no speech."""
    start = _content_start(reader, i, lemma)
    if start is None or start >= len(reader.tokens):
        return None
    opening = reader.tokens[start]
    quote = reader.quote_at(opening.start)
    if quote is not None and quote.span.start >= opening.start:
        inside = quote.span.end < reader.sentence.span.end
        return Span(quote.span.start, max(quote.span.end, content_end(reader, start)) if inside else quote.span.end)
    if reader.low(i) in reader.lexicon.quoting:
        return None
    return Span(opening.start, content_end(reader, start))


def _content_start(reader: Reader, i: int, lemma: str) -> int | None:
    """The index of the first token of what is said after the verb at `i`."""
    nearest = reader.low(i + 1)
    bounded = (nearest, reader.low(i + 2)) in _BOUNDS or (nearest == "over" and reader.low(i + 2)[:1].isdigit())
    exists = nearest in _POINTING and reader.low(i + 2) in _VERBAL  # “said there was a chance”
    if bounded or exists or (nearest == "to" and lemma == "claim"):
        return i + 1
    if nearest in ("that", ":", ",") or nearest in _OPENING:
        quoted = nearest != "," or reader.low(i + 2) in _OPENING or lemma in _POSTING
        return i + 1 + (nearest not in _OPENING) if quoted else _after_aside(reader, i + 1)
    reach = range(i + 1, min(len(reader.tokens), i + 1 + _ADJUNCT_REACH))
    signs = [j + (reader.low(j) == "that") for j in reach if reader.low(j) in _SIGNS][:1]
    if lemma == "tell" and not signs:
        return _after_addressee(reader, i)
    if nearest in _ADJUNCT or lemma == "tell":
        return signs[0] if signs else _after_adjuncts(reader, i + 1)
    if lemma not in reader.lexicon.needs_clause and reader.low(i) not in reader.lexicon.quoting:
        return i + 1
    near = signs and signs[0] <= i + _NEAR and nearest != "to"  # “believed to be insurgents”
    return signs[0] if near else None


def _after_aside(reader: Reader, comma: int) -> int | None:
    """“reported, citing two officials, that …”: what comes after the “that” which closes the aside."""
    reach = range(comma + 2, min(len(reader.tokens), comma + _ADJUNCT_REACH))
    return next((j + 1 for j in reach if reader.low(j) == "that" and reader.low(j - 1) == ","), None)


def _after_adjuncts(reader: Reader, at: int) -> int | None:
    """“said on Monday five men died”: what comes after the day, or after “in a statement”."""
    start = at
    while reader.low(at) in _TIMES or (reader.low(at) in _BEFORE_TIMES and reader.low(at + 1) in _TIMES):
        at += 1
    if reader.low(at) == "in" and reader.low(at + 1) in ("a", "an", "the", "his", "her", "its", "their"):
        nouns = [j for j in range(at + 2, at + _NEAR) if reader.low(j) in _STATEMENTS]
        at = nouns[0] + 1 if nouns else at
    ends = len(reader.tokens) - at < _NEAR or reader.low(at) in _ADJUNCT or reader.low(at) in _CLAUSE_EDGE
    return None if at == start or ends else at


def _after_addressee(reader: Reader, i: int) -> int | None:
    """“told me the men had left”: what comes after a pronoun or a name."""
    if i + 1 >= len(reader.tokens):
        return None
    addressed = actors_in(reader.mentions, Span(reader.tokens[i + 1].start, reader.sentence.span.end))
    after = i + 2
    if addressed and addressed[0].span.start == reader.tokens[i + 1].start:
        after = next((j for j, t in enumerate(reader.tokens) if t.start >= addressed[0].span.end), after)
    return after if reader.low(after) not in ("to", "about", "of", "") else None


def content_end(reader: Reader, start: int) -> int:
    """The end of the sentence, or the comma before a contrasting clause or another source's “…, X reported”."""
    tokens = reader.tokens
    inside = reader.quote_at(tokens[start].start)
    limit = inside.inner.end if inside and inside.span.start < tokens[start].start else reader.sentence.span.end
    for j in range(start + 1, len(tokens) - 1):
        if tokens[j].start >= limit:
            break
        contrast = tokens[j].lower in (",", ";") and tokens[j + 1].lower in _CONTRAST
        if contrast and reader.quote_at(tokens[j].start) is inside:
            return tokens[j].start
        if tokens[j].lower in ("and", "but") and tokens[j + 1].lower in reader.lexicon.verbs:
            return tokens[j - 1].end
    if limit == reader.sentence.span.end and tokens[-1].lower == "." and tokens[-1].end == limit:
        return tokens[-1].start
    return min(limit, reader.sentence.span.end) if inside is None else limit


def clause_around(reader: Reader, i: int) -> Span:
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


def unnamed(reader: Reader, claimant: Claimant) -> Claimant:
    """The claimant; but reports that nobody signs have no name except a common one."""
    said = claimant.text.lower().split()
    if said and said[-1] in reader.lexicon.nouns and len(said) <= 2:
        return Claimant(claimant.span, reader.lexicon.unnamed, claimant.cue)
    return claimant


def is_source(reader: Reader, claimant: Claimant) -> bool:
    """Whether the claimant is an actor, or a kind of people who serve as a source."""
    said = claimant.text.lower().split()
    return bool(actors_in(reader.mentions, claimant.span)) or not reader.lexicon.sources.isdisjoint(said)


def manner(reader: Reader, scope: Span) -> str:
    """“direct” where the stretch begins with its quotation mark, else “indirect”."""
    quote = reader.quote_at(scope.start)
    return "direct" if quote is not None and quote.span.start == scope.start else "indirect"
