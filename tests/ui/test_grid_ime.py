"""Vietnamese typing: words × editors × ways to open × ways to leave. What is stored is exactly the word typed.

UniKey and EVKey send Backspaces and composed letters as keys of their own; Windows' input methods send a composition (preedit, commit).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from kh_desktop.services.plans import get_plan
from kh_desktop.services.session import Session, open_session
from kh_desktop.services.tasks import get_tasks
from kh_desktop.ui.actions import COMMANDS
from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.grid import AppendixPage, GridPanel
from kh_desktop.ui.grid.cell_editor import CellEditor
from kh_desktop.ui.grid.library_dialog import LibraryDialog
from kh_desktop.ui.grid.toolbar import ACTIONS
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.settings_store import SettingsStore
from tests.ui.grid_help import focused, make_office, make_plan, press, unikey

WORDS = ("đường", "nghiêng", "Quyết", "thuở", "ưỡn", "Ấ", "TIẾNG", "hoà")
EDITORS = {"content": 2, "lead": 2, "coord": 3, "product": 2, "deadline": 3, "title": 4}  # field → row
CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
_TONES = "\u0300\u0301\u0303\u0309\u0323"


# --- typing


def telex(word: str) -> list[str]:
    """The steps for ``unikey``: each letter plain, then Backspace and its shape; the tone comes last and rewrites the tail."""
    steps, written = [], ""
    for char in word:
        parts = unicodedata.normalize("NFD", char)
        shape = unicodedata.normalize("NFC", "".join(p for p in parts if p not in _TONES))
        plain = {"đ": "d", "Đ": "D"}.get(char, parts[0])
        steps.append(plain)
        if shape != plain:
            steps.append(f"<{shape}")
        written += shape
    first = next((place for place, (a, b) in enumerate(zip(written, word, strict=True)) if a != b), None)
    if first is not None:
        steps.append("<" * (len(word) - first) + word[first:])
    return steps


def by_keys(word: str) -> None:
    """UniKey and EVKey."""
    unikey(*telex(word))


def by_composition(word: str) -> None:
    """An input method: the word grows underlined, then is committed. The view opens its editor on the first event."""
    target = focused()
    for end in range(1, len(word) + 1):
        QApplication.sendEvent(target, QInputMethodEvent(word[:end], []))
    event = QInputMethodEvent()
    event.setCommitString(word)
    QApplication.sendEvent(target, event)


TYPING = {"keys": by_keys, "composition": by_composition}


# --- opening and leaving


def middle(panel: GridPanel, row: int, key: str) -> QPoint:
    return panel.view.visualRect(panel.model.index(row, panel.model.column_of(row, key))).center()


def open_by_typing(panel: GridPanel, row: int, key: str) -> None:
    panel.view.go_to(row, key)


def open_by_f2(panel: GridPanel, row: int, key: str) -> None:
    panel.view.go_to(row, key)
    press(Key.Key_F2)
    the_editor(panel).selectAll()


def open_by_double_click(panel: GridPanel, row: int, key: str) -> None:
    panel.view.go_to(row, key)
    for press_mouse in (QTest.mouseClick, QTest.mouseDClick):  # as Qt sends it: the first click comes alone
        press_mouse(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=middle(panel, row, key))
    the_editor(panel).selectAll()


def open_by_enter(panel: GridPanel, row: int, key: str) -> None:
    """Come from the row above by Enter, then type."""
    panel.view.go_to(row - 1, key)
    press(Key.Key_Return, "\r")
    if key == "title":
        panel.view.go_to(row, key)  # from a cell beside the title one comes into another column


OPEN = {"typing": open_by_typing, "F2": open_by_f2, "double click": open_by_double_click, "Enter": open_by_enter}


def the_editor(panel: GridPanel) -> CellEditor:
    (found,) = [e for e in panel.view.viewport().findChildren(CellEditor) if e.isVisible()]
    return found


def leave_by_click(window: MainWindow, panel: GridPanel) -> None:
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=middle(panel, 1, "product"))


def leave_by_undo(window: MainWindow, panel: GridPanel) -> None:
    """The word is stored first, so undo takes just it away and redo brings it back."""
    window.actions_by_id["undo"].trigger()
    window.actions_by_id["redo"].trigger()


def leave_by_page(window: MainWindow, panel: GridPanel) -> None:
    window.show_page("home")
    window.show_page("appendix")


def leave_by_save(window: MainWindow, panel: GridPanel) -> None:
    QTest.keyClick(focused(), Key.Key_S, CTRL)
    assert "Mọi thứ đã được lưu" in window.status_line.texts()


LEAVE: dict[str, Callable[[MainWindow, GridPanel], object]] = {
    "Enter": lambda window, panel: press(Key.Key_Return, "\r"),
    "Tab": lambda window, panel: press(Key.Key_Tab, "\t"),
    "click": leave_by_click,
    "Ctrl+S": leave_by_save,
    "menu": lambda window, panel: window.actions_by_id["save"].trigger(),
    "undo": leave_by_undo,
    "page": leave_by_page,
    "back to the list": lambda window, panel: commit_editors(window),
}


@pytest.fixture
def appendix(window: MainWindow, session: Session) -> tuple[MainWindow, GridPanel]:
    """The window with a plan of two groups in the task table."""
    return window, open_appendix(window, session)


def open_appendix(window: MainWindow, session: Session) -> GridPanel:
    make_office(session)
    window.open_plan(make_plan(session), "appendix")
    page = window.page("appendix")
    assert isinstance(page, AppendixPage)
    window.activateWindow()
    page.panel.view.setFocus()
    QTest.qWait(0)
    return page.panel


def stored(session: Session, panel: GridPanel, row: int, key: str) -> str:
    plan = get_plan(session, panel.model.plan_id)
    if key == "title":
        return plan.groups[1].title
    task = plan.groups[0].tasks[row - 1]
    return "\n".join(unit.label for unit in getattr(task, key)) if key in ("lead", "coord") else getattr(task, key)


def combinations(turn: int) -> Iterator[tuple[str, str, str]]:
    """Every word with two of the eight ways to open and type, others for each way to leave: together the table is complete."""
    ways = list(product(OPEN, TYPING))
    for place, word in enumerate(WORDS):
        for half in (0, 4):
            yield (word, *ways[(place + turn + half) % len(ways)])


@pytest.mark.parametrize("leave", LEAVE)
@pytest.mark.parametrize("field", EDITORS)
def test_the_word_typed_is_the_word_stored(appendix: tuple[MainWindow, GridPanel], session: Session, field: str, leave: str) -> None:
    window, panel = appendix
    row = EDITORS[field]
    for word, opened, typing in combinations(list(LEAVE).index(leave)):
        panel.view.setFocus()
        OPEN[opened](panel, row, field)
        TYPING[typing](word)
        assert the_editor(panel).toPlainText() == word, (word, opened, typing)
        LEAVE[leave](window, panel)
        assert not [e for e in panel.view.viewport().findChildren(CellEditor) if e.isVisible()]
        assert stored(session, panel, row, field) == word, (word, opened, typing)
        session.undo()


@pytest.mark.parametrize("field", EDITORS)
def test_closing_the_window_stores_the_word(tmp_path: Path, field: str) -> None:
    for place, (word, opened) in enumerate(zip(WORDS, [*OPEN, *OPEN], strict=True)):
        path = tmp_path / f"{place}.khdb"
        session = open_session(path)
        window = MainWindow(session, SettingsStore(tmp_path / "window.json"))
        window.show()
        panel = open_appendix(window, session)
        OPEN[opened](panel, EDITORS[field], field)
        by_keys(word)
        window.close()
        window.deleteLater()
        again = open_session(path)
        assert stored(again, panel, EDITORS[field], field) == word
        again.close()


# --- fields beside the grid


def fields(window: MainWindow, panel: GridPanel) -> Iterator[QLineEdit]:
    """The one-line fields of the grid: find, replace, filters, the units in the details, the search of the library."""
    plan = panel.plan()
    assert plan is not None
    yield from window.page("appendix").findChildren(QLineEdit)
    dialog = LibraryDialog(plan, panel.view)
    yield dialog.search
    dialog.deleteLater()


def test_one_line_fields_show_exactly_what_was_typed(appendix: tuple[MainWindow, GridPanel]) -> None:
    window, panel = appendix
    panel.view.go_to(1, "content")
    seen = []
    for edit in fields(window, panel):
        for word, typing in product(WORDS, TYPING):
            edit.clear()
            edit.setModified(False)
            for step in telex(word) if typing == "keys" else ():
                for char in step:
                    press(Key.Key_Backspace if char == "<" else 0, "\b" if char == "<" else char, widget=edit)
            if typing == "composition":
                event = QInputMethodEvent()
                event.setCommitString(word)
                QApplication.sendEvent(edit, QInputMethodEvent(word[:1], []))
                QApplication.sendEvent(edit, event)
            assert edit.text() == word, (edit.accessibleName(), word)
        edit.clear()
        edit.setModified(False)
        seen.append(edit.accessibleName())
    assert {"Tìm trong bảng", "Thay bằng", "Lọc theo chữ", "Lọc theo thời hạn", "Tìm nhiệm vụ"} <= set(seen)


def test_a_filter_typed_by_unikey_finds_the_rows(appendix: tuple[MainWindow, GridPanel], session: Session, qtbot: QtBot) -> None:
    _, panel = appendix
    panel.view.go_to(2, "product")
    by_keys("nghiêng")
    press(Key.Key_Return, "\r")
    panel.seeing.filter()
    for step in telex("nghiêng"):
        for char in step:
            press(Key.Key_Backspace if char == "<" else 0, "\b" if char == "<" else char)
    qtbot.waitUntil(lambda: len(panel.model.rows) < 8)
    assert [row.texts["product"] for row in panel.model.rows if row.kind == "task"] == ["nghiêng"]


# --- no action sees an old value


@pytest.mark.parametrize("command", [c.id for c in COMMANDS if c.needs_commit])
def test_every_command_of_the_window_sees_the_new_value(
    appendix: tuple[MainWindow, GridPanel], session: Session, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    window, panel = appendix
    entry = next(c for c in COMMANDS if c.id == command)
    seen: list[str] = []
    monkeypatch.setattr(window, entry.handler, lambda: seen.append(stored(session, panel, 2, "content")), raising=False)
    panel.view.go_to(2, "content")
    by_keys("đường")
    window.actions_by_id[command].setEnabled(True)
    window.actions_by_id[command].trigger()
    assert seen == ["đường"]


@pytest.mark.parametrize("action", [entry.id for entry in ACTIONS])
def test_every_command_of_the_grid_sees_the_new_value(
    appendix: tuple[MainWindow, GridPanel], session: Session, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    window, panel = appendix
    for kind, name in ((QDialog, "exec"), (QMessageBox, "exec"), (QMenu, "exec"), (QMenu, "popup")):
        monkeypatch.setattr(kind, name, lambda *_args, **_more: 0)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_more: ("", ""))
    QApplication.clipboard().setText("dán")
    before = len(session.workspace.history.done)
    seen: list[str] = []
    task = panel.model.rows[2].id
    panel.view.go_to(2, "content")
    by_keys("đường")
    end = session.subscribe(lambda _changes: seen.extend(found.content for found in get_tasks(session, [task])))
    panel._actions[action].trigger()
    end()
    assert seen[:1] == ["đường"]  # the first thing that changed is the word, and then the command did its work
    commit_editors(window)
    steps = session.workspace.history.done
    while len(steps) > before + 1:
        session.undo()
    assert stored(session, panel, 2, "content") == "đường"
