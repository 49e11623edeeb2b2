"""A period's workbook against bare openpyxl with the same cells and styles; files of figures taken in; a plan read from Word and PDF."""

from __future__ import annotations

import io
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from copy import copy
from dataclasses import replace
from pathlib import Path
from typing import Any

from kh_desktop.documents.build import build_document
from kh_desktop.documents.excel_workbook import write_workbook
from kh_desktop.documents.pdf import write_pdf
from kh_desktop.documents.word import write_word
from kh_desktop.documents.workbook import FigureBook
from kh_desktop.services import figures
from kh_desktop.services.figure_files import read_figures
from kh_desktop.services.importing import read_file, understood
from kh_desktop.services.plans import new_plan_from
from kh_desktop.services.report_out import workbook
from kh_desktop.services.session import open_session
from tests.bench.data import make_plan
from tests.bench.figures import TODAY, fill
from tests.bench.measure import Result, seconds, side_by_side
from tests.importing.figure_books import export

_LABELS = ("STT", "Mã hồ sơ", "Trích yếu", "Số bộ", "Chủ hồ sơ", "Địa chỉ", "Số điện thoại", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày trả",
           "Tên người nhận kết quả", "Địa bàn")  # fmt: skip


def measure() -> Iterator[Result]:
    """The workbook, the import of figures, the import of plans."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with closing(open_session(folder / "bench.khdb")) as session:
            fill(session)
            plan_id = new_plan_from(session, make_plan(600))
            book = workbook(session, "2027-Q3", plan_id=plan_id, today=TODAY)
            ours, bare = side_by_side(lambda: write_workbook(book, io.BytesIO()), lambda: _bare(book))
            cells = sum(len(row.cells) for sheet in book.sheets for row in sheet.rows)
            yield Result("report workbook, times bare openpyxl", ours / bare, 1.3, "x", f"{cells} cells, {ours * 1000:.0f} ms")
            yield _register(session, folder)
        yield from _plans(folder)


def _register(session: Any, folder: Path) -> Result:
    rows = [
        [n, f"H{n:06d}", "Khai sinh", 1, f"Người {n}", "Thôn 1", "0900", "01/07/2027", "05/07/2027", "04/07/2027", "", "Thôn 1"]
        for n in range(50_000)
    ]
    file = folder / "so.xlsx"
    file.write_bytes(export(_LABELS, rows))

    begun = time.perf_counter()
    tables = [replace(t, field="Hộ tịch") for t in read_figures(session, file)]
    read = time.perf_counter() - begun
    figures.import_figures(session, "2027-Q3", tables)
    return Result("50,000 dossiers taken in", time.perf_counter() - begun, 15, "s", f"reading {read:.1f} s, with progress and cancel")


def _plans(folder: Path) -> Iterator[Result]:
    """Files of our own writers, read and recognised."""
    word, page = folder / "plan.docx", folder / "plan.pdf"
    with word.open("wb") as out:
        write_word(build_document(make_plan(2000)), out)
    with page.open("wb") as out:
        write_pdf(build_document(make_plan(60)), out)
    yield Result("Word plan of 2,000 rows read", seconds(lambda: understood(read_file(word)), 3), 0.5, "s")
    yield Result("PDF of 60 rows read", seconds(lambda: understood(read_file(page)), 3), 0.5, "s")


def _bare(book: FigureBook) -> None:
    """The same cells with the same styles, straight into openpyxl; styles made once each, as anybody would."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, Side

    made = Workbook()
    made.remove(made.active)
    line = Side("thin")
    for number, spec in enumerate(book.sheets):
        sheet = made.create_sheet(f"S{number}")
        styles: dict[Any, Any] = {}
        for at, row in enumerate(spec.rows, start=1):
            sheet.row_dimensions[at].height = 20
            for column, figure in enumerate(row.cells, start=1):
                if figure is None:
                    continue
                cell = sheet.cell(at, column, f"={figure.formula}" if figure.formula else figure.value)
                key = (figure.bold, figure.italic, figure.align, figure.frame, figure.size, figure.decimals, isinstance(figure.value, str))
                if key not in styles:
                    cell.font = Font(name="Times New Roman", size=figure.size, bold=figure.bold, italic=figure.italic)
                    cell.border = Border(left=line, right=line, top=line, bottom=line) if figure.frame else Border()
                    cell.alignment = Alignment(horizontal=figure.align, vertical="center", wrap_text=True)
                    cell.number_format = "@" if isinstance(figure.value, str) else "#,##0"
                    styles[key] = copy(cell._style)
                cell._style = styles[key]
                if figure.colspan > 1 or figure.rowspan > 1:
                    last = {"end_row": at + figure.rowspan - 1, "end_column": column + figure.colspan - 1}
                    sheet.merge_cells(start_row=at, start_column=column, **last)
    made.save(io.BytesIO())
