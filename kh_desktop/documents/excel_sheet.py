"""One sheet of the Excel file: a part of the document, block under block, on one grid of columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from kh_desktop.documents.excel_grid import Grid, Placed, place_cells
from kh_desktop.documents.excel_package import add_rule
from kh_desktop.documents.excel_styles import CellDress, StyleBook, rich_text, stacked
from kh_desktop.documents.office_text import clean
from kh_desktop.documents.text_width import count_lines, last_line_width, line_starts, widest_line, width_table
from kh_desktop.documents.tree import Columns, Paragraph, Row, Run, Table

# Excel: a row is at most 409 pt high, a cell holds at most 32,767 characters. A text that needs more goes on in the next row: one
# joined cell over several rows would be cut off where a page ends.
MOST_HEIGHT = 380.0
MOST_LETTERS = 32_000
_PIECE = 190.0  # pt; height of a row of such a text: two or three fill a page
_LETTERS_ON_LINE = 300  # more are not seen on a line; letters without width of their own would otherwise count for nothing
_LINE = 1.33  # height of a line in sizes, as Excel fits rows to Times New Roman
_PADDING = 1.6  # mm of a column Excel keeps free
_SAFE = 0.95  # Excel sets letters up to 5 % wider on some screens and printers
_FROZEN_AT_MOST = 260.0  # pt; a table that starts further down would leave no room to scroll
_PAGE = 650.0  # pt; a table longer than this goes over a page
_INDENT_MM = 3.2
_MOST_SHRINK = 1.03
_TALL = 250.0  # pt; over more the middle of a cell may be on another page than its top
# "_x0041_" inside a cell means the letter of that number.
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def sheet_text(text: str) -> str:
    """The text as a cell holds it."""
    text = clean(text)
    return _CODED.sub("_x005F_", text) if "_x" in text else text


class SheetWriter:
    """Writes blocks below one another into a sheet."""

    def __init__(self, sheet: Any, grid: Grid, styles: StyleBook) -> None:
        from openpyxl.cell.cell import Cell as SheetCell
        from openpyxl.worksheet.cell_range import CellRange

        self._sheet, self._grid, self._styles = sheet, grid, styles
        self._new_cell, self._new_range = SheetCell, CellRange
        self._row = 1
        self._top = 0.0
        self._tables = {bold: width_table(bold) for bold in (False, True)}
        self._counted: dict[tuple[tuple[str, ...], float, bool, float], int] = {}

    def paragraph(self, paragraph: Paragraph) -> None:
        """A paragraph across the sheet."""
        rows = self._add_rows(self._height(paragraph, 0, self._grid.count - 1))
        self._text(paragraph, rows, 0, self._grid.count - 1)

    def columns(self, columns: Columns, marks: Sequence[int]) -> None:
        """Two blocks side by side, paragraph beside paragraph; the last one of the shorter side takes the rows that are left."""
        sides = [(columns.left, marks[0], marks[1] - 1), (columns.right, marks[1], self._grid.count - 1)]
        if columns.kind == "signature" and self._in_one_row(sides):
            return
        count = max(len(columns.left), len(columns.right))
        heights = [0.0] * count
        for paragraphs, first, last in sides:
            for index, paragraph in enumerate(paragraphs):
                wanted = self._height(paragraph, first, last)
                end = count if index == len(paragraphs) - 1 else index + 1
                heights[end - 1] = max(heights[end - 1], wanted - sum(heights[index : end - 1]))
        rows = [self._add_rows(height) for height in heights]
        for paragraphs, first, last in sides:
            for index, paragraph in enumerate(paragraphs):
                end = count if index == len(paragraphs) - 1 else index + 1
                self._text(paragraph, range(rows[index].start, rows[end - 1].stop), first, last, whole=True)

    def _in_one_row(self, sides: Sequence[tuple[tuple[Paragraph, ...], int, int]]) -> bool:
        """A signature in a single row, because a page may end between any two rows; False when it is too high for that."""
        heights = [sum(self._height(paragraph, first, last) for paragraph in paragraphs) for paragraphs, first, last in sides]
        if max(heights) > MOST_HEIGHT or any(len({p.align for p in paragraphs}) > 1 for paragraphs, _, _ in sides):
            return False
        self._add_rows(max([p.space_before for paragraphs, _, _ in sides for p in paragraphs[:1]], default=0.0))
        rows = self._add_rows(max(heights))
        for paragraphs, first, last in sides:
            pieces = stacked(paragraphs, _LINE)
            if pieces:
                dress = CellDress(paragraphs[0].size, align=paragraphs[0].align)
                self._joined(rich_text(pieces, sheet_text), pieces[0][0].text, rows, first, last, dress)
        return True

    def table(self, table: Table, marks: Sequence[int], last_block: bool) -> None:
        """A table: header, rows, frames; its header stays in sight and is repeated on each page where that helps."""
        start, above = self._row, self._top
        self._rows(table.header, table, marks)
        body, body_top = self._row, self._top
        self._rows(table.rows, table, marks)
        if not table.header:
            return
        if body_top <= _FROZEN_AT_MOST and self._sheet.freeze_panes is None:
            self._sheet.freeze_panes = f"A{body}"
        if self._sheet.print_title_rows is None and (last_block or self._top - above > _PAGE):
            self._sheet.print_title_rows = f"{start}:{body - 1}"

    def _rows(self, rows: Sequence[Row], table: Table, marks: Sequence[int]) -> None:
        placed = place_cells(rows, len(table.widths))
        heights = self._row_heights(placed, table, marks)
        places = [self._add_rows(height) for height in heights]
        dresses: dict[tuple[bool, bool, str], CellDress] = {}
        blank = CellDress(table.size, frame="tblr")
        for number, cells in enumerate(placed):
            for cell, first, last, down in cells:
                key = (cell.bold, cell.italic, cell.align)
                dress = dresses.get(key)
                if dress is None:
                    dress = dresses[key] = CellDress(table.size, cell.bold, cell.italic, cell.align, "center", frame="tblr")
                sheet_rows = places[number] if down == 1 else range(places[number].start, places[number + down - 1].stop)
                if sum(heights[number : number + down]) > (_TALL if down > 1 else MOST_HEIGHT):
                    dress = dress._replace(vertical="top")
                self._cell(cell.lines, sheet_rows, marks[first], marks[last + 1] - 1, dress, whole=down > 1)
            for sheet_row in places[number]:
                self._frame(sheet_row, marks[0], marks[-1], blank)

    def _frame(self, row: int, first: int, end: int, blank: CellDress) -> None:
        """Frames for the places no cell was given for."""
        cells = self._sheet._cells
        for column in range(first, end):
            if (row, column + 1) not in cells:
                self._put(row, column, "", self._styles.style(blank, ""))

    def _row_heights(self, placed: Sequence[Sequence[Placed]], table: Table, marks: Sequence[int]) -> list[float]:
        line = table.size * _LINE
        heights = [line + 4] * len(placed)
        tall: list[tuple[int, int, float]] = []
        for number, cells in enumerate(placed):
            for cell, first, last, down in cells:
                width = self._grid.width(marks[first], marks[last + 1] - 1)
                wanted = self._lines(cell.lines, width, cell.bold, table.size) * line + 4
                if down > 1:
                    tall.append((number, number + down, wanted))
                elif wanted > heights[number]:
                    heights[number] = wanted
        for start, end, wanted in tall:
            heights[end - 1] += max(0.0, wanted - sum(heights[start:end]))
        return heights

    def _lines(self, lines: tuple[str, ...], width: float, bold: bool, size: float) -> int:
        key = (lines, width, bold, size)
        count = self._counted.get(key)
        if count is None:
            paragraphs = clean("\n".join(lines)).split("\n")
            count = count_lines(paragraphs, (width - _PADDING) * _SAFE, size, self._tables[bold])
            count = self._counted[key] = max(count, sum(map(len, paragraphs)) // _LETTERS_ON_LINE)
        return count

    def _height(self, paragraph: Paragraph, first: int, last: int) -> float:
        gaps = paragraph.space_before + paragraph.space_after + (5 if paragraph.rule else 0)
        return self._text_height(paragraph, first, last) + max(gaps, 2)

    def _text_height(self, paragraph: Paragraph, first: int, last: int) -> float:
        width = self._grid.width(first, last) - paragraph.left_indent
        bold = any(run.bold for run in paragraph.runs)
        lines = self._lines((paragraph.text,), width, bold, paragraph.size)
        if self._is_narrow(paragraph, first, last):
            lines = 1
        return lines * paragraph.size * max(_LINE, paragraph.line_spacing * 1.2)

    def _is_narrow(self, paragraph: Paragraph, first: int, last: int) -> bool:
        """Whether a centred line may be only just too wide for its place: then it is drawn smaller, not broken, wherever it is opened."""
        if paragraph.align != "center" or "\n" in paragraph.text:
            return False
        width = self._grid.width(first, last)
        bold = any(run.bold for run in paragraph.runs)
        wide = widest_line(clean(paragraph.text), paragraph.size, self._tables[bold])
        return (width - _PADDING) * _SAFE < wide < width * _MOST_SHRINK

    def _text(self, paragraph: Paragraph, rows: range, first: int, last: int, whole: bool = False) -> None:
        runs = tuple(run for run in paragraph.runs if run.text)
        mixed = len({(run.bold, run.italic) for run in runs}) > 1
        dress = CellDress(
            paragraph.size,
            bold=bool(runs) and not mixed and runs[0].bold,
            italic=bool(runs) and not mixed and runs[0].italic,
            align=paragraph.align,
            vertical=_vertical(paragraph),
            indent=round(paragraph.left_indent / _INDENT_MM) if paragraph.align in ("left", "justify") else 0,
            fit=self._is_narrow(paragraph, first, last),
        )
        self._cell((paragraph.text,), rows, first, last, dress, runs if mixed else (), whole)
        if paragraph.rule:
            self._rule(paragraph, rows.start, first, last)

    def _rule(self, paragraph: Paragraph, row: int, first: int, last: int) -> None:
        width = self._grid.width(first, last)
        bold = any(run.bold for run in paragraph.runs)
        length = last_line_width(clean(paragraph.text), width - _PADDING, paragraph.size, self._tables[bold]) * paragraph.rule
        column, across = self._grid.column_at(self._grid.edges[first] + (width - length) / 2)
        below = min(self._text_height(paragraph, first, last) + 1, MOST_HEIGHT)
        add_rule(self._sheet, row, below, column, across, length)

    def _cell(
        self, lines: tuple[str, ...], rows: range, first: int, last: int, dress: CellDress, runs: tuple[Run, ...] = (), whole: bool = False
    ) -> None:
        """A cell over the places given; ``runs`` when its text has several dresses; ``whole``: joined even when it is high."""
        if len(rows) == 1:
            text = sheet_text(lines[0] if len(lines) == 1 else "\n".join(lines))
            self._joined(rich_text(((run, dress.size) for run in runs), sheet_text) if runs else text, text, rows, first, last, dress)
            return
        text = "\n".join(lines) if runs else clean("\n".join(lines))
        cuts = [0] if whole and len(text) <= MOST_LETTERS else self._cuts(text, rows, self._grid.width(first, last), dress)
        if len(cuts) > 1:
            dress = dress._replace(vertical="top")
        for number, (start, stop) in enumerate(zip(cuts, [*cuts[1:], len(text)], strict=True)):
            piece = sheet_text(text[start:stop]).strip(" \n") if len(cuts) > 1 else sheet_text(text)
            sides = "lr" + ("t" if number == 0 else "") + ("b" if number == len(cuts) - 1 else "")
            looks = dress._replace(frame=sides) if dress.frame else dress
            places = range(rows[number], rows[number] + 1 if number < len(cuts) - 1 else rows.stop)
            value = rich_text(((run, dress.size) for run in _slice(runs, start, stop)), sheet_text) if runs else piece
            self._joined(value, piece, places, first, last, looks)

    def _cuts(self, text: str, rows: range, width: float, dress: CellDress) -> list[int]:
        """Where a text begins in each of its rows: [0] when the first one has room for all of it."""
        room = float(self._sheet.row_dimensions[rows.start].height)
        starts = line_starts(text, (width - _PADDING) * _SAFE, dress.size, self._tables[dress.bold])
        if len(starts) < len(text) // _LETTERS_ON_LINE:
            starts = list(range(0, len(text), _LETTERS_ON_LINE))
        fits = len(starts) * dress.size * _LINE <= room
        return [0] if fits and len(text) <= MOST_LETTERS else starts[:: -(-len(starts) // len(rows))]

    def _joined(self, value: Any, text: str, rows: range, first: int, last: int, dress: CellDress) -> None:
        """One value in the places given, joined when they are several."""
        style = self._styles.style(dress, text)
        self._put(rows.start, first, value, style)
        if len(rows) == 1 and first == last:
            return
        for row in rows:
            for column in range(first, last + 1):
                if row != rows.start or column != first:
                    self._put(row, column, "", style)
        self._sheet.merged_cells.ranges.add(self._new_range(min_col=first + 1, min_row=rows.start, max_col=last + 1, max_row=rows.stop - 1))

    def _put(self, row: int, column: int, value: Any, style: Any) -> None:
        """A cell made directly: always text, whatever it looks like, and without openpyxl's search for numbers and formulas."""
        cell = self._new_cell(self._sheet, row, column + 1)
        cell._style = style
        if value:
            cell._value = value
            cell.data_type = "s"
        self._sheet._cells[(row, column + 1)] = cell

    def _add_rows(self, height: float) -> range:
        """Rows of this height in all, in pt; as many as Excel needs for it."""
        # The lines of a text do not part evenly among rows: one line more.
        count = 1 if height <= MOST_HEIGHT else -int(-height // _PIECE)
        each = height if count == 1 else height / count + 20
        start = self._row
        for row in range(start, start + count):
            self._sheet.row_dimensions[row].height = round(each * 4) / 4
        self._row += count
        self._top += height
        return range(start, self._row)


def _vertical(paragraph: Paragraph) -> str:
    """Where a text stands in its row, which is as high as the text with the room above and below it."""
    if paragraph.rule or not paragraph.space_before:
        return "top"
    return "bottom" if paragraph.space_before > paragraph.space_after else "center"


def _slice(runs: tuple[Run, ...], start: int, stop: int) -> tuple[Run, ...]:
    """The runs of the letters from ``start`` to ``stop``."""
    found: list[Run] = []
    at = 0
    for run in runs:
        text = run.text[max(start - at, 0) : max(stop - at, 0)]
        if text:
            found.append(Run(text, run.bold, run.italic))
        at += len(run.text)
    return tuple(found)
