"""Finds what stands in quotation marks, over sentences and paragraphs.

Curly, low, straight and angular marks are read; single marks only where they cannot be apostrophes. A
quotation that is opened and not closed runs to its paragraph's end, and goes on in the next paragraph
where that opens with a mark again (the usage of newspapers).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from core.model import Document, Kind, Span

_MARK = re.compile(r"[“”„«»\"]|(?<![\w‘'])[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_CLOSES = {"“": '”"', "„": '“”"', "«": "»", '"': '"”', "‘": "’", "'": "'’"}
_SINGLE = "‘'’"


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch in quotation marks: `span` with its marks, `inner` without; `continues` the one before it."""

    span: Span
    inner: Span
    paragraph: int
    closed: bool = True
    continues: bool = False


def find_quotations(doc: Document) -> tuple[Quotation, ...]:
    """The outermost quotations of `doc`, ordered and disjoint; none in headings and promo."""
    found: list[Quotation] = []
    for number, group in groupby(doc.sentences, key=lambda s: s.paragraph):
        members = list(group)
        if members[0].kind in (Kind.HEADING, Kind.PROMO):
            continue
        block = Span(members[0].span.start, members[-1].span.end)
        for quotation in _in_paragraph(doc.text, block, number):
            before = found[-1] if found else None
            carried = (
                before is not None
                and not before.closed
                and before.paragraph == number - 1
                and quotation.span.start == block.start
            )
            found.append(
                Quotation(quotation.span, quotation.inner, number, quotation.closed, continues=carried)
                if carried
                else quotation
            )
    return tuple(found)


def _in_paragraph(text: str, block: Span, number: int) -> Iterator[Quotation]:
    opened: int | None = None
    for m in _MARK.finditer(text, block.start, block.end):
        mark = m.group()
        if opened is None:
            opened = m.start() if _opens(text, m.start(), mark, block.end) else None
        elif mark in _CLOSES[text[opened]]:
            if m.start() > opened + 1:
                yield Quotation(Span(opened, m.end()), Span(opened + 1, m.start()), number)
            opened = None
        elif text[opened] in _SINGLE and _opens(text, m.start(), mark, block.end):
            opened = m.start()
    if opened is not None and text[opened] not in _SINGLE:
        yield Quotation(Span(opened, block.end), Span(opened + 1, block.end), number, closed=False)


def _opens(text: str, at: int, mark: str, end: int) -> bool:
    if mark not in _CLOSES or at + 1 >= end or text[at + 1].isspace():
        return False
    if mark in "‘'":
        return _single_closes(text, at, end)
    return mark != '"' or at == 0 or not text[at - 1].isalnum()


def _single_closes(text: str, at: int, end: int) -> bool:
    closing = re.compile(r"(?<=[\w.,!?…])[’'](?!\w)")
    return closing.search(text, at + 1, end) is not None
