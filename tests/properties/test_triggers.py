"""What holds of every text: spans are their surfaces, in order and inside their sentence; nothing runs away."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract.mentions import find_mentions
from core.extract.syntax import parse
from core.extract.triggers import find_triggers
from core.lexicon.triggers import kinds
from core.model import Article, Kind
from core.text.segment import segment

WORDS = st.sampled_from(
    "rebels the army killed was were by who which that said to attack attacked will not if , . “ ” and or ' of on "
    "in Kabul Taliban clashes between have been capture fell from threatened talks ( ) — they's 60 \n\n".split(" ")
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=100)
TYPES = {*kinds(), "OTHER"}


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_every_span_is_a_surface_of_its_sentence(text):
    doc = segment(Article("a", text))
    found = find_triggers(doc, find_mentions(doc))
    assert list(found) == sorted(found, key=lambda t: t.span)
    for t in found:
        sentence = doc.sentences[t.sentence]
        assert t.span.of(doc.text) == t.text
        assert sentence.span.covers(t.clause)
        assert t.clause.covers(t.span)
        assert sentence.kind not in (Kind.HEADING, Kind.PROMO)
        assert t.type in TYPES
        assert not set(t.agents) & set(t.patients)
        for span in (*t.agents, *t.patients, *t.places):
            assert sentence.span.covers(span)
            assert span.of(doc.text).strip()


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_a_parse_is_well_formed(text):
    for sentence in segment(Article("a", text)).sentences:
        p = parse(sentence)
        assert len(p.tags) == len(p.bases) == len(sentence.tokens)
        ends = [(c.first, c.last) for c in p.chunks]
        assert all(a[1] <= b[0] for a, b in pairwise(ends))
        for c in p.clauses:
            assert p.chunks[c.at] is c.verb
            assert -1 <= c.parent < c.index or c.parent == -1
            assert c.at < c.stop <= len(p.chunks)
            assert all(x.kind == "N" for x in (*c.subjects, *c.objects, *c.indirect))


def test_the_same_text_gives_the_same_triggers():
    doc = segment(Article("a", "Rebels attacked the army and killed 12 men, and the town fell to them. It ended."))
    assert find_triggers(doc, ()) == find_triggers(doc, ())


def test_one_endless_sentence_is_read_to_its_end():
    n = 300
    doc = segment(Article("a", "rebels said the army attacked the town and " * n + "waited."))
    assert len(find_triggers(doc, ())) == n
