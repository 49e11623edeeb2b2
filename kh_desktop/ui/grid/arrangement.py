"""Which rows of the plan are shown: groups that are closed, rows a filter leaves out. Never part of the plan, nor of its undo history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kh_desktop.ui.grid.rows import GridRow, RowKey


@dataclass(slots=True)
class Arrangement:
    """``closed``: groups whose tasks are folded away; ``left_out``: rows that do not fit the filter (rows added later always do)."""

    closed: set[int] = field(default_factory=set)
    left_out: set[RowKey] = field(default_factory=set)

    def shown(self, rows: Sequence[GridRow]) -> list[GridRow]:
        """The rows of ``rows`` to be shown."""
        if not self.closed and not self.left_out:
            return list(rows)
        return [
            row for row in rows if row.key not in self.left_out and (row.kind == "group" or row.group_id not in self.closed)
        ]  # fmt: skip

    def fold(self, rows: Sequence[GridRow]) -> list[RowKey]:
        """Tell each group row how many rows it folds away (-1: it is open); the keys of those that changed."""
        counts: dict[int, int] = {}
        if self.closed:
            for row in rows:
                if row.kind == "task" and row.group_id in self.closed and row.key not in self.left_out:
                    counts[row.group_id] = counts.get(row.group_id, 0) + 1
        changed = []
        for row in rows:
            if row.kind == "group":
                folded = counts.get(row.id, 0) if row.id in self.closed else -1
                if folded != row.folded:
                    row.folded = folded
                    changed.append(row.key)
        return changed

    def reveal(self, row: GridRow) -> bool:
        """Show ``row`` (with its group row) whatever is closed or left out; whether that changes anything."""
        group: RowKey = ("group", row.group_id)
        wanted = {row.key, group} & self.left_out
        opens = row.kind == "task" and row.group_id in self.closed
        self.left_out -= wanted
        if opens:
            self.closed.discard(row.group_id)
        return bool(wanted) or opens


def blocks(rows: Sequence[GridRow]) -> Iterable[list[GridRow]]:
    """Rows that stand together: a task with the rows that go on with it or share a cell with it."""
    block: list[GridRow] = []
    for row in rows:
        if row.kind == "task" and row.covered and block:
            block.append(row)
            continue
        if block:
            yield block
        block = [row]
    if block:
        yield block
