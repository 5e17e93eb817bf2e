"""The overview as one piece of escaped HTML: numbers, what to look at first, the articles, and how to read it all."""

from __future__ import annotations

from html import escape

from core.views import article_list, difference, happening_list, methods, overview, words
from core.views.filters import Filters
from core.views.index import Index
from core.views.markup import fold, tag, tile

_WHAT = (
    "News reports of the same happenings, side by side: where they <strong>agree</strong>, where they "
    "<strong>differ</strong>, and where they only <strong>repeat</strong> each other. Every statement leads to the "
    "exact words it came from."
)
_HOW = """<ul>
<li><b>Timeline</b> shows when things happened. A pale tail to the left means <i>by that day</i>: the text states no
day. Click a mark for its card.</li>
<li><b>Actors</b> shows who is named how often, under which names, and who acts on whom.</li>
<li><b>Comparison</b> lines articles up: shared happenings in rows, differing words marked, differences named.</li>
<li><b>Reader</b> shows an article's text, character by character, with what was found in it.</li>
<li>An <b>event</b> is one word or phrase that names a happening, in one sentence. A <b>happening</b> is what several
events report. Where two passages are copies of one original they count as <b>one</b> independent original.</li>
<li>The filters on the left hold on every page and stand in the address: send the link, and a colleague sees the
same.</li>
</ul>"""
_LINED_UP = (
    "Two statements are taken to tell of one happening when the sum of these features, each times its weight, is high "
    "enough. Every pair's own figures stand on the page Comparison, under its score."
)


def body(index: Index, filters: Filters) -> str:
    """Everything that the page shows."""
    return index.cached(_body, filters)


def _body(index: Index, filters: Filters) -> str:
    head = tag("h1", "Variorum") + tag("p", _WHAT, cls="v-lead")
    if not index.documents:
        return head
    found = overview.summary(index, filters)
    return "".join(
        (
            head,
            tag("div", _tiles(found), cls="v-tiles"),
            _published(found),
            tag("div", _differences(index, found) + _shared(index, found), cls="v-halves"),
            tag("h2", "Articles"),
            article_list.articles(index, filters),
            fold("How to read this", _HOW),
            fold("How statements are lined up", tag("p", _LINED_UP) + methods.table()),
        )
    )


def _tiles(found: overview.Summary) -> str:
    values = (
        ("Articles", found.articles, "Reports on the table that pass the filter"),
        ("Events", found.events, "Statements of a happening: one trigger in one sentence"),
        ("Shared happenings", len(found.shared), "Happenings that more than one article reports"),
        ("Differences", len(found.differences), "Points on which reports of one happening do not say the same"),
        ("Copied passages", found.echoes, "Originals that stand in several articles: echoes, not confirmations"),
    )
    return "".join(tile(*value) for value in values)


def _published(found: overview.Summary) -> str:
    if not found.first:
        return ""
    return tag("p", f"Published {escape(words.when_interval(found.first, found.last))}", cls="v-muted")


def _differences(index: Index, found: overview.Summary) -> str:
    listed = difference.listed(index, found.differences[: happening_list.MAX_LISTED], readings=4, cards=True)
    none = tag("p", "No report differs from another on a happening that both tell of.", cls="v-muted")
    return tag("section", tag("h2", "Differences worth looking at first") + (listed or none))


def _shared(index: Index, found: overview.Summary) -> str:
    none = tag("p", "No happening is told by more than one article under this filter.", cls="v-muted")
    listed = happening_list.happenings(index, found.shared) if found.shared else none
    return tag("section", tag("h2", "Told by several articles") + listed)
