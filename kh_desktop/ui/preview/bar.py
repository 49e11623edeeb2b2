"""The quiet row above the pages: page number, zoom, fit to the width."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.preview.page_view import PageView
from kh_desktop.ui.widgets import icon_button

_ROOMY = 360
"""Width, in logical pixels at 100 %, from which the zoom is shown as well."""


class PageBar(QWidget):
    """Works on a PageView."""

    def __init__(self, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.page_label = QLabel(self)
        self.zoom_label = QLabel(self)
        self.zoom_label.setMinimumWidth(self.zoom_label.fontMetrics().horizontalAdvance("400 %"))
        self.previous = icon_button("up", tr("Trang trước"))
        self.next = icon_button("down", tr("Trang sau"))
        self.smaller = icon_button("zoom-out", tr("Thu nhỏ trang (Ctrl + lăn chuột)"))
        self.larger = icon_button("zoom-in", tr("Phóng to trang (Ctrl + lăn chuột)"))
        self.fit = icon_button("fit", tr("Vừa chiều rộng"))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(8, 2, 4, 2)
        self.row.setSpacing(2)
        for widget in (self.previous, self.next, self.page_label):
            self.row.addWidget(widget)
        self.row.addStretch(1)
        for widget in (self.smaller, self.zoom_label, self.larger, self.fit):
            self.row.addWidget(widget)
        self._connect()
        self._show_page(0, 0)
        self._show_zoom(view.zoom())

    def add_button(self, button: QToolButton) -> None:
        """One more button at the right end."""
        self.row.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the page number is worth more than the zoom."""
        super().resizeEvent(event)
        self.zoom_label.setVisible(event.size().width() >= round(_ROOMY * theme.font_scale()))

    def minimumSizeHint(self) -> QSize:
        """As without the zoom, so that it can be left out."""
        hint = super().minimumSizeHint()
        shown = self.zoom_label.minimumWidth() + self.row.spacing() if self.zoom_label.isVisibleTo(self) else 0
        return QSize(hint.width() - shown, hint.height())

    def _connect(self) -> None:
        view = self._view
        self.previous.clicked.connect(lambda: view.go_to_page(view.current_page() - 1))
        self.next.clicked.connect(lambda: view.go_to_page(view.current_page() + 1))
        self.smaller.clicked.connect(lambda: view.zoom_by(-1))
        self.larger.clicked.connect(lambda: view.zoom_by(1))
        self.fit.setCheckable(True)
        self.fit.clicked.connect(lambda: view.set_zoom(None))
        view.page_changed.connect(self._show_page)
        view.zoom_changed.connect(self._show_zoom)

    def _show_page(self, page: int, pages: int) -> None:
        self.page_label.setText(tr("Trang {page}/{pages}", page=page, pages=pages) if pages else "")
        self.previous.setEnabled(page > 1)
        self.next.setEnabled(page < pages)

    def _show_zoom(self, zoom: float) -> None:
        self.zoom_label.setText(f"{round(zoom * 75)} %")  # 100 %: a point is 1/72 inch, a logical pixel 1/96
        self.fit.setChecked(self._view.fits_width())
