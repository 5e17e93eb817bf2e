"""The same event, told twice: which statements tell of one happening, how they differ, and which only repeat others."""

from core.compare.comparison import compare

__all__ = ["compare"]
