"""Tables of a Word file: rows of spans put into one grid, cells joined downwards, lines that are drawn."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kh_desktop.domain.errors import KhError
from kh_desktop.importing.blocks import Cell, Paragraph, Table
from kh_desktop.importing.docx_names import VAL, W, is_on, value, whole
from kh_desktop.importing.docx_styles import Styles, lines

_TC, _TR, _TBL, _P, _TC_PR, _TR_PR, _TBL_PR = f"{W}tc", f"{W}tr", f"{W}tbl", f"{W}p", f"{W}tcPr", f"{W}trPr", f"{W}tblPr"
_SPAN, _V_MERGE, _H_MERGE, _BORDERS = f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge", f"{W}tcBorders"
# Columns Word can show; a file that says more is damaged.
_MAX_SPAN = 500
_DEEPEST = 60
# Columns narrower than this (twips, 1.6 mm) that no cell has for itself come from tables put together slightly askew.
_SLIVER = 90
_OUTER = ("top", "left", "bottom", "right")


Content = Callable[[ET.Element, int, int], list[Paragraph]]


@dataclass(slots=True)
class RawCell:
    """A cell on its way: ``end``: the column behind it; ``down``: rows it covers."""

    row: int
    col: int
    end: int
    paragraphs: list[Paragraph]
    down: int = 1
    continues: bool = False
    lines: int = 0


@dataclass(slots=True)
class RawTable:
    """A table on its way: cells with columns of the file's grid."""

    cells: list[RawCell] = field(default_factory=list)
    rows: int = 0
    header_rows: int = 0


def inside(element: ET.Element, tag: str, stop: str, depth: int = 0) -> Iterator[ET.Element]:
    """The rows of a table or the cells of a row, also within controls and changes, but not those of a table inside."""
    if depth > _DEEPEST:
        raise KhError("import.damaged")
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag != stop and child.tag != _P and len(child):
            yield from inside(child, tag, stop, depth + 1)


def rows_of(table: ET.Element) -> list[ET.Element]:
    """The rows of a table, those deleted in tracked changes too."""
    return list(inside(table, _TR, _TC))


def cells_of(row: ET.Element) -> list[ET.Element]:
    """The cells of a row."""
    return list(inside(row, _TC, _TBL))


def is_deleted(row: ET.Element) -> bool:
    """Whether a tracked change took the row away."""
    properties = row.find(_TR_PR)
    return properties is not None and properties.find(f"{W}del") is not None


def read_table(table: ET.Element, rows: list[ET.Element], styles: Styles, content: Content) -> RawTable:
    """The cells of these rows. ``content(cell, row, column)`` reads what is written in one, in the order of the document."""
    made = RawTable()
    usual = _usual_lines(table, styles)
    sides = _count(usual)
    open_cells: dict[int, RawCell] = {}
    leading = True
    for number, row in enumerate(rows):
        column, header = _row_start(row)
        leading = leading and header
        made.header_rows += leading
        before: RawCell | None = None
        still_open: dict[int, RawCell] = {}
        for element in cells_of(row):
            span, merge, joined, drawn = _cell_properties(element, usual, sides)
            paragraphs = content(element, number, column)
            above = open_cells.get(column)
            end = column + span
            if joined and before is not None:
                before.end = end
                before.paragraphs += paragraphs
            elif merge == "continue" and above is not None and above.end == end:
                above.down += 1
                above.paragraphs += paragraphs
                still_open[column] = before = above
            else:
                before = RawCell(number, column, end, paragraphs, lines=drawn)
                made.cells.append(before)
                if merge:
                    still_open[column] = before
            column = end
        open_cells = still_open
    made.rows = len(rows)
    return made


def _row_start(row: ET.Element) -> tuple[int, bool]:
    """The column the row begins with, and whether it is repeated on each page."""
    properties = row.find(_TR_PR)
    if properties is None:
        return 0, False
    before = properties.find(f"{W}gridBefore")
    header = properties.find(f"{W}tblHeader")
    return (min(max(whole(before.get(VAL)), 0), _MAX_SPAN) if before is not None else 0), header is not None and is_on(header)


