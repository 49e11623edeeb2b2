"""How the meanings look: a word, a colour and a shape each, never a colour alone; and the words of days."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from kh_desktop.domain.schedule import Entry
from kh_desktop.ui import theme
from kh_desktop.ui.calendar.boxes import Box
from kh_desktop.ui.calendar.days import weekday
from kh_desktop.ui.calendar.meanings import meaning_of
from kh_desktop.ui.due_words import entry_tip
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.icons import paint_icon
from kh_desktop.ui.widgets import text_from_iso


@dataclass(frozen=True, slots=True)
class Look:
    """``word`` for lists and the legend, ``short`` inside a narrow bar; colour tokens of the shape and of the ground."""

    word: str
    short: str
    token: str
    ground: str


LOOKS: dict[str, Look] = {
    "late": Look(N_("Quá hạn"), N_("Trễ"), "late", "error_bg"),
    "soon": Look(N_("Sắp đến hạn"), "", "soon", "warning_bg"),
    "later": Look(N_("Chưa đến hạn"), "", "text_muted", "raised"),
    "ongoing": Look(N_("Thường xuyên"), "", "ongoing", "raised"),
    "waiting": Look(N_("Chờ nơi khác"), "", "waiting", "raised"),
    "done": Look(N_("Hoàn thành"), N_("Xong"), "done", "done_bg"),
    "dropped": Look(N_("Không thực hiện"), "", "text_muted", "raised"),
}
WEEKDAYS = (N_("Thứ Hai"), N_("Thứ Ba"), N_("Thứ Tư"), N_("Thứ Năm"), N_("Thứ Sáu"), N_("Thứ Bảy"), N_("Chủ nhật"))
SHORT_WEEKDAYS = (N_("T2"), N_("T3"), N_("T4"), N_("T5"), N_("T6"), N_("T7"), N_("CN"))
KINDS: dict[str, str] = {
    "due": N_("Hạn"),
    "window": N_("Hết khoảng thời gian"),
    "occurrence": N_("Định kỳ"),
    "check": N_("Xem lại việc thường xuyên"),
    "report": N_("Báo cáo của cơ quan"),
}


def look_of(entry: Entry) -> Look:
    """The look of an entry."""
    return LOOKS[meaning_of(entry)]


def state_words(entry: Entry) -> str:
    """ "Quá hạn", "Hôm nay", …"""
    if entry.kind == "check" and entry.state == "late":
        return tr("Thiếu minh chứng")
    return tr("Hôm nay") if entry.state == "today" and entry.kind != "check" else tr(look_of(entry).word)


def day_words(day: str) -> str:
    """ "Thứ Ba, 15/06/2027"."""
    return f"{tr(WEEKDAYS[weekday(day)])}, {text_from_iso(day)}"


def entry_words(entry: Entry) -> str:
    """All of an entry, for screen readers and tool tips."""
    kind = f"{tr(KINDS[entry.kind])} {text_from_iso(entry.day)}"
    return "\n".join(part for part in (state_words(entry), entry_tip(entry), kind, "; ".join(entry.lead)) if part)


def rect(box: Box) -> QRectF:
    """A box as Qt knows it."""
    return QRectF(box.x, box.y, box.w, box.h)


def paint_shape(painter: QPainter, place: QRectF, meaning: str) -> None:
    """The shape of a meaning, filling the square ``place``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = theme.color(LOOKS[meaning].token)
    inner = place.adjusted(1, 1, -1, -1)
    thick = max(1.4, place.width() / 9)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if meaning == "late":
        painter.drawEllipse(inner)
        _exclaim(painter, inner)
    elif meaning == "soon":
        painter.drawPolygon(QPolygonF([QPointF(inner.center().x(), inner.top()), inner.bottomRight(), inner.bottomLeft()]))
    elif meaning == "waiting":
        dot = inner.width() / 6.5
        for part in (0.17, 0.5, 0.83):
            painter.drawEllipse(QPointF(inner.left() + inner.width() * part, inner.center().y()), dot, dot)
    elif meaning == "ongoing":
        paint_icon(painter, place, "ongoing", LOOKS[meaning].token)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        _lines(painter, inner, meaning)
    painter.restore()


def _exclaim(painter: QPainter, inner: QRectF) -> None:
    thick = inner.width() / 7
    painter.setPen(QPen(theme.color("surface"), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    x = inner.center().x()
    painter.drawLine(QPointF(x, inner.top() + inner.height() * 0.24), QPointF(x, inner.top() + inner.height() * 0.55))
    painter.drawPoint(QPointF(x, inner.top() + inner.height() * 0.77))


def _lines(painter: QPainter, inner: QRectF, meaning: str) -> None:
    if meaning == "done":
        at = [(0.08, 0.55), (0.38, 0.84), (0.94, 0.18)]
        painter.drawPolyline(QPolygonF([QPointF(inner.left() + x * inner.width(), inner.top() + y * inner.height()) for x, y in at]))
        return
    small = inner.adjusted(inner.width() * 0.1, inner.height() * 0.1, -inner.width() * 0.1, -inner.height() * 0.1)
    painter.drawEllipse(small)
    if meaning == "dropped":
        reach = small.width() * 0.22
        painter.drawLine(small.center() - QPointF(reach, 0), small.center() + QPointF(reach, 0))


def shape_icon(meaning: str) -> QIcon:
    """The shape as an icon for buttons and tables; sharp at any scale, in the colours of the theme."""
    return QIcon(_ShapeEngine(meaning))


class _ShapeEngine(QIconEngine):
    def __init__(self, meaning: str) -> None:
        super().__init__()
        self._meaning = meaning

    def clone(self) -> QIconEngine:
        return _ShapeEngine(self._meaning)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        place = QRectF(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side)
        paint_shape(painter, place, self._meaning)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # noqa: N802
        if size.isEmpty():
            return QPixmap()
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture


class ShapeLabel(QWidget):
    """A shape beside a word; screen readers skip it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meaning = "later"
        side = round(16 * theme.font_scale())
        self.setFixedSize(side, side)

    def show_meaning(self, meaning: str) -> None:
        """Draw another shape."""
        self._meaning = meaning
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        paint_shape(QPainter(self), QRectF(self.rect()), self._meaning)
