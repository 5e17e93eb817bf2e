"""The value types that every layer speaks in: frozen, slotted, without behaviour beyond their own arithmetic.

Offsets count Unicode code points in `Article.text` and are half-open: `text[start:end]` is the surface.
"""

from core.model.comparison import Alignment, Analysis, Cluster, Discrepancy, Feature, Reading
from core.model.document import Article, Document, Kind, Post, Sentence
from core.model.events import Attribution, Claim, Claimant, Event, EventClaim, EventDate, Status, StatusCue, Trigger
from core.model.mentions import ACTOR_KINDS, Entity, Form, Layer, Link, Mention, Place, Timex, TimexType
from core.model.spans import DateInterval, Span, Token, stable_id

__all__ = [
    "ACTOR_KINDS",
    "Alignment",
    "Analysis",
    "Article",
    "Attribution",
    "Claim",
    "Claimant",
    "Cluster",
    "DateInterval",
    "Discrepancy",
    "Document",
    "Entity",
    "Event",
    "EventClaim",
    "EventDate",
    "Feature",
    "Form",
    "Kind",
    "Layer",
    "Link",
    "Mention",
    "Place",
    "Post",
    "Reading",
    "Sentence",
    "Span",
    "Status",
    "StatusCue",
    "Timex",
    "TimexType",
    "Token",
    "Trigger",
    "stable_id",
]
