"""A part of the page: its title, its chart, and the table that says the same."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kh_desktop.ui.widgets import heading, text_label
from kh_desktop.ui.widgets.charts import Cells, TwinTable


class Section(QFrame):
    """A white block. ``chart`` is replaced by its table when one wants to read numbers (``show_table``)."""

    def __init__(self, title: str, chart: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.title = heading(title, 3)
        self.chart, self._wants_table = chart, False
        self.twin = TwinTable(title, self)
        self.hint = text_label("", "muted")
        self.hint.hide()
        self.twin.hide()
        self.head = QHBoxLayout()
        self.head.addWidget(self.title, 1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(14, 10, 12, 12)
        self.body.setSpacing(4)
        self.body.addLayout(self.head)
        self.body.addWidget(self.hint)
        if chart is not None:
            self.body.addWidget(chart)
        self.body.addWidget(self.twin)
        self.body.addStretch(1)

    def say(self, hint: str) -> None:
        """Say why there is nothing to see; "" when there is."""
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self._turn()

    def show_cells(self, cells: Cells) -> None:
        """The numbers of the table."""
        self.twin.show_cells(cells)

    def show_table(self, on: bool) -> None:
        """The table in place of the chart."""
        self._wants_table = on
        self._turn()

    def _turn(self) -> None:
        there = not self.hint.text()
        if self.chart is not None:
            self.chart.setVisible(there and not self._wants_table)
        self.twin.setVisible(there and self._wants_table)
