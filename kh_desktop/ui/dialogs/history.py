"""Quá trình: what happened to a plan, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kh_desktop.services.issuing import PlanEvent
from kh_desktop.ui.dialogs.base import Sheet
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.widgets import muted, rule, text_label
from kh_desktop.ui.words import moment_of_iso

STATE_WORDS: dict[str, str] = {"draft": N_("Dự thảo"), "submitted": N_("Đã trình"), "issued": N_("Đã ban hành")}


class HistoryDialog(Sheet):
    """One line an event: state, when, who, note."""

    def __init__(self, events: Sequence[PlanEvent], parent: QWidget | None = None) -> None:
        super().__init__(tr("Quá trình"), parent=parent)
        for index, event in enumerate(reversed(events)):
            if index:
                self.body.addWidget(rule())
            words = tr(STATE_WORDS.get(str(event.state), str(event.state)))
            self.body.addWidget(text_label(" · ".join(part for part in (words, event.note) if part)))
            self.body.addWidget(muted(" · ".join(part for part in (moment_of_iso(event.at), event.who) if part)))
        if not events:
            self.body.addWidget(text_label(tr("Kế hoạch đang ở bước dự thảo, chưa trình lần nào.")))
        self.body.addStretch(1)
        self.add_close(tr("Đóng"), safe=True)
