"""A block of cells as it was copied somewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.vitext import clean

MAX_ROWS = 10_000
# Letters in one cell: as many as one field of a plan file may have (json_reader).
MAX_CELL = 200_000
# Characters of a whole clipboard text.
MAX_TOTAL = 20_000_000
# Columns that are looked at; whole copied rows of a spreadsheet have 16,384.
MAX_COLUMNS = 64

# Marks that are not seen but spoil searching and printing: zero-width, writing direction, soft hyphen, byte order.
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffc]")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text (paragraphs separated by "\\n"), how many rows and columns it spans, whether all of its text is bold."""

    text: str = ""
    rowspan: int = 1
    colspan: int = 1
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of cells; a cell spanned from above or from the left is not listed again, as in HTML.

    ``legacy`` names the old Vietnamese encoding found in the text: "" none, "tcvn3" converted, "tcvn3?" or "vni?" seen but not converted.
    ``loose``: rows that are paragraphs outside tables; ``starts``: rows with which tables begin (from HTML only).
    """

    rows: tuple[tuple[Cell, ...], ...] = ()
    legacy: str = field(default="", compare=False)
    loose: frozenset[int] = field(default=frozenset(), compare=False)
    starts: frozenset[int] = field(default=frozenset(), compare=False)

    def __bool__(self) -> bool:
        return any(cell.text for row in self.rows for cell in row)

    @property
    def single(self) -> str | None:
        """The text when there is only one cell; None when there are more."""
        return self.rows[0][0].text if len(self.rows) == 1 and len(self.rows[0]) == 1 else None


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of the laid out block: the cell that covers it, and where that cell begins."""

    cell: Cell
    top: int
    left: int


_NOTHING = Cell()


def lay_out_all(block: Block) -> list[list[Spot]]:
    """Every row with every place filled, all equally wide: at least one column, at most ``MAX_COLUMNS``."""
    grid: list[dict[int, Spot]] = [{} for _ in block.rows]
    for top, row in enumerate(block.rows):
        left = 0
        for cell in row:
            while left in grid[top]:
                left += 1
            if left >= MAX_COLUMNS:
                break
            right = min(left + cell.colspan, MAX_COLUMNS)
            spot = Spot(cell, top, left)
            for below in grid[top : top + cell.rowspan]:
                for column in range(left, right):
                    below.setdefault(column, spot)
            left = right
    width = max((max(line) + 1 for line in grid if line), default=1)
    return [[line.get(c) or Spot(_NOTHING, r, c) for c in range(width)] for r, line in enumerate(grid)]


def lay_out(block: Block) -> list[list[Spot]]:
    """``lay_out_all`` without the empty rows and columns at the end."""
    grid = lay_out_all(block)
    width = max((c + 1 for line in grid for c, spot in enumerate(line) if spot.cell.text), default=0)
    height = max((r + 1 for r, line in enumerate(grid) if any(spot.cell.text for spot in line)), default=0)
    return [line[:width] for line in grid[:height]]


def text_at(spots: Sequence[Spot], row: int, column: int) -> str:
    """The text shown at a place of a laid out row: that of its cell where the cell begins, nothing where it only reaches."""
    spot = spots[column]
    return spot.cell.text if spot.top == row and spot.left == column else ""


def tidy(text: str) -> str:
    """``text`` in stored form: NFC, no control characters, no unseen marks, no blanks at the ends of lines. A formula is a text."""
    if text.isascii() and text.isprintable():
        return text.strip(" ")
    return clean(_UNSEEN.sub("", text))


def check_size(text: str) -> None:
    """KhError "paste.too_big" for a clipboard text nobody means to paste."""
    if len(text) > MAX_TOTAL:
        raise KhError("paste.too_big", limit=MAX_TOTAL // 1_000_000)


def check_cell(length: int) -> None:
    """KhError "paste.long_cell" for a cell that no plan can hold."""
    if length > MAX_CELL:
        raise KhError("paste.long_cell", limit=f"{MAX_CELL:,}".replace(",", "."))


def check_rows(count: int) -> None:
    """KhError "paste.too_many_rows" for more rows than a plan is made for."""
    if count > MAX_ROWS:
        raise KhError("paste.too_many_rows", limit=f"{MAX_ROWS:,}".replace(",", "."))


def tidied(block: Block) -> Block:
    """``block`` with every text in stored form."""
    rows = tuple(tuple(_tidy_cell(cell) for cell in row) for row in block.rows)
    return replace(block, rows=rows)


def _tidy_cell(cell: Cell) -> Cell:
    text = tidy(cell.text)
    check_cell(len(text))
    return cell if text == cell.text and (text or not cell.bold) else replace(cell, text=text, bold=cell.bold and bool(text))
