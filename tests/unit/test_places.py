"""Which place a mention stands for: kind, containment, the article's countries, spelling, and what is not known."""

import pytest

from core.model import Article, Layer, Mention, Span
from core.resolve.place_context import read_names
from core.resolve.places import resolve_places
from core.text.read import read_bytes
from core.text.segment import segment


def document(text, *names):
    """The article of `text` and a place mention for every occurrence of each name, longest names first."""
    doc = segment(Article("a", text + "\n\nA second paragraph follows here, with nothing in it."))
    taken, mentions = [], []
    for name in sorted(names, key=len, reverse=True):
        start = doc.text.find(name)
        while start >= 0:
            span = Span(start, start + len(name))
            sentence = doc.sentence_at(start)
            if sentence is not None and not any(span.overlaps(t) for t in taken):
                taken.append(span)
                mentions.append(Mention("a", span, name, sentence.index, Layer.PLACE, ""))
            start = doc.text.find(name, span.end)
    return doc, mentions


def places(text, *names):
    return {link.mention.text: link.target for link in resolve_places(*document(text, *names))}


def link(text, name, *others):
    return next(found for found in resolve_places(*document(text, name, *others)) if found.mention.text == name)


def test_every_place_mention_gets_one_link_in_order():
    doc, mentions = document("Fighting in Kabul spread from Kabul to Ghazni.", "Kabul", "Ghazni")
    links = resolve_places(doc, mentions)
    assert [x.mention.span for x in links] == sorted(m.span for m in mentions)


def test_mentions_of_actors_are_left_alone():
    doc, mentions = document("Saleh spoke in Kabul.", "Kabul")
    actor = Mention("a", Span(0, 5), "Saleh", 0, Layer.ACTOR, "person")
    assert [x.mention.text for x in resolve_places(doc, [actor, *mentions])] == ["Kabul"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Clashes broke out in Kunduz province in Afghanistan.", "Kunduz", "province"),
        ("Clashes broke out in the province of Kunduz in Afghanistan.", "Kunduz", "province"),
        ("They took Charikar and Bagram districts in Afghanistan.", "Charikar", "district"),
        ("They took three districts – Charikar, Bagram and Salang – in Afghanistan.", "Charikar", "district"),
        ("They took Charikar, a city in Afghanistan, on Monday.", "Charikar", "city"),
        ("Crowds gathered at Kabul airport in Afghanistan.", "Kabul", "airport"),
        ("They hold the Panjshir valley in Afghanistan.", "Panjshir", "valley"),
        ("Panjshir, the only province outside their control, is in Afghanistan.", "Panjshir", "province"),
        ("در ولسوالی پلحصار در افغانستان جنگ است.", "پلحصار", "district"),
        ("وقعت اشتباكات في محافظة حلب في سوريا.", "حلب", "province"),
    ],
)
def test_the_words_beside_a_name_tell_its_kind(text, name, kind):
    assert places(text, name, "Afghanistan", "Bagram", "Salang", "افغانستان", "سوريا")[name].kind == kind


def test_a_valley_and_a_province_of_one_name_are_two_places():
    found = places(
        "Panjshir province lies in the Panjshir Valley of Afghanistan.", "Panjshir", "Panjshir Valley", "Afghanistan"
    )
    assert found["Panjshir"].id != found["Panjshir Valley"].id


def test_spellings_and_scripts_of_one_district_share_an_id():
    text = "Pol-e-Hesar and Pol-e-Hasar districts are in Afghanistan. ولسوالی پلحصار در بغلان است."
    found = places(text, "Pol-e-Hesar", "Pol-e-Hasar", "پلحصار", "بغلان", "Afghanistan")
    assert len({found[n].id for n in ("Pol-e-Hesar", "Pol-e-Hasar", "پلحصار")}) == 1
    assert found["Pol-e-Hasar"].name == "Pol-e-Hesar"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("They recaptured Banu in Afghanistan’s Baghlan province.", "Banu", "Afghanistan"),
        ("Police in Tripoli said that Lebanon was calm.", "Tripoli", "Lebanon"),
        ("Police in Tripoli said that Libya was calm.", "Tripoli", "Libya"),
        ("He was arrested in Hyderabad, Pakistan.", "Hyderabad", "Pakistan"),
        ("He was arrested in Hyderabad in India.", "Hyderabad", "India"),
        ("A march in Moscow, Idaho, ended peacefully.", "Moscow", "United States"),
    ],
)
def test_the_articles_countries_and_containment_decide(text, name, country):
    others = ("Afghanistan", "Baghlan", "Lebanon", "Libya", "Pakistan", "India", "Idaho")
    assert places(text, name, *others)[name].country == country


