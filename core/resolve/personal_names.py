"""Personal names: their parts, and whether two are one person's.

An inner given name that only one of two names has makes another person (Ahmad Massoud, Ahmad Shah
Massoud), and so do clashing initials and generations (Jr., II); titles, articles, patronymics and
particles may be missing; a bare surname is left to the article's context.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from core.lexicon.known_actors import demonyms, fold, name_words, titles
from core.resolve.comparison import SAME, UNDECIDED, Comparison, match_words
from core.resolve.spelling import Form, form_of, is_vowelless, listed, to_ascii, word_score

_MIDDLE_NAME = 84.0  # the score where a middle name, as English-speaking news may leave it out, is on one side only
_ARTICLE = re.compile(
    r"(?<![a-z])(?:al|el|ul|il|as|ash|ar|an|at|ad|az|ed|eh|es|et|er)[-‐‑](?=[a-z])|(?<= )(?:al|el) (?=[a-z])"
)
_ABD = re.compile(
    r"\b(?:abd|abdu|abdul|abdel|abdal|abdol|abdo)[ -](?:(?:al|el|ul|ar|as|ur|us|er)[ -])?(?=[a-z]{3})"
    r"|\babd[aeou]l?(?=[a-z]{3})"
)
_DIN = re.compile(r"(?<=[a-z]{3})[ -]?(?:[aeiou](?:l|d|z)?)[ -]?d+(?:[ie]+|ee|ei)ne?\b")
_SUFFIX = re.compile(r",? (?P<suffix>jr|sr|junior|senior|i{1,3}|iv|vi{0,3}|ix|xi{0,3}|xiv|xvi)\.?$")
_JUNIOR = frozenset(("jr", "junior"))
_NICKNAME = re.compile(r"(?<=\s)(?:[“\"‘']|\()(?:[Tt]he )?(?P<name>[^\W\d_][\w-]{1,20})(?:[”\"’']|\))(?=\s)")
_QUOTED = re.compile(r"(?<=\s)[\"“][^\"“”]{1,20}[\"”] ")
_MARKS = re.compile(r"['’]s?$|[\"“”]|(?<=\s)['‘(][^'’()]{1,20}['’)] ")
_PATRONYMIC = re.compile(r"(?:ovich|evich|ovych|yevych|evych|ovitch|evitch|ovna|evna|ivna|yivna|ovic|oglu|zoda)$")
_DEGREES = re.compile(
    r"(?:,?\s+(?:m\. ?d|ph\. ?d|m\. ?b\. ?a|b\. ?a|m\. ?a|d\. ?o|r\. ?n"
    r"|md|phd|mba|esq|cpa|rn|jd|obe|mbe|cbe|kbe|dds|qc|kc|mp|mep|u\. ?s|u\. ?k)\b\.?)+$"
)


class Person(NamedTuple):
    """A personal name in its parts; `words` are without title, articles and suffix, initials included."""

    words: tuple[Form, ...]
    suffix: str
    title: str = ""


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
    """How many words from `start` on are a title or stand before one; 0 at the name. One word always stays."""
    for length in range(min(5, len(words) - start - 1), 0, -1):
        if " ".join(words[start : start + length]).lower() in titles():
            following = start + length
            if following + 1 < len(words) - 1 and words[following].lower() == "of":
                return length + 2
            return length
    word = words[start].lower().removeprefix("ex-")
    if word in name_words("modifier") or word == ",":
        return 1
    if fold(words[start]) in demonyms() and start + 2 < len(words) and _title_at(words, start + 1):
        return 1
    return 0


@lru_cache(maxsize=20_000)
def person(name: str) -> Person:
    """The parts of a personal name."""
    vowelless = is_vowelless(name)
    named = without_titles(name)
    bare = re.sub(r"(?<=[A-Z])\.(?=[A-Z])", ". ", _MARKS.sub("", _QUOTED.sub("", named)))
    plain = _DEGREES.sub("", re.sub(r"['’`]", "", to_ascii(bare)))
    suffix = _SUFFIX.search(plain)
    plain = plain[: suffix.start()] if suffix else plain
    if plain.count(",") == 1:
        last, first = plain.split(",")
        plain = f"{first.strip()} {last.strip()}"
    plain = _DIN.sub("udin", _ABD.sub("abd", re.sub(r"\b(abu|umm|abo) ", r"\1", plain)))
    plain = _ARTICLE.sub("", plain)
    words = [w for w in re.split(r"[^a-z0-9]+", plain) if w]
    forms = tuple(form_of(w, vowelless=vowelless) for w in words)
    return Person(forms, suffix["suffix"] if suffix else "", fold(name[: name.find(named)]))


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
    """The name without its nickname and, where one stands in quotation marks or brackets, that with the surname."""
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
    for one, other in ((p, q), (q, p)):
        if one.suffix in _JUNIOR and not other.suffix and len(one.words) <= len(other.words):
            return Comparison(30.0, "only one is “Jr.”, and is no fuller name of the other")
    if "".join(w.spelling for w in p.words) == "".join(w.spelling for w in q.words):
        return Comparison(100.0, "same name")
    vowelless = any(w.vowelless for w in (*p.words, *q.words))
    matched, lowest = match_words(p.words, q.words, "given")
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
        if len(p.words) != len(q.words) and joined.same and joined.score >= 90:
            return joined
        return Comparison(20.0, f"“{left[0].plain}” is not “{right[0].plain}”")
    if not left and not right:
        return Comparison(lowest, "same name" if lowest == 100 else f"same name, spelling {lowest:.0f}")
    longer, shorter = (p, q) if left else (q, p)
    kept = matched if left else {j: i for i, j in matched.items()}
    return _one_sided(longer, shorter, kept, left or right, lowest)


def _one_sided(
    longer: Person, shorter: Person, matched: dict[int, int], extra: list[Form], lowest: float
) -> Comparison:
    """What it means that only `longer` has the words `extra`; `matched` are its words' indices and those they met."""
    extra = [w for w in extra if w.plain not in name_words("particle")]
    met = (w for i, w in enumerate(longer.words) if i in matched and not _is_initial(w))
    core = [w for w in met if w.plain not in name_words("particle")]
    if not extra:
        return Comparison(lowest, "same name but for a particle")
    told = len(core) > 1 or (len(core) == 1 and longer.title and longer.title == shorter.title)
    if told and all(_negligible(w, longer, core) for w in extra):
        return Comparison(min(lowest, 95.0), f"same name without “{extra[0].plain}”")
    if len(core) < 2:
        return _bare(shorter)
    return _beside(longer, matched, core, extra, lowest)


