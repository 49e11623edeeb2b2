"""What the tests of the calendar share: a window on an issued sample plan on a set day, and made-up entries."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from kh_desktop.domain.schedule import Entry
from kh_desktop.services import issuing, plans
from kh_desktop.services.session import Session
from kh_desktop.ui.calendar import CalendarPage
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.settings_store import SettingsStore

TODAY = datetime(2027, 6, 20, 9, 0)


def entry(day: str, key: str = "", *, state: str = "later", kind: str = "due", start: str = "", task_id: int = 1, lead: str = "A") -> Entry:
    """An entry of a made-up plan."""
    name = key or f"task:{task_id}:{day}"
    return Entry(name, task_id, kind, day, day, start, f"I.{task_id}", f"Việc số {task_id}", (lead,), "", state=state)


def issue_sample(session: Session) -> int:
    """The sample plan, issued in December; its id."""
    plan_id = plans.list_plans(session)[0].id
    issuing.submit(session, plan_id, "Nguyễn Văn An")
    issuing.issue(session, plan_id, number="24", issued="2026-12-20")
    return plan_id


@contextmanager
def window_on(session: Session, settings: SettingsStore, now: datetime = TODAY) -> Iterator[MainWindow]:
    """The window at a set moment."""
    window = MainWindow(session, settings, clock=lambda: now)
    window.resize(1093, 582)
    window.show()
    try:
        yield window
    finally:
        window.release()
        window.hide()
        window.deleteLater()


def calendar_of(window: MainWindow) -> CalendarPage:
    """Turn to the calendar."""
    window.show_page("calendar")
    page = window.page("calendar")
    assert isinstance(page, CalendarPage)
    return page
