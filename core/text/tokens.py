"""Tokens: words, numbers, handles, links and marks, each with its place in the article's text."""

from __future__ import annotations

import re

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


def tokenize(text: str, span: Span) -> tuple[Token, ...]:
    """The tokens of `text` inside `span`, ordered and disjoint; everything between them is white space."""
    found = _TOKEN.finditer(text, span.start, span.end)
    return tuple([Token(*m.span(), surface := m.group(), surface.lower()) for m in found])
