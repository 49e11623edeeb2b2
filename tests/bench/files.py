"""PDF, Word and Excel against the least that could make the same file."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from copy import copy
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from kh_desktop.documents.build import build_document
from kh_desktop.documents.excel import write_excel
from kh_desktop.documents.pdf import write_pdf
from kh_desktop.documents.tree import Document, Row, Table
from kh_desktop.documents.word import write_word
from tests.bench.data import make_plan
from tests.bench.measure import Result, seconds, side_by_side

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def measure() -> Iterator[Result]:
    """All budgets on files."""
    yield from _pdf()
    yield _word()
    yield _excel()


def _pdf() -> Iterator[Result]:
    small, large = make_plan(60), make_plan(2000)
    short = seconds(lambda: write_pdf(build_document(small), io.BytesIO()))
    long = seconds(lambda: write_pdf(build_document(large), io.BytesIO()), 3)
    yield Result("PDF of 2,000 rows", long, 1.5, "s", f"60 rows: {short * 1000:.0f} ms")
    office = _libreoffice_seconds(build_document(large))
    if office:
        yield Result("PDF of 2,000 rows, times LibreOffice", office / long, 8, "x", f"LibreOffice {office:.1f} s", at_least=True)
    else:
        print("soffice is missing: PDF is not compared with LibreOffice")


def _libreoffice_seconds(document: Document) -> float:
    program = shutil.which("soffice")
    if not program:
        return 0.0
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "plan.docx"
        with source.open("wb") as out:
            write_word(document, out)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        empty = Path(folder) / "empty.txt"
        empty.write_text("x", encoding="utf-8")
        times = []
        # The first run only makes LibreOffice's profile; what counts is how much longer the plan takes than an empty page.
        for file in (empty, empty, source):
            begun = time.perf_counter()
            subprocess.run([*command, str(file)], check=True, capture_output=True, timeout=300)
            times.append(time.perf_counter() - begun)
        assert source.with_suffix(".pdf").exists()
        return times[2] - times[1]


def _rows(document: Document) -> list[Row]:
    tables = [b for part in document.parts for b in part.blocks if isinstance(b, Table)]
    return [row for table in tables for row in (*table.header, *table.rows)]


def _word() -> Result:
    document = build_document(make_plan(2000))
    ours, bare = side_by_side(lambda: write_word(document, io.BytesIO()), lambda: _bare_word(document))
    return Result("Word of 2,000 rows / one string of table XML", ours / bare, 2, "x", f"{ours * 1000:.0f} ms / {bare * 1000:.0f} ms")


def _bare_word(document: Document) -> None:
    import docx
    from docx.oxml import parse_xml

    file = docx.Document()
    parts = [f'<w:tbl xmlns:w="{_W}"><w:tblPr><w:tblBorders><w:insideH w:val="single" w:sz="4"/></w:tblBorders></w:tblPr><w:tblGrid/>']
    for row in _rows(document):
        parts.append("<w:tr>")
        for cell in row.cells:
            parts.append('<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>')
            for line in cell.lines or ("",):
                parts.append(
                    f'<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:sz w:val="24"/></w:rPr>'
                    f'<w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
                )
            parts.append("</w:tc>")
        parts.append("</w:tr>")
    file.element.body.insert(0, parse_xml("".join(parts) + "</w:tbl>"))
    file.save(io.BytesIO())


def _excel() -> Result:
    import openpyxl

    document = build_document(make_plan(2000))
    made = io.BytesIO()
    write_excel(document, made)
    sheets = _sheets(openpyxl.load_workbook(made))
    ours, bare = side_by_side(lambda: write_excel(document, io.BytesIO()), lambda: _bare_excel(sheets), 3)
    note = f"{ours * 1000:.0f} ms / {bare * 1000:.0f} ms"
    return Result("Excel of 2,000 rows / bare openpyxl, same cells and styles", ours / bare, 1.3, "x", note)


def _sheets(book: Any) -> list[dict[str, Any]]:
    """What stands in each sheet of our own file, one style object for each look."""
    looks: dict[tuple[object, ...], tuple[Any, Any, Any, Any]] = {}
    out = []
    for sheet in book.worksheets:
        cells = []
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None and not cell.has_style:
                    continue
                key = (cell._style.fontId, cell._style.alignmentId, cell._style.borderId, cell._style.fillId)
                look = looks.setdefault(key, (copy(cell.font), copy(cell.alignment), copy(cell.border), copy(cell.fill)))
                cells.append((cell.row, cell.column, cell.value, look))
        heights = {n: d.height for n, d in sheet.row_dimensions.items() if d.height}
        out.append({"title": sheet.title, "cells": cells, "merged": [str(m) for m in sheet.merged_cells.ranges], "heights": heights})
    return out


def _bare_excel(sheets: list[dict[str, Any]]) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for data in sheets:
        sheet = book.create_sheet(data["title"])
        styles: dict[int, Any] = {}
        for row, column, value, look in data["cells"]:
            cell = sheet.cell(row, column, value)
            # Setting four style objects on every cell is slow; sharing the row of style numbers is how fast writers do it.
            if id(look) not in styles:
                cell.font, cell.alignment, cell.border, cell.fill = look
                styles[id(look)] = cell._style
            cell._style = styles[id(look)]
        for area in data["merged"]:
            sheet.merge_cells(area)
        for row, height in data["heights"].items():
            sheet.row_dimensions[row].height = height
    book.save(io.BytesIO())
