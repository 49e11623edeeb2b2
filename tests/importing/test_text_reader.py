"""Plain text, Markdown and remnants as blocks."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kh_desktop.domain.clip.legacy import _TCVN3
from kh_desktop.importing.blocks import Cancelled, Paragraph, Source, Table
from kh_desktop.importing.text_reader import read_text
from tests.importing.flat_plans import made_up

SENTENCE = "Căn cứ Luật Tổ chức chính quyền địa phương; Ủy ban nhân dân xã Hạ Đoài ban hành kế hoạch"
SEEDS = sorted((Path(__file__).parents[3] / "shared" / "seeds").glob("*.txt"))


def texts(source: Source) -> list[str]:
    return [block.text for block in source.blocks if isinstance(block, Paragraph)]


def only_table(source: Source) -> Table:
    (found,) = [block for block in source.blocks if isinstance(block, Table)]
    return found


def grid(table: Table) -> list[tuple[int, int, str]]:
    return [(cell.row, cell.col, cell.text) for cell in table.cells]


def everything(source: Source) -> str:
    parts = [block.text if isinstance(block, Paragraph) else "\n".join(cell.text for cell in block.cells) for block in source.blocks]
    parts += [block.number for block in source.blocks if isinstance(block, Paragraph)]
    return "\n".join(parts)


def letters(text: str) -> Counter[str]:
    return Counter(char for char in unicodedata.normalize("NFC", text) if char.isalnum())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_in_every_form(encoding: str) -> None:
    assert texts(read_text(SENTENCE.encode(encoding))) == [SENTENCE]


def test_windows_1258_writes_tones_behind_the_letter() -> None:
    spread = "".join(
        unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", char) if c not in "\u0300\u0301\u0303\u0309\u0323"))
        + "".join(c for c in unicodedata.normalize("NFD", char) if c in "\u0300\u0301\u0303\u0309\u0323")
        for char in SENTENCE
    )
    source = read_text(spread.encode("cp1258"))
    assert texts(source) == [SENTENCE]
    assert source.notices == ()


def test_tcvn3_bytes_are_converted_and_said() -> None:
    back = {ord(letter): code for code, letter in _TCVN3.items()}
    data = bytes(back.get(ord(char), ord(char)) for char in "Kế hoạch kiểm soát thủ tục hành chính năm nay của xã")
    source = read_text(data)
    assert texts(source) == ["Kế hoạch kiểm soát thủ tục hành chính năm nay của xã"]
    assert [(notice.code, notice.text) for notice in source.notices] == [("legacy_font", "tcvn3")]


def test_vni_bytes_are_converted_and_said() -> None:
    source = read_text("Keá hoaïch kieåm soaùt thuû tuïc haønh chính naêm nay cuûa xaõ".encode("cp1252"))
    assert texts(source) == ["Kế hoạch kiểm soát thủ tục hành chính năm nay của xã"]
    assert [(notice.code, notice.text) for notice in source.notices] == [("legacy_font", "vni")]


def test_wrapped_lines_are_joined_and_headings_stay_alone() -> None:
    source = read_text(
        "KẾ HOẠCH\nCải cách hành chính năm 2025\n\nI. MỤC ĐÍCH\n1. Mục đích\n"
        "- Nâng cao chất lượng phục vụ người dân, doanh nghiệp trên địa bàn xã, bảo đảm \n"
        "đúng tiến độ, có trọng tâm, trọng điểm và phù hợp với điều kiện thực tế của địa \nphương.\n"
        "- Xác định rõ trách nhiệm của từng bộ phận trong việc thực hiện nhiệm vụ được \ngiao.\n2. Yêu cầu\n"
    )
    assert texts(source) == [
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2025",
        "I. MỤC ĐÍCH",
        "1. Mục đích",
        "- Nâng cao chất lượng phục vụ người dân, doanh nghiệp trên địa bàn xã, bảo đảm đúng tiến độ, có trọng tâm, trọng điểm và phù hợp "
        "với điều kiện thực tế của địa phương.",
        "- Xác định rõ trách nhiệm của từng bộ phận trong việc thực hiện nhiệm vụ được giao.",
        "2. Yêu cầu",
    ]


def test_an_empty_line_after_every_line_and_a_page_in_the_middle_of_a_sentence() -> None:
    lines = [
        "Thực hiện Kế hoạch số 15/KH-UBND ngày 03 tháng 01 năm 2025 của Ủy ban nhân dân",
        "huyện về cải cách hành chính; căn cứ tình hình thực tế tại địa phương và ý kiến của",
        "các thôn, Ủy ban nhân dân xã Hạ Đoài xây dựng kế hoạch với các nội dung sau đây:",
        "1. Tuyên truyền đến từng hộ dân về dịch vụ công trực tuyến, về thanh toán không",
        "dùng tiền mặt và về các quyền, nghĩa vụ khi làm thủ tục hành chính trên môi trường",
        "điện tử.",
    ]
    joined = "\n\n".join(f"{line} " for line in lines)
    broken = joined.replace("môi trường \n\n", "môi trường \n\n\n\n\f")
    for text in (joined, broken):
        found = texts(read_text(text))
        assert len(found) == 2, found
        assert found[1].endswith("trên môi trường điện tử.")


def test_a_figure_at_the_beginning_of_a_line_belongs_to_the_sentence() -> None:
    source = read_text(
        "Căn cứ Nghị định số 20/2024/NĐ-CP ngày 10 tháng 02 năm 2024 và Thông tư ngày 14 tháng\n"
        "5. Các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành kế hoạch này trên địa bàn\nxã Hạ Đoài.\n"
    )
    assert len(texts(source)) == 1


def test_capitals_below_an_unfinished_line_are_a_title() -> None:
    source = read_text("Số:   /KH-UBND      Hạ Đoài, ngày    tháng    năm\nKẾ HOẠCH\nCải cách hành chính năm 2025\n")
    assert texts(source)[1:] == ["KẾ HOẠCH", "Cải cách hành chính năm 2025"]


def test_marks_of_markdown_become_looks() -> None:
    source = read_text(
        "**ỦY BAN NHÂN DÂN  \nXÃ HẠ ĐOÀI**\n\n## **KẾ HOẠCH**\n\n*(Có phụ lục kèm theo)*\n\n"
        "**1. Công chức:** theo dõi (*khi có thay đổi*) việc\\_này\n\n* Lưu: VT.\n"
    )
    first, heading, note, run_in, listed = [block for block in source.blocks if isinstance(block, Paragraph)]
    assert (first.text, first.bold) == ("ỦY BAN NHÂN DÂN\nXÃ HẠ ĐOÀI", True)
    assert (heading.text, heading.level, heading.bold) == ("KẾ HOẠCH", 2, True)
    assert (note.text, note.italic, note.bold) == ("(Có phụ lục kèm theo)", True, False)
    assert (run_in.text, run_in.bold) == ("1. Công chức: theo dõi (khi có thay đổi) việc_này", False)
    assert (listed.number, listed.text) == ("-", "Lưu: VT.")


def test_stars_in_plain_text_are_characters() -> None:
    assert texts(read_text("Chỉ tiêu (*) tính 2 * 3 theo biểu\n")) == ["Chỉ tiêu (*) tính 2 * 3 theo biểu"]


def test_remnants_of_html_go_and_their_text_stays() -> None:
    source = read_text('<b>Nơi nhận:</b><br>- Như trên &amp; lưu tại <a href="https://xa.example.vn">trang thông tin</a> xã')
    assert texts(source) == ["Nơi nhận:\n- Như trên & lưu tại trang thông tin xã"]


HEADER = "TT\tNội dung công việc\tPhân công nhiệm vụ\t\tSản phẩm\n\t\tBộ phận chủ trì\tBộ phận phối hợp\t\n"


def test_tab_separated_rows_are_one_table_over_the_pages() -> None:
    source = read_text(
        HEADER
        + "<b>I</b>\t<b>Chỉ đạo</b>\t\t\t\n1\tLập kế hoạch\tCông an xã\t\tKế hoạch\n\n"
        + HEADER
        + "2\tBáo cáo\t\tTrạm Y tế\tBáo cáo\n"
    )
    table = only_table(source)
    spans = {cell.text: (cell.rows, cell.cols) for cell in table.cells if cell.row < 2}
    assert spans == {
        "TT": (2, 1),
        "Nội dung công việc": (2, 1),
        "Phân công nhiệm vụ": (1, 2),
        "Sản phẩm": (2, 1),
        "Bộ phận chủ trì": (1, 1),
        "Bộ phận phối hợp": (1, 1),
    }
    assert (table.header_rows, table.page_starts, table.col_count, table.guessed) == (2, (4,), 5, False)
    assert next(cell for cell in table.cells if cell.text == "Chỉ đạo").bold
    assert (6, 3, "Trạm Y tế") in grid(table)


def test_quoted_cells_of_a_spreadsheet_keep_their_line_breaks() -> None:
    table = only_table(read_text('TT\tNội dung\tSản phẩm\n1\t"Rà soát ""một cửa""\nlần hai"\tBáo cáo\n'))
    assert (1, 1, 'Rà soát "một cửa"\nlần hai') in grid(table)


def test_markdown_table() -> None:
    table = only_table(read_text("Phụ lục\n\n| TT | Nội dung | Sản phẩm |\n|---|:---:|---|\n| 1 | **Rà soát** | a \\| b |\n\nHết\n"))
    assert grid(table) == [(0, 0, "TT"), (0, 1, "Nội dung"), (0, 2, "Sản phẩm"), (1, 0, "1"), (1, 1, "Rà soát"), (1, 2, "a | b")]


def test_separated_values() -> None:
    table = only_table(read_text('TT;Nội dung;Sản phẩm\n1;"Rà soát; đánh giá";Báo cáo\n'))
    assert grid(table)[3:] == [(1, 0, "1"), (1, 1, "Rà soát; đánh giá"), (1, 2, "Báo cáo")]


def test_page_numbers_go_and_are_said() -> None:
    source = read_text("Trang đầu của kế hoạch này\n1\n\fTrang sau của kế hoạch này\n2\n\fHết\n")
    assert texts(source) == ["Trang đầu của kế hoạch này", "Trang sau của kế hoạch này", "Hết"]
    assert [(notice.code, notice.count) for notice in source.notices] == [("page_number", 2)]


def test_a_person_may_stop() -> None:
    def stop(_done: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_text("Kế hoạch", progress=stop)


WORDS = st.sampled_from(
    "Kế hoạch rà soát TTHC, 2025; một cửa. Công an xã: Báo cáo quý Trước 15/3/2025 TT STT Sản phẩm Chủ trì I 1 2. a) - ( ) %".split()
)
JOINTS = st.sampled_from([" ", " ", " ", "\n", " \n", "\n\n", "\t", "  ", "      "])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(WORDS, JOINTS), max_size=80))
def test_nothing_is_lost_or_made_up(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + joint for word, joint in parts)
    source = read_text(text)
    said = letters(everything(source))
    # What stands again on each page is said in a notice.
    said += letters("\n".join(notice.text for notice in source.notices if notice.code == "repeated_header"))
    assert said == letters(text)


@pytest.mark.parametrize("seed", range(200, 240))
def test_flattened_tables_lose_nothing(seed: int) -> None:
    text = made_up(seed).text
    source = read_text(text)
    again = "\n".join(notice.text for notice in source.notices if notice.code == "repeated_header")
    assert letters(everything(source)) + letters(again) == letters(text)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=400), st.binary(max_size=400)))
def test_whatever_comes_is_read(data: str | bytes) -> None:
    assert read_text(data).kind == "text"


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="*_#<>b/&;|-\t\n\\`[]()1TI. aă\f", max_size=300))
def test_marks_of_all_kinds_never_break_the_reader(text: str) -> None:
    source = read_text(text)
    assert letters(everything(source))["ă"] <= text.count("ă")


@pytest.mark.parametrize(
    "text",
    [
        "\t" * 100_000,
        "a\t" * 50_000,
        "a" * 300_000,
        "**a " * 50_000,
        "*_" * 50_000 + "a" + "_*" * 50_000,
        "# x\n" + "[" * 100_000 + "](" * 100,
        "<b " * 50_000,
        'a\t"' + '""' * 50_000,
        "|" * 50_000 + "\n|---|\n",
        "TT Nội dung công việc\n" * 3_000,
        "TT     Nội dung     Sản phẩm\n" * 3_000,
        "A     b\n" * 20_000,
        "TT Nội dung công việc\nChủ trì\nSản phẩm\n1\n" + "Công an\n" * 1_400,
    ],
    ids=[
        "tabs",
        "cells",
        "one word",
        "bold",
        "nested",
        "links",
        "tags",
        "quotes",
        "bars",
        "headers",
        "laid out",
        "side by side",
        "one row",
    ],
)
def test_hostile_texts_are_read(text: str) -> None:
    assert read_text(text).kind == "text"


@pytest.mark.skipif(not SEEDS, reason="the source texts do not lie beside the checkout")
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_source_texts_lose_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    source = read_text(text.encode("utf-8"), path.name)
    said = letters(everything(source))
    said += letters("\n".join(notice.text for notice in source.notices if notice.code == "repeated_header"))
    assert not said - letters(text)
    # What is gone are tags and addresses of links.
    assert not {char for char in letters(text) - said if not char.isascii()}
