"""The accepted forms of a file, each as a function from its text to records (a text with what is known of it)."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from core.errors import EmptyArticleError, FormatError, ReadingError
from core.model import Span

_FIELDS = {
    "id": ("id", "article_id"),
    "text": ("text", "body", "content", "article"),
    "published": ("published", "date", "publication_date", "publish_date", "pubdate", "dct"),
    "source": ("source", "publisher", "outlet", "sitename"),
    "title": ("title", "headline"),
    "url": ("url", "link"),
}
_FRONT = re.compile(r"---[ \t]*\n(?P<lines>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n+|$)", re.DOTALL)
_FRONT_LINE = re.compile(r"^(\w+)[ \t]*:[ \t]*(.+)$", re.MULTILINE)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_LONGEST_FIELD = 5_000_000


@dataclass(frozen=True, slots=True)
class Record:
    """One article's text as a file gave it, before its dates are read."""

    name: str
    text: str
    header: Span = Span(0, 0)
    published: object = None
    source: str | None = None
    title: str | None = None
    url: str | None = None
    id: str | None = None
    notes: tuple[str, ...] = field(default=())


Form = Callable[[str, str], Iterable[Record | ReadingError]]


def _fields(row: dict[Any, Any]) -> dict[str, Any]:
    lowered = {str(k).strip().lower(): v for k, v in row.items() if k is not None}
    return {
        name: next((lowered[k] for k in keys if lowered.get(k) not in (None, "")), None)
        for name, keys in _FIELDS.items()
    }


def _known(name: str, text: str, header: Span, values: dict[str, Any]) -> Record:
    word = {key: _word(values[key]) for key in ("source", "title", "url", "id")}
    return Record(name, text, header, values["published"], word["source"], word["title"], word["url"], word["id"])


def _word(value: object) -> str | None:
    """A field's value on one line, without control characters and half characters, which no table can hold."""
    return " ".join(_CONTROLS.sub(" ", str(value)).split()) or None if value is not None else None


def _record(name: str, row: object) -> Record | ReadingError:
    if not isinstance(row, dict):
        return FormatError(name, "is no record with named fields", "give each article as an object with a text field")
    values = _fields(row)
    text = values["text"]
    if not isinstance(text, str) or not text.strip():
        return EmptyArticleError(name, "has no text", f"fill one of the fields {', '.join(_FIELDS['text'])}")
    return _known(name, text, Span(0, 0), values)


def read_text(name: str, text: str) -> Iterator[Record | ReadingError]:
    """Plain text or Markdown, with or without front matter between lines of three dashes."""
    m = _FRONT.match(text)
    values = _fields({k: v.strip().strip("\"'") for k, v in _FRONT_LINE.findall(m["lines"])} if m else {})
    if m is None or not any(values.values()):
        yield Record(name, text)
    else:
        yield _known(name, text, Span(0, m.end()), values)


def read_html(name: str, text: str) -> Iterator[Record | ReadingError]:
    """A web page: its main text, and its metadata's title, site, address and day (never one guessed from the prose)."""
    import trafilatura

    if "<html" not in text.lower():
        text = f"<html><body>{text}</body></html>"
    try:
        page = trafilatura.bare_extraction(
            text,
            with_metadata=True,
            include_comments=False,
            favor_recall=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
        known = None if page is None or isinstance(page, dict) else page
        body = (known.text if known else None) or trafilatura.html2txt(text)
    except Exception as error:  # noqa: BLE001 - the parsers underneath raise errors of many kinds on broken pages
        yield FormatError(name, f"is no readable page ({error})", "save the article's own page, or its text")
        return
    if not body or not body.strip():
        yield EmptyArticleError(name, "the page has no readable text", "save the article's own page")
    elif known is None:
        yield Record(name, body)
    else:
        yield Record(name, body, published=known.date, source=known.sitename, title=known.title, url=known.url)


def read_json(name: str, text: str) -> Iterator[Record | ReadingError]:
    """One object, or a list of objects (also under a key such as “articles”), each an article."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield FormatError(name, f"is no JSON ({error})", "mend it, or save it as JSON lines")
        return
    if isinstance(data, dict) and _fields(data)["text"] is None:
        data = next((v for v in data.values() if isinstance(v, list)), data)
    if not isinstance(data, list):
        yield _record(name, data)
        return
    for number, row in enumerate(data, start=1):
        yield _record(f"{name}, item {number}", row)


def read_jsonl(name: str, text: str) -> Iterator[Record | ReadingError]:
    """One object a line, each an article; empty lines do not count."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{name}, line {number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield FormatError(where, f"is no JSON ({error})", "give one object a line")
            continue
        yield _record(where, row)


def read_csv(name: str, text: str) -> Iterator[Record | ReadingError]:
    """A table with a header line; commas, semicolons or tabs, whichever its header has most of."""
    header = text.lstrip("\n").split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    csv.field_size_limit(_LONGEST_FIELD)
    rows = csv.DictReader(io.StringIO(text.lstrip("\n"), newline=""), delimiter=delimiter)
    try:
        columns = {str(c).strip().lower() for c in rows.fieldnames or ()}
        if not columns & set(_FIELDS["text"]):
            yield FormatError(name, "has no text column", f"name one column {' or '.join(_FIELDS['text'])}")
            return
        for number, row in enumerate(rows, start=1):
            yield _record(f"{name}, row {number}", row)
    except csv.Error as error:
        yield FormatError(name, f"is no readable table ({error})", "save it as CSV in UTF-8")


FORMS: dict[str, Form] = {
    "": read_text,
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".markdown": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".json": read_json,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
    ".tsv": read_csv,
}


def form_of(name: str) -> Form:
    """The function that reads files named so.

    Raises:
        FormatError: The name ends like none of the accepted forms.
    """
    form = FORMS.get(PurePath(name).suffix.lower())
    if form is None:
        accepted = ", ".join(sorted(k for k in FORMS if k))
        raise FormatError(name, "is of no form that is read here", f"accepted are {accepted} and .zip of them")
    return form
