"""The dashboard: what is late and whose, how far each target is, the work of the units, the year, the next report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from kh_desktop.services.dashboard import Dashboard
from kh_desktop.ui import theme
from kh_desktop.ui.i18n import say, tr
from kh_desktop.ui.indicators.data import STATE_WORDS, by_concern, late_lines, paint_late
from kh_desktop.ui.indicators.faces import faces_of, ready_words, report_words
from kh_desktop.ui.indicators.lines import (
    month_bars,
    month_cells,
    paint_target,
    paint_unit,
    target_cells,
    target_line,
    unit_cells,
    unit_lines,
)
from kh_desktop.ui.indicators.number_card import CardRow
from kh_desktop.ui.indicators.rows_pane import scrolling
from kh_desktop.ui.indicators.section import Section
from kh_desktop.ui.widgets import Banner, clear_layout, icon_label, plain_button, quiet_button, text_label
from kh_desktop.ui.widgets.charts import Cells, ChartList, MonthStrip, paint_legend, screen_palette

MOST_TARGETS, MOST_UNITS, MOST_LATE = 8, 10, 5
_TWO_COLUMNS = 760


class Legend(QWidget):
    """The shapes of the states of tasks with their words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(200, round(screen_palette().line() * 1.1))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        paint_legend(painter, QRectF(self.rect()), [(key, tr(words)) for key, words in STATE_WORDS.items()], screen_palette())
        painter.end()


