"""How the rows of a group hang together: numbers of tasks and sub-tasks, rows that continue a task, cells that span rows."""

from __future__ import annotations

from collections.abc import Sequence

from kh_desktop.domain.model import Task

MAX_LEVEL = 2
MERGEABLE = ("lead", "coord", "product", "deadline")
# A row that continues a task shares these with it.
SHARED = ("no", "content")


def levels(tasks: Sequence[Task]) -> tuple[int, ...]:
    """The level each row really has: never more than one below the row above, the first row is 0; a continuing row has its task's."""
    out: list[int] = []
    for task in tasks:
        above = out[-1] if out else -1
        out.append(above if task.continues and out else max(0, min(task.level, above + 1, MAX_LEVEL)))
    return tuple(out)


def number_tasks(tasks: Sequence[Task]) -> tuple[str, ...]:
    """The printed number of each row: "1", "1.1", "-" for a bullet; a continuing row repeats the number of its task."""
    out: list[str] = []
    top = sub = 0
    for task, level in zip(tasks, levels(tasks), strict=True):
        if task.continues and out:
            out.append(out[-1])
        elif level == 0:
            top, sub = top + 1, 0
            out.append(str(top))
        elif level == 1:
            sub += 1
            out.append(f"{top}.{sub}")
        else:
            out.append("-")
    return tuple(out)


def is_covered(tasks: Sequence[Task], index: int, key: str) -> bool:
    """Whether the cell of ``key`` in row ``index`` is one with the cell above it."""
    task = tasks[index]
    return index > 0 and ((task.continues and key in SHARED) or key in task.merged)


def span(tasks: Sequence[Task], index: int, key: str) -> int:
    """How many rows the cell of ``key`` in row ``index`` covers, this one included; 0 when it is covered itself."""
    if is_covered(tasks, index, key):
        return 0
    end = index + 1
    while end < len(tasks) and is_covered(tasks, end, key):
        end += 1
    return end - index


def head_of(tasks: Sequence[Task], index: int, key: str) -> int:
    """The row whose cell of ``key`` covers row ``index``."""
    while is_covered(tasks, index, key):
        index -= 1
    return index
