"""The happenings that several articles share, as escaped HTML."""

from __future__ import annotations

from html import escape

from core.views import agreement, naming, words
from core.views.index import Happening, Index
from core.views.markup import badge, link, quad_class, tag

MAX_LISTED = 8


def happenings(index: Index, found: tuple[Happening, ...]) -> str:
    """The happenings that several articles report, most statements first."""
    return tag("ul", "".join(_happening(index, h) for h in found[:MAX_LISTED]), cls="v-list")


def _happening(index: Index, happening: Happening) -> str:
    first = happening.events[0]
    articles = list(dict.fromkeys(index.labels[e.article_id] for e in happening.events))
    origins = happening.cluster.origins if happening.cluster else 1
    kind = badge(
        words.type_words(first.trigger.type, first.trigger.mode),
        cls=quad_class(first.quad_class),
        title=f"PLOVER type: {words.TYPES.get(first.trigger.type, '')}",
    )
    name = link("timeline", naming.happening_name(index, happening), event=first.id, title="Open its card")
    told = (
        f"{words.counted(len(happening.events), 'statement')} in {words.counted(len(articles), 'article')}, "
        f"{words.counted(origins, 'independent original')}"
    )
    compare = link("comparison", "compare", compare=articles[:4], title="Line these articles up")
    return tag(
        "li", f"{kind} {name} {tag('span', escape(told), cls='v-muted')} {compare}{agreement.strips(index, happening)}"
    )
