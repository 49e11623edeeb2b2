"""The appendix grid: the model's signals, each command one step, what is on the screen after undo, sizes, dialogs, the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from kh_desktop.domain.columns import COLUMN_SETS
from kh_desktop.domain.model import Shape, Task
from kh_desktop.services import plans, tasks
from kh_desktop.services.plans import get_plan, set_plan
from kh_desktop.services.session import Session, open_session
from kh_desktop.services.templates import task_library
from kh_desktop.ui.grid import AppendixPage, GridPanel
from kh_desktop.ui.grid.heights import STACKED_MARKS, CellTexts
from kh_desktop.ui.grid.library_dialog import LibraryDialog
from kh_desktop.ui.grid.model import GridModel, Index
from kh_desktop.ui.grid.toolbar import ACTIONS
from tests.ui.grid_help import focused, make_office, make_plan, press, type_letters

Key = Qt.Key
CTRL, SHIFT, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def open_panel(session: Session, qtbot: QtBot) -> Iterator[Callable[..., GridPanel]]:
    """Makes a shown panel for a plan, told of every change as the window does."""
    make_office(session)
    ends = []

    def make(plan_id: int) -> GridPanel:
        panel = GridPanel(session)
        qtbot.addWidget(panel)
        ends.append(session.subscribe(panel.on_changes))
        panel.resize(1000, 600)
        panel.show_plan(plan_id)
        panel.show()
        qtbot.waitExposed(panel)
        panel.activateWindow()
        panel.view.setFocus()
        QTest.qWait(0)
        return panel

    yield make
    for end in ends:
        end()


@pytest.fixture
def panel(open_panel: Callable[..., GridPanel], session: Session) -> GridPanel:
    """Two groups of three tasks."""
    return open_panel(make_plan(session))


def contents(panel: GridPanel) -> list[str]:
    return [row.texts.get("title", row.texts.get("content", "")) for row in panel.model.rows]


def stored(session: Session, panel: GridPanel) -> list[str]:
    plan = get_plan(session, panel.model.plan_id)
    return [text for group in plan.groups for text in (group.title, *(task.content for task in group.tasks))]


def one_step(session: Session, act: Callable[[], object]) -> str:
    """Does ``act``, checks that it was exactly one undo step, and returns the step's name."""
    before = len(session.workspace.history.done)
    act()
    assert len(session.workspace.history.done) == before + 1
    return session.undo_label or ""


def key(number: int, modifiers: Qt.KeyboardModifier) -> Callable[[], None]:
    return lambda: QTest.keyClick(focused(), Qt.Key(number), modifiers)


# --- the model


def test_the_model_keeps_its_promises_and_is_never_reset(panel: GridPanel, session: Session) -> None:
    QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    resets: list[int] = []
    panel.model.modelReset.connect(lambda: resets.append(1))
    group = panel.model.rows[4].group_id
    ids = tasks.add_tasks(session, group, [Task(content="mới 1"), Task(content="mới 2")], 1)
    tasks.move_tasks(session, ids, group_id=panel.model.rows[0].group_id, at=0)
    tasks.move_group(session, group, 0)
    tasks.update_task(session, ids[0], content="đổi")
    tasks.remove_rows(session, task_ids=ids[1:])
    set_plan(session, panel.model.plan_id, columns=COLUMN_SETS["result_first"])
    for _ in range(6):
        session.undo()
    for _ in range(6):
        session.redo()
        assert contents(panel) == stored(session, panel)
    assert resets == []
    panel.show_plan(make_plan(session, groups=1))
    assert resets == [1]


def test_one_cell_is_one_small_signal(panel: GridPanel, session: Session) -> None:
    seen: list[tuple[int, int, int, int]] = []
    panel.model.dataChanged.connect(lambda a, b: seen.append((a.row(), b.row(), a.column(), b.column())))
    tasks.update_task(session, panel.model.rows[2].id, product="khác")
    assert seen == [(2, 2, 4, 4)]


def test_a_new_row_renumbers_in_one_signal(panel: GridPanel, session: Session) -> None:
    seen: list[tuple[int, int, int, int]] = []
    panel.model.dataChanged.connect(lambda a, b: seen.append((a.row(), b.row(), a.column(), b.column())))
    tasks.add_tasks(session, panel.model.rows[0].group_id, [Task(content="x")], 0)
    assert seen == [(2, 4, 0, 0)]


