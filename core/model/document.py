"""An article, its sentences and its embedded posts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from core.model.spans import Span, Token


class Kind(StrEnum):
    """What a sentence is made of (design.md §2)."""

    PROSE = "prose"
    HEADING = "heading"
    POST = "post"
    QUOTATION = "quotation"
    PROMO = "promo"


@dataclass(frozen=True, slots=True)
class Article:
    """One report as it was read.

    `text` is the decoded input exactly (newlines normalised), the seed form's `date …` line and any
    front matter included; `header` covers those, and no sentence, mention or event lies in it.
    """

    id: str
    text: str
    published: date | None = None
    source: str | None = None
    title: str | None = None
    url: str | None = None
    name: str = ""
    header: Span = Span(0, 0)
    dateline: Span | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `index` counts from 0 through the article, `paragraph` likewise.

    `script` is a Unicode script name in lower case (latin, arabic, cyrillic, …), `language` an ISO 639-1
    code or "" where the script and its letters do not tell.
    """

    index: int
    span: Span
    paragraph: int
    kind: Kind
    script: str
    language: str
    tokens: tuple[Token, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Post:
    """A social media post embedded in the article: its body, its byline, and the parts of the byline."""

    body: Span
    byline: Span
    author: Span
    handle: Span | None
    posted: Span | None


class Document:
    """An article with its sentences, tokens and embedded posts: what the finders work on. Treat as immutable."""

    def __init__(self, article: Article, sentences: tuple[Sentence, ...], posts: tuple[Post, ...] = ()) -> None:
        self.article = article
        self.sentences = sentences
        self.posts = posts

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def _starts(self) -> list[int]:
        return [s.span.start for s in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the code point at `offset`, if any."""
        i = bisect_right(self._starts, offset) - 1
        if i < 0 or offset >= self.sentences[i].span.end:
            return None
        return self.sentences[i]

    def post_at(self, span: Span) -> Post | None:
        """The embedded post whose body or byline holds `span`, if any."""
        i = bisect_left(self.posts, span.end, key=lambda p: p.byline.end)
        post = self.posts[i] if i < len(self.posts) else None
        return post if post and (post.body.covers(span) or post.byline.covers(span)) else None
