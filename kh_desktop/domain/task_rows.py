"""How the rows of a group hang together: numbers of tasks and sub-tasks, rows that continue a task, cells that span rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kh_desktop.domain.model import Task

MAX_LEVEL = 2
MERGEABLE = ("lead", "coord", "product", "deadline")
# A row that continues a task shares these with it.
SHARED = ("no", "content")


def levels(tasks: Sequence[Task]) -> tuple[int, ...]:
    """The level each row really has: never more than one below the row above, the first row is 0; a continuing row has its task's."""
    return tuple(level for level, _ in _numbered((t.level, t.continues) for t in tasks))


def number_tasks(tasks: Sequence[Task]) -> tuple[str, ...]:
    """The printed number of each row: "1", "1.1", "-" for a bullet; a continuing row repeats the number of its task."""
    return tuple(number for _, number in _numbered((t.level, t.continues) for t in tasks))


def last_number(rows: Iterable[tuple[int, bool]]) -> str:
    """The number of the last of ``rows``, each given as (level, continues)."""
    return [number for _, number in _numbered(rows)][-1]


def _numbered(rows: Iterable[tuple[int, bool]]) -> Iterator[tuple[int, str]]:
    level, number = -1, ""
    top = sub = 0
    for wished, continues in rows:
        if not continues or level < 0:
            level = max(0, min(wished, level + 1, MAX_LEVEL))
            if level == 0:
                top, sub = top + 1, 0
                number = str(top)
            elif level == 1:
                sub += 1
                number = f"{top}.{sub}"
            else:
                number = "-"
        yield level, number


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


def joined_values(tasks: Sequence[Task]) -> dict[int, dict[str, object]]:
    """By id of each task that is joined with a row above it: what its joined cells show, by field ("content" for a continuing row)."""
    shown: dict[int, dict[str, object]] = {}
    for index, task in enumerate(tasks):
        fields = [key for key in ("content", *MERGEABLE) if is_covered(tasks, index, key)]
        if fields:
            shown[task.id] = {key: getattr(tasks[head_of(tasks, index, key)], key) for key in fields}
    return shown


def repairs(before: Mapping[int, Mapping[str, object]], tasks: Sequence[Task]) -> dict[int, dict[str, object]]:
    """Changes by task id after which every joined cell of ``tasks`` shows what it showed ``before`` rows came, went or moved: a row whose
    head is another one now gets the text as its own. ``before``: from ``joined_values``."""
    changes: dict[int, dict[str, object]] = {}
    now: dict[str, object] = {}  # what the cells of the row above show
    for index, task in enumerate(tasks):
        own = {key: getattr(task, key) for key in ("content", *MERGEABLE)}
        joined = {*task.merged, "content"} if task.continues else set(task.merged)
        shown = {key: now[key] if index and key in joined else own[key] for key in own}
        lost = {key: value for key, value in before.get(task.id, {}).items() if key in joined and (not index or shown[key] != value)}
        if lost:
            changes[task.id] = dict(lost)
            if "content" in lost:
                changes[task.id]["continues"] = False
            changes[task.id]["merged"] = tuple(key for key in task.merged if key not in lost)
        now = {**shown, **lost}
    return changes
