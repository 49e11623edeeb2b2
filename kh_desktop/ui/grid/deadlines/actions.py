"""Mending, explaining and composing the deadline of a row: by key, menu, the panel beside the grid and the list of problems."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from kh_desktop.domain.deadlines.repair import Repair
from kh_desktop.domain.model import Plan
from kh_desktop.domain.schedule import plan_period
from kh_desktop.services import schedule
from kh_desktop.services.session import Session
from kh_desktop.services.tasks import task_number, update_task
from kh_desktop.ui.grid.commands import GridCommands
from kh_desktop.ui.grid.deadlines.composer_form import ComposerForm
from kh_desktop.ui.grid.deadlines.explain_form import ExplainForm, Explanation
from kh_desktop.ui.grid.deadlines.lines import Line
from kh_desktop.ui.grid.details import task_of
from kh_desktop.ui.grid.footer import GridFooter
from kh_desktop.ui.grid.model import GridModel
from kh_desktop.ui.grid.rows import GridRow
from kh_desktop.ui.grid.spans import head_place
from kh_desktop.ui.grid.view import GridView
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.icons import icon
from kh_desktop.ui.settings_store import SettingsStore

SOLVE_KEY, COMPOSE_KEY = "F7", "Shift+F7"


class DeadlineHost(Protocol):
    """The panel as these commands see it."""

    model: GridModel
    view: GridView
    commands: GridCommands
    footer: GridFooter

    def begin(self) -> bool:
        """Before a change of the plan: store typing; False when nothing may be changed."""

    def begin_following(self) -> bool:
        """Before a change that follows the work: False when the workspace cannot be written."""

    def done(self) -> None:
        """After a change: show it."""

    def plan(self) -> Plan | None:
        """The plan as shown."""

    def commit(self) -> None:
        """Store typing."""


class DeadlineActions(QObject):
    """``solve``: what the deadline of the current row needs; ``compose``: its phrase put together by clicking."""

    def __init__(self, host: DeadlineHost, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._host, self._session, self._window = host, session, parent
        self._settings: SettingsStore | None = None
        self.solve_action = self._action(tr("Sửa hoặc giải thích thời hạn"), SOLVE_KEY, lambda: self._with_row(self.solve))
        self.compose_action = self._action(tr("Soạn thời hạn"), COMPOSE_KEY, lambda: self._with_row(self.compose))
        self.lines = QAction(tr("Hiện cách hiểu thời hạn"), self)
        self.lines.setCheckable(True)
        self.lines.setChecked(True)
        self.lines.setToolTip(tr("Dòng chữ nhỏ dưới thời hạn, chỉ hiện trên màn hình, không in"))
        self.lines.triggered.connect(self._show_lines)

    def _action(self, name: str, keys: str, run: Callable[[], None]) -> QAction:
        action = QAction(icon("calendar", "text_muted"), name, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: run())
        self._host.view.addAction(action)
        return action

    # --- the lines

    def use(self, settings: SettingsStore | None) -> None:
        """Take over from ``settings`` whether the lines are shown, and keep it there."""
        self._settings = settings
        if settings is not None and self.lines.isChecked() != settings.state.deadline_lines:
            self.lines.setChecked(settings.state.deadline_lines)
            self._show_lines(settings.state.deadline_lines)

    def _show_lines(self, on: bool) -> None:
        self._host.commit()
        self._host.model.readings.on = on
        self._host.model.read_again()
        if self._settings is not None and self._settings.state.deadline_lines != on:
            self._settings.update(deadline_lines=on)

    # --- which row

    def current_row(self) -> GridRow | None:
        """The task whose deadline cell the user is at: the head of a joined cell."""
        model, row = self._host.model, self._host.view.currentIndex().row()
        if not 0 <= row < len(model.rows) or "deadline" not in model.keys or model.rows[row].kind != "task":
            return None
        return model.rows[head_place(model.rows, model.keys, row, model.keys.index("deadline"))[0]]

    def line_of(self, row: GridRow) -> Line | None:
        """What is known of the deadline of a row."""
        return self._host.model.readings.line(row.texts.get("deadline", ""), row.texts.get("meaning", ""))

    def repair_of(self, row: GridRow) -> Repair | None:
        """The proposal for a day that does not exist, where it may be taken."""
        line = self.line_of(row)
        return line.repair if line is not None and not self._host.model.read_only else None

    def _with_row(self, run: Callable[[GridRow], object]) -> None:
        self._host.commit()
        row = self.current_row()
        if row is None:
            self._host.footer.say(tr("Hãy chọn một nhiệm vụ có thời hạn."))
        else:
            run(row)

    def add_entries(self, menu: QMenu) -> None:
        """What can be done with the deadline of the current row."""
        row = self.current_row()
        if row is None:
            return
        line, mended = self.line_of(row), self.repair_of(row)
        if mended is not None:
            self._add(menu, tr("Sửa thành {right}", right=mended.right), lambda: self.mend(row), SOLVE_KEY)
        if line is not None and not self._session.read_only:
            words = tr("Sửa lời giải thích thời hạn") if line.explained else tr("Thời hạn này nghĩa là…")
            self._add(menu, words, lambda: self.explain(row), "" if mended is not None else SOLVE_KEY)
        if line is not None and line.explained and not self._session.read_only:
            self._add(menu, tr("Bỏ giải thích"), lambda: self.forget(row), "")
        if not self._host.model.read_only:
            self._add(menu, tr("Soạn thời hạn"), lambda: self.compose(row), COMPOSE_KEY)
        menu.addSeparator()

    @staticmethod
    def _add(menu: QMenu, words: str, run: Callable[[], object], keys: str) -> None:
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
        action = menu.addAction(f"{words}\t{shown}" if shown else words)
        action.triggered.connect(lambda _checked=False: run())

    # --- doing

    def solve(self, row: GridRow) -> None:
        """Mend what can be mended, else ask what is meant; an empty deadline is composed."""
        if self.repair_of(row) is not None:
            self.mend(row)
        elif row.texts.get("deadline"):
            self.explain(row)
        else:
            self.compose(row)

    def mend(self, row: GridRow) -> None:
        """The proposed day takes the place of the one that does not exist: one step."""
        mended = self.repair_of(row)
        if mended is not None and self._write(row, mended.phrase, "deadline.mend"):
            self._host.footer.say(tr("Đã sửa {wrong} thành {right}.", wrong=mended.wrong, right=mended.right), undo=True)

    def mend_task(self, task_id: int) -> None:
        """The same for a task of the list of problems."""
        row = self._host.model.find(("task", task_id))
        if row is not None:
            self.mend(row)

    def _write(self, row: GridRow, phrase: str, label: str) -> bool:
        if not self._host.begin() or not self._host.commands.attempt(lambda: self._set_phrase(row, phrase, label)):
            return False
        self._host.done()
        return True

    def _set_phrase(self, row: GridRow, phrase: str, label: str) -> None:
        plan = self._host.plan()
        with self._session.step(label, plan_id=plan.id if plan is not None else 0, no=task_number(self._session, row.id)):
            update_task(self._session, row.id, deadline=phrase)

    def explain(self, row: GridRow) -> None:
        """Ask what the deadline means."""
        form = self.explain_form(row) if self._host.begin_following() else None
        if form is None:
            return
        if form.exec() == QDialog.DialogCode.Accepted:
            if form.compose_wanted:
                self.compose(row)
            elif form.forgotten:
                self.forget(row)
            else:
                self.take_explanation(row, form.explanation())
        form.deleteLater()

    def explain_form(self, row: GridRow) -> ExplainForm | None:
        """The form for a row, not shown yet; None for a row without a deadline."""
        plan = self._host.plan()
        task = task_of(plan, row)
        if plan is None or task is None or not task.deadline:
            return None
        known = schedule.explanation(task)
        return ExplainForm(task.deadline, plan_period(plan), known, editable=not self._host.model.read_only, parent=self._window)

    def take_explanation(self, row: GridRow, said: Explanation) -> None:
        """Store what a person said: one step; the phrase stays."""
        self._follow(
            lambda: schedule.explain_deadline(self._session, row.id, kind=said.kind, start=said.start, end=said.end, every=said.every),
            tr("Đã ghi lời giải thích; chữ in giữ nguyên."),
        )

    def forget(self, row: GridRow) -> None:
        """The phrase means again what the program reads in it."""
        self._follow(lambda: schedule.forget_explanation(self._session, row.id), tr("Đã bỏ lời giải thích."))

    def _follow(self, command: Callable[[], object], words: str) -> None:
        if self._host.begin_following() and self._host.commands.attempt(command):
            self._host.done()
            self._host.footer.say(words, undo=True)

    def compose(self, row: GridRow) -> None:
        """Put the phrase together by clicking."""
        form = self.composer_form() if self._host.begin() else None
        if form is None:
            return
        if form.exec() == QDialog.DialogCode.Accepted:
            self.take_phrase(row, form.phrase())
        form.deleteLater()

    def composer_form(self) -> ComposerForm | None:
        """The composer for the plan, not shown yet."""
        plan = self._host.plan()
        return ComposerForm(plan.year, plan_period(plan), self._window) if plan is not None else None

    def take_phrase(self, row: GridRow, phrase: str) -> None:
        """Write a composed phrase into the cell: one step."""
        if phrase and phrase != row.texts.get("deadline", "") and self._write(row, phrase, "deadline.compose"):
            self._host.footer.say(tr("Đã ghi thời hạn “{phrase}”.", phrase=phrase), undo=True)
