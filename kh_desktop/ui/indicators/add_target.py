"""A new target, typed by a person."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import Target
from kh_desktop.services.indicators import add_target, indicators
from kh_desktop.services.session import Session
from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.errors import error_sentence
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.indicators.rows_pane import scrolling
from kh_desktop.ui.indicators.target_form import TargetForm
from kh_desktop.ui.sheets import Sheet
from kh_desktop.ui.widgets import NoteLine


class AddTargetDialog(Sheet):
    """``made``: the id of the new target when it was accepted."""

    def __init__(self, session: Session, plan_id: int, parent: QWidget | None = None) -> None:
        super().__init__(tr("Thêm chỉ tiêu"), width=520, parent=parent)
        self._session, self._plan_id, self.made = session, plan_id, 0
        self.form = TargetForm(self)
        self.form.offer(indicators(session))
        self.form.set_values({"comparator": ">="})
        area = scrolling(self.form, self)
        area.setMinimumHeight(280)
        self.body.addWidget(area, 1)
        self.note = NoteLine(reserve=True, parent=self)
        self.body.addWidget(self.note)
        self.add_deed(tr("Thêm chỉ tiêu"))
        self.add_close()
        self.form.field("indicator").setFocus()

    def accept(self) -> None:
        """Store it; what is not understood is said in the dialog, which then stays."""
        commit_editors(self)
        values = self.form.values()
        try:
            self.made = add_target(self._session, self._plan_id, replace(Target(), **values))  # type: ignore[arg-type]
        except KhError as error:
            self.note.say(error_sentence(error))
            return
        super().accept()
