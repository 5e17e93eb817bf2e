"""The local and the hosted configuration: every option exists, and the costly collection after each run is off."""

import tomllib
from pathlib import Path

import pytest
from streamlit import config

ROOT = Path(__file__).parents[2]
FILES = [ROOT / ".streamlit" / "config.toml", ROOT / "docs" / "hosted.toml"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_streamlit_knows_every_option(file):
    given = tomllib.loads(file.read_text(encoding="utf-8"))
    for section in ("server", "browser", "client", "runner"):
        assert set(given[section]) <= set(config.get_options_for_section(section))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_full_collection_follows_a_run(file):
    assert tomllib.loads(file.read_text(encoding="utf-8"))["runner"]["postScriptGC"] is False
