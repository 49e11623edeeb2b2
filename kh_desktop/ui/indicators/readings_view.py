"""The figures of a year: a table of indicators and periods, the chosen one beside it, tables of figures from files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kh_desktop.services.indicators import ReadingImport, import_readings, indicators, readings
from kh_desktop.services.periods import periods, periods_in_use
from kh_desktop.services.session import Session
from kh_desktop.ui import theme
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.i18n import N_, say, tr
from kh_desktop.ui.indicators.reading_pane import ReadingPane
from kh_desktop.ui.indicators.reading_table import ReadingTable
from kh_desktop.ui.indicators.rows_pane import scrolling
from kh_desktop.ui.period_words import period_words
from kh_desktop.ui.widgets import Banner, ComboBox, icon_button, muted, plain_button, text_label
from kh_desktop.ui.widgets.flow import FlowLayout

KINDS: dict[str, str] = {
    "": N_("Các kỳ báo cáo"), "month": N_("Theo tháng"), "quarter": N_("Theo quý"), "half_year": N_("Theo 6 tháng"),
    "nine_months": N_("9 tháng"), "year": N_("Cả năm"),
}  # fmt: skip


class ReadingsView(QWidget):
    """``status(words)`` tells what was done."""

    status = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.year, self._today = 0, date.min
        self.table, self.pane = ReadingTable(self), ReadingPane(session)
        self.year_words = text_label("", wrap=False)
        self.kind = ComboBox(tr("Các kỳ"), [(key, tr(words)) for key, words in KINDS.items()])
        self.kind.setFixedWidth(round(170 * theme.font_scale()))
        self.year_words.setMinimumHeight(self.kind.sizeHint().height())
        self.bring = plain_button(tr("Đưa bảng số liệu vào…"), "import")
        self.result = Banner("", "info", slim=True, closable=True)
        self._build()
        self.table.moved.connect(self._show_cell)
        self.table.typed.connect(self._begin)
        self.table.remove_asked.connect(self.pane.take_away)
        self.pane.stored.connect(self._next)
        self.pane.status.connect(self.status)
        self.kind.committed.connect(lambda _value: self.reload())
        self.bring.clicked.connect(lambda _checked=False: self.ask_for_table())

    def _build(self) -> None:
        self.result.hide()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 4, 8, 8)
        column.setSpacing(6)
        row = FlowLayout(spacing=6)
        for name, words, step in (("chevron-left", tr("Năm trước"), -1), ("chevron-right", tr("Năm sau"), 1)):
            button = icon_button(name, words)
            button.clicked.connect(lambda _checked=False, step=step: self.show_year(self.year + step))
            row.addWidget(button)
            if step < 0:
                row.addWidget(self.year_words)
        row.addWidget(self.kind)
        row.addWidget(self.bring)
        column.addLayout(row)
        column.addWidget(self.result)
        column.addWidget(self.table, 1)
        column.addWidget(muted(tr("Gõ số ngay trong ô, ví dụ 189/200 hoặc 94,5%; Enter để ghi và xuống dòng dưới. KPS: không phát sinh.")))
        self._beside = QStackedWidget()
        hint = text_label(tr("Chọn một ô để ghi số liệu và xem số đến từ đâu."), "muted")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setMargin(24)
        self._beside.addWidget(hint)
        self._beside.addWidget(scrolling(self.pane))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(left, 5)
        layout.addWidget(self._beside, 2)

    def show_readings(self, today: date) -> None:
        """Show the figures; at first of the year of ``today``."""
        self._today = today
        self.year = self.year or today.year
        self.reload()

    def show_year(self, year: int) -> None:
        """Show the figures of another year."""
        self.year = min(2100, max(1990, year))
        self.reload()

    def reload(self) -> None:
        """Read the figures of the year again; one stays at one's cell."""
        at = self.table.at()
        kind = self.kind.value()
        found = list(periods(self._session, self.year, (kind,) if kind else None))
        if not kind:
            found += [p for p in periods_in_use(self._session) if p.year == self.year and p.key not in {f.key for f in found}]
            found.sort(key=lambda p: (p.end, p.days))
        keys = [p.key for p in found]
        known = [i for i in indicators(self._session) if not i.hidden]
        self.year_words.setText(tr("Năm {year}", year=self.year))
        self.table.figures.show(known, keys, [r for r in readings(self._session) if r.period in keys])
        self.table.fit()
        self.bring.setEnabled(not self._session.read_only and bool(keys))
        if at is not None:
            self.table.go_to(at[0].key, at[1])
        self._show_cell()

    def go_to(self, indicator: str) -> None:
        """Go to the newest period of an indicator that has begun."""
        shown = self.table.figures.periods
        begun = [p for p in periods(self._session, self.year) if p.key in shown and p.start <= self._today.isoformat()]
        wanted = max(begun, key=lambda p: (p.start, p.end)).key if begun else shown[0] if shown else ""
        if wanted:
            self.table.go_to(indicator, wanted)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_cell(self) -> None:
        at = self.table.at()
        self._beside.setCurrentIndex(1 if at else 0)
        if at is not None:
            self.pane.show_cell(at[0], at[1], self.table.figures.found.get((at[0].key, at[1])))

    def _begin(self, text: str) -> None:
        if self.table.at() is not None and not self._session.read_only:
            self.pane.begin(text)

    def _next(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.step_down()

    @guarded
    def ask_for_table(self) -> None:
        """A table of figures from a file, for the period one is at."""
        from kh_desktop.ui.indicators.bring_dialog import BringDialog

        at = self.table.at()
        dialog = BringDialog(self.table.figures.periods, at[1] if at else "", self)
        wanted = dialog.exec() == BringDialog.DialogCode.Accepted
        period = dialog.period()
        dialog.deleteLater()
        if not wanted:
            return
        kinds = tr("Bảng số liệu") + " (*.xlsx *.csv *.json)"
        path, _kind = QFileDialog.getOpenFileName(self, tr("Chọn bảng số liệu của {period}", period=period_words(period)), "", kinds)
        if path:
            self.bring_table(Path(path), period)

    @guarded
    def bring_table(self, path: Path, period: str) -> None:
        """Take a table of figures for a period: all of it or nothing."""
        done: ReadingImport = import_readings(self._session, path, period)
        words = tr("Đã lấy {count} số liệu của {period} từ {file}.", count=done.added, period=period_words(period), file=path.name)
        self.result.show_message(" ".join([words, *(say(doubt) for doubt in done.doubts)]), "warning" if done.doubts else "done")
        self.result.show()
        self.status.emit(tr("Đã lấy {count} số liệu. Ctrl+Z để hoàn tác.", count=done.added))
