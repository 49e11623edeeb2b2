"""A live page beside a form: the PDF of a document as it stands, a moment after each change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import Plan
from kh_desktop.services.export import Preview, preview
from kh_desktop.ui.errors import error_sentence
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.preview.bar import PageBar
from kh_desktop.ui.preview.builder import PreviewBuilder
from kh_desktop.ui.preview.page_view import PageView
from kh_desktop.ui.widgets import Banner, icon_button


class PagePane(QWidget):
    """Shows what ``show_source`` says is to be printed, built by ``build``. While it is hidden nothing is built; it catches up when
    shown."""

    anchor_clicked = Signal(str)
    built = Signal()
    close_asked = Signal()

    def __init__(self, name: str, build: Callable[[Plan], Preview] = preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("PreviewPane")
        self._source: Callable[[], Plan] | None = None
        self._stale = False
        self._waiting_anchor = ""
        self.view = PageView(self)
        self.view.setAccessibleName(name)
        self.bar = PageBar(self.view, self)
        self.close_button = icon_button("close", tr("Ẩn trang in"))
        self.bar.add_button(self.close_button)
        self.banner = Banner("", "error", parent=self)
        self.banner.hide()
        self.builder = PreviewBuilder(self, build)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, self.banner):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        self.view.anchor_clicked.connect(self.anchor_clicked)
        self.close_button.clicked.connect(self.close_asked)
        self.builder.ready.connect(self._show)
        self.builder.failed.connect(self._show_failure)

    def show_source(self, source: Callable[[], Plan] | None, *, other: bool = False) -> None:
        """Show what ``source`` says now (None: nothing); ``other``: another document, from its first page."""
        self._source = source
        if other:
            self.builder.stop()
            self.view.set_preview(None)
        self.refresh()

    def refresh(self) -> None:
        """Build the document as it stands; later, if the pane cannot be seen."""
        self._stale = True
        if not self.isVisible() or self._source is None:
            return
        self._stale = False
        try:
            self.builder.request(self._source())
        except KhError as error:  # the plan was deleted under our feet
            self._show_failure(error)

    def show_anchor(self, anchor: str) -> None:
        """Scroll to a field and frame it; waits for the page when one is being built."""
        found = self.view.show_anchor(anchor)
        self._waiting_anchor = "" if found and not self.builder.is_busy else anchor

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.builder.is_busy:
            self._stale = True
            self.builder.stop()

    def _show(self, preview: Preview) -> None:
        self.banner.set_text("")
        self.view.set_preview(preview)
        if self._waiting_anchor:
            self.view.show_anchor(self._waiting_anchor)
            self._waiting_anchor = ""
        self.built.emit()

    def _show_failure(self, error: KhError) -> None:
        self.banner.set_text(error_sentence(error))
        self.built.emit()
