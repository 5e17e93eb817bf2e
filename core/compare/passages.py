"""Every sentence of a set of articles, ready to be compared: its words, its place, and the story it is part of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from core.compare.articles import stories
from core.compare.background import Background, Rarity
from core.compare.repeats import near_copies, surplus
from core.compare.words import Words, document_words
from core.model import Document, Kind


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of the article at `article` in the corpus; `number` counts through all passages."""

    number: int
    article: int
    sentence: int
    words: Words


class Corpus:
    """The loaded documents as passages, with the stories that their articles form."""

    def __init__(self, documents: Sequence[Document], background: Background | None = None) -> None:
        """Reads the words of `documents`; promo lines are no passages. `background` is the shipped one by default."""
        self.documents = tuple(documents)
        self.words = tuple(document_words(doc) for doc in documents)
        self.rarity = Rarity(({t for w in words for t in w.terms} for words in self.words), background)
        self.passages: list[Passage] = []
        self.at: dict[tuple[int, int], int] = {}
        for a, doc in enumerate(documents):
            for sentence in doc.sentences:
                if sentence.kind is not Kind.PROMO:
                    self.at[a, sentence.index] = len(self.passages)
                    self.passages.append(Passage(len(self.passages), a, sentence.index, self.words[a][sentence.index]))

    @cached_property
    def copies(self) -> dict[int, int]:
        """For each article that is nearly a copy of an earlier one, the first of those."""
        return near_copies(self.words)

    @cached_property
    def repeats(self) -> dict[int, int]:
        """For each article that is one near-copy too many, the first article that it repeats."""
        return surplus(self.copies)

    @cached_property
    def stories(self) -> tuple[tuple[int, ...], ...]:
        """Groups of articles (indices) that tell of the same happening, without the `repeats`."""
        kept = [a for a in range(len(self.documents)) if a not in self.repeats]
        published = [self.documents[a].article.published for a in kept]
        found = stories([self.words[a] for a in kept], self.rarity, published)
        return tuple(tuple(kept[k] for k in story) for story in found)

    @cached_property
    def whole_stories(self) -> tuple[tuple[int, ...], ...]:
        """The stories with the articles that only repeat one of theirs."""
        repeated: dict[int, list[int]] = defaultdict(list)
        for copy, first in self.repeats.items():
            repeated[first].append(copy)
        return tuple((*story, *(copy for a in story for copy in repeated[a])) for story in self.stories)

    def of_articles(self, articles: Sequence[int]) -> list[Passage]:
        """The passages of `articles`, in order."""
        wanted = set(articles)
        return [
            self.passages[self.at[a, s.index]]
            for a in sorted(wanted)
            for s in self.documents[a].sentences
            if (a, s.index) in self.at
        ]
