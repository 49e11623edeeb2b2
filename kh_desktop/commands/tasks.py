"""``task list|state|evidence|history``: following the work of a plan, and the table of it for the chief."""

from __future__ import annotations

import argparse
import re
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kh_desktop.commands.answer import Answer, opened, typed
from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.model import Evidence, Task, TaskState
from kh_desktop.domain.vitext import fold

if TYPE_CHECKING:
    from kh_desktop.services.session import Session

STATE_NAMES = {
    TaskState.TODO: "chưa làm",
    TaskState.DOING: "đang làm",
    TaskState.DONE: "hoàn thành",
    TaskState.DROPPED: "không thực hiện",
}
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def add_arguments(group: Any, add: Any, number: Any) -> None:
    """The grammar of ``task``."""
    task = group(add, "task", "theo dõi việc thực hiện nhiệm vụ")
    listed = add("list", "liệt kê nhiệm vụ của một kế hoạch với số thứ tự và tình trạng", task)
    listed.add_argument("id", metavar="ID", type=number, help="số thứ tự kế hoạch trong sổ")
    state = add("state", "ghi tình trạng, ghi chú của một nhiệm vụ", task)
    state.add_argument("id", metavar="ID", type=number, help="số thứ tự nhiệm vụ trong sổ (xem: task list)")
    words = "todo, doing, done, dropped hoặc “chưa làm”, “đang làm”, “hoàn thành”, “không thực hiện”"
    state.add_argument("state", metavar="TÌNH_TRẠNG", type=state_of, help=words)
    state.add_argument("--note", metavar="CHỮ", help="ghi chú tiến độ")
    evidence = add("evidence", "thêm minh chứng cho một nhiệm vụ", task)
    evidence.add_argument("id", metavar="ID", type=number, help="số thứ tự nhiệm vụ trong sổ")
    evidence.add_argument("--number", metavar="SỐ", help="số, ký hiệu văn bản")
    evidence.add_argument("--date", dest="day", metavar="NGÀY", type=day_of, help="ngày văn bản, dạng 15/03/2027 hoặc 2027-03-15")
    evidence.add_argument("--title", metavar="CHỮ", help="trích yếu")
    evidence.add_argument("--file", metavar="TỆP", type=Path, help="tệp cần cất vào sổ (tới 50 MB)")
    history = add("history", "xem lịch sử sửa của một nhiệm vụ, mới nhất trước", task)
    history.add_argument("id", metavar="ID", type=number, help="số thứ tự nhiệm vụ trong sổ")


def run(args: argparse.Namespace) -> Answer:
    """Does what ``task`` was asked for."""
    if args.action == "list":
        return list_all(args.workspace, args.id)
    if args.action == "state":
        return set_state(args.workspace, args.id, args.state, args.note)
    if args.action == "evidence":
        described = Evidence(0, typed(args.number or ""), args.day or "", typed(args.title or ""))
        return add_evidence(args.workspace, args.id, described, args.file)
    return history(args.workspace, args.id)


def state_of(text: str) -> TaskState:
    """The state a person means: its English word or its Vietnamese name, with or without marks. ValueError for others."""
    wanted = fold(typed(text)).strip()
    for state, name in STATE_NAMES.items():
        if wanted in (state.value, fold(name)):
            return state
    raise ValueError(text)


def day_of(text: str) -> str:
    """ISO day of "15/3/2027" or "2027-03-15". ValueError when there is no such day."""
    match = _DAY.fullmatch(text.strip())
    if match:
        return date(int(match[3]), int(match[2]), int(match[1])).isoformat()
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip()):
        raise ValueError(text)
    return date.fromisoformat(text.strip()).isoformat()


def list_all(workspace: Path | None, plan_id: int) -> Answer:
    """The tasks of a plan with their ids and states."""
    from kh_desktop.domain.outline import roman
    from kh_desktop.domain.progress import plan_counts
    from kh_desktop.domain.task_rows import number_tasks
    from kh_desktop.services.plans import get_plan

    with opened(workspace, write=False) as session:
        plan = get_plan(session, plan_id)
    data, lines = [], []
    for place, group in enumerate(plan.groups, start=1):
        for number, task in zip(number_tasks(group.tasks), group.tasks, strict=True):
            no = f"{roman(place)}.{number}"
            data.append({"no": no, **_data(task)})
            lines.append(f"{task.id:>5}  {no:<8} [{STATE_NAMES[task.state]}] {' '.join(task.content.split())}")
    counts = plan_counts(plan)
    total = f"Hoàn thành {counts.done}/{counts.total}, đang làm {counts.doing}, không thực hiện {counts.dropped}."
    return Answer({"tasks": data, "counts": {**asdict(counts), "total": counts.total}}, (*lines, total))


