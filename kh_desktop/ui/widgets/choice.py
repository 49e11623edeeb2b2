"""A list to choose from; also one that may be typed into, with suggestions by popup only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionComboBox, QStylePainter, QWidget

from kh_desktop.ui.widgets.completer import PopupCompleter
from kh_desktop.ui.widgets.fields import LineEdit

SHOWN_ROWS = 12
_BESIDE_TEXT = 4
"""Pixels the style keeps free beside the text of a closed list."""


class ComboBox(QComboBox):
    """Choices as (value, label). ``editable``: other texts may be typed; the value is then the text itself."""

    committed = Signal(str)
    is_kh_field = True

    def __init__(
        self,
        name: str = "",
        choices: Sequence[tuple[str, str]] = (),
        value: str = "",
        *,
        editable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(SHOWN_ROWS)
        # The delegate of the style knows nothing of the roomy rows of our stylesheet.
        self.setItemDelegate(QStyledItemDelegate(self))
        self._edit: LineEdit | None = None
        if editable:
            self._edit = LineEdit(name, parent=self)
            self.setLineEdit(self._edit)
            # The default completer completes inline and garbles Vietnamese typing.
            self.setCompleter(None)  # type: ignore[arg-type]
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            PopupCompleter(self._labels, self._edit)
            self._edit.committed.connect(self._typed)
        self.setAccessibleName(name)
        self._value = ""
        self.set_choices(choices, value)
        self.activated.connect(self._chosen)

    def set_choices(self, choices: Sequence[tuple[str, str]], value: str | None = None) -> None:
        """Offer other choices and keep the value (or set ``value``)."""
        keep = self._value if value is None else value
        self.clear()
        for key, label in choices:
            self.addItem(label, key)
        self.set_value(keep)

    def add_choice(self, value: str, label: str) -> None:
        """Offer one more choice; the chosen value stays."""
        self.addItem(label, value)
        self.set_value(self._value)

    def value(self) -> str:
        """The chosen value."""
        return self._value

    def is_dirty(self) -> bool:
        """Whether something typed is not committed yet."""
        return self._edit is not None and self._edit.is_dirty()

    def set_value(self, value: str) -> None:
        """Choose ``value``; does nothing while there is uncommitted typing."""
        if self.is_dirty():
            return
        self._value = value
        index = self.findData(value)
        self.setCurrentIndex(index)
        if self._edit is not None:
            self._edit.set_value(self.itemText(index) if index >= 0 else value)

    def commit(self) -> None:
        """Take over what was typed."""
        if self._edit is not None:
            self._edit.commit()

    def showPopup(self) -> None:  # noqa: N802
        """Open the list with up to ``SHOWN_ROWS`` whole rows, also where Qt measures them too low."""
        super().showPopup()
        view = self.view()
        box = view.window()
        rows = sum(view.sizeHintForRow(i) for i in range(min(SHOWN_ROWS, self.count())))
        missing = rows - view.viewport().height()
        if missing <= 0 or box is self.window():
            return
        screen, place = self.screen().availableGeometry(), box.geometry()
        place.setHeight(min(place.height() + missing, screen.height()))
        if place.bottom() > screen.bottom():
            place.moveBottom(screen.bottom())
        box.setGeometry(place)

    def sizeHint(self) -> QSize:  # noqa: N802
        """With the room beside the text, which Qt leaves out: the longest choice is not cut off at the wished width."""
        wished = super().sizeHint()
        return QSize(wished.width() + _BESIDE_TEXT, wished.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """A choice that is longer than the closed list ends in "…"."""
        if self._edit is not None:
            super().paintEvent(event)
            return
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width() - _BESIDE_TEXT
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)  # type: ignore[attr-defined]
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        # Scrolling a page must not change the values it passes over.
        if self.hasFocus() and self.view().isVisible():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _labels(self) -> list[str]:
        return [self.itemText(i) for i in range(self.count())]

    def _chosen(self, index: int) -> None:
        if self._edit is not None:
            self._edit.setModified(False)
            self._edit.set_value(self.itemText(index))
        self._take(str(self.itemData(index)))

    def _typed(self, text: str) -> None:
        index = self.findText(text, Qt.MatchFlag.MatchFixedString)
        self._take(str(self.itemData(index)) if index >= 0 else text)

    def _take(self, value: str) -> None:
        if value != self._value:
            self._value = value
            self.committed.emit(value)
