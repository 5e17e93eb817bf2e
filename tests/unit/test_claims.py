"""What a sentence says of harm to people, as (harm, words, low, high, party)."""

import pytest

from core.extract.claims import find_claims
from core.extract.mentions import find_mentions
from core.model import Article
from core.text.segment import segment


def document(text):
    return segment(Article("a", f"{text}\n\nThe end of it came."))


def claims(text):
    doc = document(text)
    return find_claims(doc, find_mentions(doc))


def told(text):
    doc = document(text)
    found = find_claims(doc, find_mentions(doc))
    return [(c.harm, c.text, c.low, c.high, c.party.of(doc.text) if c.party else None) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 60 Taliban fighters were also killed.", [("killed", "At least 60", 60, None, "Taliban fighters")]),
        ("The rebels killed five soldiers.", [("killed", "five", 5, 5, "soldiers")]),
        ("The blast left five dead.", [("killed", "five", 5, 5, None)]),
        ("Ten people are missing.", [("missing", "Ten", 10, 10, "people")]),
        ("Up to 200 families have fled.", [("displaced", "Up to 200", None, 200, "families")]),
        ("Between 20 and 30 civilians died.", [("killed", "Between 20 and 30", 20, 30, "civilians")]),
        ("The death toll rose to 60.", [("killed", "60", 60, 60, None)]),
        ("Twelve deaths were reported.", [("killed", "Twelve", 12, 12, None)]),
        ("There were no civilian casualties.", [("casualties", "no", 0, 0, "civilian")]),
        ("No civilians were injured.", [("injured", "No", 0, 0, "civilians")]),
        ("Police arrested a forger in the capital.", [("captured", "a", 1, 1, "forger")]),
        ("Police took the two drivers into custody.", [("captured", "the two", 2, 2, "drivers")]),
        ("Hundreds were displaced.", [("displaced", "Hundreds", None, None, None)]),
        ("The operation led to the capture of a senior leader.", [("captured", "a", 1, 1, "senior leader")]),
        ("Army aircraft bombed the camp, killing many of them.", [("killed", "many", None, None, None)]),
        ("Two soldiers were accidentally killed.", [("killed", "Two", 2, 2, "soldiers")]),
        ("The patrol found two dead civilians in the van.", [("killed", "two", 2, 2, "dead civilians")]),
        ("Zurana Horton, 34, was killed.", [("killed", "Zurana Horton", 1, 1, "Zurana Horton")]),
        ("No one was injured.", [("injured", "No one", 0, 0, None)]),
        ("Police fled after five soldiers were killed.", [("killed", "five", 5, 5, "soldiers")]),
        ("There was news of several people who died.", [("killed", "several", None, None, "people")]),
        ("Bombers killed 23 people late on Sunday, officials in the city said.", [("killed", "23", 23, 23, "people")]),
        ("The attack killed two soldiers, the military said.", [("killed", "two", 2, 2, "soldiers")]),
        ("There 30 Britons were murdered.", [("killed", "30", 30, 30, "Britons")]),
        ("That is one reason why casualties fell.", []),
        ("The fall and capture of Paris came first.", []),
        ("The attack claimed 14 lives.", [("killed", "14", 14, 14, None)]),
        ("Police found the bodies of five men.", [("killed", "five", 5, 5, "men")]),
        ("The death toll from the quake climbed to 2,056.", [("killed", "2,056", 2056, 2056, None)]),
        ("Hundreds of thousands fled to Turkey.", [("displaced", "Hundreds of thousands", None, None, None)]),
        ("The two insurgents fled into the hills.", []),
        ("Three more people died on Sunday.", [("killed", "Three more", 3, 3, "people")]),
        ("Two policemen suffered gunshot wounds.", [("injured", "Two", 2, 2, "policemen")]),
        ("The group still holds at least 32 hostages.", [("captured", "at least 32", 32, None, "hostages")]),
        ("The minister held two talks on the hostages.", []),
        ("At least three organisers were abducted.", [("captured", "At least three", 3, None, "organisers")]),
        ("Over 20 people, most of them children, died.", [("killed", "Over 20", 20, None, "people")]),
        ("Among those killed were three journalists.", [("killed", "three", 3, 3, "journalists")]),
        ("Forty-two schoolgirls were abducted.", [("captured", "Forty-two", 42, 42, "schoolgirls")]),
        ("He said two of the three victims died.", [("killed", "two", 2, 2, "victims")]),
        (
            "A man suspected of shooting three people at a firm where he had worked was arrested.",
            [("captured", "A", 1, 1, "man")],
        ),
        ("Heavy losses were suffered.", [("casualties", "Heavy", None, None, None)]),
    ],
)
def test_one_claim(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("About 60 fighters were killed or injured.", "killed or injured"),
        ("A number of fighters have been killed and injured.", "killed and injured"),
        ("A number of fighters killed & injured.", "killed and injured"),
        ("No civilians were wounded or killed.", "killed or injured"),
    ],
)
def test_two_harms_under_one_number_are_one_claim_of_neither(text, harm):
    assert [c.harm for c in claims(text)] == [harm]


def test_each_harm_has_its_own_number():
    assert told("The blast killed at least 12 people and injured more than 30 others.") == [
        ("killed", "at least 12", 12, None, "people"),
        ("injured", "more than 30", 30, None, "others"),
    ]


