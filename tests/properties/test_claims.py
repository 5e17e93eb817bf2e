"""What holds of every text: spans are their surfaces, numbers are what was written, nothing runs away."""

from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract.attribution import find_attributions
from core.extract.claims import find_claims
from core.extract.mentions import find_mentions
from core.extract.quotations import find_quotations
from core.model import Article
from core.text.segment import segment

WORDS = st.sampled_from(
    "five 60 at least about killed wounded were was and or , . “ ” \" ' ’ soldiers the a of said he reports that "
    "Taliban leader dozens no including people captured \n\n according to Sergei Lavrov — # ( ) in his 2011 -".split(
        " "
    )
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join)
ANY = st.text(max_size=120) | TEXTS


def read(text):
    doc = segment(Article("a", text))
    mentions = find_mentions(doc)
    return doc, find_claims(doc, mentions), find_attributions(doc, mentions), find_quotations(doc)


@settings(max_examples=150, deadline=None)
@given(ANY)
def test_every_span_is_inside_the_text_and_is_its_surface(text):
    doc, claims, attributions, quotes = read(text)
    for claim in claims:
        sentence = doc.sentences[claim.sentence].span
        assert claim.span.of(doc.text) == claim.text
        assert sentence.covers(claim.span)
        assert sentence.covers(claim.cue)
        assert claim.low is None or claim.high is None or 0 <= claim.low <= claim.high
        assert claim.part_of is None or claims[claim.part_of].part_of is None
    for attribution in attributions:
        assert 0 <= attribution.scope.start < attribution.scope.end <= len(doc.text)
        assert attribution.chain
        assert all(c.span.end > c.span.start for c in attribution.chain)
    for quote in quotes:
        assert quote.span.covers(quote.inner)


@settings(max_examples=60, deadline=None)
@given(ANY)
def test_claims_and_attributions_are_ordered_and_claims_distinct(text):
    _, claims, attributions, _ = read(text)
    assert list(claims) == sorted(claims, key=lambda c: (c.sentence, c.span, c.harm))
    assert len({(c.span, c.harm, c.cue) for c in claims}) == len(claims)
    assert list(attributions) == sorted(attributions, key=lambda a: a.scope.start)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 99_999), st.sampled_from(["civilians", "soldiers", "people"]))
def test_a_figure_is_read_back_as_written(number, noun):
    _, claims, _, _ = read(f"The report said that {number:,} {noun} were killed there.")
    assert [(c.low, c.high) for c in claims] == [(number, number)]


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(["“", '"', "(", "said ", "and five ", "killed and ", "‘", ", ", "of the ", "no "]))
def test_hostile_repetition_stays_linear(piece):
    _, claims, _, quotes = read("He said " + piece * 400)
    assert len(claims) <= 400
    assert len(quotes) <= 400
