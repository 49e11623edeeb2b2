"""Tab-separated text, old encodings, numbers, column titles."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kh_desktop.domain.clip.block import MAX_CELL, MAX_ROWS, Block, Cell, lay_out, tidy
from kh_desktop.domain.clip.html_reader import read_html
from kh_desktop.domain.clip.legacy import detect, from_tcvn3
from kh_desktop.domain.clip.numbers import is_number, level_of, split_group, split_task
from kh_desktop.domain.clip.tsv import read_tsv, write_tsv
from kh_desktop.domain.column_titles import column_key, is_title
from kh_desktop.domain.errors import KhError

FIXTURES = Path(__file__).parents[2] / "fixtures" / "clipboard"


def table(text: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in read_tsv(text).rows]


def test_text_of_excel_with_breaks_quotes_and_stray_quotes() -> None:
    text = (FIXTURES / "excel.txt").read_bytes().decode()
    assert table(text) == [
        ["STT", "Nội dung", "Chủ trì"], ["1", 'Rà soát\nlần "một"', "VPTK"], ["2", 'khổ 21" x 29"', ""], ["", "", "Công an xã"],
    ]  # fmt: skip
    assert table('"mở mà không đóng\tb') == [['"mở mà không đóng', "b"]]
    assert table("a\t\n\tb") == [["a", ""], ["", "b"]]
    assert table("a\rb\r\nc") == [["a"], ["b"], ["c"]]  # a lone CR ends a row
    assert table('"a\r\nb"') == [["a\nb"]]


def test_text_of_calc_as_captured() -> None:
    rows = table((FIXTURES / "calc_clipboard.txt").read_text("utf-8"))
    assert [len(row) for row in rows] == [6] * 9
    assert rows[6] == ["", "", "", "", "Báo cáo năm", "Trước 15/12/2027"]


def test_formulas_marks_and_binary_stay_text() -> None:
    assert table("=1+1\t@SUM(A1)\t+84") == [["=1+1", "@SUM(A1)", "+84"]]
    assert table("\u202eđảo\u200b\x00\x1b[31m") == [["đảo[31m"]]
    assert table("\x89PNG\r\n\x1a\n\x00\xff") == [["\x89PNG".replace("\x89", tidy("\x89"))], [""], ["ÿ"]]


@pytest.mark.parametrize(
    ("text", "code"), [("a\n" * (MAX_ROWS + 1), "rows"), ('"a\nb"\n' * (MAX_ROWS + 1), "rows"), ("a" * (MAX_CELL + 1), "long_cell")]
)
def test_too_much_is_refused(text: str, code: str) -> None:
    with pytest.raises(KhError, match=code):
        read_tsv(text)


letters = st.text(st.sampled_from('ab "\t\nếĐ='), max_size=8) | st.text(max_size=5)
cells = st.builds(Cell, letters.map(tidy), st.integers(1, 3), st.integers(1, 3))
blocks = st.lists(st.lists(cells, min_size=1, max_size=4).map(tuple), min_size=1, max_size=4).map(lambda rows: Block(tuple(rows)))


@given(blocks)
def test_what_is_written_is_read(block: Block) -> None:
    assume(not detect(cell.text for row in block.rows for cell in row))
    again = read_tsv(write_tsv(block))
    assert write_tsv(again) == write_tsv(block)
    texts = sorted(cell.text for row in again.rows for cell in row if cell.text)
    shown = {(s.top, s.left): s.cell.text for line in lay_out(block) for s in line if s.cell.text}
    assert texts == sorted(shown.values())


@given(st.text() | st.lists(st.sampled_from(['"', "\t", "\n", "\r", "a", '""', "\x00"])).map("".join))
def test_nothing_but_our_errors(text: str) -> None:
    try:
        block = read_tsv(text)
    except KhError:
        return
    assert all(cell.text == tidy(cell.text) for row in block.rows for cell in row)


def test_old_encoding_is_turned_into_unicode_where_it_is_sure() -> None:
    old = "Céng hßa x· héi chñ nghÜa ViÖt Nam\t§éc lËp - Tù do - H¹nh phóc"
    block = read_tsv(old)
    assert [c.text for c in block.rows[0]] == ["Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc"]
    assert block.legacy == "tcvn3"
    assert from_tcvn3("thñ tôc hµnh chÝnh, ®¬n th\u00ad, giÊy tê") == "thủ tục hành chính, đơn thư, giấy tờ"


def test_the_font_says_so_where_the_text_does_not() -> None:
    block = read_html(
        '<table><tr><td><font face=".VnTimeH">kÕ ho¹ch</font></td><td style="font-family:.VnTime">®Êt</td><td>µ</td></tr></table>'
    )
    assert [c.text for c in block.rows[0]] == ["KẾ HOẠCH", "đất", "µ"]
    assert block.legacy == "tcvn3"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Coâng vieäc cuûa Vaên phoøng", "vni?"),
        ("Rà soát thủ tục hành chính", ""),
        ("có, ông, bé, là gì", ""),
        ("Société générale à Paris, façade", ""),
        ("5 µm × 3 ± 2 °C §7", ""),
        ("", ""),
    ],
)
def test_other_texts_are_left_alone(text: str, found: str) -> None:
    assert detect([text]) == found
    assert read_tsv(text).rows[0][0].text == tidy(text)


def test_numbers_of_rows() -> None:
    assert [is_number(x) for x in ("1", "2.1.", "a)", "-", "IV", "II.", "B", "", "Rà soát", "12/2027", "đ")] == [
        True, True, True, True, True, True, True, False, False, False, True,
    ]  # fmt: skip
    assert [level_of(*x) for x in (("3", 1), ("1.2", 0), ("1.2.3", 1), ("a)", 0), ("-", 1), ("-", 0), ("", 1), ("-", 2))] == [
        0, 1, 2, 1, 2, 1, 1, 2,
    ]  # fmt: skip
    assert split_group("II. Rà soát") == ("II.", "Rà soát")
    assert split_group("II\nRà soát") == ("II", "Rà soát")
    assert split_group("Văn phòng") == ("", "Văn phòng")
    assert split_group("C. Kiểm tra") == ("C.", "Kiểm tra")
    assert split_task("2.1. Rà soát") == ("2.1", "Rà soát")
    assert split_task("100% hồ sơ") == ("", "100% hồ sơ")


def test_titles_of_columns() -> None:
    labels = ("STT", "Nội dung công việc", "Đơn vị phối hợp thực hiện", "Cơ quan chủ trì", "Thời gian hoàn thành", "Kết quả", "Ghi chú")
    assert [column_key(x) for x in labels] == ["no", "content", "coord", "lead", "deadline", "product", ""]
    assert all(map(is_title, labels))
    assert not any(map(is_title, ("Văn phòng - Thống kê", "Báo cáo kết quả quý của UBND", "15/3/2027", "")))
