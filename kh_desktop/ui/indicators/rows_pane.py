"""The panel beside the dashboard: the rows behind a number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kh_desktop.ui.i18n import tr
from kh_desktop.ui.indicators.data import RowLine, paint_row
from kh_desktop.ui.widgets import heading, icon_button, muted
from kh_desktop.ui.widgets.charts import ChartList


def scrolling(inner: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """``inner`` in a column that scrolls up and down only."""
    area = QScrollArea(parent)
    area.setObjectName("page")
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area


class RowsPane(QWidget):
    """``opened(RowLine)`` by a click or Enter, ``closed()`` by Esc or its button."""

    opened = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._hint = heading("", 3), muted("")
        self.list = ChartList("", paint_row, lines=1.9, parent=self)
        self.list.opened.connect(self._open)
        close = icon_button("close", tr("Đóng danh sách"), "Esc", parent=self)
        close.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        inner = QWidget()
        inner.setObjectName("pageBody")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._hint)
        layout.addWidget(scrolling(inner, self), 1)

    def show_lines(self, title: str, hint: str, lines: Sequence[RowLine]) -> None:
        """The rows behind ``title``; the keys go there when the panel opens."""
        opens = self.isHidden()
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.list.setAccessibleName(title)
        self.list.show_rows(lines)
        self.show()
        if opens:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, key: str) -> None:
        found = next((row for row in self.list.rows() if row.key == key), None)
        if found is not None:
            self.opened.emit(found)
