"""The print preview: the pages on the left, printer, pages and copies on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kh_desktop.domain.errors import KhError
from kh_desktop.services.export import Preview
from kh_desktop.ui import theme
from kh_desktop.ui.errors import show_error
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.preview.bar import PageBar
from kh_desktop.ui.preview.page_view import PageView
from kh_desktop.ui.widgets import Banner, ComboBox, LineEdit, muted, plain_button, primary_button

Paint = Callable[[QPrinter, Preview, Sequence[int]], bool]
Save = Callable[[Preview, Sequence[int], QWidget], Path | None]
"""Writes pages into a PDF file where the person says, and tells so; None when it was not wanted."""
TO_FILE = "\0file"
"""Stands for "print into a PDF file" among the names of printers."""


def parse_pages(text: str, count: int) -> list[int] | None:
    """The 0-based pages named by "1-3, 5"; None when the text makes no sense or names a page that is not there."""
    pages: list[int] = []
    for part in text.replace(";", ",").replace(" ", "").split(","):
        first, dash, last = part.partition("-")
        if not first.isdecimal() or (dash and not last.isdecimal()):
            return None
        begin, end = int(first), int(last or first)
        if not 1 <= begin <= end <= count:
            return None
        pages.extend(range(begin - 1, end))
    return pages


class PrintDialog(QDialog):
    """Esc closes, Enter prints."""

    def __init__(self, pages: Preview, title: str, paint: Paint, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Xem trước và in"))
        self._pages, self._paint, self._save, self._title = pages, paint, save, title
        self.view = PageView(self)
        self.view.setAccessibleName(tr("Các trang sẽ in"))
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(PageBar(self.view, self))
        left.addWidget(self.view, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(left, 1)
        row.addWidget(self._options())
        room = self.screen().availableSize() * 0.95
        scale = theme.font_scale()
        self.resize(min(round(940 * scale), room.width()), min(round(600 * scale), room.height()))
        self.view.set_preview(pages)
        self.print_button.setFocus()

    # building

    def _options(self) -> QWidget:
        self.panel = panel = QWidget(self)
        column = QVBoxLayout(panel)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self.printer_box = ComboBox(tr("Máy in"), parent=panel)
        self._fill_printers()
        column.addWidget(muted(tr("Máy in")))
        column.addWidget(self.printer_box)
        column.addSpacing(8)
        column.addWidget(muted(tr("Trang in")))
        self._add_ranges(column, panel)
        column.addSpacing(8)
        self._add_copies(column, panel)
        column.addStretch(1)
        self.banner = Banner("", "warning", parent=panel)
        self.banner.hide()
        column.addWidget(self.banner)
        self._add_buttons(column)
        self.printer_box.currentIndexChanged.connect(lambda _index: self._show_target())
        self._show_target()
        # As wide as its longest line in this language and size, so that nothing is cut.
        panel.setFixedWidth(max(round(270 * theme.font_scale()), panel.minimumSizeHint().width()))
        return panel

    def _show_target(self) -> None:
        """Copies and sides are for paper."""
        paper = self.printer_box.currentData() != TO_FILE
        self.copies.setEnabled(paper)
        self.both_sides.setEnabled(paper)
        self.print_button.setText(tr("In") if paper else tr("Ghi tệp PDF…"))

    def _fill_printers(self) -> None:
        names = QPrinterInfo.availablePrinterNames()
        default = QPrinterInfo.defaultPrinterName()
        chosen = default if default in names else [*names, TO_FILE][0]
        self.printer_box.set_choices([*((name, name) for name in names), (TO_FILE, tr("In ra tệp PDF"))], chosen)

    def _add_ranges(self, column: QVBoxLayout, panel: QWidget) -> None:
        count = self._pages.pages
        self.all_pages = QRadioButton(tr("Tất cả {count} trang", count=count), panel)
        self.this_page = QRadioButton(tr("Trang đang xem"), panel)
        self.some_pages = QRadioButton(tr("Các trang:"), panel)
        group = QButtonGroup(panel)
        for button in (self.all_pages, self.this_page, self.some_pages):
            group.addButton(button)
        self.all_pages.setChecked(True)
        self.range_edit = LineEdit(tr("Các trang cần in"), placeholder=tr("ví dụ 1-3, 5"), parent=panel)
        self.range_edit.setMinimumWidth(self.range_edit.fontMetrics().horizontalAdvance(self.range_edit.placeholderText()) + 28)
        self.range_edit.textEdited.connect(lambda _text: self.some_pages.setChecked(True))
        # The note goes as soon as the range makes sense, or is not asked for any more.
        self.range_edit.textEdited.connect(lambda _text: self._forget())
        group.buttonToggled.connect(lambda _button, _on: self._forget())
        column.addWidget(self.all_pages)
        column.addWidget(self.this_page)
        row = QHBoxLayout()
        row.addWidget(self.some_pages)
        row.addWidget(self.range_edit, 1)
        column.addLayout(row)

    def _add_copies(self, column: QVBoxLayout, panel: QWidget) -> None:
        self.copies = QSpinBox(panel)
        self.copies.setRange(1, 99)
        label = QLabel(tr("Số bản"), panel)
        label.setBuddy(self.copies)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addStretch(1)
        row.addWidget(self.copies)
        column.addLayout(row)
        self.both_sides = QCheckBox(tr("In hai mặt (nếu máy in có)"), panel)
        column.addWidget(self.both_sides)

    def _add_buttons(self, column: QVBoxLayout) -> None:
        self.print_button = primary_button(tr("In"))
        self.print_button.setDefault(True)
        self.print_button.clicked.connect(self.print_now)
        close = plain_button(tr("Đóng"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(close)
        row.addWidget(self.print_button, 1)
        column.addLayout(row)

    # printing

    def chosen_pages(self) -> list[int] | None:
        """The pages to print (0-based); None when the text of the range makes no sense."""
        if self.this_page.isChecked():
            return [self.view.current_page()]
        if self.some_pages.isChecked():
            return parse_pages(self.range_edit.text(), self._pages.pages)
        return list(range(self._pages.pages))

    def print_now(self) -> None:
        """Print what is chosen and close; says in a sentence why not."""
        pages = self.chosen_pages()
        if not pages:
            self._say(tr("Hãy ghi các trang từ 1 đến {count}, ví dụ 1-3, 5.", count=self._pages.pages))
            self.range_edit.setFocus()
            return
        self.banner.hide()
        try:
            done = self._write_file(pages) if self.printer_box.value() == TO_FILE else self._print(pages)
        except KhError as error:
            show_error(self, error)
            return
        if done:
            self.accept()
        elif self.printer_box.value() != TO_FILE:
            self._say(tr("Máy in không nhận lệnh in. Hãy kiểm tra máy in đã bật và nối với máy tính, rồi bấm In lại."))

    def _write_file(self, pages: Sequence[int]) -> bool:
        return self._save(self._pages, pages, self) is not None

    def _print(self, pages: Sequence[int]) -> bool:
        self.setCursor(Qt.CursorShape.WaitCursor)
        try:
            return self._paint(self._printer(), self._pages, pages)
        finally:
            self.unsetCursor()

    def _printer(self) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(self.printer_box.value())
        if self.both_sides.isChecked():
            printer.setDuplex(QPrinter.DuplexMode.DuplexAuto)
        printer.setDocName(self._title or tr("Kế hoạch"))
        printer.setCopyCount(self.copies.value())
        return printer

    def _forget(self) -> None:
        if self.chosen_pages():
            self.banner.hide()

    def _say(self, sentence: str) -> None:
        self.banner.set_text(sentence)
        layout = self.panel.layout()
        if layout is not None:
            # The note needs room of its own: nothing above it is squashed.
            needed = layout.totalMinimumHeightForWidth(self.panel.width())
            self.setMinimumHeight(min(needed, round(self.screen().availableSize().height() * 0.95)))
