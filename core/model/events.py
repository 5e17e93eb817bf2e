"""What happened, to whom, how many, when, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.model.spans import DateInterval, Span


class Status(StrEnum):
    """How sure the text is that the event took place (design.md §3)."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    ALLEGED = "alleged"
    UNCONFIRMED = "unconfirmed"
    DENIED = "denied"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


@dataclass(frozen=True, slots=True)
class Claimant:
    """One link of a chain of attribution: who says it, where the text names them, and the saying word."""

    span: Span
    text: str
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A stretch of text (`scope`) that is said by `chain`, nearest first, and how (`manner`).

    `manner` is one of: direct (in quotation marks), indirect, according-to, post (an embedded or relayed
    post), impersonal (“reports say”, “reportedly”).
    """

    article_id: str
    scope: Span
    chain: tuple[Claimant, ...]
    manner: str


@dataclass(frozen=True, slots=True)
class StatusCue:
    """The words that decide an event's status; `span` is None where no word does (asserted)."""

    status: Status
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Harm to people as one text states it; `low` and `high` are counts of people, None where no number bounds them.

    Args:
        span: The quantity's words and no more (“At least 60”, “a number of”).
        harm: killed, injured, captured, displaced, missing, casualties, “killed or injured”, “killed and injured”.
        cue: The span of the harm word (“killed”).
        party: The mention or words of those harmed, None where the text does not say.
        approximate: “about”, “some”, “nearly”.
        part_of: The index, in the list that `find_claims` returns, of the total that this is a part of.
    """

    article_id: str
    span: Span
    text: str
    sentence: int
    harm: str
    cue: Span
    party: Span | None = None
    low: int | None = None
    high: int | None = None
    approximate: bool = False
    part_of: int | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word or words that name a happening, with PLOVER type and mode ("" for none) and its arguments.

    `agents`, `patients` and `places` are spans in the same sentence (the extents of noun phrases or mentions);
    `mutual` says that the agents act on each other (“clash”, “meet”).
    """

    article_id: str
    span: Span
    text: str
    sentence: int
    clause: Span
    lemma: str
    type: str
    mode: str = ""
    status: StatusCue = StatusCue(Status.ASSERTED)
    agents: tuple[Span, ...] = ()
    patients: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()
    tense: str = ""
    mutual: bool = False


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event took place: interval, UCDP's date_prec (1 day … 5 year or worse, None unknown), and the rule.

    `basis` is one of stated, relative, reported-by, unknown; `rule` says in a sentence which rule applied;
    `timex` is the span of the expression that it rests on.
    """

    interval: DateInterval
    precision: int | None
    basis: str
    rule: str
    timex: Span | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One trigger in one sentence with everything that the text says of it (design.md §3).

    `actors` and `recipients` hold entity ids, `places` place ids, `claims` indices into `Analysis.claims`
    of the same article, `attributed_to` names or words, nearest first. `who` and `whom` are the same parties as the
    tables show them: an entity's name, or the sentence's words for those who are no known entity (“armed men”).
    """

    id: str
    article_id: str
    trigger: Trigger
    sentence: int
    span: Span
    quad_class: str
    intensity: float | None
    status: StatusCue
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    places: tuple[str, ...]
    date: EventDate
    claims: tuple[str, ...] = ()
    attributed_to: tuple[str, ...] = ()
    attribution: tuple[Claimant, ...] = ()
    origin_id: str = ""
    who: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventClaim:
    """A claim of harm in its place: with an id, the event that it belongs to, its party's name and its claimants."""

    id: str
    event_id: str | None
    claim: Claim
    party: str | None
    attributed_to: tuple[str, ...] = ()
