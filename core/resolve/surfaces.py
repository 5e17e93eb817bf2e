"""What part of a mention is the name: titles, roles, descriptions and asides around it taken off.

“EADS chief executive Louis Gallois”, “Irish national airline Aer Lingus”, “Papermaster, 49”; and what is
a role alone (“the Prime Minister of Singapore”), which names nobody but can be looked up.
"""

from __future__ import annotations

import re
from functools import lru_cache

from core.lexicon import gazetteer, names
from core.lexicon.known_actors import demonyms, fold, look_up, titles
from core.lexicon.names import given_names
from core.resolve.personal_names import without_titles

_ASIDE = re.compile(r"\s*(?:\((?=[^)]*\)?$)|,\s+(?=[a-z\d]|an? |the |an |[A-Z][\w.]+-led))")
_EDGES = " ,;:–—-\"“”'‘’()[]"
_INNER = frozenset(
    "of the and for de la del da do dos das van der den von und et al el bin ibn ben in on to a an y e i s".split()
)
_OFFICES = frozenset(("office", "business", "military", "police", "judicial", "diplomatic"))
# People of a body who stand for it: “CNN officials”, “Taliban fighters”.
_PEOPLE = re.compile(
    r"(?<=\w)(?:['’]s)?\s+(?:officials?|management|executives|leaders|leadership|fighters|militants|insurgents|gunmen|forces|troops|soldiers|"
    r"representatives|employees|staff|players|supporters|members|spokes(?:man|woman|person)|sources|commanders|rebels|elements)$"
)
_ARTICLES = frozenset({"The", "A", "An"})
# What is left of a person: “LaRue's body”.
_REMAINS = re.compile(r"(?<=\w)['’]s?\s+(?:body|remains|corpse)$")
_WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SMALL = frozenset("a an the his her their its our".split())
_NOT_NAMES = frozenset("the a an former late acting then new of for company group our his her its their".split())


_NAMED_AFTER = re.compile(r"^(?:[^,]+\s){2}[^,]+,\s+(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*){1,2})(?=$|,)")


def bare_name(text: str, kind: str) -> str:
    """The name in `text`, the surface of a mention of `kind`.

    >>> bare_name("Irish national airline Aer Lingus", "organization"), bare_name("Papermaster, 49", "person")
    ('Aer Lingus', 'Papermaster')
    """
    bare = re.sub(r"(?:['’]s?|['’])$", "", text.strip(_EDGES))
    after = _NAMED_AFTER.match(bare) if kind == "person" else None
    if after and after["name"].split()[0] in given_names():
        return after["name"]
    aside = _ASIDE.search(bare)
    if aside and aside.start() > 1 and not re.search(r"\b(?:Jr|Sr)\b", bare[aside.end() :]):
        bare = bare[: aside.start()]
    bare = without_titles(_REMAINS.sub("", bare)) if kind == "person" else _PEOPLE.sub("", bare)
    return _after_description(bare, kind).strip(_EDGES.replace(")", "")) or text


def _after_description(text: str, kind: str) -> str:
    """What follows the last ordinary word (or, for a person, the last title), if a name does."""
    words = text.split()
    start = 0
    for i, word in enumerate(words[:-1]):
        owner = kind == "person" and word.endswith(("'s", "’s")) and i + 2 < len(words)
        ordinary = word[0].islower() and word.lower() not in _INNER and word.isascii()
        title = kind == "person" and titles().get(word.lower().rstrip(",")) in _OFFICES and word not in given_names()
        if (ordinary or title or owner or word.endswith("-year-old")) and any(w[0].isupper() for w in words[i + 1 :]):
            start = i + 1
    rest = words[start:]
    while len(rest) > 1 and (rest[0] in _INNER or rest[0] in _ARTICLES):
        rest = rest[1:]
    return " ".join(rest)


@lru_cache(maxsize=20_000)
def role_of(text: str) -> tuple[str, str]:
    """The role that `text` is, with whose it is (folded, "" where it does not say); ("", "") where it holds a name.

    >>> role_of("the Prime Minister of Singapore"), role_of("Apple CEO"), role_of("Tim Cook")
    (('prime minister', 'singapore'), ('ceo', 'apple'), ('', ''))
    """
    first, _, second = text.partition(" and ")
    if second and role_of(second)[0] and role_of(first)[0]:
        return role_of(first)
    before, _, owner = text.partition(" of ")
    words = [w for w in fold(before).split() if w not in _NOT_NAMES]
    for length in range(min(4, len(words)), 0, -1):
        role = _roles().get(" ".join(words[-length:]))
        if role and not any(w.capitalize() in given_names() for w in words[:-length]):
            return role, _owner(fold(owner) or " ".join(words[:-length]))
    return "", ""


@lru_cache(maxsize=1)
def _roles() -> dict[str, str]:
    found = {fold(title): fold(title) for title, sort in titles().items() if sort in _OFFICES}
    return found | {
        "chief executive": "ceo",
        "chief executive officer": "ceo",
        "chief operating officer": "coo",
        "premier": "prime minister",
    }


def _owner(whose: str) -> str:
    return demonyms().get(whose) or next(
        (n.actor.key for n in look_up(whose.upper() if len(whose) < 4 else whose)), whose
    )


def role_before(text: str, name: str) -> tuple[str, str]:
    """The role that stands before `name` in `text` (“Apple CEO Steve Jobs”), ("", "") for none."""
    before = text[: text.find(name)] if name in text else ""
    return role_of(before.strip()) if before.strip() else ("", "")


@lru_cache(maxsize=20_000)
def described_as(text: str) -> tuple[str, frozenset[str]]:
    """The noun of a description of a person, and its other telling words; ("", …) where `text` is none.

    >>> described_as("Brooklyn mom of 12")
    ('mother', frozenset({'brooklyn'}))
    """
    phrase = re.split(r"\s(?:of|from|in|who|with|on|at|for)\s", text.strip(" ,.“”\"'’"))[0]
    words = _WORDS.findall(re.sub(r"['’]s?$", "", phrase))
    while words and words[0].lower() in _SMALL:
        words = words[1:]
    if not words or not _is_noun(words[-1]):
        return "", frozenset()
    placed = (len(words) > 2 or words[-1].islower()) and gazetteer.known(" ".join(words[:-1]))
    if not placed and any(map(_is_given, words[:-1])):
        return "", frozenset()
    return names.same_person(words[-1].lower()), frozenset(names.same_person(w.lower()) for w in words[:-1])


def _is_given(word: str) -> bool:
    return word[0].isupper() and word in given_names() and not names.is_common(word.lower())


def _is_noun(word: str) -> bool:
    if word[0].isupper() and (word in names.surnames() or word in given_names()):
        return False
    return names.describes_person(word.lower()) or fold(word) in demonyms()
