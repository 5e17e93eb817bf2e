"""Bytes to text: the encodings that are accepted, and nothing changed but the newlines."""

from __future__ import annotations

import codecs
import re

from core.errors import UndecodableError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([A-Za-z0-9_.:-]{2,30})""")
_NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"})
_NEWLINES = re.compile(r"\r\n?")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def normalise(text: str) -> str:
    r"""`text` with every newline as ``\n`` and nothing else changed."""
    return _NEWLINES.sub("\n", text)


def decode(name: str, data: bytes, *, declared: bool = False) -> str:
    """The text of `data`: by its byte order mark, its declared encoding (`declared`, for HTML), or UTF-8.

    Raises:
        UndecodableError: The bytes are no text in that encoding, or hold a NUL, as pictures and archives do.
    """
    encoding = next((e for mark, e in _MARKS if data.startswith(mark)), None)
    if encoding is None and declared and (m := _DECLARED.search(data[:2048])):
        encoding = m.group(1).decode("ascii")
    try:
        known = not encoding or codecs.lookup(encoding).name.replace("_", "-") not in _NO_CHARSETS
        text = data.decode((encoding or "utf-8") if known else "unknown")
    except UnicodeError as error:
        where = f"byte {error.start}" if isinstance(error, UnicodeDecodeError) else "the file"
        raise UndecodableError(name, f"{where} is no {encoding or 'UTF-8'} text", "save the file as UTF-8") from error
    except LookupError as error:
        raise UndecodableError(name, f"declares the unknown encoding {encoding!r}", "save the file as UTF-8") from error
    return checked(name, normalise(text))


def checked(name: str, text: str) -> str:
    """`text` itself, where it can be shown and saved.

    Raises:
        UndecodableError: It holds a NUL or half a surrogate pair.
    """
    if "\x00" in text:
        raise UndecodableError(name, "holds a NUL character, as pictures and archives do", "give a text file, in UTF-8")
    if m := _SURROGATES.search(text):
        raise UndecodableError(name, f"holds half a character at {m.start()}", "save the file as UTF-8")
    return text
