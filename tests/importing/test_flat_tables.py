"""Tables that lost their columns on the way out of a PDF."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from kh_desktop.domain.column_titles import column_key
from kh_desktop.domain.vitext import clean_line
from kh_desktop.importing.blocks import Spot, Table
from kh_desktop.importing.text_reader import read_text
from tests.importing.flat_plans import FlatPlan, made_up

HEADER = "TT Nhiệm vụ\nSản phẩm\nPhân công thực hiện Thời gian\nthực hiện\nChủ trì Phối hợp\n"


def only_table(text: str) -> Table:
    (found,) = [block for block in read_text(text).blocks if isinstance(block, Table)]
    return found


def rows(table: Table) -> list[list[str]]:
    """Every place of the table with the text of the cell that covers it, below the header."""
    places = [["" for _ in range(table.col_count)] for _ in range(table.row_count)]
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.col, cell.col + cell.cols):
                places[row][column] = clean_line(cell.text)
    return places[table.header_rows :]


def test_the_header_with_a_group_above_two_columns() -> None:
    table = only_table(HEADER + "1\nLập danh sách\nDanh sách\nCông an xã\nTrạm Y tế\nQuý I/2025\n")
    assert table.guessed
    assert [(c.row, c.col, c.rows, c.cols, c.text) for c in table.cells if c.row < 2] == [
        (0, 0, 2, 1, "TT"),
        (0, 1, 2, 1, "Nhiệm vụ"),
        (0, 2, 2, 1, "Sản phẩm"),
        (0, 3, 1, 2, "Phân công thực hiện"),
        (0, 5, 2, 1, "Thời gian thực hiện"),
        (1, 3, 1, 1, "Chủ trì"),
        (1, 4, 1, 1, "Phối hợp"),
    ]
    assert rows(table) == [["1", "Lập danh sách", "Danh sách", "Công an xã", "Trạm Y tế", "Quý I/2025"]]


def test_groups_wrapped_cells_and_an_empty_one() -> None:
    table = only_table(
        HEADER + "I CHỈ ĐẠO, ĐIỀU HÀNH\n1. Rà soát các văn bản\ncòn hiệu lực\nBáo cáo kết\nquả\nCông chức Tư\npháp - Hộ tịch\nTrước ngày\n"
        "15/3/2025\nII CHUYỂN ĐỔI SỐ\n1. Cấp chữ ký số\nChữ ký số được\ncấp\nCông an xã\nCác thôn\nThường xuyên\n"
    )
    assert rows(table) == [
        ["I", *["CHỈ ĐẠO, ĐIỀU HÀNH"] * 5],
        ["1.", "Rà soát các văn bản còn hiệu lực", "Báo cáo kết quả", "Công chức Tư pháp - Hộ tịch", "", "Trước ngày 15/3/2025"],
        ["II", *["CHUYỂN ĐỔI SỐ"] * 5],
        ["1.", "Cấp chữ ký số", "Chữ ký số được cấp", "Công an xã", "Các thôn", "Thường xuyên"],
    ]


def test_a_row_over_a_page_with_its_header_again() -> None:
    text = (
        HEADER + "1\nTuyên truyền Luật Căn cước\nđến từng hộ gia đình, cơ\nTin, bài\nCông an xã\nCác thôn\nQuý I/2025\n"
        "2\nMở lớp tập huấn kỹ năng\nsố cho tổ công nghệ số\nHội nghị\nĐoàn xã\nCác thôn\nQuý II/2025\n"
        "3\nTuyên truyền phòng cháy,\nTin, bài\nCông an xã\nCác thôn\nQuý III/2025\n\f" + HEADER + "chữa cháy đến từng thôn\n"
        "4\nTổng kết năm\nBáo cáo\nVăn phòng\nUBND xã\nCác thôn\nTháng 12/2025\n"
    )
    source = read_text(text)
    (table,) = [block for block in source.blocks if isinstance(block, Table)]
    assert rows(table)[2] == ["3", "Tuyên truyền phòng cháy, chữa cháy đến từng thôn", "Tin, bài", "Công an xã", "Các thôn", "Quý III/2025"]
    assert rows(table)[3][3] == "Văn phòng UBND xã"
    assert [(n.code, n.spot, n.count) for n in source.notices if n.code == "repeated_header"] == [("repeated_header", Spot(0), 1)]


def test_nobody_in_charge_shares_the_cell_above_and_says_so() -> None:
    source = read_text(HEADER + "1\nLập biểu\nBiểu\nCông an xã\nCác thôn\nQuý I/2025\n2\nNộp biểu\nBáo cáo kết quả\nTháng 8/2025\n")
    (table,) = [block for block in source.blocks if isinstance(block, Table)]
    assert rows(table)[1] == ["2", "Nộp biểu", "Báo cáo kết quả", "Công an xã", "Các thôn", "Tháng 8/2025"]
    assert Spot(0, 2, 3) in {notice.spot for notice in source.notices if notice.code == "guessed_cell"}


def test_the_table_ends_where_the_plan_goes_on() -> None:
    source = read_text(
        "B. NỘI DUNG\n" + HEADER + "I CHỈ ĐẠO\n1\nLập biểu\nBiểu\nCông an xã\nCác thôn\nQuý I/2025\nC. TỔ CHỨC THỰC HIỆN\n"
        "1. Các bộ phận triển khai.\nNơi nhận:\n- Lưu: VT.\n"
    )
    assert [type(block).__name__ for block in source.blocks] == ["Paragraph", "Table", "Paragraph", "Paragraph", "Paragraph", "Paragraph"]


def test_a_second_table_of_another_kind() -> None:
    source = read_text(
        HEADER + "1\nLập biểu\nBiểu\nCông an xã\nCác thôn\nQuý I/2025\n\nPhụ lục II\nLịch rà soát\n\nSTT Lĩnh vực Thời gian hoàn thành\n"
        "1. Hộ tịch, chứng thực\nTrước ngày 20/8/2025\n2. Đất đai, môi\ntrường\nTrước ngày 25/8/2025\n"
    )
    second = [block for block in source.blocks if isinstance(block, Table)][1]
    assert rows(second) == [["1.", "Hộ tịch, chứng thực", "Trước ngày 20/8/2025"], ["2.", "Đất đai, môi trường", "Trước ngày 25/8/2025"]]


@pytest.mark.parametrize(
    "text",
    ["TT là viết tắt của trung tâm.\n1. Mở đầu\n", "TT Y tế xã\nĐịa chỉ: thôn Hạ\n", "STT\n1\n2\n3\n"],
)
def test_words_that_are_no_header(text: str) -> None:
    assert not any(isinstance(block, Table) for block in read_text(text).blocks)


# --- made-up tables of other offices: how many fields come back


def said(text: str) -> str:
    return re.sub(r"[\s;.\-]+", " ", text).strip().casefold()


def right_fields(plan: FlatPlan) -> Counter[bool]:
    """Which fields of the tasks are read as they were, title by title."""
    found: dict[tuple[str, str], list[str]] = {}
    keys: list[str] = []
    for table in (block for block in read_text(plan.text).blocks if isinstance(block, Table)):
        keys = [column_key(cell.text) for cell in table.cells if cell.row == 0]
        group = ""
        for row in rows(table):
            if row[0].isalpha():
                group = row[0]
            else:
                found[group, row[0].rstrip(".")] = row
    counts: Counter[bool] = Counter()
    for at, (_title, tasks) in enumerate(plan.groups):
        for number, task in enumerate(tasks, start=1):
            row = found.get((["I", "II", "III", "IV"][at], str(number)), [""] * 9)
            for key, text in task.items():
                counts[key in keys and said(row[keys.index(key)]) == said(text)] += 1
    return counts


def test_made_up_tables_come_back() -> None:
    counts: Counter[bool] = sum((right_fields(made_up(seed)) for seed in range(60)), Counter())
    assert counts[True] / counts.total() > 0.95


def test_no_made_up_table_is_misread_altogether() -> None:
    shares = [counts[True] / counts.total() for counts in (right_fields(made_up(seed)) for seed in range(100, 130))]
    assert min(shares) > 0.75


# --- columns that show by blanks

LAID_OUT = """\
     ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
       XÃ HẠ ĐOÀI                 Độc lập - Tự do - Hạnh phúc

                          KẾ HOẠCH

                                     Phân công nhiệm vụ        Thời gian
