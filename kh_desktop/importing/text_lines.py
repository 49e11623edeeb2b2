"""A text as physical lines, each with what stands around it: empty lines, the page, whether the line went on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

_PAGE_NUMBER = re.compile(r"(?:[Tt]rang\s+)?[-–]?\s*(\d{1,4})\s*[-–]?(?:\s*/\s*\d{1,4})?")
# So many lines without even a blank stand where a program put one page behind the other.
_TURNING = 3
# Longer lines are whole paragraphs.
_WIDEST = 160


@dataclass(frozen=True, slots=True)
class Line:
    """One line that has text. ``raw`` keeps its inner blanks and tabs; ``gap`` empty lines stand before it; ``goes_on``: a blank at its
    end, which many programs leave where a line was wrapped; ``turns``: the first line of a page."""

    text: str
    raw: str
    gap: int = 0
    goes_on: bool = False
    page: int = 0
    turns: bool = False

    @property
    def indent(self) -> int:
        """How many blanks stand before the text."""
        return len(self.raw) - len(self.raw.lstrip())


def split_lines(text: str) -> list[Line]:
    """The lines of ``text`` that are not empty. Pages are counted where the text has form feeds."""
    return list(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    page = 1 if "\f" in text else 0
    gap, empty, turns = 0, 0, False
    for physical in text.split("\n"):
        pieces = physical.split("\f") if "\f" in physical else (physical,)
        for at, raw in enumerate(pieces):
            if at:
                page, turns = page + 1, True
            inner = raw.strip()
            if not inner:
                gap += not at
                empty = 0 if raw else empty + 1
                continue
            turns = turns or (not page and empty >= _TURNING)
            yield Line(" ".join(inner.split()), raw.rstrip(), gap, raw != raw.rstrip(), page, turns)
            gap, empty, turns = 0, 0, False


def without_page_numbers(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """``lines`` without the numbers at the top or bottom of pages, and how many there were. Only where the text shows its pages."""
    if not lines or not lines[-1].page:
        return list(lines), 0
    kept: list[Line] = []
    lines = list(lines)
    for at, line in enumerate(lines):
        first = at == 0 or lines[at - 1].page != line.page
        last = at + 1 == len(lines) or lines[at + 1].page != line.page
        if not _is_page_number(line, first=first, last=last):
            kept.append(line)
        elif line.turns and at + 1 < len(lines) and lines[at + 1].page == line.page:
            lines[at + 1] = replace(lines[at + 1], turns=True)
    return kept, len(lines) - len(kept)


def _is_page_number(line: Line, *, first: bool, last: bool) -> bool:
    """At the top the number of the page; at the bottom also a smaller one, where an appendix has its own. (A row's number never ends a
    page: its text follows.)"""
    found = _PAGE_NUMBER.fullmatch(line.text) if first or last else None
    return found is not None and (int(found.group(1)) == line.page or (last and int(found.group(1)) <= line.page))


def usual_gap(lines: Sequence[Line]) -> int:
    """How many empty lines stand between two lines of one paragraph: 0, or 1 where a program put one after every line."""
    joined = [line.gap for before, line in zip(lines, lines[1:], strict=False) if line.text[0].islower() and before.text[-1].isalnum()]
    counts = joined or [line.gap for line in lines[1:]]
    if not counts:
        return 0
    return 1 if sum(gap == 1 for gap in counts) > sum(gap == 0 for gap in counts) else 0


def usual_width(lines: Sequence[Line]) -> int:
    """About how many letters a full line has; 0 when lines are not wrapped."""
    lengths = sorted(len(line.text) for line in lines)
    if not lengths:
        return 0
    # A few longer lines (a wide title, an address) do not count.
    width = lengths[min(int(len(lengths) * 0.97), len(lengths) - 1)]
    return width if 40 <= width <= _WIDEST else 0
