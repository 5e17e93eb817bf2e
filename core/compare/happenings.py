"""A group of events as a `Cluster`: its name, its days, its parts, and how many origins stand behind it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from core.compare.facts import Facts, names_of
from core.compare.labels import label_of
from core.compare.origins import own_voice
from core.model import Analysis, Cluster, DateInterval, stable_id


def interval_of(members: Sequence[Facts]) -> DateInterval:
    """The days on which all reports can be right; where none is left, the days of the first that states any."""
    start = max((f.interval.start for f in members if f.interval.start), default=None)
    end = min((f.interval.end for f in members if f.interval.end), default=None)
    if start and end and start > end:
        return next(f.interval for f in members if f.interval.known)
    return DateInterval(start, end)


def voices(members: Sequence[Facts], origins: Sequence[str]) -> int:
    """How many independent originals stand behind a happening's reports.

    An article's own voice is none beside those whom it credits for the same.
    """
    own = {own_voice(f): f.article for f in members}
    credited = {f.article for f, origin in zip(members, origins, strict=True) if origin not in own}
    return len({origin for origin in origins if origin not in own or own[origin] not in credited})


def happenings(
    reading: Analysis,
    facts: Sequence[Facts],
    groups: Sequence[Sequence[int]],
    parts: Sequence[tuple[int, int]],
    origins: Sequence[str],
) -> tuple[Cluster, ...]:
    """The clusters, in order of their first events.

    An id is derived from the first event in order of publication, the cluster's anchor: what is published later
    never changes it; a report from before the anchor does.
    """
    actors = names_of(reading)
    cluster_of = {k: number for number, members in enumerate(groups) for k in members}
    other: dict[int, set[int]] = defaultdict(set)
    for i, j in parts:
        other[cluster_of[i]].add(j)
        other[cluster_of[j]].add(i)
    found = []
    for number, indices in enumerate(groups):
        members = [facts[k] for k in indices]
        types = Counter(f.type[0] for f in members)
        found.append(
            Cluster(
                id=stable_id("cluster", members[0].event.id),
                label=label_of(members, actors),
                event_type=min(types, key=lambda t: (-types[t], t)),
                interval=interval_of(members),
                articles=tuple(dict.fromkeys(f.event.article_id for f in members)),
                events=tuple(f.event.id for f in members),
                origins=voices(members, [origins[k] for k in indices]),
                parts=tuple(facts[k].event.id for k in sorted(other[number] - set(indices))),
            )
        )
    return tuple(found)
