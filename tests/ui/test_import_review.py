"""The review of a plan that was read: doubts, corrections by menu, key and drag, the way back, both sides together."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from kh_desktop.services.import_review import Cell, Hint, Paragraph, Spot, Table
from kh_desktop.ui.importing.dragging import hint_of_drop
from kh_desktop.ui.importing.menus import fill_menu
from kh_desktop.ui.importing.painting import WORD_SHOWN, LineDelegate, breakable
from kh_desktop.ui.importing.review import Review
from kh_desktop.ui.importing.source_lines import column_shares
from kh_desktop.ui.importing.work import Work
from kh_desktop.ui.main_window import MainWindow
from tests.ui.import_help import ROWS, TITLES, opened, word_plan
from tests.ui.typing_help import type_text

Key = Qt.Key


@pytest.fixture
def review(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Review:
    """The made-up plan being looked at: one deadline without a day, one row without a number."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=10_000)
    page = opened(window, qtbot, word_plan(tmp_path / "Kế hoạch 2026.docx"))
    assert page.work is not None
    return page.review


def work_of(review: Review) -> Work:
    """What is being looked at."""
    assert review.work is not None
    return review.work


def table_at(review: Review) -> int:
    """The block of the table of tasks."""
    return max(i for i, block in enumerate(work_of(review).source.blocks) if isinstance(block, Table))


def codes(review: Review) -> list[str]:
    """The doubts that are open."""
    return [getattr(item, "code", "leftover") for item in work_of(review).open_items()]


def deed(review: Review, words: str) -> None:
    """Press a button of the bar above."""
    next(b for b in review.doubts.deeds() if b.text() == words).click()


def test_doubts_are_counted_and_named_by_place(review: Review) -> None:
    assert sorted(codes(review)) == ["deadline_invalid", "row_unnumbered"]
    assert review.doubts.count.text() == "Cần xem lại: 2"
    assert review.doubts.words.text().startswith("Bảng nhiệm vụ, dòng 4 (nhiệm vụ I.2), cột “Thời hạn”: ")


