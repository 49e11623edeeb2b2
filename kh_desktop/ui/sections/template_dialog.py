"""Choosing a ready wording for the sections of one step: its text is shown before anything is replaced."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from kh_desktop.domain.model import Office, Plan, Section, SectionRole
from kh_desktop.domain.outline import number_sections
from kh_desktop.services.templates import SectionTemplate, fill_sections, section_templates
from kh_desktop.ui import theme
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import TextReader, heading, muted, plain_button, primary_button


class TemplateDialog(QDialog):
    """``template_id()`` is the one chosen, "" for none."""

    def __init__(self, plan: Plan, role: SectionRole, office: Office | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan, self._office = plan, office
        self._templates = section_templates(role, plan.shape, plan.year)
        self.setWindowTitle(tr("Dùng mẫu"))
        self.resize(round(860 * theme.font_scale()), round(560 * theme.font_scale()))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Các mẫu"))
        self.list.setWordWrap(True)
        self.list.setStyleSheet("QListView::item { padding: 6px 4px; }")
        self.list.addItems([template.name for template in self._templates])
        self.text = TextReader(tr("Nội dung của mẫu"))
        self._use = primary_button(tr("Thay bằng mẫu này"), "check")
        self._build(any(section.role is role for section in plan.sections))
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        self._show()

    def _build(self, replaces: bool) -> None:
        cancel = plain_button(tr("Thôi"))
        cancel.clicked.connect(self.reject)
        self._use.clicked.connect(self.accept)
        self._use.setDefault(True)
        note = tr("Nội dung đang có của bước này được thay bằng mẫu. Hoàn tác được bằng Ctrl+Z.")
        buttons = QHBoxLayout()
        buttons.addWidget(muted(note if replaces else tr("Thêm xong vẫn sửa được từng mục.")), 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._use)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list, 1)
        middle.addWidget(self.text, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(heading(tr("Chọn mẫu"), 2))
        layout.addLayout(middle, 1)
        layout.addLayout(buttons)
        if not replaces:
            self._use.setText(tr("Dùng mẫu này"))

    def _chosen(self) -> SectionTemplate | None:
        row = self.list.currentRow()
        return self._templates[row] if 0 <= row < len(self._templates) else None

    def template_id(self) -> str:
        """The chosen template."""
        template = self._chosen()
        return template.id if template is not None else ""

    def _show(self) -> None:
        template = self._chosen()
        self._use.setEnabled(template is not None)
        if template is None:
            self.text.show_plain(tr("Chưa có mẫu cho bước này."))
            return
        before = [section for section in self._plan.sections if section.role is not template.role]
        sections = fill_sections(template.sections, self._plan, self._office)
        self.text.show_plain(printed(sections, self._plan, len(before) and _first_place(self._plan, template.role)))


def _first_place(plan: Plan, role: SectionRole) -> int:
    order = tuple(SectionRole)
    return sum(section.role is None or order.index(section.role) < order.index(role) for section in plan.sections)


def printed(sections: Sequence[Section], plan: Plan, start: int) -> str:
    """The sections as plain text with the numbers they will have when ``start`` top-level sections stand before them."""
    numbered = number_sections((*(Section() for _ in range(start)), *sections), plan.numbering)
    parts = []
    for n in numbered:
        if n.path[0] >= start:
            joined = f"{n.section.heading} " if n.section.run_in else f"{n.section.heading}\n" if n.section.heading else ""
            parts.append(f"{n.label} {joined}{n.section.text}".rstrip())
    return "\n\n".join(parts)
