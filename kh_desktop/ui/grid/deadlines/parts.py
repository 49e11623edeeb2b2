"""One stretch of the calendar chosen by clicking: a day, a month, a quarter, half a year or a year."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kh_desktop.domain.deadlines.composer import LAST_NUMBER, Part, Unit
from kh_desktop.domain.outline import roman
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.widgets import ComboBox, DateField

UNIT_NAMES: dict[str, str] = {
    "day": N_("ngày"), "month": N_("tháng"), "quarter": N_("quý"), "half": N_("6 tháng"), "year": N_("năm"), "": N_("cả kế hoạch")
}  # fmt: skip


class PartPicker(QWidget):
    """``changed()`` after every choice. ``own_unit``: its unit is chosen here, otherwise it follows ``set_unit``; ``late``: it
    begins with the last number rather than the first."""

    changed = Signal()

    def __init__(self, name: str, year: int, *, own_unit: bool = True, late: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._late, self._base = late, year
        self._unit: Unit | str = "month"
        self.unit_box = ComboBox(tr("{part}: loại", part=name)) if own_unit else None
        self.number = ComboBox(tr("{part}: số", part=name))
        years = [(str(y), tr("năm {year}", year=y)) for y in range(year - 1, year + 3)]
        self.year = ComboBox(tr("{part}: năm", part=name), years, str(year))
        self.day = DateField(tr("{part}: ngày", part=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for box in (self.unit_box, self.number, self.year, self.day):
            if box is not None:
                row.addWidget(box)
        self.day.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addStretch(1)
        if self.unit_box is not None:
            self.unit_box.committed.connect(self._unit_chosen)
        for field in (self.number, self.year):
            field.committed.connect(lambda _value: self.changed.emit())
        self.day.textChanged.connect(lambda _text: self.changed.emit())
        self.set_unit("month")

    def offer(self, units: Sequence[str]) -> None:
        """Offer these units; the chosen one stays when it is among them."""
        if self.unit_box is not None:
            chosen = self._unit if self._unit in units else units[0]
            self.unit_box.set_choices([(unit, tr(UNIT_NAMES[unit])) for unit in units], chosen)
            self.set_unit(chosen)

    def unit(self) -> str:
        """The unit chosen."""
        return self._unit

    def set_unit(self, unit: str) -> None:
        """Choose a unit and show what belongs to it."""
        changed, self._unit = unit != self._unit or self.number.count() == 0, unit
        if self.unit_box is not None:
            self.unit_box.set_value(unit)
        if changed and unit in LAST_NUMBER:
            names = [(str(n), number_name(unit, n)) for n in range(1, LAST_NUMBER[unit] + 1)]
            self.number.set_choices(names, names[-1 if self._late else 0][0])
        if changed and unit == "year":
            self.year.set_value(str(self._base + self._late))
        self.number.setVisible(unit in LAST_NUMBER)
        self.year.setVisible(unit not in ("day", ""))
        self.day.setVisible(unit == "day")

    def part(self) -> Part | None:
        """What is chosen; None for nothing ("cả kế hoạch")."""
        if not self._unit:
            return None
        if self._unit == "day":
            return Part("day", day=self.day.value_of(self.day.text()) or "")
        return Part(self._unit, int(self.year.value()), int(self.number.value() or 1))  # type: ignore[arg-type]

    def choose(self, part: Part) -> None:
        """Show a part."""
        self.set_unit(part.unit)
        if part.unit == "day":
            self.day.set_value(part.day)
            return
        self.number.set_value(str(part.number))
        self.year.set_value(str(part.year))

    def _unit_chosen(self, unit: str) -> None:
        self.set_unit(unit)
        self.changed.emit()


def number_name(unit: str, number: int) -> str:
    """ "9", "II", "đầu năm"."""
    if unit == "quarter":
        return roman(number)
    return str(number) if unit == "month" else tr("đầu năm") if number == 1 else tr("cuối năm")
