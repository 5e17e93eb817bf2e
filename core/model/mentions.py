"""What names a day, somebody or somewhere, and what a mention was decided to stand for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from core.model.spans import DateInterval, Span

T = TypeVar("T")


class TimexType(StrEnum):
    """The four types of TIMEX3 (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Timex:
    """One date expression with its TIMEX3 value.

    `basis` is one of: publication (the header's own date), stated, relative (against the dct), anchored
    (against another expression, `anchor`), quoted (inside a quotation from elsewhere: not resolved),
    unresolved. `interval` has no bounds where the value names no days; `mod` is TIMEX3's modifier
    (START, MID, END) or "", and narrows the interval to that third of the value's days.
    """

    article_id: str
    span: Span
    text: str
    sentence: int
    type: TimexType
    value: str
    interval: DateInterval
    basis: str
    anchor: Span | None = None
    mod: str = ""


class Layer(StrEnum):
    """Whether a mention names somebody or somewhere."""

    ACTOR = "actor"
    PLACE = "place"


class Form(StrEnum):
    """How a mention refers: by a name, a description (“the outfit”), a demonym or capital, a handle, a pronoun."""

    NAME = "name"
    DESCRIPTION = "description"
    DEMONYM = "demonym"
    HANDLE = "handle"
    PRONOUN = "pronoun"


ACTOR_KINDS = ("person", "armed group", "government", "media", "organization", "population")


@dataclass(frozen=True, slots=True)
class Mention:
    """One stretch of text that names an actor or a place, before anyone decides which.

    Args:
        kind: One of `ACTOR_KINDS` for an actor; for a place a word such as country, province, district,
            city, village, valley, river, airport, or "" where the text does not tell.
        head: The span of the name proper inside `span` (without titles, articles, “fighters”); often the same.
        key: The lexicon's id for a known actor or country, or "".
        evidence: In a few words, why it was read so (“title ‘Marshal’”, “listed districts”, “known group”).
    """

    article_id: str
    span: Span
    text: str
    sentence: int
    layer: Layer
    kind: str
    form: Form = Form.NAME
    head: Span | None = None
    key: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """One actor across all articles. `key` is the lexicon's id where it is a known one, else ""."""

    id: str
    name: str
    kind: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One place. `precision` follows UCDP's where_prec (1 exact location … 7 international), None if unlocated."""

    id: str
    name: str
    kind: str
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: int | None = None


@dataclass(frozen=True, slots=True)
class Link(Generic[T]):
    """The decision that a mention stands for `target`, with the reason in words and a score of 0 to 100."""

    mention: Mention
    target: T
    reason: str
    score: float
