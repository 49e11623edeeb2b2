"""What the grid does to the plan: each method is one command of the services, one undo step, refused in words when it cannot be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import Column, Plan, Task
from kh_desktop.services import tasks
from kh_desktop.services.plans import set_plan
from kh_desktop.services.session import Session
from kh_desktop.ui.errors import error_sentence
from kh_desktop.ui.grid.block import Changes
from kh_desktop.ui.grid.families import Move, step_move
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
        """An empty task below row ``after`` and the rows that go on with it (first of the group when that is a group row); without any
        group, one is made."""
        if not model.all_rows:
            group = self._run(lambda: tasks.add_group(self.session, model.plan_id))
            return None if group is None else self._added(group, 0, Task())
        row = model.rows[after] if 0 <= after < len(model.rows) else model.all_rows[-1]
        return self._added(row.group_id, *new_below(model.all_rows, row))

    def insert_above(self, model: GridModel, before: int) -> RowKey | None:
        """An empty task above row ``before``, of the same level; above a group row it becomes the last of the group before."""
        row = model.rows[before]
        if row.kind == "task":
            return self._added(row.group_id, *new_above(model.all_rows, row))
        groups = group_order(model.all_rows)
        place = groups.index(row.id)
        return self.add_group_at(model, place) if place == 0 else self._added(groups[place - 1], None, Task())

    def _added(self, group_id: int, at: int | None, task: Task) -> RowKey | None:
        ids = self._run(lambda: tasks.add_tasks(self.session, group_id, [task], at))
        return ("task", ids[0]) if ids else None

    def add_group(self, model: GridModel, after: int) -> RowKey | None:
        """An empty group below the group of row ``after``."""
        groups = group_order(model.all_rows)
        at = len(groups)
        if 0 <= after < len(model.rows):
            at = groups.index(model.rows[after].group_id) + 1
        return self.add_group_at(model, at)

    def add_group_at(self, model: GridModel, at: int) -> RowKey | None:
        """An empty group as the ``at``-th."""
        group = self._run(lambda: tasks.add_group(self.session, model.plan_id, "", at))
        return None if group is None else ("group", group)

    def remove(self, rows: Sequence[GridRow]) -> bool:
        """Remove rows in one step; a group goes with its tasks."""
        groups = [row.id for row in rows if row.kind == "group"]
        ids = [row.id for row in rows if row.kind == "task" and row.group_id not in groups]
        if not groups and not ids:
            return False
        return self._run(lambda: tasks.remove_rows(self.session, task_ids=ids, group_ids=groups)) is not None

    def move(self, plan: Plan, rows: Sequence[GridRow], by: int) -> bool:
        """Move a group, or the tasks among ``rows``, one place up (-1) or down (1); tasks go on into the next group at the ends."""
        if not rows:
            return False
        if rows[0].kind == "group":
            place = [group.id for group in plan.groups].index(rows[0].id) + by
            return 0 <= place < len(plan.groups) and self.move_group(rows[0].id, place)
        wanted = step_move(plan, {row.id for row in rows if row.kind == "task"}, by)
        return wanted is not None and self.relocate(wanted)

    def move_group(self, group_id: int, to: int) -> bool:
        """Make a group the ``to``-th."""
        return self.attempt(lambda: tasks.move_group(self.session, group_id, to))

    def relocate(self, move: Move) -> bool:
        """Put tasks at another place."""
        return self.attempt(lambda: tasks.move_tasks(self.session, move.ids, group_id=move.group_id, at=move.at))

    def indent(self, ids: Sequence[int], by: int) -> bool:
        """Tasks a level down (1) or up (-1)."""
        return self.attempt(lambda: tasks.indent_tasks(self.session, ids, by))

    def merge(self, ids: Sequence[int], fields: Sequence[str], on: bool) -> bool:
        """Join (or part) the cells of some columns of consecutive tasks, one step."""
        return self.attempt(lambda: self._merge(ids, fields, on))

    def _merge(self, ids: Sequence[int], fields: Sequence[str], on: bool) -> None:
        with self.session.step("task.merge" if on else "task.unmerge", count=len(ids)):
            for field in fields:
                if field == "content":  # rows below go on with the task of the first one, or are tasks of their own
                    tasks.update_tasks(self.session, {id: {"continues": on} for id in ids[1:]})
                else:
                    tasks.merge_cells(self.session, ids, field, on)

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
            self.failed.emit(error_sentence(error))
            return None


def group_order(rows: Sequence[GridRow]) -> list[int]:
    """The ids of the groups in print order."""
    return [row.id for row in rows if row.kind == "group"]


def new_below(rows: Sequence[GridRow], row: GridRow) -> tuple[int, Task]:
    """Place and shape of an empty task below ``row`` and the rows that go on with it: it shares the joined cells it lands in."""
    if row.kind == "group":
        return 0, Task()
    mates = [mate for mate in rows if mate.kind == "task" and mate.group_id == row.group_id]
    at = row.place + 1
    while at < len(mates) and mates[at].continues:
        at += 1
    return at, _within(mates, at, row.level)


def new_above(rows: Sequence[GridRow], row: GridRow) -> tuple[int, Task]:
    """Place and shape of an empty task above ``row`` (above the task it goes on with)."""
    mates = [mate for mate in rows if mate.kind == "task" and mate.group_id == row.group_id]
    at = row.place
    while at > 0 and mates[at].continues:
        at -= 1
    return at, _within(mates, at, mates[at].level)


def _within(mates: Sequence[GridRow], at: int, level: int) -> Task:
    joined = tuple(mates[at].covered - {"content"}) if 0 < at < len(mates) else ()
    return Task(level=level, merged=joined)
