"""The page of the wizard: steps on the left, the form in the middle, the live A4 page on the right.

It is not a modal: every answer is stored the moment it is given, so leaving is safe at any time, and the bookmark in the
workspace brings the person back to the step where the work stopped.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import Plan, PlanState
from kh_desktop.domain.wizard import WIZARD_STEPS
from kh_desktop.services.office import get_office
from kh_desktop.services.plans import get_bookmark, get_plan, set_bookmark
from kh_desktop.services.review import problems
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.ui import theme
from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import Banner, EmptyState, heading, icon_button, muted, plain_button, primary_button, text_from_iso
from kh_desktop.ui.wizard.bases_step import BasesStep
from kh_desktop.ui.wizard.findings import by_step
from kh_desktop.ui.wizard.form import Scroller, StepForm, anchor_of, hear, tell
from kh_desktop.ui.wizard.review_step import ReviewStep
from kh_desktop.ui.wizard.section_step import ContentStep, MakeSections, OrganisationStep, SectionStep
from kh_desktop.ui.wizard.signature_step import SignatureStep
from kh_desktop.ui.wizard.step_list import StepList
from kh_desktop.ui.wizard.step_names import ROLE_STEPS, step_hint, step_name, step_of
from kh_desktop.ui.wizard.tab_order import as_made, as_read, neighbour, takes_tab
from kh_desktop.ui.wizard.tasks_step import MakeGrid, TasksStep
from kh_desktop.ui.wizard.what_step import WhatStep

_WITH_NUMBER = ("number", "issued")
_MARGINS = 26
_ROOM_FOR_BOTH = 1500
"""Width of the page, in logical pixels, from which grid and preview fit side by side."""


class PlanPage(QWidget):
    """``run_action(id)`` asks the window for what it owns: print, export_pdf, export_word, export_excel, submit, new_version."""

    run_action = Signal(str)
    status = Signal(str)
    show_anchor = Signal(str)
    step_changed = Signal(str)

    page_id = "plan"

    def __init__(
        self,
        session: Session,
        *,
        make_grid: MakeGrid,
        make_sections: MakeSections,
        make_preview: Callable[[QWidget], QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = tr("Kế hoạch")
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._makers = (make_grid, make_sections)
        self._plan: Plan | None = None
        self._step = WIZARD_STEPS[0]
        self._stale = False
        self._paper_at = ""
        self._preview_wanted: dict[bool, bool] = {}
        self._forms: dict[str, StepForm] = {}
        self._frames: dict[str, QWidget] = {}
        self.steps = StepList(self)
        self.preview = make_preview(self)
        self._arrange()
        self._connect()
        self._show_empty()

    # building

    def _arrange(self) -> None:
        self.heading = heading("", 2)
        self.hint = muted("")
        self.frozen = Banner("", "info", parent=self)
        self.frozen.add_action(tr("Lập bản sửa đổi"), lambda: self.run_action.emit("new_version"))
        self.early = Banner("", "info", slim=True, parent=self)
        self.early.hide()
        self.stack = QStackedWidget(self)
        self.back_button = plain_button(tr("Quay lại"), "chevron-left")
        self.next_button = primary_button("")
        self.preview_button = icon_button("panel", tr("Hiện trang in"))
        self.preview_button.setCheckable(True)
        self.preview_button.setChecked(True)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(14, 10, 10, 10)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.preview_button)
        column.addLayout(top)
        column.addWidget(self.hint)
        column.addWidget(self.frozen)
        column.addWidget(self.early)
        column.addWidget(self.stack, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(self.back_button)
        bottom.addStretch(1)
        bottom.addWidget(self.next_button)
        column.addLayout(bottom)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(middle)
        self.splitter.addWidget(self.preview)
        self.splitter.setCollapsible(0, False)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.empty = EmptyState("plan", tr("Chưa chọn kế hoạch"), tr("Hãy chọn một kế hoạch trong danh sách, hoặc soạn kế hoạch mới."))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.steps)
        row.addWidget(self.splitter, 1)
        row.addWidget(self.empty, 1)

    def _connect(self) -> None:
        self.steps.chosen.connect(self.go_to)
        self.steps.too_early.connect(self._say_order)
        self.back_button.clicked.connect(lambda: self._go_by(-1))
        self.next_button.clicked.connect(lambda: self._go_by(1))
        self.preview_button.clicked.connect(self.set_preview_shown)
        hear(self.preview, "anchor_clicked", self._page_clicked)
        hear(self.preview, "close_asked", lambda: self.set_preview_shown(False))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def _make_form(self, step: str) -> StepForm:
        make_grid, make_sections = self._makers
        session = self._session
        if step in ("purpose", "funding"):
            return SectionStep(session, ROLE_STEPS[step], make_sections)
        makers: dict[str, Callable[[], StepForm]] = {
            "what": lambda: WhatStep(session),
            "bases": lambda: BasesStep(session),
            "content": lambda: ContentStep(session, make_sections),
            "organisation": lambda: OrganisationStep(session, make_sections),
            "tasks": lambda: TasksStep(session, make_grid),
            "signature": lambda: SignatureStep(session),
            "review": lambda: ReviewStep(session),
        }
        return makers[step]()

    def form(self, step: str) -> StepForm:
        """The form of a step; made when it is first needed."""
        found = self._forms.get(step)
        if found is not None:
            return found
        form = self._forms[step] = self._make_form(step)
        form.run_action.connect(self._ask)
        form.status.connect(self.status)
        form.at_anchor.connect(lambda anchor: self._at_anchor(form, anchor))
        if isinstance(form, ReviewStep):
            form.jump.connect(self._jump)
        frame = form if form.scrolls_itself else Scroller(_padded(form))
        self._frames[step] = frame
        self.stack.addWidget(frame)
        return form

    # the plan

    @property
    def plan_id(self) -> int:
        """The plan that is shown; 0 for none."""
        return self._plan.id if self._plan else 0

    @property
    def step(self) -> str:
        """The step that is open."""
        return self._step

    def show_plan(self, plan_id: int) -> None:
        """Show a plan at the step where one left off."""
        if plan_id == self.plan_id:
            self.reload()
            return
        self.commit()
        try:
            self._plan = get_plan(self._session, plan_id)
        except KhError:
            self._show_empty()
            return
        self.empty.hide()
        self.steps.show()
        self.splitter.show()
        tell(self.preview, "show_plan", plan_id)
        self._open(get_bookmark(self._session, plan_id).step)

    def reload(self) -> None:
        """Show the plan as it is stored now."""
        if self._plan is None:
            return
        try:
            self._plan = get_plan(self._session, self._plan.id)
        except KhError:  # deleted, or its making was undone
            self._show_empty()
            return
        self.form(self._step).load(self._plan)
        self._show_state()

    def on_changes(self, changes: ChangeSet) -> None:
        """Refresh what a command, undo or redo touched."""
        if self._plan is None:
            return
        mine = self._plan.id in changes.plan_ids
        if mine or "office" in changes.kinds or "signer" in changes.kinds:
            if self.isVisible():
                self.reload()
            else:  # another page is in front: catch up when this one is
                self._stale = True
        for form in self._forms.values():
            form.on_changes(changes)
        if mine and self._plan is not None:
            tell(self.preview, "on_changes", changes)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.reload()

    def commit(self) -> None:
        """Take over everything that is being typed."""
        commit_editors(self)

    def _show_empty(self) -> None:
        self._plan = None
        self.steps.hide()
        self.splitter.hide()
        self.empty.show()

    # steps

    def go_to(self, step: str) -> None:
        """Turn to a step; what is being typed is stored first."""
        if self._plan is None:
            return
        self.commit()
        self._open(step)
        self.form(step).focus_anchor("")

    def _open(self, step: str) -> None:
        if self._plan is None:
            return
        self._step = step
        self.early.set_text("")
        mark = get_bookmark(self._session, self._plan.id)
        if mark.step != step or step not in mark.visited:  # merely looking at a plan writes nothing
            set_bookmark(self._session, self._plan.id, step)
        form = self.form(step)
        self._plan = get_plan(self._session, self._plan.id)
        form.load(self._plan)
        frame = self._frames[step]
        self.stack.setCurrentWidget(frame)
        if isinstance(frame, Scroller):
            frame.verticalScrollBar().setValue(0)
        self._fit_preview(step)
        self.heading.setText(step_name(step))
        self.hint.setText(step_hint(step))
        at = WIZARD_STEPS.index(step)
        self.back_button.setVisible(at > 0)
        self.next_button.setVisible(at + 1 < len(WIZARD_STEPS))
        if at + 1 < len(WIZARD_STEPS):
            self.next_button.setText(tr("Tiếp: {step}", step=step_name(WIZARD_STEPS[at + 1])))
        self._show_state()
        self._turn_paper(form.first_anchor())
        self.step_changed.emit(step)

    def _say_order(self, step: str) -> None:
        """A later step was clicked: the one behind the open one is turned to as "Tiếp" does, else it is said which one comes now. The
        focus stays where the person writes."""
        coming = next((step for step, button in self.steps.buttons.items() if not button.visited), "")
        if step == coming and WIZARD_STEPS.index(step) == WIZARD_STEPS.index(self._step) + 1:
            self.go_to(step)
        elif coming:
            self.early.set_text(tr("Hãy đi lần lượt: bước tiếp theo là “{step}”.", step=step_name(coming)))

    def _go_by(self, direction: int) -> None:
        at = WIZARD_STEPS.index(self._step) + direction
        if 0 <= at < len(WIZARD_STEPS):
            self.go_to(WIZARD_STEPS[at])

    def _show_state(self) -> None:
        plan = self._plan
        if plan is None:
            return
        bookmark = get_bookmark(self._session, plan.id)
        found = problems(plan, get_office(self._session))
        visited = WIZARD_STEPS if bookmark.done or plan.state is PlanState.ISSUED else bookmark.visited
        self.steps.show_state(self._step, visited, by_step(found))
        frozen = plan.state is PlanState.ISSUED
        words = tr(
            "Kế hoạch số {number} đã ban hành ngày {date} nên không sửa được nữa.", number=plan.full_number, date=text_from_iso(plan.issued)
        )
        self.frozen.set_text(words if frozen and not self._forms[self._step].says_frozen else "")
        for form in self._forms.values():
            form.set_frozen(frozen)

    def _ask(self, action: str) -> None:
        self.commit()
        self.run_action.emit(action)

    # fields

    def focus_anchor(self, anchor: str) -> None:
        """Turn to the step of a printed field and put the focus on it."""
        if self._plan is not None:
            self._jump(step_of(anchor, self._plan), anchor)

    def _jump(self, step: str, anchor: str) -> None:
        self.commit()
        if step != self._step:
            self._open(step)
        form, frame = self.form(step), self._frames[step]
        form.focus_anchor(anchor)
        if isinstance(frame, Scroller):
            frame.reveal_soon(QApplication.focusWidget() or form)
        self._turn_paper(anchor)

    def _page_clicked(self, anchor: str) -> None:
        if anchor.partition(":")[0] in _WITH_NUMBER:
            self.status.emit(tr("Số và ngày được ghi khi ban hành: Kế hoạch ▸ Ghi số, ngày ban hành."))
        else:
            self.focus_anchor(anchor)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.stack.isAncestorOf(new):
            return
        frame = self._frames.get(self._step)
        if isinstance(frame, Scroller):
            frame.reveal(new)
        anchor = anchor_of(new)
        if anchor:
            self._at_anchor(self.form(self._step), anchor)

    def _at_anchor(self, form: StepForm, anchor: str) -> None:
        if form is self._forms.get(self._step):
            self._turn_paper(anchor)
            self.show_anchor.emit(anchor)

    def _turn_paper(self, anchor: str) -> None:
        """Show where a field is printed; again once the paper, if it has just come into view, has its size."""
        if anchor:
            self._paper_at = anchor
            tell(self.preview, "show_anchor", anchor)
            QTimer.singleShot(0, self, self._turn_paper_again)

    def _turn_paper_again(self) -> None:
        if self._paper_at:
            tell(self.preview, "show_anchor", self._paper_at)
            self._paper_at = ""

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002
        """Tab: the fields of the step, "Quay lại", "Tiếp", then what is around them."""
        frame = self._frames.get(self._step)
        if self._plan is None or frame is None:
            return super().focusNextPrevChild(next)
        fields = as_made(frame, self) if self.form(self._step).scrolls_itself else as_read(frame, self)
        buttons = [button for button in (self.back_button, self.next_button, self.preview_button) if takes_tab(button, self)]
        steps = [button for button in self.steps.buttons.values() if takes_tab(button, self)]
        found = neighbour([*steps, *fields, *buttons], QApplication.focusWidget(), next)
        if found is None:
            return super().focusNextPrevChild(next)
        found.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        return True

    def set_preview_shown(self, shown: bool) -> None:
        """Show or shut the page on the right; remembered for the grid and for the other steps apart."""
        self._preview_wanted[self._step == "tasks"] = shown
        self._show_preview(shown)

    def _fit_preview(self, step: str) -> None:
        # The grid needs the width more than the page does, unless there is room for both or the person wants it.
        wanted = self._preview_wanted.get(step == "tasks")
        self._show_preview(wanted if wanted is not None else self._has_room(step))

    def _has_room(self, step: str) -> bool:
        if step == "tasks":
            return self.width() >= _ROOM_FOR_BOTH * theme.font_scale()
        needed = self._frames[step].minimumSizeHint().width() + self.preview.minimumSizeHint().width() + _MARGINS
        return self.width() - self.steps.width() >= needed

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._plan is not None:
            self._fit_preview(self._step)

    def _show_preview(self, shown: bool) -> None:
        self.preview.setVisible(shown)
        self.preview_button.setChecked(shown)
        self.preview_button.setToolTip(tr("Ẩn trang in") if shown else tr("Hiện trang in"))


def _padded(form: StepForm) -> QWidget:
    """The form with room for the scroll bar and the frame of a focused field."""
    holder = QWidget()
    holder.setObjectName("pageBody")
    column = QVBoxLayout(holder)
    column.setContentsMargins(2, 2, 12, 8)
    column.addWidget(form)
    return holder
