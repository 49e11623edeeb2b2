"""Workbooks of figures as .xlsx: numbers are numbers, sums are formulas with their results stored, texts stay texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

from kh_desktop.documents.excel import sheet_name
from kh_desktop.documents.excel_package import StableArchive
from kh_desktop.documents.excel_sheet import MOST_HEIGHT, sheet_text
from kh_desktop.documents.excel_styles import FONT, use_normal_font
from kh_desktop.documents.layout import layout
from kh_desktop.documents.office_text import escape
from kh_desktop.documents.text_width import count_lines, width_table
from kh_desktop.documents.tree import Document
from kh_desktop.documents.workbook import Figure, FigureBook, FigureRow, FigureSheet, at
from kh_desktop.domain.cell_names import column_letters

_MM_PER_INCH = 25.4
_A4_CODE = 9
_LINE = 1.33
_PADDING = 1.6
_SAFE = 0.95
# A column of Excel's width 1 is as wide as a digit of the normal font (Times New Roman 12: 6.2 pt), in mm.
_UNIT_MM = 2.12
_FORMULA_STARTS = ("=", "+", "-", "@")
# As openpyxl writes a formula: without its result.
_FORMULA = re.compile(rb'<c r="([A-Z]+[0-9]+)"([^>]*)><f>(.*?)</f><v ?/?>(?:</v>)?</c>', re.DOTALL)


def write_workbook(book: FigureBook, out: BinaryIO) -> None:
    """Writes the workbook to ``out``. Formulas carry the results given, so that viewers which do not calculate show them, too."""
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    workbook = Workbook()
    use_normal_font(workbook)
    workbook.remove(workbook.active)
    names: list[str] = []
    results: list[dict[str, Figure]] = []
    for spec in book.sheets:
        names.append(sheet_name(spec.name, names))
        sheet = workbook.create_sheet(names[-1])
        _set_up(sheet, spec)
        results.append(_Rows(sheet, spec).write())
    # Excel works everything out anew when it opens the file, so no result can be older than its parts.
    workbook.calculation.fullCalcOnLoad = True
    meta = {"author": book.author} if book.author else {}
    ExcelWriter(workbook, _FigureArchive(out, Document(book.title, (), meta=meta), results)).save()


class _FigureArchive(StableArchive):
    """Puts the result of each formula beside it."""

    def __init__(self, out: BinaryIO, document: Document, results: list[dict[str, Figure]]) -> None:
        super().__init__(out, document)
        self._results = results

    def write(self, path: str, name: str) -> None:
        """Adds a sheet openpyxl has written to a file."""
        number = int(re.sub(r"\D", "", name.rsplit("/", 1)[-1]))
        self.writestr(name, _with_results(Path(path).read_bytes(), self._results[number - 1]))


def _with_results(sheet: bytes, results: Mapping[str, Figure]) -> bytes:
    def filled(found: re.Match[bytes]) -> bytes:
        place, attributes, formula = found[1], found[2], found[3]
        value = results[place.decode()].value
        if isinstance(value, str):
            attributes += b' t="str"'
        shown = escape(sheet_text(value)) if isinstance(value, str) else "" if value is None else str(value)
        return b'<c r="' + place + b'"' + attributes + b"><f>" + formula + b"</f><v>" + shown.encode() + b"</v></c>"

    return _FORMULA.sub(filled, sheet)


def _set_up(sheet: Any, spec: FigureSheet) -> None:
    from openpyxl.worksheet.page import PageMargins
    from openpyxl.worksheet.properties import PageSetupProperties

    top, right, bottom, left = (margin / _MM_PER_INCH for margin in layout().margins)
    sheet.page_setup.paperSize = _A4_CODE
    sheet.page_setup.orientation = "landscape" if spec.landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left, right, top, bottom, top / 2, bottom / 2)
    sheet.print_options.horizontalCentered = True
    sheet.HeaderFooter.differentFirst = True
    number = sheet.oddHeader.center
    number.text, number.size, number.font = "&P", round(layout().page_number), f"{FONT},Regular"
    sheet.sheet_view.showGridLines = False
    for column, width in enumerate(spec.widths, start=1):
        sheet.column_dimensions[column_letters(column)].width = round(width / _UNIT_MM, 2)
    first, last = spec.header
    if first:
        sheet.print_title_rows = f"{first}:{last}"
        sheet.freeze_panes = f"A{last + 1}"


class _Rows:
    """Writes the rows of one sheet; styles are made once each."""

    def __init__(self, sheet: Any, spec: FigureSheet) -> None:
        self._sheet, self._spec = sheet, spec
        self._styles: dict[tuple[Any, ...], Any] = {}
        self._tables = {bold: width_table(bold) for bold in (False, True)}
        self._results: dict[str, Figure] = {}

    def write(self) -> dict[str, Figure]:
        """All rows; the cells with formulas by their names."""
        for number, row in enumerate(self._spec.rows, start=1):
            self._sheet.row_dimensions[number].height = row.height or self._height(row)
            for column, figure in enumerate(row.cells, start=1):
                if figure is not None:
                    self._cell(number, column, figure)
        return self._results

    def _cell(self, number: int, column: int, figure: Figure) -> None:
        cell = self._sheet.cell(number, column)
        if figure.formula:
            cell.value = f"={figure.formula}"
            self._results[at(number, column)] = figure
        elif isinstance(figure.value, str):
            # Set directly: a text that begins like a formula stays a text.
            cell._value, cell.data_type = sheet_text(figure.value), "s"
        elif figure.value is not None:
            cell.value = figure.value
        style = self._style(figure)
        cell._style = style
        if figure.colspan > 1 or figure.rowspan > 1:
            self._join(number, column, figure, style)

    def _join(self, number: int, column: int, figure: Figure, style: Any) -> None:
        last_row, last_column = number + figure.rowspan - 1, column + figure.colspan - 1
        for row in range(number, last_row + 1):
            for place in range(column, last_column + 1):
                self._sheet.cell(row, place)._style = style
        self._sheet.merge_cells(start_row=number, start_column=column, end_row=last_row, end_column=last_column)

    def _style(self, figure: Figure) -> Any:
        quote = isinstance(figure.value, str) and not figure.formula and figure.value.startswith(_FORMULA_STARTS)
        number = not isinstance(figure.value, str)
        key = (figure.bold, figure.italic, figure.align, figure.frame, figure.size, figure.decimals, figure.wrap, number, quote)
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._make(figure, number, quote)
        return style

    def _make(self, figure: Figure, number: bool, quote: bool) -> Any:
        from copy import copy

        from openpyxl.styles import Alignment, Border, Font, Side

        cell = self._sheet.cell(len(self._spec.rows) + 1, 1)
        line = Side("thin", color="FF000000") if figure.frame else Side()
        cell.font = Font(name=FONT, size=figure.size, bold=figure.bold, italic=figure.italic)
        cell.border = Border(left=line, right=line, top=line, bottom=line)
        cell.alignment = Alignment(horizontal=figure.align, vertical="center", wrap_text=figure.wrap)
        cell.number_format = (f"#,##0.{'0' * figure.decimals}" if figure.decimals else "#,##0") if number else "@"
        cell.quotePrefix = quote
        style = copy(cell._style)
        del self._sheet._cells[len(self._spec.rows) + 1, 1]
        return style

    def _height(self, row: FigureRow) -> float:
        """As high as the texts of the row wrap; cells over several rows ask for nothing."""
        highest = 0.0
        for column, figure in enumerate(row.cells):
            if figure is None or figure.rowspan > 1:
                continue
            width = sum(self._spec.widths[column : column + figure.colspan]) - _PADDING
            lines = figure.value.split("\n") if isinstance(figure.value, str) and figure.wrap else [""]
            count = count_lines(lines, width * _SAFE, figure.size, self._tables[figure.bold])
            highest = max(highest, count * figure.size * _LINE)
        return min(round(highest + 2, 1) if highest else 16.0, MOST_HEIGHT)


def number_of(value: Decimal | int | None) -> Decimal | int | None:
    """A number as a cell keeps it: fifteen digits are all Excel has."""
    return round(value, 12) if isinstance(value, Decimal) else value
