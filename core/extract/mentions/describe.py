"""Descriptions that refer to a party without naming it: “resistance fighters”, “the outfit”, “Afghan officials”."""

from __future__ import annotations

from functools import lru_cache

from core.extract.mentions.candidate import Candidate
from core.extract.mentions.candidates import Unit
from core.extract.mentions.pieces import opens_sentence
from core.lexicon import names
from core.model import Form, Token

_OPPOSED = ("anti-", "counter-")
_SIDES = (*_OPPOSED, "pro-")
_POSSESSIVE = frozenset({"'s", "’s"})
_VERBS = ("act_verbs", "speech_verbs", "copulas", "place_verbs", "state_verbs", "party_verbs")
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OWNERS = frozenset({"its", "their", "his", "her", "our"})
_STATE_FORCES = frozenset({"forces", "force", "troops", "army", "navy", "military", "soldiers", "police"})


@lru_cache(maxsize=65536)
def _modifies(word: str) -> bool:
    if word in names.words("description_modifiers") or word in names.kinds("description_heads"):
        return True
    return word.startswith(_SIDES) or word.endswith(("-led", "-backed"))


def descriptions(tokens: tuple[Token, ...], known: dict[int, Unit]) -> list[Candidate]:
    """The descriptions of parties in a sentence, each without its article."""
    heads = names.kinds("description_heads")
    ends = {unit.end: unit for unit in map(_party, known.values()) if unit}
    named = {i for unit in known.values() if unit.known for i in range(unit.start, unit.end)}
    found: list[Candidate] = []
    for i, token in enumerate(tokens):
        kind = heads.get(token.lower)
        if not kind or i in named or not _is_plain(tokens, i):
            continue
        if i + 1 == len(tokens) or tokens[i + 1].lower not in heads:
            candidate = _described(tokens, ends, i, kind, found[-1].end if found else 0)
            if candidate:
                found.append(candidate)
    return found


def _party(unit: Unit) -> Unit | None:
    """The unit where it names a party; a word that may be a group's name is one beside “fighters” and the like."""
    if unit.known:
        return unit
    armed = unit.hint and unit.hint.actor.kind == "armed group"
    return Unit(unit.start, unit.end, (unit.hint,)) if unit.hint and armed else None


def _is_plain(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the head at `i` is no part of a name: in lower case, or with a sentence's opening capital alone."""
    if tokens[i].text.islower():
        return True
    return opens_sentence(tokens, i) and i + 1 < len(tokens) and tokens[i + 1].text.islower()


def _described(tokens: tuple[Token, ...], ends: dict[int, Unit], i: int, kind: str, floor: int) -> Candidate | None:
    """The description whose head is token `i`; it reaches back no further than token `floor`."""
    start = i
    party: Unit | None = None
    while start > floor:
        if start in ends and ends[start].start >= floor:
            party = ends[start]
            start = party.start
        elif _modifies(tokens[start - 1].lower) or (
            start == i and tokens[start - 1].lower in _POSSESSIVE and start - 1 in ends
        ):
            start -= 1
        else:
            break
    noun = tokens[i].lower
    if floor < start == i and noun in names.words("persons_heads") and _is_surname(tokens[i - 1].text):
        start -= 1
    if start == i and not _stands_alone(tokens, i, noun):
        return None
    if noun in names.words("adjectival_heads") and not _ends_phrase(tokens, i + 1):
        return None
    found = Candidate(start, i + 1, start, form=Form.DESCRIPTION, label="description")
    found.kind = _kind(tokens, start, i, kind, party)
    found.head_end = found.head
    found.why = f"described as “{tokens[i].text}”"
    if party and not _against(tokens, start, i) and not any(t.text[0] == "-" for t in tokens[start:i]):
        _stands_for(found, party)
    return found


def _is_surname(word: str) -> bool:
    return word[0].isupper() and (word in names.surnames() or word in names.given_names())


def _ends_phrase(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a noun phrase can end before token `i`: no further noun follows (“military history”)."""
    if i >= len(tokens) or not tokens[i].text.isalpha():
        return True
    word = tokens[i].lower
    verb = word.endswith("ed") or any(word in names.words(table) for table in _VERBS)
    return verb or word in names.words("never_names") or word in names.words("person_neighbours")


def _stands_alone(tokens: tuple[Token, ...], i: int, noun: str) -> bool:
    before = tokens[i - 1].lower if i else ""
    if before in _DEFINITE and noun in names.words("definite_description_heads"):
        return True
    if before in _OWNERS and noun in _STATE_FORCES:
        return True
    return noun not in names.words("weak_description_heads")


def _against(tokens: tuple[Token, ...], start: int, i: int) -> bool:
    """Whether the description is of those against the party named in it (“a Taliban resistance”)."""
    return tokens[i].lower == "resistance" or any(t.lower.startswith(_OPPOSED) for t in tokens[start:i])


def _kind(tokens: tuple[Token, ...], start: int, i: int, kind: str, party: Unit | None) -> str:
    if any(t.text[0] == "-" for t in tokens[start:i]):
        party = None
    if (
        party
        and party.known[0].actor.kind not in {"government", "population"}
        and kind in {"armed group", "government", "organization"}
    ):
        return "armed group" if _against(tokens, start, i) else party.known[0].actor.kind
    state = any(t.lower in names.words("state_modifiers") for t in tokens[start:i])
    if tokens[i].lower in _STATE_FORCES and (state or (party and party.known[0].actor.kind == "government")):
        return "government"
    armed = any(t.lower in names.words("armed_modifiers") for t in tokens[start:i])
    if armed and (kind == "organization" or tokens[i].lower in _STATE_FORCES):
        return "armed group"
    if kind == "organization" and start == i:
        return "armed group"
    return kind


def _stands_for(found: Candidate, party: Unit) -> None:
    """Lets a description that opens with a group's name stand for the group (“Taliban fighters”)."""
    reading = party.known[0]
    group = reading.actor.kind not in {"government", "population"}
    if found.kind == "population" or not (group or found.kind == "government"):
        return
    found.key = reading.actor.key
    if reading.form == "name":
        found.head, found.head_end = party.start, party.end
