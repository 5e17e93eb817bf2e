import re
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import Span
from core.pipeline import analyse
from core.views import card, reader
from core.views.filters import Filters
from core.views.index import Index
from core.views.markup import Mark, marked, segments
from tests.reports import article_sets

TAG = re.compile(r"<[^>]*>")
OURS = frozenset("section header h3 span a ul li blockquote div p mark dl dt dd small footer".split())
SOME = settings(max_examples=60, deadline=None)
FEW = settings(max_examples=15, deadline=None)
texts = st.text(max_size=60) | st.sampled_from(["<script>alert(1)</script>", "&amp;<b>", '"><img src=x onerror=y>'])
spans = st.tuples(st.integers(0, 70), st.integers(1, 20)).map(lambda p: Span(p[0], p[0] + p[1]))
marks = st.builds(Mark, spans, st.lists(st.sampled_from(["a", "b"]), max_size=2).map(tuple), texts, st.just("r"))


def plain(html):
    return unescape(TAG.sub("", html))


@SOME
@given(texts, st.lists(marks, max_size=8))
def test_highlighted_html_stripped_and_unescaped_is_the_text(text, given_marks):
    shown = marked(text, given_marks)
    assert plain(shown) == text
    assert set(re.findall(r"<(/?\w+)", shown)) <= {"mark", "/mark"}


@SOME
@given(spans, st.lists(marks, max_size=8))
def test_segments_are_disjoint_ordered_and_cover_the_span(span, given_marks):
    found = segments(span, given_marks)
    assert [s.span.start for s in found] == [span.start, *[s.span.end for s in found][:-1]]
    assert found[-1].span.end == span.end
    for segment in found:
        assert set(segment.marks) == {m for m in given_marks if m.span.overlaps(segment.span)}


@FEW
@given(article_sets)
def test_reader_and_cards_show_any_report_literally(found):
    index = Index(analyse(found))
    for article in found:
        shown = reader.page(index, article.id, frozenset(reader.LAYERS), Filters())
        assert "".join(piece.text for piece in shown.pieces) == article.text
        assert plain(reader.html(index, article.id, frozenset(reader.LAYERS))) == article.text
    for event in index.events:
        shown = set(re.findall(r"<(\w+)", card.card(index, event)))
        assert shown <= OURS
