from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import VariorumError
from core.model import Article, Kind, Span
from core.text.formats import FORMS
from core.text.read import read_bytes
from core.text.segment import segment

NAMES = st.sampled_from([f"a{suffix}" for suffix in FORMS] + ["a.zip", "a.pdf"])
PROSE = st.text(st.sampled_from("aB é.!?“”\"'()\n #@-–1،و"), max_size=200) | st.text(max_size=120)


@settings(max_examples=150, deadline=None)
@given(NAMES, st.binary(max_size=300) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace")))
def test_reading_never_raises_and_always_answers(name, data):
    reading = read_bytes(name, data)
    assert all(isinstance(e, VariorumError) and str(e).startswith(name) for e in reading.errors)
    for article in reading.articles:
        assert article.text.strip()
        assert article.header.end <= len(article.text)


@settings(max_examples=200, deadline=None)
@given(PROSE)
def test_sentences_are_ordered_disjoint_and_leave_only_white_space(text):
    document = segment(Article("a", text))
    end = 0
    for number, sentence in enumerate(document.sentences):
        assert sentence.index == number
        assert not text[end : sentence.span.start].strip()
        assert sentence.span.start < sentence.span.end
        end = sentence.span.end
        assert document.sentence_at(sentence.span.start) is sentence
    assert not text[end:].strip()


@settings(max_examples=200, deadline=None)
@given(PROSE)
def test_tokens_are_their_surfaces_and_lose_nothing(text):
    for sentence in segment(Article("a", text)).sentences:
        end = sentence.span.start
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text
            assert not text[end : token.start].strip()
            end = token.end
        assert not text[end : sentence.span.end].strip()


@settings(max_examples=60, deadline=None)
@given(PROSE, PROSE)
def test_the_header_holds_no_sentence(head, body):
    document = segment(Article("a", head + body, header=Span(0, len(head))))
    assert all(s.span.start >= len(head) for s in document.sentences)
    assert all(s.kind in Kind for s in document.sentences)
