"""What the text around a place's name says of it: what kind of place it is, and in which other place it lies.

Read from words beside the name only (“Banu and Pol-e-Hesar districts”, “the city of Raqqa”, “Afghanistan’s Baghlan
province”, “Panjshir, the only province”, “ولسوالی پلحصار”); which place it is, is decided in `core.resolve.places`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from core.lexicon.place_words import PlaceWord, place_word
from core.model import Document, Layer, Mention, Sentence, Token

_JOINERS = frozenset({",", "and", "&", "or", "و", "،", ";", "as", "well", "y", "et"})
_LIST_OPENERS = frozenset({"–", "-", "—", ":", "(", "of", ","})
_INSIDE = frozenset(
    {
        *(",", "(", "–", "-", "—", "،", "in", "of", "inside", "within", "the", "'s", "’s", "در", "في"),
        *("northern", "southern", "eastern", "western", "central"),
        *("northeastern", "northwestern", "southeastern", "southwestern", "north-eastern", "north-western"),
        *("south-eastern", "south-western", "restive", "neighbouring", "neighboring", "rural", "remote"),
    }
)
_POSSESSIVE = frozenset({"'s", "’s"})
_ARTICLES = frozenset({"a", "an", "the"})
_NEXT = 3  # names after one that may hold it
_REACH = 5  # tokens between two names of which one may hold the other
_APPOSITION = 4  # lower-case words between “the” and the word for the kind


@dataclass(slots=True)
class Named:
    """A place mention as the text presents it.

    Args:
        mention: The mention.
        name: The name proper, without the word for its kind and its article.
        full: The name with a word for its kind that belongs to it (“Panjshir Valley”), else `name`.
        within: What follows the name after a comma inside the mention (“Texas” of “Austin, Texas”), else "".
        word: What the text says that it is, None where it does not say.
        first, last: The mention's tokens in its sentence, half-open.
        holders: The indices of the mentions that the text puts it in.
        definite: Whether “the” stands before the name alone (“the Sahel”).
    """

    mention: Mention
    name: str
    full: str
    within: str
    word: PlaceWord | None
    first: int
    last: int
    holders: list[int] = field(default_factory=list)
    definite: bool = False


def read_names(doc: Document, mentions: Iterable[Mention]) -> list[Named]:
    """The place mentions with what the text says of each, in order of position."""
    places = sorted((m for m in mentions if m.layer is Layer.PLACE), key=lambda m: m.span)
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for mention in places:
        by_sentence[mention.sentence].append(mention)
    found: list[Named] = []
    for index, group in by_sentence.items():
        tokens = doc.sentences[index].tokens
        named = [_named(doc.sentences[index], m) for m in group]
        _share_words(tokens, named)
        _hold(tokens, named, len(found))
        found += named
    return found


def _named(sentence: Sentence, mention: Mention) -> Named:
    tokens = sentence.tokens
    first = bisect_left(tokens, mention.span.start, key=lambda t: t.end - 1)
    last = bisect_left(tokens, mention.span.end, key=lambda t: t.start)
    words = [t.text[max(mention.span.start - t.start, 0) : mention.span.end - t.start] for t in tokens[first:last]]
    cut, skip = _cut(words)
    within = _split(words[cut + skip :])[0] if skip else ""
    name, word = _split(words[:cut])
    if word is None or not word.level:
        word = _beside(tokens, first, last) or _apposed(tokens, last) or word
    full = " ".join(words[:cut]).removeprefix("#")
    definite = word is None and "the" in {tokens[first].lower, tokens[first - 1].lower if first else ""}
    return Named(mention, name, full, within, word, first, last, definite=definite)


def _cut(words: Sequence[str]) -> tuple[int, int]:
    """Where the name ends inside a mention, and how many words join it to what holds it (0: nothing does).

    “Austin, Texas” is cut after “Austin”, “Alishang District of Laghman” after “District”.
    """
    for i in range(1, len(words) - 1):
        if words[i] == "," or (i > 1 and words[i].lower() == "of" and place_word(words[i - 1])):
            return i, 1
    return len(words), 0


def _split(mention: Sequence[str]) -> tuple[str, PlaceWord | None]:
    """The name proper in a mention, and the word for its kind that stands in it, first or last."""
    words = [t.lstrip("#@") for t in mention]
    while len(words) > 1 and words[0].lower() in _ARTICLES:
        del words[0]
    while len(words) > 1 and words[-1] in _POSSESSIVE:
        del words[-1]
    for size in (2, 1):
        word = place_word(" ".join(words[-size:])) if len(words) > size else None
        if word:
            return " ".join(words[:-size]), word
    word = place_word(words[0]) if len(words) > 1 else None
    if word and len(words) > 2 and words[1].lower() == "of":
        return " ".join(words[2:]), word
    if word and (word.level == "feature" or not words[0].isascii()):
        return " ".join(words[1:]), word
    return " ".join(words), None


def _beside(tokens: Sequence[Token], first: int, last: int) -> PlaceWord | None:
    """The word for its kind right after a name, or before it: directly in other scripts, with “of” in Latin ones."""
    for size in (2, 1):
        after = place_word(" ".join(t.text for t in tokens[last : last + size])) if last + size <= len(tokens) else None
        if after:
            return after if _belongs(tokens, first, last + size, after) else None
    if first and not tokens[first].text.isascii():
        back = first - 1
        while back > 0 and tokens[back].text in {"های", "ها"}:
            back -= 1
        return place_word(tokens[back].text)
    if first > 1 and tokens[first - 1].lower == "of" and not (first > 2 and tokens[first - 3].text[0].isupper()):
        return place_word(tokens[first - 2].text)
    return None


def _belongs(tokens: Sequence[Token], first: int, end: int, word: PlaceWord) -> bool:
    """Whether a word for a kind after a name is said of it: not in “a Paris district”, “the Athens district of X”.

    A division keeps it before its country (“the Kharkiv region of Ukraine”).
    """
    before = {t.lower for t in tokens[max(first - 2, 0) : first] if t.text.islower()}
    whole = word.level in {"admin1", "division"} or end >= len(tokens) or tokens[end].lower != "of"
    return whole and not before & {"a", "an"}


def _apposed(tokens: Sequence[Token], last: int) -> PlaceWord | None:
    """The kind that an apposition gives: “Panjshir, the only province that …”."""
    if (
        last + 2 >= len(tokens)
        or tokens[last].text not in {",", "–", "—", "("}
        or tokens[last + 1].lower not in _ARTICLES
    ):
        return None
    for i, token in enumerate(tokens[last + 2 : last + 3 + _APPOSITION], last + 2):
        if i + 1 < len(tokens) and tokens[i + 1].lower in _POSSESSIVE:
            continue
        word = place_word(token.text)
        if word or not (token.text.islower() or token.lower in _POSSESSIVE):
            return word
    return None


def _lists(tokens: Sequence[Token], named: Sequence[Named]) -> Iterator[list[Named]]:
    """The runs of names that stand side by side (“Banu, Pol-e-Hesar, and De Salah”)."""
    run: list[Named] = []
    for place in named:
        gap = tokens[run[-1].last : place.first] if run else ()
        if run and not (gap and len(gap) <= 3 and all(t.lower in _JOINERS for t in gap)):
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _share_words(tokens: Sequence[Token], named: Sequence[Named]) -> None:
    """Gives every name of a list the plural word that stands after the list or opens it."""
    for run in _lists(tokens, named):
        word = run[-1].word
        if word is None or not word.several:
            word = _opening(tokens, run[0].first) if len(run) > 1 else None
        if word is not None and word.several:
            for place in run:
                if place.word is None or place is run[-1]:
                    place.word = PlaceWord(word.kind, word.level)


def _opening(tokens: Sequence[Token], first: int) -> PlaceWord | None:
    if first < 2:
        return None
    at = first - 1 if tokens[first - 1].text in _LIST_OPENERS else first
    word = place_word(tokens[at - 1].text)
    return word if word is not None and word.several else None


def _hold(tokens: Sequence[Token], named: Sequence[Named], offset: int) -> None:
    """Notes for each name the names close by that may hold it: what follows after “in” or a comma, and “X’s” before."""
    runs = list(_lists(tokens, named))
    position = {id(p): offset + i for i, p in enumerate(named)}
    for i, place in enumerate(named):
        for other in named[i + 1 : i + 1 + _NEXT]:
            if _between(tokens, place, other):
                place.holders.append(position[id(other)])
        before = named[i - 1] if i else None
        if before is not None and {t.lower for t in tokens[before.last : place.first]} & _POSSESSIVE:
            place.holders.append(position[id(before)])
    for run in runs:
        for place in run[:-1]:
            place.holders += [h for h in run[-1].holders if h not in place.holders]


def _between(tokens: Sequence[Token], place: Named, other: Named) -> bool:
    gap = [t for t in tokens[place.last : other.first] if place_word(t.text) is None]
    named_inside = [t for t in gap if t.text[:1].isupper() or t.lower in _POSSESSIVE]
    return (
        len(gap) - len(named_inside) <= _REACH
        and len(named_inside) <= 2
        and bool(gap)
        and all(t.lower in _INSIDE or t in named_inside for t in gap)
    )
