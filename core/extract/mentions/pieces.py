"""Cuts a run of capitalised words into the names that it holds: titles off, known names apart, heads kept."""

from __future__ import annotations

from functools import cache

from core.extract.mentions.candidate import Candidate
from core.extract.mentions.candidates import Unit
from core.extract.mentions.titles import is_office, title_before, title_words
from core.extract.mentions.words import is_capital
from core.lexicon import gazetteer, known_actors, names
from core.model import Form, Token

_SEATS = frozenset({"MP", "MPs", "MPP", "MPPs", "MEP", "MEPs"})  # behind the party or the town of those who sit there
_OPENINGS = frozenset("“\"‘':•-–—(*.!?[")


def pieces(tokens: tuple[Token, ...], run: list[Unit]) -> list[Candidate]:
    """The candidates that a run falls into, in order."""
    if len(run) == 1 and _tells_nothing(tokens, run[0]):
        return [Candidate(run[0].start, run[0].end, run[0].start, label="opening")]
    run = _trimmed(tokens, run)
    if not run or _is_thing(tokens, run):
        return []
    if len(run) == 1:
        return [_single(tokens, run[0])]
    headed = _by_head(tokens, run)
    if headed:
        return [headed]
    cut = title_before(tokens, run)
    return [*pieces(tokens, run[: cut[0]]), *_titled(tokens, run, *cut)] if cut else _apart(tokens, run)


def _trimmed(tokens: tuple[Token, ...], run: list[Unit]) -> list[Unit]:
    run = _without_opening(tokens, run)
    while run and _is_link(tokens, run[-1]) and tokens[run[-1].start].text != ".":
        run = run[:-1]
    return run[:-1] if len(run) > 1 and tokens[run[-1].start].text in _SEATS else run


def _is_thing(tokens: tuple[Token, ...], run: list[Unit]) -> bool:
    """Whether the run names neither party nor place: “Bangladesh Liberation War”, “Operation Enduring Freedom”."""
    last = tokens[run[-1].end - 1].lower
    ends = len(run) > 1 and last in names.words("thing_heads") and not _opens_organization(tokens, run)
    return ends or tokens[run[0].start].lower in names.words("thing_openers")


def _last(tokens: tuple[Token, ...], run: list[Unit]) -> str:
    """The last word of a run; a full stop is none (“Zarn Ltd.”)."""
    word = tokens[run[-1].end - 1].lower
    return tokens[run[-1].end - 2].lower if word == "." and len(run) > 1 else word


def _by_head(tokens: tuple[Token, ...], run: list[Unit]) -> Candidate | None:
    last = _last(tokens, run)
    if last in names.kinds("organization_heads"):
        return _headed(tokens, run, last)
    return _placed(tokens, run, last) if last in names.kinds("place_heads") else None


def _apart(tokens: tuple[Token, ...], run: list[Unit]) -> list[Candidate]:
    """The run without head or title: one name, unless what the lexicons know inside it stands apart."""
    words = [tokens[u.start].lower for u in run]
    whole = _whole(tokens, run)
    if whole or all(w in names.words("adjectives") or w in names.words("compass") for w in words):
        return [whole] if whole else []
    adjective = words[0] in names.words("adjectives")
    if adjective or (run[0].known and not _personal(tokens, run)):
        return [_single(tokens, run[0]), *pieces(tokens, run[1:])]
    for k in range(1, len(run)):
        if _is_surname(tokens, run, k):
            continue
        if run[k].known and (run[k].end - run[k].start > 1 or run[k].known[0].form in {"adjective", "people"}):
            return [*pieces(tokens, run[:k]), _single(tokens, run[k]), *pieces(tokens, run[k + 1 :])]
        given = tokens[run[k].start].text in names.given_names() and not (k == 1 and _opens_place(tokens, run[0]))
        if given and k < len(run) - 1 and _is_place(tokens, run[:k]):
            return [*pieces(tokens, run[:k]), *pieces(tokens, run[k:])]
    found = Candidate(run[0].start, run[-1].end, run[0].start)
    found.label = "title" if is_office(words) else ""
    return [found]


def _is_surname(tokens: tuple[Token, ...], run: list[Unit], k: int) -> bool:
    """Whether a people's name ends a person's, after a given name alone: “Volker Türk”, “Karl Pole”."""
    first, last = tokens[run[0].start], tokens[run[k].start].text
    if k != len(run) - 1 or run[k].end - run[k].start > 1 or last.endswith(("s", "S")) or last.isupper():
        return False
    given = first.text in names.given_names() and not names.is_common(first.lower)
    return given and bool(run[k].known) and run[k].known[0].form == "people"


