"""What one does about a due thing right where it is listed: its state, or one period of recurring work. Each is one undo step."""

from __future__ import annotations

from datetime import date

from kh_desktop.domain.model import Evidence, TaskState
from kh_desktop.domain.schedule import Entry
from kh_desktop.services import progress
from kh_desktop.services.schedule import mark_report
from kh_desktop.services.session import Session
from kh_desktop.services.tasks import get_tasks
from kh_desktop.ui.due_words import entry_name
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.widgets import text_from_iso

CHOICES: tuple[tuple[str, str, str, str], ...] = (
    ("doing", N_("Đang làm"), "state-doing", "ongoing"),
    ("dropped", N_("Không thực hiện"), "state-dropped", "waiting"),
)
_WORDS: dict[str, str] = {"done": N_("Hoàn thành"), "doing": N_("Đang làm"), "dropped": N_("Không thực hiện")}

# Goes into the data of the plan, which is Vietnamese in every language of the window.
_DONE_UNTIL = "Đã thực hiện kỳ đến"


def can_finish(entry: Entry) -> bool:
    """Whether a click can close it. A look at ongoing work asks for evidence instead."""
    return entry.kind != "check"


def has_states(entry: Entry) -> bool:
    """Whether it stands for a task, which can be in other states too."""
    return entry.task_id != 0


def finish_words(entry: Entry) -> str:
    """What closing it is called."""
    if entry.kind == "report":
        return tr("Đã gửi báo cáo")
    return tr("Đã làm kỳ này") if entry.kind == "occurrence" else tr("Hoàn thành")


def finish(session: Session, entry: Entry, today: date) -> str:
    """Close it: the task, or only this period of a recurring one; the sentence that says so. KhError when it cannot be stored."""
    if entry.kind == "report":
        mark_report(session, entry.key)
        return tr("Đã ghi “Đã gửi báo cáo” cho {name}.", name=entry_name(entry))
    if entry.kind != "occurrence":
        return set_state(session, entry, "done")
    progress.add_evidence(session, entry.task_id, evidence_of_period(entry, today))
    return tr("Đã ghi “Đã làm kỳ này” cho {name}.", name=_short(entry))


def evidence_of_period(entry: Entry, today: date) -> Evidence:
    """What is written down for a finished period: dated today while the period runs, else on its last day, with the day of writing."""
    now = today.isoformat()
    if entry.start <= now <= entry.original:
        return Evidence(issued=now, title=f"{_DONE_UNTIL} {text_from_iso(entry.original)}")
    title = f"{_DONE_UNTIL} {text_from_iso(entry.original)} (ghi ngày {text_from_iso(now)})"
    return Evidence(issued=entry.original, title=title)


def set_state(session: Session, entry: Entry, state: str) -> str:
    """The state of its task and of the rows that continue it without a deadline of their own; the sentence that says so."""
    rows = get_tasks(session, progress.with_continuing(session, [entry.task_id]))
    ids = [task.id for task in rows if task.id == entry.task_id or not task.deadline or "deadline" in task.merged]
    progress.set_progress(session, ids, state=TaskState(state))
    return tr("Đã ghi “{state}” cho {name}.", state=tr(_WORDS[state]), name=_short(entry))


def _short(entry: Entry) -> str:
    return entry.number or entry_name(entry)
