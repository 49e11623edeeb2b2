"""The line under a deadline that is being typed in its cell: below the editor, after a pause; it takes neither text nor focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from kh_desktop.domain.vitext import clean
from kh_desktop.ui import theme
from kh_desktop.ui.grid.cell_editor import CellEditor
from kh_desktop.ui.grid.deadlines.field_line import PAUSE_MS
from kh_desktop.ui.grid.deadlines.lines import Line, Readings
from kh_desktop.ui.icons import pixmap

_PAD = 4


class LiveLine(QFrame):
    """Belongs to one editor and goes with it. It lies in the view, not among the editors of its viewport. ``explained``: the phrase as
    stored and what a person said it means ("" for nothing)."""

    def __init__(self, editor: CellEditor, readings: Readings, explained: tuple[str, str], view: QWidget) -> None:
        super().__init__(view)
        self._editor, self._readings, self._explained = editor, readings, explained
        self.setObjectName("liveLine")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sign, self._words = QLabel(self), QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setFont(theme.scaled_font(0.88))
        row = QHBoxLayout(self)
        row.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        row.setSpacing(_PAD)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.look)
        editor.textChanged.connect(self._typed)
        editor.installEventFilter(self)
        editor.destroyed.connect(self.deleteLater)

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def _typed(self) -> None:
        self.hide()  # what it said is old
        self._pause.start()

    def look(self) -> None:
        """Say how what is typed will be read."""
        phrase = clean(self._editor.toPlainText())
        line = self._readings.shown(phrase, self._explained[1] if phrase == self._explained[0] else "")
        if line is None or not self._editor.isVisible():
            self.hide()
            return
        self._dress(line)
        self._place()
        self.show()
        self.raise_()

    def _dress(self, line: Line) -> None:
        self._words.setText(line.text)
        self._sign.setVisible(bool(line.needs))
        if line.needs:
            self._sign.setPixmap(pixmap("warn", round(14 * theme.font_scale()), "soon", self.devicePixelRatioF()))
        ground, ink = theme.hex_of("warning_bg" if line.needs else "raised"), theme.hex_of("soon" if line.needs else "text_muted")
        frame = f"#liveLine {{ background: {ground}; border: 1px solid {theme.hex_of('line_strong')}; }}"
        self.setStyleSheet(f"{frame} QLabel {{ color: {ink}; background: transparent; }}")

    def _place(self) -> None:
        view, editor, layout = self.parentWidget(), self._editor, self.layout()
        ground = editor.parentWidget()
        if view is None or ground is None or layout is None:
            return
        layout.activate()
        width = editor.width()
        height = max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())
        corner = ground.mapTo(view, editor.geometry().bottomLeft()) + QPoint(0, 1)
        if corner.y() + height > view.height():
            corner = ground.mapTo(view, editor.geometry().topLeft()) - QPoint(0, height)
        self.setGeometry(corner.x(), corner.y(), width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay with the editor."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self.isVisible():
            self._place()
        elif event.type() == QEvent.Type.Hide:
            self._pause.stop()
            self.hide()
        elif event.type() == QEvent.Type.Show:
            self._pause.start()
        return False
