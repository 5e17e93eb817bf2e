"""How sure the text is, and by which words."""

import pytest

from tests.events import statuses


@pytest.mark.parametrize(
    ("text", "status", "cue"),
    [
        ("The army attacked the village.", "asserted", None),
        ("The army did not attack the village.", "negated", "not"),
        ("No civilians were killed.", "negated", "No"),
        ("Rebels denied that they had attacked the convoy.", "denied", "denied"),
        ("The army plans to attack the village.", "planned", "plans"),
        ("The army failed to capture the village.", "negated", "failed"),
        ("The two presidents will be arrested.", "planned", "will"),
        ("Rebels could attack the town.", "hypothetical", "could"),
        ("If the rebels attack the town, many would flee.", "hypothetical", "If"),
        ("The rebels allegedly executed 12 prisoners.", "alleged", "allegedly"),
        ("Journalists were allegedly hunted down and attacked by the group.", "alleged", "allegedly"),
        ("Unconfirmed reports said that 20 people had been killed.", "unconfirmed", "Unconfirmed"),
        ("The militants are believed to have abducted the engineers.", "reported", "believed"),
        ("Envoys said they would meet the rebels.", "planned", "would"),
        ("Turkey would not allow refugees to cross the border.", "asserted", None),
        ("The group managed to capture the town.", "asserted", None),
    ],
)
def test_the_strongest_cue_decides(text, status, cue):
    assert statuses(text)[0][1:] == (status, cue)


def test_what_somebody_says_is_reported():
    assert statuses("Gunmen stormed the hotel, the police said.")[0][1] == "reported"


def test_an_adverb_reports_too():
    assert statuses("The rebels have reportedly captured the town.")[0][1] == "reported"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran has repeatedly denied sending weapons to the rebels.", "denied"),
        ("The ministers are to meet on Monday.", "planned"),
        ("The two sides have yet to sign the treaty.", "negated"),
        ("Neither army attacked the town.", "negated"),
        ("The school may have been bombed.", "hypothetical"),
        ("Would the army have killed him?", "hypothetical"),
        ("The rebels denied having shelled the camp.", "denied"),
        ("The spokesman denied that the base had fallen.", "denied"),
        ("The minister is due to meet the rebels on Monday.", "planned"),
    ],
)
def test_a_denial_denies_in_every_form_and_what_is_due_is_planned(text, expected):
    assert [status for _, status, _ in statuses(text)] == [expected]
