"""The same line under the deadline field beside the grid, live while one types, with what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kh_desktop.domain.vitext import clean
from kh_desktop.ui import theme
from kh_desktop.ui.grid.deadlines.lines import Line, Readings
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.icons import pixmap
from kh_desktop.ui.widgets import TextEdit, muted, quiet_button

PAUSE_MS = 400


class FieldLine(QWidget):
    """Follows ``field``. ``mend_wanted()``, ``explain_wanted()`` and ``compose_wanted()`` by its buttons."""

    mend_wanted = Signal()
    explain_wanted = Signal()
    compose_wanted = Signal()

    def __init__(self, field: TextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._readings = Readings()
        self._meaning, self._stored = "", ""
        self._may_write = self._may_explain = False
        self._sign = QLabel(self)
        self._words = muted("", self)
        self.mend = quiet_button("", parent=self)
        self.explain = quiet_button(tr("Giải thích…"), parent=self)
        self.compose = quiet_button(tr("Soạn…"), parent=self)
        self.mend.setToolTip(tr("Đổi ngày không có thật trong thời hạn ({keys})", keys="F7"))
        self.explain.setToolTip(tr("Cho biết thời hạn này nghĩa là gì, chữ in giữ nguyên ({keys})", keys="F7"))
        self.compose.setToolTip(tr("Chọn từng phần để có thời hạn ({keys})", keys="Shift+F7"))
        self.compose.setAccessibleName(tr("Soạn thời hạn"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look)
        field.textChanged.connect(self._pause.start)
        for button, wanted in ((self.mend, self.mend_wanted), (self.explain, self.explain_wanted), (self.compose, self.compose_wanted)):
            button.clicked.connect(lambda _checked=False, wanted=wanted: wanted.emit())
        self._build()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self._sign)
        top.addWidget(self._words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        for buttons in ((self.mend,), (self.explain, self.compose)):
            row = QHBoxLayout()
            row.setSpacing(0)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            layout.addLayout(row)

    def show_deadline(self, readings: Readings, phrase: str, meaning: str, *, read_only: bool, can_write: bool) -> None:
        """The deadline as stored; what is being typed goes before it. ``can_write``: explaining is possible on issued plans too."""
        self._readings, self._stored, self._meaning = readings, phrase, meaning
        self._may_write, self._may_explain = not read_only, can_write
        self._look()

    def words(self) -> str:
        """What is said now."""
        return self._words.text()

    def _look(self) -> None:
        self._pause.stop()
        phrase = clean(self._field.toPlainText())
        line = self._readings.line(phrase, self._meaning if phrase == self._stored else "")
        self._show_words(line)
        mended = line.repair if line is not None and self._may_write else None
        self.mend.setVisible(mended is not None)
        if mended is not None:
            self.mend.setText(tr("Sửa thành {right}", right=mended.right))
        self.explain.setVisible(line is not None and self._may_explain and (bool(line.needs) or line.explained or line.kind == "open"))
        self.compose.setVisible(self._may_write)

    def _show_words(self, line: Line | None) -> None:
        self._words.setVisible(line is not None)
        self._field.setAccessibleDescription(line.text if line is not None else "")
        self._sign.setVisible(line is not None and bool(line.needs))
        if line is None:
            return
        self._words.setText(line.text)
        kind = "warning" if line.needs else "muted"
        if self._words.property("kind") != kind:
            self._words.setProperty("kind", kind)
            self._words.style().unpolish(self._words)
            self._words.style().polish(self._words)
        if line.needs:
            side = round(14 * theme.font_scale())
            self._sign.setPixmap(pixmap("warn", side, "soon", self.devicePixelRatioF()))
