"""Whether two names are one: each phenomenon with pairs that are and pairs that are not."""

import pytest

from core.resolve.body_names import is_acronym
from core.resolve.comparison import UNDECIDED
from core.resolve.names import compare_names
from core.resolve.personal_names import person, without_titles
from core.resolve.spelling import to_ascii
from core.resolve.surfaces import bare_name, role_of

SAME = {
    "person": [
        ("Mohammed Omar", "Muhammad Umar"),
        ("Mullah Omar", "Mullah Mohammad Omar"),
        ("Youssef al-Qaradawi", "Yusuf Qaradawi"),
        ("Muammar Gaddafi", "Moammar Qadhafi"),
        ("Vladimir Putin", "Владимир Путин"),
        ("Vladimir Putin", "Vladimir Vladimirovich Putin"),
        ("Mikhail Gorbachev", "Michail Gorbatschow"),
        ("Volodymyr Zelensky", "Vladimir Zelenskiy"),
        ("Alexander Lukashenko", "Alyaksandr Lukashenka"),
        ("Xi Jinping", "习近平"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Moon Jae-in", "Jae-in Moon"),
        ("Orbán Viktor", "Viktor Orban"),
        ("Abdel Fattah el-Sisi", "Abd al-Fattah al-Sisi"),
        ("Abdul Rashid Dostum", "Abdurrashid Dostum"),
        ("Sirajuddin Haqqani", "Siraj ud-Din Haqqani"),
        ("Ahmad Massoud", "احمد مسعود"),
        ("Karim al-Habib", "كريم الحبيب"),
        ("Joe Biden", "Joseph R. Biden Jr."),
        ("Mark Heller", "Mark Jay Heller"),
        ("Yoweri Museveni", "Yoweri Kaguta Museveni"),
        ("Emomali Rakhmon", "Emomali Rahmon"),
        ("Boutros Boutros-Ghali", "Boutros Ghali"),
        ("Jerry Ortiz", "Luis Gerardo (Jerry) Ortiz"),
        ("Regina Benjamin", "Dr. Regina M. Benjamin, MD"),
        ("Ahmad Massoud", "Massoud, Ahmad"),
        ("Sergei Lavrov", "Russian Foreign Minister Sergey Lavrov"),
        ("Abigail Zorrick", "Abby Zorrick"),
        ("Theodore Zorrick", "Theo Zorrick"),
        ("Stanislav Petrov", "Slava Petrov"),
        ("Robyn Zorrick", "Robyn Norma Zorrick"),
    ],
    "organization": [
        ("Kurdistan Workers' Party", "PKK"),
        ("Islamic Revolutionary Guard Corps", "IRGC"),
        ("Unheard Of Rescue Corps", "UORC"),
        ("Ministry of Defence", "Ministry of Defense"),
        ("The Sentinel Herald", "Sentinel Herald"),
        ("Qarlan Systems", "Qarlan Systems Inc."),
        ("Azmari", "Azmari News Agency"),
        ("People's Salvation Army", "People’s Salvation Army of Mali"),
        ("Indianapolis Colts", "Indianapolis Colt"),
        ("Zarn County Sheriff's Department", "ZSD"),
        ("Zarn County Sheriff's Department", "Zarn County Sheriff's Office"),
        ("Zarnville Police", "Zarnville PD"),
        ("Zarn Corp", "Zarn Corporation"),
        ("News Corp", "News Corporation"),
        ("Internet Service Providers", "ISPs"),
        ("Zarn Computer", "Zarn Inc."),
    ],
    "place": [
        ("Pol-e-Hesar", "Puli Hisar"),
        ("Bagram Airfield", "Bagram Air Base"),
        ("Kharkiv", "Kharkov"),
        ("Lashkar Gah", "Lashkargah"),
        ("Hodeidah", "Al Hudaydah"),
        ("Kabul Airport", "Kabul International Airport"),
        ("Panjshir", "پنجشیر"),
        ("Timbuktu", "Tombouctou"),
        ("Mosul", "الموصل"),
        ("Deir ez-Zor", "Dayr al-Zawr"),
    ],
}
DIFFERENT = {
    "person": [
        ("Michael Norris", "Michelle Norris"),
        ("Amir Haddad", "Amira Haddad"),
        ("Ahmad Massoud", "Ahmad Shah Massoud"),
        ("Hassan Rouhani", "Hussein Rouhani"),
        ("Mahmoud Abbas", "Mohammed Abbas"),
        ("George H. W. Bush", "George W. Bush"),
        ("Pope John Paul II", "Pope John Paul I"),
        ("Mohammed bin Salman", "Salman bin Abdulaziz"),
        ("Kim Jong Un", "Kim Yo Jong"),
        ("Saddam Hussein", "Hussein Saddam Ali"),
        ("Abdullah Abdullah", "Abdullah Saleh"),
        ("Sergei Lavrov", "Lavrov"),
        ("Donald J. Trump", "Donald Trump Jr."),
    ],
    "organization": [
        ("Taliban", "Tehrik-i-Taliban Pakistan"),
        ("Hezbollah", "Kata'ib Hezbollah"),
        ("National Resistance Front", "National Salvation Front"),
        ("Public Resistance Forces", "Public Security Forces"),
        ("Iran International", "Iran"),
        ("Apple", "Apple Corps"),
        ("China", "China Telecom"),
        ("London", "London Police"),
        ("Anchorage Daily News", "Anchorage Police Department"),
        ("Apple and AT&T", "AT&T"),
    ],
    "place": [
        ("Lashkar Gah", "Lashkar"),
        ("Kabul", "Kabul Province"),
        ("Panjshir Valley", "Panjshir River"),
        ("South Sudan", "Sudan"),
        ("Paktia", "Paktika"),
        ("England", "United Kingdom"),
        ("Deh Salah", "Deh Sabz"),
    ],
}


@pytest.mark.parametrize(("kind", "a", "b"), [(k, a, b) for k, pairs in SAME.items() for a, b in pairs])
def test_one(kind, a, b):
    assert compare_names(a, b, kind).same, compare_names(a, b, kind)
    assert compare_names(b, a, kind).same


@pytest.mark.parametrize(("kind", "a", "b"), [(k, a, b) for k, pairs in DIFFERENT.items() for a, b in pairs])
def test_two(kind, a, b):
    assert not compare_names(a, b, kind).same, compare_names(a, b, kind)
    assert not compare_names(b, a, kind).same


def test_a_bare_surname_is_left_open_not_denied():
    assert compare_names("Sergei Lavrov", "Lavrov", "person").score == UNDECIDED


def test_reasons_name_the_deciding_word():
    assert "shah" in compare_names("Ahmad Massoud", "Ahmad Shah Massoud", "person").reason


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Marshal Abdul Rashid Dostum", "Abdul Rashid Dostum"),
        ("Russian Foreign Minister Sergei Lavrov", "Sergei Lavrov"),
        ("former Vice President Amrullah Saleh", "Amrullah Saleh"),
        ("Mullah", "Mullah"),
        ("Ahmad Shah Massoud", "Ahmad Shah Massoud"),
    ],
)
def test_without_titles(name, bare):
    assert without_titles(name) == bare


