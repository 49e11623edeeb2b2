"""The schedule of a plan: its deadlines as days in the calendar, each with its state on a given day. Pure: nothing here knows the clock.

How deadlines become days:

* due: its day. window: its last day. Both are closed by the state of the task (hoàn thành, không thực hiện).
* recurring: one day for each period, or the days the phrase names. Each is closed by evidence dated in its period, or by the task's state.
* ongoing ("thường xuyên"), and "định kỳ" without a day: a check at the end of each quarter, closed by evidence dated in that quarter.
* open, unknown and invalid ones have no day: they wait for a person (``waiting``).

A day off shows the last working day before it; the day by the phrase stays in ``original``, and nothing is late before that day is over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from kh_desktop.domain.deadlines import Deadline, Kind, read_deadline
from kh_desktop.domain.model import DueMove, Plan, PlanState, Task, TaskGroup, TaskState, UnitRef
from kh_desktop.domain.occurrences import Occurrence, occurrences
from kh_desktop.domain.outline import roman
from kh_desktop.domain.reports import ReportRules, report_periods
from kh_desktop.domain.task_rows import head_of, is_covered, number_tasks
from kh_desktop.domain.workdays import Workdays, is_provisional, is_workday, last_workday, name_of_day

SOON = 15
WAITING_KINDS = ("open", "unknown", "invalid")


@dataclass(frozen=True, slots=True)
class Entry:
    """One day of the schedule. ``key`` names it for good ("task:12:2027-03-14", "report:2027-Q1"), also when it is moved.

    ``task_id``: 0 for a report duty of the office. ``kind``: "due", "window", "occurrence", "check" or "report". ``day``: the day it
    counts for, that is the moved day or the last working day on or before ``original``, the day by the phrase. ``start``: the first day
    of a window or of the period the occurrence stands for, "" when it has none. ``provisional``: the days off that decided ``day`` are
    not settled; ``day_off``: the name of the day off ``original`` falls on. ``reason``: why it was moved.
    ``state``: "late", "today", "soon", "later", "done" or "dropped". ``unsigned``: the plan is followed, but waits for its signature.
    """

    key: str
    task_id: int
    kind: str
    day: str
    original: str
    start: str
    number: str
    title: str
    lead: tuple[str, ...]
    phrase: str
    conditional: bool = False
    provisional: bool = False
    day_off: str = ""
    moved: bool = False
    reason: str = ""
    state: str = "later"
    unsigned: bool = False

    @property
    def open(self) -> bool:
        """Whether something is still to be done for it."""
        return self.state not in ("done", "dropped")

    @property
    def limit(self) -> str:
        """The last day on which it is not late."""
        return self.day if self.moved else max(self.day, self.original)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A task without a day: ``why`` is "open" (somebody else decides), "unknown" (not understood) or "invalid" (no such day)."""

    task_id: int
    number: str
    title: str
    phrase: str
    why: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class DatedTask:
    """A row that says a deadline of its own, with what its cells show."""

    task: Task
    number: str
    title: str
    lead: tuple[str, ...]
    reading: Deadline


def plan_period(plan: Plan) -> tuple[str, str]:
    """The first and last day of a plan: its period, else its calendar year."""
    if plan.period_start and plan.period_end and plan.period_start <= plan.period_end:
        return plan.period_start, plan.period_end
    return f"{plan.year:04d}-01-01", f"{plan.year:04d}-12-31"


def reading_of(plan: Plan, task: Task) -> Deadline:
    """What a person said the task's deadline means, as long as the phrase is the same; else what the program reads in it."""
    meaning = task.meaning
    if meaning is not None and meaning.phrase == task.deadline:
        kind, start, end = cast(Kind, meaning.kind), meaning.start or None, meaning.end or None
        return Deadline(task.deadline, kind, start, end, meaning.every, conditional=kind == "open")
    return read_deadline(task.deadline, year=plan.year, period=plan_period(plan))


def dated_tasks(plan: Plan) -> Iterator[DatedTask]:
    """The rows of a plan with a deadline, in print order; a row that only continues one with the same deadline is part of that."""
    for index, group in enumerate(plan.groups):
        numbers = number_tasks(group.tasks)
        for place, task in enumerate(group.tasks):
            head = group.tasks[head_of(group.tasks, place, "deadline")]
            if not head.deadline or (head is not task and task.continues):
                continue
            said = group.tasks[head_of(group.tasks, place, "content")].content or task.product or group.title
            title = said.strip().partition("\n")[0]
            lead = tuple(u.label for u in _lead(group, place))
            yield DatedTask(task, f"{roman(index + 1)}.{numbers[place]}", " ".join(title.split()), lead, reading_of(plan, head))


def _lead(group: TaskGroup, place: int) -> tuple[UnitRef, ...]:
    if is_covered(group.tasks, place, "lead"):
        return group.tasks[head_of(group.tasks, place, "lead")].lead
    found = group.tasks[place].lead
    return found or group.tasks[head_of(group.tasks, place, "content")].lead


@dataclass(frozen=True, slots=True)
class Calendar:
    """What turns days into entries: the work days, the day it is (ISO), and how many days ahead count as soon."""

    workdays: Workdays
    today: str
    soon: int = SOON

    @property
    def soon_day(self) -> str:
        """The last day that is soon."""
        return (date.fromisoformat(self.today) + timedelta(days=self.soon)).isoformat()


