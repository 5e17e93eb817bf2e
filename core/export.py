"""Tables as files: CSV, JSON lines, JSON and Parquet, the same cells in each."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import pandas as pd

from core.schema import COUNT, DAY, FLAG, NUMBER, READINGS, TABLES, TEXT, WORDS, Column

FORMATS = ("csv", "jsonl", "json", "parquet")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _cell(column: Column, value: Any) -> Any:
    """The value as JSON has it: null for nothing, a list for a list."""
    if column.type in {WORDS, READINGS}:
        return list(value)
    if pd.isna(value):
        return None
    plain = {COUNT: int, NUMBER: float, FLAG: bool, DAY: str, TEXT: str}
    return plain[column.type](value)


def records(name: str, df: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """The rows of table `name` as plain objects, ready for JSON."""
    columns = TABLES[name]
    for row in zip(*(df[c.name] for c in columns), strict=True):
        yield {c.name: _cell(c, value) for c, value in zip(columns, row, strict=True)}


def defused(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula (a leading apostrophe where it begins like one)."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _csv_cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return defused(";".join(v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return defused(value) if isinstance(value, str) else str(value)


def _csv(name: str, df: pd.DataFrame) -> bytes:
    out = pd.DataFrame(
        [[_csv_cell(v) for v in row.values()] for row in records(name, df)], columns=[c.name for c in TABLES[name]]
    )
    return out.to_csv(index=False, lineterminator="\n").encode("utf-8")


def _parquet(name: str, df: pd.DataFrame) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    span = pa.struct([("article_id", pa.string()), ("start", pa.int64()), ("end", pa.int64())])
    reading = pa.struct([*span, pa.field("text", pa.string()), pa.field("value", pa.string())])
    types = {
        COUNT: pa.int64(),
        NUMBER: pa.float64(),
        FLAG: pa.bool_(),
        DAY: pa.string(),
        TEXT: pa.string(),
        WORDS: pa.list_(pa.string()),
        READINGS: pa.list_(reading),
    }
    fields = [pa.field(c.name, types[c.type], metadata={"description": c.meaning}) for c in TABLES[name]]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(records(name, df)), schema=pa.schema(fields)), out)
    return out.getvalue()


def export(name: str, df: pd.DataFrame, form: str) -> bytes:
    """Table `name` as the bytes of a file.

    Args:
        name: One of `core.schema.TABLES`.
        df: The table, as `core.frame.table` gives it (rows may have been left out).
        form: One of `FORMATS`. Lists are arrays, but joined by semicolons in csv, where a cell that begins
            like a formula is defused.

    Raises:
        KeyError: There is no such table or form.
    """
    if form == "csv":
        return _csv(name, df)
    if form == "parquet":
        return _parquet(name, df)
    if form == "jsonl":
        return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records(name, df)).encode("utf-8")
    if form == "json":
        return (json.dumps(list(records(name, df)), ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    raise KeyError(form)
