"""What a person says of a place wins over what the recogniser thinks."""

from kh_desktop.domain.model import Shape
from kh_desktop.importing.blocks import Spot
from kh_desktop.importing.reading import Hint, Reading
from kh_desktop.importing.recognise import recognise
from tests.importing.plan_blocks import HEADER, P, bold, ending, letterhead, opening, source, table, task_plan


def said(*hints: tuple[Spot, str, str]) -> tuple[Hint, ...]:
    return tuple(Hint(*hint) for hint in hints)


TABLE = 10  # where the table of a ``task_plan`` is
REVIEW = table([["Stt", "Lĩnh vực", "Người làm", "Bao giờ"], ["1", "Hộ tịch", "Tư pháp", "Quý I"], ["2", "Đất đai", "Địa chính", "Quý II"]])


def contents(reading: Reading) -> list[str]:
    return [t.content for g in reading.plan.groups for t in g.tasks]


def test_a_table_is_tasks_and_its_columns_are_fields() -> None:
    made = task_plan(REVIEW)
    assert recognise(made).plan.annexes
    reading = recognise(
        made, said((Spot(TABLE), "table", "tasks"), (Spot(TABLE, -1, 1), "column", "content"), (Spot(TABLE, -1, 3), "column", "deadline"))
    )
    assert contents(reading) == ["Hộ tịch", "Đất đai"]
    assert (reading.plan.shape, reading.plan.groups[0].tasks[1].deadline) == (Shape.APPENDIX, "Quý II")
    assert reading.plan.groups[0].tasks[0].lead[0].label == "Tư pháp"
    assert reading.plan.annexes == ()


def test_a_task_table_is_an_annex_or_text() -> None:
    made = task_plan(table([HEADER, ["1", "A", "B", "", "C", "D"]]))
    assert recognise(made, said((Spot(TABLE), "table", "annex"))).plan.annexes[0].rows == (("1", "A", "B", "", "C", "D"),)
    as_text = recognise(made, said((Spot(TABLE), "table", "text"))).plan
    assert as_text.groups == () and "Nội dung công việc" in str(as_text.annexes)


def test_tables_that_frame_letterhead_and_signature() -> None:
    odd = table([["ỦY BAN NHÂN DÂN XÃ GÒ MÂY", "Số: 3/KH-UBND", "x", "y"], ["", "", "", ""]])
    made = source(
        odd, *opening(), bold("I. MỤC ĐÍCH"), P("- A."), table([["Gửi:\n- Huyện", "Chủ tịch xã\nTrần Văn Mẫn", "", ""], ["", "", "", ""]])
    )
    reading = recognise(
        made, said((Spot(0), "table", "letterhead"), (Spot(7), "table", "signature"), (Spot(7, 0, 1), "paragraph", "signature"))
    )
    assert (reading.plan.agency.name, reading.plan.number) == ("Gò Mây", "3")
    assert (reading.plan.signature.position, reading.plan.signature.name) == ("Chủ tịch xã", "Trần Văn Mẫn")
    assert reading.roles[Spot(7)] == "signature"


def test_a_column_is_another_field_or_none() -> None:
    made = task_plan(table([HEADER, ["1", "A", "B", "E", "C", "D"]]))
    swapped = recognise(made, said((Spot(TABLE, -1, 2), "column", "coord"), (Spot(TABLE, -1, 3), "column", "lead")))
    task = swapped.plan.groups[0].tasks[0]
    assert (task.lead[0].label, task.coord[0].label) == ("E", "B")
    none = recognise(made, said((Spot(TABLE, -1, 4), "column", "")))
    task = none.plan.groups[0].tasks[0]
    assert (task.product, task.note) == ("", "Dự kiến sản phẩm: C")


