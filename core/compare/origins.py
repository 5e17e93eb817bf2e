"""Which reports only repeat others: near-copies of one passage, and one source behind several tellings.

A cluster's number of origins counts who is behind its reports, not how many reports there are. A report's own
voice is no origin of its own where the same article credits somebody for the same happening.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from core.compare.facts import Facts
from core.compare.linkage import components
from core.compare.passages import Corpus
from core.compare.words import fold
from core.model import stable_id

_SHINGLE = 4  # words
_LEAST_WORDS = 6  # shorter sentences are alike by chance
_COPY = 88.0  # ratio of the letters from which a passage is a copy
_COMMON = 200
UNNAMED = "unnamed reports"


def near_copies(corpus: Corpus) -> list[tuple[int, int]]:
    """The pairs of passages of different articles that copy one text, letter for letter or nearly so."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    text: dict[int, str] = {}
    for p in corpus.passages:
        terms = p.words.terms
        if len(terms) >= _LEAST_WORDS:
            text[p.number] = " ".join(terms)
            for k in range(len(terms) - _SHINGLE + 1):
                holders[terms[k : k + _SHINGLE]].append(p.number)
    found: set[tuple[int, int]] = set()
    seen: set[tuple[int, int]] = set()
    for numbers in holders.values():
        ordered = sorted(set(numbers))
        for n, a in enumerate(ordered[:_COMMON]):
            for b in ordered[n + 1 : _COMMON]:
                if (a, b) not in seen and corpus.passages[a].article != corpus.passages[b].article:
                    seen.add((a, b))
                    if fuzz.ratio(text[a], text[b]) >= _COPY:
                        found.add((a, b))
    return sorted(found)


def copied_passages(corpus: Corpus) -> list[list[int]]:
    """Groups of passages that copy one text, each in order of publication."""
    return [g for g in components(range(len(corpus.passages)), near_copies(corpus)) if len(g) > 1]


def _source(f: Facts) -> str:
    """The furthest named source of an event (“former officials” behind a correspondent), folded; "" for none."""
    named = [name for name in f.event.attributed_to if name and name != UNNAMED]
    return fold(named[-1]) if named else ""


def origin_ids(corpus: Corpus, facts: Sequence[Facts], clusters: Sequence[Sequence[int]]) -> list[str]:
    """For each event, an id of the original that it rests on: one id for all copies and all tellings of one source."""
    anchor = {number: group[0] for group in copied_passages(corpus) for number in group}
    found = [""] * len(facts)
    for members in clusters:
        keys = _keys(corpus, facts, members, anchor)
        for k in members:
            found[k] = stable_id("origin", *keys[k])
    return found


def _keys(
    corpus: Corpus, facts: Sequence[Facts], members: Sequence[int], anchor: Mapping[int, int]
) -> dict[int, tuple[str, ...]]:
    keys: dict[int, tuple[str, ...]] = {}
    for k in members:
        passage = corpus.at[facts[k].article, facts[k].event.sentence]
        if passage in anchor:
            keys[k] = _passage_key(corpus, anchor[passage])
        elif source := _source(facts[k]):
            keys[k] = ("source", source, facts[members[0]].event.id)
    credited: dict[int, list[int]] = {}
    for k in members:
        if k in keys:
            credited.setdefault(facts[k].article, []).append(k)
    for k in members:
        if k not in keys:
            near = credited.get(facts[k].article)
            keys[k] = keys[min(near, key=lambda n: (abs(n - k), n))] if near else ("article", facts[k].event.article_id)
    return keys


def _passage_key(corpus: Corpus, number: int) -> tuple[str, ...]:
    p = corpus.passages[number]
    document = corpus.documents[p.article]
    return ("passage", document.article.id, str(document.sentences[p.sentence].span.start))
