"""Reminders: which days of the schedule a person should be told of now, each stage of each day once.

A day has stages: so many days before (``offsets``), the day itself, and the day after the last one on which it is not late. A stage that
passed while the PC was off is told at the next look; of several that passed only the last is. Showing, putting off and closing are no undo
steps, for nothing of the office's data changes; in a workspace opened only to look at they are not kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.schedule import Entry, current_checks
from kh_desktop.services.schedule import entries, followed_plans
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.services.tasks import task_number
from kh_desktop.store import reminders as store
from kh_desktop.store import settings
from kh_desktop.store.following import reminder_setting
from kh_desktop.store.reminders import Seen

KINDS = ("due", "window", "occurrence", "check", "report")
DEFAULT = (15, 7, 3, 1)
MOST_DAYS = 365
_PREFIX = "remind."
_ON_THE_DAY, _LATE = 0, -1
# Nothing is due and nothing was shown.
_NEVER = 10_000


@dataclass(frozen=True, slots=True)
class Reminder:
    """``key``: that of the entry and the stage reached ("task:12:2027-03-14@7"). ``days_left`` to the entry's day; negative: late."""

    key: str
    entry: Entry
    days_left: int


def pending(s: Session, now: datetime) -> list[Reminder]:
    """Everything a person should be told of at ``now`` (local time) and was not yet, by day; of ongoing tasks the check that counts."""
    today = now.date()
    found: dict[str, Entry] = {}
    for summary in followed_plans(s, today):
        found.update((e.key, e) for e in entries(s, summary.id, today) if e.open)
    counting = {e.key for e in current_checks(found.values(), today.isoformat())}
    seen, chosen, clock = store.read(s.workspace.conn), offsets(s), now.isoformat(timespec="seconds")
    out = []
    for entry in found.values():
        if entry.kind == "check" and entry.key not in counting:
            continue
        days = chosen.get(f"task:{entry.task_id}", chosen[entry.kind])
        stage = _stage(entry, today, days)
        if stage != _NEVER and _untold(seen.get(entry.key, Seen()), entry, stage, clock):
            out.append(Reminder(f"{entry.key}@{stage}", entry, (date.fromisoformat(entry.day) - today).days))
    return sorted(out, key=lambda r: r.entry.day)


def _stage(entry: Entry, today: date, days: Iterable[int]) -> int:
    """The last stage reached: the nearest number of days before, 0 on the day, -1 when late; none when nobody wants to be reminded."""
    wanted = set(days)
    if not wanted:
        return _NEVER
    if entry.kind == "occurrence" and entry.start:
        # What comes each week is not told of two weeks before.
        length = (date.fromisoformat(entry.original) - date.fromisoformat(entry.start)).days
        wanted = {d for d in wanted if d < length}
    if entry.state == "late":
        return _LATE
    left = (date.fromisoformat(entry.day) - today).days
    return min((d for d in wanted | {_ON_THE_DAY} if d >= left), default=_NEVER)


def _untold(seen: Seen, entry: Entry, stage: int, clock: str) -> bool:
    if seen.closed == entry.day:
        return False
    if seen.until:
        return seen.until <= clock
    day, _, shown = seen.shown.partition("/")
    return day != entry.day or stage < int(shown)


def mark_shown(s: Session, keys: Iterable[str], now: datetime) -> None:
    """Remembers that these reminders (``Reminder.key``) were told: they come again only at their next stage."""
    by_entry = {r.key: r for r in pending(s, now)}
    told = [by_entry[key] for key in dict.fromkeys(keys) if key in by_entry]
    _keep(s, {r.entry.key: Seen(f"{r.entry.day}/{r.key.rpartition('@')[2]}") for r in told})


def snooze(s: Session, key: str, until: datetime) -> None:
    """Puts a reminder (its key or its entry's) off: it is told again at ``until``, whatever stage it is at then."""
    entry_key = key.partition("@")[0]
    known = store.read(s.workspace.conn).get(entry_key, Seen())
    _keep(s, {entry_key: known._replace(until=until.isoformat(timespec="seconds"), closed="")})


def close_reminder(s: Session, key: str, today: date | None = None) -> None:
    """Nothing more is told of this day of the schedule (a reminder's key or its entry's), until it is moved to another day."""
    entry_key = key.partition("@")[0]
    _keep(s, {entry_key: Seen(closed=_day_of(s, entry_key, today))})


def _day_of(s: Session, entry_key: str, today: date | None) -> str:
    for summary in followed_plans(s, today or date.today()):
        for entry in entries(s, summary.id, today or date.today()):
            if entry.key == entry_key:
                return entry.day
    raise UsageError("row.gone")


def _keep(s: Session, seen: dict[str, Seen]) -> None:
    if s.read_only or not seen:
        return
    with s.workspace.unit_of_work("reminder", recorded=False) as uow:
        for key, value in seen.items():
            store.write(uow, key, value)


def offsets(s: Session) -> dict[str, tuple[int, ...]]:
    """How many days before people are reminded: by kind of entry, and "task:12" for tasks that have days of their own."""
    chosen: dict[str, tuple[int, ...]] = dict.fromkeys(KINDS, DEFAULT)
    chosen.update((name, tuple(days)) for name, days in settings.read_all(s.workspace.conn, _PREFIX).items())
    return chosen


def set_offsets(s: Session, kind_or_task: str | int, days: Iterable[int] | None) -> ChangeSet:
    """Sets the days before for a kind of entry or one task (its id); no days: no reminders; None: as by default.

    UsageError field.unknown, remind.days.
    """
    wanted = None if days is None else sorted(set(days), reverse=True)
    if wanted and (wanted[0] > MOST_DAYS or wanted[-1] < 0):
        raise UsageError("remind.days", most=MOST_DAYS)
    if isinstance(kind_or_task, int):
        key, label, no = reminder_setting(kind_or_task), "remind.task", task_number(s, kind_or_task)
    elif kind_or_task in KINDS:
        key, label, no = f"{_PREFIX}{kind_or_task}", "remind.kind", ""
    else:
        raise UsageError("field.unknown", field=kind_or_task)
    with s.step(label, no=no) as doing:
        settings.write(doing.uow, key, wanted)
    return doing.changes
