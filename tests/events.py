"""What the tests of event coding share: a text's triggers, told in plain words."""

from core.extract.attribution import find_attributions
from core.extract.mentions import find_mentions
from core.extract.triggers import find_triggers
from core.model import Article
from core.text.segment import segment


def document(text):
    """The text as an article's first paragraph, so that it is never taken for a heading."""
    return segment(Article("a", f"{text}\n\nThe end of it came."))


def triggers(text):
    """The document and the triggers found in it."""
    doc = document(text)
    mentions = find_mentions(doc)
    return doc, find_triggers(doc, mentions, find_attributions(doc, mentions))


def types(text):
    """(trigger, type, mode) of each."""
    return [(t.text, t.type, t.mode) for t in triggers(text)[1]]


def roles(text, *wanted):
    """(actors, recipients) of each trigger, or of those whose words are given."""
    doc, found = triggers(text)
    return [
        (" + ".join(s.of(doc.text) for s in t.agents), " + ".join(s.of(doc.text) for s in t.patients))
        for t in found
        if not wanted or t.text in wanted
    ]


def statuses(text):
    """(trigger, status, cue) of each."""
    doc, found = triggers(text)
    return [(t.text, t.status.status.value, t.status.span.of(doc.text) if t.status.span else None) for t in found]
