"""The version, as the project's own file states it."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from core.views.filters import Filters
from core.views.index import Index
from core.views.takeaway import Stamp


@cache
def version() -> str:
    """“0.1.0”."""
    project = Path(__file__).parent.parent / "pyproject.toml"
    return str(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"])


def stamp(index: Index, filters: Filters) -> Stamp:
    """What every file that leaves the dashboard says of itself."""
    return Stamp(version(), datetime.now(tz=UTC).date(), filters.describe(index))
