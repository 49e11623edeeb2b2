"""Adding, moving and removing rows, and the two dialogs of the grid."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox

from kh_desktop.services.office import get_office
from kh_desktop.ui.grid.columns_dialog import ColumnsDialog
from kh_desktop.ui.grid.library_dialog import LibraryDialog
from kh_desktop.ui.grid.rows import GridRow
from kh_desktop.ui.grid.structure_actions import StructureActions
from kh_desktop.ui.i18n import tr


class RowActions(StructureActions):
    """Each method is one command of the grid and at most one undo step."""

    def add_group(self) -> None:
        """A new group below the current one, open for typing."""
        if self._host.begin():
            self._open_new(self._host.commands.add_group(self._host.model, self._host.view.currentIndex().row()), "title")

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
        return [row for row in self._host.model.all_rows if row.key in keys or (row.kind == "task" and row.group_id in groups)]

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

    def library(self) -> None:
        """Choose from the task library and add what was ticked."""
        plan = self._host.plan()
        if not self._host.begin() or plan is None:
            return
        dialog = LibraryDialog(plan, self._host.view, office=get_office(self._host.commands.session))
        if dialog.exec() and dialog.keys():
            self.add_from_library(dialog.keys())
        dialog.deleteLater()

    def add_from_library(self, keys: list[str]) -> None:
        """Add tasks of the library by key, one step, and show the first."""
        before = {row.key for row in self._host.model.all_rows}
        if self._host.commands.add_from_library(self._host.model.plan_id, keys):
            self._host.done()
            new = [row.key for row in self._host.model.all_rows if row.key not in before]
            if new and self._host.model.reveal(new[0]):
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
