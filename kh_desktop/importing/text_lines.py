"""A text as physical lines, each with what stands around it: empty lines, the page, whether the line went on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
    gap, turns = 0, False
    for physical in text.split("\n"):
        pieces = physical.split("\f") if "\f" in physical else (physical,)
        for at, raw in enumerate(pieces):
            if at:
                page, turns = page + 1, True
            inner = raw.strip()
            if not inner:
                gap += not at
                continue
            yield Line(" ".join(inner.split()), raw.rstrip(), gap, raw != raw.rstrip(), page, turns)
            gap, turns = 0, False


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
