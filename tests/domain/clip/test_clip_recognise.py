"""What a block means in a table of tasks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.clip.block import Block, Cell
from kh_desktop.domain.clip.html_reader import read_html
from kh_desktop.domain.clip.recognise import Table, recognise
from kh_desktop.domain.clip.tsv import read_tsv, write_tsv
from kh_desktop.domain.columns import COLUMN_SETS

FIXTURES = Path(__file__).parents[2] / "fixtures" / "clipboard"
COLUMNS = COLUMN_SETS["assignment"]
ALL = ("no", "content", "lead", "coord", "product", "deadline")


def fixture(name: str) -> Block:
    return read_html((FIXTURES / name).read_bytes().decode())


def tsv(text: str, start: str = "content") -> Table:
    return recognise(read_tsv(text), COLUMNS, start=start)


def kinds(table: Table) -> list[tuple[str, int, bool]]:
    return [(line.kind, line.level, line.continues) for line in table.lines]


@pytest.mark.parametrize("name", ["calc_clipboard.html", "writer_clipboard.html"])
@pytest.mark.parametrize("as_text", [False, True])
def test_a_whole_table_in_any_columns_and_from_any_cell(name: str, as_text: bool) -> None:
    block = fixture(name)
    block = read_tsv(write_tsv(block)) if as_text else block
    table = recognise(block, COLUMN_SETS["result_first"], start="deadline")
    assert table.keys == ALL and table.by_title and table.headers == 2
    group, first, second, more = ("group", 0, False), ("task", 0, False), ("task", 1, False), ("task", 0, True)
    assert kinds(table) == [group, first, second, first, more, group, first]
    assert [line.title for line in table.lines if line.kind == "group"] == ["CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "RÀ SOÁT"]
    assert table.lines[4].texts["product"] == "Báo cáo năm"
    assert table.lines[4].merged == (() if as_text else ("lead", "coord"))


def test_cells_joined_downwards_in_excel_and_word() -> None:
    excel = recognise(fixture("excel_windows.html"), COLUMNS)
    assert [line.merged for line in excel.lines] == [(), (), ("lead",), ("lead",)]
    assert excel.lines[2].texts["lead"] == ""
    word = recognise(fixture("word.html"), COLUMNS)
    assert word.keys == ("no", "content", "lead", "deadline")
    assert [(x.kind, x.title or x.number, x.level, x.merged) for x in word.lines] == [
        ("group", "Rà soát, đơn giản hoá", 0, ()), ("task", "1.", 0, ()), ("task", "a)", 1, ("deadline",)),
    ]  # fmt: skip


def test_titles_above_the_header_and_numbers_below_it_are_skipped() -> None:
    table = tsv("PHỤ LỤC\n\nSTT\tNhiệm vụ\tChủ trì\tThời gian\n(1)\t(2)\t(3)\t(4)\n1\tA\tVP\tQuý I\n")
    assert (table.headers, table.keys, len(table.lines)) == (4, ("no", "content", "lead", "deadline"), 1)


def test_columns_in_another_order_and_unknown_ones() -> None:
    table = tsv("Thời hạn\tGhi chú\tNội dung\tĐơn vị chủ trì\nQuý I\tgấp\tA\tVP\n")
    assert table.keys == ("deadline", "", "content", "lead")
    assert table.lines[0].lost == ("gấp",)


def test_the_plans_own_titles_count() -> None:
    assert not tsv("Việc\tLãnh đạo theo dõi\nA\tB\n").by_title
    own = [COLUMNS[0], replace(COLUMNS[1], label="Việc"), replace(COLUMNS[2], label="Lãnh đạo theo dõi")]
    assert recognise(read_tsv("Việc\tLãnh đạo theo dõi\nA\tB\n"), own).keys == ("content", "lead")


def test_a_row_of_tasks_is_no_header() -> None:
    table = tsv("1\tThực hiện nhiệm vụ theo chỉ đạo của huyện\tVăn phòng\t\tKết quả\tThường xuyên\n")
    assert (table.headers, table.keys, len(table.lines)) == (0, ALL, 1)


def test_by_place_with_and_without_numbers() -> None:
    assert tsv("VP\tCA", start="lead").keys == ("lead", "coord")
    assert tsv("1\tA\tVP\n2\tB\tVP").keys == ("no", "content", "lead")  # the cursor stands on the content
    assert tsv("Rà soát\tVP\nBáo cáo\tVP", start="no").keys == ("content", "lead")
    wide = tsv("SP\tQuý I\tthừa", start="product")
    assert (wide.keys, wide.extra, wide.lines[0].lost) == (("product", "deadline", ""), 1, ("thừa",))


def test_numbers_set_levels() -> None:
    table = tsv("1\tA\n1.1\tB\na)\tC\n2\tD\n-\tE\n-\tF\n2.1\tG\n-\tH\n")
    assert [line.level for line in table.lines] == [0, 1, 2, 0, 1, 1, 1, 2]


def test_numbers_in_the_text_are_taken_for_numbers() -> None:
    table = tsv("1. Rà soát\n1.1. Công khai\n2. Báo cáo\n")
    assert [(line.texts["content"], line.level) for line in table.lines] == [("Rà soát", 0), ("Công khai", 1), ("Báo cáo", 0)]
    assert tsv("100 hồ sơ\nBáo cáo\n").lines[0].texts["content"] == "100 hồ sơ"


def test_group_rows() -> None:
    def group(html: str) -> list[str]:
        table = recognise(read_html(f"<table>{html}<tr><td>1</td><td>A</td><td>VP</td></tr></table>"), COLUMNS)
        return [line.title for line in table.lines if line.kind == "group"]

    assert group("<tr><td>I</td><td>Rà soát</td><td></td></tr>") == ["Rà soát"]
    assert group("<tr><td colspan=3>I. Rà soát</td></tr>") == ["Rà soát"]
    assert group("<tr><td></td><td><b>Rà soát</b></td><td></td></tr>") == ["Rà soát"]
    assert group("<tr><td colspan=3>Nhóm II: Rà soát</td></tr>") == ["Rà soát"]
    assert group("<tr><td>I</td><td>Rà soát</td><td>VP</td></tr>") == [], "it has a lead unit: a task"
    assert group("<tr><td>2</td><td><b>Rà soát</b></td><td></td></tr>") == []


def test_plain_takes_every_row_as_a_task_and_gives_it_the_joined_text() -> None:
    table = recognise(fixture("excel_windows.html"), COLUMNS, plain=True)
    assert [line.kind for line in table.lines] == ["task"] * 4
    assert [line.texts["lead"] for line in table.lines][1:] == ["Văn phòng - Thống kê"] * 3
    assert not any(line.continues or line.shared for line in table.lines)


def test_keys_of_a_person_count() -> None:
    assert recognise(read_tsv("x\ty"), COLUMNS, keys=["deadline", "content"]).lines[0].texts == {"deadline": "x", "content": "y"}


def test_empty_blocks() -> None:
    assert recognise(Block(), COLUMNS) == Table()
    assert recognise(Block(((Cell(), Cell()),)), COLUMNS) == Table()


words = st.sampled_from(["", "1", "I", "a)", "-", "STT", "Nội dung", "Chủ trì", "Rà soát\nb", "II. Nhóm", "x" * 30])
cells = st.builds(Cell, words, st.integers(1, 3), st.integers(1, 3), st.booleans())


blocks = st.lists(st.lists(cells, max_size=4).map(tuple), max_size=6).map(lambda rows: Block(tuple(rows)))


@given(blocks, st.sampled_from([*ALL, "state", ""]), st.booleans())
def test_any_block_is_understood_somehow(block: Block, start: str, plain: bool) -> None:
    table = recognise(block, COLUMNS, start=start, plain=plain)
    known = [key for key in table.keys if key]
    assert len(set(known)) == len(known)
    assert all(0 <= line.level <= 2 for line in table.lines)
    assert not (table.lines and table.lines[0].continues)
