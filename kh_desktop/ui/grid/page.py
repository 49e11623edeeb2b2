"""The page "Phụ lục": the grid, and beside it the selected row with its progress and its history."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from kh_desktop.domain.model import PlanState
from kh_desktop.services.office import find_units
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.ui import theme
from kh_desktop.ui.grid.details import TaskDetails
from kh_desktop.ui.grid.following.side_panel import SidePanel
from kh_desktop.ui.grid.following.states import state_column
from kh_desktop.ui.grid.panel import GridPanel
from kh_desktop.ui.grid.rows import GridRow
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.settings_store import SettingsStore
from kh_desktop.ui.widgets import icon_button

_DETAILS_WIDTH = 264


class AppendixPage(QWidget):
    """Shows one plan's task table; the details can be shut and opened again."""

    run_action = Signal(str)
    status = Signal(str)
    plan_deed = Signal(str, int)

    def __init__(self, session: Session, parent: QWidget | None = None, *, settings: SettingsStore | None = None) -> None:
        super().__init__(parent)
        self.page_id = "appendix"
        self.title = tr("Phụ lục")
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.panel = GridPanel(session, self, settings=settings)
        self.details = TaskDetails(lambda part: [unit.name for unit in find_units(session, part)], self)
        self.side = SidePanel(session, self.details, self.panel.follow, self)
        self._settings = settings
        self._toggle = icon_button("panel", tr("Chi tiết của dòng đang chọn"), "F4", parent=self)
        self._toggle.setCheckable(True)
        self._toggle.setChecked(True)
        self._toggle.setShortcut("F4")
        self._build()
        self.panel.run_action.connect(self.run_action)
        self.panel.status.connect(self.status)
        self.panel.row_chosen.connect(self._show_row)
        self.panel.follow.tracking_wanted.connect(self._save_tracking)
        self.panel.follow.column_toggled.connect(self._keep_column)
        self.side.closed.connect(lambda: self._toggle.setChecked(False))
        self.details.edited.connect(self.panel.edit_row)
        self.details.join_deadlines(self.panel.deadlines, self.panel.model.readings, can_write=not session.read_only)
        self.details.continues_changed.connect(self.panel.set_continues)
        self._toggle.toggled.connect(self._show_details)

    def _build(self) -> None:
        self._states = self.panel.follow.button(self)
        self.panel.add_corner(self._states)
        self.panel.add_corner(self._toggle)
        left = QWidget(self)
        box = QVBoxLayout(left)
        box.setContentsMargins(12, 8, 12, 4)
        box.addWidget(self.panel)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.side)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._splitter.setCollapsible(0, False)
        self._splitter.setSizes([1000, round(_DETAILS_WIDTH * theme.font_scale())])
        self.side.setMinimumWidth(round(240 * theme.font_scale()))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)

    def show_plan(self, plan_id: int) -> None:
        """Show the appendix of a plan."""
        self.panel.show_plan(plan_id)

    def on_changes(self, changes: ChangeSet) -> None:
        """Take in what changed."""
        self.panel.on_changes(changes)
        self.side.on_changes(changes)

    def focus_anchor(self, anchor: str) -> None:
        """Go to a row or cell."""
        self.panel.focus_anchor(anchor)

    def commit(self) -> None:
        """Store what is being typed in the grid or beside it."""
        self.panel.commit()
        self.side.commit()

    def _show_details(self, on: bool) -> None:
        if not on:
            self.side.commit()
        self.side.setVisible(on)
        if on:
            self._show_row(self.panel.current_row())

    def _show_row(self, row: GridRow | None) -> None:
        self._show_column()
        if self._toggle.isChecked():
            self.side.show_row(self.panel.plan(), row, read_only=self.panel.model.read_only)

    # --- following

    def _save_tracking(self) -> None:
        plan = self.panel.plan()
        if plan is not None:
            self.commit()
            self.plan_deed.emit("tracking", plan.id)

    def _issued(self) -> bool:
        plan = self.panel.plan()
        return plan is not None and plan.state is PlanState.ISSUED

    def _show_column(self) -> None:
        """The column of states is shown where the person wants it; at first on issued plans, whose work one follows."""
        wanted = self._settings.state.state_column if self._settings is not None else "issued"
        on = wanted == "always" or (wanted == "issued" and self._issued())
        self.panel.follow.column.setChecked(on)
        # While a plan is drafted, the room belongs to the commands that draft it.
        style = Qt.ToolButtonStyle
        self._states.setToolButtonStyle(style.ToolButtonTextBesideIcon if self._issued() else style.ToolButtonIconOnly)
        if on != bool(self.panel.model.extra):
            self.panel.model.show_extra((state_column(),) if on else ())

    def _keep_column(self, on: bool) -> None:
        choice = ("issued" if self._issued() else "always") if on else ("never" if self._issued() else "issued")
        if self._settings is not None:
            self._settings.update(state_column=choice)
        self.commit()
        self.panel.model.show_extra((state_column(),) if on else ())
