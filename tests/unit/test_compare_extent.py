"""Extent: lists of places and counts of them."""

from datetime import date

from core.compare.extent import Extent, extent_of
from core.compare.geography import apart, contains, distance, narrow, relation
from core.model import Article, Place, Span
from core.pipeline import analyse
from core.text.segment import segment


def place(name: str, kind: str = "district", **facts: object) -> Place:
    return Place(name.lower(), name, kind, **{"country": "Afghanistan", "admin1": "Baghlan", **facts})  # type: ignore[arg-type]


BANU, SALAH, HESAR = place("Banu"), place("Deh Salah"), place("Pol-e-Hesar")
BAGHLAN = place("Baghlan", "province")


def extent(text: str, *places: Place, listed: bool = True) -> Extent:
    doc = segment(Article("a", text))
    return extent_of(doc.sentences[0], Span(0, len(text)), places, text, listed=listed)


def test_a_count_and_a_list_of_as_many_agree() -> None:
    counted = extent("Resistance forces have liberated three districts.")
    assert counted.size == 3
    assert counted.quantity is not None
    assert counted.agrees(extent("They took them.", BANU, SALAH, HESAR, BAGHLAN))


def test_two_of_three_are_a_part() -> None:
    whole, part = extent("Taken.", BANU, SALAH, HESAR), extent("Taken.", BANU, HESAR)
    assert part.within(whole)
    assert not whole.within(part)
    assert not part.agrees(whole)


def test_a_named_place_is_no_part_of_a_bare_count() -> None:
    assert not extent("Taken.", BANU).within(extent("They took three districts."))


def test_streets_of_a_shooting_tell_no_extent() -> None:
    assert extent("Shots were fired.", BANU, SALAH, listed=False) == Extent()


def test_a_province_holds_its_districts() -> None:
    assert contains(BAGHLAN, BANU)
    assert not contains(BANU, BAGHLAN)
    assert narrow((BAGHLAN, BANU)) == (BANU,)
    assert relation((BAGHLAN,), (BANU,))[0] == 0.8
    assert relation((BANU,), (BANU,))[0] == 1.0
    assert relation((), (BANU,))[0] is None


def test_distance_decides_whether_places_are_apart() -> None:
    homs = place("Homs", "city", latitude=34.73, longitude=36.72, admin1="Homs", country="Syria")
    aleppo = place("Aleppo", "city", latitude=36.2, longitude=37.16, admin1="Aleppo", country="Syria")
    gap = distance(homs, aleppo)
    assert gap is not None
    assert 150 < gap < 190
    assert apart((homs,), (aleppo,))
    assert not apart((homs,), (BANU,))
    assert not apart((homs,), (homs,))


def test_a_whole_that_only_another_kind_of_act_tells_is_no_difference_of_extent() -> None:
    texts = (
        "Militants attacked five villages in Borno on Monday, killing 12 people.",
        "At least 12 people were killed in an attack on three villages in Borno on Monday.",
        "Gunmen shot dead 12 people in six villages in Borno on Monday.",
    )
    found = analyse(Article(str(n), text, published=date(2021, 8, 20)) for n, text in enumerate(texts))
    assert all(d.readings for d in found.discrepancies)
