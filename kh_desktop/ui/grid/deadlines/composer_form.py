"""The phrase composer, for those who prefer to click: a kind, its parts, and at once the phrase with how it will be read."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from kh_desktop.domain.deadlines import Deadline
from kh_desktop.domain.deadlines.composer import FORMS, OPEN_PHRASES, RECURRENCES, UNITS, WITH_DAY, Choice, Form, Part, compose_choice
from kh_desktop.ui import theme
from kh_desktop.ui.deadline_words import reading_words
from kh_desktop.ui.grid.deadlines.parts import PartPicker
from kh_desktop.ui.grid.deadlines.sheet import Sheet
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.widgets import ComboBox, card, muted, text_label

FORM_NAMES: dict[Form, str] = {
    "before": N_("Trước …"),
    "latest": N_("Chậm nhất, đến hết …"),
    "within": N_("Trong tháng, quý, năm"),
    "range": N_("Từ … đến …"),
    "ongoing": N_("Thường xuyên"),
    "recurring": N_("Định kỳ"),
    "open": N_("Chưa có ngày, chờ nơi khác"),
}
EVERY_NAMES = {
    "week": N_("hằng tuần"), "month": N_("hằng tháng"), "quarter": N_("hằng quý"), "half_year": N_("6 tháng một lần"),
    "year": N_("hằng năm"),
}  # fmt: skip
_DAYS = 31


class ComposerForm(Sheet):
    """``phrase()`` after it was accepted. ``year`` and ``period`` are those of the plan."""

    def __init__(self, year: int, period: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(tr("Soạn thời hạn"), tr("Chọn từng phần; thời hạn ghi vào ô đúng như dưới đây."), width=520, parent=parent)
        self._year, self._period = year, period
        self._made: Deadline | None = None
        self.form_box = ComboBox(tr("Loại thời hạn"), [(form, tr(FORM_NAMES[form])) for form in FORMS], "within")
        self.first = PartPicker(tr("Thời gian"), year)
        self.last = PartPicker(tr("Đến"), year, own_unit=False, late=True)
        self.every = ComboBox(tr("Bao lâu một lần"), [(unit, tr(EVERY_NAMES[unit])) for unit in RECURRENCES], "quarter")
        self.edge = ComboBox(tr("Hạn trong kỳ"), [("", tr("không ghi ngày")), ("latest", tr("chậm nhất")), ("before", tr("trước"))])
        self.day = ComboBox(tr("Ngày"), [(str(day), tr("ngày {day}", day=day)) for day in range(1, _DAYS + 1)], "15")
        self.source = ComboBox(tr("Chờ việc gì"), [(words, words) for words in OPEN_PHRASES], OPEN_PHRASES[0])
        self.asked = QCheckBox(tr("hoặc theo yêu cầu"))
        self._build()
        self._connect()
        self._show_parts()

    def _build(self) -> None:
        self._rows = QFormLayout()
        self._rows.setSpacing(8)
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._recurrence = QWidget()
        row = QHBoxLayout(self._recurrence)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for box in (self.edge, self.day):
            row.addWidget(box)
        row.addStretch(1)
        for name, field in (
            (tr("Loại"), self.form_box), (tr("Thời gian"), self.first), (tr("Đến"), self.last), (tr("Bao lâu"), self.every),
            (tr("Hạn trong kỳ"), self._recurrence), (tr("Chờ"), self.source), ("", self.asked),
        ):  # fmt: skip
            self._rows.addRow(name, field)
        self.body.addLayout(self._rows)
        frame, column = card(self)
        self._phrase = text_label("", parent=frame)
        self._phrase.setFont(theme.scaled_font(1.15, bold=True))
        self._phrase.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._reading = muted("", frame)
        column.addWidget(self._phrase)
        column.addWidget(self._reading)
        self.body.addWidget(frame)
        self.body.addStretch(1)
        self.deed: QPushButton = self.add_deed(tr("Ghi vào ô"))
        self.add_close()

    def _connect(self) -> None:
        for box in (self.form_box, self.every, self.edge):
            box.committed.connect(lambda _value: self._show_parts())
        for box in (self.day, self.source):
            box.committed.connect(lambda _value: self._compose())
        self.first.changed.connect(self._show_parts)
        self.last.changed.connect(self._compose)
        self.asked.toggled.connect(lambda _on: self._compose())

    def phrase(self) -> str:
        """The phrase composed, "" when the choice gives none."""
        return self._made.text if self._made is not None else ""

    def phrase_label(self) -> QLabel:
        """Where the phrase is shown."""
        return self._phrase

    def reading_label(self) -> QLabel:
        """Where it is said how the phrase will be read."""
        return self._reading

    def choice(self) -> Choice:
        """What is chosen now."""
        form: Form = self.form_box.value()  # type: ignore[assignment]
        first = self.first.part() if form not in ("recurring", "open") else None
        last = self.last.part() if self._has_last(form) else None
        if form == "ongoing" and first is not None and first.unit != "day":
            last = None
        edge = self.edge.value()
        return Choice(
            form, first, last, self.every.value(), int(self.day.value()) if edge and self.every.value() in WITH_DAY else 0,
            edge == "before", self.source.value(), self.asked.isChecked(),
        )  # fmt: skip

    def start_with(self, choice: Choice) -> None:
        """Show a choice to begin with."""
        self.form_box.set_value(choice.form)
        self._show_parts()
        for picker, part in ((self.first, choice.first), (self.last, choice.last)):
            if isinstance(part, Part):
                picker.choose(part)
        self._show_parts()

    def _has_last(self, form: str) -> bool:
        return form == "range" or (form == "ongoing" and self.first.unit() == "day")

    def _show_parts(self) -> None:
        form = self.form_box.value()
        units = ["", "month", "quarter", "half", "year", "day"] if form == "ongoing" else list(UNITS)
        if form == "within":
            units = units[1:] + units[:1]
        offered = [self.first.unit_box.itemData(i) for i in range(self.first.unit_box.count())] if self.first.unit_box is not None else []
        if offered != units:
            self.first.offer(units)
        self.last.set_unit(self.first.unit())
        for field, on in (
            (self.first, form not in ("recurring", "open")), (self.last, self._has_last(form)), (self.every, form == "recurring"),
            (self._recurrence, form == "recurring" and self.every.value() in WITH_DAY), (self.source, form == "open"),
            (self.asked, form != "open"),
        ):  # fmt: skip
            self._rows.setRowVisible(field, on)
        self.day.setVisible(bool(self.edge.value()))
        self._compose()

    def _compose(self) -> None:
        choice = self.choice()
        self._made = compose_choice(choice, year=self._year, period=self._period)
        self._phrase.setText(self._made.text if self._made is not None else "…")
        if self._made is not None:
            self._reading.setText(tr("Hiểu là: {reading}", reading=reading_words(self._made)))
        else:
            self._reading.setText(missing_words(choice, self._year, self._period))
        self.deed.setEnabled(self._made is not None)
        self.grow()


def missing_words(choice: Choice, year: int, period: tuple[str, str]) -> str:
    """Why a choice gives no phrase yet."""
    if any(part is not None and part.unit == "day" and not part.day for part in (choice.first, choice.last)):
        return tr("Hãy chọn ngày.")
    if choice.last is not None and compose_choice(replace(choice, form="range", last=choice.last), year=year, period=period) is None:
        return tr("Phần đầu phải trước phần cuối.")
    return tr("Chưa có cách ghi mà chương trình đọc lại đúng như đã chọn.")
