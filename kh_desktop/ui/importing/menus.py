"""What a person can say about a place, as menus: the same for the bar below the source, the context menu and the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from kh_desktop.services.import_review import Hint, Spot
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.importing.roles import KIND_NAMES, SHORT_KINDS, choices_of, kinds_at, target_of, value_at, word_of
from kh_desktop.ui.importing.work import Work
from kh_desktop.ui.widgets import muted, plain_button

Say = Callable[[Hint], None]
Forget = Callable[[Hint], None]


def value_now(work: Work, kind: str, spot: Spot) -> str | None:
    """What a place is taken for: what a person said, else what the program reads in it."""
    target = target_of(kind, spot)
    said = next((h.value for h in work.said.hints if h.role == kind and h.spot == target), None)
    return value_at(work.reading, kind, spot) if said is None else said


def fill_menu(menu: QMenu, work: Work, kind: str, spot: Spot, say: Say, forget: Forget) -> None:
    """What ``spot`` can be, what it is taken for ticked; last, to leave it to the program again."""
    target, now = target_of(kind, spot), value_now(work, kind, spot)
    group = QActionGroup(menu)
    for value, words in choices_of(kind):
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(value == now)
        action.triggered.connect(lambda _checked=False, what=value: say(Hint(target, kind, what)))
        group.addAction(action)
    own = next((h for h in work.said.hints if h.role == kind and h.spot == target), None)
    if own is not None:
        menu.addSeparator()
        menu.addAction(tr("Để chương trình tự nhận")).triggered.connect(lambda _checked=False: forget(own))


def place_menu(parent: QWidget, work: Work, spot: Spot, say: Say, forget: Forget) -> QMenu:
    """All menus of a place in one; the first kind stands open in it."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    for at, kind in enumerate(kinds_at(work.source, work.reading, spot)):
        if at == 0:
            menu.addSection(tr(KIND_NAMES[kind]))
            fill_menu(menu, work, kind, spot, say, forget)
            menu.addSeparator()
        else:
            fill_menu(menu.addMenu(tr(KIND_NAMES[kind])), work, kind, spot, say, forget)
    return menu


class PlaceBar(QWidget):
    """Below the source: what the current place was taken for, one button for each thing that can be said. ``said(Hint)``,
    ``forgotten(Hint)``."""

    said = Signal(object)
    forgotten = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._none = muted(tr("Chọn một chỗ ở bản gốc để nói lại nó là gì."))
        self._none.setWordWrap(False)
        self._row.addWidget(self._none)
        self.buttons: dict[str, QPushButton] = {}
        for kind in KIND_NAMES:
            button = plain_button("", parent=self)
            button.setMenu(QMenu(button))
            button.setProperty("kind", "line")
            self._row.addWidget(button)
            self.buttons[kind] = button
        self._row.addStretch(1)
        self.show_place(None, None)

    def show_place(self, work: Work | None, spot: Spot | None) -> None:
        """Show what can be said about ``spot``."""
        kinds = kinds_at(work.source, work.reading, spot) if work is not None and spot is not None else ()
        self._none.setVisible(not kinds)
        for kind, button in self.buttons.items():
            button.setVisible(kind in kinds)
            if kind in kinds and work is not None and spot is not None:
                now = value_now(work, kind, spot)
                words = dict(choices_of(kind)).get(now, tr("chưa nhận ra")) if now is not None else tr("chưa nhận ra")
                long = f"{tr(KIND_NAMES[kind])}: {words}"
                button.setText(f"{tr(SHORT_KINDS[kind])}: {word_of(kind, now)}")
                button.setAccessibleName(long)
                button.setToolTip(tr("{words}. Bấm để chọn lại.", words=long))
                menu = button.menu()
                menu.clear()
                fill_menu(menu, work, kind, spot, self.said.emit, self.forgotten.emit)

    def open_first(self) -> None:
        """Open the likeliest menu, as Enter does."""
        button = next((b for b in self.buttons.values() if not b.isHidden()), None)
        if button is not None:
            menu = button.menu()
            menu.popup(button.mapToGlobal(QPoint(0, 0)) - QPoint(0, menu.sizeHint().height()))
            checked = next((a for a in menu.actions() if a.isChecked()), None)
            menu.setActiveAction(checked or menu.actions()[0])

