"""The rows of the appendix grid in print order, each with its cell texts ready, so that painting a cell is one lookup."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from kh_desktop.domain.columns import COLUMN_SETS
from kh_desktop.domain.model import Column, Plan, Shape, Task, TaskGroup, UnitRef
from kh_desktop.domain.outline import roman
from kh_desktop.domain.task_rows import number_tasks
from kh_desktop.ui.grid.deadlines.lines import said_text
from kh_desktop.ui.grid.following.states import progress_texts

Kind = Literal["group", "task"]
RowKey = tuple[Kind, int]

UNIT_FIELDS = frozenset({"lead", "coord"})
# Cells that show something but take no typing: joined ones, the number, the state.
FIXED = frozenset({"", "no", "state"})
TEXT_FIELDS = ("content", "detail", "lead", "coord", "product", "deadline")


@dataclass(slots=True, eq=False)
class GridRow:
    """One row. ``texts`` maps a column key to what the cell shows and edits; ``marks`` a column key to the problem found there.

    ``group_id`` is the group the row stands in (its own id for a group row), ``place`` its place among the rows of its kind;
    ``covered`` holds the fields whose cell is one with the cell above; ``measured`` the measuring round its height belongs to
    (0: not measured since it changed); ``folded`` how many rows a closed group row stands for (-1: it is open);
    ``plain`` its texts without marks, once they were searched.
    """

    kind: Kind
    id: int
    group_id: int
    place: int
    texts: dict[str, str]
    continues: bool = False
    marks: Mapping[str, str] = field(default_factory=dict)
    measured: int = 0
    covered: frozenset[str] = frozenset()
    folded: int = -1
    plain: str = ""
    key: RowKey = field(init=False, repr=False)  # what the row is called in change sets, whatever its place

    def __post_init__(self) -> None:
        self.key = (self.kind, self.id)

    @property
    def level(self) -> int:
        """0 for a task, 1 for a sub-task ("1.1"), 2 for a bullet; a row that goes on with a task bears no number and says 0."""
        number = self.texts["no"] if self.kind == "task" else ""
        return 2 if number == "-" else int("." in number and number[0].isdigit())  # "II.3": a sorted view


def units_text(units: Sequence[UnitRef]) -> str:
    """Units as a cell shows and edits them: one per line."""
    return "\n".join(unit.label for unit in units)


def task_texts(task: Task, number: str) -> dict[str, str]:
    """The cell texts of one task row. A cell that is one with the cell above shows no text of its own, as in print."""
    texts = {
        "no": number,
        "content": task.content,
        "detail": task.detail,
        "lead": units_text(task.lead),
        "coord": units_text(task.coord),
        "product": task.product,
        "deadline": task.deadline,
        "meaning": said_text(task),
        "unknown": units_text([unit for unit in (*task.lead, *task.coord) if not unit.unit_id]),
        **progress_texts(task),
    }
    covered = covered_fields(task)
    if "deadline" in covered:
        texts["meaning"] = ""
    return {**texts, **dict.fromkeys(covered, "")}


def covered_fields(task: Task) -> frozenset[str]:
    """The fields whose cell is one with the cell above: what a continuing row shares with its task, and what was joined."""
    return frozenset((*task.merged, "content") if task.continues else task.merged)


def group_rows(group: TaskGroup, place: int) -> list[GridRow]:
    """The group row and the rows of its tasks with their printed numbers; rows that continue a task bear none."""
    rows = [GridRow("group", group.id, group.id, place, {"no": roman(place + 1), "title": group.title})]
    for index, (task, number) in enumerate(zip(group.tasks, number_tasks(group.tasks), strict=True)):
        printed = "" if task.continues else number
        covered = covered_fields(task)
        rows.append(GridRow("task", task.id, group.id, index, task_texts(task, printed), task.continues, covered=covered))
    return rows


def build_rows(plan: Plan) -> list[GridRow]:
    """All rows of ``plan`` in print order."""
    return [row for place, group in enumerate(plan.groups) for row in group_rows(group, place)]


def with_tasks(plan: Plan, tasks: Mapping[int, Task], group_ids: Collection[int]) -> Plan:
    """``plan`` with some tasks of these groups changed."""

    def changed(group: TaskGroup) -> TaskGroup:
        return replace(group, tasks=tuple(tasks.get(task.id, task) for task in group.tasks)) if group.id in group_ids else group

    return replace(plan, groups=tuple(map(changed, plan.groups)))


def grid_columns(plan: Plan) -> tuple[Column, ...]:
    """The columns of ``plan``, the usual set when it names none; plans that print tasks as sections also show their paragraphs."""
    columns = plan.columns or COLUMN_SETS["responsible"]
    if plan.shape is Shape.ASSIGNMENTS and all(column.key != "detail" for column in columns):
        at = next((i + 1 for i, column in enumerate(columns) if column.key == "content"), len(columns))
        columns = (*columns[:at], Column("detail", "Các việc cụ thể", width=50), *columns[at:])
    return columns


def title_column(keys: Sequence[str]) -> int:
    """The column where the title of a group starts: after the number when that comes first."""
    return 1 if len(keys) > 1 and keys[0] == "no" else 0
