"""How much of a whole an event concerns: which of the listed places, and how many by the text's own count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.compare.geography import DIVISIONS
from core.compare.words import NUMBER_WORDS, fold
from core.model import Place, Sentence, Span

TERRITORY = "territory"  # our own mode of ASSAULT: ground taken
_WIDE = DIVISIONS | {"country", "continent", "river", "valley", "mountains", "sea", ""}
_UNIT = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{'|'.join(NUMBER_WORDS)})\s+(?:[a-z-]+\s+){{0,2}}?"
    r"(?P<unit>(?:district|village|town|cit(?:y|ie)|province|area|checkpoint|outpost|post|base|settlement|borough)s)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Extent:
    """Places of the narrowest kind that an event names, and a count of such places where the text gives one.

    `quantity` is the span of the count with its unit (“three districts”), None where there is none.
    """

    places: frozenset[str] = frozenset()
    count: int | None = None
    quantity: Span | None = None

    @property
    def size(self) -> int | None:
        """How many places are meant, None where it cannot be told."""
        return self.count if self.count is not None else len(self.places) or None

    def within(self, other: Extent) -> bool:
        """Whether this is a true part of `other`: fewer places, none that the other list lacks.

        A named place and a bare count (“three districts”) do not tell.
        """
        if not self.size or not other.size or self.size >= other.size:
            return False
        return bool(self.places) == bool(other.places) and self.places <= other.places

    def agrees(self, other: Extent) -> bool:
        """Whether both can be the same places: as many, and the same ones where both name them."""
        if self.size is None or other.size is None:
            return True
        return self.size == other.size and (not (self.places and other.places) or self.places == other.places)


def narrowest(places: Sequence[Place]) -> frozenset[str]:
    """The ids of the places that contain no other place of the list, countries and provinces left out."""
    names = {fold(p.admin1 or "") for p in places} | {fold(p.country or "") for p in places}
    return frozenset(p.id for p in places if p.kind not in _WIDE and (fold(p.name) not in names or p.kind == "city"))


def counted(sentence: Sentence, span: Span, text: str) -> tuple[int | None, Span | None]:
    """The count of places that the text of an event gives (“three districts”), with its span."""
    for m in _UNIT.finditer(text, max(span.start, sentence.span.start), min(span.end, sentence.span.end)):
        word = fold(m.group("count"))
        return int(NUMBER_WORDS.get(word, word)), Span(*m.span())
    return None, None


def extent_of(sentence: Sentence, span: Span, places: Sequence[Place], text: str, *, listed: bool) -> Extent:
    """The extent of an event whose text is `span` of `sentence` and that names `places`.

    Without a count, only places that are `listed` as what the event is done to tell an extent; where a shooting
    took place is told by any number of streets and boroughs.
    """
    count, quantity = counted(sentence, span, text)
    if count is None and not listed:
        return Extent()
    return Extent(narrowest(places), count, quantity)
