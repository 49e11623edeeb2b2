"""The Excel file, read back with openpyxl."""

from __future__ import annotations

import html
import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.cell import MergedCell

from kh_desktop.documents.excel import sheet_name, write_excel
from kh_desktop.documents.excel_grid import grid_of
from kh_desktop.documents.tree import Columns, Document, Paragraph, Part, Row, Run, Table
from tests.documents.office_trees import (
    BODY,
    FORMULAS,
    LONG,
    WIDTHS,
    appendix,
    cell,
    centred,
    expected,
    full_document,
    head,
    hostile_document,
    letterhead,
    lines_of,
    plan_part,
    signature,
    small_table,
    task_table,
    text,
)


def written(document: Document) -> bytes:
    out = io.BytesIO()
    write_excel(document, out)
    return out.getvalue()


def opened(document: Document) -> Any:
    return openpyxl.load_workbook(io.BytesIO(written(document)), rich_text=True)


def texts(book: Any) -> list[str]:
    found = [str(item.value) for sheet in book for row in sheet.iter_rows() for item in row if item.value is not None]
    # openpyxl reads the code of an underscore twice over; LibreOffice reads it as written (test_libreoffice).
    return [words.replace("_x0041_ và _", "_x0041_ và _x005F_") for words in found]


def find(sheet: Any, words: str) -> Any:
    return next(item for row in sheet.iter_rows() for item in row if item.value is not None and str(item.value).startswith(words))


def height(sheet: Any, first: int, last: int) -> float:
    return sum(float(sheet.row_dimensions[row].height) for row in range(first, last + 1))


def area(sheet: Any, item: Any) -> tuple[int, int, int, int]:
    found = [m.bounds for m in sheet.merged_cells.ranges if m.bounds[:2] == (item.column, item.row)]
    return found[0] if found else (item.column, item.row, item.column, item.row)


@pytest.mark.parametrize("document", [full_document(), hostile_document()], ids=["full", "hostile"])
def test_every_text_is_there(document: Document) -> None:
    found = [line for words in texts(opened(document)) for line in words.split("\n") if line]
    wanted = [line for words in lines_of(document) for line in expected(words).split("\n") if line]
    # A text higher than a row may be stands in several cells.
    assert " ".join(line for line in found if line.startswith("chữ")) == " ".join(line for line in wanted if line.startswith("chữ"))
    assert sorted(line for line in found if line not in LONG) == sorted(line for line in wanted if line not in LONG)


def test_body_stands_in_the_trees_order() -> None:
    document = Document("x", (Part("x", tuple(text(f"Đoạn {n}", "noi_dung") for n in range(30))),))
    assert texts(opened(document)) == [f"Đoạn {n}" for n in range(30)]


