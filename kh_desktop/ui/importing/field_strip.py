"""Below the result: the text of the current field, to be written over."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.importing.result_lines import INFO
from kh_desktop.ui.importing.roles import COLUMN
from kh_desktop.ui.widgets import DateField, NoteLine, TextEdit, YearField, muted

_NAMES: dict[str, str] = {
    **dict(INFO), "closing": N_("Lời kết"), "appendix_title": N_("Tên phụ lục"), "recipients": N_("Nơi nhận"), "signature": N_("Người ký"),
    "basis": N_("Căn cứ"), "group": N_("Tên nhóm"), "section": N_("Tên mục"), "section:text": N_("Nội dung mục"),
    "task:content": N_("Nội dung công việc"), "task:detail": N_("Các việc cụ thể"), "task:note": N_("Ghi chú"),
}  # fmt: skip


def field_name(path: str) -> str:
    """What a field is called."""
    parts = path.split(":")
    kind = parts[0] if len(parts) < 3 else f"{parts[0]}:{parts[2]}"
    if parts[0] == "task" and len(parts) == 3 and parts[2] in COLUMN:
        return tr(COLUMN[parts[2]])
    return tr(_NAMES.get(kind, N_("Chữ")))


class FieldStrip(QWidget):
    """``written(path, text)`` when a person wrote another text; ``left_field()`` when Enter or Esc ended the writing."""

    written = Signal(str, str)
    left_field = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = ""
        self.label = muted("")
        self.label.setWordWrap(True)
        self.label.setFixedWidth(round(92 * theme.font_scale()))
        self.text = TextEdit(lines=1, max_lines=5, parent=self)
        self.day, self.year = DateField(parent=self), YearField("", parent=self)
        self._stack = QStackedWidget(self)
        self._note = NoteLine(parent=self)
        for field in (self.text, self.day, self.year):
            holder = QWidget(self)
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(field)
            column.addStretch(1)
            self._stack.addWidget(holder)
            field.committed.connect(self._committed)
            field.installEventFilter(self)
        self._note.follow(self.day)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._stack, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(row)
        outer.addWidget(self._note)
        self.show_field("", "")

    @property
    def path(self) -> str:
        """The field that is shown, "" for none."""
        return self._path

    def show_field(self, path: str, text: str) -> None:
        """Show the text of ``path``; "" for a place that cannot be written."""
        self.commit()
        same, self._path = path == self._path, path
        self.setEnabled(bool(path))
        self.label.setText(field_name(path) if path else tr("Sửa chữ"))
        field = self._field()
        field.setAccessibleName(field_name(path) if path else tr("Sửa chữ"))
        self._stack.setCurrentIndex((self.text, self.day, self.year).index(field))
        self._note.setVisible(field is self.day)
        if isinstance(field, TextEdit):
            field.set_value(text)
        elif same:
            field.set_value(text)
        else:
            field.reset(text)

    def commit(self) -> None:
        """Take over what is being typed."""
        self._field().commit()

    def start(self) -> None:
        """The caret goes into the field."""
        if self._path:
            field = self._field()
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.selectAll()

    def _field(self) -> TextEdit | DateField | YearField:
        return self.day if self._path == "issued" else self.year if self._path == "year" else self.text

    def _committed(self, text: str) -> None:
        if self._path:
            self.written.emit(self._path, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter takes the text over, Esc gives it up; Shift+Enter or Alt+Enter breaks the line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self._field():
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
                self.commit()
                if not self._refused():
                    self.left_field.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.text.insertPlainText("\n")
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._give_up()
                self.left_field.emit()
                return True
        return super().eventFilter(watched, event)

    def _refused(self) -> bool:
        field = self._field()
        return not isinstance(field, TextEdit) and bool(field.problem())

    def _give_up(self) -> None:
        field = self._field()
        if isinstance(field, TextEdit):
            field.document().setModified(False)
            field.setPlainText(field.value())
            field.document().setModified(False)
        else:
            field.reset()
