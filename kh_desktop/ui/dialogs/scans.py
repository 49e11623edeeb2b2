"""Bản đã ký, tệp gốc: the scanned files kept with a plan and the file it was read from, each with its checksum."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kh_desktop.domain.file_names import safe_file_name
from kh_desktop.services import attachments
from kh_desktop.services.attachments import Attachment
from kh_desktop.services.places import scratch_folder
from kh_desktop.services.session import Session
from kh_desktop.ui.dialogs.base import Sheet, ask
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.icons import icon
from kh_desktop.ui.widgets import card, clear_layout, icon_label, muted, plain_button, quiet_button, text_label
from kh_desktop.ui.words import moment_of_iso, size_words

ORIGINAL = "original"
KINDS = ("scan", ORIGINAL)


class ScansDialog(Sheet):
    """Attach, open, save a copy, take away."""

    def __init__(self, session: Session, plan_id: int, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Bản đã ký, tệp gốc"),
            tr("Tệp quét (PDF) của bản đã ký và tệp gốc đã đọc vào sổ. Mã kiểm tra cho biết tệp còn nguyên vẹn."),
            width=620,
            parent=parent,
        )
        self._session, self._plan_id = session, plan_id
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.body.addLayout(self._rows)
        add = plain_button(tr("Gắn tệp…"), "attach", self)
        add.clicked.connect(lambda _checked=False: self.attach())
        add.setEnabled(not session.read_only)
        self.buttons.insertWidget(0, add)
        self.add_close(tr("Đóng"), safe=True)
        self.refresh()

    def refresh(self) -> None:
        """List the files again."""
        clear_layout(self._rows)
        found = attachments.attachments(self._session, self._plan_id)
        for entry in found:
            if entry.kind in KINDS:
                self._rows.addWidget(self._row(entry))
        if all(entry.kind != "scan" for entry in found):
            self._rows.addWidget(text_label(tr("Chưa có bản quét nào.")))

    def _row(self, entry: Attachment) -> QFrame:
        frame, layout = card(self)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(icon_label("attach", 18))
        top.addWidget(text_label(tr("Tệp gốc: {name}", name=entry.name) if entry.kind == ORIGINAL else entry.name), 1)
        for name, words, run in (
            ("eye", tr("Mở"), self.open_file),
            ("save", tr("Lưu bản sao…"), self.save_copy),
            ("trash", tr("Gỡ…"), self.remove),
        ):
            if name == "trash" and entry.kind == ORIGINAL:
                continue  # it shows what the plan was read from, and goes with the plan
            button = quiet_button(words, parent=frame)
            button.setIcon(icon(name, "link"))
            button.clicked.connect(lambda _checked=False, act=run: act(entry))
            button.setEnabled(name != "trash" or not self._session.read_only)
            top.addWidget(button)
        layout.addLayout(top)
        size, day = size_words(entry.size), moment_of_iso(entry.added)
        line = muted(tr("{size} · gắn lúc {day} · mã kiểm tra SHA-256 {sum}…", size=size, day=day, sum=entry.sha256[:16]))
        line.setToolTip(entry.sha256)
        layout.addWidget(line)
        return frame

    @guarded
    def attach(self) -> None:
        """Choose a file and keep it in the workspace."""
        kinds = tr("Bản quét") + " (*.pdf)"
        name, _kind = QFileDialog.getOpenFileName(self, tr("Chọn bản quét"), "", kinds)
        if name:
            attachments.attach_scan(self._session, self._plan_id, Path(name))
            self.refresh()

    @guarded
    def open_file(self, entry: Attachment) -> None:
        """Open a copy with the program the system uses for it."""
        folder = scratch_folder()
        path = attachments.save_attachment(self._session, entry.id, folder)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    @guarded
    def save_copy(self, entry: Attachment) -> None:
        """Write the file somewhere else."""
        name, _kind = QFileDialog.getSaveFileName(self, tr("Lưu bản sao"), safe_file_name(entry.name))
        if name:
            attachments.save_attachment(self._session, entry.id, Path(name))

    @guarded
    def remove(self, entry: Attachment) -> None:
        """Take the file away (undo brings it back)."""
        if ask(tr("Gỡ tệp “{name}”?", name=entry.name), tr("Hoàn tác được bằng Ctrl+Z."), tr("Gỡ tệp"), danger=True, parent=self):
            attachments.remove_attachment(self._session, entry.id)
            self.refresh()
