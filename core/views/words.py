"""Plain words for what the tables say in codes: one place for every label that a page prints."""

from __future__ import annotations

from datetime import date

from core.model import Event, EventClaim, Status
from core.resolve.crosswalk import Estimate, estimates
from core.views.index import Index

QUADS: dict[str, str] = {
    "material conflict": "Conflict, in deeds",
    "verbal conflict": "Conflict, in words",
    "material cooperation": "Cooperation, in deeds",
    "verbal cooperation": "Cooperation, in words",
    "": "Neither, or not told",
}

TYPES: dict[str, str] = {
    "AGREE": "agrees or promises to cooperate",
    "CONSULT": "meets, talks, visits",
    "SUPPORT": "backs in words or diplomacy",
    "CONCEDE": "yields, releases, makes concessions",
    "COOPERATE": "works together, shares",
    "AID": "gives money, goods, soldiers or shelter",
    "RETREAT": "withdraws, surrenders, ceases fire",
    "REQUEST": "asks, calls on, demands",
    "ACCUSE": "blames, criticises, alleges",
    "REJECT": "refuses, denies, vetoes",
    "THREATEN": "threatens",
    "PROTEST": "demonstrates, strikes, riots",
    "SANCTION": "cuts ties, aid or trade",
    "MOBILIZE": "readies or moves forces",
    "COERCE": "arrests, seizes, restricts, expels",
    "ASSAULT": "uses force; takes ground",
    "OTHER": "a happening of no PLOVER type",
}

STATUSES: dict[str, str] = {
    Status.ASSERTED: "stated as fact in the article's own voice",
    Status.REPORTED: "the article says that others report it",
    Status.ALLEGED: "put as an allegation",
    Status.UNCONFIRMED: "said to be unconfirmed",
    Status.DENIED: "somebody denies it",
    Status.PLANNED: "announced or intended, not done",
    Status.HYPOTHETICAL: "only supposed: might, would, if",
    Status.NEGATED: "said not to have happened",
}

DIFFERENCES: dict[str, str] = {
    "count": "the numbers differ",
    "extent": "how much or how many places differ",
    "date": "the days differ",
    "place": "the places differ",
    "actor": "who acted differs",
    "status": "how sure the reports are differs",
    "attribution": "who is credited differs",
    "wording": "the words chosen differ",
    "spelling": "the spelling of a name differs",
}

BASES: dict[str, str] = {
    "stated": "the sentence states the day",
    "relative": "counted from the day of publication or another day in the text",
    "reported-by": "no day is stated: it lies on or before the day of the report",
    "unknown": "nothing in the text dates it",
}


def day(value: date | None) -> str:
    """“21 Aug 2021”, or “?” for an unknown day."""
    return f"{value.day} {value:%b %Y}" if value else "?"


def when(event: Event) -> str:
    """When an event took place, in a few words."""
    interval = event.date.interval
    return when_interval(interval.start, interval.end)


def when_interval(start: date | None, end: date | None) -> str:
    """An interval of days in a few words; an open start reads “by”, an open end “since”."""
    if start and end:
        return day(start) if start == end else f"{day(start)} – {day(end)}"
    if end:
        return f"by {day(end)}"
    return f"since {day(start)}" if start else "undated"


def names(index: Index, ids: tuple[str, ...]) -> str:
    """Names of actors, joined."""
    return ", ".join(index.names[i] for i in ids if i in index.names)


def place_names(index: Index, event: Event) -> str:
    """Names of an event's places, joined."""
    return ", ".join(dict.fromkeys(index.places[p].name for p in event.places if p in index.places))


def claim_words(claim: EventClaim) -> str:
    """A claim of harm in words: “killed: at least 60 (Taliban)”."""
    party = f" ({claim.party})" if claim.party else ""
    return f"{claim.claim.harm}: {claim.claim.text}{party}"


def claim_range(claim: EventClaim) -> str:
    """What a claim bounds: “60 or more”, “60”, “3–5”, or “no number”."""
    low, high = claim.claim.low, claim.claim.high
    about = "about " if claim.claim.approximate else ""
    if low is None and high is None:
        return "no number"
    if high is None:
        return f"{about}{low} or more"
    if low is None:
        return f"{about}{high} at most"
    return f"{about}{low}" if low == high else f"{about}{low}–{high}"


def claim_reading(claim: EventClaim) -> str:
    """What a claim bounds, and what codebooks make of it where that is no number."""
    return ": ".join(filter(None, (claim_range(claim), codebooks(claim))))


def codebooks(claim: EventClaim) -> str:
    """What the codebooks of data sets would make of deaths told without a number; "" for any other claim."""
    if claim.claim.low is not None or claim.claim.high is not None:
        return ""
    pairs = zip(estimates(claim.claim), estimates(claim.claim, war_zone=False), strict=True)
    return "; ".join(_codebook(at_war, elsewhere) for at_war, elsewhere in pairs)


def _codebook(at_war: Estimate, elsewhere: Estimate) -> str:
    if at_war.best is None:
        return f"{at_war.codebook} has no number for such words"
    if at_war.best == elsewhere.best:
        return f"{at_war.codebook} would count {at_war.best:,} ({at_war.rule})"
    return f"{at_war.codebook} would count {at_war.best:,} in an active war zone, {elsewhere.best:,} elsewhere"


def chain(event: Event) -> str:
    """Who says so, nearest first, or “the article itself”."""
    return " ◂ ".join(event.attributed_to) or "the article itself"


def type_words(event_type: str, mode: str = "") -> str:
    """A PLOVER type with its mode: “Assault · territory”."""
    return event_type.capitalize() + (f" · {mode}" if mode else "")


def counted(number: int, one: str, many: str = "") -> str:
    """“1 report”, “3 reports”."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
