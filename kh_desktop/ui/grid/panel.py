"""The appendix grid with its toolbar, banners and problem list."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import Plan, PlanState, Task
from kh_desktop.services.office import find_units
from kh_desktop.services.plans import get_plan
from kh_desktop.services.refreshing import refreshed
from kh_desktop.services.review import Problem
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.services.task_texts import suggestions
from kh_desktop.services.tasks import get_tasks, update_task
from kh_desktop.services.unit_book import is_unit
from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.grid.block import Changes
from kh_desktop.ui.grid.clip_actions import ClipActions
from kh_desktop.ui.grid.commands import GridCommands
from kh_desktop.ui.grid.deadlines.actions import DeadlineActions
from kh_desktop.ui.grid.editors import CellDelegate
from kh_desktop.ui.grid.fill_handle import FillHandle
from kh_desktop.ui.grid.following.actions import FollowActions
from kh_desktop.ui.grid.footer import GridFooter
from kh_desktop.ui.grid.model import GridModel
from kh_desktop.ui.grid.problems import marks_of, place_of
from kh_desktop.ui.grid.renumber import RenumberNotice
from kh_desktop.ui.grid.reviewing import Reviewer
from kh_desktop.ui.grid.row_actions import RowActions
from kh_desktop.ui.grid.row_drag import RowDrag
from kh_desktop.ui.grid.rows import GridRow, RowKey, with_tasks
from kh_desktop.ui.grid.seeing import Seeing
from kh_desktop.ui.grid.selection import GridSelection
from kh_desktop.ui.grid.toolbar import ACTIONS, CommandBar, make_actions
from kh_desktop.ui.grid.unit_menu import add_entries, take_in_all
from kh_desktop.ui.grid.units_line import UnitsLine
from kh_desktop.ui.grid.view import GridView
from kh_desktop.ui.i18n import say, tr
from kh_desktop.ui.settings_store import SettingsStore
from kh_desktop.ui.widgets import Banner, EmptyState

_FEW = 200
_COUNTED_AT_ONCE = 1000  # rows; in longer plans counting waits for an idle moment


class GridPanel(QWidget):
    """Shows and edits the task table of one plan. The owner passes change sets to ``on_changes``."""

    run_action = Signal(str)
    status = Signal(str)
    row_chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None, *, settings: SettingsStore | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._plan: Plan | None = None
        self._told = False  # whether the owner has passed on the command that runs
        self.commands = GridCommands(session, self)
        self.commands.failed.connect(self._failed)
        self.model = GridModel(self.commands.edit, self)
        delegate = CellDelegate(self.font(), self._unit_names, self)
        delegate.is_unit = self._is_unit
        delegate.earlier = partial(suggestions, session)
        delegate.readings = self.model.readings
        self.view = GridView(self.model, delegate, self)
        self.selection = GridSelection(self.view, self.model)
        self.rows, self.clip = RowActions(self), ClipActions(self)
        self.renumber = RenumberNotice(delegate, self.view.viewport())
        self.view.tools = [
            FillHandle(self.view, self.model, self.rows.fill_dragged),
            RowDrag(self.view, self.model, self.rows, self.plan, self.selection.rows),
        ]
        self._actions = make_actions(
            self.view, {entry.id: getattr(self.clip if hasattr(self.clip, entry.id) else self.rows, entry.id) for entry in ACTIONS}
        )
        self.follow, self.deadlines = FollowActions(self, session, self), DeadlineActions(self, session, self)
        self._review = Reviewer(self.plan, self)
        self.seeing = Seeing(self, delegate, self, self._show_again)
        self.seeing.menu.addSeparator()
        self.seeing.menu.addAction(self.deadlines.lines)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._locked = Banner("", "info", parent=self)
        self._revise = self._locked.add_action(tr("Lập bản sửa đổi"), lambda: self.run_action.emit("new_version"))
        self._locked.hide()
        self._trouble = Banner("", "error", closable=True, parent=self)
        self._trouble.hide()
        self._empty = EmptyState(
            "table",
            tr("Kế hoạch chưa có nhiệm vụ nào"),
            tr("Lấy các nhiệm vụ thường có từ thư viện rồi sửa lại, hoặc tự thêm từng nhóm và từng nhiệm vụ."),
            ((tr("Chọn từ thư viện nhiệm vụ"), self.rows.library), (tr("Thêm nhiệm vụ đầu tiên"), self.rows.add_task)),
            self,
        )
        self.footer = GridFooter(self, newest_step=lambda: self._session.newest_step)
        self.units_line = UnitsLine(lambda names: take_in_all(self._session, self, names), self)
        self._bar = CommandBar(self._actions, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._top = QHBoxLayout()
        self._top.addWidget(self._bar, 1)
        for button in self.seeing.buttons:
            self._top.addWidget(button)
        layout.addLayout(self._top)
        layout.addWidget(self._locked)
        layout.addWidget(self._trouble)
        layout.addWidget(self.seeing.filter_bar)
        layout.addWidget(self.seeing.order_banner)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self.seeing.find_bar)
        layout.addWidget(self.units_line)
        layout.addWidget(self.footer)

    def _connect(self) -> None:
        self.view.refused.connect(self._refuse)
        self.view.row_wanted.connect(self.rows.add_task)
        self.view.customContextMenuRequested.connect(self._menu)
        self.view.selectionModel().currentRowChanged.connect(self._row_changed)
        self.footer.jump.connect(self.focus_anchor)
        self.footer.undo_wanted.connect(self._undo)
        self.footer.mend_wanted.connect(self._mend)
        self.footer.add_widget(self.seeing.size_button)
        self._review.found.connect(self._show_problems)

    # --- what the owner calls

    def show_plan(self, plan_id: int) -> None:
        """Open a plan (or take in its latest state when it is shown already)."""
        self.deadlines.use(self._settings)
        if self._plan is not None and self._plan.id == plan_id:
            self._refresh(jump=False)
            return
        self.commit()
        self._plan = get_plan(self._session, plan_id)
        self._trouble.hide()
        self.footer.forget()
        self.units_line.tell(())
        self.seeing.start_over()
        self.model.open_plan(self._plan, self._is_locked(self._plan))
        self._after_refresh()
        if len(self.model.all_rows) > _FEW:
            self._review.soon()
        else:
            self._review.now()

    def on_changes(self, changes: ChangeSet) -> None:
        """Take in what a command, undo or redo did; what was not done here is brought into view."""
        # Undo would now take back this change, not what a notice speaks of; a command of ours speaks after it.
        self.footer.forget()
        self.units_line.tell(())
        if self._plan is None or (self._plan.id not in changes.plan_ids and not changes.kinds & {"office", "unit"}):
            return
        self._told = True
        jump, tasks_changed = changes.initiator is not self.commands, _changed_tasks(changes)
        if jump:
            self.renumber.begin(self._plan if changes.structure_changed else None)
        if tasks_changed and all(self.model.find(("task", task)) is not None for task in tasks_changed):
            self._refresh_tasks(tasks_changed, changes, jump=jump)
        else:
            self._refresh(changes, jump=jump)
        if jump:  # undo renumbers too
            self.footer.say_numbers(self.renumber.end(self._plan))

    def focus_anchor(self, anchor: str) -> None:
        """Go to the cell an anchor names ("task:33:product", "group:4"); other anchors are not ours."""
        place = place_of(anchor)
        if place is not None and self.model.reveal(place[0]):
            self.view.go_to(self.model.row_of(place[0]), place[1])
            self.view.setFocus()

    def commit(self) -> None:
        """Store what is being typed."""
        commit_editors(self)

    def add_corner(self, widget: QWidget) -> None:
        """Put a button of the owner at the right end of the toolbar."""
        self._top.addWidget(widget)

    def current_row(self) -> GridRow | None:
        """The row the user is at."""
        row = self.view.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def plan(self) -> Plan | None:
        """The plan as shown."""
        return self._plan

    # --- refreshing

    def _refresh(self, changes: ChangeSet | None = None, *, jump: bool) -> None:
        if self._plan is None:
            return
        try:
            self._plan = refreshed(self._session, self._plan, changes) if changes is not None else get_plan(self._session, self._plan.id)
        except KhError:
            self._plan = None  # deleted; the window goes to another page
            return
        self._show_touched(self.model.update_plan(self._plan, self._is_locked(self._plan)), jump=jump)

    def _show_again(self) -> None:
        """Another order was chosen: the plan itself is as it was."""
        if self._plan is not None:
            self.model.update_plan(self._plan, self._is_locked(self._plan))
            self._after_refresh()

    def _refresh_tasks(self, ids: list[int], changes: ChangeSet, *, jump: bool) -> None:
        """A few cells changed: a plan of 10,000 rows is not read again for that."""
        if self._plan is None:
            return
        changed = get_tasks(self._session, ids)
        groups = {row.group_id for row in map(self.model.find, (("task", task.id) for task in changed)) if row is not None}
        known = {task.id: _hold(task) for group in self._plan.groups if group.id in groups for task in group.tasks}
        if any(known.get(task.id) != _hold(task) for task in changed):
            self._refresh(changes, jump=jump)  # numbers or joined cells of other rows change with it
            return
        self._plan = with_tasks(self._plan, {task.id: task for task in changed}, groups)
        self._show_touched(self.model.update_tasks(changed), jump=jump)

    def _show_touched(self, touched: list[RowKey], *, jump: bool) -> None:
        self._after_refresh()
        self._review.soon()
        if jump and touched and self.isVisible() and self.view.state() != GridView.State.EditingState:
            self._bring_into_view(touched)

    def _after_refresh(self) -> None:
        locked = self.model.read_only
        for entry in ACTIONS:
            self._actions[entry.id].setEnabled(not (locked and entry.edits))
        self._say_locked()
        empty = not self.model.all_rows and not locked
        self._stack.setCurrentWidget(self._empty if empty else self.view)
        if len(self.model.all_rows) <= _COUNTED_AT_ONCE:
            self.footer.show_counts(self.model.all_rows)
        self.seeing.refresh(locked=locked)
        self.row_chosen.emit(self.current_row())

    def _bring_into_view(self, touched: list[RowKey]) -> None:
        current = self.current_row()
        key = current.key if current is not None and current.key in touched else touched[0]
        column = self.view.currentIndex().column()
        if not self.model.reveal(key):
            return
        row = self.model.row_of(key)
        self.view.go_to(row, self.model.keys[column] if 0 <= column < len(self.model.keys) else "content")

    def review_now(self) -> None:
        """Look for missing and doubtful parts and mark their cells."""
        self._review.now()

    def _show_problems(self, found: list[Problem]) -> None:
        self.model.set_marks(marks_of(found))
        self.footer.show_counts(self.model.all_rows)
        self.footer.show_problems(found, self._way_out)

    def _mend(self, anchor: str) -> None:
        """A proposal taken in the list of problems."""
        place = place_of(anchor)
        if place is not None:
            self.focus_anchor(anchor)
            self.deadlines.mend_task(place[0][1])

    def _way_out(self, problem: Problem) -> str:
        """What would mend a problem at once."""
        place = place_of(problem.anchor) if problem.code == "deadline_invalid" else None
        row = self.model.find(place[0]) if place is not None else None
        mended = self.deadlines.repair_of(row) if row is not None else None
        return tr("Sửa thành {right}", right=mended.right) if mended is not None else ""

    def _is_locked(self, plan: Plan) -> bool:
        return self._session.read_only or plan.state is PlanState.ISSUED or self.seeing.restricted()

    def _say_locked(self) -> None:
        issued = self._plan is not None and self._plan.state is PlanState.ISSUED
        self._revise.setVisible(issued and not self._session.read_only)
        if self._session.read_only:
            self._locked.set_text(tr("Sổ đang mở ở chế độ chỉ xem nên không sửa được."))
        else:
            words = tr("Đã ban hành: nội dung giữ nguyên, vẫn ghi được tình trạng, minh chứng.")
            self._locked.set_text(words if issued else "")

    # --- telling

    def _refuse(self) -> None:
        self.status.emit(self._locked.text() or self.seeing.order_banner.text())
        QApplication.beep()

    def _failed(self, sentence: str) -> None:
        self._trouble.set_text(sentence)

    def _unit_names(self, part: str) -> list[str]:
        return [unit.name for unit in find_units(self._session, part)]

    def _is_unit(self, name: str) -> bool:
        return is_unit(self._session, name)

    def _row_changed(self) -> None:
        self.row_chosen.emit(self.current_row())

    def _menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        add_entries(menu, self._session, self)
        self.deadlines.add_entries(menu)
        for entry in ACTIONS:
            if entry.line:
                menu.addSeparator()
            menu.addAction(self._actions[entry.id])
        menu.addSeparator()
        menu.addMenu(self.follow.menu(menu))
        menu.exec(self.view.viewport().mapToGlobal(place))
        menu.deleteLater()

    def _undo(self) -> None:
        self.commit()
        if self.footer.can_undo():
            name = say(self._session.undo_name) if self._session.undo_name else ""
            self._session.undo()
            self.status.emit(tr("Đã hoàn tác: {step}", step=name))
        self.footer.forget()

    def begin(self) -> bool:
        """Before every command: store what is being typed, forget old notices. False when nothing may be changed."""
        self.commit()
        self._told = False
        self._trouble.hide()
        self.footer.begin()
        self.units_line.tell(())
        self.renumber.begin(self._plan)
        if self.model.read_only:
            self._refuse()
        return self._plan is not None and not self.model.read_only

    def begin_following(self) -> bool:
        """Before a change of progress, which an issued plan allows too: False only where the workspace cannot be written."""
        self.commit()
        self._told = False
        self._trouble.hide()
        self.footer.begin()
        self.units_line.tell(())
        if self._session.read_only:
            self._refuse()
        return self._plan is not None and not self._session.read_only

    def done(self) -> None:
        """After a command of ours: take it in, unless the owner has passed it to us already."""
        if not self._told:
            self._refresh(jump=False)
        self.footer.say_numbers(self.renumber.end(self._plan))

    # --- cells

    def carry_out(self, changes: Changes, label: str) -> None:
        """Changed cells and new rows as one step."""
        if self._plan is not None and self.commands.carry_out(self._plan.id, changes, label):
            self.done()

    def edit_row(self, row: GridRow, key: str, text: str) -> None:
        """Change one field of a row (from the details beside the grid)."""
        self._trouble.hide()
        self._told = False
        if not self.model.read_only and text != row.texts.get(key, ""):
            self.commands.edit(row, key, text)
            self.done()

    def set_continues(self, row: GridRow, on: bool) -> None:
        """Whether a row goes on with the task above it."""
        if self.begin():
            self.commands.attempt(lambda: update_task(self._session, row.id, continues=on))
            self.done()


def _hold(task: Task) -> tuple[object, ...]:
    """What ties a row to the rows around it."""
    return task.continues, task.level, task.merged


def _changed_tasks(changes: ChangeSet) -> list[int]:
    """The tasks of a change that touched the texts of a few tasks and nothing else; else none."""
    if changes.structure_changed or not changes.kinds <= {"task", "assignment"}:
        return []
    ids = sorted(id for kind, id in changes.ids if kind == "task")
    return ids if len(ids) <= _FEW else []
