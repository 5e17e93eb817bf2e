"""Who says what: the chain, the exact stretch, the manner."""

import pytest

from core.extract.attribution import find_attributions
from core.extract.mentions import find_mentions
from core.model import Article
from core.text.segment import segment


def read(text):
    doc = segment(Article("a", text))
    found = find_attributions(doc, find_mentions(doc))
    return [([c.text for c in a.chain], a.scope.of(doc.text), a.manner) for a in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Five men were killed, said Foreign Minister Sergei Lavrov.",
            (["Sergei Lavrov"], "Five men were killed", "indirect"),
        ),
        (
            "The rebels killed nine soldiers, Ahmed Mokhtar said.",
            (["Ahmed Mokhtar"], "The rebels killed nine soldiers", "indirect"),
        ),
        (
            "A retired general, Ahmed Mokhtar, said the army had fled.",
            (["Ahmed Mokhtar"], "the army had fled", "indirect"),
        ),
        (
            "Sergei Lavrov said that five men were killed.",
            (["Sergei Lavrov"], "five men were killed", "indirect"),
        ),
        (
            "According to former officials, five men were killed.",
            (["former officials"], "five men were killed", "according-to"),
        ),
        (
            "Five men were killed, according to former officials.",
            (["former officials"], "Five men were killed", "according-to"),
        ),
        ("Five men were killed, reports say.", (["unnamed reports"], "Five men were killed", "indirect")),
        ("Five men were killed, said reports.", (["unnamed reports"], "Five men were killed", "indirect")),
        ("It was reported that five men were killed.", (["unnamed reports"], "five men were killed", "impersonal")),
        ("“We won,” Sergei Lavrov told reporters in Moscow.", (["Sergei Lavrov"], "“We won,”", "direct")),
        ("In another message, he said, “We won.”", (["he"], "“We won.”", "direct")),
        (
            "By the end of it, Lavrov said, there was no hope of a truce.",
            (["Lavrov"], "By the end of it, Lavrov said, there was no hope of a truce", "indirect"),
        ),
        (
            "Sergei Lavrov, the country's minister, said a call came in at night.",
            (["Sergei Lavrov"], "a call came in at night", "indirect"),
        ),
        (
            "“We won,” the candidate, regional bureaucrat Sergei Lavrov, said in a statement.",
            (["Sergei Lavrov"], "“We won,”", "direct"),
        ),
        (
            "According to officials in the capital, five men were killed.",
            (["officials"], "five men were killed", "according-to"),
        ),
        ("“We won,” said Col. Travis Caughlin.", (["Travis Caughlin"], "“We won,”", "direct")),
        (
            "The capture of the town was confirmed by Sergei Lavrov.",
            (["Sergei Lavrov"], "The capture of the town was", "indirect"),
        ),
        (
            "Police officials said on Monday five men had been killed there.",
            (["Police officials"], "five men had been killed there", "indirect"),
        ),
        (
            "The ministry, in a statement, said five men had been killed.",
            (["The ministry"], "five men had been killed", "indirect"),
        ),
        (
            "The ministry said in a statement five men had been killed.",
            (["The ministry"], "five men had been killed", "indirect"),
        ),
        ("Reports say five men died.", (["unnamed reports"], "five men died", "indirect")),
        (
            "The level was just under the limit of 0.08 percent, Sergei Lavrov told The Moscow Times.",
            (["Sergei Lavrov"], "The level was just under the limit of 0.08 percent", "indirect"),
        ),
        (
            "The Syrian Observatory for Human Rights, a UK-based monitor, said at least 20 people were killed.",
            (["Syrian Observatory for Human Rights"], "at least 20 people were killed", "indirect"),
        ),
        (
            "The rebels – according to the army – had fled.",
            (["army"], "The rebels – according to the army – had fled", "according-to"),
        ),
        ("As Reuters reported earlier, the bridge fell.", (["Reuters"], "the bridge fell", "indirect")),
        ("“We won,” he said by telephone.", (["he"], "“We won,”", "direct")),
        ("Five men were killed, a naval officer said here.", (["a naval officer"], "Five men were killed", "indirect")),
        ("The Taliban claimed to have killed five men.", (["Taliban"], "to have killed five men", "indirect")),
        ("There are reports of fighting in the valley.", (["unnamed reports"], "fighting in the valley", "impersonal")),
        (
            "Unconfirmed reports had suggested that forces were linking up.",
            (["unnamed reports"], "forces were linking up", "indirect"),
        ),
    ],
)
def test_one_attribution(text, expected):
    assert read(text) == [expected]


def test_a_chain_goes_from_the_nearest_source_to_the_farthest():
    text = "A correspondent, Tajuden Soroush, said, “Officials tell me that the town fell. About 60 men were killed.”"
    found = read(text)
    assert [chain for chain, _, _ in found] == [["Tajuden Soroush"], ["Tajuden Soroush", "Officials"]]
    assert found[1][1].startswith("the town fell")
    assert found[1][1].endswith("were killed.")


def test_a_report_of_a_saying_covers_the_saying():
    text = "“The resistance is concentrated there,” he said, TRT World reported."
    assert [chain for chain, _, _ in read(text)] == [["TRT World"], ["TRT World", "he"]]


def test_a_contrasting_clause_is_not_said():
    scope = read("The ministry said five men died, but witnesses counted ten.")[0][1]
    assert scope == "five men died"


def test_a_quotation_over_several_sentences_is_one_scope():
    found = read("Sergei Lavrov said, “We won. It is over. They fled.” Nobody answered.")
    assert [scope for _, scope, _ in found] == ["“We won. It is over. They fled.”"]


