"""What a person is reminded of: asked at start and every few minutes, each thing once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.schedule import Entry
from kh_desktop.services import reminders
from kh_desktop.services.reminders import Reminder
from kh_desktop.services.schedule import Agenda, agenda
from kh_desktop.services.session import Session
from kh_desktop.ui.due_words import days_left
from kh_desktop.ui.i18n import N_

CHECK_MS = 3 * 60 * 1000
LATER: tuple[tuple[str, str], ...] = (
    ("hour", N_("1 giờ nữa")),
    ("tomorrow", N_("Ngày mai")),
    ("week", N_("Tuần sau")),
    ("day", N_("Ngày khác…")),
)
MORNING = 8


def later_time(choice: str, now: datetime) -> datetime:
    """When to remind again: in an hour, tomorrow at eight, at eight on the Monday of next week."""
    if choice == "hour":
        return now + timedelta(hours=1)
    days = 7 - now.weekday() if choice == "week" else 1
    return morning_of(now.date() + timedelta(days=days))


def morning_of(day: date) -> datetime:
    """Eight o'clock on a day."""
    return datetime(day.year, day.month, day.day, MORNING)


def entries_by_key(found: Agenda) -> dict[str, Entry]:
    """All entries of an agenda by the name of the occurrence."""
    return {e.key: e for e in (*found.late, *found.today, *found.week, *found.month, *found.later, *found.ongoing)}


class ReminderDesk(QObject):
    """``news(list of Reminder)``: came up just now; ``changed()``: the list is another; ``new_day()``: the date changed while running;
    ``failed(KhError)``: could not be looked up, the next try is in a few minutes."""

    news = Signal(list)
    changed = Signal()
    new_day = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self.clock = session, clock
        self._items: dict[str, Reminder] = {}
        self._day = clock().date()
        self.timer = QTimer(self)
        self.timer.setInterval(CHECK_MS)
        self.timer.timeout.connect(self.check)

    def start(self) -> list[Reminder]:
        """Everything missed until now, marked as shown; goes on looking every few minutes."""
        self.timer.start()
        return self._look()

    def stop(self) -> None:
        """Look no more."""
        self.timer.stop()

    def check(self) -> None:
        """Look for what came up since the last time, and whether a new day began."""
        today = self.clock().date()
        if today != self._day:
            self._day = today
            self.new_day.emit()
            self.changed.emit()
        found = self._look()
        if found:
            self.news.emit(found)

    def _look(self) -> list[Reminder]:
        # What cannot be marked as shown would come again and again: nobody is reminded in a workspace open for reading only.
        if self._session.read_only:
            return []
        now = self.clock()
        try:
            found = reminders.pending(self._session, now)
            reminders.mark_shown(self._session, [reminder.key for reminder in found], now)
        except KhError as error:
            self.failed.emit(error)
            return []
        if found:
            self._items.update({reminder.entry.key: reminder for reminder in found})
            self.changed.emit()
        return found

    # --- the list

    def items(self) -> list[Reminder]:
        """What was reminded of and is still open, as it is now, the latest first."""
        if not self._items:
            return []
        today = self.clock().date()
        now = entries_by_key(agenda(self._session, today))
        found = []
        for reminder in self._items.values():
            entry = now.get(reminder.entry.key)
            if entry is not None and entry.open:
                found.append(replace(reminder, entry=entry, days_left=days_left(entry, today)))
        return sorted(found, key=lambda r: r.days_left)

    def snooze(self, reminder: Reminder, until: datetime) -> None:
        """Remind again later. KhError when it cannot be stored."""
        reminders.snooze(self._session, reminder.key, until)
        self._drop(reminder)

    def close(self, reminder: Reminder) -> None:
        """Never remind of it again. KhError when it cannot be stored."""
        reminders.close_reminder(self._session, reminder.key, self.clock().date())
        self._drop(reminder)

    def put_back(self, reminder: Reminder) -> None:
        """It was put off or closed by mistake: it is in the list again, as told."""
        now = self.clock()
        reminders.snooze(self._session, reminder.key, now)
        reminders.mark_shown(self._session, [reminder.key], now)
        self._items[reminder.entry.key] = reminder
        self.changed.emit()

    def _drop(self, reminder: Reminder) -> None:
        self._items.pop(reminder.entry.key, None)
        self.changed.emit()