def _usual_lines(table: ET.Element, styles: Styles) -> dict[str, bool]:
    """The lines a cell of this table has when it says nothing of its own."""
    properties = table.find(_TBL_PR)
    if properties is None:
        return {}
    drawn = styles.table_lines(value(properties, "tblStyle")) | lines(properties.find(f"{W}tblBorders"))
    across, down = drawn.get("insideH", False), drawn.get("insideV", False)
    return {
        "top": drawn.get("top", False) or across,
        "bottom": drawn.get("bottom", False) or across,
        "left": drawn.get("left", False) or down,
        "right": drawn.get("right", False) or down,
    }


def _cell_properties(cell: ET.Element, usual: dict[str, bool], sides: int) -> tuple[int, str, bool, int]:
    """How many columns it covers, "restart", "continue" or "" downwards, whether it goes on from the left, sides with a line:
    ``sides`` when it says nothing of its own."""
    span, merge, joined = 1, "", False
    drawn = sides
    properties = cell.find(_TC_PR)
    for child in properties if properties is not None else ():
        tag = child.tag
        if tag == _SPAN:
            span = min(max(whole(child.get(VAL), 1), 1), _MAX_SPAN)
        elif tag == _V_MERGE:
            merge = "restart" if child.get(VAL) == "restart" else "continue"
        elif tag == _H_MERGE:
            joined = child.get(VAL) != "restart"
        elif tag == _BORDERS:
            drawn = _count(usual | lines(child))
    return span, merge, joined, drawn


def _count(drawn: dict[str, bool]) -> int:
    return sum(drawn.get(side, False) for side in _OUTER)


def finished(raw: RawTable, widths: list[int]) -> tuple[Table, dict[int, int]]:
    """The table with the columns that are really there, and the place of each column of the file's grid among them."""
    places = _columns(raw.cells, widths)
    cells = [
        Cell(one.row, places[one.col], tuple(_said(one.paragraphs)), one.down, places[one.end] - places[one.col])
        for one in sorted(raw.cells, key=lambda one: (one.row, one.col))
    ]
    drawn = sum(one.lines >= 2 for one in raw.cells)
    count = max(places.values(), default=0)
    table = Table(tuple(cells), raw.rows, count, ruled=drawn * 2 > len(raw.cells), header_rows=min(raw.header_rows, raw.rows))
    return table, places


def _said(paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    return (paragraph for paragraph in paragraphs if paragraph.text or paragraph.number)


def _columns(cells: list[RawCell], widths: list[int]) -> dict[int, int]:
    """Edges of the file's grid to columns: edges no cell uses are no edges, and slivers belong to the column before."""
    edges = sorted({edge for one in cells for edge in (one.col, one.end)})
    alone = {one.col for one in cells if one.end - one.col == 1}
    starts = [0] * (len(widths) + 1)
    for at, width in enumerate(widths):
        starts[at + 1] = starts[at] + width
    places: dict[int, int] = {}
    number = -1
    last = 0
    for edge in edges:
        known = edge < len(starts) and widths and all(widths[last:edge])
        sliver = number >= 0 and known and starts[edge] - starts[last] < _SLIVER and not _has_cell(cells, last, edge, alone)
        if not sliver:
            number += 1
            last = edge
        places[edge] = number
    return places


def _has_cell(cells: list[RawCell], first: int, edge: int, alone: set[int]) -> bool:
    """Whether a cell lies between two edges."""
    if edge - first == 1:
        return first in alone
    return any(first <= one.col and one.end <= edge for one in cells)


def grid_widths(table: ET.Element) -> list[int]:
    """The widths of the file's grid in twips, 0 where it says none."""
    grid = table.find(f"{W}tblGrid")
    return [max(whole(item.get(f"{W}w")), 0) for item in grid.findall(f"{W}gridCol")[: _MAX_SPAN * 2]] if grid is not None else []
