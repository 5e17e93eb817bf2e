"""Which places of a sentence belong to one of its events: those of its clause, without what only describes others."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from core.extract.clauses import GERUND, INFINITIVE, PARTICIPLE, Clause
from core.extract.naming import is_person_word
from core.extract.syntax import Parse
from core.model import Form, Layer, Mention, Span

_APPOSITION = re.compile(r",\s+(?:an?|the|one of|former)\s[^,]*$")
_BEARING = re.compile(
    r"\b(?:(?:north|south|east|west)(?:east|west)? of|outside|(?:miles|km|kilomet(?:er|re)s) from)\s*$", re.IGNORECASE
)
# “KABUL, Afghanistan (Sept. 16) – ”: where the report was filed is not where it happened.
_DATELINE = re.compile(
    r"[A-Z][\w./’'-]{1,30}(?: [A-Z][\w./’'-]{1,30})?(?:, [A-Z][\w. ]{1,30})?\s*(?:\([^()]{1,40}\)\s*)?[–—-]{1,2}\s"
)
_DEPENDENT = (INFINITIVE, GERUND, PARTICIPLE)


class Where:
    """The search for places in one sentence."""

    def __init__(self, text: str, parse: Parse, mentions: Sequence[Mention]) -> None:
        """`text` is the article's, `mentions` are the sentence's."""
        self.text, self.parse = text, parse
        span = parse.sentence.span
        dateline = _DATELINE.match(text, span.start, min(span.end, span.start + 120))
        self.begin = dateline.end() if dateline else span.start
        self.actors = sorted(m.span.end for m in mentions if m.layer is Layer.ACTOR and m.form is not Form.PRONOUN)
        titled = self._titled(mentions)
        self.places = [m.span for m in mentions if m.layer is Layer.PLACE and m.form is Form.NAME and m not in titled]

    def _titled(self, mentions: Sequence[Mention]) -> list[Mention]:
        """The countries that only say whose somebody is (“US Secretary of State …”)."""
        tokens = self.parse.sentence.tokens
        people = [c for c in self.parse.chunks if c.kind == "N" and c.last - c.first > 1 and is_person_word(c.base)]
        spans = [Span(tokens[c.first].start, tokens[c.head].start) for c in people]
        countries = [m for m in mentions if m.layer is Layer.PLACE and m.kind == "country"]
        return [m for m in countries if any(s.covers(m.span) for s in spans)]

    def of(self, clause: Clause | None) -> tuple[Span, ...]:
        """The places named around the clause's verb, up to the neighbouring finite clauses."""
        if not self.places:
            return ()
        found = self._inside(self._region(clause))
        if not found and clause is not None and clause.shared >= 0:
            found = self._inside(self._region(self.parse.clauses[clause.shared]))
        if not found and clause is not None and clause.twins:
            found = self._inside(self._region(self.parse.clauses[clause.twins[-1]]))
        return tuple(dict.fromkeys(found))

    def _inside(self, region: Span) -> list[Span]:
        start = max(region.start, self.begin)
        return [s for s in self.places if start <= s.start < region.end and not self._aside(s)]

    def _region(self, clause: Clause | None) -> Span:
        if clause is None:
            return self.parse.sentence.span
        tokens, chunks = self.parse.sentence.tokens, self.parse.chunks
        start, end = self.parse.sentence.span
        if clause.index:
            before = self.parse.clauses[clause.index - 1]
            start = tokens[chunks[max(before.stop, before.at + 1) - 1].last - 1].end
        for other in self.parse.clauses[clause.index + 1 :]:
            if other.kind not in _DEPENDENT:
                firsts = [c.first for c in other.subjects if c.first > clause.verb.first] or [other.verb.first]
                end = tokens[min(firsts)].start
                break
        return Span(min([start, *(tokens[c.first].start for c in clause.subjects)]), end)

    def _aside(self, place: Span) -> bool:
        """Whether the place only says whose, which way from, or who somebody is."""
        if self.text[place.end : place.end + 2] in ("'s", "’s"):
            return True
        if _BEARING.search(self.text[max(0, place.start - 14) : place.start]):
            return True
        i = bisect_left(self.actors, place.start + 1) - 1
        between = self.text[self.actors[i] : place.start] if i >= 0 else ""
        return len(between) < 120 and _APPOSITION.match(between) is not None
