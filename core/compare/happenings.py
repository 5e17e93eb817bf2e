"""A group of events as a `Cluster`: its name, its days, its parts, and how many origins stand behind it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from core.compare.facts import Facts, names_of
from core.compare.geography import narrow
from core.model import Analysis, Cluster, DateInterval, Entity, stable_id


def interval_of(members: Sequence[Facts]) -> DateInterval:
    """The days on which all reports can be right; where none is left, the days of the first that states any."""
    start = max((f.interval.start for f in members if f.interval.start), default=None)
    end = min((f.interval.end for f in members if f.interval.end), default=None)
    if start and end and start > end:
        return next(f.interval for f in members if f.interval.known)
    return DateInterval(start, end)


def _commonest(ids: Iterable[str]) -> list[str]:
    return [i for i, _ in sorted(Counter(ids).items(), key=lambda pair: (-pair[1], pair[0]))]


def label_of(members: Sequence[Facts], actors: Mapping[str, Entity]) -> str:
    """One plain phrase for a happening: what, who to whom, where (“captured · rebels → the army · Azaz”)."""
    words = _commonest(f.event.trigger.text.lower() for f in members if f.event.actors) or _commonest(
        f.event.trigger.text.lower() for f in members
    )
    who = _party_names((i for f in members for i in f.event.actors), actors)
    whom = _party_names((i for f in members for i in f.event.recipients), actors)
    places = {i: p for f in members for i, p in f.places.items()}
    sides = f"{who} → {whom}" if who and whom else who or whom
    return " · ".join(filter(None, (words[0], sides, ", ".join(p.name for p in narrow(tuple(places.values()))[:3]))))


def _party_names(ids: Iterable[str], actors: Mapping[str, Entity]) -> str:
    return " and ".join(list(dict.fromkeys(actors[i].name for i in _commonest(ids) if i in actors))[:2])


def happenings(
    reading: Analysis,
    facts: Sequence[Facts],
    groups: Sequence[Sequence[int]],
    parts: Sequence[tuple[int, int]],
    origins: Sequence[str],
) -> tuple[Cluster, ...]:
    """The clusters, in order of their first events; an id is derived from the first event, the cluster's anchor."""
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
                origins=len({origins[k] for k in indices}),
                parts=tuple(facts[k].event.id for k in sorted(other[number] - set(indices))),
            )
        )
    return tuple(found)
