"""Kỳ khác: a period as one writes it, or a special one from day to day."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kh_desktop.domain.errors import KhError
from kh_desktop.services import periods
from kh_desktop.services.session import Session
from kh_desktop.ui.errors import error_sentence
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.reports.words import KIND_NAMES, span_words, title_of
from kh_desktop.ui.sheets import Sheet
from kh_desktop.ui.widgets import ComboBox, DateField, NoteLine, YearField, muted, text_label


class PeriodDialog(Sheet):
    """``period()`` is the key of the period chosen."""

    def __init__(self, session: Session, year: int, parent: QWidget | None = None) -> None:
        super().__init__(tr("Chọn kỳ báo cáo"), width=460, parent=parent)
        self._session = session
        self.kind = ComboBox(tr("Loại kỳ"), [(key, tr(name)) for key, name in KIND_NAMES.items()], "quarter")
        self.year = YearField(tr("Năm"), str(year))
        self.which = ComboBox(tr("Kỳ"))
        self.start, self.end = DateField(tr("Từ ngày")), DateField(tr("đến ngày"))
        self.note = NoteLine("", reserve=True)
        self._usual, self._special = QWidget(self), QWidget(self)
        for box, fields in ((self._usual, (self.year, self.which)), (self._special, (self.start, self.end))):
            row = QHBoxLayout(box)
            row.setContentsMargins(0, 0, 0, 0)
            for field in fields:
                row.addWidget(text_label(field.accessibleName(), "muted", wrap=False))
                row.addWidget(field, 1)
        self.body.addWidget(self.kind)
        self.body.addWidget(self._usual)
        self.body.addWidget(self._special)
        self.body.addWidget(muted(tr("Kỳ đặc biệt dùng khi cơ quan mới thành lập hoặc khi cấp trên yêu cầu số liệu theo ngày riêng.")))
        self.body.addWidget(self.note)
        self.add_deed(tr("Xem kỳ này"))
        self.add_close()
        self.kind.committed.connect(lambda _value: self._fill())
        self.year.committed.connect(lambda _value: self._fill())
        self.which.committed.connect(lambda _value: self._say())
        for field in (self.start, self.end):
            field.committed.connect(lambda _value: self._say())
        self._fill()

    def period(self) -> str:
        """The key of the period; "" when what is given makes none."""
        try:
            return periods.period(self._session, self._text()).key
        except KhError:
            return ""

    def problem(self) -> str:
        if self.kind.value() == "special" and not (self.start.value() and self.end.value()):
            return tr("Hãy ghi đủ hai ngày, dạng 05/01/2027.")
        try:
            periods.period(self._session, self._text())
        except KhError as error:
            return tr("Ngày cuối phải sau ngày đầu.") if self.kind.value() == "special" else error_sentence(error)
        return ""

    def show_problem(self, text: str) -> None:
        self.note.say(text)

    def _text(self) -> str:
        special = self.kind.value() == "special"
        return f"{self.start.value()}..{self.end.value()}" if special else self.which.value()

    def _fill(self) -> None:
        kind = self.kind.value()
        self._usual.setVisible(kind != "special")
        self._special.setVisible(kind == "special")
        if kind != "special":
            found = periods.periods(self._session, int(self.year.value() or 0), (kind,)) if self.year.value() else ()
            value = self.which.value()
            keys = [p.key for p in found]
            self.which.set_choices([(p.key, title_of(p)) for p in found], value if value in keys else (keys[0] if keys else ""))
        self._say()

    def _say(self) -> None:
        key = self.period()
        self.note.say(span_words(periods.period(self._session, key)) if key else "", "muted")
