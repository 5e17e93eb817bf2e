"""An invented story: its articles, its gold reading, and what the tables say of it, on the same offsets.

Gold and tables count code points of the files as they stand, so an article's text has to be its file's.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from core.export import records
from core.frame import table
from core.model import Analysis
from core.pipeline import analyse
from core.text.read import read_articles
from tests.benchmarks.common import Row

_BEGINS = {"events": "trigger_start", "claims": "start"}
_ARTICLES = frozenset(("the", "a", "an"))
_WORD = re.compile(r"\w+(?:[’'.]\w+)*[’']?")
_POSSESSIVE = re.compile(r"['’]s?$")
_UNMARKED = str.maketrans("ıøł", "iol")  # letters whose stroke or missing dot is no mark of its own


@dataclass(frozen=True)
class Story:
    """One folder; every row of `tables` has beside its columns the `letter` that gold calls its article by."""

    name: str
    gold: Row
    texts: dict[str, str]
    tables: dict[str, list[Row]]


def read_gold(folder: Path) -> tuple[Row, dict[str, str]]:
    """The gold reading of a story and its texts by their letters."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    return gold, {letter: (folder / name).read_text("utf-8") for letter, name in gold["articles"].items()}


def _placed(analysis: Analysis, name: str, letters: dict[str, str]) -> Iterator[Row]:
    """The rows of a table about one article each; those of events and claims in front matter are left out."""
    headers = {d.article.id: d.article.header.end for d in analysis.documents}
    for row in records(name, table(analysis, name)):
        if name not in _BEGINS or row[_BEGINS[name]] >= headers[row["article_id"]]:
            yield {**row, "letter": letters[row["article_id"]]}


def _differences(analysis: Analysis, letters: dict[str, str]) -> Iterator[Row]:
    for row in records("discrepancies", table(analysis, "discrepancies")):
        yield {**row, "readings": [{**r, "letter": letters[r["article_id"]]} for r in row["readings"]]}


def read_story(folder: Path) -> Story:
    """Analyses the articles of a story together.

    Raises:
        ReadingError: An article cannot be read.
        ValueError: An article's text is not its file's.
    """
    gold, texts = read_gold(folder)
    by_name = {name: letter for letter, name in gold["articles"].items()}
    reading = read_articles([folder / name for name in by_name])
    for error in reading.errors:
        raise error
    letters = {a.id: by_name[a.name] for a in reading.articles}
    if {letters[a.id]: a.text for a in reading.articles} != texts:
        raise ValueError(f"{folder.name}: an article's text is not its file's")
    analysis = analyse(reading.articles)
    tables = {name: list(_placed(analysis, name, letters)) for name in ("events", "claims", "actors")}
    return Story(folder.name, gold, texts, {**tables, "discrepancies": list(_differences(analysis, letters))})


def words(name: str) -> frozenset[str]:
    """The words of a name, without case, accents, articles and possessive endings."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    found = (_POSSESSIVE.sub("", word) for word in _WORD.findall(plain.lower().translate(_UNMARKED)))
    return frozenset(word for word in found if word) - _ARTICLES


def match(one: str, other: str) -> bool:
    """Whether one of two names has all the words of the other."""
    a, b = words(one), words(other)
    return bool(a and b) and (a <= b or b <= a)


def overlap(row: Row, other: Row) -> bool:
    """Whether two spans, `start` to `end`, have a code point in common."""
    return min(row["end"], other["end"]) > max(row["start"], other["start"])
