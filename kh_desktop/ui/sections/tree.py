"""The outline of the sections with their printed numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from kh_desktop.ui.i18n import tr
from kh_desktop.ui.sections.outline import Entry, title_of

_ID = Qt.ItemDataRole.UserRole


class SectionTree(QTreeWidget):
    """Always unfolded; ``chosen(id)`` when the user goes to a section."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setStyleSheet("QTreeView::item { padding: 4px 2px; }")
        self.setItemsExpandable(False)
        self.setRootIsDecorated(False)
        self.setIndentation(18)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Các mục của kế hoạch"))
        self.currentItemChanged.connect(self._changed)
        self._shape: list[tuple[int, int]] = []

    def show_entries(self, lines: Sequence[Entry]) -> None:
        """Show these lines and stay at the section the user was at; lines are only relabelled when none came, went or moved."""
        shape = [(line.id, line.depth) for line in lines]
        with QSignalBlocker(self):
            if shape != self._shape:
                self._rebuild(lines)
                self._shape = shape
            for item, line in zip(self._items(), lines, strict=True):
                words = f"{line.label} {title_of(line.section)}" if title_of(line.section) else tr("{no} (chưa có nội dung)", no=line.label)
                if item.text(0) != words:
                    item.setText(0, words)
                    item.setToolTip(0, words if len(words) < 300 else f"{words[:300]}…")

    def _rebuild(self, lines: Sequence[Entry]) -> None:
        current, place = self.current_id(), self._place()
        self.clear()
        above: list[QTreeWidgetItem] = []
        least = min((line.depth for line in lines), default=0)
        for line in lines:
            del above[line.depth - least :]
            item = QTreeWidgetItem(above[-1]) if above else QTreeWidgetItem(self)
            item.setData(0, _ID, line.id)
            above.append(item)
        self.expandAll()
        if not self.go_to(current) and lines:
            self.go_to(lines[min(max(place, 0), len(lines) - 1)].id)

    def current_id(self) -> int:
        """The section the user is at; 0 for none."""
        item = self.currentItem()
        return int(item.data(0, _ID)) if item is not None else 0

    def go_to(self, section_id: int) -> bool:
        """Make a section the current one; False when it is not shown."""
        for item in self._items():
            if item.data(0, _ID) == section_id:
                self.setCurrentItem(item)
                self.scrollToItem(item)
                return True
        return False

    def wanted_height(self) -> int:
        """The height in px that shows every line."""
        items = self._items()
        return len(items) * (self.rowHeight(self.indexFromItem(items[0])) if items else 0) + 2 * self.frameWidth() + 4

    def texts(self) -> list[str]:
        """The lines as shown."""
        return [item.text(0) for item in self._items()]

    def _place(self) -> int:
        current = self.currentItem()
        return next((place for place, item in enumerate(self._items()) if item is current), -1)

    def _items(self) -> list[QTreeWidgetItem]:
        found: list[QTreeWidgetItem] = []

        def walk(item: QTreeWidgetItem) -> None:
            for place in range(item.childCount()):
                found.append(item.child(place))
                walk(item.child(place))

        walk(self.invisibleRootItem())
        return found

    def _changed(self) -> None:
        self.chosen.emit(self.current_id())
