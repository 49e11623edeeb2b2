"""Số liệu: files are dropped or chosen, read, looked at, taken into the period; the list of files taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from kh_desktop.services import figures, periods
from kh_desktop.services.figure_files import FigureTable, known
from kh_desktop.services.session import Session
from kh_desktop.ui.background import Job
from kh_desktop.ui.errors import guarded, show_error
from kh_desktop.ui.i18n import say, tr
from kh_desktop.ui.period_words import period_words
from kh_desktop.ui.reports import keys
from kh_desktop.ui.reports.file_table import FileTable
from kh_desktop.ui.reports.reading import Found, read_files
from kh_desktop.ui.reports.step import ReportStep
from kh_desktop.ui.reports.take_dialog import TakeDialog
from kh_desktop.ui.widgets import Banner, EmptyState, SaidLine, muted, plain_button, quiet_button

_SHOW_PROGRESS_MS = 600
FILES = "(*.xlsx *.xlsm *.xls *.csv *.html *.htm)"


class FiguresStep(ReportStep):
    """``take_files`` does everything from the files to the figures."""

    def __init__(self, session: Session, clock: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(session, clock, parent)
        self._job = Job(self)
        self.take = plain_button(tr("Nhập tệp số liệu…"), "import")
        self.take.setToolTip(keys.TAKE_KEY)
        self.remove = quiet_button(tr("Bỏ tệp này"), "trash")
        self.missing = muted("")
        self.missing.setAccessibleName(tr("Còn thiếu"))
        self.note = Banner("", "info", closable=True, slim=True, parent=self)
        self.note.hide()
        self.said = SaidLine(self._undo, self)
        self.table = FileTable(self)
        how = tr("Thả vào đây các tệp Excel do hệ thống một cửa xuất ra, mỗi hệ thống một tệp; nhiều tệp cùng lúc cũng được.")
        self.empty = EmptyState(
            "import", tr("Kỳ này chưa có số liệu"), f"{how} {tr('Không có tệp thì gõ thẳng số vào biểu.')}",
            [(tr("Nhập tệp số liệu…"), self.choose), (tr("Gõ thẳng vào biểu II.06a"), lambda: self.go_to_step.emit(1))],
        )  # fmt: skip
        self.typed = EmptyState(
            "table", tr("Số liệu của kỳ này được gõ thẳng vào biểu"), how,
            [(tr("Nhập tệp số liệu…"), self.choose), (tr("Xem biểu II.06a"), lambda: self.go_to_step.emit(1))],
        )  # fmt: skip
        self._build()
        self._connect()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.take)
        top.addWidget(self.remove)
        top.addWidget(self.missing, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.typed)
        self._stack.addWidget(self.table)
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 100)
        self._progress.setAccessibleName(tr("Đang đọc tệp"))
        self._stop = plain_button(tr("Dừng"))
        self._reading = QWidget(self)
        row = QHBoxLayout(self._reading)
        row.setContentsMargins(0, 0, 0, 0)
        self._reading_words = muted("")
        row.addWidget(self._reading_words)
        row.addWidget(self._progress, 1)
        row.addWidget(self._stop)
        self._reading.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._reading)
        column.addWidget(self.note)
        column.addWidget(self.said)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._late = QTimer(self, singleShot=True, interval=_SHOW_PROGRESS_MS)
        self._late.timeout.connect(self._show_progress)
        self._job.ready.connect(self._read)
        self._job.failed.connect(self._failed)
        self._job.moved.connect(lambda done: self._progress.setValue(round(done * 100)))
        self._stop.clicked.connect(self._cancel)
        self.take.clicked.connect(self.choose)
        self.remove.clicked.connect(self.remove_chosen)
        self.table.itemSelectionChanged.connect(self._enable)
        self.table.remove_wanted.connect(self.remove_chosen)

    # --- what is shown

    def load(self) -> None:
        files = figures.files(self.session, self.period)
        self.table.show_files(files)
        any_typed = not files and bool(figures.form_06a(self.session, self.period).lines)
        self._stack.setCurrentWidget(self.table if files else self.typed if any_typed else self.empty)
        self.take.setVisible(bool(files))
        self.remove.setVisible(bool(files))
        lacking = periods.missing(self.session, self.period, self.clock()) if files else ()
        self.missing.setText(tr("Còn thiếu: {what}", what=" ".join(say(m) for m in lacking)) if lacking else "")
        for button in (self.take, self.empty, self.typed):
            button.setEnabled(not self.session.read_only)
        self._enable()

    def show_period(self, period: str) -> None:
        if period != self.period:
            self.note.hide()
            self.said.hide()
        super().show_period(period)

    def _enable(self) -> None:
        self.remove.setEnabled(bool(self.table.chosen()) and not self.session.read_only)

    # --- taking files in

    def choose(self) -> None:
        """Ask which files, then take them."""
        if self.session.read_only:
            return
        names, _kind = QFileDialog.getOpenFileNames(self, tr("Nhập tệp số liệu"), "", f"{tr('Tệp số liệu')} {FILES}")
        if names:
            self.take_files([Path(name) for name in names])

    @guarded
    def take_files(self, paths: Sequence[Path]) -> None:
        """Read these files and show what was found; nothing is stored before a person says so."""
        if self.session.read_only or self._job.is_busy or not paths:
            return
        about, files = known(self.session), tuple(paths)
        self._reading_words.setText(tr("Đang đọc {count} tệp…", count=len(files)))
        self._progress.setValue(0)
        self._late.start()
        self._job.start(lambda progress: read_files(files, about, progress))

    @property
    def is_reading(self) -> bool:
        """Whether files are being read."""
        return self._job.is_busy

    def _show_progress(self) -> None:
        self._reading.setVisible(self._job.is_busy)

    def _cancel(self) -> None:
        self._job.stop()
        self._ended()
        self.status.emit(tr("Đã dừng đọc tệp. Chưa có gì thay đổi."))

    def _ended(self) -> None:
        self._late.stop()
        self._reading.hide()

    def _failed(self, error: object) -> None:
        self._ended()
        show_error(self, error)  # type: ignore[arg-type]

    def _read(self, result: object) -> None:
        self._ended()
        dialog = self.take_dialog(cast("list[Found]", result))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.store(dialog.chosen())
        dialog.deleteLater()

    def take_dialog(self, found: list[Found]) -> TakeDialog:
        """What was read, for a person to look at."""
        return TakeDialog(self.session, periods.period(self.session, self.period), found, self)

    @guarded
    def store(self, tables: Sequence[FigureTable]) -> None:
        """Take the tables into the period: one step."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            result = figures.import_figures(self.session, self.period, tables)
        finally:
            QApplication.restoreOverrideCursor()
        words = tr("Đã đưa {count} bảng vào {period}.", count=len(result.added), period=period_words(self.period))
        self.said.show_words(words, undo=True)
        notes = []
        if apart := [table.name for table in tables if not table.counted]:
            notes.append(tr("Không cộng vào biểu: {names}.", names=", ".join(dict.fromkeys(apart))))
        if skipped := sum(table.wrong_rows for table in tables if table.skip_errors):
            notes.append(tr("Đã bỏ {count} dòng sai.", count=skipped))
        if result.doubles:
            notes.append(tr("{count} hồ sơ đã có trong tệp khác, chỉ tính một lần.", count=len(result.doubles)))
        if result.same_kind:
            notes.append(tr("Kỳ này đã có tệp cùng kiểu ({names}); số liệu được cộng lại.", names=", ".join(result.same_kind)))
        self.note.set_text(" ".join(notes))

    @guarded
    def remove_chosen(self) -> None:
        """Take the chosen files out of the period, each one step."""
        if self.session.read_only:
            return
        for number, name in self.table.chosen():
            figures.remove_file(self.session, number)
            self.said.show_words(tr("Đã bỏ {name}.", name=name), undo=True)
        self.note.set_text("")

    @guarded
    def _undo(self) -> None:
        self.session.undo()
        self.said.hide()
        self.note.set_text("")
