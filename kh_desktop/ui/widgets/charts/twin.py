"""The table twin of a chart: the same numbers as plain cells, for reading, for screen readers, for copying."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from kh_desktop.ui import theme

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NUMBER = re.compile(r"[≥≤\d.,%–\- ]+")
_LEAST, _NAME_SHARE = 64, 0.32


@dataclass(frozen=True, slots=True)
class Cells:
    """Titles of the columns, and rows of texts. Columns but the first are as wide as their texts."""

    titles: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class _Model(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cells = Cells()

    def show_cells(self, cells: Cells) -> None:
        self.beginResetModel()
        self.cells = cells
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        return 0 if parent.isValid() else len(self.cells.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        return 0 if parent.isValid() else len(self.cells.titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:  # noqa: N802
        if role == _Role.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.cells.titles[section]
        if role == _Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        if role in (_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole):
            return self.cells.rows[index.row()][index.column()]
        if role == _Role.TextAlignmentRole:
            number = _NUMBER.fullmatch(self.cells.rows[index.row()][index.column()])
            return int((Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter)
        return None


class TwinTable(QTableView):
    """As high as its rows: it stands in the page in place of its chart. Ctrl+C copies the marked cells."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_cells(self, cells: Cells) -> None:
        """Show other numbers."""
        self._model.show_cells(cells)
        # Measuring waits until one looks at the table: mostly the chart stands in its place.
        if self.isVisible():
            self._fit()

    def cells(self) -> Cells:
        """What is shown."""
        return self._model.cells

    def sizeHint(self) -> QSize:  # noqa: N802
        high = self.verticalHeader().length()
        return QSize(300, high + self.horizontalHeader().sizeHint().height() + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(160, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the marked cells on the clipboard, tabs between columns."""
        marked = self.selectionModel().selectedIndexes()
        lines: dict[int, list[str]] = {}
        for index in sorted(marked, key=lambda i: (i.row(), i.column())):
            lines.setdefault(index.row(), []).append(str(index.data()))
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines.values()))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if self.isVisible():
            self._fit()

    def _fit(self) -> None:
        cells, metrics = self.cells(), QFontMetricsF(theme.scaled_font())
        self.verticalHeader().setDefaultSectionSize(round(metrics.height() + 9))
        widths = [
            max([metrics.horizontalAdvance(text) for text in (title, *(row[place] for row in cells.rows))]) + 24
            for place, title in enumerate(cells.titles)
        ]
        for place, width in enumerate(fitted(widths, self.viewport().width())):
            self.setColumnWidth(place, width)
        self.resizeRowsToContents()
        self.updateGeometry()


def fitted(widths: Sequence[float], room: float) -> list[int]:
    """Widths that fill ``room``: what is left goes to the first column, what is missing is taken from the widest ones."""
    if not widths:
        return []
    if sum(widths) <= room:
        return [int(room - sum(int(w) for w in widths[1:])), *(int(w) for w in widths[1:])]
    first = min(widths[0], room * _NAME_SHARE)
    left, rest = room - first, sorted(widths[1:])
    for place, width in enumerate(rest):
        share = left / (len(rest) - place)
        if width > share:
            return [int(first), *(int(max(min(w, share), _LEAST)) for w in widths[1:])]
        left -= width
    return [int(room - sum(int(w) for w in widths[1:])), *(int(w) for w in widths[1:])]
