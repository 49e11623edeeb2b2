"""The evidence of one task: each document or file with what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from kh_desktop.domain.model import Evidence
from kh_desktop.services.attachments import Attachment
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.icons import icon
from kh_desktop.ui.widgets import clear_layout, icon_button, icon_label, muted, text_from_iso, text_label
from kh_desktop.ui.words import size_words

_ABOVE = 6


class EvidenceList(QWidget):
    """``open_wanted``, ``copy_wanted``, ``edit_wanted``, ``remove_wanted`` carry the evidence."""

    open_wanted = Signal(object)
    copy_wanted = Signal(object)
    edit_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)

    def show_evidence(self, found: Sequence[Evidence], files: Mapping[int, Attachment], *, can_write: bool) -> None:
        """List it; nothing is built anew when nothing changed."""
        wanted = (tuple(found), tuple(files.items()), can_write)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear_layout(self._rows)
        for evidence in found:
            self._rows.addLayout(self._row(evidence, files.get(evidence.attachment_id), can_write))
        if not found:
            self._rows.addWidget(muted(tr("Chưa có minh chứng.")))

    def _row(self, evidence: Evidence, file: Attachment | None, can_write: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        # As far down as the first line of the text, which stands beside buttons with room around their icons.
        mark = QVBoxLayout()
        mark.addSpacing(_ABOVE)
        mark.addWidget(icon_label("attach" if evidence.attachment_id else "plan", 16))
        mark.addStretch(1)
        row.addLayout(mark)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.setContentsMargins(0, _ABOVE, 0, 0)
        words = text_label(breakable(evidence_words(evidence)))
        words.setMinimumWidth(1)
        texts.addWidget(words)
        if file is not None:
            line = muted(tr("{size} · thêm {day}", size=size_words(file.size), day=text_from_iso(file.added)))
            line.setToolTip(tr("Mã kiểm tra SHA-256: {sum}", sum=file.sha256))
            line.setMinimumWidth(1)
            texts.addWidget(line)
        texts.addStretch(1)
        row.addLayout(texts, 1)
        if file is not None:
            look = icon_button("eye", tr("Mở {name}", name=evidence_words(evidence)))
            look.clicked.connect(lambda _checked=False: self.open_wanted.emit(evidence))
            row.addWidget(look, 0, Qt.AlignmentFlag.AlignTop)
        if file is not None or can_write:
            row.addWidget(self._more(evidence, file is not None, can_write), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _more(self, evidence: Evidence, has_file: bool, can_write: bool) -> QToolButton:
        button = icon_button("more", tr("Việc khác với {name}", name=evidence_words(evidence)))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        if has_file:
            self._entry(menu, "save", tr("Lưu bản sao…"), self.copy_wanted, evidence)
        if can_write:
            self._entry(menu, "edit", tr("Sửa số, ngày"), self.edit_wanted, evidence)
            self._entry(menu, "trash", tr("Bỏ minh chứng này"), self.remove_wanted, evidence)
        button.setMenu(menu)
        return button

    def _entry(self, menu: QMenu, icon_name: str, text: str, signal: SignalInstance, evidence: Evidence) -> None:
        action = QAction(icon(icon_name, "text_muted"), text, menu)
        action.triggered.connect(lambda _checked=False: signal.emit(evidence))
        menu.addAction(action)


def evidence_words(evidence: Evidence) -> str:
    """ "12/BC-UBND ngày 15/03/2027: Báo cáo quý I"."""
    name = evidence.number
    if evidence.issued:
        day = text_from_iso(evidence.issued)
        name = tr("{number} ngày {day}", number=evidence.number, day=day) if evidence.number else tr("Ngày {day}", day=day)
    return ": ".join(part for part in (name, evidence.title) if part)


def breakable(text: str) -> str:
    """``text`` with places to break long words, so that a file name without blanks does not widen the panel."""
    return "".join(f"{letter}\u200b" if letter in "_-./\\" or (i % 16 == 15) else letter for i, letter in enumerate(text))
