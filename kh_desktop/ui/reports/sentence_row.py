"""One sentence of the report: what the program says, or what a person wrote instead, marked, with the way back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kh_desktop.services.report_texts import Sentence
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import TextEdit, icon_button, icon_label


class SentenceRow(QWidget):
    """``written(key, text)`` when a person wrote something else, ``taken_back(key)`` for the program's words; ``entered()`` when the caret
    came in."""

    written = Signal(str, str)
    taken_back = Signal(str)
    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self.edit = TextEdit(name, lines=1, max_lines=10, placeholder=tr("(bỏ câu này)"), parent=self)
        self.mark = icon_label("edit", 14, "accent", self)
        self.mark.setToolTip(tr("Câu sửa tay"))
        self.back = icon_button("undo", tr("Về như chương trình viết"), parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.mark, self.back):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.edit, 1)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self.edit.committed.connect(lambda text: self.written.emit(self._key, text))
        self.back.clicked.connect(self._take_back)
        self.edit.installEventFilter(self)

    @property
    def key(self) -> str:
        """Which sentence it is."""
        return self._key

    def show_sentence(self, sentence: Sentence, *, writable: bool, anew: bool = False) -> None:
        """Show a sentence; ``anew``: of another period, so that typing of the old one does not stay."""
        if anew or sentence.key != self._key:
            self.edit.commit()
            self.edit.document().setModified(False)
        self._key = sentence.key
        self.edit.set_value(sentence.text)
        self.edit.setReadOnly(not writable)
        self.mark.setVisible(sentence.own)
        self.back.setVisible(sentence.own and writable)
        self.back.setToolTip(f"{tr('Về như chương trình viết')}:\n{sentence.automatic}" if sentence.own else "")
        self.edit.setAccessibleDescription(tr("Câu sửa tay") if sentence.own else "")

    def _take_back(self) -> None:
        self.edit.document().setModified(False)
        self.taken_back.emit(self._key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)
