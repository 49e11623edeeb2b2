"""The Excel file: one sheet per part of the document, ready to read and to print as it is on paper."""

from __future__ import annotations

import re
from typing import Any, BinaryIO

from kh_desktop.documents.excel_grid import grid_of
from kh_desktop.documents.excel_package import save
from kh_desktop.documents.excel_sheet import SheetWriter
from kh_desktop.documents.excel_styles import FONT, StyleBook, use_normal_font
from kh_desktop.documents.office_spacing import spaced
from kh_desktop.documents.office_text import clean
from kh_desktop.documents.tree import Columns, Document, Paragraph, Part, Table
from kh_desktop.domain.cell_names import column_letters

_A4_MM = (210.0, 297.0)
_A4_CODE = 9
_MM_PER_INCH = 25.4
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31


def write_excel(document: Document, out: BinaryIO) -> None:
    """Write the document as an .xlsx file to ``out``. Every text stays text: nothing becomes a formula, a number or a date."""
    from openpyxl import Workbook

    workbook = Workbook()
    use_normal_font(workbook)
    workbook.remove(workbook.active)
    names: list[str] = []
    for part in document.parts or (Part("", ()),):
        names.append(sheet_name(part.name, names))
        _write_part(workbook.create_sheet(names[-1]), document, part)
    save(workbook, document, out)


def sheet_name(name: str, taken: list[str]) -> str:
    """``name`` as Excel allows it for a sheet: none of []:*?/\\, no ' at its ends, 31 characters, different from ``taken`` in any case."""
    bare = " ".join(_NOT_IN_NAMES.sub(" ", clean(name)).split())[:_LONGEST_NAME].strip(" '") or "Trang"
    used = {other.casefold() for other in taken} | {"history"}  # a name Excel keeps for itself
    made, number = bare, 2
    while made.casefold() in used:
        ending = f" ({number})"
        made, number = f"{bare[: _LONGEST_NAME - len(ending)].rstrip()}{ending}", number + 1
    return made


def _write_part(sheet: Any, document: Document, part: Part) -> None:
    _, right, _, left = document.margins
    grid = grid_of(part, _A4_MM[1 if part.landscape else 0] - left - right)
    _set_up_page(sheet, document, part.landscape)
    for number, units in enumerate(grid.units, start=1):
        sheet.column_dimensions[column_letters(number)].width = round(units, 3)
    writer = SheetWriter(sheet, grid, StyleBook(sheet))
    last = len(part.blocks) - 1
    for index, block in enumerate(spaced(part.blocks)):
        if isinstance(block, Paragraph):
            writer.paragraph(block)
        elif isinstance(block, Columns):
            writer.columns(block, grid.places[index])
        elif isinstance(block, Table):
            writer.table(block, grid.places[index], index == last)


def _set_up_page(sheet: Any, document: Document, landscape: bool) -> None:
    """A4, the plan's margins, one page wide, page numbers in the middle of the top margin from the second page on, from 1 on each sheet."""
    from openpyxl.worksheet.page import PageMargins
    from openpyxl.worksheet.properties import PageSetupProperties

    top, right, bottom, left = (margin / _MM_PER_INCH for margin in document.margins)
    sheet.page_setup.paperSize = _A4_CODE
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.page_setup.firstPageNumber, sheet.page_setup.useFirstPageNumber = 1, True
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left, right, top, bottom, top / 2, bottom / 2)
    sheet.print_options.horizontalCentered = True
    sheet.HeaderFooter.differentFirst = True
    number = sheet.oddHeader.center
    number.text, number.size, number.font = "&P", round(document.page_number_size), f"{FONT},Regular"
    sheet.sheet_view.showGridLines = False

