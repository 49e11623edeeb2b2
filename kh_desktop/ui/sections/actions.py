"""The commands of the section editor as one table: toolbar with words and keys are made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.icons import icon


@dataclass(frozen=True, slots=True)
class SectionAction:
    """One command; ``moves``: it stands as an icon without words."""

    id: str
    text: str
    icon: str
    keys: str
    tip: str
    moves: bool = False


ACTIONS: tuple[SectionAction, ...] = (
    SectionAction("add", N_("Thêm mục"), "plus", "Ins", N_("Thêm mục cùng cấp dưới mục đang chọn")),
    SectionAction("add_below", N_("Thêm mục con"), "sections", "Alt+Ins", N_("Thêm mục con của mục đang chọn")),
    SectionAction("templates", N_("Dùng mẫu"), "book", "", N_("Thay bằng nội dung soạn sẵn, xem trước khi thay")),
    SectionAction("up", N_("Lên"), "up", "Ctrl+Shift+Up", N_("Chuyển mục lên trên"), moves=True),
    SectionAction("down", N_("Xuống"), "down", "Ctrl+Shift+Down", N_("Chuyển mục xuống dưới"), moves=True),
    SectionAction("outdent", N_("Ra một cấp"), "outdent", "Ctrl+Shift+Left", N_("Đưa mục ra ngoài một cấp"), moves=True),
    SectionAction("indent", N_("Vào một cấp"), "indent", "Ctrl+Shift+Right", N_("Đưa mục vào làm mục con của mục trên"), moves=True),
    SectionAction("remove", N_("Xóa mục"), "trash", "Del", N_("Xóa mục và các mục con; hoàn tác được"), moves=True),
)


def make_actions(tree: QWidget, handlers: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """An action for each command; its keys work while the outline has the focus."""
    actions: dict[str, QAction] = {}
    for entry in ACTIONS:
        action = QAction(icon(entry.icon, "text_muted"), tr(entry.text), tree)
        if entry.keys:
            action.setShortcut(QKeySequence(entry.keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tr(entry.tip)} ({keys})" if keys else tr(entry.tip))
        action.triggered.connect(lambda _checked=False, run=handlers[entry.id]: run())
        tree.addAction(action)
        actions[entry.id] = action
    return actions


def make_buttons(actions: Mapping[str, QAction], parent: QWidget) -> list[QToolButton]:
    """A button for each command: what makes sections has words, what moves them is an icon with a name and tooltip. As in every toolbar the
    keys of the commands are the way without a mouse, and Tab passes them by."""
    side = round(16 * theme.font_scale())
    buttons = []
    for entry in ACTIONS:
        button = QToolButton(parent)
        button.setDefaultAction(actions[entry.id])
        button.setIconSize(QSize(side, side))
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if entry.moves else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        button.setToolButtonStyle(style)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(tr(entry.text))
        buttons.append(button)
    return buttons
