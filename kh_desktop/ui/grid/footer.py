"""The line under the grid: how much there is, what was just done, and the problems with a list that jumps to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from kh_desktop.services.review import Problem
from kh_desktop.ui.grid.following.states import count_rows
from kh_desktop.ui.grid.rows import GridRow
from kh_desktop.ui.i18n import say, tr
from kh_desktop.ui.icons import icon
from kh_desktop.ui.widgets import muted, quiet_button
from kh_desktop.ui.words import progress_words

_MOST_LISTED = 30


class GridFooter(QWidget):
    """``jump`` carries the anchor of the problem chosen, ``mend_wanted`` that of one whose way out was chosen; ``undo_wanted`` follows
    the button beside a notice."""

    jump = Signal(str)
    mend_wanted = Signal(str)
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, newest_step: Callable[[], object | None] = lambda: None) -> None:
        super().__init__(parent)
        self._newest_step = newest_step
        self._before: object | None = None  # the newest step when the command that runs began
        self._own: object | None = None  # the step the notice speaks of
        self._counts = muted("")
        self._counts.setWordWrap(False)
        self._said = muted("")
        self._said.setWordWrap(False)
        self._numbers = muted("")
        self._numbers.setWordWrap(False)
        self._undo = quiet_button(tr("Hoàn tác"), "undo")
        self._undo.clicked.connect(self.undo_wanted)
        self.problems_button = QToolButton()
        self.problems_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.problems_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        kept = self.problems_button.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.problems_button.setSizePolicy(kept)
        self.problems_menu = QMenu(self.problems_button)
        self.problems_button.setMenu(self.problems_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 4, 4)
        row.addWidget(self._counts)
        row.addSpacing(16)
        row.addWidget(self._said)
        row.addWidget(self._undo)
        row.addWidget(self._numbers)
        row.addStretch(1)
        self._row = row
        row.addWidget(self.problems_button)
        self.forget()
        self.show_problems(())

    def add_widget(self, widget: QWidget) -> None:
        """Put a widget before the button of the problems."""
        self._row.insertWidget(self._row.count() - 1, widget)

    def show_counts(self, rows: Sequence[GridRow]) -> None:
        """How many groups and tasks the plan has."""
        groups = sum(row.kind == "group" for row in rows)
        tasks = sum(row.kind == "task" and not row.continues for row in rows)
        words = tr("{groups} nhóm, {tasks} nhiệm vụ", groups=groups, tasks=tasks)
        counts = count_rows(rows)
        self._counts.setText(f"{words}  ·  {progress_words(counts)}" if counts.started else words)

    def say(self, text: str, *, undo: bool = False) -> None:
        """Tell what was done; ``undo`` offers to take it back, if a step was made at all."""
        self._said.setText(text)
        newest = self._newest_step() if undo else None
        self._own = newest if newest is not self._before else None
        self._undo.setVisible(self._own is not None)

    def begin(self) -> None:
        """A command begins: old notices go, and only a step newer than the newest one may be offered to be taken back."""
        self.forget()
        self._before = self._newest_step()

    def can_undo(self) -> bool:
        """Whether undo would take back what the notice speaks of, and nothing else."""
        return self._own is not None and self._own is self._newest_step()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """On another page one has forgotten what was said here; a minimised window is no other page."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.forget()

    def forget(self) -> None:
        """The notices are old."""
        self.say("")
        self.say_numbers("")

    def say_numbers(self, text: str) -> None:
        """Tell which rows got other numbers, beside what was done."""
        self._numbers.setText(text)

    def show_problems(self, problems: Sequence[Problem], way_out: Callable[[Problem], str] = lambda problem: "") -> None:
        """Count and list; below a problem that can be mended at once stands what ``way_out`` says would do it."""
        self.problems_menu.clear()
        for problem in problems[:_MOST_LISTED]:
            action = self.problems_menu.addAction(icon("warn", "soon"), say(problem.said).replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, anchor=problem.anchor: self.jump.emit(anchor))
            if words := way_out(problem):
                mend = self.problems_menu.addAction(icon("edit", "accent"), f"    → {words.replace('&', '&&')}")
                mend.triggered.connect(lambda _checked=False, anchor=problem.anchor: self.mend_wanted.emit(anchor))
        if len(problems) > _MOST_LISTED:
            rest = self.problems_menu.addAction(tr("… và {count} chỗ khác", count=len(problems) - _MOST_LISTED))
            rest.setEnabled(False)
        count = len(problems)
        self.problems_button.setVisible(bool(count))
        self.problems_button.setIcon(icon("warn", "soon"))
        self.problems_button.setText(tr("{count} chỗ cần xem", count=count))
