"""What the grid does to the plan: each method is one command of the services, one undo step, refused in words when it cannot be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import Column, Task
from kh_desktop.services import tasks
from kh_desktop.services.messages import error_text
from kh_desktop.services.plans import set_plan
from kh_desktop.services.session import Session
from kh_desktop.ui.grid.block import Changes
from kh_desktop.ui.grid.model import GridModel
from kh_desktop.ui.grid.rows import GridRow, RowKey

T = TypeVar("T")


class GridCommands(QObject):
    """Commands on the plan shown by ``model``. ``failed`` carries the sentence for a refused one."""

    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session

    def edit(self, row: GridRow, key: str, text: str) -> bool:
        """Change one cell."""
        if row.kind == "group":
            return self._run(lambda: tasks.update_group(self.session, row.id, text)) is not None
        return self._run(lambda: tasks.update_task(self.session, row.id, **{key: text})) is not None

    def carry_out(self, plan_id: int, changes: Changes, label: str) -> bool:
        """Changed cells and new rows together, as one step named ``label``."""
        return bool(changes) and self._run(lambda: self._all(plan_id, changes, label)) is not None

    def _all(self, plan_id: int, changes: Changes, label: str) -> bool:
        with self.session.step(label, plan_id=plan_id, count=changes.count):
            if changes.tasks:
                tasks.update_tasks(self.session, changes.tasks)
            for group_id, title in changes.titles.items():
                tasks.update_group(self.session, group_id, title)
            if changes.new:
                group_id = changes.group_id or tasks.add_group(self.session, plan_id)
                tasks.add_tasks(self.session, group_id, changes.new, changes.at)
        return True

    def add_task(self, model: GridModel, after: int) -> RowKey | None:
        """An empty task below row ``after`` (first of the group when that is a group row); without any group, one is made."""
        if not model.rows:
            group = self._run(lambda: tasks.add_group(self.session, model.plan_id))
            return None if group is None else self._added(group, 0)
        row = model.rows[after if 0 <= after < len(model.rows) else len(model.rows) - 1]
        return self._added(row.group_id, 0 if row.kind == "group" else row.place + 1)

    def _added(self, group_id: int, at: int) -> RowKey | None:
        ids = self._run(lambda: tasks.add_tasks(self.session, group_id, [Task()], at))
        return ("task", ids[0]) if ids else None

    def add_group(self, model: GridModel, after: int) -> RowKey | None:
        """An empty group below the group of row ``after``."""
        groups = group_order(model.rows)
        at = len(groups)
        if 0 <= after < len(model.rows):
            at = groups.index(model.rows[after].group_id) + 1
        group = self._run(lambda: tasks.add_group(self.session, model.plan_id, "", at))
        return None if group is None else ("group", group)

    def remove(self, rows: Sequence[GridRow]) -> bool:
        """Remove rows in one step; a group goes with its tasks."""
        groups = [row.id for row in rows if row.kind == "group"]
        ids = [row.id for row in rows if row.kind == "task" and row.group_id not in groups]
        if not groups and not ids:
            return False
        return self._run(lambda: tasks.remove_rows(self.session, task_ids=ids, group_ids=groups)) is not None

    def move(self, model: GridModel, rows: Sequence[GridRow], by: int) -> bool:
        """Move a group, or the tasks among ``rows``, one place up (-1) or down (1); tasks go on into the next group at the ends."""
        if not rows:
            return False
        if rows[0].kind == "group":
            place = rows[0].place + by
            if not 0 <= place < len(group_order(model.rows)):
                return False
            return self._run(lambda: tasks.move_group(self.session, rows[0].id, place)) is not None
        wanted = task_target(model.rows, rows, by)
        if wanted is None:
            return False
        ids, group_id, at = wanted
        return self._run(lambda: tasks.move_tasks(self.session, ids, group_id=group_id, at=at)) is not None

    def add_from_library(self, plan_id: int, keys: Sequence[str]) -> bool:
        """Add ticked tasks of the library in one step."""
        return self._run(lambda: tasks.add_from_library(self.session, plan_id, keys)) is not None

    def set_columns(self, plan_id: int, columns: tuple[Column, ...]) -> bool:
        """Use other columns."""
        return self.attempt(lambda: set_plan(self.session, plan_id, columns=columns))

    def attempt(self, command: Callable[[], object]) -> bool:
        """Another command of the services, refused in words when it cannot be."""
        return self._run(lambda: (command(),)) is not None

    @contextmanager
    def own(self) -> Iterator[None]:
        """Marks changes as made here, so that the screen does not jump to what the user did himself."""
        before, self.session.initiator = self.session.initiator, self
        try:
            yield
        finally:
            self.session.initiator = before

    def _run(self, command: Callable[[], T]) -> T | None:
        try:
            with self.own():
                return command()
        except KhError as error:
            self.failed.emit(error_text(error))
            return None


def group_order(rows: Sequence[GridRow]) -> list[int]:
    """The ids of the groups in print order."""
    return [row.id for row in rows if row.kind == "group"]


def task_target(rows: Sequence[GridRow], chosen: Sequence[GridRow], by: int) -> tuple[list[int], int, int] | None:
    """Where the chosen tasks (of the first one's group) go: their ids, the group and the place among its other tasks; None at the ends."""
    group_id = chosen[0].group_id
    ids = [row.id for row in chosen if row.kind == "task" and row.group_id == group_id]
    others = [row.id for row in rows if row.kind == "task" and row.group_id == group_id and row.id not in ids]
    first = next(row.place for row in rows if row.kind == "task" and row.id == ids[0])
    if 0 <= first + by <= len(others):
        return ids, group_id, first + by
    groups = group_order(rows)
    place = groups.index(group_id) + by
    if not 0 <= place < len(groups):
        return None
    target = groups[place]
    size = sum(row.kind == "task" and row.group_id == target for row in rows)
    return ids, target, size if by < 0 else 0
