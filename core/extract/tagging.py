"""One tag for each token: closed classes and verb forms from the lexicon, the rest by ending and neighbours.

No model: what a word can be is looked up, and where that leaves a choice its neighbours decide. The letters are
those of `core.lexicon.english_words`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from core.lexicon.english_words import closed_classes, forms_of, general_verbs
from core.lexicon.triggers import adjectives, verb_bases
from core.model import Sentence, Token

_QUOTES = frozenset('"“”„«»‘')
_BREAKS = frozenset(".!?;:…–—-")
_ADJECTIVE = re.compile(
    r"(?:[a-z]{3,}(?:ial|ical|onal|ous|ful|less|ible|able|ive|ish|ist_|ian_|ary|ern|ese_)|.*-(?:[a-z]+ed|backed|led|run|held|based|wide|long|old|owned|torn))$"
)
_AFTER_TO = frozenset("1vVP")
_NOMINAL = frozenset("daockp")


@cache
def _lexicon() -> dict[str, tuple[str, str]]:
    """Word form → (tag, verb's base or “”), closed classes first."""
    general, special = general_verbs(), verb_bases()
    verbs = {base: general.get(base, False) or special.get(base, False) for base in (*general, *special)}
    found = {form: pairs[0] for form, pairs in forms_of(verbs).items()}
    for word in adjectives():
        both = word in found and found[word][0] in "1v"
        found[word] = ("1", found[word][1]) if both else ("a", "")
    return found | {word: (tag, "") for word, tag in closed_classes().items()}


def _guess(token: Token) -> str:
    """The tag of a word that no list has."""
    text, lower = token.text, token.lower
    first = text[0]
    if not first.isalnum():
        return _mark(text)
    if first.isdigit():
        return "c"
    if lower.endswith("ly") and len(lower) > 4:
        return "r"
    if _ADJECTIVE.match(lower):
        return "a"
    if lower.endswith("ing") and len(lower) > 5:
        return "G"
    if lower.endswith("ed") and len(lower) > 4 and not lower.endswith("eed"):
        return "V"
    return "n"


def _mark(text: str) -> str:
    if text in ("'s", "’s", "'", "’"):
        return "k"
    if text == ",":
        return ","
    if text in _QUOTES:
        return '"'
    if text in "([":
        return "("
    if text in ")]":
        return ")"
    if text in _BREAKS:
        return "."
    return "N" if text[0] in "@#" and len(text) > 1 else "c" if text in "$£€%" else '"'


def tag(sentence: Sentence, names: Collection[int] = ()) -> tuple[str, list[str]]:
    """The tags of a sentence's tokens and the base forms of its verbs.

    Args:
        names: Indices of tokens that stand in a mention of an actor or place.

    Returns:
        A string with one letter for each token, and a list with a verb's base (or the word in lower case) for each.
    """
    lexicon, tokens = _lexicon(), sentence.tokens
    tags: list[str] = []
    bases: list[str] = []
    for i, token in enumerate(tokens):
        t, base = lexicon.get(token.lower, ("", ""))
        if token.text == "US":
            t = "N"
        elif t == "" or (i in names and t not in "dpi&otxmbhg"):
            t = "N" if i in names and token.text[0].isalpha() and token.text[0].isupper() else _guess(token)
        upper = token.text[0].isupper()
        if upper and i and t == "m":
            t = "N"
        if upper and i and t in "vzVPDG12na" and not _opens(tokens, i):
            t = "N"
        elif t == "" or (upper and t == "n"):
            t = "N" if upper else "n"
        tags.append(t)
        bases.append(base or token.lower)
    _disambiguate(tags, tokens)
    for i, token in enumerate(tokens):
        if tags[i] in "naN":
            bases[i] = token.lower
    return "".join(tags), bases


def _opens(tokens: Sequence[Token], i: int) -> bool:
    """Whether a capital at `i` only marks the beginning of a sentence or quotation."""
    return tokens[i - 1].text in '“"‘:.' and len(tokens[i - 1].text) == 1


def _disambiguate(tags: list[str], tokens: Sequence[Token]) -> None:
    previous = "."
    for i, t in enumerate(tags):
        after = tags[i + 1] if i + 1 < len(tags) else "."
        if t == "r" and tokens[i].lower in _WEEKDAYS and previous in "pda":
            tags[i] = "n"
        elif t in _RULES:
            tags[i] = _RULES[t](previous, after, tokens, i)
        if tags[i] not in 'r"':
            previous = tags[i]


def _base_or_noun(previous: str, after: str, tokens: Sequence[Token], i: int) -> str:
    if previous in "imgx" or (previous == "o" and tokens[i - 1].lower not in _OBJECTS):
        return "v"
    if previous in "nN" and after in "dotiacN" and tokens[i - 1].lower.endswith("s"):
        return "v"
    if previous in "nN" and after in "danNci" and _in_that_clause(tokens, i):
        return "v"
    return "a" if tokens[i].lower in adjectives() else "n"


def _preposition(previous: str, after: str, tokens: Sequence[Token], i: int) -> str:
    """“About 300 Kurds”: before a number these count rather than govern."""
    word = tokens[i].lower
    if after == "c" and (word in ("about", "around") or (word in ("over", "under") and previous in ".p,d&V")):
        return "d" if previous != "n" else "p"
    return "p"


def _verb_only(previous: str, after: str, tokens: Sequence[Token], i: int) -> str:
    return "n" if previous in "dackpzVD" else "v"


def _third_only(previous: str, after: str, tokens: Sequence[Token], i: int) -> str:
    return "n" if previous in "dackp" or (previous == "n" and after in "&,.") else "z"


def _in_that_clause(tokens: Sequence[Token], i: int) -> bool:
    """Whether “that” stands a few words before, so that a base form is a subjunctive (“demands that Israel ease …”)."""
    return any(tokens[j].lower == "that" for j in range(max(0, i - 6), i - 1))


def _third_or_plural(previous: str, after: str, tokens: Sequence[Token], i: int) -> str:
    if previous in "ow" or (previous == "o" and tokens[i - 1].lower not in _OBJECTS):
        return "z"
    if (
        (previous == "N" or (previous == "n" and i <= 4))
        and after == "i"
        and i + 2 < len(tokens)
        and _lexicon().get(tokens[i + 2].lower, "n")[0] in "1vV"
    ):
        return "z"
    if previous in "nN)" and (after in "dotN" or (after == "p" and previous == "N" and tokens[i].lower in _SAYS)):
        return "z"
    return "n"


def _participle(previous: str, after: str, tokens: Sequence[Token], i: int) -> str:
    lower = tokens[i].lower
    if previous in "im":
        return "v" if not lower.endswith("ed") or lower.endswith("eed") else "V"
    if i == 0 and after in "nN":
        return "a"
    if previous in "dackp" and after in "nNaG1":
        return "a" if not (previous == "p" and after == "N") else "V"
    if previous in "dak" and after not in "p":
        return "n" if lower in _DEVERBAL else "a"
    return "V"


def _ing(previous: str, after: str, tokens: Sequence[Token], i: int) -> str:
    if previous in "dak" or (previous == "c"):
        return "n" if after not in "nN" else "a"
    if previous == "N" and after in "n2" and tokens[i].lower in _GERUND_NOUNS:
        return "a"
    if previous == "t" and after in "nN":
        return "a"
    if previous == "n" and (after in "pb.,mhVD"):
        return "n" if tokens[i].lower in _GERUND_NOUNS else "G"
    if previous in ".&,p" and after in "pb&.mhVDk," and tokens[i].lower in _GERUND_NOUNS:
        return "n"
    return "G"


def _conjunction_or_clause(previous: str, after: str, tokens: Sequence[Token], i: int) -> str:
    """“that”: a relative word after a noun before a verb, a determiner before a noun, else a conjunction."""
    if after in "bmhgzVDxr" and previous in "nN,c":
        return "w"
    if after in "nac" and previous in "pi.,&":
        return "d" if not tokens[i + 1].lower.endswith("s") else "t"
    return "t"


def _her(previous: str, after: str, tokens: Sequence[Token], i: int) -> str:
    return "d" if after in "naN1cGV2" or tokens[i].lower != "her" else "o"


def _number(previous: str, after: str, tokens: Sequence[Token], i: int) -> str:
    return "c"


_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_OBJECTS = frozenset("him them me us himself themselves herself itself".split())
_SAYS = frozenset("says reports claims states warns".split())
_DEVERBAL = frozenset(
    ["dead", "wounded", "injured", "accused", "suspected", "displaced", "cut", "split", "hit", "spread"]
)
_GERUND_NOUNS = frozenset(
    "meeting fighting bombing shelling killing shooting bombardment hearing building training briefing gathering uprising "
    "stabbing looting hijacking kidnapping voting polling landing crossing ruling funding hanging beating lynching "
    "rioting protesting picketing bargaining sentencing wedding warning".split()
)
_RULES = {
    "p": _preposition,
    "1": _base_or_noun,
    "v": _verb_only,
    "z": _third_only,
    "2": _third_or_plural,
    "V": _participle,
    "P": _participle,
    "G": _ing,
    "t": _conjunction_or_clause,
}
