"""The four steps of prose: the sections of one role, and what belongs to them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kh_desktop.domain.model import Plan, SectionRole, Shape
from kh_desktop.domain.outline import number_sections
from kh_desktop.services import sections
from kh_desktop.services.office import get_office
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.services.templates import closing_for
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import ComboBox, TextEdit, quiet_button
from kh_desktop.ui.wizard.form import StepForm, hear, labelled, set_anchor, shrinkable, tell
from kh_desktop.ui.wizard.step_names import walk

MakeSections = Callable[[SectionRole, QWidget], QWidget]


class SectionStep(StepForm):
    """Holds the section editor of one role; it saves by itself."""

    says_frozen = True

    def __init__(self, session: Session, role: SectionRole, make_sections: MakeSections, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.role = role
        self.editor = make_sections(role, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self.editor, 1)
        hear(self.editor, "status", self.status)
        hear(getattr(self.editor, "tree", None), "chosen", lambda section_id: self.at_anchor.emit(f"section:{section_id}"))

    def set_frozen(self, frozen: bool) -> None:
        """The editor can still be read and copied from."""

    def load(self, plan: Plan) -> None:
        """Tell the editor which plan; its own changes come by ``on_changes``."""
        other = self.plan is None or self.plan.id != plan.id
        super().load(plan)
        if other:
            tell(self.editor, "show_plan", plan.id)

    def on_changes(self, changes: ChangeSet) -> None:
        tell(self.editor, "on_changes", changes)

    def first_anchor(self) -> str:
        current = getattr(getattr(self.editor, "tree", None), "current_id", None)
        section_id = current() if callable(current) else 0
        return f"section:{section_id}" if section_id else ""

    def focus_anchor(self, anchor: str) -> bool:
        """The editor knows its sections."""
        if anchor.startswith("section:") and callable(getattr(self.editor, "focus_anchor", None)):
            self.editor.focus_anchor(anchor)  # type: ignore[attr-defined]
            return True
        return super().focus_anchor(anchor)


class ContentStep(SectionStep):
    """The content also says where the tasks will be printed."""

    def __init__(self, session: Session, make_sections: MakeSections, parent: QWidget | None = None) -> None:
        super().__init__(session, SectionRole.CONTENT, make_sections, parent)
        self.place = shrinkable(ComboBox(parent=self))
        set_anchor(self.place, "tasks_place")
        self.place_part = QWidget(self)
        part = labelled(tr("Các nhiệm vụ sẽ in ở cuối mục"), self.place)
        part.setContentsMargins(0, 0, 0, 0)
        self.place_part.setLayout(part)
        self._column.insertWidget(0, self.place_part)
        self.place.committed.connect(self._place_chosen)

    def set_frozen(self, frozen: bool) -> None:
        """Only the choice of the place is shut."""
        self.place.setEnabled(not frozen)

    def show_plan_fields(self, plan: Plan) -> None:
        self.place_part.setVisible(plan.shape in (Shape.ASSIGNMENTS, Shape.TABLE_IN_BODY))
        numbered = number_sections(plan.sections, plan.numbering)
        choices = [(str(n.section.id), f"{n.label} {(n.section.heading or n.section.text)[:70]}") for n in numbered if n.depth < 2]
        held = tasks_section(plan)
        if not held:
            choices.insert(0, ("", tr("Chưa chọn (in sau phần nội dung)")))
        self.place.set_choices(choices, str(held) if held else "")

    def focus_anchor(self, anchor: str) -> bool:
        """The anchor "content" means the choice of where the tasks stand, when that is what is missing."""
        if anchor == "content" and self.plan is not None and not self.place_part.isHidden() and not tasks_section(self.plan):
            self.place.setFocus()
            return True
        return super().focus_anchor(anchor)

    @guarded
    def _place_chosen(self, value: str) -> None:
        if value.isdecimal():
            sections.update_section(self.session, int(value), holds_tasks=True)


class OrganisationStep(SectionStep):
    """The organisation also edits the closing sentence."""

    def __init__(self, session: Session, make_sections: MakeSections, parent: QWidget | None = None) -> None:
        super().__init__(session, SectionRole.ORGANISATION, make_sections, parent)
        self.closing = TextEdit(lines=3, max_lines=9, parent=self)
        self.closing.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_anchor(self.closing, "closing")
        self.again = quiet_button(tr("Dùng câu mẫu"))
        part = labelled(tr("Câu kết (trước nơi nhận và chữ ký)"), self.closing)
        part.addWidget(self.again)
        self._column.addLayout(part)
        self.closing.committed.connect(lambda value: self.save(closing=value))
        self.again.clicked.connect(lambda: self.plan and self.save(closing=closing_for(self.plan, get_office(self.session))))

    def set_frozen(self, frozen: bool) -> None:
        """The closing sentence is shut, the sections can be read."""
        self.closing.setReadOnly(frozen)
        self.again.setEnabled(not frozen)

    def show_plan_fields(self, plan: Plan) -> None:
        self.closing.set_value(plan.closing)
        self.again.setVisible(plan.closing != closing_for(plan, get_office(self.session)))


def tasks_section(plan: Plan) -> int:
    """The id of the section that was chosen to hold the tasks; 0 when none was."""
    return next((section.id for top in plan.sections for section in walk(top) if section.holds_tasks), 0)
