"""The clipboard's HTML as blocks."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kh_desktop.importing.blocks import Cell, Paragraph, Table
from kh_desktop.importing.html_reader import read_html


def test_paragraphs_and_tables_stand_in_order() -> None:
    source = read_html("<p><b>KẾ HOẠCH</b></p><table><tr><td>1</td><td>Rà soát</td></tr></table><p>Nơi nhận:</p>")
    title, table, end = source.blocks
    assert title == Paragraph("KẾ HOẠCH", bold=True)
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells] == ["1", "Rà soát"]
    assert end == Paragraph("Nơi nhận:")
    assert source.kind == "html"


def test_spans_and_line_breaks_of_cells() -> None:
    source = read_html(
        "<table><tr><td rowspan=2>TT</td><td colspan=2>Phân công</td></tr><tr><td>Chủ trì<br>chính</td><td>Phối hợp</td></tr></table>"
    )
    (table,) = source.blocks
    assert isinstance(table, Table)
    assert (table.row_count, table.col_count) == (2, 3)
    assert [(c.row, c.col, c.rows, c.cols) for c in table.cells] == [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1)]
    assert table.cells[2] == Cell(1, 1, (Paragraph("Chủ trì"), Paragraph("chính")))


def test_two_tables_in_a_row_are_two() -> None:
    source = read_html("<table><tr><td>UBND XÃ<td>CỘNG HÒA</table><table><tr><td>TT<td>Nội dung<td>Sản phẩm</table>")
    assert [block.col_count for block in source.blocks if isinstance(block, Table)] == [2, 3]


def test_old_letters_are_said() -> None:
    source = read_html("<p style=\"font-family:'.VnTime'\">KÕ ho¹ch n¨m</p>")
    assert source.blocks == (Paragraph("Kế hoạch năm"),)
    assert [(notice.code, notice.text) for notice in source.notices] == [("legacy_font", "tcvn3")]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from("<table> </table> <tr> <td> <td-colspan=3> <p> </p> <b> chữ <br> &nbsp; <td-rowspan=9>".split()), max_size=60)
)
def test_broken_markup_gives_cells_that_do_not_overlap(parts: list[str]) -> None:
    for block in read_html("".join(part.replace("-", " ") for part in parts)).blocks:
        if isinstance(block, Table):
            places = [
                (r, c) for cell in block.cells for r in range(cell.row, cell.row + cell.rows) for c in range(cell.col, cell.col + cell.cols)
            ]
            assert len(places) == len(set(places))
            assert all(r < block.row_count and c < block.col_count for r, c in places)
