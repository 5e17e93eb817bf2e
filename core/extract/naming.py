"""Whether a noun phrase of a parsed sentence names somebody, or ground."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from core.extract.chunks import Chunk
from core.extract.syntax import Parse
from core.lexicon.english_words import time_nouns, word_set
from core.lexicon.known_actors import capitals, fold
from core.lexicon.triggers import classes
from core.model import Form, Layer, Mention

_GROUND = frozenset("in at near inside across outside around into through throughout within of over".split())
_NAMES = (Form.NAME, Form.DEMONYM)
_PEOPLE = re.compile(r"^[a-z-]{3,}(?:[^aeious]er|[aeu]er|tor|ist|cian|eer|man|woman)s?$|men$|women$")


@dataclass(slots=True)
class Scene:
    """A parsed sentence with the mentions in it; `layers` tells for a token index which layers hold it."""

    parse: Parse
    mentions: Mapping[int, tuple[Mention, ...]]
    _words: dict[int, set[str]] = field(default_factory=dict)
    _actors: dict[int, bool] = field(default_factory=dict)

    def layer(self, phrase: Chunk, wanted: Layer) -> bool:
        """Whether the phrase's head lies in a mention of that layer."""
        return any(m.layer is wanted for m in self.mentions.get(phrase.head, ()))

    def is_ground(self, token: int) -> bool:
        """Whether a token lies in the name of a place that is no country, so that it names nobody."""
        held = self.mentions.get(token, ())
        return bool(held) and all(m.layer is Layer.PLACE and m.kind != "country" for m in held)

    def is_place(self, phrase: Chunk) -> bool:
        """Whether the phrase names ground: a place's name, or a word such as “district”."""
        return phrase.base in classes()["place"] or self.layer(phrase, Layer.PLACE)

    def names_actor(self, phrase: Chunk) -> bool:
        """Whether a name of an actor, or of a country's people, stands in the phrase (“Russian aircraft”)."""
        head = self.parse.sentence.tokens[phrase.head].start
        possessor = self.parse.tags.rfind("k", phrase.first, phrase.head)
        for i in range(max(phrase.first, possessor + 1), phrase.last):
            for m in self.mentions.get(i, ()):
                own = m.form in _NAMES or m.span.start <= head < m.span.end
                if own and (m.layer is Layer.ACTOR or m.kind == "country"):
                    return True
        return False

    def words(self, phrase: Chunk) -> set[str]:
        """The words of a phrase and of the “of” phrase right after it (“a state of emergency”)."""
        if (found := self._words.get(id(phrase))) is None:
            bases, last = self.parse.bases, phrase.last
            found = self._words[id(phrase)] = set(bases[phrase.first : last])
            if last + 1 < len(bases) and bases[last] == "of":
                found.update(bases[last + 1 : last + 6])
        return found

    def is_actor(self, phrase: Chunk) -> bool:
        """Whether the phrase names somebody: a person word, a pronoun, a name."""
        if (known := self._actors.get(id(phrase))) is None:
            known = self._actors[id(phrase)] = self._names_somebody(phrase)
        return known

    def _is_party(self, phrase: Chunk) -> bool:
        """Whether a place is a country, or a capital that stands for its government (“blamed Tehran”)."""
        held = self.mentions.get(phrase.head, ())
        if any(m.kind == "country" for m in held):
            return True
        before = self.parse.bases[phrase.first - 1] if phrase.first else ""
        return before not in _GROUND and any(fold(m.text) in capitals() for m in held)

    def _names_somebody(self, phrase: Chunk) -> bool:
        if phrase.form == "o":
            return phrase.base not in ("there", "nothing", "something", "everything", "anything")
        if phrase.base in time_nouns() or (phrase.form == "N" and phrase.base in word_set("months")):
            return False
        if is_person_word(phrase.base) or self.names_actor(phrase):
            return True
        tags = self.parse.tags
        if phrase.form == "c" and self.parse.bases[phrase.last : phrase.last + 1] == ["of"]:
            counted = self.parse.bases[phrase.last + 1 : phrase.last + 7]
            return any(is_person_word(w) or w in ("them", "us", "whom", "you") for w in counted)
        if phrase.form == "N":
            return not self.is_place(phrase) or self._is_party(phrase)
        return phrase.form == "c" and "n" not in tags[phrase.first : phrase.last]


@cache
def is_person_word(word: str) -> bool:
    """Whether a common noun names people: by the class, or by its ending (“rescuers”, “separatists”)."""
    named = classes()
    return word in named["person"] or (_PEOPLE.search(word) is not None and word not in named["not_person"])
