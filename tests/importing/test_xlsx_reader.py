"""Excel files as blocks: what is text and what is a table, what is hidden, and files of the house itself."""

from __future__ import annotations

import io

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Border, Font, Side

from kh_desktop.documents.excel import write_excel
from kh_desktop.documents.tree import Table as TreeTable
from kh_desktop.domain.errors import KhError
from kh_desktop.importing.blocks import Paragraph, Source, Table
from kh_desktop.importing.xlsx_reader import read_xlsx
from kh_desktop.importing.xlsx_xml2003 import read_xml2003
from tests.documents.office_trees import full_document
from tests.importing.office_packages import data, relations, xlsx

LINE = Side(style="thin")
FRAME = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
HEADER = ("STT", "Nội dung công việc", "Đơn vị chủ trì", "Thời hạn", "Sản phẩm")


def _read(book: openpyxl.Workbook) -> Source:
    out = io.BytesIO()
    book.save(out)
    return read_xlsx(out.getvalue(), "thử.xlsx")


def _kinds(source: Source) -> list[str]:
    return [
        block.text if isinstance(block, Paragraph) else f"{'T' if block.ruled else 't'}{block.row_count}x{block.col_count}"
        for block in source.blocks
    ]


def _plan(framed: bool) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    page = book.active
    for place, words in {"A1": "UBND XÃ SÔNG MÂY", "D1": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "A2": "Số: 05/KH-UBND"}.items():
        page[place] = words
    for joined in ("A1:B1", "D1:E1", "A2:B2", "A4:E4"):
        page.merge_cells(joined)
    page["A4"] = "KẾ HOẠCH"
    page["A4"].font = Font(bold=True)
    rows = [
        HEADER,
        ("I", "Công tác chỉ đạo"),
        (1, "Ban hành kế hoạch", "Văn phòng", "Quý I", "Kế hoạch"),
        (2, "Tập huấn", "Văn phòng", "Quý II", None),
    ]
    for number, row in enumerate(rows, start=6):
        for col, words in enumerate(row, start=1):
            page.cell(number, col, words)
            if framed:
                page.cell(number, col).border = FRAME
    page.merge_cells("B7:E7")
    page.append([])
    page["A11"], page["D11"], page["A12"] = "Nơi nhận:", "CHỦ TỊCH", "- Như trên;"
    return book


@pytest.mark.parametrize("framed", [True, False])
def test_a_plan_from_top_to_bottom(framed: bool) -> None:
    source = _read(_plan(framed))
    assert _kinds(source)[:3] == ["t2x2", "KẾ HOẠCH", "T4x5"]
    assert _kinds(source)[3:] in (["t1x2", "- Như trên;"], ["t2x2"])
    table = source.blocks[2]
    assert isinstance(table, Table)
    assert [(cell.row, cell.col, cell.cols, cell.text) for cell in table.cells][5:9] == [
        (1, 0, 1, "I"), (1, 1, 4, "Công tác chỉ đạo"), (2, 0, 1, "1"), (2, 1, 1, "Ban hành kế hoạch"),
    ]  # fmt: skip
    assert not source.notices


def test_a_cell_joined_downwards_keeps_its_rows_together() -> None:
    book = openpyxl.Workbook()
    page = book.active
    for row in ((*HEADER,), (1, "a", "Văn phòng", "Q1", "x"), (2, "b\nb2", None, "Q2", "y")):
        page.append(row)
    page.merge_cells("C2:C3")
    (table,) = _read(book).blocks
    assert isinstance(table, Table)
    lead = next(cell for cell in table.cells if cell.text == "Văn phòng")
    assert (lead.row, lead.col, lead.rows, lead.cols) == (1, 2, 2, 1)
    assert [paragraph.text for paragraph in next(cell for cell in table.cells if cell.text.startswith("b")).paragraphs] == ["b", "b2"]


