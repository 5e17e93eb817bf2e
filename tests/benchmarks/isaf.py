"""Codes the ISAF press releases as their researcher did, from what the ordinary stages find.

The coder's own conventions stand here and nowhere else: “several” counts as 3, “numerous” as 4; only
insurgents are counted, each person once; the day of a release is in its dateline or its number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from core.model import Analysis, Claim, Document, Mention, Timex
from core.pipeline import analyse
from tests.benchmarks.common import Row, main, read_rows
from tests.benchmarks.isaf_days import coder_day, numbered_days, release

_SEPARATE = re.compile(r"\b(?:separate|two|three|four|five|six|several|multiple|numerous)\b[^.]{0,40}\boperations\b")
_OTHERS = re.compile(
    r"\b(?:civilian|soldier|police|american|army|coalition|isaf|nato|afghan|national|women|child|woman|elder|villager"
    r"|official|worker|security force|service ?m|troops|resident|local (?:national|citizen|resident|afghan)|guard"
    r"|student|people|famil|citizen)"
)
_INSURGENTS = re.compile("taliban|haqqani|insurgent|militant")
_DEFINITE = re.compile(r"(?:the|this|these|those|both|he|she|him)\b", re.IGNORECASE)
_AIRSTRIKE = re.compile(r"\bair ?-?strikes?\b|\bprecision (?:air ?)?strikes?\b", re.IGNORECASE)
_GROUPS = {
    "taliban": re.compile("taliban"),
    "haqqani": re.compile("haqqani"),
    "imu": re.compile(r"islamic movement|\bimu\b"),
    "hig": re.compile(r"gulbuddin|\bhig\b|hezb"),
    "aq": re.compile("qa.?ida|qaeda"),
    "let": re.compile(r"lashkar|\blet\b"),
}
_SPELLINGS = {
    "paktiya": "paktya",
    "paktia": "paktya",
    "sar-e pol": "sar-e pul",
    "oruzgan": "uruzgan",
    "nimruz": "nimroz",
}
_RECENT = 14  # days between an operation and its release
_MORE_THAN = re.compile(r"more than|over", re.IGNORECASE)
_MORE = frozenset(("also", "another", "additional", "additionally", "other", "second", "separate", "later"))


@dataclass
class _Told:
    """One claim as the coder counts it: how many, and how many of them no later sentence has told again."""

    value: int
    left: int
    sentence: int
    head: str
    vague: bool = False


def _counts(doc: Document, claim: Claim, *, insurgents: bool = True) -> bool:
    """Whether those harmed are insurgents, as far as the words tell, and this is not a part of a counted whole."""
    party = claim.party.of(doc.text).lower() if claim.party else ""
    numbered = claim.low is None and (claim.high is not None or any(c.isdigit() for c in claim.text))
    others = insurgents and _OTHERS.search(party) and not _INSURGENTS.search(party)
    return claim.part_of is None and not others and claim.high != 0 and not numbered


def count(reading: Analysis, harm: str, *, insurgents: bool = True) -> int:
    """The insurgents (or everybody) who met with `harm`, each once: what is told again is not added.

    A later claim is taken for a repetition where earlier sentences' claims have as many people left untold
    and no word like “another” sets it apart; a definite one (“the leader”) is, wherever one was counted.
    """
    told: list[_Told] = []
    skipped = _summary(reading)
    doc, claims = reading.documents[0], _claims(reading)
    for index, claim in enumerate(claims):
        if claim.sentence == skipped or _is_history(reading, claim.sentence):
            continue
        if claim.harm == harm and _counts(doc, claim, insurgents=insurgents):
            whole = any(c.part_of == index and _DEFINITE.match(c.text) for c in claims)
            _tell(doc, told, claim, whole=whole)
    return sum(t.value for t in told)


def _claims(reading: Analysis) -> list[Claim]:
    """The claims of the one release that was read, in the order of the claims table."""
    return [row.claim for row in reading.claims]


def _is_history(reading: Analysis, sentence: int) -> bool:
    """Whether the sentence tells of a time well before the release (“in June, … killed more than 30”)."""
    told = reading.documents[0].article.published
    ends = [t.interval.end for t in reading.timexes if t.sentence == sentence and t.interval.end is not None]
    return told is not None and bool(ends) and all((told - end).days > _RECENT for end in ends)


def _summary(reading: Analysis) -> int | None:
    """The sentence that sums up several operations, of which the release then tells one."""
    doc = reading.documents[0]
    counted = [c for c in _claims(reading) if c.harm in ("killed", "captured") and _counts(doc, c)]
    if not counted or counted[0].sentence == counted[-1].sentence:
        return None
    first = doc.sentences[counted[0].sentence]
    return first.index if _SEPARATE.search(first.span.of(doc.text)) else None


def _tell(doc: Document, told: list[_Told], claim: Claim, *, whole: bool) -> None:
    number = value(claim)
    earlier = [t for t in told if t.sentence < claim.sentence]
    left = sum(t.left for t in earlier)
    named = claim.party is not None and claim.span == claim.party and claim.text[0].isupper()
    definite = named or _DEFINITE.match(claim.text) is not None
    if earlier and (definite or whole):
        number = max(0, number - sum(t.value for t in earlier)) if claim.low is None else 0
        if number and (whole or sum(t.value for t in earlier) == 1):
            told.append(_Told(number, number, claim.sentence, _head(doc, claim), vague=claim.low is None))
        elif claim.low == 1:
            _spend(earlier, 1)
    elif left and (left >= number or (claim.low is None and left > 1)) and not _apart(doc, claim, earlier, number):
        _spend(earlier, number)
    else:
        vague = sum(t.left for t in earlier if t.vague and not _apart(doc, claim, earlier, number))
        number = max(0, number - vague)
        told.append(_Told(number, number, claim.sentence, _head(doc, claim), vague=claim.low is None))


def _head(doc: Document, claim: Claim) -> str:
    words = claim.party.of(doc.text).lower().split() if claim.party else []
    return words[-1].rstrip("s") if words else ""


def _spend(earlier: list[_Told], number: int) -> None:
    for t in sorted(earlier, key=lambda t: t.left if number == 1 else -t.left):
        spent = min(t.left, number)
        t.left, number = t.left - spent, number - spent


def _apart(doc: Document, claim: Claim, earlier: list[_Told], number: int) -> bool:
    """Whether the claim's sentence sets it apart from single people told before (“also detained one insurgent”)."""
    told_so = any(t.left >= number and (t.value > 1 or t.head == _head(doc, claim)) for t in earlier)
    return not told_so and any(t.lower in _MORE for t in doc.sentences[claim.sentence].tokens)


