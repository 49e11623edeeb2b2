"""Views of the tasks in another order, to look at: copies of the rows, each with its full number and texts, under headings of their own.
The order that is signed is never touched."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from kh_desktop.domain.model import Plan, Task
from kh_desktop.domain.outline import roman
from kh_desktop.domain.task_rows import head_of, number_tasks
from kh_desktop.domain.vitext import sort_key
from kh_desktop.ui.grid.following.states import LOOKS, look_of
from kh_desktop.ui.grid.rows import GridRow, covered_fields, task_texts
from kh_desktop.ui.i18n import N_, tr

ORDERS: dict[str, str] = {"deadline": N_("Thời hạn"), "lead": N_("Đơn vị chủ trì"), "state": N_("Tình trạng")}
_STATES = [look.state for look in LOOKS]

Sorting = tuple[str, str]  # what is sorted by, and the heading it stands under


def sorted_rows(plan: Plan, by: str) -> list[GridRow]:
    """The tasks of ``plan`` by "deadline" (its text), "lead" (the first unit) or "state"; those without it come last, equal ones in the
    order of the plan. Headings are group rows with negative ids."""
    place = _SORTINGS[by]
    rows = [(place(row, task), row) for row, task in _whole_rows(plan)]
    rows.sort(key=lambda entry: entry[0])
    out: list[GridRow] = []
    for number, ((_, heading), run) in enumerate(groupby(rows, key=lambda entry: entry[0]), start=1):
        members = [row for _, row in run]
        title = tr("{heading} ({count})", heading=heading, count=len(members))
        out.append(GridRow("group", -number, -number, number - 1, {"no": "", "title": title}))
        out += members
    return out


def _whole_rows(plan: Plan) -> list[tuple[GridRow, Task]]:
    """Each task with the texts of the cells it shares."""
    rows = []
    for at, group in enumerate(plan.groups):
        for place, (task, number) in enumerate(zip(group.tasks, number_tasks(group.tasks), strict=True)):
            texts = task_texts(task, f"{roman(at + 1)}.{number}" if number != "-" else f"{roman(at + 1)} -")
            for key in covered_fields(task):
                head = group.tasks[head_of(group.tasks, place, key)]
                said = task_texts(head, "")
                texts[key] = said[key]
                if key == "deadline":
                    texts["meaning"] = said["meaning"]
            rows.append((GridRow("task", task.id, group.id, place, texts), task))
    return rows


def _by_deadline(row: GridRow, task: Task) -> Sorting:
    text = row.texts["deadline"]
    return (sort_key(text), text.replace("\n", "; ")) if text else ("\uffff", tr("Chưa có thời hạn"))


def _by_lead(row: GridRow, task: Task) -> Sorting:
    unit = row.texts["lead"].split("\n")[0]
    return (sort_key(unit), unit) if unit else ("\uffff", tr("Chưa có đơn vị chủ trì"))


def _by_state(row: GridRow, task: Task) -> Sorting:
    return str(_STATES.index(task.state)), tr(look_of(task.state.value).name)


_SORTINGS: dict[str, Callable[[GridRow, Task], Sorting]] = {"deadline": _by_deadline, "lead": _by_lead, "state": _by_state}
