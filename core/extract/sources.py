"""Reads who is meant by the subject of a saying verb: the named source, or the words that stand for one.

Works on the tokens of one sentence. A claimant is a mention where its words end or begin with one
(“Russian Foreign Minister Sergei Lavrov”), else the whole phrase (“former government officials”).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from core.lexicon.grammar import words
from core.lexicon.reporting import reporting
from core.model import Claimant, Form, Layer, Mention, Span, Token

MARKS = frozenset('“”„«»"‘’')
_AUXILIARY = words("sources", "auxiliary")
_LEFT_STOP = words("sources", "left_stop")
_RIGHT_STOP = words("sources", "right_stop")
_LINKING = words("sources", "linking")
PRONOUNS = words("common", "pronouns")
_LONGEST = 14
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
    for mention in mentions[first:]:
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
    if chosen is not None and linked:
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
    if last < 0:
        return None
    apposed = tokens[last].lower == ","
    last -= apposed
    first = _phrase_start(tokens, last)
    if first > last:
        return None
    if tokens[first].lower == "who" or tokens[last].lower == "who":
        return _antecedent(text, tokens, first, cue, mentions)
    if tokens[last].lower in PRONOUNS:
        first = last
    if _is_apposition(tokens, first) and apposed:
        before = _phrase_start(tokens, first - 2)
        name = _claimant(text, tokens, before, first - 2, cue, mentions) if before <= first - 2 else None
        if name is not None and _names_somebody(name, mentions):
            return name, before
    return _claimant(text, tokens, first, last, cue, mentions), first


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


def _is_apposition(tokens: Sequence[Token], first: int) -> bool:
    """Whether the phrase that starts at `first` follows another one after a comma and describes it."""
    return first >= 2 and tokens[first - 1].lower == "," and not _CAPITAL.match(tokens[first].text)


def _names_somebody(claimant: Claimant, mentions: Sequence[Mention]) -> bool:
    return any(m.span == claimant.span and m.form is Form.NAME for m in actors_in(mentions, claimant.span))


def subject_after(
    text: str, tokens: Sequence[Token], i: int, cue: Span, mentions: Sequence[Mention]
) -> tuple[Claimant, int] | None:
    """The inverted subject that begins at token `i` (“said X”), and the index after its last token."""
    last = i
    while last < len(tokens) and last - i < _LONGEST and tokens[last].lower not in _RIGHT_STOP:
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
