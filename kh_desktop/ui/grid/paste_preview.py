"""The rows of the preview of a paste: what is overwritten, what is new. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from kh_desktop.domain.model import Plan, Task
from kh_desktop.domain.outline import roman
from kh_desktop.domain.task_rows import number_tasks
from kh_desktop.services.pasting import PastePlan
from kh_desktop.ui.grid.rows import units_text

# More rows nobody reads before pasting; the summary counts them all.
MOST = 200


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """``new``: the row is added; ``group``: it is a group row, its title under "content". ``cells``: (old, new) by field."""

    where: str
    new: bool
    group: bool
    cells: Mapping[str, tuple[str, str]]


def preview_rows(plan: Plan, paste: PastePlan) -> list[PreviewRow]:
    """The first rows that ``paste`` touches: changed ones in the order of the block, then new ones."""
    return list(islice(_all(plan, paste), MOST))


def _all(plan: Plan, paste: PastePlan) -> Iterator[PreviewRow]:
    yield from _changed(plan, paste)
    for new in paste.new_tasks:
        yield from map(_new_task, new.tasks)
    for group in paste.new_groups:
        yield PreviewRow("", True, True, {"content": ("", group.title)})
        yield from map(_new_task, group.tasks)


def _changed(plan: Plan, paste: PastePlan) -> Iterator[PreviewRow]:
    names = _places(plan, {cell.id for cell in paste.cells if cell.kind == "task"})
    groups = {group.id: roman(place) for place, group in enumerate(plan.groups, start=1)}
    rows: dict[tuple[str, int], dict[str, tuple[str, str]]] = {}
    for cell in paste.cells:
        key = "content" if cell.kind == "group" else cell.key
        rows.setdefault((cell.kind, cell.id), {})[key] = (cell.old, cell.new)
        if len(rows) > MOST:
            break
    for (kind, id), cells in rows.items():
        yield PreviewRow(groups[id] if kind == "group" else names[id], False, kind == "group", cells)


def _places(plan: Plan, ids: set[int]) -> dict[int, str]:
    """The printed places ("II.3") of these tasks."""
    found: dict[int, str] = {}
    for place, group in enumerate(plan.groups, start=1):
        if any(task.id in ids for task in group.tasks):
            found.update((t.id, f"{roman(place)}.{n}") for t, n in zip(group.tasks, number_tasks(group.tasks), strict=True) if t.id in ids)
    return found


def _new_task(task: Task) -> PreviewRow:
    texts = {
        "content": task.content, "lead": units_text(task.lead), "coord": units_text(task.coord), "product": task.product,
        "deadline": task.deadline, "detail": task.detail,
    }  # fmt: skip
    return PreviewRow("", True, False, {key: ("", text) for key, text in texts.items() if text})