def test_an_ellipsis_keeps_the_party():
    assert told("Five policemen were killed and three wounded.") == [
        ("killed", "Five", 5, 5, "policemen"),
        ("injured", "three", 3, 3, "policemen"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed 12 people, including two children.",
        "60 civilians, including 20 women, were killed.",
        "Several insurgents were detained, including a leader.",
        "Seven people, two of them children, were killed.",
    ],
)
def test_a_part_points_at_its_whole(text):
    found = claims(text)
    assert [c.part_of for c in found] == [None, 0]


def test_parts_point_at_wholes_in_later_sentences_too():
    found = claims("Five soldiers were killed. The blast killed 12 people, including two children.")
    assert [c.part_of for c in found] == [None, None, 1]


def test_lists_are_read_to_their_end():
    text = "A bomb killed five civilians, a policeman and two insurgents."
    assert [c.low for c in claims(text)] == [5, 1, 2]
    assert [c.low for c in claims("Five civilians, a policeman and two insurgents were killed.")] == [5, 1, 2]


def test_one_of_two_names_in_apposition_is_one_person():
    text = "Forces killed Sergei Petrov, a commander, and two soldiers."
    assert [(c.text, c.low) for c in claims(text)] == [("Sergei Petrov", 1), ("two", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "The force went to capture a rebel leader.",
        "The plan would have killed five soldiers.",
        "The army captured three districts.",
        "The photographer captured the moment.",
        "The bomb did not kill the soldiers.",
        "Fighters recaptured the town from the rebels.",
        "The speech killed the mood.",
        "The club placed Thomas on injured reserve.",
        "Bush injured his left knee.",
        "They held a minute of silence for the dead.",
        "Her agent said the news died quickly.",
    ],
)
def test_what_did_not_befall_people_is_no_claim(text):
    assert claims(text) == ()


def test_at_most_as_many_of_either_where_two_harms_share_a_number():
    assert sorted(t[:4] for t in told("The force killed or captured 20 insurgents.")) == [
        ("captured", "20", None, 20),
        ("killed", "20", None, 20),
    ]


def test_the_subject_of_the_first_verb_is_that_of_the_second():
    text = "The insurgent attacked the patrol and was killed."
    assert told(text) == [("killed", "The insurgent", 1, 1, "insurgent")]


def test_headings_and_promo_claim_nothing():
    doc = segment(Article("a", "Five Soldiers Killed In Blast\n\nIt rained.\n\nAlso Read - Ten people killed"))
    assert find_claims(doc, ()) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The man, 34, was shot in the leg and later died.", [("killed", "The man", 1, 1, "man")]),
        ("The driver, 52, was arrested.", [("captured", "The driver", 1, 1, "driver")]),
        (
            "Police arrested Ahmed Khan, 45, and Omar Malik, 52.",
            [
                ("captured", "Ahmed Khan", 1, 1, "Ahmed Khan"),
                ("captured", "Omar Malik", 1, 1, "Omar Malik"),
            ],
        ),
        ("Two brothers, aged 12 and 14, were killed.", [("killed", "Two", 2, 2, "brothers")]),
        ("Dragan Petrov (54) was injured.", [("injured", "Dragan Petrov", 1, 1, "Dragan Petrov")]),
        (
            "Maria Lopez, 24, and her son, 3, were killed.",
            [("killed", "Maria Lopez", 1, 1, "Maria Lopez"), ("killed", "her son", 1, 1, "son")],
        ),
    ],
)
def test_ages_are_no_counts(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize("words", ["None of the", "Not one of the"])
def test_nobody_of_a_group_is_nobody(words):
    assert told(f"{words} 20 passengers was killed.") == [("killed", words, 0, 0, "passengers")]


@pytest.mark.parametrize(
    "speakers",
    ["a witness and members of a local group said", "a local official and two residents told AFP", "a resident added"],
)
def test_who_speaks_is_not_among_those_harmed(speakers):
    found = told(f"The strike killed 40 people, including many children, {speakers}.")
    assert [(low, party) for _, _, low, _, party in found] == [(40, "people"), (None, "children")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels lost three fighters on Monday.", [("killed", "three", 3, 3, "fighters")]),
        ("The company lost three managers.", []),
        ("Rescuers recovered 54 bodies.", [("killed", "54", 54, 54, None)]),
        ("The two bodies agreed that they had found a way.", []),
        ("Four nurses were among the victims.", [("casualties", "Four", 4, 4, "nurses")]),
        ("They had taken five tourists hostage.", [("captured", "five", 5, 5, "tourists hostage")]),
        ("The navy detained a British-flagged vessel.", []),
        ("Police arrested a forger two weeks later.", [("captured", "a", 1, 1, "forger")]),
        (
            "Ali Bongo and five senior advisers were arrested.",
            [("captured", "Ali Bongo", 1, 1, "Ali Bongo"), ("captured", "five", 5, 5, "senior advisers")],
        ),
    ],
)
def test_frames_of_loss_finding_and_taking(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Six civilians — four women and two children — were killed.",
        "Six civilians, four women and two children, were killed.",
        "The shelling killed six civilians: four women and two children.",
    ],
)
def test_a_total_told_in_parts(text):
    assert [(c.low, c.part_of) for c in claims(text)] == [(6, None), (4, 0), (2, 0)]


def test_some_of_them_are_a_part():
    assert [(c.low, c.part_of) for c in claims("The blast killed 80 people, 30 of them women.")] == [
        (80, None),
        (30, 0),
    ]


def test_a_name_after_its_role_is_no_second_person():
    assert [c.low for c in claims("The force killed a leader, Mullah Nafi, along with one other insurgent.")] == [1, 1]


def test_the_parts_of_a_toll():
    found = claims("The ministry put the toll at 11, including two children.")
    assert [(c.low, c.part_of) for c in found] == [(11, None), (2, 0)]
