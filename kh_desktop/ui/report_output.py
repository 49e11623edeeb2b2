"""What the page of reports wants on paper or as a file, passed to the window, which asks where to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kh_desktop.services.export import Preview
from kh_desktop.services.report_out import export_report, preview_report, report_name
from kh_desktop.services.report_texts import report
from kh_desktop.services.session import Session
from kh_desktop.ui.i18n import tr


@dataclass(frozen=True, slots=True)
class ReportOutput:
    """``how`` is "print", ".xlsx", ".docx" or ".pdf"; ``period`` the key of the period."""

    how: str
    period: str
    today: date


def suggested_report_name(session: Session, wanted: ReportOutput, suffix: str) -> str:
    """A file name for it."""
    return report_name(report(session, wanted.period, today=wanted.today), suffix)


def write_report(session: Session, wanted: ReportOutput, path: Path) -> Path:
    """Write the file; KhError when that fails."""
    return export_report(session, wanted.period, path, today=wanted.today)


def report_pages(session: Session, wanted: ReportOutput) -> tuple[Preview, str]:
    """The pages to print and what the paper is called."""
    words = report(session, wanted.period, today=wanted.today).data.words
    return preview_report(session, wanted.period, today=wanted.today), tr("Báo cáo {period}", period=words)
