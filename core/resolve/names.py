"""Whether two names are one: persons, organizations, places; each answer with its reason.

Words are compared as `core.resolve.spelling` does; the rules here say what a word left over on one side
means. A veto outranks every likeness: an inner given name that only one bears makes another person
(Ahmad Massoud, Ahmad Shah Massoud), so do clashing initials, generations (Jr., II) and patronymics;
a place's type words and North/New must agree; an organization's words must all be met, but for those
that only say what it is. A bare surname is left to the article's context.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from core.lexicon.known_actors import KnownName, demonyms, fold, look_up, titles
from core.resolve.spelling import Form, form_of, is_vowelless, listed, to_ascii, word_score

SAME = 80.0
UNDECIDED = 60.0
MIDDLE_NAME = 84.0

_PARTICLES = frozenset(
    (
        "al el ul as ash ar an at ad az ed il bin ibn ben bint de da do dos das del della der den di du van von "
        "la le lo las los te ten ter zu y e i of the and af av san st"
    ).split()
)
_ARTICLE = re.compile(
    r"(?<![a-z])(?:al|el|ul|il|as|ash|ar|an|at|ad|az|ed|eh|es|et|er)[-‐‑](?=[a-z])|(?<= )(?:al|el) (?=[a-z])"
)
_ABD = re.compile(
    r"\b(?:abd|abdu|abdul|abdel|abdal|abdol|abdo)[ -](?:(?:al|el|ul|ar|as|ur|us|er)[ -])?(?=[a-z]{3})|\babd[aeou]l?(?=[a-z]{3})"
)
_DIN = re.compile(r"(?<=[a-z]{3})[ -]?(?:[aeiou](?:l|d|z)?)[ -]?d+(?:[ie]+|ee|ei)ne?\b")
_SUFFIX = re.compile(r",? (?P<suffix>jr|sr|junior|senior|i{1,3}|iv|vi{0,3}|ix|xi{0,3}|xiv|xvi)\.?$")
_MODIFIERS = frozenset(
    "former ex late acting interim outgoing incoming then newly elected senior top current caretaker new the a an his her their "
    "its famed prominent famous veteran deputy self-proclaimed ousted exiled slain detained jailed opposition".split()
)
_NICKNAME = re.compile(r"(?<=\s)(?:[“\"‘']|\()(?:[Tt]he )?(?P<name>[^\W\d_][\w-]{1,20})(?:[”\"’']|\))(?=\s)")
_PATRONYMIC = re.compile(r"(?:ovich|evich|ovych|yevych|evych|ovitch|evitch|ovna|evna|ivna|yivna|ovic|oglu|zoda)$")
_DEGREES = re.compile(
    r"(?:,?\s+(?:m\. ?d|ph\. ?d|m\. ?b\. ?a|b\. ?a|m\. ?a|d\. ?o|r\. ?n|md|phd|mba|esq|cpa|rn|jd|obe|mbe|cbe|kbe|dds|qc|kc|mp|mep)\b\.?)+$"
)
_MUHAMMAD = frozenset("mohammad mohammed muhammad mohamed mohamad muhammed mohd md".split())
_LEGAL = frozenset(
    "inc incorporated corp corporation ltd limited llc plc co company gmbh ag sa spa nv bv ab oy asa as kk pte pty lp llp holdings "
    "holding group".split()
)
_DESCRIPTORS = frozenset(
    "news agency group groups movement network organization organisation party forces force network militia militias "
    "fighters militants rebels insurgents tv television channel radio newspaper magazine daily website outlet international "
    "corporation authority department office officials government spokesman police com organisations press media online "
    "airlines airways airline commission committee club team".split()
)
_SMALL = frozenset(
    "of for the and in on to a an de del la le des du et und fur der die y da do e i - & against".split()
)
_PLACE_TYPES = {
    word: sort
    for sort, words in {
        "province": "province provinces wilayat velayat oblast region governorate governate muhafazah state canton department prefecture krai vilayet",
        "district": "district districts raion rayon subdistrict woluswali county tehsil taluk",
        "valley": "valley darra dara wadi gorge",
        "river": "river rud rio darya nahr",
        "lake": "lake",
        "mountain": "mount mountain mountains mt hill hills range",
        "airport": "airport airfield airbase airstrip",
        "island": "island islands isle archipelago",
        "sea": "sea gulf strait bay ocean channel",
        "desert": "desert",
        "camp": "camp",
        "city": "city",
        "village": "village town",
        "pass": "pass",
        "bridge": "bridge",
        "peninsula": "peninsula",
        "port": "port harbor harbour",
        "prison": "prison jail",
        "border": "border crossing",
        "base": "base",
        "dam": "dam",
    }.items()
    for word in words.split()
}
_FILLERS = frozenset(
    "international the of municipality city town village republic kingdom federal democratic islamic".split()
)
_DIRECTIONS = frozenset(
    "north south east west northern southern eastern western northeast northwest southeast southwest northeastern northwestern "
    "southeastern southwestern central new old upper lower greater lesser inner outer great little jadid".split()
)


class Comparison(NamedTuple):
    """How far two names are one: `score` 0 to 100 (`SAME` and more is one; `UNDECIDED` needs context), and why."""

    score: float
    reason: str

    @property
    def same(self) -> bool:
        """Whether the names alone suffice to take the two as one."""
        return self.score >= SAME


class Person(NamedTuple):
    """A personal name in its parts; `words` without titles, articles and suffix, initials included."""

    words: tuple[Form, ...]
    suffix: str


def without_titles(name: str) -> str:
    """`name` without the titles, demonyms and other words before it (“Russian Foreign Minister Sergei Lavrov”).

    >>> without_titles("Marshal Abdul Rashid Dostum")
    'Abdul Rashid Dostum'
    """
    words = name.replace(",", " ,").split()
    start = 0
    while start < len(words) - 1:
        step = _title_at(words, start)
        if not step:
            break
        start += step
    return " ".join(words[start:]).replace(" ,", ",").lstrip(", ")


def _title_at(words: Sequence[str], start: int) -> int:
    """How many words from `start` on are a title or stand before one; 0 where the name begins. One word always stays."""
    for length in range(min(5, len(words) - start - 1), 0, -1):
        if " ".join(words[start : start + length]).lower() in titles():
            following = start + length
            if following + 1 < len(words) - 1 and words[following].lower() == "of":
                return length + 2
            return length
    word = words[start].lower().removeprefix("ex-")
    if word in _MODIFIERS or word == ",":
        return 1
    if fold(words[start]) in demonyms() and start + 2 < len(words) and _title_at(words, start + 1):
        return 1
    return 0


@lru_cache(maxsize=20_000)
def person(name: str) -> Person:
    """The parts of a personal name."""
    vowelless = is_vowelless(name)
    bare = re.sub(
        r"['’]s?$|[\"“”]|(?<=\s)['‘(][^'’()]{1,20}['’)] ",
        "",
        re.sub(r"(?<=\s)[\"“][^\"“”]{1,20}[\"”] ", "", without_titles(name)),
    )
    bare = re.sub(r"(?<=[A-Z])\.(?=[A-Z])", ". ", bare)
    plain = to_ascii(bare).replace("'", "").replace("’", "").replace("`", "")
    plain = _DEGREES.sub("", plain)
    suffix = _SUFFIX.search(plain)
    plain = plain[: suffix.start()] if suffix else plain
    if plain.count(",") == 1:
        last, first = plain.split(",")
        plain = f"{first.strip()} {last.strip()}"
    plain = _DIN.sub("udin", _ABD.sub("abd", re.sub(r"\b(abu|umm|abo) ", r"\1", plain)))
    plain = _ARTICLE.sub("", plain)
    words = [w for w in re.split(r"[^a-z0-9]+", plain) if w]
    return Person(tuple(form_of(w, vowelless=vowelless) for w in words), suffix["suffix"] if suffix else "")


def _matched(a: Sequence[Form], b: Sequence[Form], sort: str) -> tuple[dict[int, int], float]:
    """The best one-to-one matching of words (index in `a` → index in `b`), and the lowest score in it."""
    scored = sorted(
        ((word_score(x, y, sort), -abs(i - j), i, j) for i, x in enumerate(a) for j, y in enumerate(b)),
        key=lambda item: (-item[0], -item[1], item[2], item[3]),
    )
    found: dict[int, int] = {}
    lowest = 100.0
    for score, _, i, j in scored:
        if score >= SAME and i not in found and j not in found.values():
            found[i] = j
            lowest = min(lowest, score)
    return found, lowest


def _is_initial(word: Form) -> bool:
    return len(word.plain) == 1


def _initials_met(left: list[Form], right: list[Form]) -> tuple[list[Form], list[Form]]:
    """Removes from both what an initial stands for on the other side."""
    for ours, theirs in ((left, right), (right, left)):
        for word in [w for w in ours if _is_initial(w)]:
            partner = next((w for w in theirs if w.plain.startswith(word.plain)), None)
            if partner is not None:
                ours.remove(word)
                theirs.remove(partner)
    return left, right


def compare_persons(a: str, b: str) -> Comparison:
    """Whether two personal names are one person's.

    All words meet: one. Words left over on both sides: two. Left over on one side: an inner given name makes
    another person; a family name behind, a given name before, a patronymic, an initial or “Mohammad” do not.
    """
    return max((_compare(p, q) for p in readings(a) for q in readings(b)), key=lambda found: found.score)


def readings(name: str) -> tuple[Person, ...]:
    """The name without its nickname and, where it has one in quotation marks or brackets, the nickname with the surname."""
    plain = person(name)
    nickname = _NICKNAME.search(name)
    if not nickname or not plain.words:
        return (plain,)
    return plain, Person((*person(nickname["name"]).words, plain.words[-1]), plain.suffix)


def _compare(p: Person, q: Person) -> Comparison:
    if not p.words or not q.words:
        return Comparison(0.0, "one of the names is empty")
    if p.suffix and q.suffix and p.suffix != q.suffix:
        return Comparison(0.0, f"“{p.suffix}” is not “{q.suffix}”")
    if "".join(w.spelling for w in p.words) == "".join(w.spelling for w in q.words):
        return Comparison(100.0, "same name")
    vowelless = any(w.vowelless for w in (*p.words, *q.words))
    matched, lowest = _matched(p.words, q.words, "given")
    left = [w for i, w in enumerate(p.words) if i not in matched]
    right = [w for j, w in enumerate(q.words) if j not in matched.values()]
    if not matched:
        return _joined(p, q, vowelless=vowelless)
    return _judge_leftovers(p, q, matched, left, right, lowest)


def _joined(p: Person, q: Person, *, vowelless: bool) -> Comparison:
    one = form_of("".join(w.plain for w in p.words), vowelless=vowelless)
    two = form_of("".join(w.plain for w in q.words), vowelless=vowelless)
    score = word_score(one, two, "given")
    if score >= SAME and (len(p.words) > 1 or len(q.words) > 1 or score == 100):
        return Comparison(score, f"same name written together, spelling {score:.0f}")
    return Comparison(min(score, UNDECIDED - 1), "no word in common")


def _judge_leftovers(
    p: Person, q: Person, matched: dict[int, int], left: list[Form], right: list[Form], lowest: float
) -> Comparison:
    left, right = _initials_met(list(left), list(right))
    if any(map(_is_initial, p.words)) and any(map(_is_initial, q.words)) and any(map(_is_initial, (*left, *right))):
        return Comparison(20.0, "the initials clash")
    if left and right:
        joined = _joined(p, q, vowelless=False)
        if joined.same and joined.score >= 90:
            return joined
        return Comparison(20.0, f"“{left[0].plain}” is not “{right[0].plain}”")
    if not left and not right:
        return Comparison(lowest, "same name" if lowest == 100 else f"same name, spelling {lowest:.0f}")
    longer, shorter = (p, q) if left else (q, p)
    kept = set(matched) if left else set(matched.values())
    return _one_sided(longer, shorter, kept, left or right, lowest)


def _one_sided(longer: Person, shorter: Person, kept: set[int], extra: list[Form], lowest: float) -> Comparison:
    """What it means that only `longer` has the words `extra`; `kept` are the indices of its words that were met."""
    extra = [w for w in extra if w.plain not in _PARTICLES]
    core = [w for i, w in enumerate(longer.words) if i in kept and not _is_initial(w) and w.plain not in _PARTICLES]
    if not extra:
        return Comparison(lowest, "same name but for a particle")
    if all(_negligible(w, longer, core) for w in extra):
        return (
            Comparison(min(lowest, 95.0), f"same name without “{extra[0].plain}”") if len(core) > 1 else _bare(shorter)
        )
    if len(core) < 2:
        return _bare(shorter)
    order = [w.plain for w in longer.words]
    places = [order.index(w.plain) for w in extra]
    first, last = min(order.index(w.plain) for w in core), max(order.index(w.plain) for w in core)
    inner = any(first < place < last for place in places)
    if inner and _has_middle_names(longer, extra):
        return Comparison(MIDDLE_NAME, f"only one has the middle name “{extra[0].plain}”")
    if inner and not _chained(longer, places):
        return Comparison(40.0, f"the inner name “{extra[0].plain}” is only in one: another person")
    return Comparison(min(lowest, 88.0), f"same name, one with “{extra[0].plain}” besides")


def _bare(shorter: Person) -> Comparison:
    return Comparison(UNDECIDED, f"“{shorter.words[-1].plain}” alone does not say which")


def _negligible(word: Form, longer: Person, core: Sequence[Form]) -> bool:
    """Initials, patronymics, Mohammad, and a word that only repeats another of the name."""
    if _is_initial(word) or _PATRONYMIC.search(word.plain):
        return True
    if word.plain in _MUHAMMAD and word is not longer.words[-1]:
        return True
    return len(longer.words) > 3 and any(word is not w and word_score(word, w) >= 85 for w in core)


def _has_middle_names(longer: Person, extra: Sequence[Form]) -> bool:
    """Whether the name is of a tradition in which a middle name may be left out (Mark Jay Heller)."""
    first = longer.words[0].plain
    if not listed(first, "given") or listed(first, "arabic"):
        return False
    return not any(listed(w.plain, "arabic") or listed(w.plain, "lineage") for w in extra)


def _chained(longer: Person, places: Sequence[int]) -> bool:
    """Whether every extra name is a father's, after “bin” or “ibn”."""
    return all(place and longer.words[place - 1].plain in {"bin", "ibn", "ben", "bint"} for place in places)