def _beside(
    longer: Person, matched: dict[int, int], core: Sequence[Form], extra: Sequence[Form], lowest: float
) -> Comparison:
    """What `extra` names say by their place: before, inside or behind those that both names have."""
    order = [w.plain for w in longer.words]
    if sorted(matched) != sorted(matched, key=matched.__getitem__):
        return Comparison(40.0, "the shared names stand in another order")
    places = [order.index(w.plain) for w in extra]
    first, last = min(order.index(w.plain) for w in core), max(order.index(w.plain) for w in core)
    inner = any(first < place < last for place in places)
    if inner and _has_middle_names(longer, extra):
        return Comparison(_MIDDLE_NAME, f"only one has the middle name “{extra[0].plain}”")
    if inner and not _chained(longer, places):
        return Comparison(40.0, f"the inner name “{extra[0].plain}” is only in one: another person")
    return Comparison(min(lowest, 88.0), f"same name, one with “{extra[0].plain}” besides")


def _bare(shorter: Person) -> Comparison:
    return Comparison(UNDECIDED, f"“{shorter.words[-1].plain}” alone does not say which")


def _negligible(word: Form, longer: Person, core: Sequence[Form]) -> bool:
    """Initials, patronymics, Mohammad, and a word that only repeats another of the name."""
    if _is_initial(word) or _PATRONYMIC.search(word.plain):
        return True
    if word.plain in name_words("muhammad") and word is not longer.words[-1]:
        return True
    return len(longer.words) > 3 and any(word is not w and word_score(word, w) >= 85 for w in core)


def _has_middle_names(longer: Person, extra: Sequence[Form]) -> bool:
    """Whether the name is of a tradition in which a middle name may be left out (Mark Jay Heller)."""
    first = longer.words[0].plain
    western = any(listed(w, "given") or listed(w, "middle") for w in (first, *(e.plain for e in extra)))
    if not western or listed(first, "arabic"):
        return False
    return not any(listed(w.plain, "arabic") or listed(w.plain, "lineage") for w in extra)


def _chained(longer: Person, places: Sequence[int]) -> bool:
    """Whether every extra name is a father's, after “bin” or “ibn”."""
    return all(place and longer.words[place - 1].plain in {"bin", "ibn", "ben", "bint"} for place in places)
