"""The fields under Vietnamese typing: the table of models.md 4.4, and nothing typed is ever lost."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.widgets import ComboBox, DateField, LineEdit, PopupCompleter, SearchField, TextEdit, iso_from_text, text_from_iso
from tests.ui.typing_help import press, type_text, unikey

WORDS = ("đường", "nghiêng", "Quyết", "thuở", "ưỡn", "Ấ", "âm")
_HOSTS: list[QWidget] = []
NAMES = ("an toàn", "Ân Thi", "Quyết tâm", "đường dây nóng")


@pytest.fixture(autouse=True)
def _drop_hosts() -> Iterator[None]:
    """The windows of a test live as long as the test."""
    yield
    _HOSTS.clear()


def _line() -> LineEdit:
    return LineEdit("Tên")


def _text() -> TextEdit:
    return TextEdit("Nội dung")


def _combo() -> ComboBox:
    return ComboBox("Đơn vị", [(name, name) for name in NAMES], editable=True)


def _completed() -> LineEdit:
    edit = LineEdit("Chủ trì")
    PopupCompleter(NAMES, edit, separator=";")
    return edit


def _shown(qtbot: QtBot, field: QWidget) -> QWidget:
    """The field in a window, with the focus; what receives the keys."""
    host = QWidget()
    layout = QVBoxLayout(host)
    layout.addWidget(field)
    qtbot.addWidget(host)
    _HOSTS.append(host)
    host.show()
    target = field.lineEdit() if isinstance(field, ComboBox) else field
    target.setFocus()
    return target


def _words(widget: QWidget) -> str:
    return widget.toPlainText() if isinstance(widget, TextEdit) else widget.text()  # type: ignore[attr-defined]


@pytest.mark.parametrize("make", [_line, _text, _combo, _completed, SearchField])
@pytest.mark.parametrize("word", WORDS)
def test_composed_letters_arrive_whole(qtbot: QtBot, make: Callable[[], QWidget], word: str) -> None:
    field = make()
    target = _shown(qtbot, field)
    unikey(target, word)
    assert _words(target) == word


@pytest.mark.parametrize("make", [_line, _text, _combo])
def test_committed_once_in_stored_form(qtbot: QtBot, make: Callable[[], LineEdit]) -> None:
    field = make()
    target = _shown(qtbot, field)
    heard: list[str] = []
    field.committed.connect(heard.append)
    type_text(target, unicodedata.normalize("NFD", " Tiếng Việt "))
    assert heard == []
    commit_editors(field.window())
    commit_editors(field.window())
    assert heard == ["Tiếng Việt"]
    assert _words(target) == "Tiếng Việt"


def test_enter_commits_and_the_caret_may_be_anywhere(qtbot: QtBot) -> None:
    field = LineEdit("Tên", "AB")
    _shown(qtbot, field)
    field.setCursorPosition(1)
    unikey(field, "Đ")
    assert field.text() == "AĐB"
    with qtbot.waitSignal(field.committed) as signal:
        press(field, Qt.Key.Key_Return, "\r")
    assert signal.args == ["AĐB"]


@pytest.mark.parametrize("make", [_line, _text, _combo])
def test_the_program_never_overwrites_what_is_being_typed(qtbot: QtBot, make: Callable[[], LineEdit]) -> None:
    field = make()
    target = _shown(qtbot, field)
    unikey(target, "đang gõ")
    field.set_value("giá trị khác")
    assert _words(target) == "đang gõ"
    field.commit()
    assert field.value() == "đang gõ"
    field.set_value("giá trị khác")
    assert _words(target) == "giá trị khác"


def test_going_to_another_program_keeps_the_blank_just_typed(qtbot: QtBot) -> None:
    field = LineEdit("Thời hạn")
    _shown(qtbot, field)
    type_text(field, "Quý ")
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
    assert field.value() == "Quý"
    field.set_value("Quý")
    type_text(field, "II")
    assert field.text() == "Quý II"


def test_undo_key_belongs_to_the_window_unless_one_is_typing(qtbot: QtBot) -> None:
    def override(field: QWidget) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        QApplication.sendEvent(field, event)
        return event.isAccepted()

    for field in (LineEdit("Tên", "có sẵn"), TextEdit("Nội dung", "có sẵn")):
        _shown(qtbot, field)
        assert not override(field)
        type_text(field, "x")
        assert override(field)
        field.commit()
        assert not override(field)


def test_completion_is_a_popup_that_finds_without_marks(qtbot: QtBot) -> None:
    edit = LineEdit("Phối hợp")
    completer = PopupCompleter(NAMES, edit, separator=";")
    _shown(qtbot, edit)
    type_text(edit, "Công an; duong")
    assert completer.is_open()
    assert completer.suggestions() == ["đường dây nóng"]
    assert edit.text() == "Công an; duong", "nothing may be completed inline"
    press(edit, Qt.Key.Key_Down)
    press(edit, Qt.Key.Key_Return, "\r")
    assert edit.text() == "Công an; đường dây nóng"
    assert edit.is_dirty()
    edit.commit()
    assert edit.value() == "Công an; đường dây nóng"


def test_search_waits_and_takes_any_form(qtbot: QtBot) -> None:
    field = SearchField()
    _shown(qtbot, field)
    with qtbot.waitSignal(field.searched) as signal:
        type_text(field, unicodedata.normalize("NFD", "kế hoạch"))
    assert signal.args == ["kế hoạch"]
    press(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_tab_leaves_a_text_and_it_grows(qtbot: QtBot) -> None:
    field = TextEdit("Nội dung", lines=2, max_lines=5)
    _shown(qtbot, field)
    low = field.height()
    type_text(field, "một\nhai\nba\nbốn")
    assert field.height() > low
    high = field.height()
    type_text(field, "\nnăm\nsáu\nbảy")
    assert field.height() >= high
    assert field.tabChangesFocus()
    field.commit()
    assert field.value() == "một\nhai\nba\nbốn\nnăm\nsáu\nbảy"


@pytest.mark.parametrize(
    ("typed", "iso"),
    [("5/1/2027", "2027-01-05"), ("05-01-2027", "2027-01-05"), ("05012027", "2027-01-05"), ("2027-01-05", "2027-01-05"), ("", "")],
)
def test_dates_are_understood_on_commit(qtbot: QtBot, typed: str, iso: str) -> None:
    field = DateField("Ngày", "2026-11-20")
    _shown(qtbot, field)
    field.selectAll()
    type_text(field, typed or "\b")
    field.commit()
    assert field.value() == iso
    assert field.text() == text_from_iso(iso)


def test_a_day_that_does_not_exist_stays_and_is_marked(qtbot: QtBot) -> None:
    assert iso_from_text("31/9/2025") is None
    field = DateField("Ngày", "2026-11-20")
    _shown(qtbot, field)
    field.selectAll()
    type_text(field, "31/9/2025")
    field.commit()
    assert (field.value(), field.text(), field.property("wrong"), field.is_dirty()) == ("2026-11-20", "31/9/2025", True, True)
    assert "31/9/2025" in field.toolTip()


def test_the_wheel_changes_no_choice(qtbot: QtBot) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    box = ComboBox("Cấp", [("xã", "Xã"), ("phường", "Phường")], "xã")
    qtbot.addWidget(box)
    box.show()
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    assert box.value() == "xã"
