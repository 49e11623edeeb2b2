"""Which tables of a source belong together: one task table over pages and appendices, and further tables of their own kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kh_desktop.domain.clip.numbers import split_group
from kh_desktop.domain.columns import COLUMN_SETS, FIELDS
from kh_desktop.domain.model import Annex, Column, Task, TaskGroup
from kh_desktop.domain.outline import roman
from kh_desktop.domain.task_rows import number_tasks
from kh_desktop.domain.vitext import clean, clean_line, fold
from kh_desktop.importing.blocks import Spot
from kh_desktop.importing.lines import Findings, Line, TableItem
from kh_desktop.importing.tables_kind import (
    MARKED,
    NOTE,
    UNTIL,
    Grid,
    Header,
    guessed_header,
    header_between,
    header_of,
    is_task_header,
    with_columns,
)
from kh_desktop.importing.tables_tasks import Row, group_column, read_rows, task_of


@dataclass(frozen=True, slots=True)
class Placed:
    """A table with what stands above it. ``zone``: "body" or the index of its appendix; ``title``: the heading it stands under;
    ``above``: the lines between it and the table before it; ``path``: the section it stands in;
    ``title_spots``: where its title comes from; ``number``: of that heading."""

    item: TableItem
    zone: str
    title: str = ""
    above: tuple[Line, ...] = ()
    path: tuple[int, ...] = ()
    title_spots: tuple[Spot, ...] = ()
    number: str = ""


@dataclass(slots=True)
class Tables:
    """All tables of a plan read: the task rows, where the first task table stands, further tables as annexes."""

    rows: list[Row] = field(default_factory=list)
    header: Header | None = None
    first: Placed | None = None
    annexes: list[Annex] = field(default_factory=list)
    columns: tuple[Column, ...] = ()


@dataclass(slots=True)
class _State:
    last: Placed | None = None
    last_header: Header | None = None
    last_kind: str = ""
    last_width: int = 0


def read_tables(placed: Sequence[Placed], columns: Mapping[Spot, str], rows: Mapping[Spot, str], found: Findings) -> Tables:
    """Every table of the plan in order. ``columns`` and ``rows``: what a person said of them."""
    tables = Tables()
    state = _State()
    only = len(placed) == 1
    for place in placed:
        _read_table(tables, state, place, columns, rows, found, only=only)
    return tables


def _read_table(
    tables: Tables, state: _State, place: Placed, columns: Mapping[Spot, str], rows: Mapping[Spot, str], found: Findings, *, only: bool
) -> None:
    index = place.item.index
    grid = place.item.grid
    said = {spot.col: value for spot, value in columns.items() if spot.block == index and spot.col >= 0}
    row_hints = {spot.row: value for spot, value in rows.items() if spot.block == index and spot.row >= 0}
    header = _header(grid, state, place, row_hints, only=only, forced=place.item.role == "tasks" or bool(said))
    if header is not None:
        header = with_columns(header, said)
    kind = _kind(tables, state, place, header, said)
    if kind == "tasks" and header is not None:
        _add_tasks(tables, state, place, grid, header, row_hints, found)
    else:
        kind = "annex"
        _add_annex(tables, state, place, grid, header, found)
    found.roles[Spot(index)] = kind
    state.last, state.last_header, state.last_kind, state.last_width = place, header, kind, grid.width


def _header(grid: Grid, state: _State, place: Placed, hints: Mapping[int, str], *, only: bool, forced: bool) -> Header | None:
    marked = [row for row, value in hints.items() if value == "header"]
    header = header_of(grid)
    if header is not None:
        said = [row for row in range(header.start, header.end) if hints.get(row, "header") != "header"]
        end = min(said, default=header.end)
        return header if end == header.end else replace(header_between(grid, header.start, end), keys=header.keys)
    if marked:
        return header_between(grid, min(marked), max(marked) + 1)
    goes_on = state.last is not None and state.last.zone == place.zone and not place.above and state.last_width == grid.width
    if goes_on and state.last_header is not None:
        return replace(state.last_header, start=0, end=0)
    if forced or (only and state.last is None):
        guess = guessed_header(grid, 0)
        return guess or (
            Header(0, 0, ("content", *[""] * (grid.width - 1)), ("",) * grid.width, ("",) * grid.width, True) if forced else None
        )
    return None


def _kind(tables: Tables, state: _State, place: Placed, header: Header | None, said: Mapping[int, str]) -> str:
    if place.item.role in ("tasks", "annex"):
        return place.item.role
    if header is None:
        return "annex"
    if header.start == header.end == 0 and state.last is not None and not said:
        return state.last_kind
    if not is_task_header(header):
        return "annex"
    same = tables.header is None or _columns_alike(tables.header, header)
    return "tasks" if same or said or (state.last is not None and state.last.zone == place.zone) else "annex"


def _columns_alike(one: Header, other: Header) -> bool:
    return one.fields - {NOTE, UNTIL} == other.fields - {NOTE, UNTIL}


def _add_tasks(tables: Tables, state: _State, place: Placed, grid: Grid, header: Header, hints: Mapping[int, str], found: Findings) -> None:
    index = place.item.index
    if tables.header is None:
        tables.header, tables.first = header, place
        tables.columns = _columns(header)
        if header.guessed:
            found.doubt("columns_guessed", Spot(index))
    apart = tables.rows and state.last is not None and state.last.item is not place.item
    goes_on = bool(apart) and state.last_kind == "tasks" and state.last is not None and _same_part(state.last, place)
    before = list(tables.rows) if goes_on else []
    kept = [] if goes_on else tables.rows
    titles = _group_lines(place, found)
    if titles:
        before += titles
    read, roles = read_rows(grid, header, index, hints, before)
    if apart and not goes_on and not titles and place.title and (not read or read[0].kind != "group"):
        if place.path and tables.first is not None and kept and kept[0].kind != "group":
            kept = [Row("group", tables.first.number, tables.first.title), *kept]
        read.insert(0, Row("group", place.number, place.title))
        for spot in place.title_spots:
            found.origin("groups", spot, "appendix_title")
        found.doubt("second_tasks", Spot(index), title=place.title)
    tables.rows = [*kept, *read]
    for row in range(header.start, header.end):
        found.roles[Spot(index, row)] = "header"
    for row, role in roles.items():
        found.roles[Spot(index, row)] = role
    beside = group_column(grid, header)
    for col, key in enumerate(header.keys):
        says = any(grid.text(row, col).strip() for row in range(header.end, grid.height))
        if key in ("", NOTE) and col != beside and header.labels[col] and says:
            code = "remarks_noted" if key == NOTE else "column_noted"
            found.doubt(code, Spot(index, -1, col), "column:note", label=header.labels[col])
        found.roles[Spot(index, -1, col)] = "deadline" if key in (UNTIL, MARKED) else key if key in FIELDS else ""
    if grid.table.guessed:
        found.doubt("table_guessed", Spot(index))


def _same_part(one: Placed, other: Placed) -> bool:
    return one.zone == other.zone and (one.path == other.path or not other.title)


def _group_lines(place: Placed, found: Findings) -> list[Row]:
    """A title between two task tables ("II. Công tác rà soát") as a group row; other lines are left over."""
    out: list[Row] = []
    for line in place.above:
        number, title = split_group(line.whole)
        if number or (line.bold and len(line.text.split()) <= 30):
            out.append(Row("group", number, clean_line(title)))
            found.roles[line.spot] = "group"
            found.origin("groups", line.spot)
        else:
            found.leave(line.spot, line.whole)
    return out


def _columns(header: Header) -> tuple[Column, ...]:
    """The plan's columns as the table has them; usual titles where it has none."""
    widths = {c.key: c.width for c in COLUMN_SETS["assignment"]}
    usual = {c.key: c.label for c in COLUMN_SETS["assignment"]}
    members = [g for g in header.groups if g]
    out = []
    for key, label, group in zip(header.keys, header.labels, header.groups, strict=True):
        if key in FIELDS:
            out.append(Column(key, label or usual[key], group if members.count(group) > 1 else "", widths[key]))
        elif key == MARKED and not any(c.key == "deadline" for c in out):
            out.append(Column("deadline", group, "", widths["deadline"]))
    return tuple(out)


