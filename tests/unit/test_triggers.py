"""Which words name a happening, and of what type and mode."""

import pytest

from core.extract.triggers import find_triggers
from core.lexicon import triggers as lexicon
from core.model import Article, Kind
from core.text.segment import segment
from tests.events import types

MODES = {name: set(kind.modes) for name, kind in lexicon.kinds().items()}
TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT"
).split()


def test_the_lexicon_covers_all_sixteen_types():
    per_type = {t: sum(e.type == t for e in lexicon.entries()) for t in TYPES}
    assert sorted(MODES) == sorted(TYPES)
    assert sum(per_type.values()) >= 1000
    assert min(per_type.values()) >= 20


def test_every_mode_of_the_lexicon_is_one_of_its_type():
    strange = {(e.type, e.mode) for e in lexicon.entries() if e.type in MODES and e.mode} - {
        (t, m) for t, modes in MODES.items() for m in modes
    }
    assert strange == set()


def test_every_operator_is_explained():
    assert {e.operator for e in lexicon.entries() if e.operator} <= {"do", "pass", *lexicon.operator_names()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seven people died in air strikes that followed.", ("died", "ASSAULT", "")),
        ("In the ambush, fifty soldiers perished.", ("perished", "ASSAULT", "")),
        ("Two soldiers died of gunshot wounds.", ("died", "ASSAULT", "")),
        ("Two people died of cholera.", ("died", "OTHER", "")),
        ("Ten people died in a flood after the attack.", ("died", "OTHER", "")),
        ("An air strike killed ten people.", ("killed", "ASSAULT", "aerial")),
        ("Soldiers placed the president under house arrest.", ("placed", "COERCE", "arrest")),
        ("Biden spoke to Macron by phone.", ("spoke to", "CONSULT", "phone")),
        ("Hamas handed over 12 hostages to the Red Cross.", ("handed over", "RETREAT", "release")),
        ("The minister is due to visit Oslo.", ("visit", "CONSULT", "visit")),
        ("The death toll rose to 16.", ("death toll", "OTHER", "")),
        ("The death toll from the bombing rose to 16.", ("death toll", "ASSAULT", "")),
        ("The rebels captured the town.", ("captured", "ASSAULT", "territory")),
        ("The rebels captured two soldiers.", ("captured", "COERCE", "arrest")),
        ("Kunduz fell to the Taliban on Monday.", ("fell to", "ASSAULT", "territory")),
        ("Jets bombed the village.", ("bombed", "ASSAULT", "aerial")),
        ("The army fired rockets at the village.", ("fired", "ASSAULT", "heavy-weapons")),
        ("The general called on the US to supply arms.", ("called on", "REQUEST", "assist")),
        ("The general called on the US to release the prisoners.", ("called on", "REQUEST", "yield")),
        ("Russia said Sudan must return the helicopter.", ("return", "REQUEST", "change")),
        ("The minister rejected talks with the rebels.", ("rejected", "REJECT", "meet")),
        ("Syria will not accept refugees.", ("accept", "REJECT", "change")),
        ("The rebels threatened to ban the party.", ("threatened", "THREATEN", "ban")),
        ("Finland will give Tanzania a grant.", ("give", "AGREE", "")),
        ("Kuwait gave Lebanon 50 million dollars.", ("gave", "AID", "economic")),
        ("The two presidents met in Geneva.", ("met", "CONSULT", "")),
        ("The company struck a deal with Sony.", ("struck", "AGREE", "")),
        ("India called off talks with Pakistan.", ("called off", "SANCTION", "discontinue")),
        ("The army lifted its blockade of the port.", ("lifted", "RETREAT", "access")),
        ("The prime minister stepped down.", ("stepped down", "RETREAT", "resign")),
        ("Students staged a hunger strike.", ("hunger strike", "PROTEST", "hunger")),
        ("Workers went on strike.", ("went on strike", "PROTEST", "strike")),
        ("Coalition forces conducted 23 strikes in Syria.", ("conducted", "ASSAULT", "")),
        ("Ethiopia massed troops along the border.", ("massed", "MOBILIZE", "troops")),
        ("A guerrilla force is forming in the valley.", ("forming", "MOBILIZE", "militia")),
        ("Authorities imposed a curfew in Cizre.", ("imposed", "COERCE", "curfew")),
        ("The government lifted a state of emergency.", ("lifted", "CONCEDE", "")),
        ("Prosecutors charged the mayor with fraud.", ("charged", "ACCUSE", "allege")),
        ("Saleh declared himself president.", ("declared himself", "OTHER", "")),
        ("Part of a rebel stronghold was captured by the army.", ("captured", "ASSAULT", "territory")),
        ("Hungary vetoed EU sanctions against Russia.", ("vetoed", "REJECT", "change")),
        ("The party said it would not take part in the vote.", ("take", "REJECT", "change")),
        ("Denmark does not intend to send troops to Iraq.", ("intend", "REJECT", "change")),
        ("The militants warned they would attack the base.", ("warned", "THREATEN", "violence")),
        ("The president vowed to crush the rebellion.", ("vowed", "THREATEN", "violence")),
        ("Tehran has blamed Israel for the blast.", ("blamed", "ACCUSE", "allege")),
        ("Eritrea denied accusations that it had armed rebels.", ("denied", "REJECT", "")),
        ("A court jailed two soldiers for life.", ("jailed", "SANCTION", "convict")),
        ("The airline fired 300 workers.", ("fired", "OTHER", "")),
        ("An earthquake killed 30 people.", ("killed", "OTHER", "")),
        ("The two leaders signed a treaty in Minsk.", ("signed", "SUPPORT", "")),
        ("Police threw two men in jail.", ("threw", "COERCE", "arrest")),
        ("Sweden sent Ukraine eight howitzers.", ("sent", "AID", "military")),
        ("Turkmenistan exports gas to China.", ("exports", "COOPERATE", "")),
        ("Poland and Ukraine initialled an accord on transit.", ("initialled", "SUPPORT", "")),
        ("Bandits kidnapped 30 pupils.", ("kidnapped", "ASSAULT", "abduct")),
        ("Ecuador declared the ambassador persona non grata.", ("declared", "SANCTION", "expel")),
        ("Russia and Ukraine swapped 95 prisoners each.", ("swapped", "COOPERATE", "")),
        ("The rebels let two hostages go.", ("let", "RETREAT", "release")),
        ("Colombia handed a trafficker over to Spain.", ("handed", "COOPERATE", "")),
        ("Demonstrators hurled petrol bombs at police.", ("hurled", "PROTEST", "riot")),
        ("About 2,000 people marched to the stadium.", ("marched", "PROTEST", "demo")),
        ("Police used pepper spray against the crowd.", ("used", "ASSAULT", "crowd-control")),
        ("The army and the militia traded artillery fire.", ("traded", "ASSAULT", "heavy-weapons")),
        ("A drone slammed into a block of flats.", ("slammed into", "ASSAULT", "aerial")),
        ("Police shut five offices of the charity.", ("shut", "COERCE", "restrict")),
        ("Hackers brought down the ministry's website.", ("brought down", "COERCE", "cyber")),
        ("The gang still holds 32 people.", ("holds", "COERCE", "arrest")),
        ("The president scrapped the fuel tax.", ("scrapped", "CONCEDE", "")),
        ("Parliament repealed the law.", ("repealed", "CONCEDE", "")),
        ("The ministry lodged a protest with Beijing.", ("lodged", "ACCUSE", "disapprove")),
        ("The senator called the verdict a disgrace.", ("called", "ACCUSE", "disapprove")),
        ("China sent an aircraft carrier through the strait.", ("sent", "MOBILIZE", "troops")),
        ("The army gave the villagers a day to leave.", ("gave", "THREATEN", "")),
        ("The hungry families were handed rations by the agency.", ("handed", "AID", "humanitarian")),
    ],
)
def test_syntax_and_arguments_decide_the_type(text, expected):
    assert types(text)[:1] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "He captured the moment with his camera.",
        "The film captured the attention of critics.",
        "Firefighters battled a fire in Athens.",
        "Negotiators hit an impasse.",
        "The attack on the policy drew criticism.",
        "Reports suggested that talks had begun to stall.",
        "The Commission of Inquiry published a report.",
        "He hails from Amarah.",
        "The party decided to move its seat to Wuhan.",
        "If it rains, the game will end.",
        "Manchester City beat Arsenal 3-1 on Saturday.",
        "The film bombed at the box office.",
        "The team stormed to victory in the final.",
        "The two companies clashed over the licence.",
        "Doctors are fighting to save the girl's sight.",
        "Police are appealing for witnesses.",
        "Please keep the families in your prayers.",
        "It turned out to be a trawler.",
        "The company warned that costs could exceed its forecast.",
        "The climber was well equipped.",
    ],
)
def test_what_only_looks_like_a_happening_is_none(text):
    assert types(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sixty men were killed or injured.", ["killed"]),
        ("Sixty men were killed during the capture of three districts.", ["killed"]),
        ("Journalists were hunted down and attacked by the group.", ["attacked"]),
        ("A car bomb exploded in Mosul, killing 12 people and wounding 30.", ["exploded"]),
        ("Visuals of clashes between rebels and soldiers were circulated.", ["clashes"]),
        ("Heavy fighting was reported near the town.", ["fighting"]),
        ("The forces were linking up with the rebels to take control of the region.", ["linking up with"]),
        ("Police said rebels attacked the base.", ["attacked"]),
        ("Rebels could attack the town within days, officials warned.", ["attack"]),
        ("The group managed to capture the town.", ["capture"]),
        ("They took two towns, killed ten men and burned a mill.", ["took", "killed", "burned"]),
        ("Six men were killed when rebels shelled the camp.", ["shelled"]),
        ("Rockets fired at the camp killed eight people.", ["killed"]),
        ("The governor accused the rebels of kidnapping two nuns.", ["accused", "kidnapping"]),
        ("The governor blamed the rebels for the kidnapping of two nuns.", ["blamed", "kidnapping"]),
        ("Mexico, which had turned down the offer, sent two rescuers.", ["turned down", "sent"]),
        ("The president left the hall, accusing the rebels of treason.", ["accusing"]),
        ("The spokesman confirmed the capture of the airfield.", ["capture"]),
        ("The ministers are to discuss the matter in May.", ["discuss"]),
        ("Russia claims to have destroyed 22 tanks.", ["destroyed"]),
    ],
)
def test_one_happening_is_triggered_once(text, expected):
    assert [word for word, _, _ in types(text)] == expected


