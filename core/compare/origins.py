"""Which reports only repeat others: near-copies of one passage, and one source behind several tellings.

A cluster's number of origins counts who is behind its reports, not how many reports there are. A report's own
voice is no origin of its own where the same article credits somebody for the same happening.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from rapidfuzz import fuzz, process

from core.compare.facts import Facts
from core.compare.linkage import components
from core.compare.passages import Corpus
from core.compare.words import fold, stop_words
from core.model import stable_id

_SHINGLE = 4  # words
_LEAST_WORDS = 6  # shorter sentences are alike by chance
_COPY = 88.0  # ratio of the letters from which a passage is a copy
_CARRIED = 80.0  # token set ratio from which the wording carries a source
_COMMON = 40  # articles; what stands in more is a formula of the trade
_SHARED = 2  # shingles that a likely copy shares
UNNAMED = "unnamed reports"


def _alike(texts: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of different texts of which one is nearly a copy of the other."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        terms = text.split(" ")
        for shingle in {tuple(terms[k : k + _SHINGLE]) for k in range(len(terms) - _SHINGLE + 1)}:
            holders[shingle].append(number)
    shared = Counter(pair for found in holders.values() if len(found) <= _COMMON for pair in combinations(found, 2))
    likely = sorted(pair for pair, count in shared.items() if count >= _SHARED)
    ratios = process.cpdist([texts[a] for a, _ in likely], [texts[b] for _, b in likely], scorer=fuzz.ratio)
    return [pair for pair, ratio in zip(likely, ratios, strict=True) if ratio >= _COPY]


def copied_passages(corpus: Corpus) -> list[list[int]]:
    """Groups of passages of several articles that copy one text, letter for letter or nearly so.

    Each group stands in order of publication. What stands in very many articles is a formula, not a copy; a short
    sentence is a copy only where the whole article nearly is.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for p in corpus.passages:
        if len(p.words.terms) >= _LEAST_WORDS:
            holders[" ".join(p.words.terms)].append(p.number)
        elif p.words.terms:
            holders[f"{' '.join(p.words.terms)}\n{corpus.copies.get(p.article, p.article)}"].append(p.number)
    own = {number for number in range(len(corpus.passages)) if corpus.passages[number].article not in corpus.repeats}
    texts = [text for text, found in holders.items() if len(own.intersection(found)) <= _COMMON]
    long = [n for n, text in enumerate(texts) if "\n" not in text]
    alike = [(long[a], long[b]) for a, b in _alike([texts[n] for n in long])]
    groups = components(range(len(texts)), alike)
    found = (sorted(number for k in group for number in holders[texts[k]]) for group in groups)
    return [g for g in found if len({corpus.passages[number].article for number in g}) > 1]


def _chain(f: Facts) -> tuple[str, ...]:
    """The named people behind an event's telling, nearest first (a correspondent, former officials)."""
    return tuple(n for n in f.event.attributed_to if n and n != UNNAMED and n.lower() not in stop_words())


def _one_source(a: str, b: str) -> bool:
    """Whether two names can be of one source: the words of the shorter all stand in the longer."""
    left, right = ({fold(word) for word in name.split()} - {""} for name in (a, b))
    return bool(left and right) and (left <= right or right <= left)


def _sources(facts: Sequence[Facts], members: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """For each member that credits somebody, the source that it rests on; chains that share a link share a source."""
    chains = {k: _chain(facts[k]) for k in members}
    names = list(dict.fromkeys(name for k in members for name in chains[k]))
    place = {name: n for n, name in enumerate(names)}
    same = [(m, n) for m in range(len(names)) for n in range(m + 1, len(names)) if _one_source(names[m], names[n])]
    linked = [(place[chain[0]], place[name]) for chain in chains.values() for name in chain[1:]]
    furthest: dict[int, str] = {}
    for group in components(range(len(names)), [*same, *linked]):
        chain = next(chains[k] for k in members if chains[k] and place[chains[k][-1]] in group)
        furthest |= dict.fromkeys(group, fold(chain[-1]))
    return {k: ("source", furthest[place[chain[-1]]]) for k, chain in chains.items() if chain}


def origin_ids(
    corpus: Corpus, facts: Sequence[Facts], clusters: Sequence[Sequence[int]], copies: Sequence[Sequence[int]]
) -> list[str]:
    """For each event, an id of the original that it rests on: one id for all copies and all tellings of one source."""
    anchor = {number: group[0] for group in copies for number in group}
    found = [""] * len(facts)
    for members in clusters:
        keys = _keys(corpus, facts, members, anchor)
        for k in members:
            found[k] = stable_id("origin", *keys[k])
    return found


def _keys(
    corpus: Corpus, facts: Sequence[Facts], members: Sequence[int], anchor: Mapping[int, int]
) -> dict[int, tuple[str, ...]]:
    """What each member of a happening rests on: its source, else what its article credits, else its article.

    A copy rests on what the copied passage rests on.
    """
    passage = {k: corpus.at[facts[k].article, facts[k].event.sentence] for k in members}
    original = {k: anchor.get(passage[k], passage[k]) for k in members}
    keys = {k: key for k, key in _sources(facts, members).items() if original[k] == passage[k]}
    _copy(keys, passage, original)
    own = [k for k in members if k not in keys and original[k] == passage[k]]
    found = dict(keys)
    for k in own:
        near = [n for n in keys if facts[n].article == facts[k].article and _carries(facts[k], facts[n])]
        voice = ("article", facts[k].event.article_id)
        found[k] = keys[min(near, key=lambda n, k=k: (abs(n - k), n))] if near else voice  # type: ignore[misc]
    _copy(found, passage, original)
    for k in members:
        source = corpus.documents[corpus.passages[original[k]].article].article.id
        found.setdefault(k, ("article", source))
    return found


def _carries(own: Facts, credited: Facts) -> bool:
    """Whether a telling's wording shows that it rests on a credited one: nearly the same words, or its figure."""
    sizes = [{c.claim.low for c in f.claims if c.claim.low} for f in (own, credited)]
    alike = fuzz.token_set_ratio(own.words_said, credited.words_said) >= _CARRIED
    return alike or bool(sizes[0] & sizes[1])


def own_voice(fact: Facts) -> str:
    """The id of the origin that is the article's own voice."""
    return stable_id("origin", "article", fact.event.article_id)


def behind_words(facts: Sequence[Facts], origins: Sequence[str]) -> list[str]:
    """The origins without the own voices that no other article copies: those are nobody's original but their own."""
    holders: dict[str, set[str]] = defaultdict(set)
    for f, origin in zip(facts, origins, strict=True):
        holders[origin].add(f.event.article_id)
    return [
        "" if origin == own_voice(f) and len(holders[origin]) == 1 else origin
        for f, origin in zip(facts, origins, strict=True)
    ]


def _copy(keys: dict[int, tuple[str, ...]], passage: Mapping[int, int], original: Mapping[int, int]) -> None:
    """Gives every copy the key of an event in the passage that it copies, where that has one."""
    first = {passage[k]: key for k, key in reversed(keys.items())}
    for k, source in original.items():
        if k not in keys and source in first:
            keys[k] = first[source]
