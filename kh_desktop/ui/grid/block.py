"""What clearing, copying and pasting a block of cells means: pure functions from rows and cells to the changes of the services."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from kh_desktop.domain.model import Task, UnitRef
from kh_desktop.domain.plan_json import split_units
from kh_desktop.ui.grid.clipboard import Table
from kh_desktop.ui.grid.rows import UNIT_FIELDS, GridRow

Cell = tuple[GridRow, str]


@dataclass(slots=True)
class Changes:
    """Changed cells by task and by group, and rows to be added to a group at a place."""

    tasks: dict[int, dict[str, object]] = field(default_factory=dict)
    titles: dict[int, str] = field(default_factory=dict)
    new: list[Task] = field(default_factory=list)
    group_id: int = 0
    at: int = 0

    def __bool__(self) -> bool:
        return bool(self.tasks or self.titles or self.new)

    @property
    def count(self) -> int:
        """How many rows are touched."""
        return len(self.tasks) + len(self.titles) + len(self.new)

    def put(self, row: GridRow, key: str, text: str) -> None:
        """Change one cell; numbers and covered cells are left alone."""
        if key in ("", "no") or row.texts.get(key, "") == text:
            return
        if row.kind == "group":
            self.titles[row.id] = text
        else:
            self.tasks.setdefault(row.id, {})[key] = text
            if key in row.covered:
                self._part(row, key)

    def _part(self, row: GridRow, key: str) -> None:
        """A cell that gets a text of its own is no longer one with the cell above."""
        fields = self.tasks[row.id]
        if key == "content":
            fields["continues"] = False
        else:
            fields["merged"] = set(fields.get("merged", row.covered - {"content"})) - {key}  # type: ignore[call-overload]


def fill(cells: Sequence[Cell], text: str) -> Changes:
    """The same text in every cell ("" clears them)."""
    changes = Changes()
    for row, key in cells:
        changes.put(row, key, text)
    return changes


def new_task(texts: dict[str, str]) -> Task:
    """A task from cell texts by field."""
    fields: dict[str, Any] = {}
    for key, text in texts.items():
        if key not in ("", "no", "title"):
            fields[key] = tuple(UnitRef(part) for part in split_units(text)) if key in UNIT_FIELDS else text
    return Task(**fields)


def paste_over(rows: Sequence[GridRow], start: int, keys: Sequence[str], table: Table) -> Changes:
    """Write ``table`` over the task rows from ``start`` down, its columns into ``keys``; group rows are passed over, what is left over
    becomes new tasks of the last group."""
    changes = Changes()
    targets = [row for row in rows[start:] if row.kind == "task"]
    for row, cells in zip(targets, table, strict=False):
        for key, text in zip(keys, cells, strict=False):
            changes.put(row, key, text.strip())
    rest = table[len(targets) :]
    if rest and rows:
        changes.new = _tasks(keys, rest)
        changes.group_id = rows[-1].group_id
        changes.at = 0 if rows[-1].kind == "group" else rows[-1].place + 1
    return changes


def paste_below(row: GridRow, keys: Sequence[str], table: Table) -> Changes:
    """``table`` as new tasks below ``row``."""
    return Changes(new=_tasks(keys, table), group_id=row.group_id, at=0 if row.kind == "group" else row.place + 1)


def all_new(keys: Sequence[str], table: Table) -> Changes:
    """``table`` as the first tasks of a plan without any."""
    return Changes(new=_tasks(keys, table))


def _tasks(keys: Sequence[str], table: Table) -> list[Task]:
    return [new_task(dict(zip(keys, (cell.strip() for cell in line), strict=False))) for line in table]
