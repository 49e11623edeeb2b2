"""The lines of a row whose columns are lost, cut where a cell might begin in the middle of one; and what is known of the whole table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kh_desktop.importing.text_flat_rows import Part
from kh_desktop.importing.text_flat_words import begins_product, begins_time, begins_unit, is_acronym

BULLETS = frozenset("-–+•*●○▪")


@dataclass(slots=True)
class Habits:
    """What is known of a table: how often empty lines stand between cells (0 to 1) and inside them, how wide its columns are (by layout
    and column; 0 unknown), which texts its columns had before."""

    between: float = 0.5
    inside: float = 0.05
    widths: dict[tuple[int, int], int] = field(default_factory=dict)
    texts: list[dict[str, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stay together. ``begins_line``, ``gap``: empty lines before it, more than usual; ``turns``: a page turns before it."""

    text: str
    line: int
    begins_line: bool
    gap: bool = False
    turns: bool = False


def pieces_of(part: Part, usual_gap: int) -> list[Piece]:
    """The lines of a row, cut where a cell might begin in the middle of one."""
    pieces: list[Piece] = []
    late = False
    for at, line in enumerate(part.lines):
        late = late or at in part.breaks
        words = line.text.split()
        start = 0
        for cut in range(1, len(words) + 1):
            if cut < len(words) and not _may_begin(words, cut, late=late):
                continue
            first = start == 0
            turns = first and (at in part.breaks or (line.turns and at > 0))
            pieces.append(Piece(" ".join(words[start:cut]), at, first, first and at > 0 and line.gap > usual_gap, turns))
            start = cut
    return pieces


def _may_begin(words: Sequence[str], at: int, *, late: bool) -> bool:
    """Whether a cell might begin with a word inside a line. ``late``: behind a page's end, where each cell goes on anywhere."""
    word, before = words[at], words[at - 1]
    if before in BULLETS or before.endswith(("-", "/", "(", "“")):
        return False
    rest = " ".join(words[at : at + 5])
    if word in BULLETS:
        return at + 1 < len(words) and words[at + 1][:1].isupper()
    if late and (before.endswith((".", ";", "…")) or begins_time(rest)):
        return True
    if not word[0].isupper():
        return False
    return begins_unit(rest) or begins_time(rest) or (not is_acronym(before) and (late or begins_product(rest)))
