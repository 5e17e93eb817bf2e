"""The command line: `python -m core INPUT... [--table T] [--format csv|jsonl|json|parquet] [--out FILE]`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from tqdm import tqdm

from core.errors import VariorumError
from core.export import FORMATS, export
from core.frame import table
from core.pipeline import analyse
from core.schema import TABLES, describe
from core.text.read import read_articles

OK, BAD_INPUT = 0, 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m core",
        description="Reads news reports and prints the events in them, or another of the tables, compared.",
    )
    parser.add_argument("inputs", nargs="*", metavar="INPUT", help="files or folders of articles")
    parser.add_argument("--table", choices=TABLES, default="events", help="which table (default: events)")
    parser.add_argument("--format", choices=FORMATS, default="csv", dest="form", help="which form (default: csv)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where to write it (default: standard output)")
    parser.add_argument("--schema", action="store_true", help="print the columns of the table with their meaning")
    return parser


def _say(message: str) -> None:
    print(f"variorum: {message}", file=sys.stderr)


def _write(data: bytes, out: Path | None) -> int:
    try:
        if out is None:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        else:
            out.write_bytes(data)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        _say(f"{out}: cannot be written ({error.strerror}); name a file in a folder that exists")
        return BAD_INPUT
    return OK


def main(argv: list[str] | None = None) -> int:
    """Runs the command line on `argv` and returns the exit status: 0, or 2 where an input was bad."""
    parser = _parser()
    args = parser.parse_args(argv)
    if args.schema:
        print(describe(args.table))
        return OK
    if not args.inputs:
        parser.error("name at least one file or folder of articles")
    reading = read_articles(args.inputs)
    for error in reading.errors:
        _say(f"skipped {error}")
    for note in reading.notes:
        _say(note)
    try:
        with tqdm(total=len(reading.articles), unit="article", disable=None, leave=False) as bar:
            analysis = analyse(reading.articles, progress=lambda _: bar.update())
        data = export(args.table, table(analysis, args.table), args.form)
    except VariorumError as error:
        _say(str(error))
        return BAD_INPUT
    status = _write(data, args.out)
    return BAD_INPUT if reading.errors else status


if __name__ == "__main__":
    sys.exit(main())
