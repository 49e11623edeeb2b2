"""Pasting a block of cells into the tasks of a plan: what it would change, and doing it as one step."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, cast

from kh_desktop.domain.clip.block import Block
from kh_desktop.domain.clip.recognise import Line, Table, recognise
from kh_desktop.domain.columns import COLUMN_SETS, FIELDS
from kh_desktop.domain.model import Column, Plan, Task, TaskGroup, Unit, UnitRef
from kh_desktop.domain.task_rows import levels
from kh_desktop.domain.unit_lines import split_units
from kh_desktop.domain.vitext import fold
from kh_desktop.services.messages import Said
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.services.tasks import add_group, add_tasks, update_group, update_tasks

Mode = Literal["over", "below", "each"]
MODES: tuple[Mode, ...] = ("over", "below", "each")
PASTE_FIELDS = (*FIELDS, "detail")
_UNITS = frozenset({"lead", "coord"})
_JOINTS = re.compile(r"\s*,\s*|\s+và\s+")
# Tasks written between two reports of progress.
_SLICE = 100


@dataclass(frozen=True, slots=True)
class Place:
    """Where one stands in the grid: a task by its place in its group (-1: on the group row), and the field of the column.
    ``group_id`` 0: the plan has no rows yet."""

    group_id: int = 0
    index: int = -1
    key: str = "content"


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell of an existing row that gets another text. ``kind`` and ``id`` name the row."""

    kind: Literal["group", "task"]
    id: int
    key: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class NewTasks:
    """Tasks to be put before the ``at``-th one of an existing group."""

    group_id: int
    at: int
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class NewGroup:
    """A group to be put before the ``at``-th one of the plan."""

    at: int
    title: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class PastePlan:
    """What a paste will do. ``fields``: changed fields by task, as ``update_tasks`` takes them; ``notes``: sentences for the person."""

    mode: Mode
    table: Table
    cells: tuple[CellChange, ...] = ()
    fields: Mapping[int, Mapping[str, object]] = field(default_factory=dict)
    titles: Mapping[int, str] = field(default_factory=dict)
    new_tasks: tuple[NewTasks, ...] = ()
    new_groups: tuple[NewGroup, ...] = ()
    notes: tuple[Said, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.fields or self.titles or self.new_tasks or self.new_groups)

    @property
    def added(self) -> int:
        """How many tasks are new."""
        return sum(len(new.tasks) for new in self.new_tasks) + sum(len(new.tasks) for new in self.new_groups)

    @property
    def overwritten(self) -> int:
        """How many cells lose a text."""
        return sum(bool(cell.old) for cell in self.cells)

    @property
    def count(self) -> int:
        """How many rows are touched."""
        return len(self.fields) + len(self.titles) + len(self.new_groups) + self.added

    @property
    def units(self) -> tuple[str, ...]:
        """Every unit that is pasted, as it is written."""
        added: tuple[NewTasks | NewGroup, ...] = (*self.new_tasks, *self.new_groups)
        tasks = [task for new in added for task in new.tasks]
        cells = [values for fields in self.fields.values() for key, values in fields.items() if key in _UNITS]
        over = [unit for cell in cells for unit in cast("tuple[UnitRef, ...]", cell)]
        return tuple(unit.label for unit in (*over, *(unit for task in tasks for unit in (*task.lead, *task.coord))))

    @property
    def simple(self) -> bool:
        """Whether the block just goes into empty cells: nothing to ask about."""
        changed = self.overwritten or self.added or self.new_groups or self.titles
        return not (changed or self.table.headers or self.table.groups or self.notes)


def plan_paste(
    plan: Plan,
    block: Block,
    *,
    at: Place,
    mode: Mode,
    keys: Sequence[str] | None = None,
    order: Sequence[int] | None = None,
    columns: Sequence[Column] = (),
    units: Sequence[Unit] = (),
) -> PastePlan:
    """What pasting ``block`` would change; nothing is changed.

    ``mode``: "over" writes over the rows from ``at`` down, "below" adds rows below it, "each" too, every row of the block a task.
    ``keys``: fields of the block's columns when a person has said so. ``order``: ids of the tasks shown, in the order shown, when some are
    left out or sorted: only these are written over. ``columns``: as shown, when not those of the plan. ``units``: the unit book, by
    which "A, B và C" is told apart from one unit whose name has a comma.
    """
    shown = _known(columns or plan.columns or COLUMN_SETS["responsible"])
    table = recognise(block, shown, start=at.key, keys=keys, plain=mode == "each")
    work = _Work(plan, table, at, _unit_names(units))
    if mode == "over" and at.group_id:
        work.over(order)
    else:
        work.below()
    return work.result(mode, block.legacy)


