"""A small live sample of the signature block as it will stand on paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kh_desktop.domain.model import SignatureBlock
from kh_desktop.ui import theme
from kh_desktop.ui.i18n import tr


class SignatureSample(QWidget):
    """Paper stays white in the dark theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._block = SignatureBlock()
        self.setAccessibleName(tr("Khối ký sẽ in"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_block(self, block: SignatureBlock) -> None:
        """Show these lines."""
        self._block = block
        self.setAccessibleDescription(", ".join((*block.authority, block.position, block.name)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(190, 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, 130)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.color("line_strong")))
        painter.setBrush(QColor("white"))
        painter.drawRoundedRect(paper, 4, 4)
        painter.setPen(QColor("black"))
        titles = [*self._block.authority, self._block.position]
        lines = [line for line in titles if line] or ["…"]
        name = self._block.name or "…"
        font = QFont(theme.document_font_family())
        font.setBold(True)
        font.setPixelSize(self._fitting(font, [*lines, name], paper.width() - 16))
        painter.setFont(font)
        height = painter.fontMetrics().height()
        for place, line in enumerate(lines):
            painter.drawText(QRectF(paper.x(), paper.y() + 8 + place * height, paper.width(), height), Qt.AlignmentFlag.AlignCenter, line)
        bottom = QRectF(paper.x(), paper.bottom() - height - 8, paper.width(), height)
        painter.drawText(bottom, Qt.AlignmentFlag.AlignCenter, name)
        painter.end()

    def _fitting(self, font: QFont, lines: list[str], width: float) -> int:
        for size in (15, 14, 13, 12, 11, 10, 9):
            font.setPixelSize(size)
            if max(QFontMetricsF(font).horizontalAdvance(line) for line in lines) <= width:
                return size
        return 8
