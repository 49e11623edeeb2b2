"""What clearing and filling cells means: pure functions from rows and cells to the changes of the services."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kh_desktop.domain.model import Task
from kh_desktop.ui.grid.rows import GridRow

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
