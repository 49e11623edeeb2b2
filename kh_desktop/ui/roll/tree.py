"""The proposal as a list in groups: tick with the space bar, Enter to edit, groups tick all or none."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from kh_desktop.domain.roll_forward import GROUPS, Change, Group, Left
from kh_desktop.services.roll_forward import left_doubt, left_said, place_said, reason_said
from kh_desktop.ui import theme
from kh_desktop.ui.due_words import say_of_day
from kh_desktop.ui.i18n import N_, say, tr
from kh_desktop.ui.roll.choosing import Choosing, left_segments, segments_of
from kh_desktop.ui.roll.painting import SEGMENTS, SegmentDelegate

GROUP_NAMES: dict[Group, str] = {
    "years": N_("Năm và thời hạn"),
    "bases": N_("Căn cứ"),
    "tasks": N_("Nhiệm vụ chưa xong"),
    "units": N_("Tên đơn vị"),
}
# What needs a look stands first, what is as it should be last.
WHY_ORDER = ("unticked", "kept", "programme", "goal", "before", "citation", "basis", "law", "standard")
KEY = Qt.ItemDataRole.UserRole
LEFT = Qt.ItemDataRole.UserRole + 1
_ROOM_FOR_REASONS, _LEAST_REASON, _REASON_SHARE = 620, 124, 0.28
_SAME = 3  # so many changes of the same words stand under one line
_OPEN_WHYS = ("unticked", "kept", "before")


class ChangeTree(QTreeWidget):
    """``chosen()`` when ticks changed, ``shown(Change or Left or None)`` when another line is current, ``edit_wanted()`` on Enter."""

    chosen = Signal()
    shown = Signal(object)
    edit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choosing: Choosing | None = None
        self._items: dict[str, QTreeWidgetItem] = {}
        self._left: QTreeWidgetItem | None = None
        self._left_list: list[Left] = []
        self.setAccessibleName(tr("Các thay đổi của kế hoạch năm sau"))
        self.setColumnCount(3)
        self.setHeaderLabels([tr("Thay đổi"), tr("Ở đâu"), tr("Vì sao")])
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setItemDelegateForColumn(0, SegmentDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 156), (2, 124)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(column, round(width * theme.font_scale()))
        self.setIndentation(round(18 * theme.font_scale()))
        self.itemChanged.connect(self._ticked)
        self.currentItemChanged.connect(lambda item, _old: self.shown.emit(self._value_of(item)))
        self.itemDoubleClicked.connect(lambda item, _column: self._entered(item))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """On a narrow screen the changes need the room; the reason stands beside the list too."""
        super().resizeEvent(event)
        wide = self.viewport().width()
        self.setColumnHidden(2, wide < round(_ROOM_FOR_REASONS * theme.font_scale()))
        self.setColumnWidth(2, max(round(_LEAST_REASON * theme.font_scale()), round(wide * _REASON_SHARE)))

    # --- showing

    def show_choosing(self, choosing: Choosing) -> None:
        """Fill the list anew; the first line is current."""
        self._choosing = choosing
        with QSignalBlocker(self):
            self.clear()
            self._items = {}
            for group in GROUPS:
                self._add_group(group, choosing)
            self._left = QTreeWidgetItem(self)
            self._left.setFont(0, theme.scaled_font(bold=True))
            self._left.setFirstColumnSpanned(True)
        self.show_left()
        self._count()
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first.child(0) or first)

    def _add_group(self, group: Group, choosing: Choosing) -> None:
        changes = choosing.of_group(group)
        if not changes:
            return
        top = QTreeWidgetItem(self)
        top.setFont(0, theme.scaled_font(bold=True))
        top.setData(0, KEY, group)
        top.setFirstColumnSpanned(True)
        for pair in _gathered(changes):
            parent = top
            if len(pair) > 1:
                parent = QTreeWidgetItem(top)
                words = tr("{old} → {new}: {count} chỗ", old=pair[0].old, new=pair[0].new, count=len(pair))
                parent.setText(0, words)
                parent.setData(0, SEGMENTS, [(pair[0].old, "old"), (" → ", "context"), (pair[0].new, "new"),
                                             (tr("   {count} chỗ", count=len(pair)), "context")])  # fmt: skip
            for change in pair:
                self._add_change(parent, change, choosing)
            if parent is not top:
                self._write_state(parent)
        self._write_state(top)
        top.setExpanded(True)

    def _add_change(self, parent: QTreeWidgetItem, change: Change, choosing: Choosing) -> None:
        item = QTreeWidgetItem(parent)
        item.setData(0, KEY, change.key)
        item.setText(1, say(place_said(choosing.found.plan, change.where)))
        reason = reason_said(change)
        words = say_of_day(reason) if reason is not None else ""
        item.setText(2, words)
        item.setToolTip(2, words)
        item.setForeground(1, theme.color("text_muted"))
        item.setForeground(2, theme.color("text_muted"))
        self._items[change.key] = item
        self._write(item, change, choosing)

    def _write(self, item: QTreeWidgetItem, change: Change, choosing: Choosing) -> None:
        segments = segments_of(choosing, change, tr("(bỏ)"))
        words = "".join(text for text, look in segments if look != "context" or text == " → ")
        item.setText(0, words)
        item.setToolTip(0, words[:1500])
        item.setData(0, SEGMENTS, segments)
        item.setCheckState(0, Qt.CheckState.Checked if change.key in choosing.taken else Qt.CheckState.Unchecked)

    def show_left(self) -> None:
        """What of the old year is left, as things are ticked now."""
        if self._choosing is None or self._left is None:
            return
        top = self._left
        below = [top.child(row) for row in range(top.childCount())]
        first, opened = not below, {item.data(0, KEY) for item in below if item.isExpanded()}
        found = self._choosing.left()
        self._left_list = list(found)
        with QSignalBlocker(self):
            top.takeChildren()
            top.setText(0, tr("Còn lại của năm cũ ({count})", count=len(found)))
            for why in WHY_ORDER:
                some = [(number, x) for number, x in enumerate(found) if x.why == why]
                if some:
                    part = QTreeWidgetItem(top)
                    part.setData(0, KEY, f"left:{why}")
                    part.setFirstColumnSpanned(True)
                    doubts = sum(self._add_left(part, number, left, self._choosing) for number, left in some)
                    part.setText(0, tr("{why}: {count} chỗ", why=say(left_said(some[0][1])), count=len(some)))
                    if doubts:
                        said = say(left_said(some[0][1]))
                        part.setText(0, tr("{why}: {count} chỗ, {doubts} chỗ cần xem lại", why=said, count=len(some), doubts=doubts))
                    part.setExpanded((why in _OPEN_WHYS or doubts > 0) if first else f"left:{why}" in opened)
        if first:
            top.setExpanded(True)

    def _add_left(self, parent: QTreeWidgetItem, number: int, left: Left, choosing: Choosing) -> bool:
        """A line; whether there is something to look at."""
        item = QTreeWidgetItem(parent)
        segments = left_segments(left)
        item.setText(0, "".join(text for text, _look in segments))
        item.setData(0, SEGMENTS, segments)
        item.setData(0, LEFT, number)
        item.setText(1, say(place_said(choosing.found.plan, left.where)))
        item.setForeground(1, theme.color("text_muted"))
        doubt = left_doubt(choosing.found.plan, left, choosing.found.year)
        if doubt is not None:
            item.setText(2, say(doubt))
            item.setToolTip(2, say(doubt))
            item.setForeground(2, theme.color("soon"))
        return doubt is not None

    # --- ticking

    def _ticked(self, item: QTreeWidgetItem, column: int) -> None:
        if column or self._choosing is None:
            return
        keys = [str(i.data(0, KEY)) for i in _leaves(item) if str(i.data(0, KEY)) in self._items]
        state = item.checkState(0)
        if state == Qt.CheckState.PartiallyChecked or not keys:
            return
        self._choosing.take(keys, state == Qt.CheckState.Checked)
        self.refresh()

    def refresh(self) -> None:
        """Ticks, words and counts as they are chosen now."""
        choosing = self._choosing
        if choosing is None:
            return
        with QSignalBlocker(self):
            for key, item in self._items.items():
                self._write(item, choosing.changes[key], choosing)
            for top in self._tops():
                for row in range(top.childCount()):
                    self._write_state(top.child(row))
                self._write_state(top)
        self._count()
        self.viewport().update()
        self.chosen.emit()

    def take_group(self, on: bool) -> None:
        """Tick all changes of the group the current line stands in, or none."""
        item = self.currentItem()
        while item is not None and item.parent() is not None:
            item = item.parent()
        if item is not None and item is not self._left:
            item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _write_state(self, item: QTreeWidgetItem) -> None:
        if not item.childCount():
            return
        states = [leaf.checkState(0) for leaf in _leaves(item)]
        every = all(s == Qt.CheckState.Checked for s in states)
        some = any(s == Qt.CheckState.Checked for s in states)
        item.setCheckState(0, Qt.CheckState.Checked if every else Qt.CheckState.PartiallyChecked if some else Qt.CheckState.Unchecked)

    def _count(self) -> None:
        if self._choosing is None:
            return
        with QSignalBlocker(self):
            for top in self._tops():
                group: Group = top.data(0, KEY)
                changes = self._choosing.of_group(group)
                count = sum(c.key in self._choosing.taken for c in changes)
                top.setText(0, tr("{name}: đổi {count} trong {all} chỗ", name=tr(GROUP_NAMES[group]), count=count, all=len(changes)))

    def _tops(self) -> list[QTreeWidgetItem]:
        tops = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        return [top for top in tops if top is not None and top is not self._left]

    # --- going about

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter and F2 edit the line, or open and shut a group."""
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._entered(item)
            return
        super().keyPressEvent(event)

    def _entered(self, item: QTreeWidgetItem) -> None:
        value = self._value_of(item)
        if isinstance(value, Left):
            self.go_to(value.key)
        elif isinstance(value, Change):
            self.edit_wanted.emit()
        else:
            item.setExpanded(not item.isExpanded())

    def go_to(self, key: str) -> None:
        """Make the line of a change current."""
        item = self._items.get(key)
        if item is not None:
            self.setCurrentItem(item)
            self.scrollToItem(item)

    def turn_to_left(self) -> None:
        """Make what is left of the old year current."""
        if self._left is None:
            return
        self._left.setExpanded(True)
        part = self._left.child(0)
        if part is not None:
            part.setExpanded(True)
        self.setCurrentItem(part.child(0) if part is not None else self._left)
        self.scrollToItem(self._left, QAbstractItemView.ScrollHint.PositionAtTop)

    def _value_of(self, item: QTreeWidgetItem | None) -> Change | Left | None:
        if item is None or self._choosing is None:
            return None
        number: int | None = item.data(0, LEFT)
        if number is not None:
            return self._left_list[number]
        return self._choosing.changes.get(str(item.data(0, KEY)))


def _gathered(changes: list[Change]) -> Iterator[list[Change]]:
    """What needs a look first; then changes of the same words together when there are many, in the order of their first place."""
    changes = sorted(changes, key=lambda c: c.ticked and not c.reason)
    pairs: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        pairs.setdefault((change.old, change.new), []).append(change)
    done: set[tuple[str, str]] = set()
    for change in changes:
        pair = (change.old, change.new)
        if len(pairs[pair]) < _SAME or change.kind in ("basis", "task"):
            yield [change]
        elif pair not in done:
            done.add(pair)
            yield pairs[pair]


def _leaves(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    if not item.childCount():
        return [item]
    return [leaf for row in range(item.childCount()) for leaf in _leaves(item.child(row))]
