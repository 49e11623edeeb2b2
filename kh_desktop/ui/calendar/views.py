"""The four views in one stack, told apart by name; each takes the same filtered data."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kh_desktop.domain.workdays import Workdays
from kh_desktop.ui.calendar.agenda_table import AgendaTable
from kh_desktop.ui.calendar.data import CalendarData, agenda_rows
from kh_desktop.ui.calendar.day_notes import DayNote, notes_of
from kh_desktop.ui.calendar.days import month_of, month_weeks, quarter_months
from kh_desktop.ui.calendar.filtering import Filter
from kh_desktop.ui.calendar.month_view import MonthView
from kh_desktop.ui.calendar.quarter_view import QuarterView
from kh_desktop.ui.calendar.year_layout import year_rows
from kh_desktop.ui.calendar.year_view import YearView
from kh_desktop.ui.i18n import tr


class Views(QStackedWidget):
    """``day_changed(day)``, ``day_opened(day)``, ``entry_opened(key)``, ``move_wanted(key, day)`` (day "": ask for it),
    ``move_asked()`` (of the day the keys are at), ``month_opened(day)``, ``year_changed(year)``."""

    day_changed = Signal(str)
    day_opened = Signal(str)
    entry_opened = Signal(str)
    task_opened = Signal(int, str)
    move_wanted = Signal(str, str)
    move_asked = Signal()
    month_opened = Signal(str)
    year_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.month, self.quarter, self.year = MonthView(self), QuarterView(self), YearView(self)
        self.agenda = AgendaTable(tr("Danh sách việc theo hạn"), self)
        self._views: dict[str, QWidget] = {"month": self.month, "quarter": self.quarter, "year": self.year, "agenda": self.agenda}
        for view in self._views.values():
            self.addWidget(view)
        for source in (self.month, self.quarter.months):
            source.day_changed.connect(self.day_changed)
            source.day_opened.connect(self.day_opened)
            source.move_asked.connect(self.move_asked)
        self.month.entry_opened.connect(self.entry_opened)
        self.month.move_wanted.connect(self.move_wanted)
        for table in (self.quarter.table, self.agenda):
            table.opened.connect(self.entry_opened)
            table.move_asked.connect(self._move)
        self.year.task_opened.connect(self.task_opened)
        self.year.move_asked.connect(self._move)
        self.year.month_opened.connect(self.month_opened)
        self.year.year_changed.connect(self.year_changed)

    def _move(self, key: str) -> None:
        self.move_wanted.emit(key, "")

    def turn_to(self, view: str) -> None:
        """Show a view by name."""
        self.setCurrentWidget(self._views[view])

    def show_data(self, view: str, day: str, data: CalendarData, wanted: Filter, workdays: Workdays, *, lunar: bool) -> None:
        """Bring one view up to date."""
        entries = [entry for entry in data.entries if wanted.keeps(entry)]
        if view == "month":
            days = [one for week in month_weeks(*month_of(day)) for one in week]
            self.month.set_day(day)
            self.month.show_days(entries, notes_of(days, workdays, with_lunar=lunar), today=data.today)
        elif view == "quarter":
            self.quarter.show_days(entries, self._quarter_notes(day, workdays), day=day, today=data.today)
        elif view == "year":
            year = month_of(day)[0]
            names = [name for name in data.names if not name.task_id or wanted.keeps_unit(data.lead_of(name.task_id))]
            waits = [one for one in data.waiting if wanted.keeps_waiting(one, data.lead_of(one.task_id))]
            rows = year_rows(names, entries, waits, year)
            if wanted.meanings:
                rows = [row for row in rows if row.marks or row.waiting or any(span.meaning in wanted.meanings for span in row.spans)]
            self.year.show_year(rows, year, data.today)
        else:
            self.agenda.show_rows(agenda_rows(data, wanted), data.today)

    def _quarter_notes(self, day: str, workdays: Workdays) -> dict[str, DayNote]:
        days = [one for year, month in quarter_months(day) for week in month_weeks(year, month) for one in week]
        return notes_of(days, workdays, with_lunar=False)

    def mark(self, key: str) -> None:
        """Mark the entry that is shown beside the calendar."""
        self.month.choose(key)
        for table in (self.quarter.table, self.agenda):
            table.go_to(key)
