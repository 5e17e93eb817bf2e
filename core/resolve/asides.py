"""Relative clauses and inserted phrases between commas: their dates are theirs, the main clause's are not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.lexicon.timex import timex_lexicon
from core.model import Sentence, Span, Token

_RELATIVE = frozenset({"who", "whose", "whom", "which", "where"})
_OF_THINGS = frozenset({"which", "where"})
_PREPOSITIONS = frozenset({"in", "during", "under", "of", "for", "to", "from"})  # “, in which …”, “, many of whom …”
_OPENING = 3  # tokens after a comma in which a relative word stands: “, most of whom”
_JOINING = frozenset({"and", "or", "but"})  # after a comma: the stretch was one of a list
_BREAKS = frozenset({",", "—", "–", "(", ")", ";"})


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch that says something more of what stands before it.

    Args:
        span: From the relative word or participle to the comma or the sentence's end.
        closed: Whether the main clause goes on after it.
        mark: “who”, “which” …, or "" for a participle.
        of_happening: Whether it tells more of a happening (“the bombing, which killed 33, …”): the same event.
    """

    span: Span
    closed: bool
    mark: str
    of_happening: bool = False

    @property
    def goes_on(self) -> bool:
        """Whether it tells what came of the main clause (“…, where they killed two”), not who somebody is."""
        return not self.closed and self.mark in _OF_THINGS


def asides(sentence: Sentence, dates: Iterable[Span]) -> tuple[Aside, ...]:
    """The sentence's relative clauses after a comma, and its participles between two; commas in dates do not count."""
    inside = list(dates)
    tokens = sentence.tokens
    breaks = [
        i for i, t in enumerate(tokens) if t.lower in _BREAKS and not any(d.start <= t.start < d.end for d in inside)
    ]
    found = []
    for i, at in enumerate(breaks):
        closing = breaks[i + 1] if i + 1 < len(breaks) else len(tokens)
        closed = closing < len(tokens) - 2
        mark = _mark(tokens[at + 1 : closing])
        inserted = closed and tokens[closing + 1].lower not in _JOINING
        told = mark == "which" and tokens[at - 1].lower in timex_lexicon().words["happenings"]
        if mark is not None and (mark or inserted) and at > 0 and closing > at + 1:
            found.append(Aside(Span(tokens[at + 1].start, tokens[closing - 1].end), closed, mark, told))
    return tuple(found)


def _mark(tokens: Sequence[Token]) -> str | None:
    """The relative word that opens a stretch, "" where a past participle does, None where neither."""
    opening = [t.lower for t in tokens[:_OPENING]]
    for i, word in enumerate(opening):
        if word in _RELATIVE and (i == 0 or opening[i - 1] in _PREPOSITIONS):
            return word
    if opening and (opening[0] in timex_lexicon().words["past_verbs"] or opening[0].endswith("ed")):
        return ""
    return None
