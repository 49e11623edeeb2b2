"""The citations of a plan one below another, in print order; rows are moved by dragging or with Alt+arrows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.wizard.basis_row import DRAG_TYPE, BasisRow, RowData
from kh_desktop.ui.wizard.form import set_anchor


class BasisList(QWidget):
    """Keeps a row widget for each citation as long as it is there, so that the focus stays where it is."""

    row_made = Signal(object)
    move_asked = Signal(int, int)
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Các căn cứ của kế hoạch, theo thứ tự in"))
        self.setAcceptDrops(True)
        self._rows: dict[int, BasisRow] = {}
        self._order: list[int] = []
        self._chosen = 0
        self._drop_at: int | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.setSpacing(4)

    def rows(self) -> list[BasisRow]:
        """The rows in order."""
        return [self._rows[i] for i in self._order]

    def row(self, basis_id: int) -> BasisRow | None:
        """The row of a citation."""
        return self._rows.get(basis_id)

    def chosen_id(self) -> int:
        """The citation whose tools are shown; 0 for none."""
        return self._chosen

    def show_rows(self, data: Sequence[RowData]) -> None:
        """Show these citations; the chosen one stays chosen, or the one that took its place is."""
        place = self._order.index(self._chosen) if self._chosen in self._order else 0
        order = [d.basis.id for d in data]
        for gone in [i for i in self._rows if i not in order]:
            self._drop_row(gone)
        for at, item in enumerate(data):
            row = self._rows.get(item.basis.id) or self._make_row(item.basis.id)
            row.show_data(item)
            if self._column.indexOf(row) != at:
                self._column.removeWidget(row)
                self._column.insertWidget(at, row)
        self._order = order
        for before, after in zip(self.rows(), self.rows()[1:], strict=False):
            QWidget.setTabOrder(before, after)
        if self._chosen not in order:
            self.choose(order[min(place, len(order) - 1)] if order else 0)

    def choose(self, basis_id: int, *, focus: bool = False) -> None:
        """Show the tools of a citation."""
        self._chosen = basis_id
        for row in self._rows.values():
            row.set_chosen(row.basis_id() == basis_id)
        if focus and basis_id in self._rows:
            self._rows[basis_id].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(basis_id)

    def _make_row(self, basis_id: int) -> BasisRow:
        row = BasisRow(self)
        set_anchor(row, f"basis:{basis_id}")
        self._rows[basis_id] = row
        row.chosen.connect(self.choose)
        row.move_asked.connect(self.move_asked)
        row.neighbour_asked.connect(self._go_to_neighbour)
        self.row_made.emit(row)
        return row

    def _drop_row(self, basis_id: int) -> None:
        row = self._rows.pop(basis_id)
        had_focus = row.hasFocus() or row.isAncestorOf(row.window().focusWidget() or row.window())
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        if had_focus:
            self.setFocus()

    def _go_to_neighbour(self, step: int) -> None:
        if self._chosen in self._order:
            at = self._order.index(self._chosen) + step
            if 0 <= at < len(self._order):
                self.choose(self._order[at], focus=True)

    # dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(DRAG_TYPE):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drop_at = self._place_at(event.position().y())
        event.acceptProposedAction()
        self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_at = None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        moved = int(bytes(event.mimeData().data(DRAG_TYPE).data()).decode())
        to = self._place_at(event.position().y())
        self._drop_at = None
        event.acceptProposedAction()
        self.update()
        if moved in self._order:
            before = self._order.index(moved)
            to -= to > before
            if to != before:
                self.move_asked.emit(moved, to)

    def _place_at(self, y: float) -> int:
        return sum(y > row.geometry().center().y() for row in self.rows())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drop_at is None:
            return
        rows = self.rows()
        y = rows[self._drop_at].y() - 2 if self._drop_at < len(rows) else (rows[-1].geometry().bottom() + 2 if rows else 2)
        painter = QPainter(self)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawLine(0, y, self.width(), y)
        painter.end()
