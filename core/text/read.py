"""Files to articles: every accepted form, every bad input a clear error, and nothing else lost.

The verb is `read_articles`; `read_bytes` does the same for an upload or a pasted text.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from core.errors import EmptyArticleError, FormatError, MissingInputError, ReadingError, TooLargeError, plain
from core.model import Article, Span, stable_id
from core.text.decode import checked, decode, normalise
from core.text.formats import FORMS, Record, form_of, read_html
from core.text.published import find_dateline, parse_published, seed_header

MAX_BYTES = 5_000_000
MAX_ZIP_BYTES = 50_000_000
MAX_ZIP_FILES = 5_000
_WORD = re.compile(r"\w")
_NOT_ARTICLES = re.compile(r"(?:readme|license|changelog|copying)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a set of inputs: the articles in the order given, an error for each that failed, and notes."""

    articles: tuple[Article, ...] = ()
    errors: tuple[ReadingError, ...] = ()
    notes: tuple[str, ...] = ()


def _slug(name: str) -> str:
    return re.sub(r"[^\w.-]+", "-", name).strip("-.")[:40] or "article"


def article_id(name: str, text: str) -> str:
    """An id that says the file's (or the record's own) name and depends on nothing but name and text."""
    return f"{_slug(name)}-{stable_id(text)[:6]}"


def _article(record: Record) -> Article:
    text = checked(record.name, normalise(record.text))
    if not _WORD.search(text, record.header.end):
        raise EmptyArticleError(record.name, "has no text", "give an article's text")
    published = parse_published(record.name, record.published)
    day, header, dateline = seed_header(record.name, text[record.header.end :])
    header = Span(0, record.header.end + header.end)
    if dateline:
        dateline = Span(dateline.start + record.header.end, dateline.end + record.header.end)
    if not _WORD.search(text, header.end):
        raise EmptyArticleError(record.name, "has a date but no text", "give an article's text")
    notes = list(record.notes)
    if dateline is None:
        dateline, in_dateline = find_dateline(text, header.end)
        if published is None and day is None and in_dateline is not None:
            day = in_dateline
            notes.append(f"published {day.isoformat()} by its dateline")
    published = published or day
    if published is None:
        notes.append("no publication date: relative dates stay unresolved")
    return Article(
        id=article_id(record.id or PurePath(record.name.partition(",")[0]).stem, text),
        text=text,
        published=published,
        source=record.source,
        title=record.title,
        url=record.url,
        name=plain(record.name),
        header=header,
        dateline=dateline,
        notes=tuple(notes),
    )


def _records(name: str, data: bytes) -> Iterator[Record | ReadingError]:
    if len(data) > MAX_BYTES:
        raise TooLargeError(name, f"has {len(data):,} bytes", f"give files of at most {MAX_BYTES:,} bytes")
    form = form_of(name)
    if not data.strip():
        raise EmptyArticleError(name, "is empty", "give an article's text")
    yield from form(name, decode(name, data, declared=form is read_html))


def _each(name: str, data: bytes) -> Iterator[Article | ReadingError]:
    try:
        for record in _records(name, data):
            if isinstance(record, ReadingError):
                yield record
                continue
            try:
                yield _article(record)
            except ReadingError as error:
                yield error
    except ReadingError as error:
        yield error


def _wanted(path: str) -> bool:
    inside = PurePath(path).name
    return not (inside.startswith(".") or _NOT_ARTICLES.match(inside) or path.startswith("__MACOSX"))


def _members(name: str, data: bytes) -> Iterator[tuple[str, bytes] | ReadingError]:
    """The files inside a zip archive, each read no further than the limit."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = [i for i in archive.infolist() if not i.is_dir()]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        yield FormatError(name, f"is no readable zip archive ({error})", "pack the articles again")
        return
    if len(infos) > MAX_ZIP_FILES:
        yield TooLargeError(name, f"holds {len(infos):,} files", f"give at most {MAX_ZIP_FILES:,} at once")
        return
    total = 0
    wanted = [i for i in infos if _wanted(i.filename)]
    if not wanted:
        yield EmptyArticleError(name, "holds no file that can be an article", "pack some articles into it")
    for info in wanted:
        inside = info.filename.lstrip("/")
        try:
            with archive.open(info) as member:
                content = member.read(MAX_BYTES + 1)
        except (zipfile.BadZipFile, ValueError, OSError, RuntimeError, NotImplementedError, EOFError) as error:
            yield FormatError(f"{name}/{inside}", f"cannot be unpacked ({error})", "pack it again, without a password")
            continue
        except Exception as error:  # noqa: BLE001 - zlib, lzma and bz2 each raise their own on broken data
            yield FormatError(f"{name}/{inside}", f"cannot be unpacked ({error})", "pack it again")
            continue
        total += len(content)
        if total > MAX_ZIP_BYTES:
            yield TooLargeError(name, "unpacks to too much", f"give at most {MAX_ZIP_BYTES:,} bytes at once")
            return
        yield f"{name}/{inside}", content


def read_each(name: str, data: bytes) -> Iterator[Article | ReadingError]:
    """The articles, or the errors, of one file's bytes; `name` tells its form."""
    if PurePath(name).suffix.lower() != ".zip":
        yield from _each(name, data)
        return
    for member in _members(name, data):
        if isinstance(member, ReadingError):
            yield member
        else:
            yield from _each(*member)


def collect(found: Iterable[Article | ReadingError]) -> Reading:
    """Gathers articles and errors; a text that stands there twice under one name is kept once, with a note."""
    articles: dict[str, Article] = {}
    errors: list[ReadingError] = []
    notes: list[str] = []
    for item in found:
        if isinstance(item, ReadingError):
            errors.append(item)
        elif item.id not in articles:
            articles[item.id] = item
        else:
            notes.append(f"{item.name}: the same text as {articles[item.id].name}, read once")
    return Reading(tuple(articles.values()), tuple(errors), tuple(notes))


def read_bytes(name: str, data: bytes) -> Reading:
    """Reads one upload: `name` tells its form (.txt, .md, .html, .json, .jsonl, .csv, .zip, …). Raises nothing."""
    return collect(read_each(name, data))


def _files(path: Path) -> Iterator[Path]:
    if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises on a name that no file can have
        yield path
        return
    for inside in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in inside.relative_to(path).parts)
        accepted = inside.suffix.lower() in FORMS or inside.suffix.lower() == ".zip"
        if accepted and inside.is_file() and not hidden and not _NOT_ARTICLES.match(inside.name):
            yield inside


def _read_path(path: Path, name: str) -> Iterator[Article | ReadingError]:
    try:
        with path.open("rb") as file:
            limit = MAX_ZIP_BYTES if path.suffix.lower() == ".zip" else MAX_BYTES
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield MissingInputError(str(path), f"cannot be opened ({reason.lower()})", "name a file or a folder")
        return
    yield from read_each(name, data)


def read_articles(paths: Iterable[str | Path]) -> Reading:
    """Reads files, and folders of files (sorted by name, README and LICENSE left out). Raises nothing.

    Args:
        paths: Files of the accepted forms, or folders that hold some.

    Returns:
        The articles in order, and one error for each input, record or archive member that failed.
    """

    def each() -> Iterator[Article | ReadingError]:
        for given in paths:
            path = Path(given)
            inside = list(_files(path))
            if not inside:
                yield MissingInputError(str(path), "holds no file of an accepted form", "name a folder with articles")
            for file in inside:
                yield from _read_path(file, file.name if file == path else str(file.relative_to(path)))

    return collect(each())
