"""Painting the strip of the year."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPainterPath, QPen

from kh_desktop.ui import theme
from kh_desktop.ui.calendar.days import place_in_year
from kh_desktop.ui.calendar.looks import LOOKS, paint_shape, rect
from kh_desktop.ui.calendar.meanings import meaning_of
from kh_desktop.ui.calendar.year_layout import Span, YearRow, YearSizes, mark_box, span_box
from kh_desktop.ui.i18n import tr

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class YearMarks:
    """What is special now."""

    year: int
    today: str
    current: int = -1
    month: int = 0
    focus: bool = False


def paint_rows(painter: QPainter, rows: list[YearRow], width: float, sizes: YearSizes, marks: YearMarks) -> None:
    """The rows below the line of month names, from the top of the painter's coordinates."""
    for place, row in enumerate(rows):
        top = sizes.head + place * sizes.row
        if place == marks.current:
            painter.fillRect(QRectF(0, top, width, sizes.row), theme.color("selection" if marks.focus else "accent_soft"))
        elif not row.name.task_id:
            painter.fillRect(QRectF(0, top, width, sizes.row), theme.color("window"))
    bottom = sizes.head + len(rows) * sizes.row
    _months(painter, width, bottom, sizes, marks)
    for place, row in enumerate(rows):
        _name(painter, row, place, sizes, marks)
        for span in row.spans:
            _span(painter, span, rect(span_box(span, marks.year, place, width, sizes)))
        for entry in row.marks:
            box = rect(mark_box(entry.day, marks.year, place, width, sizes))
            if meaning_of(entry) in ("soon", "done", "ongoing"):
                painter.fillRect(box.adjusted(0, 1, 0, -1), theme.color("surface"))
            paint_shape(painter, box, meaning_of(entry))
        if row.waiting:
            _waiting(painter, row, place, width, sizes)
    _today(painter, width, bottom, sizes, marks)


def paint_head(painter: QPainter, width: float, sizes: YearSizes, marks: YearMarks) -> None:
    """The line of month names, which stays while the rows scroll."""
    painter.fillRect(QRectF(0, 0, width, sizes.head), theme.color("window"))
    month = (width - sizes.names) / 12
    painter.setFont(theme.scaled_font(0.9))
    painter.setPen(theme.color("text_muted"))
    painter.drawText(QRectF(8, 0, sizes.names - 8, sizes.head), _LEFT, tr("Nhiệm vụ"))
    now = int(marks.today[5:7]) if marks.today[:4] == f"{marks.year:04d}" else 0
    for number in range(1, 13):
        box = QRectF(sizes.names + (number - 1) * month, 0, month, sizes.head)
        if number == marks.month:
            painter.fillRect(box, theme.color("accent_soft"))
        painter.setFont(theme.scaled_font(0.9, bold=number == now))
        painter.setPen(theme.color("accent" if number == now else "text_muted"))
        painter.drawText(box, _CENTRE, tr("Th.{month}", month=number))
    painter.setPen(QPen(theme.color("line_strong"), 1))
    painter.drawLine(QPointF(0, sizes.head - 0.5), QPointF(width, sizes.head - 0.5))


def _months(painter: QPainter, width: float, bottom: float, sizes: YearSizes, marks: YearMarks) -> None:
    month = (width - sizes.names) / 12
    for number in range(12):
        x = round(sizes.names + number * month) + 0.5
        painter.setPen(QPen(theme.color("line_strong" if number % 3 == 0 else "line"), 1))
        painter.drawLine(QPointF(x, sizes.head), QPointF(x, bottom))


def _today(painter: QPainter, width: float, bottom: float, sizes: YearSizes, marks: YearMarks) -> None:
    if marks.today[:4] != f"{marks.year:04d}":
        return
    x = sizes.names + place_in_year(marks.today, marks.year) * (width - sizes.names) / 12
    painter.setPen(QPen(theme.color("accent"), 1.5, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(x, sizes.head), QPointF(x, bottom))


def _name(painter: QPainter, row: YearRow, place: int, sizes: YearSizes, marks: YearMarks) -> None:
    head = not row.name.task_id
    box = QRectF(6, sizes.head + place * sizes.row, sizes.names - 12, sizes.row)
    side = min(sizes.row - 4, 13.0 * theme.font_scale())
    if not head:
        paint_shape(painter, QRectF(box.left(), box.center().y() - side / 2, side, side), row.meaning)
        box = box.adjusted(side + 6, 0, 0, 0)
    chosen = place == marks.current and marks.focus
    painter.setFont(theme.scaled_font(0.9, bold=head))
    painter.setPen(theme.color("selection_text" if chosen else "text_muted" if head else "text"))
    words = f"{row.name.number} {row.name.title}".strip()
    painter.drawText(box, _LEFT, QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, box.width()))


def _span(painter: QPainter, span: Span, box: QRectF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = theme.color(LOOKS[span.meaning].token)
    path = QPainterPath()
    path.addRoundedRect(box, 3, 3)
    ground = theme.color(LOOKS[span.meaning].token)
    ground.setAlphaF(0.16)
    painter.fillPath(path, ground)
    if span.ongoing:
        stripes = theme.color(LOOKS[span.meaning].token)
        stripes.setAlphaF(0.45)
        painter.fillPath(path, QBrush(stripes, Qt.BrushStyle.BDiagPattern))
    else:
        painter.setPen(QPen(colour, 1))
        painter.drawPath(path)
    painter.restore()


def _waiting(painter: QPainter, row: YearRow, place: int, width: float, sizes: YearSizes) -> None:
    if row.waiting is None:
        return
    box = QRectF(sizes.names + 6, sizes.head + place * sizes.row, width - sizes.names - 12, sizes.row)
    painter.setFont(theme.scaled_font(0.85))
    painter.setPen(theme.color("waiting"))
    words = QFontMetricsF(painter.font()).elidedText(row.waiting.phrase, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, _LEFT, words)