def test_headings_and_promotion_give_no_events():
    told = "The army attacked the base near the town on Monday and its soldiers left again in the evening."
    text = f"Rebels Capture Three Towns\n\n{told}Also Read - Gunmen Kill Ten\n\nMore came."
    doc = segment(Article("a", text))
    read = {doc.sentences[t.sentence].kind for t in find_triggers(doc, ())}
    assert {Kind.HEADING, Kind.PROMO} <= {s.kind for s in doc.sentences}
    assert read == {Kind.PROSE}


def test_intensity_and_quad_class_come_from_plover():
    assert lexicon.quad_class("ASSAULT") == "material conflict"
    assert lexicon.quad_class("OTHER") == ""
    assert lexicon.intensity("OTHER", "") is None
    assert lexicon.intensity("RETREAT", "ceasefire") > lexicon.intensity("RETREAT", "")
    assert lexicon.intensity("ASSAULT", "no such mode") == lexicon.intensity("ASSAULT", "")


def test_the_second_of_two_coordinated_verbs_is_not_lost_behind_an_infinitive():
    found = types("Canada refused to lift its sanctions and expelled two diplomats.")
    assert ("expelled", "SANCTION", "expel") in found


@pytest.mark.parametrize(
    "text",
    [
        "The ministry declined to comment on the attack.",
        "The team beat Nigeria 2-1.",
        "The troops halted the advance.",
        "The governor called the attack sickening.",
        "The minister called the attack an act of terror.",
        "The president spoke to reporters.",
    ],
)
def test_what_is_only_said_or_played_is_no_happening(text):
    assert types(text) == []


def test_allies_who_are_urged_to_act_are_no_support():
    assert types("He urged Western allies to provide more systems.") == [("urged", "REQUEST", "assist")]


@pytest.mark.parametrize(
    ("text", "mutual"),
    [
        ("The army clashed with the rebels in Homs.", True),
        ("Lavrov met his Libyan counterpart.", True),
        ("Forces loyal to Noor and Dostum shelled the town of Homs.", False),
    ],
)
def test_a_clash_or_a_meeting_is_mutual(text, mutual):
    from_text = find_triggers(segment(Article("a", text)), ())
    assert [trigger.mutual for trigger in from_text] == [mutual]
