"""Forms built from a table of field descriptions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets.choice import ComboBox
from kh_desktop.ui.widgets.dates import DateField
from kh_desktop.ui.widgets.fields import LineEdit, TextEdit
from kh_desktop.ui.widgets.layout import text_label
from kh_desktop.ui.widgets.notes import NoteLine
from kh_desktop.ui.widgets.years import YearField

FormField = LineEdit | TextEdit | ComboBox | DateField | YearField


@dataclass(frozen=True, slots=True)
class Field:
    """One field. ``kind``: "line", "text", "date", "year", "choice" or "combo" (choice or own words). Texts are marked with N_ and
    translated when the form is built; ``choices`` are (value, label)."""

    key: str
    label: str
    kind: str = "line"
    hint: str = ""
    placeholder: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    width: int = 0
    lines: int = 2


class FormTable(QWidget):
    """Labels on the left (or ``above``), fields on the right; ``committed(key, value)`` when a field changed. What a field refuses
    stays in it, with the reason in the line below."""

    committed = Signal(str, str)

    def __init__(self, fields: Sequence[Field], *, above: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, FormField] = {}
        self._notes: dict[str, NoteLine] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0 if above else 1, 1)
        for field in fields:
            self._add(grid, field, above)

    def field(self, key: str) -> FormField:
        """The control of ``key``."""
        return self._fields[key]

    def values(self) -> dict[str, str]:
        """The committed values by key."""
        return {key: field.value() for key, field in self._fields.items()}

    def set_values(self, values: Mapping[str, str]) -> None:
        """Show these values; fields with uncommitted typing keep it."""
        for key, value in values.items():
            if key in self._fields:
                self._fields[key].set_value(value)

    def commit(self) -> None:
        """Take over whatever was typed in any field."""
        for field in self._fields.values():
            field.commit()

    def is_dirty(self) -> bool:
        """Whether a field has uncommitted typing (for a date: also one that is not understood)."""
        return any(field.is_dirty() for field in self._fields.values())

    def set_note(self, key: str, text: str, kind: str = "error") -> None:
        """Say something under the field; an empty text removes it. An error also goes as soon as the field is typed in."""
        self._notes[key].say(text, kind)
        field = self._fields[key]
        if kind == "error" and isinstance(field, LineEdit):
            field.show_wrong(bool(text))

    def set_hint(self, key: str, text: str) -> None:
        """Another hint under the field."""
        self._notes[key].set_hint(text)

    def note(self, key: str) -> str:
        """What stands under the field."""
        return self._notes[key].text()

    def set_read_only(self, read_only: bool) -> None:
        """Whether the values can be changed."""
        for field in self._fields.values():
            if isinstance(field, ComboBox):
                field.setEnabled(not read_only)
            else:
                field.setReadOnly(read_only)

    def _add(self, grid: QGridLayout, field: Field, above: bool) -> None:
        label = text_label(tr(field.label), wrap=False)
        control = self._make(field)
        label.setBuddy(control)
        note = NoteLine(tr(field.hint) if field.hint else "", parent=self)
        self._fields[field.key], self._notes[field.key] = control, note
        self._watch(control, note)
        row, top = grid.rowCount(), Qt.AlignmentFlag.AlignTop
        if above:
            places = ((label, row, 0), (control, row + 1, 0), (note, row + 2, 0))
        else:
            label.setContentsMargins(0, 7, 0, 0)
            places = ((label, row, 0), (control, row, 1), (note, row + 1, 1))
        for widget, at_row, at_column in places:
            flags = Qt.AlignmentFlag(0) if widget is not label else top
            if widget is control and field.width:
                flags = Qt.AlignmentFlag.AlignLeft
            grid.addWidget(widget, at_row, at_column, flags)
        grid.setRowMinimumHeight(grid.rowCount(), 8)

    def _watch(self, control: FormField, note: NoteLine) -> None:
        if isinstance(control, DateField | YearField):
            note.follow(control)
        elif isinstance(control, LineEdit):
            control.refused.connect(note.say)
        if isinstance(control, LineEdit):
            control.textEdited.connect(lambda _text: self._clear(control, note))

    def _clear(self, control: LineEdit, note: NoteLine) -> None:
        if note.kind() == "error" and not control.problem():
            note.say("")
            control.show_wrong(False)

    def _make(self, field: Field) -> FormField:
        name, placeholder = tr(field.label), tr(field.placeholder) if field.placeholder else ""
        choices = [(value, tr(label)) for value, label in field.choices]
        control: FormField
        if field.kind == "text":
            control = TextEdit(name, placeholder=placeholder, lines=field.lines)
        elif field.kind == "date":
            control = DateField(name)
        elif field.kind == "year":
            control = YearField(name)
        elif field.kind in ("choice", "combo"):
            control = ComboBox(name, choices, editable=field.kind == "combo")
        else:
            control = LineEdit(name, placeholder=placeholder)
        control.setParent(self)
        if field.width:
            control.setFixedWidth(round(field.width * theme.font_scale()))
        control.committed.connect(lambda value, key=field.key: self.committed.emit(key, value))
        return control
