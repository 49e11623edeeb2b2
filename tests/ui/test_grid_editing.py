"""Editing in the grid as Excel hands know it: keys, filling, moving by the mouse, levels, joined cells, units."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kh_desktop.domain.model import Plan, Task
from kh_desktop.services import tasks
from kh_desktop.services.office import get_office
from kh_desktop.services.plans import get_plan
from kh_desktop.services.session import Session
from kh_desktop.ui.grid import GridPanel
from kh_desktop.ui.grid.editors import CellEditor
from kh_desktop.ui.grid.unit_menu import add_entries, unknown_units
from tests.ui.grid_help import at, focused, press, shown_panel, type_letters, unikey

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> Iterator[GridPanel]:
    """A shown panel with two groups of three tasks, told of every change as the window does."""
    yield from shown_panel(session, qtbot, 1100, 700)


def place(panel: GridPanel) -> tuple[int, str]:
    index = panel.view.currentIndex()
    return index.row(), panel.model.key_at(index)


def chosen(panel: GridPanel) -> tuple[int, str, int, str]:
    top, left, bottom, right = panel.selection.block() or (0, 0, 0, 0)
    return top, panel.model.keys[left], bottom, panel.model.keys[right]


def plan(panel: GridPanel, session: Session) -> Plan:
    return get_plan(session, panel.model.plan_id)


def column(panel: GridPanel, key: str) -> list[str]:
    return [row.texts.get(key, "") for row in panel.model.rows if row.kind == "task"]


def key(number: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(focused(), Qt.Key(number), modifiers)


def one_step(session: Session, act: Callable[[], object]) -> str:
    before = len(session.workspace.history.done)
    act()
    assert len(session.workspace.history.done) == before + 1
    return session.undo_label or ""


def no_step(session: Session, act: Callable[[], object]) -> None:
    before = len(session.workspace.history.done)
    act()
    assert len(session.workspace.history.done) == before


# --- keys


def test_shift_arrows_select_from_the_cell_where_they_began(panel: GridPanel) -> None:
    at(panel, 1, "lead")
    for number in (Key.Key_Down, Key.Key_Down, Key.Key_Right):
        key(number, SHIFT)
    assert place(panel) == (1, "lead")
    assert chosen(panel) == (1, "lead", 3, "coord")
    key(Key.Key_Up, SHIFT)
    assert chosen(panel) == (1, "lead", 2, "coord")
    key(Key.Key_Down)
    assert chosen(panel) == (2, "lead", 2, "lead")


def test_ctrl_and_shift_arrows_go_to_the_edge(panel: GridPanel) -> None:
    at(panel, 1, "product")
    key(Key.Key_Down, CTRL)
    assert place(panel) == (3, "product")
    key(Key.Key_Up, CTRL | SHIFT)
    assert place(panel) == (3, "product")
    assert chosen(panel) == (1, "product", 3, "product")


def test_home_end_and_whole_rows_columns_and_all(panel: GridPanel) -> None:
    at(panel, 2, "product")
    key(Key.Key_Home)
    assert place(panel) == (2, "content")
    key(Key.Key_End)
    assert place(panel) == (2, "deadline")
    key(Key.Key_Home, CTRL)
    assert place(panel) == (0, "title")
    key(Key.Key_End, CTRL)
    assert place(panel) == (7, "deadline")
    at(panel, 2, "product")
    key(Key.Key_Space, CTRL)
    assert chosen(panel) == (0, "product", 7, "product")
    at(panel, 2, "product")
    key(Key.Key_Space, SHIFT)
    assert chosen(panel) == (2, "no", 2, "deadline")
    key(Key.Key_A, CTRL)
    assert chosen(panel) == (0, "no", 7, "deadline")
    assert place(panel) == (2, "product")


def test_enter_and_tab_walk_inside_a_selection(panel: GridPanel) -> None:
    at(panel, 1, "product")
    key(Key.Key_Down, SHIFT)
    key(Key.Key_Right, SHIFT)
    places = []
    for _ in range(4):
        places.append(place(panel))
        press(Key.Key_Return, "\r")
    assert places == [(1, "product"), (2, "product"), (1, "deadline"), (2, "deadline")]
    press(Key.Key_Tab, "\t")
    assert place(panel) == (1, "deadline")
    type_letters("gõ")
    press(Key.Key_Tab, "\t")
    assert place(panel) == (2, "product")
    assert chosen(panel) == (1, "product", 2, "deadline")
    assert column(panel, "deadline")[0] == "gõ"


def test_page_keys_go_through_the_plan(session: Session, panel: GridPanel) -> None:
    tasks.add_tasks(session, panel.model.rows[0].group_id, [Task(content=f"Dòng {n}") for n in range(60)])
    at(panel, 1, "content")
    key(Key.Key_PageDown)
    first = place(panel)[0]
    assert 5 < first < 40
    key(Key.Key_PageUp)
    assert place(panel)[0] <= 2
    key(Key.Key_PageDown, SHIFT)
    assert chosen(panel)[2] > 5


def test_a_click_with_shift_selects_up_to_there(panel: GridPanel) -> None:
    at(panel, 1, "lead")
    middle = panel.view.visualRect(panel.model.index(3, 4)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, SHIFT, middle)
    assert chosen(panel) == (1, "lead", 3, "product")
    assert place(panel) == (1, "lead")


def test_a_selection_drawn_with_the_mouse_belongs_to_its_first_cell(panel: GridPanel) -> None:
    drag(panel, cell(panel, 1, "lead"), cell(panel, 3, "product"))
    assert chosen(panel) == (1, "lead", 3, "product")
    assert place(panel) == (1, "lead")
    key(Key.Key_Right, SHIFT)
    assert chosen(panel) == (1, "lead", 3, "deadline")
    type_letters("VPTK")
    press(Key.Key_Return, "\r")
    assert column(panel, "lead")[0] == "Văn phòng - Thống kê"


# --- filling


def test_ctrl_d_and_ctrl_r_fill_in_one_named_step(panel: GridPanel, session: Session) -> None:
    at(panel, 1, "product")
    key(Key.Key_Down, SHIFT)
    key(Key.Key_Down, SHIFT)
    assert one_step(session, lambda: key(Key.Key_D, CTRL)) == "Điền xuống 2 dòng"
    assert column(panel, "product")[:3] == ["Báo cáo 1"] * 3
    at(panel, 1, "lead")
    key(Key.Key_Right, SHIFT)
    assert one_step(session, lambda: key(Key.Key_R, CTRL)) == "Điền sang phải ở 1 dòng"
    assert plan(panel, session).groups[0].tasks[0].coord[0].unit_id
    session.undo()
    session.undo()
    assert column(panel, "product")[:3] == ["Báo cáo 1", "Báo cáo 2", "Báo cáo 3"]


def mouse(panel: GridPanel, kind: QEvent.Type, point: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """A mouse event with the left button, as a drag sends it."""
    viewport = panel.view.viewport()
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
    place = QPointF(point)
    QApplication.sendEvent(viewport, QMouseEvent(kind, place, QPointF(viewport.mapToGlobal(point)), button, held, modifiers))


def drag(panel: GridPanel, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    mouse(panel, QEvent.Type.MouseButtonPress, start)
    mouse(panel, QEvent.Type.MouseMove, QPoint((start.x() + end.x()) // 2, (start.y() + end.y()) // 2), modifiers)
    mouse(panel, QEvent.Type.MouseMove, end, modifiers)
    panel.grab()  # painting while dragging works
    mouse(panel, QEvent.Type.MouseButtonRelease, end, modifiers)


def cell(panel: GridPanel, row: int, key: str) -> QPoint:
    return panel.view.visualRect(panel.model.index(row, panel.model.column_of(row, key))).center()


def corner(panel: GridPanel, row: int, key: str) -> QPoint:
    return panel.view.visualRect(panel.model.index(row, panel.model.column_of(row, key))).bottomRight() - QPoint(4, 4)


def test_the_fill_handle_goes_on_with_the_series(panel: GridPanel, session: Session) -> None:
    at(panel, 1, "deadline")
    start = corner(panel, 1, "deadline")
    assert one_step(session, lambda: drag(panel, start, cell(panel, 3, "deadline"))) == "Điền xuống 2 dòng"
    assert column(panel, "deadline")[:3] == ["Quý II/2027", "Quý III/2027", "Quý IV/2027"]
    assert chosen(panel) == (1, "deadline", 3, "deadline")


def test_the_fill_handle_with_ctrl_copies(panel: GridPanel, session: Session) -> None:
    at(panel, 1, "product")
    tasks.update_task(session, panel.model.rows[1].id, product="Tháng 01/2027")
    drag(panel, corner(panel, 1, "product"), cell(panel, 2, "product"), CTRL)
    assert column(panel, "product")[:3] == ["Tháng 01/2027", "Tháng 01/2027", "Báo cáo 3"]


def test_the_fill_handle_passes_over_group_rows(panel: GridPanel) -> None:
    at(panel, 3, "deadline")
    drag(panel, corner(panel, 3, "deadline"), cell(panel, 5, "deadline"))
    assert column(panel, "deadline")[3] == "Quý III/2027"
    assert panel.model.rows[4].texts["title"] == "Nhóm 2"


# --- rows by the mouse


def test_rows_are_dragged_by_their_number_between_groups(panel: GridPanel, session: Session) -> None:
    panel.selection.select_rows([panel.model.rows[1].key, panel.model.rows[2].key])
    low = panel.view.visualRect(panel.model.index(5, 0)).bottomLeft() + QPoint(10, -3)
    assert one_step(session, lambda: drag(panel, cell(panel, 1, "no"), low)) == "Chuyển chỗ 2 nhiệm vụ"
    assert [t.content for t in plan(panel, session).groups[1].tasks] == ["Việc 4", "Việc 1", "Việc 2", "Việc 5", "Việc 6"]
    assert [row.texts["content"] for row in panel.selection.rows()] == ["Việc 1", "Việc 2"]
    assert panel.footer._numbers.text().startswith("Đánh lại số: ")


def test_a_click_on_a_number_still_takes_the_row(panel: GridPanel, session: Session) -> None:
    no_step(session, lambda: QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, NONE, cell(panel, 2, "no")))
    assert chosen(panel) == (2, "no", 2, "deadline")
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, SHIFT, cell(panel, 3, "no"))
    assert [row.texts["no"] for row in panel.selection.rows()] == ["2", "3"]
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, NONE, cell(panel, 3, "no"))
    assert [row.texts["no"] for row in panel.selection.rows()] == ["3"]


def test_the_line_says_the_number_the_row_will_get(panel: GridPanel, session: Session) -> None:
    mouse(panel, QEvent.Type.MouseButtonPress, cell(panel, 1, "no"))
    mouse(panel, QEvent.Type.MouseMove, panel.view.visualRect(panel.model.index(7, 0)).bottomLeft() + QPoint(10, -2))
    tool = panel.view.tools[1]
    assert tool._drop is not None and tool._drop.number == "II.4"  # type: ignore[attr-defined]
    mouse(panel, QEvent.Type.MouseMove, cell(panel, 1, "no"))
    no_step(session, lambda: mouse(panel, QEvent.Type.MouseButtonRelease, cell(panel, 1, "no")))


def test_a_group_moves_with_its_tasks_by_keys(panel: GridPanel, session: Session) -> None:
    panel.view.go_to(4, "title")
    one_step(session, lambda: key(Key.Key_Up, ALT | SHIFT))
    contents = [row.texts.get("title", row.texts.get("content", "")) for row in panel.model.rows]
    assert contents == ["Nhóm 2", "Việc 4", "Việc 5", "Việc 6", "Nhóm 1", "Việc 1", "Việc 2", "Việc 3"]
    no_step(session, lambda: key(Key.Key_Up, ALT | SHIFT))


def test_whole_groups_are_dragged(panel: GridPanel, session: Session) -> None:
    top = panel.view.visualRect(panel.model.index(0, 0)).topLeft() + QPoint(10, 2)
    one_step(session, lambda: drag(panel, cell(panel, 4, "no"), top))
    assert [g.title for g in plan(panel, session).groups] == ["Nhóm 2", "Nhóm 1"]
    assert panel.footer._numbers.text() == "Đánh lại số: I–II"


def test_a_drag_to_the_edge_scrolls(panel: GridPanel, session: Session) -> None:
    tasks.add_tasks(session, panel.model.rows[0].group_id, [Task(content=f"Dòng {n}") for n in range(60)])
    mouse(panel, QEvent.Type.MouseButtonPress, cell(panel, 1, "no"))
    below = QPoint(10, panel.view.viewport().height() - 2)
    mouse(panel, QEvent.Type.MouseMove, below)
    panel.view.tools[1]._scroll.scroll_at(below)  # type: ignore[attr-defined]
    assert panel.view.verticalScrollBar().value() > 0
    mouse(panel, QEvent.Type.MouseButtonRelease, below)


def test_esc_lets_go_of_a_drag(panel: GridPanel, session: Session) -> None:
    mouse(panel, QEvent.Type.MouseButtonPress, cell(panel, 1, "no"))
    mouse(panel, QEvent.Type.MouseMove, cell(panel, 5, "no"))
    key(Key.Key_Escape)
    no_step(session, lambda: mouse(panel, QEvent.Type.MouseButtonRelease, cell(panel, 5, "no")))


def test_a_closed_plan_has_no_handle_and_no_drag(panel: GridPanel, session: Session) -> None:
    from kh_desktop.services import issuing

    issuing.issue(session, panel.model.plan_id, number="12", issued="2027-01-05")
    at(panel, 1, "deadline")
    no_step(session, lambda: drag(panel, corner(panel, 1, "deadline"), cell(panel, 3, "deadline")))
    no_step(session, lambda: drag(panel, cell(panel, 1, "no"), cell(panel, 5, "no")))


# --- inserting and levels


def test_a_row_is_inserted_above(panel: GridPanel, session: Session) -> None:
    at(panel, 2, "product")
    one_step(session, lambda: key(Key.Key_Plus, CTRL | SHIFT))
    assert [row.texts["content"] for row in panel.model.rows[1:4]] == ["Việc 1", "", "Việc 2"]
    assert panel.view.state() == panel.view.State.EditingState
    assert panel.footer._numbers.text() == "Đánh lại số: I.3–I.4"


def test_indenting_makes_sub_tasks(panel: GridPanel, session: Session) -> None:
    at(panel, 2, "content")
    assert one_step(session, lambda: key(Key.Key_BracketRight, CTRL)) == "Lùi 1 nhiệm vụ xuống một cấp"
    assert [row.texts["no"] for row in panel.model.rows[1:4]] == ["1", "1.1", "2"]
    key(Key.Key_Right, ALT | SHIFT)
    assert [row.texts["no"] for row in panel.model.rows[1:4]] == ["1", "1.1", "2"]  # a bullet needs a sub-task above it
    at(panel, 3, "content")
    key(Key.Key_BracketRight, CTRL)
    key(Key.Key_BracketRight, CTRL)
    assert [row.texts["no"] for row in panel.model.rows[1:4]] == ["1", "1.1", "-"]
    assert [row.level for row in panel.model.rows[1:4]] == [0, 1, 2]
    key(Key.Key_BracketLeft, CTRL)
    assert panel.model.rows[3].texts["no"] == "1.2"
    at(panel, 1, "content")
    no_step(session, lambda: key(Key.Key_BracketRight, CTRL))
    assert "đầu nhóm" in panel.footer._said.text()


# --- joined cells


def join(panel: GridPanel, first: int, last: int, field: str = "lead") -> None:
    at(panel, first, field)
    for _ in range(last - first):
        key(Key.Key_Down, SHIFT)
    panel._actions["merge"].trigger()


def test_joined_cells_are_one_cell_in_the_grid(panel: GridPanel, session: Session) -> None:
    assert one_step(session, lambda: join(panel, 1, 3)) == "Gộp ô của 3 nhiệm vụ"
    lead = panel.model.keys.index("lead")
    assert panel.view.rowSpan(1, lead) == 3
    assert place(panel) == (1, "lead")
    key(Key.Key_Down)
    assert place(panel) == (4, "title")
    at(panel, 2, "content")
    key(Key.Key_Right)
    assert place(panel) == (1, "lead")
    key(Key.Key_Left)
    assert place(panel) == (2, "content")  # back in the row one came from
    at(panel, 1, "lead")
    unikey("Đoa", "<à", "n Thanh nie", "<ê", "n")
    press(Key.Key_Return, "\r")
    assert [u.label for u in plan(panel, session).groups[0].tasks[0].lead] == ["Đoàn Thanh niên"]
    at(panel, 1, "lead")
    assert one_step(session, lambda: panel._actions["unmerge"].trigger()) == "Tách ô của 3 nhiệm vụ"
    assert panel.view.rowSpan(1, lead) == 1
    assert column(panel, "lead")[:3] == ["Đoàn Thanh niên", "Văn phòng - Thống kê", "Văn phòng - Thống kê"]
    session.undo()
    assert panel.view.rowSpan(1, lead) == 3


def test_rows_that_leave_a_joined_cell_keep_what_it_said(panel: GridPanel, session: Session) -> None:
    tasks.update_task(session, panel.model.rows[1].id, lead="Đoàn Thanh niên")
    join(panel, 1, 3)
    panel.selection.select_rows([panel.model.rows[1].key])
    one_step(session, lambda: panel._actions["remove"].trigger())
    lead = panel.model.keys.index("lead")
    assert panel.view.rowSpan(1, lead) == 2
    assert column(panel, "lead")[:2] == ["Đoàn Thanh niên", ""]
    panel.selection.select_rows([panel.model.rows[2].key])
    panel._actions["move_down"].trigger()
    assert column(panel, "lead")[:2] == ["Đoàn Thanh niên", "Đoàn Thanh niên"]


def test_a_row_added_inside_a_joined_cell_belongs_to_it(panel: GridPanel) -> None:
    join(panel, 1, 3)
    at(panel, 1, "content")
    panel._actions["add_task"].trigger()
    press(Key.Key_Escape)
    assert panel.view.rowSpan(1, panel.model.keys.index("lead")) == 4


def test_joined_contents_are_rows_that_go_on(panel: GridPanel, session: Session) -> None:
    join(panel, 1, 2, "content")
    assert [t.continues for t in plan(panel, session).groups[0].tasks] == [False, True, False]
    assert [row.texts["no"] for row in panel.model.rows[1:4]] == ["1", "", "2"]
    assert panel.view.rowSpan(1, 1) == 2


def test_deleting_in_a_joined_cell_empties_it(panel: GridPanel, session: Session) -> None:
    join(panel, 1, 3)
    one_step(session, lambda: key(Key.Key_Delete))
    assert plan(panel, session).groups[0].tasks[0].lead == ()
    assert panel.view.rowSpan(1, panel.model.keys.index("lead")) == 3


def test_one_row_cannot_be_joined(panel: GridPanel, session: Session) -> None:
    at(panel, 1, "lead")
    no_step(session, lambda: panel._actions["merge"].trigger())
    assert "hai dòng" in panel.footer._said.text()


def test_a_tall_joined_cell_is_held_by_its_rows(panel: GridPanel, session: Session) -> None:
    join(panel, 1, 3)
    panel.view.sizer.measure_visible()
    low = sum(panel.view.rowHeight(row) for row in (1, 2, 3))
    tasks.update_task(session, panel.model.rows[1].id, lead="; ".join(f"Đơn vị phối hợp thứ {n}" for n in range(9)))
    panel.view.sizer.measure_visible()
    heights = [panel.view.rowHeight(row) for row in (1, 2, 3)]
    assert sum(heights) > low
    assert heights[2] > heights[0]  # the last row takes what is left, as in Word


# --- units


def editor(panel: GridPanel) -> CellEditor:
    (found,) = [e for e in panel.view.viewport().findChildren(CellEditor) if e.isVisible()]
    return found


def test_units_are_typed_one_after_the_other(panel: GridPanel, session: Session) -> None:
    at(panel, 1, "coord")
    type_letters("Công an xã; doan")
    assert editor(panel).toPlainText() == "Công an xã\n doan"
    popup = next(c for c in editor(panel).children() if c.inherits("QObject") and hasattr(c, "is_open"))
    assert popup.is_open()
    list_view = popup._completer.popup()  # type: ignore[attr-defined]
    press(Key.Key_Down, widget=list_view)
    press(0, ";", widget=list_view)
    type_letters("VPTK")
    press(Key.Key_Return, "\r", widget=list_view if list_view.isVisible() else None)
    assert [u.label for u in plan(panel, session).groups[0].tasks[0].coord] == ["Công an xã", "Đoàn Thanh niên", "Văn phòng - Thống kê"]
    assert [bool(u.unit_id) for u in plan(panel, session).groups[0].tasks[0].coord] == [False, True, True]


def test_units_change_places_and_go_by_keys(panel: GridPanel) -> None:
    at(panel, 1, "coord")
    type_letters("A;B;C")
    press(Key.Key_Up, modifiers=ALT)
    assert editor(panel).toPlainText() == "A\nC\nB"
    press(Key.Key_Delete, modifiers=ALT)
    assert editor(panel).toPlainText() == "A\nB"
    press(Key.Key_Down, modifiers=ALT)
    press(Key.Key_Backspace, "\b")
    assert editor(panel).toPlainText() == "A\n"
    press(Key.Key_Backspace, "\b")
    assert editor(panel).toPlainText() == "A"
    press(Key.Key_Return, "\r")
    assert column(panel, "coord")[0] == "A"


def test_units_missing_in_the_book_are_offered(panel: GridPanel, session: Session) -> None:
    at(panel, 1, "coord")
    type_letters("Công an xã;VPTK")
    press(Key.Key_Return, "\r")
    at(panel, 1, "coord")
    assert unknown_units(panel) == ["Công an xã"]
    menu = QMenu()
    add_entries(menu, session, panel)
    assert one_step(session, menu.actions()[0].trigger) == "Thêm đơn vị Công an xã vào danh sách"
    assert "Công an xã" in [unit.name for unit in get_office(session).units]
    assert unknown_units(panel) == []
    assert all(u.unit_id for u in plan(panel, session).groups[0].tasks[0].coord)
    session.undo()
    assert unknown_units(panel) == ["Công an xã"]


def test_products_and_deadlines_suggest_what_was_written_before(panel: GridPanel) -> None:
    at(panel, 1, "product")
    type_letters("bao cao")
    popup = next(c for c in editor(panel).children() if hasattr(c, "is_open"))
    assert popup.suggestions()[:3] == ["Báo cáo 1", "Báo cáo 2", "Báo cáo 3"]  # type: ignore[attr-defined]
    assert editor(panel).toPlainText() == "bao cao"  # nothing is filled in by itself
    press(Key.Key_Return, "\r", widget=popup._completer.popup())  # type: ignore[attr-defined]
    assert column(panel, "product")[0] == "bao cao"
