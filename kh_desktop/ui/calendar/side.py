"""The panel beside the calendar: what needs attention, or the chosen day, or the chosen entry."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kh_desktop.ui.calendar.entry_list import EntryList
from kh_desktop.ui.calendar.entry_pane import EntryPane, Shown, pile_up_words
from kh_desktop.ui.calendar.lists import Row
from kh_desktop.ui.calendar.looks import day_words
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import clear_layout, heading, icon_button, muted, quiet_button

MOST_PILES = 2


class SidePanel(QWidget):
    """``entry_opened(key)``, ``day_opened(day)``, ``back()``, ``closed()``; ``move_asked(key)`` by M in the list."""

    entry_opened = Signal(str)
    day_opened = Signal(str)
    back = Signal()
    closed = Signal()
    move_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._hint = heading("", 2), muted("")
        self.back_button = quiet_button(tr("Việc cần chú ý"), "chevron-left")
        self.back_button.clicked.connect(lambda _checked=False: self.back.emit())
        self.list, self.pane = EntryList(tr("Việc cần chú ý"), self), EntryPane(self)
        self.list.opened.connect(self.entry_opened)
        self.list.move_asked.connect(self.move_asked)
        self._piles = QVBoxLayout()
        self._piles.setSpacing(0)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self._list_part())
        self.stack.addWidget(self.pane)
        close = icon_button("close", tr("Đóng phần chi tiết"), parent=self)
        close.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.addWidget(self.back_button)
        top.addWidget(self._title, 1)
        top.addStretch(0)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.stack, 1)

    def _list_part(self) -> QWidget:
        part = QWidget(self)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)
        column.addLayout(self._piles)
        return part

    def show_list(self, title: str, hint: str, rows: Sequence[Row], today: str, *, overview: bool) -> None:
        """A list with its name; ``hint`` is said when there is nothing in it."""
        self._title.setText(title)
        self._title.show()
        self.list.setAccessibleName(title)
        self.back_button.setVisible(not overview)
        self.back_button.setText("" if not overview else tr("Việc cần chú ý"))
        self.back_button.setAccessibleName(tr("Việc cần chú ý"))
        self.back_button.setToolTip(tr("Việc cần chú ý"))
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.list.show_rows(rows, today)
        self.stack.setCurrentIndex(0)

    def show_piles(self, piles: Sequence[tuple[str, int]]) -> None:
        """The days on which too much falls; a click opens the day."""
        clear_layout(self._piles)
        for day, count in piles[:MOST_PILES]:
            button = quiet_button(pile_up_words(day, count), "warn")
            button.setProperty("kind", "line")
            button.setToolTip(day_words(day))
            button.clicked.connect(lambda _checked=False, at=day: self.day_opened.emit(at))
            self._piles.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_entry(self, shown: Shown) -> None:
        """One entry in full."""
        self._title.hide()
        self.back_button.setText(tr("Việc cần chú ý"))
        self.back_button.show()
        self.pane.show_it(shown)
        self.stack.setCurrentIndex(1)
