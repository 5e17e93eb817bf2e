"""Content words: what a sentence is compared by, once letters, endings and little words are out of the way.

A term is a word folded to ASCII and stripped of its inflection (“districts” and “district”, “captured” and
“capture” are one), a number in digits (“five” is 5), or a name's part. A term keeps no trace of the
sentence that it stands in, so that two reports in different words of the same stem meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from anyascii import anyascii

from core.compare.stems import stem
from core.model import Document, Kind, Sentence

_WORDY = re.compile(r"[#@]?\w")
_LETTERS = re.compile(r"[^a-z0-9]+")
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER_WORDS = {word: str(i) for i, word in enumerate(_UNITS)} | {w: str(20 + 10 * i) for i, w in enumerate(_TENS)}


@cache
def stop_words() -> frozenset[str]:
    """The little words that carry no content (core/lexicon/stopwords.txt), folded."""
    lines = files("core.lexicon").joinpath("stopwords.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """`word` in lower-case ASCII letters and digits, transliterated where its script is another."""
    ascii_word = word if word.isascii() else anyascii(word)
    return _LETTERS.sub("", ascii_word.lower())


@lru_cache(maxsize=200_000)
def term_of(word: str) -> str:
    """The term of one token's text, or "" where it is a mark, a link or a little word."""
    if not _WORDY.match(word) or "/" in word:
        return ""
    folded = fold(word)
    if folded in stop_words() or (len(folded) < 2 and not folded.isdigit()):
        return ""
    if folded in NUMBER_WORDS:
        return NUMBER_WORDS[folded]
    if folded[0].isdigit():
        return _LETTERS.sub("", word.lower()) if _NUMBER.fullmatch(word) else folded
    return stem(folded)


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence's terms.

    Args:
        terms: Every content term, in order, repeats kept.
        names: The terms of words written with a capital where a sentence does not demand one.
        numbers: The terms that are numbers.
        counts: The numbers, each with the next term, which mostly says what is counted (“3 cabl”, “36 year”).
        spoken: Every word in lower case, in order: what a phrase is looked for in.
    """

    terms: tuple[str, ...]
    names: frozenset[str]
    numbers: frozenset[str]
    counts: frozenset[str]
    spoken: tuple[str, ...]


def words_of(sentence: Sentence, known_names: frozenset[str] = frozenset()) -> Words:
    """The terms of `sentence`; `known_names` are terms that are names elsewhere in its article."""
    terms: list[str] = []
    names: set[str] = set()
    for i, token in enumerate(sentence.tokens):
        if term := term_of(token.text):
            terms.append(term)
            if token.text.lstrip("#@")[:1].isupper() and (term in known_names or (i > 0 and not known_names)):
                names.add(term)
    numbers = frozenset(t for t in terms if t[0].isdigit())
    counts = frozenset(f"{n} {what}" for n, what in pairwise(terms) if n in numbers and what not in numbers)
    return Words(tuple(terms), frozenset(names), numbers, counts, tuple(t.lower for t in sentence.tokens))


def _capitals(sentences: Iterable[Sentence]) -> frozenset[str]:
    """The terms written with a capital inside some sentence and never in lower case."""
    inside: set[str] = set()
    lower: set[str] = set()
    for sentence in sentences:
        for i, token in enumerate(sentence.tokens):
            if token.text[0].islower():
                lower.add(term_of(token.text))
            elif i and sentence.kind is not Kind.HEADING and token.text[0].isupper():
                inside.add(term_of(token.text))
    return frozenset(inside - lower - {""})


def document_words(doc: Document) -> tuple[Words, ...]:
    """The terms of each sentence of `doc`, in order; a capital counts as a name's where the word is never lower."""
    names = _capitals(doc.sentences)
    return tuple(words_of(sentence, names) for sentence in doc.sentences)
