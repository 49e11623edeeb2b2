"""One citation in the list: its full text, its status, and, when chosen, what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kh_desktop.domain.model import BasisForm, LegalBasis
from kh_desktop.services.catalogue import BasisStatus, LegalDocument, status_said
from kh_desktop.services.review import is_complete
from kh_desktop.ui import theme
from kh_desktop.ui.i18n import say, tr
from kh_desktop.ui.icons import pixmap
from kh_desktop.ui.widgets import ComboBox, icon_button, plain_button, text_label

DRAG_TYPE = "application/x-kh-basis"
_DOUBTFUL = ("expired", "replaced", "not_yet")
_SUCCESSORS = 3


@dataclass(frozen=True, slots=True)
class RowData:
    """What a row shows: the citation, the text as printed (with its mark), its status, its place."""

    basis: LegalBasis
    text: str
    status: BasisStatus
    place: int
    count: int


class BasisRow(QFrame):
    """Signals name the deed; the step does it."""

    chosen = Signal(int)
    form_chosen = Signal(int, str)
    joined_chosen = Signal(int, bool)
    move_asked = Signal(int, int)
    remove_asked = Signal(int)
    edit_asked = Signal(int)
    replace_asked = Signal(int, object)
    neighbour_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.data: RowData | None = None
        self._is_chosen = False
        self._press: QPoint | None = None
        self._editor: QWidget | None = None
        self._handle = QLabel(self)
        self._handle.setFixedWidth(18)
        self._handle.setCursor(Qt.CursorShape.OpenHandCursor)
        self._handle.setToolTip(tr("Kéo để đổi thứ tự (Alt+↑, Alt+↓)"))
        self.text = text_label("")
        self._mark = QLabel(self)
        self.status = text_label("")
        self._replacers: list[QPushButton] = []
        self._status_row = QWidget(self)
        self._tools = self._make_tools()
        self._arrange()

    # building

    def _arrange(self) -> None:
        status = QHBoxLayout(self._status_row)
        status.setContentsMargins(0, 0, 0, 0)
        status.setSpacing(6)
        status.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        status.addWidget(self.status, 1)
        self._body = QVBoxLayout()
        self._body.setSpacing(4)
        self._replace_row = QHBoxLayout()
        self._replace_row.setSpacing(6)
        self._replace_row.addStretch(1)
        self._body.addWidget(self.text)
        self._body.addWidget(self._status_row)
        self._body.addLayout(self._replace_row)
        self._body.addWidget(self._tools)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 7, 8, 7)
        row.setSpacing(6)
        row.addWidget(self._handle, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._body, 1)

    def _make_tools(self) -> QWidget:
        tools = QWidget(self)
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        choices = [(BasisForm.CAN_CU.value, "Căn cứ"), (BasisForm.THUC_HIEN.value, "Thực hiện")]  # as printed, in every language
        self.form = ComboBox(tr("Mở đầu bằng"), choices, parent=tools)
        self.joined = QCheckBox(tr("Ghép với căn cứ trên"), tools)
        self.joined.setToolTip(tr("In chung một đoạn với căn cứ ngay trên, cách nhau bằng dấu chấm phẩy"))
        self.up = icon_button("up", tr("Chuyển lên"), "Alt+↑", parent=tools)
        self.down = icon_button("down", tr("Chuyển xuống"), "Alt+↓", parent=tools)
        self.edit = icon_button("edit", tr("Sửa"), "F2", parent=tools)
        self.remove = icon_button("trash", tr("Bỏ khỏi kế hoạch"), "Delete", parent=tools)
        row.addWidget(self.form)
        row.addSpacing(8)
        row.addWidget(self.joined)
        row.addStretch(1)
        for button in (self.up, self.down, self.edit, self.remove):
            row.addWidget(button)
        self.form.committed.connect(lambda value: self.form_chosen.emit(self.basis_id(), value))
        self.joined.clicked.connect(lambda on: self.joined_chosen.emit(self.basis_id(), on))
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.edit.clicked.connect(lambda: self.edit_asked.emit(self.basis_id()))
        self.remove.clicked.connect(lambda: self.remove_asked.emit(self.basis_id()))
        tools.hide()
        return tools

    # showing

    def basis_id(self) -> int:
        """The id of the citation shown."""
        return self.data.basis.id if self.data else 0

    def show_data(self, data: RowData) -> None:
        """Show a citation; nothing moves when it is the same as before."""
        if data == self.data:
            return
        self.data = data
        font = theme.scaled_font(1.08)
        font.setFamily(theme.document_font_family())
        font.setItalic(True)
        self.text.setFont(font)
        self.text.setText(data.text)
        self.setAccessibleName(data.text)
        self._handle.setPixmap(pixmap("drag", 16, "text_muted", self.devicePixelRatioF()))
        self.form.set_value(data.basis.form.value)
        self.joined.setChecked(data.basis.joined)
        self.joined.setEnabled(data.place > 0)
        self.up.setEnabled(data.place > 0)
        self.down.setEnabled(data.place < data.count - 1)
        self._show_status(data.status, complete=is_complete(data.basis))

    def _show_status(self, status: BasisStatus, *, complete: bool) -> None:
        doubtful = status.kind in _DOUBTFUL or not complete
        self._status_row.setVisible(status.kind != "own" or not complete)
        sentence = status_said(status)
        words = [] if complete else [tr("Còn thiếu số, ngày, cơ quan ban hành hoặc tên văn bản. Bấm bút chì để ghi.")]
        self.status.setText(" ".join([*words, *([say(sentence)] if sentence is not None else [])]))
        self.status.setProperty("kind", "warning" if doubtful else "muted")
        self.status.setFont(theme.scaled_font(0.93))
        self.status.style().unpolish(self.status)
        self.status.style().polish(self.status)
        name, token = ("warn", "soon") if doubtful else ("check", "done") if status.kind == "in_force" else ("info", "text_muted")
        self._mark.setPixmap(pixmap(name, 16, token, self.devicePixelRatioF()))
        self._mark.setFixedSize(16, 18)
        for button in self._replacers:
            self._replace_row.removeWidget(button)
            button.deleteLater()
        self._replacers = []
        if status.kind in _DOUBTFUL:
            self._replacers = [self._replacer(document) for document in status.by[:_SUCCESSORS]]
        for place, button in enumerate(self._replacers):
            self._replace_row.insertWidget(place, button)

    def _replacer(self, document: LegalDocument) -> QPushButton:
        button = plain_button(tr("Thay bằng {name}", name=f"{document.type} {document.number}".strip()), parent=self)
        button.setToolTip(document.title)
        button.clicked.connect(lambda _checked=False: self.replace_asked.emit(self.basis_id(), document))
        return button

    def replace_buttons(self) -> list[QPushButton]:
        """The buttons that put a successor in the place of this document."""
        return list(self._replacers)

    def set_chosen(self, chosen: bool) -> None:
        """Show what can be done with this citation."""
        self._is_chosen = chosen
        self._tools.setVisible(chosen and self._editor is None)
        self.update()

    def open_editor(self, editor: QWidget | None) -> None:
        """Show the fields of the citation below it, or close them."""
        if self._editor is not None:
            self._body.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
        self._editor = editor
        if editor is not None:
            self._body.addWidget(editor)
        self._tools.setVisible(self._is_chosen and editor is None)

    # hands

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit(self.basis_id())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = -1 if key == Qt.Key.Key_Up else 1
            if alt:
                self._move(step)
            else:
                self.neighbour_asked.emit(step)
        elif key == Qt.Key.Key_Delete:
            self.remove_asked.emit(self.basis_id())
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_asked.emit(self.basis_id())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press = event.position().toPoint()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit_asked.emit(self.basis_id())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None or (event.position().toPoint() - self._press).manhattanLength() < QApplication.startDragDistance():
            return
        self._press = None
        mime = QMimeData()
        mime.setData(DRAG_TYPE, str(self.basis_id()).encode())
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.setPixmap(self.grab().scaled(QSize(self.width(), self.height())))
        drag.setHotSpot(QPoint(12, 12))
        drag.exec(Qt.DropAction.MoveAction)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("focus"), 1.5) if self.hasFocus() else QPen(theme.color("line")))
        painter.setBrush(theme.color("accent_soft" if self._is_chosen else "surface"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _move(self, step: int) -> None:
        if self.data is not None and 0 <= self.data.place + step < self.data.count:
            self.move_asked.emit(self.basis_id(), self.data.place + step)
