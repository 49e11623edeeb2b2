"""The live page of a plan beside its form."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kh_desktop.services.export import preview
from kh_desktop.services.plans import get_plan
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.preview.page_pane import PagePane


class PreviewPane(PagePane):
    """Shows one plan."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Trang in của kế hoạch"), preview, parent)
        self._session = session
        self._plan_id = 0

    def show_plan(self, plan_id: int) -> None:
        """Show another plan, from its first page."""
        other = plan_id != self._plan_id
        self._plan_id = plan_id
        self.show_source((lambda: get_plan(self._session, self._plan_id)) if plan_id else None, other=other)

    def on_changes(self, changes: ChangeSet) -> None:
        """Build anew when the plan changed."""
        if self._plan_id and self._plan_id in changes.plan_ids:
            self.refresh()
