"""What the tasks of a plan lack and what looks doubtful in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from kh_desktop.domain.deadlines.words import day_text
from kh_desktop.domain.model import Plan, Shape, Task, TaskGroup
from kh_desktop.domain.outline import roman
from kh_desktop.domain.schedule import reading_of
from kh_desktop.domain.task_rows import head_of, is_covered, levels, number_tasks
from kh_desktop.domain.vitext import fold
from kh_desktop.services.findings import Problem, anchor_of, doubt, missing
from kh_desktop.services.messages import Said


def task_problems(plan: Plan) -> Iterator[Problem]:
    """Problems of groups and tasks in print order; a plan of prose has none."""
    return chain.from_iterable(problems_by_group(plan))


def problems_by_group(plan: Plan) -> Iterator[list[Problem]]:
    """The same, one list for each group, so that a screen can look through a long plan little by little."""
    if plan.shape is Shape.SECTIONS:
        return
    filled = any(g.tasks for g in plan.groups)
    if not filled:
        yield [missing("no_tasks", "tasks", "tasks")]
    seen: dict[str, str] = {}
    for index, group in enumerate(plan.groups):
        no, anchor, found = roman(index + 1), anchor_of("group", group.id, index), []
        if not group.title and len(plan.groups) > 1:
            found.append(missing("group_unnamed", "tasks", anchor, no=no))
        if not group.tasks and filled:
            found.append(missing("group_empty", "tasks", anchor, no=no))
        yield [*found, *_rows(plan, group, index, seen)]


def _rows(plan: Plan, group: TaskGroup, index: int, seen: dict[str, str]) -> Iterator[Problem]:
    prints_product = any(column.key == "product" for column in plan.columns)
    numbers, depth = number_tasks(group.tasks), levels(group.tasks)
    for place, task in enumerate(group.tasks):
        where, no = anchor_of("task", task.id, index, place), f"{roman(index + 1)}.{numbers[place]}"
        if not task.continues:
            if not task.content:
                yield missing("task_content", "tasks", f"{where}:content", no=no)
            if not _has(group.tasks, depth, place, "lead"):
                yield missing("task_lead", "tasks", f"{where}:lead", no=no)
            if not _has(group.tasks, depth, place, "deadline"):
                yield missing("task_deadline", "tasks", f"{where}:deadline", no=no)
            if prints_product and task.content and not _has(group.tasks, depth, place, "product"):
                yield doubt("task_product", "tasks", f"{where}:product", no=no)
            if (words := fold(task.content)) and (first := seen.setdefault(words, no)) != no:
                yield doubt("task_twice", "tasks", f"{where}:content", no=no, first=first)
        if task.deadline and not is_covered(group.tasks, place, "deadline"):
            yield from _deadline(plan, task, f"{where}:deadline", no)
        leads = {fold(u.label): u.label for u in task.lead}
        for both in [leads[fold(u.label)] for u in task.coord if fold(u.label) in leads]:
            yield doubt("task_both", "tasks", f"{where}:coord", no=no, unit=both)


def _deadline(plan: Plan, task: Task, anchor: str, no: str) -> Iterator[Problem]:
    """A deadline that gives no day although it should; what a person explained is understood."""
    reading = reading_of(plan, task)
    phrase = " ".join(task.deadline.split())
    if reading.kind == "invalid" and reading.suggestion:
        yield doubt("deadline_invalid", "tasks", anchor, no=no, phrase=phrase, day=day_text(reading.suggestion))
    elif reading.kind == "invalid":
        said = Said("review.deadline_impossible", {"no": no, "phrase": phrase})
        yield Problem("deadline_invalid", "warning", "tasks", anchor, said)
    elif reading.kind == "unknown":
        yield doubt("deadline_unknown", "tasks", anchor, no=no, phrase=phrase)


def _has(tasks: tuple[Task, ...], depth: Sequence[int], place: int, key: str) -> bool:
    """Whether the row says ``key`` itself, through a cell that spans it, or through the task it is part of; a task whose parts all say
    it needs none of its own."""
    if getattr(tasks[head_of(tasks, place, key)], key):
        return True
    above = next((i for i in range(place - 1, -1, -1) if depth[i] < depth[place]), None)
    if above is not None and _has(tasks, depth, above, key):
        return True
    end = next((i for i in range(place + 1, len(tasks)) if depth[i] <= depth[place] and not tasks[i].continues), len(tasks))
    parts = [i for i in range(place + 1, end) if depth[i] > depth[place]]
    return bool(parts) and all(getattr(tasks[i], key) for i in parts)
