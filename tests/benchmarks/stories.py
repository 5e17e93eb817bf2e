"""Scores the tables on invented stories: `python -m tests.benchmarks.stories FOLDER [--show] [--only SUBSTRING]`.

Each story's articles are analysed together; one JSON line of totals over all stories is printed, and with --show
every miss before it (of tests/stories/dev only: the misses of heldout are never read). How things are matched:

- event: a said event whose trigger overlaps the gold trigger, else one of its `also` triggers.
- type, status, date: the gold value or one of `type_also`, `status_also`, `date_also`; no date of its own (null)
  is met by no date and by one of basis reported-by or unknown. mode: where gold has one and the type is right.
- names: the words of one, without articles and possessive endings, are among the other's, case and accents folded.
  For actors, recipients and claimants another name of the same `same_actor` group will do.
- attribution: the nearest claimant (none matches none); attribution_any: anyone of the chain; _credited: where gold
  credits someone.
- claims: harm, low and high are right and the said claim stands on the gold claim's words or in its sentence;
  precision is over said claims with a number, without unmatched ones of exactly one and those that gold accepts.
- same: pairs of gold events, in one article or across two, whose said events share a cluster; apart: pairs that do
  and must not.
- differences: a discrepancy of the kind with readings in both events' sentences.
- origins: events within both passages share an origin_id.
"""

import argparse
import json
from pathlib import Path

from tests.benchmarks.common import Row
from tests.benchmarks.stories_events import mark_claims, mark_events
from tests.benchmarks.stories_read import Story, read_story
from tests.benchmarks.stories_relations import mark_actors, mark_differences, mark_happenings, mark_origins
from tests.benchmarks.stories_sheet import Sheet

_EVENTS = {
    "type_acc": "type",
    "mode_acc": "mode",
    "date_acc": "date",
    "date_acc_stated": "date_stated",
    "status_acc": "status",
    "status_acc_not_asserted": "status_not_asserted",
    "attribution_acc": "attribution",
    "attribution_any": "attribution_any",
    "attribution_acc_credited": "attribution_credited",
    "claims_recall": "claims",
    "claims_precision": "claims_precision",
}
_RELATIONS = {
    "same_recall": "same",
    "same_recall_across": "same_across",
    "differences_recall_all": "differences",
    "origins_recall": "origins",
    "same_actor_recall": "same_actor",
}


def mark(story: Story) -> Sheet:
    """The marked sheet of one story."""
    sheet = Sheet()
    found = mark_events(sheet, story)
    mark_claims(sheet, story)
    mark_happenings(sheet, story, found)
    mark_differences(sheet, story)
    mark_origins(sheet, story)
    mark_actors(sheet, story)
    return sheet


def _violations(total: Sheet, question: str) -> Row:
    asked = total.asked[question]
    return {f"{question}_violations": asked - total.right[question], f"{question}_pairs": asked}


def figures(sheets: list[Sheet]) -> Row:
    """The totals over the stories: shares and F1 from 0 to 1 (None where nothing was asked), and counts."""
    total = Sheet()
    for sheet in sheets:
        total.add(sheet)
    events = total.asked["events"]
    kinds = sorted(k for k in total.asked if k.startswith("differences:"))
    return {
        "stories": len(sheets),
        "gold_events": events,
        "event_recall": total.ratio("events"),
        "said_per_gold": round(total.said["events"] / max(1, events), 2),
        **{f"{key}_f1": total.f1(key) for key in ("actors", "recipients", "places")},
        **{name: total.ratio(question) for name, question in (_EVENTS | _RELATIONS).items()},
        "differences_recall": {k.partition(":")[2]: f"{total.right[k]}/{total.asked[k]}" for k in kinds},
        "discrepancies_per_story": round(total.said["differences"] / max(1, len(sheets)), 1),
        **_violations(total, "apart"),
        **_violations(total, "different_actor"),
    }


def _show(story: Story, sheet: Sheet) -> None:
    said, asked = sheet.said["events"], sheet.asked["events"]
    print(f"== {story.name}: {said} events said for {asked} gold, {sheet.said['differences']} discrepancies")
    print("\n".join(sorted(sheet.misses, key=lambda miss: miss.split()[0])))


def main() -> None:
    """Runs the benchmark on the stories of a folder."""
    parser = argparse.ArgumentParser(description="Scores the tables on invented stories.")
    parser.add_argument("folder", type=Path, help="a folder that holds one folder a story")
    parser.add_argument("--show", action="store_true", help="list every miss")
    parser.add_argument("--only", default="", metavar="SUBSTRING", help="only stories that have this in their names")
    args = parser.parse_args()
    folders = sorted(p.parent for p in args.folder.glob("*/gold.json") if args.only in p.parent.name)
    if not folders:
        parser.error(f"{args.folder} holds no such story")
    sheets = []
    for folder in folders:
        story = read_story(folder)
        sheets.append(mark(story))
        if args.show:
            _show(story, sheets[-1])
    print(json.dumps(figures(sheets), ensure_ascii=False))


if __name__ == "__main__":
    main()
