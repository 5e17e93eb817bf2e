"""Every error that the library raises on purpose: one root, a branch for each cause."""

from __future__ import annotations

import unicodedata

_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # controls, marks of direction, half characters, line ends
_LONGEST = 300  # characters


def plain(text: str) -> str:
    """`text` on one line and safe for a terminal: what would move the cursor or turn the line is spelled out.

    A text of more than 300 characters is cut in its middle.
    """
    spelled = "".join(ascii(c)[1:-1] if unicodedata.category(c) in _UNSAFE else c for c in text[: 2 * _LONGEST])
    if len(text) > 2 * _LONGEST or len(spelled) > _LONGEST:
        return f"{spelled[: _LONGEST // 2]} … {plain(text[-_LONGEST // 4 :])}"
    return spelled


class VariorumError(Exception):
    """The root of all errors of this project; its text says what was wrong, where, and what would be right."""


class ReadingError(VariorumError):
    """An input that cannot be read as an article.

    Args:
        name: The file (or pasted text) that is at fault, as the user named it; kept as `plain` shows it.
        problem: What is wrong with it, likewise.
        remedy: What would be right.
    """

    def __init__(self, name: str, problem: str, remedy: str) -> None:
        self.name = plain(name)
        self.problem = plain(problem)
        self.remedy = remedy
        super().__init__(f"{self.name}: {self.problem}; {remedy}")


class MissingInputError(ReadingError):
    """A path that does not exist or cannot be opened."""


class UndecodableError(ReadingError):
    """Bytes that are not text in UTF-8 (or in the encoding that the file declares)."""


class EmptyArticleError(ReadingError):
    """A file or record without any text."""


class TooLargeError(ReadingError):
    """A file over the size limit."""


class ImpossibleDateError(ReadingError):
    """A publication date that does not exist in the calendar."""


class FormatError(ReadingError):
    """A file whose form is not one of those accepted, or is broken."""


class SchemaError(VariorumError):
    """A table that does not have the columns, types or values that its schema promises."""


class LexiconError(VariorumError):
    """A lexicon file with a row that cannot be used; the message names file and row."""


class UsageError(VariorumError):
    """A call of the command line, or of a view, with arguments that make no sense together."""
