"""Which state's forces “the army”, “its troops”, “soldiers of Mali”, “the police” are: never an insurgent group.

A noun for the armed forces, the police or the junta of a state stands for those of the state that its own
words name, else of the one that a possessive before it takes up, else of the article's country, else of the
only state whose forces the article names. Where none of these is unique, it stays a description.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from core.lexicon.known_actors import by_key, demonyms, fold, look_up, stances_of
from core.model import Form, Mention
from core.resolve.clusters import Name
from core.resolve.descriptions import government_of, strip_determiners
from core.resolve.items import Item

_ARMED = "Armed forces"
# Noun that a description ends in → what the body is called beside the name of its state.
_BODIES: Mapping[str, str] = {
    **dict.fromkeys("army military troops troop soldiers soldier servicemen serviceman conscripts".split(), _ARMED),
    **dict.fromkeys(("armed forces", "government forces", "government troops", "government soldiers"), _ARMED),
    **dict.fromkeys("police policemen policeman policewoman".split(), "Police"),
    **dict.fromkeys(("police officers", "police officer", "police forces", "police force", "riot police"), "Police"),
    **dict.fromkeys(("security forces",), "Security forces"),
    **dict.fromkeys(("junta", "military junta", "military government", "ruling junta"), "Junta"),
    **dict.fromkeys(("navy",), "Navy"),
    **dict.fromkeys(("air force",), "Air force"),
    **dict.fromkeys(("coast guard",), "Coast guard"),
    **dict.fromkeys(("forces",), _ARMED),
}
_NOUNS_OF_ARMED_FORCES = ("armed forces", "army", "military", "forces", "troops")
_NEEDS_STATE = frozenset({"forces"})  # says a state’s forces only where a state is named with it
_GOVERNING = frozenset({"government"})
_OWNED = frozenset("forces troops soldiers soldier army military fighters militants rebels militia men units".split())
_NOT_STATES = frozenset(
    "rebel insurgent guerrilla mutinous mutineer rogue renegade former ex foreign allied coalition international un "
    "peacekeeping joint multinational nato african european resistance private wagner rival un-backed".split()
)
_POSSESSIVE = re.compile(r"\b(?P<whose>its|their|his|her|our|my|your)\s+(?:own\s+)?$", re.IGNORECASE)
_SPEAKS = re.compile(
    r",?\s+(?:which\s+|who\s+)?(?:has\s+|have\s+|had\s+|also\s+|later\s+)*"
    r"(?:said|says|say|claims?|claimed|announced|reported|confirmed|denied|denies|added|insisted)\b"
)
_IN = re.compile(r"(?<=\s)in\s+(?:the\s+)?\Z|\AIn\s+\Z")
_OF = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?$")
_CLEAR = 0.4  # share of the countries that an article speaks of from which on one may be the article's …
_SURE = 0.6  # … and from which on it is, whatever single sentences say
_AHEAD = 1.5  # … where the next has no more than 1/1.5 of it


def name_forces(items: Sequence[Item], found: Sequence[Mention], countries: Mapping[str, float]) -> None:
    """Gives the descriptions of one article that are a state's forces the name of these forces, as `Item.name`.

    Args:
        items: The article's mentions of actors, in order.
        found: All the article's mentions, places too.
        countries: The countries that the article speaks of, with the share of each.
    """
    described = [i for i in items if i.mention.form is Form.DESCRIPTION]
    open_: list[tuple[Item, str]] = []
    own: set[str] = set()
    for item in described:
        noun = _noun(item.mention.text)
        state = _state_in(item, noun, found) if noun else ""
        if state:
            _take(item, _forces(state, noun), f"soldiers, troops and the like of {by_key()[state].name} are its forces")
            own.add(state)
        elif owner := _owner(item, items):
            _to_owner(item, owner, noun)
        elif noun and item.name is None and not _POSSESSIVE.search(_before(item)) and noun not in _NEEDS_STATE:
            open_.append((item, noun))
    governing = [i for i in described if i.name is None and fold(i.mention.text) in _GOVERNING]
    main, why = _only_state(countries, set())
    for item in governing if main else ():
        _take(item, _government(main), f"the government of {why}: {by_key()[main].name}")
    own |= {state for item in items if (state := _state_of_forces(item))}
    state, why = _only_state(countries, own)
    for item, noun in open_:
        here = _where(item, found) if countries.get(state, 0.0) < _SURE else ""
        if here or state:
            reason = "the only state that its sentence takes place in" if here else why
            _take(item, _forces(here or state, noun), f"{reason}: {by_key()[here or state].name}")


def _where(item: Item, found: Sequence[Mention]) -> str:
    """The only state that the sentence of an item says it takes place in (“in Gabon”)."""
    text, sentence = item.doc.text, item.mention.sentence
    states = {m.key for m in found if m.sentence == sentence and len(m.key) == 2 and _IN.search(text, 0, m.span.start)}
    return states.pop() if len(states) == 1 else ""


def _government(state: str) -> Name:
    actor = by_key()[government_of(f"{by_key()[state].name} government") or _by_adjective(state)]
    return Name("body", fold(actor.name), actor.name, actor.key)


def _by_adjective(state: str) -> str:
    return next((key for word in _adjectives()[state] if (key := government_of(f"{word} government"))), state)


def is_forces(key: str) -> bool:
    """Whether `key` is one that `name_forces` gives to the forces of a state that the lexicon has no row for."""
    return len(key) > 3 and key[:2].isupper() and key[2] == "-"


def is_state_noun(text: str) -> bool:
    """Whether a description says a state's forces by its noun, so that no insurgent group can be meant."""
    return bool(_noun(text)) and _noun(text) not in _NEEDS_STATE


