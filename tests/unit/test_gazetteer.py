"""The gazetteer: folding, exact and fuzzy look-up, our own tables, and the limits that the data keep."""

import csv
from pathlib import Path

import pytest

from core.errors import LexiconError
from core.lexicon.gazetteer import Gazetteer, country_name, division_of, gazetteer, known
from core.lexicon.near_places import near
from core.lexicon.place_keys import place_key
from core.lexicon.place_words import place_word

LEXICON = Path(__file__).parents[2] / "core" / "lexicon"


def ids(name, country):
    return {p.id for p in known(name) if p.country == country}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Pol-e-Hesar", "pol hesar"),
        ("Deh-e Şalāḩ", "deh salah"),
        ("پل حصار", "پلحصار"),
        ("كابل", "کابل"),
        ("Saint-Denis", "st denis"),
        ("Ma’rib", "marib"),
        ("Москва", "москва"),
        ("  New   York ", "new york"),
        ("’", ""),
    ],
)
def test_folds_spellings_that_differ_only_in_form(name, key):
    assert place_key(name) == key


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Kabul", "کابل", "AF"),
        ("Moscow", "Москва", "RU"),
        ("Aleppo", "حلب", "SY"),
        ("Kyiv", "Київ", "UA"),
        ("Mosul", "الموصل", "IQ"),
        ("Gaza Strip", "قطاع غزة", "PS"),
        ("Euphrates", "الفرات", ""),
    ],
)
def test_knows_a_place_in_its_own_script(one, other, country):
    assert ids(one, country) & ids(other, country)


@pytest.mark.parametrize(
    ("province", "spellings"),
    [
        (("AF", "Paktia"), ("Paktya", "Paktiya", "پکتیا")),
        (("AF", "Uruzgan"), ("Oruzgan", "Urozgan", "Uruzgān")),
        (("AF", "Sar-e Pul"), ("Sar-e-Pul", "Sari Pul")),
        (("AF", "Wardak"), ("Maidan Wardak", "Vardak")),
        (("SY", "Deir ez-Zor"), ("Deir Ezzor", "Dayr az Zawr", "دير الزور")),
        (("IQ", "Nineveh"), ("Ninawa", "Ninevah", "نينوى")),
        (("UA", "Zaporizhzhia"), ("Zaporizhia", "Zaporozhye")),
        (("MM", "Rakhine"), ("Arakan",)),
        (("PK", "Khyber Pakhtunkhwa"), ("KPK", "North-West Frontier Province")),
        (("SO", "Lower Shabelle"), ("Lower Shebelle", "Shabeellaha Hoose")),
    ],
)
def test_knows_a_province_under_its_spellings(province, spellings):
    country, name = province
    wanted = {p.id for p in known(name) if p.country == country and p.level == "admin1"}
    assert len(wanted) == 1
    assert all(wanted & ids(spelling, country) for spelling in spellings)


def test_every_province_of_afghanistan_has_name_point_and_division():
    provinces = [p for p in gazetteer().divisions.values() if p.country == "AF"]
    assert len(provinces) == 34
    for province in provinces:
        assert province.latitude is not None
        assert known(province.name)
        assert division_of(province) == province


def test_abbreviations_are_found_in_capitals_only():
    assert known("US")[0].country == known("U.S.")[0].country == "US"
    assert not [p for p in known("us") if p.level == "country"]
    assert country_name("AE") == known("UAE")[0].name == "United Arab Emirates"


def test_the_likeliest_place_comes_first():
    assert known("Georgia")[0].level == "country"
    assert (known("Moscow")[0].country, known("Moscow")[0].kind) == ("RU", "city")
    assert known("Helmand")[0].kind == "province"


def test_a_town_and_its_district_are_one_entry():
    assert len({p.id for p in known("Pol-e-Hesar") if p.country == "AF"}) == 1


@pytest.mark.parametrize("name", ["Taliban", "Saleh", "Massoud", "", "-", "qqqq"])
def test_what_is_no_place_of_a_country_is_not_known_nor_near_there(name):
    assert not ids(name, "AF")
    assert near(name, ("AF",)) == ()


def test_misspellings_are_found_in_the_given_countries_only():
    assert near("Kandahaar", ("AF",))[0].place.name == "Kandahar"
    assert near("Kandahaar", ("BR",)) == ()
    assert near("Pol-e-Hasar", ("AF",))[0].place.name == "Pol-e-Hesar"


def test_airports_are_known_by_their_city():
    assert [p.kind for p in known("Kabul Airport")] == ["airport"]
    assert known("Kabul International Airport")[0].id == known("Kabul Airport")[0].id


def test_every_row_of_our_own_tables_is_found_by_each_of_its_names():
    for table in ("countries", "provinces", "districts", "features"):
        lines = (LEXICON / "places_own" / f"{table}.csv").read_text("utf-8").splitlines()
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            for name in (row["name"], *filter(None, row["variants"].split(";"))):
                assert any(p.name == row["name"] and p.country == row["country"] for p in known(name)), (table, name)


def test_a_row_without_point_and_without_place_is_refused():
    row = {"country": "AF", "name": "Xyzzyabad", "variants": ""}
    with pytest.raises(LexiconError, match="Xyzzyabad"):
        Gazetteer().adopt(row, "admin1")


def test_the_data_stay_within_fifteen_megabytes():
    folders = (LEXICON / "gazetteer_data", LEXICON / "places_own")
    assert sum(f.stat().st_size for folder in folders for f in folder.iterdir()) <= 15_000_000


def test_words_for_kinds_are_read_in_several_scripts():
    assert place_word("districts").several
    assert place_word("ولسوالی").level == "admin2"
    assert place_word("محافظة").kind == "province"
    assert place_word("soldiers") is None


def test_a_name_of_our_own_tables_is_no_main_name_of_another_place():
    assert known("Gaza")[0].name == "Gaza Strip"
    assert known("Gaza City")[0].name == "Gaza City"
    assert known("Central Africa")[0].kind == "region"
