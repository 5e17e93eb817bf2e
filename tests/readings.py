"""A small analysis made by hand: two reports of one happening, one of which has more to say."""

from datetime import date

from core.model import (
    Alignment,
    Analysis,
    Article,
    Claim,
    Cluster,
    DateInterval,
    Discrepancy,
    Entity,
    Event,
    EventClaim,
    EventDate,
    Feature,
    Layer,
    Link,
    Mention,
    Reading,
    Span,
    Status,
    StatusCue,
    Trigger,
)
from core.text.segment import segment

FIRST = "Rebels seized <b>Marsa</b> on 3 May. At least 12 soldiers died. The mayor met envoys."
SECOND = "Rebels took Marsa, reports say."
REBELS = Entity("rebels", "Rebels", "armed group")
LEMMAS = {"seized": "seize", "died": "die", "met": "meet", "took": "take"}
ARMY = Entity("army", "Army", "armed group")


def span(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def document(key, text, published):
    return segment(Article(id=key, text=text, published=published, name=f"{key}_x.txt"))


def event(key, doc, sentence, word, *, kind="ASSAULT", start=None, end=None, status=Status.ASSERTED, **more):
    where, trigger = span(doc.text, sentence), span(doc.text, word)
    index = doc.sentence_at(trigger.start).index
    article = doc.article.id
    made = Trigger(article, trigger, word, index, where, LEMMAS[word], kind, agents=more.pop("agents", ()))
    basis = "stated" if start else "reported-by"
    when = EventDate(DateInterval(start, end), 1 if start else None, basis, "a rule")
    values = {"actors": (), "recipients": (), "places": (), **more}
    return Event(key, article, made, index, where, "material conflict", None, StatusCue(status), date=when, **values)


def mention(doc, entity, words):
    where = span(doc.text, words)
    found = Mention(doc.article.id, where, words, doc.sentence_at(where.start).index, Layer.ACTOR, entity.kind)
    return Link(found, entity, f"alias: “{words}”", 90.0)


def analysis():
    a, b = document("000", FIRST, date(2021, 5, 4)), document("001", SECOND, date(2021, 5, 5))
    third = date(2021, 5, 3)
    events = (
        event("e1", a, "Rebels seized <b>Marsa</b> on 3 May", "seized", start=third, end=third, actors=("rebels",),
              recipients=("army",), origin_id="o1"),
        event("e2", a, "At least 12 soldiers died", "died", end=date(2021, 5, 4), claims=("c1",)),
        event("e3", a, "The mayor met envoys", "met", kind="CONSULT", end=date(2021, 5, 4)),
        event("e4", b, "Rebels took Marsa, reports say", "took", end=date(2021, 5, 5), status=Status.REPORTED,
              actors=("rebels",), origin_id="o1", attributed_to=("unnamed reports",)),
    )  # fmt: skip
    claim = Claim("000", span(FIRST, "At least 12"), "At least 12", 1, "killed", span(FIRST, "died"), low=12)
    first, last = span(FIRST, "Rebels seized <b>Marsa</b> on 3 May"), span(SECOND, "Rebels took Marsa, reports say")
    features = (Feature("action", 0.9, 0.5, "seized ≈ took"), Feature("date", None, 0.1, "not told"))
    readings = (
        Reading("000", span(FIRST, "seized"), "seized", "seized"),
        Reading("001", span(SECOND, "took"), "took", "took"),
    )
    interval = DateInterval(None, third)
    return Analysis(
        documents=(a, b),
        timexes=(),
        actors=(mention(a, REBELS, "Rebels"), mention(a, ARMY, "soldiers"), mention(b, REBELS, "Rebels")),
        places=(),
        attributions=(),
        claims=(EventClaim("c1", "e2", claim, "Army"),),
        events=events,
        alignments=(Alignment("000", first, "001", last, 0.8, features, "e1", "e4"),),
        clusters=(Cluster("k1", "Marsa taken", "ASSAULT", interval, ("000", "001"), ("e1", "e4"), 1),),
        discrepancies=(Discrepancy("d1", "k1", "wording", "Seized against took.", readings),),
    )
