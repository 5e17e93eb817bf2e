"""“The army”, “its troops”, “soldiers of Mali”: the forces of a state, never an insurgent group."""

import pytest

from core.extract.mentions import find_mentions
from core.model import Article
from core.resolve.entities import resolve_actors
from core.text.segment import segment


def who(*texts):
    """(Text of a mention, name and kind of its entity) for every mention of an actor."""
    docs = [segment(Article(f"a{i}", text)) for i, text in enumerate(texts)]
    links = resolve_actors(docs, [find_mentions(doc) for doc in docs])
    return [(k.mention.text, k.target.name, k.target.kind) for k in links]


def names(text, surface):
    return {name for said, name, _ in who(text) if said == surface}


def test_the_army_is_never_the_only_group_named():
    text = "Boko Haram attacked a base on Friday. The army said it had repelled the attack."
    assert names(text, "army") == {"Army"}


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("Al-Shabaab shelled a base in Somalia. The army fled.", "army", "Somali National Army"),
        ("Sudan's army fought the RSF. The military said it had won.", "military", "Sudanese Armed Forces"),
        ("Fifty Malian soldiers died in an ambush.", "Malian soldiers", "Malian Armed Forces"),
        ("Soldiers of Mali fought jihadists.", "Soldiers", "Malian Armed Forces"),
        ("Gabonese soldiers seized the port.", "Gabonese soldiers", "Armed forces (Gabon)"),
        ("Ukraine's General Staff said its troops had retaken the town.", "troops", "Ukrainian Armed Forces"),
        ("Hamas said its fighters had fired rockets.", "fighters", "Hamas"),
        ("Ten soldiers of Mali met the IS group, which said its fighters had won.", "fighters", "Islamic State"),
        ("The government of a district fell in Peru. The government said so.", "government", "Peru"),
        (
            "Soldiers seized power in Gabon. Rain fell in Cameroon, Chad and Benin. Cameroon sank.",
            "Soldiers",
            "Armed forces (Gabon)",
        ),
        ("Baku said its army was responding.", "army", "Azerbaijani Armed Forces"),
        ("Twenty refugees drowned off Bangladesh, the navy said.", "navy", "Navy (Bangladesh)"),
        ("Boko Haram attacked a base in Gubio. The army said so.", "army", "Nigerian Army"),
        ("Police fired tear gas in Dhaka, Bangladesh.", "Police", "Police (Bangladesh)"),
        ("French forces left Burkina Faso. In Burkina Faso, the army rejoiced.", "army", "Burkina Faso army"),
    ],
)
def test_forces_are_those_of_a_state(text, surface, name):
    assert names(text, surface) == {name}


@pytest.mark.parametrize("noun", ["rebel troops", "international troops"])
def test_troops_of_others_are_not_the_states(noun):
    assert "Malian Armed Forces" not in {name for _, name, _ in who(f"In Mali, the {noun} withdrew.")}


def test_a_neighbour_is_not_the_articles_country():
    assert names("The rebels fled across the border with Mali. The army gave chase.", "army") == {"Army"}


def test_where_two_states_fight_soldiers_are_left_open():
    text = "Armenian forces and Azerbaijani forces clashed. Armenia and Azerbaijan said soldiers had died."
    assert names(text, "soldiers") == {"Soldiers"}


def test_soldiers_of_one_state_are_one_across_articles():
    found = who("In Gabon, soldiers took power.", "The army ousted the president of Gabon.")
    assert {name for said, name, _ in found if said in {"soldiers", "army"}} == {"Armed forces (Gabon)"}
    assert all(kind == "government" for said, _, kind in found if said in {"soldiers", "army"})


def test_a_shadow_government_is_not_the_party_from_which_it_came():
    found = who("The National Unity Government spoke. The National League for Democracy too.")
    assert len({name for _, name, _ in found}) == 2


def test_a_post_by_a_person_named_in_the_article_is_the_persons():
    text = (
        "Duwa Lashi La, the acting president, said in a post:\n\n"
        "The fight goes on. — Duwa Lashi La (@DuwaLashiLa) April 11, 2023\n\nNothing more was said."
    )
    assert {kind for said, _, kind in who(text) if "Lashi" in said} == {"person"}
