"""Names of bodies (groups, governments, outlets, organizations): acronyms, and whether two are one body's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from core.lexicon import gazetteer
from core.lexicon.known_actors import KnownName, by_surface, look_up, name_words
from core.resolve.comparison import UNDECIDED, Comparison, fold_ascii, match_words
from core.resolve.spelling import form_of, to_ascii

_TOWN = 100_000  # a place’s worth from which on its name is rather the place’s than a body’s
_TOWNS = frozenset(("city", "county"))  # left out of the acronyms of a town's bodies (NYPD, LASD)
_STATE_LETTERS = frozenset(("us", "un", "uk", "eu"))


def _known(name: str) -> tuple[KnownName, ...]:
    return tuple(n for n in look_up(name) if n.form in {"name", "handle"} and not n.weak)


def by_lexicon(a: str, b: str) -> Comparison | None:
    """What the lexicon of known actors says of two names, None where it does not know both."""
    one, two = _known(a), _known(b)
    if not one or not two:
        return None
    shared = {n.actor.key for n in one} & {n.actor.key for n in two}
    if shared:
        return Comparison(100.0, f"both are names of {one[0].actor.name}")
    return Comparison(0.0, f"{one[0].actor.name} is not {two[0].actor.name}")


def is_acronym(short: str, long: str) -> bool:
    """Whether `short` is made of the first letters of the words of `long` (small words may be left out).

    >>> is_acronym("IRGC", "Islamic Revolutionary Guard Corps"), is_acronym("USAF", "US Air Force")
    (True, True)
    """
    letters = re.sub(r"(?<=[A-Z]{2})s$", "", re.sub(r"[^A-Za-z]", "", short))
    if len(letters) < 2 or sum(c.isupper() for c in letters) < len(letters) - 1 or " " in short.strip():
        return False
    words = [
        w
        for w in re.split(r"[^\w&]+", re.sub(r"['’]s?\b", "", to_ascii(long.removeprefix("the ").removeprefix("The "))))
        if w
    ]
    if len(words) < 2:
        return False
    full = "".join(w if w in _STATE_LETTERS else w[0] for w in words)
    telling = [w for w in words if w not in name_words("small")]
    small = "".join(w if w in _STATE_LETTERS else w[0] for w in telling)
    town = "".join(w[0] for w in telling if w not in _TOWNS)
    return letters.lower() in {full, small, small.removeprefix("us"), town if len(town) > 2 else full}


def compare_organizations(a: str, b: str) -> Comparison:
    """Whether two names are one organization's, group's or outlet's.

    The lexicon decides where it knows both; then acronyms; then every word must be met, save legal forms,
    words that only say what it is (“news agency”, “movement”), and a country behind.
    """
    known = by_lexicon(a, b)
    if known:
        return known
    if is_acronym(a, b) or is_acronym(b, a):
        return Comparison(95.0, "one is the other's acronym")
    one, two = fold_ascii(a).split(), fold_ascii(b).split()
    if one == two or "".join(one) == "".join(two):
        return Comparison(100.0, "same name")
    return _compare_words(one, two)


def _compare_words(one: Sequence[str], two: Sequence[str]) -> Comparison:
    x = [form_of(w) for w in one if w not in name_words("small")]
    y = [form_of(w) for w in two if w not in name_words("small")]
    matched, lowest = match_words(x, y, "word")
    left = [w.plain for i, w in enumerate(x) if i not in matched]
    right = [w.plain for j, w in enumerate(y) if j not in matched.values()]
    if matched and not left and not right:
        return Comparison(lowest, "same name")
    content = [w for i, w in enumerate(x) if i in matched and w.plain not in _generic()]
    if not matched or not content:
        return Comparison(0.0, "no telling word in common")
    left, right = ([w for w in words if w not in name_words("legal")] for words in (left, right))
    if left and right:
        return Comparison(min(lowest, 50.0), f"“{left[0]}” is only in one")
    shorter, longer = (two, one) if left else (one, two)
    return _one_sided(shorter, longer, [*left, *right], len(content), lowest)


def _one_sided(
    shorter: Sequence[str], longer: Sequence[str], rest: Sequence[str], content: int, lowest: float
) -> Comparison:
    """What it means that only `longer` has the words `rest`; of the words that meet, `content` tell bodies apart."""
    if not rest:
        return Comparison(lowest, "same name")
    if _is_place(shorter):
        return Comparison(min(lowest, 50.0), f"“{rest[0]}” makes a body of the place")
    if all(w in name_words("descriptor") for w in rest):
        return Comparison(lowest, f"same name but for “{rest[0]}”")
    if _is_country_behind(rest, longer) and content > 1:
        return Comparison(min(lowest, 90.0), f"same name, one with its country “{rest[-1]}”")
    score = UNDECIDED if len([w for w in shorter if w not in name_words("small")]) >= 3 else min(lowest, 50.0)
    return Comparison(score, f"“{rest[0]}” is only in one")


def _is_place(words: Sequence[str]) -> bool:
    """Whether the words name a state or a large town, after which its bodies are called (“China Telecom”)."""
    name = " ".join(words)
    state = any(n.form == "name" and len(n.actor.key) == 2 for n in by_surface().get(name, ()))
    places = gazetteer.known(name.title())
    return state or (bool(places) and gazetteer.worth(places[0]) >= _TOWN)


@cache
def _generic() -> frozenset[str]:
    """Words that do not tell one body from another."""
    return name_words("descriptor") | name_words("legal")


def _is_country_behind(rest: Sequence[str], words: Sequence[str]) -> bool:
    names = [n for n in look_up(" ".join(rest)) if n.form == "name" and n.actor.kind == "government"]
    return bool(names) and list(words[-len(rest) :]) == list(rest)
