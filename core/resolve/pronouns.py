"""Pronouns and “the agency”: linked where the sentences before leave exactly one antecedent.

Only entities of a fitting kind are looked at, nearest sentence first; where one sentence offers several,
those that stand as a subject (no preposition before them, no saying verb behind) come first, and if still
several remain the pronoun is left alone. A pronoun outside quotation marks never takes up a name inside.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from core.model import Document, Entity, Form, Kind, Layer, Link, Mention, Sentence, Span

_WINDOW = 3  # sentences before the pronoun's own in which an antecedent is looked for
_BODIES = frozenset(("armed group", "government", "media", "organization"))
_FITS: dict[str, frozenset[str]] = {
    **dict.fromkeys("he him his himself she her hers herself".split(), frozenset(("person",))),
    **dict.fromkeys("they them their theirs themselves".split(), _BODIES | {"population"}),
    **dict.fromkeys("it its itself".split(), _BODIES),
}
_OPENING = 3  # tokens that may stand before a pronoun that opens its sentence (“But in fact they …”)
_POSSESSIVE = frozenset(("his", "her", "their", "its"))
# Nouns that take up a name of their kind: “the agency also shared a video”.
_NOUNS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        "agency outlet channel newspaper broadcaster daily station network magazine website".split(),
        frozenset(("media",)),
    ),
    **dict.fromkeys(
        "company firm airline bank party union bloc charity organisation organization".split(),
        frozenset(("organization",)),
    ),
    **dict.fromkeys("ministry regime kingdom".split(), frozenset(("government",))),
}
_PLEONASTIC = re.compile(
    r"it(?:['’]s|\s+(?:is|was|has|had|will|would|may|might|can|could|seems|appears|became|remains|took|takes))\b"
    r"(?:\s+\w+){0,3}\s+(?:that|to|who|when|whether|if|clear|unclear|likely|unlikely|possible|reported|believed|said|understood|known|expected)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]{0,4000}”|\"[^\"\n]{0,4000}\"|«[^»]{0,4000}»")
_PREPOSITION = (
    r"(?:of|from|by|with|against|to|for|in|on|at|between|among|under|over|into|than|via|about|towards?|including|near)"
)
_NOT_SUBJECT = re.compile(
    rf"\b{_PREPOSITION}\s+(?:(?:the|an?|late|former)\s+|\w+[’']s\s+|\w+\s+(?=\w+\s*$)){{0,3}}$"
    rf"|\b{_PREPOSITION}\s+(?:[\w’'-]+\s+){{1,5}}and\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"^[,\s]*(?:also\s+|has\s+|had\s+|have\s+)?(?:said|says|say|tells?|told|adds?|added|reports?|reported|claims?|claimed|tweeted|writes|wrote)\b"
)
_SOURCE = re.compile(r"\b(?:from|against)\s+$", re.IGNORECASE)


class _Pronoun(NamedTuple):
    span: Span
    word: str
    kinds: frozenset[str]


def resolve_pronouns(doc: Document, links: Sequence[Link[Entity]]) -> tuple[Link[Entity], ...]:
    """Links the pronouns of `doc` whose antecedent is unique.

    Args:
        doc: The article.
        links: Its mentions of actors with their entities, in order of position.

    Returns:
        Links of mentions of form “pronoun”, in order of position; pronouns without a unique antecedent are left out.
    """
    quotes = [Span(*m.span()) for m in _QUOTED.finditer(doc.text)]
    known: defaultdict[int, list[Link[Entity]]] = defaultdict(list)
    for link in sorted(links, key=lambda link: link.mention.span):
        known[link.mention.sentence].append(link)
    found: list[Link[Entity]] = []
    for sentence in doc.sentences:
        if sentence.kind in {Kind.PROMO, Kind.HEADING} or sentence.script != "latin":
            continue
        for pronoun in _pronouns(doc, sentence):
            if not any(link.mention.span.overlaps(pronoun.span) for link in known.get(sentence.index, ())):
                taken = _antecedent(doc, sentence, pronoun, known, quotes)
                if taken:
                    found.append(taken)
                    known[sentence.index].append(taken)
    return tuple(found)


def _pronouns(doc: Document, sentence: Sentence) -> Iterator[_Pronoun]:
    before = None
    for token in sentence.tokens:
        if token.lower in _FITS:
            if token.lower != "it" or not _PLEONASTIC.match(doc.text, token.start):
                yield _Pronoun(Span(token.start, token.end), token.lower, _FITS[token.lower])
        elif before and before.lower == "the" and token.lower in _NOUNS and token.text.islower():
            yield _Pronoun(Span(before.start, token.end), token.lower, _NOUNS[token.lower])
        before = token


def _antecedent(
    doc: Document,
    sentence: Sentence,
    pronoun: _Pronoun,
    known: Mapping[int, Sequence[Link[Entity]]],
    quotes: Sequence[Span],
) -> Link[Entity] | None:
    inside = _inside(pronoun.span, quotes)
    window = _WINDOW if _looks_back(sentence, pronoun) else 0
    for index in range(sentence.index, max(-1, sentence.index - window - 1), -1):
        here = [
            link
            for link in known.get(index, ())
            if link.mention.span.end <= pronoun.span.start
            and link.target.kind in pronoun.kinds
            and (inside or not _inside(link.mention.span, quotes))
        ]
        if inside:
            here = [link for link in here if _inside(link.mention.span, quotes)] or here
        if here:
            return _choose(doc, sentence, pronoun, here, same=index == sentence.index)
    return None


def _looks_back(sentence: Sentence, pronoun: _Pronoun) -> bool:
    """Whether an earlier sentence may hold the antecedent: of “it” and “they”, only where nothing else comes first."""
    if "person" in pronoun.kinds or pronoun.word in _NOUNS:
        return True
    return sum(token.start < pronoun.span.start for token in sentence.tokens) <= _OPENING


def _inside(span: Span, quotes: Sequence[Span]) -> bool:
    last = bisect_right(quotes, span.start, key=lambda q: q.start) - 1
    return last >= 0 and quotes[last].covers(span)


def _choose(
    doc: Document, sentence: Sentence, pronoun: _Pronoun, here: Sequence[Link[Entity]], *, same: bool
) -> Link[Entity] | None:
    entities = _distinct(here)
    if (
        same
        and len(entities) > 1
        and pronoun.word in _POSSESSIVE
        and _SOURCE.search(doc.text, max(0, pronoun.span.start - 20), pronoun.span.start)
    ):
        entities.pop(here[-1].target.id, None)
    if len(entities) > 1:
        entities = _distinct([link for link in here if link.target.id in entities and _is_subject(doc, link)])
    if len(entities) != 1:
        return None
    (link,) = entities.values()
    text = pronoun.span.of(doc.text)
    mention = Mention(
        doc.article.id,
        pronoun.span,
        text,
        sentence.index,
        Layer.ACTOR,
        link.target.kind,
        Form.PRONOUN,
        evidence="pronoun",
    )
    where = "in its sentence" if same else "in the sentences before"
    return Link(mention, link.target, f"“{text}” takes up {link.target.name}, the only one {where} that fits", 75.0)


def _distinct(links: Sequence[Link[Entity]]) -> dict[str, Link[Entity]]:
    return {link.target.id: link for link in links}


def _is_subject(doc: Document, link: Link[Entity]) -> bool:
    span = link.mention.span
    before, after = doc.text[max(0, span.start - 60) : span.start], doc.text[span.end : span.end + 30]
    saying = link.target.kind != "person" and _SAYS.search(after)
    return not _NOT_SUBJECT.search(_last_clause(before)) and not saying


@lru_cache(maxsize=4096)
def _last_clause(before: str) -> str:
    return re.split(r"[.;:,–—]", before)[-1]
