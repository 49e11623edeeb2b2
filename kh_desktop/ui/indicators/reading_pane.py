"""The figure of one indicator in one period: to type, where it comes from, what else is known, who changed it when."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.indicators import Indicator, Reading
from kh_desktop.domain.numbers import number_words
from kh_desktop.services.indicators import doubts, reading_log, remove_reading, set_reading
from kh_desktop.services.session import Session
from kh_desktop.ui.errors import error_sentence, guarded
from kh_desktop.ui.i18n import N_, say, tr
from kh_desktop.ui.indicators.words import ORIGINS, reading_words
from kh_desktop.ui.period_words import period_title
from kh_desktop.ui.widgets import (
    Field,
    FormTable,
    LineEdit,
    NoteLine,
    clear_layout,
    heading,
    muted,
    plain_button,
    primary_button,
    quiet_button,
    text_label,
)
from kh_desktop.ui.widgets.flow import FlowLayout
from kh_desktop.ui.words import moment_of_iso

_PLACES = 6
FIELDS = (
    Field("numerator", N_("Tử số"), hint=" "),
    Field("denominator", N_("Mẫu số"), hint=" "),
    Field("value", N_("Hoặc chỉ ghi kết quả"), placeholder=N_("ví dụ: 94,5%")),
    Field("note", N_("Ghi chú")),
)
_NUMBERS = ("numerator", "denominator", "value")
Place = tuple[str, str]


class ReadingPane(QWidget):
    """``stored()`` after a figure was written; what is typed and not complete yet is kept for its cell."""

    stored = Signal()
    status = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.indicator: Indicator | None = None
        self.period = ""
        self.reading: Reading | None = None
        self._drafts: dict[Place, dict[str, str]] = {}
        self.title, self.of, self.now, self.whence = heading("", 3), muted(""), text_label(""), muted("")
        self.doubt, self.note = NoteLine(parent=self), NoteLine(parent=self)
        self.form = FormTable(FIELDS, above=True, parent=self)
        self.store = primary_button(tr("Ghi số liệu"), "check")
        self.nothing = plain_button(tr("Không phát sinh"))
        self.remove = quiet_button(tr("Bỏ số đã ghi"), "trash")
        self._more = QVBoxLayout()
        self._build()
        self.form.committed.connect(self._typed)
        self.store.clicked.connect(lambda _checked=False: self.save())
        self.nothing.clicked.connect(lambda _checked=False: self.save_nothing())
        self.remove.clicked.connect(lambda _checked=False: self.take_away())

    def _build(self) -> None:
        self.setObjectName("pageBody")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 12, 12)
        column.setSpacing(4)
        for part in (self.title, self.of, self.now, self.whence, self.doubt, self.form, self.note):
            column.addWidget(part)
        deeds = FlowLayout(spacing=6)
        for button in (self.store, self.nothing, self.remove):
            deeds.addWidget(button)
        column.addLayout(deeds)
        self._more.setSpacing(2)
        column.addLayout(self._more)
        column.addStretch(1)
        for key in ("numerator", "denominator", "value", "note"):
            self.line(key).returnPressed.connect(partial(self._entered, key))
            self.line(key).textEdited.connect(lambda _text: self.note.say(""))

    def line(self, key: str) -> LineEdit:
        """The field of "numerator", "denominator", "value" or "note"."""
        field = self.form.field(key)
        assert isinstance(field, LineEdit)
        return field

    def show_cell(self, known: Indicator, period: str, reading: Reading | None) -> None:
        """Show a cell; what was typed for another one and not stored is kept there."""
        other = self.indicator is None or (self.indicator.key, self.period) != (known.key, period)
        if other:
            self._keep_draft()
        self.indicator, self.period, self.reading = known, period, reading
        self.title.setText(known.name)
        self.of.setText(period_title(period))
        self.now.setText(tr("Đang dùng: {value}", value=reading_words(reading, known.unit)) if reading else tr("Chưa có số liệu."))
        self.whence.setText(whence_words(reading) if reading else "")
        self.whence.setVisible(reading is not None)
        self.doubt.say(" ".join(say(d) for d in doubts(known, reading)) if reading else "", "warning")
        if other:
            self.note.say("")
        self.form.set_hint("numerator", known.numerator)
        self.form.set_hint("denominator", known.denominator)
        self._fill(other=other)
        writable = not self._session.read_only
        self.form.set_read_only(not writable)
        for button in (self.store, self.nothing):
            button.setEnabled(writable)
        self.remove.setVisible(writable and reading is not None and bool(reading.id))
        self._show_more()

    def _fill(self, *, other: bool) -> None:
        typed = self.reading if self.reading and self.reading.origin == "typed" else None
        values = {key: _number(typed, key) for key in _NUMBERS} | {"note": typed.note if typed else ""}
        if self.indicator is not None and other:
            values |= self._drafts.pop((self.indicator.key, self.period), {})
        for key, value in values.items():
            if other:
                self.line(key).reset(value)
            else:
                self.line(key).set_value(value)

    def _keep_draft(self) -> None:
        """What was typed and could not be stored waits at its cell."""
        if self.indicator is None:
            return
        typed = self.reading if self.reading and self.reading.origin == "typed" else None
        left = {key: self.line(key).text() for key in _NUMBERS if self.line(key).text().strip() != _number(typed, key)}
        if left:
            self._drafts[self.indicator.key, self.period] = left

    def _show_more(self) -> None:
        clear_layout(self._more)
        if self.reading is None or self.indicator is None:
            return
        if self.reading.alternatives:
            self._more.addSpacing(8)
            self._more.addWidget(text_label(tr("Số liệu khác của kỳ này")))
            for other in self.reading.alternatives:
                self._more.addWidget(muted(f"{reading_words(other, self.indicator.unit)} · {whence_words(other)}"))
        log = reading_log(self._session, self.reading.id) if self.reading.id else []
        if log:
            self._more.addSpacing(8)
            self._more.addWidget(text_label(tr("Ai đã ghi, lúc nào")))
            for at, who, words in log[:20]:
                self._more.addWidget(muted(" · ".join(part for part in (moment_of_iso(at), who, say(words)) if part)))

    def begin(self, typed: str) -> None:
        """Begin to type here, with the first character already typed in the table."""
        known = self.indicator
        key = "value" if known is not None and not known.denominator else "numerator"
        line = self.line(key)
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed:
            line.setText(typed)
            line.setModified(True)
        else:
            line.selectAll()

    def _entered(self, key: str) -> None:
        values = self._values()
        if key == "numerator" and values["numerator"] and not values["denominator"]:
            self.line("denominator").setFocus(Qt.FocusReason.OtherFocusReason)
            self.line("denominator").selectAll()
        elif self.save():
            self.stored.emit()

    def _typed(self, key: str, _value: str) -> None:
        """Leaving a field stores what is complete, so that nothing is lost."""
        values = self._values()
        whole = bool(values["numerator"] and values["denominator"]) or bool(values["value"] and not values["numerator"])
        if key in _NUMBERS and whole and self.note.kind() != "error":
            self.save()

    def _values(self) -> dict[str, str]:
        values = {key: self.line(key).text().strip() for key in ("numerator", "denominator", "value", "note")}
        for key in ("numerator", "value"):
            top, slash, bottom = values[key].partition("/")
            if slash and (key == "value" or not values["denominator"]):
                values |= {"value": "", "numerator": top.strip(), "denominator": bottom.strip()}
        top, below = values["numerator"], values["denominator"]
        # A result typed in the table begins in the first field: "94,5%" is no count.
        typed = self.reading if self.reading and self.reading.origin == "typed" else None
        if _is_result(top) and top != _number(typed, "numerator") and below == _number(typed, "denominator"):
            values |= {"value": top, "numerator": "", "denominator": ""}
        return values

    def save(self) -> bool:
        """Store what is typed; why not is said below the fields, which keep the typing. Whether it is stored."""
        values = self._values()
        typed = self.reading if self.reading and self.reading.origin == "typed" else None
        if typed is not None and values == {key: _number(typed, key) for key in _NUMBERS} | {"note": typed.note}:
            return True
        return self._write(values | _replaced(typed, values))

    def save_nothing(self) -> None:
        """Store that nothing arose."""
        if self._write({"numerator": "0", "denominator": "0", "value": "", "note": self.line("note").text()}):
            self.stored.emit()

    def _write(self, values: dict[str, str]) -> bool:
        if self.indicator is None:
            return False
        try:
            set_reading(self._session, self.indicator.key, self.period, **values)
        except KhError as error:
            self.note.say(error_sentence(error))
            return False
        for key in (*_NUMBERS, "note"):
            self.line(key).reset(_number(self.reading, key) if key in _NUMBERS else values["note"])
        self.note.say("")
        self.status.emit(tr("Đã ghi số liệu. Ctrl+Z để hoàn tác."))
        return True

    @guarded
    def take_away(self) -> None:
        """Take the stored figure away; what is imported or computed counts again."""
        if self.reading is not None and self.reading.id:
            remove_reading(self._session, self.reading.id)
            self.status.emit(tr("Đã bỏ số liệu. Ctrl+Z để hoàn tác."))


def _is_result(text: str) -> bool:
    """Whether what stands where a count belongs is a result: "94,5%", "0,95"; a number below zero is neither and is refused as one."""
    return "%" in text or "," in text or text.startswith("-")


def whence_words(reading: Reading) -> str:
    """ "Nhập tay · 10:32 ngày 20/11/2026 · lan · theo sổ theo dõi"."""
    origin = tr(ORIGINS[reading.origin])
    named = f"{origin}: {reading.source}" if reading.source and reading.origin == "imported" else origin
    parts = (named[:1].upper() + named[1:], moment_of_iso(reading.at) if reading.at else "", reading.who, reading.note)
    return " · ".join(part for part in parts if part)


def _replaced(typed: Reading | None, values: dict[str, str]) -> dict[str, str]:
    """What steps back: a result typed over counts replaces them, as counts typed over a result do."""
    if typed is None:
        return {}
    same = {key: values[key] == _number(typed, key) for key in _NUMBERS}
    if typed.value is not None and same["value"] and values["numerator"]:
        return {"value": ""}
    if typed.numerator is not None and same["numerator"] and same["denominator"] and values["value"]:
        return {"numerator": "", "denominator": ""}
    return {}


def _number(reading: Reading | None, key: str) -> str:
    value = getattr(reading, key) if reading is not None else None
    return number_words(value, _PLACES) if value is not None else ""
