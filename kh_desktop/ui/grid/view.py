"""The table view of the appendix: keys as in Excel and Word, own column widths, own row heights, joined group rows."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QWidget

from kh_desktop.ui.grid.editors import CellDelegate
from kh_desktop.ui.grid.frozen import FrozenTable
from kh_desktop.ui.grid.header import GroupedHeader
from kh_desktop.ui.grid.keys import GridKeys
from kh_desktop.ui.grid.model import GridModel
from kh_desktop.ui.grid.rows import FIXED
from kh_desktop.ui.grid.sizing import GridSizer
from kh_desktop.ui.grid.spans import Span, group_spans, joined_spans
from kh_desktop.ui.i18n import tr

Hint = QAbstractItemDelegate.EndEditHint
Trigger = QAbstractItemView.EditTrigger
Index = QModelIndex | QPersistentModelIndex


class MouseTool(Protocol):
    """Something done with the mouse in the grid, painted over its cells. ``press`` says whether it takes the mouse."""

    def press(self, event: QMouseEvent) -> bool:
        """The left button went down."""

    def move(self, event: QMouseEvent) -> None:
        """The mouse moved while this tool has it."""

    def release(self, event: QMouseEvent) -> None:
        """The button went up."""

    def give_up(self) -> None:
        """Esc was pressed: let go without doing anything."""

    def hover(self, event: QMouseEvent) -> bool:
        """The mouse passes by; whether the pointer is this tool's."""

    def paint(self, painter: QPainter) -> None:
        """Paint over the cells."""


