"""``due``: what is late and what comes next, over all plans that are followed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kh_desktop.commands.answer import Answer, opened
from kh_desktop.domain.errors import Exit, UsageError

if TYPE_CHECKING:
    from kh_desktop.services.schedule import Entry, Waiting

WITHIN = 30
_MOST_DAYS = 3660


def run(workspace: Path | None, on: str | None, within: int) -> Answer:
    """Overdue days, those up to ``within`` days after ``on`` (ISO; None: today), checks of ongoing work and tasks without a day.

    FINDINGS when something is overdue. UsageError due.within, due.day.
    """
    from kh_desktop.services.schedule import agenda, followed_plans

    day = _day(on)
    if not 0 <= within <= _MOST_DAYS:
        raise UsageError("due.within", value=within, most=_MOST_DAYS)
    last = (day + timedelta(days=within)).isoformat()
    with opened(workspace, write=False) as session:
        plans = followed_plans(session, day)
        found = agenda(session, day, [p.id for p in plans], within)
    coming = [e for e in (*found.today, *found.week, *found.month, *found.later) if e.day <= last]
    checks = [e for e in found.ongoing if e.state == "late" or e.day <= last]
    data = {
        "on": day.isoformat(), "within": within, "plans": [p.id for p in plans],
        "overdue": _data(found.late, day), "coming": _data(coming, day), "checks": _data(checks, day),
        "waiting": [asdict(w) for w in found.waiting],
    }  # fmt: skip
    lines = (
        f"Đến ngày {_words(day.isoformat())}, {within} ngày tới:",
        *_part("Quá hạn", found.late, day),
        *_part("Sắp đến hạn", coming, day),
        *_part("Việc thường xuyên cần minh chứng trong quý", checks, day),
        *_waiting(found.waiting),
    )
    return Answer(data, lines if len(lines) > 1 else (*lines, "Không có việc nào."), Exit.FINDINGS if found.late else Exit.DONE)


def _day(on: str | None) -> date:
    if on is None:
        return date.today()
    try:
        day = date.fromisoformat(on)
    except ValueError as error:
        raise UsageError("due.day", value=on) from error
    if not 1990 <= day.year <= 2100:
        raise UsageError("due.day", value=on)
    return day


def _data(entries: Iterable[Entry], day: date) -> list[dict[str, Any]]:
    return [{**asdict(e), "days_left": _left(e, day)} for e in entries]


def _part(name: str, entries: list[Entry], day: date) -> list[str]:
    return [f"{name}: {len(entries)}", *(_line(e, day) for e in entries)] if entries else []


def _left(e: Entry, day: date) -> int:
    """Days to the day shown; once late, from the limit, which a day off puts after it."""
    return 0 if e.state == "today" else (date.fromisoformat(e.limit if e.state == "late" else e.day) - day).days


def _line(e: Entry, day: date) -> str:
    left = _left(e, day)
    when = f"quá {-left} ngày" if e.state == "late" else "hôm nay" if left <= 0 else f"còn {left} ngày"
    sure = ", lịch nghỉ dự kiến" if e.provisional else ""
    moved = f", dời từ {_words(e.original)}" if e.moved else f", {_words(e.original)} là {e.day_off}" if e.day_off else ""
    lead = f" – {'; '.join(e.lead)}" if e.lead else ""
    sure += ", kế hoạch chưa ban hành" if e.unsigned else ""
    return f"  {_words(e.day)} ({when}{moved}{sure})  {f'{e.number} {e.title}'.strip()}{lead}"


def _waiting(waiting: list[Waiting]) -> list[str]:
    words = {"open": "chờ cơ quan khác hoặc sự việc", "unknown": "chưa hiểu thời hạn", "invalid": "thời hạn ghi ngày không có"}
    found = [f"  {w.number} {w.title} – {words[w.why]}: {' '.join(w.phrase.split())}" for w in waiting]
    return [f"Chưa có ngày: {len(found)}", *found] if found else []


def _words(day: str) -> str:
    return f"{day[8:]}/{day[5:7]}/{day[:4]}"
