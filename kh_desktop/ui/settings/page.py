"""Cài đặt: the office, how the window looks, backups, where the workspace is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kh_desktop.services import backups
from kh_desktop.services.office import get_office
from kh_desktop.services.places import SAMPLE_NAME, is_carried
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.settings.reminding import RemindingPart
from kh_desktop.ui.settings.reporting import ReportingPart
from kh_desktop.ui.settings.workdays import WorkdaysPart
from kh_desktop.ui.settings_store import SettingsStore
from kh_desktop.ui.widgets import Banner, Field, FormTable, card, clear_layout, heading, muted, plain_button, scroll_page, text_label
from kh_desktop.ui.widgets.flow import FlowLayout
from kh_desktop.ui.words import backup_words

LOOK_FIELDS = (
    Field("language", N_("Ngôn ngữ"), "choice", choices=(("vi", "Tiếng Việt"), ("en", "English")), width=240),
    Field(
        "theme", N_("Nền"), "choice", choices=(("system", N_("Theo máy")), ("light", N_("Sáng")), ("dark", N_("Tối"))), width=240
    ),
    Field("scale", N_("Cỡ chữ"), "choice", choices=(("100", "100 %"), ("110", "110 %"), ("125", "125 %"), ("150", "150 %")), width=240),
)
SHOWN_BACKUPS = 5


class SettingsPage(QWidget):
    """``go("office")``, ``run_action(command)``, ``look_changed()``, ``restore_wanted(place in the list)``."""

    go = Signal(str)
    run_action = Signal(str)
    look_changed = Signal()
    restore_wanted = Signal(int)

    def __init__(
        self,
        session: Session,
        settings: SettingsStore,
        parent: QWidget | None = None,
        *,
        today: date | None = None,
        has_tray: bool = False,
    ) -> None:
        super().__init__(parent)
        self.page_id, self.title = "settings", tr("Cài đặt")
        self.setAccessibleName(self.title)
        self._session, self._settings = session, settings
        layout = scroll_page(self, width=780)
        layout.addWidget(heading(self.title))
        self._office = QVBoxLayout()
        self._backups = QVBoxLayout()
        self._backups.setSpacing(6)
        self.look = FormTable(LOOK_FIELDS)
        state = settings.state
        self.look.set_values({"language": state.language, "theme": state.theme, "scale": str(state.scale)})
        self.look.committed.connect(self._look)
        self._add_part(layout, tr("Cơ quan"), self._office)
        self._add_part(layout, tr("Giao diện"), self.look)
        self.reminding = RemindingPart(session, settings, has_tray=has_tray)
        self.workdays = WorkdaysPart(session, (today or date.today()).year)
        self.reporting = ReportingPart(session)
        self._add_part(layout, tr("Nhắc việc"), self.reminding)
        self._add_part(layout, tr("Ngày làm việc"), self.workdays)
        self._add_part(layout, tr("Kỳ báo cáo"), self.reporting)
        self._add_part(layout, tr("Sao lưu"), self._backups)
        self._add_part(layout, tr("Sổ kế hoạch"), self._workspace_part())
        layout.addStretch(1)

    def _add_part(self, layout: QVBoxLayout, title: str, part: QWidget | QVBoxLayout) -> None:
        frame, inner = card()
        inner.addWidget(heading(title, 2))
        if isinstance(part, QWidget):
            inner.addWidget(part)
        else:
            inner.addLayout(part)
        layout.addWidget(frame)

    def on_shown(self) -> None:
        """Office and backups as they are now."""
        self._show_office()
        self._show_backups()

    def on_changes(self, changes: ChangeSet) -> None:
        """The office may have another name, a choice may have been taken back."""
        if "office" in changes.kinds:
            self._show_office()
        for part in (self.reminding, self.workdays, self.reporting):
            part.on_changes(changes)

    def _show_office(self) -> None:
        clear_layout(self._office)
        office = get_office(self._session)
        row = QHBoxLayout()
        name = office.agency.full_name if office.agency.name else tr("Chưa khai báo")
        row.addWidget(text_label(name), 1)
        button = plain_button(tr("Sửa thông tin cơ quan"), "building")
        button.clicked.connect(lambda _checked=False: self.go.emit("office"))
        row.addWidget(button)
        self._office.addLayout(row)

    def _show_backups(self) -> None:
        clear_layout(self._backups)
        self._backups.addWidget(muted(tr("Tự sao lưu mỗi nửa giờ khi có thay đổi và khi đóng chương trình. Mỗi bản đều được kiểm tra.")))
        found = backups.list_backups(self._session.path)
        for entry in found[:SHOWN_BACKUPS]:
            self._backups.addWidget(text_label(backup_words(entry)))
        if not found:
            self._backups.addWidget(text_label(tr("Chưa có bản sao lưu nào.")))
        row = QHBoxLayout()
        now = plain_button(tr("Sao lưu ngay"), "database")
        now.clicked.connect(lambda _checked=False: self._back_up())
        now.setEnabled(not self._session.read_only)
        restore = plain_button(tr("Phục hồi…"), "history")
        restore.setEnabled(bool(found) and not self._session.read_only)
        restore.clicked.connect(lambda _checked=False: self.restore_wanted.emit(0))
        row.addWidget(now)
        row.addWidget(restore)
        row.addStretch(1)
        self._backups.addLayout(row)

    def _workspace_part(self) -> QVBoxLayout:
        part = QVBoxLayout()
        part.addWidget(text_label(str(self._session.path)))
        if is_carried(self._session.path):
            part.addWidget(muted(tr("Chế độ mang theo (USB): sổ, bản sao lưu và cài đặt đều ở trong thư mục của chương trình.")))
        elif self._session.journal != "wal":
            part.addWidget(muted(tr("Sổ ở ổ mạng, ổ rời hoặc thư mục đồng bộ: ghi chậm hơn một chút để không hỏng dữ liệu.")))
        self._check = Banner("", "done")
        self._check.hide()
        part.addWidget(self._check)
        row = FlowLayout(spacing=8)
        for words, name, run in (
            (tr("Mở thư mục"), "folder", self._open_folder),
            (tr("Mở sổ khác…"), "open", lambda: self.run_action.emit("open_workspace")),
            (tr("Chuyển sang nơi khác…"), "next", lambda: self.run_action.emit("move_workspace")),
            (tr("Kiểm tra sổ"), "check", self.check_workspace),
        ):
            button = plain_button(words, name)
            button.clicked.connect(lambda _checked=False, act=run: act())
            button.setEnabled(name != "next" or self._can_move())
            row.addWidget(button)
        part.addLayout(row)
        return part

    def _can_move(self) -> bool:
        return not self._session.read_only and self._session.path.stem != SAMPLE_NAME

    def _look(self, key: str, value: str) -> None:
        self._settings.update(**{key: int(value) if key == "scale" else value})
        self.look_changed.emit()

    def _back_up(self) -> None:
        self.run_action.emit("backup")
        self._show_backups()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._session.path.parent)))

    @guarded
    def check_workspace(self) -> None:
        """Read the whole file and say what is wrong with it."""
        findings = backups.doctor(self._session.path)
        if findings:
            self._check.show_message("\n".join(findings), "warning")
        else:
            self._check.show_message(tr("Sổ còn nguyên vẹn."), "done")
