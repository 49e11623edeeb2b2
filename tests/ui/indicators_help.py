"""What the tests of the page "Chỉ tiêu" share: an issued sample plan with targets and figures, and the page on a day in June."""

from __future__ import annotations

from kh_desktop.domain.model import TaskState
from kh_desktop.services import indicators, plans, progress
from kh_desktop.services.session import Session
from kh_desktop.ui.indicators import IndicatorsPage
from kh_desktop.ui.indicators.readings_view import ReadingsView
from kh_desktop.ui.indicators.targets_view import TargetsView
from kh_desktop.ui.main_window import MainWindow

FIGURES = {"dung_han": ("86", "100"), "ho_so_truc_tuyen": ("89", "100"), "hai_long": ("0", "0")}


def take_all(session: Session, plan_id: int) -> None:
    """All targets the program finds in the plan."""
    indicators.take_targets(session, plan_id, indicators.found_targets(session, plan_id))


def set_figures(session: Session, period: str = "2027-Q2") -> None:
    """Figures of a quarter: one short of its target, one beyond, one where nothing arose."""
    keys = {t.indicator for p in plans.list_plans(session) for t in indicators.targets(session, p.id)}
    for key, (top, bottom) in FIGURES.items():
        if key in keys:
            indicators.set_reading(session, key, period, numerator=top, denominator=bottom)


def some_progress(session: Session, plan_id: int) -> None:
    """Six tasks done, five in progress."""
    ids = [task.id for group in plans.get_plan(session, plan_id).groups for task in group.tasks]
    progress.set_progress(session, ids[:6], state=TaskState.DONE)
    progress.set_progress(session, ids[9:14], state=TaskState.DOING)


def page_of(window: MainWindow) -> IndicatorsPage:
    """Turn to the page."""
    window.show_page("indicators")
    page = window.page("indicators")
    assert isinstance(page, IndicatorsPage)
    return page


def targets_of(page: IndicatorsPage) -> TargetsView:
    """Its targets."""
    page.turn_to("targets")
    view = page.view("targets")
    assert isinstance(view, TargetsView)
    return view


def readings_of(page: IndicatorsPage) -> ReadingsView:
    """Its figures."""
    page.turn_to("readings")
    view = page.view("readings")
    assert isinstance(view, ReadingsView)
    return view