def test_sheets_hidden_parts_errors_and_comments_are_told() -> None:
    book = _plan(True)
    page = book.active
    page["B8"].comment = Comment("Hỏi lại huyện", "ai đó")
    page["D9"], page["E9"] = "=TODAY()", "#REF!"
    page.row_dimensions[9].hidden = True
    page.column_dimensions["C"].hidden = True
    other = book.create_sheet("Phụ lục")
    other["A1"] = "Danh sách"
    other.sheet_state = "hidden"
    source = _read(book)
    told = {notice.code: notice for notice in source.notices}
    assert [notice.text for notice in source.notices if notice.code == "sheet"] == ["Sheet", "Phụ lục"]
    assert told["hidden_sheet"].text == "Phụ lục"
    assert (told["hidden_rows"].count, told["hidden_columns"].count) == (1, 1)
    assert (told["formula_no_value"].text, told["cell_error"].text) == ("Sheet: D9", "Sheet: E9")
    spot = told["cell_error"].spot
    assert spot is not None and (spot.block, spot.row, spot.col) == (2, 3, 4)
    assert told["comments"].text.endswith("Hỏi lại huyện") and told["comments"].spot is not None and told["comments"].spot.row == 2


def test_words_of_drawings_and_macros_are_told() -> None:
    drawing = (
        '<x:wsDr xmlns:x="x" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><x:txBody><a:p><a:r><a:t>Dự</a:t></a:r>'
        "<a:r><a:t> thảo</a:t></a:r></a:p></x:txBody></x:wsDr>"
    )
    rels = {
        "worksheets/_rels/sheet1.xml.rels": relations(("drawing", "../drawings/d.xml")),
        "drawings/d.xml": drawing,
        "vbaProject.bin": "macro",
    }
    source = read_xlsx(xlsx(data('<c r="A1"><v>1</v></c>'), **rels), "x.xlsm")
    assert [(notice.code, notice.text) for notice in source.notices] == [("text_box", "Dự thảo"), ("macros", "")]


def test_our_own_excel_file_comes_back() -> None:
    document = full_document()
    out = io.BytesIO()
    write_excel(document, out)
    source = read_xlsx(out.getvalue(), "x.xlsx")
    tables = [block for block in source.blocks if isinstance(block, Table) and block.ruled]
    printed = [block for part in document.parts for block in part.blocks if isinstance(block, TreeTable) and block.rows]
    assert len(tables) >= len(printed)
    got = {" ".join(cell.text.split()) for table in tables for cell in table.cells}
    for cell in [cell for one in printed for row in one.rows for cell in row.cells]:
        words = " ".join(" ".join(cell.lines).split())
        # What is too long for a row of Excel stands in several.
        assert not words or words in got or len(words) > 2_000, words


def test_an_empty_book_says_so() -> None:
    with pytest.raises(KhError) as caught:
        _read(openpyxl.Workbook())
    assert caught.value.code == "import.no_text"


XML2003 = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="Default"/><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style>
<Style ss:ID="p"><NumberFormat ss:Format="0%"/><Font ss:Bold="1" ss:Size="13"/></Style></Styles>
<Worksheet ss:Name="BC"><Table>
<Row><Cell ss:MergeAcross="3"><Data ss:Type="String">BÁO CÁO</Data></Cell></Row>
<Row ss:Index="3"><Cell><Data ss:Type="String">STT</Data></Cell><Cell ss:MergeAcross="1"><Data ss:Type="String">Lĩnh vực</Data></Cell>
<Cell><Data ss:Type="String">Tỷ lệ</Data></Cell></Row>
<Row><Cell><Data ss:Type="Number">1</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="DateTime">2027-03-05T00:00:00.000</Data></Cell>
<Cell ss:Index="4" ss:StyleID="p" ss:Formula="=1"><Data ss:Type="Number">0.5</Data></Cell></Row>
</Table></Worksheet></Workbook>"""


def test_the_xml_of_2003() -> None:
    source = read_xml2003(XML2003.encode(), "báo cáo.xls")
    title, *rest = source.blocks
    assert isinstance(title, Paragraph) and title.text == "BÁO CÁO"
    cells = [cell for block in rest if isinstance(block, Table) for cell in block.cells]
    assert [cell.text for cell in cells] == ["STT", "Lĩnh vực", "Tỷ lệ", "1", "05/03/2027", "50%"]
    assert cells[-1].bold and cells[1].cols >= 1


def test_the_xml_of_2003_may_have_no_document_type() -> None:
    bomb = XML2003.replace("<?mso", '<!DOCTYPE a [<!ENTITY b "c">]><?mso')
    with pytest.raises(KhError) as caught:
        read_xml2003(bomb.encode(), "x.xls")
    assert caught.value.code == "import.damaged"
