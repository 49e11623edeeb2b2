"""The month as a widget: one day is where the keys are, entries are clicked, dragged, read out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from kh_desktop.domain.schedule import Entry
from kh_desktop.ui import theme
from kh_desktop.ui.calendar.day_notes import DayNote
from kh_desktop.ui.calendar.days import month_end, month_of, shifted
from kh_desktop.ui.calendar.looks import day_words, entry_words, rect
from kh_desktop.ui.calendar.month_layout import Bar, MonthLayout, lay_out_month
from kh_desktop.ui.calendar.month_paint import Marks, paint_dragged, paint_month, sizes
from kh_desktop.ui.due_words import off_words
from kh_desktop.ui.i18n import tr

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class MonthView(QWidget):
    """``day_changed(day)`` when the keys or a click go to another day, ``day_opened(day)`` by Enter or "+3 nữa", ``entry_opened(key)``
    by a click on a bar, ``move_wanted(key, day)`` when a bar is dropped on another day, ``move_asked()`` by M."""

    day_changed = Signal(str)
    day_opened = Signal(str)
    entry_opened = Signal(str)
    move_wanted = Signal(str, str)
    move_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.can_move = True
        self._day = self._today = "2027-01-01"
        self._by_day: dict[str, list[Entry]] = {}
        self._notes: dict[str, DayNote] = {}
        self._chosen = ""
        self._layout: MonthLayout | None = None
        self._pressed: tuple[Bar, QPointF] | None = None
        self._dragged: Entry | None = None
        self._pointer = QPointF()
        theme.notifier().changed.connect(self._restyle)

    # --- showing

    def show_days(self, entries: Sequence[Entry], notes: Mapping[str, DayNote], *, today: str) -> None:
        """Show these entries; ``notes`` for the days of the shown month."""
        self._by_day = {}
        for entry in entries:
            self._by_day.setdefault(entry.day, []).append(entry)
        self._notes, self._today = dict(notes), today
        self._restyle()

    def set_day(self, day: str) -> None:
        """Go to a day; turns to its month."""
        self._day = day
        self._restyle()

    def day(self) -> str:
        """The day the keys are at."""
        return self._day

    def choose(self, key: str) -> None:
        """Mark an entry as the one shown beside the calendar."""
        self._chosen = key
        self.update()

    def entries_on(self, day: str) -> list[Entry]:
        """The entries of a day."""
        return list(self._by_day.get(day, ()))

    def layout_now(self) -> MonthLayout:
        """Where everything is."""
        if self._layout is None:
            self._layout = lay_out_month(*month_of(self._day), self._by_day, self.width(), self.height() - 1, sizes())
        return self._layout

    def _restyle(self) -> None:
        self._layout = None
        self.setAccessibleName(self.words_of(self._day))
        self.update()

    def words_of(self, day: str) -> str:
        """A day in words, as a screen reader says it."""
        note, entries = self._notes.get(day, DayNote()), self._by_day.get(day, [])
        parts = [
            day_words(day),
            tr("hôm nay") if day == self._today else "",
            off_words(note.name) or (tr("ngày nghỉ") if note.rest else ""),
        ]
        parts.append(tr("{count} việc", count=len(entries)) if entries else tr("không có việc"))
        return ", ".join(part for part in parts if part) + "".join(f". {entry_words(e)}" for e in entries)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(280, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._layout = None
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        target = self._target() if self._dragged else ""
        dragged = self._dragged.key if self._dragged else ""
        marks = Marks(self._today, self._day, self._chosen, target, dragged, self.hasFocus())
        paint_month(painter, self.layout_now(), self._notes, marks)
        if self._dragged:
            size = sizes()
            paint_dragged(painter, self._dragged, QRectF(self._pointer.x() + 6, self._pointer.y() - size.bar / 2, 150, size.bar + 4))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._drop_drag()
        super().focusOutEvent(event)

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self._dragged:
            self._drop_drag()
            return
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not plain or not self._act(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def _act(self, key: Qt.Key) -> bool:
        day = self._day
        if key in _STEPS:
            self._go(shifted(day, days=_STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._go(shifted(day, months=-1 if key == Qt.Key.Key_PageUp else 1))
        elif key == Qt.Key.Key_Home:
            self._go(f"{day[:7]}-01")
        elif key == Qt.Key.Key_End:
            self._go(month_end(*month_of(day)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.day_opened.emit(day)
        elif key == Qt.Key.Key_M:
            self.move_asked.emit()
        else:
            return False
        return True

    def _go(self, day: str) -> None:
        self.set_day(day)
        self.day_changed.emit(day)

    # --- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position()
        bar = self.layout_now().bar_at(at.x(), at.y())
        self._pressed = (bar, at) if bar else None
        cell = self.layout_now().cell_at(at.x(), at.y())
        if cell is None or bar is not None:
            return
        opened = cell.more is not None and cell.more.holds(at.x(), at.y())
        self._go(cell.day)
        if opened:
            self.day_opened.emit(cell.day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._pointer = event.position()
        if self._pressed and not self._dragged and self.can_move:
            bar, start = self._pressed
            if (self._pointer - start).manhattanLength() >= QApplication.startDragDistance():
                self._dragged = bar.entry
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragged:
            self.update()
        elif not event.buttons():
            over = self.layout_now().bar_at(self._pointer.x(), self._pointer.y())
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pointer = event.position()
        pressed, dragged, target = self._pressed, self._dragged, self._target()
        self._drop_drag()
        if dragged is not None:
            if target and target != dragged.day:
                self.move_wanted.emit(dragged.key, target)
        elif pressed is not None:
            self._go(pressed[0].entry.day)
            self.entry_opened.emit(pressed[0].entry.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        cell = self.layout_now().cell_at(event.position().x(), event.position().y())
        if cell is not None and self.layout_now().bar_at(event.position().x(), event.position().y()) is None:
            self.day_opened.emit(cell.day)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        # One notch is one month; the small steps of a touchpad would rush through the year.
        if abs(event.angleDelta().y()) >= 120:
            self._go(shifted(self._day, months=-1 if event.angleDelta().y() > 0 else 1))
        event.accept()

    def _target(self) -> str:
        cell = self.layout_now().cell_at(self._pointer.x(), self._pointer.y())
        return cell.day if cell else ""

    def _drop_drag(self) -> None:
        self._pressed = self._dragged = None
        self.unsetCursor()
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tip(event)
            return True
        return super().event(event)

    def _tip(self, event: QHelpEvent) -> None:
        at = event.pos()
        bar = self.layout_now().bar_at(at.x(), at.y())
        cell = self.layout_now().cell_at(at.x(), at.y())
        words = entry_words(bar.entry) if bar else self.words_of(cell.day) if cell else ""
        QToolTip.showText(event.globalPos(), words, self, rect(bar.box).toRect() if bar else self.rect())
