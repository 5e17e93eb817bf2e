"""What every benchmark adaptor shares: reading JSON lines, writing predictions, making an article of a text."""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from core.model import Article

Row = dict[str, Any]


def read_rows(path: str | Path) -> Iterator[Row]:
    """The objects of a JSON-lines file, one a line."""
    with Path(path).open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def write_rows(path: str | Path, rows: Iterable[Row]) -> int:
    """Writes `rows` as JSON lines and returns how many there were."""
    count = 0
    with Path(path).open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    return count


def article(name: str, text: str, published: str | None = None) -> Article:
    """An article of a benchmark's text, published on the ISO day given, if any."""
    return Article(id=name, text=text, published=date.fromisoformat(published) if published else None, name=name)


def main(predict: Callable[[Path], Iterable[Row]], doc: str | None) -> None:
    """Runs an adaptor: `python -m tests.benchmarks.NAME GOLD PREDICTIONS`."""
    parser = argparse.ArgumentParser(description=doc)
    parser.add_argument("gold", type=Path, help="the benchmark's file; only its texts and their metadata are read")
    parser.add_argument("predictions", type=Path, help="where the scorer's input is written")
    args = parser.parse_args()
    print(f"{write_rows(args.predictions, predict(args.gold))} rows written to {args.predictions}")
