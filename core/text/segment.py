"""Cuts an article into paragraphs and sentences, and says what each is made of.

Rules only, so that every boundary can be explained: a paragraph ends at a line break that is not a
wrapped line's, a sentence at a full stop that is no abbreviation's, a publisher's own line (“Also Read - …”)
at its opening words even where no space stands before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from statistics import median

from core.model import Article, Document, Kind, Post, Sentence, Span
from core.text.scripts import language_of, script_of
from core.text.tokens import LINK, tokenize

_LINE = re.compile(r"[^\n\u2028\u2029]+")
_BREAK = re.compile(r"[\n\u2028\u2029]")
_END = re.compile(r"(?<![.!?…。؟۔])[.!?…。؟۔]++[\"”’»)\]']*+(?=\s|$)|(?<=[a-z])[.!?](?=[A-Z][a-z])")
_STARTS_LOWER = re.compile(r"[\"“‘'(\[]*[a-z]")
_STARTS_NEW = re.compile(r"[\"“‘'(\[«—–-]*\s*[^\Wa-z_]|[\"“‘«(\[@#•–—-]")
_TERMINAL = re.compile(r"[.!?…。؟۔:;,][\"”’»)\]']*$")
_LAST_WORD = re.compile(r"(?:^|[\s(“\"‘—–-])((?:[^\W\d_]\.)*[^\W\d_]+)$")
_MARKS = re.compile(r"(?:\s|" + LINK + r")++$")
_BYLINE = re.compile(
    r"(?:^|(?<=\s))[—–]\s{0,4}(?P<author>[^\n(@]{1,80}?)\s{0,4}\((?P<handle>@\w{1,30})\)\s*"
    r"(?P<posted>(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}))?"
)
_HASHTAG = re.compile(r"(?<!\w)#\w+")
_QUOTED = re.compile(r"^[“\"«][^“”\"«»]*[”\"»][.,]?$")
_HEADING_WORDS = 20
_HEADING_LENGTH = 400  # characters
_LONGEST = 2_000  # characters; what runs on for longer (a table, a list, no full stops) is read in pieces
_PAUSES = (";", ",", " ")  # where a piece may end, the best first
_POST_LENGTH = 280  # a post's longest text, links counted at 23 (the service's own rule)
_LINK_LENGTH = 23


def _lexicon_lines(name: str) -> tuple[str, ...]:
    lines = files("core.lexicon").joinpath(name).read_text("utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(_lexicon_lines("abbreviations.txt"))


@cache
def _promo() -> re.Pattern[str]:
    openings = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in _lexicon_lines("promo.txt"))
    return re.compile(rf"(?:^|(?<=[.!?”\"’)\]]))\s*(?P<promo>(?i:{openings})\s*(?:[-–—:|]|$))")


def _wrapped(text: str) -> bool:
    """Whether the lines look wrapped at a fixed width, so that most line breaks are not paragraph breaks."""
    lengths = [len(m.group().rstrip()) for m in _LINE.finditer(text) if m.group().strip()]
    if len(lengths) < 4:
        return False
    width = max(lengths)
    return width <= 100 and median(lengths) >= 0.75 * width and median(lengths) >= 45


def paragraphs(text: str, start: int = 0) -> Iterator[Span]:
    """The paragraphs of `text` from `start` on, trimmed, in order: lines, joined where a line was only wrapped."""
    wrapped = _wrapped(text[start:])
    current: Span | None = None
    for m in _LINE.finditer(text, start):
        line = m.group()
        if not line.strip():
            continue
        span = Span(m.start() + len(line) - len(line.lstrip()), m.start() + len(line.rstrip()))
        soft = current is not None and len(_BREAK.findall(text, current.end, span.start)) == 1
        if current is not None and soft and (wrapped or _continues(text, current, span)):
            current = Span(current.start, span.end)
            continue
        if current is not None:
            yield current
        current = span
    if current is not None:
        yield current


def _continues(text: str, before: Span, after: Span) -> bool:
    end = text[max(before.start, before.end - 40) : before.end]
    return len(end) == 40 and not _TERMINAL.search(end) and _STARTS_LOWER.match(text, *after) is not None


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    """Whether the full stop at `stop` belongs to the word before it: a known abbreviation, or an initial."""
    m = _LAST_WORD.search(text, max(start, stop - 24), stop)
    if not m:
        return False
    word = m.group(1)
    return word in _abbreviations() or (len(word) == 1 and word.isupper()) or "." in word


def sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of one paragraph, trimmed, ordered and disjoint."""
    start = span.start
    for m in _END.finditer(text, span.start, span.end):
        if m.end() < span.end:
            following = text[m.end() : m.end() + 12].lstrip()
            if following and not _STARTS_NEW.match(following):
                continue
            if m.group()[0] == "." and m.group() == "." and _is_abbreviation(text, start, m.start()):
                continue
        yield from _cut(text, Span(start, m.end()))
        start = m.end()
    yield from _cut(text, Span(start, span.end))


