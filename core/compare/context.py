"""What the words round a trigger tell of it: a running total, another happening than the one before, its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from core.model import DateInterval, EventClaim, Sentence, Span

_LONG = timedelta(days=45)  # longer than one happening lasts
_TOTAL = re.compile(
    r"\bsince\s+(?:then\b|\d{4}\b|the\s|[A-Z]|last\b|early\b|late\b|mid-)|\bsince(?=[,.;])"
    r"|\bin (?:total|all)\b|\ball told\b"
    r"|\bto date\b|\bso far (?:this|in \d{4})|\b(?:over|in|within|during) (?:the )?(?:past|last|previous)? ?"
    r"(?:\w+ )?(?:years|decades|months)\b|(?<!earlier )(?<!later )\bthis year\b"
    r"|\b(?:every|each|per) (?:day|week|month|year)\b"
)
_SUPERLATIVE = re.compile(
    r"\b(?:\w+(?:li|ggi)?est|worst|first|only|second|third)\b[^.;]*\b(?:since|in)\b", re.IGNORECASE
)
_ANOTHER = re.compile(
    r"\b(?:another|a (?:second|third|fourth|further|different|separate)|separate(?:ly)?|elsewhere"
    r"|(?:days?|weeks?|months?|years?|hours?) (?:earlier|later|before|after)"
    r"|the (?:same|following|next) (?:day|evening|night|morning|week))\b"
    r"(?! (?:\d|dozens|hundreds|\w+ (?:people|others|were|was)\b))|^(?:Later|Earlier|Also|Meanwhile)\b",
    re.IGNORECASE,
)
_AGO = re.compile(r"\b(?:a|an|two|three|several|\d+) (?:days?|weeks?|months?|years?) (?:earlier|before)\b")
_NUMBER = re.compile(r"(?<![\w.,:])\d{1,3}(?:,\d{3})*(?![\w:]|[.,]\d)")


def is_total(
    text: str, sentence: Sentence, trigger: Span, days: DateInterval, claims: Sequence[EventClaim] = ()
) -> bool:
    """Whether harm or acts of long are summed up: “since …”, “in total”, “in ten years”, many harmed in many days.

    A superlative (“the deadliest attack since 2016”) tells of one happening by a long time.
    """
    many = any((c.claim.low or c.claim.high or 0) > 1 for c in claims)
    if many and days.start and days.end and days.end - days.start > _LONG:
        total = True
    else:
        total = bool(_TOTAL.search(text, trigger.start, sentence.span.end))
    return total and not _SUPERLATIVE.search(text, sentence.span.start, sentence.span.end)


def is_another(text: str, sentence: Sentence, trigger: Span) -> bool:
    """Whether words announce a happening other than those told before (“in a separate incident”, “a month earlier”)."""
    before = text[sentence.span.start : trigger.end]
    return bool(_ANOTHER.search(before) or _AGO.search(text, trigger.end, sentence.span.end))


def figures(text: str, span: Span) -> frozenset[int]:
    """The numbers that stand in `span` and can count something: more than two, no years."""
    found = (int(m.group().replace(",", "")) for m in _NUMBER.finditer(text, *span))
    return frozenset(n for n in found if n > 2 and not 1900 <= n <= 2100)
