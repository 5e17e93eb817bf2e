"""Reads the number beside a noun of harm: “no civilian casualties”, “the death toll rose to 60”."""

from __future__ import annotations

from core.extract.harm_words import Hit
from core.extract.numbers import find_quantities
from core.extract.people import Group
from core.extract.scene import Harmed, Scene
from core.lexicon.grammar import words

_NOUN_REACH = 5
_TOLL_REACH = 9
_STOP = words("people", "stop")
_REACHED = words("claims", "reached")


def counted(scene: Scene, hit: Hit) -> Harmed:
    """The quantity before a noun of harm (“no civilian casualties”)."""
    quantities = {q.last: q for q in find_quantities(scene.tokens[: hit.first])}
    for last in range(hit.first - 1, max(hit.first - _NOUN_REACH, -1), -1):
        if last in quantities:
            found = quantities[last]
            yield Group(found.first, last, last + 1, found, singular=False, definite=False), None
            return
        if scene.low(last) in _STOP:
            return


def _is_reached(scene: Scene, group: Group) -> bool:
    """Whether the group is the figure that a toll has come to (“rose to”, “stands at”, “reached”)."""
    return scene.low(group.first - 1) in _REACHED or not group.party(scene.tokens)


def toll(scene: Scene, hit: Hit) -> Harmed:
    """“The death toll rose to 60”."""
    for group in scene.groups:
        if (
            hit.last < group.first <= hit.last + _TOLL_REACH
            and group.quantity is not None
            and _is_reached(scene, group)
        ):
            yield group, None
            return
