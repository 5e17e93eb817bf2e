"""The shallow analyser: tags, chunks, and each clause's kind, voice and arguments."""

import pytest

from core.extract.clauses import ADVERBIAL, COMPLEMENT, GERUND, INFINITIVE, MAIN, PARTICIPLE, RELATIVE
from core.extract.syntax import parse
from core.extract.tagging import tag
from core.lexicon.inflection import plural, verb_forms
from tests.events import document


def analysed(text):
    sentence = document(text).sentences[0]
    return sentence, parse(sentence)


def words(sentence, chunks):
    return " + ".join(" ".join(t.text for t in sentence.tokens[c.first : c.last]) for c in chunks)


def clauses(text):
    """(verb, kind, passive, subject, object) of each clause."""
    sentence, p = analysed(text)
    return [
        (c.verb.base, c.kind, c.passive, words(sentence, c.subjects), words(sentence, c.objects)) for c in p.clauses
    ]


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("stab", {"stab", "stabs", "stabbed", "stabbing"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("seize", {"seize", "seizes", "seized", "seizing"}),
        ("take", {"take", "takes", "took", "taken", "taking"}),
        ("die", {"die", "dies", "died", "dying"}),
        ("hit", {"hit", "hits", "hitting"}),
        ("flee", {"flee", "flees", "fled", "fleeing"}),
        ("expel", {"expel", "expels", "expelled", "expelling"}),
        ("visit", {"visit", "visits", "visited", "visiting"}),
        ("veto", {"veto", "vetoes", "vetoed", "vetoing"}),
    ],
)
def test_verbs_inflect(base, forms):
    assert set(verb_forms(base)) == forms


def test_nouns_inflect():
    assert [plural(n) for n in ("ally", "clash", "gunman", "attack")] == ["allies", "clashes", "gunmen", "attacks"]


@pytest.mark.parametrize(
    ("text", "word", "letter"),
    [
        ("They want to attack the town.", "attack", "v"),
        ("The attack on the town failed.", "attack", "n"),
        ("Troops attack the town.", "attack", "v"),
        ("He demanded that Israel ease the rules.", "ease", "v"),
        ("The wounded were taken to hospital.", "wounded", "n"),
        ("He visited the besieged town.", "besieged", "a"),
        ("He said that rebels had fled.", "that", "t"),
        ("The rebels that fled are back.", "that", "w"),
        ("The shelling of the town began.", "shelling", "n"),
        ("They are shelling the town.", "shelling", "G"),
        ("About 300 men left.", "About", "d"),
        ("He said so about 300 times to May.", "May", "N"),
    ],
)
def test_neighbours_decide_what_a_word_is(text, word, letter):
    sentence = document(text).sentences[0]
    tags, _ = tag(sentence)
    assert tags[[t.text for t in sentence.tokens].index(word)] == letter


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels captured the town.", [("capture", MAIN, False, "Rebels", "the town")]),
        ("The town was captured by rebels.", [("capture", MAIN, True, "The town", "")]),
        (
            "The group managed to capture the town.",
            [("manage", MAIN, False, "The group", ""), ("capture", INFINITIVE, False, "The group", "the town")],
        ),
        (
            "They urged Israel to leave the area.",
            [("urge", MAIN, False, "They", "Israel"), ("leave", INFINITIVE, False, "Israel", "the area")],
        ),
        (
            "Officials said rebels attacked the village.",
            [("say", MAIN, False, "Officials", ""), ("attack", COMPLEMENT, False, "rebels", "the village")],
        ),
        (
            "Officials said that the men who had fled were back.",
            [
                ("say", MAIN, False, "Officials", ""),
                ("flee", RELATIVE, False, "the men", ""),
                ("be", COMPLEMENT, False, "the men", ""),
            ],
        ),
        (
            "Districts captured by the rebels were shelled.",
            [("capture", PARTICIPLE, True, "Districts", ""), ("shell", MAIN, True, "Districts", "")],
        ),
        (
            "Banks were robbed after gunmen killed a guard.",
            [("rob", MAIN, True, "Banks", ""), ("kill", ADVERBIAL, False, "gunmen", "a guard")],
        ),
        (
            "He was accused of killing a guard.",
            [("accuse", MAIN, True, "He", ""), ("kill", GERUND, False, "He", "a guard")],
        ),
        (
            "People were killed and injured.",
            [("kill", MAIN, True, "People", ""), ("injure", MAIN, True, "People", "")],
        ),
        (
            "The leader, a friend of the king, met rebels.",
            [("meet", MAIN, False, "The leader", "rebels")],
        ),
        (
            "They took two towns, killed ten men and burned a mill.",
            [
                ("take", MAIN, False, "They", "two towns"),
                ("kill", MAIN, False, "They", "ten men"),
                ("burn", MAIN, False, "They", "a mill"),
            ],
        ),
    ],
)
def test_clauses_have_their_arguments(text, expected):
    assert clauses(text) == expected


@pytest.mark.parametrize(
    ("text", "tense", "modal", "negated"),
    [
        ("Troops are advancing.", "present", "", False),
        ("Troops have advanced.", "past", "", False),
        ("Troops will advance.", "future", "will", False),
        ("Troops did not advance.", "past", "", True),
        ("Troops could have advanced.", "future", "could", False),
    ],
)
def test_verb_groups_show_tense_modality_and_negation(text, tense, modal, negated):
    verb = analysed(text)[1].clauses[0].verb
    assert (verb.tense, verb.modal, verb.negation >= 0) == (tense, modal, negated)


def test_prepositional_phrases_keep_their_order_and_their_coordination():
    sentence, p = analysed("Talks between the army and the rebels in Oslo failed.")
    found = [(word, words(sentence, group)) for word, group in p.phrases_after(0)]
    assert found == [("between", "the army + the rebels"), ("in", "Oslo")]


def test_a_last_member_with_a_verb_of_its_own_is_left_out():
    assert clauses("Rebels took the town and soldiers fled.")[0][4] == "the town"
