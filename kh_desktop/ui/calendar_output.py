"""The calendar on paper and as files: what its page asks for and how it is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kh_desktop.services import calendar_export
from kh_desktop.services.export import Preview, preview_document
from kh_desktop.services.session import Session
from kh_desktop.ui.i18n import tr


@dataclass(frozen=True, slots=True)
class CalendarOutput:
    """``how`` is "print", ".pdf" or ".xlsx", ``what`` "month" (the one ``day`` lies in) or "agenda"; ``shown``: the filter of the page,
    None without one."""

    how: str
    what: str
    plan_ids: tuple[int, ...]
    day: str
    today: date
    shown: calendar_export.Shown | None = None

    @property
    def title(self) -> str:
        """What the paper is called."""
        if self.what == "agenda":
            return tr("Danh sách việc theo hạn")
        return tr("Lịch tháng {month}/{year}", month=int(self.day[5:7]), year=self.day[:4])


def suggested_name(wanted: CalendarOutput) -> str:
    """A file name for it."""
    if wanted.what == "agenda":
        return calendar_export.agenda_name(wanted.today, wanted.how)
    return calendar_export.month_name(int(wanted.day[:4]), int(wanted.day[5:7]), wanted.how)


def write_calendar(session: Session, wanted: CalendarOutput, path: Path) -> Path:
    """Write the file; KhError when that fails."""
    if wanted.what == "agenda":
        return calendar_export.export_agenda(session, path, wanted.today, wanted.plan_ids, wanted.shown)
    year, month = int(wanted.day[:4]), int(wanted.day[5:7])
    return calendar_export.export_month(session, path, year, month, wanted.today, wanted.plan_ids, wanted.shown)


def calendar_pages(session: Session, wanted: CalendarOutput) -> Preview:
    """The pages to print."""
    if wanted.what == "agenda":
        return preview_document(calendar_export.agenda_document(session, wanted.today, wanted.plan_ids, wanted.shown))
    year, month = int(wanted.day[:4]), int(wanted.day[5:7])
    return preview_document(calendar_export.month_document(session, year, month, wanted.today, wanted.plan_ids, wanted.shown))
