"""What a person has said so far, in one or two lines that can be taken back one by one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QListWidget, QListWidgetItem, QWidget

from kh_desktop.services.import_review import Edit, Hint
from kh_desktop.ui import theme
from kh_desktop.ui.i18n import say, tr
from kh_desktop.ui.importing.field_strip import field_name
from kh_desktop.ui.importing.roles import KIND_NAMES, hint_words
from kh_desktop.ui.importing.work import Work
from kh_desktop.ui.widgets import muted, quiet_button

_VALUE = Qt.ItemDataRole.UserRole
_LONGEST = 64


def said_words(value: Hint | Edit, work: Work) -> str:
    """ "Bảng nhiệm vụ, dòng 4: Dòng nhóm", "Thời hạn: Tháng 9/2027"."""
    if isinstance(value, Hint):
        where = say(work.places.words(value.spot))
        return f"{where}: {hint_words(value)}"
    text = " ".join(value.text.split()) or tr("(bỏ trống)")
    return f"{field_name(value.path)}: {text}"


class SaidList(QWidget):
    """``removed(Hint or Edit)`` to take it back, ``opened(Hint or Edit)`` to go there. Hidden as long as nothing was said."""

    removed = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = muted("")
        self._label.setWordWrap(False)
        self.list = _Chips(self)
        self.list.setAccessibleName(tr("Những chỗ đã chỉnh"))
        self.list.gone.connect(self._remove)
        self.list.itemActivated.connect(lambda item: self.opened.emit(item.data(_VALUE)))
        self.list.itemClicked.connect(lambda item: self.opened.emit(item.data(_VALUE)))
        self._button = quiet_button(tr("Bỏ chỗ chỉnh này"))
        self._button.clicked.connect(lambda _checked=False: self._remove())
        self.list.currentItemChanged.connect(lambda item, _old: self._button.setEnabled(item is not None))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.list, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_work(self, work: Work | None) -> None:
        """Everything said, the last first."""
        values: list[Hint | Edit] = [*work.said.hints, *work.said.edits] if work is not None else []
        row = self.list.currentRow()
        self.list.clear()
        for value in reversed(values):
            words = said_words(value, work) if work is not None else ""
            item = QListWidgetItem(words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…")
            kind = tr(KIND_NAMES[value.role]) if isinstance(value, Hint) else tr("Sửa chữ")
            item.setToolTip(f"{kind}: {words}")
            item.setData(_VALUE, value)
            self.list.addItem(item)
        self._label.setText(tr("Đã chỉnh: {count}", count=len(values)))
        self._button.setEnabled(False)
        if values:
            self.list.setCurrentRow(min(max(row, 0), len(values) - 1))
        self.setVisible(bool(values))

    def _remove(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.removed.emit(item.data(_VALUE))


class _Chips(QListWidget):
    gone = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSpacing(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(round(34 * theme.font_scale()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.gone.emit()
        else:
            super().keyPressEvent(event)
