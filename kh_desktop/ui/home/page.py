"""The first page: in five seconds one sees where to go on, what waits for a signature, what is missing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kh_desktop.domain.model import PlanState
from kh_desktop.services.office import get_office, is_set_up
from kh_desktop.services.plans import PlanSummary, get_plan, list_plans
from kh_desktop.services.progress import counts
from kh_desktop.services.review import Problem, problems
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.ui.i18n import say, tr
from kh_desktop.ui.next_step import next_step, plan_name, state_words
from kh_desktop.ui.widgets import (
    card,
    choice_card,
    clear_layout,
    heading,
    icon_label,
    muted,
    plain_button,
    primary_button,
    quiet_button,
    rule,
    scroll_page,
    text_label,
)
from kh_desktop.ui.words import progress_words

SHOWN_PROBLEMS = 4


class HomePage(QWidget):
    """``open_plan(id)``, ``open_at(id, anchor)``, ``open_table(id)``, ``go(page)``, ``run_action(command)``, ``plan_deed(deed, id)``,
    ``sample_wanted()``."""

    open_plan = Signal(int)
    open_at = Signal(int, str)
    open_table = Signal(int)
    go = Signal(str)
    run_action = Signal(str)
    plan_deed = Signal(str, int)
    sample_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page_id, self.title = "home", tr("Tổng quan")
        self.setAccessibleName(self.title)
        self._session = session
        self._stale = True
        self._layout = scroll_page(self, width=880)

    def on_shown(self) -> None:
        """Bring the page up to date when one turns to it."""
        if self._stale:
            self._build()

    def on_changes(self, changes: ChangeSet) -> None:
        """Anything may change what is said here; it is gathered when the page is looked at."""
        self._stale = True
        if self.isVisible():
            self._build()

    def _build(self) -> None:
        self._stale = False
        clear_layout(self._layout)
        plans = list_plans(self._session)
        if is_set_up(self._session) or plans:
            self._build_overview(plans)
        else:
            self._build_first_start()
        self._layout.addStretch(1)

    # --- first start

    def _build_first_start(self) -> None:
        self._layout.addWidget(heading(tr("Bắt đầu")))
        words = tr("Soạn, in và lưu kế hoạch kiểm soát thủ tục hành chính của xã, phường. Chọn một việc để bắt đầu.")
        self._layout.addWidget(text_label(words, "muted"))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._office_card(), 1)
        row.addWidget(self._sample_card(), 1)
        self._layout.addLayout(row)

    def _office_card(self) -> QFrame:
        text = tr("Bốn ô: cấp, tên, cấp trên, địa danh. Mọi kế hoạch lấy từ đây, khai một lần.")
        return choice_card("building", tr("Khai báo cơ quan"), text, tr("Khai báo cơ quan"), lambda: self.go.emit("office"), primary=True)

    def _sample_card(self) -> QFrame:
        text = tr("Một xã giả định với kế hoạch đầy đủ, để xem và thử. Không lẫn vào sổ của cơ quan.")
        return choice_card("book", tr("Xem sổ mẫu"), text, tr("Mở sổ mẫu"), self.sample_wanted.emit)

    def _new_card(self) -> QFrame:
        text = tr("Từ mẫu có sẵn, đi từng bước. Nghỉ lúc nào cũng được, mọi thứ tự lưu.")
        run = lambda: self.run_action.emit("new_plan")  # noqa: E731
        return choice_card("plan", tr("Soạn kế hoạch mới"), text, tr("Soạn kế hoạch mới"), run, primary=True)

    # --- every other day

    def _build_overview(self, plans: list[PlanSummary]) -> None:
        office = get_office(self._session).agency
        self._layout.addWidget(heading(office.short_name if office.name else tr("Tổng quan")))
        if not plans:
            row = QHBoxLayout()
            row.setSpacing(16)
            row.addWidget(self._new_card(), 1)
            row.addWidget(self._sample_card(), 1)
            self._layout.addLayout(row)
            return
        drafts = [p for p in plans if p.state is PlanState.DRAFT]
        waiting = [p for p in plans if p.state is PlanState.SUBMITTED]
        issued = [p for p in plans if p.state is PlanState.ISSUED and not p.superseded]
        if drafts:
            self._layout.addWidget(self._go_on(max(drafts, key=lambda p: p.updated)))
        if waiting:
            self._layout.addWidget(self._listed(tr("Đã trình, chờ ký"), waiting, "issue", tr("Ghi số, ngày ban hành")))
        others = sorted((p for p in drafts if len(drafts) > 1), key=lambda p: p.updated, reverse=True)[1:]
        if others:
            self._layout.addWidget(self._listed(tr("Các dự thảo khác"), others, "", tr("Soạn tiếp")))
        if issued:
            self._layout.addWidget(self._listed(tr("Đang thực hiện"), issued[:3], "", tr("Mở")))
        if not drafts and not self._session.read_only:
            button = plain_button(tr("Soạn kế hoạch mới"), "plus")
            button.clicked.connect(lambda _checked=False: self.run_action.emit("new_plan"))
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            self._layout.addLayout(row)

    def _go_on(self, summary: PlanSummary) -> QFrame:
        """The draft worked on last: its next step and what it lacks."""
        plan = get_plan(self._session, summary.id)
        step = next_step(self._session, plan)
        frame, layout = card()
        top = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(muted(tr("Soạn tiếp")))
        words.addWidget(heading(plan_name(summary), 2))
        words.addWidget(text_label(state_words(summary), "muted"))
        top.addLayout(words, 1)
        button = primary_button(step.text or tr("Mở"))
        button.clicked.connect(lambda _checked=False: self._do(step.deed, summary.id, step.anchor))
        top.addWidget(button)
        layout.addLayout(top)
        self._add_problems(layout, summary.id, problems(plan))
        return frame

    def _do(self, deed: str, plan_id: int, anchor: str) -> None:
        if deed in ("submit", "issue", "scans"):
            self.plan_deed.emit(deed, plan_id)
        elif anchor:
            self.open_at.emit(plan_id, anchor)
        else:
            self.open_plan.emit(plan_id)

    def _add_problems(self, layout: QVBoxLayout, plan_id: int, found: list[Problem]) -> None:
        missing = [p for p in found if p.severity == "missing"]
        if not missing:
            return
        layout.addSpacing(4)
        layout.addWidget(rule())
        layout.addWidget(muted(tr("Còn thiếu {count} chỗ", count=len(missing))))
        for problem in missing[:SHOWN_PROBLEMS]:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(icon_label("warn", 16, "soon"))
            row.addWidget(text_label(say(problem.said)), 1)
            button = quiet_button(tr("Sửa"))
            button.setAccessibleName(tr("Sửa: {text}", text=say(problem.said)))
            button.clicked.connect(lambda _checked=False, at=problem.anchor: self.open_at.emit(plan_id, at))
            row.addWidget(button)
            layout.addLayout(row)
        if len(missing) > SHOWN_PROBLEMS:
            layout.addWidget(muted(tr("và {count} chỗ khác, xem ở bước Kiểm tra lại", count=len(missing) - SHOWN_PROBLEMS)))

    def _listed(self, title: str, plans: list[PlanSummary], deed: str, words: str) -> QFrame:
        frame, layout = card()
        layout.addWidget(heading(title, 3))
        for index, summary in enumerate(plans):
            if index:
                layout.addWidget(rule())
            row = QHBoxLayout()
            text = QVBoxLayout()
            text.setSpacing(2)
            text.addWidget(text_label(plan_name(summary)))
            text.addWidget(muted(state_words(summary)))
            if summary.state is PlanState.ISSUED:
                text.addWidget(self._progress(summary), 0, Qt.AlignmentFlag.AlignLeft)
            row.addLayout(text, 1)
            button = plain_button(words)
            button.setAccessibleName(f"{words}: {plan_name(summary)}")
            button.setEnabled(not deed or not self._session.read_only)
            button.clicked.connect(lambda _checked=False, number=summary.id: self._do(deed, number, ""))
            row.addWidget(button)
            layout.addLayout(row)
        return frame

    def _progress(self, summary: PlanSummary) -> QPushButton:
        """One quiet line: how far the work is; it opens the table."""
        words = progress_words(counts(self._session, summary.id))
        button = quiet_button(words)
        button.setProperty("kind", "line")
        button.setAccessibleName(f"{words}: {plan_name(summary)}")
        button.setToolTip(tr("Mở bảng nhiệm vụ"))
        button.clicked.connect(lambda _checked=False: self.open_table.emit(summary.id))
        return button