def task_entries(plan: Plan, calendar: Calendar) -> list[Entry]:
    """The entries of all tasks of a plan, by day."""
    start, end = plan_period(plan)
    placed = _Placed(calendar)
    found = []
    for row in dated_tasks(plan):
        moves = last_moves(row.task)
        dates = tuple(e.issued for e in row.task.evidence if e.issued)
        for occurrence in occurrences(row.reading, start, end):
            move = moves.get(occurrence.original)
            day, provisional, day_off = (move.moved_to, False, "") if move else placed.of(occurrence.original, occurrence.start)
            state = _state(row.task.state, occurrence, dates) or placed.state(day, day if move else max(day, occurrence.original))
            found.append(
                Entry(
                    f"task:{row.task.id}:{occurrence.original}", row.task.id, occurrence.kind, day, occurrence.original, occurrence.start,
                    row.number, row.title, row.lead, row.reading.text, row.reading.conditional, provisional, day_off,
                    move is not None, move.reason if move else "", state, plan.state is PlanState.SUBMITTED,
                )
            )  # fmt: skip
    return sorted(found, key=by_day)


def by_day(entry: Entry) -> tuple[str, bool]:
    """The order of entries: by day; on one day in the order of the plan, office reports last."""
    return entry.day, entry.task_id == 0


def last_moves(task: Task) -> dict[str, DueMove]:
    """The move that counts for each moved day, by the day of the phrase; days that were put back are left out."""
    found = {m.original: m for m in task.moves}
    return {original: m for original, m in found.items() if m.moved_to}


def _state(state: TaskState, occurrence: Occurrence, dates: Sequence[str]) -> str:
    if state in (TaskState.DONE, TaskState.DROPPED):
        return state.value
    return "done" if occurrence.until and any(occurrence.since <= day <= occurrence.until for day in dates) else ""


class _Placed:
    """Days on the calendar, each reckoned once."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar, self._soon_day = calendar, calendar.soon_day
        self._known: dict[tuple[str, str], tuple[str, bool, str]] = {}

    def of(self, original: str, start: str) -> tuple[str, bool, str]:
        """(the day it counts for, whether that may change, the name of the day off it falls on) for a day by the phrase."""
        found = self._known.get((original, start))
        if found is None:
            w = self._calendar.workdays
            if is_workday(w, original):
                # A rest day worked in exchange may not be decided yet either.
                found = original, is_provisional(w, original), ""
            else:
                day = last_workday(w, original)
                if start and day < start:
                    day = original  # nothing can be done before it begins
                found = day, _touches_provisional(w, day, original), name_of_day(w, original)
            self._known[original, start] = found
        return found

    def state(self, day: str, limit: str) -> str:
        """How near a day is that is still open."""
        today = self._calendar.today
        if today > limit:
            return "late"
        if today >= day:
            return "today"
        return "soon" if day <= self._soon_day else "later"


def _touches_provisional(w: Workdays, first: str, last: str) -> bool:
    at = date.fromisoformat(first)
    while at.isoformat() <= last:
        if is_provisional(w, at.isoformat()):
            return True
        at += timedelta(days=1)
    return False


@dataclass(frozen=True, slots=True)
class ReportMark:
    """What was said about one report of the office: moved to a day with a reason, sent or not."""

    done: bool = False
    moved_to: str = ""
    reason: str = ""


def report_entries(
    rules: ReportRules, start: str, end: str, calendar: Calendar, marks: Mapping[str, ReportMark], settled_before: str = ""
) -> list[Entry]:
    """The report duties due from ``start`` to ``end``. ``marks`` by key ("2026-Q4"); reports due before ``settled_before`` (the office did
    not use the program then) count as sent."""
    placed = _Placed(calendar)
    found = []
    for period in report_periods(rules, start, end):
        mark = marks.get(period.key, ReportMark())
        moved = bool(mark.moved_to)
        day, provisional, day_off = (mark.moved_to, False, "") if moved else placed.of(period.due, "")
        settled = mark.done or (period.due < settled_before and period.due < calendar.today)
        state = "done" if settled else placed.state(day, day if moved else max(day, period.due))
        phrase = f"Số liệu từ {_short(period.start)} đến {_short(period.end)}"
        found.append(
            Entry(f"report:{period.key}", 0, "report", day, period.due, period.start, "", period.name, (), phrase,
                  provisional=provisional, day_off=day_off, moved=moved, reason=mark.reason, state=state)
        )  # fmt: skip
    return found


def _short(day: str) -> str:
    return f"{day[8:]}/{day[5:7]}/{day[:4]}"


def waiting_tasks(plan: Plan) -> list[Waiting]:
    """The tasks of a plan that have a deadline but no day, and are still to be done."""
    return [
        Waiting(row.task.id, row.number, row.title, row.reading.text, row.reading.kind, row.reading.suggestion or "")
        for row in dated_tasks(plan)
        if row.reading.kind in WAITING_KINDS and row.task.state not in (TaskState.DONE, TaskState.DROPPED)
    ]


def current_checks(entries: Iterable[Entry], today: str) -> list[Entry]:
    """For each ongoing task the check that counts now: of the period ``today`` lies in, else the last one begun.

    A task whose first period has not begun has none.
    """
    found: dict[int, Entry] = {}
    for entry in sorted((e for e in entries if e.kind == "check"), key=lambda e: e.original):
        if entry.start <= today:
            found[entry.task_id] = entry
    return sorted(found.values(), key=by_day)


def pile_ups(entries: Iterable[Entry], most: int = 5) -> list[tuple[str, int]]:
    """The days on which more than ``most`` open entries fall, checks left out, with their number."""
    counts: dict[str, int] = {}
    for entry in entries:
        if entry.open and entry.kind != "check":
            counts[entry.day] = counts.get(entry.day, 0) + 1
    return sorted((day, count) for day, count in counts.items() if count > most)
