"""Tables of Word files: spans, joins, lines, repeated rows, tables in tables; and files other programs and the house itself wrote."""

from __future__ import annotations

import io
from itertools import pairwise

import docx as python_docx
from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.documents.tree import Table as TreeTable
from kh_desktop.documents.word import write_word
from kh_desktop.importing.blocks import Block, Paragraph, Table
from kh_desktop.importing.docx_reader import read_docx
from tests.documents.office_trees import full_document
from tests.importing.office_packages import docx, p, tbl, tc, tr

LINES = "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
RULED = f"<w:tblBorders>{LINES}</w:tblBorders>"


def _blocks(body: str, **parts: str) -> tuple[Block, ...]:
    return read_docx(docx(body, **parts), "bảng.docx").blocks


def _table(body: str, **parts: str) -> Table:
    (table,) = _blocks(body, **parts)
    assert isinstance(table, Table)
    return table


def _cells(table: Table) -> list[tuple[int, int, int, int, str]]:
    return [(cell.row, cell.col, cell.rows, cell.cols, cell.text) for cell in table.cells]


def test_spans_both_ways() -> None:
    table = _table(
        tbl(
            tr("STT", tc("Nội dung", '<w:gridSpan w:val="2"/>')),
            tr(tc("1", '<w:vMerge w:val="restart"/>'), "a", "b"),
            tr(tc("", "<w:vMerge/>"), "c", "d"),
            tr("2", "e", "g"),
            columns=3,
        )
    )
    assert _cells(table) == [
        (0, 0, 1, 1, "STT"), (0, 1, 1, 2, "Nội dung"), (1, 0, 2, 1, "1"), (1, 1, 1, 1, "a"), (1, 2, 1, 1, "b"), (2, 1, 1, 1, "c"),
        (2, 2, 1, 1, "d"), (3, 0, 1, 1, "2"), (3, 1, 1, 1, "e"), (3, 2, 1, 1, "g"),
    ]  # fmt: skip
    assert (table.row_count, table.col_count) == (4, 3)


def test_old_joins_rows_that_begin_later_and_words_in_covered_cells() -> None:
    table = _table(
        tbl(
            tr(tc("trái", '<w:hMerge w:val="restart"/>'), tc("thêm", "<w:hMerge/>"), "phải"),
            tr(tc("giữa"), "cuối", properties='<w:gridBefore w:val="1"/>'),
            tr(tc("x", '<w:vMerge w:val="restart"/>'), "y", "z"),
            tr(tc("ẩn dưới", '<w:vMerge w:val="continue"/>'), "t", "u"),
            columns=3,
        )
    )
    assert _cells(table)[:4] == [(0, 0, 1, 2, "trái\nthêm"), (0, 2, 1, 1, "phải"), (1, 1, 1, 1, "giữa"), (1, 2, 1, 1, "cuối")]
    assert (2, 0, 2, 1, "x\nẩn dưới") in _cells(table)


def test_a_join_without_a_beginning_is_a_cell() -> None:
    table = _table(tbl(tr("a", "b"), tr(tc("c", "<w:vMerge/>"), "d")))
    assert (1, 0, 1, 1, "c") in _cells(table)


def test_slivers_and_unused_columns_are_no_columns() -> None:
    grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="40"/><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/></w:tblGrid>'
    rows = tr("a", tc("b", '<w:gridSpan w:val="3"/>')) + tr(tc("c", '<w:gridSpan w:val="2"/>'), tc("d", '<w:gridSpan w:val="2"/>'))
    table = _table(f"<w:tbl><w:tblPr/>{grid}{rows}</w:tbl>")
    assert _cells(table) == [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 0, 1, 1, "c"), (1, 1, 1, 1, "d")]
    assert table.col_count == 2


def test_lines_come_from_table_style_and_cells() -> None:
    style = f'<w:style w:type="table" w:styleId="Luoi"><w:name w:val="Lưới"/><w:tblPr>{RULED}</w:tblPr></w:style>'
    none = '<w:tcBorders><w:top w:val="nil"/><w:left w:val="nil"/><w:bottom w:val="nil"/><w:right w:val="nil"/></w:tcBorders>'
    white = LINES.replace("/>", ' w:color="FFFFFF"/>')
    assert _table(tbl(tr("a", "b"), properties=RULED)).ruled
    assert _table(tbl(tr("a", "b"), properties='<w:tblStyle w:val="Luoi"/>'), styles=style).ruled
    assert not _table(tbl(tr("a", "b"))).ruled
    assert not _table(tbl(tr(tc("a", none), tc("b", none)), properties=RULED)).ruled
    assert not _table(tbl(tr("a", "b"), properties=f"<w:tblBorders>{white}</w:tblBorders>")).ruled
    assert _table(
        tbl(tr(tc("a", f"<w:tcBorders>{LINES}</w:tcBorders>"), "b", tc("c", f"<w:tcBorders>{LINES}</w:tcBorders>")), columns=3)
    ).ruled


