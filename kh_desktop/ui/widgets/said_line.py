"""What was just done, said on the page where it was done, with the way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets.buttons import quiet_button
from kh_desktop.ui.widgets.due_line import ElidedLabel
from kh_desktop.ui.widgets.layout import icon_label


class SaidLine(QWidget):
    """Hidden until something is said; ``undo`` is what its button runs."""

    def __init__(self, undo: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(icon_label("check", 16, "done"), 0, Qt.AlignmentFlag.AlignVCenter)
        self.words = ElidedLabel("", "done")
        row.addWidget(self.words, 1)
        self.undo = quiet_button(tr("Hoàn tác"), "undo")
        self.undo.clicked.connect(lambda _checked=False: undo())
        row.addWidget(self.undo)
        self.hide()

    def text(self) -> str:
        """What it says."""
        return self.words.full_text()

    def show_words(self, text: str, *, undo: bool) -> None:
        """Say it; ``undo``: it can be taken back."""
        self.words.set_text(text)
        self.undo.setVisible(undo)
        self.show()
