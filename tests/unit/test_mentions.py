"""Who and where: names, descriptions, and the decision between actor and place."""

import pytest

from core.extract.mentions import find_mentions
from core.model import Article, Form, Layer, Span
from core.text.segment import segment

REST = "\n\nNothing more was said that day."


def mentions(text):
    return find_mentions(segment(Article(id="a", text=text + REST)))


def surfaces(text):
    return [m.text for m in mentions(text)]


def of(text, surface):
    return next(m for m in mentions(text) if m.text == surface)


def test_full_name_stands_without_its_title():
    found = of("He met Marshal Abdul Rashid Dostum in the town.", "Abdul Rashid Dostum")
    assert found.kind == "person"
    assert found.evidence


def test_bare_surname_keeps_its_title():
    text = "They spoke to Vice President Saleh on Monday, it was said."
    found = of(text, "Vice President Saleh")
    assert found.head.of(text) == "Saleh"


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The army retook Garabulli district on Sunday.", "Garabulli"),
        ("Rebels took Zintan, Nalut and Yafran districts from the army.", "Nalut"),
        ("Fighters hold three districts – Banu, Pol-e-Hesar, and De Salah – in the north.", "De Salah"),
        ("They are fighting in #Baghlan again.", "Baghlan"),
        ("The troops fled to Lashkar Gah at night.", "Lashkar Gah"),
        ("A blast hit Woodbridge, Virginia, at noon.", "Woodbridge"),
    ],
)
def test_place_by_evidence(text, surface):
    assert of(text, surface).layer is Layer.PLACE


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Tajuden Soroush, a senior correspondent, saw it.", "Tajuden Soroush"),
        ("The post was held by Bobby Zorrick, 43, a clerk.", "Bobby Zorrick"),
        ("A bomb hurt Staff Sergeant Zorrick badly.", "Staff Sergeant Zorrick"),
        ("Amna Zorrick said so. Later Zorrick left.", "Zorrick"),
    ],
)
def test_person_by_evidence(text, surface):
    assert of(text, surface).kind == "person"


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("The Ministry of Health and Welfare paid.", "Ministry of Health and Welfare", "government"),
        ("It was the Zorrick Liberation Front that fired.", "Zorrick Liberation Front", "armed group"),
        ("The Zorrick Gazette wrote it.", "Zorrick Gazette", "media"),
        ("He works for the Zorrick Foundation for Peace.", "Zorrick Foundation for Peace", "organization"),
        ("Residents fled at night.", "Residents", "population"),
        ("The police fired tear gas.", "police", "government"),
    ],
)
def test_kinds_of_actors(text, surface, kind):
    assert of(text, surface).kind == kind


def test_fighters_of_a_known_group_are_that_group():
    text = "At least 60 Taliban fighters were killed."
    found = of(text, "Taliban fighters")
    assert (found.key, found.form, found.head.of(text)) == ("taliban", Form.DESCRIPTION, "Taliban")


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The anti-Taliban forces advanced.", "anti-Taliban forces"),
        ("A Taliban resistance is forming.", "Taliban resistance"),
        ("Local resistance forces advanced.", "Local resistance forces"),
        ("Turkish-backed rebels advanced.", "Turkish-backed rebels"),
    ],
)
def test_those_against_or_backed_by_a_party_are_not_the_party(text, surface):
    found = of(text, surface)
    assert (found.kind, found.key, found.head) == ("armed group", "", None)
    assert len(mentions(text)) == 1


def test_a_definite_article_makes_a_noun_refer_back():
    assert surfaces("It was done by the outfit.") == ["outfit"]
    assert surfaces("It was done by a new outfit.") == []


def test_an_opening_word_is_a_name_where_the_article_says_so():
    text = "Mark Felt was an agent of the bureau. Felt died in his sleep."
    assert surfaces(text) == ["Mark Felt", "Felt"]
    assert "Felt" not in surfaces("Felt is a kind of cloth.")


def test_a_government_is_called_after_its_head():
    assert of("The Karzai administration declined.", "Karzai administration").kind == "government"


def test_things_are_neither_party_nor_place():
    assert surfaces("He won the Zorrick Prize after the Zorrick War.") == []


def test_an_adjective_before_another_noun_is_no_party():
    assert surfaces("They study the military history of it.") == []


@pytest.mark.parametrize(
    ("text", "surface", "layer"),
    [
        ("He asked for arms from Iran.", "Iran", Layer.PLACE),
        ("Iran said the talks had failed.", "Iran", Layer.ACTOR),
        ("He called on the US to supply arms.", "US", Layer.ACTOR),
        ("Moscow denied the report.", "Moscow", Layer.ACTOR),
        ("They met in Moscow.", "Moscow", Layer.PLACE),
        ("It killed thousands in Chad, Niger and Cameroon.", "Cameroon", Layer.PLACE),
        ("China and the Philippines traded accusations.", "China", Layer.ACTOR),
    ],
)
def test_states_and_capitals_act_or_are_places(text, surface, layer):
    assert of(text, surface).layer is layer