def value(claim: Claim) -> int:
    """The coder's number for one claim."""
    low = claim.low if claim.low is not None else claim.high
    if low is not None:
        return low + bool(_MORE_THAN.match(claim.text))
    return 4 if "numerous" in claim.text.lower() else 3


def groups(reading: Analysis) -> list[str]:
    """The group named first, by the coder's short name; none where no group is named."""
    for link in reading.actors:
        if not _quoted(reading, link.mention):
            name = f"{link.target.name} {link.mention.text}".lower()
            short = next((short for short, pattern in _GROUPS.items() if pattern.search(name)), None)
            if short:
                return [short]
    return []


def _quoted(reading: Analysis, mention: Mention) -> bool:
    return any(a.manner == "direct" and a.scope.covers(mention.span) for a in reading.attributions)


def provinces(reading: Analysis) -> list[str]:
    """The first province named, else that of the first place."""
    named = [link.target for link in reading.places if link.target.admin1]
    first = next((p.admin1 for p in named if p.kind == "province"), named[0].admin1 if named else None)
    return [] if first is None else [_SPELLINGS.get(first.lower(), first.lower())]


def day(reading: Analysis) -> date | None:
    """The day of the operation: the day stated nearest the harm it did, else the first stated, else the report's."""
    told = reading.documents[0].article.published
    if told is None:
        return None
    near = [t for t in reading.timexes if _single_day(t) and 0 <= (told - t.interval.start).days <= _RECENT]
    doc, claims = reading.documents[0], _claims(reading)
    harm = next((c for c in claims if c.harm in ("killed", "captured") and _counts(doc, c)), None)
    beside = [t for t in near if harm is not None and t.sentence == harm.sentence]
    if beside and harm is not None:
        after = [t for t in beside if t.span.start > harm.cue.start]
        named = [t for t in after if t.text.lower() != "overnight"]  # “an overnight operation … Thursday”
        return (named or after or beside[::-1])[0].interval.start
    relative = [t for t in near if t.basis == "relative"]
    return (relative or near)[0].interval.start if near else told


def _single_day(timex: Timex) -> bool:
    return timex.interval.start is not None and timex.interval.start == timex.interval.end


def event_types(*, killed: int, captured: int, airstrike: bool, civilians: bool) -> list[str]:
    """The coder's name for what the operation came to."""
    if airstrike and not (captured and killed == 0):
        return ["airstrike", "detention"] if captured else ["airstrike"]
    if civilians:
        return ["civiliancasualty"]
    if killed:
        return ["captureandkill"] if captured else ["insurgentskilled"]
    return ["detention"]


def predict(path: Path) -> Iterator[Row]:
    """One prediction for each release."""
    rows = list(read_rows(path))
    series = numbered_days(row["text"] for row in rows)
    for row in rows:
        reading = analyse([release(row, series)])
        killed, captured = count(reading, "killed"), count(reading, "captured")
        civilians = 0 if killed or captured else count(reading, "killed", insurgents=False)
        airstrike = any(_AIRSTRIKE.search(s.span.of(reading.documents[0].text)) for s in reading.documents[0].sentences)
        operation = day(reading)
        yield {
            "id": row["id"],
            "start_date": coder_day(operation).isoformat() if operation else None,
            "event_type": event_types(killed=killed, captured=captured, airstrike=airstrike, civilians=bool(civilians)),
            "province": provinces(reading),
            "target_group": groups(reading),
            "min_killed": killed or civilians,
            "min_captured": captured,
            "airstrike": airstrike,
        }


if __name__ == "__main__":
    main(predict, __doc__)
