"""An Excel file as blocks: each sheet from top to bottom, plain rows as paragraphs, the rest as tables, with notices of what a person
should know: hidden parts, formulas nobody worked out, errors, comments, drawings with words. Nothing is worked out, run or fetched."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence

from kh_desktop.domain.cell_names import cell_name
from kh_desktop.domain.errors import KhError
from kh_desktop.importing.blocks import Block, Notice, Progress, Source, Spot
from kh_desktop.importing.docx_text import tidy
from kh_desktop.importing.ooxml import Package, local, quiet, without_collector
from kh_desktop.importing.xlsx_regions import Grid, Region, grid, regions, rows_of
from kh_desktop.importing.xlsx_sheets import Sheet, SheetCell, place_of, sheets_of

# Cells of a plan: fifty times the largest one known; more is a list of figures and no plan.
MAX_CELLS = 200_000
# Places named in one notice.
_NAMED = 20
_MOST_NOTES = 2_000


def read_xlsx(data: bytes, name: str, progress: Progress = quiet) -> Source:
    """An .xlsx or .xlsm file as blocks. KhError: see ``xlsx_sheets.read_sheets``; "import.no_text" when no sheet says anything,
    "import.too_big" beyond 200,000 cells."""
    return xlsx_source(Package(data), name, progress)


def xlsx_source(package: Package, name: str, progress: Progress = quiet) -> Source:
    """``read_xlsx`` of a package already open."""
    with without_collector():
        sheets = sheets_of(package, lambda done: progress(done * 0.7), MAX_CELLS)
        source = source_of(sheets, name, lambda sheet: _beside(package, sheet), lambda done: progress(0.7 + done * 0.3))
    extra = [Notice("macros")] if any(entry.endswith("vbaproject.bin") for entry in package.names()) else []
    return Source(source.kind, source.name, source.blocks, (*source.notices, *extra))


def source_of(
    sheets: Sequence[Sheet], name: str, beside: Callable[[Sheet], Iterator[tuple[str, str, str]]], progress: Progress = quiet
) -> Source:
    """Sheets as blocks. ``beside(sheet)`` gives what hangs on it: a code, the name of a cell ("B2", "" for none) and the words."""
    blocks: list[Block] = []
    notices: list[Notice] = []
    several = sum(bool(sheet.cells) for sheet in sheets) > 1
    for number, sheet in enumerate(sheets):
        reader = _SheetBlocks(sheet, blocks)
        start = len(blocks)
        reader.read()
        progress((number + 1) / len(sheets))
        spot = Spot(start) if len(blocks) > start else None
        if several and spot:
            notices.append(Notice("sheet", spot, text=sheet.name))
        notices += reader.notices(spot)
        for code, place, words in beside(sheet):
            notices.append(Notice(code, reader.spot(place) or spot, text=words))
    if not blocks and not any(notice.code in ("comments", "text_box") for notice in notices):
        raise KhError("import.no_text")
    return Source("xlsx", name, tuple(blocks), tuple(notices))


class _SheetBlocks:
    """Puts the blocks of one sheet behind those before it, and knows where each cell went."""

    def __init__(self, sheet: Sheet, blocks: list[Block]) -> None:
        self._sheet = sheet
        self._blocks = blocks
        # First row, last row, index of the block; the grid of a table.
        self._put: list[tuple[int, int, int, Grid | None]] = []

    def read(self) -> None:
        """All blocks of the sheet."""
        for region in regions(rows_of(self._sheet)):
            if region.kind == "text":
                self._text(region)
                continue
            made = grid(region)
            if made.table.cells:
                self._note(region, made)
                self._blocks.append(made.table)

    def _text(self, region: Region) -> None:
        for cell in region.rows[0]:
            for paragraph in cell.paragraphs():
                self._note(region, None)
                self._blocks.append(paragraph)

    def _note(self, region: Region, made: Grid | None) -> None:
        self._put.append((region.first, region.first + len(region.rows) - 1, len(self._blocks), made))

    def spot(self, name: str) -> Spot | None:
        """Where the cell of this name went; None when it is in no block."""
        place = place_of(name)
        for first, last, block, made in self._put if place else ():
            if place and first <= place[0] <= last:
                return Spot(block, place[0] - first, made.column(place[1])) if made else Spot(block)
        return None

    def notices(self, spot: Spot | None) -> Iterator[Notice]:
        """What a person should know about the sheet."""
        sheet = self._sheet
        if sheet.hidden and sheet.cells:
            yield Notice("hidden_sheet", spot, text=sheet.name)
        if sheet.hidden_rows:
            yield Notice("hidden_rows", spot, len(sheet.hidden_rows), sheet.name)
        if sheet.hidden_cols:
            yield Notice("hidden_columns", spot, len(sheet.hidden_cols), sheet.name)
        yield from self._cells("formula_no_value", lambda cell: cell.formula and cell.value is None)
        yield from self._cells("cell_error", lambda cell: cell.error)
        fonts = sorted({cell.legacy for cell in sheet.cells.values() if cell.legacy})
        if fonts:
            yield Notice("legacy_font", spot, sum(bool(cell.legacy) for cell in sheet.cells.values()), "\n".join(fonts))

    def _cells(self, code: str, is_meant: Callable[[SheetCell], bool]) -> Iterator[Notice]:
        places = sorted(place for place, cell in self._sheet.cells.items() if is_meant(cell))
        if places:
            names = [cell_name(*place) for place in places]
            more = "…" if len(names) > _NAMED else ""
            yield Notice(code, self.spot(names[0]), len(names), f"{self._sheet.name}: {', '.join(names[:_NAMED])}{more}")


def _beside(package: Package, sheet: Sheet) -> Iterator[tuple[str, str, str]]:
    """Comments and drawings of a sheet."""
    for relation in package.relations(sheet.part).values():
        if relation.kind not in ("comments", "drawing") or not relation.target:
            continue
        root = package.tree(relation.target)
        if root is None:
            continue
        if relation.kind == "comments":
            for item in [one for one in root.iter() if local(one.tag) == "comment"][:_MOST_NOTES]:
                yield "comments", item.get("ref", ""), _words(item)
        else:
            for shape in [one for one in root.iter() if local(one.tag) == "txBody"][:_MOST_NOTES]:
                words = "\n".join(filter(None, (_words(line) for line in shape if local(line.tag) == "p")))
                if words:
                    yield "text_box", "", words


def _words(element: ET.Element) -> str:
    return tidy("".join(text.text or "" for text in element.iter() if local(text.tag) == "t"))
