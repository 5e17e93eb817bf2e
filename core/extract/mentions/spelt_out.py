"""Names that their own acronym bounds: “the Bangladesh Garment Manufacturers and Exporters Association (BGMEA)”.

The words before a bracketed acronym are read backwards against its letters (Schwartz and Hearst 2003), so that a name
which “and” or “of” seems to part is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.extract.mentions.candidate import Candidate
from core.model import Token

_SMALL = frozenset({"and", "of", "the", "for", "in", "on", "to", "&", "de", "la", "et", "des", "du", "y", "e"})
_SHORTEST = 3  # letters; a shorter acronym bounds too many names by chance


def whole_names(tokens: Sequence[Token], found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, of which one that ends at a bracketed acronym begins where the acronym does."""
    candidates = list(found)
    for i, token in enumerate(tokens):
        if token.text != "(" or i + 2 >= len(tokens) or tokens[i + 2].text != ")":
            continue
        start = _begin(tokens, i, tokens[i + 1].text)
        last = next((c for c in candidates if c.end == i), None)
        if last is not None and 0 <= start < last.start:
            candidates = [c for c in candidates if c.end <= start or c.start > i]
            candidates.append(replace(last, start=start, head=start, head_end=i, label="", evidence=[]))
    return candidates


def _begin(tokens: Sequence[Token], end: int, acronym: str) -> int:
    """The token from which on the capitals of the words before `end` are the acronym's letters; -1 for none."""
    if len(acronym) < _SHORTEST or not (acronym.isalpha() and acronym.isupper()):
        return -1
    left = list(acronym)
    for i in range(end - 1, -1, -1):
        if tokens[i].text[0] == left[-1]:
            left.pop()
            if not left:
                return i
        elif tokens[i].lower not in _SMALL:
            return -1
    return -1
