"""Clearing, copying, cutting and pasting blocks of cells."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QProgressDialog

from kh_desktop.domain.clip.block import Block
from kh_desktop.domain.errors import KhError
from kh_desktop.services.office import get_office
from kh_desktop.services.pasting import PastePlan, Place, apply_paste, usual_mode
from kh_desktop.services.unit_book import unknown_units
from kh_desktop.ui.errors import error_sentence
from kh_desktop.ui.grid import block as blocks
from kh_desktop.ui.grid.clip_reading import OWN, clipboard_block, progress_dialog
from kh_desktop.ui.grid.copying import Copied, copied
from kh_desktop.ui.grid.host import Host
from kh_desktop.ui.grid.paste_dialog import Draft, ask_paste
from kh_desktop.ui.grid.rows import GridRow
from kh_desktop.ui.i18n import tr

# Rows from which on writing takes long enough to show it.
_MANY = 1_000
_REPAINT = 0.05


class ClipActions:
    """Each method is one command of the grid and at most one undo step. ``ask`` shows what a paste will change and gives what the person
    chose, None for nothing."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self.ask: Callable[[Draft, PastePlan], PastePlan | None] = lambda draft, first: ask_paste(draft, first, self._host.view)

    def clear(self) -> None:
        """Empty the selected cells."""
        cells = self._host.selection.cells()
        if self._host.begin():
            self._host.carry_out(blocks.fill(cells, ""), "task.clear")

    def copy(self) -> None:
        """The selected cells to the clipboard: a formatted table for Word and Excel, and tab-separated text."""
        self._host.commit()
        found = self._selected()
        if found is None:
            return
        data = QMimeData()
        data.setText(found.text())
        html = found.html(header=self._host.selection.is_whole_rows())
        if html:
            data.setHtml(html)
            data.setData(OWN, found.html(header=False).encode("utf-8"))
        QApplication.clipboard().setMimeData(data)

    def _selected(self) -> Copied | None:
        box = self._host.selection.block()
        if box is None:
            return None
        _, left, _, right = box
        model = self._host.model
        rows = sorted({row for row, _ in self._host.selection.places()})
        return copied([(row, model.rows[row]) for row in rows], model.columns[left : right + 1], left)

    def cut(self) -> None:
        """Copy, then empty the cells."""
        self.copy()
        self.clear()

    def paste(self) -> None:
        """The clipboard into the cells from the current one on; a single text fills every selected cell. What is more than filling empty
        cells is shown first."""
        found = self._read()
        if found is None or not self._host.begin():
            return
        if found.single is not None and self._host.current_row() is not None:
            self._host.carry_out(blocks.fill(self._host.selection.cells(), found.single), "task.paste")
            return
        draft = self._draft(found)
        if draft is not None:
            first = draft.paste(usual_mode(draft.plan, found, at=draft.at, columns=draft.columns))
            self._carry_out(draft, first if first.simple else self.ask(draft, first))

    def paste_rows(self) -> None:
        """The clipboard as new rows below the current row; asked about only where not all of it is clear."""
        found = self._read()
        draft = self._draft(found) if found is not None and self._host.begin() else None
        if draft is not None:
            first = draft.paste("below")
            clear = not (first.table.headers or first.table.groups or first.notes)
            self._carry_out(draft, first if clear else self.ask(draft, first))

    def _read(self) -> Block | None:
        """What is on the clipboard; why it cannot be pasted is said in words."""
        try:
            return clipboard_block(self._host.view)
        except KhError as error:
            self._host.commands.failed.emit(error_sentence(error))
            return None

    def _draft(self, found: Block) -> Draft | None:
        plan, row, model = self._host.plan(), self._host.current_row(), self._host.model
        if plan is None:
            return None
        column = self._host.view.currentIndex().column()
        key = model.keys[column] if row is not None and 0 <= column < len(model.keys) else "content"
        at, order = Place(key=key), None
        if row is not None:
            at = Place(row.group_id, -1 if row.kind == "group" else row.place, key)
            order = tuple(other.id for other in model.rows[model.row_of(row.key) :] if other.kind == "task")
        return Draft(plan, found, at, order, model.columns, get_office(self._host.commands.session).units)

    def _carry_out(self, draft: Draft, paste: PastePlan | None) -> None:
        if paste is None or not paste:
            return
        progress = _Writing(self._host) if paste.count >= _MANY else None
        known = {row.key for row in self._host.model.all_rows}
        try:
            session = self._host.commands.session
            done = self._host.commands.attempt(lambda: apply_paste(session, draft.plan.id, paste, progress))
            if done:
                self._host.done()
        finally:
            if progress is not None:
                progress.end()
        if done:
            self._show_new([row for row in self._host.model.all_rows if row.key not in known], paste.added)
            self._host.units_line.tell(unknown_units(session, paste.units))

    def _show_new(self, rows: list[GridRow], tasks: int) -> None:
        """Go to the pasted rows, also where a closed group or the filter would hide the first one."""
        if not rows:
            return
        host = self._host
        column = max(host.view.currentIndex().column(), 0)
        host.model.reveal(rows[0].key)
        host.selection.select_again([row.key for row in rows], column, whole=True)
        host.footer.say(tr("Đã dán {count} dòng.", count=tasks or len(rows)), undo=True)


class _Writing:
    """A progress bar painted while rows are written. No events run meanwhile: a transaction is open."""

    def __init__(self, host: Host) -> None:
        self._dialog: QProgressDialog = progress_dialog(host.view, tr("Đang ghi vào sổ"), "")
        self._last = time.monotonic()

    def __call__(self, done: int, of: int) -> None:
        if time.monotonic() - self._last > _REPAINT:
            self._last = time.monotonic()
            self._dialog.setValue(min(99, done * 100 // max(of, 1)))
            self._dialog.repaint()

    def end(self) -> None:
        """Take it away."""
        self._dialog.close()
        self._dialog.deleteLater()
