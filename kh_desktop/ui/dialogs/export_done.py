"""Đã ghi tệp: open it or the folder it is in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kh_desktop.ui.dialogs.base import Sheet
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import icon_label, muted, plain_button, text_label


class ExportDone(Sheet):
    """Says what was written and where."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(tr("Đã ghi tệp"), parent=parent)
        self._path = path
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(icon_label("check", 22, "done"))
        row.addWidget(text_label(path.name), 1)
        self.body.addLayout(row)
        self.body.addWidget(muted(str(path.parent)))
        deed = self.add_deed(tr("Mở tệp"), enter=False)
        deed.clicked.connect(lambda _checked=False: self.open_path(self._path))
        folder = plain_button(tr("Mở thư mục"), parent=self)
        folder.clicked.connect(lambda _checked=False: self.open_path(self._path.parent))
        self.buttons.addWidget(folder)
        self.add_close(tr("Đóng"), safe=True)

    def open_path(self, path: Path) -> None:
        """Open a file or folder with the system's program."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
