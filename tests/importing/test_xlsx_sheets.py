"""Sheets as cells: values, what is shown, joins, what is hidden, and what a file may try."""

from __future__ import annotations

import io
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.styles import Alignment, Font

from kh_desktop.domain.cell_names import cell_name
from kh_desktop.domain.errors import KhError
from kh_desktop.importing.blocks import Cancelled
from kh_desktop.importing.xlsx_numbers import as_date, number_format, shown
from kh_desktop.importing.xlsx_sheets import Merged, Sheet, read_sheets
from tests.importing.office_packages import data, xlsx, zipped


def _saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _shown(sheet: Sheet) -> dict[str, str]:
    return {cell_name(*place): cell.shown for place, cell in sheet.cells.items()}


def test_values_and_what_a_person_sees() -> None:
    book = openpyxl.Workbook()
    page = book.active
    values = {
        "A1": ("Xã Sông Mây", "@"), "A2": (0.95, "0%"), "A3": (date(2026, 3, 5), "yyyy-mm-dd"), "A4": (1.0, "General"),
        "A5": (1234567.5, "#,##0.00"), "A6": (datetime(2026, 3, 5, 7, 30), "h:mm dd/mm/yyyy"), "A7": (3, '0" hồ sơ"'), "A8": (3, "00"),
        "A9": (46000, "mm/yyyy"), "A10": (0.1 + 0.2, "General"), "A11": (-2.5, "0.0"), "A12": (True, "General"), "A13": (0.125, "0.0%"),
        "A14": (98.6, "0.##"), "A15": (0.5, "h:mm"),
    }  # fmt: skip
    for place, (value, form) in values.items():
        page[place] = value
        page[place].number_format = form
    (sheet,) = read_sheets(_saved(book))
    assert list(_shown(sheet).values()) == [
        "Xã Sông Mây", "95%", "05/03/2026", "1", "1.234.567,50", "05/03/2026 07:30", "3 hồ sơ", "03", "12/2025", "0,3", "-2,5", "TRUE",
        "12,5%", "98,6", "12:00",
    ]  # fmt: skip
    kept = [sheet.cells[row, 0].value for row in (1, 2, 3, 5, 11)]
    assert kept == [0.95, date(2026, 3, 5), 1, datetime(2026, 3, 5, 7, 30), 1]
    assert (sheet.row_count, sheet.col_count) == (15, 1)


def test_joins_looks_and_what_is_hidden() -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Kế hoạch"
    page["B2"] = "Đề mục"
    page["B2"].font = Font(bold=True, italic=True, size=14)
    page["B2"].alignment = Alignment(horizontal="center")
    page["D5"] = 1
    page.merge_cells("B2:D3")
    page.merge_cells("A7:A2000")
    page.row_dimensions[5].hidden = True
    page.column_dimensions["D"].hidden = True
    book.create_sheet("Nháp").sheet_state = "veryHidden"
    first, second = read_sheets(_saved(book))
    assert (first.name, first.hidden, second.name, second.hidden) == ("Kế hoạch", False, "Nháp", True)
    assert first.merged == (Merged(1, 1, 2, 3),)
    look = first.cells[1, 1].look
    assert (look.bold, look.italic, look.centered, look.size) == (True, True, True, 14.0)
    assert (first.hidden_rows, first.hidden_cols) == ({4}, {3})
    assert (second.row_count, dict(second.cells)) == (0, {})


def test_formulas_have_their_stored_value_or_none() -> None:
    rows = data(
        '<c r="A1"><f>1+1</f><v>2</v></c>',
        '<c r="A2"><f>NOW()</f></c>',
        '<c r="A3" t="str"><f>B1&amp;""</f><v></v></c>',
        '<c r="A4" t="e"><f>#REF!</f><v>#REF!</v></c>',
        '<c r="A5" t="str"><f>C1</f><v>Tháng 3_x000D_\n</v></c>',
    )
    (sheet,) = read_sheets(xlsx(rows))
    got = {cell_name(*place): (cell.value, cell.formula, cell.error) for place, cell in sheet.cells.items()}
    assert got == {
        "A1": (2, True, False),
        "A2": (None, True, False),
        "A3": ("", True, False),
        "A4": ("#REF!", True, True),
        "A5": ("Tháng 3\r\n", True, False),
    }


