"""Count: how many were harmed, with party, harm and bounds; and counts that grew on the way from their source."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from core.compare.counts import comparable, compatible, in_words, near_bounds, same_party
from core.compare.discrepancies.scene import Scene, articles_disagree, quoted, reading
from core.compare.facts import Facts
from core.compare.linkage import components
from core.compare.sides import ANYONE, PART, side_of
from core.model import Claim, Discrepancy, EventClaim, Reading, Span

Told = tuple[Facts, EventClaim]
_BESIDE = 2  # characters between a number and those whom it counts


def words_of(claim: Claim) -> Span:
    """The claim's words from its number to its harm, whichever comes first, with those harmed where they stand by."""
    start, end = min(claim.span.start, claim.cue.start), max(claim.span.end, claim.cue.end)
    near = claim.party is not None and end <= claim.party.start <= end + _BESIDE
    return Span(start, claim.party.end if near and claim.party else end)


def _reading(told: Told) -> Reading:
    fact, claim = told
    return reading(fact, words_of(claim.claim), in_words(claim))


def _value(told: Told) -> tuple[str, str]:
    return told[0].event.article_id, in_words(told[1])


def _parties(scene: Scene, told: list[Told]) -> list[list[Told]]:
    """The claims by the people that they speak of and by harms that can be the same; single named people aside.

    A claim on people of no side (“people”) or without a party joins the only party there is.
    """
    held = [item for item in told if (item[1].party or "").casefold() not in scene.around.persons]
    sided = [item for item in held if item[1].party and side_of(item[1].party) != ANYONE]
    anyone = [item for item in held if item not in sided]
    pairs = [(i, j) for i, j in combinations(range(len(sided)), 2) if same_party(sided[i][1], sided[j][1])]
    groups = [[sided[k] for k in part] for part in components(range(len(sided)), pairs)]
    whole = [g for g in groups if side_of(g[0][1].party or "") != PART]
    if len(whole) == 1:
        whole[0].extend(anyone)
    else:
        groups.append(anyone)
    return [[group[k] for k in part] for group in groups for part in _by_harm(group)]


def _by_harm(group: list[Told]) -> list[list[int]]:
    claims = [claim.claim for _, claim in group]
    pairs = [(i, j) for i, j in combinations(range(len(claims)), 2) if comparable(claims[i], claims[j])]
    return [part for part in components(range(len(claims)), pairs) if len(part) > 1]


def _differ(a: EventClaim, b: EventClaim) -> bool:
    """Whether two claims on the same people exclude each other, or give other least numbers or another harm."""
    x, y = a.claim, b.claim
    if not comparable(x, y) or (x.low is None and x.high is None) or (y.low is None and y.high is None):
        return False
    if x.harm != y.harm:
        return x.low == y.low
    return not compatible(x, y) or (x.high is None and y.high is None and not near_bounds(x, y))


def counts(scene: Scene) -> Iterator[Discrepancy]:
    """One row for each party whose losses are told differently."""
    told = [(f, c) for f in scene.told for c in f.claims if c.claim.part_of is None or side_of(c.party or "") == PART]
    for group in _parties(scene, told):
        differing = any(_differ(a[1], b[1]) for a, b in combinations(group, 2))
        if differing and articles_disagree(map(_value, group)):
            party = next((c.party for _, c in group if c.party), "those harmed")
            said = list(dict.fromkeys(quoted(_reading(t).text) for t in group))
            yield scene.report("count", f"Figures on {party} differ: {_listed(said)}.", map(_reading, group))
    yield from inflations(scene, told)


def _listed(said: list[str]) -> str:
    return said[0] if len(said) == 1 else ", ".join(said[:-1]) + " and " + said[-1]


def _relayed(fact: Facts, claim: EventClaim) -> bool:
    named = [n for n in (*claim.attributed_to, *fact.event.attributed_to) if n != "unnamed reports"]
    return bool(named)


def _grew(relay: Claim, original: Claim) -> bool:
    """Whether a count says more than the one that it can only rest on: same number, narrower harm or no upper bound."""
    if original.low is None or relay.low is None or relay.low < original.low or not comparable(relay, original):
        return False
    surer = original.approximate and not relay.approximate
    narrower = relay.harm == "killed" and original.harm in {"killed or injured", "killed and injured", "casualties"}
    opened = relay.high is None and original.high is not None
    return relay.low == original.low and (narrower or opened or surer)


def inflations(scene: Scene, told: list[Told]) -> Iterator[Discrepancy]:
    """Where a report gives in its own voice, as more, the number that a named source gives in it or before it."""
    for relay, original in ((a, b) for a in told for b in told if a is not b):
        later = relay[0].article >= original[0].article
        same = same_party(relay[1], original[1])
        if later and same and not _relayed(*relay) and _relayed(*original) and _grew(relay[1].claim, original[1].claim):
            source = (original[1].attributed_to or original[0].event.attributed_to)[0]
            a, b = _reading(relay), _reading(original)
            only = sum(c.claim.low == relay[1].claim.low and _relayed(f, c) for f, c in told) == 1
            yield scene.report(
                "count",
                f"Inflation: {quoted(a.text)} goes beyond {'its only source' if only else 'a source'}, "
                f"{quoted(b.text)} ({source}).",
                (a, b),
            )
