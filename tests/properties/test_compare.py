"""What comparing must always hold, whatever the reports: symmetry, one cluster an event, indifference to order."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from core.compare.facts import gather
from core.compare.features import FEATURES
from core.compare.linkage import REFUSED, link
from core.model import Analysis, Article
from core.pipeline import analyse

_SIDES = ("rebel fighters", "government forces", "the Taliban", "the army")
_TOWNS = ("Kunduz", "Homs", "Mosul", "Kharkiv")
_VERBS = ("captured", "attacked", "shelled", "recaptured", "left")

_LINES = st.one_of(
    st.builds("{} {} {} on Monday.".format, st.sampled_from(_SIDES), st.sampled_from(_VERBS), st.sampled_from(_TOWNS)),
    st.builds(
        "At least {} people were killed in {}, police said.".format,
        st.integers(1, 90),
        st.sampled_from(_TOWNS),
    ),
    st.just("Shops and schools stayed closed."),
)
_TEXTS = st.lists(_LINES, min_size=1, max_size=5).map(lambda lines: " ".join(s[0].upper() + s[1:] for s in lines))
_SETS = st.lists(_TEXTS, min_size=2, max_size=4)
_FEW = settings(max_examples=6, deadline=None)
_UNRELATED = (
    "The national orchestra opened its season with a symphony by Dvořák. The conductor thanked the audience. "
    "Tickets for the second concert go on sale next week."
)


def articles(texts: list[str]) -> list[Article]:
    """Articles of one day, in the order of `texts`."""
    return [Article(id=f"a{n}", text=text, published=date(2021, 8, 20)) for n, text in enumerate(texts)]


def groups(reading: Analysis) -> set[frozenset[str]]:
    """The clusters as sets of events."""
    return {frozenset(c.events) for c in reading.clusters}


@_FEW
@given(_SETS)
def test_every_event_is_in_exactly_one_cluster(texts: list[str]) -> None:
    reading = analyse(articles(texts))
    held = [e for c in reading.clusters for e in c.events]
    assert sorted(held) == sorted(e.id for e in reading.events)
    assert all(e.origin_id for e in reading.events if set(e.attributed_to) - {"unnamed reports"})


@_FEW
@given(_SETS)
def test_scores_are_probabilities_and_features_are_symmetric(texts: list[str]) -> None:
    reading = analyse(articles(texts))
    assert all(0 <= a.score <= 1 for a in reading.alignments)
    facts = gather(reading)[:8]
    for a in facts:
        for b in facts:
            for feature in FEATURES:
                there, back = feature(a, b).value, feature(b, a).value
                assert there == back
                assert there is None or 0 <= there <= 1


@_FEW
@given(_SETS, st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(texts: list[str], rng) -> None:
    given_ = articles(texts)
    shuffled = given_.copy()
    rng.shuffle(shuffled)
    one, other = analyse(given_), analyse(shuffled)
    assert one.clusters == other.clusters
    assert one.alignments == other.alignments
    assert one.discrepancies == other.discrepancies


@_FEW
@given(_SETS, st.randoms(use_true_random=False))
def test_the_order_of_events_changes_no_cluster(texts: list[str], rng) -> None:
    from core.compare import compare

    reading = analyse(articles(texts))
    events = list(reading.events)
    rng.shuffle(events)
    bare = replace(reading, events=tuple(events), alignments=(), clusters=(), discrepancies=())
    assert compare(bare).clusters == reading.clusters


@_FEW
@given(_TEXTS)
def test_an_article_and_its_copy_align_in_full_and_do_not_differ(text: str) -> None:
    reading = analyse(articles([text, text]))
    spans = {e.id: (e.article_id, e.trigger.span) for e in reading.events}
    best: dict[str, float] = {}
    twin: dict[str, float] = {}
    for a in reading.alignments:
        if a.a_event and a.b_event and a.a_article != a.b_article:
            for e in (a.a_event, a.b_event):
                best[e] = max(best.get(e, 0.0), a.score)
            if spans[a.a_event][1] == spans[a.b_event][1]:
                twin[a.a_event] = twin[a.b_event] = a.score
    assert set(twin) == set(spans)
    assert all(twin[e] == best[e] for e in twin)
    assert reading.discrepancies == ()
    assert all(c.origins == 1 for c in reading.clusters)


@_FEW
@given(_SETS)
def test_an_unrelated_article_changes_no_cluster_and_no_difference(texts: list[str]) -> None:
    before = analyse(articles(texts))
    stranger = Article(id="z", text=_UNRELATED, published=date(2021, 8, 20))
    after = analyse([*articles(texts), stranger])
    mine = {e.id for e in before.events}
    assert {g for g in groups(after) if g & mine} == groups(before)
    assert {c.id for c in before.clusters} <= {c.id for c in after.clusters}
    assert {e.id: e.origin_id for e in before.events}.items() <= {e.id: e.origin_id for e in after.events}.items()
    assert set(before.discrepancies) == set(after.discrepancies)


@settings(max_examples=40, deadline=None)
@given(
    st.integers(1, 8).flatmap(
        lambda n: st.tuples(
            st.just(n),
            st.dictionaries(
                st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)).filter(lambda p: p[0] < p[1]),
                st.one_of(st.just(REFUSED), st.floats(-4, 4)),
                max_size=20,
            )
            if n > 1
            else st.just({}),
        )
    )
)
def test_linkage_parts_the_items_and_never_joins_what_is_refused(case) -> None:
    n, scored = case
    found = link(n, scored, -4.0, 0.0)
    assert sorted(i for g in found for i in g) == list(range(n))
    for group in found:
        assert not any(scored.get((i, j)) == REFUSED for i in group for j in group if i < j)