def test_repeated_rows_and_tables_that_follow_one_another() -> None:
    header = "<w:tblHeader/>"
    one = tbl(tr("STT", "Việc", properties=header), tr("(1)", "(2)", properties=header), tr("1", "a"), tr("x", "y", properties=header))
    blocks = _blocks(one + p() + one)
    assert [block.header_rows for block in blocks if isinstance(block, Table)] == [2, 2]


def test_a_table_in_a_cell_and_a_frame_of_one_cell() -> None:
    inner = tbl(tr("trong 1", "trong 2"))
    source = read_docx(docx(tbl(tr(tc([p("trước"), inner, p("sau")]), "b"))), "x")
    (table,) = source.blocks
    assert isinstance(table, Table) and table.cells[0].text == "trước\ntrong 1\ntrong 2\nsau"
    assert [(notice.code, notice.spot and notice.spot.col) for notice in source.notices] == [("nested_table", 0)]
    framed = _blocks(tbl(tr(tc([p("đề"), inner])), columns=1))
    assert [type(block) for block in framed] == [Paragraph, Table]


def test_rows_and_cells_in_controls() -> None:
    row = f"<w:sdt><w:sdtContent>{tr('a', 'b')}</w:sdtContent></w:sdt>"
    cell = f"<w:tr><w:sdt><w:sdtContent>{tc('c')}</w:sdtContent></w:sdt>{tc('d')}</w:tr>"
    assert [text for *_, text in _cells(_table(tbl(row, cell)))] == ["a", "b", "c", "d"]


def test_what_python_docx_writes() -> None:
    book = python_docx.Document()
    book.add_heading("Kế hoạch", 1)
    for words in ("một", "hai"):
        book.add_paragraph(words, style="List Number")
    book.add_paragraph("gạch", style="List Bullet")
    table = book.add_table(rows=2, cols=3)
    table.style = "Table Grid"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "ngang"
    table.cell(0, 2).merge(table.cell(1, 2)).text = "dọc"
    table.cell(1, 0).text = "a"
    book.add_table(rows=1, cols=2).cell(0, 1).text = "CHỦ TỊCH"
    out = io.BytesIO()
    book.save(out)
    heading, one, two, bullet, grid, signature = read_docx(out.getvalue(), "x").blocks
    assert isinstance(heading, Paragraph) and (heading.text, heading.level) == ("Kế hoạch", 1)
    assert [block.number for block in (one, two, bullet) if isinstance(block, Paragraph)] == ["1.", "2.", "-"]
    assert isinstance(grid, Table) and grid.ruled
    assert (0, 0, 1, 2, "ngang") in _cells(grid) and (0, 2, 2, 1, "dọc") in _cells(grid)
    assert isinstance(signature, Table) and not signature.ruled


def test_our_own_word_file_comes_back() -> None:
    document = full_document()
    out = io.BytesIO()
    write_word(document, out)
    blocks = read_docx(out.getvalue(), "x").blocks
    first = blocks[0]
    assert isinstance(first, Table) and not first.ruled and first.col_count == 2
    tables = [block for block in blocks if isinstance(block, Table) and block.ruled]
    printed = [block for part in document.parts for block in part.blocks if isinstance(block, TreeTable) and block.rows]
    assert [(table.row_count, table.header_rows) for table in tables] == [
        (len(one.header) + len(one.rows), len(one.header)) for one in printed
    ]
    got = [cell.text for table in tables for cell in table.cells]
    for cell in [cell for one in printed for row in one.rows for cell in row.cells]:
        words = "\n".join(" ".join(line.split()) for line in cell.lines if line.strip())
        assert words in got, words


@given(
    st.lists(
        st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["", "restart", "continue"])), min_size=1, max_size=5), min_size=1, max_size=6
    )
)
def test_cells_never_overlap_and_no_word_is_lost(rows: list[list[tuple[int, str]]]) -> None:
    words, lines = [], []
    for row in rows:
        cells = []
        for span, merge in row:
            words.append(f"w{len(words)}.")
            joined = f'<w:vMerge w:val="{merge}"/>' if merge else ""
            cells.append(tc(words[-1], f'<w:gridSpan w:val="{span}"/>{joined}'))
        lines.append(tr(*cells))
    blocks = _blocks(tbl(*lines, columns=15))
    said = "\n".join(block.text if isinstance(block, Paragraph) else "\n".join(cell.text for cell in block.cells) for block in blocks)
    assert sorted(said.split()) == sorted(words)
    for block in blocks:
        if isinstance(block, Table):
            taken = [(row, col) for c in block.cells for row in range(c.row, c.row + c.rows) for col in range(c.col, c.col + c.cols)]
            assert len(taken) == len(set(taken))
            assert all(row < block.row_count and col < block.col_count for row, col in taken)
            assert all((a.row, a.col) < (b.row, b.col) for a, b in pairwise(block.cells))
