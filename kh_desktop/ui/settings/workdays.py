"""Cài đặt, Ngày làm việc: weekly rest days, and the days off and worked rest days of a year, which people may change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from kh_desktop.domain.workdays import DayOff, Workdays
from kh_desktop.services import workdays as service
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.ui import theme
from kh_desktop.ui.due_words import WEEKDAYS, day_words
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.widgets import ComboBox, DateField, LineEdit, clear_layout, icon_button, muted, plain_button, text_label

KINDS: tuple[tuple[str, str], ...] = (("off", N_("Nghỉ")), ("work", N_("Làm bù")))


@dataclass(frozen=True, slots=True)
class YearDay:
    """One line of the list. ``kind``: "off", "work", or "" (a usual day where law or notice say otherwise); ``own``: people entered it."""

    day: str
    kind: str
    name: str
    provisional: bool
    own: bool


def year_days(found: Workdays, edited: list[service.EditedDay], year: int) -> list[YearDay]:
    """The days of a year that are not as the week says, in order."""
    first, last = f"{year:04d}-01-01", f"{year:04d}-12-31"
    own = {entry.day: entry for entry in edited if first <= entry.day <= last}
    off = found.off.of_year(year) if hasattr(found.off, "of_year") else found.off
    days = [_line(entry, "off", own) for entry in off.values() if first <= entry.day <= last]
    days += [_line(entry, "work", own) for entry in found.worked.values() if first <= entry.day <= last]
    known = {entry.day for entry in days}
    days += [YearDay(day, "", "", False, True) for day, entry in own.items() if day not in known and not entry.kind]
    return sorted(days, key=lambda entry: entry.day)


def _line(entry: DayOff, kind: str, own: dict[str, service.EditedDay]) -> YearDay:
    return YearDay(entry.day, kind, entry.name, entry.provisional, entry.day in own)


@dataclass(frozen=True, slots=True)
class _Row:
    day: str
    kind: str
    name: LineEdit
    mark: QLabel
    back: QToolButton
    can_write: bool


def _show_row(row: _Row, entry: YearDay) -> None:
    row.name.set_value(entry.name)
    row.mark.setText(tr("dự kiến") if entry.provisional else tr("đã sửa") if entry.own else "")
    row.mark.setToolTip(tr("Chưa có thông báo chính thức: hãy sửa khi có.") if entry.provisional else "")
    row.mark.setProperty("kind", "soon" if entry.provisional else "muted")
    row.mark.style().unpolish(row.mark)
    row.mark.style().polish(row.mark)
    row.back.setVisible(entry.own and row.can_write)


class WorkdaysPart(QWidget):
    """Everything is stored at once and undoable."""

    def __init__(self, session: Session, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.year = ComboBox(tr("Năm"), [(str(y), str(y)) for y in range(year - 1, year + 4)], str(year))
        self.year.committed.connect(lambda _value: self.show_days())
        self.weekdays: list[QCheckBox] = []
        self._rows: list[_Row] = []
        self.rows = QGridLayout()
        self.rows.setHorizontalSpacing(12)
        self.rows.setVerticalSpacing(2)
        self.rows.setColumnStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(muted(tr("Hạn rơi vào ngày nghỉ được tính là ngày làm việc liền trước.")))
        layout.addLayout(self._rest_row())
        layout.addLayout(self._year_row())
        layout.addLayout(self.rows)
        layout.addWidget(self._add_form())
        self.show_days()

    def on_changes(self, changes: ChangeSet) -> None:
        """Days may have been undone."""
        if "setting" in changes.kinds:
            self.show_days()

    def _rest_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(text_label(tr("Nghỉ hằng tuần"), wrap=False))
        for words in WEEKDAYS:
            name = tr(words)
            box = QCheckBox(name[:1].upper() + name[1:])
            box.setEnabled(not self._session.read_only)
            box.clicked.connect(lambda _checked=False: self._set_rest())
            self.weekdays.append(box)
            row.addWidget(box)
        row.addStretch(1)
        return row

    def _year_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(text_label(tr("Ngày nghỉ, ngày làm bù của năm"), wrap=False))
        row.addWidget(self.year)
        row.addStretch(1)
        return row

    def _add_form(self) -> QWidget:
        form = QWidget()
        row = QHBoxLayout(form)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        self.new_day = DateField(tr("Ngày thêm"))
        self.new_day.setFixedWidth(round(150 * theme.font_scale()))
        self.new_kind = ComboBox(tr("Nghỉ hay làm bù"), [(kind, tr(words)) for kind, words in KINDS], "off")
        self.new_name = LineEdit(tr("Tên ngày"), placeholder=tr("Tên ngày, ví dụ: Nghỉ hoán đổi"))
        self.add = plain_button(tr("Thêm"), "plus")
        self.add.clicked.connect(lambda _checked=False: self.add_day())
        row.addWidget(self.new_day)
        row.addWidget(self.new_kind)
        row.addWidget(self.new_name, 1)
        row.addWidget(self.add)
        form.setVisible(not self._session.read_only)
        return form

    # --- showing

    def show_days(self) -> None:
        """Rest days and the list of the chosen year, as they are stored."""
        found = service.workdays(self._session)
        for number, box in enumerate(self.weekdays):
            box.setChecked(number in found.rest_weekdays)
        days = year_days(found, service.edited_days(self._session), int(self.year.value()))
        # Rows stay while the days are the same, so that the caret does not jump and nothing being typed is lost.
        if [(row.day, row.kind) for row in self._rows] != [(entry.day, entry.kind) for entry in days]:
            clear_layout(self.rows)
            self._rows = [self._add_row(index, entry) for index, entry in enumerate(days)]
        for row, entry in zip(self._rows, days, strict=True):
            _show_row(row, entry)

    def _add_row(self, at: int, entry: YearDay) -> _Row:
        words = day_words(entry.day)
        can_write = not self._session.read_only
        name = LineEdit(tr("Tên ngày {day}", day=words))
        name.setReadOnly(not can_write)
        name.committed.connect(lambda text: self._set(entry.day, entry.kind, text))
        mark = muted("")
        mark.setWordWrap(False)
        back = icon_button("undo", tr("Trở lại như ban đầu: {day}", day=words))
        back.clicked.connect(lambda _checked=False: self._reset(entry.day))
        usual = icon_button("trash", tr("Bỏ, thành ngày thường: {day}", day=words))
        usual.clicked.connect(lambda _checked=False: self._set(entry.day, ""))
        kind = {"off": tr("Nghỉ"), "work": tr("Làm bù"), "": tr("Ngày thường")}[entry.kind]
        self.rows.addWidget(text_label(words[:1].upper() + words[1:], wrap=False), at, 0)
        self.rows.addWidget(muted(kind), at, 1)
        self.rows.addWidget(name, at, 2)
        self.rows.addWidget(mark, at, 3)
        self.rows.addWidget(back, at, 4, Qt.AlignmentFlag.AlignRight)
        self.rows.addWidget(usual, at, 5)
        name.setVisible(bool(entry.kind))
        usual.setVisible(bool(entry.kind) and can_write)
        return _Row(entry.day, entry.kind, name, mark, back, can_write)

    # --- storing

    @guarded
    def _set_rest(self) -> None:
        try:
            service.set_rest_weekdays(self._session, [number for number, box in enumerate(self.weekdays) if box.isChecked()])
        finally:
            self.show_days()

    @guarded
    def _set(self, day: str, kind: str, name: str = "") -> None:
        kinds: dict[str, service.DayKind] = {"off": "off", "work": "work", "": ""}
        service.set_day(self._session, day, kinds[kind], name)
        self.show_days()

    @guarded
    def _reset(self, day: str) -> None:
        service.reset_day(self._session, day)
        self.show_days()

    @guarded
    def add_day(self) -> None:
        """Store the day in the fields and show its year."""
        self.new_day.commit()
        self.new_name.commit()
        day = self.new_day.value()
        if not day or self.new_day.is_dirty():
            self.new_day.setFocus()
            return
        self._offer_year(date.fromisoformat(day).year)
        self._set(day, self.new_kind.value(), self.new_name.value())
        self.new_day.set_value("")
        self.new_name.set_value("")

    def _offer_year(self, year: int) -> None:
        if self.year.findData(str(year)) < 0:
            self.year.add_choice(str(year), str(year))
        self.year.set_value(str(year))
