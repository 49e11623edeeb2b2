"""What the calendar shows, read from the workspace in one go: the entries of some plans, what waits, the tasks behind them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from kh_desktop.domain.model import Plan, Task
from kh_desktop.domain.outline import roman
from kh_desktop.domain.schedule import DatedTask, Entry, Waiting, by_day, dated_tasks, waiting_tasks
from kh_desktop.services.plans import PlanSummary, get_plan, list_plans
from kh_desktop.services.schedule import Agenda, agenda, followed_plans, pile_ups, plan_entries
from kh_desktop.services.session import Session
from kh_desktop.ui.calendar.days import shifted
from kh_desktop.ui.calendar.filtering import Filter
from kh_desktop.ui.calendar.lists import Row, rows_of
from kh_desktop.ui.calendar.year_layout import Named
from kh_desktop.ui.deadline_words import reading_words

ALL = ""
"""The choice "plans that are followed" among plan ids written as texts."""
PARTS = ("late", "today", "week", "month", "later")
NEXT = 8
MOST = 3
NEAR = 60


@dataclass(frozen=True, slots=True)
class CalendarData:
    """``today``: ISO day. ``plan_ids``: whose entries these are. ``rows``: the dated task by task id; ``plan_of``: its plan."""

    today: str
    plan_ids: tuple[int, ...] = ()
    entries: tuple[Entry, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    agenda: Agenda = field(default_factory=lambda: Agenda([], [], [], [], [], [], []))
    names: tuple[Named, ...] = ()
    rows: dict[int, DatedTask] = field(default_factory=dict)
    plan_of: dict[int, int] = field(default_factory=dict)

    def find(self, key: str) -> Entry | None:
        """The entry with a key."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def find_waiting(self, task_id: int) -> Waiting | None:
        """A task that waits."""
        return next((one for one in self.waiting if one.task_id == task_id), None)

    def task(self, task_id: int) -> Task | None:
        """The task as it was read."""
        row = self.rows.get(task_id)
        return row.task if row else None

    def lead_of(self, task_id: int) -> tuple[str, ...]:
        """Who is in charge of a task."""
        row = self.rows.get(task_id)
        return row.lead if row else ()

    def understood(self, task_id: int) -> str:
        """What the phrase of a task was understood to mean."""
        row = self.rows.get(task_id)
        return reading_words(row.reading) if row else ""

    def piles(self, wanted: Filter) -> list[tuple[str, int]]:
        """The days from today on with too much on them."""
        return [(day, count) for day, count in pile_ups(e for e in self.entries if wanted.keeps(e)) if day >= self.today]


def plan_choices(s: Session, today: date) -> tuple[list[int], list[PlanSummary]]:
    """(the plans that are followed, all plans)."""
    return [p.id for p in followed_plans(s, today)], list_plans(s)


def load(s: Session, plan_ids: Sequence[int], today: date) -> CalendarData:
    """Read everything the calendar shows of these plans."""
    plans = [get_plan(s, plan_id) for plan_id in plan_ids]
    found: dict[str, Entry] = {}
    rows: dict[int, DatedTask] = {}
    plan_of: dict[int, int] = {}
    names: list[Named] = []
    for plan in plans:
        found.update((entry.key, entry) for entry in plan_entries(s, plan, today))
        dated = list(dated_tasks(plan))
        rows.update((row.task.id, row) for row in dated)
        plan_of.update((row.task.id, plan.id) for row in dated)
        names += _names(plan, dated, several=len(plans) > 1)
    return CalendarData(
        today.isoformat(), tuple(plan_ids), tuple(sorted(found.values(), key=by_day)), tuple(w for p in plans for w in waiting_tasks(p)),
        agenda(s, today, plan_ids), tuple(names), rows, plan_of,
    )  # fmt: skip


def _names(plan: Plan, rows: Iterable[DatedTask], *, several: bool) -> list[Named]:
    """The rows of the year: groups as headings, tasks with the stretch of days their phrase names."""
    found = [Named(0, "", f"{plan.year}: {plan.title}")] if several else []
    groups = {task.id: place for place, group in enumerate(plan.groups) for task in group.tasks}
    at = -1
    for row in rows:
        place = groups[row.task.id]
        if place != at:
            at = place
            found.append(Named(0, roman(place + 1), plan.groups[place].title))
        stretch = row.reading.kind in ("window", "ongoing")
        start, end = (row.reading.start or "", row.reading.end or "") if stretch else ("", "")
        found.append(Named(row.task.id, row.number, row.title, start, end, row.reading.kind == "ongoing", row.task.state.value))
    return found


def agenda_rows(data: CalendarData, wanted: Filter) -> list[Row]:
    """The whole agenda under its headings; with a filter on what is done also that, because then one asked for it."""
    parts = [(name, [e for e in getattr(data.agenda, name) if wanted.keeps(e)], ()) for name in PARTS]
    waits = [w for w in data.agenda.waiting if wanted.keeps_waiting(w, data.lead_of(w.task_id))]
    closed = [e for e in data.entries if not e.open and wanted.closed and wanted.keeps(e)]
    checks = [e for e in data.agenda.ongoing if wanted.keeps_ongoing(e)]
    return rows_of([*parts, ("waiting", (), waits), ("ongoing", checks, ()), ("closed", closed, ())])


def attention_rows(data: CalendarData, wanted: Filter) -> list[Row]:
    """What needs a person: what is late, what is due today, what comes within the next days (or else simply next); a long part is cut, so
    that the next one is in sight."""
    late = [e for e in data.agenda.late if wanted.keeps(e)]
    today = [e for e in data.agenda.today if wanted.keeps(e)]
    coming = [e for name in ("week", "month", "later") for e in getattr(data.agenda, name) if wanted.keeps(e)]
    near = [e for e in coming if e.state == "soon"] or coming[:NEXT]
    return rows_of([("late", late, ()), ("today", today, ()), ("next", near, ())], most=MOST)


def opening_day(data: CalendarData, summaries: Iterable[PlanSummary]) -> str:
    """The day to begin at: today while something is late, due or coming within ``NEAR`` days, else that of the next open entry.

    Without any: today when a shown plan is of this year, else the first day of the plan's year.
    """
    coming: list[str] = [e.day for name in ("week", "month", "later") for e in getattr(data.agenda, name)]
    if data.agenda.late or data.agenda.today or any(day <= shifted(data.today, days=NEAR) for day in coming):
        return data.today
    if coming:
        return min(coming)
    year = year_of(data, summaries)
    return data.today if int(data.today[:4]) == year else f"{year}-01-01"


def year_of(data: CalendarData, summaries: Iterable[PlanSummary]) -> int:
    """The year to begin with: today's when a shown plan is of it, else the plan's."""
    years = {p.year for p in summaries if p.id in data.plan_ids}
    now = int(data.today[:4])
    return now if not years or now in years else max(years)
