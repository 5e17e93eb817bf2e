"""How reports of one happening differ: one module a kind, each a function from a `Scene` to discrepancies."""

from core.compare.discrepancies.find import find_discrepancies

__all__ = ["find_discrepancies"]
