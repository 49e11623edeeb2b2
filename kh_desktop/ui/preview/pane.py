"""The live page beside the form: the PDF of the plan as it stands, a moment after each change."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kh_desktop.domain.errors import KhError
from kh_desktop.services.export import Preview
from kh_desktop.services.plans import get_plan
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.ui.errors import error_sentence
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.preview.bar import PageBar
from kh_desktop.ui.preview.builder import PreviewBuilder
from kh_desktop.ui.preview.page_view import PageView
from kh_desktop.ui.widgets import Banner, icon_button


class PreviewPane(QWidget):
    """Shows one plan. While it is hidden nothing is built; it catches up when shown."""

    anchor_clicked = Signal(str)
    built = Signal()
    close_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("PreviewPane")
        self._session = session
        self._plan_id = 0
        self._stale = False
        self._waiting_anchor = ""
        self.view = PageView(self)
        self.view.setAccessibleName(tr("Trang in của kế hoạch"))
        self.bar = PageBar(self.view, self)
        self.close_button = icon_button("close", tr("Ẩn trang in"))
        self.bar.add_button(self.close_button)
        self.banner = Banner("", "error", parent=self)
        self.banner.hide()
        self.builder = PreviewBuilder(self)
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

    def show_plan(self, plan_id: int) -> None:
        """Show another plan, from its first page."""
        if plan_id != self._plan_id:
            self._plan_id = plan_id
            self.builder.stop()
            self.view.set_preview(None)
        self.refresh()

    def on_changes(self, changes: ChangeSet) -> None:
        """Build anew when the plan changed."""
        if self._plan_id and self._plan_id in changes.plan_ids:
            self.refresh()

    def refresh(self) -> None:
        """Build the plan as it stands; later, if the pane cannot be seen."""
        self._stale = True
        if not self.isVisible() or not self._plan_id:
            return
        self._stale = False
        try:
            self.builder.request(get_plan(self._session, self._plan_id))
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