def _whole(tokens: tuple[Token, ...], run: list[Unit]) -> Candidate | None:
    """The run as one name, where its opening word, the gazetteer or its form says that it is one."""
    if _opens_organization(tokens, run):
        return _headed(tokens, run, tokens[run[-1].end - 1].lower)
    found = Candidate(run[0].start, run[-1].end, run[0].start)
    first = tokens[run[0].start].lower
    if first in names.words("compass") and _is_place(tokens, run[1:]):
        found.evidence.append(("place_head", 1.0, tokens[run[0].start].text))
    elif len(run) == 2 and _is_team(tokens, run[1]) and (run[0].known or _is_place(tokens, run[:1])):
        found.evidence.append(("organization_head", 1.0, tokens[run[1].start].text))
    elif not gazetteer.known(_surface(tokens, run)) and not _adjective_of_name(tokens, run):
        return None
    return found


def _adjective_of_name(tokens: tuple[Token, ...], run: list[Unit]) -> bool:
    """Whether a run is an adjective and capitalised ordinary words that make a name together: “European Community”."""
    first, rest = run[0], run[1:]
    adjective = first.known[0].form == "adjective" if first.known else tokens[first.start].lower in _adjectives()
    return adjective and all(
        not u.known and names.is_common(tokens[u.start].lower) and tokens[u.start].lower not in _not_in_names()
        for u in rest
    )


@cache
def _adjectives() -> frozenset[str]:
    return names.words("adjectives")


@cache
def _not_in_names() -> frozenset[str]:
    """Ordinary words that no adjective makes a name of: titles, adjectives, heads of descriptions."""
    return title_words() | names.words("adjectives") | names.kinds("description_heads").keys()


def _is_team(tokens: tuple[Token, ...], unit: Unit) -> bool:
    """Whether a word may be the members' name in a body's: “Pakistan Rangers”, “Vancouver Canucks”."""
    word = tokens[unit.start]
    return word.text.endswith("s") and not unit.known and word.lower not in names.words("peoples")


def _opens_place(tokens: tuple[Token, ...], unit: Unit) -> bool:
    return tokens[unit.end - 1].lower in names.words("place_openers")


def _surface(tokens: tuple[Token, ...], run: list[Unit]) -> str:
    return " ".join(t.text for t in tokens[run[0].start : run[-1].end])


def _is_place(tokens: tuple[Token, ...], run: list[Unit]) -> bool:
    first = tokens[run[0].start].text
    places = gazetteer.known(_surface(tokens, run))
    return bool(places) and first not in names.given_names() and (len(run) > 1 or gazetteer.worth(places[0]) >= 10_000)


def _is_link(tokens: tuple[Token, ...], unit: Unit) -> bool:
    return not unit.known and not is_capital(tokens[unit.start].text)


def _without_opening(tokens: tuple[Token, ...], run: list[Unit]) -> list[Unit]:
    """The run without an ordinary word that has its capital only from the sentence's head."""
    while (
        run and _is_link(tokens, run[0]) and tokens[run[0].start].lower not in {"de", "al", "el", "von", "van", "bin"}
    ):
        run = run[1:]
    if not run or run[0].known or not opens_sentence(tokens, run[0].start):
        return run
    word = tokens[run[0].start]
    if not names.is_common(word.lower) or word.text in names.given_names() or word.lower in title_words():
        return run
    if len(run) > 1 and not run[1].known and (_headlike(tokens, run[-1]) or _is_link(tokens, run[1])):
        return run
    if len(run) == 1:
        return run
    return _without_opening(tokens, run[1:]) if names.is_common(word.lower) else run


def _tells_nothing(tokens: tuple[Token, ...], unit: Unit) -> bool:
    """Whether a lone word has its capital from its place only, and would be an ordinary word without it."""
    word = tokens[unit.start]
    if unit.known or not opens_sentence(tokens, unit.start) or word.text.isupper() or not names.is_common(word.lower):
        return False
    return not (word.text in names.given_names() or word.lower in title_words() or gazetteer.known(word.text))


def _headlike(tokens: tuple[Token, ...], unit: Unit) -> bool:
    last = tokens[unit.end - 1].lower
    return last in names.kinds("organization_heads") or last in names.kinds("place_heads")


