"""What holds for any text: spans, stability, independence of articles, and well-formed places."""

from hypothesis import given, settings
from hypothesis import strategies as st

from core.lexicon.gazetteer import known
from core.lexicon.near_places import near
from core.lexicon.place_keys import place_key
from core.model import Article, Layer, Mention, Span
from core.resolve.places import resolve_places
from core.text.segment import segment

NAMES = st.sampled_from(
    [
        "Kabul",
        "Baghlan",
        "Banu",
        "Raqqa",
        "Moscow",
        "Xyzzyabad",
        "پلحصار",
        "Panjshir",
        "Texas",
        "Northern Iraq",
        "حلب",
        "’",
        "e",
    ]
)
JOINTS = st.sampled_from(
    [", ", " and ", " in ", " district, ", " province. ", "’s ", " valley (", " – ", " و ", " of the ", "\n\n"]
)
TEXTS = st.lists(st.tuples(NAMES, JOINTS), min_size=1, max_size=12)


def read(parts):
    """The article of names and joints in turn, with a place mention for each name that lies in a sentence."""
    text, spans = "It happened in ", []
    for name, joint in parts:
        spans.append(Span(len(text), len(text) + len(name)))
        text += name + joint
    text += "on Monday, they said in a statement."
    doc = segment(Article("a", text))
    found = [(span, doc.sentence_at(span.start)) for span in spans]
    return doc, [Mention("a", s, s.of(text), at.index, Layer.PLACE, "") for s, at in found if at and at.span.covers(s)]


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_each_mention_gets_a_well_formed_place_in_order(parts):
    doc, mentions = read(parts)
    links = resolve_places(doc, mentions)
    assert [x.mention for x in links] == mentions
    for link in links:
        place = link.target
        assert place.id
        assert place.name
        assert link.reason
        assert 0 <= link.score <= 100
        assert (place.latitude is None) == (place.longitude is None) == (place.precision is None)
        assert place.latitude is None or (-90 <= place.latitude <= 90 and -180 <= place.longitude <= 180)
        assert place.precision in {None, 1, 3, 4, 5, 6, 7}


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_places_and_one_place_has_one_face(parts):
    doc, mentions = read(parts)
    links = resolve_places(doc, mentions)
    assert links == resolve_places(doc, list(reversed(mentions)))
    located = [x.target for x in links if x.target.latitude is not None]
    assert len({p.id for p in located}) == len(set(located))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_folding_is_settled_and_lookup_never_fails(name):
    key = place_key(name)
    assert place_key(key) == key
    assert {p.id for p in known(key)} <= {p.id for p in known(name)} or name.isupper()
    for hit in near(name, ("AF",)):
        assert hit.score >= 88
        assert hit.place.country == "AF"
