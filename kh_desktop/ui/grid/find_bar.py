"""The bar under the grid that finds and replaces."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.grid.searching import Finder
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import LineEdit, SearchField, icon_button, muted, plain_button


class FindBar(QWidget):
    """``left``: the bar was closed; ``selection_wanted(on)``: look in the selected rows only."""

    left = Signal()
    selection_wanted = Signal(bool)

    def __init__(self, finder: Finder, parent: QWidget) -> None:
        super().__init__(parent)
        self._finder = finder
        self.field = SearchField(tr("Tìm trong bảng"), placeholder=tr("Tìm trong bảng"))
        self.count = muted("")
        self.exact = QCheckBox(tr("Đúng từng chữ"))
        self.exact.setToolTip(tr("Phân biệt dấu, chữ hoa và chữ thường"))
        self.selection = QCheckBox(tr("Chỉ các dòng đang chọn"))
        self.replacement = LineEdit(tr("Thay bằng"), placeholder=tr("Thay bằng"))
        self.one = plain_button(tr("Thay"))
        self.all = plain_button(tr("Thay tất cả"))
        self.said = muted("")
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        self.count.setWordWrap(False)
        widths = map(self.count.fontMetrics().horizontalAdvance, ("1000/1000", tr("Không thấy")))
        self.count.setFixedWidth(max(widths) + 4)
        self._before = icon_button("chevron-up", tr("Chỗ trước"), "Shift+F3")
        self._next = icon_button("chevron-down", tr("Chỗ sau"), "F3")
        self._close = icon_button("close", tr("Đóng phần tìm"), "Esc")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(4)
        top = QHBoxLayout()
        top.addWidget(self.field, 1)
        for widget in (self.count, self._before, self._next, self.exact, self.selection, self._close):
            top.addWidget(widget)
        layout.addLayout(top)
        self._second = QWidget(self)
        row = QHBoxLayout(self._second)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.replacement, 1)
        row.addWidget(self.one)
        row.addWidget(self.all)
        layout.addWidget(self._second)
        # A line of its own that is always there: nothing shifts when it says something.
        self.said.setWordWrap(False)
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.said.setMinimumHeight(self.said.fontMetrics().height())
        layout.addWidget(self.said)
        walk = (self.field, self.replacement, self.one, self.all, self._before, self._next, self.exact, self.selection, self._close)
        for first, second in pairwise(walk):
            QWidget.setTabOrder(first, second)
        self.field.setMinimumWidth(round(120 * theme.font_scale()))

    def _connect(self) -> None:
        self.field.searched.connect(self._search)
        self.field.textChanged.connect(lambda _text: self.said.setText(""))  # it spoke of another text
        self._before.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))
        self._close.clicked.connect(self.leave)
        self.exact.toggled.connect(self._finder.set_exact)
        self.selection.toggled.connect(self.selection_wanted)
        self.one.clicked.connect(self._replace_one)
        self.all.clicked.connect(self._replace_all)
        self._finder.changed.connect(self._tell)
        for editor in (self.field, self.replacement):
            editor.installEventFilter(self)

    def open(self, *, replace: bool, editable: bool, text: str = "") -> None:
        """Show the bar and go to its field; ``text`` is looked for when there is none yet."""
        self._second.setVisible(replace)
        for widget in (self.replacement, self.one, self.all):
            widget.setEnabled(editable)
        self.said.setText("")
        self.show()
        if text:
            self.field.setText(text)
        self.field.setFocus()
        self.field.selectAll()
        self.field.search_now()

    def leave(self) -> None:
        """Close the bar; found places are no longer marked."""
        self.hide()
        self.selection.setChecked(False)
        self._finder.forget()
        self.left.emit()

    def step(self, by: int) -> None:
        """The next or the previous place; what was typed just now is looked for first."""
        if self.field.is_waiting() or self._finder.query != self.field.text().strip():
            self.field.search_now()
        else:
            self._finder.step(by)

    def _search(self, query: str) -> None:
        if self.isVisible():
            self.said.setText("")
            self._finder.search(query)

    def _replace_one(self) -> None:
        self._catch_up()
        self.said.setText("" if self._finder.replace_one(self.replacement.text()) else tr("Không còn chỗ nào để thay."))

    def _replace_all(self) -> None:
        self._catch_up()
        count = self._finder.replace_all(self.replacement.text())
        self.said.setText(tr("Đã thay {count} chỗ.", count=count) if count else tr("Không còn chỗ nào để thay."))

    def _catch_up(self) -> None:
        if self.field.is_waiting():
            self.field.search_now()

    def _tell(self) -> None:
        finder = self._finder
        found = f"{finder.at + 1}/{len(finder.matches)}" if finder.matches else tr("Không thấy")
        self.count.setText(found if finder.query else "")
        nowhere = tr("Không thấy trong các dòng đang chọn")
        if finder.query and not finder.matches and finder.only is not None:
            self.said.setText(nowhere)
        elif self.said.text() == nowhere:
            self.said.setText("")
        for button in (self._before, self._next):
            button.setEnabled(bool(finder.matches))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc closes wherever one is in the bar: buttons and boxes leave that key to it."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter goes on, Shift+Enter back, Esc closes; every other key is the field's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if watched is self.replacement:
                    self._replace_one()
                else:
                    self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
        return super().eventFilter(watched, event)
