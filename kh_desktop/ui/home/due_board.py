"""What is late and whose, what comes within two weeks, what waits, what is looked at this quarter: each a count and a few lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from kh_desktop.domain.schedule import Entry, Waiting
from kh_desktop.services.schedule import Agenda
from kh_desktop.ui import theme
from kh_desktop.ui.due_deeds import CHOICES, can_finish, finish_words, has_states
from kh_desktop.ui.due_words import (
    LOOKS,
    days_left,
    due_words,
    entry_name,
    entry_tip,
    look_of_days,
    note_words,
    waiting_name,
    waiting_words,
)
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.icons import icon
from kh_desktop.ui.widgets import DueLine, card, clear_layout, heading, icon_button, icon_label, muted, quiet_button, text_label

COMING_DAYS = 14
LINE_HEIGHT, PART_HEIGHT, ABOVE = 38, 56, 106


@dataclass(frozen=True, slots=True)
class Due:
    """What the board shows, nothing left out; ``after`` is the first day beyond the two weeks."""

    late: tuple[Entry, ...] = ()
    coming: tuple[Entry, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    checks: tuple[Entry, ...] = ()
    after: Entry | None = None

    @property
    def is_quiet(self) -> bool:
        """Whether nothing needs a person."""
        return not (self.late or self.coming or self.waiting or self.checks)


def due_of(agenda: Agenda, today: date) -> Due:
    """The parts of an agenda that are shown on the first page."""
    last = (today + timedelta(days=COMING_DAYS)).isoformat()
    ahead = [*agenda.today, *agenda.week, *agenda.month, *agenda.later]
    coming = tuple(e for e in ahead if e.day <= last)
    after = next((e for e in ahead if e.day > last), None)
    return Due(tuple(agenda.late), coming, tuple(agenda.waiting), tuple(agenda.ongoing), after)


@dataclass(frozen=True, slots=True)
class Limits:
    """How many lines each part shows."""

    late: int
    coming: int
    side: int


def limits(height: int, late: int, coming: int) -> Limits:
    """Lines that fit into a page of ``height`` px (at 100 %) without scrolling; what the shorter list leaves, the longer one takes."""
    lines = max(4, (height - ABOVE - 2 * PART_HEIGHT) // LINE_HEIGHT)
    for_late = min(late, max(2, (lines + 1) // 2, lines - coming))
    return Limits(for_late, min(coming, max(2, lines - max(1, for_late))), max(1, (lines - 2) // 3))


class DueBoard(QWidget):
    """``opened(Entry or Waiting)``, ``state_wanted(Entry, state)``, ``all_wanted()``, ``day_wanted(ISO day)``."""

    opened = Signal(object)
    state_wanted = Signal(object, str)
    all_wanted = Signal()
    day_wanted = Signal(str)

    def __init__(self, *, has_calendar: bool, can_write: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_calendar, self._can_write = has_calendar, can_write
        self._shown: tuple[Due, date, Limits] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        left, self._left = card()
        self._left.setContentsMargins(16, 10, 12, 12)
        self._left.setSpacing(4)
        right, self._right = card()
        self._right.setContentsMargins(16, 10, 12, 12)
        self._right.setSpacing(4)
        self.side = QVBoxLayout()
        self.side.setSpacing(12)
        self.side.addWidget(right)
        row.addWidget(left, 5)
        row.addLayout(self.side, 4)
        self.setAccessibleName(tr("Việc đến hạn"))

    def show_due(self, due: Due, today: date, room: Limits) -> None:
        """Show as many lines of each part as there is room for; nothing is built anew when it would be the same."""
        if self._shown == (due, today, room):
            return
        self._shown = (due, today, room)
        clear_layout(self._left)
        clear_layout(self._right)
        self._add_part("late", tr("Quá hạn"), len(due.late), tr("Không có việc nào quá hạn."), self._left)
        for entry in due.late[: room.late]:
            self._left.addWidget(self._entry_line(entry, today))
        self._add_more(self._left, len(due.late) - room.late)
        self._left.addSpacing(6)
        self._add_part("soon", tr("Trong 14 ngày tới"), len(due.coming), tr("Hai tuần tới không có hạn nào."), self._left)
        for entry in due.coming[: room.coming]:
            self._left.addWidget(self._entry_line(entry, today))
        self._add_more(self._left, len(due.coming) - room.coming)
        if not due.coming and due.after is not None:
            self._left.addWidget(muted(tr("Gần nhất sau đó:")))
            self._left.addWidget(self._entry_line(due.after, today))
        self._left.addStretch(1)
        self._show_side(due, today, room)

    def _show_side(self, due: Due, today: date, room: Limits) -> None:
        side = self._right
        self._add_part("waiting", tr("Chờ nơi khác, cần xem lại"), len(due.waiting), tr("Mọi nhiệm vụ đều có ngày rõ ràng."), side)
        for waiting in due.waiting[: room.side]:
            side.addWidget(self._waiting_line(waiting))
        self._add_more(side, len(due.waiting) - room.side)
        side.addSpacing(6)
        self._add_part("ongoing", tr("Thường xuyên, xem lại quý này"), len(due.checks), tr("Quý này không còn việc phải xem lại."), side)
        for entry in due.checks[: room.side]:
            side.addWidget(self._entry_line(entry, today))
        self._add_more(side, len(due.checks) - room.side)
        side.addStretch(1)

    def _add_part(self, meaning: str, title: str, count: int, nothing: str, layout: QVBoxLayout) -> None:
        """Count, shape and word of a part."""
        look = LOOKS[meaning]
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(icon_label(look.icon, 18, look.token if count else "text_disabled"))
        number = text_label(str(count), look.token if count else "muted", wrap=False)
        number.setFont(theme.scaled_font(1.6, bold=True))
        row.addWidget(number)
        words = heading(title, 3)
        words.setWordWrap(False)
        row.addWidget(words)
        row.addStretch(1)
        layout.addLayout(row)
        if not count:
            layout.addWidget(muted(nothing))

    def _add_more(self, layout: QVBoxLayout, hidden: int) -> None:
        if hidden <= 0:
            return
        if not self._has_calendar:
            layout.addWidget(muted(tr("và {count} việc khác", count=hidden)))
            return
        button = quiet_button(tr("Còn {count} việc. Xem tất cả trong Lịch", count=hidden))
        button.setProperty("kind", "line")
        button.clicked.connect(lambda _checked=False: self.all_wanted.emit())
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _entry_line(self, entry: Entry, today: date) -> DueLine:
        days = days_left(entry, today)
        look = look_of_days(entry, days)
        line = DueLine(look.icon, look.token, entry_name(entry), note_words(entry, days), due_words(entry, days), tip=entry_tip(entry))
        line.opened.connect(lambda: self.opened.emit(entry))
        if can_finish(entry) and self._can_write:
            words = finish_words(entry)
            done = icon_button("state-done", words, token="done")
            done.setAccessibleName(f"{words}: {entry_name(entry)}")
            done.clicked.connect(lambda _checked=False: self.state_wanted.emit(entry, "done"))
            line.add_button(done)
        line.add_button(self._more_button(entry))
        return line

    def _more_button(self, entry: Entry) -> QToolButton:
        words = tr("Tình trạng khác, mở")
        more = icon_button("more", words)
        more.setAccessibleName(f"{words}: {entry_name(entry)}")
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        for state, words, icon_name, token in CHOICES if self._can_write and has_states(entry) else ():
            act = menu.addAction(icon(icon_name, token), tr(words))
            act.triggered.connect(lambda _checked=False, wanted=state: self.state_wanted.emit(entry, wanted))
        if entry.task_id:
            menu.addSeparator()
            act = menu.addAction(icon("table", "text_muted"), tr("Mở trong Phụ lục"))
            act.triggered.connect(lambda _checked=False: self.opened.emit(entry))
        if self._has_calendar:
            act = menu.addAction(icon("calendar", "text_muted"), tr("Mở trong Lịch"))
            act.triggered.connect(lambda _checked=False: self.day_wanted.emit(entry.day))
        more.setMenu(menu)
        return more

    def _waiting_line(self, waiting: Waiting) -> DueLine:
        look = LOOKS["waiting"]
        line = DueLine(look.icon, look.token, waiting_name(waiting), waiting_words(waiting))
        line.opened.connect(lambda: self.opened.emit(waiting))
        return line
