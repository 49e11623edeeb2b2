"""What the panel beside the calendar is filled with."""

from __future__ import annotations

from collections.abc import Sequence

from kh_desktop.domain.schedule import Entry
from kh_desktop.services.schedule import explain
from kh_desktop.services.session import Session
from kh_desktop.ui.calendar.data import CalendarData, attention_rows
from kh_desktop.ui.calendar.entry_pane import Shown
from kh_desktop.ui.calendar.filtering import Filter
from kh_desktop.ui.calendar.lists import rows_of
from kh_desktop.ui.calendar.looks import day_words
from kh_desktop.ui.calendar.side import SidePanel
from kh_desktop.ui.due_deeds import can_finish, finish_words
from kh_desktop.ui.due_words import say_of_day
from kh_desktop.ui.i18n import tr


def fill_attention(side: SidePanel, data: CalendarData, wanted: Filter) -> None:
    """What is late and what comes next, and the days with too much on them."""
    rows = attention_rows(data, wanted)
    nothing = tr("Không có việc nào khớp với bộ lọc.") if wanted.is_on else tr("Không có việc nào đang chờ làm.")
    side.show_piles(data.piles(wanted))
    side.show_list(tr("Việc cần chú ý"), "" if rows else nothing, rows, data.today, overview=True)


def fill_day(side: SidePanel, day: str, entries: Sequence[Entry], today: str) -> None:
    """The entries of one day."""
    hint = tr("{count} việc", count=len(entries)) if entries else tr("Không có việc nào đến hạn ngày này.")
    side.show_piles([])
    side.show_list(day_words(day), hint, rows_of([(day, entries, ())])[1:], today, overview=False)


def shown_of(session: Session, data: CalendarData, key: str) -> Shown | None:
    """Everything to say about the entry (or "waiting:12") with this key; None when it is gone."""
    entry = data.find(key)
    waiting = data.find_waiting(task_of(data, key)) if key.startswith("waiting:") else None
    about = entry or waiting
    if about is None:
        return None
    task = data.task(about.task_id)
    return Shown(
        entry, waiting, data.understood(about.task_id), tuple(say_of_day(s) for s in explain(session, entry)) if entry else (),
        _finish_words(entry), task.state.value if task else "", len(task.evidence) if task else 0,
        "; ".join(data.lead_of(about.task_id)), not session.read_only,
    )  # fmt: skip


def task_of(data: CalendarData, key: str) -> int:
    """The task behind a key; 0 for a report of the office or for nothing."""
    entry, number = data.find(key), key.partition(":")[2]
    if entry is not None:
        return entry.task_id
    return int(number) if key.startswith("waiting:") and number.isdigit() else 0


def key_of_task(data: CalendarData, task_id: int) -> str:
    """The entry of a task that counts now: the first one still open, else its first; "waiting:12" when it has no day."""
    mine = [entry for entry in data.entries if entry.task_id == task_id]
    found = next((entry for entry in mine if entry.open), mine[0] if mine else None)
    return found.key if found else f"waiting:{task_id}"


def _finish_words(entry: Entry | None) -> str:
    if entry is None or not entry.open:
        return ""
    if entry.kind == "report":
        return tr("Đã gửi báo cáo")
    return finish_words(entry) if can_finish(entry) and entry.kind == "occurrence" else ""
