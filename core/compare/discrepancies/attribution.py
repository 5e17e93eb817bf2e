"""Attribution: one text in several reports, with other or fewer people credited for it."""

from __future__ import annotations

from collections.abc import Iterator

from core.compare.counts import compatible, same_party
from core.compare.discrepancies.scene import Scene, quoted, reading
from core.compare.facts import Facts
from core.compare.words import fold
from core.model import Discrepancy, Reading


def _credits(fact: Facts) -> dict[str, Reading]:
    """Those whom an event's text is credited to, by folded name, with the words that credit them."""
    found: dict[str, Reading] = {}
    for claimant in fact.event.attribution:
        found.setdefault(
            fold(claimant.text), Reading(fact.event.article_id, claimant.span, fact.words(claimant.span), "credited")
        )
    return found


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
            apart = bare.article not in credited and source.event.attributed_to
            if (
                apart
                and same_party(claim, other)
                and claim.claim.harm == other.claim.harm
                and compatible(claim.claim, other.claim)
            ):
                a = reading(source, source.event.span, f"credited to {source.event.attributed_to[0]}")
                b = reading(bare, bare.event.span, "credited to nobody")
                said = f"{quoted(b.text)} is told as a fact, elsewhere by {source.event.attributed_to[0]}"
                yield scene.report("attribution", f"{said}.", (a, b))
                return