def groups_of(rows: Sequence[Row], found: Findings) -> tuple[tuple[TaskGroup, ...], tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The task groups with their numbers and their rows' numbers as written."""
    parts: list[tuple[Row | None, list[Row]]] = []
    for row in rows:
        if row.kind == "group":
            parts.append((row, []))
        else:
            if not parts:
                parts.append((None, []))
            parts[-1][1].append(row)
    groups, numbers, row_numbers = [], [], []
    for at, (head, tasks) in enumerate(parts):
        if head is not None:
            for place in head.places:
                found.origin(f"group:{at}", place.spot())
            if not tasks and at + 1 < len(parts) and head.places:
                found.doubt("group_levels", head.places[0].spot(), f"group:{at}", title=head.title)
        for index, row in enumerate(tasks):
            _origins(row, f"task:{at}.{index}", found)
        groups.append(TaskGroup(title=head.title if head else "", tasks=_tasks(tasks)))
        numbers.append(_bare(head.number) if head else "")
        row_numbers.append(tuple(_bare(row.number) for row in tasks))
    _check_numbers(groups, numbers, found)
    _check_rows(groups, row_numbers, found)
    return tuple(groups), tuple(numbers), tuple(row_numbers)


def _check_numbers(groups: Sequence[TaskGroup], numbers: Sequence[str], found: Findings) -> None:
    """Says once that titled groups without a number, or with one of another kind, get I, II, III."""
    for at, (group, number) in enumerate(zip(groups, numbers, strict=True)):
        if group.title and number.upper() != roman(at + 1):
            spot = next(iter(found.origins.get(f"group:{at}", ())), None)
            found.doubt("groups_renumbered", spot, f"group:{at}", number=roman(at + 1))
            return


def _check_rows(groups: Sequence[TaskGroup], written: Sequence[Sequence[str]], found: Findings) -> None:
    """Says once from where on tasks get another number than the source gives them (one that counts through its groups)."""
    for at, (group, numbers) in enumerate(zip(groups, written, strict=True)):
        for row, (old, new) in enumerate(zip(numbers, number_tasks(group.tasks), strict=True)):
            if old.isdecimal() and new.isdecimal() and int(old) != int(new) and not group.tasks[row].continues:
                path = f"task:{at}.{row}"
                spot = next(iter(found.origins.get(f"{path}:content", found.origins.get(path, ()))), None)
                found.doubt("tasks_renumbered", spot, path, written=old, number=new)
                return


def _bare(number: str) -> str:
    return number.strip("( ").rstrip(".)/: ")


def _tasks(rows: Sequence[Row]) -> tuple[Task, ...]:
    tasks = [task_of(row) for row in rows]
    if tasks and (tasks[0].continues or tasks[0].merged):
        tasks[0] = replace(tasks[0], continues=False, merged=())
    return tuple(tasks)


def _origins(row: Row, path: str, found: Findings) -> None:
    for place in row.places:
        for key in ("no", "content", "lead", "coord", "product", "deadline"):
            if key in place.columns:
                found.origin(f"{path}:{key if key != 'no' else 'content'}", place.spot(key))
        if UNTIL in place.columns:
            found.origin(f"{path}:deadline", place.spot(UNTIL))
        if NOTE in place.columns and row.texts.get(NOTE, "").strip():
            found.origin(f"{path}:note", place.spot(NOTE))
        found.origin(path, place.spot())
    for code in row.unsure:
        found.doubt(code, row.places[-1].spot(), path)


def _add_annex(tables: Tables, state: _State, place: Placed, grid: Grid, header: Header | None, found: Findings) -> None:
    index = place.item.index
    labels = tuple(_full_label(header, col) for col in range(grid.width)) if header and header.end else ()
    start = header.end if header else 0
    titles = {_folded(grid, row) for row in range(header.start, header.end)} if header else set()
    rows = []
    for row in range(start, grid.height):
        texts = tuple(clean(grid.text(row, col)) for col in range(grid.width))
        if not any(texts) or (_folded(grid, row) in titles):
            found.roles[Spot(index, row)] = "header" if any(texts) else ""
            continue
        rows.append(texts)
    goes_on = (
        state.last_kind == "annex" and bool(tables.annexes) and state.last is not None and state.last.zone == place.zone and not place.above
        and (not labels or tuple(map(fold, labels)) == tuple(map(fold, tables.annexes[-1].columns))) and state.last_width == grid.width
    )  # fmt: skip
    number = len(tables.annexes) - (1 if goes_on else 0)
    found.origin(f"annex:{number}", Spot(index), "annex")
    for row in range(header.start, header.end) if header else ():
        found.roles[Spot(index, row)] = "header"
    if goes_on:
        last = tables.annexes[-1]
        tables.annexes[-1] = replace(last, rows=(*last.rows, *rows))
        return
    title = place.title
    for spot in place.title_spots:
        found.origin(f"annex:{number}", spot, "appendix_title")
    for line in place.above:
        if title:
            found.leave(line.spot, line.whole)
        else:
            title = line.whole
            found.origin(f"annex:{number}", line.spot)
    tables.annexes.append(Annex(title=clean_line(title), columns=labels, rows=tuple(rows)))
    if place.zone == "body" or (header is not None and is_task_header(header)):
        found.doubt("table_as_annex", Spot(index), f"annex:{number}")


def _full_label(header: Header, col: int) -> str:
    group, label = header.groups[col], header.labels[col]
    return f"{group} / {label}" if group else label


def _folded(grid: Grid, row: int) -> str:
    return "|".join(fold(grid.text(row, col)) for col in grid.filled(row))
