"""Whether two names are one: the door to the comparison of persons', bodies' and places' names (design.md §7).

Words are compared as `core.resolve.spelling` does; the rules of each kind say what a word left over on one
side means. A veto outranks every likeness, and each answer has its reason.
"""

from __future__ import annotations

from core.resolve.body_names import compare_organizations
from core.resolve.comparison import Comparison
from core.resolve.personal_names import compare_persons
from core.resolve.place_names import compare_places

_BY_KIND = {"person": compare_persons, "place": compare_places}


def compare_names(a: str, b: str, kind: str = "") -> Comparison:
    """Whether two names are one, as names of `kind`: one of `core.model.ACTOR_KINDS`, “place”, or "" for any actor.

    >>> compare_names("Ahmad Massoud", "Ahmad Shah Massoud", "person").reason
    'the inner name “shah” is only in one: another person'
    """
    return _BY_KIND.get(kind, compare_organizations)(*sorted((a, b)))
