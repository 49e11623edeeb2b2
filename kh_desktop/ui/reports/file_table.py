"""The files of a period as a table: what each is and what it brought."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from kh_desktop.domain.form06a import column_of, line_of
from kh_desktop.domain.printed import count_words
from kh_desktop.services.figures import FigureFile
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.reports.words import moment_words

_TITLES = (
    N_("Tệp"), N_("Kiểu bảng"), N_("Số dòng"), N_("Tiếp nhận"), N_("Đã giải quyết"), N_("Đang giải quyết"), N_("Hồ sơ trùng"),
    N_("Nhập lúc"),
)  # fmt: skip
_NUMBERS = range(2, 7)


class FileTable(QTableWidget):
    """Several rows can be chosen; ``remove_wanted()`` on Delete."""

    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_TITLES), parent)
        self.setHorizontalHeaderLabels([tr(title) for title in _TITLES])
        self.setAccessibleName(tr("Các tệp số liệu của kỳ"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (0, 1):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in _NUMBERS:
            title = self.horizontalHeaderItem(column)
            if title is not None:
                title.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_files(self, files: Sequence[FigureFile]) -> None:
        """Show these files; the chosen ones stay chosen."""
        before = {number for number, _ in self.chosen()}
        self.blockSignals(True)
        self.setRowCount(len(files))
        for row, file in enumerate(files):
            for column, words in enumerate(_words(file)):
                item = QTableWidgetItem(words)
                item.setToolTip(_tip(file))
                if column in _NUMBERS:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                if column == 0:
                    item.setData(Qt.ItemDataRole.UserRole, file.id)
                self.setItem(row, column, item)
        self.blockSignals(False)
        self.clearSelection()
        for row, file in enumerate(files):
            if file.id in before:
                self.selectRow(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
            return
        super().keyPressEvent(event)

    def chosen(self) -> list[tuple[int, str]]:
        """Id and name of each chosen file."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        items = [item for row in rows if (item := self.item(row, 0)) is not None]
        return [(int(item.data(Qt.ItemDataRole.UserRole)), item.text()) for item in items]


def _words(file: FigureFile) -> tuple[str, ...]:
    line = line_of("", file.sums)
    numbers = [count_words(column_of(line, key)) if file.sums else "–" for key in ("received", "settled", "open")]
    kind = " · ".join(filter(None, (file.layout_name, file.unit, *_left_out(file))))
    doubles = count_words(file.doubles) if file.doubles else ""
    return (file.name, kind, count_words(file.row_count), *numbers, doubles, moment_words(file.added))


def _left_out(file: FigureFile) -> list[str]:
    """What of a file does not count."""
    found = [] if file.counted else [tr("không cộng vào biểu")]
    return [*found, tr("bỏ {count} dòng sai", count=count_words(file.skipped))] if file.skipped else found


def _tip(file: FigureFile) -> str:
    lines = [f"{file.name}, {tr('trang {sheet}', sheet=file.sheet)}", file.layout_name, *_left_out(file)]
    if file.who:
        lines.append(tr("{who} nhập lúc {when}", who=file.who, when=moment_words(file.added)))
    if file.doubles:
        lines.append(tr("{count} hồ sơ đã có trong tệp khác, không tính lần nữa", count=count_words(file.doubles)))
    return "\n".join(lines)
