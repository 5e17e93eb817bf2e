"""What a candidate's own words and its neighbours say of what it names: features, weighed in weigh.py."""

from __future__ import annotations

from functools import lru_cache

from anyascii import anyascii

from core.extract.mentions.pieces import Candidate, opens_sentence
from core.extract.mentions.titles import title_words
from core.extract.mentions.words import is_capital
from core.lexicon import gazetteer, known_actors, names
from core.model import Token

_NOUN_CLASSES = (
    ("place", "place_neighbours"),
    ("organization", "organization_neighbours"),
    ("person", "person_neighbours"),
)


def gather(tokens: tuple[Token, ...], c: Candidate) -> None:
    """Adds to `c.evidence` everything that its sentence tells."""
    add = c.evidence.append
    words = tuple(t.text for t in tokens[c.head : c.head_end])
    for name, detail in _shape(words):
        add((name, 1.0, detail))
    if opens_sentence(tokens, c.start) and names.is_common(tokens[c.start].lower):
        add(("common_opening", 1.0, words[0]))
    _before(tokens, c)
    _after(tokens, c)


@lru_cache(maxsize=16384)
def _shape(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The features of the words themselves, with the word that shows each."""
    found: list[tuple[str, str]] = []
    first, last, many = words[0], words[-1], len(words) > 1
    found.append((f"words_{min(len(words), 4)}", ""))
    places = _gazetteer(" ".join(words))
    if not many and first.isupper() and len(first) > 1 and not (len(first) > 3 and places):
        found.append(("acronym" if len(first) <= 6 else "all_capitals", first))
    if not many and not first.isupper() and any(map(str.isupper, first[1:])) and "-" not in first:
        found.append(("inner_capital", first))
    if any(map(str.isdigit, "".join(words))):
        found.append(("digit", first))
    found += _names(words, many=many)
    content = [w for w in words if is_capital(w)]
    common = sum(names.is_common(w.lower()) for w in content)
    if common:
        found.append(("all_common" if common == len(content) else "some_common", first))
    if last.lower() in names.words("thing_heads"):
        found.append(("thing_head", last))
    if many and first.lower() in names.words("place_openers"):
        found.append(("place_opener", first))
    found += _endings(last)
    found += places
    return tuple(found)


def _names(words: tuple[str, ...], *, many: bool) -> list[tuple[str, str]]:
    first, last = _latin(words[0]), _latin(words[-1])
    found: list[tuple[str, str]] = []
    if first in names.given_names() and first.lower() not in names.words("place_openers"):
        found.append(("given_first" if many else "given_alone", first))
    if last in names.surnames():
        found.append(("surname_last" if many else "surname_alone", last))
    elif many and last in names.given_names():
        found.append(("given_last", last))
    if all(len(w) == 1 for w in words):
        found.append(("letters", first))
    elif many and any(len(w) == 1 and w.isupper() for w in words):
        found.append(("initial", first))
    if any(w in names.words("person_particles") for w in words[1:-1]):
        found.append(("particle", first))
    if "&" in words:
        found.append(("ampersand", first))
    return found


def _latin(word: str) -> str:
    """The word in Latin letters, where its script has capitals too (“Владимир”)."""
    return word if word.isascii() or word[0] < "\u0370" else anyascii(word)


def _endings(last: str) -> list[tuple[str, str]]:
    lower = last.lower()
    found = []
    for label in ("places", "persons"):
        hit = next((e for e in names.words(f"endings_of_{label}") if lower.endswith(e) and len(lower) > len(e) + 2), "")
        if hit and not names.is_common(lower):
            found.append((f"ending_of_{label}", f"-{hit}"))
    return found


def _gazetteer(surface: str) -> list[tuple[str, str]]:
    places = gazetteer.known(surface)
    if not places or len(surface) < 3:
        return []
    best = places[0]
    worth = gazetteer.worth(best)
    if not best.main and worth < _OBSCURE:
        return []
    size = "large" if worth >= 100_000 else "middling" if worth >= 10_000 else "small"
    return [(f"gazetteer_{size}", f"{best.name}, {best.country}" if best.country else best.name)]


_BEFORE = (
    ("place_preposition", "place_prepositions"),
    ("place_verb", "place_verbs"),
    ("party_preposition", "party_prepositions"),
    ("person_noun_before", "person_neighbours"),
    ("organization_noun_before", "organization_neighbours"),
    ("determiner", "determiners"),
)
_AFTER = (
    ("place_noun", "place_neighbours"),
    ("organization_noun", "organization_neighbours"),
    ("person_verb", "person_verbs"),
    ("who", "role_after"),
)
_OBSCURE = 1_000  # worth under which a place’s other name tells nothing: a village that some call “Sylvia”
_ROLE_LINKS = frozenset({"of", "for", "to", "in"})
_DASHES = frozenset({"-", "–", "—", "--"})
_MARKS = {"“": "quoted", '"': "quoted", "(": "bracketed"}


@lru_cache(maxsize=16384)
def _told_before(word: str) -> str:
    """The feature that a word before a name is, "" for none."""
    if word in _MARKS:
        return _MARKS[word]
    found = next((feature for feature, table in _BEFORE if word in names.words(table)), "")
    if found in {"", "organization_noun_before"} and word in title_words():
        return "person_noun_before"
    return found or ("organization_noun_before" if word in names.kinds("organization_heads") else "")


def _before(tokens: tuple[Token, ...], c: Candidate) -> None:
    i = c.start - 1
    if i >= 0 and tokens[i].lower == "the":
        c.evidence.append(("the_before", 1.0, ""))
        i -= 1
    if i < 0:
        return
    word = tokens[i].lower
    before = tokens[i - 1].lower if i else ""
    if word == "of":
        noun = next((label for label, table in _NOUN_CLASSES if before in names.words(table)), "thing")
        c.evidence.append((f"of_{noun}", 1.0, f"{before} of"))
    elif word == "," and (role := _role_apposed(tokens, i)) and _closes(tokens, c.end):
        c.evidence.append(("person_noun_before", 1.0, role))
    elif word == "on" and before in names.words("act_nouns"):
        c.evidence.append(("place_preposition", 1.0, f"{before} on"))
    elif word == "as" and before == "known":
        c.evidence.append(("person_noun_before", 1.0, "known as"))
    elif word == "between" and before not in names.words("dealings_between"):
        return
    elif feature := _told_before(word):
        c.evidence.append((feature, 1.0, tokens[i].text))


def _role_apposed(tokens: tuple[Token, ...], comma: int) -> str:
    """The role before a comma that a name in apposition bears: “ministry spokesman,”, “the governor of the region,”."""
    for j in range(comma - 1, max(comma - 7, -1), -1):
        token = tokens[j]
        if token.text in {",", ".", ";"}:
            return ""
        role = token.lower in names.words("person_neighbours") or token.lower in title_words()
        if role and token.text.islower() and (j == comma - 1 or tokens[j + 1].lower in _ROLE_LINKS):
            return token.text
    return ""


def _closes(tokens: tuple[Token, ...], end: int) -> bool:
    """Whether an apposition ends at token `end`."""
    return end >= len(tokens) or tokens[end].text in {",", ".", ";", ")", "–", "—", "("}


def _after(tokens: tuple[Token, ...], c: Candidate) -> None:
    if c.end >= len(tokens):
        return
    word, text = tokens[c.end].lower, tokens[c.end].text
    feature = next((feature for feature, table in _AFTER if word in names.words(table)), "")
    if (verb := _main_verb(tokens, c.end)) in names.words("speech_verbs"):
        feature, text = "speech_verb", verb
    if feature:
        c.evidence.append((feature, 1.0, text))
    elif word in {"'s", "’s"}:
        c.evidence.append(("possessive", 1.0, ""))
    elif word in names.words("act_verbs") or (word.endswith("ed") and len(word) > 4 and names.is_common(word)):
        c.evidence.append(("verb_after", 1.0, text))
    elif c.end - c.head == 1 and text.islower() and names.is_common(word) and _adjectival(tokens[c.head].lower):
        c.evidence.append(("adjectival", 1.0, text))
    elif word in names.words("copulas"):
        _class_of(tokens, c, c.end + 1, "is_a")
    elif word == ",":
        _after_comma(tokens, c)
    elif word == "(":
        _in_brackets(tokens, c)


def _adjectival(word: str) -> bool:
    """Whether a word ends as adjectives of places and peoples do: “Siberian”, “Kosovar” is not told."""
    return len(word) > 5 and word.endswith(("ian", "ean", "can", "ese", "ish", "ic", "ist", "nese", "ite"))


def _main_verb(tokens: tuple[Token, ...], i: int) -> str:
    """The verb at `i`, behind its auxiliaries: “has also said”."""
    while i < len(tokens) and tokens[i].lower in {"has", "have", "had", "also", "later", "then", "reportedly"}:
        i += 1
    return tokens[i].lower if i < len(tokens) else ""


def _class_of(tokens: tuple[Token, ...], c: Candidate, start: int, feature: str) -> None:
    """Adds what the noun phrase at `start` says of the candidate: “is a village”, “, the militia's commander”."""
    start = _past_owner(tokens, start)
    window = tokens[start : start + 6]
    if window and window[0].lower in names.words("role_after"):
        c.evidence.append(("who", 1.0, window[0].text))
        return
    owned = window and tokens[start - 1].lower in {"'s", "’s"}
    if not window or not (owned or window[0].lower in {"a", "an", "the", "one", "son", "former", "who", "born"}):
        return
    found: tuple[str, str] | None = None
    for token in window if owned else window[1:]:
        if token.text in {",", ".", ";"} or token.lower in names.words("never_names") or is_capital(token.text):
            break
        label = _noun_class(token.lower)
        found = (label, token.text) if label else found
    if found:
        c.evidence.append((f"{feature}_{found[0]}", 1.0, found[1]))


def _past_owner(tokens: tuple[Token, ...], start: int) -> int:
    """The token after a possessor that opens a noun phrase (“, the NUG's acting president”), else `start` itself."""
    i = start + 1 if start < len(tokens) and tokens[start].lower == "the" else start
    while i < min(len(tokens), start + 5) and is_capital(tokens[i].text):
        i += 1
    owned = start < i < len(tokens) and tokens[i].lower in {"'s", "’s"}
    return i + 1 if owned else start


@lru_cache(maxsize=8192)
def _noun_class(word: str) -> str:
    """Whether a noun is said of persons, places or organizations; "" for any other word."""
    for label, table in (("person", "person_neighbours"), ("place", "place_neighbours")):
        if word in names.words(table):
            return label
    body = word in names.kinds("organization_heads") or word in names.words("organization_neighbours")
    return "organization" if body else ""


def _after_comma(tokens: tuple[Token, ...], c: Candidate) -> None:
    if c.end + 1 >= len(tokens):
        return
    token = tokens[c.end + 1]
    closed = c.end + 2 < len(tokens) and tokens[c.end + 2].text in {",", ".", ")", ";"}
    if token.text.isdigit() and len(token.text) == 2 and closed:
        c.evidence.append(("age", 1.0, token.text))
        return
    _class_of(tokens, c, c.end + 1, "apposition")
    if not is_capital(token.text):
        return
    if token.lower in names.words("state_abbreviations") and c.end + 2 < len(tokens) and tokens[c.end + 2].text == ".":
        c.evidence.append(("area_after", 1.0, token.text))
        return
    for end in (c.end + 3, c.end + 2):
        surface = " ".join(t.text for t in tokens[c.end + 1 : end])
        if is_area(surface) and not (end < len(tokens) and _goes_on(tokens[end].lower)):
            c.evidence.append(("area_after", 1.0, surface))
            return


def _goes_on(word: str) -> bool:
    """Whether the word after an area's name makes the area a party of its own: “…, Israel said”, “…, Iraq's …”."""
    return word in {"'s", "’s"} or word in names.words("speech_verbs") or word in names.words("act_verbs")


@lru_cache(maxsize=8192)
def is_area(surface: str) -> bool:
    """Whether `surface` is a country or a first-order division, that a place's name may be followed by."""
    if any(k.form == "name" and len(k.actor.key) == 2 for k in known_actors.look_up(surface)):
        return True
    places = gazetteer.known(surface)
    return bool(places) and places[0].level in {"country", "admin1"} and surface not in names.given_names()


def _in_brackets(tokens: tuple[Token, ...], c: Candidate) -> None:
    after = tokens[c.end + 1 : c.end + 3]
    if len(after) == 2 and after[1].text == ")" and after[0].text.isupper() and len(after[0].text) > 1:
        c.evidence.append(("acronym_after", 1.0, after[0].text))
    elif after and (
        after[0].lower in {"born", "b"} or (after[0].text.isdigit() and len(after) == 2 and after[1].text in _DASHES)
    ):
        c.evidence.append(("born", 1.0, after[0].text))
