"""Nhắc việc: what a person is reminded of, late things first. A page, not a dialog: one may just go elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kh_desktop.domain.schedule import Entry
from kh_desktop.services.reminders import Reminder
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.ui.due_deeds import finish
from kh_desktop.ui.due_words import LOOKS, day_words, entry_name, group_of_entry
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.reminders.desk import ReminderDesk, later_time, morning_of
from kh_desktop.ui.reminders.line import ReminderLine
from kh_desktop.ui.widgets import EmptyState, SaidLine, card, clear_layout, heading, icon_label, muted, quiet_button, rule, scroll_page
from kh_desktop.ui.words import moment_words

GROUPS: tuple[tuple[str, str], ...] = (
    ("late", N_("Quá hạn")),
    ("today", N_("Hôm nay")),
    ("soon", N_("Sắp đến hạn")),
    ("ongoing", N_("Thường xuyên, xem lại quý này")),
)
MOST_IN_GROUP = 8


class RemindersPage(QWidget):
    """``open_entry(Entry)``, ``go(page)``, ``run_action(command)``."""

    open_entry = Signal(object)
    go = Signal(str)
    run_action = Signal(str)

    def __init__(self, session: Session, desk: ReminderDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page_id, self.title = "reminders", tr("Nhắc việc")
        self.setAccessibleName(self.title)
        self._session, self._desk = session, desk
        self._stale = True
        layout = scroll_page(self, width=960)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(heading(self.title))
        self._date = muted("")
        self._date.setWordWrap(False)
        top.addWidget(self._date)
        top.addStretch(1)
        home = quiet_button(tr("Về Tổng quan"), "home")
        home.clicked.connect(lambda _checked=False: self.go.emit("home"))
        top.addWidget(home)
        layout.addLayout(top)
        self._back: Callable[[], object] = lambda: None
        self.said = SaidLine(self._undo)
        layout.addWidget(self.said)
        self._list = card()
        layout.addWidget(self._list[0])
        self._empty = self._empty_state()
        layout.addWidget(self._empty)
        layout.addStretch(1)
        desk.changed.connect(self._outdated)

    def on_shown(self) -> None:
        """Bring the list up to date when one turns to it."""
        self._build()

    def on_changes(self, changes: ChangeSet) -> None:
        """Somebody may have finished, moved or renamed what is listed here."""
        self.said.hide()
        self._outdated()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """On another page one has forgotten what was said here."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.said.hide()

    def on_new_day(self) -> None:
        """How late things are is said anew."""
        self._outdated()

    def lines(self) -> list[ReminderLine]:
        """The lines shown now."""
        return [line for line in self._list[0].findChildren(ReminderLine) if not line.isHidden()]

    def _empty_state(self) -> EmptyState:
        text = tr("Khi có việc sắp đến hạn hoặc quá hạn, chương trình nhắc một lần ở đây.")
        return EmptyState("bell", tr("Không còn việc nào phải nhắc"), text, [(tr("Về Tổng quan"), lambda: self.go.emit("home"))])

    def _outdated(self) -> None:
        self._stale = True
        if self.isVisible():
            self._build()

    def _build(self) -> None:
        if not self._stale:
            return
        self._stale = False
        today = self._desk.clock().date()
        self._date.setText(day_words(today.isoformat()))
        clear_layout(self._list[1])
        items = self._desk.items()
        self._list[0].setVisible(bool(items))
        self._empty.setVisible(not items)
        for name, title in GROUPS:
            self._add_group(name, tr(title), [r for r in items if group_of_entry(r.entry, r.days_left) == name], today)

    def _add_group(self, name: str, title: str, found: list[Reminder], today: date) -> None:
        layout, look = self._list[1], LOOKS[name]
        if not found:
            return
        if layout.count():
            layout.addSpacing(8)
            layout.addWidget(rule())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(icon_label(look.icon, 18, look.token))
        words = heading(f"{title}: {len(found)}", 2)
        words.setWordWrap(False)
        row.addWidget(words)
        row.addStretch(1)
        layout.addLayout(row)
        for reminder in found[:MOST_IN_GROUP]:
            layout.addWidget(self._line(reminder, today))
        if len(found) > MOST_IN_GROUP:
            layout.addWidget(muted(tr("và {count} việc khác, xem ở Tổng quan", count=len(found) - MOST_IN_GROUP)))

    def _line(self, reminder: Reminder, today: date) -> ReminderLine:
        line = ReminderLine(reminder, today, can_write=not self._session.read_only)
        line.done_wanted.connect(lambda: self._finish(reminder))
        line.open_wanted.connect(lambda: self._open(reminder.entry))
        line.later_wanted.connect(lambda choice: self._snooze(reminder, later_time(choice, self._desk.clock())))
        line.day_wanted.connect(lambda day: self._snooze(reminder, morning_of(date.fromisoformat(day))))
        line.never_wanted.connect(lambda: self._never(reminder))
        return line

    # --- doing

    def _open(self, entry: Entry) -> None:
        self.open_entry.emit(entry)

    @guarded
    def _finish(self, reminder: Reminder) -> None:
        before = self._session.newest_step
        words = finish(self._session, reminder.entry, self._desk.clock().date())
        step = self._session.newest_step
        self._say(words, (lambda: self._take_back(step)) if step is not before else None)

    def _take_back(self, step: object) -> None:
        """Only what was said is taken back, never a newer step."""
        if step is self._session.newest_step:
            self.run_action.emit("undo")
        self.said.hide()

    @guarded
    def _snooze(self, reminder: Reminder, until: datetime) -> None:
        self._desk.snooze(reminder, until)
        words = tr("Sẽ nhắc lại lúc {time}: {name}", time=moment_words(until), name=entry_name(reminder.entry))
        self._say(words, lambda: self._put_back(reminder))

    @guarded
    def _never(self, reminder: Reminder) -> None:
        self._desk.close(reminder)
        words = tr("Không nhắc nữa, việc vẫn ở Tổng quan và Lịch: {name}", name=entry_name(reminder.entry))
        self._say(words, lambda: self._put_back(reminder))

    @guarded
    def _put_back(self, reminder: Reminder) -> None:
        self.said.hide()
        self._desk.put_back(reminder)

    def _say(self, text: str, back: Callable[[], object] | None) -> None:
        self._back = back or (lambda: None)
        self.said.show_words(text, undo=back is not None)

    def _undo(self) -> None:
        self._back()
