"""A sentence's tokens as the name finders read them: compounds cut, hashtags and handles without their mark."""

from __future__ import annotations

from functools import cache, lru_cache

from core.lexicon import known_actors, names
from core.model import Token

_SHORTEST_LINE = 4
_TITLE_CASE = 0.9
_ORDINARY = 0.4
_ARTICLES = (
    "al-",
    "el-",
    "ez-",
    "es-",
    "esh-",
    "et-",
    "er-",
    "adh-",
    "ath-",
    "as-",
    "ash-",
    "ad-",
    "an-",
    "ar-",
    "at-",
    "az-",
    "ul-",
    "ud-",
    "d'",
    "d’",
    "l'",
    "l’",
)


@lru_cache(maxsize=65536)
def is_capital(word: str) -> bool:
    """Whether a token is written as a name is: a capital first, or after an article's hyphen (“al-Abadi”)."""
    if word[0].isupper():
        return True
    return word.startswith(_ARTICLES) and any(map(str.isupper, word))


@lru_cache(maxsize=65536)
def _cuts(word: str) -> tuple[tuple[int, int], ...]:
    """Where a token falls apart for names: “ISIL-held”, “UK-France”, “#Baghlan”; empty where it stays whole."""
    if word[0] == "#" and len(word) > 1:
        return ((1, len(word)),)
    at = word.find("-", 1)
    if at < 0 or at == len(word) - 1 or not word[0].isupper():
        return ()
    if word[at + 1 :].lower() in names.words("compound_endings"):
        return ((0, at), (at, len(word)))
    parts = word[:at], word[at + 1 :]
    if all(p[0].isupper() and known_actors.look_up(p) for p in parts):
        return ((0, at), (at, at + 1), (at + 1, len(word)))
    return ()


def words(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with compounds cut into their parts, in order; `text` is lower-cased where a capital tells nothing."""
    return _plain_case(_cut(_joined(tokens)))


def _joined(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with “-backed” after an abbreviation (“U.S.-backed”) as one."""
    if not any(t.text == "-" for t in tokens):
        return tokens
    found: list[Token] = []
    for token in tokens:
        last = found[-1] if found else token
        if last.text == "-" and last.end == token.start and token.lower in names.words("compound_endings"):
            found[-1] = Token(last.start, token.end, "-" + token.text, "-" + token.lower)
        else:
            found.append(token)
    return tuple(found)


def _cut(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    if not any("-" in t.text or t.text[0] == "#" for t in tokens):
        return tokens
    found: list[Token] = []
    for token in tokens:
        cuts = _cuts(token.text)
        if not cuts:
            found.append(token)
            continue
        for start, end in cuts:
            part = token.text[start:end]
            found.append(Token(token.start + start, token.start + end, part, part.lower()))
    return tuple(found)


def _plain_case(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Undoes the capitals of a line in title case or in capitals throughout: only names keep one."""
    if len(tokens) >= _SHORTEST_LINE and tokens[-1].text not in {".", "?", "!", "”", '"'}:
        long = [t for t in tokens if len(t.text) > 3 and t.text.isalpha()]
        capital = [t for t in long if t.text[0].isupper()]
        ordinary = sum(names.is_common(t.lower) for t in capital)
        if (
            len(long) >= _SHORTEST_LINE - 1
            and len(capital) >= _TITLE_CASE * len(long)
            and ordinary >= _ORDINARY * len(capital)
        ):
            return tuple(map(_uncapitalised, tokens))
    return tokens


def _uncapitalised(token: Token) -> Token:
    text = token.text
    if not text[0].isupper() or (text.isupper() and len(text) <= 4):
        return token
    if names.is_common(token.lower) and token.lower not in _kept():
        return token._replace(text=token.lower)
    return token._replace(text=text.capitalize()) if text.isupper() else token


@cache
def _kept() -> frozenset[str]:
    """The ordinary words that keep their capital in a title: they make the name that they stand in."""
    heads = names.kinds("organization_heads").keys() | names.kinds("place_heads").keys()
    return frozenset(
        heads | names.words("offices") | {"prime", "foreign", "vice"} | {n.lower() for n in names.given_names()}
    )