class Board(QWidget):
    """``late_wanted(unit)`` ("" for all), ``unit_wanted(unit)``, ``target_wanted(id)``, ``card_opened(key)``, ``month_wanted(1…12)``,
    ``step_wanted(code)`` for what an empty page asks to do first, ``report_wanted()``."""

    late_wanted = Signal(str)
    unit_wanted = Signal(str)
    target_wanted = Signal(str)
    card_opened = Signal(str)
    month_wanted = Signal(int)
    step_wanted = Signal(str)
    report_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns, self._tables = 0, False
        self.cards = CardRow(self)
        self.late_list = ChartList(tr("Việc quá hạn theo đơn vị"), paint_late, lines=1.9)
        self.target_list = ChartList(tr("Chỉ tiêu"), paint_target, lines=1.9)
        self.unit_list = ChartList(tr("Nhiệm vụ theo đơn vị"), paint_unit, lines=1.15)
        self.months = MonthStrip(tr("Việc đến hạn theo tháng"))
        self.late = Section(tr("Quá hạn, của ai"), self.late_list, self)
        self.report = Section(tr("Báo cáo tới"), None, self)
        self.targets = Section(tr("Chỉ tiêu"), self.target_list, self)
        self.units = Section(tr("Nhiệm vụ theo đơn vị"), self.unit_list, self)
        self.year = Section(tr("Việc đến hạn theo tháng"), self.months, self)
        self.steps = QVBoxLayout()
        self._ready = QVBoxLayout()
        self.legend = Legend()
        self._build()
        self._connect()

    def _build(self) -> None:
        self._ready.setSpacing(2)
        self.report.body.insertLayout(self.report.body.count() - 1, self._ready)
        self.report_button = plain_button(tr("Mở báo cáo"), "next")
        self.report.body.addWidget(self.report_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.all_targets = quiet_button(tr("Xem tất cả"), "list")
        self.targets.head.addWidget(self.all_targets)
        self.units.body.insertWidget(1, self.legend)
        inner = QWidget()
        inner.setObjectName("pageBody")
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 2, 12, 12)
        column.setSpacing(8)
        column.addLayout(self.steps)
        column.addWidget(self.cards)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.area = scrolling(inner, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def _connect(self) -> None:
        self.cards.opened.connect(self.card_opened)
        self.late_list.opened.connect(self.late_wanted)
        self.target_list.opened.connect(self.target_wanted)
        self.unit_list.opened.connect(self.unit_wanted)
        self.months.opened.connect(self.month_wanted)
        self.report_button.clicked.connect(lambda _checked=False: self.report_wanted.emit())
        self.all_targets.clicked.connect(lambda _checked=False: self.card_opened.emit("targets"))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        columns = 2 if self.width() >= _TWO_COLUMNS * theme.font_scale() else 1
        if columns == self._columns:
            return
        self._columns = columns
        for (row, column), (part, wide) in self._parts(columns):
            self._grid.addWidget(part, row, column, 1, wide)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2 if columns == 2 else 0)

    def _parts(self, columns: int) -> list[tuple[tuple[int, int], tuple[Section, int]]]:
        if columns == 1:
            order = (self.late, self.report, self.targets, self.units, self.year)
            return [((row, 0), (part, 1)) for row, part in enumerate(order)]
        return [
            ((0, 0), (self.late, 1)), ((0, 1), (self.report, 1)), ((1, 0), (self.targets, 2)),
            ((2, 0), (self.units, 1)), ((2, 1), (self.year, 1)),
        ]  # fmt: skip

    def sections(self) -> tuple[Section, ...]:
        """The parts with a table."""
        return self.late, self.targets, self.units, self.year

    def show_tables(self, on: bool) -> None:
        """Tables in place of the charts."""
        self._tables = on
        for part in self.sections():
            part.show_table(on)
        self.legend.setVisible(not on and bool(self.unit_list.rows()))

    def show_board(self, board: Dashboard, today: date, steps: list[tuple[str, str, str]]) -> None:
        """Show these numbers; ``steps``: (code, what to do first, the verb of its button)."""
        self._show_steps(steps)
        self.cards.show_faces(faces_of(board))
        late = late_lines(board.late, today)
        self.late_list.show_rows(late[:MOST_LATE])
        self.late.show_cells(Cells((tr("Đơn vị"), tr("Số việc"), tr("Lâu nhất")), tuple((u.name, str(u.count), u.worst) for u in late)))
        self.late.say("" if late else tr("Không có việc nào quá hạn."))
        order = [board.targets[place] for place in by_concern(board)]
        self.target_list.show_rows([target_line(row) for row in order[:MOST_TARGETS]])
        self.targets.show_cells(target_cells(order))
        self.targets.say("" if order else tr("Kế hoạch chưa có chỉ tiêu nào trong sổ."))
        more = len(order) - MOST_TARGETS
        self.all_targets.setText(tr("Còn {count} chỉ tiêu nữa", count=more) if more > 0 else tr("Xem từng chỉ tiêu"))
        self.all_targets.setVisible(bool(order))
        self.unit_list.show_rows(unit_lines(board.units)[:MOST_UNITS])
        self.units.show_cells(unit_cells(board.units))
        self.units.say("" if board.units else tr("Chưa có nhiệm vụ nào."))
        self.year.title.setText(tr("Việc đến hạn theo tháng, năm {year}", year=board.year))
        self.months.show_months(month_bars(board.months, board.year, today.isoformat()))
        self.year.show_cells(month_cells(board.months))
        self._show_report(board)
        self.show_tables(self._tables)

    def _show_steps(self, steps: list[tuple[str, str, str]]) -> None:
        clear_layout(self.steps)
        for code, words, verb in steps:
            self.steps.addWidget(first_step(words, verb, partial(self.step_wanted.emit, code)))

    def _show_report(self, board: Dashboard) -> None:
        clear_layout(self._ready)
        lines = [("", report_words(board.next_report)), ("done" if board.next_report.ready else "soon", ready_words(board.next_report))]
        lines += [("missing", f"– {say(lack)}") for lack in board.next_report.missing]
        for kind, words in lines:
            add_line(self._ready, kind, words)


def add_line(layout: QLayout, kind: str, words: str) -> None:
    """A line of the report's readiness: "" plain, "done" or "soon" with its shape, "missing" what is lacking."""
    row = QWidget()
    grid = QGridLayout(row)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setColumnStretch(1, 1)
    names = {"done": ("check", "done"), "soon": ("warn", "soon")}
    if kind in names:
        name, token = names[kind]
        grid.addWidget(icon_label(name, 14, token), 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(text_label(words, {"done": "done", "soon": "soon"}.get(kind, "")), 0, 1)
    layout.addWidget(row)


def first_step(words: str, verb: str, run: Callable[[], object]) -> QWidget:
    """A line that says what to do first, with its button."""
    banner = Banner(words, "info", slim=True)
    if verb:
        banner.add_action(verb, run)
    return banner
