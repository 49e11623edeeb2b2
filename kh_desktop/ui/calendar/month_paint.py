"""Painting the month: what ``month_layout`` placed, in the colours of the theme."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from kh_desktop.domain.schedule import Entry
from kh_desktop.ui import theme
from kh_desktop.ui.calendar.day_notes import DayNote
from kh_desktop.ui.calendar.looks import SHORT_WEEKDAYS, WEEKDAYS, look_of, paint_shape, rect
from kh_desktop.ui.calendar.meanings import meaning_of
from kh_desktop.ui.calendar.month_layout import Bar, Cell, MonthLayout, Sizes
from kh_desktop.ui.due_words import entry_name, off_words
from kh_desktop.ui.i18n import tr

_WIDE_BAR = 104
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Marks:
    """What is special now: today, the day the keys are at, the chosen entry, the day something is dragged over."""

    today: str = ""
    current: str = ""
    chosen: str = ""
    target: str = ""
    dragged: str = ""
    focus: bool = False


def small_font() -> QFont:
    """The font of the bars."""
    return theme.scaled_font(0.9)


def sizes() -> Sizes:
    """The heights that the present font needs."""
    line = QFontMetricsF(small_font()).height()
    return Sizes(names=line + 8, head=line + 5, bar=line + 3, gap=2)


def paint_month(painter: QPainter, layout: MonthLayout, notes: dict[str, DayNote], marks: Marks) -> None:
    """The whole month."""
    painter.fillRect(painter.viewport(), theme.color("surface"))
    painter.setFont(small_font())
    painter.setPen(theme.color("text_muted"))
    wide = QFontMetricsF(small_font()).horizontalAdvance(tr("Chủ nhật")) + 24
    for place, box in enumerate(layout.names):
        words = tr(WEEKDAYS[place]) if box.w > wide else tr(SHORT_WEEKDAYS[place])
        painter.drawText(rect(box).adjusted(8, 0, -4, 0), _LEFT, words)
    for cell in layout.cells:
        _cell(painter, cell, notes.get(cell.day, DayNote()), marks)
    for cell in layout.cells:
        if cell.day in (marks.current, marks.target):
            _frame(painter, cell, marks)


def _cell(painter: QPainter, cell: Cell, note: DayNote, marks: Marks) -> None:
    place = rect(cell.box)
    if note.rest or not cell.in_month:
        painter.fillRect(place, theme.color("window"))
    painter.setPen(QPen(theme.color("line"), 1))
    painter.drawLine(place.topLeft(), place.topRight())
    if place.left() > 1:
        painter.drawLine(place.topLeft(), place.bottomLeft())
    _number(painter, cell, note, marks)
    for bar in cell.bars:
        _bar(painter, bar, marks, faint=not cell.in_month)


def _number(painter: QPainter, cell: Cell, note: DayNote, marks: Marks) -> None:
    head = rect(cell.head).adjusted(6, 0, -5, 0)
    is_today = cell.day == marks.today
    number = str(int(cell.day[8:]))
    painter.setFont(theme.scaled_font(0.95, bold=is_today or cell.in_month))
    if is_today:
        full = 24 * theme.font_scale()
        side = min(head.height() - 1, full)
        disc = QRectF(head.left() - 2, head.center().y() - side / 2, full, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(disc, side / 2, side / 2)
        painter.setPen(theme.color("accent_text"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, number)
        taken = disc.width() + 4
    else:
        painter.setPen(theme.color("text" if cell.in_month and not note.rest else "text_muted"))
        painter.drawText(head, _LEFT, number)
        taken = QFontMetricsF(painter.font()).horizontalAdvance(number) + 6
    _beside_number(painter, cell, note, head.adjusted(taken, 0, 0, 0))


def _beside_number(painter: QPainter, cell: Cell, note: DayNote, room: QRectF) -> None:
    painter.setFont(theme.scaled_font(0.82))
    metrics = QFontMetricsF(painter.font())
    if cell.hidden:
        # Where not even one bar fits, the shape and the number stand for all of them.
        words = tr("+{count} nữa", count=cell.hidden) if cell.bars else str(cell.hidden)
        painter.setPen(theme.color("link"))
        painter.drawText(room, _RIGHT, words)
        if not cell.bars:
            side = 13 * theme.font_scale()
            left = room.right() - metrics.horizontalAdvance(words) - side - 4
            paint_shape(painter, QRectF(left, room.center().y() - side / 2, side, side), cell.worst)
            room = room.adjusted(0, 0, -side - 4, 0)
        room = room.adjusted(0, 0, -metrics.horizontalAdvance(words) - 6, 0)
    if note.lunar:
        painter.setPen(theme.color("text_muted"))
        painter.drawText(room, _RIGHT, note.lunar)
        room = room.adjusted(0, 0, -metrics.horizontalAdvance(note.lunar) - 6, 0)
    if note.name and room.width() > 18:
        painter.setPen(theme.color("text_muted"))
        painter.drawText(room, _LEFT, metrics.elidedText(off_words(note.name), Qt.TextElideMode.ElideRight, room.width()))


def bar_words(entry: Entry, width: float) -> str:
    """What stands in a bar: a wide one also says the state in a word."""
    short = look_of(entry).short
    return f"{tr(short)} · {entry_name(entry)}" if short and width >= _WIDE_BAR * theme.font_scale() else entry_name(entry)


def _bar(painter: QPainter, bar: Bar, marks: Marks, *, faint: bool) -> None:
    place, meaning = rect(bar.box).adjusted(1, 0, -1, 0), meaning_of(bar.entry)
    look = look_of(bar.entry)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if faint or marks.dragged == bar.entry.key:
        painter.setOpacity(0.55)
    path = QPainterPath()
    path.addRoundedRect(place, 4, 4)
    chosen = marks.chosen == bar.entry.key
    painter.fillPath(path, theme.color("selection" if chosen else look.ground))
    side = min(place.height() - 4, 14 * theme.font_scale())
    paint_shape(painter, QRectF(place.left() + 3, place.center().y() - side / 2, side, side), meaning)
    text = place.adjusted(side + 7, 0, -3, 0)
    font = small_font()
    font.setStrikeOut(meaning == "dropped")
    painter.setFont(font)
    painter.setPen(theme.color("selection_text" if chosen else "text"))
    words = QFontMetricsF(font).elidedText(bar_words(bar.entry, place.width()), Qt.TextElideMode.ElideRight, text.width())
    painter.drawText(text, _LEFT, words)
    painter.restore()


def _frame(painter: QPainter, cell: Cell, marks: Marks) -> None:
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    over = cell.day == marks.target
    strong = marks.focus or over
    line = Qt.PenStyle.DashLine if over else Qt.PenStyle.SolidLine
    painter.setPen(QPen(theme.color("focus" if strong else "line_strong"), 2 if strong else 1, line))
    painter.drawRect(rect(cell.box).adjusted(1, 1, -1, -1))
    painter.restore()


def paint_dragged(painter: QPainter, entry: Entry, place: QRectF) -> None:
    """The entry under the pointer while it is dragged."""
    painter.save()
    painter.setPen(QPen(theme.color("focus"), 1))
    painter.setBrush(theme.color("surface"))
    painter.drawRoundedRect(place, 4, 4)
    painter.setPen(theme.color("text"))
    painter.setFont(small_font())
    inner = place.adjusted(8, 0, -8, 0)
    painter.drawText(inner, _LEFT, QFontMetricsF(painter.font()).elidedText(entry_name(entry), Qt.TextElideMode.ElideRight, inner.width()))
    painter.restore()
