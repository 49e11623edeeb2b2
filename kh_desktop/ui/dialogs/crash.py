"""The dialog after a fault of the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.dialogs.base import Sheet
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import TextReader, plain_button


class CrashDialog(Sheet):
    """Continue (accepted) or close the program (rejected by its button only); the report can be copied."""

    def __init__(self, report: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Chương trình gặp lỗi ngoài dự kiến"),
            tr("Những gì đã lưu vẫn còn nguyên trong sổ. Có thể làm tiếp; nếu lỗi lặp lại, hãy đóng chương trình rồi mở lại."),
            width=600,
            parent=parent,
        )
        self.closing = False
        reader = TextReader(tr("Báo cáo lỗi"), self)
        reader.show_plain(report)
        reader.setMinimumHeight(round(170 * theme.font_scale()))
        self.body.addWidget(reader, 1)
        self._report, self._folder = report, folder
        copy = plain_button(tr("Sao chép báo cáo"), "copy", self)
        copy.clicked.connect(lambda _checked=False: self.copy())
        self.buttons.insertWidget(0, copy)
        show = plain_button(tr("Mở thư mục báo cáo"), parent=self)
        show.clicked.connect(lambda _checked=False: self.open_folder())
        self.buttons.insertWidget(1, show)
        self.add_deed(tr("Làm tiếp"))
        leave = plain_button(tr("Đóng chương trình"), parent=self)
        leave.clicked.connect(lambda _checked=False: self._close_program())
        self.buttons.addWidget(leave)

    def copy(self) -> None:
        """The report to the clipboard."""
        QGuiApplication.clipboard().setText(self._report)

    def open_folder(self) -> None:
        """Where all reports are."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _close_program(self) -> None:
        self.closing = True
        self.reject()
