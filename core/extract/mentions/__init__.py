"""Finds every mention of an actor or a place: names first as candidates, then decided by the evidence around them."""

from core.extract.mentions.find import find_mentions

__all__ = ["find_mentions"]
