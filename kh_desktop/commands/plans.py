"""``plan list|show|new`` and ``export``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kh_desktop.commands.answer import Answer, opened
from kh_desktop.domain.errors import Exit
from kh_desktop.domain.model import Plan

if TYPE_CHECKING:
    from kh_desktop.services.plans import PlanSummary
    from kh_desktop.services.review import Problem

STATE_WORDS = {"draft": "dự thảo", "submitted": "đã trình", "issued": "đã ban hành"}


def list_all(workspace: Path | None) -> Answer:
    """All plans of the workspace, newest year first."""
    from kh_desktop.services.plans import list_plans

    with opened(workspace, write=False) as session:
        plans = list_plans(session)
    lines = tuple(_summary_line(p) for p in plans) or ("Sổ chưa có kế hoạch nào.",)
    return Answer({"plans": [asdict(p) for p in plans]}, lines)


def _summary_line(plan: PlanSummary) -> str:
    state = STATE_WORDS[str(plan.state)]
    number = f" số {plan.number}" if plan.number else ""
    version = f", bản {plan.version}" if plan.version > 1 else ""
    old = ", đã có bản thay thế" if plan.superseded else ""
    return f"{plan.id:>4}  {plan.year}  {plan.title or '(chưa có tên)'} [{state}{number}{version}{old}; {plan.task_count} nhiệm vụ]"


def show(workspace: Path | None, plan_id: int) -> Answer:
    """One plan with what is still missing."""
    from kh_desktop.services.plan_file import plan_to_json
    from kh_desktop.services.plans import get_plan
    from kh_desktop.services.review import problems

    with opened(workspace, write=False) as session:
        plan = get_plan(session, plan_id)
        found = problems(plan)
    data = {"id": plan.id, "plan": plan_to_json(plan), "problems": _problem_data(found)}
    return Answer(data, (*describe(plan), *_problem_lines(found)))


def describe(plan: Plan) -> tuple[str, ...]:
    """What a plan is, in a few lines."""
    tasks = sum(len(g.tasks) for g in plan.groups)
    return (
        f"Kế hoạch {plan.title or '(chưa có tên)'}",
        f"Cơ quan ban hành: {plan.agency.full_name}",
        f"Năm: {plan.year}   Tình trạng: {STATE_WORDS[plan.state.value]}   Số: {plan.full_number or 'chưa có'}",
        f"Căn cứ: {len(plan.bases)}   Mục: {len(plan.sections)}   Nhóm nhiệm vụ: {len(plan.groups)}   Nhiệm vụ: {tasks}",
        *(f"  {group.title or '(nhóm chưa có tên)'}: {len(group.tasks)} nhiệm vụ" for group in plan.groups),
    )


def _problem_data(found: Sequence[Problem]) -> list[dict[str, Any]]:
    return [asdict(p) for p in found]


def _problem_lines(found: Sequence[Problem]) -> tuple[str, ...]:
    words = {"missing": "Còn thiếu", "warning": "Cần xem lại"}
    return tuple(f"{words[p.severity]}: {p.text}" for p in found)


def new(workspace: Path | None, answers: Path) -> Answer:
    """Makes a plan from the wizard's answers in a file and says what is still missing."""
    from kh_desktop.services.plan_file import read_answers
    from kh_desktop.services.plans import get_plan, new_plan_from
    from kh_desktop.services.review import problems

    given = read_answers(answers)
    with opened(workspace, write=True) as session:
        plan_id = new_plan_from(session, given)
        found = problems(get_plan(session, plan_id))
    lines = (f"Đã lập kế hoạch {plan_id}: {given.title}", *_problem_lines(found))
    code = Exit.FINDINGS if found else Exit.DONE
    return Answer({"id": plan_id, "problems": _problem_data(found)}, lines, code)


def write_out(workspace: Path | None, plan_id: int, out: Path) -> Answer:
    """Exports a plan; the ending of ``out`` says as what."""
    from kh_desktop.services.export import export_plan

    with opened(workspace, write=False) as session:
        written = export_plan(session, plan_id, out)
    return Answer({"file": str(written), "size": written.stat().st_size}, (f"Đã ghi: {written}",))
