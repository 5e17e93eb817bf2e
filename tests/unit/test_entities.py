"""Who is who in marked texts."""

from datetime import date

import pytest

from core.resolve.entities import resolve_actors
from tests.marked import marked


def entities(*texts):
    """For every article, its mentions' texts with the names of their entities, and all links."""
    read = [marked(text, f"a{i}", date(2021, 8, 20 + i)) for i, text in enumerate(texts)]
    return resolve_actors([doc for doc, _ in read], [mentions for _, mentions in read])


def ids(links, text):
    return {link.target.id for link in links if link.mention.text == text}


def one(links, *texts):
    return len(set().union(*(ids(links, text) for text in texts))) == 1 and all(ids(links, text) for text in texts)


def test_father_and_son_stay_two_and_the_surname_is_the_sons():
    links = entities(
        "The son of [person Ahmad Shah Massoud], [person Ahmad Massoud], hopes. [person Massoud] called on them."
    )
    assert not one(links, "Ahmad Massoud", "Ahmad Shah Massoud")
    assert one(links, "Ahmad Massoud", "Massoud")


def test_kin_keeps_two_apart_whose_names_would_match():
    links = entities(
        "[person Mohammed Karim], brother of [person Mohamad Karim Azizi], left. [person Karim Shah] stayed."
    )
    assert not one(links, "Mohammed Karim", "Mohamad Karim Azizi")


def test_an_ambiguous_surname_is_left_open_and_says_so():
    links = entities("[person Ali Karimi] met [person Reza Karimi]. [person Karimi] was silent.")
    (link,) = [k for k in links if k.mention.text == "Karimi"]
    assert not one(links, "Karimi", "Ali Karimi")
    assert "unresolved" in link.reason
    assert link.score <= 50


def test_a_surname_finds_its_bearer_in_another_article():
    links = entities("[person Lindsay Lohan] was in court.", "[person Lohan] was absent.")
    assert one(links, "Lindsay Lohan", "Lohan")


def test_spellings_join_across_articles():
    links = entities("[person Atta Mohammad Noor] spoke.", "[person Atta Muhammad Nur] fled.")
    assert one(links, "Atta Mohammad Noor", "Atta Muhammad Nur")
    assert "spelling" in links[1].reason or "spelling" in links[0].reason


def test_a_defined_acronym_is_its_name():
    links = entities("The [organization Zarmast Rescue Bureau] ([organization ZX]) came. The [organization ZX] left.")
    assert one(links, "Zarmast Rescue Bureau", "ZX")


def test_scripts_and_aliases_of_a_known_group():
    links = entities("The [armed group Taliban] came. [armed group Taleban] left.", "[armed group طالبان] came.")
    assert one(links, "Taliban", "Taleban", "طالبان")
    assert {link.target.name for link in links} == {"Taliban"}


@pytest.mark.parametrize("epithet", ["Jihadist group", "Islamic fundamentalist group", "Islamist movement"])
def test_an_epithet_is_the_only_group_that_fits(epithet):
    links = entities(
        f"The [armed group Taliban] fought the [armed group FARC]. The [armed group/description {epithet}] won."
    )
    assert one(links, "Taliban", epithet)


def test_an_epithet_with_two_candidates_stays_alone():
    links = entities(
        "The [armed group Taliban] and [armed group Al-Qaeda] met. The [armed group/description Jihadist group] won."
    )
    assert not ids(links, "Jihadist group") & (ids(links, "Taliban") | ids(links, "Al-Qaeda"))


def test_what_is_introduced_takes_up_nobody():
    links = entities(
        "The [armed group Taliban] came. They formed a [armed group/description guerrilla movement] there."
    )
    assert not one(links, "Taliban", "guerrilla movement")


def test_the_outfit_is_the_group_last_mentioned():
    links = entities("The [armed group Taliban] came. It attacked. The [armed group/description outfit] denied it.")
    assert one(links, "Taliban", "outfit")
    assert "last mentioned" in links[-1].reason


def test_a_side_is_one_and_never_those_whom_it_resists():
    links = entities(
        "[armed group/description Anti-Taliban forces] met the [armed group Taliban]. "
        "[armed group/description Resistance fighters] won.",
        "The [armed group Public’s Resistance Forces] fought the [armed group Taliban].",
    )
    assert one(links, "Anti-Taliban forces", "Resistance fighters", "Public’s Resistance Forces")
    assert not one(links, "Taliban", "Resistance fighters")
    assert {link.target.kind for link in links} == {"armed group"}


def test_governments_by_description_and_capital_word():
    links = entities(
        "The [government Afghan government] fell. [government/description Afgh government officials] left."
    )
    assert one(links, "Afghan government", "Afgh government officials")
    links = entities(
        "The [government Kremlin] spoke. [government Russia] acted. [government/description Russian officials] agreed."
    )
    assert one(links, "Kremlin", "Russia", "Russian officials")


def test_a_role_is_the_only_person_named_with_it():
    links = entities("[person Apple CEO Steve Jobs] spoke.", "[person the CEO] left.")
    assert one(links, "Apple CEO Steve Jobs", "the CEO")


def test_short_names_of_bodies():
    links = entities(
        "The [organization Boston Red Sox] won. The [organization Red Sox] rejoiced.", "[organization Sox] lost."
    )
    assert one(links, "Boston Red Sox", "Red Sox", "Sox")


def test_junior_and_senior_stay_two():
    links = entities(
        "[person W. Mark Felt Sr.] spoke. [person Mark Felt Jr.] left. [person William Mark Felt Sr.] came."
    )
    assert not one(links, "W. Mark Felt Sr.", "Mark Felt Jr.")


def test_a_name_with_of_is_whole():
    links = entities(
        "The [organization National Technical University of Athens] and the [organization University of Athens]."
    )
    assert not one(links, "National Technical University of Athens", "University of Athens")


def test_conjunctions_are_neither_of_their_parts():
    links = entities("[organization Apple] and [organization AT&T] spoke. [organization Apple and AT&T] agreed.")
    assert not ids(links, "Apple and AT&T") & (ids(links, "Apple") | ids(links, "AT&T"))


def test_no_mentions_no_links():
    assert resolve_actors([], []) == ()
    assert entities("Nobody is named here.") == ()


def test_a_single_name_is_shown_with_the_style_that_belongs_to_it():
    links = entities("[person Prime Minister Sheikh Hasina] fled. [person Hasina] resigned. [person Mr. Smith] spoke.")
    assert [k.target.name for k in links] == ["Sheikh Hasina", "Sheikh Hasina", "Smith"]


def test_a_western_middle_name_may_be_left_out():
    links = entities("[person Anderson Lee Aldrich] was held.", "[person Anderson Aldrich] was charged.")
    assert one(links, "Anderson Lee Aldrich", "Anderson Aldrich")
