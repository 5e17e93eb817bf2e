"""One tag for each token: closed classes and verb forms from the lexicon, the rest by ending and neighbours.

No model: what a word can be is looked up, and where that leaves a choice its neighbours decide. The letters are
those of `core.lexicon.english_words`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from core.lexicon.english_words import closed_classes, forms_of, general_verbs, word_set
from core.lexicon.triggers import adjectives, verb_bases
from core.model import Sentence, Token

_MARKS = {",": ",", "(": "(", "[": "(", ")": ")", "]": ")"}
_MARKS |= dict.fromkeys(("'s", "’s", "'", "’"), "k") | dict.fromkeys(".!?;:…–—-", ".") | dict.fromkeys("$£€%", "c")
_ENDINGS = (
    ("r", re.compile(r".{3,}ly$")),
    ("a", re.compile(r"[a-z]{3,}(?:ial|ical|onal|ous|ful|less|ible|able|ive|ish|ary|ern)$")),
    ("a", re.compile(r"[\w-]*-(?:[a-z]+ed|led|run|held|wide|long|old|torn)$")),
    ("G", re.compile(r".{3,}ing$")),
    ("V", re.compile(r".{2,}(?:[^e]ed)$")),
)


_ADVERBS = frozenset((("yet", "d"), ("yet", "i"), ("last", "D"), ("next", "D")))  # “yet another”, “they last spoke”
_EARLY = 6  # words before a sentence's verb, where that is not sure to be one
_CLOSED = frozenset("dpi&otxmbhg")


@cache
def _lexicon() -> dict[str, tuple[str, str]]:
    """Word form → (tag, verb's base or “”), closed classes first."""
    general, special = general_verbs(), verb_bases()
    verbs = {base: general.get(base, False) or special.get(base, False) for base in (*general, *special)}
    found = {form: pairs[0] for form, pairs in forms_of(verbs).items()}
    for word in adjectives():
        both = word in found and found[word][0] in "1v"
        found[word] = ("1", found[word][1]) if both else ("a", "")
    return found | {word: (letter, "") for word, letter in closed_classes().items()}


def _guess(token: Token) -> str:
    """The tag of a word that no list has."""
    text, lower = token.text, token.lower
    if not text[0].isalnum():
        return _MARKS.get(text, "N" if text[0] in "@#" and len(text) > 1 else '"')
    if text[0].isdigit():
        return "c"
    return _by_ending(lower)


@lru_cache(maxsize=1 << 15)
def _by_ending(lower: str) -> str:
    return next((letter for letter, ending in _ENDINGS if ending.match(lower)), "n")


def tag(sentence: Sentence, names: Collection[int] = ()) -> tuple[str, list[str]]:
    """The tags of a sentence's tokens and the base forms of its verbs.

    Args:
        sentence: With its tokens.
        names: Indices of tokens that stand in a mention of an actor or place.

    Returns:
        A string with one letter for each token, and a list with a verb's base (or the word in lower case) for each.
    """
    lexicon, tokens = _lexicon(), sentence.tokens
    pairs = [lexicon.get(token.lower, ("", "")) for token in tokens]
    tags = [_first(tokens, i, pair[0], i in names) for i, pair in enumerate(pairs)]
    _bounds(tags, tokens)
    _disambiguate(tags, tokens)
    bases = [
        base if base and letter not in "naN" else token.lower
        for (_, base), letter, token in zip(pairs, tags, tokens, strict=True)
    ]
    return "".join(tags), bases


def _first(tokens: Sequence[Token], i: int, letter: str, named: bool) -> str:
    """A token's tag before its neighbours are asked: capitals inside a sentence are names."""
    token = tokens[i]
    open_class = not letter or letter not in _CLOSED
    if not token.text[0].isupper():
        return letter if letter and not (named and open_class) else _guess(token)
    if token.text == "US" or (named and open_class):
        return "N"
    letter = letter or _guess(token)
    if i and not _opens(tokens, i):
        return "N" if letter in "vzVPDG12nam" else letter
    return "N" if letter == "n" else letter


def _opens(tokens: Sequence[Token], i: int) -> bool:
    """Whether a capital at `i` only marks the beginning of a sentence or quotation."""
    return tokens[i - 1].text in ("“", '"', "‘", ":", ".")


def _bounds(tags: list[str], tokens: Sequence[Token]) -> None:
    """“At least 12”, “as many as a dozen”: what bounds a number belongs to it as a determiner does."""
    bounds = word_set("bounds")
    for i, letter in enumerate(tags):
        if letter == "c" and i > 1:
            last = i - 1 if tags[i - 1] == "d" and tokens[i - 1].lower in ("a", "an") else i
            for first in (last - 3, last - 2):
                if first >= 0 and "_".join(token.lower for token in tokens[first:last]) in bounds:
                    tags[first:last] = "d" * (last - first)
                    break


def _verb_at(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` can only be a verb that shows tense, or an auxiliary."""
    return i < len(tokens) and _lexicon().get(tokens[i].lower, ("n", ""))[0] in "VDzmbhg"


def has_object(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` can show tense and an object begins after it (“killed nine”)."""
    tag = _lexicon().get(tokens[i].lower, ("n", ""))[0]
    if tag not in "VDz" or i + 1 >= len(tokens):
        return False
    return tokens[i + 1].text[0].isdigit() or _lexicon().get(tokens[i + 1].lower, ("n", ""))[0] in "dc"


def _disambiguate(tags: list[str], tokens: Sequence[Token]) -> None:
    previous, weekdays = ".", word_set("weekdays")
    for i, letter in enumerate(tags):
        if letter in _RULES:
            after = tags[i + 1] if i + 1 < len(tags) else "."
            tags[i] = _RULES[letter](previous, after, tokens, i)
        elif letter == "a" and i and tokens[i].lower in word_set("adjective_nouns") and _verb_at(tokens, i + 1):
            tags[i] = "n" if previous in "dNka" else letter
        elif (tokens[i].lower, *tags[i + 1 : i + 2]) in _ADVERBS:
            tags[i] = "r"
        elif letter == "r" and previous in "pda" and tokens[i].lower in weekdays:
            tags[i] = "n"
        if tags[i] not in 'r"':
            previous = tags[i]


def _subject_pronoun(previous: str, tokens: Sequence[Token], i: int) -> bool:
    return previous == "o" and tokens[i - 1].lower not in word_set("objects")


def _goes_to(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` before “to” can be a verb: “return to Geneva”, but not “denied inspectors access to”."""
    infinitive = i + 2 < len(tokens) and _lexicon().get(tokens[i + 2].lower, ("n", ""))[0] in "1vbhg"
    return infinitive or not any(_verb_at(tokens, j) for j in range(i))


def _base_or_noun(previous: str, after: str, tokens: Sequence[Token], i: int) -> str:
    """“To attack”, “forces attack the town”, “demands that Israel ease …”; else “an attack”."""
    if previous in "imgx" or _subject_pronoun(previous, tokens, i):
        return "v"
    if previous == "N" and after == "V" and tokens[i - 1].lower.endswith("s"):
        return "v"
    if previous in "nN" and after in "doticanN":
        plural = tokens[i - 1].lower.endswith("s") and (after != "i" or _goes_to(tokens, i))
        if (plural and after != "n") or any(tokens[j].lower == "that" for j in range(max(0, i - 6), i - 1)):
            return "v"
    if previous == "n" and after in "dop" and tokens[i - 1].lower.endswith("s") and _verbless(tokens, i):
        return "v"
    return "a" if tokens[i].lower in adjectives() else "n"


def _preposition(previous: str, after: str, tokens: Sequence[Token], i: int) -> str:
    """“About 300 Kurds”: before a number these count rather than govern."""
    word = tokens[i].lower
    if after != "c" or word not in ("about", "around", "over", "under"):
        return "p"
    counts = previous != "n" if word in ("about", "around") else previous in ".p,d&V"
    return "d" if counts else "p"


def _verb_only(previous: str, _after: str, _tokens: Sequence[Token], _i: int) -> str:
    return "n" if previous in "dackpzVD" else "v"


def _third_only(previous: str, after: str, _tokens: Sequence[Token], _i: int) -> str:
    return "n" if previous in "dackp" or (previous == "n" and after in "&,.") else "z"


def _verbless(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i`, early in its sentence, is the only one there that may be a finite verb."""
    return 0 < i <= _EARLY and not any(_verb_at(tokens, j) for j in range(len(tokens)) if j != i)


def _third_or_plural(previous: str, after: str, tokens: Sequence[Token], i: int) -> str:
    """“Russia attacks the town”, “Kenya plans to open …”; else “the attacks”."""
    if previous == "w" or _subject_pronoun(previous, tokens, i) or tokens[i - 1].lower in word_set("still"):
        return "z"
    if after == "i":
        return "z" if _plans_to(previous, tokens, i) else "n"
    if after == "t" and _verb_at(tokens, i + 2):
        return "n"
    name = previous == "N" and not (i > 0 and tokens[i - 1].lower in adjectives())
    if name and (after == "c" or (after in "na1" and _verbless(tokens, i))):
        return "z"
    says = after == "p" and previous == "N" and tokens[i].lower in word_set("says")
    return "z" if previous in "nN)" and (after in "dotN" or says) else "n"


def _plans_to(previous: str, tokens: Sequence[Token], i: int) -> bool:
    """“Claims to have fled”, “Kenya plans to open”: an infinitive follows, and no adjective stands before."""
    following = tokens[i + 2].lower if i + 2 < len(tokens) else ""
    early = (previous == "N" and tokens[i - 1].lower not in adjectives()) or (previous == "n" and i <= 4)
    return following == "have" or (early and _lexicon().get(following, "n")[0] in "1vV")


def _participle(previous: str, after: str, tokens: Sequence[Token], i: int) -> str:
    """“To hit” is a base form, “the besieged town” an adjective, “the wounded” a noun."""
    lower = tokens[i].lower
    if previous in "im":
        return "v" if not lower.endswith("ed") or lower.endswith("eed") else "V"
    if (i == 0 and after in "nN") or (previous in "dackp" and after in "nNaG1"):
        return "V" if previous == "p" and after == "N" else "a"
    if lower in word_set("presumed") and after in "nN" and (previous in "VDz" or _verb_at(tokens, i + 2)):
        return "a"
    if previous in "dak" and after != "p":
        return "n" if lower in word_set("deverbal") else "a"
    return "V"


def _ing(previous: str, after: str, tokens: Sequence[Token], i: int) -> str:
    """“The shelling of” is a noun, “remaining forces” an adjective, “are advancing” a verb."""
    noun = tokens[i].lower in word_set("gerund_nouns")
    if previous in "dakc":
        return "n" if after not in "nN" else "a"
    if (previous == "N" and after in "n2" and noun) or (previous == "t" and after in "nN"):
        return "a"
    if noun and previous == "t" and after in "mbhVDz":
        return "n"
    if previous == "N" and tokens[i].lower in word_set("sites") and after in "pb.,mhVD":
        return "n"
    if noun and ((previous == "n" and after in "pb.,mhVD") or (previous in ".&,p" and after in "pb&.mhVDk,")):
        return "n"
    return "G"


def _that(previous: str, after: str, tokens: Sequence[Token], i: int) -> str:
    """“That”: a relative word after a noun before a verb, a determiner before a noun, else a conjunction."""
    if after in "bmhgzVDxr" and previous in "nN,c":
        return "w"
    if after in "nac" and previous in "pi.,&":
        return "d" if not tokens[i + 1].lower.endswith("s") else "t"
    return "t"


_RULES = {
    "p": _preposition,
    "1": _base_or_noun,
    "v": _verb_only,
    "z": _third_only,
    "2": _third_or_plural,
    "V": _participle,
    "P": _participle,
    "G": _ing,
    "t": _that,
}