def usual_mode(plan: Plan, block: Block, *, at: Place, columns: Sequence[Column] = ()) -> Mode:
    """What somebody who pastes ``block`` here most likely wants: whole rows go below, a few cells over what is there."""
    table = recognise(block, _known(columns or plan.columns or COLUMN_SETS["responsible"]), start=at.key)
    whole = "content" in table.keys and (table.headers or table.groups or (table.keys[:2] == ("no", "content") and table.width > 3))
    here = next((g for g in plan.groups if g.id == at.group_id), None)
    empty_below = here is not None and all(not _text(t, key) for t in here.tasks[max(at.index, 0) :] for key in PASTE_FIELDS if key != "no")
    return "below" if at.index < 0 or (whole and not empty_below) else "over"


def _known(columns: Sequence[Column]) -> list[Column]:
    """Columns that are no field of a task keep their place, but nothing is pasted into them."""
    return [c if c.key in PASTE_FIELDS else Column("", c.label) for c in columns]


def _unit_names(units: Sequence[Unit]) -> frozenset[str]:
    return frozenset(fold(name) for unit in units for name in (unit.name, unit.short_name, *unit.aliases) if name)


def _text(task: Task, key: str) -> str:
    """What a cell of ``task`` says."""
    value = getattr(task, key)
    return "\n".join(unit.label for unit in value) if key in _UNITS else str(value)


