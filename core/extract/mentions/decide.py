"""Decides what a run of capitalised words names: the pieces that it falls into, and each piece's label by evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from core.extract.mentions.candidates import Unit, is_capital
from core.lexicon import known_actors, names
from core.model import Form, Token

PERSON, ORGANIZATION, PLACE = "person", "organization", "place"


@dataclass(slots=True)
class Candidate:
    """A stretch of a sentence's tokens that may be a name, with the evidence for each label.

    `head` is the name proper inside it; `kind`, `key` and `form` are set where the lexicon or a noun tells.
    """

    start: int
    end: int
    head: int
    scores: dict[str, float] = field(default_factory=dict)
    evidence: dict[str, str] = field(default_factory=dict)
    kind: str = ""
    key: str = ""
    form: Form = Form.NAME
    head_end: int = 0

    def add(self, label: str, points: float, evidence: str) -> None:
        """Adds `points` for `label`; the weightiest reason is kept in words."""
        self.scores[label] = self.scores.get(label, 0.0) + points
        if points > 0 and label not in self.evidence:
            self.evidence[label] = evidence

    def best(self) -> tuple[str, float]:
        """The label with most points, and its points."""
        return max(self.scores.items(), key=lambda item: item[1], default=("", 0.0))


@cache
def title_words() -> frozenset[str]:
    """The single words that titles are made of, in lower case."""
    return frozenset(w for title in known_actors.titles() for w in title.split() if len(w) > 2) | {"vice"}


def pieces(tokens: tuple[Token, ...], run: list[Unit]) -> list[Candidate]:
    """The candidates that a run falls into, in order."""
    run = _without_opening(tokens, run)
    if not run:
        return []
    if len(run) == 1:
        return [_single(tokens, run[0])]
    last = tokens[run[-1].end - 1].lower
    cut = _title(tokens, run)
    if cut and cut[1] < len(run):
        return [*pieces(tokens, run[: cut[0]]), _titled(tokens, run, *cut)]
    if last in names.kinds("organization_heads") or _opens_organization(tokens, run):
        return [_headed(tokens, run, last)]
    if last in names.kinds("place_heads"):
        return [_place(tokens, run, last)]
    if run[0].known and not _personal(tokens, run):
        return [_single(tokens, run[0]), *pieces(tokens, run[1:])]
    for k, unit in enumerate(run[1:], 1):
        if unit.known and unit.end - unit.start > 1:
            return [*pieces(tokens, run[:k]), _single(tokens, unit), *pieces(tokens, run[k + 1 :])]
    return [Candidate(run[0].start, run[-1].end, run[0].start)]


def _without_opening(tokens: tuple[Token, ...], run: list[Unit]) -> list[Unit]:
    """The run without an ordinary word that has its capital only from the sentence's head."""
    while run and not run[0].known and not is_capital(tokens[run[0].start].text):
        run = run[1:]
    if not run or run[0].known or not _opens_sentence(tokens, run[0].start):
        return run
    word = tokens[run[0].start]
    if not names.is_common(word.lower) or word.text in names.given_names() or word.lower in title_words():
        return run
    heads = names.kinds("organization_heads").keys() | names.kinds("place_heads").keys()
    if len(run) > 1 and tokens[run[-1].end - 1].lower in heads and not run[1].known:
        return run
    return run[1:] if len(run) > 1 and is_capital(tokens[run[1].start].text) else []


def _opens_sentence(tokens: tuple[Token, ...], i: int) -> bool:
    return i == 0 or tokens[i - 1].text in {"“", '"', "‘", "'", ":", "•", "-", "–", "—", "(", "*", ".", "!", "?"}


def _single(tokens: tuple[Token, ...], unit: Unit) -> Candidate:
    found = Candidate(unit.start, unit.end, unit.start)
    if not unit.known:
        word = tokens[unit.start].lower
        if word in title_words():
            found.add("title", 5, "a title")
        return found
    reading = unit.known[0]
    found.key, found.kind = reading.actor.key, reading.actor.kind
    if reading.form in {"adjective", "people"}:
        found.form = Form.DEMONYM
        found.add(reading.form, 10, f"{reading.form} of {reading.actor.name}")
    elif reading.form == "capital":
        found.add(PLACE, 8, f"capital of {reading.actor.name}")
    elif reading.actor.kind == "government" and len(reading.actor.key) == 2:
        found.add("state", 10, f"a state: {reading.actor.name}")
    else:
        found.add(ORGANIZATION, 3 if reading.weak else 9, f"known {reading.actor.kind}")
    return found


def _title(tokens: tuple[Token, ...], run: list[Unit]) -> tuple[int, int] | None:
    """The first stretch of title words in the run: from unit, to unit."""
    titles = title_words()
    for k, unit in enumerate(run):
        if not unit.known and tokens[unit.start].lower in titles:
            if k and tokens[run[k - 1].end - 1].text in names.given_names():
                continue
            end = k
            while end < len(run) and (tokens[run[end].start].lower in titles or tokens[run[end].start].text == "."):
                end += 1
            return k, end
    return None


