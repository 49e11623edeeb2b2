"""Which rows fit what somebody looks for: pure functions of rows and tasks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kh_desktop.domain.model import Task, TaskState
from kh_desktop.domain.vitext import clean_line, fold, sort_key
from kh_desktop.ui.grid.arrangement import blocks
from kh_desktop.ui.grid.rows import TEXT_FIELDS, GridRow, RowKey


@dataclass(frozen=True, slots=True)
class Filter:
    """What rows must have; empty parts ask for nothing. ``unit`` leads or coordinates; ``deadline`` and ``text`` are words, accent-free
    unless typed with marks; ``problems`` asks for rows with something to look at."""

    unit: str = ""
    state: TaskState | None = None
    deadline: str = ""
    text: str = ""
    problems: bool = False

    def __bool__(self) -> bool:
        return bool(self.unit or self.state or self.deadline or self.text or self.problems)


@dataclass(frozen=True, slots=True)
class Found:
    """The rows to leave out, and how many of the plan's tasks fit."""

    left_out: frozenset[RowKey]
    fitting: int
    total: int


def plain_text(row: GridRow) -> str:
    """All texts of a row without marks and case; worked out once until they change."""
    if not row.plain:
        row.plain = " " + fold("\n".join(row.texts.get(key, "") for key in (*TEXT_FIELDS, "title")))
    return row.plain


def units_of(rows: Iterable[GridRow]) -> list[str]:
    """The units that lead or coordinate a task, in dictionary order."""
    cells = {row.texts.get(key, "") for row in rows for key in ("lead", "coord")}
    return sorted({unit for cell in cells for unit in cell.split("\n") if unit}, key=sort_key)


def apply_filter(rows: Sequence[GridRow], tasks: Mapping[int, Task], wanted: Filter) -> Found:
    """Rows that stand together (a task, the rows that go on with it, rows that share a cell) are shown together, under the tasks they are
    part of; a group without any is left out."""
    fits = _Fits(tasks, wanted)
    keep: set[RowKey] = set()
    fitting = total = 0
    above: list[GridRow] = []  # the nearest row of each level above
    for block in blocks(rows):
        own = sum(row.kind == "task" and not row.continues for row in block)
        total += own
        if block[0].kind == "group":
            above = [block[0]]
            continue
        level = tasks[block[0].id].level if block[0].id in tasks else 0
        above = above[: level + 1]
        if any(map(fits, block)):
            fitting += own
            keep.update(row.key for row in (*above, *block))
        above.append(block[0])
    return Found(frozenset(row.key for row in rows if row.key not in keep), fitting, total)


class _Fits:
    """Whether one row fits."""

    def __init__(self, tasks: Mapping[int, Task], wanted: Filter) -> None:
        self._tasks, self._wanted = tasks, wanted
        words = clean_line(wanted.text).casefold().split()
        self._bare = [word for word in words if fold(word) == word]
        self._marked = [word for word in words if fold(word) != word]

    def __call__(self, row: GridRow) -> bool:
        wanted = self._wanted
        if wanted.problems and not row.marks:
            return False
        if wanted.unit and not any(wanted.unit in row.texts.get(key, "").split("\n") for key in ("lead", "coord")):
            return False
        if wanted.state is not None and (row.id not in self._tasks or self._tasks[row.id].state is not wanted.state):
            return False
        if wanted.deadline and not _begin_words(wanted.deadline, row.texts.get("deadline", "")):
            return False
        return self._has_words(row)

    def _has_words(self, row: GridRow) -> bool:
        if self._bare:
            plain = plain_text(row)
            if not all(word in plain for word in self._bare):
                return False
        if not self._marked:
            return True
        exact = "\n".join(row.texts.values()).casefold()
        return all(word in exact for word in self._marked)


def _begin_words(query: str, text: str) -> bool:
    """Whether words of ``text`` begin with the words of ``query``: "i/2027" is not in "Quý II/2027"."""
    plain, exact = " " + fold(text), " " + clean_line(text).casefold()
    return all(f" {word}" in (plain if fold(word) == word else exact) for word in clean_line(query).casefold().split())