def test_demonyms_of_actors_tell_the_country_too():
    doc, mentions = document("Syrian troops shelled Tripoli Street in Al-Bab.", "Al-Bab")
    actor = Mention("a", Span(0, 13), "Syrian troops", 0, Layer.ACTOR, "government", key="SY")
    assert resolve_places(doc, [actor, *mentions])[0].target.country == "Syria"


def test_a_bare_name_takes_the_kind_that_the_article_gives_it_elsewhere():
    text = "Ghazni province fell in Afghanistan. Reporters from Ghazni confirmed it."
    assert {x.target.kind for x in resolve_places(*document(text, "Ghazni"))} == {"province"}


def test_directions_are_no_containment():
    found = places("They hold the Xyzzy valley, north of Kabul.", "Xyzzy", "Kabul")
    assert found["Xyzzy"].admin1 is None


@pytest.mark.parametrize("name", ["Xyzzyabad", "Qwertz-e-Bala"])
def test_an_unknown_place_is_taken_as_written_and_says_so(name):
    found = link(f"They took {name} village in Baghlan province, Afghanistan.", name, "Baghlan", "Afghanistan")
    place = found.target
    assert (place.name, place.kind, place.latitude, place.longitude, place.precision) == (
        name,
        "village",
        None,
        None,
        None,
    )
    assert (place.country, place.admin1) == ("Afghanistan", "Baghlan")
    assert "not in the gazetteer" in found.reason
    assert "Baghlan" in found.reason


def test_a_misspelling_outside_the_articles_countries_is_not_guessed():
    assert places("They met in Kandahaar in Brazil.", "Kandahaar", "Brazil")["Kandahaar"].latitude is None


def test_a_small_namesake_abroad_is_not_taken():
    assert places("They met in Ali, said Afghanistan.", "Ali", "Afghanistan")["Ali"].country is None


def test_the_reason_names_the_place_and_how_alike_the_spelling_is():
    found = link("They took Kandahaar in Afghanistan.", "Kandahaar", "Afghanistan")
    assert found.reason.startswith("gazetteer: Kandahar")
    assert f"spelling {found.score:.0f}" in found.reason


def test_an_ambiguous_name_says_what_else_it_could_be():
    found = link("Clashes were reported in Tagab in Afghanistan.", "Tagab", "Afghanistan")
    assert "could also be" in found.reason
    assert found.score <= 60


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("Blasts in Kabul city, Afghanistan.", "Kabul", 1),
        ("Blasts in Bagram district, Afghanistan.", "Bagram", 3),
        ("Blasts in Helmand province, Afghanistan.", "Helmand", 4),
        ("Blasts along the Euphrates in Syria.", "Euphrates", 5),
        ("Blasts in Afghanistan again.", "Afghanistan", 6),
        ("Attacks in the Red Sea off Yemen.", "Red Sea", 7),
    ],
)
def test_precision_follows_where_prec(text, name, precision):
    assert places(text, name, "Syria", "Yemen")[name].precision == precision


def test_a_part_of_a_country_is_a_region_of_it():
    found = places("Strikes hit Northern Iraq on Monday.", "Northern Iraq")["Northern Iraq"]
    assert (found.kind, found.country, found.latitude) == ("region", "Iraq", None)


def test_what_follows_a_comma_inside_a_mention_holds_the_place():
    found = places("A shooting in Paris, Texas, left two dead.", "Paris, Texas")["Paris, Texas"]
    assert (found.name, found.admin1) == ("Paris", "Texas")


