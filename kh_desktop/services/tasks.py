"""Editing the tasks of a plan and their groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, cast

from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.model import Task, TaskGroup, Unit, UnitRef
from kh_desktop.domain.outline import roman
from kh_desktop.domain.task_rows import MAX_LEVEL, MERGEABLE, joined_values, last_number, levels, repairs
from kh_desktop.domain.vitext import clean, clean_line
from kh_desktop.services.office import get_office, link_by, typed_units, unit_book
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.store.places import make_room, siblings
from kh_desktop.store.plans import insert_task, read_plan, remove_task, rows_of_group, rows_where, set_units
from kh_desktop.store.rows import evidence_of, move_of, task_of
from kh_desktop.store.unit_of_work import UnitOfWork, Value

_TEXTS = ("content", "detail", "product", "deadline")


def _row(s: Session, table: str, id: int) -> dict[str, Any]:
    rows = rows_where(s.workspace.conn, table, "id = ?", (id,), order="id")
    if not rows:
        raise UsageError("row.gone")
    return rows[0]


def task_number(s: Session, task_id: int) -> str:
    """The printed place of a task, "II.3"."""
    conn = s.workspace.conn
    row = _row(s, "task", task_id)
    groups = [g["id"] for g in rows_where(conn, "task_group", "plan_id = ?", (row["plan_id"],))]
    # Only what numbers depend on is read: this runs for every edited cell.
    number = last_number(rows_of_group(conn, row["group_id"], row["position"]))
    return f"{roman(groups.index(row['group_id']) + 1)}.{number}"


def get_tasks(s: Session, ids: Iterable[int]) -> list[Task]:
    """These tasks as they are now; those that are gone are left out. For screens that take in one changed cell of a long plan."""
    conn = s.workspace.conn
    found = []
    for task_id in ids:
        units: dict[str, list[UnitRef]] = {"lead": [], "coord": []}
        for unit in rows_where(conn, "assignment", "task_id = ?", (task_id,)):
            units[unit["role"]].append(UnitRef(unit["label"], unit["unit_id"]))
        evidence = tuple(map(evidence_of, rows_where(conn, "evidence", "task_id = ?", (task_id,))))
        moves = tuple(map(move_of, rows_where(conn, "due_move", "task_id = ?", (task_id,), order="id")))
        for row in rows_where(conn, "task", "id = ?", (task_id,), order="id"):
            found.append(task_of(row, tuple(units["lead"]), tuple(units["coord"]), evidence, moves))
    return found


def add_group(s: Session, plan_id: int, title: str = "", at: int | None = None) -> int:
    """A new group before the ``at``-th one; returns its id."""
    with s.step("group.add", plan_id=plan_id) as doing:
        (position,) = make_room(doing.uow, "task_group", siblings(doing.uow, "task_group", "plan_id", plan_id), at, 1)
        return doing.uow.insert("task_group", {"plan_id": plan_id, "position": position, "title": clean(title)})


def update_group(s: Session, group_id: int, title: str) -> ChangeSet:
    """Renames a group."""
    with s.step("group.edit", plan_id=_row(s, "task_group", group_id)["plan_id"], title=clean_line(title)[:60]) as doing:
        doing.uow.update("task_group", group_id, {"title": clean(title)})
    return doing.changes


def move_group(s: Session, group_id: int, to: int) -> ChangeSet:
    """Makes a group (with its tasks) the ``to``-th one (0-based, counted without itself)."""
    row = _row(s, "task_group", group_id)
    with s.step("group.move", plan_id=row["plan_id"], title=row["title"][:60]) as doing:
        others = [x for x in siblings(doing.uow, "task_group", "plan_id", row["plan_id"]) if x[0] != group_id]
        (position,) = make_room(doing.uow, "task_group", others, to, 1)
        doing.uow.update("task_group", group_id, {"position": position})
    return doing.changes


def add_tasks(
    s: Session, group_id: int, tasks: Sequence[Task], at: int | None = None, *, told: Callable[[int], None] | None = None
) -> list[int]:
    """New tasks before the ``at``-th one of a group, one step; returns their ids. ``told`` hears of each task written."""
    plan_id = _row(s, "task_group", group_id)["plan_id"]
    book = unit_book(get_office(s).units)
    with s.step("task.add", plan_id=plan_id, count=len(tasks)) as doing:
        ids = []
        with _joins_kept(s, doing.uow, [group_id]):
            positions = make_room(doing.uow, "task", siblings(doing.uow, "task", "group_id", group_id), at, len(tasks))
            for position, task in zip(positions, tasks, strict=True):
                linked = replace(cleaned(task), lead=link_by(book, task.lead), coord=link_by(book, task.coord))
                ids.append(insert_task(doing.uow, plan_id, group_id, position, linked))
                if told is not None:
                    told(1)
    return ids


def cleaned(task: Task) -> Task:
    """``task`` with its texts in stored form."""
    return replace(task, content=clean(task.content), detail=clean(task.detail), product=clean(task.product), deadline=clean(task.deadline))


def update_task(s: Session, task_id: int, **fields: object) -> ChangeSet:
    """Changes fields of one task: content, detail, product, deadline (text), lead, coord (UnitRefs or the text of the cell), continues."""
    return update_tasks(s, {task_id: fields})


def update_tasks(s: Session, changes: Mapping[int, Mapping[str, object]]) -> ChangeSet:
    """Changes many cells as one step."""
    only = next(iter(changes)) if len(changes) == 1 else 0
    name, params = ("task.edit", {"no": task_number(s, only)}) if only else ("task.edit_many", {"count": len(changes)})
    named = any(key in fields for fields in changes.values() for key in ("lead", "coord"))
    with s.step(name, **params) as doing:
        book = unit_book(get_office(s).units) if named else {}
        asked: set[int] = set()
        for task_id, fields in changes.items():
            row = _row(s, "task", task_id)
            if row["plan_id"] not in asked:
                asked.add(row["plan_id"])
                with s.step(name, plan_id=row["plan_id"]):  # refused when that plan is issued
                    pass
            _update(doing.uow, row, fields, book)
    return doing.changes


def _update(uow: UnitOfWork, row: Mapping[str, Any], fields: Mapping[str, object], book: Mapping[str, Unit]) -> None:
    values: dict[str, Value] = {}
    for name, value in fields.items():
        if name in _TEXTS:
            values[name] = clean(str(value))
        elif name == "continues":
            values[name] = int(bool(value))
        elif name == "level":
            values["depth"] = max(0, min(int(str(value)), MAX_LEVEL))
        elif name == "merged":
            wanted = set(cast(Iterable[str], value))
            values[name] = " ".join(f for f in MERGEABLE if f in wanted)
        elif name in ("lead", "coord"):
            set_units(uow, row["plan_id"], row["id"], name, _refs(value, book))
        else:
            raise UsageError("field.unknown", field=name)
    if values:
        uow.update("task", row["id"], values)
        if "continues" in values or "merged" in values:
            _mend_continues(uow, row["group_id"])


def _refs(value: object, book: Mapping[str, Unit]) -> tuple[UnitRef, ...]:
    if isinstance(value, str):
        return typed_units(book, value)
    if isinstance(value, tuple | list) and all(isinstance(v, UnitRef) for v in value):
        return link_by(book, [UnitRef(clean_line(v.label)) for v in value if clean_line(v.label)])
    raise UsageError("field.unknown", field="lead")


@contextmanager
def _joins_kept(s: Session, uow: UnitOfWork, group_ids: Iterable[int]) -> Iterator[None]:
    """While rows of these groups come, go or move: cells joined with one above go on showing what they show."""
    groups = list(group_ids)
    before = {id: shown for g in groups for id, shown in joined_values(_joining_tasks(s, g)).items()}
    yield
    for group in groups:
        changes = repairs(before, _joining_tasks(s, group)) if before else {}
        if changes:
            update_tasks(s, changes)
        _mend_continues(uow, group)


def _joining_tasks(s: Session, group_id: int) -> list[Task]:
    """The tasks of a group; none when nothing in it is joined, which is soon seen."""
    rows = rows_where(s.workspace.conn, "task", "group_id = ?", (group_id,))
    return get_tasks(s, [r["id"] for r in rows]) if any(r["continues"] or r["merged"] for r in rows) else []


def _mend_continues(uow: UnitOfWork, group_id: int) -> None:
    """The first row of a group cannot continue anything, nor share a cell with a row above it."""
    rows = rows_where(uow.conn, "task", "group_id = ?", (group_id,), limit=1)
    if rows:
        uow.update("task", rows[0]["id"], {"continues": 0, "merged": ""})


def indent_tasks(s: Session, task_ids: Sequence[int], by: int) -> ChangeSet:
    """Moves tasks a level down (``by`` 1: 1 → 1.1 → bullet) or up (-1); a row is never more than one level below the row above it."""
    plan_ids = {_row(s, "task", t)["plan_id"] for t in task_ids}
    depth = {t.id: level for p in plan_ids for g in read_plan(s.workspace.conn, p).groups for t, level in _with_levels(g)}
    with s.step("task.indent" if by > 0 else "task.outdent", count=len(task_ids)) as doing:
        update_tasks(s, {t: {"level": depth[t] + by} for t in task_ids})
    return doing.changes


def _with_levels(group: TaskGroup) -> list[tuple[Task, int]]:
    return list(zip(group.tasks, levels(group.tasks), strict=True))


def merge_cells(s: Session, task_ids: Sequence[int], field: str, on: bool) -> ChangeSet:
    """Makes the cells of ``field`` in consecutive tasks one cell that spans them (its text is that of the first), or parts them again.

    UsageError "cells.not_mergeable" for a field that cannot span, "cells.apart" when the tasks do not stand together in one group.
    """
    if field not in MERGEABLE:
        raise UsageError("cells.not_mergeable")
    rows = [_row(s, "task", t) for t in task_ids]
    order = [t for g in {r["group_id"] for r in rows} for t, _ in siblings_of(s, g)]
    places = sorted(order.index(t) for t in task_ids)
    if len({r["group_id"] for r in rows}) != 1 or places != list(range(places[0], places[0] + len(places))):
        raise UsageError("cells.apart")
    covered = {order[p] for p in (places[1:] if on else places)}
    changes: dict[int, dict[str, object]] = {}
    for row in rows:
        merged = set(row["merged"].split())
        wanted = merged | {field} if on and row["id"] in covered else merged - {field}
        if wanted != merged:
            changes[row["id"]] = {"merged": wanted}
    with s.step("task.merge" if on else "task.unmerge", count=len(task_ids)) as doing:
        if changes:
            update_tasks(s, changes)
    return doing.changes


def siblings_of(s: Session, group_id: int) -> list[tuple[int, float]]:
    """(id, position) of the tasks of a group, in order."""
    return [(r["id"], r["position"]) for r in rows_where(s.workspace.conn, "task", "group_id = ?", (group_id,))]


def remove_rows(s: Session, *, task_ids: Iterable[int] = (), group_ids: Iterable[int] = ()) -> ChangeSet:
    """Deletes tasks, and groups with all their tasks: one step."""
    groups = list(group_ids)
    tasks = [r["id"] for g in groups for r in rows_where(s.workspace.conn, "task", "group_id = ?", (g,))]
    tasks += [t for t in task_ids if t not in set(tasks)]
    with s.step("task.remove", count=len(tasks) or len(groups)) as doing:
        touched = {_row(s, "task", t)["group_id"] for t in tasks}
        for plan_id in {_row(s, "task", t)["plan_id"] for t in tasks} | {_row(s, "task_group", g)["plan_id"] for g in groups}:
            with s.step("task.remove", plan_id=plan_id):
                pass
        with _joins_kept(s, doing.uow, touched - set(groups)):
            for task_id in tasks:
                remove_task(doing.uow, task_id)
            for group_id in groups:
                doing.uow.remove("task_group", group_id)
    return doing.changes


def move_tasks(s: Session, task_ids: Sequence[int], *, group_id: int, at: int) -> ChangeSet:
    """Puts tasks, in the given order, before the ``at``-th task of ``group_id``, counted without the moved ones."""
    plan_id = _row(s, "task_group", group_id)["plan_id"]
    moved = list(dict.fromkeys(task_ids))
    with s.step("task.move", plan_id=plan_id, count=len(moved)) as doing:
        sources = {_row(s, "task", t)["group_id"] for t in moved}
        if any(_row(s, "task", t)["plan_id"] != plan_id for t in moved):
            raise UsageError("row.gone")
        with _joins_kept(s, doing.uow, sources | {group_id}):
            others = [x for x in siblings(doing.uow, "task", "group_id", group_id) if x[0] not in set(moved)]
            for task_id, position in zip(moved, make_room(doing.uow, "task", others, at, len(moved)), strict=True):
                doing.uow.update("task", task_id, {"group_id": group_id, "position": position})
    return doing.changes


def add_from_library(s: Session, plan_id: int, keys: Sequence[str]) -> ChangeSet:
    """Adds tasks of the library, years and names filled in, to the groups they belong to (made when missing): one step."""
    from kh_desktop.services.templates import fill_task, task_library

    plan = read_plan(s.workspace.conn, plan_id)
    wanted, office = set(keys), get_office(s)
    with s.step("task.library", plan_id=plan_id, count=len(keys)) as doing:
        for group in task_library():
            tasks = [fill_task(entry.task, plan, office) for entry in group.tasks if entry.key in wanted]
            if not tasks:
                continue
            title = group.title
            groups = {clean_line(g["title"]): g["id"] for g in rows_where(doing.uow.conn, "task_group", "plan_id = ?", (plan_id,))}
            group_id = groups.get(clean_line(title)) or add_group(s, plan_id, title)
            add_tasks(s, group_id, tasks)
    return doing.changes
