"""Rows that belong together when rows are added and moved: a task with the rows that go on with it and the sub-tasks below it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kh_desktop.domain.model import Plan, Task, TaskGroup
from kh_desktop.domain.outline import roman
from kh_desktop.domain.task_rows import levels, number_tasks


def family_end(tasks: Sequence[Task], index: int) -> int:
    """The place after a task, the rows that go on with it and its sub-tasks."""
    depth = levels(tasks)
    end = index + 1
    while end < len(tasks) and (tasks[end].continues or depth[end] > depth[index]):
        end += 1
    return end


def own_end(tasks: Sequence[Task], index: int) -> int:
    """The place after a task and the rows that go on with it: there a row can be added without parting them."""
    index += 1
    while index < len(tasks) and tasks[index].continues:
        index += 1
    return index


def with_families(plan: Plan, chosen: Collection[int]) -> list[int]:
    """``chosen`` task ids in print order, each with its whole family."""
    found: list[int] = []
    for group in plan.groups:
        end = 0
        for index, task in enumerate(group.tasks):
            if task.id in chosen:
                end = max(end, family_end(group.tasks, index))
            if index < end:
                found.append(task.id)
    return found


@dataclass(frozen=True, slots=True)
class Move:
    """Tasks (in this order) before the ``at``-th of the other tasks of a group."""

    ids: tuple[int, ...]
    group_id: int
    at: int


def step_move(plan: Plan, chosen: Collection[int], by: int) -> Move | None:
    """Where chosen tasks (those of the first one's group, with their families) go when moved one place: past the whole neighbour family,
    at the ends into the next group; None at the ends of the plan."""
    ids = with_families(plan, chosen)
    if not ids:
        return None
    here = next(place for place, group in enumerate(plan.groups) if any(task.id == ids[0] for task in group.tasks))
    tasks = plan.groups[here].tasks
    ids = [task.id for task in tasks if task.id in ids]
    others = [task for task in tasks if task.id not in ids]
    at = next(index for index, task in enumerate(tasks) if task.id == ids[0])
    depth = levels(tasks)[at]
    if by > 0 and at < len(others):
        return Move(tuple(ids), plan.groups[here].id, _after(others, at, depth))
    if by < 0 and at > 0:
        return Move(tuple(ids), plan.groups[here].id, _before(others, at, depth))
    target = here + by
    if not 0 <= target < len(plan.groups):
        return None
    return Move(tuple(ids), plan.groups[target].id, len(plan.groups[target].tasks) if by < 0 else 0)


def _after(others: Sequence[Task], at: int, depth: int) -> int:
    """The place after the next task that is not deeper than ``depth``, and its family."""
    end = family_end(others, at)
    return end if levels(others)[at] >= depth else own_end(others, at)


def _before(others: Sequence[Task], at: int, depth: int) -> int:
    """The place before the previous task that is not deeper than ``depth``."""
    depths = levels(others)
    at -= 1
    while at > 0 and (others[at].continues or depths[at] > depth):
        at -= 1
    return at


def moved(plan: Plan, move: Move) -> list[tuple[int, tuple[Task, ...]]]:
    """(group id, tasks) of the plan after ``move``."""
    tasks = {task.id: task for group in plan.groups for task in group.tasks}
    out = []
    for group in plan.groups:
        rest = [task for task in group.tasks if task.id not in move.ids]
        if group.id == move.group_id:
            rest[move.at : move.at] = [tasks[id] for id in move.ids]
        out.append((group.id, tuple(rest)))
    return out


def number_after(plan: Plan, move: Move) -> str:
    """The number the first moved row will get: "II.3"."""
    for place, (_, tasks) in enumerate(moved(plan, move)):
        for task, number in zip(tasks, number_tasks(tasks), strict=True):
            if task.id == move.ids[0]:
                return _full(place, number)
    return ""


Known = dict[int, tuple[TaskGroup, int, dict[tuple[str, int], str]]]


def printed_numbers(plan: Plan, known: Known | None = None) -> dict[tuple[str, int], str]:
    """The full number of each group ("II") and task ("II.3") by key; rows without a number of their own are left out.
    ``known`` keeps the numbers of each group for the next time: in a long plan most groups stay the same objects."""
    numbers: dict[tuple[str, int], str] = {}
    for place, group in enumerate(plan.groups):
        entry = known.get(group.id) if known is not None else None
        if entry is None or entry[0] is not group or entry[1] != place:
            entry = (group, place, _numbers_of(group, place))
            if known is not None:
                known[group.id] = entry
        numbers.update(entry[2])
    return numbers


def _numbers_of(group: TaskGroup, place: int) -> dict[tuple[str, int], str]:
    numbers = {("group", group.id): roman(place + 1)}
    for task, number in zip(group.tasks, number_tasks(group.tasks), strict=True):
        if not task.continues and number != "-":
            numbers["task", task.id] = _full(place, number)
    return numbers


def _full(group: int, number: str) -> str:
    return roman(group + 1) if number == "-" else f"{roman(group + 1)}.{number}"
