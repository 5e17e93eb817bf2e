"""Recognises a total told again in parts: “six civilians — four women and two children — were killed”.

What makes a list a breakdown is that its numbers add up to the number right before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.people import Group
from core.lexicon.grammar import words
from core.model import Token

_SETS_OFF = frozenset((",", ":", "—", "–", "-", "("))
_LISTING = words("claims", "listing")
_FEWEST = 2  # parts


def breakdowns(tokens: Sequence[Token], groups: Sequence[Group]) -> dict[int, tuple[Group, ...]]:
    """The parts of each total among `groups`, by the index of the total's first token; two parts or more."""
    found: dict[int, tuple[Group, ...]] = {}
    for k, whole in enumerate(groups):
        total = _exact(whole)
        if total < _FEWEST or whole.last + 1 >= len(tokens) or tokens[whole.last + 1].lower not in _SETS_OFF:
            continue
        parts = _adding_up(tokens, whole, groups[k + 1 :], total)
        if len(parts) >= _FEWEST:
            found[whole.first] = parts
    return found


def _adding_up(tokens: Sequence[Token], whole: Group, after: Sequence[Group], total: int) -> tuple[Group, ...]:
    """The groups that follow `whole`, listed and counted exactly, up to the one with which their sum is `total`."""
    parts: list[Group] = []
    at, left = whole.last + 2, total
    for group in after:
        listed = all(t.lower in _LISTING for t in tokens[at : group.first]) if parts else group.first == at
        count = _exact(group)
        if not listed or not 0 < count <= left:
            break
        parts.append(group)
        at, left = group.last + 1, left - count
        if not left:
            return tuple(parts)
    return ()


def _exact(group: Group) -> int:
    """How many people the phrase counts, 0 where it gives no single number."""
    quantity = group.quantity
    return quantity.low or 0 if quantity is not None and quantity.low == quantity.high else 0
