"""The year on one page: the strip as a widget."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from kh_desktop.domain.schedule import Entry
from kh_desktop.ui import theme
from kh_desktop.ui.calendar.looks import LOOKS, entry_words
from kh_desktop.ui.calendar.year_layout import YearRow, YearSizes, day_at, mark_box
from kh_desktop.ui.calendar.year_paint import YearMarks, paint_head, paint_rows
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import text_from_iso


class YearView(QAbstractScrollArea):
    """``task_opened(task_id, key)`` by a click or Enter (``key`` of the mark), ``month_opened(day)`` by a click
    on a month, ``move_asked(key)`` by M, ``year_changed(year)`` by PgUp and PgDn."""

    task_opened = Signal(int, str)
    month_opened = Signal(str)
    move_asked = Signal(str)
    year_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self._rows: list[YearRow] = []
        self._year, self._today, self._current, self._month = 2027, "", -1, 0
        theme.notifier().changed.connect(self._refit)

    def show_year(self, rows: Sequence[YearRow], year: int, today: str) -> None:
        """Show these rows; the task one was at keeps its mark."""
        at = self.current_task()
        self._rows, self._year, self._today = list(rows), year, today
        self._current = next((i for i, row in enumerate(self._rows) if at and row.name.task_id == at), -1)
        self._refit()

    def rows(self) -> list[YearRow]:
        """What is shown."""
        return list(self._rows)

    def current_task(self) -> int:
        """The task one is at; 0 for none."""
        return self._rows[self._current].name.task_id if 0 <= self._current < len(self._rows) else 0

    def sizes(self) -> YearSizes:
        """Heights and widths for the present font and room: rows grow into the room there is."""
        line = QFontMetricsF(theme.scaled_font(0.9)).height()
        room = (self.viewport().height() - line - 8) / max(1, len(self._rows))
        width = self.viewport().width()
        return YearSizes(head=line + 8, row=max(line + 2, min(line + 12, room)), names=min(width * 0.42, max(150.0, width * 0.34)))

    def _refit(self) -> None:
        sizes = self.sizes()
        bar = self.verticalScrollBar()
        bar.setSingleStep(round(sizes.row))
        bar.setPageStep(max(1, self.viewport().height() - round(sizes.head)))
        bar.setRange(0, max(0, round(sizes.head + len(self._rows) * sizes.row) - self.viewport().height()))
        self.setAccessibleName(self.words())
        self.viewport().update()

    def words(self) -> str:
        """Where one is, as a screen reader says it."""
        if not 0 <= self._current < len(self._rows):
            return tr("Năm {year}, {count} nhiệm vụ", year=self._year, count=sum(bool(row.name.task_id) for row in self._rows))
        row = self._rows[self._current]
        state = tr(LOOKS[row.meaning].word) if row.meaning else ""
        days = ", ".join(text_from_iso(mark.day) for mark in row.marks)
        return ". ".join(part for part in (f"{row.name.number} {row.name.title}".strip(), state, days) if part)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._refit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.color("surface"))
        sizes, width = self.sizes(), self.viewport().width()
        marks = YearMarks(self._year, self._today, self._current, self._month, self.hasFocus())
        painter.save()
        painter.translate(0, -self.verticalScrollBar().value())
        paint_rows(painter, self._rows, width, sizes, marks)
        painter.restore()
        paint_head(painter, width, sizes, marks)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.viewport().update()

    # --- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, row = event.key(), self._rows[self._current] if 0 <= self._current < len(self._rows) else None
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -len(self._rows), Qt.Key.Key_End: len(self._rows)}
        if key in steps:
            self._step(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.year_changed.emit(self._year + (1 if key == Qt.Key.Key_PageDown else -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and row is not None and row.name.task_id:
            self.task_opened.emit(row.name.task_id, self._nearest(row))
        elif key == Qt.Key.Key_M and row is not None and row.marks:
            self.move_asked.emit(self._nearest(row))
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        places = [i for i, row in enumerate(self._rows) if row.name.task_id]
        if not places:
            return
        behind = [i for i in places if i < self._current]
        ahead = [i for i in places if i > self._current]
        if abs(by) > 1:
            self._current = places[-1] if by > 0 else places[0]
        elif by > 0 and ahead:
            self._current = ahead[0]
        elif by < 0 and behind:
            self._current = behind[-1]
        self._show_current()
        self._refit()

    def _show_current(self) -> None:
        sizes, bar = self.sizes(), self.verticalScrollBar()
        top = round(self._current * sizes.row)
        if top < bar.value():
            bar.setValue(top)
        elif top + sizes.row + sizes.head > bar.value() + self.viewport().height():
            bar.setValue(round(top + sizes.row + sizes.head - self.viewport().height()))

    def _nearest(self, row: YearRow) -> str:
        """The mark that counts now: the first one not behind us, else the last."""
        coming = [mark for mark in row.marks if mark.state not in ("done", "dropped")] or list(row.marks)
        return coming[0].key if coming else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        at = event.position()
        sizes = self.sizes()
        if at.y() < sizes.head:
            day = day_at(at.x(), self._year, self.viewport().width(), sizes)
            if day:
                self.month_opened.emit(day)
            return
        place = self._row_at(event.position().toPoint())
        if place < 0 or not self._rows[place].name.task_id:
            return
        self._current = place
        mark = self._mark_at(event.position().toPoint())
        self._refit()
        self.task_opened.emit(self._rows[place].name.task_id, mark.key if mark else self._nearest(self._rows[place]))

    def _row_at(self, at: QPoint) -> int:
        sizes = self.sizes()
        place = int((at.y() + self.verticalScrollBar().value() - sizes.head) // sizes.row)
        return place if 0 <= place < len(self._rows) and at.y() >= sizes.head else -1

    def _mark_at(self, at: QPoint) -> Entry | None:
        place, sizes = self._row_at(at), self.sizes()
        if place < 0:
            return None
        y, width = at.y() + self.verticalScrollBar().value(), self.viewport().width()
        for mark in reversed(self._rows[place].marks):
            if mark_box(mark.day, self._year, place, width, sizes).holds(at.x(), y):
                return mark
        return None

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark, place = self._mark_at(event.pos()), self._row_at(event.pos())
            row = self._rows[place].name if place >= 0 else None
            words = entry_words(mark) if mark else f"{row.number} {row.title}".strip() if row else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)
