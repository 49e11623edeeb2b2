"""Everything a period's report is made of, gathered once: the form, the targets, the tasks of the plan with what they yielded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kh_desktop.domain.indicators import Indicator, Reading
from kh_desktop.domain.model import Plan, Task, TaskState
from kh_desktop.domain.periods import Period, period_name, period_of
from kh_desktop.domain.progress import Counts, joint_state, plan_counts
from kh_desktop.domain.schedule import Entry
from kh_desktop.domain.vitext import fold
from kh_desktop.services.dashboard import TargetRow, dashboard
from kh_desktop.services.figures import Form06a, form_06a
from kh_desktop.services.form_lines import form_lines
from kh_desktop.services.indicator_book import indicators
from kh_desktop.services.periods import plans_of_year
from kh_desktop.services.plans import get_plan
from kh_desktop.services.progress import state_days
from kh_desktop.services.readings import readings
from kh_desktop.services.schedule import dated_plan, plan_entries, report_rules
from kh_desktop.services.session import Session


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task with its continuing rows as one: what it is, who leads, its state, what it yielded, the day its state was set (ISO)."""

    number: str
    group: str
    task: Task
    rows: tuple[Task, ...]
    state: TaskState
    changed: str
    late: bool


@dataclass(frozen=True, slots=True)
class ReportData:
    """The material of a report. ``plan`` None: no plan is followed in the year. ``coming``: days of the next period."""

    period: Period
    words: str
    plan: Plan | None
    form: Form06a
    targets: tuple[TargetRow, ...]
    readings: Mapping[str, Reading]
    indicators: Mapping[str, Indicator]
    tasks: tuple[TaskRow, ...]
    counts: Counts
    late: tuple[Entry, ...]
    coming: tuple[Entry, ...]
    small: Mapping[str, Sequence[tuple[str, Mapping[str, int]]]]


def gather(s: Session, period: str, today: date, plan_id: int = 0) -> ReportData:
    """The material of a period's report as of ``today``; ``plan_id`` 0: the plan followed in the period's year. UsageError plan.missing;
    KhError period.unreadable."""
    chosen = period_of(report_rules(s), period)
    plan_id = plan_id or next(iter(plans_of_year(s, chosen.year, today)), 0)
    plan = get_plan(s, plan_id) if plan_id else None
    entries = plan_entries(s, dated_plan(s, plan_id), today) if plan_id else []
    late = tuple(e for e in entries if e.state == "late" and e.task_id)
    board = dashboard(s, today, plan_id=plan_id, period=chosen.key) if plan_id else None
    known = readings(s, period=chosen.key)
    return ReportData(
        chosen, period_name(chosen.key), plan, form_06a(s, chosen.key), board.targets if board else (),
        {r.indicator: r for r in known}, {i.key: i for i in indicators(s)},
        _tasks(s, plan, {e.task_id for e in late}) if plan else (), plan_counts(plan) if plan else Counts(),
        late, _coming(entries, chosen), {name: form_lines(s, chosen.key, name) for name in ("pakn", "review")},
    )  # fmt: skip


def _coming(entries: Sequence[Entry], period: Period) -> tuple[Entry, ...]:
    """What is due after the period, for as long as the period was."""
    last = date.fromisoformat(period.end)
    until = date.fromordinal(last.toordinal() + min(period.days, 100)).isoformat()
    open_states = ("late", "today", "soon", "later")
    return tuple(e for e in entries if e.task_id and period.end < e.day <= until and e.state in open_states and e.kind != "check")


def _tasks(s: Session, plan: Plan, late: set[int]) -> tuple[TaskRow, ...]:
    from kh_desktop.domain.task_rows import number_tasks

    days = state_days(s, plan.id)
    found: list[TaskRow] = []
    for group in plan.groups:
        rows: list[tuple[str, list[Task]]] = []
        for number, task in zip(number_tasks(group.tasks), group.tasks, strict=True):
            if task.continues and rows:
                rows[-1][1].append(task)
            else:
                rows.append((number, [task]))
        for number, tasks in rows:
            changed = max((days.get(t.id, "") for t in tasks), default="")
            ids = {t.id for t in tasks}
            state = joint_state(t.state for t in tasks)
            found.append(TaskRow(number, group.title, tasks[0], tuple(tasks), state, changed, bool(ids & late)))
    return tuple(found)


def done_in(data: ReportData) -> tuple[TaskRow, ...]:
    """The tasks finished within the period (by the day of their evidence, else the day their state was set)."""
    return tuple(row for row in data.tasks if row.state is TaskState.DONE and data.period.start <= _day(row) <= data.period.due)


def _day(row: TaskRow) -> str:
    return max((e.issued for t in row.rows for e in t.evidence if e.issued), default=row.changed[:10])


def about(rows: Sequence[TaskRow], words: Sequence[str]) -> list[TaskRow]:
    """The tasks whose group or content speaks of one of ``words``."""
    wanted = [fold(w) for w in words]
    return [row for row in rows if any(w in fold(f"{row.group} {row.task.content}") for w in wanted)]
