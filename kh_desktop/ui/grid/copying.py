"""What goes to the clipboard for the selected cells: a block with joined cells, group rows across it, and the plan's header. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kh_desktop.domain.clip.block import Block, Cell
from kh_desktop.domain.clip.html_writer import write_html
from kh_desktop.domain.clip.tsv import write_tsv
from kh_desktop.domain.model import Column
from kh_desktop.ui.grid.rows import GridRow, title_column

_CENTRED = ("no", "deadline")
# Excel would work out a single text that begins so; in a table it can be told not to.
_FORMULA_STARTS = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Copied:
    """The selected cells and the columns they stand in."""

    block: Block
    columns: tuple[Column, ...]

    def text(self) -> str:
        """Tab-separated text; a single cell as it is."""
        return self.block.single if self.block.single is not None else write_tsv(self.block)

    def html(self, *, header: bool) -> str:
        """A bordered table, with the header of the plan where whole rows are copied; empty where plain text does as well."""
        single = self.block.single
        if single is not None and "\n" not in single and not single.startswith(_FORMULA_STARTS):
            return ""
        rows = header_rows(self.columns) if header else ()
        centred = [place for place, column in enumerate(self.columns) if column.key in _CENTRED]
        widths = [column.width for column in self.columns]
        return write_html(Block((*rows, *self.block.rows)), widths=widths, header_rows=len(rows), centred=centred)


def copied(rows: Sequence[tuple[int, GridRow]], columns: Sequence[Column], first: int) -> Copied:
    """The cells of ``rows`` (each with its place on the screen) in ``columns``, the first of which is the ``first``-th of the grid."""
    joined: dict[int, tuple[int, int]] = {}  # column -> where the cell that reaches down began
    made: list[list[Cell | None]] = []
    before: tuple[int, GridRow] | None = None
    for place, row in rows:
        follows = before is not None and before[0] + 1 == place and before[1].group_id == row.group_id and before[1].kind == "task"
        if row.kind == "group":
            made.append(_group_cells(row, columns, first))
        else:
            made.append(_task_cells(row, columns, follows, joined, made))
        before = place, row
    return Copied(Block(tuple(tuple(cell for cell in line if cell is not None) for line in made)), tuple(columns))


def _task_cells(
    row: GridRow, columns: Sequence[Column], follows: bool, joined: dict[int, tuple[int, int]], made: list[list[Cell | None]]
) -> list[Cell | None]:
    cells: list[Cell | None] = []
    for at, column in enumerate(columns):
        covered = column.key in row.covered or (column.key == "no" and row.continues)
        if covered and follows and at in joined:
            top, place = joined[at]
            head = made[top][place]
            if head is not None:
                made[top][place] = replace(head, rowspan=head.rowspan + 1)
                cells.append(None)
                continue
        joined[at] = (len(made), at)
        cells.append(Cell("" if covered else row.texts.get(column.key, "")))
    return cells


def _group_cells(row: GridRow, columns: Sequence[Column], first: int) -> list[Cell | None]:
    """The number, and the title across the other columns."""
    width = len(columns)
    number = columns[0].key == "no" and first == 0
    title = row.texts.get("title", "")
    if first > title_column([column.key for column in columns]) and first > 1:
        return [Cell()] * width
    if number and width == 1:
        return [Cell(row.texts.get("no", ""), bold=True)]
    across = Cell(title, 1, width - number, bool(title))
    return [Cell(row.texts.get("no", ""), bold=True), across] if number else [across]


def header_rows(columns: Sequence[Column]) -> tuple[tuple[Cell, ...], ...]:
    """The header of the table as it is printed: neighbours with one group label share a cell above them."""
    if not any(column.group for column in columns):
        return (tuple(Cell(column.label, bold=bool(column.label)) for column in columns),)
    upper: list[Cell] = []
    lower: list[Cell] = []
    at = 0
    while at < len(columns):
        column = columns[at]
        if not column.group:
            upper.append(Cell(column.label, 2, 1, bool(column.label)))
            at += 1
            continue
        end = at
        while end < len(columns) and columns[end].group == column.group:
            lower.append(Cell(columns[end].label, bold=bool(columns[end].label)))
            end += 1
        upper.append(Cell(column.group, 1, end - at, True))
        at = end
    return tuple(upper), tuple(lower)
