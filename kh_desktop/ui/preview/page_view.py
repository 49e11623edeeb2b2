"""The pages of a preview one below another: scrolling, zoom, a click that names the field, a frame around a field."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from kh_desktop.services.export import Preview
from kh_desktop.ui import theme
from kh_desktop.ui.preview import geometry
from kh_desktop.ui.preview.geometry import PageBox, Place

_ZOOM_STEP = 1.15
_SPARE_PAGES = 2
"""Rendered pages kept beside the visible ones."""


class PageView(QAbstractScrollArea):
    """Shows a Preview. ``zoom`` None fits the width."""

    anchor_clicked = Signal(str)
    page_changed = Signal(int, int)
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # so that a page more does not change the width
        self.viewport().setMouseTracking(True)
        self._preview: Preview | None = None
        self._sizes: list[tuple[float, float]] = []
        self._boxes: list[PageBox] = []
        self._images: dict[int, QImage] = {}
        self._zoom: float | None = None
        self._scale = 1.0
        self._anchor = ""
        self._shown_page = (0, 0)
        self._pressed_at: QPoint | None = None
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    # what is shown

    def preview(self) -> Preview | None:
        """What is shown at the moment."""
        return self._preview

    def set_preview(self, preview: Preview | None) -> None:
        """Show another building of the document at the place where the reader is."""
        place, x = self._place(), self.horizontalScrollBar().value()
        self._preview = preview
        self._sizes = [preview.page_size(i) for i in range(preview.pages)] if preview else []
        self._images.clear()
        self._arrange(place, x)

    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    def current_page(self) -> int:
        """The page (0-based) that fills most of the upper half of the view."""
        top = self.verticalScrollBar().value()
        return geometry.place_at(self._boxes, top + self.viewport().height() * 0.4).page

    def go_to_page(self, page: int) -> None:
        """Scroll to the top of a page (0-based)."""
        if self._boxes:
            box = self._boxes[max(0, min(page, len(self._boxes) - 1))]
            self.verticalScrollBar().setValue(round(box.y - geometry.GAP))

    # zoom

    def zoom(self) -> float:
        """The zoom in use: 1.0 shows a point as one logical pixel."""
        return self._scale

    def fits_width(self) -> bool:
        """Whether the zoom follows the width of the view."""
        return self._zoom is None

    def set_zoom(self, zoom: float | None) -> None:
        """Set the zoom; None fits the width."""
        place = self._place()
        self._zoom = None if zoom is None else geometry.clamp_zoom(zoom)
        self._images.clear()
        self._arrange(place, self.horizontalScrollBar().value())

    def zoom_by(self, steps: float) -> None:
        """Larger (positive) or smaller (negative) by steps of 15 %."""
        self.set_zoom(self._scale * _ZOOM_STEP**steps)

    # fields

    def show_anchor(self, anchor: str) -> bool:
        """Frame the field and scroll to it unless it is in view; False when it is not printed."""
        self._anchor = anchor
        frame = self._frame()
        self.viewport().update()
        if frame is None:
            return False
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if frame.top() < bar.value() + 4 or frame.bottom() > bar.value() + height - 4:
            bar.setValue(round(frame.top() - max(24.0, (height - frame.height()) / 3)))
        return True

    def anchor_at(self, at: QPointF) -> str:
        """The field printed at a point of the viewport; "" for none."""
        x, y = at.x() + self.horizontalScrollBar().value(), at.y() + self.verticalScrollBar().value()
        for page, box in enumerate(self._boxes):
            if self._preview is not None and box.holds(x, y):
                return self._preview.anchor_at(page, (x - box.x) / self._scale, (y - box.y) / self._scale)
        return ""

    def point_of(self, anchor: str) -> QPoint | None:
        """The middle of a field in the viewport (it may lie outside of what is visible)."""
        frame = self._frame(anchor)
        if frame is None:
            return None
        return (frame.center() - QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())).toPoint()

    # arranging

    def _place(self) -> Place:
        return geometry.place_at(self._boxes, self.verticalScrollBar().value())

    def _arrange(self, place: Place, x: int) -> None:
        at_top = self.verticalScrollBar().value() <= 0
        width = self.viewport().width()
        self._scale = geometry.fit_width(self._sizes, width) if self._zoom is None else self._zoom
        self._boxes = geometry.lay_out(self._sizes, self._scale, width)
        canvas_width, canvas_height = geometry.canvas_size(self._boxes)
        view = self.viewport().size()
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, round(canvas_height) - view.height()))
        vertical.setPageStep(view.height())
        vertical.setSingleStep(40)
        horizontal.setRange(0, max(0, round(canvas_width) - view.width() - geometry.GAP))
        horizontal.setPageStep(view.width())
        vertical.setValue(0 if at_top else round(geometry.height_of(self._boxes, place)))
        horizontal.setValue(x)
        self.zoom_changed.emit(self._scale)
        self._tell_page()
        self.viewport().update()

    def _tell_page(self) -> None:
        shown = (self.current_page() + 1 if self._boxes else 0, len(self._boxes))
        if shown != self._shown_page:
            self._shown_page = shown
            self.page_changed.emit(*shown)

    def _frame(self, anchor: str | None = None) -> QRectF | None:
        anchor = self._anchor if anchor is None else anchor
        place = self._preview.place_of(anchor) if self._preview is not None and anchor else None
        if place is None:
            return None
        page, x, y, w, h = place
        box = self._boxes[page]
        s = self._scale
        return QRectF(box.x + x * s, box.y + y * s, w * s, h * s).adjusted(-4, -3, 4, 3)

    # painting

    def _image(self, page: int) -> QImage:
        image = self._images.get(page)
        if image is None:
            assert self._preview is not None
            ratio = self.devicePixelRatioF()
            width, height, data = self._preview.render(page, geometry.POINTS_PER_INCH * self._scale * ratio)
            image = QImage(data, width, height, width * 4, QImage.Format.Format_RGB32).copy()
            self._images[page] = image
        return image

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("paper_edge"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        dx, dy = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        shown = geometry.visible(self._boxes, dy, dy + self.viewport().height())
        for page in shown:
            box = self._boxes[page]
            target = QRect(round(box.x - dx), round(box.y - dy), round(box.width), round(box.height))
            painter.drawImage(target, self._image(page))
            painter.setPen(QPen(theme.color("line_strong"), 1))
            painter.drawRect(target.adjusted(-1, -1, 0, 0))
        self._forget_far(shown)
        frame = self._frame()
        if frame is not None:
            accent = QColor(0x1F, 0x4E, 0x9E)  # the paper stays white in the dark theme, so does the frame on it
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(accent, 1.5))
            painter.setBrush(QColor(accent.red(), accent.green(), accent.blue(), 22))
            painter.drawRoundedRect(frame.translated(-dx, -dy), 4, 4)

    def _forget_far(self, shown: range) -> None:
        for page in [p for p in self._images if not shown.start - _SPARE_PAGES <= p < shown.stop + _SPARE_PAGES]:
            del self._images[page]

    # hands

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self._place()
        if self._zoom is None:
            self._images.clear()
        self._arrange(place, self.horizontalScrollBar().value())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / 120)
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed_at = self._pressed_at, None
        at = event.position()
        if event.button() is not Qt.MouseButton.LeftButton or pressed is None or (pressed - at.toPoint()).manhattanLength() > 6:
            return
        anchor = self.anchor_at(at)
        self._anchor = anchor
        self.viewport().update()
        if anchor:
            self.anchor_clicked.emit(anchor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = bool(self.anchor_at(event.position()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
