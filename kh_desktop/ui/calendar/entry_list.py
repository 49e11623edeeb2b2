"""A list of entries in two lines each, under headings: for the panel beside the calendar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.calendar.list_words import heading_words, row_meaning, row_note, row_state, row_title
from kh_desktop.ui.calendar.lists import Row
from kh_desktop.ui.calendar.looks import paint_shape

_Index = QModelIndex | QPersistentModelIndex
_ROW = int(Qt.ItemDataRole.UserRole)


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.today = ""

    def show_rows(self, rows: Sequence[Row], today: str) -> None:
        self.beginResetModel()
        self.rows, self.today = list(rows), today
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row_title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return heading_words(row) if row.heading else f"{row_state(row)}: {row_title(row)}. {row_note(row, self.today)}"
        if role == Qt.ItemDataRole.ToolTipRole and not row.heading:
            return f"{row_title(row)}\n{row_state(row)} · {row_note(row, self.today)}"
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled if self.rows[index.row()].heading else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        row: Row = index.data(_ROW)
        line = QFontMetricsF(theme.scaled_font()).height()
        if row.heading:
            return QSize(100, round(line + (6 if index.row() == 0 else 16)))
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 240
        wrapped = QFontMetricsF(theme.scaled_font()).horizontalAdvance(row_title(row)) > width - 34
        if row.more:
            return QSize(100, round(line + 8))
        return QSize(100, round(line * (2 if wrapped else 1) + QFontMetricsF(theme.scaled_font(0.88)).height() + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Row = index.data(_ROW)
        place = QRectF(option.rect)  # type: ignore[attr-defined]
        painter.save()
        if row.heading:
            self._heading(painter, place, row)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)  # type: ignore[attr-defined]
            if chosen:
                painter.fillRect(place, theme.color("selection"))
            if focused:
                painter.setPen(theme.color("focus"))
                painter.drawRect(place.adjusted(0.5, 0.5, -1, -1))
            model = index.model()
            assert isinstance(model, _Model)
            if row.more:
                painter.setPen(theme.color("selection_text" if chosen else "link"))
                side = 14 * theme.font_scale()
                middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(place.adjusted(side + 10, 0, -4, 0), middle, row_title(row))
            else:
                self._entry(painter, place, row, model, chosen)
        painter.restore()

    def _heading(self, painter: QPainter, place: QRectF, row: Row) -> None:
        meaning = row_meaning(row)
        painter.setFont(theme.scaled_font(bold=True))
        painter.setPen(theme.color(meaning if meaning in ("late", "waiting", "ongoing") else "text_muted"))
        painter.drawText(place.adjusted(2, 0, -2, -3), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, heading_words(row))

    def _entry(self, painter: QPainter, place: QRectF, row: Row, model: _Model, chosen: bool) -> None:
        line = QFontMetricsF(theme.scaled_font()).height()
        side = 14 * theme.font_scale()
        paint_shape(painter, QRectF(place.left() + 4, place.top() + 5 + (line - side) / 2, side, side), row_meaning(row))
        small = QFontMetricsF(theme.scaled_font(0.88)).height()
        text = place.adjusted(side + 10, 4, -4, -4)
        painter.setFont(theme.scaled_font())
        painter.setPen(theme.color("selection_text" if chosen else "text"))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        title = _cut(row_title(row), QFontMetricsF(painter.font()), text.width() * 1.8)
        painter.drawText(text.adjusted(0, 0, 0, -small), title, option)
        painter.setFont(theme.scaled_font(0.88))
        painter.setPen(theme.color("selection_text" if chosen else "text_muted"))
        note = QFontMetricsF(painter.font()).elidedText(row_note(row, model.today), Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(QRectF(text.left(), text.bottom() - small, text.width(), small), Qt.AlignmentFlag.AlignLeft, note)


def _cut(text: str, metrics: QFontMetricsF, width: float) -> str:
    """As much of ``text`` as ``width`` px hold; of two wrapped lines the second is never quite full."""
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


class EntryList(QListView):
    """``opened(key)`` by a click or Enter, ``move_asked(key)`` by M."""

    opened = Signal(str)
    move_asked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "plain")
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.clicked.connect(self._open)

    def show_rows(self, rows: Sequence[Row], today: str) -> None:
        """Show these rows, long titles in two lines; the row one was at keeps the selection."""
        if list(rows) == self._model.rows and today == self._model.today:
            return
        at = self.current_key()
        self._model.show_rows(rows, today)
        self.go_to(at)

    def rows(self) -> list[Row]:
        """What is shown."""
        return list(self._model.rows)

    def current_key(self) -> str:
        """The key of the row one is at."""
        index = self.currentIndex()
        return self._model.rows[index.row()].key if index.isValid() and index.row() < len(self._model.rows) else ""

    def go_to(self, key: str) -> None:
        """Go to the row with ``key``, or to the first entry."""
        places = [i for i, row in enumerate(self._model.rows) if not row.heading]
        wanted = next((i for i in places if self._model.rows[i].key == key), places[0] if places else -1)
        if wanted >= 0 and key:
            self.setCurrentIndex(self._model.index(wanted))

    def focus_first(self) -> None:
        """Give the keys to the list, at its first entry unless one is chosen."""
        if not self.current_key():
            first = next((i for i, row in enumerate(self._model.rows) if not row.heading), -1)
            self.setCurrentIndex(self._model.index(first))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = self.current_key()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and key:
            self.opened.emit(key)
        elif event.key() == Qt.Key.Key_M and not event.modifiers() and key:
            self.move_asked.emit(key)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _open(self, index: QModelIndex) -> None:
        key = self._model.rows[index.row()].key
        if key:
            self.opened.emit(key)
