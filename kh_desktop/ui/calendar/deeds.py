"""What can be done with an entry from the calendar: each one command, one undo step. KhError goes up to the caller."""

from __future__ import annotations

from datetime import date

from kh_desktop.domain.model import TaskState
from kh_desktop.domain.schedule import Entry
from kh_desktop.services import progress, schedule
from kh_desktop.services.session import Session
from kh_desktop.services.tasks import get_tasks
from kh_desktop.ui.due_deeds import finish
from kh_desktop.ui.due_words import entry_name
from kh_desktop.ui.i18n import tr


def move(session: Session, key: str, day: str, reason: str) -> None:
    """Move an entry to another day (ISO), for a reason."""
    schedule.move_due(session, key, day, reason)


def put_back(session: Session, key: str) -> None:
    """Its own day counts again."""
    schedule.put_due_back(session, key)


def set_state(session: Session, task_id: int, state: str) -> None:
    """The state of a task and of the rows that continue it without a deadline of their own."""
    rows = get_tasks(session, progress.with_continuing(session, [task_id]))
    ids = [task.id for task in rows if task.id == task_id or not task.deadline or "deadline" in task.merged]
    progress.set_progress(session, ids, state=TaskState(state))


def finish_entry(session: Session, entry: Entry, today: date) -> str:
    """Close one period of recurring work, or a report of the office; the sentence that says so."""
    if entry.kind == "report":
        schedule.mark_report(session, entry.key)
        return tr("Đã ghi “Đã gửi” cho {name}.", name=entry_name(entry))
    return finish(session, entry, today)
