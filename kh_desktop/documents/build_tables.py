"""The task table with grouped headers, group rows and spanning cells, and the tables of further appendices."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from kh_desktop.documents.build_common import anchor_of, lines_of
from kh_desktop.documents.column_widths import fitted
from kh_desktop.documents.layout import layout
from kh_desktop.documents.tree import Align, Cell, Row, Table
from kh_desktop.domain.columns import COLUMN_SETS
from kh_desktop.domain.model import Annex, Column, Plan, Task, TaskGroup
from kh_desktop.domain.outline import roman
from kh_desktop.domain.task_rows import is_covered, number_tasks, span

_CENTRED = ("no", "lead", "coord", "deadline")


def task_columns(plan: Plan) -> tuple[Column, ...]:
    """The columns of the plan, or the usual ones while none are chosen."""
    return plan.columns or COLUMN_SETS["assignment"]


def task_table(plan: Plan) -> Table:
    """All groups and tasks of ``plan`` as one table over the whole text width."""
    columns = task_columns(plan)
    rows: list[Row] = []
    titled = len(plan.groups) > 1 or any(group.title for group in plan.groups)
    for index, group in enumerate(plan.groups):
        if titled:
            rows.append(group_row(group, index, columns))
        rows.extend(_task_rows(group, index, columns))
    return sized_table([column.width for column in columns], header_rows(columns), rows, plan.landscape)


def sized_table(wished: Sequence[float], header: tuple[Row, ...], rows: Sequence[Row], landscape: bool) -> Table:
    """A table over the whole text width, its columns as near to ``wished`` (mm) as their words allow."""
    size = layout().table_size
    return Table(fitted(wished, (*header, *rows), size, layout().text_width(landscape)), header, tuple(rows), size)


def header_rows(columns: Sequence[Column]) -> tuple[Row, ...]:
    """One header row, or two when neighbouring columns share a group cell."""
    if not any(column.group for column in columns):
        return (Row(tuple(_head(column.label) for column in columns)),)
    upper: list[Cell] = []
    lower: list[Cell] = []
    for group, found in groupby(columns, key=lambda column: column.group):
        members = list(found)
        if group:
            upper.append(_head(group, colspan=len(members)))
            lower.extend(_head(column.label) for column in members)
        else:
            upper.extend(_head(column.label, rowspan=2) for column in members)
    return (Row(tuple(upper)), Row(tuple(lower))) if lower else (Row(tuple(upper)),)


def _head(label: str, colspan: int = 1, rowspan: int = 1) -> Cell:
    return Cell(tuple(lines_of(label)), bold=True, align="center", colspan=colspan, rowspan=rowspan)


def group_anchor(group: TaskGroup, index: int) -> str:
    """ "group:ID", or its 0-based place."""
    return anchor_of("group", group.id, index)


def task_anchor(task: Task, group_index: int, index: int) -> str:
    """ "task:ID", or its 0-based places: group, row in the group. A field name follows after ":"."""
    return anchor_of("task", task.id, group_index, index)


def group_row(group: TaskGroup, index: int, columns: Sequence[Column]) -> Row:
    """The row of a group: its Roman number and its title over all other columns."""
    anchor = group_anchor(group, index)
    number = Cell((roman(index + 1),), bold=True, align="center", anchor=anchor)
    if len(columns) > 1 and columns[0].key == "no":
        heading = Cell(tuple(lines_of(group.title)), bold=True, colspan=len(columns) - 1, anchor=anchor)
        return Row((number, heading), group=True)
    first, *rest = lines_of(group.title) or [""]
    lines = (f"{roman(index + 1)}. {first}".rstrip(), *rest)
    return Row((Cell(lines, bold=True, colspan=len(columns), anchor=anchor),), group=True)


def families(tasks: Sequence[Task]) -> list[list[int]]:
    """Places of the tasks, each together with the rows that continue it."""
    found: list[list[int]] = []
    for index, task in enumerate(tasks):
        if task.continues and found:
            found[-1].append(index)
        else:
            found.append([index])
    return found


def _task_rows(group: TaskGroup, group_index: int, columns: Sequence[Column]) -> list[Row]:
    numbers = number_tasks(group.tasks)
    rows: list[Row] = []
    for index in range(len(group.tasks)):
        cells = (task_cell(c, group, group_index, index, numbers[index]) for c in columns if not is_covered(group.tasks, index, c.key))
        rows.append(Row(tuple(cells)))
    return rows


def task_cell(column: Column, group: TaskGroup, group_index: int, index: int, number: str) -> Cell:
    """The cell of one column in row ``index`` of a group, with the rows it spans."""
    tasks = group.tasks
    rows = span(tasks, index, column.key)
    lines = _spanning_lines(column.key, tasks[index : index + rows], number)
    align: Align = "center" if column.key in _CENTRED else "left"
    return Cell(tuple(lines), align=align, rowspan=rows, anchor=f"{task_anchor(tasks[index], group_index, index)}:{column.key}")


def _spanning_lines(key: str, tasks: Sequence[Task], number: str) -> list[str]:
    if key == "no":
        return [number]
    lines: list[str] = []
    for task in tasks:
        texts = (task.content, task.detail) if key == "content" else (field_text(task, key),)
        # The rows below often repeat the text of a cell that spans them; it is printed once.
        lines += [line for text in texts for line in lines_of(text) if task is tasks[0] or line not in lines]
    return lines


def field_text(task: Task, key: str) -> str:
    """The printed text of one field of a task; units are separated by "; "."""
    match key:
        case "lead" | "coord":
            return "; ".join(ref.label for ref in (task.lead if key == "lead" else task.coord) if ref.label)
        case "content" | "detail" | "product" | "deadline":
            return str(getattr(task, key))
        case _:
            return ""


def annex_table(annex: Annex, index: int, landscape: bool) -> Table | None:
    """The table of a further appendix, as it is; None when it has neither columns nor rows."""
    count = max([len(annex.columns), *(len(row) for row in annex.rows)], default=0)
    if not count:
        return None
    anchor = anchor_of("annex", annex.id, index)
    header = (Row(tuple(_head(label) for label in _padded(annex.columns, count))),) if annex.columns else ()
    rows = [Row(tuple(_annex_cell(text, anchor) for text in _padded(row, count))) for row in annex.rows]
    return sized_table(_annex_widths(annex, count), header, rows, landscape)


def _padded(texts: Sequence[str], count: int) -> list[str]:
    return [*texts, *[""] * (count - len(texts))]


def _annex_cell(text: str, anchor: str) -> Cell:
    return Cell(tuple(lines_of(text)), align="center" if len(text) <= 6 else "left", anchor=anchor)


def _annex_widths(annex: Annex, count: int) -> list[float]:
    """Shares by content: in proportion to the root of its longest text."""
    texts = [[row[column] for row in (annex.columns, *annex.rows) if column < len(row)] for column in range(count)]
    return [max(2.0 * max((len(text) for text in found), default=1) ** 0.6, 3.0) for found in texts]
