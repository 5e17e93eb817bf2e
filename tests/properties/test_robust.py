"""Nothing that a text can hold makes the library raise, and what it finds is what stands there."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from core.export import FORMATS, export
from core.frame import tables
from core.model import Article
from core.pipeline import analyse

WORDS = (
    "killed wounded 12 ²³ ٣٤ twenty thousand soldiers civilians Taliban Ahmad Massoud Kunduz he they it said "
    "according to officials who that not denied would before since until between and from Monday August 32nd 2021 0001 "
    "9999 ago earlier years 99999999999 the group army of in by U.S. Gen. #Panjshir @user http://x.y ( [ “ ” \" ' « » "
    ", . ; : — – … 👩‍👩‍👧 e\u0301 a\u200b \u202e \u2028 \x85 \x0b \x1b احمد १२ \n \n\n"
).split(" ")
DAYS = st.sampled_from([None, date.min, date.max, date(2021, 8, 21), date.min + timedelta(40), date(2020, 2, 29)])
TEXTS = (
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=60)
    | st.builds(lambda unit, n: " ".join(unit * n), st.lists(st.sampled_from(WORDS), max_size=3), st.integers(2, 30))
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(TEXTS, DAYS), max_size=2))
def test_any_texts_are_analysed_and_every_span_is_its_surface(texts):
    articles = [Article(f"a{n}", text, day) for n, (text, day) in enumerate(texts)]
    analysis = analyse(articles)
    text_of = {a.id: a.text for a in articles}
    mentions = [link.mention for link in (*analysis.actors, *analysis.places)]
    for found in (*mentions, *analysis.timexes, *(c.claim for c in analysis.claims)):
        assert found.span.of(text_of[found.article_id]) == found.text
        assert found.text.strip()
    for kind in (analysis.events, analysis.claims, analysis.clusters, analysis.discrepancies):
        assert len({item.id for item in kind}) == len(kind)
    assert tables(analysis)


def test_the_first_day_of_the_calendar_has_none_before_it():
    analyse([Article("a", "The army attacked Kunduz before today.", date.min)])


def test_control_characters_reach_every_export():
    text = "The army\x0b attacked\x1b[31m Kunduz\x7f and\x01 killed\x0c 12 soldiers\x1f on Monday."
    analysis = analyse([Article("a", text, date(2021, 8, 21))])
    for name, table in tables(analysis).items():
        assert all(export(name, table, form) is not None for form in FORMATS)
