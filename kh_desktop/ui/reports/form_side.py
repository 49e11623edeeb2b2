"""Beside the form: where the chosen number comes from, and what does not close."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kh_desktop.domain.form06a import Break
from kh_desktop.domain.printed import count_words
from kh_desktop.domain.report_forms import ReportForm
from kh_desktop.services.figures import Origin
from kh_desktop.ui import theme
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.icons import icon
from kh_desktop.ui.reports.words import break_words, field_name, moment_words
from kh_desktop.ui.widgets import clear_layout, heading, muted, quiet_button, text_label


def _breakable(words: str) -> str:
    """Names of files have no blanks; they may break after their underscores."""
    return words.replace("_", "_\u200b")


class FormSide(QWidget):
    """``break_chosen(place in the list)``; ``remove_wanted(label)`` of a typed line."""

    break_chosen = Signal(int)
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(6)
        self.state = text_label("")
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Chỗ không khớp"))
        self.list.setWordWrap(True)
        self.list.setProperty("kind", "roomy")
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.itemClicked.connect(lambda item: self.break_chosen.emit(self.list.row(item)))
        self.list.itemActivated.connect(lambda item: self.break_chosen.emit(self.list.row(item)))
        self._origin = QVBoxLayout()
        self._origin.setSpacing(4)
        column.addWidget(self.state)
        column.addWidget(self.list, 1)
        column.addLayout(self._origin)
        column.addStretch(0)

    def show_breaks(self, breaks: Sequence[Break], form: ReportForm, files: Mapping[int, str], *, filled: bool, apart: int = 0) -> None:
        """What does not close, or that everything does. ``apart``: withdrawn dossiers that no column counts."""
        self.list.clear()
        for broken in breaks:
            self.list.addItem(QListWidgetItem(icon("error", "late"), _breakable(break_words(broken, form, files))))
        self.list.setVisible(bool(breaks))
        self._size_items()
        words = tr("{count} chỗ không khớp (F8)", count=len(breaks)) if breaks else tr("Mọi phép cộng đều khớp") if filled else ""
        if filled and apart:
            said = tr("Cột (3) nhiều hơn (7)+(11) đúng {count} hồ sơ rút, dừng, trả lại không tính vào cột nào.", count=count_words(apart))
            words = f"{words}. {said}"
        self.state.setText(words)
        self.state.setProperty("kind", "error" if breaks else "done")
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        self.state.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._size_items()

    def _size_items(self) -> None:
        """As high as the words need in this width; the list itself measures them one line short."""
        width = self.list.viewport().width() - round(78 * theme.font_scale())
        for place in range(self.list.count()):
            item = self.list.item(place)
            box = self.list.fontMetrics().boundingRect(0, 0, max(60, width), 10_000, int(Qt.TextFlag.TextWordWrap), item.text())
            item.setSizeHint(QSize(60, box.height() + round(18 * theme.font_scale())))

    def mark_break(self, place: int) -> None:
        """Choose one in the list."""
        self.list.setCurrentRow(place)

    def show_origin(self, title: str, count: int, origins: Sequence[Origin], *, removable: str = "") -> None:
        """Where a number comes from; ``removable``: the typed line that can be taken away."""
        self.clear_origin()
        self._origin.addWidget(heading(tr("Số này từ đâu"), 3))
        self._origin.addWidget(muted(f"{title}: {count_words(count)}"))
        for origin in origins:
            self._origin.addWidget(text_label(_breakable(origin_words(origin))))
        if removable:
            button = quiet_button(tr("Bỏ dòng nhập tay"), "trash")
            button.clicked.connect(lambda _checked=False: self.remove_wanted.emit(removable))
            self._origin.addWidget(button)

    def show_parts(self, title: str, count: int, parts: Sequence[tuple[str, int]]) -> None:
        """The lines a total is the sum of."""
        self.clear_origin()
        self._origin.addWidget(heading(tr("Số này từ đâu"), 3))
        self._origin.addWidget(muted(f"{title}: {count_words(count)}"))
        self._origin.addWidget(text_label(" + ".join(f"{field_name(name)} {count_words(value)}" for name, value in parts)))

    def clear_origin(self) -> None:
        """Nothing is chosen."""
        clear_layout(self._origin)

    def add_hint(self, text: str) -> None:
        """A quiet line."""
        self._origin.addWidget(muted(text))


def origin_words(origin: Origin) -> str:
    """ "thang-1.xlsx, trang Sheet, dòng 4: 6", or who typed it when."""
    count = count_words(origin.value)
    if not origin.file:
        who = origin.who or tr("không rõ ai")
        return tr("Nhập tay: {count} ({who}, {when})", count=count, who=who, when=moment_words(origin.at))
    if origin.row:
        return tr("{file}, trang {sheet}, dòng {row}: {count}", file=origin.file, sheet=origin.sheet, row=origin.row, count=count)
    return tr("{file}, trang {sheet}: {count}", file=origin.file, sheet=origin.sheet, count=count)