def _cut(text: str, span: Span) -> Iterator[Span]:
    """`span` trimmed, in pieces of at most `_LONGEST` characters; nothing where it holds only white space."""
    span = _trim(text, span)
    while span.end - span.start > _LONGEST:
        middle, limit = span.start + _LONGEST // 2, span.start + _LONGEST
        pauses = (text.rfind(mark, middle, limit) + 1 for mark in _PAUSES)
        end = next((p for p in pauses if p > 0), limit)
        yield _trim(text, Span(span.start, end))
        span = _trim(text, Span(end, span.end))
    if span.start < span.end:
        yield span


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _length_as_post(text: str) -> int:
    return len(re.sub(LINK, "x" * _LINK_LENGTH, text))


def find_posts(text: str, blocks: list[Span]) -> list[Post]:
    """The social media posts that stand in the text with a byline (“— Name (@handle) August 20, 2021”).

    The body reaches back over as many whole paragraphs as a post's length allows, but not into another post.
    """
    posts: list[Post] = []
    for i, block in enumerate(blocks if "(@" in text else ()):
        for m in _BYLINE.finditer(text, block.start, block.end):
            floor = posts[-1].byline.end if posts else 0
            start = max(block.start, floor)
            for earlier in (blocks[k] for k in range(i - 1, -1, -1)):
                if earlier.start < floor or _length_as_post(text[earlier.start : m.start()].strip()) > _POST_LENGTH:
                    break
                start = earlier.start
            body = _trim(text, Span(start, m.start()))
            if body.end <= body.start:
                continue
            byline = _trim(text, Span(m.start(), m.end()))
            posted = Span(*m.span("posted")) if m.group("posted") else None
            posts.append(Post(body, byline, Span(*m.span("author")), Span(*m.span("handle")), posted))
    return posts


def _title_case(surface: str) -> bool:
    words = [w for w in re.findall(r"[^\W\d_][\w'’-]*", surface) if len(w) > 3 or w[0].isupper()]
    return bool(words) and sum(w[0].isupper() for w in words) >= 0.7 * len(words)


def _is_heading(surface: str, position: int, last: int) -> bool:
    if position == last or len(surface) > _HEADING_LENGTH:
        return False
    if _TERMINAL.search(_MARKS.sub("", surface)) or _HASHTAG.search(surface):
        return False
    words = surface.split()
    if len(words) > _HEADING_WORDS or script_of(surface) != "latin":
        return False
    return position == 0 or _title_case(surface)


def _kind(text: str, span: Span, posts: list[Post]) -> Kind:
    following = bisect_right(posts, span.start, key=lambda p: p.byline.end)
    if following < len(posts) and posts[following].body.start < span.end:
        return Kind.POST
    surface = span.of(text)
    if _QUOTED.match(surface):
        return Kind.QUOTATION
    return Kind.PROSE


def _pieces(text: str, block: Span) -> Iterator[tuple[Span, bool]]:
    """The block's text and, where a publisher's own line is glued to it, that line; True marks the latter."""
    m = _promo().search(block.of(text))
    if not m:
        yield block, False
        return
    cut = block.start + m.start("promo")
    if text[block.start : cut].strip():
        yield _trim(text, Span(block.start, cut)), False
    yield _trim(text, Span(cut, block.end)), True


def segment(article: Article) -> Document:
    """Cuts `article` into sentences, leaving out its header.

    Returns:
        A Document whose sentences are ordered and disjoint, and between which only white space stands.
    """
    text = article.text
    blocks = list(paragraphs(text, article.header.end))
    posts = find_posts(text, blocks)
    found: list[Sentence] = []
    for number, block in enumerate(blocks):
        for piece, promo in _pieces(text, block):
            heading = not promo and _is_heading(piece.of(text), number, len(blocks) - 1)
            for span in [piece] if promo or heading else sentences(text, piece):
                kind = Kind.PROMO if promo else _kind(text, span, posts)
                if heading and kind is Kind.PROSE:
                    kind = Kind.HEADING
                surface = span.of(text)
                script = script_of(surface)
                tokens = tokenize(text, span)
                found.append(Sentence(len(found), span, number, kind, script, language_of(surface, script), tokens))
    return Document(article, tuple(found), tuple(posts))
