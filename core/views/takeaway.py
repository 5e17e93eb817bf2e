"""What an analyst takes away: tables with their column descriptions, and a comparison as one file fit to print.

Both say where they come from: the version, the day, the inputs' hashes and the filter.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd

from core.export import export
from core.frame import table
from core.schema import TABLES
from core.views import comparison, comparison_html, difference, words
from core.views.filters import Filters, select
from core.views.index import Index
from core.views.markup import tag

_MENTIONS = ("actors", "places", "timexes")
_HREF = re.compile(r' href="[^"]*"')
_PRINT = """
body { font-family: Georgia, "Times New Roman", serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
body { color-scheme: light dark; }
a.v-go { color: inherit; text-decoration: none; cursor: default; } .v-nav { display: none; }
.v-row, blockquote { break-inside: avoid; } @media print { body { margin: 0; max-width: none; } }
"""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where a file comes from: the version of the software, the day, and the filter in words."""

    version: str
    day: date
    filters: str

    def about(self, index: Index, articles: Collection[str] = ()) -> dict[str, Any]:
        """All of it as plain values, with the hash of each article's text."""
        chosen = [d.article for d in index.analysis.documents if not articles or d.article.id in articles]
        return {
            "made_with": f"Variorum {self.version}",
            "made_on": self.day.isoformat(),
            "filter": self.filters,
            "credits": "Place names and coordinates: GeoNames, CC BY 4.0, adapted",
            "articles": [{"article_id": a.id, "name": a.name, "sha256": _hash(a.text)} for a in chosen],
        }

    def line(self, index: Index, filters: Filters) -> str:
        """The same in one line, with one hash over the hashes of the articles' texts, in order."""
        articles = words.counted(len(filters.articles or index.documents), "article")
        digest = index.cached(_digest, filters.articles)
        return f"Variorum {self.version}, {self.day}; filter: {self.filters}; {articles}, SHA-256 over theirs {digest}"


def _digest(index: Index, articles: frozenset[str]) -> str:
    hashes = [_hash(d.text) for key, d in index.documents.items() if not articles or key in articles]
    return _hash(" ".join(hashes))


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _rows(index: Index, filters: Filters, name: str) -> pd.DataFrame:
    """Table `name`, all of it or what the filter leaves."""
    whole = index.cached(_table, name)
    if not filters.active:
        return whole
    events = {event.id for event in select(index, filters)}
    happenings = {index.happening_of[event] for event in events}
    if name in {"events", "claims"}:
        return whole[whole["event_id"].isin(events)]
    if name == "alignments":
        return whole[whole["a_event"].isin(events) | whole["b_event"].isin(events)]
    if name in {"clusters", "discrepancies"}:
        return whole[whole["cluster_id"].isin(happenings)]
    return _mentions(whole, filters, name) if name in _MENTIONS else whole


def _mentions(whole: pd.DataFrame, filters: Filters, name: str) -> pd.DataFrame:
    kept = whole[whole["article_id"].isin(filters.articles)] if filters.articles else whole
    return kept[kept["entity_id"].isin(filters.actors)] if name == "actors" and filters.actors else kept


def _table(index: Index, name: str) -> pd.DataFrame:
    return table(index.analysis, name)


def sizes(index: Index, filters: Filters) -> dict[str, int]:
    """How many rows each table has under the filter."""
    return {name: len(_rows(index, filters, name)) for name in TABLES}


def bundle(index: Index, filters: Filters, names: Sequence[str], form: str, stamp: Stamp) -> bytes:
    """A zip archive with the chosen tables (names of `core.schema.TABLES`), `about.json` and `columns.csv`.

    `form` is one of `core.export.FORMATS`. The same input gives the same bytes.
    """
    files = {f"{name}.{form}": export(name, _rows(index, filters, name), form) for name in names}
    about = stamp.about(index, filters.articles)
    files["about.json"] = (json.dumps(about, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    files["columns.csv"] = _columns(names)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(f"variorum/{name}", (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _columns(names: Sequence[str]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("table", "column", "type", "may_be_empty", "meaning"))
    writer.writerows((name, c.name, c.type, c.nullable, c.meaning) for name in names for c in TABLES[name])
    return out.getvalue().encode("utf-8")


def comparison_file(index: Index, articles: tuple[str, ...], filters: Filters, stamp: Stamp) -> bytes:
    """A comparison as one HTML file without scripts or anything from elsewhere."""
    found = comparison.compare(index, articles, filters)
    title = "Comparison of " + " and ".join(index.labels[a] for a in articles)
    body = [
        tag("h1", escape(title)),
        tag("p", tag("strong", escape(comparison.head(index, found)))),
        comparison_html.KEY,
        *(comparison_html.row(index, row) for row in found.rows),
        difference.listed(index, found.beyond, articles),
        comparison_html.passages(index, found),
    ]
    for article, happenings in found.alone.items():
        body += [
            tag("h2", f"{escape(index.labels[article])} alone"),
            comparison_html.alone(index, article, happenings),
        ]
    about = json.dumps(stamp.about(index, articles), ensure_ascii=False, indent=1)
    body += [tag("h2", "Where this comes from"), tag("pre", escape(about))]
    style = (Path(__file__).parent / "style.css").read_text(encoding="utf-8") + _PRINT
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{style}</style>'
    page = f'<!doctype html><html lang="en"><head>{head}</head><body>{_HREF.sub("", "".join(body))}</body></html>\n'
    return page.encode("utf-8")
