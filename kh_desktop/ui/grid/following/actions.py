"""Commands that follow the work: the state of the selected tasks, what the column of states shows, the table for the chief."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from kh_desktop.domain.model import Plan, TaskState
from kh_desktop.services import progress
from kh_desktop.services.session import Session
from kh_desktop.ui.grid.commands import GridCommands
from kh_desktop.ui.grid.following.states import LOOKS, STATE_TITLE, look_of
from kh_desktop.ui.grid.footer import GridFooter
from kh_desktop.ui.grid.selection import GridSelection
from kh_desktop.ui.grid.view import GridView
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.icons import icon


class FollowHost(Protocol):
    """The panel as these commands see it."""

    view: GridView
    selection: GridSelection
    commands: GridCommands
    footer: GridFooter

    def begin_following(self) -> bool:
        """Before a change of progress: store typing; False when the workspace cannot be written."""

    def done(self) -> None:
        """After a change: show it."""

    def plan(self) -> Plan | None:
        """The plan as shown."""


class FollowActions(QObject):
    """Four actions with their keys, for menus and the button "Tình trạng". ``tracking_wanted`` asks for the table to be saved,
    ``column_toggled`` for the column of states to be shown or not."""

    tracking_wanted = Signal()
    column_toggled = Signal(bool)

    def __init__(self, host: FollowHost, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._host, self._session = host, session
        self.states = {look.state: self._state_action(look.state) for look in LOOKS}
        self.column = QAction(tr("Hiện cột Tình trạng"), self)
        self.column.setCheckable(True)
        self.column.setToolTip(tr("Chỉ hiện trên màn hình, không in cùng kế hoạch"))
        self.column.triggered.connect(self.column_toggled)
        self.tracking = QAction(icon("excel", "text_muted"), tr("Lưu bảng theo dõi (Excel)…"), self)
        self.tracking.setToolTip(tr("Nhiệm vụ kèm tình trạng, ghi chú, minh chứng để báo cáo lãnh đạo"))
        self.tracking.triggered.connect(lambda _checked=False: self.tracking_wanted.emit())

    def _state_action(self, state: TaskState) -> QAction:
        look = look_of(state.value)
        action = QAction(icon(look.icon, look.token), tr(look.name), self)
        action.setShortcut(QKeySequence(look.keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: self.set_selected(state))
        self._host.view.addAction(action)
        return action

    def menu(self, parent: QWidget) -> QMenu:
        """The four states."""
        menu = QMenu(tr(STATE_TITLE), parent)
        menu.addActions(list(self.states.values()))
        return menu

    def button(self, parent: QWidget) -> QToolButton:
        """The button of the page: states, the column, the table for the chief."""
        button = QToolButton(parent)
        button.setText(tr(STATE_TITLE))
        button.setIcon(icon("state-doing", "text_muted"))
        button.setAccessibleName(button.text())
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(tr("Ghi tình trạng của các nhiệm vụ đang chọn (Ctrl+Shift+1 … 4)"))
        menu = self.menu(button)
        menu.setToolTipsVisible(True)
        menu.addSeparator()
        menu.addActions([self.column, self.tracking])
        button.setMenu(menu)
        return button

    def set_selected(self, state: TaskState) -> None:
        """The state of all selected tasks, one step."""
        ids = [row.id for row in self._host.selection.rows() if row.kind == "task"]
        if ids:
            self.set_state(ids, state)
        elif self._host.plan() is not None:
            self._host.footer.say(tr("Tình trạng ghi cho từng nhiệm vụ: hãy chọn nhiệm vụ."))

    def set_state(self, ids: Sequence[int], state: TaskState) -> None:
        """The state of these tasks and of the rows that continue them, one step."""
        if not self._host.begin_following():
            return
        wanted = progress.with_continuing(self._session, ids)
        if self._host.commands.attempt(lambda: progress.set_progress(self._session, wanted, state=state)):
            self._host.done()
            words = tr(look_of(state.value).name)
            self.say_undoable(tr("Đã ghi “{state}” cho {count} nhiệm vụ.", state=words, count=len(ids)))

    def say_undoable(self, words: str) -> None:
        """Tell in the footer what was done, with the way back."""
        self._host.footer.say(words, undo=True)

    def run(self, command: Callable[[], object]) -> bool:
        """Another change of progress, refused in words when it cannot be."""
        if not self._host.begin_following():
            return False
        done = self._host.commands.attempt(command)
        if done:
            self._host.done()
        return done
