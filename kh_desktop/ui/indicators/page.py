"""The page "Chỉ tiêu": what a chairman asks in one minute, and the targets, figures and indicators behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kh_desktop.services.dashboard import Dashboard, dashboard
from kh_desktop.services.periods import periods, periods_in_use
from kh_desktop.services.plans import PlanSummary
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.ui import theme
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.indicators.bar import PARTS, IndicatorsBar
from kh_desktop.ui.indicators.board import Board
from kh_desktop.ui.indicators.book_view import BookView
from kh_desktop.ui.indicators.data import RowLine, entry_lines, shown_plans, task_lines
from kh_desktop.ui.indicators.lines import unit_name
from kh_desktop.ui.indicators.readings_view import ReadingsView
from kh_desktop.ui.indicators.rows_pane import RowsPane
from kh_desktop.ui.indicators.targets_view import TargetsView
from kh_desktop.ui.next_step import plan_name
from kh_desktop.ui.period_words import period_title, period_words
from kh_desktop.ui.widgets import ElidedLabel, text_from_iso

_PANE_WIDTH, _PANE_SHARE = 330, 0.36


class IndicatorsPage(QWidget):
    """``open_entry(Entry)``, ``open_row(plan_id, "task:12")``, ``open_at(plan_id, "section:5")``, ``open_day(ISO day)``,
    ``open_report("report:2026-Q4")`` ask for the rows behind a number, ``paper_wanted(PageOutput)`` for paper or a file."""

    open_entry = Signal(object)
    open_row = Signal(int, str)
    open_at = Signal(int, str)
    open_day = Signal(str)
    open_report = Signal(str)
    open_table = Signal(int)
    paper_wanted = Signal(object)
    run_action = Signal(str)
    status = Signal(str)

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, clock: Callable[[], datetime] = datetime.now
    ) -> None:
        super().__init__(parent)
        self.page_id, self.title = "indicators", tr("Chỉ tiêu")
        self.setObjectName("page")
        self.setAccessibleName(self.title)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._clock = session, clock
        self._stale, self._read_on = True, ""
        self.plan_id, self.unit, self.period = 0, "", ""
        self._plan_ids: list[int] = []
        self._followed = False
        self._behind: Callable[[], None] = self._close_rows
        self._summaries: list[PlanSummary] = []
        self.board_data: Dashboard | None = None
        self.bar, self.said = IndicatorsBar(self), ElidedLabel("")
        self.board = Board(self)
        self.rows = RowsPane(self)
        self._views: dict[str, QWidget] = {}
        self._build()
        self._connect()

    def today(self) -> date:
        """The day the page is of."""
        return self._clock().date()

    # --- put together

    def _build(self) -> None:
        self.rows.hide()
        first = QWidget(self)
        side = QHBoxLayout(first)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self.board, 1)
        side.addWidget(self.rows)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(first)
        self._views["board"] = first
        top = QVBoxLayout()
        top.setContentsMargins(12, 6, 12, 2)
        top.setSpacing(2)
        top.addWidget(self.bar)
        top.addWidget(self.said)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.stack, 1)
        for number, part in enumerate(PARTS, start=1):
            self._shortcut(f"Alt+{number}", partial(self.turn_to, part))
        self._shortcut("F8", self.bar.tables.toggle)

    def _shortcut(self, keys: str, run: Callable[[], object]) -> None:
        made = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(run)

    def _connect(self) -> None:
        bar, board = self.bar, self.board
        bar.part_chosen.connect(self._turned)
        bar.filter_changed.connect(self._filtered)
        bar.tables_toggled.connect(board.show_tables)
        bar.output_wanted.connect(self.put_out)
        board.card_opened.connect(self.open_card)
        board.late_wanted.connect(self.show_late)
        board.unit_wanted.connect(self.show_unit)
        board.target_wanted.connect(self.show_target)
        board.month_wanted.connect(self._open_month)
        board.step_wanted.connect(self.take_step)
        board.report_wanted.connect(self._open_report)
        self.rows.opened.connect(self._open_line)
        self.rows.closed.connect(self._close_rows)
        bar.turn_to("board")

    def view(self, part: str) -> QWidget:
        """A part of the page, made when it is first looked at."""
        if part not in self._views:
            made = {"targets": self._make_targets, "readings": self._make_readings, "book": self._make_book}[part]()
            self._views[part] = made
            self.stack.addWidget(made)
        return self._views[part]

    def _make_targets(self) -> QWidget:
        made = TargetsView(self._session, self)
        made.open_row.connect(self.open_row)
        made.open_at.connect(self.open_at)
        made.status.connect(self.status)
        made.readings_wanted.connect(self.show_reading)
        return made

    def _make_readings(self) -> QWidget:
        made = ReadingsView(self._session, self)
        made.status.connect(self.status)
        return made

    def _make_book(self) -> QWidget:
        made = BookView(self._session, self)
        made.status.connect(self.status)
        return made

    # --- what is shown

    def on_shown(self) -> None:
        """Bring the page up to date when one turns to it, also to a new day."""
        self._bring_up_to_date()
        self._focus()

    def _bring_up_to_date(self) -> None:
        """The table of figures and the indicators do not wait for the numbers of the dashboard, which are read when one turns to them."""
        part = self.bar.part()
        if part in ("readings", "book") and self.board_data is not None:
            self._show_part(part)
        elif self._stale or self._read_on != self.today().isoformat():
            self.reload()

    def _focus(self) -> None:
        if self.bar.part() == "board":
            self.board.cards.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.bar.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_changes(self, changes: ChangeSet) -> None:
        """Plans, tasks, targets and figures all change the page; it is read when it is looked at."""
        self._stale = True
        if self.isVisible():
            self._bring_up_to_date()

    def on_new_day(self) -> None:
        """Midnight has passed: what is late is another matter now."""
        self._stale = True
        if self.isVisible():
            self._bring_up_to_date()

    def focus_anchor(self, anchor: str) -> None:
        """Go to a part ("part:readings") or a target ("target:12")."""
        kind, _, name = anchor.partition(":")
        if kind == "target":
            self.show_target(name)
        elif name in PARTS:
            self.turn_to(name)

    def reload(self) -> None:
        """Read everything again."""
        today = self.today()
        self._plan_ids, self._summaries, self._followed = shown_plans(self._session, today, self.plan_id)
        if self.plan_id and self.plan_id not in [p.id for p in self._summaries]:
            self.plan_id = 0
            self._plan_ids, self._summaries, self._followed = shown_plans(self._session, today, 0)
        board = dashboard(self._session, today, plan_id=self.plan_id, unit=self.unit, period=self.period)
        if self.unit and self.unit not in board.unit_names:
            self.unit = ""
            board = dashboard(self._session, today, plan_id=self.plan_id, period=self.period)
        self.board_data, self._stale, self._read_on = board, False, today.isoformat()
        self._show_choices(board)
        self.said.set_text(self.filter_words())
        self.board.show_board(board, today, self._first_steps(board))
        if not self.rows.isHidden():
            self._behind()
        self._show_part(self.bar.part())

    def _show_choices(self, board: Dashboard) -> None:
        words = tr("Đang theo dõi") if self._followed else tr("Mới nhất")
        plans = [("", words), *((str(p.id), plan_name(p)) for p in self._summaries)]
        keys = dict.fromkeys([*(p.key for p in periods(self._session, board.year)), *(p.key for p in periods_in_use(self._session))])
        if self.period and self.period not in keys:
            keys[self.period] = None
        named = [(key, period_title(key)) for key in keys]
        chosen = (str(self.plan_id) if self.plan_id else "", self.unit, self.period)
        self.bar.show_choices(plans, board.unit_names, named, chosen)

    def filter_words(self) -> str:
        """What the page is of: plan, unit, period, day."""
        names = [plan_name(p) for p in self._summaries if p.id in self._plan_ids]
        parts = (
            tr("Đơn vị: {unit}", unit=self.unit) if self.unit else tr("Mọi đơn vị"),
            tr("Kỳ: {period}", period=period_words(self.period)) if self.period else tr("Kỳ mới nhất có số liệu"),
            tr("Đến ngày {day}", day=text_from_iso(self.today().isoformat())),
            "; ".join(names) or tr("Chưa có kế hoạch"),
        )
        return " · ".join(parts)

    def _first_steps(self, board: Dashboard) -> list[tuple[str, str, str]]:
        can = not self._session.read_only
        steps = {
            "no_plan": (tr("Chưa có kế hoạch nào. Trang này lấy nhiệm vụ và chỉ tiêu từ kế hoạch."), tr("Soạn kế hoạch mới")),
            "no_tasks": (tr("Kế hoạch chưa có nhiệm vụ. Hãy ghi nhiệm vụ trong phụ lục."), tr("Mở phụ lục")),
            "no_targets": (tr("Kế hoạch chưa có chỉ tiêu trong sổ. Chương trình tìm được các con số ghi trong lời văn."),
                           tr("Tìm chỉ tiêu trong kế hoạch")),
            "no_readings": (tr("Các chỉ tiêu chưa có số liệu của năm {year}.", year=board.year), tr("Nhập số liệu")),
        }  # fmt: skip
        return [(code, words, verb if can else "") for code in board.empty for words, verb in (steps[code],)]

    # --- going about

    def turn_to(self, part: str) -> None:
        """Show "board", "targets", "readings" or "book"."""
        self.bar.turn_to(part)

    def _turned(self, part: str) -> None:
        self.bar.turn_to(part)
        self.said.setVisible(part == "board")
        if self.board_data is not None and self._stale and part in ("board", "targets"):
            self.reload()
        elif self.board_data is not None:
            self._show_part(part)

    def _show_part(self, part: str) -> None:
        view = self.view(part)
        if isinstance(view, TargetsView) and self.board_data is not None:
            view.show_targets(self.board_data.targets, self._plan_ids)
        elif isinstance(view, ReadingsView) and self.board_data is not None:
            view.show_readings(self.today())
        elif isinstance(view, BookView):
            view.show_book()
        self.stack.setCurrentWidget(view)

    def _filtered(self) -> None:
        plan = self.bar.plan.value()
        self.plan_id, self.unit, self.period = int(plan) if plan else 0, self.bar.unit.value(), self.bar.period.value()
        self.reload()

    def open_card(self, key: str) -> None:
        """The rows behind a number."""
        board = self.board_data
        if board is None:
            return
        if key in ("soon", "tasks"):
            self._behind = partial(self.open_card, key)
        if key == "late":
            self.show_late("")
        elif key == "soon":
            self._show_rows(tr("Sắp đến hạn"), entry_lines(board.soon, self.today()))
        elif key == "tasks":
            ids = [i for row in board.units for i in row.task_ids]
            late = [i for row in board.units for i in row.late_ids]
            self._show_rows(tr("Nhiệm vụ"), task_lines(self._session, self._plan_ids, ids, late))
        elif key == "targets":
            self.turn_to("targets")
        else:
            self._open_report()

    def _open_report(self) -> None:
        if self.board_data is not None:
            self.open_report.emit(f"report:{self.board_data.next_report.period.key}")

    def show_late(self, unit: str) -> None:
        """What is late, of one unit ("-": of none) or of all ("")."""
        if self.board_data is None:
            return
        self._behind = partial(self.show_late, unit)
        units = [u for u in self.board_data.late if not unit or (u.name or "-") == unit]
        entries = list({entry.key: entry for u in units for entry in u.entries}.values())
        entries.sort(key=lambda entry: entry.limit)
        title = tr("Quá hạn: {unit}", unit=unit_name(units[0].name)) if unit and units else tr("Quá hạn")
        self._show_rows(title, entry_lines(entries, self.today()))

    def show_unit(self, unit: str) -> None:
        """The tasks a unit leads."""
        row = next((u for u in self.board_data.units if (u.name or "-") == unit), None) if self.board_data else None
        self._behind = partial(self.show_unit, unit)
        if row is None:
            self.rows.hide()
        else:
            self._show_rows(unit_name(row.name), task_lines(self._session, self._plan_ids, row.task_ids, row.late_ids))

    def _show_rows(self, title: str, lines: list[RowLine]) -> None:
        self.rows.setFixedWidth(round(min(_PANE_WIDTH * theme.font_scale(), self.width() * _PANE_SHARE)))
        hint = tr("Bấm vào một dòng để mở trong phụ lục.") if lines else tr("Không có dòng nào.")
        self.rows.show_lines(f"{title} ({len(lines)})", hint, lines)

    def _close_rows(self) -> None:
        self.rows.hide()
        self._focus()

    @guarded
    def _open_line(self, line: object) -> None:
        if isinstance(line, RowLine) and line.entry is not None:
            self.open_entry.emit(line.entry)
        elif isinstance(line, RowLine):
            self.open_row.emit(line.plan_id, f"task:{line.task_id}")

    def _open_month(self, month: int) -> None:
        if self.board_data is not None:
            self.open_day.emit(f"{self.board_data.year}-{month:02d}-01")

    def show_target(self, key: str) -> None:
        """A target in full."""
        self.turn_to("targets")
        view = self.view("targets")
        if isinstance(view, TargetsView):
            view.choose(key)

    def show_reading(self, indicator: str) -> None:
        """The figures of an indicator."""
        self.turn_to("readings")
        view = self.view("readings")
        if isinstance(view, ReadingsView):
            view.go_to(indicator)

    def take_step(self, code: str) -> None:
        """What an empty page asks to do first."""
        if code == "no_plan":
            self.run_action.emit("new_plan")
        elif code == "no_tasks":
            self.open_table.emit(self._plan_ids[0])
        elif code == "no_readings":
            self.turn_to("readings")
        else:
            self.turn_to("targets")
            view = self.view("targets")
            if isinstance(view, TargetsView):
                view.look_for_targets()

    def put_out(self, how: str) -> None:
        """The summary on paper ("print") or as a file (".pdf", ".xlsx")."""
        from kh_desktop.ui.indicators.output import page_output

        if how not in ("print", ".pdf", ".xlsx"):
            self.status.emit(tr("Trang này lưu được thành PDF và Excel."))
            return
        if self._stale:
            self.reload()
        if self.board_data is not None:
            filters = (self.plan_id, self.unit, self.period)
            self.paper_wanted.emit(page_output(self._session, self.board_data, how, self.filter_words(), self.today(), filters))
