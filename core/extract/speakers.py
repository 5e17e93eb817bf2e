"""Reads who speaks together: “a witness and members of a local group said”, and where such a clause begins."""

from __future__ import annotations

from collections.abc import Sequence

from core.lexicon.grammar import words
from core.lexicon.harm import harm
from core.lexicon.reporting import reporting
from core.model import Token

_DETERMINERS = words("people", "determiners")
_VERBAL = words("common", "be") | words("common", "have") | words("common", "modals") | words("common", "pronouns")
_LONGEST = 6
_LINKING = frozenset(("of", "for", "the", "and"))


def together(tokens: Sequence[Token], first: int, left_stop: frozenset[str]) -> int:
    """The first token of the coordination whose last member begins at `first`; `first` itself where there is none.

    Args:
        tokens: One sentence's tokens.
        first: Where the subject's last phrase begins.
        left_stop: Words that no phrase reaches over.
    """
    if first < 2 or tokens[first - 1].lower != "and":
        return first
    before = first - 1
    while before > 0 and first - before <= _LONGEST and tokens[before - 1].lower not in left_stop:
        before -= 1
    opens = before == 0 or tokens[before - 1].lower in (",", "”", '"')
    return before if opens and _is_source(tokens[before : first - 1]) else first


def _is_source(phrase: Sequence[Token]) -> bool:
    """Whether the words are one noun phrase for people who speak: a name, or a noun of people and what is before."""
    if not phrase or any(t.lower in _VERBAL or t.lower in harm().phrases for t in phrase):
        return False
    heads = [t for t in phrase if _is_people(t.lower)]
    if _is_people(phrase[-1].lower):
        return len(heads) == 1
    named = [t for t in phrase if t.lower not in _DETERMINERS | _LINKING]
    return bool(named) and all(t.text[0].isupper() for t in named)


def _is_people(low: str) -> bool:
    lexicon = harm()
    return low in lexicon.singular or low in lexicon.plural or low in reporting().sources


def name_goes_on(tokens: Sequence[Token], first: int, left_stop: frozenset[str]) -> int:
    """The first token of a body's name that goes on after “and” (“the Committee for Transition and Restoration”)."""
    if first < 2 or tokens[first - 1].lower != "and" or not tokens[first].text[0].isupper():
        return first
    k = first - 2
    while k >= 0 and (tokens[k].text[0].isupper() or tokens[k].lower in _LINKING) and tokens[k].lower not in left_stop:
        k -= 1
    named = tokens[k + 1 : first - 1]
    if named and named[0].lower == "the" and any(t.lower in ("of", "for") for t in named):
        return k + 2
    return first
