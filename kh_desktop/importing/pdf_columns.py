"""Tables without lines: text that keeps to the same columns over several lines, with white between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kh_desktop.importing.blocks import Cell, Table
from kh_desktop.importing.pdf_flow import Line, paragraphs, usual_step
from kh_desktop.importing.pdf_ink import Word

# Less white than this (pt) between columns is no border; fewer lines are no table; so many columns there are at least.
_WHITE, _LINES, _COLUMNS = 4.0, 4, 3
# Words without a gap between them over more than this share of the text's width are no cell.
_WIDE = 0.45
# Steps between lines larger than this many times the usual one end the table, or a row.
_FAR, _ROW_GAP = 3.5, 1.35
_NUMBER = re.compile(r"(?:[0-9]{1,3}|[IVXLC]{1,6}|[a-zđA-Z])[.)/]?(?:[0-9]{1,3}\.?)*")

Gutter = tuple[float, float]


@dataclass(slots=True)
class _Run:
    """Lines that keep to columns; ``wide``: those that begin with a number in the first column and then run over the others."""

    gutters: list[Gutter]
    lines: list[Line] = field(default_factory=list)
    wide: set[int] = field(default_factory=set)

    def add(self, line: Line) -> bool:
        """Takes a line in when it leaves enough white."""
        if self.lines and line.base - self.lines[-1].base > _FAR * line.size:
            return False
        left = _white_left(self.gutters, line.words)
        if self._is_wide(line):
            self.wide.add(len(self.lines))
        elif len(left) >= _COLUMNS - 1 and _longest_stretch(line) < _WIDE * (line.right - line.left):
            self.gutters = left
        else:
            return False
        self.lines.append(line)
        return True

    def _is_wide(self, line: Line) -> bool:
        """Whether a line is a group row: a number in the first column, then text over several, or the next line of such a row."""
        words = line.words
        apart = len(words) > 1 and words[0].x1 < self.gutters[0][1] and words[1].x0 - words[0].x1 > _WHITE + 2
        numbered = apart and words[1].x0 > self.gutters[0][0] and _NUMBER.fullmatch(words[0].text)
        above = self.lines[-1] if len(self.lines) - 1 in self.wide else None
        goes_on = above is not None and words[0].bold and above.words[-1].bold and words[0].x0 > self.gutters[0][0]
        if not numbered:
            return goes_on
        covered = sum(words[1].x0 <= g0 and words[-1].x1 >= g1 for g0, g1 in self.gutters)
        gaps = [b.x0 - a.x1 for a, b in zip(words[1:], words[2:], strict=False)]
        return covered > (0 if words[1].bold else 1) and max(gaps, default=0.0) < max(_WHITE, 0.6 * line.size)

    def trim(self) -> None:
        """Gives back wide lines at the end: a heading follows the table."""
        while self.lines and len(self.lines) - 1 in self.wide:
            self.wide.discard(len(self.lines) - 1)
            self.lines.pop()

    def column(self, x: float) -> int:
        """The column of a word that begins at ``x``."""
        return sum(x >= (g0 + g1) / 2 for g0, g1 in self.gutters)


def aligned(lines: Sequence[Line]) -> list[Line | Table]:
    """``lines`` of one page, top down, with clear tables without lines as tables whose columns were guessed."""
    found: list[Line | Table] = []
    index = 0
    while index < len(lines):
        run = _run_at(lines, index)
        if run is None:
            found.append(lines[index])
            index += 1
        else:
            found.append(_table(run))
            index += len(run.lines)
    return found


def _run_at(lines: Sequence[Line], index: int) -> _Run | None:
    line = lines[index]
    least = max(_WHITE, 0.4 * line.size)
    gutters = [(a.x1, b.x0) for a, b in zip(line.words, line.words[1:], strict=False) if b.x0 - a.x1 >= least]
    if len(gutters) < _COLUMNS - 1:
        return None
    run = _Run(gutters)
    end = index
    while end < len(lines) and run.add(lines[end]):
        end += 1
    run.trim()
    full = [line for number, line in enumerate(run.lines) if number not in run.wide]
    used = [{run.column(w.x0) for w in line.words} for line in full]
    filled = sum(len(columns) >= _COLUMNS for columns in used)
    everywhere = all(sum(col in columns for columns in used) > 1 for col in range(len(run.gutters) + 1))
    return run if len(full) >= _LINES and filled >= 3 and everywhere else None


def _white_left(gutters: Sequence[Gutter], words: Sequence[Word]) -> list[Gutter]:
    """What a line's words leave of the white between columns; a word in the midst of it makes two of one."""
    left = []
    for g0, g1 in gutters:
        for word in words:
            if word.x1 <= g0 or word.x0 >= g1:
                continue
            if word.x0 - g0 >= _WHITE:
                left.append((g0, word.x0))
            g0 = max(g0, word.x1)
        if g1 - g0 >= _WHITE:
            left.append((g0, g1))
    return left


def _longest_stretch(line: Line) -> float:
    """The length of the longest part of a line without a gap that could be a column's border."""
    longest, start = 0.0, line.words[0].x0
    for a, b in zip(line.words, line.words[1:], strict=False):
        if b.x0 - a.x1 >= max(_WHITE, 0.45 * line.size):
            start = b.x0
        longest = max(longest, b.x1 - start)
    return longest


def _rows(run: _Run) -> list[list[int]]:
    """The numbers of the lines of each row: a row begins with text in the first column, or after a larger step."""
    step = usual_step(run.lines) or 1.3
    numbered = [run.column(line.words[0].x0) == 0 for line in run.lines]
    rows: list[list[int]] = []
    for index, line in enumerate(run.lines):
        gap = (line.base - run.lines[index - 1].base) / line.size if index else 99.0
        begun = not rows or any(numbered[i] for i in rows[-1])
        if not rows or index in run.wide or (numbered[index] and begun) or gap > _ROW_GAP * step and not sum(numbered):
            rows.append([index])
        else:
            rows[-1].append(index)
    return rows


def _table(run: _Run) -> Table:
    count = len(run.gutters) + 1
    first = run.lines[0]
    starts = [first.left, *((g0 + g1) / 2 for g0, g1 in run.gutters), first.right]
    cells: list[Cell] = []
    rows = _rows(run)
    for row, members in enumerate(rows):
        wide = members[0] in run.wide
        heaps: dict[int, list[Line]] = {}
        for index in members:
            line = run.lines[index]
            columns: dict[int, list[Word]] = {}
            for word in line.words:
                columns.setdefault(min(run.column(word.x0), 1) if wide else run.column(word.x0), []).append(word)
            for col, words in columns.items():
                heaps.setdefault(col, []).append(Line(words, starts[col], max(starts[col + 1], words[-1].x1), line.page))
        for col, lines in sorted(heaps.items()):
            furthest = max(line.x1 for line in lines)
            for line in lines:
                line.right = furthest
            cells.append(Cell(row, col, tuple(paragraphs(lines)), 1, count - 1 if wide and col else 1))
    return Table(tuple(cells), len(rows), count, ruled=False, guessed=True, page=first.page)