class GridView(FrozenTable):
    """Shows a ``GridModel``. ``refused`` tells that somebody tried to edit a plan that cannot be edited, ``row_wanted`` that Tab left
    the last cell (as in a Word table), ``delete_pressed`` the Delete key."""

    refused = Signal()
    row_wanted = Signal()
    delete_pressed = Signal()

    def __init__(self, model: GridModel, delegate: CellDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = delegate
        header = GroupedHeader(self)
        self.setHorizontalHeader(header)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.sizer = GridSizer(self, model, delegate, header)
        self.keys = GridKeys(self, model)
        self.tools: list[MouseTool] = []
        self._tool: MouseTool | None = None
        self._pressed = QPersistentModelIndex()
        self._spans: list[Span] = []
        self._dress()
        self._connect()

    def _dress(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(10)
        self.setShowGrid(False)
        self.setWordWrap(False)  # the delegate wraps; the view must not measure on its own
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(Trigger.EditKeyPressed | Trigger.AnyKeyPressed | Trigger.DoubleClicked)
        self.setTabKeyNavigation(False)  # handled here: Tab skips covered and number cells
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.horizontalHeader().setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(tr("Bảng nhiệm vụ"))

    def _connect(self) -> None:
        self._model.modelReset.connect(self._start_over)
        self._model.rowsInserted.connect(self._structure_changed)
        self._model.rowsRemoved.connect(self._structure_changed)
        self._model.rowsMoved.connect(self._rows_moved)
        self._model.layoutChanged.connect(self._rows_moved)
        self._model.columnsInserted.connect(self._columns_changed)
        self._model.columnsRemoved.connect(self._columns_changed)
        self._model.columnsMoved.connect(self._columns_changed)
        self._model.headerDataChanged.connect(self._columns_changed)
        self._model.dataChanged.connect(self._cells_changed)
        self.verticalScrollBar().valueChanged.connect(self.sizer.measure_visible)

    # --- joined cells

    def rebuild_spans(self) -> None:
        """Join the cells of group rows anew; Qt leaves spans behind when rows move."""
        self._spans = self._wanted_spans()
        self.clearSpans()
        for span in self._spans:
            self.setSpan(*span)
        if self._delegate.editor is None:
            self.keys.leave_covered()

    def _wanted_spans(self) -> list[Span]:
        rows, keys = self._model.rows, self._model.keys
        return [*group_spans(rows, keys), *joined_spans(rows, keys)]

    # --- changes of the model

    def _start_over(self) -> None:
        self.sizer.start_over()
        self.rebuild_spans()
        if self._model.rows:
            first = next((row for row, item in enumerate(self._model.rows) if item.kind == "task"), 0)
            self._stand_at(self._model.index(first, self._model.column_of(first, "content")))
        self.scrollToTop()
        self.sizer.measure_visible()

    def _structure_changed(self) -> None:
        self._keep_editing()
        self.rebuild_spans()
        self.sizer.rows_changed(0)

    def _keep_editing(self) -> None:
        """Qt leaves the editing state when rows are removed although the editor stays open; its text would not be committed then."""
        if self._delegate.editor is not None and self.state() == self.State.NoState:
            self.setState(self.State.EditingState)

    def _rows_moved(self) -> None:
        self._keep_editing()
        self.rebuild_spans()
        self.sizer.remeasure()  # sizes of moved sections stay at their old places

    def _columns_changed(self) -> None:
        self._keep_editing()
        self.rebuild_spans()
        self.sizer.columns_changed()

    def _cells_changed(self, first: Index, last: Index, roles: list[int]) -> None:
        if roles == [Qt.ItemDataRole.ToolTipRole]:
            return  # marks of problems: nothing gets taller
        whole = first.column() == 0 and last.column() == self._model.columnCount() - 1
        if whole and self._spans != self._wanted_spans():  # cells were joined or parted
            self.rebuild_spans()
        self.sizer.cells_changed(first.row(), last.row())

    # --- events

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's names below
        """Keep the columns filling the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.sizer.fit_columns()
        else:
            self.sizer.measure_visible()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Widths are known only now."""
        super().showEvent(event)
        self.sizer.fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        """A new font size measures everything again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "sizer"):
            self._delegate.set_font(self.font())
            self.sizer.fit_columns()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click on the number takes the whole row, as a click on Excel's row number does."""
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        self._tool = next((tool for tool in self.tools if tool.press(event)), None) if left else None
        if self._tool is not None:
            return
        if index.isValid() and left and self._model.key_at(index) == "no":
            self.take_rows(index.row(), event.modifiers())
            return
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if index.isValid() and left and shift and self.currentIndex().isValid():
            self.setFocus()
            self.keys.extend_to((index.row(), index.column()))
            return
        super().mousePressEvent(event)
        self._pressed = QPersistentModelIndex(self.currentIndex())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """To the tool that has the mouse; else the pointer of the one passed by."""
        if self._tool is not None:
            self._tool.move(event)
            return
        if event.buttons() == Qt.MouseButton.NoButton:
            hovered = [tool.hover(event) for tool in self.tools]
            if not any(hovered):
                self.viewport().unsetCursor()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A selection drawn with the mouse belongs to the cell where it began."""
        tool, self._tool = self._tool, None
        if tool is not None:
            tool.release(event)
            return
        drawn = self.state() == self.State.DragSelectingState
        super().mouseReleaseEvent(event)
        if drawn:
            self.keys.keep_start(self._pressed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The cells, then what the mouse tools show over them."""
        super().paintEvent(event)
        if self.tools:
            painter = QPainter(self.viewport())
            for tool in self.tools:
                tool.paint(painter)
            painter.end()

    def take_rows(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        """Select a whole row; with Shift all rows from the current one, with Ctrl one more."""
        selection = self.selectionModel()
        last = self._model.columnCount() - 1
        start = self.currentIndex().row() if modifiers & Qt.KeyboardModifier.ShiftModifier else row
        first, end = sorted((max(0, start), row))
        taken = QItemSelection(self._model.index(first, 0), self._model.index(end, last))
        flag = QItemSelectionModel.SelectionFlag
        keep = modifiers & Qt.KeyboardModifier.ControlModifier
        if not modifiers & Qt.KeyboardModifier.ShiftModifier:
            selection.setCurrentIndex(self._model.index(row, 0), flag.NoUpdate)
        selection.select(taken, flag.Select if keep else flag.ClearAndSelect)
        self.setFocus()

    def edit(self, index: Index, trigger: Trigger | None = None, event: QEvent | None = None) -> bool:  # type: ignore[override]
        """Refuse before an editor opens when the plan is closed to editing."""
        if trigger is None:
            super().edit(index)
            return True
        if self._model.read_only and trigger in (Trigger.EditKeyPressed, Trigger.AnyKeyPressed, Trigger.DoubleClicked):
            self.refused.emit()
            return False
        self._delegate.typed = trigger == Trigger.AnyKeyPressed
        try:
            return super().edit(index, trigger, event)  # type: ignore[arg-type]
        finally:
            self._delegate.typed = False

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Typing on a cell that cannot be edited does nothing rather than jumping about."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter down, Tab right, Delete; the rest is Qt's."""
        key, modifiers = event.key(), event.modifiers()
        if self._tool is not None and key == Qt.Key.Key_Escape:
            self._tool.give_up()
            self._tool = None
            return
        plain = not modifiers & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        back = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_down(-1 if back else 1)
        elif plain and key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.step_across(-1 if back or key == Qt.Key.Key_Backtab else 1)
        elif plain and key == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif not self.keys.press(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802
        """Tab goes across cells; it never leaves the grid."""
        return False

    # --- moving

    def step_down(self, by: int) -> None:
        """One row down (or up) in the same column; stays at the ends. Inside a selection of cells: the next of them."""
        index = self.currentIndex()
        if not index.isValid() or self.keys.walk(by, down=True):
            return
        place = self.keys.ground().step((index.row(), index.column()), by, 0)
        if place is not None:
            self.go_to(place[0], self._model.keys[index.column()])

    def step_across(self, by: int) -> None:
        """To the next (or previous) cell that can be edited; after the last cell of the plan a new row is wanted. Inside a selection of
        cells: the next of them."""
        index = self.currentIndex()
        if not index.isValid() or self.keys.walk(by, down=False):
            return
        row, column = index.row(), index.column()
        while True:
            column += by
            if not 0 <= column < self._model.columnCount():
                row, column = row + by, (0 if by > 0 else self._model.columnCount() - 1)
            if not 0 <= row < self._model.rowCount():
                if by > 0 and not self._model.read_only:
                    self.row_wanted.emit()
                return
            if self._model.key_at(self._model.index(row, column)) not in FIXED and not self.isRowHidden(row):
                self._stand_at(self._model.index(row, column))
                return

    def _stand_at(self, index: QModelIndex) -> None:
        """Make ``index`` the current and only selected cell."""
        self.keys.stand_at((index.row(), index.column()))

    def go_to(self, row: int, key: str) -> None:
        """Make the cell of ``row`` that shows ``key`` the current one and bring it into the window."""
        index = self._model.index(row, self._model.column_of(row, key))
        self.sizer.measure(row)
        self._stand_at(index)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802
        """After an editor: Tab goes on across, Enter (told by the delegate) goes down; the editor itself never reopens by itself."""
        super().closeEditor(editor, Hint.NoHint)
        move = self._delegate.take_move()
        if move == "down":
            self.step_down(1)
        elif move == "up":
            self.step_down(-1)
        elif move == "next":
            self.step_across(1)
        elif move == "back":
            self.step_across(-1)
