"""Restoring a backup: which one, and what happens to the present file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QListWidget, QWidget

from kh_desktop.services.backups import Backup
from kh_desktop.ui import theme
from kh_desktop.ui.dialogs.base import Sheet
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.words import backup_words


class RestoreDialog(Sheet):
    """Choose a backup; the deed is named, Enter does not do it."""

    def __init__(self, backups: Sequence[Backup], chosen: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Phục hồi bản sao lưu"),
            tr("Sổ trở về như lúc sao lưu. Sổ hiện nay không mất: nó được cất sang một tệp bên cạnh."),
            width=520,
            parent=parent,
        )
        self._backups = list(backups)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Các bản sao lưu"))
        self.list.setProperty("kind", "roomy")
        self.list.setMinimumHeight(round(180 * theme.font_scale()))
        for backup in self._backups:
            self.list.addItem(backup_words(backup))
        self.list.setCurrentRow(chosen)
        self.body.addWidget(self.list, 1)
        self.add_deed(tr("Phục hồi bản này"), danger=True, enter=False)
        self.add_close(safe=True)

    def backup(self) -> Backup:
        """The backup chosen."""
        return self._backups[max(0, self.list.currentRow())]
