"""The commands that change how the plan is seen, never the plan: one table for keys, tooltips and the menu "Xem"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.icons import icon


@dataclass(frozen=True, slots=True)
class SeeAction:
    """``keys``: the first one is shown; ``line``: a separator before it in the menu; ``menu``: whether it stands there."""

    id: str
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    line: bool = False
    menu: bool = True


SEE_ACTIONS: tuple[SeeAction, ...] = (
    SeeAction("find", N_("Tìm trong bảng"), "search", ("Ctrl+F",)),
    SeeAction("replace", N_("Tìm và thay"), "", ("Ctrl+H",)),
    SeeAction("find_next", N_("Chỗ tìm thấy sau"), "", ("F3",), menu=False),
    SeeAction("find_previous", N_("Chỗ tìm thấy trước"), "", ("Shift+F3",), menu=False),
    SeeAction("filter", N_("Lọc"), "filter", ("Ctrl+Shift+L",)),
    SeeAction("close_all", N_("Thu gọn tất cả"), "", ("Ctrl+Shift+9",), line=True),
    SeeAction("open_all", N_("Mở tất cả"), "", ("Ctrl+Shift+0",)),
    # Ctrl+Minus removes rows, as in Excel; its zoom keys have Alt as well.
    SeeAction("larger", N_("Phóng to"), "zoom-in", ("Ctrl+Alt+=", "Ctrl+Alt++", "Ctrl+="), line=True),
    SeeAction("smaller", N_("Thu nhỏ"), "zoom-out", ("Ctrl+Alt+-",)),
    SeeAction("usual_size", N_("Cỡ chữ thường (100 %)"), "", ("Ctrl+0",)),
    SeeAction("usual_widths", N_("Trả về độ rộng mẫu"), "", (), line=True),
)


def make_see_actions(owner: QWidget, handlers: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """An action for each command; the keys work in everything inside ``owner``."""
    actions: dict[str, QAction] = {}
    for entry in SEE_ACTIONS:
        action = QAction(tr(entry.text), owner)
        action.setObjectName(entry.id)
        if entry.icon:
            action.setIcon(icon(entry.icon, "text_muted"))
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tr(entry.text)} ({keys})" if keys else tr(entry.text))
        action.triggered.connect(lambda _checked=False, run=handlers[entry.id]: run())
        owner.addAction(action)
        actions[entry.id] = action
    return actions
