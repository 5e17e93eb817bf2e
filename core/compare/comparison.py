"""Fills an analysis with what comparing its articles shows: alignments, clusters, origins, differences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.compare.align import Pair, SentencePair, align, compare_pairs
from core.compare.clusters import cluster, is_part, tells_of_same_harm, with_twins
from core.compare.discrepancies import find_discrepancies
from core.compare.discrepancies.scene import look_around
from core.compare.explain import event_features, sentence_features
from core.compare.facts import Facts, gather, names_of, order_key
from core.compare.features import Names
from core.compare.happenings import happenings
from core.compare.origins import behind_words, copied_passages, origin_ids
from core.compare.passages import Corpus
from core.compare.repeats import twins
from core.compare.vetoes import contradiction
from core.compare.weights import logistic, weights
from core.model import Alignment, Analysis, Document

SAME = "the same happening"
PART = "one is a part of the other"
HARM = "harm to the same people"


def _event_alignment(facts: Sequence[Facts], pair: Pair, relation: str, names: Names) -> Alignment:
    a, b = facts[pair.i].event, facts[pair.j].event
    return Alignment(
        a.article_id,
        a.span,
        b.article_id,
        b.span,
        round(pair.probability, 4),
        event_features(pair, relation, facts, names),
        a.id,
        b.id,
    )


def _sentence_alignment(corpus: Corpus, pair: SentencePair) -> Alignment:
    p, q = corpus.passages[pair.a], corpus.passages[pair.b]
    one, two = corpus.documents[p.article], corpus.documents[q.article]
    return Alignment(
        one.article.id,
        one.sentences[p.sentence].span,
        two.article.id,
        two.sentences[q.sentence].span,
        round(logistic(pair.logit), 4),
        sentence_features(pair),
    )


def ordered(reading: Analysis) -> tuple[Document, ...]:
    """The documents by publication, then id, so that the order in which they came changes nothing."""
    key = order_key(reading)
    return tuple(sorted(reading.documents, key=lambda d: key[d.article.id]))


def _relations(facts: Sequence[Facts], pairs: Sequence[Pair], cluster_of: Mapping[int, int]) -> dict[int, str]:
    """For each pair (by its place in `pairs`) that is an alignment, how its events lie to one another."""
    least = weights("events")["align"]
    found = {}
    for n, p in enumerate(pairs):
        a, b = facts[p.i], facts[p.j]
        if cluster_of[p.i] == cluster_of[p.j]:
            found[n] = SAME
        elif is_part(a, b) and p.logit >= least and a.interval.overlaps(b.interval):
            found[n] = PART
        elif tells_of_same_harm(a, b) and p.logit >= weights("events")["harm_align"]:
            found[n] = HARM
    return found


def compare(reading: Analysis) -> Analysis:
    """Compares the events and sentences of all articles.

    Args:
        reading: An analysis whose alignments, clusters and discrepancies are still empty.

    Returns:
        The same analysis with them filled in, and with each event's `origin_id`.
    """
    reading = replace(reading, documents=ordered(reading))
    corpus = Corpus(reading.documents)
    facts = gather(reading, corpus.whole_stories)
    actors = names_of(reading)
    pairs, sentences = align(corpus, facts)
    repeated = twins(facts, corpus.repeats)
    groups = with_twins(cluster(facts, pairs), repeated)
    pairs += compare_pairs(facts, repeated)
    cluster_of = {k: number for number, members in enumerate(groups) for k in members}
    relations = _relations(facts, pairs, cluster_of)
    copies = copied_passages(corpus)
    origins = origin_ids(corpus, facts, groups, copies)
    origin_of = {f.event.id: origin for f, origin in zip(facts, behind_words(facts, origins), strict=True)}
    sentences = _by_words(corpus, facts, pairs, relations, sentences)
    alignments = [_event_alignment(facts, pairs[n], relation, actors) for n, relation in relations.items()]
    alignments += [_sentence_alignment(corpus, pair) for pair in sentences]
    parts = [(pairs[n].i, pairs[n].j) for n, relation in relations.items() if relation != SAME]
    clusters = happenings(reading, facts, groups, parts, origins)
    aligned = [(p.a, p.b) for p in sentences]
    both = [*aligned, *_passages(corpus, facts, pairs, relations)]
    around = look_around(reading, corpus, facts, copies, both)
    key = order_key(reading)
    return replace(
        reading,
        events=tuple(replace(e, origin_id=origin_of[e.id]) for e in reading.events),
        alignments=tuple(sorted(alignments, key=lambda x: (key[x.a_article], x.a_span, key[x.b_article], x.b_span))),
        clusters=clusters,
        discrepancies=find_discrepancies(around, clusters, aligned),
    )


def _by_words(
    corpus: Corpus,
    facts: Sequence[Facts],
    pairs: Sequence[Pair],
    relations: Mapping[int, str],
    sentences: Sequence[SentencePair],
) -> list[SentencePair]:
    """The aligned sentences without an aligned pair of events, unless all their events of one kind contradict."""
    wanted = {(s.a, s.b) for s in sentences}
    passage = [corpus.at[f.article, f.event.sentence] for f in facts]
    decided: set[tuple[int, int]] = set()
    told: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for n, p in enumerate(pairs):
        ends = (min(passage[p.i], passage[p.j]), max(passage[p.i], passage[p.j]))
        if n in relations:
            decided.add(ends)
        elif ends in wanted:
            told[ends].append((p.i, p.j))
    decided |= {ends for ends, of in told.items() if all(contradiction(facts[i], facts[j]) for i, j in of)}
    return [s for s in sentences if (s.a, s.b) not in decided]


def _passages(
    corpus: Corpus, facts: Sequence[Facts], pairs: Sequence[Pair], relations: Mapping[int, str]
) -> list[tuple[int, int]]:
    """The passages of aligned events of different articles."""
    ends = ((facts[pairs[n].i], facts[pairs[n].j]) for n in relations)
    return [
        (corpus.at[a.article, a.event.sentence], corpus.at[b.article, b.event.sentence])
        for a, b in ends
        if a.article != b.article
    ]
