"""The progress of one task: state, note and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from kh_desktop.domain.model import Task, TaskState
from kh_desktop.services.attachments import Attachment
from kh_desktop.ui import theme
from kh_desktop.ui.due_words import days_from_text, text_from_days
from kh_desktop.ui.grid.following.evidence_form import EvidenceForm
from kh_desktop.ui.grid.following.evidence_list import EvidenceList
from kh_desktop.ui.grid.following.states import LOOKS
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.icons import icon
from kh_desktop.ui.widgets import LineEdit, TextEdit, muted, quiet_button, text_label
from kh_desktop.ui.words import moment_of_iso


class ProgressPane(QWidget):
    """``state_chosen(TaskState)``, ``note_written(str)``, ``file_wanted()``, ``remind_written(list of days, or None: as usual)``; evidence
    through ``form`` and ``evidence``."""

    state_chosen = Signal(object)
    note_written = Signal(str)
    file_wanted = Signal()
    remind_written = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = {look.state: self._choice(look.state, tr(look.name), look.icon, look.token, look.keys) for look in LOOKS}
        self._since = muted("")
        self.note = TextEdit(tr("Ghi chú"), lines=2, max_lines=8)
        self.note.setAcceptDrops(False)  # a file dropped here is evidence, not text
        self.note.viewport().setAcceptDrops(False)
        self.note.committed.connect(self.note_written)
        self.evidence, self.form = EvidenceList(self), EvidenceForm(self)
        self.evidence.edit_wanted.connect(self.form.open_form)
        self.add_document = quiet_button(tr("Ghi số văn bản"), "plus")
        self.add_document.clicked.connect(lambda _checked=False: self.form.open_form())
        self.add_file = quiet_button(tr("Thêm tệp…"), "attach")
        self.add_file.clicked.connect(lambda _checked=False: self.file_wanted.emit())
        self.remind = LineEdit(tr("Nhắc trước số ngày"))
        self.remind.committed.connect(self._remind)
        self._remind_problem = text_label("", "late")
        self._drop_hint = muted(tr("Cũng có thể kéo tệp thả vào đây."))
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(2)
        for button in self.choices.values():
            layout.addWidget(button)
        layout.addWidget(self._since)
        for words, part in ((tr("Ghi chú"), self.note), (tr("Minh chứng"), self.evidence)):
            label = text_label(words, "muted")
            label.setContentsMargins(0, 10, 0, 2)
            label.setBuddy(part)
            layout.addWidget(label)
            layout.addWidget(part)
        layout.addSpacing(4)
        layout.addWidget(self.form)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.add_document)
        row.addWidget(self.add_file)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self._drop_hint)
        label = text_label(tr("Nhắc trước số ngày"), "muted")
        label.setContentsMargins(0, 10, 0, 2)
        label.setBuddy(self.remind)
        layout.addWidget(label)
        layout.addWidget(self.remind)
        layout.addWidget(self._remind_problem)
        layout.addStretch(1)

    def _choice(self, state: TaskState, name: str, icon_name: str, token: str, keys: str) -> QToolButton:
        button = QToolButton()
        button.setText(name)
        button.setIcon(icon(icon_name, token))
        side = round(16 * theme.font_scale())
        button.setIconSize(QSize(side, side))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.setProperty("kind", "choice")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setToolTip(f"{name} ({keys})")
        button.clicked.connect(lambda _checked=False: self._chosen(state))
        return button

    def _chosen(self, state: TaskState) -> None:
        for other, button in self.choices.items():
            button.setChecked(other is state)
        self.state_chosen.emit(state)

    def show_task(self, task: Task, since: str, files: Mapping[int, Attachment], *, can_write: bool) -> None:
        """Show the progress of ``task``; ``since`` is the ISO time of its last change of state ("" when it never changed)."""
        for state, button in self.choices.items():
            button.setChecked(state is task.state)
            button.setEnabled(can_write)
        self._since.setVisible(bool(since))
        self._since.setText(tr("Ghi lúc {time}", time=moment_of_iso(since)) if since else "")
        self.note.set_value(task.note)
        self.note.setReadOnly(not can_write)
        self.form.show_owner(task.id)
        self.evidence.show_evidence(task.evidence, files, can_write=can_write)
        for widget in (self.add_document, self.add_file, self._drop_hint):
            widget.setVisible(can_write)
        if not can_write:
            self.form.close_form()

    def show_reminding(self, own: Iterable[int] | None, usual: Iterable[int], *, can_write: bool) -> None:
        """How many days before one is reminded of this task: ``own``, or the ``usual`` ones (None)."""
        self.remind.setPlaceholderText(tr("như chung: {days}", days=text_from_days(usual)))
        self.remind.set_value("" if own is None else text_from_days(own))
        self.remind.setReadOnly(not can_write)
        self._remind_problem.hide()

    def _remind(self, text: str) -> None:
        days = days_from_text(text)
        if days is None:
            self._remind_problem.setText(tr("Hãy ghi các số ngày, ví dụ 15, 7, 3, 1; ghi 0 để chỉ nhắc đúng ngày."))
            self._remind_problem.show()
            return
        self.remind_written.emit(days or None)

    def commit(self) -> None:
        """Store what is being typed."""
        self.note.commit()
        self.remind.commit()
        self.form.commit()
