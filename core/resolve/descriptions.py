"""What a description of an actor says: a side (“anti-Taliban forces”), an epithet (“the Jihadist group”), a government.

A description has no name to compare; it stands for an actor only where the context has exactly one that
fits what its words say (the stances of `core/lexicon/actors/epithets.csv`, a country, a side).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from core.lexicon.known_actors import KnownActor, by_key, demonyms, fold, group_nouns, look_up, stances_of

_SIDE = re.compile(
    r"\bresistances?\b(?=\s+(?:\w+\s+)?(?:forces?|fighters?|movements?|groups?|units?|militias?|army|troops|front)\b)"
    r"|\bresistances?$",
    re.IGNORECASE,
)
_ANTI = re.compile(r"\banti-(?P<opponent>\w[\w’'-]*)", re.IGNORECASE)
_OPPOSED = re.compile(
    r"\b(?:opposed to|opposing|opponents of|resisting|fighting against)\s+(?:the\s+)?(?P<opponent>[A-Z][\w’'-]*)"
)
_BODY_NOUNS = frozenset(
    "forces force fighters militia militias group groups movement movements alliance coalition rebels troops front "
    "army units elements".split()
)
_GOVERNMENT = frozenset(
    "government govt gov authorities authority administration officials official cabinet ministers regime "
    "leaders leadership counterpart".split()
)
_DETERMINERS = re.compile(
    r"^(?:the|a|an|this|that|these|those|some|several|many|its|his|her|their|other|another|alleged|local|armed|suspected|so-called)\s+",
    re.IGNORECASE,
)


class Description(NamedTuple):
    """What the words of a description say.

    Args:
        side: Whether it names those who resist somebody.
        opponent: The lexicon's key of whom they resist, "" where the words do not say.
        stances: The stances of which the actor must have one; empty where the words say none.
        countries: Keys of the states whose demonyms stand in it.
        bare: Whether it is a noun for a group and nothing more (“the outfit”).
        government: The key of the government that it names, "" for none.
        governing: Whether it is a noun for a government and nothing more (“the authorities”).
    """

    side: bool = False
    opponent: str = ""
    stances: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    bare: bool = False
    government: str = ""
    governing: bool = False


def strip_determiners(text: str) -> str:
    """`text` without the articles and the vague words before it (“the alleged resistance forces”)."""
    while True:
        shorter = _DETERMINERS.sub("", text)
        if shorter == text:
            return text
        text = shorter


def _opponent(text: str) -> str:
    m = _ANTI.search(text) or _OPPOSED.search(text)
    known = look_up(m["opponent"]) if m else ()
    return known[0].actor.key if known else ""


def is_side(text: str) -> bool:
    """Whether `text` names a side by whom it resists: “resistance fighters”, “anti-Taliban forces”."""
    if any(n.form == "name" for n in look_up(text)):
        return False
    last = fold(text).rpartition(" ")[2]
    return bool(_SIDE.search(text)) or (
        bool(_ANTI.search(text) or _OPPOSED.search(text)) and last in _BODY_NOUNS | group_nouns()
    )


def government_of(text: str) -> str:
    """The key of the government that “Afgh government officials”, “Iranian authorities” name, or ""."""
    words = fold(strip_determiners(text)).split()
    if any(n.form == "name" for n in look_up(strip_determiners(text))):
        return ""
    states = [demonyms()[w] for w in words if w in demonyms()]
    if len(set(states)) != 1 or not _GOVERNMENT & set(words):
        return ""
    state = by_key()[states[0]]
    own = [n.actor.key for name in _adjectives(state) for n in look_up(f"{name} government")]
    return own[0] if own else state.key


@lru_cache(maxsize=512)
def _adjectives(state: KnownActor) -> tuple[str, ...]:
    return tuple(word for word, key in demonyms().items() if key == state.key)


@lru_cache(maxsize=20_000)
def read(text: str) -> Description:
    """What `text`, a description of an actor, says.

    >>> read("Jihadist group").stances, read("the outfit").bare, read("anti-Taliban forces").opponent
    (frozenset({'jihadist'}), True, 'taliban')
    """
    if is_side(text):
        return Description(side=True, opponent=_opponent(text))
    words = fold(strip_determiners(text)).split()
    pairs = [" ".join(words[i : i + 2]) for i in range(len(words) - 1)]
    stances = frozenset[str]().union(*(stances_of(w) for w in (*words, *pairs)))
    countries = frozenset(demonyms()[w] for w in words if w in demonyms())
    bare = len(words) == 1 and words[0] in group_nouns()
    governing = len(words) == 1 and words[0] in _GOVERNMENT
    return Description(False, "", stances, countries, bare, government_of(text), governing)


def fits(description: Description, group: KnownActor) -> bool:
    """Whether `group` has one of the stances that `description` says, and is at home where it says."""
    stance = not description.stances or bool(description.stances & set(group.stances))
    return stance and (not description.countries or bool(description.countries & set(group.countries)))