def test_rich_text_phonetic_marks_and_old_fonts() -> None:
    strings = (
        "<si><r><rPr><b/></rPr><t>Điều</t></r><r><rPr><b/></rPr><t> 1</t></r><rPh><t>bỏ</t></rPh></si>"
        '<si><r><rPr><rFont val=".VnTime"/></rPr><t>C«ng viÖc</t></r></si>'
        '<si><r><rPr><rFont val="VNI-Times"/></rPr><t>Coâng vieäc</t></r></si>'
    )
    rows = data(
        '<c r="A1" t="s"><v>0</v></c>', '<c r="A2" t="s"><v>1</v></c>', '<c r="A3" t="s"><v>2</v></c>', '<c r="A4" t="s"><v>99</v></c>'
    )
    (sheet,) = read_sheets(xlsx(rows, strings=strings))
    assert _shown(sheet) == {"A1": "Điều 1", "A2": "Công việc", "A3": "Công việc"}
    assert sheet.cells[0, 0].look.bold
    assert [sheet.cells[row, 0].legacy for row in range(3)] == ["", ".VnTime", "VNI-Times"]


def test_cells_without_places_and_inline_text() -> None:
    rows = '<sheetData><row><c t="inlineStr"><is><t>một</t></is></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row></sheetData>'
    (sheet,) = read_sheets(xlsx(rows))
    # A cell that holds nothing is not heard of, so those without a place must not be taken out before it is counted.
    assert _shown(sheet) == {"A1": "một", "B1": "2", "B2": "3"}


def test_a_million_styled_rows_cost_nothing() -> None:
    empty = "".join(f'<row r="{n}" s="1" customFormat="1"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>' for n in range(2, 60_000))
    (sheet,) = read_sheets(xlsx(f'<sheetData><row r="1"><c r="A1"><v>1</v></c></row>{empty}</sheetData>'))
    assert (sheet.row_count, sheet.col_count, len(sheet.cells)) == (1, 1, 1)


def test_letters_that_look_like_an_empty_cell_are_kept() -> None:
    inside = '<c r="A1" t="inlineStr"><is><t><![CDATA[<c r="A9"/>]]></t></is></c>'
    (sheet,) = read_sheets(xlsx(data(inside)))
    assert sheet.cells[0, 0].value == '<c r="A9"/>'


def test_days_before_march_1900_and_of_1904() -> None:
    form = number_format("dd/mm/yyyy")
    assert as_date(1, form, False)[0] == date(1900, 1, 1)
    assert as_date(61, form, False)[0] == date(1900, 3, 1)
    assert as_date(0, form, True)[0] == date(1904, 1, 1)
    assert as_date(3_000_000, form, False) == (None, "3000000")
    assert as_date(1.5, number_format("[h]:mm"), False) == (None, "36:00")


@pytest.mark.parametrize(
    ("code", "number", "words"),
    [
        ("0.00", 2, "2,00"), ("#,##0", 0, "0"), ("#,##0;[Red]-#,##0", -1500, "-1.500"), ('[$₫-42A] #,##0', 5000, "₫ 5.000"),
        ("0.00E+00", 12000, "12000"), ('"Quý "0', 3, "Quý 3"), ('General" xã"', 4, "4 xã"),
        ("# ?/?", 0.5, "0,5"), ("\\T0", 8, "T8"), ("", 1.5, "1,5"),
    ],
)  # fmt: skip
def test_number_formats(code: str, number: float, words: str) -> None:
    assert shown(number, number_format(code)) == words


def test_progress_is_told_and_may_stop() -> None:
    heard: list[float] = []
    read_sheets(xlsx(data('<c r="A1"><v>1</v></c>')), heard.append)
    assert heard and heard[-1] == 1.0

    def stop(_: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_sheets(xlsx(data('<c r="A1"><v>1</v></c>')), stop)


@pytest.mark.parametrize(
    ("book", "code"),
    [
        (b"PK\x03\x04 not a zip", "import.damaged"),
        (zipped({"a.txt": "x"}), "import.damaged"),
        (xlsx("<sheetData><row></sheetData>"), "import.damaged"),
        (xlsx(data('<c r="A1048577"><v>1</v></c>')), "import.damaged"),
        (xlsx(data('<c r="ZZZZ1"><v>1</v></c>')), "import.damaged"),
        (xlsx(data('<c r="A1" t="s"><v>0</v></c>'), strings="<!DOCTYPE sst [<!ENTITY a 'x'>]><si><t>&a;</t></si>"), "import.damaged"),
    ],
)
def test_damaged_books_are_refused(book: bytes, code: str) -> None:
    with pytest.raises(KhError) as caught:
        read_sheets(book)
    assert caught.value.code == code
