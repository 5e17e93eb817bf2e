"""Coordinations of noun phrases in a row of chunks: where “A, B and C” begins and where it ends."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.chunks import Chunk

Phrases = list[tuple[str, list[Chunk]]]
_PAIRED = ("between", "among")


class Row:
    """A sentence's chunks, with their kinds as one string: position `i` of both is the same chunk."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        """Keeps `chunks` and joins their kinds."""
        self.chunks = chunks
        self.kinds = "".join(c.kind for c in chunks)

    def kind(self, i: int) -> str:
        """The kind at position `i`, “.” beyond either end."""
        return self.kinds[i] if 0 <= i < len(self.kinds) else "."

    def members(self, first: int, last: int) -> list[Chunk]:
        """The noun phrases from position `first` to `last`, both inclusive."""
        return [self.chunks[i] for i in range(first, last + 1) if self.kinds[i] == "N" and not self._age(i)]

    def _age(self, i: int) -> bool:
        """Whether a bare number only tells a name's age (“Carlos Velasquez, 24, and …”)."""
        one = self.chunks[i]
        return (
            one.form == "c" and one.last == one.first + 1 and self.kind(i - 1) == "," and self.chunks[i - 2].form == "N"
        )

    def start(self, j: int) -> int:
        """The first position of the coordination whose last member is at `j`."""
        first = j
        if first >= 2 and self.kinds[first - 1] == "&" and self.kinds[first - 2] in "N,":
            first -= 2 if self.kinds[first - 2] == "N" else 3
            while first >= 2 and self.kinds[first - 2 : first] == "N," and not self._introduces(first - 2):
                first -= 2
        return first if self.kind(first) == "N" else j

    def _introduces(self, j: int) -> bool:
        """Whether the phrase at `j` only opens the sentence (“In Kabul, A and B …”)."""
        return self.kind(j - 1) == "p" and self.kind(j - 2) in ".;"

    def ending(self, j: int) -> list[Chunk]:
        """The members of the coordination whose last member is at `j`; none where no noun phrase stands there."""
        return self.members(self.start(j), j) if self.kind(j) == "N" else []

    def end(self, j: int, *, pair: bool = False) -> int:
        """The last position of the coordination that begins at `j`.

        A last member that has a verb of its own is left out (“captured the town and rebels fled”), except
        behind “between”, which wants a `pair`.
        """
        m = j
        while self.kind(m + 1) in ",&" and self.kind(m + 2) in "N&" and m + 2 < len(self.kinds):
            if self.kinds[m + 2] == "&":
                m += 1
                continue
            closing = self.kinds[m + 1] == "&"
            m += 2
            if closing:
                return j if not pair and self._has_verb(m) else m
        return j

    def _has_verb(self, m: int) -> bool:
        k = m + 1
        while self.kinds[k : k + 2] == "pN":
            k += 2
        return self.kind(k) == "V" and (self.chunks[k].finite or self.chunks[k].form in "VD")

    def phrase_at(self, j: int) -> tuple[str, list[Chunk], int] | None:
        """The prepositional phrase at `j` (preposition, members, position after it), None where there is none."""
        if self.kind(j) != "p" or self.kind(j + 1) != "N":
            return None
        word = self.chunks[j].base
        last = self.end(j + 1, pair=word in _PAIRED)
        return word, self.members(j + 1, last), last + 1

    def phrases_from(self, j: int) -> Phrases:
        """The prepositional phrases that follow each other from position `j` on."""
        found: Phrases = []
        while (phrase := self.phrase_at(j)) is not None:
            found.append(phrase[:2])
            j = phrase[2]
        return found
