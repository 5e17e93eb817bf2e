"""Reads how many: numbers in figures and words, ranges, bounds, and words that give no number.

“At least 60” is low 60 and no high; “up to 60” no low and high 60; “about 60” is 60 and marked approximate;
“dozens” has neither bound, only its kind (what codebooks make of it stands in `core.resolve.crosswalk`).
“More than 60” has low 60: see `core/lexicon/quantities.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.lexicon.harm import Phrase, quantities
from core.model import Span, Token

_FIGURES = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_DECIMAL = re.compile(r"\d{1,3}\.\d+")
_JOINS = frozenset("- – — to or".split())


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in one sentence: the indices of its first and last token, its bounds, and its kind if vague."""

    first: int
    last: int
    low: int | None
    high: int | None
    approximate: bool = False
    vague: str = ""

    def span(self, tokens: Sequence[Token]) -> Span:
        """The code points that the quantity's words cover."""
        return Span(tokens[self.first].start, tokens[self.last].end)


def read_number(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """The number that begins at token `i` and the index after it: “60,000”, “twenty-five”, “two hundred and six”."""
    lexicon = quantities()
    token = tokens[i]
    if token.text[0].isdigit():
        if _DECIMAL.fullmatch(token.text) and i + 1 < len(tokens) and tokens[i + 1].lower in lexicon.multipliers:
            return round(float(token.text) * lexicon.multipliers[tokens[i + 1].lower]), i + 2
        if not _FIGURES.fullmatch(token.text):
            return None
        if _measures(tokens, i):
            return None
        value, after = int(token.text.replace(",", "")), i + 1
    else:
        small = _small(token.lower)
        if small is None:
            if token.lower in ("a", "an") and i + 1 < len(tokens) and tokens[i + 1].lower in lexicon.multipliers:
                small = 1
            else:
                return None
        value, after = small, i + 1
    return _scaled(tokens, value, after)


def _measures(tokens: Sequence[Token], i: int) -> bool:
    """Whether a hyphen ties the figure to a word (“12-year-old”, “7-story”)."""
    if i + 2 >= len(tokens) or tokens[i + 1].text != "-" or tokens[i + 1].start != tokens[i].end:
        return False
    return tokens[i + 2].start == tokens[i + 1].end and tokens[i + 2].text[0].isalpha()


def _small(word: str) -> int | None:
    """A number below a hundred in one token: “seven”, “twenty-five”."""
    numbers = quantities().numbers
    if word in numbers:
        return numbers[word]
    tens, hyphen, units = word.partition("-")
    if hyphen and tens in numbers and units in numbers and numbers[tens] >= 20 and numbers[units] < 10:
        return numbers[tens] + numbers[units]
    return None


def _scaled(tokens: Sequence[Token], value: int, after: int) -> tuple[int, int]:
    """Adds what multiplies (“hundred”, “dozen”) and what is added (“two hundred and six”)."""
    lexicon = quantities()
    total = 0
    while after < len(tokens):
        low = tokens[after].lower
        if low in lexicon.multipliers:
            value *= lexicon.multipliers[low]
            after += 1
            continue
        joined = low == "and" and value >= 100 and value % 100 == 0
        position = after + joined
        more = _small(tokens[position].lower) if position < len(tokens) else None
        if more is None or value % 10 or not more or value < 20 or (value < 100 and more >= 10):
            break
        total, value, after = total + value, more, position + 1
    return total + value, after


def _match(tokens: Sequence[Token], i: int, table: dict[str, tuple[Phrase, ...]]) -> Phrase | None:
    if i >= len(tokens):
        return None
    for phrase in table.get(tokens[i].lower, ()):
        if len(phrase.words) == 1 or all(
            i + k < len(tokens) and tokens[i + k].lower == word for k, word in enumerate(phrase.words)
        ):
            return phrase
    return None


def find_quantities(tokens: Sequence[Token]) -> tuple[Quantity, ...]:
    """The quantities among `tokens`, ordered and disjoint. Years, dates and measures are left to the caller."""
    found: list[Quantity] = []
    starts = quantities().starts
    i = 0
    while i < len(tokens):
        low = tokens[i].lower
        begins = low in starts or low[0].isdigit() or ("-" in low and low.partition("-")[0] in starts)
        quantity = _quantity(tokens, i) if begins else None
        if quantity is None:
            i += 1
            continue
        found.append(quantity)
        i = quantity.last + 1
    return tuple(found)


def _quantity(tokens: Sequence[Token], i: int) -> Quantity | None:
    lexicon = quantities()
    if tokens[i].lower == "between":
        return _between(tokens, i)
    roles: set[str] = set()
    at = i
    while (phrase := _match(tokens, at, lexicon.before)) is not None and read_number(tokens, at) is None:
        roles.add(phrase.role)
        at += len(phrase.words)
    number = read_number(tokens, at) if at < len(tokens) else None
    if number is not None:
        return _bounded(tokens, i, number, roles)
    alone = _match(tokens, at, lexicon.alone) or _match(tokens, i, lexicon.alone)
    if alone is None:
        return None
    start = at if _match(tokens, at, lexicon.alone) is not None else i
    first = i if start != i else start
    return Quantity(first, start + len(alone.words) - 1, alone.number, alone.number, vague=alone.kind)


def _between(tokens: Sequence[Token], i: int) -> Quantity | None:
    low = read_number(tokens, i + 1) if i + 1 < len(tokens) else None
    if low is None or low[1] + 1 >= len(tokens) or tokens[low[1]].lower != "and":
        return None
    high = read_number(tokens, low[1] + 1)
    if high is None or high[0] < low[0]:
        return None
    return Quantity(i, high[1] - 1, low[0], high[0])


def _adds(tokens: Sequence[Token], after: int) -> bool:
    """Whether the word after a number only adds it to others (“three more people”, “five further deaths”)."""
    following = tokens[after + 1].lower if after + 1 < len(tokens) else ""
    return (
        bool(following)
        and tokens[after].lower in ("more", "further", "additional")
        and following[0].isalpha()
        and following not in ("than", "and")
    )


def _bounded(tokens: Sequence[Token], first: int, number: tuple[int, int], roles: set[str]) -> Quantity:
    low: int | None
    high: int | None
    value, after = number
    low, high = value, value
    if after + 1 < len(tokens) and tokens[after].lower in _JOINS:
        upper = read_number(tokens, after + 1)
        if upper is not None and upper[0] > value:
            high, after = upper
    trailing = _match(tokens, after, quantities().after)
    if trailing is not None:
        roles.add(trailing.role)
        after += len(trailing.words)
    elif after < len(tokens) and tokens[after].lower == "+":
        roles.add("low")
        after += 1
    elif _adds(tokens, after):
        after += 1
    if "low" in roles:
        high = None if low == high else high
    elif "high" in roles:
        low = None
    return Quantity(first, after - 1, low, high, approximate="approximate" in roles)
