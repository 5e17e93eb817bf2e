"""Leaves out what only stands beside a name: “Maria Lopez, 24, …”, “the World Health Organization (WHO) …”.

Who reads subject, verb and list in a sentence reads over such words; no count and no verb's subject is in them.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.lexicon.grammar import words
from core.lexicon.harm import harm, quantities
from core.model import Sentence, Token

_OLDEST = 115  # years; a greater figure between commas is no age
_ASIDE = 10  # words of an aside at most
_SHORTEST = 2  # letters of an acronym
_MARKS = frozenset(("(", ",", "aged", "ages"))
_ENDS = frozenset((",", ".", ";", ":", ")", "—", "–", "", "”", '"', "and"))
_DAYS = words("common", "weekdays") | {m.lower() for m in calendar.month_name[1:]}
_BETWEEN = frozenset(("between", "and", "to", "-", "–", "or", "under", "over", ",", "about", "around"))
_FAMILY = words("people", "determiners") - {"the", "a", "an"}


def without_asides(sentence: Sentence) -> Sentence:
    """The sentence without ages and bracketed acronyms among its tokens; all other tokens keep their offsets."""
    tokens = sentence.tokens
    if not any(t.lower in _MARKS for t in tokens):
        return sentence
    dropped = frozenset(_asides(tokens))
    if not dropped:
        return sentence
    return replace(sentence, tokens=tuple(t for i, t in enumerate(tokens) if i not in dropped))


def _asides(tokens: Sequence[Token]) -> Iterator[int]:
    for i in range(1, len(tokens) - 1):
        if tokens[i].lower in ("aged", "ages"):
            yield from _aged(tokens, i)
        elif tokens[i].lower == "(" and (_is_acronym(tokens, i) or _is_bracketed_age(tokens, i)):
            yield from (i, i + 1, i + 2)
        elif tokens[i].lower == "," and (last := _most_of_them(tokens, i)):
            yield from range(i, last + 1)
        elif tokens[i].lower == "," and is_age(tokens, i + 1):
            yield from (i, i + 1)
            if _goes_on(tokens, i + 2):
                yield i + 2


def _most_of_them(tokens: Sequence[Token], i: int) -> int:
    """The comma that closes “, most of them women and children,” opened by the one at `i`; 0 where none does."""
    words = [t.lower for t in tokens[i + 1 : i + _ASIDE]]
    many = words[:1] and words[0] in ("most", "many", "mostly", "mainly", "largely")
    if not many or (words[0] in ("most", "many") and words[1:3] not in (["of", "them"], ["of", "whom"])):
        return 0
    return i + 1 + words.index(",") if "," in words else 0


def _aged(tokens: Sequence[Token], i: int) -> Iterator[int]:
    """“, aged 12 and 14,”, “aged between 5 and 12”: the words from token `i` on, and the commas around them."""
    last = i
    while last + 1 < len(tokens) and (_is_number(tokens[last + 1]) or tokens[last + 1].lower in _BETWEEN):
        last += 1
    while last > i and not _is_number(tokens[last]):
        last -= 1
    if last > i:
        apart = tokens[i - 1].lower == ","
        yield from range(i - apart, last + 1)
        if apart and _goes_on(tokens, last + 1):
            yield last + 1


def _is_number(token: Token) -> bool:
    return token.text.isdigit() or token.lower in quantities().numbers


def _is_acronym(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` opens a bracket with nothing in it but an acronym (“(WHO)”, “(FARC-EP)”)."""
    if i + 2 >= len(tokens) or tokens[i + 2].lower != ")":
        return False
    text = tokens[i + 1].text
    return sum(c.isupper() for c in text) >= max(_SHORTEST, len(text) // 2) and not tokens[i - 1].text[-1].isdigit()


def _is_bracketed_age(tokens: Sequence[Token], i: int) -> bool:
    """Whether the bracket that token `i` opens holds somebody's age and no more (“Dragan Petrov (54)”)."""
    return i + 2 < len(tokens) and tokens[i + 2].lower == ")" and is_age(tokens, i + 1)


def is_age(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` is somebody's age: a bare figure after a person, between commas or in brackets."""
    text = tokens[i].text
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(_OLDEST)) and 0 < int(text) <= _OLDEST):
        return False
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return after in _ENDS and _is_one_person(tokens, i - 2)


def _is_one_person(tokens: Sequence[Token], i: int) -> bool:
    """Whether a name, or a noun for one person, ends at token `i`."""
    if tokens[i].lower in _DAYS:
        return False
    named = tokens[i].text[0].isupper() and tokens[i].text.replace("-", "").replace("’", "").isalpha()
    return named or tokens[i].lower in harm().singular


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether the comma at `i` only closes the age: what follows is no further name of a list."""
    if tokens[i].lower != "," or i + 1 >= len(tokens):
        return False
    return tokens[i + 1].text[0].islower() and tokens[i + 1].lower not in _FAMILY | {"a", "an", "the"}
