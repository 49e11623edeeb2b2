"""The panel beside the grid: the fields of the selected row, its progress, its history."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from kh_desktop.domain.model import Evidence, Plan, PlanState, Task, TaskState
from kh_desktop.services import attachments, progress, reminders
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.grid.details import TaskDetails, row_title, task_of
from kh_desktop.ui.grid.following.actions import FollowActions
from kh_desktop.ui.grid.following.files import keep_copy, open_copy
from kh_desktop.ui.grid.following.history_pane import HistoryPane
from kh_desktop.ui.grid.following.progress_pane import ProgressPane
from kh_desktop.ui.grid.rows import GridRow
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import heading, icon_button, muted

FIELDS, PROGRESS, HISTORY, _NOTHING = range(4)


class SidePanel(QWidget):
    """``closed`` by its button. Only the part that is looked at is brought up to date."""

    closed = Signal()

    def __init__(self, session: Session, details: TaskDetails, follow: FollowActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._follow = session, follow
        self._plan: Plan | None = None
        self._row: GridRow | None = None
        self._title = heading("", 2)
        self._hint = muted("")
        self.details, self.progress, self.history = details, ProgressPane(), HistoryPane()
        self.tabs = QTabBar()
        self._parts = QStackedWidget()
        self.setAcceptDrops(True)
        self._build()
        self._connect()

    def _build(self) -> None:
        close = icon_button("close", tr("Đóng phần chi tiết"))
        close.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 12, 0)
        top.addWidget(self._title, 1)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(tr("Phần xem của dòng"))
        for name in (tr("Nội dung"), tr("Tiến độ"), tr("Lịch sử")):
            self.tabs.addTab(name)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        self._hint.setContentsMargins(16, 4, 16, 0)
        for part in (self.details, self.progress, self.history):
            self._parts.addWidget(_scrolled(part))
        self._parts.addWidget(QWidget())  # nothing to show
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addLayout(row)
        layout.addWidget(self._hint)
        layout.addWidget(self._parts, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._turn)
        pane = self.progress
        pane.state_chosen.connect(self._set_state)
        pane.note_written.connect(self._set_note)
        pane.file_wanted.connect(self.choose_files)
        pane.remind_written.connect(self._set_reminding)
        pane.form.grown.connect(self._bring_form)
        pane.form.given.connect(self._take_document)
        pane.evidence.open_wanted.connect(self.open_file)
        pane.evidence.copy_wanted.connect(self.save_copy)
        pane.evidence.remove_wanted.connect(self._remove)
        self.history.put_back_wanted.connect(self._put_back)

    # --- showing

    def show_row(self, plan: Plan | None, row: GridRow | None, *, read_only: bool) -> None:
        """Show ``row`` of ``plan``; typing about another row is committed first. ``read_only``: its cells cannot be edited."""
        if self._row is not None and (row is None or row.key != self._row.key):
            self.commit()
        other_plan = (plan.id if plan else 0) != (self._plan.id if self._plan else 0)
        self._plan, self._row = plan, row
        self._title.setText(row_title(plan, row))
        self.details.show_row(plan, row, read_only=read_only)
        if other_plan and plan is not None:
            # Of an issued plan one follows the work; its fields only repeat what the table shows.
            self.tabs.setCurrentIndex(PROGRESS if plan.state is PlanState.ISSUED else FIELDS)
        self._refresh()

    def on_changes(self, changes: ChangeSet) -> None:
        """Reminders are settings: the grid need not be told of them, this panel must."""
        if "setting" in changes.kinds:
            self._refresh()

    def turn_to(self, part: int) -> None:
        """Show the fields, the progress or the history."""
        self.tabs.setCurrentIndex(part)

    def commit(self) -> None:
        """Store what is being typed."""
        self.details.commit()
        self.progress.commit()

    def _turn(self) -> None:
        self.commit()
        self._refresh()

    def _refresh(self) -> None:
        task = self._task()
        self._hint.setText(self._hint_words(task))
        self._hint.setVisible(bool(self._hint.text()))
        self._parts.setCurrentIndex(_NOTHING if self._hint.text() else self.tabs.currentIndex())
        if task is None:
            return
        can_write = not self._session.read_only
        if self.tabs.currentIndex() == PROGRESS:
            self.progress.show_task(task, progress.state_since(self._session, task), self._files(task), can_write=can_write)
            days = reminders.offsets(self._session)
            self.progress.show_reminding(days.get(f"task:{task.id}"), days["due"], can_write=can_write)
        elif self.tabs.currentIndex() == HISTORY:
            frozen = self._plan is not None and self._plan.state is PlanState.ISSUED
            self.history.show_history(task, progress.row_history(self._session, task.id), can_write=can_write, frozen=frozen)

    def _hint_words(self, task: Task | None) -> str:
        if self._row is None:
            return tr("Chọn một dòng của bảng để xem và sửa đầy đủ ở đây.")
        if task is None and self.tabs.currentIndex() != FIELDS:
            return tr("Tình trạng và lịch sử ghi theo từng nhiệm vụ. Hãy chọn một nhiệm vụ của nhóm.")
        return ""

    def _task(self) -> Task | None:
        return task_of(self._plan, self._row) if self._row is not None else None

    def _files(self, task: Task) -> dict[int, attachments.Attachment]:
        if self._plan is None:
            return {}
        wanted = [evidence.attachment_id for evidence in task.evidence if evidence.attachment_id]
        return {file.id: file for file in attachments.files_by_id(self._session, wanted)}

    def _bring_form(self) -> None:
        """The form may open below the edge of the window."""
        area = self._parts.widget(PROGRESS)
        if isinstance(area, QScrollArea):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            area.ensureWidgetVisible(self.progress.form.cancel, 0, 12)

    # --- doing

    def _set_state(self, state: TaskState) -> None:
        if self._row is not None:
            self._follow.set_state([self._row.id], state)

    def _set_note(self, text: str) -> None:
        row = self._row
        if row is not None:
            self._follow.run(lambda: progress.set_progress(self._session, [row.id], note=text))

    def _set_reminding(self, days: list[int] | None) -> None:
        row = self._row
        if row is not None:
            self._follow.run(lambda: reminders.set_offsets(self._session, row.id, days))

    def _take_document(self, made: Evidence) -> None:
        row = self._row
        if row is None:
            return
        if made.id:
            fields = {"number": made.number, "issued": made.issued, "title": made.title}
            self._follow.run(lambda: progress.update_evidence(self._session, made.id, **fields))
        else:
            self._follow.run(lambda: progress.add_evidence(self._session, row.id, made))

    def _remove(self, evidence: Evidence) -> None:
        if self._follow.run(lambda: progress.remove_evidence(self._session, evidence.id)):
            self._follow.say_undoable(tr("Đã bỏ minh chứng."))

    def _put_back(self, moment_id: int) -> None:
        row = self._row
        if row is not None and self._follow.run(lambda: progress.put_back(self._session, row.id, moment_id)):
            self._follow.say_undoable(tr("Đã trả dòng này về như trước."))

    def choose_files(self) -> None:
        """Choose files and keep them as evidence."""
        names, _kind = QFileDialog.getOpenFileNames(self, tr("Chọn tệp minh chứng"))
        self.attach([Path(name) for name in names])

    def attach(self, paths: list[Path]) -> None:
        """Keep files as evidence of the row shown: one step, all or none."""
        task = self._task()
        if task is None or not paths:
            return
        self.turn_to(PROGRESS)  # stores typing: a step of its own, before this one
        if self._follow.run(lambda: progress.attach_files(self._session, task.id, paths)):
            self._follow.say_undoable(tr("Đã thêm {count} tệp minh chứng.", count=len(paths)))

    @guarded
    def open_file(self, evidence: Evidence) -> None:
        """Open a copy of a kept file with the program the system uses for it."""
        open_copy(self._session, evidence)

    @guarded
    def save_copy(self, evidence: Evidence) -> None:
        """Write a kept file somewhere else."""
        keep_copy(self._session, evidence, self)

    # --- files dropped on the panel

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's names
        """Files from the file manager are welcome while a task is shown."""
        if self._task() is not None and not self._session.read_only and _local_files(event):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Keep the files."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.attach(_local_files(event))


def _local_files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _scrolled(part: QWidget) -> QScrollArea:
    body = QWidget()
    body.setObjectName("pageBody")
    column = QVBoxLayout(body)
    column.setContentsMargins(16, 0, 16, 16)
    column.addWidget(part)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(body)
    return area
