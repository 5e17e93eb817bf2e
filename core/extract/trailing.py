"""Finds the clause that hands a sentence to its speaker: “…, a witness and two residents said on Monday”.

Those who speak are in no list of those harmed, whatever comma or “and” stands before them.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.sources import subject_before
from core.lexicon.grammar import words
from core.lexicon.reporting import reporting
from core.model import Mention, Span, Token

_FOLLOWS = (
    words("attribution", "adjunct") | words("attribution", "addressees") | {"", ".", ",", "!", "?", ";", "—", "–"}
)
_SAID_FIRST = 3  # words at least that come before a trailing speaker


def trailing_speakers(text: str, tokens: Sequence[Token], mentions: Sequence[Mention]) -> frozenset[int]:
    """The indices of tokens that name the speaker in a clause at the sentence's end, after a comma or a dash."""
    verbs = reporting().verbs
    found: set[int] = set()
    for i, token in enumerate(tokens):
        if token.lower not in verbs or i < _SAID_FIRST:
            continue
        after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        if after not in _FOLLOWS and verbs[token.lower] != "tell":
            continue
        subject = subject_before(text, tokens, i, Span(token.start, token.end), mentions)
        if subject is not None and subject[1] >= _SAID_FIRST and tokens[subject[1] - 1].lower in (",", "—", "–"):
            found.update(range(subject[1], i))
    return frozenset(found)