def test_a_second_quotation_in_the_paragraph_keeps_its_speaker():
    found = read("“We won,” said Sergei Lavrov. “It is over.”")
    assert [(chain, scope) for chain, scope, _ in found] == [
        (["Sergei Lavrov"], "“We won,”"),
        (["Sergei Lavrov"], "“It is over.”"),
    ]


def test_a_quotation_resumed_after_its_verb_keeps_its_speaker():
    found = read("“It is debatable,” Lavrov wrote, “whether it was worth it.”")
    assert [scope for _, scope, _ in found] == ["“It is debatable,”", "“whether it was worth it.”"]


def test_who_quotes_stands_nearer_than_who_is_quoted():
    expected = [["State television"], ["State television", "a military source"]]
    assert [c for c, _, _ in read("State television quoted a military source as saying the town fell.")] == expected
    told = read("“The town fell,” State television quoted a military source as saying.")
    assert [c for c, _, _ in told] == expected
    assert {scope for _, scope, _ in told} == {"“The town fell,”"}


def test_a_source_cited_in_an_aside_stands_behind_the_reporter():
    found = read("Reuters reported, citing two security sources, that the convoy had been hit.")
    assert [c for c, _, _ in found] == [["Reuters"], ["Reuters", "two security sources"]]


def test_a_second_verb_shares_its_subject():
    found = read("Officials in Kabul confirmed the fall of the town but said fighting continued.")
    assert [(c, s) for c, s, _ in found] == [
        (["Officials in Kabul"], "the fall of the town"),
        (["Officials in Kabul"], "fighting continued"),
    ]


def test_an_embedded_post_is_its_author_s_and_its_source_s():
    text = (
        "Town captured, & a number of fighters killed.\n\n"
        "Local reporters from Baghlan pic.twitter.com/tW1ENliWOK — Asvaka News (@AsvakaNews) August 20, 2021\n\n"
        "It rained."
    )
    chain, scope, manner = read(text)[0]
    assert chain == ["Asvaka News", "Local reporters from Baghlan"]
    assert scope.startswith("Town captured")
    assert manner == "post"


def test_a_post_relayed_without_its_byline_belongs_to_who_was_said_to_post():
    text = "The agency Asvaka shared a video of it.\n\nTown in #Baghlan captured by the resistance.\n\nIt rained."
    assert (["Town in #Baghlan captured by the resistance."], "post") in [([s], m) for _, s, m in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Photographs of alleged fighters are circulating.",
        "The group claimed responsibility.",
        "Saleh had declared himself president.",
        "Citing constitutional provisions, he resigned.",
        "The bomb claimed three lives.",
        "He called on the government to act.",
        "The general reports to the minister.",
        "It was a charge the government denies.",
        "They saw two men, believed to be insurgents, in the hills.",
        "He flew to the field, also called “Q-West” by the men.",
        "Mourners buried those of an attack claimed by the group.",
    ],
)
def test_what_reports_no_saying(text):
    assert read(text) == []


@pytest.mark.parametrize(
    "text", ["It was reported that", "“he said, that", "said", "According to", "told", "reports of"]
)
def test_a_sentence_that_breaks_off_is_read_without_harm(text):
    assert all(scope for _, scope, _ in read(text))


@pytest.mark.parametrize(
    ("text", "claimant", "scope"),
    [
        ("The World Health Organization (WHO) said 12 had died.", "World Health Organization", "12 had died"),
        ("Ashley Paugh, 35, said rebels had fled.", "Ashley Paugh", "rebels had fled"),
        ("Sergei Lavrov said there was a chance of peace.", "Sergei Lavrov", "there was a chance of peace"),
        (
            "Five men died on the road, a witness and two local officials said.",
            "a witness and two local officials",
            "Five men died on the road",
        ),
        (
            "The Committee for the Transition and Restoration of Institutions said the borders were shut.",
            "The Committee for the Transition and Restoration of Institutions",
            "the borders were shut",
        ),
    ],
)
def test_asides_and_coordinations_of_speakers(text, claimant, scope):
    assert read(text) == [([claimant], scope, "indirect")]


@pytest.mark.parametrize(
    ("text", "claimant", "scope"),
    [
        ("A police spokesman put the toll at 11.", "A police spokesman", "the toll at 11"),
        ("BBC News put the number of dead at 80.", "BBC News", "the number of dead at 80"),
        (
            "The Taliban claimed responsibility for an attack that killed 49.",
            "The Taliban",
            "an attack that killed 49",
        ),
        ("The government accused the rebels of killing 20.", "The government", "killing 20"),
        ("Sergei Lavrov blamed the rebels for the attack.", "Sergei Lavrov", "the attack"),
    ],
)
def test_stated_without_a_clause(text, claimant, scope):
    ((chain, said, how),) = read(text)
    assert (chain[0].removeprefix("The "), said, how) == (claimant.removeprefix("The "), scope, "indirect")


def test_what_is_denied_or_meant_is_not_stated():
    assert read("He was accused of killing five.") == []
    assert read("The Taliban put the money to good use.") == []


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("The army said the base was safe. Militants came. It added that two had died.", ["army", "army"]),
        ("Sergei Lavrov said it was over. The EU came back, he said.", ["Sergei Lavrov", "Sergei Lavrov"]),
        ("The army said it was over. “We won,” he said.", ["army", "he"]),
        ("The Rapid Support Forces said it was over. “We won,” it added.", ["Rapid Support Forces"] * 2),
        (
            "Sergei Lavrov said it was over. Antony Blinken left. He said it was not.",
            ["Sergei Lavrov", "He"],
        ),
    ],
)
def test_pronouns_take_up_who_spoke_before(text, claimants):
    assert [chain[0].removeprefix("The ") for chain, _, _ in read(text)] == claimants
