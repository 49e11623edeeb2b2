"""What charts are painted with: colours by the names of the theme, fonts, and how long one pixel is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from kh_desktop.ui import theme

# On paper one unit of the painter is a tenth of a point, so that whole pixel sizes of fonts are fine enough.
PER_POINT = 10.0
_PAPER_POINTS = 9.5
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
LEFT, RIGHT, CENTER = (_MIDDLE | side for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter))


@dataclass(frozen=True, slots=True)
class ChartPalette:
    """``colour`` gives the colour of a token of the theme, ``font`` the font at a factor, bold or not; ``unit`` is the length of what is
    one pixel at 100 %, in the painter's own units."""

    colour: Callable[[str], QColor]
    make_font: Callable[[float, bool], QFont]
    unit: float

    def font(self, factor: float = 1.0, *, bold: bool = False) -> QFont:
        """The font of texts."""
        return self.make_font(factor, bold)

    def line(self, factor: float = 1.0) -> float:
        """The height of a line of text."""
        return QFontMetricsF(self.font(factor)).height()

    def text(
        self, painter: QPainter, place: QRectF, words: str, token: str = "text", *, factor: float = 1.0, bold: bool = False,
        align: Qt.AlignmentFlag = LEFT,
    ) -> None:  # fmt: skip
        """One line of text in ``place``; what does not fit ends in "…"."""
        font = self.font(factor, bold=bold)
        painter.setFont(font)
        painter.setPen(self.colour(token))
        painter.drawText(place, align, QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width()))

    def wrapped(self, painter: QPainter, place: QRectF, words: str) -> None:
        """Text in as many lines as ``place`` has room for."""
        painter.setFont(self.font())
        painter.setPen(self.colour("text"))
        painter.drawText(place, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, words)

    def width(self, words: str, factor: float = 1.0, *, bold: bool = False) -> float:
        """How wide a line of text is."""
        return QFontMetricsF(self.font(factor, bold=bold)).horizontalAdvance(words)


def screen_palette() -> ChartPalette:
    """Colours and font of the window as it is now."""
    return ChartPalette(theme.color, lambda factor, bold: theme.scaled_font(factor, bold=bold), theme.font_scale())


def paper_palette() -> ChartPalette:
    """Light colours and the font of documents, for a painter that counts in tenths of a point."""
    family = theme.document_font_family()

    def font(factor: float, bold: bool) -> QFont:
        made = QFont(family)
        made.setPixelSize(round(_PAPER_POINTS * factor * PER_POINT))
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        made.setBold(bold)
        return made

    return ChartPalette(lambda token: QColor(theme.TOKENS[token].light), font, PER_POINT * 0.75)
