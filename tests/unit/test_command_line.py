import json
import subprocess
import sys
from pathlib import Path

import pytest

from core.schema import TABLES

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments):
    command = [sys.executable, "-m", "core", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


def test_events_are_printed_with_exactly_the_columns_of_the_contract():
    done = run("seeds", "--format", "jsonl")
    assert done.returncode == 0
    assert done.stderr == ""
    for line in done.stdout.splitlines():
        assert list(json.loads(line)) == [c.name for c in TABLES["events"]]


def test_a_bad_input_is_one_line_and_the_rest_goes_on(tmp_path):
    (tmp_path / "good.txt").write_text("date 2021-08-20 Rebels captured the town.")
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfa")
    done = run(tmp_path, "--table", "timexes", "--format", "csv")
    assert done.returncode == 2
    assert done.stdout.startswith("article_id,")
    (line,) = done.stderr.splitlines()
    assert "bad.txt" in line
    assert "UTF-8" in line


def test_out_writes_a_file_and_nothing_else(tmp_path):
    out = tmp_path / "events.parquet"
    done = run("seeds", "--format", "parquet", "--out", out)
    assert (done.returncode, done.stdout) == (0, "")
    assert out.read_bytes()[:4] == b"PAR1"


def test_an_unwritable_out_is_said(tmp_path):
    done = run("seeds", "--out", tmp_path / "no" / "x.csv")
    assert done.returncode == 2
    assert "cannot be written" in done.stderr


@pytest.mark.parametrize("table", TABLES)
def test_the_schema_says_each_column(table):
    done = run("--schema", "--table", table)
    assert done.returncode == 0
    assert all(c.name in done.stdout for c in TABLES[table])


def test_no_input_is_said():
    done = run()
    assert done.returncode == 2
    assert "name at least one" in done.stderr
