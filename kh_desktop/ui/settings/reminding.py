"""Cài đặt, Nhắc việc: how many days before, staying beside the clock, starting with Windows."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from kh_desktop.services import reminders
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.ui.autostart import Autostart
from kh_desktop.ui.due_words import days_from_text, text_from_days
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.settings_store import SettingsStore
from kh_desktop.ui.widgets import Field, FormTable, muted

_NONE = N_("để trống: không nhắc")
FIELDS = (
    Field("due", N_("Việc có ngày"), placeholder=_NONE, width=240),
    Field("window", N_("Việc làm trong một khoảng"), placeholder=_NONE, width=240),
    Field("occurrence", N_("Việc định kỳ"), placeholder=_NONE, width=240),
    Field("check", N_("Việc thường xuyên"), placeholder=_NONE, width=240),
    Field("report", N_("Báo cáo của cơ quan"), placeholder=_NONE, width=240),
)


class RemindingPart(QWidget):
    """The office's days before each kind of deadline (undoable), and two choices of this person on this PC."""

    def __init__(
        self,
        session: Session,
        settings: SettingsStore,
        *,
        has_tray: bool,
        autostart: Autostart | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self.autostart = autostart or Autostart()
        self.form = FormTable(FIELDS)
        self.form.committed.connect(self._commit)
        self.form.set_read_only(session.read_only)
        self.tray = QCheckBox(tr("Khi đóng cửa sổ, chương trình ở lại cạnh đồng hồ để nhắc việc"))
        self.tray.setChecked(settings.state.keep_in_tray)
        self.tray.toggled.connect(lambda on: settings.update(keep_in_tray=on))
        self.tray.setVisible(has_tray)
        self.start = QCheckBox(tr("Mở chương trình khi khởi động Windows"))
        self.start.setChecked(self.autostart.is_on)
        self.start.toggled.connect(self._start)
        self.start.setVisible(self.autostart.is_possible)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(muted(tr("Nhắc trước bao nhiêu ngày, cách nhau bằng dấu phẩy. Đúng ngày và khi quá hạn cũng được nhắc một lần.")))
        layout.addWidget(self.form)
        layout.addWidget(self.tray)
        layout.addWidget(self.start)
        self.show_days()

    def on_changes(self, changes: ChangeSet) -> None:
        """Days may have been undone."""
        if "setting" in changes.kinds:
            self.show_days()

    def show_days(self) -> None:
        """The days as they are stored."""
        chosen = reminders.offsets(self._session)
        for field in FIELDS:
            self.form.set_values({field.key: text_from_days(chosen[field.key])})
            self.form.set_note(field.key, "")

    @guarded
    def _commit(self, key: str, text: str) -> None:
        days = days_from_text(text)
        if days is None or any(day > reminders.MOST_DAYS for day in days):
            most = reminders.MOST_DAYS
            self.form.set_note(key, tr("Hãy ghi các số ngày từ 0 đến {most}, ví dụ 15, 7, 3, 1. Số cũ vẫn được giữ.", most=most))
            return
        reminders.set_offsets(self._session, key, None if tuple(sorted(set(days), reverse=True)) == reminders.DEFAULT else days)
        self.show_days()

    def _start(self, on: bool) -> None:
        if not self.autostart.set_on(on):
            self.start.blockSignals(True)
            self.start.setChecked(self.autostart.is_on)
            self.start.blockSignals(False)
