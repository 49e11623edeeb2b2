"""Commands on the order and shape of rows: inserting, moving, levels, joined cells, filling from neighbours."""

from __future__ import annotations

from collections.abc import Callable

from kh_desktop.domain.task_rows import MERGEABLE
from kh_desktop.ui.grid.block import Changes
from kh_desktop.ui.grid.families import Move
from kh_desktop.ui.grid.filling import fill_down, fill_right
from kh_desktop.ui.grid.host import Host
from kh_desktop.ui.grid.rows import GridRow, RowKey
from kh_desktop.ui.i18n import tr

_JOINABLE = ("content", *MERGEABLE)  # joined contents: the row goes on with the task above


class StructureActions:
    """Each method is one command of the grid and at most one undo step."""

    def __init__(self, host: Host) -> None:
        self._host = host

    # --- rows

    def insert_above(self) -> None:
        """A new task above the current row, open for typing."""
        host = self._host
        if host.current_row() is None:
            self.add_task()
        elif host.begin():
            key = host.commands.insert_above(host.model, host.view.currentIndex().row())
            self._open_new(key, "content" if key is not None and key[0] == "task" else "title")

    def add_task(self) -> None:
        """A new task below the current row, open for typing."""
        if self._host.begin():
            self._open_new(self._host.commands.add_task(self._host.model, self._host.view.currentIndex().row()), "content")

    def _open_new(self, key: RowKey | None, field: str) -> None:
        if key is None:
            return
        self._host.done()
        self._host.model.reveal(key)
        self._host.view.go_to(self._host.model.row_of(key), field)
        self._host.view.setFocus()
        self._host.view.edit(self._host.view.currentIndex())

    def move_up(self) -> None:
        """The selected rows one place up."""
        self._move(-1)

    def move_down(self) -> None:
        """The selected rows one place down."""
        self._move(1)

    def _move(self, by: int) -> None:
        rows = self._host.selection.rows()

        def run() -> bool:
            plan = self._host.plan()
            return plan is not None and self._host.commands.move(plan, rows, by)

        self._on_rows(run)

    def relocate(self, move: Move) -> None:
        """Put tasks where they were dropped."""
        self._on_rows(lambda: self._host.commands.relocate(move))

    def move_group(self, group_id: int, to: int) -> None:
        """Put a group where it was dropped."""
        self._on_rows(lambda: self._host.commands.move_group(group_id, to))

    def _on_rows(self, run: Callable[[], bool]) -> None:
        """A command after which the same rows are still selected."""
        host = self._host
        keys, column = [row.key for row in host.selection.rows()], host.view.currentIndex().column()
        whole = host.selection.is_whole_rows()
        if host.begin() and run():
            host.done()
            host.selection.select_again(keys, column, whole=whole)

    # --- levels

    def indent(self) -> None:
        """The selected tasks a level down: 1 → 1.1 → bullet."""
        self._indent(1)

    def outdent(self) -> None:
        """The selected tasks a level up."""
        self._indent(-1)

    def _indent(self, by: int) -> None:
        if not self._host.begin():
            return
        rows = [row for row in self._host.selection.rows() if row.kind == "task" and not row.continues]
        first = next((row for row in rows if row.place > 0), None)
        if not rows:
            return
        if by > 0 and first is None:
            self._host.footer.say(tr("Nhiệm vụ đầu nhóm không có nhiệm vụ nào ở trên để làm việc con."))
            return
        ids = [row.id for row in rows if by < 0 or row.place > 0]
        self._on_rows(lambda: self._host.commands.indent(ids, by))

    # --- joined cells

    def merge(self) -> None:
        """Join the selected cells of each column."""
        self._merge(True)

    def unmerge(self) -> None:
        """Part the selected cells again."""
        self._merge(False)

    def _merge(self, on: bool) -> None:
        host = self._host
        if not host.begin():
            return
        cells = host.selection.joinable(_JOINABLE)
        rows: dict[int, GridRow] = {row.id: row for row, _ in cells}
        fields = [key for key in _JOINABLE if any(key == field for _, field in cells)]
        if not fields or len(rows) < 2:
            host.footer.say(tr("Hãy chọn các ô của một cột ở ít nhất hai dòng liền nhau."))
            return
        if not on:
            fields = [key for key in fields if any(key in row.covered for row in rows.values())]
        column = host.view.currentIndex().column()
        hides = on and any(len({row.texts.get(key, "") for row in rows.values()} - {""}) > 1 for key in fields)
        if fields and host.commands.merge(list(rows), fields, on):
            host.done()
            host.selection.select_again([row.key for row in rows.values()], column, whole=False)
            if hides:
                host.footer.say(tr("Ô gộp hiện và in chữ của dòng đầu; tách ra thì chữ các dòng kia lại hiện."), undo=True)

    # --- filling

    def fill_down(self) -> None:
        """Ctrl+D: the first selected cell of each column into the cells below it."""
        host, block = self._host, self._host.selection.block()
        if block is not None and host.begin():
            top, left, bottom, right = block
            changes = fill_down(host.model.rows, host.model.keys, top, bottom, range(left, right + 1))
            host.carry_out(changes, "task.fill_down")

    def fill_right(self) -> None:
        """Ctrl+R: the first selected cell of each row into the cells to its right."""
        host, block = self._host, self._host.selection.block()
        if block is not None and host.begin():
            top, left, bottom, right = block
            host.carry_out(fill_right(host.model.rows, host.model.keys, range(top, bottom + 1), left, right), "task.fill_right")

    def fill_dragged(self, changes: Changes) -> None:
        """What the fill handle was dragged over."""
        if self._host.begin():
            self._host.carry_out(changes, "task.fill_down")
