"""Whether a state, its capital or its adjective stands for its government: by what stands before and after it."""

from __future__ import annotations

from core.extract.mentions.candidate import Candidate
from core.extract.mentions.words import is_capital
from core.lexicon import names
from core.model import Token

_VAGUE = frozenset({"for", "like", "than", "among"})
_REACH = 60  # tokens; longer lists are not looked through
_LINKS = frozenset({",", "and", "or", "the"})
_FRONTIERS = frozenset({"border", "borders", "frontier", "frontiers", "boundary", "crossing", "crossings"})
_CALLING = frozenset({"call", "calls", "called", "calling", "pressed", "press", "urging"})
_SPONSORED = frozenset(f"-{w}" for w in ("backed", "led", "allied", "sponsored", "supported", "funded", "brokered"))


def acts_by_adjective(tokens: tuple[Token, ...], c: Candidate) -> bool:
    """Whether an adjective of a state stands for its government: “Russian airstrikes”."""
    end = c.end
    while end < len(tokens) and tokens[end].lower in names.words("act_modifiers") and end < c.end + 3:
        end += 1
    return bool(c.key) and end < len(tokens) and tokens[end].lower in names.words("act_nouns")


def speaks(tokens: tuple[Token, ...], c: Candidate) -> bool:
    """Whether a capital stands for its government: “Moscow said”, “talks with Tehran”."""
    i, end = _list_around(tokens, c)
    before = tokens[i].lower if i >= 0 else ""
    if before in names.words("place_prepositions"):
        return False
    if before in names.words("party_verbs") or (before == "on" and i and tokens[i - 1].lower in _CALLING):
        return True
    while end < len(tokens) and tokens[end].lower in names.words("between_subject_and_verb"):
        end += 1
    word = tokens[end].lower if end < len(tokens) else ""
    return word in names.words("speech_verbs") or word in names.words("state_verbs")


def acts(tokens: tuple[Token, ...], c: Candidate) -> bool:
    """Whether a state's name stands where somebody acts or is dealt with, rather than where something happens."""
    i, end = _list_around(tokens, c)
    after = tokens[end].lower if end < len(tokens) else ""
    if len(after) > 1 and after[0] == "-":
        return after in _SPONSORED
    told = _told_before(tokens, i)
    return _told_after(tokens, i, end) if told is None else told


def _told_before(tokens: tuple[Token, ...], i: int) -> bool | None:
    """What the word before a state's name tells; None where it tells nothing."""
    before = tokens[i].lower if i >= 0 else ""
    if before in {"to", "from", "on"} and _dealt_with(tokens, i):
        return True
    if before in names.words("place_prepositions") or before in names.words("place_verbs"):
        return False
    if before in {"with", "between"} and i and tokens[i - 1].lower in _FRONTIERS:
        return False
    dealt = before in names.words("party_verbs") or before in names.words("party_prepositions") - _VAGUE
    return True if dealt or (before == "on" and i and tokens[i - 1].lower in _CALLING) else None


def _told_after(tokens: tuple[Token, ...], i: int, end: int) -> bool:
    before = tokens[i].lower if i >= 0 else ""
    after = tokens[end].lower if end < len(tokens) else ""
    if "-" in {before, after}:
        return True
    if after in {"'s", "’s"}:
        return end + 1 < len(tokens) and tokens[end + 1].lower in names.words("act_nouns")
    if before in {"of", "over", "on", "for"}:
        return False
    return after in names.words("act_nouns") or _acting(tokens, end)


def _dealt_with(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the “to”, “from” or “on” at `i` leads to a party: “apologized to”, “an offer from”, “sanctions on”."""
    dealings = names.words("dealings")
    return any(t.lower in dealings for t in tokens[max(0, i - 3) : i])


def _list_around(tokens: tuple[Token, ...], c: Candidate) -> tuple[int, int]:
    """The token before the list of names that the candidate stands in, and the one after the list."""
    i, end = c.start - 1, c.end
    while i > max(0, c.start - _REACH) and (
        tokens[i].lower in _LINKS or (tokens[i + 1].lower in _LINKS and is_capital(tokens[i].text))
    ):
        i -= 1
    while end + 1 < min(len(tokens), c.end + _REACH) and tokens[end].lower in _LINKS and _names_on(tokens, end):
        end += 1
        while end < len(tokens) and (is_capital(tokens[end].text) or tokens[end].lower == "the"):
            end += 1
    return i, end


def _names_on(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether another name follows the “and” at token `i`."""
    j = i + 1
    while j < len(tokens) and tokens[j].lower in _LINKS:
        j += 1
    return j < len(tokens) and is_capital(tokens[j].text)


def _acting(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the word at `i` is a verb whose subject stands before it."""
    while i < len(tokens) and (
        tokens[i].lower in names.words("between_subject_and_verb") or tokens[i].text[0].isdigit()
    ):
        i += 1
    if i >= len(tokens):
        return False
    word = tokens[i].lower
    if word in names.words("act_verbs") or word in names.words("speech_verbs"):
        return True
    if word in names.words("copulas"):
        after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        return after.endswith("ing") or after in names.words("disposed")
    return word.endswith("ed") and len(word) > 4
