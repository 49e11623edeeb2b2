"""The dashboard on paper: the same rows as on the screen, painted as lines and letters into a PDF, in light colours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from kh_desktop.services.dashboard import Dashboard
from kh_desktop.services.export import Preview
from kh_desktop.ui.i18n import say, tr
from kh_desktop.ui.indicators.data import STATE_WORDS, by_concern, entry_lines, late_lines, paint_late, paint_row
from kh_desktop.ui.indicators.faces import faces_of, ready_words, report_words
from kh_desktop.ui.indicators.lines import month_bars, name_width, paint_target, paint_unit, target_line, unit_lines
from kh_desktop.ui.indicators.number_card import card_height, paint_card, paint_frame
from kh_desktop.ui.widgets.charts import ChartPalette, paint_legend, paint_months, paper_palette
from kh_desktop.ui.widgets.charts.palette import CENTER, PER_POINT

_MARGIN_MM, _PT_PER_MM = 15.0, 72 / 25.4
_A4 = (210 * _PT_PER_MM, 297 * _PT_PER_MM)
_MONTHS_HIGH = 110.0
_WRAP = Qt.TextFlag.TextWordWrap
PaintRow = Callable[[QPainter, QRectF, Any, ChartPalette], None]


def board_pages(board: Dashboard, agency: str, of: str, today: date) -> Preview:
    """The pages of the dashboard; ``of`` says what it is of (plan, unit, period, day)."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(round(72 * PER_POINT))
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    writer.setTitle(tr("Tổng hợp chỉ tiêu, nhiệm vụ"))
    writer.setCreator("KH Desktop")
    painter = QPainter(writer)
    paper = _Paper(painter, writer)
    _fill(paper, board, agency, of, today)
    paper.foot()
    painter.end()
    buffer.close()
    return Preview(bytes(buffer.data().data()), paper.pages, (_A4,) * paper.pages, ())


class _Paper:
    """Where the pen is, and a new page where there is no room; all lengths in the units of the painter."""

    def __init__(self, painter: QPainter, writer: QPdfWriter) -> None:
        self.painter, self._writer, self.palette, self.pages = painter, writer, paper_palette(), 1
        margin = _MARGIN_MM * _PT_PER_MM * PER_POINT
        self.left, self.width = margin, _A4[0] * PER_POINT - 2 * margin
        self._top, self._bottom = margin, _A4[1] * PER_POINT - margin
        self.y = self._top

    def take(self, high: float) -> QRectF:
        """The next ``high`` of the page, on a new one when it does not fit."""
        if self.y + high > self._bottom:
            self.foot()
            self._writer.newPage()
            self.pages += 1
            self.y = self._top
        place = QRectF(self.left, self.y, self.width, high)
        self.y += high
        return place

    def foot(self) -> None:
        """The number of the page."""
        place = QRectF(self.left, self._bottom + 20, self.width, self.palette.line(0.88))
        self.palette.text(self.painter, place, str(self.pages), "text_muted", factor=0.88, align=CENTER)

    def gap(self, points: float) -> None:
        """Some room."""
        self.y += points * PER_POINT

    def words(self, words: str, token: str = "text", *, factor: float = 1.0, bold: bool = False, centred: bool = False) -> None:
        """A paragraph."""
        font = self.palette.font(factor, bold=bold)
        self.painter.setFont(font)
        flags = int(_WRAP | (Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft))
        needed = self.painter.boundingRect(QRectF(0, 0, self.width, 1e6), flags, words)
        place = self.take(needed.height() + 2 * PER_POINT)
        self.painter.setFont(font)
        self.painter.setPen(self.palette.colour(token))
        self.painter.drawText(place, flags, words)

    def heading(self, words: str, room: float = 0.0) -> None:
        """A title; not alone at the foot of the page (``room`` below it)."""
        self.gap(9)
        high = self.palette.line(1.15)
        if self.y + high + room > self._bottom:
            self.take(self._bottom)
            self.y = self._top
        place = self.take(high + 3 * PER_POINT)
        self.palette.text(self.painter, place, words, "accent", factor=1.15, bold=True)
        self.painter.setPen(QPen(self.palette.colour("line_strong"), 0.6 * PER_POINT))
        self.painter.drawLine(place.bottomLeft(), place.bottomRight())
        self.gap(3)

    def rows(self, rows: Sequence[object], paint: PaintRow, lines: float, indent: float = 0.0) -> None:
        """Rows one below the other."""
        for row in rows:
            place = self.take(self.palette.line() * lines + 5 * PER_POINT)
            paint(self.painter, place.adjusted(indent * PER_POINT, PER_POINT, 0, -2 * PER_POINT), row, self.palette)


