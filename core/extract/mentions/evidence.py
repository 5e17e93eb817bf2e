"""What a candidate's own words and its neighbours say of what it names: features, weighed in weigh.py."""

from __future__ import annotations

from functools import lru_cache

from core.extract.mentions.candidate import Candidate
from core.extract.mentions.pieces import opens_sentence
from core.extract.mentions.shape import shape
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
    for name, detail in shape(words):
        add((name, 1.0, detail))
    if opens_sentence(tokens, c.start) and names.is_common(tokens[c.start].lower):
        add(("common_opening", 1.0, words[0]))
    _before(tokens, c)
    _after(tokens, c)


_BEFORE = (
    ("place_preposition", "place_prepositions"),
    ("place_verb", "place_verbs"),
    ("party_preposition", "party_prepositions"),
    ("person_noun_before", "person_neighbours"),
    ("organization_noun_before", "organization_neighbours"),
    ("determiner", "determiners"),
    ("vocative", "vocatives"),
)
_AFTER = (
    ("place_noun", "place_neighbours"),
    ("organization_noun", "organization_neighbours"),
    ("person_verb", "person_verbs"),
    ("who", "role_after"),
)
_ROLE_LINKS = frozenset({"of", "for", "to", "in"})
_AGENTS = frozenset({"by", "for", "with", "at", "to"})
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
        last = tokens[c.head_end - 1].lower
        c.evidence.append(("the_before", 1.0, ""))
        if last.endswith("s") and not last.endswith("ss"):
            c.evidence.append(("the_plural", 1.0, last))
        i -= 1
    if i < 0:
        return
    word = tokens[i].lower
    before = tokens[i - 1].lower if i else ""
    if word in _AGENTS and before in names.words("body_dealings"):
        c.evidence.append(("body_dealing", 1.0, f"{before} {word}"))
    elif word in names.words("body_verbs"):
        c.evidence.append(("body_verb", 1.0, word))
    _straight_before(tokens, c, i)


def _straight_before(tokens: tuple[Token, ...], c: Candidate, i: int) -> None:
    """Adds what the word at `i`, before the candidate and its article, tells."""
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
