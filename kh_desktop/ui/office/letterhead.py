"""The head of a plan as it will be printed, drawn while the office is being filled in."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kh_desktop.domain.model import Office
from kh_desktop.ui import theme
from kh_desktop.ui.i18n import tr

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PAPER, INK = "#ffffff", "#111111"


def agency_lines(office: Office) -> list[str]:
    """The bold lines of the issuing agency (NĐ 30/2020, Phụ lục I, II.2)."""
    agency = office.agency
    if agency.letterhead:
        return agency.letterhead.split("\n")
    return ["ỦY BAN NHÂN DÂN", f"{agency.level} {agency.name or '…'}".upper()]


class LetterheadSample(QWidget):
    """White paper in both themes, as paper is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = Office()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Phần đầu của văn bản khi in"))

    def show_office(self, office: Office) -> None:
        """Draw the head for this office."""
        self._office = office
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(560, round(98 * theme.font_scale()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(QColor(PAPER))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(QPen(QColor(INK), 1))
        width = float(self.width())
        office = self._office
        left = [(line, False) for line in (office.agency.letterhead_superior,) if line] + [(line, True) for line in agency_lines(office)]
        self._column(painter, QRectF(12, 12, width * 0.4 - 12, self.height() - 20), left, f"Số:        /{office.code}", 0.4)
        place = office.agency.place or "…"
        self._column(painter, QRectF(width * 0.42, 12, width * 0.58 - 12, self.height() - 20), [(m, True) for m in MOTTO], "", 0.9, place)

    def _column(self, painter: QPainter, area: QRectF, lines: list[tuple[str, bool]], last: str, part: float, place: str = "") -> None:
        top = area.top()
        width = 0.0
        for text, bold in lines:
            font = self._font(text, bold, area.width())
            painter.setFont(font)
            width = QFontMetricsF(font).horizontalAdvance(text)
            height = QFontMetricsF(font).height()
            painter.drawText(QRectF(area.left(), top, area.width(), height), Qt.AlignmentFlag.AlignHCenter, text)
            top += height
        middle, half = area.center().x(), width * part / 2
        painter.drawLine(round(middle - half), round(top + 3), round(middle + half), round(top + 3))
        top += 14
        text = last or f"{place}, ngày      tháng      năm 20…"
        font = self._font(text, False, area.width())
        font.setItalic(not last)
        painter.setFont(font)
        painter.drawText(QRectF(area.left(), top, area.width(), 24 * theme.font_scale()), Qt.AlignmentFlag.AlignHCenter, text)

    def _font(self, text: str, bold: bool, room: float) -> QFont:
        font = QFont(theme.document_font_family())
        font.setBold(bold)
        size = 12.0 * theme.font_scale()
        font.setPointSizeF(size)
        wanted = QFontMetricsF(font).horizontalAdvance(text)
        if wanted > room:
            font.setPointSizeF(max(7.0, size * room / wanted))
        return font
