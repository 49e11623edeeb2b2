"""Which one step comes next for a plan, and how the three-step line of its state reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kh_desktop.domain.model import Plan, PlanState
from kh_desktop.services.issuing import PlanEvent, history
from kh_desktop.services.plans import PlanSummary, get_bookmark, list_plans
from kh_desktop.services.review import Problem, problems
from kh_desktop.services.session import Session
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.widgets import Step, text_from_iso

STATES: dict[str, str] = {"draft": N_("Dự thảo"), "submitted": N_("Đã trình"), "issued": N_("Đã ban hành")}
STEP_WORDS: dict[str, str] = {
    "what": N_("Thông tin chung"),
    "bases": N_("Căn cứ"),
    "purpose": N_("Mục đích, yêu cầu"),
    "content": N_("Nội dung"),
    "funding": N_("Kinh phí"),
    "organisation": N_("Tổ chức thực hiện"),
    "tasks": N_("Nhiệm vụ"),
    "signature": N_("Nơi nhận, người ký"),
    "review": N_("Kiểm tra lại"),
}


@dataclass(frozen=True, slots=True)
class NextStep:
    """``deed``: "write" (go on writing), "mend", "submit", "issue", "scans", "next_year" or "" (nothing); ``text`` names it on a button."""

    deed: str = ""
    text: str = ""
    anchor: str = ""


def next_step(session: Session, plan: Plan, found: list[Problem] | None = None) -> NextStep:
    """The step that comes next for this plan. ``found``: what was found in it, where that is known already."""
    if plan.state is PlanState.SUBMITTED:
        return NextStep("issue", tr("Ghi số, ngày ban hành"))
    if plan.state is PlanState.ISSUED:
        from kh_desktop.services.attachments import attachments

        if attachments(session, plan.id, "original"):
            # A plan of an earlier year that was read in: its paper is with the file; what it is here for is the year after it.
            later = any(other.year > plan.year for other in list_plans(session))
            return NextStep() if later else NextStep("next_year", tr("Lập kế hoạch năm sau"))
        return NextStep() if attachments(session, plan.id, "scan") else NextStep("scans", tr("Gắn bản đã ký"))
    mark = get_bookmark(session, plan.id)
    if not mark.done:
        return NextStep("write", tr("Soạn tiếp: {step}", step=tr(STEP_WORDS[mark.step])))
    missing = [p for p in (problems(plan) if found is None else found) if p.severity == "missing"]
    if missing:
        return NextStep("mend", tr("Bổ sung {count} chỗ thiếu", count=len(missing)), missing[0].anchor)
    return NextStep("submit", tr("Trình ký"))


def state_steps(session: Session, plan: Plan) -> list[Step]:
    """The three-step line with who and when."""
    events: dict[str, PlanEvent] = {}
    for event in history(session, plan.id):
        events[str(event.state.value)] = event
    order = list(STATES)
    reached = order.index(plan.state.value)
    steps = []
    for index, state in enumerate(order):
        note = event_note(events[state]) if index <= reached and index and state in events else ""
        if state == "issued" and plan.state is PlanState.ISSUED and plan.number:
            note = f"{plan.full_number}, {text_from_iso(plan.issued)}"
        steps.append(Step(tr(STATES[state]), note, index <= reached))
    return steps


def event_note(event: PlanEvent) -> str:
    """"20/11 · Nguyễn Văn A"."""
    day = datetime.fromisoformat(event.at).strftime("%d/%m") if event.at else ""
    return " · ".join(part for part in (day, event.who) if part)


def state_words(plan: PlanSummary) -> str:
    """The state of a plan in plain words, for a list."""
    if plan.state is PlanState.ISSUED:
        issued = tr("Đã ban hành ngày {day}", day=text_from_iso(plan.issued)) if plan.issued else tr("Đã ban hành")
        return tr("{issued}, đã có bản sửa đổi", issued=issued) if plan.superseded else issued
    if plan.state is PlanState.SUBMITTED:
        return tr("Đã trình, chờ ký")
    if not plan.wizard_done:
        return tr("Dự thảo, đang soạn: {step}", step=tr(STEP_WORDS[plan.wizard_step]))
    return tr("Dự thảo, đã soạn xong các bước")


def version_words(plan: PlanSummary) -> str:
    """"bản 2"; "" for a plan that has only one version."""
    return tr("bản {number}", number=plan.version) if plan.version > 1 or plan.has_newer else ""


def short_state(plan: PlanSummary) -> str:
    """"Đã ban hành": the state in a word or two."""
    return tr(STATES[plan.state.value])


def plan_name(plan: PlanSummary) -> str:
    """How a plan is called in menus: year, version, title. The version stands where no long title can push it out of sight."""
    return " · ".join(part for part in (str(plan.year), version_words(plan), plan.title) if part)
