"""Our drawn icons (``resources/icons/*.svg``, lines of 24 units), painted in the colours of the theme at any size."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kh_desktop.resources import resource_path
from kh_desktop.ui import theme


def icon_names() -> list[str]:
    """Every icon there is."""
    return sorted(path.stem for path in resource_path("icons").glob("*.svg"))


def icon(name: str, token: str = "text") -> QIcon:
    """The icon ``name`` in the colour ``token``; follows a change of theme by itself."""
    return QIcon(_SvgEngine(name, token))


def pixmap(name: str, size: int = 16, token: str = "text", ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of ``size`` logical pixels."""
    return icon(name, token).pixmap(QSize(size, size), ratio)


def paint_icon(painter: QPainter, rect: QRectF, name: str, token: str = "text") -> None:
    """Draw the icon into ``rect``."""
    _SvgEngine(name, token).draw(painter, rect, theme.hex_of(token))


class _SvgEngine(QIconEngine):
    """Draws the vector each time, so that it is sharp at 125 % and the colour is the theme's of that moment."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name, self._token = name, token
        self._source = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")

    def clone(self) -> QIconEngine:
        return _SvgEngine(self._name, self._token)

    def draw(self, painter: QPainter, rect: QRectF, colour: str) -> None:
        """Render in ``colour``."""
        QSvgRenderer(QByteArray(self._source.replace("currentColor", colour).encode())).render(painter, rect)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        token = "text_disabled" if mode == QIcon.Mode.Disabled else self._token
        if state == QIcon.State.On and token == "text_muted":
            token = "accent"
        side = min(rect.width(), rect.height())
        square = QRectF(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side)
        self.draw(painter, square, theme.hex_of(token))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # noqa: N802
        if size.isEmpty():
            return QPixmap()  # a button squeezed to nothing asks for that
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture
