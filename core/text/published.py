"""The publication date: from a field, from the seed form's first line, or from the dateline."""

from __future__ import annotations

import re
from datetime import date, datetime

from core.errors import ImpossibleDateError
from core.model import Span

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_WORDED = re.compile(
    rf"(?:{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})"
    r"|(?P<day2>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month2>[A-Za-z]{3,9})\.?,?\s+(?P<year2>\d{4}))(?!\d)"
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_FIGURES = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
_LONGEST_DATE = 60
_SEED = re.compile(
    r"\s*date[ \t]+(?P<day>\d{4}-\d{1,2}-\d{1,2})(?!\d)(?:[ \t]+(?P<dateline>[A-Z][^\n:]{1,40}):(?=\s))?\s*"
)
_WORD = r"[A-Z][\w'’.-]*"
_DATELINE_NAME = re.compile(rf"{_WORD}(?: {_WORD}){{0,2}}(?:, {_WORD}(?: {_WORD}){{0,2}})?")
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z'’.-]+(?:[ -][A-Z][A-Z'’.-]+){0,3}(?:,\s+[A-Z][\w.]+(?: [A-Z][\w.]+){0,2})?)"
    r"(?:,?\s+(?P<loose>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?))?"
    r"(?:\s*\((?P<inside>[^()\n]{1,40})\))?\s*(?:[—–:]|--?(?=\s))\s*"
)
_NOT_PLACES = frozenset(
    [
        "BREAKING",
        "UPDATE",
        "UPDATED",
        "EXCLUSIVE",
        "ANALYSIS",
        "OPINION",
        "WATCH",
        "LIVE",
        "VIDEO",
        "PHOTOS",
        "EXPLAINED",
        "EDITORIAL",
    ]
)


def _day(name: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ImpossibleDateError(
            name, f"the date {year:04d}-{month:02d}-{day:02d} does not exist", "give a day of the calendar, YYYY-MM-DD"
        ) from error


def _worded(name: str, text: str) -> date | None:
    m = _WORDED.search(text)
    if not m:
        return None
    month = _MONTHS.get((m["month"] or m["month2"]).lower())
    return _day(name, int(m["year"] or m["year2"]), month, int(m["day"] or m["day2"])) if month else None


def parse_published(name: str, value: object) -> date | None:
    """The day that a `published` field names, as written there (its time and zone left aside), or None for none.

    Raises:
        ImpossibleDateError: It names no day, or only one that can be read in two ways.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date) or value is None:
        return value
    text = str(value).strip()
    if not text or text.lower() in {"none", "null", "nan", "nat"}:
        return None
    if m := _ISO.match(text):
        return _day(name, int(m[1]), int(m[2]), int(m[3]))
    day = _worded(name, text) or _in_figures(name, text) or _in_any_language(text)
    if day is None:
        raise ImpossibleDateError(name, f"the date {text[:40]!r} cannot be read", "write it as YYYY-MM-DD")
    return day


def _in_figures(name: str, text: str) -> date | None:
    """A day written as 31/12/2021 or 12/31/2021. Raises ImpossibleDateError where it can be either."""
    m = _FIGURES.match(text)
    if not m:
        return None
    first, second, year = int(m[1]), int(m[2]), int(m[3])
    if first <= 12 and second <= 12 and first != second:
        raise ImpossibleDateError(name, f"the date {text[:40]!r} can be read in two ways", "write it as YYYY-MM-DD")
    return _day(name, year, second, first) if second <= 12 else _day(name, year, first, second)


def _in_any_language(text: str) -> date | None:
    """A whole date as any language writes it (“20 août 2021”, a mail's header), never one relative to today."""
    import dateparser

    found = dateparser.parse(
        text[:_LONGEST_DATE],
        settings={"PARSERS": ["absolute-time"], "STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]},
    )
    return found.date() if found else None


def seed_header(name: str, text: str) -> tuple[date | None, Span, Span | None]:
    """The publication day, the header and the dateline of the seed form (`date YYYY-MM-DD Kabul: …`).

    Returns:
        (None, an empty span, None) where the text does not begin so.

    Raises:
        ImpossibleDateError: The day does not exist.
    """
    m = _SEED.match(text)
    if not m:
        return None, Span(0, 0), None
    day = parse_published(name, m["day"])
    dateline = Span(*m.span("dateline")) if m["dateline"] else None
    if dateline and not _DATELINE_NAME.fullmatch(m["dateline"]):
        after = re.compile(r"\s*").match(text, m.end("day"))
        return day, Span(0, after.end() if after else m.end("day")), None
    return day, Span(0, m.end()), dateline


def find_dateline(text: str, start: int = 0) -> tuple[Span | None, date | None]:
    """The dateline that opens the text (“KABUL, Afghanistan (May 7, 2011) –”): the place's span, and its full date.

    The day is None where the dateline names none, or one without a year.
    """
    body = re.compile(r"\s*").match(text, start)
    m = _DATELINE.match(text, body.end() if body else start)
    if not m or m["place"].split()[0].strip(".,").upper() in _NOT_PLACES:
        return None, None
    try:
        day = _worded("dateline", " ".join(filter(None, (m["loose"], m["inside"]))))
    except ImpossibleDateError:
        day = None
    return Span(*m.span("place")), day