def test_rows_are_what_a_person_says() -> None:
    rows = [
        HEADER,
        ["1", "Rà soát", "", "", "", ""],
        ["1", "Lập danh mục", "B", "", "C", "D"],
        ["2", "Viết báo cáo", "B", "", "E", "F"],
        ["3", "và gửi huyện", "", "", "", ""],
    ]
    made = task_plan(table(rows))
    assert contents(recognise(made)) == ["Rà soát", "Lập danh mục", "Viết báo cáo", "và gửi huyện"]
    group = recognise(made, said((Spot(TABLE, 1), "row", "group")))
    assert (group.plan.groups[0].title, group.written.groups) == ("Rà soát", ("1",))
    joined = recognise(made, said((Spot(TABLE, 4), "row", "join")))
    assert contents(joined)[-1] == "Viết báo cáo 3 và gửi huyện"
    more = recognise(made, said((Spot(TABLE, 3), "row", "continues")))
    assert [t.continues for t in more.plan.groups[0].tasks] == [False, False, True, False]
    header = recognise(made, said((Spot(TABLE, 4), "row", "header")))
    assert len(contents(header)) == 3
    assert [left.text for left in header.leftovers] == ["và gửi huyện"]


def test_a_group_row_is_a_task() -> None:
    made = task_plan(table([HEADER, ["I", "Rà soát", "", "", "", ""], ["1", "Lập danh mục", "B", "", "C", "D"]]))
    reading = recognise(made, said((Spot(TABLE, 1), "row", "task")))
    assert contents(reading) == ["Rà soát", "Lập danh mục"]


def test_a_row_of_the_header_is_a_task_and_the_last_word_counts() -> None:
    made = task_plan(table([HEADER, ["1", "A", "B", "", "C", "D"]]))
    hints = said((Spot(TABLE, 1), "row", "group"), (Spot(TABLE, 1), "row", "task"))
    assert contents(recognise(made, hints)) == ["A"]


def body() -> list[object]:
    return [letterhead(), *opening(), bold("I. MỤC ĐÍCH"), P("Phục vụ tốt."), P("Việc khác"), P("Hết."), ending()]


def test_paragraphs_are_what_a_person_says() -> None:
    made = source(*body())  # type: ignore[arg-type]
    spot = Spot(7)
    headed = recognise(made, said((spot, "paragraph", "heading1"))).plan
    assert [(s.heading, s.text) for s in headed.sections] == [("MỤC ĐÍCH", "Phục vụ tốt."), ("Việc khác", "Hết.")]
    below = recognise(made, said((spot, "paragraph", "heading2"))).plan
    assert below.sections[0].children[0].heading == "Việc khác"
    assert recognise(made, said((spot, "paragraph", "heading3"))).plan.sections[0].children[0].heading == "Việc khác"
    assert recognise(made, said((spot, "paragraph", "closing"))).plan.closing == "Việc khác"
    assert recognise(made, said((spot, "paragraph", "intro"))).plan.intro.endswith("Việc khác")
    assert recognise(made, said((spot, "paragraph", "basis"))).plan.bases[-1].text == "Việc khác"
    assert recognise(made, said((spot, "paragraph", "recipient"))).plan.recipients[0] == "Việc khác"
    assert [x.text for x in recognise(made, said((spot, "paragraph", "leftover"))).leftovers] == ["Việc khác"]
    text = recognise(made, said((Spot(5), "paragraph", "text")))
    assert text.plan.sections == () and "I. MỤC ĐÍCH" in text.plan.intro
    assert text.roles[Spot(5)] == "intro" or text.roles[Spot(5)] == "text"


def test_titles_of_plan_and_appendix_and_lines_of_the_letterhead() -> None:
    made = source(
        P("Ủy ban xã"),
        P("Chương trình công tác"),
        P("Năm 2026 của xã Gò Mây"),
        P("1. Việc đầu"),
        P("- A."),
        P("Kèm: bảng"),
        table([["STT", "Nhiệm vụ", "Hạn"], ["1", "A", "B"]]),
    )
    hints = said(
        (Spot(0), "paragraph", "letterhead"),
        (Spot(1), "paragraph", "title"),
        (Spot(2), "paragraph", "title"),
        (Spot(5), "paragraph", "appendix_title"),
    )
    reading = recognise(made, hints)
    assert reading.plan.title == "Chương trình công tác Năm 2026 của xã Gò Mây"
    assert (reading.plan.shape, reading.plan.appendix_title) == (Shape.APPENDIX, "Kèm: bảng")
    assert [left.text for left in reading.leftovers] == ["Ủy ban xã"]
