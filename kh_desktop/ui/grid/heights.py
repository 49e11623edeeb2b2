"""Heights of wrapped cells: measured once per text and width, visible rows first, the rest while the user is idle."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QStaticText, QTextOption

# The tallest letters people type: capitals with two marks stacked above, or one above and one below.
STACKED_MARKS = "ẾẶỘẪỨ"
MAX_LINES = 40
_KEPT_LAYOUTS = 1500
_KEPT_HEIGHTS = 60_000


class CellTexts:
    """Wrapped texts in one font: how tall each is at a width (px), and the laid-out text for painting."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        metrics = QFontMetrics(font)
        self.line_height = metrics.lineSpacing()
        # A few fonts draw stacked marks above their own ascent; the cell then needs that much more room on top.
        self.overshoot = max(0, -metrics.tightBoundingRect(STACKED_MARKS).top() - metrics.ascent())
        self.min_height = max(metrics.height(), metrics.tightBoundingRect(STACKED_MARKS).height()) + self.overshoot
        self._heights: dict[tuple[str, int], int] = {}
        self._layouts: OrderedDict[tuple[str, int], QStaticText] = OrderedDict()
        self.option = QTextOption()
        self.option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def height(self, text: str, width: int) -> int:
        """Height in px of ``text`` wrapped at ``width``; at least one line, at most ``MAX_LINES``."""
        if not text:
            return self.min_height
        key = (text, width)
        known = self._heights.get(key)
        if known is None:
            if len(self._heights) > _KEPT_HEIGHTS:
                self._heights.clear()
            full = int(self.laid_out(text, width).size().height() + 0.999) + self.overshoot
            known = self._heights[key] = max(self.min_height, min(full, MAX_LINES * self.line_height))
        return known

    def laid_out(self, text: str, width: int) -> QStaticText:
        """``text`` wrapped at ``width``, ready to be drawn with ``font``."""
        key = (text, width)
        layout = self._layouts.get(key)
        if layout is not None:
            self._layouts.move_to_end(key)
            return layout
        layout = QStaticText(text.replace("\n", "\u2028"))  # a plain line break would be dropped
        layout.setTextFormat(Qt.TextFormat.PlainText)
        layout.setTextOption(self.option)
        layout.setTextWidth(max(1, width))
        layout.prepare(font=self.font)
        self._layouts[key] = layout
        if len(self._layouts) > _KEPT_LAYOUTS:
            self._layouts.popitem(last=False)
        return layout

    def size(self, text: str, width: int) -> QSizeF:
        """The space ``text`` takes when wrapped at ``width``."""
        return self.laid_out(text, width).size()
