"""Excel's XML of 2003 (SpreadsheetML), which many provincial systems still export under the name .xls, as the same sheets."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date, datetime

from kh_desktop.domain.clip.legacy import font_encoding
from kh_desktop.domain.errors import KhError
from kh_desktop.importing.blocks import Progress, Source
from kh_desktop.importing.docx_fonts import to_unicode
from kh_desktop.importing.docx_names import whole
from kh_desktop.importing.ooxml import local, quiet, without_collector, xml_tree
from kh_desktop.importing.xlsx_numbers import number_format, shown
from kh_desktop.importing.xlsx_reader import source_of
from kh_desktop.importing.xlsx_sheets import MAX_COLUMN, MAX_ROW, Merged, Sheet, SheetCell
from kh_desktop.importing.xlsx_styles import PLAIN, CellStyle, Look

NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"
_SS = f"{{{NAMESPACE}}}"
_NAMED_FORMATS = {"Percent": "0.00%", "Fixed": "0.00", "Standard": "#,##0.00", "General Number": "General", "Currency": "#,##0.00"}


def read_xml2003(data: bytes, name: str, progress: Progress = quiet) -> Source:
    """A workbook in the XML of 2003 as blocks. KhError "import.damaged", "import.too_big", "import.no_text"."""
    with without_collector():
        root = xml_tree(data, lambda done: progress(done / 2))
        if root.tag != f"{_SS}Workbook":
            raise KhError("import.damaged")
        styles = _styles(root)
        sheets = [_sheet(item, styles) for item in root.findall(f"{_SS}Worksheet")]
        return source_of(sheets, name, lambda _: iter(()), lambda done: progress(0.5 + done / 2))


def _styles(root: ET.Element) -> dict[str, CellStyle]:
    found: dict[str, CellStyle] = {}
    for item in root.iter(f"{_SS}Style"):
        base = found.get(item.get(f"{_SS}Parent", "Default"), PLAIN)
        look, form = base.look, base.form
        font, aligned, number = (item.find(_SS + tag) for tag in ("Font", "Alignment", "NumberFormat"))
        borders = item.find(f"{_SS}Borders")
        look = Look(
            look.bold if font is None else font.get(f"{_SS}Bold") == "1",
            look.italic if font is None else font.get(f"{_SS}Italic") == "1",
            look.centered if aligned is None else aligned.get(f"{_SS}Horizontal", "").startswith("Center"),
            look.size if font is None else float(whole(font.get(f"{_SS}Size", "").partition(".")[0])),
            look.ruled if borders is None else len(borders) >= 2,
            look.font if font is None else font.get(f"{_SS}FontName", ""),
        )
        if number is not None:
            code = number.get(f"{_SS}Format", "General")
            form = number_format("dd/mm/yyyy" if "Date" in code else _NAMED_FORMATS.get(code, code))
        found[item.get(f"{_SS}ID", "")] = CellStyle(look, form)
    return found


def _sheet(item: ET.Element, styles: dict[str, CellStyle]) -> Sheet:
    cells: dict[tuple[int, int], SheetCell] = {}
    merged: list[Merged] = []
    hidden_rows: set[int] = set()
    for row, line in _counted(item.iterfind(f"{_SS}Table/{_SS}Row"), MAX_ROW):
        if line.get(f"{_SS}Hidden") == "1":
            hidden_rows.add(row)
        covered = 0
        for at, element in _counted(line.iterfind(f"{_SS}Cell"), MAX_COLUMN):
            # Cells joined to the right are not listed, but counted.
            col = at if element.get(f"{_SS}Index") else at + covered
            across, down = (max(whole(element.get(_SS + side)), 0) for side in ("MergeAcross", "MergeDown"))
            covered = col + across - at
            cell = _cell(element, styles.get(element.get(f"{_SS}StyleID", ""), styles.get("Default", PLAIN)))
            if cell is not None:
                cells[row, col] = cell
            if across or down:
                merged.append(Merged(row, col, down + 1, across + 1))
    rows, cols = (max((place[side] for place in cells), default=-1) + 1 for side in (0, 1))
    hidden = any(local(one.tag) == "Visible" and one.text in ("SheetHidden", "SheetVeryHidden") for one in item.iter())
    inside = (one for one in sorted(merged) if one.row < rows and one.col < cols)
    clipped = tuple(Merged(one.row, one.col, min(one.rows, rows - one.row), min(one.cols, cols - one.col)) for one in inside)
    return Sheet(item.get(f"{_SS}Name", ""), hidden, cells, clipped, rows, cols, frozenset(row for row in hidden_rows if row < rows))


def _counted(elements: Iterator[ET.Element], limit: int) -> Iterator[tuple[int, ET.Element]]:
    """Elements with their places; ``Index`` skips."""
    at = -1
    for element in elements:
        at = whole(element.get(f"{_SS}Index"), at + 2) - 1
        if not 0 <= at < limit:
            raise KhError("import.damaged")
        yield at, element
        at += max(whole(element.get(f"{_SS}Span")), 0)


def _cell(element: ET.Element, style: CellStyle) -> SheetCell | None:
    stored = element.find(f"{_SS}Data")
    formula = element.get(f"{_SS}Formula") is not None
    if stored is None:
        return SheetCell(None, "", True, look=style.look) if formula else None
    text = "".join(stored.itertext())
    kind = stored.get(f"{_SS}Type", "String")
    if kind == "Number":
        return _number(text, style, formula)
    if kind == "DateTime":
        return _moment(text, style, formula)
    if kind == "Boolean":
        return SheetCell(int(text == "1"), "TRUE" if text == "1" else "FALSE", formula, look=style.look)
    words = to_unicode(text, style.look.font) if font_encoding(style.look.font) else text
    legacy = style.look.font if words != text else ""
    return SheetCell(words, words, formula, kind == "Error", style.look, legacy) if words else None


def _number(text: str, style: CellStyle, formula: bool) -> SheetCell:
    try:
        number = float(text)
        value = int(number) if number == int(number) and abs(number) < 1e15 else number
    except (ValueError, OverflowError):
        return SheetCell(text, text, formula, look=style.look)
    return SheetCell(value, shown(number, style.form), formula, look=style.look)


def _moment(text: str, style: CellStyle, formula: bool) -> SheetCell:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return SheetCell(text, text, formula, look=style.look)
    value: date = moment if moment.hour or moment.minute else moment.date()
    return SheetCell(value, f"{moment:%d/%m/%Y %H:%M}" if isinstance(value, datetime) else f"{moment:%d/%m/%Y}", formula, look=style.look)
