"""Turns the patterns into regular expressions over the codes of words, and runs them fast.

A pattern is tried only where a word stands that it can open with, and only in runs of words that hold more
than “the”, “of” and numbers; the order of the patterns decides between those that match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from core.extract.timex_patterns import LIGHT, PATTERNS, SHORTHANDS
from core.extract.timex_words import DIGITS, OTHER, PUNCTUATION, class_codes, vocabulary
from core.model import Token

_PIECE = re.compile(r"\[(?P<set>[A-Z ]+)\]|(?P<open>\((?:\?<?[=!])?)|(?P<slot>[a-z]\w*)=|(?P<name>[A-Z]+)|(?P<rest>\S)")
_SPECIAL = {"PUNCT": PUNCTUATION, "OTHER": OTHER}
_HYPHENS = re.compile("[-‐‑]")
_RUN = re.compile(f"[^{OTHER}{PUNCTUATION}]+")


def _codes(name: str) -> str:
    return _SPECIAL.get(name) or class_codes(name)


def compiled(pattern: str, number: int) -> str:
    """The regular expression over codes that `pattern` stands for; slots get the pattern's number as a suffix."""
    out: list[str] = []
    slot = ""
    for m in _PIECE.finditer(pattern):
        if m["slot"]:
            slot = f"?P<{m['slot']}_{number}>"
            continue
        if m["set"]:
            out.append(f"[{''.join(map(_codes, m['set'].split()))}]")
        elif m["open"]:
            out.append(f"({slot or '?:'}" if m["open"] == "(" else m["open"])
        elif m["name"]:
            name = m["name"]
            body = compiled(SHORTHANDS[name], number) if name in SHORTHANDS else f"[{_codes(name)}]"
            out.append(f"({slot}{body})" if slot else body)
        else:
            out.append(m["rest"])
        slot = ""
    return "".join(out)


class _Openers:
    """Reads which codes a pattern can open with, by descent through its groups and alternatives."""

    def __init__(self, pattern: str) -> None:
        self.pieces = [m for m in _PIECE.finditer(pattern) if not m["slot"]]
        self.at = 0

    def read(self) -> tuple[set[str], bool]:
        """The opening codes up to the end of the group, and whether the group can be empty."""
        codes: set[str] = set()
        empty, open_ = False, True
        while self.at < len(self.pieces):
            piece = self.pieces[self.at]
            self.at += 1
            if piece["rest"] == ")":
                break
            if piece["rest"] == "|":
                empty, open_ = empty or open_, True
                continue
            found, optional = self.item(piece)
            if self.at < len(self.pieces) and self.pieces[self.at]["rest"] in {"?", "*"}:
                self.at += 1
                optional = True
            codes |= found if open_ else set()
            open_ = open_ and optional
        return codes, empty or open_

    def item(self, piece: re.Match[str]) -> tuple[set[str], bool]:
        """The opening codes of one class, shorthand or group; look-around opens nothing."""
        if piece["open"]:
            found, optional = self.read()
            return (found, optional) if piece["open"] == "(" else (set(), True)
        if piece["name"] in SHORTHANDS:
            return _Openers(SHORTHANDS[piece["name"]]).read()
        return (set(_codes(piece["name"])), False) if piece["name"] else (set(), True)


@cache
def _openers() -> tuple[frozenset[str], ...]:
    """For each pattern, the codes that it can open with."""
    return tuple(frozenset(_Openers(pattern).read()[0]) for _, _, pattern in PATTERNS)


@cache
def _heavy() -> re.Pattern[str]:
    """The codes of words with a class beyond `LIGHT`."""
    return re.compile(f"[{''.join(code for names, code in vocabulary().codes.items() if not names <= LIGHT)}]")


@cache
def _telling() -> frozenset[str]:
    """The words without which no expression is: the last of every phrase with a class beyond `LIGHT`."""
    rows = [(first, row) for first, group in vocabulary().phrases.items() for row in group]
    return frozenset(rest[-1] if rest else first for first, (rest, _, values, _) in rows if not values.keys() <= LIGHT)


def may_hold_dates(tokens: Sequence[Token]) -> bool:
    """Whether a sentence has a figure or a word of time, so that it is worth reading."""
    telling = _telling()
    for token in tokens:
        word = token.lower
        if word in telling or word[0] in DIGITS:
            return True
        if not word.isalpha() and any(part in telling or part[:1] in DIGITS for part in _HYPHENS.split(word)):
            return True
    return False


@cache
def _grammar(numbers: tuple[int, ...]) -> re.Pattern[str]:
    """The patterns of these numbers as one expression: group `pN` is the N-th pattern, `slot_N` one of its slots."""
    return re.compile("|".join(f"(?P<p{i}>{compiled(PATTERNS[i][2], i)})" for i in numbers))


@cache
def _opening_with(code: str) -> re.Pattern[str] | None:
    numbers = tuple(i for i, codes in enumerate(_openers()) if code in codes)
    return _grammar(numbers) if numbers else None


@cache
def slots_of(number: int) -> tuple[tuple[str, str], ...]:
    """The slots of a pattern, as (slot, group)."""
    groups = re.compile(compiled(PATTERNS[number][2], number)).groupindex
    return tuple((group.partition("_")[0], group) for group in groups)


def matches(codes: str) -> Iterator[tuple[int, re.Match[str]]]:
    """The matches in the codes of one sentence, ordered and disjoint, each with its pattern's number."""
    for run in _RUN.finditer(codes):
        if not _heavy().search(codes, run.start(), run.end()):
            continue
        at, end = run.span()
        while at < end:
            grammar = _opening_with(codes[at])
            m = grammar.match(codes, at) if grammar else None
            if m:
                yield int(str(m.lastgroup)[1:]), m
            at = m.end() if m else at + 1
