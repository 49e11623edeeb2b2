"""Tables over several pages: header and group label repeated, rows kept whole, spans and very tall cells."""

from __future__ import annotations

import pytest

from kh_desktop.documents.fonts import fonts
from kh_desktop.documents.layout import PT_PER_MM
from kh_desktop.documents.table_measure import CONTINUED, measure_table
from kh_desktop.documents.text_flow import Ruler
from kh_desktop.documents.tree import Cell, Document, Part, Row, Table
from kh_desktop.domain.columns import COLUMN_SETS
from kh_desktop.domain.model import Plan, TaskGroup
from tests.documents.plans_to_print import Printed, plan, printed, task

FOOT = (297 - 20) * PT_PER_MM


def appendix(*groups: TaskGroup) -> Plan:
    return plan(groups=groups)


def table_document(*rows: Row, header: tuple[Row, ...] = (), widths: tuple[float, ...] = (20, 100, 40)) -> Document:
    return Document("Bảng", (Part("Bảng", (Table(widths, header, rows),)),))


def row(*texts: str, group: bool = False) -> Row:
    return Row(tuple(Cell((text,) if text else ()) for text in texts), group)


def pages_with(read: Printed, words: str) -> list[int]:
    return [page for page, text in enumerate(read.texts) if words in " ".join(text.split())]


def test_the_header_is_repeated_on_each_page() -> None:
    read = printed(appendix(*(TaskGroup(g, f"Nhóm {g}", tuple(task(g * 20 + n) for n in range(20))) for g in range(1, 5))))
    first = pages_with(read, "Phụ lục VIỆC")[0]
    assert len(read.sizes) - first > 4
    headers = [
        [line for line in read.lines if line.page == page and line.text == "Nội dung công việc"] for page in range(first, len(read.sizes))
    ]
    assert [len(found) for found in headers] == [1] * len(headers)
    # On the pages after the first the table starts at the top margin.
    tops = [
        min(line.baseline for line in read.lines if line.page == page and line.baseline > 20 * PT_PER_MM)
        for page in range(first + 1, len(read.sizes))
    ]
    assert max(tops) < 20 * PT_PER_MM + 40


def test_the_group_label_is_repeated_where_its_tasks_go_on() -> None:
    read = printed(appendix(TaskGroup(1, "Nhóm dài", tuple(task(n) for n in range(1, 60))), TaskGroup(2, "Nhóm ngắn", (task(90),))))
    first = pages_with(read, "Phụ lục VIỆC")[0]
    repeated = pages_with(read, f"Nhóm dài{CONTINUED}")
    assert repeated == list(range(first + 1, first + 1 + len(repeated)))
    assert len(repeated) >= 2
    assert pages_with(read, f"Nhóm ngắn{CONTINUED}") == []


@pytest.mark.parametrize("count", range(1, 12))
def test_no_group_label_at_the_foot_of_a_page(count: int) -> None:
    read = printed(
        appendix(TaskGroup(1, "Nhóm đầu", tuple(task(n) for n in range(1, count + 1))), TaskGroup(2, "Nhóm sau", (task(90), task(91))))
    )
    assert pages_with(read, "Nhóm sau")[0] in pages_with(read, "Bộ phận 90")


def test_a_row_stays_on_one_page() -> None:
    read = printed(appendix(TaskGroup(1, "Nhóm", tuple(task(n, product=f"Sản {n} " + "x " * 60 + f"phẩm {n}") for n in range(1, 40)))))
    for n in range(1, 40):
        boxes = {box[0] for box in read.placement.boxes if box[5] == f"task:{n}:product"}
        assert len(boxes) == 1


def test_every_row_once_and_in_order() -> None:
    read = printed(appendix(*(TaskGroup(g, f"Nhóm {g}", tuple(task(g * 100 + n) for n in range(30))) for g in range(1, 4))))
    numbers = [box[5] for box in read.placement.boxes if box[5].endswith(":content")]
    assert numbers == [f"task:{g * 100 + n}:content" for g in range(1, 4) for n in range(30)]


def test_a_cell_taller_than_a_page_goes_on_by_lines() -> None:
    lines = tuple(f"dòng số {n} của nội dung" for n in range(1, 151))
    read = printed(appendix(TaskGroup(1, "Nhóm", (task(1), task(2, content="\n".join(lines)), task(3)))))
    order = [read.text.index(f"dòng số {n} của") for n in range(1, 151)]
    assert order == sorted(order)
    assert read.text.count("Bộ phận 2 ") == 1
    assert max(line.baseline for line in read.lines) < FOOT
    pages = {box[0] for box in read.placement.boxes if box[5] == "task:2:content"}
    assert len(pages) >= 3


def test_a_long_run_of_continuing_rows_repeats_its_number_and_content() -> None:
    rows = (task(1, content="Nội dung chung"), *(task(n, content="", continues=True) for n in range(2, 50)))
    read = printed(appendix(TaskGroup(1, "Nhóm", rows)))
    shown = [box for box in read.placement.boxes if box[5] == "task:1:content"]
    pages = {box[0] for box in read.placement.boxes if box[5].startswith("task:") and box[5].endswith(":product")}
    assert {box[0] for box in shown} == pages
    assert [box[5] for box in read.placement.boxes if box[5].endswith(":product")] == [f"task:{n}:product" for n in range(1, 50)]
    assert read.text.count("Nội dung chung") == len(shown)