def test_an_adjective_of_a_state_acts_only_with_an_act():
    assert of("Two Russian airstrikes hit the market.", "Russian").key == "RU"
    assert surfaces("They were waving the Russian flag.") == []


def test_lower_case_nouns_of_nature_belong_to_the_name():
    assert of("They hold the Panjshir valley.", "Panjshir valley").kind == "valley"


def test_a_nickname_stands_inside_the_name():
    assert surfaces('They follow Jimmy "Barbecue" Zorrick now.') == ['Jimmy "Barbecue" Zorrick']


def test_an_acronym_is_what_the_article_says_it_is():
    text = "The Pakistan Tehreek-e-Insaf (PTI) marched. The PTI was banned."
    keys = {m.text: m.key for m in mentions(text)}
    assert keys["PTI"] == keys["Pakistan Tehreek-e-Insaf"]


def test_a_state_after_a_person_does_not_make_a_place_of_them():
    assert of("The raid killed its head, Mohammed Zorrick, Israel said.", "Mohammed Zorrick").kind == "person"


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Sanctions on Burma stay in force.", True),
        ("It apologized to Brazil for that.", True),
        ("Iran-backed editors left.", True),
        ("Kabul-based editors left.", False),
        ("He writes for an Iran-based site.", False),
        ("The capture of Kabul was quick.", False),
    ],
)
def test_dealings_make_parties_of_states(text, acts):
    first = next(m for m in mentions(text) if m.text in {"Burma", "Brazil", "Iran", "Kabul"})
    assert (first.layer is Layer.ACTOR) is acts


def test_compounds_are_cut():
    assert surfaces("An ISIL-held tank burned.") == ["ISIL"]


def test_handles_and_bylines_are_accounts():
    text = "Clashes go on. pic.twitter.com/tW1ENliWOK — Zorrick Daily (@zorrick_daily) August 20, 2021"
    found = {m.text: m for m in mentions(text)}
    assert {found[s].kind for s in ("Zorrick Daily", "zorrick_daily")} == {"media"}
    assert found["zorrick_daily"].form is Form.HANDLE


def test_places_in_arabic_script_stand_after_their_noun():
    found = mentions("ولسوالی پلحصار از طالبان پس گرفته شد و جنگ در ولسوالهای ده سلاح و بنو جریان دارد.")
    assert [(m.text, m.layer) for m in found] == [
        ("پلحصار", Layer.PLACE),
        ("طالبان", Layer.ACTOR),
        ("ده سلاح", Layer.PLACE),
        ("بنو", Layer.PLACE),
    ]


def test_headings_hold_no_mentions():
    doc = segment(Article(id="a", text="Ahmad Massoud Seeks Arms\n\nNothing more was said."))
    assert find_mentions(doc) == ()


def test_a_heading_read_as_prose_keeps_only_names():
    assert surfaces("It is late.\n\nAhmad Massoud Seeks Arms From The US,")[:1] == ["Ahmad Massoud"]


def test_spans_are_surfaces():
    text = "Gunmen from Boko Haram killed 14 people in Damboa, Borno State, residents told AFP."
    for m in mentions(text):
        assert m.span.of(text) == m.text
        assert m.span.covers(m.head or Span(m.span.start, m.span.start))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Iran's foreign ministry spokesman, Nasser Kanaani, rejected the demand.", "Nasser Kanaani"),
        ("Ukraine's interior minister, Denys Monastyrsky, said 16 had died.", "Denys Monastyrsky"),
        ("He met his Irish counterpart, Micheál Martin, on Monday.", "Micheál Martin"),
        ("The governor of the region, Oleh Syniehubov, said two died.", "Oleh Syniehubov"),
        ("Duwa Lashi La, the NUG's acting president, condemned the strike.", "Duwa Lashi La"),
        ("His wife, Sylvia, is being detained at home.", "Sylvia"),
    ],
)
def test_a_name_in_apposition_to_a_role_is_a_person(text, name):
    assert of(text, name).kind == "person"


def test_a_surname_that_is_also_a_people_is_the_persons():
    text = "UN rights chief Volker Türk spoke. Türk called for an inquiry."
    assert [(m.text, m.kind) for m in mentions(text)][1:] == [("Volker Türk", "person"), ("Türk", "person")]
    assert of("The Turk said so.", "Turk").kind == "population"


@pytest.mark.parametrize("number", ["Fifty-three", "Twenty-two", "Ninety-first"])
def test_a_number_in_words_is_no_name(number):
    assert number not in surfaces(f"{number} soldiers died. {number} more were hurt.")


@pytest.mark.parametrize("text", ["Nato said it would help.", "Unesco condemned it.", "Opec met on Monday."])
def test_an_abbreviation_written_as_a_word_is_the_body(text):
    (found,) = mentions(text)
    assert (found.kind, found.key) == ("organization", found.text.lower())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("COLORADO SPRINGS, Colo. — A gunman killed five people.", "Colo"),
        ("Attacks rose in West and Central Africa.", "West"),
        ("The US sent the destroyer USS Carney.", "Carney"),
        ("The US sent the destroyer USS Carney.", "USS"),
    ],
)
def test_what_is_no_name_by_itself(text, name):
    assert name not in surfaces(text)


