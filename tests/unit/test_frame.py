import pandas as pd
import pytest

from core.errors import SchemaError
from core.export import defused, export, records
from core.frame import frame, tables, validate
from core.model import Article
from core.pipeline import analyse
from core.schema import TABLES, describe

DISCREPANCY = {
    "discrepancy_id": "d",
    "cluster_id": "c",
    "kind": "count",
    "summary": "=60 or 61",
    "readings": [{"article_id": "a", "start": 0, "end": 2, "text": "60", "value": "60"}],
}


def test_no_articles_give_eight_empty_tables_with_their_columns():
    found = tables(analyse([]))
    assert set(found) == set(TABLES)
    assert all(list(df.columns) == [c.name for c in TABLES[name]] and df.empty for name, df in found.items())


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("Fifty-three soldiers and one civilian were killed in the attack on Friday.", 54, 54),
        ("At least 40 people, including 12 civilians, were killed in the attack.", 40, None),
        ("At least 40 soldiers and two civilians were killed in the attack.", 42, None),
        ("Dozens of soldiers were killed in the attack.", None, None),
    ],
)
def test_those_harmed_side_by_side_are_added_and_parts_are_not(sentence, low, high):
    (row,) = tables(analyse([Article("a", sentence)]))["events"].query("event_type == 'ASSAULT'").to_dict("records")
    assert [None if pd.isna(row[k]) else row[k] for k in ("killed_low", "killed_high")] == [low, high]


@pytest.mark.parametrize("name", TABLES)
def test_every_column_has_a_meaning(name):
    assert all(c.meaning for c in TABLES[name])
    assert len(describe(name).splitlines()) == len(TABLES[name]) + 1


def test_a_missing_column_and_a_forbidden_gap_are_refused():
    df = frame("discrepancies", [DISCREPANCY])
    with pytest.raises(SchemaError, match="columns"):
        validate("discrepancies", df.drop(columns="kind"))
    with pytest.raises(SchemaError, match="summary"):
        validate("discrepancies", df.assign(summary=pd.array([pd.NA], dtype="string")))


def test_every_form_holds_the_same_cells(tmp_path):
    df = frame("discrepancies", [DISCREPANCY])
    path = tmp_path / "d.parquet"
    path.write_bytes(export("discrepancies", df, "parquet"))
    back = pd.read_parquet(path)
    assert back["readings"][0][0]["text"] == "60"
    assert list(records("discrepancies", df)) == [DISCREPANCY]
    assert export("discrepancies", df, "jsonl").count(b"\n") == 1
    assert b"'=60 or 61" in export("discrepancies", df, "csv")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1"])
def test_cells_that_begin_like_formulas_are_defused(text):
    assert defused(text) == f"'{text}"
    assert defused(f"a{text}") == f"a{text}"
