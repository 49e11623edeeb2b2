"""How the plan is seen in the grid: filter, folded groups, other orders, find, zoom, column widths. None of it but the widths is stored."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from kh_desktop.ui.grid.editors import CellDelegate
from kh_desktop.ui.grid.filter_bar import FilterBar
from kh_desktop.ui.grid.filtering import Filter, apply_filter, plain_text, units_of
from kh_desktop.ui.grid.find_bar import FindBar
from kh_desktop.ui.grid.folding import Folding
from kh_desktop.ui.grid.header import GroupedHeader
from kh_desktop.ui.grid.host import Host
from kh_desktop.ui.grid.ordering import ORDERS, sorted_rows
from kh_desktop.ui.grid.rows import GridRow
from kh_desktop.ui.grid.searching import Finder
from kh_desktop.ui.grid.see_actions import SEE_ACTIONS, make_see_actions
from kh_desktop.ui.grid.widths import ColumnWidths
from kh_desktop.ui.grid.zoom import Zoom
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import Banner, icon_button, quiet_button

_WARMED = 400  # rows whose texts are folded in one idle turn


class Seeing(QObject):
    """``show_again`` shows the plan as it is locked or not after another order was chosen. The bars are put in place by the panel."""

    def __init__(self, host: Host, delegate: CellDelegate, parent: QWidget, show_again: Callable[[], None]) -> None:
        super().__init__(parent)
        self._host, self._show_again = host, show_again
        self.order = ""
        self._kept_closed: set[int] = set()
        self._filter = Filter()
        self.finder = Finder(host, delegate, self)
        self.filter_bar, self.find_bar = FilterBar(parent), FindBar(self.finder, parent)
        self.folding, self.zoom = Folding(host.view, host.model), Zoom(host.view)
        self._header = host.view.horizontalHeader()
        self.widths = ColumnWidths(host, self._header) if isinstance(self._header, GroupedHeader) else None
        self.order_banner = Banner("", "info", slim=True, parent=parent)
        self.order_banner.add_action(tr("Trở về thứ tự của kế hoạch"), lambda: self.sort_by(""))
        self.order_banner.hide()
        self.actions = make_see_actions(parent, {entry.id: getattr(self, entry.id) for entry in SEE_ACTIONS})
        self.size_button = quiet_button("", parent=parent)
        self.size_button.setToolTip(tr("Trở về cỡ chữ thường"))
        self.size_button.hide()
        self._warm = QTimer(self)
        self._warm.setInterval(0)
        self._warm.timeout.connect(self._warm_up)
        self._cold = 0
        self._make_buttons(parent)
        self._connect()

    def _make_buttons(self, parent: QWidget) -> None:
        self.menu = self._view_menu(parent)
        self.filter_button = icon_button("filter", tr("Lọc"), "Ctrl+Shift+L", parent=parent)
        self.filter_button.setCheckable(True)
        self.find_button = icon_button("search", tr("Tìm trong bảng"), "Ctrl+F", parent=parent)
        self.view_button = icon_button("eye", tr("Cách xem bảng"), parent=parent)
        self.view_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.view_button.setMenu(self.menu)
        self.buttons = (self.filter_button, self.find_button, self.view_button)

    def _view_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for entry in SEE_ACTIONS:
            if entry.line:
                menu.addSeparator()
            if entry.menu:
                menu.addAction(self.actions[entry.id])
        menu.addSeparator()
        by, group = QMenu(tr("Xem theo"), menu), QActionGroup(menu)
        menu.addMenu(by)
        self.order_actions: dict[str, QAction] = {}
        for key, name in {"": tr("Thứ tự của kế hoạch"), **{key: tr(name) for key, name in ORDERS.items()}}.items():
            action = by.addAction(name)
            action.setCheckable(True)
            action.setChecked(key == "")
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, key=key: self.sort_by(key))
            self.order_actions[key] = action
        return menu

    def _connect(self) -> None:
        self.filter_button.clicked.connect(self.filter)
        self.find_button.clicked.connect(self.find)
        self.filter_bar.wanted.connect(self.apply)
        self.filter_bar.left.connect(self._filter_left)
        self.find_bar.left.connect(self._back_to_grid)
        self.find_bar.selection_wanted.connect(self._keep_to_selection)
        self.zoom.changed.connect(self._zoomed)
        self.size_button.clicked.connect(self.zoom.reset)
        if self._header is not None:
            self._header.customContextMenuRequested.connect(self._header_menu)

    # --- what the panel tells

    def start_over(self) -> None:
        """Another plan is shown."""
        self._filter, self._kept_closed, self.order, self._host.model.listing = Filter(), set(), "", None
        self.order_actions[""].setChecked(True)
        self.order_banner.hide()
        self.filter_bar.clear()
        self.filter_bar.hide()
        self.filter_button.setChecked(False)
        if self.find_bar.isVisible():
            self.find_bar.leave()

    def refresh(self, *, locked: bool) -> None:
        """The plan changed: found places and the units to choose from follow it; what is filtered stays until it is asked for again."""
        if isinstance(self._header, GroupedHeader):
            self._header.adjustable = not locked
        self.actions["usual_widths"].setEnabled(not locked)
        if self.find_bar.isVisible():
            self.finder.refresh()

    def restricted(self) -> bool:
        """Whether the grid shows another order, in which nothing can be edited."""
        return bool(self.order)

    # --- find

    def find(self) -> None:
        """Open the bar that finds."""
        self._open_find(replace=False)

    def replace(self) -> None:
        """Open the bar that finds and replaces."""
        self._open_find(replace=True)

    def _open_find(self, *, replace: bool) -> None:
        self._host.commit()
        self._start_warming()
        self.find_bar.open(replace=replace, editable=not self._host.model.read_only)

    def find_next(self) -> None:
        """The next place."""
        self._step(1)

    def find_previous(self) -> None:
        """The place before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        self._host.commit()
        if self.find_bar.isVisible():
            self.find_bar.step(by)
        else:
            self._open_find(replace=False)

    def _keep_to_selection(self, on: bool) -> None:
        rows = self._host.selection.rows()
        self.finder.keep_to(frozenset(row.id for row in rows if row.kind == "task") if on else None)

    def _back_to_grid(self) -> None:
        self._host.view.setFocus()

    # --- filter

    def filter(self) -> None:
        """Open the bar that filters, or go to it; a click on its button while it is open closes it."""
        self._host.commit()
        if self.filter_bar.isVisible() and self.sender() is self.filter_button:
            self.filter_bar.leave()
            return
        if self.order:
            self.sort_by("")
        self._start_warming()
        self.filter_button.setChecked(True)
        self.filter_bar.open(units_of(self._host.model.all_rows))
        self.apply(self.filter_bar.asked())

    def apply(self, wanted: Filter) -> None:
        """Show the rows that fit; without anything asked for, all. Groups that were folded open for a filter and fold again after it."""
        model, plan = self._host.model, self._host.plan()
        self._host.commit()
        current = self._host.current_row()
        if bool(wanted) != bool(self._filter):
            kept = self._kept_closed if self._filter else set()
            self._kept_closed = set(model.arrangement.closed)
            model.arrangement.closed = set(kept)
        self._filter = wanted
        found = None
        if wanted and plan is not None:
            found = apply_filter(model.all_rows, {task.id: task for group in plan.groups for task in group.tasks}, wanted)
        model.arrangement.left_out = set(found.left_out) if found is not None else set()
        model.arrange()
        self.filter_bar.tell(found)
        self._stay_at(current)

    def _stay_at(self, current: GridRow | None) -> None:
        model, view = self._host.model, self._host.view
        place = model.row_of(current.key) if current is not None else -1
        if place >= 0:
            view.scrollTo(view.currentIndex())
        elif model.rows:
            first = next((at for at, row in enumerate(model.rows) if row.kind == "task"), 0)
            view.go_to(first, "content")

    def _filter_left(self) -> None:
        self.filter_button.setChecked(False)
        self._host.view.setFocus()

    # --- folding, order, size, widths

    def close_all(self) -> None:
        """Only group rows."""
        self.folding.close_all()

    def open_all(self) -> None:
        """Every row."""
        self.folding.open_all()

    def sort_by(self, order: str) -> None:
        """Show the tasks in another order, to look at; "" goes back to the order that is signed."""
        self._host.commit()
        if order == self.order:
            return
        if order and self.filter_bar.isVisible():
            self.filter_bar.leave()
        current = self._host.current_row()
        self.order = order
        self.order_actions[order].setChecked(True)
        self._host.model.listing = self._sorted if order else None
        name = tr(ORDERS[order]).lower() if order else ""
        self.order_banner.set_text(
            tr("Đang xem theo {order}, chỉ để xem. Thứ tự trong kế hoạch không đổi.", order=name) if order else ""
        )  # fmt: skip
        self._show_again()
        self._stay_at(current)

    def _sorted(self) -> list[GridRow]:
        plan = self._host.plan()
        return sorted_rows(plan, self.order) if plan is not None else []

    def larger(self) -> None:
        """Larger texts."""
        self.zoom.larger()

    def smaller(self) -> None:
        """Smaller texts."""
        self.zoom.smaller()

    def usual_size(self) -> None:
        """Texts as large as usual."""
        self.zoom.reset()

    def _zoomed(self, percent: int) -> None:
        self.size_button.setText(tr("{percent} %", percent=percent))
        self.size_button.setVisible(percent != 100)

    def usual_widths(self) -> None:
        """The widths of the column set."""
        if self.widths is not None:
            self.widths.reset()

    def _header_menu(self, place: QPoint) -> None:
        if self.widths is not None:
            menu = self.widths.menu(place)
            menu.exec(self._header.viewport().mapToGlobal(place))
            menu.deleteLater()

    # --- ready before the first letter

    def _start_warming(self) -> None:
        self._cold = 0
        self._warm.start()

    def _warm_up(self) -> None:
        rows = self._host.model.all_rows[self._cold : self._cold + _WARMED]
        for row in rows:
            plain_text(row)
        self._cold += len(rows)
        if not rows:
            self._warm.stop()
