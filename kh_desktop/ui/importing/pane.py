"""One side of the review: a long list of lines of which only those in sight are painted, with a current box."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from kh_desktop.ui.i18n import tr
from kh_desktop.ui.importing.lines import Key, PaneLine
from kh_desktop.ui.importing.painting import LINE, WORD_SHOWN, LineDelegate

_Index = QModelIndex | QPersistentModelIndex
_MANY, _REST_MS = 400, 120
DRAGGED = "application/x-kh-place"
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space)


class LineModel(QAbstractListModel):
    """Lines of a side. What is dragged is the place of the current box."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[PaneLine] = []
        self.places: dict[Key, int] = {}

    def show_lines(self, lines: Sequence[PaneLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines, self.places = list(lines), {}
        for at, line in enumerate(self.lines):
            for box in line.boxes:
                if box.key != "":
                    self.places.setdefault(box.key, at)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == WORD_SHOWN:
            return index.row() == 0 or self.lines[index.row() - 1].word != line.word
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken(tr("Cần xem lại"))
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        found = QMimeData()
        found.setData(DRAGGED, str(indexes[0].row()).encode() if indexes else b"")
        return found


class LinePane(QListView):
    """``chosen(key)`` when a person goes to another box, ``opened(key)`` on Enter, F2 or a double click, ``menu_wanted(key, QPoint)``,
    ``dropped(key)`` when something was dragged onto a box."""

    chosen = Signal(object)
    opened = Signal(object)
    menu_wanted = Signal(object, QPoint)
    dropped = Signal(object)

    def __init__(self, name: str, *, margin: int = 0, drags: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._box, self._quiet, self._wide = 0, False, 0
        # Thousands of lines are broken anew when the dragging of an edge rests.
        self._later = QTimer(self, singleShot=True, interval=_REST_MS)
        self._later.timeout.connect(self._break_anew)
        self._model = LineModel(self)
        self._delegate = LineDelegate(self, margin)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Fixed)
        self.setDragEnabled(drags)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.doubleClicked.connect(lambda _index: self._open())

    # --- showing

    def show_lines(self, lines: Sequence[PaneLine]) -> None:
        """Show these lines; the place one was at and what is in sight stay as long as they are there."""
        key, top = self.current_key(), self.verticalScrollBar().value()
        self._quiet = True
        self._model.show_lines(lines)
        self.doItemsLayout()
        if key != "":
            self._set_current(key)
        self.verticalScrollBar().setValue(top)
        self._quiet = False

    def lines(self) -> list[PaneLine]:
        """What is shown."""
        return self._model.lines

    def has(self, key: Key) -> bool:
        """Whether a box has this key."""
        return key in self._model.places

    def current_key(self) -> Key:
        """The key of the current box, "" for none."""
        row = self.currentIndex().row()
        if not 0 <= row < len(self._model.lines):
            return ""
        boxes = self._model.lines[row].boxes
        key = boxes[min(self._box, len(boxes) - 1)].key
        return key if key != "" else next((box.key for box in boxes if box.key != ""), "")

    def go_to(self, key: Key, *, in_the_middle: bool = True) -> None:
        """Make the box with ``key`` current without telling; nothing happens when there is none."""
        self._quiet = True
        if self._set_current(key):
            hint = QAbstractItemView.ScrollHint
            inside = self.viewport().rect().contains(self.visualRect(self.currentIndex()))
            if not inside:
                self.scrollTo(self.currentIndex(), hint.PositionAtCenter if in_the_middle else hint.EnsureVisible)
        self._quiet = False
        self.viewport().update()

    def rect_of(self, key: Key) -> QRect:
        """Where the box with ``key`` is in the viewport; an empty rectangle for none."""
        row = self._model.places.get(key, -1)
        if row < 0:
            return QRect()
        line = self._model.lines[row]
        return self._delegate.rects(line, self.visualRect(self._model.index(row)))[line.box_of(key)]

    def _set_current(self, key: Key) -> bool:
        row = self._model.places.get(key, -1)
        if row < 0:
            return False
        self._box = max(0, self._model.lines[row].box_of(key))
        self._delegate.current = (row, self._box)
        self.setCurrentIndex(self._model.index(row))
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width breaks the lines anew; what was in sight stays in sight."""
        super().resizeEvent(event)
        if self.viewport().width() == self._wide:
            return
        if len(self._model.lines) < _MANY:
            self._break_anew()
        else:
            self._later.start()

    def _break_anew(self) -> None:
        self._wide = self.viewport().width()
        self.doItemsLayout()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    # --- going about

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        if not self._quiet and current.isValid():
            self._box = min(self._box, len(self._model.lines[current.row()].boxes) - 1)
            self._turned()

    def _turned(self) -> None:
        self._delegate.current = (self.currentIndex().row(), self._box)
        self.viewport().update()
        key = self.current_key()
        if key != "":
            self.chosen.emit(key)

    def _open(self) -> None:
        key = self.current_key()
        if key != "":
            self.opened.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers() and row >= 0:
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self._box = max(0, min(self._box + step, len(self._model.lines[row].boxes) - 1))
            self._turned()
        elif event.key() in _OPENING and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._open()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        place = event.position().toPoint()
        index = self.indexAt(place)
        if index.isValid():
            self._box = self._delegate.box_at(self._model.lines[index.row()], self.visualRect(index), place.x())
            same = index.row() == self.currentIndex().row()
            super().mousePressEvent(event)
            if same:
                self._turned()
            return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        key = self.current_key()
        if key == "":
            return
        at = event.globalPos()
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            at = self.viewport().mapToGlobal(self.rect_of(key).center())
        self.menu_wanted.emit(key, at)

    # --- dragging

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        self._take_drag(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        self._take_drag(event)

    def _take_drag(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(DRAGGED) and self.key_at(event.position().toPoint()) != "":
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        key = self.key_at(event.position().toPoint())
        if event.mimeData().hasFormat(DRAGGED) and key != "":
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(key)

    def key_at(self, place: QPoint) -> Key:
        """The key of the box at a place of the viewport, "" for none."""
        index = self.indexAt(place)
        if not index.isValid():
            return ""
        line = self._model.lines[index.row()]
        box = line.boxes[self._delegate.box_at(line, self.visualRect(index), place.x())]
        return box.key if box.key != "" else next((b.key for b in line.boxes if b.key != ""), "")
