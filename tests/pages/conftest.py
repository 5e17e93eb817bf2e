"""Runs the pages' router without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROUTER = Path(__file__).parents[2] / "pages" / "router.py"


@pytest.fixture
def app():
    return AppTest.from_file(str(ROUTER), default_timeout=60)
