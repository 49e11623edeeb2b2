"""Ctrl+K: one field that finds plans, sections, tasks and what the program can do, with or without marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.icons import icon
from kh_desktop.ui.widgets import SearchField, muted


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that can be found: its words, what kind it is, and what opening it does."""

    text: str
    kind: str
    icon: str
    run: Callable[[], object]


class Finder(QDialog):
    """The search window; arrows choose, Enter opens, Esc closes. ``find`` gives the hits for a query ("" for the first list)."""

    def __init__(self, find: Callable[[str], Sequence[Hit]], parent: QWidget | None = None) -> None:
        # Not a popup window: input methods compose in those badly.
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("finder")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(tr("Tìm mọi thứ"))
        self._find = find
        self._shown: list[Hit] = []
        self.field = SearchField(tr("Tìm mọi thứ"), placeholder=tr("Gõ tên kế hoạch, mục, nhiệm vụ hoặc việc cần làm"), parent=self)
        self.list = QListWidget(self)
        self.list.setProperty("kind", "roomy")
        self.list.setAccessibleName(tr("Kết quả tìm"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda _item: self.open_current())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 10)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addWidget(muted(tr("↑ ↓ để chọn · Enter để mở · Esc để đóng")))
        self.field.searched.connect(self.show_found)
        self.field.installEventFilter(self)
        scale = theme.font_scale()
        self.resize(round(600 * scale), round(400 * scale))
        self.show_found("")
        self.field.setFocus()

    def show_found(self, query: str) -> None:
        """List what is found."""
        self._shown = list(self._find(query))
        self.list.clear()
        for hit in self._shown:
            item = QListWidgetItem(icon(hit.icon, "text_muted"), f"{hit.text}   ·   {hit.kind}" if hit.kind else hit.text)
            item.setSizeHint(QSize(0, round(30 * theme.font_scale())))
            self.list.addItem(item)
        if self._shown:
            self.list.setCurrentRow(0)

    def open_current(self) -> None:
        """Open the chosen hit."""
        row = self.list.currentRow()
        if 0 <= row < len(self._shown):
            hit = self._shown[row]
            self.close()
            hit.run()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowDeactivate:
            self.close()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is not self.field or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.field.is_waiting():
                self.field.search_now()
            self.open_current()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True