def opens_sentence(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether token `i` has its capital from its place: a sentence, a quotation, a list item begins with it."""
    return i == 0 or tokens[i - 1].text in _OPENINGS


def _shortens_state(tokens: tuple[Token, ...], unit: Unit) -> bool:
    """Whether the unit shortens the name of the US state that a town lies in: “FRESNO, Calif. –”."""
    if tokens[unit.start].lower not in names.words("state_abbreviations") or unit.end >= len(tokens):
        return False
    return unit.start > 1 and tokens[unit.start - 1].text == "," and tokens[unit.end].text == "."


def _shares_noun(tokens: tuple[Token, ...], unit: Unit) -> bool:
    """Whether a point of the compass waits for the name behind another: “West and Central Africa”."""
    if tokens[unit.start].lower not in names.words("compass") or unit.end + 1 >= len(tokens):
        return False
    return tokens[unit.end].lower in {"and", "or"} and tokens[unit.end + 1].lower in names.words("compass")


def _single(tokens: tuple[Token, ...], unit: Unit) -> Candidate:
    found = Candidate(unit.start, unit.end, unit.start)
    if _shortens_state(tokens, unit) or _shares_noun(tokens, unit):
        found.label = "title"
        return found
    if not unit.known:
        noun = tokens[unit.end].lower if unit.end < len(tokens) else ""
        if noun not in names.words("place_neighbours"):
            _plain(tokens[unit.start], unit, found)
        return found
    reading = unit.known[0]
    known = reading.actor
    found.known, found.key, found.kind = reading, known.key, known.kind
    name = known.name.removeprefix("?")
    if reading.form in {"adjective", "people"}:
        found.form, found.label, found.why = Form.DEMONYM, reading.form, f"{reading.form} of {name}"
    elif reading.form == "capital":
        found.evidence.append(("known_capital", 1.0, name))
    elif reading.weak:
        found.evidence.append(("known_weak", 1.0, name))
    elif known.kind == "government" and len(known.key) == 2:
        found.label, found.why = "state", f"a state: {name}"
    else:
        found.label, found.why = "organization", f"known {known.kind}: {name}"
    return found


def _plain(token: Token, unit: Unit, found: Candidate) -> None:
    """Reads a lone word that the lexicon of actors does not know for sure."""
    if token.lower in names.words("peoples"):
        found.form, found.label, found.kind, found.why = Form.DEMONYM, "people", "population", "a people"
    elif token.lower in names.words("adjectives") and not (unit.hint and unit.hint.actor.kind == "organization"):
        found.form, found.label = Form.DEMONYM, "adjective"
    elif token.lower in title_words():
        found.label = "title"
    elif unit.hint:
        found.kind = unit.hint.actor.kind
        if len({reading.actor.key for reading in known_actors.look_up(token.text)}) == 1:
            found.known, found.key = unit.hint, unit.hint.actor.key
        found.evidence.append(("known_weak", 1.0, unit.hint.actor.name.removeprefix("?")))


def _titled(tokens: tuple[Token, ...], run: list[Unit], start: int, end: int) -> list[Candidate]:
    rest = run[end:]
    if tokens[rest[0].start].lower in {"of", "for", "on", "and", "&", "'s", "’s"}:
        return pieces(tokens, rest)
    if rest[0].known and len(rest) > 1:
        return [_single(tokens, rest[0]), *pieces(tokens, rest[1:])]
    words = " ".join(tokens[u.start].text for u in run[start:end]).replace(" .", ".")
    lone = len(rest) == 1
    found = Candidate(run[start].start if lone else rest[0].start, rest[-1].end, rest[0].start)
    found.evidence.append(("title", 1.0, words))
    return [found]


def _opens_organization(tokens: tuple[Token, ...], run: list[Unit]) -> bool:
    words = [tokens[u.start].lower for u in run]
    links = [k for k, w in enumerate(words) if w in {"of", "for", "on"}]
    opening = words[: links[0]] if links else []
    return any(w in names.words("organization_openers") for w in opening) or (
        words[links[0] - 1] in names.kinds("organization_heads") if opening else False
    )


def _headed(tokens: tuple[Token, ...], run: list[Unit], last: str) -> Candidate:
    start = run[0].start
    if last in names.words("numbered_heads") and start and tokens[start - 1].text[0].isdigit():
        start -= 1
    found = Candidate(start, run[-1].end, start)
    heads = names.kinds("organization_heads")
    words = [tokens[u.end - 1].lower for u in run]
    word = last if last in heads and "of" not in words else next((w for w in words if w in heads), last)
    armed = any(w in names.words("armed_modifiers") for w in words)
    found.kind = "armed group" if armed else "media" if "news" in words else heads.get(word, "organization")
    found.evidence.append(("organization_head", 1.0, word))
    if len(run) == 2 and not run[0].known and tokens[run[0].start].text in names.given_names():
        found.evidence.append(("given_first", 1.0, tokens[run[0].start].text))
    return found


def _placed(tokens: tuple[Token, ...], run: list[Unit], last: str) -> Candidate:
    found = Candidate(run[0].start, run[-1].end, run[0].start)
    found.kind = names.kinds("place_heads")[last]
    built = "facility" if found.kind == "facility" else "head"
    found.evidence.append((f"place_{built}", 1.0, tokens[run[-1].end - 1].text))
    return found


def _personal(tokens: tuple[Token, ...], run: list[Unit]) -> bool:
    """Whether a known name that opens a run is rather a given name (“Jordan Peterson”)."""
    first = tokens[run[0].start].text
    named = first in names.given_names() and run[0].known[0].form == "name"
    return named and run[0].end - run[0].start == 1 and len(run) <= 3 and not run[1].known
