"""Above both sides: how much there is to look at, the one thing one is at, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from kh_desktop.services.import_places import Places
from kh_desktop.services.import_review import Leftover
from kh_desktop.services.importing import doubt_text
from kh_desktop.ui.i18n import say, tr
from kh_desktop.ui.icons import pixmap
from kh_desktop.ui.importing.work import Item
from kh_desktop.ui.widgets import icon_button, icon_label, plain_button, text_label

Deed = tuple[str, Callable[[], object]]
_LONGEST = 110


def item_words(item: Item, places: Places) -> str:
    """ "Bảng nhiệm vụ, dòng 4: Dòng này không có số thứ tự…"."""
    where = say(places.words(item.spot)) if item.spot is not None else ""
    if isinstance(item, Leftover):
        words = tr("Chưa vào kế hoạch: “{text}”", text=_cut(item.text, 70))
    else:
        words = say(doubt_text(item))
    return f"{where}: {words}" if where else words


class DoubtBar(QFrame):
    """``step(+1 or -1)`` for the next or previous one, ``picked(Item)`` from the list."""

    step = Signal(int)
    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = icon_label("warn", 18, "soon")
        self.count = QToolButton(self)
        self.count.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.count.setMenu(QMenu(self.count))
        self.before = icon_button("chevron-left", tr("Chỗ cần xem lại trước"), "Shift+F8")
        self.after = icon_button("chevron-right", tr("Chỗ cần xem lại tiếp theo"), "F8")
        self.before.clicked.connect(lambda _checked=False: self.step.emit(-1))
        self.after.clicked.connect(lambda _checked=False: self.step.emit(1))
        self.words = text_label("")
        self._deeds: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 4, 8, 4)
        self._row.setSpacing(8)
        for widget in (self._sign, self.count, self.before, self.after):
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.words, 1)

    def show_items(self, items: Sequence[Item], places: Places, *, seen: int) -> None:
        """How many there are; ``seen`` how many were looked at already."""
        self.count.setText(tr("Cần xem lại: {count}", count=len(items)))
        self.count.setToolTip(tr("Danh sách các chỗ cần xem lại"))
        menu = self.count.menu()
        menu.clear()
        for item in items:
            words = _cut(item_words(item, places), _LONGEST).replace("&", "&&")
            menu.addAction(words).triggered.connect(lambda _checked=False, one=item: self.picked.emit(one))
        for widget in (self.count, self.before, self.after):
            widget.setVisible(bool(items))
        kind, name, token = ("warning", "warn", "soon") if items else ("done", "check", "done")
        self._sign.setPixmap(pixmap(name, self._sign.width(), token, self.devicePixelRatioF()))
        if self.property("kind") != f"banner-{kind}":
            self.setProperty("kind", f"banner-{kind}")
            self.style().unpolish(self)
            self.style().polish(self)
        if not items:
            done = tr("Đã xem hết các chỗ cần xem lại. Có thể đưa vào sổ.")
            self.say(done if seen else tr("Đọc được cả, không có chỗ nào phải xem lại. Có thể đưa vào sổ."), ())

    def say(self, words: str, deeds: Sequence[Deed]) -> None:
        """The sentence about the one thing one is at, and a button for each thing that can be done."""
        self.words.setText(words)
        self.setAccessibleName(words)
        for button in self._deeds:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._deeds = []
        for text, run in deeds:
            button = plain_button(text, parent=self)
            button.clicked.connect(lambda _checked=False, do=run: do())
            self._row.addWidget(button)
            self._deeds.append(button)
            button.show()

    def deeds(self) -> list[QPushButton]:
        """The buttons that are offered now."""
        return list(self._deeds)


def _cut(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
