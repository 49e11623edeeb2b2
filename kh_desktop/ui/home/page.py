"""The first page: in five seconds one sees where to go on, what waits for a signature, what is missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kh_desktop.domain.model import PlanState
from kh_desktop.domain.schedule import Entry
from kh_desktop.services.office import get_office, is_set_up
from kh_desktop.services.places import is_carried
from kh_desktop.services.plans import PlanSummary, get_plan, list_plans, to_roll
from kh_desktop.services.progress import counts
from kh_desktop.services.review import Problem, problems
from kh_desktop.services.schedule import agenda
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.ui import theme
from kh_desktop.ui.actions import COMMANDS
from kh_desktop.ui.due_deeds import finish, set_state
from kh_desktop.ui.due_words import day_words
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.home.due_board import Due, DueBoard, due_of, limits
from kh_desktop.ui.i18n import say, tr
from kh_desktop.ui.next_step import next_step, plan_name, state_words
from kh_desktop.ui.widgets import (
    ElidedButton,
    ElidedLabel,
    SaidLine,
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

IMPORT = "import_plan"  # the command that reads a plan somebody made elsewhere
SHOWN_PROBLEMS = 4
SHOWN_PLANS = 2
_ORDER = (PlanState.ISSUED, PlanState.DRAFT, PlanState.SUBMITTED)


class HomePage(QWidget):
    """``open_plan(id)``, ``open_at(id, anchor)``, ``open_table(id)``, ``go(page)``, ``run_action(command)``, ``plan_deed(deed, id)``,
    ``sample_wanted()``, ``open_entry(Entry or Waiting)``, ``open_day(ISO day)``."""

    open_plan = Signal(int)
    open_at = Signal(int, str)
    open_table = Signal(int)
    go = Signal(str)
    run_action = Signal(str)
    plan_deed = Signal(str, int)
    sample_wanted = Signal()
    open_entry = Signal(object)
    open_day = Signal(str)

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        clock: Callable[[], datetime] = datetime.now,
        has_calendar: bool = False,
    ) -> None:
        super().__init__(parent)
        self.page_id, self.title = "home", tr("Tổng quan")
        self.setAccessibleName(self.title)
        self._session, self._clock, self._has_calendar = session, clock, has_calendar
        self._stale = True
        self._to_roll = 0  # the plan from which the one that is due can be made
        self._step: object | None = None  # the step that ``said`` speaks of
        self.said = SaidLine(self._undo, self)
        self.board: DueBoard | None = None
        self._due = Due()
        self._layout = scroll_page(self, width=1120)

    def on_shown(self) -> None:
        """Bring the page up to date when one turns to it."""
        if self._stale:
            self._build()

    def on_changes(self, changes: ChangeSet) -> None:
        """Anything may change what is said here; it is gathered when the page is looked at."""
        self.said.hide()
        self._outdated()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """On another page one has forgotten what was said here."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.said.hide()

    def on_new_day(self) -> None:
        """What is late and what is soon changes at midnight."""
        self._outdated()

    def _outdated(self) -> None:
        self._stale = True
        if self.isVisible():
            self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """More room shows more lines."""
        super().resizeEvent(event)
        self._show_due()

    def _build(self) -> None:
        self._stale = False
        self.board = None
        self.said.setParent(self)
        clear_layout(self._layout)
        plans = list_plans(self._session)
        rolled = to_roll(plans, self._today())
        self._to_roll = rolled.id if rolled is not None else 0
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
        if any(c.id == IMPORT for c in COMMANDS):
            row.addWidget(self._import_card(), 1)
        row.addWidget(self._sample_card(), 1)
        self._layout.addLayout(row)
        self._layout.addWidget(self._place_line())

    def _place_line(self) -> QFrame:
        """Quietly: where everything is kept, and the one habit that saves it."""
        frame, layout = card()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(icon_label("database", 20, "text_muted"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(text_label(tr("Sổ kế hoạch ở trên máy này: {path}", path=self._session.path)))
        advice = tr("Bản sao lưu tự làm, nằm cạnh sổ. Mỗi tháng nên chép cả thư mục ra USB. Chuyển sổ sang nơi khác: trang Cài đặt.")
        if is_carried(self._session.path):
            advice = tr("Chế độ mang theo (USB): mọi thứ ở trong thư mục của chương trình. Mỗi tháng nên chép cả thư mục sang máy khác.")
        words.addWidget(muted(advice))
        row.addLayout(words, 1)
        button = quiet_button(tr("Mở thư mục"), "folder")
        button.clicked.connect(lambda _checked=False: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._session.path.parent))))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(row)
        return frame

    def _import_card(self) -> QFrame:
        text = tr("Tệp Word, PDF hoặc Excel của kế hoạch đã ban hành. Chương trình đọc vào sổ để lập kế hoạch năm sau.")
        return choice_card("import", tr("Mở kế hoạch có sẵn"), text, tr("Chọn tệp"), lambda: self.run_action.emit(IMPORT))

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
        self._layout.addLayout(self._top())
        if not plans:
            row = QHBoxLayout()
            row.setSpacing(16)
            row.addWidget(self._new_card(), 1)
            row.addWidget(self._sample_card(), 1)
            self._layout.addLayout(row)
            return
        self._due = due_of(agenda(self._session, self._today()), self._today())
        if self._due.is_quiet and all(p.state is PlanState.DRAFT for p in plans):
            self._build_writing(plans)
        else:
            self._build_due(plans)

    def _today(self) -> date:
        return self._clock().date()

    def _top(self) -> QHBoxLayout:
        """The office, and on the right what was just done, else the day."""
        office = get_office(self._session).agency
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(heading(office.short_name if office.name else tr("Tổng quan")))
        day = muted(day_words(self._today().isoformat()))
        day.setWordWrap(False)
        row.addWidget(day)
        row.addWidget(self.said, 1)
        row.addStretch(0)
        return row

    # --- following what was issued

    def _build_due(self, plans: list[PlanSummary]) -> None:
        board = DueBoard(has_calendar=self._has_calendar, can_write=not self._session.read_only)
        board.opened.connect(self.open_entry)
        board.state_wanted.connect(self._set_state)
        board.all_wanted.connect(lambda: self.go.emit("calendar"))
        board.day_wanted.connect(self.open_day)
        board.side.addWidget(self._plans_card(plans))
        self.board = board
        self._layout.addWidget(board)
        self._show_due()

    def _show_due(self) -> None:
        """As many lines as fit."""
        if self.board is not None:
            height = round(self.height() / theme.font_scale())
            self.board.show_due(self._due, self._today(), limits(height, len(self._due.late), len(self._due.coming)))

    @guarded
    def _set_state(self, entry: Entry, state: str) -> None:
        today, before = self._today(), self._session.newest_step
        words = finish(self._session, entry, today) if state == "done" else set_state(self._session, entry, state)
        self._step = self._session.newest_step
        self.said.show_words(words, undo=self._step is not before)

    def _undo(self) -> None:
        """Only what was said is taken back, never a newer step."""
        if self._step is self._session.newest_step:
            self.run_action.emit("undo")
        self.said.hide()

    def _plans_card(self, plans: list[PlanSummary]) -> QFrame:
        """The plans that need a person, one short line each: being written, waiting for a signature, being carried out."""
        frame, layout = card()
        layout.setContentsMargins(16, 10, 12, 12)
        layout.setSpacing(4)
        top = QHBoxLayout()
        top.addWidget(heading(tr("Kế hoạch"), 3), 1)
        if not self._session.read_only:
            button = quiet_button(tr("Soạn mới"), "plus")
            button.setProperty("kind", "line")
            button.clicked.connect(lambda _checked=False: self.run_action.emit("new_plan"))
            top.addWidget(button)
        layout.addLayout(top)
        open_plans = [p for p in plans if p.state is not PlanState.ISSUED or not p.superseded]
        open_plans.sort(key=lambda p: (_ORDER.index(p.state), p.updated), reverse=True)
        shown, in_force = open_plans[:SHOWN_PLANS], next((p for p in open_plans if p.state is PlanState.ISSUED), None)
        if in_force is not None and in_force not in shown:
            # What is being carried out stays in sight beside what is being written.
            shown[-1] = in_force
        for summary in shown:
            layout.addLayout(self._plan_line(summary))
        if len(open_plans) > SHOWN_PLANS:
            more = quiet_button(tr("Xem cả {count} kế hoạch", count=len(plans)))
            more.setProperty("kind", "line")
            more.clicked.connect(lambda _checked=False: self.go.emit("plans"))
            layout.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _plan_line(self, summary: PlanSummary) -> QHBoxLayout:
        row, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(0)
        name = ElidedButton(plan_name(summary))
        name.clicked.connect(lambda _checked=False: self.open_plan.emit(summary.id))
        words.addWidget(name)
        if summary.state is PlanState.ISSUED:
            words.addWidget(self._progress(summary), 0, Qt.AlignmentFlag.AlignLeft)
        else:
            words.addWidget(ElidedLabel(state_words(summary)))
        row.addLayout(words, 1)
        deed, text = {
            PlanState.DRAFT: ("", tr("Soạn tiếp")),
            PlanState.SUBMITTED: ("issue", tr("Ghi số, ngày ban hành")),
            PlanState.ISSUED: ("next_year", tr("Lập kế hoạch năm sau")) if summary.id == self._to_roll else ("", ""),
        }[summary.state]
        if text:
            button = quiet_button(text)
            button.setAccessibleName(f"{text}: {plan_name(summary)}")
            button.setEnabled(not deed or not self._session.read_only)
            button.clicked.connect(lambda _checked=False: self._do(deed, summary.id, ""))
            row.addWidget(button)
        return row

    # --- writing, when nothing is to be followed yet

    def _build_writing(self, plans: list[PlanSummary]) -> None:
        newest, *others = sorted(plans, key=lambda p: p.updated, reverse=True)
        self._layout.addWidget(self._go_on(newest))
        if others:
            self._layout.addWidget(self._other_drafts(others))

    def _go_on(self, summary: PlanSummary) -> QFrame:
        """The draft worked on last: its next step and what it lacks."""
        plan = get_plan(self._session, summary.id)
        found = problems(plan, get_office(self._session))
        step = next_step(self._session, plan, found)
        frame, layout = card()
        top = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(muted(tr("Soạn tiếp")))
        words.addWidget(heading(plan_name(summary), 2))
        words.addWidget(text_label(state_words(summary), "muted"))
        top.addLayout(words, 1)
        if summary.id == self._to_roll and step.deed != "next_year" and not self._session.read_only:
            roll = plain_button(tr("Lập kế hoạch năm sau"))
            roll.clicked.connect(lambda _checked=False: self._do("next_year", summary.id, ""))
            top.addWidget(roll)
        button = primary_button(step.text or tr("Mở"))
        button.clicked.connect(lambda _checked=False: self._do(step.deed, summary.id, step.anchor))
        top.addWidget(button)
        layout.addLayout(top)
        self._add_problems(layout, summary.id, found)
        return frame

    def _do(self, deed: str, plan_id: int, anchor: str) -> None:
        if deed in ("submit", "issue", "scans", "next_year"):
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

    def _other_drafts(self, plans: list[PlanSummary]) -> QFrame:
        frame, layout = card()
        layout.addWidget(heading(tr("Các dự thảo khác"), 3))
        for index, summary in enumerate(plans):
            if index:
                layout.addWidget(rule())
            row = QHBoxLayout()
            text = QVBoxLayout()
            text.setSpacing(2)
            text.addWidget(text_label(plan_name(summary)))
            text.addWidget(muted(state_words(summary)))
            row.addLayout(text, 1)
            words = tr("Soạn tiếp")
            button = plain_button(words)
            button.setAccessibleName(f"{words}: {plan_name(summary)}")
            button.clicked.connect(lambda _checked=False, number=summary.id: self.open_plan.emit(number))
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
