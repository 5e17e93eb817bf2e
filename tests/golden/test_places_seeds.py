"""The places of the two seed articles: which names are one place, of which kind, and where."""

from pathlib import Path

import pytest

from core.model import Layer, Mention, Span
from core.resolve.places import resolve_places
from core.text.read import read_articles
from core.text.segment import segment

SEEDS = Path(__file__).parents[2] / "seeds"
# Written by hand from the articles: place, kind, country, division, surfaces.
PLACES = [
    ("Kabul", "city", "Afghanistan", "Kabul", ("Kabul",)),
    ("Afghanistan", "country", "Afghanistan", None, ("Afghanistan",)),
    ("Baghlan", "province", "Afghanistan", "Baghlan", ("Baghlan",)),
    ("Banu", "district", "Afghanistan", "Baghlan", ("Banu", "بنو")),
    ("Pol-e-Hesar", "district", "Afghanistan", "Baghlan", ("Pol-e-Hesar", "Pol-e-Hasar", "پلحصار")),
    ("Deh Salah", "district", "Afghanistan", "Baghlan", ("Deh Salah", "De Salah", "ده سلاح")),
    ("Panjshir", "province", "Afghanistan", "Panjshir", ("Panjshir",)),
    ("Panjshir Valley", "valley", "Afghanistan", None, ("Panjshir Valley", "Panjshir valley")),
    ("Panjshir River", "river", "Afghanistan", None, ("Panjshir River",)),
    ("Charikar", "city", "Afghanistan", "Parwan", ("Charikar",)),
    ("Parwan", "province", "Afghanistan", "Parwan", ("Parwan",)),
    ("Moscow", "city", "Russia", "Moscow", ("Moscow",)),
    ("Kabul Airport", "airport", "Afghanistan", "Kabul", ("Kabul Airport",)),
    ("Andarab", "valley", "Afghanistan", None, ("اندراب",)),
]
SURFACES = sorted({s for *_, surfaces in PLACES for s in surfaces}, key=len, reverse=True)


def _mentions(doc):
    found = []
    for sentence in doc.sentences:
        taken = []
        for surface in SURFACES:
            at = doc.text.find(surface, sentence.span.start, sentence.span.end)
            while at >= 0:
                span = Span(at, at + len(surface))
                part = doc.text[span.end : span.end + 1].isalpha() or doc.text[at - 1 : at] in {"_", "-"}
                if not part and not any(span.overlaps(t) for t in taken):
                    taken.append(span)
                    found.append(Mention(doc.article.id, span, surface, sentence.index, Layer.PLACE, ""))
                at = doc.text.find(surface, span.end, sentence.span.end)
    return sorted(found, key=lambda m: m.span)


@pytest.fixture(scope="module")
def links():
    docs = [segment(article) for article in read_articles([SEEDS]).articles]
    return [link for doc in docs for link in resolve_places(doc, _mentions(doc))]


@pytest.mark.parametrize(("name", "kind", "country", "division", "surfaces"), PLACES)
def test_the_surfaces_of_a_place_are_found_as_it(links, name, kind, country, division, surfaces):
    targets = {link.target for link in links if link.mention.text in surfaces}
    assert {(p.name, p.kind, p.country, p.admin1) for p in targets} == {(name, kind, country, division)}
    assert all(p.latitude is not None for p in targets)


def test_no_two_of_the_places_share_an_id(links):
    assert len({link.target.id for link in links}) == len(PLACES)
