"""The step of the tasks: the grid, or why this shape has none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from kh_desktop.domain.model import Plan, Shape
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import Banner, EmptyState
from kh_desktop.ui.wizard.form import StepForm, hear, set_anchor, tell

MakeGrid = Callable[[QWidget], QWidget]


class TasksStep(StepForm):
    """Holds the grid; it scrolls and saves by itself."""

    scrolls_itself = True
    says_frozen = True

    def __init__(self, session: Session, make_grid: MakeGrid, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.grid = make_grid(self)
        set_anchor(self.grid, "tasks")
        self._show_anyway = False
        self.not_printed = Banner(
            tr("Hình thức “Chỉ có lời văn” không in bảng nhiệm vụ. Các nhiệm vụ vẫn được giữ để theo dõi."),
            "info",
            parent=self,
        )
        self.not_printed.add_action(tr("In ở phụ lục"), self._switch)
        self.explained = EmptyState(
            "table",
            tr("Kế hoạch này chỉ có lời văn"),
            tr("Mọi việc viết ở bước Nội dung, không in bảng nhiệm vụ. Cứ đi tiếp, hoặc chuyển sang in nhiệm vụ ở phụ lục."),
            ((tr("Chuyển sang có phụ lục nhiệm vụ"), self._switch), (tr("Ghi nhiệm vụ để theo dõi, không in"), self._open_grid)),
        )
        with_grid = QWidget(self)
        column = QVBoxLayout(with_grid)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.not_printed)
        column.addWidget(self.grid, 1)
        self.stack = QStackedLayout(self)
        self.stack.addWidget(with_grid)
        self.stack.addWidget(self.explained)

        hear(self.grid, "status", self.status)
        hear(self.grid, "run_action", self.run_action)
        hear(self.grid, "row_chosen", self._row_chosen)

    def set_frozen(self, frozen: bool) -> None:
        """The grid can still be read and copied from, and says itself that it is shut."""
        self.not_printed.setEnabled(not frozen)

    def _row_chosen(self, row: object) -> None:
        kind, row_id = getattr(row, "kind", ""), getattr(row, "id", 0)
        if kind and row_id:
            self.at_anchor.emit(f"{kind}:{row_id}")

    def load(self, plan: Plan) -> None:
        """Tell the grid which plan; its own changes come by ``on_changes``."""
        other = self.plan is None or self.plan.id != plan.id
        self._show_anyway = self._show_anyway and not other
        super().load(plan)
        if other:
            tell(self.grid, "show_plan", plan.id)

    def show_plan_fields(self, plan: Plan) -> None:
        prose_only = plan.shape is Shape.SECTIONS
        self.not_printed.setVisible(prose_only)
        self.stack.setCurrentIndex(int(prose_only and not plan.groups and not self._show_anyway))

    def on_changes(self, changes: ChangeSet) -> None:
        tell(self.grid, "on_changes", changes)

    def first_anchor(self) -> str:
        return "group"

    def focus_anchor(self, anchor: str) -> bool:
        """The grid knows its rows."""
        if self.stack.currentIndex() == 0 and anchor.startswith(("task:", "group:")) and callable(getattr(self.grid, "focus_anchor", None)):
            self.grid.focus_anchor(anchor)  # type: ignore[attr-defined]
            return True
        return super().focus_anchor(anchor)

    def _switch(self) -> None:
        self.save(shape=Shape.APPENDIX)

    def _open_grid(self) -> None:
        self._show_anyway = True
        if self.plan is not None:
            self.show_plan_fields(self.plan)
        super().focus_anchor("tasks")
