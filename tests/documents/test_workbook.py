"""Workbooks of figures: formulas recalculate to the results stored beside them, texts stay texts, the page is set up."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

from openpyxl import load_workbook

from kh_desktop.documents.excel_workbook import write_workbook
from kh_desktop.documents.workbook import Figure, FigureBook, FigureRow, FigureSheet, at
from kh_desktop.domain.cell_names import column_letters
from kh_desktop.importing.xlsx_sheets import read_sheets

EVIL = ["=1+1", "+84 123", "-2", "@SUM(A1)", '=HYPERLINK("http://x")', "_x0041_", "a<b>&c"]


def made(*sheets: FigureSheet) -> bytes:
    out = BytesIO()
    write_workbook(FigureBook("Báo cáo", sheets), out)
    return out.getvalue()


def sheet() -> FigureSheet:
    head = FigureRow((Figure("TT", bold=True, rowspan=2), Figure("Tiếp nhận", colspan=2, align="center"), None, Figure("Tỷ lệ", rowspan=2)))
    below = FigureRow((None, Figure("Trực tuyến"), Figure("Trực tiếp"), None))
    rows = [
        FigureRow((Figure(1), Figure(3 * i), Figure(i), Figure(Decimal("75"), formula=f"B{i + 2}/(B{i + 2}+C{i + 2})*100", decimals=1)))
        for i in (1, 2)
    ]
    total = FigureRow(
        (
            Figure("Tổng"),
            Figure(9, formula="SUM(B3:B4)"),
            Figure(3, formula="SUM(C3:C4)"),
            Figure("đủ", formula='IF(B5>0,"đủ","không phát sinh")'),
        )
    )
    words = FigureRow(tuple(Figure(text) for text in EVIL))
    return FigureSheet("Biểu: II/06a", (20.0, 30.0, 30.0, 30.0, 30.0, 30.0, 30.0), (head, below, *rows, total, words), header=(1, 2))


def test_formulas_and_their_results_stand_side_by_side() -> None:
    data = made(sheet())
    formulas = load_workbook(BytesIO(data)).worksheets[0]
    results = load_workbook(BytesIO(data), data_only=True).worksheets[0]
    assert formulas["B5"].value == "=SUM(B3:B4)"
    assert (results["B5"].value, results["D3"].value, results["D5"].value) == (9, 75, "đủ")
    assert formulas.title == "Biểu II 06a"
    assert (formulas.print_title_rows, formulas.page_setup.orientation, formulas.freeze_panes) == ("$1:$2", "landscape", "A3")
    assert {str(m) for m in formulas.merged_cells.ranges} == {"A1:A2", "B1:C1", "D1:D2"}


def test_what_people_typed_is_never_a_formula() -> None:
    data = made(sheet())
    row = load_workbook(BytesIO(data)).worksheets[0][6]
    assert [cell.data_type for cell in row] == ["s"] * len(EVIL)
    shown = read_sheets(data)[0]
    assert [shown.cells[5, col].value for col in range(len(EVIL))] == EVIL


def test_the_same_workbook_is_the_same_bytes() -> None:
    assert made(sheet()) == made(sheet())


def test_names_of_cells() -> None:
    assert [column_letters(n) for n in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert at(8, 3) == "C8"
