"""The dashboard as its page hands it over for paper and files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kh_desktop.services.dashboard import Dashboard
from kh_desktop.services.dashboard_out import dashboard_name, export_dashboard
from kh_desktop.services.export import Preview, save_pages
from kh_desktop.services.office import get_office
from kh_desktop.services.session import Session
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.indicators.paper import board_pages
from kh_desktop.ui.page_output import PageOutput

Filters = tuple[int, str, str]


def page_output(session: Session, board: Dashboard, how: str, of: str, today: date, filters: Filters) -> PageOutput:
    """``how``: "print", ".pdf" or ".xlsx"; ``of``: the words of the filters; ``filters``: plan, unit, period."""

    def pages() -> Preview:
        return board_pages(board, get_office(session).agency.full_name, of, today)

    def write(path: Path) -> Path:
        if path.suffix.lower() == ".xlsx":
            plan_id, unit, period = filters
            return export_dashboard(session, path, today, plan_id=plan_id, unit=unit, period=period)
        made = pages()
        return save_pages(made, range(made.pages), path)

    return PageOutput(how, tr("Tổng hợp chỉ tiêu, nhiệm vụ"), lambda suffix: dashboard_name(today, suffix), pages, write)
