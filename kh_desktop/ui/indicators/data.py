"""What the page reads: the dashboard, the plans it can be of, and the rows behind its numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kh_desktop.domain.model import TaskGroup
from kh_desktop.domain.outline import roman
from kh_desktop.domain.schedule import Entry
from kh_desktop.domain.task_rows import head_of, number_tasks
from kh_desktop.services.dashboard import Dashboard, LateUnit
from kh_desktop.services.plans import PlanSummary, get_plan, list_plans
from kh_desktop.services.schedule import followed_plans
from kh_desktop.services.session import Session
from kh_desktop.ui.due_words import LOOKS, days_left, due_words, entry_name, note_words
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.indicators.lines import unit_name
from kh_desktop.ui.widgets.charts import ChartPalette, paint_mark
from kh_desktop.ui.widgets.charts.palette import RIGHT

STATE_WORDS: dict[str, str] = {
    "done": N_("Hoàn thành"), "doing": N_("Đang làm"), "todo": N_("Chưa làm"), "dropped": N_("Không thực hiện"),
}  # fmt: skip
# What matters most comes first on the page of a chairman.
CONCERN = ("missed", "near", "no_figure", "no_number", "nothing", "met")


def shown_plans(session: Session, today: date, plan_id: int) -> tuple[list[int], list[PlanSummary], bool]:
    """(the plans whose rows are shown, all plans, whether any is followed): the chosen one, else the followed, else the newest draft."""
    everything, followed = list_plans(session), [p.id for p in followed_plans(session, today)]
    return [plan_id] if plan_id else followed or [p.id for p in everything[:1]], everything, bool(followed)


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row behind a number: its shape, title, what is said below. ``entry``: what is due; else the row of a task in a plan."""

    key: str
    meaning: str
    title: str
    note: str
    entry: Entry | None = None
    plan_id: int = 0
    task_id: int = 0

    @property
    def reading(self) -> str:
        """All of it."""
        return f"{self.title}. {self.note}"


def entry_lines(entries: Iterable[Entry], today: date) -> list[RowLine]:
    """What is late or near as rows."""
    found = []
    for entry in entries:
        days = days_left(entry, today)
        meaning = "late" if entry.state == "late" else "soon"
        found.append(RowLine(entry.key, meaning, entry_name(entry), f"{due_words(entry, days)} · {note_words(entry, days)}", entry))
    return found


def task_lines(session: Session, plan_ids: Sequence[int], task_ids: Iterable[int], late: Iterable[int] = ()) -> list[RowLine]:
    """Tasks as rows, in the order of their plans; a task with its continuing rows is one."""
    wanted, behind = set(task_ids), set(late)
    found = []
    for plan_id in plan_ids:
        for index, group in enumerate(get_plan(session, plan_id).groups):
            numbers = number_tasks(group.tasks)
            for place, task in enumerate(group.tasks):
                if task.id in wanted and (not task.continues or not place):
                    found.append(_task_line(plan_id, group, index, place, numbers[place], late=task.id in behind))
    return found


def _task_line(plan_id: int, group: TaskGroup, index: int, place: int, number: str, *, late: bool) -> RowLine:
    task = group.tasks[place]
    said = (group.tasks[head_of(group.tasks, place, "content")].content or task.product or group.title).strip().partition("\n")[0]
    words = tr(LOOKS["late"].word) if late else tr(STATE_WORDS[task.state.value])
    note = " · ".join(part for part in (words, " ".join(task.deadline.split())) if part)
    title = f"{roman(index + 1)}.{number}. {' '.join(said.split())}"
    return RowLine(f"task:{task.id}", "late" if late else task.state.value, title, note, None, plan_id, task.id)


def paint_row(painter: QPainter, rect: QRectF, line: RowLine, palette: ChartPalette) -> None:
    """Shape and title, what is said below."""
    high, unit = palette.line(), palette.unit
    side = high * 0.78
    paint_mark(painter, QRectF(rect.left(), rect.top() + (high - side) / 2, side, side), line.meaning, palette)
    left = rect.left() + side + 8 * unit
    palette.text(painter, QRectF(left, rect.top(), rect.right() - left, high), line.title)
    below = QRectF(left, rect.top() + high, rect.right() - left, palette.line(0.88))
    palette.text(painter, below, line.note, "late" if line.meaning == "late" else "text_muted", factor=0.88)


@dataclass(frozen=True, slots=True)
class LateLine:
    """A unit with what it is late with."""

    key: str
    name: str
    count: int
    worst: str
    reading: str


def late_lines(units: Iterable[LateUnit], today: date) -> list[LateLine]:
    """Whose it is, how much, and the oldest of it."""
    found = []
    for unit in units:
        worst = min(unit.entries, key=lambda entry: entry.limit)
        name = unit_name(unit.name) if unit.name or any(e.task_id for e in unit.entries) else tr("Báo cáo của cơ quan")
        words = tr("{title}: {due}", title=entry_name(worst), due=due_words(worst, days_left(worst, today)))
        said = tr("{unit}: {count} việc quá hạn. Lâu nhất: {worst}", unit=name, count=len(unit.entries), worst=words)
        found.append(LateLine(unit.name or "-", name, len(unit.entries), words, said))
    return found


def paint_late(painter: QPainter, rect: QRectF, line: LateLine, palette: ChartPalette) -> None:
    """The unit and its number, the oldest thing below."""
    high, unit = palette.line(), palette.unit
    side = high * 0.78
    paint_mark(painter, QRectF(rect.left(), rect.top() + (high - side) / 2, side, side), "late", palette)
    left, number = rect.left() + side + 8 * unit, 70 * unit
    palette.text(painter, QRectF(left, rect.top(), rect.right() - left - number, high), line.name)
    count = QRectF(rect.right() - number, rect.top(), number, high)
    palette.text(painter, count, tr("{count} việc", count=line.count), "late", bold=True, align=RIGHT)
    below = QRectF(left, rect.top() + high, rect.right() - left, palette.line(0.88))
    palette.text(painter, below, line.worst, "text_muted", factor=0.88)


def by_concern(board: Dashboard) -> list[int]:
    """The places of the targets, those that need a person first."""
    return sorted(range(len(board.targets)), key=lambda place: CONCERN.index(board.targets[place].judged))
