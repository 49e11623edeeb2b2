"""The quarter: three small months with counts, and below them what is due in a plain table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kh_desktop.domain.schedule import Entry
from kh_desktop.ui import theme
from kh_desktop.ui.calendar.agenda_table import AgendaTable
from kh_desktop.ui.calendar.day_notes import DayNote
from kh_desktop.ui.calendar.days import month_end, month_of, quarter_months, range_of, shifted
from kh_desktop.ui.calendar.lists import by_month, rows_of
from kh_desktop.ui.calendar.looks import LOOKS, SHORT_WEEKDAYS, day_words, entry_words, paint_shape, rect
from kh_desktop.ui.calendar.meanings import by_worry, meaning_of
from kh_desktop.ui.calendar.quarter_layout import SmallDay, SmallMonth, lay_out_quarter
from kh_desktop.ui.i18n import tr

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class SmallMonths(QWidget):
    """Three months of numbers: a day with something due shows its worst shape and how many. ``day_changed``, ``day_opened``,
    ``move_asked`` by M."""

    day_changed = Signal(str)
    day_opened = Signal(str)
    move_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._day = self._today = "2027-01-01"
        self._by_day: dict[str, list[Entry]] = {}
        self._notes: dict[str, DayNote] = {}
        self._months: tuple[SmallMonth, ...] = ()
        theme.notifier().changed.connect(self._restyle)

    def show_days(self, entries: Sequence[Entry], notes: Mapping[str, DayNote], *, today: str) -> None:
        """Show these entries."""
        self._by_day = {}
        for entry in entries:
            self._by_day.setdefault(entry.day, []).append(entry)
        self._notes, self._today = dict(notes), today
        self._restyle()

    def set_day(self, day: str) -> None:
        """Go to a day; turns to its quarter."""
        self._day = day
        self._restyle()

    def _line(self) -> float:
        return QFontMetricsF(theme.scaled_font(0.9)).height() + 3

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(520, round(8 * self._line() + 6))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(300, self.sizeHint().height())

    def _restyle(self) -> None:
        self._months = lay_out_quarter(quarter_months(self._day), self.width(), self._line())
        entries = self._by_day.get(self._day, [])
        count = tr("{count} việc", count=len(entries)) if entries else tr("không có việc")
        self.setAccessibleName(f"{day_words(self._day)}, {count}" + "".join(f". {entry_words(e)}" for e in entries))
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._restyle()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        for month in self._months:
            count = sum(len(self._by_day.get(day.day, ())) for day in month.days)
            painter.setFont(theme.scaled_font(bold=True))
            painter.setPen(theme.color("text"))
            words = tr("Tháng {month}: {count} việc", month=month.month, count=count)
            painter.drawText(rect(month.title), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
            painter.setFont(theme.scaled_font(0.82))
            painter.setPen(theme.color("text_muted"))
            for place, box in enumerate(month.names):
                painter.drawText(rect(box), Qt.AlignmentFlag.AlignCenter, tr(SHORT_WEEKDAYS[place]))
            for day in month.days:
                self._paint_day(painter, day)

    def _paint_day(self, painter: QPainter, day: SmallDay) -> None:
        entries, place = by_worry(self._by_day.get(day.day, ())), rect(day.box)
        rest = self._notes.get(day.day, DayNote()).rest
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = "accent" if day.day == self._today else LOOKS[meaning_of(entries[0])].ground if entries else ""
        if ground:
            painter.setBrush(theme.color(ground))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 4, 4)
        if day.day == self._day:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus" if self.hasFocus() else "line_strong"), 2 if self.hasFocus() else 1))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 4, 4)
        painter.setFont(theme.scaled_font(0.9, bold=bool(entries)))
        painter.setPen(theme.color("accent_text" if ground == "accent" else "text_muted" if rest and not entries else "text"))
        middle = Qt.AlignmentFlag.AlignCenter
        if not entries:
            painter.drawText(place, middle, str(int(day.day[8:])))
            return
        number = str(int(day.day[8:]))
        words = QFontMetricsF(painter.font()).horizontalAdvance(number)
        side = max(7.0, min(11.0 * theme.font_scale(), place.height() - 5, place.width() - words - 5))
        left = place.center().x() - (words + side + 2) / 2
        painter.drawText(QRectF(left, place.top(), words + 1, place.height()), middle, number)
        mark = QRectF(left + words + 2, place.center().y() - side / 2, side, side)
        if ground == "accent":
            painter.setBrush(theme.color("surface"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(mark.adjusted(-1, -1, 1, 1))
        paint_shape(painter, mark, meaning_of(entries[0]))

    def _at(self, at: QPointF) -> str:
        return next((day.day for month in self._months for day in month.days if day.box.holds(at.x(), at.y())), "")

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        day = self._at(event.position())
        if day:
            self._go(day)
            self.day_opened.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, day = event.key(), self._day
        if key in _STEPS:
            self._go(shifted(day, days=_STEPS[Qt.Key(key)]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._go(shifted(day, months=-3 if key == Qt.Key.Key_PageUp else 3))
        elif key == Qt.Key.Key_Home:
            self._go(f"{day[:7]}-01")
        elif key == Qt.Key.Key_End:
            self._go(month_end(*month_of(day)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.day_opened.emit(day)
        elif key == Qt.Key.Key_M and not event.modifiers():
            self.move_asked.emit()
        else:
            super().keyPressEvent(event)

    def _go(self, day: str) -> None:
        self.set_day(day)
        self.day_changed.emit(day)


class QuarterView(QWidget):
    """The three months above, the table of the quarter below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.months = SmallMonths(self)
        self.table = AgendaTable(tr("Việc trong quý"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.months)
        layout.addWidget(self.table, 1)
        self.setFocusProxy(self.months)

    def show_days(self, entries: Sequence[Entry], notes: Mapping[str, DayNote], *, day: str, today: str) -> None:
        """Show the quarter of ``day``."""
        first, last = range_of("quarter", day)
        self.months.set_day(day)
        self.months.show_days(entries, notes, today=today)
        self.table.show_rows(rows_of(by_month(e for e in entries if first <= e.day <= last)), today)
