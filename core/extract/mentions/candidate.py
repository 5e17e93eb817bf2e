"""A stretch of a sentence that may be a name, with what speaks for it."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.lexicon.known_actors import KnownName
from core.model import Form


@dataclass(slots=True)
class Candidate:
    """Tokens `start` to `end` of a sentence that may be a name, `head` to `head_end` being the name proper.

    `label` is set where the words themselves decide (“opening”: a capital that may come from the sentence's head
    alone, which only another mention of the name can save); otherwise `evidence` holds (feature, strength, detail)
    until the article's evidence is weighed. `kind`, `key` and `form` are as in `Mention`.
    """

    start: int
    end: int
    head: int
    head_end: int = 0
    label: str = ""
    why: str = ""
    kind: str = ""
    key: str = ""
    form: Form = Form.NAME
    known: KnownName | None = None
    evidence: list[tuple[str, float, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.head_end = self.head_end or self.end
