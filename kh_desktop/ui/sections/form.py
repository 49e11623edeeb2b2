"""The heading, the text and the options of one section."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from kh_desktop.domain.model import Plan, Shape
from kh_desktop.ui import theme
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.sections.outline import Entry
from kh_desktop.ui.widgets import LineEdit, TextEdit, text_label

_TEXT_SIZE = 13.0  # pt, near the 13-14 pt of the printed body


class DocumentText(TextEdit):
    """Text in the font of the printed page, filling the space it is given."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(round(140 * theme.font_scale()))
        self.use_document_font()
        theme.notifier().changed.connect(self.use_document_font)

    def use_document_font(self) -> None:
        """Take the font again after the size setting changed."""
        font = QFont(theme.document_font_family())
        font.setPointSizeF(_TEXT_SIZE * theme.font_scale())
        self.setFont(font)

    def _fit(self) -> None:
        """The layout sizes it."""


class SectionForm(QWidget):
    """``edited(section_id, field, value)`` when something was committed."""

    edited = Signal(int, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = 0
        self.heading = LineEdit(tr("Tiêu đề của mục"), placeholder=tr("Tiêu đề (để trống nếu chỉ có đoạn văn)"))
        self.text = DocumentText(tr("Nội dung của mục"))
        self.run_in = QCheckBox(tr("Viết tiêu đề và nội dung liền một dòng"))
        self.holds_tasks = QCheckBox(tr("In bảng nhiệm vụ ở mục này"))
        self.heading.committed.connect(lambda value: self._tell("heading", value))
        self.text.committed.connect(lambda value: self._tell("text", value))
        self.run_in.clicked.connect(lambda on: self._tell("run_in", on))
        self.holds_tasks.clicked.connect(lambda on: self._tell("holds_tasks", on))
        self.heading.returnPressed.connect(self.text.setFocus)
        self._number = text_label("", "muted", wrap=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._number)
        layout.addWidget(self.heading)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.run_in)
        layout.addWidget(self.holds_tasks)

    def section_id(self) -> int:
        """The section shown; 0 for none."""
        return self._id

    def show_entry(self, plan: Plan, entry: Entry | None, *, read_only: bool) -> None:
        """Show a section; what was typed for another one is committed first."""
        if entry is None or entry.id != self._id:
            self.commit()
        self._id = entry.id if entry is not None else 0
        self.setEnabled(entry is not None)
        below = entry is not None and bool(entry.section.children)
        self.text.setPlaceholderText(
            tr("Lời văn nằm ở các mục con bên dưới.") if below else tr("Nội dung. Mỗi lần xuống dòng là một đoạn.")
        )
        self._number.setText(tr("Mục {no}", no=entry.label.rstrip(".")) if entry is not None else tr("Chọn một mục"))
        self.heading.set_value(entry.section.heading if entry is not None else "")
        self.text.set_value(entry.section.text if entry is not None else "")
        self.run_in.setChecked(entry is not None and entry.section.run_in)
        self.holds_tasks.setChecked(entry is not None and entry.section.holds_tasks)
        self.holds_tasks.setVisible(plan.shape in (Shape.ASSIGNMENTS, Shape.TABLE_IN_BODY))
        self.heading.setReadOnly(read_only)
        self.text.setReadOnly(read_only)
        self.run_in.setEnabled(not read_only)
        self.holds_tasks.setEnabled(not read_only)

    def commit(self) -> None:
        """Store what is being typed."""
        self.heading.commit()
        self.text.commit()

    def is_dirty(self) -> bool:
        """Whether something typed is not stored yet."""
        return self.heading.is_dirty() or self.text.is_dirty()

    def _tell(self, field: str, value: object) -> None:
        if self._id:
            self.edited.emit(self._id, field, value)
