"""The targets of the plan: the list, the one in full beside it, those still to be taken from the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kh_desktop.domain.model import PlanState
from kh_desktop.domain.target_finder import place_of
from kh_desktop.services.dashboard import TargetRow
from kh_desktop.services.indicators import found_targets, indicators, remove_targets, take_targets
from kh_desktop.services.plans import get_plan
from kh_desktop.services.session import Session
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.indicators.add_target import AddTargetDialog
from kh_desktop.ui.indicators.found_dialog import FoundDialog
from kh_desktop.ui.indicators.lines import paint_target, target_line
from kh_desktop.ui.indicators.rows_pane import scrolling
from kh_desktop.ui.indicators.target_pane import TargetPane
from kh_desktop.ui.sheets import ask
from kh_desktop.ui.widgets import Banner, EmptyState, plain_button, text_label
from kh_desktop.ui.widgets.charts import ChartList
from kh_desktop.ui.widgets.flow import FlowLayout


class TargetsView(QWidget):
    """``open_row(plan_id, "task:12")`` and ``open_at(plan_id, "section:5")`` for the sentence of a target."""

    open_row = Signal(int, str)
    open_at = Signal(int, str)
    readings_wanted = Signal(str)
    status = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: tuple[TargetRow, ...] = ()
        self._plan_ids: list[int] = []
        self.key = ""
        self.list = ChartList(tr("Chỉ tiêu của kế hoạch"), paint_target, lines=1.9, stays=True)
        self.pane = TargetPane(session)
        self.look = plain_button(tr("Tìm chỉ tiêu trong kế hoạch"), "search")
        self.add = plain_button(tr("Thêm chỉ tiêu"), "plus")
        self.none_left = Banner("", "info", slim=True, closable=True)
        self._build()
        self.list.opened.connect(self.choose)
        self.look.clicked.connect(lambda _checked=False: self.look_for_targets())
        self.add.clicked.connect(lambda _checked=False: self.add_target())
        self.pane.place_wanted.connect(self.open_place)
        self.pane.remove_wanted.connect(self.remove_target)
        self.pane.readings_wanted.connect(self.readings_wanted)
        self.pane.status.connect(self.status)

    def _build(self) -> None:
        self.none_left.hide()
        inner = QWidget()
        inner.setObjectName("pageBody")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(12, 4, 8, 12)
        self._column.setSpacing(6)
        deeds = FlowLayout(spacing=8)
        deeds.addWidget(self.look)
        deeds.addWidget(self.add)
        self._column.addLayout(deeds)
        self._column.addWidget(self.none_left)
        self._column.addWidget(self.list)
        self._column.addStretch(1)
        words = tr("Chương trình tìm các con số trong lời văn của kế hoạch; tick những chỉ tiêu đúng là xong.")
        self._empty = EmptyState("target", tr("Kế hoạch chưa có chỉ tiêu trong sổ"), words, [
            (tr("Tìm chỉ tiêu trong kế hoạch"), self.look_for_targets), (tr("Thêm chỉ tiêu"), self.add_target),
        ])  # fmt: skip
        full = QWidget()
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(scrolling(inner), 3)
        self._beside = QStackedWidget()
        hint = text_label(tr("Chọn một chỉ tiêu để xem câu trong kế hoạch, số liệu các kỳ và sửa."), "muted")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setMargin(24)
        self._beside.addWidget(hint)
        self._beside.addWidget(scrolling(self.pane))
        row.addWidget(self._beside, 2)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(full)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def show_targets(self, rows: Sequence[TargetRow], plan_ids: Sequence[int]) -> None:
        """Show the targets of these plans."""
        self._rows, self._plan_ids = tuple(rows), list(plan_ids)
        writable = bool(plan_ids) and not self._session.read_only
        self.look.setEnabled(writable)
        self.add.setEnabled(writable)
        self._stack.setCurrentIndex(0 if rows or not writable else 1)
        self.list.show_rows([target_line(row) for row in rows])
        self._show_chosen()

    def choose(self, key: str) -> None:
        """Show a target in full."""
        self.key = key
        self._show_chosen()

    def _chosen(self) -> TargetRow | None:
        return next((row for row in self._rows if str(row.target.id) == self.key), None)

    def _show_chosen(self) -> None:
        row = self._chosen()
        self.list.choose(self.key if row else "")
        self._beside.setCurrentIndex(1 if row else 0)
        if row is not None:
            plan = get_plan(self._session, row.plan_id)
            has_place = bool(row.target.sentence) and place_of(plan, row.target) is not None
            self.pane.show_row(row, frozen=plan.state is PlanState.ISSUED, has_place=has_place)

    @guarded
    def open_place(self) -> None:
        """Go to the sentence in the plan."""
        row = self._chosen()
        found = place_of(get_plan(self._session, row.plan_id), row.target) if row else None
        if row is not None and found is not None:
            (self.open_row if found[0] == "task" else self.open_at).emit(row.plan_id, f"{found[0]}:{found[1]}")

    @guarded
    def look_for_targets(self) -> None:
        """What the program finds in the text of the plan, with ticks."""
        if not self._plan_ids or self._session.read_only:
            return
        plan_id = self._plan_ids[0]
        found = found_targets(self._session, plan_id)
        if not found:
            self.none_left.show_message(tr("Không tìm thấy con số nào khác trong lời văn của kế hoạch."), "info")
            self.none_left.show()
            return
        dialog = FoundDialog(found, indicators(self._session), self)
        if dialog.exec() == FoundDialog.DialogCode.Accepted:
            chosen = dialog.chosen()
            take_targets(self._session, plan_id, chosen)
            self.status.emit(tr("Đã nhận {count} chỉ tiêu. Ctrl+Z để hoàn tác.", count=len(chosen)))
        dialog.deleteLater()

    @guarded
    def add_target(self) -> None:
        """A target typed by a person."""
        if not self._plan_ids or self._session.read_only:
            return
        dialog = AddTargetDialog(self._session, self._plan_ids[0], self)
        if dialog.exec() == AddTargetDialog.DialogCode.Accepted:
            self.choose(str(dialog.made))
            self.status.emit(tr("Đã thêm chỉ tiêu. Ctrl+Z để hoàn tác."))
        dialog.deleteLater()

    @guarded
    def remove_target(self) -> None:
        """Take the target off the plan, after a named question; the text of the plan stays."""
        row = self._chosen()
        if row is None:
            return
        name = target_line(row).name
        words = tr("“{name}” không còn được theo dõi. Lời văn của kế hoạch và số liệu giữ nguyên. Hoàn tác được bằng Ctrl+Z.", name=name)
        if ask(tr("Bỏ chỉ tiêu này?"), words, tr("Bỏ chỉ tiêu"), danger=True, parent=self):
            remove_targets(self._session, [row.target.id])
            self.status.emit(tr("Đã bỏ chỉ tiêu. Ctrl+Z để hoàn tác."))
