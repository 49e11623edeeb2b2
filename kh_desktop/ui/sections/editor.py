"""The section editor: the outline with printed numbers, and the text of the section one is at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMessageBox, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import Plan, PlanState, SectionRole
from kh_desktop.services import sections
from kh_desktop.services.office import get_office
from kh_desktop.services.plans import get_plan
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.ui import theme
from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.errors import error_sentence
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.sections.actions import ACTIONS, make_actions, make_buttons
from kh_desktop.ui.sections.form import SectionForm
from kh_desktop.ui.sections.outline import Entry, Target, entries, first_with_text, indented, moved, new_top_place, outdented
from kh_desktop.ui.sections.template_dialog import TemplateDialog
from kh_desktop.ui.sections.tree import SectionTree
from kh_desktop.ui.widgets import Banner, EmptyState
from kh_desktop.ui.widgets.flow import FlowLayout

_SIDE_BY_SIDE = 680  # px at 100 %: narrower, the outline stands above the text


class SectionEditor(QWidget):
    """Edits the sections of ``role`` (None: all) of one plan. The owner passes change sets to ``on_changes``."""

    status = Signal(str)

    def __init__(self, session: Session, role: SectionRole | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._role = session, role
        self._plan: Plan | None = None
        self._lines: list[Entry] = []
        self._own_sizes = False
        self.tree = SectionTree(self)
        self.form = SectionForm(self)
        self._actions = make_actions(self.tree, {entry.id: getattr(self, entry.id) for entry in ACTIONS})
        self._build()
        self.tree.chosen.connect(self._show_section)
        self.form.edited.connect(self._edited)

    def _build(self) -> None:
        self._locked = Banner("", "info", parent=self)
        self._trouble = Banner("", "error", closable=True, parent=self)
        self._locked.hide()
        self._trouble.hide()
        self._bar = QWidget(self)
        flow = FlowLayout(self._bar, spacing=2)
        for button in make_buttons(self._actions, self._bar):
            flow.addWidget(button)
        self._empty = EmptyState(
            "sections",
            tr("Phần này chưa có mục nào"),
            tr("Dùng nội dung soạn sẵn rồi sửa lại cho đúng với địa phương, hoặc tự viết."),
            ((tr("Dùng mẫu"), self.templates), (tr("Tự viết mục đầu tiên"), self.add)),
            self,
        )
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(8)
        self._splitter.setStyleSheet("QSplitter::handle { background: transparent; }")
        self._splitter.addWidget(self.tree)
        self._splitter.addWidget(self.form)
        self._splitter.setStretchFactor(0, 2)
        self._splitter.setStretchFactor(1, 3)
        self._splitter.splitterMoved.connect(self._dragged)
        self.tree.setMinimumSize(160, 90)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._locked)
        layout.addWidget(self._trouble)
        layout.addWidget(self._bar)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self._empty)
        layout.addLayout(self._stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Side by side where there is room."""
        super().resizeEvent(event)
        wide = event.size().width() >= _SIDE_BY_SIDE * theme.font_scale()
        self._splitter.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        self._share_height()

    def _dragged(self) -> None:
        self._own_sizes = True

    def _share_height(self) -> None:
        """Above the text, the outline takes what it needs, at most two fifths; unless somebody dragged the line."""
        if not self._own_sizes and self._splitter.orientation() == Qt.Orientation.Vertical:
            height = self._splitter.height()
            outline = min(self.tree.wanted_height(), height * 2 // 5)
            self._splitter.setSizes([outline, height - outline])

    # --- what the owner calls

    def show_plan(self, plan_id: int) -> None:
        """Open a plan (or take in its latest state)."""
        other = self._plan is None or self._plan.id != plan_id
        if other:
            self.commit()
            self._trouble.hide()
        self._take(get_plan(self._session, plan_id))
        if other:
            self.tree.go_to(first_with_text(self._lines))

    def on_changes(self, changes: ChangeSet) -> None:
        """Take in what a command, undo or redo did; what was not done here is brought into view."""
        if self._plan is None or self._plan.id not in changes.plan_ids:
            return
        self._refresh()
        touched = [id for kind, id in sorted(changes.ids) if kind == "section"]
        elsewhere = changes.initiator is not self and self.tree.current_id() not in touched
        if elsewhere and touched and self.isVisible() and not self.form.is_dirty():
            any(self.tree.go_to(section_id) for section_id in touched)

    def focus_anchor(self, anchor: str) -> None:
        """Go to the text of the section "section:ID"; other anchors are not ours."""
        kind, _, number = anchor.partition(":")
        number = number.split(":")[0]
        if kind == "section" and number.isdigit() and self.tree.go_to(int(number)):
            self._show_section(int(number))
            self.form.text.setFocus()

    def commit(self) -> None:
        """Store what is being typed."""
        commit_editors(self)
        self.form.commit()

    # --- refreshing

    def _refresh(self) -> None:
        if self._plan is None:
            return
        try:
            self._take(get_plan(self._session, self._plan.id))
        except KhError:
            self._plan = None  # deleted; the window goes to another page

    def _take(self, plan: Plan) -> None:
        self._plan = plan
        self._lines = entries(plan, self._role)
        self.tree.show_entries(self._lines)
        locked = self._is_locked()
        self._locked.set_text(self._locked_text(plan) if locked else "")
        empty = not self._lines and not locked
        self._stack.setCurrentWidget(self._empty if empty else self._splitter)
        self._share_height()
        self._show_section(self.tree.current_id())

    def _is_locked(self) -> bool:
        return self._plan is None or self._session.read_only or self._plan.state is PlanState.ISSUED

    def _locked_text(self, plan: Plan) -> str:
        if plan.state is PlanState.ISSUED:
            return tr("Kế hoạch đã ban hành nên không sửa được. Cần thay đổi thì lập bản sửa đổi.")
        return tr("Sổ đang mở ở chế độ chỉ xem nên không sửa được.")

    def _show_section(self, section_id: int) -> None:
        if self._plan is None:
            return
        if self.form.section_id() != section_id:
            self.form.commit()  # may bring new lines in
        self.form.show_entry(self._plan, self._entry(section_id), read_only=self._is_locked())
        self._enable()

    def _entry(self, section_id: int) -> Entry | None:
        return next((line for line in self._lines if line.id == section_id), None)

    def _enable(self) -> None:
        entry, free = self._entry(self.tree.current_id()), not self._is_locked()
        can = {
            "add": True,
            "add_below": entry is not None,
            "templates": self._role_here() is not None,
            "up": entry is not None and moved(self._lines, entry, -1) is not None,
            "down": entry is not None and moved(self._lines, entry, 1) is not None,
            "indent": entry is not None and indented(self._lines, entry) is not None,
            "outdent": entry is not None and outdented(self._lines, entry) is not None,
            "remove": entry is not None,
        }
        for name, action in self._actions.items():
            action.setEnabled(free and can[name])

    def _role_here(self) -> SectionRole | None:
        entry = self._entry(self.tree.current_id())
        return self._role or (entry.role if entry is not None else None)

    # --- commands

    def _run(self, command: Callable[[], object]) -> bool:
        """One command of ours; a refused one is said in words."""
        self._trouble.hide()
        before, self._session.initiator = self._session.initiator, self
        try:
            command()
        except KhError as error:
            self._trouble.set_text(error_sentence(error))
            return False
        finally:
            self._session.initiator = before
        self._refresh()
        return True

    def _edited(self, section_id: int, field: str, value: object) -> None:
        self._run(lambda: sections.update_section(self._session, section_id, **{field: value}))

    def _current(self) -> Entry | None:
        """Before every command: store what is being typed; the section the command is about."""
        self.commit()
        return self._entry(self.tree.current_id())

    def _make(self, *, parent_id: int, at: int, role: SectionRole | None) -> None:
        made: list[int] = []
        plan_id = self._plan.id if self._plan is not None else 0
        if self._run(lambda: made.append(sections.add_section(self._session, plan_id, parent_id=parent_id, at=at, role=role))):
            self.tree.go_to(made[0])
            self._show_section(made[0])
            self.form.heading.setFocus()

    def add(self) -> None:
        """A new section below the current one, at its level."""
        entry = self._current()
        if self._plan is None or self._is_locked():
            return
        if entry is None:
            self._make(parent_id=0, at=new_top_place(self._plan, self._role), role=self._role)
        else:
            self._make(parent_id=entry.parent_id, at=entry.at + 1, role=None if entry.parent_id else entry.role)

    def add_below(self) -> None:
        """A new part of the current section, as its last."""
        entry = self._current()
        if entry is not None:
            self._make(parent_id=entry.id, at=len(entry.section.children), role=None)

    def up(self) -> None:
        """One place up."""
        self._move(lambda lines, entry: moved(lines, entry, -1))

    def down(self) -> None:
        """One place down."""
        self._move(lambda lines, entry: moved(lines, entry, 1))

    def indent(self) -> None:
        """Below the section before it."""
        self._move(indented)

    def outdent(self) -> None:
        """One level out."""
        self._move(outdented)

    def _move(self, where: Callable[[list[Entry], Entry], Target | None]) -> None:
        entry = self._current()
        target = where(self._lines, entry) if entry is not None else None
        if entry is not None and target is not None:
            self._run(lambda: sections.move_section(self._session, entry.id, parent_id=target.parent_id, at=target.at))

    def remove(self) -> None:
        """Remove the current section; one with parts only after a second, named click."""
        entry = self._current()
        if entry is not None and self._sure(entry):
            self._run(lambda: sections.remove_section(self._session, entry.id))

    def _sure(self, entry: Entry) -> bool:
        count = len(entry.section.children)
        if not count:
            return True
        words = tr("Mục {no} còn {count} mục con.", no=entry.label, count=count)
        box = QMessageBox(QMessageBox.Icon.Question, tr("Xóa mục"), words, parent=self)
        box.setInformativeText(tr("Xóa mục thì xóa cả các mục con. Hoàn tác được bằng Ctrl+Z."))
        go = box.addButton(tr("Xóa cả mục con"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(tr("Giữ lại"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.exec()
        return box.clickedButton() is go

    def templates(self) -> None:
        """Choose a ready wording for the sections of this step."""
        self._current()
        role = self._role_here()
        if self._plan is None or role is None or self._is_locked():
            return
        dialog = TemplateDialog(self._plan, role, get_office(self._session), self)
        if dialog.exec() and dialog.template_id():
            self.use_template(role, dialog.template_id())
        dialog.deleteLater()

    def use_template(self, role: SectionRole, template_id: str) -> None:
        """Replace the sections of a step by a template, one undo step."""
        if self._plan is not None:
            plan_id = self._plan.id
            if self._run(lambda: sections.use_template(self._session, plan_id, role, template_id)):
                self.tree.go_to(first_with_text([line for line in self._lines if line.role is role]))
