"""Attribution: one text in several reports, with other or fewer people credited for it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from core.compare.counts import compatible, same_party
from core.compare.discrepancies.scene import Scene, quoted, reading
from core.compare.facts import Facts
from core.compare.words import fold
from core.lexicon.grammar import words
from core.lexicon.reporting import reporting
from core.model import Discrepancy, Reading

_NOBODY = words("common", "pronouns") | {fold(reporting().unnamed)}  # words that name no source


def _credits(fact: Facts) -> dict[str, Reading]:
    """Those whom an event's text is credited to, by folded name, with the words that credit them."""
    found: dict[str, Reading] = {}
    for claimant in fact.event.attribution:
        if fold(claimant.text) in _NOBODY:
            continue
        found.setdefault(
            fold(claimant.text), Reading(fact.event.article_id, claimant.span, fact.words(claimant.span), "credited")
        )
    return found


def _named(fact: Facts) -> dict[str, Reading]:
    """Those whom an event is credited to by their names, however the text calls them."""
    pairs = zip(fact.event.attributed_to, fact.event.attribution, strict=False)
    return {
        name: Reading(fact.event.article_id, claimant.span, fact.words(claimant.span), f"credited: {name}")
        for name, claimant in pairs
        if fold(name) not in _NOBODY
    }


def attributions(scene: Scene) -> Iterator[Discrepancy]:
    """One row for each copied passage that its reports credit differently; the happening that leads it reports it."""
    by_passage = {scene.around.passage(f): f for f in reversed(scene.members)}
    groups = {tuple(scene.around.copies[p]) for p in by_passage if p in scene.around.copies}
    for group in sorted(groups):
        held = [by_passage[p] for p in group if p in by_passage]
        if len({f.article for f in held}) < 2 or scene.around.leads[scene.around.passage(held[0])] != held[0].event.id:
            continue
        credit = {f.event.article_id: _credits(f) for f in held}
        sets = [frozenset(c) for c in credit.values()]
        if all(s == sets[0] for s in sets):
            continue
        articles = (scene.around.corpus.documents[f.article].article for f in held)
        names = {a.id: a.source or a.title or "one report" for a in articles}
        said = "; ".join(
            f"{', '.join(quoted(r.text) for r in found.values()) or 'nobody'} in {names[article]}"
            for article, found in credit.items()
        )
        bare = [
            Reading(f.event.article_id, f.event.span, f.words(f.event.span), "credited to nobody")
            for f in held
            if not credit[f.event.article_id]
        ]
        readings = [r for found in credit.values() for r in found.values()] + bare
        yield scene.report("attribution", f"The same words are credited to {said}.", readings)


def uncredited(scene: Scene) -> Iterator[Discrepancy]:
    """One row where a report credits a count to a source and another gives it as a fact and credits nobody."""
    told = [(f, c) for f in scene.members for c in f.claims if c.claim.low]
    credited = {f.article for f in scene.members if f.event.attributed_to}
    for source, claim in told:
        for bare, other in told:
            by = next(iter(_named(source)), "")
            if (
                by
                and bare.article not in credited
                and same_party(claim, other)
                and claim.claim.harm == other.claim.harm
                and compatible(claim.claim, other.claim)
            ):
                a = reading(source, source.event.span, f"credited to {by}")
                b = reading(bare, bare.event.span, "credited to nobody")
                said = f"{quoted(b.text)} is told as a fact, elsewhere by {by}"
                yield scene.report("attribution", f"{said}.", (a, b))
                return


def sources(scene: Scene) -> Iterator[Discrepancy]:
    """One row where each report of a happening rests on sources of its own, and none is shared."""
    if next(attributions(scene), None) or next(uncredited(scene), None):
        return
    credit: dict[str, dict[str, Reading]] = {}
    for f in scene.members:
        credit.setdefault(f.event.article_id, {}).update(_named(f))
    given = {article: found for article, found in credit.items() if found}
    if len(given) > 1 and all(a.keys().isdisjoint(b) for a, b in combinations(given.values(), 2)):
        said = "; ".join(", ".join(map(quoted, found)) for found in given.values())
        readings = [r for found in given.values() for r in found.values()]
        yield scene.report("attribution", f"Each report has sources of its own: {said}.", readings)
