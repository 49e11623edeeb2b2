"""Source and result side by side: what is doubtful, what a person says about it, what follows at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from kh_desktop.services.import_review import Edit, Hint, Leftover, Spot, can_write, mended_deadline, path_of, text_at
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.importing.doubt_bar import Deed, DoubtBar, item_words
from kh_desktop.ui.importing.dragging import hint_of_drop
from kh_desktop.ui.importing.field_strip import FieldStrip, field_name
from kh_desktop.ui.importing.lines import Key
from kh_desktop.ui.importing.links import Links
from kh_desktop.ui.importing.menus import PlaceBar, place_menu
from kh_desktop.ui.importing.pane import LinePane
from kh_desktop.ui.importing.result_lines import result_lines
from kh_desktop.ui.importing.said_list import SaidList
from kh_desktop.ui.importing.source_lines import source_lines
from kh_desktop.ui.importing.work import Item, Mark, Work, mark_of
from kh_desktop.ui.widgets import muted

_MARGIN, _LONGEST_DEED = 84, 32
# What else a row may be that the recogniser doubts.
_ROW_DEEDS: dict[str, tuple[tuple[str, str], ...]] = {
    "row_unnumbered": ((N_("Tiếp dòng trên"), "continues"), (N_("Là dòng nhóm"), "group")),
    "row_joined": ((N_("Là dòng riêng"), "task"),),
}


class Review(QWidget):
    """``changed()`` when something was said or taken back."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.work: Work | None = None
        self._item: Item | None = None
        # The things to look at in their order, as they were before the last thing was said.
        self._marks: list[Mark] = []
        self._settled = False
        self.doubts, self.said = DoubtBar(self), SaidList(self)
        self.source = LinePane(tr("Bản gốc"), margin=_MARGIN, drags=True, parent=self)
        self.result = LinePane(tr("Sẽ vào sổ"), parent=self)
        self.places, self.field = PlaceBar(self), FieldStrip(self)
        self._links = Links()
        self._build()
        self._connect()

    def _build(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(9)
        split.setStyleSheet("QSplitter::handle { background: transparent; }")
        for title, pane, below in (
            (tr("Bản gốc"), self.source, self.places),
            (tr("Sẽ vào sổ"), self.result, self.field),
        ):
            side = QWidget(split)
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            column.addWidget(muted(title))
            column.addWidget(pane, 1)
            column.addWidget(below)
            split.addWidget(side)
        split.setSizes([500, 500])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.doubts)
        layout.addWidget(split, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(self.said)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        self.doubts.step.connect(self.step)
        self.doubts.picked.connect(self.go_to_item)
        self.source.chosen.connect(self._source_chosen)
        self.result.chosen.connect(self._result_chosen)
        self.source.opened.connect(lambda _key: self.places.open_first())
        self.result.opened.connect(lambda _key: self.field.start())
        self.source.menu_wanted.connect(self._source_menu)
        self.result.menu_wanted.connect(self._result_menu)
        self.source.dropped.connect(self._dropped)
        self.result.dropped.connect(self._dropped)
        self.places.said.connect(self.say)
        self.places.forgotten.connect(self.forget)
        self.field.written.connect(self.write)
        self.field.left_field.connect(self._written)
        self.said.removed.connect(self.remove)
        self.said.opened.connect(self._go_to_said)
        for keys, run in (("F8", partial(self.step, 1)), ("Shift+F8", partial(self.step, -1)), ("F9", self._right)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    # --- showing

    def show_work(self, work: Work) -> None:
        """Show another source, at the first thing to look at."""
        self.work, self._item, self._marks = work, None, []
        self._refresh()
        items = work.open_items()
        if items:
            self.go_to_item(items[0])
        else:
            self.source.verticalScrollBar().setValue(0)
            self.result.verticalScrollBar().setValue(0)
        self.source.setFocus()

    def _refresh(self) -> None:
        work = self.work
        if work is None:
            return
        reading, items = work.reading, work.open_items()
        self._links = Links(work.source, reading)
        doubtful = {item.spot for item in items if item.spot is not None}
        paths = {path for item in items for path in self._links.paths_of_item(item)}
        written = {path for edit in work.said.edits if (path := path_of(work.raw, edit))}
        said = {hint.spot for hint in work.said.hints}
        self.source.show_lines(source_lines(work.source, reading, doubtful, said))
        self.result.show_lines(result_lines(reading, paths, written, work.source.notices))
        self.doubts.show_items(items, work.places, seen=len(work.said.seen) + len(work.said.hints) + len(work.said.edits))
        self.said.show_work(work)
        self._say_item(self._here_or_next(items))
        self._marks = [mark_of(item) for item in items]
        self._show_place()

    def _here_or_next(self, items: list[Item]) -> Item | None:
        """What the bar speaks of; when that is over, the one that came behind it."""
        left = {mark_of(item): item for item in items}
        now = mark_of(self._item) if self._item is not None else None
        at = self._marks.index(now) if now in self._marks else 0
        order = [*self._marks[at:], *self._marks[:at]]
        return next((left[mark] for mark in order if mark in left), next(iter(items), None))

    def _say_item(self, item: Item | None) -> None:
        self._item = item
        if item is not None and self.work is not None:
            self.doubts.say(item_words(item, self.work.places), self._deeds_of(item))

    def _show_place(self) -> None:
        key = self.source.current_key()
        self.places.show_place(self.work, key if isinstance(key, Spot) else None)
        path = self.result.current_key()
        if self.work is not None and isinstance(path, str) and can_write(path):
            self.field.show_field(path, text_at(self.work.reading.plan, path))
        else:
            self.field.show_field("", "")

    # --- one side, then the other

    def _source_chosen(self, key: Key) -> None:
        if isinstance(key, Spot):
            self.result.go_to(self._links.path_at(key))
            self._follow(key)
        self._show_place()

    def _result_chosen(self, key: Key) -> None:
        if isinstance(key, str):
            spot = self._links.spot_of(key, self.source.has)
            if spot is not None:
                self.source.go_to(spot)
                self._follow(spot)
        self._show_place()

    def _follow(self, spot: Spot) -> None:
        """The bar above speaks of the place one has gone to, when there is something to say about it."""
        items = self.work.open_items() if self.work is not None else []
        here = next((item for item in items if item.spot in (spot, Spot(spot.block, spot.row))), None)
        if here is not None:
            self._say_item(here)

    # --- what there is to look at

    def step(self, by: int) -> None:
        """The next (+1) or previous (-1) thing to look at, round and round."""
        items = self.work.open_items() if self.work is not None else []
        if not items:
            return
        marks = [mark_of(item) for item in items]
        now = mark_of(self._item) if self._item is not None else None
        at = marks.index(now) if now in marks else -1 if by > 0 else 0
        # The first step goes to what the bar already speaks of, when one is not there yet.
        if now in marks and not self._is_at(items[at]):
            by = 0
        self.go_to_item(items[(at + by) % len(items)])

    def _is_at(self, item: Item) -> bool:
        if item.spot is None:
            return True
        key = self.source.current_key()
        return isinstance(key, Spot) and key.block == item.spot.block and item.spot.row in (-1, key.row)

    def go_to_item(self, item: Item) -> None:
        """Go to the place of an item on both sides."""
        path = next(iter(self._links.paths_of_item(item)), "")
        if item.spot is not None:
            spot = self._links.shown(item.spot, self.source.has)
            self.source.go_to(spot)
            path = path or self._links.path_at(spot)
        self.result.go_to(self._links.shown_path(path, self.result.has))
        self._say_item(item)
        self._show_place()

    def go_to_field(self, path: str) -> None:
        """Go to a field of the result and to where it came from."""
        self.result.go_to(path)
        self._result_chosen(path)

    def go_to_place(self, spot: Spot) -> None:
        """Go to a place of the source and to what became of it."""
        self.source.go_to(spot)
        self._source_chosen(spot)

    def _deeds_of(self, item: Item) -> list[Deed]:
        """What can be done about an item at once."""
        deeds: list[Deed] = []
        work, spot = self.work, item.spot
        if work is None:
            return deeds
        code = "leftover" if isinstance(item, Leftover) else item.code
        path = next(iter(self._links.paths_of_item(item)), "")
        if code == "deadline_invalid" and (mended := mended_deadline(work.reading.plan, path)):
            shown = mended if len(mended) <= _LONGEST_DEED else tr("ngày gần nhất có thật")
            deeds.append((tr("Đổi thành {text}", text=shown), lambda: self._mend(path, mended)))
        if spot is not None:
            row = Spot(spot.block, spot.row)
            deeds += [(tr(words), partial(self.say, Hint(row, "row", value))) for words, value in _ROW_DEEDS.get(code, ())]
        if path and can_write(path) and code not in ("row_joined", "group_levels"):
            deeds.append((tr("Ghi") if not text_at(work.reading.plan, path) else tr("Sửa"), lambda: self._write_here(item)))
        elif spot is not None and code in ("leftover", "left_over", "columns_guessed", "table_as_annex", "second_tasks"):
            deeds.append((tr("Nói đây là gì"), lambda: self._open_here(item)))
        deeds.append((tr("Đúng rồi") if code not in ("leftover", "left_over") else tr("Không cần"), lambda: self.mark_seen(item)))
        return deeds

    def _write_here(self, item: Item) -> None:
        self.go_to_item(item)
        self.field.start()

    def _open_here(self, item: Item) -> None:
        self.go_to_item(item)
        self.places.open_first()

    def _written(self) -> None:
        """Enter ended the writing: where that settled something, on to the next thing."""
        self.result.setFocus()
        if self._settled and self._item is not None:
            self.go_to_item(self._item)
        self._settled = False

    # --- saying

    def say(self, hint: Hint) -> None:
        """A correction; everything is read again with it."""
        if self.work is not None:
            before = self._item
            self.work.say(hint)
            self._after()
            self._go_on(before)

    def _go_on(self, before: Item | None) -> None:
        """When what the bar spoke of is over, on to what it speaks of now."""
        if before is not None and self._item is not None and mark_of(before) != mark_of(self._item):
            self.go_to_item(self._item)

    def _mend(self, path: str, text: str) -> None:
        before = self._item
        self.write(path, text)
        self._go_on(before)

    def forget(self, hint: Hint) -> None:
        """Take a correction back."""
        if self.work is not None:
            self.work.forget(hint)
            self._after()

    def write(self, path: str, text: str) -> None:
        """Another text of a field of the result."""
        if self.work is not None and text != text_at(self.work.reading.plan, path):
            before = self._item
            self.work.write(path, text)
            self._after()
            self._settled = before is not None and self._item is not None and mark_of(before) != mark_of(self._item)

    def remove(self, value: Hint | Edit) -> None:
        """Take a correction or a text back, out of the list."""
        if self.work is not None:
            if isinstance(value, Hint):
                self.work.forget(value)
            else:
                self.work.unwrite(value)
            self._after()

    def _right(self) -> None:
        items = self.work.open_items() if self.work is not None else []
        now = next((item for item in items if self._item is not None and mark_of(item) == mark_of(self._item)), None)
        if now is not None:
            self.mark_seen(now)

    def mark_seen(self, item: Item) -> None:
        """A person looked at it and it is right; on to the next one."""
        if self.work is None:
            return
        self._item = item
        self.work.mark_seen(item)
        self._after()
        if self._item is not None:
            self.go_to_item(self._item)

    def undo(self) -> None:
        """As before the last thing said here."""
        if self.work is not None and self.work.can_undo:
            self.work.undo()
            self._after()

    def redo(self) -> None:
        """What was taken back is said again."""
        if self.work is not None and self.work.can_redo:
            self.work.redo()
            self._after()

    def _after(self) -> None:
        self._refresh()
        self.changed.emit()

    def _go_to_said(self, value: Hint | Edit) -> None:
        if self.work is None:
            return
        spot = value.spot
        if spot is not None:
            shown = self._links.shown(spot, self.source.has)
            self.source.go_to(shown)
            self.result.go_to(self._links.path_at(shown))
        elif isinstance(value, Edit):
            self.result.go_to(value.path)
        self._show_place()

    # --- menus and dragging

    def _source_menu(self, key: Key, at: QPoint) -> None:
        if isinstance(key, Spot) and self.work is not None:
            self._run_menu(place_menu(self, self.work, key, self.say, self.forget), at)

    def _result_menu(self, key: Key, at: QPoint) -> None:
        if self.work is None or not isinstance(key, str):
            return
        spot = self._links.spot_of(key, self.source.has)
        menu = place_menu(self, self.work, spot, self.say, self.forget) if spot is not None else QMenu(self)
        if can_write(key):
            first = menu.actions()[0] if menu.actions() else None
            words = tr("Sửa chữ: {name}", name=field_name(key))
            write = menu.addAction(words)
            write.triggered.connect(lambda _checked=False: self.field.start())
            if first is not None:
                menu.insertAction(first, write)
        self._run_menu(menu, at)

    def _run_menu(self, menu: QMenu, at: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _dropped(self, target: Key) -> None:
        """The current place of the source was dragged onto ``target``, on either side."""
        key = self.source.current_key()
        if self.work is not None and isinstance(key, Spot) and target != key:
            hint = hint_of_drop(self.work, key, target)
            if hint is not None:
                self.say(hint)
