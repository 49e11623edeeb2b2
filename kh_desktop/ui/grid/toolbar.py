"""The commands of the grid as one table: toolbar with words, context menu and keys are made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.icons import icon


@dataclass(frozen=True, slots=True)
class GridAction:
    """One command: ``edits`` is off on a plan that cannot be edited; ``bar`` shows it in the toolbar, ``line`` a separator before it."""

    id: str
    text: str
    icon: str
    keys: str = ""
    tip: str = ""
    edits: bool = True
    bar: bool = True
    line: bool = False


ACTIONS: tuple[GridAction, ...] = (
    GridAction("add_task", N_("Thêm nhiệm vụ"), "plus", "Ins", N_("Thêm một nhiệm vụ dưới dòng đang chọn")),
    GridAction("add_group", N_("Thêm nhóm"), "group", "Alt+Ins", N_("Thêm một nhóm (I, II, …) dưới nhóm đang chọn")),
    GridAction("library", N_("Thư viện nhiệm vụ"), "book", "Ctrl+L", N_("Chọn nhiều nhiệm vụ soạn sẵn rồi thêm một lần")),
    GridAction("move_up", N_("Lên"), "up", "Ctrl+Shift+Up", N_("Chuyển dòng đang chọn lên; ở đầu nhóm thì sang nhóm trên"), line=True),
    GridAction("move_down", N_("Xuống"), "down", "Ctrl+Shift+Down", N_("Chuyển dòng đang chọn xuống; ở cuối nhóm thì sang nhóm dưới")),
    GridAction("remove", N_("Xóa dòng"), "trash", "Ctrl+-", N_("Xóa các dòng đang chọn; hoàn tác được"), line=True),
    GridAction("columns", N_("Cột"), "settings", "", N_("Chọn cột, thứ tự, tên và độ rộng khi in"), line=True),
    GridAction("cut", N_("Cắt"), "", "Ctrl+X", bar=False, line=True),
    GridAction("copy", N_("Chép"), "copy", "Ctrl+C", bar=False, edits=False),
    GridAction("paste", N_("Dán"), "paste", "Ctrl+V", N_("Ghi đè từ ô đang chọn"), bar=False),
    GridAction("paste_rows", N_("Dán thành dòng mới"), "", "Ctrl+Shift+V", N_("Thêm các dòng vừa chép dưới dòng đang chọn"), bar=False),
    GridAction("clear", N_("Xóa chữ trong ô"), "", "Del", bar=False),
)


def make_actions(view: QWidget, handlers: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """An action for each command. Its keys work only while ``view`` itself has the focus: in an open cell they belong to the text."""
    actions: dict[str, QAction] = {}
    for entry in ACTIONS:
        action = QAction(tr(entry.text), view)
        if entry.icon:
            action.setIcon(icon(entry.icon, "text_muted"))
        if entry.keys:
            action.setShortcut(QKeySequence(entry.keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        tip = tr(entry.tip) if entry.tip else tr(entry.text)
        action.setToolTip(f"{tip} ({keys})" if keys else tip)
        action.triggered.connect(lambda _checked=False, run=handlers[entry.id]: run())
        view.addAction(action)
        actions[entry.id] = action
    return actions


def make_toolbar(actions: Mapping[str, QAction], parent: QWidget) -> QToolBar:
    """The toolbar: icons with their words; what does not fit goes behind the "»" button."""
    bar = QToolBar(parent)
    side = round(16 * theme.font_scale())
    bar.setIconSize(QSize(side, side))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    bar.setMovable(False)
    for entry in ACTIONS:
        if entry.bar:
            if entry.line:
                bar.addSeparator()
            bar.addAction(actions[entry.id])
    _show_more_button(bar)
    return bar


def _show_more_button(bar: QToolBar) -> None:
    """Qt's button for what does not fit is 12 px wide, and our style's padding would hide its sign."""
    button = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    if button is not None:
        button.setStyleSheet("QToolButton { padding: 0; }")
        button.setIcon(icon("more", "text"))
        button.setAccessibleName(tr("Các lệnh khác"))
        button.setToolTip(tr("Các lệnh khác"))