def test_nothing_becomes_a_formula_a_number_or_a_date() -> None:
    plain = ("1", "007", "15/9/2027", "1e5", "TRUE", *FORMULAS)
    sheet = opened(Document("x", (appendix("Phụ lục", small_table(plain)),))).worksheets[0]
    cells = [item for row in sheet.iter_rows() for item in row if item.value is not None]
    assert {item.data_type for item in cells} == {"s"}
    # Marked as text, so that editing the cell does not turn it into a formula either.
    assert {item.value for item in cells if item.quotePrefix} == set(FORMULAS)
    with zipfile.ZipFile(io.BytesIO(written(hostile_document()))) as archive:
        xml = b"".join(archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet"))
    assert b"<f>" not in xml and b"numberStoredAsText" in xml


def test_codes_for_letters_stay_what_was_typed() -> None:
    with zipfile.ZipFile(io.BytesIO(written(hostile_document()))) as archive:
        xml = html.unescape(archive.read("xl/worksheets/sheet1.xml").decode())
    assert "_x005F_x0041_ và _x005F_x005F_" in xml


def test_a_sheet_for_each_part_set_up_for_paper() -> None:
    book = opened(full_document())
    assert book.sheetnames == ["Kế hoạch", "Phụ lục I", "Phụ lục II"]
    assert [sheet.page_setup.orientation for sheet in book] == ["portrait", "landscape", "portrait"]
    for sheet in book:
        setup, margins = sheet.page_setup, sheet.page_margins
        assert (setup.paperSize, setup.fitToWidth, setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (9, 1, 0, True)
        assert (setup.firstPageNumber, setup.useFirstPageNumber) == (1, True)
        inches = (margins.top, margins.right, margins.bottom, margins.left)
        assert [round(inch * 25.4) for inch in inches] == [20, 20, 20, 30]
        assert sheet.HeaderFooter.differentFirst and not sheet.firstHeader.center.text
        number = sheet.oddHeader.center
        assert (number.text, number.size, number.font) == ("&P", 13, "Times New Roman,Regular")


def test_header_stays_in_sight_and_is_repeated_on_paper() -> None:
    sheet = opened(full_document())["Phụ lục I"]
    first = find(sheet, "TT").row
    assert sheet.freeze_panes == f"A{first + 2}"
    assert sheet.print_title_rows == f"${first}:${first + 1}"


def test_a_table_far_down_is_not_frozen_but_its_header_is_repeated() -> None:
    long, short = (opened(Document("x", (plan_part(task_table(count)),))).worksheets[0] for count in (60, 3))
    assert long.freeze_panes is None and short.freeze_panes is None
    assert long.print_title_rows and not short.print_title_rows


def test_column_widths_are_the_tables_in_mm() -> None:
    sheet = opened(full_document())["Phụ lục I"]
    widths = [sheet.column_dimensions[letter].width * 8 / 96 * 25.4 for letter in "ABCDEFG"]
    assert widths == pytest.approx(WIDTHS, abs=0.05)


def test_grouped_header_spans_and_group_rows_are_merged() -> None:
    sheet = opened(full_document())["Phụ lục I"]
    top = find(sheet, "TT").row
    assert area(sheet, find(sheet, "TT")) == (1, top, 1, top + 1)
    assert area(sheet, find(sheet, "Phân công")) == (3, top, 4, top)
    group = find(sheet, "Công khai thủ tục")
    assert area(sheet, group) == (2, group.row, 7, group.row) and group.font.b
    row = find(sheet, "Niêm yết thủ tục của lĩnh vực thứ 4 ").row
    assert area(sheet, sheet.cell(row, 1)) == (1, row, 1, row + 1)
    assert sheet.cell(row + 1, 3).value == "Công an xã"


def test_table_cells_have_frames_wrap_and_the_font() -> None:
    sheet = opened(full_document())["Phụ lục I"]
    top = find(sheet, "TT").row
    for row in sheet.iter_rows(min_row=top, max_col=len(WIDTHS)):
        for item in row:
            if isinstance(item, MergedCell):
                continue  # openpyxl takes their frames away when it reads
            assert {getattr(item.border, side).style for side in ("left", "right", "top", "bottom")} == {"thin"}
            if item.value is not None:
                assert (item.font.name, item.font.sz, item.alignment.wrap_text) == ("Times New Roman", 12, True)
    assert find(sheet, "Chủ trì").font.b and find(sheet, "Chủ trì").alignment.horizontal == "center"


def test_lines_of_a_cell_stay_lines() -> None:
    sheet = opened(full_document())["Phụ lục I"]
    assert find(sheet, "- Bảng").value == "- Bảng niêm yết;\n- Danh mục thủ tục."


def test_rows_are_high_enough_for_their_text() -> None:
    # In a column of 40 mm at 12 pt there is room for 21 to 25 letters of this text: at least 200 lines of 13.8 pt.
    table = small_table((LONG, "ngắn"), (120.0, 40.0))
    sheet = opened(Document("x", (Part("x", (table,)),))).worksheets[0]
    number = find(sheet, "1")
    _, first, _, last = area(sheet, number)
    assert number.row == first and number.alignment.vertical == "top"
    assert height(sheet, first, last) > 200 * 13.8
    assert all((sheet.row_dimensions[row].height or 0) <= 409 for row in range(1, sheet.max_row + 1)), "more does not exist in Excel"
    pieces = [str(sheet.cell(row, 2).value) for row in range(first, last + 1)]
    assert " ".join(pieces) == LONG, "the text goes on in the row below: a joined cell would be cut off at the page's end"
    frames = [(sheet.cell(row, 2).border.top.style, sheet.cell(row, 2).border.bottom.style) for row in range(first, last + 1)]
    assert frames[0] == ("thin", None) and frames[-1] == (None, "thin") and set(frames[1:-1]) == {(None, None)}
    short = find(sheet, "ngắn")
    assert 13.8 < height(sheet, short.row, short.row) < 30


def test_a_long_paragraph_keeps_its_bold_beginning() -> None:
    runs = (Run("1. Yêu cầu. ", bold=True), Run(LONG))
    sheet = opened(Document("x", (Part("x", (Paragraph(runs, "noi_dung"),)),))).worksheets[0]
    values = [row[0].value for row in sheet.iter_rows(max_col=1)]
    assert len(values) > 1
    assert " ".join(str(value).strip() for value in values) == f"1. Yêu cầu. {LONG}"
    assert [bool(block.font.b) for value in values for block in value] == [True] + [False] * len(values)


def test_a_spanning_cell_makes_its_last_row_higher() -> None:
    rows = (Row((cell(BODY * 6, rowspan=2), cell("a"))), Row((cell("b"),)))
    sheet = opened(Document("x", (Part("x", (Table((40.0, 120.0), (), rows),)),))).worksheets[0]
    first, second = find(sheet, "a").row, find(sheet, "b").row
    assert height(sheet, first, sheet.max_row) > 30 * 13.8
    assert height(sheet, first, first) < 30 < height(sheet, second, sheet.max_row)


def test_a_text_longer_than_a_cell_may_be_is_continued_below() -> None:
    words = "từ " * 15_000 + "hết"
    sheet = opened(Document("x", (Part("x", (text(words, "noi_dung"), small_table((words,)))),))).worksheets[0]
    pieces = [str(item.value) for row in sheet.iter_rows() for item in row if item.value is not None and "từ" in str(item.value)]
    assert max(map(len, pieces)) <= 32_767
    assert " ".join(pieces) == f"{words} {words}"


def test_letters_without_width_do_not_overfill_a_cell() -> None:
    words = "a" + "\u0301" * 70_000
    sheet = opened(Document("x", (Part("x", (text(words, "noi_dung"),)),))).worksheets[0]
    pieces = [str(item.value) for row in sheet.iter_rows() for item in row if item.value is not None]
    assert max(map(len, pieces)) <= 32_767 and "".join(pieces) == words


def test_letterhead_stands_side_by_side() -> None:
    sheet = opened(full_document())["Kế hoạch"]
    assert find(sheet, "Số:").row == find(sheet, "Sông Mây,").row
    assert find(sheet, "XÃ SÔNG MÂY").row == find(sheet, "Độc lập").row


def test_no_page_can_end_within_a_signature() -> None:
    sheet = opened(full_document())["Kế hoạch"]
    left, right = find(sheet, "Nơi nhận:"), find(sheet, "TM.")
    assert left.row == right.row == sheet.max_row
    assert str(left.value).split("\n") == ["Nơi nhận:", "- UBND tỉnh;", "- Thường trực HĐND xã;", "- Lưu: VT, VP."]
    assert [line for line in str(right.value).split("\n") if line] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Thị Mai"]
    assert str(right.value).count("\n\n") >= 1, "room to sign"
    assert [(block.font.sz, bool(block.font.b), bool(block.font.i)) for block in left.value][:2] == [(12, True, True), (11, False, False)]
    assert height(sheet, left.row, left.row) > 110


def test_a_signature_with_very_many_recipients_goes_over_rows() -> None:
    names = tuple(text(f"- Nơi nhận thứ {n};", "noi_nhan_list", size=11.0, align="left") for n in range(40))
    block = replace(signature(), left=names)
    sheet = opened(Document("x", (Part("x", (block,)),))).worksheets[0]
    name = find(sheet, "Lò Thị Mai")
    column, first, _, last = area(sheet, name)
    assert column == find(sheet, "TM.").column and last == find(sheet, "- Nơi nhận thứ 39").row
    assert height(sheet, first, last) > 70 and name.alignment.vertical == "bottom"


def test_the_nation_is_never_broken() -> None:
    sheet = opened(Document("x", (Part("x", letterhead()),))).worksheets[0]
    nation = find(sheet, "CỘNG HÒA")
    assert nation.alignment.shrink_to_fit and not nation.alignment.wrap_text


def test_rules_are_drawn_in_their_length() -> None:
    sheet = opened(Document("x", (Part("x", (centred("Độc lập - Tự do - Hạnh phúc", "tieu_ngu", rule=1.0),)),))).worksheets[0]
    (picture,) = sheet._images
    assert picture.anchor.ext.width / 36000 == pytest.approx(60.5, abs=0.5)
    start = picture.anchor._from
    assert start.colOff / 36000 == pytest.approx((160 - 60.5) / 2, abs=0.5)
    assert 14 < start.rowOff / 12700 < sheet.row_dimensions[start.row + 1].height


def test_mixed_dress_stays_in_one_cell() -> None:
    runs = (Run("Đậm. ", bold=True), Run("Thường <&>"))
    value = opened(Document("x", (Part("x", (Paragraph(runs, "noi_dung"),)),))).worksheets[0]["A1"].value
    assert [(str(block), bool(block.font.b)) for block in value] == [("Đậm. ", True), ("Thường <&>", False)]
    assert {block.font.rFont for block in value} == {"Times New Roman"}


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Phụ lục I", "Phụ lục I"),
        ("a/b:c*d?e[f]g\\h", "a b c d e f g h"),
        ("'nháy'", "nháy"),
        ("", "Trang"),
        ("x" * 40, "x" * 31),
        ("History", "History (2)"),
        ("kế hoạch", "kế hoạch (2)"),
        ("dòng\nhai\x07", "dòng hai"),
    ],
)
def test_sheet_names_are_safe(name: str, made: str) -> None:
    assert sheet_name(name, ["Kế hoạch"]) == made


