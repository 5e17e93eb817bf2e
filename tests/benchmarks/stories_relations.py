"""Marks what an invented story's reports have to do with each other: happenings, differences, origins, actors."""

from collections import defaultdict
from itertools import combinations, pairwise

from tests.benchmarks.common import Row
from tests.benchmarks.stories_read import Story, overlap, words
from tests.benchmarks.stories_sheet import Sheet

_PRONOUNS = frozenset("he she it they we them our him one".split())


def _events(story: Story) -> dict[str, Row]:
    return {e["id"]: e for e in story.gold["events"]}


def mark_happenings(sheet: Sheet, story: Story, found: dict[str, Row]) -> None:
    """Marks pairs that tell of one happening, and pairs that must stay apart."""
    events = _events(story)

    def joined(one: str, other: str) -> bool:
        clusters = {found[i]["cluster_id"] if i in found else None for i in (one, other)}
        return len(clusters) == 1 and None not in clusters

    def told(one: str, other: str) -> str:
        lost = [i for i in (one, other) if i not in found]
        return f"{one} ~ {other} not found: {lost} « {events[one]['quote']} » / « {events[other]['quote']} »"

    for group in story.gold["same"]:
        for one, other in combinations(group, 2):
            across = events[one]["article"] != events[other]["article"]
            sheet.mark("same same_across" if across else "same", joined(one, other), told(one, other))
    for one, other in story.gold["apart"]:
        sheet.mark("apart", not joined(one, other), told(one, other))


def mark_differences(sheet: Sheet, story: Story) -> None:
    """Marks each gold difference: right where one of its kind has readings in both events' sentences."""
    events, said = _events(story), story.tables["discrepancies"]
    sheet.said["differences"] += len(said)

    def between(row: Row, ids: list[str]) -> bool:
        ends = [events[i] for i in ids]
        return all(any(r["letter"] == e["article"] and overlap(r, e) for r in row["readings"]) for e in ends)

    for gold in story.gold["differences"]:
        kinds = sorted({row["kind"] for row in said if between(row, gold["between"])})
        told = f"{gold['kind']} {' '.join(gold['between'])}: {gold['what']} (named between the two: {kinds})"
        sheet.mark(f"differences differences:{gold['kind']}", gold["kind"] in kinds, told)


def mark_origins(sheet: Sheet, story: Story) -> None:
    """Marks each pair of passages of one origin: right where events within both have one origin_id."""

    def ids(passage: str, letter: str) -> set[str]:
        start = story.texts[letter].index(passage)
        span = {"start": start, "end": start + len(passage)}
        rows = (r for r in story.tables["events"] if r["letter"] == letter and r["origin_id"])
        return {r["origin_id"] for r in rows if overlap(r, span)}

    for (one, other), (a, b) in zip(story.gold["origins"], story.gold.get("origin_articles", ()), strict=True):
        sheet.mark("origins", bool(ids(one, a) & ids(other, b)), f"{a}/{b}: « {one} »")


def mark_actors(sheet: Sheet, story: Story) -> None:
    """Marks names of one actor, next to next in their group (pronouns left out), and names of different ones."""
    names: dict[str, set[frozenset[str]]] = defaultdict(set)
    for row in story.tables["actors"]:
        names[row["entity_id"]].add(words(row["text"]))

    def exact(name: str) -> set[str]:
        return {i for i, known in names.items() if words(name) in known}

    def within(name: str) -> set[str]:
        return {i for i, known in names.items() if any(words(name) <= k for k in known)}

    for group in story.gold["same_actor"]:
        for one, other in pairwise(n for n in group if not words(n) & _PRONOUNS):
            known = (exact(one) or within(one)) & (exact(other) or within(other))
            sheet.mark("same_actor", bool(known) or words(one) == words(other), f"{one} = {other}")
    for one, other in story.gold["different_actor"]:
        sheet.mark("different_actor", not exact(one) & exact(other), f"{one} ≠ {other}")
