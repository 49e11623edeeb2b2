"""Reminding in the window: the list at start, a message beside the clock while running, and staying there when that is chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from textwrap import shorten
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.schedule import Entry
from kh_desktop.services.reminders import Reminder
from kh_desktop.services.session import Session
from kh_desktop.ui.due_words import days_left, due_words, entry_name
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.reminders.desk import ReminderDesk
from kh_desktop.ui.reminders.tray import Tray
from kh_desktop.ui.settings_store import SettingsStore
from kh_desktop.ui.widgets import Banner

LINES, NAME = 3, 70


class Host(Protocol):
    """What the window can do for this."""

    def show_page(self, page_id: str) -> None:
        """Turn to a page."""

    def open_due(self, item: object) -> None:
        """Open the task of an entry."""

    def add_banner(self, text: str, kind: str = "info", *, closable: bool = True) -> Banner:
        """A line under the header."""

    def come_up(self) -> None:
        """Show the window in front."""

    def leave(self) -> None:
        """Close the program."""

    def say(self, text: str) -> None:
        """A passing remark."""

    def tell_new_day(self) -> None:
        """The pages say anew what is late and what is soon."""


class Reminding(QObject):
    """``desk`` looks, this one tells."""

    def __init__(self, session: Session, settings: SettingsStore, clock: Callable[[], datetime], host: Host, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings, self._host = settings, host
        self.desk = ReminderDesk(session, clock, self)
        self.tray = Tray(self)
        self.banner: Banner | None = None
        self._news: list[Reminder] = []
        self._said_hidden = False
        self._unsubscribe = session.subscribe(lambda _changes: self._tidy())
        self.desk.news.connect(self.tell)
        self.desk.new_day.connect(host.tell_new_day)
        self.desk.failed.connect(self._failed)
        self.tray.open_wanted.connect(host.come_up)
        self.tray.list_wanted.connect(self.show_list)
        self.tray.quit_wanted.connect(host.leave)
        self.tray.message_clicked.connect(self.open_news)

    def start(self) -> None:
        """What was missed is the first page one sees; nothing missed, nothing said."""
        if self.desk.start():
            self._host.show_page("reminders")

    def stop(self) -> None:
        """Look no more, leave the tray."""
        self._unsubscribe()
        self.desk.stop()
        self.tray.remove()

    def show_list(self) -> None:
        """The window with the list of reminders."""
        self._host.come_up()
        self._host.show_page("reminders")

    def tell(self, found: list[Reminder]) -> None:
        """Tell of what came up: beside the clock, else on a line in the window."""
        self._news = found
        title, text = self.words(found)
        if not self.tray.show_message(title, text):
            self._show_banner(f"{title}: {text}" if len(found) == 1 else title)

    def words(self, found: list[Reminder]) -> tuple[str, str]:
        """Title and text of a message."""
        today = self.desk.clock().date()
        lines = [f"{shorten(entry_name(r.entry), NAME, placeholder=' …')}: {due_words(r.entry, days_left(r.entry, today))}" for r in found]
        if len(found) == 1:
            return tr("Nhắc việc"), lines[0]
        more = [tr("và {count} việc khác", count=len(lines) - LINES)] if len(lines) > LINES else []
        return tr("Nhắc {count} việc", count=len(found)), "\n".join([*lines[:LINES], *more])

    def open_news(self) -> None:
        """The task told of last; the list when there were several."""
        self._close_banner()
        if len(self._news) == 1:
            self._host.come_up()
            self._open(self._news[0].entry)
        else:
            self.show_list()

    def _open(self, entry: Entry) -> None:
        self._host.open_due(entry)

    def _show_banner(self, text: str) -> None:
        self._close_banner()
        self.banner = self._host.add_banner(text, "info")
        self.banner.add_action(tr("Xem"), self.open_news)

    def _tidy(self) -> None:
        """A line about what is done by now goes away."""
        if self.banner is not None and not {r.entry.key for r in self._news} & {r.entry.key for r in self.desk.items()}:
            self._close_banner()

    def _close_banner(self) -> None:
        if self.banner is not None:
            self.banner.hide()
            self.banner.deleteLater()
            self.banner = None

    def _failed(self, error: KhError) -> None:
        self._host.say(tr("Chưa xem được việc cần nhắc, sẽ thử lại"))

    # --- staying

    def stays(self) -> bool:
        """Whether closing the window leaves the program beside the clock: only when that was chosen, and not when the PC shuts down."""
        app = QGuiApplication.instance()
        shutting_down = isinstance(app, QGuiApplication) and app.isSavingSession()
        return self._settings.state.keep_in_tray and self.tray.is_there and not shutting_down

    def say_hidden(self) -> None:
        """Once, so that nobody wonders where the program went."""
        if not self._said_hidden:
            self._said_hidden = True
            self.tray.show_message(tr("KH Desktop vẫn chạy để nhắc việc"), tr("Mở lại bằng biểu tượng này; chọn Thoát để đóng hẳn."))