def test_parts_of_one_name_become_sheets_of_two() -> None:
    part = Part("x" * 40, (text("a", "noi_dung"),))
    names = opened(Document("x", (part, part))).sheetnames
    assert names == ["x" * 31, f"{'x' * 27} (2)"]


def test_a_document_without_parts_is_still_a_workbook() -> None:
    assert len(opened(Document("x", ())).sheetnames) == 1
    assert len(opened(Document("x", (Part("a", ()),))).sheetnames) == 1


def test_two_tables_share_the_columns_they_can() -> None:
    first, second = small_table(("a", "b", "c"), (20.0, 140.0)), small_table(("d",), (21.0, 139.0))
    third = Table((80.0, 80.0), (), (Row((head("x"), head("y"))),))
    grid = grid_of(Part("x", (first, text("giữa", "noi_dung"), second, third, Columns((), (), 0.4))), 160.0)
    assert grid.edges == (0.0, 20.0, 64.0, 80.0, 160.0)
    assert [grid.places[index] for index in (0, 2, 3, 4)] == [(0, 1, 4), (0, 1, 4), (0, 3, 4), (0, 2, 4)]
    assert grid.column_at(70.0) == (2, 6.0)


def test_widths_on_the_same_sheet_are_kept_apart() -> None:
    narrow = Table((1.0, 1.0, 158.0), (), (Row((cell("a"), cell("b"), cell("c"))),))
    sheet = opened(Document("x", (Part("x", (small_table(("d", "e")), narrow)),))).worksheets[0]
    assert len({find(sheet, words).column for words in ("a", "b", "c")}) == 3


