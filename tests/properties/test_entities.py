"""Invariants of names and entities."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import ACTOR_KINDS
from core.resolve.entities import resolve_actors
from core.resolve.names import compare_names
from tests.marked import marked

NAMES = st.one_of(
    st.sampled_from(
        [
            "Ahmad Massoud",
            "Ahmad Shah Massoud",
            "Massoud",
            "Taliban",
            "the Red Cross",
            "محمد",
            "Kim Jong Un",
            "U.N.",
            "",
            "@x",
        ]
    ),
    st.text(max_size=25),
)
PEOPLE = ["Ahmad Massoud", "Ahmad Shah Massoud", "Massoud", "Saleh", "Amrullah Saleh", "Ali Abdullah Saleh"]
BODIES = ["Taliban", "Taleban", "Red Sox", "Boston Red Sox", "Northern Alliance", "AP", "Associated Press"]
SENTENCE = st.one_of(
    st.sampled_from(PEOPLE).map(lambda name: f"[person {name}] spoke."),
    st.sampled_from(BODIES).map(lambda name: f"The [armed group {name}] came."),
    st.sampled_from(["outfit", "Jihadist group", "resistance forces"]).map(
        lambda text: f"The [armed group/description {text}] left."
    ),
)
ARTICLES = st.lists(st.lists(SENTENCE, min_size=1, max_size=5), min_size=1, max_size=4)


def read(articles):
    return [marked(" ".join(sentences), f"a{i}", date(2021, 8, 1 + i)) for i, sentences in enumerate(articles)]


def linked(read_articles):
    links = resolve_actors([doc for doc, _ in read_articles], [mentions for _, mentions in read_articles])
    return {(k.mention.article_id, k.mention.span): (k.target, k.reason, k.score) for k in links}


@settings(max_examples=150, deadline=None)
@given(NAMES, NAMES, st.sampled_from([*ACTOR_KINDS, "place"]))
def test_comparison_is_symmetric_and_bounded(a, b, kind):
    one, two = compare_names(a, b, kind), compare_names(b, a, kind)
    assert one.score == two.score
    assert 0 <= one.score <= 100
    assert one.reason


@settings(max_examples=40, deadline=None)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(articles, random):
    found = read(articles)
    shuffled = random.sample(found, len(found))
    assert linked(found) == linked(shuffled)


@settings(max_examples=40, deadline=None)
@given(ARTICLES)
def test_an_unrelated_article_changes_no_id(articles):
    found = read(articles)
    other = marked("[person Ingrid Halvorsen] praised the [organization Bergen Philharmonic].", "z", date(2020, 1, 1))
    before, after = linked(found), linked([*found, other])
    assert {place: link[0].id for place, link in before.items()} == {p: after[p][0].id for p in before}


@settings(max_examples=40, deadline=None)
@given(ARTICLES)
def test_every_mention_is_linked_once_with_a_reason(articles):
    found = read(articles)
    links = linked(found)
    assert set(links) == {(m.article_id, m.span) for _, mentions in found for m in mentions}
    assert all(reason and 0 <= score <= 100 for _, reason, score in links.values())


@settings(max_examples=40, deadline=None)
@given(ARTICLES)
def test_father_and_son_are_never_one(articles):
    by_text = {}
    found = read(articles)
    text = {(m.article_id, m.span): m.text for _, mentions in found for m in mentions}
    for place, (entity, _, _) in linked(found).items():
        by_text.setdefault(text[place], set()).add(entity.id)
    assert not by_text.get("Ahmad Massoud", set()) & by_text.get("Ahmad Shah Massoud", set())