@cache
def _noun(text: str) -> str:
    """The words for a state's forces that a description ends in, "" where it has none or says other forces."""
    words = fold(strip_determiners(text)).split()
    if not words or _NOT_STATES & set(words) or any(stances_of(w) for w in words):
        return ""
    return next((n for n in (" ".join(words[-2:]), words[-1]) if n in _BODIES), "")


def _take(item: Item, name: Name, reason: str) -> None:
    item.name, item.reason = name, reason


def _forces(state: str, noun: str) -> Name:
    """The name of a state's forces: the lexicon's where it has a row for them."""
    body = _BODIES[noun]
    called = (noun, *(_NOUNS_OF_ARMED_FORCES if body == _ARMED else ()))
    for own in called:
        for adjective in (*_adjectives()[state], by_key()[state].name):
            for known in look_up(f"{adjective} {own}"):
                if known.form == "name" and known.actor.kind == "government" and len(known.actor.key) > 2:
                    return Name("body", fold(known.actor.name), known.actor.name, known.actor.key)
    text = f"{body} ({by_key()[state].name})"
    return Name("body", fold(text), text, f"{state}-{fold(body).replace(' ', '-')}")


@cache
def _adjectives() -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for word, key in demonyms().items():
        found[key] += (word.upper() if len(word) < 3 else word,)
    return found


def _state_in(item: Item, noun: str, found: Sequence[Mention]) -> str:
    """The state that the words of a description name, or those after it (“soldiers of Mali”)."""
    key = item.mention.key
    if len(key) == 2 and key.isupper():
        return key
    if len(item.description.countries) == 1:
        return next(iter(item.description.countries))
    text, end = item.doc.text, item.mention.span.end
    if key or noun == "junta" or not _OF.match(text, end):
        return ""
    near = (m for m in found if end < m.span.start <= end + 12 and len(m.key) == 2)
    return next((m.key for m in near if m.key.isupper() and _OF.fullmatch(text, end, m.span.start)), "")


def _before(item: Item) -> str:
    start = item.mention.span.start
    return item.doc.text[max(0, start - 12) : start]


def _owner(item: Item, items: Sequence[Item]) -> Item | None:
    """The only body named before “its troops” or “their fighters” in the sentence."""
    whose = _POSSESSIVE.search(_before(item))
    if not whose or whose["whose"].lower() not in {"its", "their"} or item.name:
        return None
    if fold(item.mention.text).rpartition(" ")[2] not in _OWNED:
        return None
    named = {i.name.folded: i for i in _bodies_before(item, items) if i.name}
    said = {f: i for f, i in named.items() if _SPEAKS.match(i.doc.text, i.mention.span.end)}
    only = said if len(named) > 1 else named
    return next(iter(only.values())) if len(only) == 1 else None


def _bodies_before(item: Item, items: Sequence[Item]) -> Iterator[Item]:
    for other in items:
        if other.mention.span.start >= item.mention.span.start:
            return
        if other.mention.sentence == item.mention.sentence and other.mention.kind in {"armed group", "government"}:
            yield other


def _to_owner(item: Item, owner: Item, noun: str) -> None:
    """Lets “its troops” be the forces of the state before them, or the group itself."""
    assert owner.name is not None
    state = _state_of(owner)
    if owner.mention.kind == "armed group" or is_forces(owner.name.key):
        _take(item, owner.name, f"those of {owner.name.text}, the only one named before in its sentence")
    elif state:
        _take(
            item, _forces(state, noun or "forces"), f"those of {owner.name.text}, the only one before in its sentence"
        )


def _state_of(item: Item) -> str:
    """The state that a body is, or is a body of."""
    actor = by_key().get(item.name.key) if item.name else None
    return actor.countries[0] if actor and actor.kind == "government" and len(actor.countries) == 1 else ""


def _state_of_forces(item: Item) -> str:
    """The state whose forces an item names with a name of the lexicon (“Burkina Faso army”, “IDF”)."""
    state = _state_of(item)
    return state if state and item.name and _forces(state, "army").key == item.name.key else ""


def _only_state(countries: Mapping[str, float], own: set[str]) -> tuple[str, str]:
    """The state whose army “the army” of the article is, with the reason; "" where it is not clear."""
    ranked = sorted(countries.items(), key=lambda pair: (-pair[1], pair[0]))
    if ranked and ranked[0][0] in by_key():
        rest = ranked[1][1] if len(ranked) > 1 else 0.0
        if ranked[0][1] >= _CLEAR and ranked[0][1] >= _AHEAD * rest:
            return ranked[0][0], "the country that the article speaks of most"
    if len(own) == 1:
        return next(iter(own)), "the only state whose forces the article names"
    return "", ""


def wanted(items: Sequence[Item]) -> bool:
    """Whether an article has a description for which its country matters."""
    texts = (i.mention.text for i in items if i.mention.form is Form.DESCRIPTION)
    return any(is_state_noun(text) or fold(text) in _GOVERNING for text in texts)
