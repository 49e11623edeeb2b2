"""The tasks of a plan in the next one: what was not done, what was given up, and rows taken out without tearing joined cells."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kh_desktop.domain.deadlines import read_deadline
from kh_desktop.domain.model import Plan, PlanState, Task, TaskGroup, TaskState
from kh_desktop.domain.roll_forward.model import Change, Span, key_of
from kh_desktop.domain.task_rows import joined_values, levels, repairs

_UNFINISHED = (TaskState.TODO, TaskState.DOING)
# What goes on, comes back or waits for others is there every year; what had its day was missed.
_ONCE = ("due", "window", "unknown", "invalid")


def is_followed(plan: Plan, *, read_in: bool = False) -> bool:
    """Whether the work of a plan was followed: else nothing is known of what was done. ``read_in``: it came in when it was issued
    already, so that only what was noted since speaks."""
    tasks = (task for group in plan.groups for task in group.tasks)
    return (plan.state is PlanState.ISSUED and not read_in) or any(t.state is not TaskState.TODO or t.evidence for t in tasks)


def task_changes(plan: Plan, span: Span, note: str, *, read_in: bool = False) -> Iterator[Change]:
    """The unfinished tasks (carried over with ``note``, or left out) and the dropped ones (left out) of a plan that was followed."""
    if not span.by or not is_followed(plan, read_in=read_in):
        return
    period = (plan.period_start, plan.period_end) if plan.period_start and plan.period_end else None
    for g, group in enumerate(plan.groups):
        depth = levels(group.tasks)
        for t, task in enumerate(group.tasks):
            where = f"task:{g}.{t}"
            if task.state is TaskState.DROPPED:
                family = family_of(group.tasks, depth, t)
                if all(group.tasks[i].state is TaskState.DROPPED for i in family):
                    yield Change(key_of("task", where), "task", where, 0, _name(group, t), "", True, "roll.dropped", choices=("",))
            elif task.state in _UNFINISHED and not task.evidence and (task.deadline or not task.continues):
                if read_deadline(task.deadline, year=plan.year, period=period).kind in _ONCE:
                    reason = f"roll.unfinished_{task.state.value}"
                    yield Change(key_of("task", where), "task", where, 0, _name(group, t), note, True, reason, choices=(note, ""))


def _name(group: TaskGroup, index: int) -> str:
    while group.tasks[index].continues and index:
        index -= 1
    return group.tasks[index].content


def family_of(tasks: Sequence[Task], depth: Sequence[int], index: int) -> range:
    """A row with the rows that hang on it: those that continue it, and the tasks below its level."""
    end = index + 1
    if tasks[index].continues:
        return range(index, end)
    while end < len(tasks) and (tasks[end].continues or depth[end] > depth[index]):
        end += 1
    return range(index, end)


def fresh(task: Task, note: str = "") -> Task:
    """A task to be done again: nothing of how it went last year."""
    return replace(task, state=TaskState.TODO, note=note, evidence=(), meaning=None, moves=())


def gone_rows(plan: Plan, wheres: Collection[str]) -> set[tuple[int, int]]:
    """The rows (group, task) that go when the tasks at these places are left out."""
    gone: set[tuple[int, int]] = set()
    for where in wheres:
        g, _, t = where.removeprefix("task:").partition(".")
        tasks = plan.groups[int(g)].tasks
        gone |= {(int(g), i) for i in family_of(tasks, levels(tasks), int(t))}
    return gone


def without(group: TaskGroup, gone: Collection[int]) -> TaskGroup:
    """The group without the rows at these indexes; cells that were joined with one of them go on showing what they showed."""
    if not gone:
        return group
    numbered = [replace(task, id=index + 1) for index, task in enumerate(group.tasks)]
    before = joined_values(numbered)
    kept = [task for index, task in enumerate(numbered) if index not in gone]
    mended = repairs(before, kept)
    kept = [replace(task, **mended.get(task.id, {})) for task in kept]  # type: ignore[arg-type]
    if kept:
        kept[0] = replace(kept[0], continues=False, merged=())
    return replace(group, tasks=tuple(replace(task, id=group.tasks[task.id - 1].id) for task in kept))
