"""Files of figures as sheets, whatever they are inside: Excel, or a web page or a text file that goes by the name of one."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kh_desktop.domain.vitext import fold
from kh_desktop.importing.blocks import Progress, Source, Table
from kh_desktop.importing.figure_layouts import Layout, Match, column_titles, header_grid
from kh_desktop.importing.ooxml import quiet
from kh_desktop.importing.xlsx_sheets import Merged, Sheet, SheetCell, read_sheets

_LOOK_IN = 40
# A title names what stands below; a sentence does not.
_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a sheet nobody knows yet: its rows and the titles of its columns."""

    top: int
    height: int
    titles: Mapping[int, str]

    @property
    def signature(self) -> str:
        """A name for this kind of export, made of its titles: the same next month."""
        text = "|".join(f"{col}:{fold(title)}" for col, title in sorted(self.titles.items()))
        return hashlib.sha256(text.encode()).hexdigest()[:32]


def sheets_in(data: bytes, name: str, progress: Progress = quiet) -> tuple[Sheet, ...]:
    """The sheets of a workbook; the tables of a web page or text file. KhError "import.…": see ``sniff.open_source``."""
    if data[:4] == b"PK\x03\x04":
        return read_sheets(data, progress)
    from kh_desktop.importing.sniff import open_source

    return _tables_of(open_source(data, name, progress))


def _tables_of(source: Source) -> tuple[Sheet, ...]:
    tables = [block for block in source.blocks if isinstance(block, Table)]
    return tuple(_sheet(f"Bảng {place}", table) for place, table in enumerate(tables, start=1))


def _sheet(name: str, table: Table) -> Sheet:
    cells = {(cell.row, cell.col): SheetCell(cell.text, cell.text) for cell in table.cells if cell.text}
    merged = tuple(Merged(c.row, c.col, c.rows, c.cols) for c in table.cells if c.rows > 1 or c.cols > 1)
    return Sheet(name, False, cells, merged, table.row_count, table.col_count)


def find_header(sheet: Sheet) -> Header | None:
    """Where the header of an unknown sheet most likely is: the rows with the most short titles, right above a row with numbers."""
    grid = header_grid(sheet)
    best: tuple[int, int, int] | None = None
    for row in range(min(len(grid) - 1, _LOOK_IN)):
        titles = [text for text in grid[row] if text and not _is_number(text) and len(text) <= _LONGEST_TITLE]
        below = [text for text in grid[row + 1] if text]
        if len(titles) >= 3 and len(set(titles)) >= 3 and len(titles) >= len([t for t in grid[row] if t]) - 1 and below:
            score = (len(set(titles)), sum(map(_is_number, below)))
            if best is None or score > best[:2]:
                best = (*score, row)
    if best is None:
        return None
    bottom = best[2]
    top = bottom
    while top > 0 and bottom - top < 3 and len({t for t in grid[top - 1] if t}) >= 2 and not any(map(_is_number, grid[top - 1])):
        top -= 1
    return Header(top, bottom - top + 1, column_titles(grid, top, bottom - top + 1))


def _is_number(text: str) -> bool:
    return text.replace(".", "").replace(",", "").replace("%", "").strip("() ").isdigit()


def match_of(header: Header, layout: Layout, columns: Mapping[str, str]) -> Match | None:
    """The match of an explained export: ``columns`` gives the layout's key for each title. None when a required column is missing."""
    keys: dict[int, str] = {}
    for col, title in sorted(header.titles.items()):
        key = columns.get(title, "")
        if key and key not in keys.values() and layout.column(key) is not None:
            keys[col] = key
    if not {key for key in layout.required if key in ("label", "code", "received_day")} <= set(keys.values()):
        return None
    return Match(layout, header.top, header.top + header.height, keys, 1.0)


def sample_rows(sheet: Sheet, header: Header, most: int = 5) -> tuple[tuple[str, ...], ...]:
    """The first rows under a header, as a person sees them."""
    first = header.top + header.height
    rows: Sequence[int] = range(first, min(first + most, sheet.row_count))
    return tuple(tuple(c.shown if (c := sheet.cells.get((row, col))) else "" for col in sorted(header.titles)) for row in rows)
