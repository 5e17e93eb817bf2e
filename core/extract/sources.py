"""Reads who is meant by the subject of a saying verb: the named source, or the words that stand for one.

Works on the tokens of one sentence. A claimant is a mention where its words end or begin with one
(“Russian Foreign Minister Sergei Lavrov”), else the whole phrase (“former government officials”).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from core.extract.speakers import name_goes_on, together
from core.extract.tagging import has_object
from core.lexicon.grammar import words
from core.lexicon.reporting import reporting
from core.model import Claimant, Form, Layer, Mention, Span, Token

MARKS = frozenset('“”„«»"‘’')
_AUXILIARY = words("sources", "auxiliary")
_LEFT_STOP = words("sources", "left_stop")
_RIGHT_STOP = words("sources", "right_stop")
_LINKING = words("sources", "linking")
PRONOUNS = words("common", "pronouns")
_PREPOSITIONS = words("claims", "oblique")
_VERBAL = words("common", "be") | words("common", "have") | words("common", "modals") | PRONOUNS
_ARTICLES = frozenset(("a", "an", "the"))
_LONGEST = 14
_TITLE = 4  # letters of an abbreviated title
_CAPITAL = re.compile(r"[^\W\d_a-z]")


def is_kind_of_source(claimant: str) -> bool:
    """Whether the words name a kind of people and nobody in particular (“former officials”, “local reporters”).

    Officials of a government are not the government, so that such a claimant stays in its own words.
    """
    return not reporting().sources.isdisjoint(claimant.lower().split())


def actors_in(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    """The actor mentions that lie inside `span`, in order; `mentions` must be ordered by start."""
    first = bisect_left(mentions, span.start, key=lambda m: m.span.start)
    inside: list[Mention] = []
    for mention in (mentions[k] for k in range(first, len(mentions))):
        if mention.span.start >= span.end:
            break
        if mention.layer is Layer.ACTOR and mention.span.end <= span.end and mention.form is not Form.DEMONYM:
            inside.append(mention)
    return inside


def skip_auxiliaries(tokens: Sequence[Token], i: int) -> int:
    """The index of the last token of the subject, going left from the verb at `i`; -1 where there is none."""
    j = i - 1
    while j >= 0 and (tokens[j].lower in _AUXILIARY or (tokens[j].lower.endswith("ly") and j < i)):
        j -= 1
    return j


def _claimant(
    text: str, tokens: Sequence[Token], first: int, last: int, cue: Span, mentions: Sequence[Mention]
) -> Claimant:
    span = Span(tokens[first].start, tokens[last].end)
    linked = any(t.lower in _LINKING for t in tokens[first + 1 : last])
    named = [m for m in actors_in(mentions, span) if m.form is not Form.PRONOUN]
    chosen = next((m for m in reversed(named) if m.span.end == span.end), None)
    begins = {tokens[first].start, tokens[min(first + 1, last)].start}
    if chosen is not None and linked and chosen.span.start not in begins:
        chosen = None
    if chosen is None:
        chosen = next((m for m in named if m.span.start == span.start or m.kind == "person"), None)
        if chosen is not None and chosen.kind != "person" and chosen.span.end != span.end:
            chosen = None
    taken = chosen.span if chosen is not None else span
    return Claimant(taken, taken.of(text), cue)


def subject_before(
    text: str, tokens: Sequence[Token], i: int, cue: Span, mentions: Sequence[Mention]
) -> tuple[Claimant, int] | None:
    """The subject of the verb at `i` and the index of its first token, appositions resolved to the name.

    “X, a spokesman for the ministry, said” is X; “a senior correspondent, X, said” is X too.
    """
    last = skip_auxiliaries(tokens, i)
    last -= last >= 0 and tokens[last].lower == ","
    first = _phrase_start(tokens, last)
    if 1 < first <= last and tokens[first].lower in _PREPOSITIONS and tokens[first - 1].lower == ",":
        last = first - 2  # “the ministry, in a statement, said”
        first = _phrase_start(tokens, last)
    if 0 <= first <= last and "who" in (tokens[first].lower, tokens[last].lower):
        return _antecedent(text, tokens, first, cue, mentions)
    first = last if last >= 0 and tokens[last].lower in PRONOUNS else first
    if not 0 <= first <= last or tokens[first].lower in _PREPOSITIONS:
        return None
    if tokens[i].lower.endswith("ing"):
        return _of_participle(tokens, first, cue, mentions)
    return _whole(text, tokens, first, last, cue) or _named_subject(text, tokens, (first, last), cue, mentions)


def _whole(text: str, tokens: Sequence[Token], first: int, last: int, cue: Span) -> tuple[Claimant, int] | None:
    """Those who speak together, or a body whose name has an “and” in it, whose last words begin at `first`."""
    begin = together(tokens, first, _LEFT_STOP)
    begin = name_goes_on(tokens, first, _LEFT_STOP) if begin == first else begin
    span = Span(tokens[begin].start, tokens[last].end)
    return None if begin == first else (Claimant(span, span.of(text), cue), begin)


def _named_subject(
    text: str, tokens: Sequence[Token], at: tuple[int, int], cue: Span, mentions: Sequence[Mention]
) -> tuple[Claimant, int]:
    """Who the phrase from the first to the last token `at` names, with the apposition before it, if any."""
    first, last = at
    own = _claimant(text, tokens, first, last, cue, mentions)
    other = _apposed(tokens, first)
    if other is None:
        return own, first
    name = _claimant(text, tokens, other, first - 2, cue, mentions)
    if _is_description(tokens, first) and _names_somebody(name, mentions):
        return name, other
    introduced = tokens[other].lower in _ARTICLES and _names_somebody(own, mentions)
    return own, other if introduced else first


def _of_participle(
    tokens: Sequence[Token], first: int, cue: Span, mentions: Sequence[Mention]
) -> tuple[Claimant, int] | None:
    """“The navy defended itself, saying …”: who begins the clause before, if that is a mention."""
    here = actors_in(mentions, Span(tokens[first].start, tokens[-1].end))
    begins = {tokens[first].start, tokens[first + 1].start} if first + 1 < len(tokens) else set()
    if here and here[0].span.start in begins:
        return Claimant(here[0].span, here[0].text, cue), first
    return None


def _antecedent(
    text: str, tokens: Sequence[Token], who: int, cue: Span, mentions: Sequence[Mention]
) -> tuple[Claimant, int] | None:
    last = who - 1 - (who > 0 and tokens[who - 1].lower == ",")
    first = _phrase_start(tokens, last)
    return (_claimant(text, tokens, first, last, cue, mentions), first) if 0 <= first <= last else None


def _phrase_start(tokens: Sequence[Token], last: int) -> int:
    first = last + 1
    while first > 0 and last - first < _LONGEST and tokens[first - 1].lower not in _LEFT_STOP:
        first -= 1
    return first


def _apposed(tokens: Sequence[Token], first: int) -> int | None:
    """The start of the phrase that a comma parts from the one starting at `first`, if a short one is there."""
    if first < 2 or tokens[first - 1].lower != ",":
        return None
    before = _phrase_start(tokens, first - 2)
    verbal = any(t.lower in _VERBAL or has_object(tokens, before + k) for k, t in enumerate(tokens[before : first - 1]))
    return before if before <= first - 2 and not verbal else None


def _is_description(tokens: Sequence[Token], first: int) -> bool:
    return not _CAPITAL.match(tokens[first].text) or tokens[first].lower in _ARTICLES


def _names_somebody(claimant: Claimant, mentions: Sequence[Mention]) -> bool:
    """Whether the claimant is a mention by name, or at least looks like a person's name of several parts."""
    if any(m.span.end == claimant.span.end and m.form is Form.NAME for m in actors_in(mentions, claimant.span)):
        return True
    return re.fullmatch(r"(?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w’'-]+", claimant.text) is not None


def _abbreviates(tokens: Sequence[Token], i: int) -> bool:
    """Whether the full stop at `i` is a title's (“Col. Travis Caughlin”)."""
    if tokens[i].lower != "." or not 0 < i < len(tokens) - 1:
        return False
    return len(tokens[i - 1].text) <= _TITLE and bool(
        _CAPITAL.match(tokens[i - 1].text) and _CAPITAL.match(tokens[i + 1].text)
    )


def subject_after(
    text: str, tokens: Sequence[Token], i: int, cue: Span, mentions: Sequence[Mention]
) -> tuple[Claimant, int] | None:
    """The inverted subject that begins at token `i` (“said X”), and the index after its last token."""
    last = i
    while last < len(tokens) and last - i < _LONGEST:
        if tokens[last].lower in _RIGHT_STOP and not _abbreviates(tokens, last):
            break
        last += 1
    named = actors_in(mentions, Span(tokens[i].start, tokens[-1].end)) if i < len(tokens) else []
    for mention in named:
        while (
            last < len(tokens) and mention.span.start <= tokens[last - 1].start and tokens[last].end <= mention.span.end
        ):
            last += 1
    if last == i:
        return None
    return _claimant(text, tokens, i, last - 1, cue, mentions), last
