"""Tokens: words, numbers, handles, links and marks, each with its place in the article's text."""

from __future__ import annotations

import re
from functools import partial

from core.model import Span, Token

LINK = r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)[^\s<>\"“”]+"
_TOKEN = re.compile(
    rf"""{LINK}
    | (?:[^\W\d_]\.){{2,}}                                   # U.S., a.m.
    | [@\#]\w+                                              # handles and hashtags
    | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![^\W\d_])       # 60,000  3.5  15th  1990s
    | ['’]s\b                                               # the possessive
    | \w+(?:[-‐‑'’](?!s\b)\w+)*                              # Pol-e-Hesar, doesn’t
    | [^\w\s]
    """,
    re.VERBOSE,
)
_token = partial(tuple.__new__, Token)  # as Token(…), without a look at each argument's name


def tokenize(text: str, span: Span) -> tuple[Token, ...]:
    """The tokens of `text` inside `span`, ordered and disjoint; everything between them is white space."""
    found = _TOKEN.finditer(text, span.start, span.end)
    return tuple([_token((m.start(), m.end(), surface := m.group(), surface.lower())) for m in found])
