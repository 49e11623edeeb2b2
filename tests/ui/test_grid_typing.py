"""Typing in the grid: what is typed is kept, however the cell is opened and left and whatever happens meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCompleter
from pytestqt.qtbot import QtBot

from kh_desktop.domain.model import PlanState
from kh_desktop.services import issuing, tasks
from kh_desktop.services.plans import get_plan, set_plan
from kh_desktop.services.session import Session
from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.grid import GridPanel
from kh_desktop.ui.grid.editors import CellEditor
from tests.ui.grid_help import at, make_plan, press, shown_panel, type_letters, unikey

Key = Qt.Key
ALT, SHIFT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> Iterator[GridPanel]:
    """A shown panel with two groups of three tasks, told of every change as the window does."""
    yield from shown_panel(session, qtbot, 1000, 600)


def editor(panel: GridPanel) -> CellEditor:
    found = [e for e in panel.view.viewport().findChildren(CellEditor) if e.isVisible()]
    assert len(found) == 1
    return found[0]


def is_editing(panel: GridPanel) -> bool:
    return panel.view.state() == panel.view.State.EditingState


def shown(panel: GridPanel, row: int, key: str) -> str:
    return panel.model.rows[row].texts[key]


def place(panel: GridPanel) -> tuple[int, str]:
    index = panel.view.currentIndex()
    return index.row(), panel.model.key_at(index)


def stored(panel: GridPanel, session: Session, group: int, number: int) -> str:
    return get_plan(session, panel.model.plan_id).groups[group].tasks[number].content


LEAVE: dict[str, Callable[[GridPanel], object]] = {
    "enter": lambda panel: press(Key.Key_Return, "\r"),
    "tab": lambda panel: press(Key.Key_Tab, "\t"),
    "click": lambda panel: QTest.mouseClick(
        panel.view.viewport(), Qt.MouseButton.LeftButton, pos=panel.view.visualRect(panel.model.index(5, 3)).center()
    ),
    "action": lambda panel: commit_editors(panel),
    "another plan": lambda panel: panel.show_plan(make_plan(panel._session)),
}


@pytest.mark.parametrize("leave", LEAVE)
@pytest.mark.parametrize("opened", ["typing", "F2"])
def test_words_composed_by_unikey_are_stored(panel: GridPanel, session: Session, opened: str, leave: str) -> None:
    plan_id = panel.model.plan_id
    at(panel, 1, "content")
    if opened == "F2":
        press(Key.Key_F2)
        editor(panel).selectAll()
    unikey("d", "<đ", "u", "<ư", "o", "<<ươ", "<ờ", "ng", " ", "tie", "<ế", "ng", " a", "<ấ")
    assert editor(panel).toPlainText() == "đường tiếng ấ"
    LEAVE[leave](panel)
    assert get_plan(session, plan_id).groups[0].tasks[0].content == "đường tiếng ấ"


def test_the_first_letter_replaces_the_old_text(panel: GridPanel) -> None:
    at(panel, 1, "content")
    unikey("a", "<â")
    assert editor(panel).toPlainText() == "â"


def test_f2_keeps_the_text_with_the_caret_behind_it(panel: GridPanel) -> None:
    at(panel, 1, "content")
    press(Key.Key_F2)
    type_letters(" ổn")
    press(Key.Key_Return, "\r")
    assert shown(panel, 1, "content") == "Việc 1 ổn"


def test_enter_goes_down_and_shift_enter_up(panel: GridPanel) -> None:
    at(panel, 2, "product")
    type_letters("x")
    press(Key.Key_Return, "\r")
    assert (place(panel), is_editing(panel)) == ((3, "product"), False)
    type_letters("y")
    press(Key.Key_Return, "\r", SHIFT)
    assert place(panel) == (2, "product")
    assert [shown(panel, row, "product") for row in (2, 3)] == ["x", "y"]


def test_tab_and_shift_tab_go_across_cells_that_can_be_edited(panel: GridPanel) -> None:
    at(panel, 3, "product")
    press(Key.Key_Tab, "\t")
    assert place(panel) == (3, "deadline")
    press(Key.Key_Tab, "\t")
    assert place(panel) == (4, "title")
    press(Key.Key_Tab, "\t")
    assert place(panel) == (5, "content")
    press(Key.Key_Backtab, "", SHIFT)
    assert place(panel) == (4, "title")


def test_tab_out_of_an_editor_stores_and_moves(panel: GridPanel) -> None:
    at(panel, 1, "product")
    type_letters("sản phẩm")
    press(Key.Key_Tab, "\t")
    assert (shown(panel, 1, "product"), place(panel)) == ("sản phẩm", (1, "deadline"))


def test_tab_behind_the_last_cell_adds_a_row(panel: GridPanel) -> None:
    at(panel, 7, "deadline")
    press(Key.Key_Tab, "\t")
    assert len(panel.model.rows) == 9
    assert (place(panel), is_editing(panel)) == ((8, "content"), True)


def test_alt_enter_makes_a_line(panel: GridPanel) -> None:
    at(panel, 1, "content")
    type_letters("một")
    press(Key.Key_Return, "\r", ALT)
    type_letters("hai")
    press(Key.Key_Return, "\r")
    assert shown(panel, 1, "content") == "một\nhai"


def test_esc_gives_up(panel: GridPanel, session: Session) -> None:
    at(panel, 1, "content")
    type_letters("sai")
    press(Key.Key_Escape)
    assert not is_editing(panel)
    assert (shown(panel, 1, "content"), stored(panel, session, 0, 0)) == ("Việc 1", "Việc 1")


def test_leaving_unchanged_is_no_step(panel: GridPanel, session: Session) -> None:
    before = session.undo_label
    at(panel, 1, "content")
    press(Key.Key_F2)
    press(Key.Key_Return, "\r")
    assert session.undo_label == before


def test_a_change_of_the_cell_being_edited_keeps_what_was_typed(panel: GridPanel) -> None:
    at(panel, 1, "content")
    type_letters("đang gõ")
    tasks.update_task(panel._session, panel.model.rows[1].id, content="của người khác", deadline="Quý I/2027")
    assert editor(panel).toPlainText() == "đang gõ"
    press(Key.Key_Return, "\r")
    assert shown(panel, 1, "content") == "đang gõ"


def test_an_untouched_editor_shows_the_new_value(panel: GridPanel) -> None:
    at(panel, 1, "content")
    press(Key.Key_F2)
    tasks.update_task(panel._session, panel.model.rows[1].id, content="mới")
    assert editor(panel).toPlainText() == "mới"


def test_rows_that_come_go_and_move_keep_the_editor(panel: GridPanel, session: Session) -> None:
    at(panel, 2, "content")
    type_letters("đang gõ")
    group = panel.model.rows[0].group_id
    tasks.remove_rows(session, task_ids=[panel.model.rows[1].id])
    tasks.update_task(session, panel.model.rows[5].id, product="khác")
    tasks.move_group(session, group, 1)
    assert editor(panel).toPlainText() == "đang gõ"
    press(Key.Key_Return, "\r")
    assert [t.content for t in get_plan(session, panel.model.plan_id).groups[1].tasks] == ["đang gõ", "Việc 3"]


def test_an_action_of_the_panel_stores_typing_first(panel: GridPanel) -> None:
    at(panel, 1, "content")
    type_letters("gõ dở")
    panel._actions["move_down"].trigger()
    assert [shown(panel, row, "content") for row in (1, 2)] == ["Việc 2", "gõ dở"]


def test_undo_after_typing_takes_the_whole_cell_back(panel: GridPanel, session: Session) -> None:
    at(panel, 1, "content")
    unikey("o", "<ô", "i")
    commit_editors(panel)
    session.undo()
    assert shown(panel, 1, "content") == "Việc 1"
    session.redo()
    assert shown(panel, 1, "content") == "ôi"


def test_group_titles_are_edited_alike(panel: GridPanel, session: Session) -> None:
    at(panel, 4, "title")
    unikey("Nho", "<ó", "m")
    press(Key.Key_Return, "\r")
    assert get_plan(session, panel.model.plan_id).groups[1].title == "Nhóm"


# --- units


def popup(panel: GridPanel) -> QCompleter:
    found = editor(panel).findChild(QCompleter)
    assert isinstance(found, QCompleter)
    return found


def offered(panel: GridPanel) -> list[str]:
    model = popup(panel).completionModel()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.mark.parametrize("typed", ["VPTK", "van phong", "vptk", "văn"])
def test_unit_completion_finds_by_short_name_and_without_marks(panel: GridPanel, typed: str) -> None:
    at(panel, 1, "coord")
    type_letters(typed)
    assert popup(panel).popup().isVisible()
    assert offered(panel) == ["Văn phòng - Thống kê"]
    press(Key.Key_Down, widget=popup(panel).popup())
    press(Key.Key_Return, "\r", widget=popup(panel).popup())
    assert editor(panel).toPlainText() == "Văn phòng - Thống kê"
    assert is_editing(panel)
    press(Key.Key_Return, "\r")
    assert shown(panel, 1, "coord") == "Văn phòng - Thống kê"


def test_a_second_unit_is_completed_on_its_own_line(panel: GridPanel, session: Session) -> None:
    at(panel, 1, "lead")
    press(Key.Key_F2)
    press(Key.Key_Return, "\r", ALT)
    type_letters("doan")
    assert offered(panel) == ["Đoàn Thanh niên"]
    press(Key.Key_Down, widget=popup(panel).popup())
    press(Key.Key_Return, "\r", widget=popup(panel).popup())
    commit_editors(panel)
    lead = get_plan(session, panel.model.plan_id).groups[0].tasks[0].lead
    assert [unit.label for unit in lead] == ["Văn phòng - Thống kê", "Đoàn Thanh niên"]
    assert all(unit.unit_id for unit in lead)


def test_enter_with_suggestions_nobody_chose_stores_what_was_typed(panel: GridPanel) -> None:
    at(panel, 1, "coord")
    type_letters("Văn phòng khác; văn")
    assert popup(panel).popup().isVisible()
    press(Key.Key_Return, "\r", widget=popup(panel).popup())
    assert shown(panel, 1, "coord") == "Văn phòng khác\nvăn"
    assert not is_editing(panel)


def test_suggestions_do_not_garble_unikey(panel: GridPanel) -> None:
    at(panel, 1, "coord")
    unikey("Va", "<ă", "n")
    assert editor(panel).toPlainText() == "Văn"


# --- closed plans


def issue(panel: GridPanel, session: Session) -> None:
    issuing.issue(session, panel.model.plan_id, number="12", issued="2027-01-05")
    assert get_plan(session, panel.model.plan_id).state is PlanState.ISSUED


def test_an_issued_plan_refuses_before_an_editor_opens(panel: GridPanel, session: Session, qtbot: QtBot) -> None:
    at(panel, 1, "content")
    issue(panel, session)
    for number, letter in ((Key.Key_F2, ""), (0, "a"), (Key.Key_Tab, "\t")):
        press(number, letter)
        assert not is_editing(panel)
        assert panel.view.viewport().findChildren(CellEditor) == []
    middle = panel.view.visualRect(panel.model.index(2, 1)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    with qtbot.waitSignal(panel.view.refused, timeout=1000):
        QTest.mouseDClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert panel._locked.isVisible()
    assert "Đã ban hành" in panel._locked.text()
    assert not any(panel._actions[name].isEnabled() for name in ("add_task", "add_group", "remove", "move_up", "paste", "clear", "columns"))
    assert panel._actions["copy"].isEnabled()
    assert not panel.model.setData(panel.model.index(1, 1), "x")
    with qtbot.waitSignal(panel.run_action) as asked:
        panel._revise.click()
    assert asked.args == ["new_version"]


def test_issuing_while_a_cell_is_open_says_so_and_loses_no_row(panel: GridPanel, session: Session) -> None:
    at(panel, 1, "content")
    type_letters("muộn")
    issue(panel, session)
    press(Key.Key_Return, "\r")
    assert stored(panel, session, 0, 0) == "Việc 1"


def test_the_editor_grows_with_its_text_and_stays_in_the_window(panel: GridPanel) -> None:
    at(panel, 1, "content")
    press(Key.Key_F2)
    before = editor(panel).height()
    for _ in range(6):
        press(Key.Key_Return, "\r", ALT)
        type_letters("dòng")
    assert editor(panel).height() > before
    assert editor(panel).geometry().bottom() <= panel.view.viewport().height()


def test_caret_keys_inside_an_editor_stay_in_it(panel: GridPanel) -> None:
    at(panel, 1, "content")
    press(Key.Key_F2)
    editor(panel).moveCursor(QTextCursor.MoveOperation.Start)
    press(Key.Key_Delete)
    press(Key.Key_Right)
    assert editor(panel).toPlainText() == "iệc 1"
    assert place(panel) == (1, "content")


def test_copied_columns_keep_an_open_editor(panel: GridPanel, session: Session) -> None:
    at(panel, 1, "content")
    type_letters("đang gõ")
    plan = get_plan(session, panel.model.plan_id)
    set_plan(session, plan.id, columns=tuple(replace(column, label=column.label + " mới") for column in plan.columns))
    assert editor(panel).toPlainText() == "đang gõ"
    assert panel.model.headerData(1, Qt.Orientation.Horizontal) == "Nội dung công việc mới"
    assert QApplication.focusWidget() is editor(panel)