def test_the_other_side_of_a_border_is_a_place():
    assert of("The rebels fled across the border with Mali.", "Mali").layer is Layer.PLACE
    assert of("The rebels made peace with Mali.", "Mali").layer is Layer.ACTOR


@pytest.mark.parametrize(
    "noun", ["students", "workers", "lawyers", "doctors", "rescuers", "mediators", "officers", "prosecutors"]
)
def test_people_who_act_together(noun):
    assert of(f"On Monday {noun} gathered in the town.", noun).form is Form.DESCRIPTION


def test_an_ambassador_stands_for_the_state():
    assert of("Israel summoned the Irish ambassador on Tuesday.", "Irish ambassador").key == "IE"


def test_a_congress_is_that_of_the_state_which_the_article_is_about():
    assert of("Peru's Congress met. Peru was calm.", "Congress").key == ""
    assert of("The US was told by Congress to withdraw.", "Congress").key == "us-congress"


def test_what_lies_between_two_towns_makes_neither_a_party():
    assert not [m for m in mentions("The unit came under attack between Deou and Oursi.") if m.layer is Layer.ACTOR]
    assert of("There was fighting between Israel and Hamas.", "Israel").layer is Layer.ACTOR


def test_rebel_troops_are_no_governments():
    assert of("The rebel troops withdrew.", "rebel troops").kind == "armed group"
    assert of("The troops withdrew.", "troops").kind == "government"


def test_a_committee_for_one_thing_and_another_is_one():
    name = "Committee for the Transition and Restoration of Institutions"
    assert name in surfaces(f"They called themselves the {name}, it was said.")


def test_what_is_taken_is_a_place():
    assert of("The rebels had taken Zintan on Monday.", "Zintan").layer is Layer.PLACE


CHAT = "lol i dont know\nu r right\nwow im here\n"


@pytest.mark.parametrize("name", ["obama", "emma watson", "Travis scott"])
def test_a_text_of_chat_names_without_capitals(name):
    text = f"{CHAT}thanks {name} for this"
    assert of(text, name).kind == "person"


def test_a_small_word_is_no_name_in_a_text_with_capitals():
    text = "Thanks to emma for this. The army came."
    assert "emma" not in surfaces(text)


def test_a_small_town_of_chat_is_a_place():
    assert of(f"{CHAT}we live in australia now", "australia").layer is Layer.PLACE


def test_an_ordinary_word_among_capitals_is_no_abbreviation():
    assert "IS" not in surfaces("THIS IS SO GOOD, they said.")
    assert any("IS" in s for s in surfaces("They said that IS attacked the town."))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The goods were distributed by Zorrin in May.", "Zorrin"),
        ("He bought Zarn Ltd. in May.", "Zarn Ltd."),
        ("They heard that the Coalition would consult them.", "Coalition"),
        ("They work for Microsoft in May.", "Microsoft"),
        ("Eberhard Zorrin GmbH was sold in May.", "Eberhard Zorrin GmbH"),
    ],
)
def test_bodies_by_dealing_legal_form_head_and_lexicon(text, name):
    assert of(text, name).kind == "organization"


def test_a_person_has_no_key_of_a_body_that_is_called_so_too():
    found = mentions("Phil Ford scored for the team. They praised Ford, 23, for that.")
    assert [(m.kind, m.key) for m in found if "Ford" in m.text] == [("person", "")] * 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met the Republican senators at noon.", "Republican"),
        ("It was said that a Labour MP left.", "Labour"),
        ("He sat with the Liberal caucus.", "Liberal"),
    ],
)
def test_parties_by_those_who_sit_for_them(text, name):
    assert of(text, name).kind == "organization"


def test_a_word_for_two_parties_is_neither():
    assert of("He sat with the Liberal caucus.", "Liberal").key == ""
    assert of("They met the Republican senators.", "Republican").key == "republican-party"


def test_a_view_is_no_party():
    assert "conservative" not in surfaces("They held a conservative view.")


def test_a_nickname_of_a_team_is_no_team_by_itself():
    assert not [m.key for m in mentions("They sent Patriots and Raptors to the front, and Villa fled.") if m.key]


def test_two_persons_beside_an_ampersand_are_two():
    found = surfaces("They met Jason & Michelle at noon.")
    assert "Jason" in found
    assert "Michelle" in found
    assert "Johnson & Johnson" in surfaces("They sued Johnson & Johnson at noon.")


def test_a_surname_without_a_capital_goes_with_the_given_name():
    assert of(f"{CHAT}this is by rick zorrickley again", "rick zorrickley").kind == "person"


@pytest.mark.parametrize(
    "name",
    [
        "Bangladesh Garment Manufacturers and Exporters Association (BGMEA)",
        "Union of Farmers and Fishers (UFF)",
    ],
)
def test_a_bracketed_acronym_bounds_the_name_before_it(name):
    found = find_mentions(segment(Article("a", f"The {name} proposed a wage on Monday.")))
    assert name.partition(" (")[0] in [mention.text for mention in found]
