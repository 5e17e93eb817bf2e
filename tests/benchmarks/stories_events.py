"""Marks the events of an invented story, each with its fields, and the claims of harm."""

from collections.abc import Callable, Iterator

from tests.benchmarks.common import Row
from tests.benchmarks.stories_read import Story, match, overlap
from tests.benchmarks.stories_sheet import Sheet, about

_NEAR = 60  # code points round an optional claim within which the words of a said one may stand


def _accepted(gold: Row, key: str) -> list:
    """The gold value of `key`, and what else a fair coder could have put there."""
    return [gold[key], *gold.get(f"{key}_also", ())]


def _surfaces(story: Story, name: str) -> set[str]:
    """A name and the other words for the same actor."""
    return {name}.union(*(group for group in story.gold["same_actor"] if name in group))


def _hit(story: Story, event: Row) -> Row | None:
    """The said event whose trigger overlaps the gold event's main trigger, else another of its triggers."""
    main = {"start": event["trigger_start"], "end": event["trigger_end"]}
    for span in (main, *event.get("also", ())):
        for row in story.tables["events"]:
            trigger = {"start": row["trigger_start"], "end": row["trigger_end"]}
            if row["letter"] == event["article"] and overlap(span, trigger):
                return row
    return None


def _type(sheet: Sheet, _: Story, event: Row, hit: Row) -> None:
    types, said = _accepted(event, "type"), hit["event_type"]
    sheet.mark("type", said in types, about(event, f"gold {'/'.join(types)}, said {said}"))
    if event["mode"] and said == event["type"]:
        detail = f"gold {event['mode']}, said {hit['mode']}"
        sheet.mark("mode", hit["mode"] == event["mode"], about(event, detail))


def _names(sheet: Sheet, story: Story, event: Row, hit: Row) -> None:
    for key in ("actors", "recipients", "places"):
        left, missing = list(hit[key]), []
        for name in event[key]:
            surfaces = {name} if key == "places" else _surfaces(story, name)
            found = next((s for s in left if any(match(x, s) for x in surfaces)), None)
            if found is None:
                missing.append(name)
            else:
                left.remove(found)
        sheet.right[key] += len(event[key]) - len(missing)
        sheet.asked[key] += len(event[key])
        sheet.said[key] += len(hit[key])
        if missing or left:
            sheet.miss(key, about(event, f"missing {missing} extra {left}"))


def _date(sheet: Sheet, _: Story, event: Row, hit: Row) -> None:
    said = [hit["date_start"], hit["date_end"]]
    undated = said[0] is None or hit["date_basis"] in {"reported-by", "unknown"}
    right = any(undated if day is None else said == day for day in _accepted(event, "date"))
    detail = f"gold {event['date']}, said {said} {hit['date_basis']}"
    sheet.mark("date date_stated" if event["date"] else "date", right, about(event, detail))


def _status(sheet: Sheet, _: Story, event: Row, hit: Row) -> None:
    right = hit["status"] in _accepted(event, "status")
    questions = "status" if event["status"] == "asserted" else "status status_not_asserted"
    sheet.mark(questions, right, about(event, f"gold {event['status']}, said {hit['status']}"))


def _attribution(sheet: Sheet, story: Story, event: Row, hit: Row) -> None:
    gold, said = event["attributed_to"], hit["attributed_to"]
    surfaces = [_surfaces(story, name) for name in gold]
    both = bool(gold and said)
    nearest = any(match(x, said[0]) for x in surfaces[0]) if both else not (gold or said)
    anyone = nearest or any(match(x, s) for names in surfaces for x in names for s in said)
    questions = "attribution attribution_credited" if gold else "attribution"
    sheet.mark(questions, nearest, about(event, f"gold {gold}, said {said}"))
    sheet.mark("attribution_any", anyone)


_FIELDS: tuple[Callable[[Sheet, Story, Row, Row], None], ...] = (_type, _names, _date, _status, _attribution)


def mark_events(sheet: Sheet, story: Story) -> dict[str, Row]:
    """Marks events and their fields; returns the said event of each gold event that was found, by its id."""
    found = {}
    sheet.said["events"] += len(story.tables["events"])
    for event in story.gold["events"]:
        hit = _hit(story, event)
        sheet.mark("events", hit is not None, about(event, event["type"]))
        if hit is not None:
            found[event["id"]] = hit
            for field in _FIELDS:
                field(sheet, story, event, hit)
    return found


def _counted(said: Row) -> str:
    return f"{said['harm']} {said['low']}..{said['high']} “{said['text']}”"


def _same_count(said: Row, claim: Row) -> bool:
    return said["harm"] in _accepted(claim, "harm") and (said["low"], said["high"]) == (claim["low"], claim["high"])


def _claimed(left: list[Row], event: Row, claim: Row) -> Row | None:
    """The said claim that has the gold claim's harm and number, on its words or else in its event's sentence."""
    here = [s for s in left if s["letter"] == event["article"] and _same_count(s, claim)]
    on_words = (s for s in here if overlap(s, claim))
    return next(on_words, None) or next((s for s in here if overlap(s, event)), None)


def _optional(story: Story) -> Iterator[tuple[str, Row]]:
    for event in story.gold["events"]:
        for claim in event.get("claims_optional", ()):
            yield event["article"], {**claim, "start": claim["start"] - _NEAR, "end": claim["end"] + _NEAR}


def _judged(story: Story, said: Row) -> bool:
    """Whether a said claim without gold counts against precision: it gives a number, not one, and none optional."""
    if said["low"] == said["high"] and said["low"] in {None, 1}:
        return False
    return not any(
        letter == said["letter"]
        and said["harm"] in _accepted(claim, "harm")
        and said["low"] == claim["low"]
        and overlap(said, claim)
        for letter, claim in _optional(story)
    )


def mark_claims(sheet: Sheet, story: Story) -> None:
    """Marks recall of the gold claims and precision of the said ones; each said claim answers one gold claim."""
    left = list(story.tables["claims"])
    for event in story.gold["events"]:
        for claim in event["claims"]:
            hit = _claimed(left, event, claim)
            said = [_counted(s) for s in left if s["letter"] == event["article"] and overlap(s, event)]
            sheet.mark("claims", hit is not None, about(event, f"gold {_counted(claim)}, said {said}"))
            if hit is not None:
                left.remove(hit)
                if (hit["low"], hit["high"]) != (None, None):
                    sheet.mark("claims_precision", right=True)
    for said in left:
        if _judged(story, said):
            sheet.mark("claims_precision", right=False, miss=f"{said['letter']} {_counted(said)}")
