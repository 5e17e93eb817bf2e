"""A short name for an event, out of its sentence's own words; and one for a happening, out of its reports.

Who acts is called by the actor's name; what follows is what the sentence says after the trigger, so that the name is as
grammatical as the sentence: “Rebels captured three districts”, “At least 60 fighters killed during the raid”.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from core.compare.geography import narrow
from core.compare.labels import clip
from core.lexicon.inflection import past_forms, verb_forms
from core.model import Claim, Event, EventClaim, Span
from core.views.index import Happening, Index

MAX_NAME = 84
MAX_WORDS = 44  # characters of the sentence that a name takes up
_CUT = re.compile(
    r"(?<!\d)[,:]|[,:](?!\d)|[;()\[\]–—\n]|\s-\s|\.(?:\s|$)"  # “23,000” and “8:30” stay whole
    r"|\s(?:after|as|when|while|who|which|said|says|according)\s"
)
_PREPOSITION = re.compile(r"(?:on|in|at|against|between|with|of|over|near|from|to|by)\s", re.IGNORECASE)
_BEFORE_A_VERB = frozenset(
    ("to", "will", "would", "may", "might", "could", "can", "should", "must", "not", "they", "he", "she", "it")
)
_PREDICATE = re.compile(r"\s(?:is|are|was|were|has|have|had|will|would)\s")
_AUXILIARY = _BEFORE_A_VERB - {"to", "not", "they", "he", "she", "it"} | {
    "is",
    "are",
    "was",
    "were",
    "has",
    "had",
    "have",
}
_PRONOUNS = frozenset(("i", "we", "he", "she", "it", "they", "this", "that", "who", "which", "you"))
_QUOTES = str.maketrans("", "", '“”"«»')
_BE = frozenset(("be", "been", "being", "is", "are", "was", "were", "got"))


def event_name(index: Index, event: Event) -> str:
    """The event in a few words that can stand alone; the clause's own words where who and whom are not known."""
    rest = _following(index, event)
    who, harmed = _who(index, event), _harmed(index, event)
    subject = harmed or _joined(who) or _subject(index, event)
    if _is_noun(index, event):
        name = _noun_name(event, who, rest)
    elif subject and subject.lower() not in _PRONOUNS:
        name = f"{subject} {_verb(index, event)} {clip(rest, MAX_WORDS)}"
    else:
        name = ""
    name = name or index.text(event.article_id, event.trigger.clause)
    return _sentence_case(clip(_spaced(name), MAX_NAME))


def happening_name(index: Index, happening: Happening) -> str:
    """The happening by the harm that its reports count (“Rebels killed: 16–18”), else by its most telling report."""
    claims = [index.claims[c] for e in happening.events for c in e.claims if c in index.claims]
    if len(happening.events) > 1 and (told := _harm(claims)):
        return told
    return min((event_name(index, e) for e in _telling(happening.events)), key=lambda n: (n.endswith("…"), len(n)))


def _telling(events: Sequence[Event]) -> list[Event]:
    """The events that name most of who, whom and where."""
    told = [(2 * min(2, len(e.actors)) + bool(e.recipients) + bool(e.places), e) for e in events]
    best = max(score for score, _ in told)
    return [event for score, event in told if score == best]


def _harm(claims: Sequence[EventClaim]) -> str:
    """Who was harmed how, and between which numbers the reports lie; "" where they give no party or no number."""
    parties = Counter(c.party for c in claims if c.party)
    counted = [c.claim for c in claims if c.claim.low is not None or c.claim.high is not None]
    if not parties or not counted:
        return ""
    harms = Counter(claim.harm for claim in counted)
    harm = min(harms, key=lambda name: (-harms[name], len(name)))
    reach = span_of_numbers([claim for claim in counted if claim.harm == harm])
    return f"{_sentence_case(parties.most_common(1)[0][0])} {harm}: {reach}"


def span_of_numbers(claims: Iterable[Claim]) -> str:
    """The least and the greatest number that any of the claims gives: “16–18”, “60 or more”."""
    lows = [(c.low, c.high) for c in claims]
    numbers = [n for pair in lows for n in pair if n is not None]
    least, greatest = min(numbers), max(numbers)
    reach = f"{least:,}" if least == greatest else f"{least:,}–{greatest:,}"
    return f"{reach} or more" if any(high is None for low, high in lows if low == greatest) else reach


def _who(index: Index, event: Event) -> list[str]:
    """Names of those who act, where the sentence tells of them before the trigger or the trigger is a noun."""
    spans = event.trigger.agents
    if spans and not _is_noun(index, event) and all(s.start > event.trigger.span.start for s in spans):
        return []  # “fell to the rebels”, “captured by rebels”: the following words name them
    named = [index.entities[a].name for a in event.actors if a in index.entities]
    return named or [_shortened(index.text(event.article_id, s)) for s in spans[:2]]