def _titled(tokens: tuple[Token, ...], run: list[Unit], start: int, end: int) -> Candidate:
    words = " ".join(tokens[u.start].text for u in run[start:end])
    rest = run[end:]
    last = tokens[rest[-1].end - 1].lower
    if last in names.kinds("organization_heads"):
        return _headed(tokens, run[start:], last)
    if last in names.kinds("place_heads"):
        return _place(tokens, run[start:], last)
    opening = run[start].start if len(rest) == 1 else rest[0].start
    found = Candidate(opening, rest[-1].end, rest[0].start)
    found.add(PERSON, 6, f"title “{words}”")
    return found


def _opens_organization(tokens: tuple[Token, ...], run: list[Unit]) -> bool:
    words = [tokens[u.start].lower for u in run]
    openers = names.words("organization_openers")
    return "of" in words[1:] and any(w in openers for w in words[: words.index("of")])


def _headed(tokens: tuple[Token, ...], run: list[Unit], last: str) -> Candidate:
    found = Candidate(run[0].start, run[-1].end, run[0].start)
    heads = names.kinds("organization_heads")
    word = last if last in heads else next((w for u in run if (w := tokens[u.start].lower) in heads), "")
    armed = any(tokens[u.start].lower in names.words("armed_modifiers") for u in run)
    found.kind = "armed group" if armed else heads.get(word, "organization")
    found.add(ORGANIZATION, 6, f"“{tokens[run[-1].end - 1].text}” ends an organization's name")
    return found


def _place(tokens: tuple[Token, ...], run: list[Unit], last: str) -> Candidate:
    found = Candidate(run[0].start, run[-1].end, run[0].start)
    found.kind = names.kinds("place_heads")[last]
    found.add(PLACE, 6, f"“{tokens[run[-1].end - 1].text}” ends a place's name")
    return found


def _personal(tokens: tuple[Token, ...], run: list[Unit]) -> bool:
    first = tokens[run[0].start].text
    return run[0].end - run[0].start == 1 and first in names.given_names() and len(run) <= 3 and not run[1].known


def weigh(tokens: tuple[Token, ...], c: Candidate) -> None:
    """Adds to an undecided candidate what its own words and its neighbours say."""
    _weigh_shape(tokens, c)
    _weigh_before(tokens, c)
    _weigh_after(tokens, c)


def _weigh_shape(tokens: tuple[Token, ...], c: Candidate) -> None:
    words = [t.text for t in tokens[c.start : c.end]]
    first, last = words[0], words[-1]
    if first in names.given_names() or (len(words) > 1 and last in names.surnames()):
        c.add(PERSON, 3 if len(words) > 1 else 1.5, f"“{first}” is a given name")
    elif last in names.surnames():
        c.add(PERSON, 0.8, f"“{last}” is a surname")
    if len(words) > 1 and any(len(w) == 1 for w in words) and "." in words:
        c.add(PERSON, 2, "an initial")
    if any(w in names.words("person_particles") for w in words[1:-1]):
        c.add(PERSON, 1.5, "a particle of names")
    if len(words) == 1 and first.isupper() and 2 <= len(first) <= 6:
        c.add(ORGANIZATION, 2.5, "an acronym")
    if words[0].lower() in names.words("place_openers") and len(words) > 1:
        c.add(PLACE, 2.5, f"“{words[0]}” opens a place's name")
    if (
        last.lower().endswith(("stan", "abad", "pur", "ville", "burg", "shire", "grad", "istan", "land"))
        and len(last) > 6
    ):
        c.add(PLACE, 1.5, "a place's ending")
    if len(words) in {2, 3} and all(w.isalpha() and not w.isupper() for w in words):
        c.add(PERSON, 0.5, "two or three plain words")


def _weigh_before(tokens: tuple[Token, ...], c: Candidate) -> None:
    i = c.start - 1
    if i >= 0 and tokens[i].lower in {"the"}:
        c.add(ORGANIZATION, 1.5, "“the” before it")
        c.add(PERSON, -2, "")
        i -= 1
    if i < 0:
        return
    word = tokens[i].lower
    if word in names.words("place_prepositions"):
        c.add(PLACE, 3, f"after “{word}”")
    elif word in names.words("person_neighbours") or (word in title_words() and i + 1 == c.start):
        c.add(PERSON, 3.5, f"after “{word}”")
    elif word == "of" and i and tokens[i - 1].lower in names.words("place_neighbours"):
        c.add(PLACE, 4, f"“{tokens[i - 1].text} of”")


def _weigh_after(tokens: tuple[Token, ...], c: Candidate) -> None:
    if c.end >= len(tokens):
        return
    word = tokens[c.end].lower
    if word in names.words("place_neighbours"):
        c.add(PLACE, 4, f"before “{word}”")
    elif word in names.words("organization_neighbours"):
        c.add(ORGANIZATION, 3, f"before “{word}”")
    elif word in names.words("speech_verbs") or word in names.words("person_verbs"):
        c.add(PERSON, 1.5, f"subject of “{word}”")
    elif word in names.words("role_after"):
        c.add(PERSON, 2.5, f"before “{word}”")
    elif word == "," and c.end + 2 < len(tokens):
        after = tokens[c.end + 1].lower
        role = {t.lower for t in tokens[c.end + 1 : c.end + 7]} & names.words("person_neighbours")
        if after in {"a", "an", "the", "son", "who", "former"} and role:
            c.add(PERSON, 2.5, f"“{min(role)}” in apposition")
        elif tokens[c.end + 1].text.isdigit() and len(after) == 2:
            c.add(PERSON, 3, "an age after it")
