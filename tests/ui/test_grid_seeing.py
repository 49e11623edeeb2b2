"""Seeing a long plan: filter, folded groups, other orders, find and replace; none of it touches the plan or its history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kh_desktop.domain.columns import COLUMN_SETS
from kh_desktop.domain.model import Plan, Task, TaskGroup, TaskState, UnitRef
from kh_desktop.services.plan_file import plan_to_json
from kh_desktop.services.plans import get_plan, new_plan_from
from kh_desktop.services.progress import set_progress
from kh_desktop.services.session import Session
from kh_desktop.services.tasks import add_tasks, update_task
from kh_desktop.ui.grid.filtering import Filter
from kh_desktop.ui.grid.panel import GridPanel
from tests.ui.grid_help import AGENCY, make_office, press, type_letters, unikey

OFFICE, CENTRE = UnitRef("Văn phòng - Thống kê"), UnitRef("Trung tâm Phục vụ hành chính công")
GROUPS = (
    TaskGroup(
        title="Rà soát",
        tasks=(
            Task(content="Đôn đốc các thôn", lead=(OFFICE,), product="Báo cáo", deadline="Quý II/2027"),
            Task(content="Niêm yết thủ tục", lead=(CENTRE,), coord=(OFFICE,), product="Bảng tin", deadline="Quý I/2027"),
            Task(content="Niêm yết thủ tục", lead=(CENTRE,), product="Ảnh chụp", deadline="", continues=True),
            Task(content="Kiểm tra thủ tục", lead=(), product="Biên bản", deadline="Quý IV/2027"),
        ),
    ),
    TaskGroup(
        title="Công khai thủ tục",
        tasks=(
            Task(content="Số hóa hồ sơ", lead=(CENTRE,), product="Hồ sơ số", deadline="Quý I/2027"),
            Task(content="Đường dây nóng", level=1, lead=(OFFICE,), product="Sổ theo dõi", deadline="Thường xuyên"),
        ),
    ),
)


def make(session: Session, groups: tuple[TaskGroup, ...] = GROUPS) -> int:
    """A plan whose rows differ in everything one looks for."""
    return new_plan_from(
        session, Plan(year=2027, title="Kế hoạch", agency=AGENCY, columns=COLUMN_SETS["assignment"], groups=groups)
    )  # fmt: skip


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> Iterator[GridPanel]:
    make_office(session)
    made = GridPanel(session)
    qtbot.addWidget(made)
    stop = session.subscribe(made.on_changes)
    made.resize(900, 600)
    made.show()
    made.show_plan(make(session))
    made.view.setFocus()
    yield made
    stop()


def contents(panel: GridPanel) -> list[str]:
    """The rows shown: titles of groups, contents of tasks."""
    return [row.texts.get("title") or row.texts["content"] for row in panel.model.rows]


def stored(session: Session, panel: GridPanel) -> object:
    """The plan as it is on disk."""
    return plan_to_json(get_plan(session, panel.model.plan_id))


def search(panel: GridPanel, text: str) -> None:
    """What one types in the bar that finds."""
    panel.seeing.find_bar.field.setText(text)
    panel.seeing.find_bar.field.search_now()


# --- folding


def test_a_group_folds_by_its_arrow_and_says_how_much_is_hidden(panel: GridPanel, session: Session) -> None:
    before, steps = stored(session, panel), session.undo_label
    index = panel.model.index(0, 1)
    arrow = panel.view.visualRect(index).topLeft() + QPoint(14, 14)
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=arrow)
    assert contents(panel) == ["Rà soát", "Công khai thủ tục", "Số hóa hồ sơ", "Đường dây nóng"]
    assert panel.model.rows[0].folded == 4
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=arrow)
    assert len(panel.model.rows) == 8
    assert panel.model.rows[0].folded == -1
    assert stored(session, panel) == before
    assert session.undo_label == steps


def test_left_and_right_fold_a_group_row_and_only_that(panel: GridPanel) -> None:
    panel.view.go_to(0, "title")
    press(Qt.Key.Key_Left)
    assert len(panel.model.rows) == 4
    press(Qt.Key.Key_Right)
    assert len(panel.model.rows) == 8
    panel.view.go_to(1, "lead")
    press(Qt.Key.Key_Left)
    assert len(panel.model.rows) == 8
    assert panel.view.currentIndex().column() == panel.model.keys.index("content")


def test_all_groups_fold_and_open_and_the_current_row_is_not_lost(panel: GridPanel) -> None:
    panel.view.go_to(6, "deadline")
    panel.seeing.close_all()
    assert contents(panel) == ["Rà soát", "Công khai thủ tục"]
    current = panel.current_row()
    assert current is not None and current.key == panel.model.rows[1].key
    panel.seeing.open_all()
    assert len(panel.model.rows) == 8


def test_rows_that_come_back_have_their_heights(panel: GridPanel, session: Session, qtbot: QtBot) -> None:
    long = panel.model.rows[1]
    update_task(session, long.id, content="Đôn đốc các thôn báo cáo kết quả thực hiện " * 6)
    qtbot.waitUntil(lambda: panel.view.sizer.measured_rows() == 8)
    height = panel.view.rowHeight(1)
    panel.seeing.close_all()
    panel.seeing.open_all()
    qtbot.waitUntil(lambda: panel.view.sizer.measured_rows() == 8)
    assert panel.view.rowHeight(1) == height > 2 * panel.view.rowHeight(0)


def test_an_anchor_opens_its_group(panel: GridPanel) -> None:
    row = panel.model.rows[6]
    panel.seeing.close_all()
    panel.focus_anchor(f"task:{row.id}:deadline")
    current = panel.current_row()
    assert current is not None and current.key == row.key
    assert panel.model.all_rows[0].folded == 4  # the other one stays folded


def test_a_task_added_to_a_folded_group_is_shown(panel: GridPanel) -> None:
    panel.seeing.close_all()
    panel.view.go_to(1, "title")
    panel.rows.add_task()
    current = panel.current_row()
    assert current is not None and current.kind == "task" and current.group_id == panel.model.all_rows[5].id
    assert contents(panel)[:2] == ["Rà soát", "Công khai thủ tục"]


# --- filter


def test_typing_filters_without_marks_and_keeps_the_focus(panel: GridPanel, qtbot: QtBot) -> None:
    press(Qt.Key.Key_L, "", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    panel.seeing.filter()
    field = panel.seeing.filter_bar.text
    assert field.hasFocus()
    type_letters("thu tuc")
    qtbot.waitUntil(lambda: len(panel.model.rows) < 8)
    assert field.hasFocus() and field.text() == "thu tuc"
    # The row that goes on with a task stays with it.
    assert contents(panel) == ["Rà soát", "Niêm yết thủ tục", "", "Kiểm tra thủ tục"]
    assert panel.seeing.filter_bar.count.text() == "2 trong 5 nhiệm vụ"
    panel.seeing.filter_bar.clear_button.click()
    assert len(panel.model.rows) == 8
    assert field.text() == ""


def test_words_with_marks_are_meant_with_their_marks(panel: GridPanel, qtbot: QtBot) -> None:
    panel.seeing.filter()
    unikey("d", "<đu", "o", "<<ươ", "ng")
    assert panel.seeing.filter_bar.text.text() == "đương"
    panel.seeing.filter_bar.text.search_now()
    assert contents(panel) == []
    panel.seeing.filter_bar.text.setText("đường")
    panel.seeing.filter_bar.text.search_now()
    assert contents(panel)[-1] == "Đường dây nóng"


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        (
            Filter(unit=OFFICE.label),
            ["Rà soát", "Đôn đốc các thôn", "Niêm yết thủ tục", "", "Công khai thủ tục", "Số hóa hồ sơ", "Đường dây nóng"],
        ),
        (Filter(deadline="quy i/2027"), ["Rà soát", "Niêm yết thủ tục", "", "Công khai thủ tục", "Số hóa hồ sơ"]),
        (Filter(problems=True), ["Rà soát", "Kiểm tra thủ tục"]),
        (Filter(state=TaskState.DONE), ["Rà soát", "Đôn đốc các thôn"]),
        (Filter(text="khong co"), []),
    ],
)  # fmt: skip
def test_each_part_of_the_filter(panel: GridPanel, session: Session, wanted: Filter, shown: list[str]) -> None:
    set_progress(session, [panel.model.rows[1].id], state=TaskState.DONE)
    panel.review_now()
    panel.seeing.filter()
    panel.seeing.apply(wanted)
    assert contents(panel) == shown


def test_a_row_that_no_longer_fits_stays_until_one_filters_again(panel: GridPanel, session: Session) -> None:
    panel.seeing.filter()
    panel.seeing.filter_bar.text.setText("đôn đốc")
    panel.seeing.filter_bar.text.search_now()
    assert contents(panel) == ["Rà soát", "Đôn đốc các thôn"]
    panel.view.setFocus()
    panel.view.go_to(1, "content")
    type_letters("Giao ban")
    press(Qt.Key.Key_Return)
    assert contents(panel) == ["Rà soát", "Giao ban"]
    panel.seeing.apply(panel.seeing.filter_bar.asked())
    assert contents(panel) == []
    session.undo()
    panel.seeing.apply(Filter())
    assert contents(panel)[1] == "Đôn đốc các thôn"


def test_a_new_row_is_shown_although_it_does_not_fit(panel: GridPanel, session: Session) -> None:
    panel.seeing.filter()
    panel.seeing.apply(Filter(text="don doc"))
    add_tasks(session, panel.model.rows[0].id, [Task(content="Việc mới")], 1)
    assert contents(panel) == ["Rà soát", "Đôn đốc các thôn", "Việc mới"]


def test_a_filter_opens_folded_groups_and_folds_them_again(panel: GridPanel) -> None:
    panel.seeing.close_all()
    panel.seeing.filter()
    panel.seeing.apply(Filter(text="so hoa"))
    assert contents(panel) == ["Công khai thủ tục", "Số hóa hồ sơ"]
    panel.seeing.filter_bar.leave()
    assert contents(panel) == ["Rà soát", "Công khai thủ tục"]


def test_what_is_being_typed_lives_through_a_change_of_what_is_shown(panel: GridPanel, session: Session) -> None:
    panel.view.go_to(1, "content")
    press(Qt.Key.Key_F2)
    type_letters(" và xã")
    panel.model.arrangement.closed = {panel.model.rows[5].id}
    panel.model.arrange()
    panel.model.arrangement.left_out = {panel.model.rows[2].key, panel.model.rows[4].key}
    panel.model.arrange()
    assert panel.view.state() == panel.view.State.EditingState
    type_letters(" ta")
    press(Qt.Key.Key_Return)
    assert get_plan(session, panel.model.plan_id).groups[0].tasks[0].content == "Đôn đốc các thôn và xã ta"


def test_many_changes_of_order_keep_the_editor_and_the_rows_right(panel: GridPanel, session: Session) -> None:
    """More steps than are told one by one: rows go, come and change places in one go."""
    groups = tuple(TaskGroup(title=f"Nhóm {g}", tasks=tuple(Task(content=f"Việc {g}.{t}") for t in range(4))) for g in range(60))
    made = panel
    made.show_plan(make(session, groups))
    made.view.go_to(2, "content")
    press(Qt.Key.Key_F2)
    type_letters(" đang gõ")
    made.model.arrangement.left_out = {row.key for row in made.model.all_rows if row.kind == "task" and row.place % 2 == 0}
    made.model.arrange()
    assert [row.texts["content"] for row in made.model.rows[1:3]] == ["Việc 0.1", "Việc 0.3"]
    assert made.view.state() == made.view.State.EditingState
    press(Qt.Key.Key_Return)
    assert get_plan(session, made.model.plan_id).groups[0].tasks[1].content == "Việc 0.1 đang gõ"
    made.model.arrangement.left_out = set()
    made.model.arrange()
    assert [row.key for row in made.model.rows] == [row.key for row in made.model.all_rows]
    assert len(made.model.rows) == 300


# --- other orders


def test_another_order_is_only_looked_at(panel: GridPanel, session: Session) -> None:
    before, steps = stored(session, panel), session.undo_label
    panel.seeing.sort_by("deadline")
    assert [row.texts["title"] for row in panel.model.rows if row.kind == "group"] == [
        "Quý I/2027 (2)", "Quý II/2027 (1)", "Quý IV/2027 (1)", "Thường xuyên (1)", "Chưa có thời hạn (1)",
    ]  # fmt: skip
    assert panel.model.rows[1].texts["no"] == "I.2"
    assert panel.model.rows[2].texts["content"] == "Số hóa hồ sơ"
    assert panel.seeing.order_banner.isVisible()
    assert panel.model.read_only
    panel.view.go_to(1, "content")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QApplication, "beep", lambda: None)
        type_letters("x")
    assert panel.view.state() != panel.view.State.EditingState
    assert stored(session, panel) == before
    assert session.undo_label == steps
    panel.seeing.sort_by("")
    assert contents(panel)[:3] == ["Rà soát", "Đôn đốc các thôn", "Niêm yết thủ tục"]
    assert not panel.seeing.order_banner.isVisible()
    assert not panel.model.read_only


def test_a_row_that_goes_on_shows_its_task_in_another_order(panel: GridPanel) -> None:
    panel.seeing.sort_by("lead")
    under = [row for row in panel.model.rows if row.texts.get("product") == "Ảnh chụp"]
    assert [row.texts["content"] for row in under] == ["Niêm yết thủ tục"]
    assert panel.model.rows[-1].texts["content"] == "Kiểm tra thủ tục"


def test_undo_in_another_order_is_shown_there_and_nothing_moves(panel: GridPanel, session: Session) -> None:
    update_task(session, panel.model.rows[1].id, deadline="Quý III/2027")
    order = [task.id for group in get_plan(session, panel.model.plan_id).groups for task in group.tasks]
    panel.seeing.sort_by("deadline")
    session.undo()
    assert "Quý II/2027 (1)" in contents(panel)
    panel.seeing.sort_by("")
    assert [row.id for row in panel.model.rows if row.kind == "task"] == order
    assert [task.id for group in get_plan(session, panel.model.plan_id).groups for task in group.tasks] == order


# --- find and replace


def test_found_places_are_counted_marked_and_walked(panel: GridPanel) -> None:
    press(Qt.Key.Key_F, "", Qt.KeyboardModifier.ControlModifier)
    panel.seeing.find()
    bar = panel.seeing.find_bar
    search(panel, "thu tuc")
    assert bar.count.text() == "1/3"
    current = panel.current_row()
    assert current is not None and current.texts["content"] == "Niêm yết thủ tục"
    assert bar.field.hasFocus()
    press(Qt.Key.Key_Return, widget=bar.field)
    assert bar.count.text() == "2/3"
    press(Qt.Key.Key_Return, modifiers=Qt.KeyboardModifier.ShiftModifier, widget=bar.field)
    press(Qt.Key.Key_Return, modifiers=Qt.KeyboardModifier.ShiftModifier, widget=bar.field)
    assert bar.count.text() == "3/3"
    current = panel.current_row()
    assert current is not None and current.kind == "group"
    press(Qt.Key.Key_Escape, widget=bar.field)
    assert not bar.isVisible() and panel.view.hasFocus()
    assert panel.seeing.finder.matches == []


def test_exact_finds_letter_for_letter(panel: GridPanel) -> None:
    panel.seeing.find()
    search(panel, "duong")
    assert panel.seeing.find_bar.count.text() == "1/1"
    panel.seeing.find_bar.exact.setChecked(True)
    assert panel.seeing.find_bar.count.text() == "Không thấy"
    search(panel, "Đường")
    assert panel.seeing.find_bar.count.text() == "1/1"
    panel.seeing.find_bar.exact.setChecked(False)


def test_finding_opens_what_is_folded_or_left_out(panel: GridPanel) -> None:
    panel.seeing.close_all()
    panel.seeing.find()
    search(panel, "hồ sơ")
    current = panel.current_row()
    assert current is not None and current.texts["content"] == "Số hóa hồ sơ"


def test_replace_all_is_one_named_step(panel: GridPanel, session: Session) -> None:
    before = stored(session, panel)
    panel.seeing.replace()
    search(panel, "thủ tục")
    panel.seeing.find_bar.replacement.setText("TTHC")
    panel.seeing.find_bar.all.click()
    plan = get_plan(session, panel.model.plan_id)
    assert plan.groups[1].title == "Công khai TTHC"
    assert [task.content for task in plan.groups[0].tasks][1:] == ["Niêm yết TTHC", "Niêm yết thủ tục", "Kiểm tra TTHC"]
    assert session.undo_label == "Thay 3 chỗ"
    assert panel.seeing.find_bar.said.text() == "Đã thay 3 chỗ."
    session.undo()
    assert stored(session, panel) == before
    assert len(panel.seeing.finder.matches) == 3


def test_replace_one_goes_on_behind_what_was_put_in(panel: GridPanel, session: Session) -> None:
    panel.view.go_to(0, "title")
    panel.seeing.replace()
    search(panel, "thủ tục")
    panel.seeing.find_bar.replacement.setText("thủ tục thủ tục")
    panel.seeing.find_bar.one.click()
    plan = get_plan(session, panel.model.plan_id)
    assert plan.groups[0].tasks[1].content == "Niêm yết thủ tục thủ tục"
    assert session.undo_label == "Thay 1 chỗ"
    panel.seeing.find_bar.one.click()
    plan = get_plan(session, panel.model.plan_id)
    assert plan.groups[0].tasks[3].content == "Kiểm tra thủ tục thủ tục"


def test_replace_keeps_to_the_selected_rows(panel: GridPanel, session: Session) -> None:
    panel.selection.select_rows([panel.model.rows[4].key])
    panel.seeing.replace()
    panel.seeing.find_bar.selection.setChecked(True)
    search(panel, "thu tuc")
    assert panel.seeing.find_bar.count.text() == "1/1"
    panel.seeing.find_bar.replacement.setText("hồ sơ")
    panel.seeing.find_bar.all.click()
    plan = get_plan(session, panel.model.plan_id)
    assert [task.content for task in plan.groups[0].tasks][1] == "Niêm yết thủ tục"
    assert plan.groups[0].tasks[3].content == "Kiểm tra hồ sơ"


def test_replacing_is_off_where_nothing_may_be_changed(panel: GridPanel) -> None:
    panel.seeing.sort_by("lead")
    panel.seeing.replace()
    assert not panel.seeing.find_bar.all.isEnabled()
    search(panel, "thu tuc")
    assert panel.seeing.find_bar.count.text() != ""


# --- problems


def test_problems_are_looked_for_little_by_little(panel: GridPanel, session: Session, qtbot: QtBot) -> None:
    many = tuple(replace(GROUPS[0], tasks=tuple(Task(content=f"Việc {g}.{t}") for t in range(20))) for g in range(40))
    panel.show_plan(make(session, many))
    assert not any(row.marks for row in panel.model.rows)  # not before the rows are shown
    qtbot.waitUntil(lambda: not panel._review.is_waiting())
    assert sum("lead" in row.marks for row in panel.model.rows) == 800
    assert "2400" in panel.footer.problems_button.text().replace(".", "")  # no lead, no product, no deadline


def test_marks_measure_no_rows(panel: GridPanel, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    panel.review_now()
    calls: list[int] = []
    monkeypatch.setattr(panel.view.sizer, "rows_changed", calls.append)
    panel.model.set_marks({})
    assert calls == []
    assert all(not row.marks for row in panel.model.all_rows)


def test_the_bars_go_with_the_plan(panel: GridPanel, session: Session) -> None:
    panel.seeing.filter()
    panel.seeing.apply(Filter(text="so hoa"))
    panel.seeing.sort_by("lead")
    panel.show_plan(make(session))
    assert len(panel.model.rows) == 8
    assert not panel.seeing.filter_bar.isVisible() and not panel.seeing.order_banner.isVisible()
    assert not panel.model.read_only


def test_esc_closes_the_find_bar_wherever_one_is_in_it(panel: GridPanel) -> None:
    bar = panel.seeing.find_bar
    for part in (bar.field, bar.replacement, bar.exact, bar.selection, bar.one, bar.all, bar._close):
        panel.seeing.replace()
        bar.field.setText("thủ tục")
        bar.field.search_now()
        part.setFocus()
        QTest.keyClick(part, Qt.Key.Key_Escape)
        assert bar.isHidden(), part


def test_tab_goes_from_what_is_found_to_what_replaces_it(panel: GridPanel) -> None:
    panel.seeing.replace()
    bar = panel.seeing.find_bar
    bar.field.setFocus()
    QTest.keyClick(bar.field, Qt.Key.Key_Tab)
    assert bar.replacement.hasFocus()


def test_messages_of_the_find_bar_shift_nothing_and_go_when_old(panel: GridPanel) -> None:
    panel.seeing.replace()
    bar = panel.seeing.find_bar

    def places() -> list[int]:
        QTest.qWait(0)
        parts = (bar.field, bar.replacement, bar.one, bar.all, bar._next, bar.exact, bar.selection)
        return [x for part in parts for x in (part.mapTo(panel, part.rect().topLeft()).x(), part.mapTo(panel, part.rect().topLeft()).y())]

    before = places()
    bar.field.setText("không đâu có")
    bar.field.search_now()
    bar.all.click()
    assert bar.said.text() == "Không còn chỗ nào để thay." and places() == before
    bar.field.setText("không đâu")  # not looked for yet
    assert bar.said.text() == "" and places() == before
    bar.selection.setChecked(True)
    bar.field.search_now()
    assert bar.said.text() == "Không thấy trong các dòng đang chọn" and places() == before
    bar.selection.setChecked(False)
    assert bar.said.text() == ""
