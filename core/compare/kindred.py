"""Words that news uses for one thing: “escapes”, “on the run”, “fugitive”; “heist” and “robbers” (lexicon/kindred.txt).

Broader than core.compare.senses, whose words name the same act: here parts of speech, doers and circumstances meet,
because two sentences on one happening share such words even where they share no word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from core.compare.stems import stem
from core.compare.words import fold


@cache
def _groups() -> Mapping[str, Mapping[tuple[str, ...], frozenset[str]]]:
    """For each first stem, the phrases (as stems) that begin with it, the longest first, with their groups."""
    lines = files("core.lexicon").joinpath("kindred.txt").read_text("utf-8").splitlines()
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for line in lines:
        if line and not line.startswith("#"):
            name, _, words = line.partition(":")
            for phrase in words.split():
                found[tuple(stem(fold(word)) for word in phrase.split("_"))].add(name)
    table: dict[str, dict[tuple[str, ...], frozenset[str]]] = defaultdict(dict)
    for stems in sorted(found, key=lambda p: (-len(p), p)):
        table[stems[0]][stems] = frozenset(found[stems])
    return table


def groups_of(words: Sequence[str]) -> frozenset[str]:
    """The groups that `words` (lower case, in order) stand in; a phrase is one word."""
    table, stems = _groups(), [stem(fold(word)) for word in words]
    found: set[str] = set()
    i = 0
    while i < len(stems):
        phrases = table.get(stems[i], {})
        phrase = next((p for p in phrases if tuple(stems[i : i + len(p)]) == p), None)
        found |= phrases[phrase] if phrase else frozenset()
        i += len(phrase) if phrase else 1
    return frozenset(found)