def set_state(workspace: Path | None, task_id: int, state: TaskState, note: str | None) -> Answer:
    """Sets the state (and note) of a task and of the rows that continue it."""
    from kh_desktop.services import progress

    with opened(workspace, write=True) as session:
        _task(session, task_id)
        with session.step("progress.state", no=_number(session, task_id)):
            progress.set_progress(session, progress.with_continuing(session, [task_id]), state=state)
            if note is not None:
                progress.set_progress(session, [task_id], note=typed(note))
        task = _task(session, task_id)
        number = _number(session, task_id)
    return Answer({"no": number, **_data(task)}, (f"Nhiệm vụ {number}: {STATE_NAMES[task.state]}.",))


def add_evidence(workspace: Path | None, task_id: int, described: Evidence, file: Path | None) -> Answer:
    """Adds a document by number and day, or a file, as evidence."""
    from kh_desktop.services import progress

    with opened(workspace, write=True) as session:
        _task(session, task_id)
        if file is not None:
            made = progress.attach_evidence(session, task_id, file, described)
        else:
            made = progress.add_evidence(session, task_id, described)
        task, number = _task(session, task_id), _number(session, task_id)
    return Answer({**_data(task), "no": number, "added": made}, (f"Đã thêm minh chứng cho nhiệm vụ {number}.",))


def history(workspace: Path | None, task_id: int) -> Answer:
    """What a task was before each change, newest first."""
    from kh_desktop.services import progress

    with opened(workspace, write=False) as session:
        task = _task(session, task_id)
        moments = progress.row_history(session, task_id)
        words = [progress.moment_words(moment) for moment in moments]
        number = _number(session, task_id)
    data, lines = [], []
    after = progress.values_now(task)
    for moment, name in zip(moments, words, strict=True):
        changed = {f: {"old": old, "new": after[f]} for f, old in moment.values.items() if f in after and after[f] != old}
        pieces = [{"number": e.number, "issued": e.issued, "title": e.title} for e in moment.evidence]
        data.append({"id": moment.id, "at": moment.at, "label": moment.label, "name": name, "changes": changed, "evidence": pieces})
        lines.append(f"{moment.at.replace('T', ' ')}  {name}")
        lines += [f"    {', '.join(part for part in piece.values() if part)}" for piece in pieces]
        lines += [f"    {_FIELD_NAMES[f]}: {_value(f, c['old'])} → {_value(f, c['new'])}" for f, c in changed.items()]
        after = moment.values
    return Answer({"no": number, "history": data}, tuple(lines) or (f"Nhiệm vụ {number} chưa bị sửa lần nào.",))


def export(workspace: Path | None, plan_id: int, out: Path) -> Answer:
    """Writes the table of tasks with state, note and evidence."""
    from kh_desktop.services.tracking import export_tracking

    with opened(workspace, write=False) as session:
        written = export_tracking(session, plan_id, out)
    return Answer({"file": str(written), "size": written.stat().st_size}, (f"Đã ghi: {written}",))


_FIELD_NAMES = {
    "content": "nội dung", "detail": "việc cụ thể", "product": "sản phẩm", "deadline": "thời hạn", "state": "tình trạng", "note": "ghi chú",
    "lead": "chủ trì", "coord": "phối hợp", "level": "cấp", "continues": "tiếp dòng trên", "merged": "gộp với ô trên",
}  # fmt: skip


def _value(field: str, value: str) -> str:
    if field == "state":
        return STATE_NAMES[TaskState(value)]
    if field == "continues":
        return "có" if value else "không"
    if field == "level":
        return str(int(value or 0) + 1)
    return value.replace("\n", "; ") or "(trống)"


def _task(session: Session, task_id: int) -> Task:
    from kh_desktop.services.tasks import get_tasks

    found = get_tasks(session, [task_id])
    if not found:
        raise UsageError("task.missing", id=task_id)
    return found[0]


def _number(session: Session, task_id: int) -> str:
    from kh_desktop.services.tasks import task_number

    return task_number(session, task_id)


def _data(task: Task) -> dict[str, Any]:
    evidence = [
        {"id": e.id, "number": e.number, "issued": e.issued, "title": e.title, "file": bool(e.attachment_id)} for e in task.evidence
    ]
    return {"id": task.id, "content": task.content, "state": task.state.value, "note": task.note, "evidence": evidence}