def test_an_edit_asks_for_few_cells(open_panel: Callable[..., GridPanel], session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = open_panel(make_plan(session, groups=20, tasks=100))
    asked: list[int] = []
    data = GridModel.data

    def counted(self: GridModel, index: Index, role: int = 0) -> object:
        asked.append(role)
        return data(self, index, role)

    monkeypatch.setattr(GridModel, "data", counted)
    panel.view.go_to(3, "content")
    type_letters("x")
    press(Key.Key_Return, "\r")
    QApplication.processEvents()
    assert panel.model.rows[3].texts["content"] == "x"
    assert len(asked) < 300


def test_a_long_plan_opens_without_measuring_every_row(session: Session, qtbot: QtBot) -> None:
    plan_id = make_plan(session, groups=20, tasks=100)
    panel = GridPanel(session)
    qtbot.addWidget(panel)
    panel.resize(1000, 600)
    panel.show_plan(plan_id)
    panel.show()
    assert 0 < panel.view.sizer.measured_rows() < 60
    qtbot.waitUntil(lambda: panel.view.sizer.measured_rows() == 2020)


def test_scrolling_shows_right_heights_at_once(open_panel: Callable[..., GridPanel], session: Session) -> None:
    plan_id = make_plan(session, groups=10, tasks=50)
    last = get_plan(session, plan_id).groups[-1].tasks[-1].id
    tasks.update_task(session, last, content="dòng\n" * 9 + "cuối")
    panel = open_panel(plan_id)
    panel.view.go_to(panel.model.row_of(("task", last)), "content")
    assert panel.view.rowHeight(panel.model.row_of(("task", last))) >= 10 * panel.view.fontMetrics().lineSpacing()


def test_heights_leave_room_for_stacked_marks(panel: GridPanel) -> None:
    texts = CellTexts(panel.font())
    height = panel.fontMetrics().tightBoundingRect(STACKED_MARKS).height()
    assert texts.min_height >= height
    assert texts.height("một\nhai\nba", 300) >= 3 * texts.line_height
    assert texts.height("rấtdàikhôngcódấucách" * 5, 60) > texts.height("ngắn", 60)


def test_group_rows_are_joined_again_after_changes(panel: GridPanel, session: Session) -> None:
    def joined() -> list[int]:
        return [row for row in range(len(panel.model.rows)) if panel.view.columnSpan(row, 1) > 1]

    assert joined() == [0, 4]
    tasks.move_group(session, panel.model.rows[4].group_id, 0)
    tasks.add_tasks(session, panel.model.rows[0].group_id, [Task(content="x")], 0)
    assert joined() == [0, 5]
    assert panel.view.columnSpan(0, 1) == 5


# --- commands


def test_insert_adds_below_and_opens_the_cell(panel: GridPanel, session: Session) -> None:
    panel.view.go_to(1, "deadline")
    name = one_step(session, key(Key.Key_Insert, Qt.KeyboardModifier.NoModifier))
    assert name == "Thêm 1 nhiệm vụ"
    type_letters("mới")
    press(Key.Key_Return, "\r")
    assert stored(session, panel)[:4] == ["Nhóm 1", "Việc 1", "mới", "Việc 2"]


def test_alt_insert_adds_a_group_below(panel: GridPanel, session: Session) -> None:
    panel.view.go_to(2, "content")
    one_step(session, key(Key.Key_Insert, ALT))
    type_letters("Giữa")
    press(Key.Key_Return, "\r")
    assert [row.texts["title"] for row in panel.model.rows if row.kind == "group"] == ["Nhóm 1", "Giữa", "Nhóm 2"]
    assert [row.texts["no"] for row in panel.model.rows if row.kind == "group"] == ["I", "II", "III"]


def test_the_first_task_of_an_empty_plan_makes_its_group(open_panel: Callable[..., GridPanel], session: Session) -> None:
    panel = open_panel(make_plan(session, groups=0))
    assert panel._empty.isVisible()
    panel.rows.add_task()
    assert [row.kind for row in panel.model.rows] == ["group", "task"]
    assert panel.view.isVisible()


def test_rows_move_by_keys_and_keep_the_selection(panel: GridPanel, session: Session) -> None:
    panel.selection.select_rows([("task", panel.model.rows[1].id), ("task", panel.model.rows[2].id)])
    one_step(session, key(Key.Key_Down, ALT | SHIFT))
    assert contents(panel)[:4] == ["Nhóm 1", "Việc 3", "Việc 1", "Việc 2"]
    assert [row.texts["content"] for row in panel.selection.rows()] == ["Việc 1", "Việc 2"]
    one_step(session, key(Key.Key_Down, ALT | SHIFT))
    assert contents(panel)[2:5] == ["Nhóm 2", "Việc 1", "Việc 2"]
    session.undo()
    session.undo()
    assert contents(panel)[:4] == ["Nhóm 1", "Việc 1", "Việc 2", "Việc 3"] == stored(session, panel)[:4]


def test_deleting_a_block_of_rows_is_one_step(panel: GridPanel, session: Session) -> None:
    panel.selection.select_rows([panel.model.rows[row].key for row in (1, 2, 5)])
    name = one_step(session, key(Key.Key_Minus, CTRL))
    assert name == "Xóa 3 dòng"
    assert contents(panel) == ["Nhóm 1", "Việc 3", "Nhóm 2", "Việc 5", "Việc 6"]
    panel.footer._undo.click()
    assert len(panel.model.rows) == 8
    assert panel.current_row() is not None and panel.current_row().texts.get("content") == "Việc 1"  # type: ignore[union-attr]


@pytest.mark.parametrize("agreed", [True, False])
def test_a_group_with_tasks_goes_only_after_a_named_click(
    panel: GridPanel, session: Session, monkeypatch: pytest.MonkeyPatch, agreed: bool
) -> None:
    said: list[str] = []

    def answer(box: QMessageBox) -> int:
        said.extend(button.text() for button in box.buttons())
        role = QMessageBox.ButtonRole.DestructiveRole if agreed else QMessageBox.ButtonRole.RejectRole
        next(button for button in box.buttons() if box.buttonRole(button) == role).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    panel.view.go_to(4, "title")
    panel.rows.remove()
    assert "Xóa nhóm và 3 nhiệm vụ" in said
    assert len(panel.model.rows) == (4 if agreed else 8)


def test_delete_key_empties_cells_in_one_step(panel: GridPanel, session: Session) -> None:
    panel.view.go_to(1, "product")
    panel.view.selectionModel().select(panel.model.index(2, 5), panel.view.selectionModel().SelectionFlag.Select)
    name = one_step(session, key(Key.Key_Delete, Qt.KeyboardModifier.NoModifier))
    assert name == "Xóa chữ ở 2 dòng"
    assert (panel.model.rows[1].texts["product"], panel.model.rows[2].texts["deadline"]) == ("", "")
    session.undo()
    assert panel.model.rows[2].texts["deadline"] == "Quý II/2027"


def test_copied_rows_paste_as_one_step_with_new_rows(panel: GridPanel, session: Session) -> None:
    QApplication.clipboard().setText('dán 1\tVPTK\t\tSP\r\n"dán 2\nhai dòng"\r\ndán 3\tĐoàn Thanh niên; VPTK\r\n')
    panel.view.go_to(6, "content")
    panel.clip.ask = lambda _, first: first
    name = one_step(session, key(Key.Key_V, CTRL))
    assert name == "Dán vào 3 dòng"
    group = get_plan(session, panel.model.plan_id).groups[1]
    assert [task.content for task in group.tasks] == ["Việc 4", "dán 1", "dán 2\nhai dòng", "dán 3"]
    assert [unit.label for unit in group.tasks[3].lead] == ["Đoàn Thanh niên", "VPTK"]
    assert group.tasks[1].lead[0].unit_id != 0
    assert (group.tasks[1].product, group.tasks[1].deadline) == ("SP", "Quý II/2027")
    session.undo()
    assert contents(panel)[5:] == ["Việc 4", "Việc 5", "Việc 6"]


def test_one_text_fills_every_selected_cell(panel: GridPanel, session: Session) -> None:
    QApplication.clipboard().setText("Quý III/2027\n")
    panel.view.go_to(1, "deadline")
    panel.view.selectionModel().select(panel.model.index(2, 5), panel.view.selectionModel().SelectionFlag.Select)
    one_step(session, key(Key.Key_V, CTRL))
    assert [panel.model.rows[row].texts["deadline"] for row in (1, 2, 3)] == ["Quý III/2027", "Quý III/2027", "Quý II/2027"]


def test_rows_pasted_below_are_new(panel: GridPanel, session: Session) -> None:
    QApplication.clipboard().setText("x\r\ny\r\n")
    panel.view.go_to(1, "content")
    one_step(session, key(Key.Key_V, CTRL | SHIFT))
    assert contents(panel)[:5] == ["Nhóm 1", "Việc 1", "x", "y", "Việc 2"]


def test_copy_puts_text_and_table_on_the_clipboard(panel: GridPanel) -> None:
    panel.selection.select_rows([panel.model.rows[1].key])
    key(Key.Key_C, CTRL)()
    data = QApplication.clipboard().mimeData()
    assert data.text() == "1\tViệc 1\tVăn phòng - Thống kê\t\tBáo cáo 1\tQuý II/2027\r\n"
    assert "<td" in data.html()
    panel.view.go_to(2, "content")
    key(Key.Key_C, CTRL)()
    assert QApplication.clipboard().text() == "Việc 2"


def test_a_refused_command_is_said_in_words(panel: GridPanel, session: Session) -> None:
    row = panel.model.rows[1]
    tasks.remove_rows(session, task_ids=[row.id])
    panel.edit_row(row, "content", "x")
    assert panel._trouble.isVisible()
    assert panel._trouble.text()


# --- undo on the screen


def test_undo_brings_what_it_changed_into_view(panel: GridPanel, session: Session) -> None:
    tasks.update_task(session, panel.model.rows[6].id, product="đổi")
    panel.view.go_to(1, "product")
    session.undo()
    assert panel.view.currentIndex().row() == 6
    panel.view.go_to(1, "product")
    session.redo()
    assert (panel.view.currentIndex().row(), panel.view.currentIndex().column()) == (6, 4)


def test_undoing_a_change_of_units_shows(panel: GridPanel, session: Session) -> None:
    tasks.update_task(session, panel.model.rows[6].id, lead="Đoàn Thanh niên")
    assert panel.model.rows[6].texts["lead"] == "Đoàn Thanh niên"
    panel.view.go_to(1, "product")
    session.undo()
    assert panel.model.rows[6].texts["lead"] == "Văn phòng - Thống kê"
    assert panel.view.currentIndex().row() == 6
    shown = panel.plan()
    assert shown is not None
    assert shown.groups == get_plan(session, shown.id).groups


def test_a_changed_cell_does_not_read_the_plan_again(panel: GridPanel, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kh_desktop.ui.grid.panel.get_plan", lambda *_: pytest.fail("the whole plan was read"))
    panel.view.go_to(1, "content")
    type_letters("x")
    press(Key.Key_Return, "\r")
    assert panel.model.rows[1].texts["content"] == "x"


def test_own_edits_do_not_move_the_cursor(panel: GridPanel) -> None:
    panel.view.go_to(1, "content")
    type_letters("x")
    press(Key.Key_Return, "\r")
    assert panel.view.currentIndex().row() == 2


# --- problems


def test_problems_are_marked_counted_and_jumped_to(panel: GridPanel, session: Session) -> None:
    tasks.update_task(session, panel.model.rows[2].id, lead="", deadline="")
    panel.review_now()
    assert {"lead", "deadline"} <= set(panel.model.rows[2].marks)
    assert panel.model.index(2, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert panel.footer.problems_button.isVisible()
    actions = panel.footer.problems_menu.actions()
    panel.view.go_to(0, "title")
    actions[0].trigger()
    assert panel.view.currentIndex().row() == 2
    session.undo()
    panel.review_now()
    assert not panel.model.rows[2].marks


def test_focus_anchor_goes_to_cell_and_group(panel: GridPanel) -> None:
    panel.focus_anchor(f"task:{panel.model.rows[6].id}:deadline")
    assert (panel.view.currentIndex().row(), panel.view.currentIndex().column()) == (6, 5)
    panel.focus_anchor(f"group:{panel.model.rows[4].id}")
    assert panel.view.currentIndex().row() == 4
    panel.focus_anchor("section:1")
    assert panel.view.currentIndex().row() == 4


# --- columns, shapes, read-only


def test_columns_follow_the_plan(panel: GridPanel, session: Session) -> None:
    set_plan(session, panel.model.plan_id, columns=COLUMN_SETS["result_first"])
    assert panel.model.keys == ["no", "content", "product", "lead", "coord", "deadline"]
    assert panel.model.headerData(2, Qt.Orientation.Horizontal) == "Kết quả công việc"
    assert panel.model.index(1, 2).data() == "Báo cáo 1"
    widths = [panel.view.columnWidth(place) for place in range(6)]
    assert sum(widths) == panel.view.viewport().width()
    assert widths[1] == max(widths)


def test_the_grouped_header_is_taller_and_covers_its_columns(panel: GridPanel, session: Session) -> None:
    header = panel.view.horizontalHeader()
    assert header.group_run(2) == header.group_run(3) == (2, 3)  # type: ignore[attr-defined]
    assert header.group_run(1) == (1, 1)  # type: ignore[attr-defined]
    tall = header.sizeHint().height()
    set_plan(session, panel.model.plan_id, columns=tuple(c for c in COLUMN_SETS["assignment"] if not c.group))
    assert header.sizeHint().height() < tall


def test_tasks_printed_as_sections_have_their_paragraphs(open_panel: Callable[..., GridPanel], session: Session) -> None:
    panel = open_panel(make_plan(session, shape=Shape.ASSIGNMENTS))
    assert "detail" in panel.model.keys
    panel.view.go_to(1, "detail")
    type_letters("- một")
    press(Key.Key_Return, "\r", ALT)
    type_letters("- hai")
    press(Key.Key_Return, "\r")
    assert get_plan(session, panel.model.plan_id).groups[0].tasks[0].detail == "- một\n- hai"


def test_a_workspace_opened_for_reading_says_so(session: Session, qtbot: QtBot) -> None:
    plan_id = make_plan(session)
    path = session.path
    session.close()
    reader = open_session(path, read_only=True)
    panel = GridPanel(reader)
    qtbot.addWidget(panel)
    panel.show_plan(plan_id)
    panel.show()
    assert "chỉ xem" in panel._locked.text()
    assert not panel._revise.isVisible()
    assert not panel._actions["add_task"].isEnabled()
    reader.close()


def test_a_deleted_plan_does_no_harm(panel: GridPanel, session: Session) -> None:
    plans.delete_plan(session, panel.model.plan_id)
    assert panel.plan() is None


def test_short_buttons_lose_their_words_where_room_is_scarce(panel: GridPanel) -> None:
    def words() -> list[bool]:
        return [button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon for button in panel._bar._short]

    panel.resize(1400, 500)
    QApplication.processEvents()
    assert set(words()) == {True}
    panel.resize(560, 500)
    QApplication.processEvents()
    assert set(words()) == {False}
    assert panel._bar.sizeHint().width() <= 560
    panel.resize(1400, 500)
    QApplication.processEvents()
    assert set(words()) == {True}


@pytest.mark.parametrize("width", [1400, 560, 320])
def test_no_command_of_the_bar_is_out_of_reach(panel: GridPanel, width: int) -> None:
    panel.setMinimumWidth(width)
    panel.resize(width, 500)
    for _ in range(5):
        QApplication.processEvents()
    buttons = panel._bar.findChildren(QToolButton)
    assert len(buttons) == sum(entry.bar for entry in ACTIONS)
    assert all(panel._bar.rect().contains(button.geometry()) for button in buttons)


# --- library


def test_the_library_adds_what_was_ticked_in_one_step(panel: GridPanel, session: Session, qtbot: QtBot) -> None:
    dialog = LibraryDialog(get_plan(session, panel.model.plan_id))
    qtbot.addWidget(dialog)
    items = dialog._tasks()
    for item in (items[0], items[-1]):
        item.setCheckState(0, Qt.CheckState.Checked)
    library = [entry.key for group in task_library() for entry in group.tasks]
    assert dialog.keys() == [library[0], library[-1]]
    assert "2" in dialog._add.text()
    before = len(panel.model.rows)
    one_step(session, lambda: panel.rows.add_from_library(dialog.keys()))
    assert len(panel.model.rows) == before + 4
    again = LibraryDialog(get_plan(session, panel.model.plan_id))
    qtbot.addWidget(again)
    assert again._tasks()[0].isDisabled()


# --- the page


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[AppendixPage]:
    """The page with two groups of three tasks."""
    make_office(session)
    made = AppendixPage(session)
    qtbot.addWidget(made)
    end = session.subscribe(made.on_changes)
    made.resize(1200, 650)
    made.show_plan(make_plan(session))
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    QTest.qWait(0)
    yield made
    end()


def test_details_show_and_change_the_selected_task(page: AppendixPage, session: Session) -> None:
    page.panel.view.go_to(2, "content")
    details = page.details
    assert details._parts["content"][1].value() == "Việc 2"  # type: ignore[union-attr]
    field = details._parts["product"][1]
    field.setFocus()
    type_letters("sửa ")
    page.commit()
    assert page.panel.model.rows[2].texts["product"].startswith("sửa")
    page.panel.view.go_to(0, "title")
    assert details._parts["title"][1].isVisible()
    assert not details._parts["content"][1].isVisible()


def test_typing_in_details_is_stored_when_another_row_is_chosen(page: AppendixPage, session: Session) -> None:
    page.panel.view.go_to(2, "content")
    field = page.details._parts["content"][1]
    field.setFocus()
    type_letters("X")
    page.panel.view.go_to(5, "content")
    assert page.panel.model.rows[2].texts["content"] == "XViệc 2"
    assert page.panel.model.rows[5].texts["content"] == "Việc 4"
    assert page.panel.view.currentIndex().row() == 5


def test_unit_chips_add_and_take_out(page: AppendixPage, session: Session) -> None:
    page.panel.view.go_to(1, "content")
    chips = page.details._parts["lead"][1]
    assert chips.labels() == ["Văn phòng - Thống kê"]  # type: ignore[union-attr]
    chips.field.setFocus()  # type: ignore[union-attr]
    type_letters("Đoàn Thanh niên")
    page.commit()
    assert chips.labels() == ["Văn phòng - Thống kê", "Đoàn Thanh niên"]  # type: ignore[union-attr]
    chips.remove(0)  # type: ignore[union-attr]
    lead = get_plan(session, page.panel.model.plan_id).groups[0].tasks[0].lead
    assert [unit.label for unit in lead] == ["Đoàn Thanh niên"]


def test_a_row_can_go_on_with_the_task_above(page: AppendixPage, session: Session) -> None:
    page.panel.view.go_to(1, "content")
    assert not page.details.continues.isVisible()
    page.panel.view.go_to(2, "content")
    page.details.continues.click()
    model = page.panel.model
    assert [row.texts["no"] for row in model.rows[1:4]] == ["1", "", "2"]
    assert not model.flags(model.index(2, 1)) & Qt.ItemFlag.ItemIsEditable
    assert model.index(2, 1).data() == ""
    QApplication.clipboard().setText("việc riêng")
    page.panel.view.setFocus()
    page.panel.clip.paste_rows()
    # New rows come behind the rows that go on with the task, never between them.
    assert [row.texts["no"] for row in model.rows[1:5]] == ["1", "", "2", "3"]
    assert [row.texts["content"] for row in model.rows[1:4]] == ["Việc 1", "", "việc riêng"]


def test_details_can_be_shut(page: AppendixPage) -> None:
    wide = page.panel.view.width()
    page._toggle.click()
    QApplication.processEvents()
    assert not page.details.isVisible()
    assert page.panel.view.width() > wide
    page._toggle.click()
    assert page.details.isVisible()


def test_the_model_is_an_item_model_for_assistive_tools(panel: GridPanel) -> None:
    assert isinstance(panel.model, QAbstractItemModel)
    said = panel.model.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Phân công nhiệm vụ / Bộ phận chủ trì: Văn phòng - Thống kê"
