"""Lists of names: “Banu, Pol-e-Hesar and De Salah districts”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.extract.mentions.candidate import Candidate
from core.lexicon import names
from core.model import Token

Placed = tuple[tuple[Token, ...], Candidate]
_LEADS = frozenset({"–", "—", "-", ":", "of", "(", "including", "like"})
_LIST_LINKS = frozenset({",", "and", "or", "&", "/", "the"})


def chains(found: Sequence[Placed]) -> Iterator[list[Placed]]:
    """The lists among the candidates: at least two, with nothing but commas and “and” between them."""
    chain: list[Placed] = []
    for tokens, c in found:
        if chain:
            before, last = chain[-1]
            near = before is tokens and 1 <= c.start - last.end <= 3
            if near and all(t.lower in _LIST_LINKS for t in tokens[last.end : c.start]):
                chain.append((tokens, c))
                continue
            if _is_list(chain):
                yield chain
        chain = [(tokens, c)]
    if _is_list(chain):
        yield chain


def _is_list(chain: Sequence[Placed]) -> bool:
    """Whether the chain is a list: two names with a mere comma between them are rather an apposition."""
    if len(chain) != 2:
        return len(chain) > 2
    tokens, first = chain[0]
    return any(t.lower in {"and", "or", "&", "/"} for t in tokens[first.end : chain[1][1].start])


def share_ends(found: Sequence[Placed]) -> None:
    """Lets a noun or preposition at either end of a list hold for all of it: “Banu and De Salah districts”."""
    for chain in chains(found):
        shared = _plural_noun(chain) or _preposition(chain)
        for _, c in chain if shared else ():
            if shared and not c.label and all(e[0] != shared[0] for e in c.evidence):
                c.evidence.append((shared[0], 1.0, shared[1]))


def _plural_noun(chain: Sequence[Placed]) -> tuple[str, str] | None:
    """The plural noun of place after the list (“… districts”) or before it (“three districts – …”)."""
    tokens, first = chain[0]
    last = chain[-1][1]
    nouns = names.words("place_neighbours")
    after = tokens[last.end].lower if last.end < len(tokens) else ""
    if after.endswith("s") and after in nouns:
        return "place_noun", after
    before = [t.lower for t in tokens[max(0, first.start - 3) : first.start]]
    lead = next((w for w in before if w in nouns and w.endswith("s")), "")
    if lead and set(before[before.index(lead) + 1 :]) <= _LEADS:
        return "place_noun", lead
    return None


def _preposition(chain: Sequence[Placed]) -> tuple[str, str] | None:
    tokens, first = chain[0]
    word = tokens[first.start - 1].lower if first.start else ""
    return ("place_preposition", word) if word in names.words("place_prepositions") else None
