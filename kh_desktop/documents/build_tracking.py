"""The table for the chief: every task with its state, note and evidence. It is no part of the plan that is signed."""

from __future__ import annotations

from collections.abc import Mapping

from kh_desktop.documents.build_common import lines_of, number_words, paragraph
from kh_desktop.documents.build_tables import group_row, header_rows, sized_table, task_cell
from kh_desktop.documents.layout import layout
from kh_desktop.documents.tree import Cell, Document, Part, Row
from kh_desktop.domain.model import Column, Plan, Task, TaskGroup, TaskState
from kh_desktop.domain.printed import day_words, evidence_words
from kh_desktop.domain.progress import Counts, plan_counts
from kh_desktop.domain.task_rows import is_covered, number_tasks

STATE_WORDS = {
    TaskState.TODO: "Chưa làm",
    TaskState.DOING: "Đang làm",
    TaskState.DONE: "Hoàn thành",
    TaskState.DROPPED: "Không thực hiện",
}
_COLUMNS = (
    Column("no", "TT", width=12),
    Column("content", "Nội dung nhiệm vụ", width=62),
    Column("lead", "Chủ trì", width=34),
    Column("deadline", "Thời hạn", width=28),
    Column("state", "Tình trạng", width=28),
    Column("note", "Ghi chú", width=38),
    Column("evidence", "Minh chứng", width=45),
)
_OF_PROGRESS = ("state", "note", "evidence")


def build_tracking(plan: Plan, on: str, days: Mapping[int, str]) -> Document:
    """The document, as it is on the day ``on`` (ISO); ``days`` tells when the state of a task was changed last (ISO, by task id)."""
    rows: list[Row] = []
    for index, group in enumerate(plan.groups):
        rows.append(group_row(group, index, _COLUMNS))
        rows.extend(_rows(group, index, days))
    table = sized_table([column.width for column in _COLUMNS], header_rows(_COLUMNS), rows, True)
    title = " ".join(plan.title.split())
    belongs = f"Kế hoạch {title[:1].lower()}{title[1:]}" + (f", số {number_words(plan)}" if plan.number else "")
    blocks = (
        paragraph("phu_luc_label", plan.agency.full_name, "", keep_with_next=True),
        paragraph("phu_luc_ten", "Theo dõi thực hiện nhiệm vụ", "", keep_with_next=True),
        paragraph("phu_luc_chi_dan", belongs, "", keep_with_next=True, rule=0.0),
        paragraph("phu_luc_chi_dan", f"Đến ngày {day_words(on)}: {counts_words(plan_counts(plan))}", "", space_after=12.0, rule=0.0),
        table,
    )
    shape = layout()
    return Document(f"Theo dõi: {title}", (Part("Theo dõi", blocks, landscape=True),), shape.margins, shape.page_number)


def counts_words(counts: Counts) -> str:
    """ "hoàn thành 12/41 nhiệm vụ, đang làm 5, chưa làm 24"."""
    others = (("đang làm", counts.doing), ("chưa làm", counts.todo), ("không thực hiện", counts.dropped))
    return ", ".join([f"hoàn thành {counts.done}/{counts.total} nhiệm vụ", *(f"{words} {count}" for words, count in others if count)])


def _rows(group: TaskGroup, group_index: int, days: Mapping[int, str]) -> list[Row]:
    numbers = number_tasks(group.tasks)
    found = []
    for index, task in enumerate(group.tasks):
        cells = [
            _progress_cell(task, column.key, days)
            if column.key in _OF_PROGRESS
            else task_cell(column, group, group_index, index, numbers[index])
            for column in _COLUMNS
            if column.key in _OF_PROGRESS or not is_covered(group.tasks, index, column.key)
        ]
        found.append(Row(tuple(cells)))
    return found


def _progress_cell(task: Task, key: str, days: Mapping[int, str]) -> Cell:
    if key == "note":
        return Cell(tuple(lines_of(task.note)))
    if key == "evidence":
        return Cell(tuple(line for item in task.evidence for line in lines_of(evidence_words(item))))
    changed = days.get(task.id, "") if task.state is not TaskState.TODO else ""
    return Cell((STATE_WORDS[task.state], *((f"({day_words(changed)})",) if changed else ())), align="center")
