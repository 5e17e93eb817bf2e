"""Why two events cannot be one happening, however much else speaks for it."""

from __future__ import annotations

from datetime import date, timedelta

from core.compare.counts import differ_widely, near_counts, same_harm_other_people
from core.compare.extent import TERRITORY
from core.compare.facts import Facts
from core.compare.features import sentence, where
from core.compare.geography import apart, distance
from core.compare.incidents import figures_agree
from core.model import Status

_MEETING = 0.8  # score of `where` from which two places are one, or one holds the other
_COPY = 0.9  # score of `sentence` from which a differing day is a slip, not another happening
_POINTS_KM = 10.0  # two towns farther from each other than this are two
_OLD = timedelta(days=45)  # what happened longer before a report is no news in it
_SAID = frozenset({"ACCUSE", "REQUEST", "REJECT", "AGREE", "SUPPORT", "THREATEN", "CONSULT"})
_AHEAD = frozenset({Status.PLANNED, Status.HYPOTHETICAL})


def contradiction(a: Facts, b: Facts) -> str:
    """Why two events cannot be one happening, in a few words; "" where nothing speaks against it.

    Places far apart; no day in common, unless the text is copied; sides reversed, or no party in common in places
    that do not meet; ground taken against any other act; parts of a list against the whole or against other parts;
    a running total against news; counts or victims that no revision explains; in one article, all that it tells apart.
    """
    reasons = (
        ("one is ground taken, the other is not", (a.type[1] == TERRITORY) != (b.type[1] == TERRITORY)),
        ("one is a running total", a.total != b.total),
        ("they concern other parts of a list", a.type == b.type and not a.extent.agrees(b.extent)),
        ("other parties", _other_parties(a, b)),
        ("counts that no revision explains", differ_widely(a.claims, b.claims)),
        ("counts that differ, and one is another", _another_count(a, b)),
        ("other victims", same_harm_other_people(a.claims, b.claims)),
        ("places far apart", bool(a.narrow and b.narrow) and apart(a.narrow, b.narrow)),
    )
    found = next((reason for reason, holds in reasons if holds), "") or _other_days(a, b)
    return found or (_told_apart(a, b) if a.article == b.article else "")


def _other_days(a: Facts, b: Facts) -> str:
    """Whether the days exclude one happening, but for a slip in a copied text or by one day of the same figures."""
    if not a.interval.overlaps(b.interval):
        slip = (
            a.article != b.article and _gap(a, b) <= 1 and figures_agree(a, b) and (where(a, b).value or 0) >= _MEETING
        )
        return "" if slip or (sentence(a, b).value or 0.0) >= _COPY else "no day in common"
    if _history(a, b) or _history(b, a):
        return "" if figures_agree(a, b) or (sentence(a, b).value or 0.0) >= _COPY else "one is news, the other is old"
    ahead = [f.event.status.status in _AHEAD for f in (a, b)]
    if ahead[0] != ahead[1] and not (a.narrow and b.narrow) and not (a.interval.start and b.interval.start):
        return "one is only expected, without a place or day in common"
    return ""


def _gap(a: Facts, b: Facts) -> int:
    """The days between two intervals that do not overlap."""
    first, second = sorted((a.interval, b.interval), key=lambda i: i.start or date.min)
    return (second.start - first.end).days if first.end and second.start else 0


def _history(old: Facts, news: Facts) -> bool:
    """Whether one is dated long before the day up to which the other, which states no day, is told as news."""
    if news.interval.start or not news.interval.end or not old.interval.start or not old.interval.end:
        return False
    return news.interval.end - old.interval.end > _OLD


def _other_parties(a: Facts, b: Facts) -> bool:
    """Whether the sides are reversed, or both name others in one role and the places do not meet or all is in saying.

    A party that is only described (“a deputy”, “gunmen”) may be anyone's name in the other report.
    """
    others = _others(a.named_actors, b.named_actors, a, b)
    if others and a.type[0] in _SAID:
        return True
    if not a.parties & b.parties:
        others = others or _others(a.named & a.recipients, b.named & b.recipients, a, b)
        return others and (where(a, b).value or 0.0) < _MEETING
    forward = a.actors & b.actors or a.recipients & b.recipients
    return not forward and bool(a.actors & b.recipients or a.recipients & b.actors)


def _others(x: frozenset[str], y: frozenset[str], a: Facts, b: Facts) -> bool:
    """Whether `x` of one event and `y` of the other name somebody, and none of them has a part in the other event."""
    return bool(x and y) and not (x & b.parties or y & a.parties)


def _told_apart(a: Facts, b: Facts) -> str:
    """What one article tells apart: another happening by its own words, other named sides, other towns or days."""
    first, second = sorted((a, b), key=lambda f: f.event.trigger.span)
    reasons = (
        ("the article says that it is another", second.another and first.event.sentence != second.event.sentence),
        ("other named actors", (where(a, b).value or 0.0) < _MEETING and _other_names(a, b)),
        ("other towns", _other_points(a, b)),
        ("other days", a.exact and b.exact and a.interval != b.interval),
    )
    return next((reason for reason, holds in reasons if holds), "")


def _other_names(a: Facts, b: Facts) -> bool:
    """Whether both name who acts, and name nobody in common."""
    return bool(a.named_actors and b.named_actors) and not a.named_actors & b.named_actors


def _another_count(a: Facts, b: Facts) -> bool:
    """Whether one is announced as another happening than the news of its report, and the counts are not near."""
    return a.another != b.another and near_counts(a.claims, b.claims) is False


def _other_points(a: Facts, b: Facts) -> bool:
    """Whether both name towns, and each of them lies off each of the other's."""
    points = [[p for p in f.narrow if p.precision == 1] for f in (a, b)]
    gaps = [distance(x, y) for x in points[0] for y in points[1]]
    return bool(gaps) and all(gap is not None and gap > _POINTS_KM for gap in gaps)
