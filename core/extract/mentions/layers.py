"""Makes mentions of decided candidates: actor or place, of which kind."""

from __future__ import annotations

from core.extract.mentions.pieces import Candidate
from core.extract.mentions.words import is_capital
from core.lexicon import gazetteer, names
from core.model import ACTOR_KINDS, Document, Form, Layer, Mention, Sentence, Span, Token

_LINKS = frozenset({",", "and", "or", "the"})
_CALLING = frozenset({"call", "calls", "called", "calling", "pressed", "press", "urging"})
_DROPPED = frozenset({"", "title", "opening"})


def mention(doc: Document, sentence: Sentence, tokens: tuple[Token, ...], c: Candidate) -> Mention | None:
    """The mention that a decided candidate is, None where it is no name."""
    if c.label in _DROPPED or (c.label == "adjective" and not _acts_by_adjective(tokens, c)):
        return None
    end = c.end + 1 if c.label == "place" and _named_after(tokens, c) else c.end
    span = Span(tokens[c.start].start, tokens[end - 1].end)
    head = Span(tokens[c.head].start, tokens[c.head_end - 1].end) if c.head_end > c.head else None
    if end > c.end:
        head, c.kind = span, names.kinds("place_heads")[tokens[c.end].lower]
    layer, kind = _layer(tokens, c, span.of(doc.text))
    form = Form.DEMONYM if c.label == "place" and layer is Layer.ACTOR else c.form
    key = c.key if layer is Layer.ACTOR or c.label == "state" else ""
    return Mention(doc.article.id, span, span.of(doc.text), sentence.index, layer, kind, form, head, key, c.why)


_PLACE_KINDS = frozenset({"continent", *names.kinds("place_heads").values()})
_KINDS = {"person": "person", "adjective": "government", "people": "population"}


def _layer(tokens: tuple[Token, ...], c: Candidate, surface: str) -> tuple[Layer, str]:
    if c.label == "state":
        return (Layer.ACTOR, "government") if acts(tokens, c) else (Layer.PLACE, "country")
    if c.label != "place":
        return Layer.ACTOR, _KINDS.get(c.label) or (c.kind if c.kind in ACTOR_KINDS else "organization")
    if c.known and c.known.form == "capital" and _speaks(tokens, c):
        return Layer.ACTOR, "government"
    noun = next((e[2].lower() for e in c.evidence if e[0] == "place_noun"), "")
    nouns = names.kinds("place_heads")
    kind = nouns.get(noun) or nouns.get(noun.removesuffix("s").replace("citie", "city"))
    return Layer.PLACE, kind or _place_kind(surface) or (c.kind if c.kind in _PLACE_KINDS else "")


def _named_after(tokens: tuple[Token, ...], c: Candidate) -> bool:
    """Whether a lower-case noun makes the name one of a valley, a river, an airport: “Panjshir valley”."""
    return c.end < len(tokens) and tokens[c.end].text in names.words("natural_nouns")


def _acts_by_adjective(tokens: tuple[Token, ...], c: Candidate) -> bool:
    """Whether an adjective of a state stands for its government: “Russian airstrikes”."""
    end = c.end
    while end < len(tokens) and tokens[end].lower in names.words("act_modifiers") and end < c.end + 3:
        end += 1
    return bool(c.key) and end < len(tokens) and tokens[end].lower in names.words("act_nouns")


def _speaks(tokens: tuple[Token, ...], c: Candidate) -> bool:
    """Whether a capital stands for its government: “Moscow said”, “talks with Tehran”."""
    i, end = _list_around(tokens, c)
    before = tokens[i].lower if i >= 0 else ""
    if before in names.words("place_prepositions"):
        return False
    if before in names.words("party_verbs") or (before == "on" and i and tokens[i - 1].lower in _CALLING):
        return True
    while end < len(tokens) and tokens[end].lower in names.words("between_subject_and_verb"):
        end += 1
    word = tokens[end].lower if end < len(tokens) else ""
    return word in names.words("speech_verbs") or word in names.words("state_verbs")


def _place_kind(surface: str) -> str:
    places = gazetteer.known(surface)
    return places[0].kind if places else ""


def acts(tokens: tuple[Token, ...], c: Candidate) -> bool:
    """Whether a state's name stands where somebody acts or is dealt with, rather than where something happens."""
    i, end = _list_around(tokens, c)
    before = tokens[i].lower if i >= 0 else ""
    if before in {"to", "from", "on"} and _dealt_with(tokens, i):
        return True
    if before in names.words("place_prepositions") or before in names.words("place_verbs"):
        return False
    if (
        before in names.words("party_verbs")
        or before in names.words("party_prepositions")
        or (before == "on" and i and tokens[i - 1].lower in _CALLING)
    ):
        return True
    after = tokens[end].lower if end < len(tokens) else ""
    if after in {"'s", "’s"}:
        after = tokens[end + 1].lower if end + 1 < len(tokens) else ""
        return after in names.words("act_nouns")
    if before in {"of", "over", "on", "for"}:
        return False
    return after in names.words("act_nouns") or (after not in {"based", "held"} and _acting(tokens, end))


def _dealt_with(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the “to”, “from” or “on” at `i` leads to a party: “apologized to”, “an offer from”, “sanctions on”."""
    dealings = names.words("dealings")
    return any(t.lower in dealings for t in tokens[max(0, i - 3) : i])


def _list_around(tokens: tuple[Token, ...], c: Candidate) -> tuple[int, int]:
    """The token before the list of names that the candidate stands in, and the one after the list."""
    i, end = c.start - 1, c.end
    while i > 0 and (tokens[i].lower in _LINKS or (tokens[i + 1].lower in _LINKS and is_capital(tokens[i].text))):
        i -= 1
    while end + 1 < len(tokens) and tokens[end].lower in _LINKS and _names_on(tokens, end):
        end += 1
        while end < len(tokens) and (is_capital(tokens[end].text) or tokens[end].lower == "the"):
            end += 1
    return i, end


def _names_on(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether another name follows the “and” at token `i`."""
    j = i + 1
    while j < len(tokens) and tokens[j].lower in _LINKS:
        j += 1
    return j < len(tokens) and is_capital(tokens[j].text)


def _acting(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the word at `i` is a verb whose subject stands before it."""
    while i < len(tokens) and (
        tokens[i].lower in names.words("between_subject_and_verb") or tokens[i].text[0].isdigit()
    ):
        i += 1
    if i >= len(tokens):
        return False
    word = tokens[i].lower
    if word in names.words("act_verbs") or word in names.words("speech_verbs"):
        return True
    if word in names.words("copulas"):
        after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        return after.endswith("ing") or after in names.words("disposed")
    return word.endswith("ed") and len(word) > 4