def test_a_content_taller_than_a_page_beside_continuing_rows() -> None:
    content = "\n".join(f"ý thứ {n} của việc" for n in range(1, 121))
    rows = (task(1, content=content), *(task(n, content="", continues=True) for n in range(2, 9)))
    read = printed(appendix(TaskGroup(1, "Nhóm", rows)))
    assert all(f"ý thứ {n} của việc" in read.text for n in range(1, 121))
    assert all(f"Văn bản {n}" in read.text for n in range(1, 9))
    assert max(line.baseline for line in read.lines) < FOOT


def test_cells_of_a_page_do_not_overlap() -> None:
    rows = (task(1), *(task(n, content="", continues=True) for n in range(2, 6)), *(task(n) for n in range(6, 30)))
    read = printed(appendix(TaskGroup(1, "Nhóm", rows)))
    boxes = [box for box in read.placement.boxes if box[5].startswith(("task:", "group:"))]
    for at, (page, x0, y0, x1, y1, _a) in enumerate(boxes):
        for other in boxes[at + 1 :]:
            apart = other[0] != page or other[1] >= x1 - 0.01 or other[3] <= x0 + 0.01 or other[2] >= y1 - 0.01 or other[4] <= y0 + 0.01
            assert apart, (boxes[at], other)


def test_text_stays_inside_its_cell() -> None:
    read = printed(
        appendix(TaskGroup(1, "Nhóm", tuple(task(n, product="https://dichvucong.mau.example/ho-so/tra-cuu-ket-qua") for n in range(1, 9))))
    )
    boxes = [box for box in read.placement.boxes if box[5].endswith(":product")]
    for page, x0, y0, x1, y1, _anchor in boxes:
        inside = [line for line in read.lines if line.page == page and y0 < line.baseline < y1 and x0 <= line.x0 < x1]
        assert len(inside) > 1
        assert all(line.x1 <= x1 for line in inside)


def test_a_group_title_taller_than_a_page_is_repeated_in_short() -> None:
    title = " ".join(f"từ{n}" for n in range(1000))
    read = printed(appendix(TaskGroup(1, title, tuple(task(n) for n in range(1, 40)))))
    assert all(f"từ{n}" in read.text for n in range(1000))
    assert f"…{CONTINUED}" in read.text
    assert all(f"Văn bản {n} " in read.text for n in range(1, 40))
    assert max(line.baseline for line in read.lines) < FOOT


def test_a_header_taller_than_a_page_is_printed_once() -> None:
    columns = COLUMN_SETS["assignment"]
    label = " ".join(f"nhãn{n}" for n in range(400))
    tall = tuple(c if c.key != "deadline" else type(c)(c.key, label, c.group, c.width) for c in columns)
    read = printed(plan(columns=tall))
    assert all(f"nhãn{n}" in read.text for n in range(400))
    assert read.text.count("nhãn399") == 1
    assert all(f"Văn bản {n} " in read.text for n in range(1, 19))


def test_widths_and_edges() -> None:
    read = printed(table_document(row("a", "b", "c"), row("d", "e", "f")))
    edges = sorted({round(x0, 1) for _page, x0, y0, x1, y1 in read.strokes if x0 == x1})
    assert edges == pytest.approx([(30 + at) * PT_PER_MM for at in (0, 20, 120, 160)], abs=0.1)
    # Each edge is drawn once.
    assert len(read.strokes) == len(set(read.strokes)) == 17


def test_a_spanning_cell_makes_room_for_its_text() -> None:
    tall = Cell(tuple(f"d{n}" for n in range(6)), rowspan=2)
    table = Table((40, 40), (), (Row((tall, Cell(("một",)))), Row((Cell(("hai",)),))))
    measured = measure_table(table, Ruler(fonts()), 700)
    assert sum(r.height for r in measured.rows) == pytest.approx(6 * measured.line_height + 6)
    assert [r.joined for r in measured.rows] == [True, False]
    assert [box.x0 for box in measured.rows[1].boxes] == [measured.edges[1]]


def test_rows_know_their_group() -> None:
    table = Table((10, 10), (), (row("x", "y"), row("I", "nhóm", group=True), row("1", "a"), row("II", "nhóm", group=True), row("1", "b")))
    measured = measure_table(table, Ruler(fonts()), 700)
    assert [r.label for r in measured.rows] == [-1, -1, 1, -1, 3]
    assert [size.label > 0 for size in measured.sizes()] == [False, False, True, False, True]


def test_empty_tables() -> None:
    assert printed(table_document()).lines == []
    assert [line.text.strip() for line in printed(table_document(header=(row("A", "B", "C"),))).lines] == ["A", "B", "C"]
    assert len(printed(table_document(row("", "", ""))).strokes) == 10


def test_columns_too_narrow_for_any_word() -> None:
    rows = (row("I", "Nhóm công việc", "", group=True), *(row(str(n), "nội dung", "x") for n in range(60)))
    read = printed(table_document(*rows, widths=(100, 2, 2)))
    assert len(read.sizes) > 1
    assert "".join(read.text.split()).count("x") == 60