@lru_cache(maxsize=20_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(fold_ascii(name).split())


def fold_ascii(name: str) -> str:
    """`name` folded and in ASCII, so that two scripts can be compared."""
    return fold(to_ascii(name))


def _known(name: str) -> tuple[KnownName, ...]:
    return tuple(n for n in look_up(name) if n.form in {"name", "handle"})


def _by_lexicon(a: str, b: str) -> Comparison | None:
    """What the lexicon of known actors says of two names, None where it does not know both."""
    one, two = _known(a), _known(b)
    if not one or not two:
        return None
    shared = {n.actor.key for n in one} & {n.actor.key for n in two}
    if shared:
        return Comparison(100.0, f"both are names of {one[0].actor.name}")
    return Comparison(0.0, f"{one[0].actor.name} is not {two[0].actor.name}")


def is_acronym(short: str, long: str) -> bool:
    """Whether `short` is made of the first letters of the words of `long` (small words may be left out).

    >>> is_acronym("IRGC", "Islamic Revolutionary Guard Corps"), is_acronym("USAF", "US Air Force")
    (True, True)
    """
    letters = re.sub(r"[^A-Za-z]", "", short)
    if len(letters) < 2 or sum(c.isupper() for c in letters) < len(letters) - 1 or " " in short.strip():
        return False
    words = [
        w
        for w in re.split(r"[^\w&]+", re.sub(r"['’]s?\b", "", to_ascii(long.removeprefix("the ").removeprefix("The "))))
        if w
    ]
    if len(words) < 2:
        return False
    full = "".join(w if w in {"us", "un", "uk", "eu"} else w[0] for w in words)
    small = "".join(w if w in {"us", "un", "uk", "eu"} else w[0] for w in words if w not in _SMALL)
    return letters.lower() in {full, small, small.removeprefix("us")}


def compare_organizations(a: str, b: str) -> Comparison:
    """Whether two names are one organization's, group's or outlet's.

    The lexicon decides where it knows both; then acronyms; then every word must be met, save legal forms,
    words that only say what it is (“news agency”, “movement”), and a country behind.
    """
    known = _by_lexicon(a, b)
    if known:
        return known
    if is_acronym(a, b) or is_acronym(b, a):
        return Comparison(95.0, "one is the other's acronym")
    one, two = _words(a), _words(b)
    if one == two or "".join(one) == "".join(two):
        return Comparison(100.0, "same name")
    return _compare_words(one, two)


def _compare_words(one: Sequence[str], two: Sequence[str]) -> Comparison:
    x = [form_of(w) for w in one if w not in _SMALL]
    y = [form_of(w) for w in two if w not in _SMALL]
    matched, lowest = _matched(x, y, "word")
    left = [w.plain for i, w in enumerate(x) if i not in matched]
    right = [w.plain for j, w in enumerate(y) if j not in matched.values()]
    content = [w for i, w in enumerate(x) if i in matched and w.plain not in _DESCRIPTORS | _LEGAL]
    if not matched or not content:
        return Comparison(0.0, "no telling word in common")
    rest = [w for w in (*left, *right) if w not in _LEGAL]
    if all(w in _DESCRIPTORS for w in rest):
        return Comparison(lowest, "same name" if not rest else f"same name but for “{rest[0]}”")
    if not (left and right) and _is_country_behind(rest, [w.plain for w in (x if left else y)]) and len(content) > 1:
        return Comparison(min(lowest, 90.0), f"same name, one with its country “{rest[-1]}”")
    shorter = min(len(x), len(y))
    if not (left and right) and shorter >= 3:
        return Comparison(UNDECIDED, f"“{rest[0]}” is only in one")
    return Comparison(min(lowest, 50.0), f"“{rest[0]}” is only in one")


def _is_country_behind(rest: Sequence[str], words: Sequence[str]) -> bool:
    names = [n for n in look_up(" ".join(rest)) if n.form == "name" and n.actor.kind == "government"]
    return bool(names) and list(words[-len(rest) :]) == list(rest)


def compare_places(a: str, b: str) -> Comparison:
    """Whether two place names are one: type words and North, New and the like must agree, then all words must be met."""
    known = _by_lexicon(a, b)
    if known:
        return known
    one, two = _place(a), _place(b)
    if one.types != two.types:
        return Comparison(30.0, f"{_or_none(one.types)} is not {_or_none(two.types)}")
    if one.directions != two.directions:
        return Comparison(20.0, f"{_or_none(one.directions)} is not {_or_none(two.directions)}")
    joined = word_score(one.joined, two.joined, "place")
    if joined >= SAME:
        return Comparison(joined, "same name" if joined == 100 else f"same name, spelling {joined:.0f}")
    matched, lowest = _matched(one.words, two.words, "place")
    if matched and len(matched) == len(one.words) == len(two.words):
        return Comparison(lowest, f"same name, spelling {lowest:.0f}")
    return Comparison(min(joined, 50.0), "not all words are met")


class _Place(NamedTuple):
    words: tuple[Form, ...]
    joined: Form
    types: frozenset[str]
    directions: frozenset[str]


@lru_cache(maxsize=20_000)
def _place(name: str) -> _Place:
    vowelless = is_vowelless(name)
    plain = re.sub(r"(?<=[a-z])[- ](?:e|i|ye|yi)[- ](?=[a-z])", " ", to_ascii(name).replace("'", "").replace("’", ""))
    words = [w for w in re.split(r"[^a-z0-9]+", plain) if w]
    types = frozenset(_PLACE_TYPES[w] for w in words if w in _PLACE_TYPES)
    rest = [w for w in words if w not in _PLACE_TYPES and w not in _FILLERS and w not in _DIRECTIONS] or words
    rest = [w for w in rest if w not in {"al", "ar", "as", "ash", "el", "an", "at", "ad", "az", "ez"}] or rest
    forms = tuple(form_of(w.removesuffix("h") if len(w) > 3 else w, vowelless=vowelless) for w in rest)
    joined = form_of("".join(rest), vowelless=vowelless)
    return _Place(forms, joined, types - {"city", "village"}, frozenset(w for w in words if w in _DIRECTIONS))


def _or_none(words: frozenset[str]) -> str:
    return "a " + " ".join(sorted(words)) if words else "a name without such a word"


_BY_KIND = {"person": compare_persons, "place": compare_places}


def compare_names(a: str, b: str, kind: str = "") -> Comparison:
    """Whether two names are one, as names of `kind`: one of `core.model.ACTOR_KINDS`, “place”, or "" for any actor."""
    return _BY_KIND.get(kind, compare_organizations)(a, b)


def is_given_name(word: str) -> bool:
    """Whether `word` is a given name with equivalents in other languages (“Frederick”), as the table lists them."""
    return listed(fold_ascii(word), "given")
