"""The plain table of what is due: the twin of the pictures, for reading, for screen readers and for people who prefer lists."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.calendar.list_words import distance_words, heading_words, row_day, row_meaning, row_note, row_state, row_title
from kh_desktop.ui.calendar.lists import Row
from kh_desktop.ui.calendar.looks import LOOKS, shape_icon
from kh_desktop.ui.due_words import days_words, phrase_words
from kh_desktop.ui.i18n import N_, tr

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
COLUMNS = (N_("Hạn"), N_("Tình trạng"), N_("Số, nhiệm vụ"), N_("Chủ trì"), N_("Thời hạn ghi trong kế hoạch"))
_DAY, _STATE, _TITLE, _LEAD, _PHRASE = range(5)


class AgendaModel(QAbstractTableModel):
    """Rows of ``lists.Row``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.today = ""

    def show_rows(self, rows: Sequence[Row], today: str) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows, self.today = list(rows), today
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:  # noqa: N802
        if role == _Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role == _Role.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return tr(COLUMNS[section])
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.rows[index.row()].heading:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == _Role.DisplayRole:
            return self.cell(row, index.column())
        if role == _Role.FontRole and row.heading:
            return theme.scaled_font(bold=True)
        if role == _Role.ForegroundRole:
            return self._colour(row, index.column())
        if role == _Role.DecorationRole and index.column() == _STATE and not row.heading:
            return shape_icon(row_meaning(row))
        if role == _Role.ToolTipRole and not row.heading:
            return row_note(row, self.today) if row.entry and index.column() == _DAY else self.cell(row, index.column())
        return None

    def cell(self, row: Row, column: int) -> str:
        """The text of one cell."""
        if row.heading:
            return heading_words(row) if column == _DAY else ""
        if column == _DAY:
            day = row_day(row)
            near = row.entry is not None and row.entry.state in ("late", "today", "soon")
            return f"{day} ({distance_words(self.today, row.entry)})" if near and row.entry else day
        if column == _STATE:
            return row_state(row)
        if column == _TITLE:
            return row_title(row)
        if column == _LEAD:
            return "; ".join(row.entry.lead) if row.entry else ""
        return phrase_words(row.entry) if row.entry else row.waiting.phrase if row.waiting else ""

    def _colour(self, row: Row, column: int) -> QColor | None:
        if row.heading:
            return theme.color("late" if row.heading == "late" else "text_muted")
        if column == _STATE:
            return theme.color(LOOKS[row_meaning(row)].token)
        return theme.color("text_muted") if column in (_LEAD, _PHRASE) else None


class AgendaTable(QTableView):
    """``opened(key)`` by a click or Enter, ``move_asked(key)`` by M."""

    opened = Signal(str)
    move_asked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._model = AgendaModel(self)
        self.setModel(self._model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.clicked.connect(self._open)
        theme.notifier().changed.connect(self._fit)
        self._fit()

    def show_rows(self, rows: Sequence[Row], today: str) -> None:
        """Show these rows; the row one was at keeps the selection."""
        if list(rows) == self._model.rows and today == self._model.today:
            return
        at = self.current_key()
        self.clearSpans()
        self._model.show_rows(rows, today)
        for place, row in enumerate(self._model.rows):
            if row.heading:
                self.setSpan(place, 0, 1, len(COLUMNS))
        self._fit()
        self.go_to(at)

    def rows(self) -> list[Row]:
        """What is shown."""
        return list(self._model.rows)

    def current_key(self) -> str:
        """The key of the row one is at."""
        index = self.currentIndex()
        return self._model.rows[index.row()].key if index.isValid() and index.row() < len(self._model.rows) else ""

    def go_to(self, key: str) -> None:
        """Go to the row with ``key``."""
        place = next((i for i, row in enumerate(self._model.rows) if key and row.key == key), -1)
        if place >= 0:
            self.setCurrentIndex(self._model.index(place, _TITLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = self.current_key()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and key:
            self.opened.emit(key)
        elif event.key() == Qt.Key.Key_M and not event.modifiers() and key:
            self.move_asked.emit(key)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetricsF(QFont(theme.scaled_font()))
        self.verticalHeader().setDefaultSectionSize(round(metrics.height() + 9))
        width = self.viewport().width()
        day = round(metrics.horizontalAdvance(f"00/00/0000 ({days_words(-170)})") + 14)
        state = round(metrics.horizontalAdvance(tr(LOOKS["dropped"].word)) + 42)
        rest = max(160, width - day - state)
        # Where room is scarce the unit and the phrase step back: both are in the panel beside.
        narrow = rest < 420 * theme.font_scale()
        lead, phrase = (0, 0) if narrow else (round(rest * 0.24), round(rest * 0.28))
        for column, size in enumerate((day, state, rest - lead - phrase, lead, phrase)):
            self.setColumnHidden(column, size == 0)
            self.setColumnWidth(column, size)

    def _open(self, index: QModelIndex) -> None:
        key = self._model.rows[index.row()].key
        if key:
            self.opened.emit(key)