def _fill(paper: _Paper, board: Dashboard, agency: str, of: str, today: date) -> None:
    two_rows = paper.palette.line() * 4
    paper.words(agency.upper(), factor=1.0, bold=True, centred=True)
    paper.words(tr("Tổng hợp chỉ tiêu, nhiệm vụ").upper(), factor=1.45, bold=True, centred=True)
    paper.words(of, "text_muted", centred=True)
    paper.gap(4)
    _cards(paper, board)
    _report(paper, board)
    paper.heading(tr("Quá hạn, của ai"), two_rows)
    for unit, line in zip(board.late, late_lines(board.late, today), strict=True):
        paper.rows([replace(line, worst="")], paint_late, 1.0)
        paper.rows(entry_lines(unit.entries, today), paint_row, 1.9, 14)
    if not board.late:
        paper.words(tr("Không có việc nào quá hạn."), "text_muted")
    paper.heading(tr("Chỉ tiêu"), two_rows)
    room = name_width(paper.width, paper.palette)
    for row in (target_line(board.targets[place]) for place in by_concern(board)):
        paper.rows([row], paint_target, 3.0 if paper.palette.width(row.name) > room else 1.9)
    if board.targets:
        paper.words(tr("Vạch đứng là mức giao, hình thoi là mức ước cả năm theo tiến độ hiện nay."), "text_muted", factor=0.88)
    else:
        paper.words(tr("Kế hoạch chưa có chỉ tiêu nào trong sổ."), "text_muted")
    paper.heading(tr("Nhiệm vụ theo đơn vị"), two_rows)
    legend = [(key, tr(words)) for key, words in STATE_WORDS.items()]
    paint_legend(paper.painter, paper.take(paper.palette.line() * 1.2), legend, paper.palette)
    paper.rows(unit_lines(board.units), paint_unit, 1.15)
    high = _MONTHS_HIGH * PER_POINT
    paper.heading(tr("Việc đến hạn theo tháng, năm {year}", year=board.year), high)
    paint_months(paper.painter, paper.take(high), month_bars(board.months, board.year, today.isoformat()), paper.palette)
    words = tr("Đếm theo ngày đến hạn: nhiệm vụ lặp lại tính từng lần, có cả các báo cáo định kỳ của cơ quan.")
    paper.words(words, "text_muted", factor=0.88)


def _cards(paper: _Paper, board: Dashboard) -> None:
    faces, gap = faces_of(board), 6 * PER_POINT
    high = card_height(paper.palette)
    row = paper.take(high)
    width = (row.width() - gap * (len(faces) - 1)) / len(faces)
    for place, face in enumerate(faces):
        rect = QRectF(row.left() + place * (width + gap), row.top(), width, high)
        paint_frame(paper.painter, rect, paper.palette)
        paint_card(paper.painter, rect, face, paper.palette)


def _report(paper: _Paper, board: Dashboard) -> None:
    paper.heading(tr("Báo cáo tới"))
    paper.words(report_words(board.next_report))
    paper.words(ready_words(board.next_report), "done" if board.next_report.ready else "soon", bold=True)
    for lack in board.next_report.missing:
        paper.words(f"– {say(lack)}")