def test_the_parts_of_a_person():
    assert [w.plain for w in person("Gen. W. Mark al-Felt, Sr.").words] == ["w", "mark", "felt"]
    assert person("W. Mark Felt, Sr.").suffix == "sr"


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Irish national airline Aer Lingus", "organization", "Aer Lingus"),
        ("EADS chief executive Louis Gallois", "person", "Louis Gallois"),
        ("Papermaster, 49", "person", "Papermaster"),
        ("Kraft Food's Susan Davison", "person", "Susan Davison"),
        ("Sixty-year-old Diane Smith", "person", "Diane Smith"),
        ("CNN's management", "organization", "CNN"),
        ("Taliban fighters", "armed group", "Taliban"),
        ("Bank of America", "organization", "Bank of America"),
        ("Ahmad Shah Massoud", "person", "Ahmad Shah Massoud"),
        ("Senator John McCain (R-AZ", "person", "John McCain"),
    ],
)
def test_the_name_in_a_mention(text, kind, name):
    assert bare_name(text, kind) == name


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("the Prime Minister of Singapore", ("prime minister", "SG")),
        ("Apple CEO", ("ceo", "apple")),
        ("President Putin", ("", "")),
        ("Billy King", ("", "")),
    ],
)
def test_roles(text, role):
    assert role_of(text) == role


def test_acronyms():
    assert is_acronym("USAF", "the United States Air Force")
    assert not is_acronym("USAF", "Air Force")
    assert not is_acronym("Asia", "All Saints In Action")


def test_scripts_become_ascii():
    assert to_ascii("Сергей Лавров") == "sergey lavrov"
    assert to_ascii("习近平") == "xi jin ping"