def test_f8_goes_round_and_takes_both_sides_along(review: Review) -> None:
    table = table_at(review)
    review.source.setFocus()
    seen = []
    for _ in range(2):
        QTest.keyClick(review.source, Key.Key_F8)
        seen.append((review.source.current_key(), review.result.current_key()))
    assert (Spot(table, 3, 5), "task:0.1:deadline") in seen
    assert (Spot(table, 4, 1), "task:0.2:content") in seen
    before = review.source.current_key()
    QTest.keyClick(review.source, Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert review.source.current_key() != before


def test_a_day_that_does_not_exist_is_mended_by_one_button(review: Review) -> None:
    review.go_to_item(next(i for i in work_of(review).open_items() if getattr(i, "code", "") == "deadline_invalid"))
    deed(review, "Đổi thành Trước ngày 30/9/2026")
    assert work_of(review).reading.plan.groups[0].tasks[1].deadline == "Trước ngày 30/9/2026"
    assert codes(review) == ["row_unnumbered"]


def test_a_fix_leads_to_the_next_place_on_both_sides(review: Review) -> None:
    table = table_at(review)
    review.source.verticalScrollBar().setValue(0)
    deed(review, "Đổi thành Trước ngày 30/9/2026")
    assert review.source.current_key() == Spot(table, 4, 1)
    assert review.result.current_key() == "task:0.2:content"
    for pane, key in ((review.source, Spot(table, 4, 1)), (review.result, "task:0.2:content")):
        assert pane.viewport().rect().intersects(pane.rect_of(key))
    assert "dòng 5 (nhiệm vụ I.3)" in review.doubts.words.text()


def test_a_fix_leads_on_not_back_to_the_first(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    rows = [(str(n), f"Việc {n}", "Văn phòng", "", "Báo cáo", "31/9/2026") for n in range(1, 5)]
    review = opened(window, qtbot, word_plan(tmp_path / "a.docx", rows=tuple(rows))).review
    second = work_of(review).open_items()[1]
    review.go_to_item(second)
    review.go_to_field("task:0.1:deadline")
    QTest.keyClick(review.result, Key.Key_F2)
    type_text(review.field.text, "Quý III/2026")
    QTest.keyClick(review.field.text, Key.Key_Return)
    assert "nhiệm vụ 3" in review.doubts.words.text()
    assert review.result.current_key() == "task:0.2:deadline"


def test_remarks_are_a_column_that_can_be_written(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    rows = (("1", "Họp bản", "Văn phòng", "", "Lồng ghép", "Quý I/2026"), ("2", "Rà soát", "Văn phòng", "", "", "Quý II/2026"))
    review = opened(window, qtbot, word_plan(tmp_path / "a.docx", rows=rows, titles=(*TITLES[:4], "Ghi chú", TITLES[5]))).review
    table = table_at(review)
    assert codes(review) == ["remarks_noted"]
    assert review.source.current_key() == Spot(table, 0, 4) and review.result.current_key() == "column:note"
    assert "bản in không có cột này" in review.doubts.words.text()
    review.go_to_place(Spot(table, 1, 4))
    assert review.result.current_key() == "task:0.0:note" and review.field.text.toPlainText() == "Lồng ghép"
    review.write("task:0.0:note", "Lồng ghép họp bản")
    assert work_of(review).reading.plan.groups[0].tasks[0].note == "Lồng ghép họp bản"


def test_rows_under_a_joined_cell_say_so(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = word_plan(tmp_path / "a.docx", rows=(ROWS[1], ("2", "Rà soát", "Văn phòng", "", "Báo cáo", "Quý II/2026")))
    made = docx.Document(str(path))
    column = made.tables[-1].columns[2].cells
    column[2].text = ""
    column[1].merge(column[2])
    made.save(str(path))
    review = opened(window, qtbot, path).review
    table = table_at(review)
    for pane, key in ((review.source, Spot(table, 2, 2)), (review.result, "task:0.1:lead")):
        box = next(box for line in pane.lines() for box in line.boxes if box.key == key)
        assert (box.text, box.covered) == ("như trên", True)


def test_a_word_longer_than_its_column_is_broken_not_cut(window: MainWindow) -> None:
    metrics = window.fontMetrics()
    room = metrics.horizontalAdvance("chuyên")
    assert breakable("Công chuyên môn", metrics, room) == "Công chuyên môn"
    broken = breakable("Văn-phòng-Thống-kê của xã", metrics, room)
    pieces = [piece for word in broken.split(" ") for piece in word.split("\u200b")]
    assert broken.replace("\u200b", "") == "Văn-phòng-Thống-kê của xã"
    assert len(pieces) > 3 and all(metrics.horizontalAdvance(piece) <= room for piece in pieces)


def test_words_in_the_margin_are_whole(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = word_plan(tmp_path / "a.docx", rows=ROWS[:2], loose="Ghi chú gửi kèm.")
    pane = opened(window, qtbot, path).review.source
    delegate = pane.itemDelegate()
    assert isinstance(delegate, LineDelegate)
    words = {line.word for line in pane.lines()}
    assert {"Đề mục cấp 1", "Chưa nhận ra"} <= words and not any(word.startswith("Mục") for word in words)
    for row, line in enumerate(pane.lines()):
        if pane.model().index(row, 0).data(WORD_SHOWN) and line.word:
            assert pane.visualRect(pane.model().index(row, 0)).height() >= delegate.word_height(line)


def test_a_place_of_no_field_is_called_the_same_everywhere(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    review = opened(window, qtbot, word_plan(tmp_path / "a.docx", rows=ROWS[:2], loose="Ghi chú gửi kèm.")).review
    assert review.places.buttons["paragraph"].text() == "Đoạn: chưa nhận ra"
    spot = review.source.current_key()
    assert isinstance(spot, Spot)
    review.say(Hint(spot, "paragraph", "leftover"))
    assert review.places.buttons["paragraph"].text() == "Đoạn: Bỏ ra"


def test_narrow_columns_keep_their_titles() -> None:
    texts = ("STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành", "Sản phẩm", "Ghi chú")
    long = ("1", "Niêm yết thủ tục hành chính " * 3, "Công chức Văn phòng", "Bộ phận Một cửa", "Quý I", "Báo cáo " * 5, "Lồng ghép")
    cells = tuple(Cell(row, col, (Paragraph(text),)) for row, line in enumerate((texts, long)) for col, text in enumerate(line))
    shares = column_shares(Table(cells, 2, 7))
    assert sum(shares) == pytest.approx(1) and shares[0] > 0.08


def test_what_is_right_is_ticked_off_until_nothing_is_left(review: Review) -> None:
    deed(review, "Đúng rồi")
    assert review.doubts.count.text() == "Cần xem lại: 1"
    deed(review, "Đúng rồi")
    assert not work_of(review).open_items()
    assert review.doubts.words.text() == "Đã xem hết các chỗ cần xem lại. Có thể đưa vào sổ."


def test_a_row_becomes_a_group_and_comes_back(review: Review) -> None:
    table = table_at(review)
    review.source.go_to(Spot(table, 4, 1))
    review.say(Hint(Spot(table, 4), "row", "group"))
    plan = work_of(review).reading.plan
    assert [group.title for group in plan.groups] == ["Công khai thủ tục hành chính", "Đơn giản hóa thủ tục Tư pháp Tờ trình Quý IV/2026"]
    assert review.source.current_key() == Spot(table, 4, 1), "one stays where one was"
    assert review.said.list.count() == 1 and "Dòng nhóm" in review.said.list.item(0).text()
    review.undo()
    assert len(work_of(review).reading.plan.groups) == 1
    assert not review.said.isVisible()
    review.redo()
    assert len(work_of(review).reading.plan.groups) == 2


def test_ctrl_z_on_the_page_takes_back_what_was_said_here(review: Review, window: MainWindow) -> None:
    table = table_at(review)
    assert not window.actions_by_id["undo"].isEnabled()
    review.say(Hint(Spot(table, 4), "row", "continues"))
    assert window.actions_by_id["undo"].isEnabled()
    window.actions_by_id["undo"].trigger()
    assert not work_of(review).said.hints
    assert window.actions_by_id["redo"].isEnabled()


def test_a_correction_in_the_list_can_be_removed(review: Review) -> None:
    table = table_at(review)
    review.say(Hint(Spot(table, 4), "row", "group"))
    review.say(Hint(Spot(table, 3), "row", "continues"))
    review.said.list.setCurrentRow(1)
    QTest.keyClick(review.said.list, Key.Key_Delete)
    assert [hint.spot.row for hint in work_of(review).said.hints] == [3]


def test_enter_offers_what_a_row_can_be(review: Review) -> None:
    table = table_at(review)
    review.go_to_place(Spot(table, 4, 1))
    menu = QMenu()
    said: list[Hint] = []
    fill_menu(menu, work_of(review), "row", Spot(table, 4, 1), said.append, said.append)
    checked = [a.text() for a in menu.actions() if a.isChecked()]
    assert checked == ["Nhiệm vụ"]
    next(a for a in menu.actions() if a.text() == "Dòng nhóm").trigger()
    assert said == [Hint(Spot(table, 4), "row", "group")]
    assert review.places.buttons["row"].text() == "Dòng: Nhiệm vụ"
    assert not review.places.buttons["row"].isHidden() and review.places.buttons["paragraph"].isHidden()


def test_columns_are_told_apart_by_a_person(review: Review) -> None:
    table = table_at(review)
    review.say(Hint(Spot(table, -1, 2), "column", "coord"))
    review.say(Hint(Spot(table, -1, 3), "column", "lead"))
    task = work_of(review).reading.plan.groups[0].tasks[0]
    assert [ref.label for ref in task.lead] == ["Công chức chuyên môn"]
    assert [ref.label for ref in task.coord] == ["Văn phòng"]


def test_a_paragraph_becomes_a_citation(review: Review) -> None:
    work = work_of(review)
    at = next(i for i, b in enumerate(work.source.blocks) if getattr(b, "text", "").startswith("Bảo đảm kiểm soát"))
    review.say(Hint(Spot(at), "paragraph", "closing"))
    assert "Bảo đảm kiểm soát" in work.reading.plan.closing


def test_texts_are_written_in_the_strip(review: Review, window: MainWindow) -> None:
    review.go_to_field("task:0.0:product")
    QTest.keyClick(review.result, Key.Key_F2)
    field = review.field.text
    assert window.focusWidget() is field
    assert review.field.label.text() == "Sản phẩm"
    field.selectAll()
    type_text(field, "Bảng niêm yết")
    QTest.keyClick(field, Key.Key_Return)
    assert work_of(review).reading.plan.groups[0].tasks[0].product == "Bảng niêm yết"
    assert window.focusWidget() is review.result
    review.undo()
    assert work_of(review).reading.plan.groups[0].tasks[0].product == "Danh mục"


def test_a_day_is_written_as_people_write_it(review: Review, window: MainWindow) -> None:
    review.go_to_field("issued")
    QTest.keyClick(review.result, Key.Key_Return)
    assert window.focusWidget() is review.field.day
    type_text(review.field.day, "31/2/2026")
    QTest.keyClick(review.field.day, Key.Key_Return)
    assert work_of(review).reading.plan.issued == "2026-01-12"
    assert review.field.day.problem() and window.focusWidget() is review.field.day
    review.field.day.selectAll()
    type_text(review.field.day, "3/2/2026")
    QTest.keyClick(review.field.day, Key.Key_Return)
    assert work_of(review).reading.plan.issued == "2026-02-03"


def test_what_is_dragged_onto_the_result_is_said(review: Review) -> None:
    table = table_at(review)
    review.go_to_place(Spot(table, 4, 1))
    data = review.source.model().mimeData([review.source.currentIndex()])
    review.result.go_to("group:0")
    at = QPointF(review.result.rect_of("group:0").center())
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    move = QDragMoveEvent(at.toPoint(), copy, data, left, none)
    review.result.dragMoveEvent(move)
    assert move.isAccepted()
    review.result.dropEvent(QDropEvent(at, copy, data, left, none))
    assert work_of(review).said.hints == (Hint(Spot(table, 4), "row", "group"),)


def test_clicking_a_cell_shows_its_field(review: Review) -> None:
    table = table_at(review)
    review.source.scrollToBottom()
    QTest.mouseClick(review.source.viewport(), Qt.MouseButton.LeftButton, pos=review.source.rect_of(Spot(table, 4, 4)).center())
    assert review.source.current_key() == Spot(table, 4, 4)
    assert review.result.current_key() == "task:0.2:product"
    assert review.field.text.toPlainText() == "Tờ trình"


def test_a_header_cell_belongs_to_its_column(review: Review) -> None:
    table = table_at(review)
    review.go_to_place(Spot(table, 0, 2))
    assert review.result.current_key() == "column:lead"
    review.go_to_field("column:deadline")
    assert review.source.current_key() == Spot(table, 0, 5)


def test_f9_says_it_is_right(review: Review) -> None:
    review.source.setFocus()
    QTest.keyClick(review.source, Key.Key_F9)
    QTest.keyClick(review.source, Key.Key_F9)
    assert not codes(review)


def test_escape_gives_the_writing_up(review: Review) -> None:
    review.go_to_field("task:0.0:product")
    QTest.keyClick(review.result, Key.Key_F2)
    type_text(review.field.text, "sai")
    QTest.keyClick(review.field.text, Key.Key_Escape)
    assert not work_of(review).said.edits


def test_a_written_text_stays_with_its_row_when_rows_become_groups(review: Review) -> None:
    table = table_at(review)
    review.write("task:0.2:product", "Tờ trình đã sửa")
    review.say(Hint(Spot(table, 3), "row", "group"))
    groups = work_of(review).reading.plan.groups
    assert groups[1].tasks[0].product == "Tờ trình đã sửa"
    assert groups[0].tasks[0].product == "Danh mục"


def test_the_arrow_keys_walk_over_cells_and_the_other_side_follows(review: Review) -> None:
    table = table_at(review)
    review.source.setFocus()
    review.source.go_to(Spot(table, 2, 1))
    QTest.keyClick(review.source, Key.Key_Right)
    assert review.source.current_key() == Spot(table, 2, 2)
    assert review.result.current_key() == "task:0.0:lead"
    review.result.setFocus()
    QTest.keyClick(review.result, Key.Key_Down)
    assert review.result.current_key() == "task:0.1:lead"
    assert review.source.current_key() == Spot(table, 3, 2)


@pytest.mark.parametrize(
    ("row", "target", "said"),
    [(4, "up", "join"), (4, "group:0", "group"), (1, "task:0.0:content", "task"), (4, "column:lead", "header")],
)
def test_dragging_a_row_says_what_it_is(review: Review, row: int, target: str, said: str) -> None:
    table = table_at(review)
    onto = Spot(table, row - 1, 1) if target == "up" else target
    assert hint_of_drop(work_of(review), Spot(table, row, 1), onto) == Hint(Spot(table, row), "row", said)


def test_dragging_paragraphs_and_header_cells(review: Review) -> None:
    work, table = work_of(review), table_at(review)
    at = next(i for i, b in enumerate(work.source.blocks) if getattr(b, "text", "").startswith("Bảo đảm"))
    for target, value in (("basis:0", "basis"), ("section:0", "heading1"), ("section:0:text", "text"), ("head:leftover", "leftover"),
                          ("title", "title"), ("recipients", "recipient")):  # fmt: skip
        assert hint_of_drop(work, Spot(at), target) == Hint(Spot(at), "paragraph", value)
    assert hint_of_drop(work, Spot(table, 0, 2), "column:coord") == Hint(Spot(table, -1, 2), "column", "coord")


def test_lines_are_spoken_with_what_they_are(review: Review) -> None:
    table = table_at(review)
    model = review.source.model()
    review.source.go_to(Spot(table, 3, 1))
    words = model.data(review.source.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("Nhiệm vụ. Cần xem lại. 2; Rà soát thủ tục")


def test_a_line_of_no_field_is_shown_and_can_be_placed(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = word_plan(tmp_path / "a.docx", rows=ROWS[:2], loose="Ghi chú của phòng chuyên môn gửi kèm.")
    review = opened(window, qtbot, path).review
    assert len(codes(review)) == 1
    assert "Ghi chú của phòng chuyên môn" in review.doubts.words.text()
    assert review.result.has("leftover:0")
    deed(review, "Không cần")
    assert not codes(review)


def test_nothing_doubtful_is_said_in_one_line(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    review = opened(window, qtbot, word_plan(tmp_path / "a.docx", rows=ROWS[:2])).review
    assert review.doubts.words.text() == "Đọc được cả, không có chỗ nào phải xem lại. Có thể đưa vào sổ."
    assert review.doubts.count.isHidden()


def test_a_source_of_thousands_of_rows_is_a_list_without_widgets(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(window, qtbot, word_plan(tmp_path / "a.docx"))
    review, work = page.review, page.work
    assert work is not None
    before = len(review.source.viewport().children())
    review.source.show_lines(review.source.lines() * 150)
    assert review.source.model().rowCount() > 2000
    assert len(review.source.viewport().children()) == before
