"""A card with one number that opens the rows behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.widgets import paint_focus
from kh_desktop.ui.widgets.charts import ChartPalette, paint_mark, screen_palette

_WIDTH = 168
_LARGE, _LEAST = 1.5, 0.72


@dataclass(frozen=True, slots=True)
class CardFace:
    """What a card says: a short name, the number, a note; ``meaning`` gives its shape and colour ("" for none)."""

    key: str
    name: str
    number: str
    note: str
    meaning: str = ""


def paint_card(painter: QPainter, rect: QRectF, face: CardFace, palette: ChartPalette) -> None:
    """Name, number, note, from above; the frame is the caller's."""
    unit = palette.unit
    inner = rect.adjusted(*(side * unit for side in (12, 8, -10, -8)))
    name = QRectF(inner.left(), inner.top(), inner.width(), palette.line(0.93))
    side = name.height() * 0.75
    shift = 0.0
    if face.meaning:
        paint_mark(painter, QRectF(name.left(), name.center().y() - side / 2, side, side), face.meaning, palette)
        shift = side + 6 * unit
    palette.text(painter, name.adjusted(shift, 0, 0, 0), face.name, "text_muted", factor=0.93)
    number = QRectF(inner.left(), name.bottom(), inner.width(), palette.line(_LARGE))
    palette.text(painter, number, face.number, "late" if face.meaning == "late" else "text", factor=_LARGE, bold=True)
    note = QRectF(inner.left(), number.bottom(), inner.width(), palette.line(0.88))
    # A note that is a little too long is written smaller rather than cut.
    fitting = 0.88 * min(1.0, inner.width() / max(1.0, palette.width(face.note, 0.88)))
    palette.text(painter, note.adjusted(0, 0, 2 * unit, 0), face.note, "text_muted", factor=max(_LEAST, fitting))


def card_height(palette: ChartPalette) -> float:
    """How high a card is."""
    return palette.line(0.93) + palette.line(_LARGE) + palette.line(0.88) + 18 * palette.unit


def paint_frame(painter: QPainter, rect: QRectF, palette: ChartPalette, *, ground: str = "surface") -> None:
    """The ground of a card."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.colour("line"), palette.unit))
    painter.setBrush(palette.colour(ground))
    inset = palette.unit / 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 8 * palette.unit, 8 * palette.unit)


class NumberCard(QAbstractButton):
    """A card on the screen; a click or the Enter key opens it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = CardFace("", "", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_face(self, face: CardFace) -> None:
        """Say something else."""
        self.face = face
        words = ". ".join(part for part in (f"{face.name}: {face.number}", face.note) if part)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(round(_WIDTH * theme.font_scale()), round(card_height(screen_palette())))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(100, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]
            self.click()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter, palette = QPainter(self), screen_palette()
        paint_frame(painter, QRectF(self.rect()), palette, ground="raised" if self.underMouse() else "surface")
        paint_card(painter, QRectF(self.rect()), self.face, palette)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), 8)
        painter.end()


class CardRow(QWidget):
    """Cards side by side, in as many lines as there must be; ``opened(key)``."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self.cards: list[NumberCard] = []
        self._columns = 0

    def show_faces(self, faces: Sequence[CardFace]) -> None:
        """Show these cards."""
        while len(self.cards) < len(faces):
            made = NumberCard(self)
            made.clicked.connect(lambda _checked=False, card=made: self.opened.emit(card.face.key))
            self.cards.append(made)
            self._columns = 0
        for made, face in zip(self.cards, faces, strict=True):
            made.show_face(face)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        fitting = max(1, int((self.width() + 8) / (_WIDTH * theme.font_scale() + 8)))
        columns = fitting if fitting < len(self.cards) else len(self.cards)
        if columns and columns != self._columns:
            self._columns = columns
            for place, made in enumerate(self.cards):
                self._grid.addWidget(made, place // columns, place % columns)
