"""Titles before a person's name: “Vice President”, “Deputy Secretary of State”, “Lt. Gen.”."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from core.extract.mentions.candidates import Unit
from core.lexicon import known_actors, names
from core.model import Token

_SHORT = frozenset("vice mr ms dr lt mp mps mep meps vp".split())


@cache
def title_words() -> frozenset[str]:
    """The single words that titles are made of, in lower case."""
    titles = [t for title in known_actors.titles() for t in (title, title.replace("-", " "))]
    found = {w for title in titles for w in title.split() if len(w) > 2}
    return frozenset(found - names.words("not_titles")) | {
        "vice",
        "mr",
        "ms",
        "dr",
        "lt",
        "mp",
        "mps",
        "mep",
        "meps",
        "vp",
    }


def title_before(tokens: tuple[Token, ...], run: list[Unit]) -> tuple[int, int] | None:
    """The stretch of title words before a name in the run: from unit, to unit; None where no name follows."""
    titles = title_words()
    for k, unit in enumerate(run):
        if unit.known or tokens[unit.start].lower not in titles:
            continue
        if k and not run[k - 1].known and not _may_follow(tokens, run[k - 1]):
            continue
        end = k
        while k and not run[k - 1].known and names.is_common(tokens[run[k - 1].start].lower):
            k -= 1  # noqa: PLW2901 - “Defense Secretary”: the ordinary words before an office belong to it
        while end < len(run) and not run[end].known and tokens[run[end].start].lower in _carried():
            end += 1
        later = [n for n in range(end, len(run) - 1) if tokens[run[n].start].lower in names.words("offices")]
        end = later[-1] + 1 if later else end
        return (k, end) if end < len(run) else None
    return None


@cache
def _carried() -> frozenset[str]:
    """What a title goes on with: further titles, full stops, what the office is of."""
    return title_words() | names.words("office_matters") | {".", "-", "of"}


def _may_follow(tokens: tuple[Token, ...], unit: Unit) -> bool:
    """Whether the word before a title word can be an office's, not the name of the person who bears it."""
    word = tokens[unit.end - 1]
    return word.text not in names.given_names() and word.text not in names.surnames() and word.text != "."


def is_office(words: Sequence[str]) -> bool:
    """Whether the words, in lower case, are an office without its bearer: “special advisor”."""
    return words[-1] in title_words() and all(w in title_words() or names.is_common(w) for w in words)
