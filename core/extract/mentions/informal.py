"""Chat, comments and posts: texts whose writers put no capital where a name has one (“thanks obama”)."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import lru_cache

from core.lexicon import gazetteer, known_actors, names
from core.model import Document, Token

_SHARE = 0.08  # of the sentences: so many words of chat, and sentences without a capital, make a text informal
_LEAST = 2
_SHORTEST = 4  # letters of a name that is known without its capital
_CITY = 100_000  # a place’s worth from which on its name is known without a capital


def is_informal(doc: Document, lower: AbstractSet[str]) -> bool:
    """Whether `doc` is written as people chat; `lower` holds the words that it writes without a capital."""
    chat = len(lower & names.words("informal"))
    if not chat:
        return False
    small = sum(s.tokens[0].text.islower() for s in doc.sentences if s.tokens)
    return chat + small >= max(_LEAST, _SHARE * len(doc.sentences))


def with_capitals(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with a capital where a word without one is a name and nothing else, or follows a given name."""
    found: list[Token] = []
    for token in tokens:
        named = _is_name(token.text) or (found and _may_be_surname(found[-1].text, token.text))
        found.append(token._replace(text=token.text.capitalize()) if named else token)
    return tuple(found)


@lru_cache(maxsize=65536)
def _may_be_surname(before: str, word: str) -> bool:
    """Whether a word without a capital can be the surname that goes with the given name before it: “rick astley”."""
    if before not in names.given_names() or names.is_common(before.lower()) or not word.islower() or not word.isalpha():
        return False
    known = word.capitalize() in names.surnames()
    return known or (len(word) > _SHORTEST and not names.is_common(word) and word not in names.words("slang"))


@lru_cache(maxsize=65536)
def _is_name(word: str) -> bool:
    if len(word) < _SHORTEST or not word.isascii() or not word.islower():
        return False
    if names.is_common(word) or word in names.words("slang") | names.words("informal"):
        return False
    name = word.capitalize()
    if name in names.given_names() or name in names.surnames():
        return True
    known = any(k.form == "name" and not k.weak for k in known_actors.look_up(name))
    places = gazetteer.known(name)
    return known or (bool(places) and gazetteer.worth(places[0]) >= _CITY)
