"""Ids, spans, tokens and intervals: what everything else is counted in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import NamedTuple


def stable_id(*parts: object) -> str:
    """A twelve-character id that depends on nothing but `parts`: the same on every machine and in every run."""
    return blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


class Span(NamedTuple):
    """A half-open range of code points in one article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end


class Token(NamedTuple):
    """One word, number, handle, link or mark of punctuation; `lower` is its casefolded text."""

    start: int
    end: int
    text: str
    lower: str


@dataclass(frozen=True, slots=True)
class DateInterval:
    """The days from `start` to `end`, both inclusive; a missing bound is open, two missing bounds are unknown."""

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        """Raises ValueError where the bounds are reversed."""
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"interval ends before it begins: {self.start} > {self.end}")

    @property
    def known(self) -> bool:
        """Whether at least one bound is known."""
        return self.start is not None or self.end is not None

    def overlaps(self, other: DateInterval) -> bool:
        """Whether some day can lie in both; an open bound reaches as far as it must."""
        return (self.start is None or other.end is None or self.start <= other.end) and (
            other.start is None or self.end is None or other.start <= self.end
        )
