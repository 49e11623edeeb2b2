"""The table of figures: indicators down, periods of the year across."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from kh_desktop.domain.indicators import Indicator, Reading, figure_of, nothing_arose
from kh_desktop.services.indicators import doubts
from kh_desktop.ui import theme
from kh_desktop.ui.i18n import say, tr
from kh_desktop.ui.icons import icon
from kh_desktop.ui.indicators.words import ORIGINS, reading_words, unit_words
from kh_desktop.ui.period_words import period_words, short_period_words

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
ORIGIN_ICONS = {"typed": "edit", "imported": "import", "computed": "table"}


class ReadingModel(QAbstractTableModel):
    """Rows of indicators, a column for their names and one for each period."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.indicators: list[Indicator] = []
        self.periods: list[str] = []
        self.found: dict[tuple[str, str], Reading] = {}

    def show(self, indicators: Sequence[Indicator], periods: Sequence[str], found: Sequence[Reading]) -> None:
        """Show these figures; the table is built anew only when rows or columns are others."""
        same = [i.key for i in indicators] == [i.key for i in self.indicators] and list(periods) == self.periods
        if not same:
            self.beginResetModel()
        self.indicators, self.periods = list(indicators), list(periods)
        self.found = {(r.indicator, r.period): r for r in found}
        if not same:
            self.endResetModel()
        elif self.indicators and self.periods:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.indicators) - 1, len(self.periods)))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        return 0 if parent.isValid() else len(self.indicators)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        return 0 if parent.isValid() else len(self.periods) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:  # noqa: N802
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _Role.DisplayRole:
            return short_period_words(self.periods[section - 1]) if section else tr("Chỉ tiêu")
        if role == _Role.TextAlignmentRole:
            return int((Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter)
        if role == _Role.ToolTipRole and section:
            return period_words(self.periods[section - 1])
        return None

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        known = self.indicators[index.row()]
        if not index.column():
            words = known.name
            return words if role in (_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole) else None
        period = self.periods[index.column() - 1]
        reading = self.found.get((known.key, period))
        if role == _Role.DisplayRole:
            return cell_words(reading, known)
        if role == _Role.DecorationRole and reading is not None:
            return icon(ORIGIN_ICONS[reading.origin], "text_muted")
        if role == _Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == _Role.ForegroundRole and reading is not None:
            return theme.color("soon") if doubts(known, reading) else theme.color("text_muted") if nothing_arose(reading) else None
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            return tip_words(known, period, reading)
        return None


def cell_words(reading: Reading | None, known: Indicator) -> str:
    """ "94,5%", "KPS" where nothing arose, "" without a figure."""
    if reading is None:
        return ""
    value = figure_of(reading, known.unit)
    return tr("KPS") if nothing_arose(reading) else unit_words(value, known.unit, 1) if value is not None else ""


def tip_words(known: Indicator, period: str, reading: Reading | None) -> str:
    """All of a cell."""
    parts = [f"{known.name}, {period_words(period)}", reading_words(reading, known.unit)]
    if reading is not None:
        parts.append(tr(ORIGINS[reading.origin]) + (f": {reading.source}" if reading.source else ""))
        parts += [say(doubt) for doubt in doubts(known, reading)]
        if reading.alternatives:
            parts.append(tr("Còn {count} số khác", count=len(reading.alternatives)))
    return "\n".join(parts)


class ReadingTable(QTableView):
    """``moved()`` when one goes to another cell; ``typed(text)`` when one types in it or presses Enter ("")."""

    moved = Signal()
    typed = Signal(str)
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Số liệu theo chỉ tiêu và kỳ"))
        self.figures = ReadingModel(self)
        self.setModel(self.figures)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.moved.emit())
        theme.notifier().changed.connect(self.fit)

    def at(self) -> tuple[Indicator, str] | None:
        """The indicator and the period one is at."""
        index = self.currentIndex()
        if not index.isValid() or not index.column():
            return None
        return self.figures.indicators[index.row()], self.figures.periods[index.column() - 1]

    def go_to(self, indicator: str, period: str) -> None:
        """Go to a cell."""
        keys = [i.key for i in self.figures.indicators]
        if indicator in keys and period in self.figures.periods:
            self.setCurrentIndex(self.figures.index(keys.index(indicator), self.figures.periods.index(period) + 1))

    def step_down(self) -> None:
        """The next indicator of the same period."""
        index = self.currentIndex()
        if index.row() + 1 < self.figures.rowCount():
            self.setCurrentIndex(self.figures.index(index.row() + 1, index.column()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        text = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.typed.emit("")
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        elif text and text.isprintable() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier and text.strip():
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Periods as wide as a figure, the names in what is left."""
        metrics = QFontMetricsF(theme.scaled_font())
        self.verticalHeader().setDefaultSectionSize(round(metrics.height() * 2 + 6))
        titles = [short_period_words(p) for p in self.figures.periods]
        widest = int(max(metrics.horizontalAdvance(t) for t in (*titles, "100,0% ")) + 22 * theme.font_scale())
        rest = self.viewport().width() - widest * len(titles)
        self.setColumnWidth(0, int(max(rest, 190 * theme.font_scale())))
        for place in range(1, len(titles) + 1):
            self.setColumnWidth(place, widest)
