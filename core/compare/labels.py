"""A happening's name: one grammatical phrase made from its type, its parties, its places and its toll."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from core.compare.extent import TERRITORY
from core.compare.facts import Facts
from core.compare.geography import narrow
from core.compare.incidents import violent
from core.model import Entity

_LONGEST = 84  # characters of a label that is a report's own words
_DANGLING = re.compile(
    r"\s(?:the|a|an|of|in|on|at|to|for|and|or|with|by|from|its|his|her|their|that|also)$", re.IGNORECASE
)


@cache
def _nouns() -> Mapping[str, Sequence[str]]:
    table: dict[str, list[str]] = tomllib.loads(files("core.lexicon").joinpath("labels.toml").read_text("utf-8"))
    return table


def _commonest(ids: Iterable[str]) -> list[str]:
    return [i for i, _ in sorted(Counter(ids).items(), key=lambda pair: (-pair[1], pair[0]))]


def _names(ids: Iterable[str], actors: Mapping[str, Entity]) -> list[str]:
    return list(dict.fromkeys(actors[i].name for i in _commonest(ids) if i in actors))[:2]


def _verb(names: Sequence[str], verb: str) -> str:
    """`verb` in the present: plural for several parties and for names in the plural (“rebels take”)."""
    many = len(names) > 1 or names[0].casefold().endswith("s") or names[0].casefold() in {"taliban", "police"}
    return verb if many else f"{verb}s"


def _toll(members: Sequence[Facts]) -> str:
    """The range of the dead (“12 to 16 killed”), of those that give a number."""
    killed = [[c.claim for c in f.claims if c.claim.harm == "killed" and c.claim.part_of is None] for f in members]
    numbers = sorted({sum(c.low or c.high or 0 for c in told) for told in killed} - {0})
    if not numbers:
        return ""
    return f"{numbers[0]} killed" if len(numbers) == 1 else f"{numbers[0]} to {numbers[-1]} killed"


def label_of(members: Sequence[Facts], actors: Mapping[str, Entity]) -> str:
    """One phrase for a happening (“Rebels take Azaz”, “Attack in Quetta: 12 killed”, “Burhan meets Kiir in Juba”)."""
    who = _names((i for f in members for i in f.event.actors), actors)
    whom = [n for n in _names((i for f in members for i in f.event.recipients), actors) if n not in who]
    named = {i: p for f in members for i, p in f.places.items()}
    places = ", ".join(list(dict.fromkeys(p.name for p in narrow(tuple(named.values()))))[:3])
    kind = Counter("/".join(filter(None, f.type)) for f in members)
    main = min(kind, key=lambda k: (-kind[k], k))
    where = f" in {places}" if places else ""
    if main.endswith(f"/{TERRITORY}") and places:
        return f"{' and '.join(who)} {_verb(who, 'take')} {places}" if who else f"Capture of {places}"
    if main.startswith("CONSULT") and (len(who) > 1 or (who and whom)):
        pair = f"{who[0]} {_verb(who[:1], 'meet')} {(who[1:] + whom)[0]}"
        return pair + where
    return _phrase(members, main, who, whom, where)


def _phrase(members: Sequence[Facts], main: str, who: Sequence[str], whom: Sequence[str], where: str) -> str:
    toll = _toll(members) if any(map(violent, members)) or main == "OTHER" else ""
    if toll:
        return f"{_nouns().get(main, ('Attack', ''))[0] if main != 'OTHER' else 'Deaths'}{where}: {toll}"
    if len(who) > 1 and not whom and any("clash" in f.senses for f in members):
        return f"Clash between {' and '.join(who)}{where}"
    noun, before = _nouns().get(main) or _nouns().get(main.partition("/")[0]) or ("", "")
    by = f" by {' and '.join(who)}" if who else ""
    if not (who or whom or where):
        return _in_own_words(members)
    if not noun:
        word = _commonest(f.event.trigger.text.lower() for f in members)[0]
        return ", ".join(filter(None, (f"“{word}”", *who, *whom))) + where
    return f"{noun}{f' {before} ' + ' and '.join(whom) if whom else ''}{by}{where}"


def _in_own_words(members: Sequence[Facts]) -> str:
    """The shortest clause in which a report tells of it: the name of what has no parties, places and toll."""
    clauses = (" ".join(f.words(f.event.trigger.clause).split()) for f in members)
    words = min(clauses, key=lambda clause: (len(clause), clause))
    return clip(words[:1].upper() + words[1:], _LONGEST)


def clip(text: str, most: int) -> str:
    """`text` cut between words, with no article or preposition left hanging."""
    if len(text) > most:
        text = text[: most - 1].rsplit(" ", 1)[0] + "…" if " " in text[: most - 1] else text[: most - 1] + "…"
    bare, dots = text.rstrip("…"), "…" if text.endswith("…") else ""
    while dots and (cut := _DANGLING.search(bare)):
        bare = bare[: cut.start()]
    return bare.rstrip(" ,.") + dots
