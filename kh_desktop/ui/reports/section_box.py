"""A section of the report: its heading (of the office), its sentences, paragraphs added below them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kh_desktop.services.report_texts import ReportSection
from kh_desktop.ui import theme
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.reports.sentence_row import SentenceRow
from kh_desktop.ui.widgets import LineEdit, TextEdit, icon_button


class SectionBox(QWidget):
    """``written(key, text)``, ``taken_back(key)`` of a sentence or of "KEY.added"; ``renamed(key, heading)``, ``hidden(key)`` of the
    section; ``entered(key)`` when the caret came in."""

    written = Signal(str, str)
    taken_back = Signal(str)
    renamed = Signal(str, str)
    hidden = Signal(str)
    entered = Signal(str)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.rows: list[SentenceRow] = []
        self.title = LineEdit(tr("Tên mục"))
        self.title.setProperty("kind", "heading")
        self.leave_out = icon_button("close", tr("Bỏ mục này khỏi báo cáo của cơ quan"))
        self.added = TextEdit(tr("Đoạn viết thêm"), lines=1, max_lines=14, placeholder=tr("Viết thêm vào mục này…"))
        self.added.setProperty("kind", "quiet")
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.leave_out)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(top)
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(4)
        self._column.addLayout(self._sentences)
        under = QHBoxLayout()
        under.setContentsMargins(18, 0, 32, 0)
        under.addWidget(self.added)
        self._column.addLayout(under)
        self.title.committed.connect(lambda text: self.renamed.emit(self.key, text))
        self.leave_out.clicked.connect(lambda: self.hidden.emit(self.key))
        self.added.committed.connect(self._add)

    def show_section(self, part: ReportSection, *, writable: bool, anew: bool = False) -> None:
        """Show a section; rows stay where they are, so that the caret does not jump."""
        self.title.setFont(theme.scaled_font(1.05 if part.level == 1 else 1.0, bold=True))
        self.title.set_value(part.heading)
        self.title.setReadOnly(not writable)
        self.leave_out.setVisible(writable)
        while len(self.rows) > len(part.sentences):
            row = self.rows.pop()
            row.edit.commit()
            self._sentences.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(part.sentences):
            self._append()
        for row, sentence in zip(self.rows, part.sentences, strict=True):
            row.show_sentence(sentence, writable=writable, anew=anew)
        if anew:
            self.added.commit()
            self.added.document().setModified(False)
        self.added.set_value(part.added)
        self.added.setReadOnly(not writable)
        self.added.setVisible(writable or bool(part.added))

    def _append(self) -> None:
        row = SentenceRow(tr("Câu {number}", number=len(self.rows) + 1), self)
        row.written.connect(self.written)
        row.taken_back.connect(self.taken_back)
        row.entered.connect(lambda: self.entered.emit(self.key))
        self.rows.append(row)
        self._sentences.addWidget(row)
        before: QWidget = self.rows[-2].back if len(self.rows) > 1 else self.leave_out
        for widget in (row.edit, row.back, self.added):
            QWidget.setTabOrder(before, widget)
            before = widget

    def _add(self, text: str) -> None:
        if text:
            self.written.emit(f"{self.key}.added", text)
        else:
            self.taken_back.emit(f"{self.key}.added")

    def focus_first(self) -> None:
        """The caret into the first sentence."""
        (self.rows[0].edit if self.rows else self.added).setFocus()