class _Work:
    """Collects the changes of one paste."""

    def __init__(self, plan: Plan, table: Table, at: Place, names: frozenset[str]) -> None:
        self._plan, self._table, self._at, self._names = plan, table, at, names
        self._here = next((i for i, g in enumerate(plan.groups) if g.id == at.group_id), -1)
        self._cells: list[CellChange] = []
        self._fields: dict[int, dict[str, object]] = {}
        self._titles: dict[int, str] = {}
        self._added: dict[tuple[int, int], list[Task]] = {}
        self._groups: list[tuple[int, str, list[Task]]] = []
        self._levels: dict[int, int] = {}

    def result(self, mode: Mode, legacy: str) -> PastePlan:
        """Everything collected, with what a person should know."""
        return PastePlan(
            mode, self._table, tuple(self._cells), self._fields, self._titles,
            tuple(NewTasks(group, at, tuple(tasks)) for (group, at), tasks in self._added.items()),
            tuple(NewGroup(at, title, tuple(tasks)) for at, title, tasks in self._groups),
            tuple(self._notes(legacy)),
        )  # fmt: skip

    def _notes(self, legacy: str) -> Iterator[Said]:
        if legacy:
            yield Said({"tcvn3": "paste.tcvn3", "tcvn3?": "paste.tcvn3_doubt"}.get(legacy, "paste.vni"))
        lost = sum(len(line.lost) for line in self._table.lines)
        if lost:
            yield Said("paste.no_column", {"count": lost})

    # --- new rows

    def below(self) -> None:
        """All lines as new rows below the place."""
        here = self._here
        tasks: list[Task] | None = None
        if here >= 0:
            tasks = self._added.setdefault((self._at.group_id, self._below_here()), [])
        at = here + 1 if here >= 0 else len(self._plan.groups)
        for line in self._table.lines:
            if line.kind == "group":
                tasks = self._new_group(at, line.title)
                at += 1
            elif any(line.texts.values()) or line.shared:
                if tasks is None:
                    tasks = self._new_group(at, "")
                    at += 1
                self._put_new(tasks, line)
        self._added = {place: new for place, new in self._added.items() if new}

    def _below_here(self) -> int:
        """Behind the row and the rows that go on with it: a task is not cut in two."""
        rows, at = self._plan.groups[self._here].tasks, self._at.index + 1
        while 0 < at < len(rows) and rows[at].continues:
            at += 1
        return at

    def _new_group(self, at: int, title: str) -> list[Task]:
        tasks: list[Task] = []
        self._groups.append((at, title, tasks))
        return tasks

    def _put_new(self, tasks: list[Task], line: Line) -> None:
        values: dict[str, object] = {key: self._value(key, "" if key in line.shared else text) for key, text in line.texts.items()}
        tasks.append(Task(**values, level=line.level, continues=line.continues, merged=line.merged))  # type: ignore[arg-type]

    def _value(self, key: str, text: str) -> object:
        return tuple(UnitRef(name) for name in self._units(text)) if key in _UNITS else text

    def _units(self, text: str) -> list[str]:
        """The units a cell names; commas and "và" part them only where each part is a unit of the book."""
        found: list[str] = []
        for part in split_units(text):
            pieces = [piece for piece in _JOINTS.split(part) if piece] if self._names and fold(part) not in self._names else [part]
            found += pieces if len(pieces) > 1 and all(fold(piece) in self._names for piece in pieces) else [part]
        return found

    # --- over what is there

    def over(self, order: Sequence[int] | None) -> None:
        """Line by line over the rows from the place down; what is left over becomes new rows."""
        if any(line.kind == "group" for line in self._table.lines):
            self._over_groups(None if order is None else frozenset(order))
        else:
            self._over_tasks(order)

    def _over_tasks(self, order: Sequence[int] | None) -> None:
        """Group rows between the tasks are passed over."""
        targets = list(self._targets(order))
        above: Task | None = None
        for line, (group, task) in zip(self._table.lines, targets, strict=False):
            self._write(group, task, line, above)
            above = task
        rest = self._table.lines[len(targets) :]
        if rest:
            last = targets[-1][0] if targets else self._plan.groups[self._here]
            self._append(last, rest)

    def _targets(self, order: Sequence[int] | None) -> Iterator[tuple[TaskGroup, Task]]:
        if order is not None:
            known = {task.id: (group, task) for group in self._plan.groups for task in group.tasks}
            yield from (known[id] for id in order if id in known)
            return
        for number, group in enumerate(self._plan.groups[self._here :]):
            yield from ((group, task) for task in (group.tasks[max(self._at.index, 0) :] if number == 0 else group.tasks))

    def _append(self, group: TaskGroup, lines: Sequence[Line]) -> None:
        tasks = self._added.setdefault((group.id, len(group.tasks)), [])
        for line in lines:
            if any(line.texts.values()) or line.shared:
                self._put_new(tasks, line)
        if not tasks:
            del self._added[group.id, len(group.tasks)]

    def _over_groups(self, allowed: Collection[int] | None) -> None:
        """A group row of the block goes over the next group row; the tasks below it stay within that group."""
        groups, here, at = self._plan.groups, self._here, max(self._at.index, 0)
        fresh: list[Task] | None = None
        above: Task | None = None
        first = True
        for line in self._table.lines:
            if line.kind == "group":
                here += 0 if first and self._at.index < 0 else 1
                at, above = 0, None
                fresh = self._over_group(here, line.title)
            elif fresh is not None:
                self._put_new(fresh, line)
            else:
                tasks = groups[here].tasks
                while at < len(tasks) and allowed is not None and tasks[at].id not in allowed:
                    at += 1
                if at < len(tasks):
                    self._write(groups[here], tasks[at], line, above)
                    above = tasks[at]
                    at += 1
                else:
                    self._append(groups[here], [line])
            first = False

    def _over_group(self, here: int, title: str) -> list[Task] | None:
        """Names an existing group; where there is none, makes one and gives the list of its tasks."""
        if here >= len(self._plan.groups):
            return self._new_group(here, title)
        group = self._plan.groups[here]
        if group.title != title:
            self._titles[group.id] = title
            self._cells.append(CellChange("group", group.id, "title", group.title, title))
        return None

    def _write(self, group: TaskGroup, task: Task, line: Line, above: Task | None) -> None:
        """One line over one task."""
        fields: dict[str, object] = {}
        shared = line.shared if above is not None else frozenset()
        merged = set(task.merged)
        for key, new in line.texts.items():
            covered = key in task.merged or (key == "content" and task.continues)
            old = "" if covered else _text(task, key)
            value = self._value(key, new)
            said = "\n".join(self._units(new)) if key in _UNITS else new
            if key == "content" and above is not None and line.continues:
                fields.update({} if task.continues else {"continues": True})
                said = ""
            elif key in shared and key != "content":
                merged.add(key)
                said = ""
            elif said != old:
                fields[key] = value
                fields.update({"continues": False} if covered and key == "content" else {})
                merged.discard(key)
            if said != old:
                self._cells.append(CellChange("task", task.id, key, old, said))
        if merged != set(task.merged):
            fields["merged"] = merged
        if line.number and not line.continues and line.level != self._level(group, task):
            fields["level"] = line.level
        if fields:
            self._fields[task.id] = fields

    def _level(self, group: TaskGroup, task: Task) -> int:
        if task.id not in self._levels:
            self._levels.update(zip((t.id for t in group.tasks), levels(group.tasks), strict=True))
        return self._levels[task.id]


def apply_paste(s: Session, plan_id: int, paste: PastePlan, progress: Callable[[int, int], None] | None = None) -> ChangeSet:
    """Does what ``paste`` says as one step. ``progress`` hears (done, of); what it raises takes everything back."""
    done, of = 0, paste.count

    def tell(more: int) -> None:
        nonlocal done
        done += more
        if progress is not None:
            progress(done, of)

    with s.step("task.paste", plan_id=plan_id, count=of) as doing:
        changed = list(paste.fields.items())
        for start in range(0, len(changed), _SLICE):
            update_tasks(s, dict(changed[start : start + _SLICE]))
            tell(len(changed[start : start + _SLICE]))
        for group_id, title in paste.titles.items():
            update_group(s, group_id, title)
        for new in paste.new_tasks:
            add_tasks(s, new.group_id, new.tasks, new.at, told=tell)
        for group in paste.new_groups:
            add_tasks(s, add_group(s, plan_id, group.title, group.at), group.tasks, told=tell)
    return doing.changes