def test_same_document_same_bytes_and_nobodys_name() -> None:
    document = full_document()
    first = written(document)
    assert first == written(document)
    properties = opened(replace(document, meta={"author": "UBND xã Sông Mây"})).properties
    assert (properties.title, properties.creator, properties.lastModifiedBy) == ("Kế hoạch năm 2027", "UBND xã Sông Mây", None)
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
        assert not re.search(rb"openpyxl|<dc:creator", archive.read("docProps/core.xml"))


def test_a_cell_over_several_rows_of_the_table_stays_one() -> None:
    rows = (Row((cell(BODY, rowspan=3), cell("a"))), Row((cell("b"),)), Row((cell("c"),)))
    sheet = opened(Document("x", (Part("x", (Table((40.0, 120.0), (), rows),)),))).worksheets[0]
    assert sheet["A1"].value == BODY and area(sheet, sheet["A1"]) == (1, 1, 1, 3)


def test_spans_never_lie_over_one_another() -> None:
    rows = (Row((cell("a"), cell("b", rowspan=2), cell("c"))), Row((cell("d", colspan=3), cell("e"))))
    sheet = opened(Document("x", (Part("x", (Table((50.0, 50.0, 60.0), (), rows),)),))).worksheets[0]
    assert [str(merged) for merged in sheet.merged_cells.ranges] == ["B1:B2"]
    assert (sheet["A2"].value, sheet["C2"].value) == ("d", "e")


def test_room_above_a_text_stays_above_it() -> None:
    gaps = {"a": (0.0, 6.0), "b": (6.0, 6.0), "c": (12.0, 6.0)}
    paragraphs = tuple(text(words, "muc", space_before=before, space_after=after) for words, (before, after) in gaps.items())
    sheet = opened(Document("x", (Part("x", paragraphs),))).worksheets[0]
    assert [find(sheet, words).alignment.vertical for words in gaps] == ["top", "center", "bottom"]