TT      Nội dung công việc
                                   Chủ trì      Phối hợp       thực hiện
I    Chỉ đạo, điều hành
     Rà soát các văn bản còn
1    hiệu lực; báo cáo Ủy ban     Công an xã    Các thôn     Trước ngày
     nhân dân huyện                                          15/3/2025
2    Lập biểu                     Trạm Y tế                  Thường xuyên
II   Việc khác
1    Tổng kết năm                 Văn phòng     Các thôn     Tháng 12/2025

Nơi nhận:                                TM. ỦY BAN NHÂN DÂN
- Như trên;                                  CHỦ TỊCH
- Lưu: VT.
"""


def test_columns_set_by_blanks_with_numbers_in_the_middle_of_rows() -> None:
    blocks = read_text(LAID_OUT).blocks
    letterhead, title, table, end = blocks
    assert isinstance(letterhead, Table)
    assert not letterhead.ruled
    assert [cell.text for cell in letterhead.cells] == [
        "ỦY BAN NHÂN DÂN\nXÃ HẠ ĐOÀI",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
    ]
    assert isinstance(table, Table)
    assert rows(table) == [
        ["I", *["Chỉ đạo, điều hành"] * 4],
        ["1", "Rà soát các văn bản còn hiệu lực; báo cáo Ủy ban nhân dân huyện", "Công an xã", "Các thôn", "Trước ngày 15/3/2025"],
        ["2", "Lập biểu", "Trạm Y tế", "", "Thường xuyên"],
        ["II", *["Việc khác"] * 4],
        ["1", "Tổng kết năm", "Văn phòng", "Các thôn", "Tháng 12/2025"],
    ]
    assert [(c.col, c.cols, c.text) for c in table.cells if c.row == 0][2] == (2, 2, "Phân công nhiệm vụ")
    assert isinstance(end, Table)
    assert [cell.text for cell in end.cells] == ["Nơi nhận:\n- Như trên;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"]
