"""The line under a deadline that is being typed in its cell: below the editor, after a pause; it takes neither text nor focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from kh_desktop.domain.vitext import clean
from kh_desktop.ui import theme
from kh_desktop.ui.grid.cell_editor import CellEditor
from kh_desktop.ui.grid.deadlines.field_line import PAUSE_MS
from kh_desktop.ui.grid.deadlines.lines import Readings

_PAD = 4


class LiveLine(QLabel):
    """Belongs to one editor and goes with it. It lies in the view, not among the editors of its viewport."""

    def __init__(self, editor: CellEditor, readings: Readings, view: QWidget) -> None:
        super().__init__(view)
        self._editor, self._readings = editor, readings
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFont(theme.scaled_font(0.88))
        self.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.look)
        editor.textChanged.connect(self._typed)
        editor.installEventFilter(self)
        editor.destroyed.connect(self.deleteLater)

    def _typed(self) -> None:
        self.hide()  # what it said is old
        self._pause.start()

    def look(self) -> None:
        """Say how what is typed will be read."""
        line = self._readings.shown(clean(self._editor.toPlainText()))
        if line is None or not self._editor.isVisible():
            self.hide()
            return
        self.setText(f"⚠ {line.text}" if line.needs else line.text)
        ground, ink = theme.hex_of("warning_bg" if line.needs else "raised"), theme.hex_of("soon" if line.needs else "text_muted")
        self.setStyleSheet(f"background: {ground}; color: {ink}; border: 1px solid {theme.hex_of('line_strong')}; padding: {_PAD}px;")
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        view, editor = self.parentWidget(), self._editor
        ground = editor.parentWidget()
        if view is None or ground is None:
            return
        width = editor.width()
        height = self.heightForWidth(width)
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