def test_lists_end_where_the_sentence_says_something_else():
    doc, mentions = document("They left Kabul for Charikar and Bagram districts.", "Kabul", "Charikar", "Bagram")
    words = {n.mention.text: n.word.kind if n.word else None for n in read_names(doc, mentions)}
    assert words == {"Kabul": None, "Charikar": "district", "Bagram": "district"}


def test_one_name_is_one_place_throughout_an_article():
    text = "A shooting in Paris, Texas, left two dead. Officials in Paris said so. France has offered help."
    assert {x.target.admin1 for x in resolve_places(*document(text, "Paris"))} != {"Texas"}
    assert {
        x.target.admin1 for x in resolve_places(*document(text, "Paris", "Texas")) if x.mention.text == "Paris"
    } == {"Texas"}


def test_an_unknown_place_is_one_place_throughout_an_article():
    text = "Fighters hold the Xyzzy Valley in Afghanistan. The Xyzzy Valley is quiet."
    assert len({x.target.id for x in resolve_places(*document(text, "Xyzzy Valley", "Afghanistan"))}) == 2


def test_an_unknown_place_is_shown_as_the_text_writes_it():
    assert places("He spoke near Qx.-Zz station.", "Qx.-Zz")["Qx.-Zz"].name == "Qx.-Zz"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He lives in a Paris district, police in France said.", "city"),
        ("He lives in the Paris district of Xyzzy, police in France said.", "city"),
        ("He lives in Paris district, police in France said.", "district"),
    ],
)
def test_a_word_for_a_part_of_a_city_is_not_said_of_the_city(text, kind):
    assert places(text, "Paris", "France")["Paris"].kind == kind


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Tbilisi is the capital of Georgia.", "Georgia"),
        ("Atlanta and Savannah in Georgia voted, Washington said. Macon and Texas did too.", "United States"),
    ],
)
def test_a_country_and_a_division_of_one_name_are_told_apart_by_the_other_places(text, country):
    assert (
        places(text, "Georgia", "Tbilisi", "Atlanta", "Savannah", "Washington", "Macon", "Texas")["Georgia"].country
        == country
    )


def test_namesakes_in_one_country_are_told_apart_by_the_other_places():
    found = places("Atlanta police and Fulton County said so.", "Atlanta", "Fulton County")
    assert found["Fulton County"].admin1 == "Georgia"


def test_a_division_of_another_inside_one_mention():
    found = link("They met in Alishang District of Laghman Province.", "Alishang District of Laghman Province")
    assert (found.target.kind, found.target.admin1) == ("district", "Laghman")


def test_the_dateline_tells_the_country():
    text = "date 2021-08-21 Kabul: Fighters left Banu on Monday, and nothing else was said of them."
    article = read_bytes("a.txt", text.encode()).articles[0]
    doc = segment(article)
    start = doc.text.index("Banu")
    mention = Mention(article.id, Span(start, start + 4), "Banu", doc.sentence_at(start).index, Layer.PLACE, "")
    assert resolve_places(doc, [mention])[0].target.country == "Afghanistan"


def test_unknown_namesakes_of_two_divisions_are_two_places():
    one = link("They took Xyzzyabad village in Baghlan province.", "Xyzzyabad", "Baghlan").target
    other = link("They took Xyzzyabad village in Helmand province.", "Xyzzyabad", "Helmand").target
    assert one.id != other.id


def test_the_article_before_a_name_says_a_region():
    text = "In Burkina Faso, attacks rose in Djibo and across the Sahel. Burkina Faso is poor."
    assert places(text, "Burkina Faso", "Djibo", "Sahel")["Sahel"].country is None


def test_a_region_is_the_division_where_one_has_the_name():
    doc, mentions = document("Troops entered the Kharkiv region of Ukraine and shelled Kharkiv.", "Kharkiv", "Ukraine")
    kinds = [found.target.kind for found in resolve_places(doc, mentions)]
    assert kinds == ["region", "country", "city"]
    assert (
        places("He was seized in Arauca department in Colombia.", "Arauca", "Colombia")["Arauca"].kind == "department"
    )
    assert places("Fighting in Sudan's Darfur region.", "Sudan", "Darfur")["Darfur"].admin1 is None