def _harmed(index: Index, event: Event) -> str:
    """Those harmed with their number, where both stand before the trigger: “At least 60 fighters” (were killed)."""
    before = event.trigger.span.start
    patients = [s for s in event.trigger.patients if s.end <= before][:1]
    claims = [index.claims[c].claim for c in event.claims if c in index.claims]
    for claim in (c for c in claims if c.cue.overlaps(event.trigger.span)):
        parts = [claim.span, *([claim.party] if claim.party else []), *patients]
        whole = Span(min(s.start for s in parts), max(s.end for s in parts))
        if whole.end <= before and len(text := index.text(event.article_id, whole)) <= MAX_WORDS:
            return text.removeprefix("that ")
    return ""


def _subject(index: Index, event: Event) -> str:
    """What stands before a trigger that nobody is said to do: whom it is done to, else where."""
    before = event.trigger.span.start
    spans = [s for s in event.trigger.patients if s.end <= before]
    if spans:
        return _joined([_shortened(index.text(event.article_id, s)).removeprefix("that ") for s in spans[:2]])
    if event.trigger.patients or not any(s.end <= before for s in event.trigger.places):
        return ""
    places = narrow(tuple(index.places[p] for p in event.places if p in index.places))
    return _joined(list(dict.fromkeys(place.name for place in places)))


def _following(index: Index, event: Event) -> str:
    """What the sentence says after the trigger, to the end of its phrase; who acts is called by name there too."""
    start = event.trigger.span.end
    text = index.text(event.article_id, Span(start, min(event.span.end, start + 2 * MAX_WORDS))).translate(_QUOTES)
    named = [index.entities[a].name for a in event.actors if a in index.entities]
    after = [s for s in event.trigger.agents if start <= s.start <= start + len(" by ")]
    if named and len(after) == len(event.trigger.agents) == 1:
        return f"{index.text(event.article_id, Span(start, after[0].start)).strip()} {_joined(named)}"
    cut = _CUT.search(text)
    return _spaced(text[: cut.start()] if cut else text)


def _noun_name(event: Event, who: list[str], rest: str) -> str:
    """“Clashes between A and B”, “A: assault on the town”; "" where the noun would stand alone."""
    noun = event.trigger.text
    rest = clip(_PREDICATE.split(rest, 1)[0], MAX_WORDS) if _PREPOSITION.match(rest) else ""
    if rest:
        return f"{noun} {rest}" if rest.lower().startswith("between") or not who else f"{who[0]}: {noun} {rest}"
    if len(who) > 1:
        return f"{noun} between {_joined(who)}"
    return f"{noun} ({who[0]})" if who else ""


@cache
def _forms(lemma: str) -> dict[str, str]:
    return verb_forms(lemma)


def _is_noun(index: Index, event: Event) -> bool:
    """Whether the trigger is a noun: no form of its lemma as a verb, or a bare one without a subject or “to” before."""
    trigger = event.trigger
    form, following = _form(event), index.text(event.article_id, Span(trigger.span.end, event.span.end)).split()[:1]
    if trigger.lemma.startswith("be "):
        return False
    if form == "G":
        return following[:1] != [] and following[0].lower() in _AUXILIARY
    if form not in {"v", "z"}:
        return not form and not trigger.text.endswith("ed")
    if any(s.end <= trigger.span.start <= s.end + 1 for s in trigger.agents):
        return False
    return _BEFORE_A_VERB.isdisjoint(_previous(index, event)[-2:])


def _form(event: Event) -> str:
    """Which form of its lemma as a verb the trigger is (`verb_forms`); "" for none."""
    first, base = event.trigger.text.lower().split()[0], event.trigger.lemma.lower().split()[0]
    return "v" if first == base else _forms(base).get(first, "")


def _previous(index: Index, event: Event) -> list[str]:
    """The words of the clause before the trigger, the last four."""
    start = min(event.trigger.clause.start, event.trigger.span.start)
    return index.text(event.article_id, Span(start, event.trigger.span.start)).lower().split()[-4:]


def _verb(index: Index, event: Event) -> str:
    """The trigger in the past for what is done, as it stands for what is planned, supposed or said not to be."""
    text, base, form = event.trigger.text, event.trigger.lemma.lower().split()[0], _form(event)
    particles = text.lower().split()[1:]
    status = str(event.status.status)
    prefix = {"planned": "to", "hypothetical": "may", "negated": "did not"}.get(status, "")
    passive = not _BE.isdisjoint(_previous(index, event)) and form not in {"v", "z", "G"}
    if passive:
        prefix = {"planned": "to be", "hypothetical": "may be", "negated": "not"}.get(status, "")
        return f"{prefix} {text}"
    if prefix and form:
        return " ".join((prefix, base, *particles))
    return " ".join((past_forms(base)[0], *particles)) if form in {"v", "P"} else text


def _joined(names: Sequence[str]) -> str:
    """“A”, “A and B”, “A, B and C”, “A, B and 2 more”."""
    shown = list(names) if len(names) <= 3 else [*names[:2], f"{len(names) - 2} more"]
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1] if shown else "")))


def _shortened(text: str) -> str:
    return clip(_spaced(text), MAX_WORDS)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
