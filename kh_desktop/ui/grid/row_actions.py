"""Adding, moving and removing rows, and the two dialogs of the grid."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox

from kh_desktop.ui.grid.columns_dialog import ColumnsDialog
from kh_desktop.ui.grid.host import Host
from kh_desktop.ui.grid.library_dialog import LibraryDialog
from kh_desktop.ui.grid.rows import GridRow, RowKey
from kh_desktop.ui.i18n import tr


class RowActions:
    """Each method is one command of the grid and at most one undo step."""

    def __init__(self, host: Host) -> None:
        self._host = host

    def add_task(self) -> None:
        """A new task below the current row, open for typing."""
        if self._host.begin():
            self._open_new(self._host.commands.add_task(self._host.model, self._host.view.currentIndex().row()), "content")

    def add_group(self) -> None:
        """A new group below the current one, open for typing."""
        if self._host.begin():
            self._open_new(self._host.commands.add_group(self._host.model, self._host.view.currentIndex().row()), "title")

    def _open_new(self, key: RowKey | None, field: str) -> None:
        if key is None:
            return
        if self._host.model.row_of(key) < 0:
            self._host.done()
        self._host.view.go_to(self._host.model.row_of(key), field)
        self._host.view.setFocus()
        self._host.view.edit(self._host.view.currentIndex())

    def remove(self) -> None:
        """Remove the selected rows; a group with tasks only after a second, named click."""
        rows = self._host.selection.rows()
        if not self._host.begin() or not rows or not self._sure(rows):
            return
        count = sum(row.kind == "task" for row in self._with_tasks(rows))
        if self._host.commands.remove(rows):
            self._host.done()
            self._host.footer.say(tr("Đã xóa {count} nhiệm vụ.", count=count) if count else tr("Đã xóa nhóm."), undo=True)

    def _with_tasks(self, rows: list[GridRow]) -> list[GridRow]:
        groups = {row.id for row in rows if row.kind == "group"}
        keys = {row.key for row in rows}
        return [row for row in self._host.model.rows if row.key in keys or (row.kind == "task" and row.group_id in groups)]

    def _sure(self, rows: list[GridRow]) -> bool:
        host, extra = self._host, len(self._with_tasks(rows)) - len(rows)
        if not extra:
            return True
        words = tr("Nhóm được chọn còn {count} nhiệm vụ.", count=extra)
        box = QMessageBox(QMessageBox.Icon.Question, tr("Xóa nhóm"), words, parent=host.view)
        box.setInformativeText(tr("Xóa nhóm thì xóa cả các nhiệm vụ này. Hoàn tác được bằng Ctrl+Z."))
        go = box.addButton(tr("Xóa nhóm và {count} nhiệm vụ", count=extra), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(tr("Giữ lại"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.exec()
        return box.clickedButton() is go

    def move_up(self) -> None:
        """The selected rows one place up."""
        self._move(-1)

    def move_down(self) -> None:
        """The selected rows one place down."""
        self._move(1)

    def _move(self, by: int) -> None:
        rows = self._host.selection.rows()
        if self._host.begin() and self._host.commands.move(self._host.model, rows, by):
            self._host.done()
            self._host.view.scrollTo(self._host.view.currentIndex())

    def library(self) -> None:
        """Choose from the task library and add what was ticked."""
        plan = self._host.plan()
        if not self._host.begin() or plan is None:
            return
        dialog = LibraryDialog(plan, self._host.view)
        if dialog.exec() and dialog.keys():
            self.add_from_library(dialog.keys())
        dialog.deleteLater()

    def add_from_library(self, keys: list[str]) -> None:
        """Add tasks of the library by key, one step, and show the first."""
        before = {row.key for row in self._host.model.rows}
        if self._host.commands.add_from_library(self._host.model.plan_id, keys):
            self._host.done()
            new = [row.key for row in self._host.model.rows if row.key not in before]
            if new:
                self._host.view.go_to(self._host.model.row_of(new[0]), "content")

    def columns(self) -> None:
        """Choose and name the columns."""
        plan = self._host.plan()
        if not self._host.begin() or plan is None:
            return
        dialog = ColumnsDialog(plan.columns or self._host.model.columns, self._host.view)
        if dialog.exec():
            chosen = dialog.columns()
            self._host.commands.set_columns(self._host.model.plan_id, chosen)
            self._host.done()
        dialog.deleteLater()
