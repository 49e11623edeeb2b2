"""From draft to issued: who did it and when; an issued plan is frozen and changed only by a new version."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.json_reader import check_day
from kh_desktop.domain.model import Plan, PlanState
from kh_desktop.domain.vitext import clean_line
from kh_desktop.services.plans import get_plan
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.store import following, numbers
from kh_desktop.store import plans as store
from kh_desktop.store.unit_of_work import UnitOfWork, Value

_NUMBER = re.compile(r"^\d{1,5}[A-Za-zĐđ]?$")


@dataclass(frozen=True, slots=True)
class PlanEvent:
    """One change of state: when (ISO time), who, to which state, a note ("24/KH-UBND ngày 07/03/2027", "bản 2")."""

    at: str
    who: str
    state: PlanState
    note: str


def _log(uow: UnitOfWork, plan_id: int, state: PlanState, who: str, note: str) -> None:
    at = datetime.now().isoformat(timespec="seconds")
    uow.insert("plan_event", {"plan_id": plan_id, "at": at, "who": clean_line(who), "state": state.value, "note": note})


def _issue_note(number: str, code: str, issued: str) -> str:
    return f"{number}/{code} ngày {issued[8:]}/{issued[5:7]}/{issued[:4]}"


def _move(s: Session, plan_id: int, label: str, target: PlanState, allowed: tuple[PlanState, ...], who: str, **values: Value) -> ChangeSet:
    plan = get_plan(s, plan_id)
    if plan.state not in allowed:
        raise UsageError("plan.wrong_state")
    with s.step(label, year=plan.year) as doing:
        doing.uow.update("plan", plan_id, {"state": target.value, **values})
        number, issued = str(values.get("number", "")), str(values.get("issued", ""))
        note = _issue_note(number, plan.code, issued) if number else ""
        _log(doing.uow, plan_id, target, who, note)
    return doing.changes


def submit(s: Session, plan_id: int, who: str = "") -> ChangeSet:
    """đã trình: the draft lies with the one who signs. It can still be edited."""
    return _move(s, plan_id, "plan.submit", PlanState.SUBMITTED, (PlanState.DRAFT,), who)


def withdraw(s: Session, plan_id: int, who: str = "") -> ChangeSet:
    """Back to dự thảo."""
    return _move(s, plan_id, "plan.withdraw", PlanState.DRAFT, (PlanState.SUBMITTED,), who)


def _number_for(s: Session, plan: Plan, number: str, issued: str) -> str:
    number = clean_line(number).partition("/")[0].strip()
    if not _NUMBER.match(number):
        raise UsageError("issue.wrong_number", number=number)
    number = number.lstrip("0") or "0"
    if number == "0":
        raise UsageError("issue.wrong_number", number=number)
    if not issued:
        raise UsageError("issue.wrong_date")
    check_day(issued, "ngày ban hành")
    taken = numbers.title_with_number(s.workspace.conn, number, plan.code, issued[:4], plan.id)
    if taken:
        raise UsageError("issue.number_taken", number=f"{number}/{plan.code}", title=taken)
    return number


def is_issued(plan: Plan) -> bool:
    """Whether a plan made elsewhere has the number and the day that an issued one has."""
    number = plan.number.lstrip("0")
    return bool(_NUMBER.match(number)) and bool(plan.issued)


def issued_elsewhere(s: Session, plan: Plan) -> Plan:
    """A plan that comes in as đã ban hành, with its own number and day; raises as ``issue`` does."""
    return replace(plan, state=PlanState.ISSUED, number=_number_for(s, plan, plan.number, plan.issued))


def log_issued(uow: UnitOfWork, plan_id: int, plan: Plan) -> None:
    """Puts into the history that a plan came in as đã ban hành."""
    _log(uow, plan_id, PlanState.ISSUED, "", _issue_note(plan.number, plan.code, plan.issued))


def issue(s: Session, plan_id: int, *, number: str, issued: str, who: str = "") -> ChangeSet:
    """đã ban hành: number ("24") and day (ISO) flow into letterhead and appendix; from now on the plan is frozen.

    UsageError issue.wrong_number, issue.wrong_date, issue.number_taken (NĐ 30/2020, Điều 15: a number is used once a year).
    """
    number = _number_for(s, get_plan(s, plan_id), number, issued)
    return _move(s, plan_id, "plan.issue", PlanState.ISSUED, (PlanState.DRAFT, PlanState.SUBMITTED), who, number=number, issued=issued)


def new_version(s: Session, plan_id: int) -> int:
    """A draft that starts as a copy of an issued plan; the issued one stays as it was signed. Returns the new id."""
    plan = get_plan(s, plan_id)
    if plan.state is not PlanState.ISSUED:
        raise UsageError("plan.wrong_state")
    if numbers.newer_version(s.workspace.conn, plan_id):
        raise UsageError("plan.has_newer")
    copy = replace(plan, number="", issued="", state=PlanState.DRAFT, version=plan.version + 1, previous_id=plan_id)
    with s.step("plan.new_version", year=plan.year, version=copy.version) as doing:
        new_id = store.write_plan(doing.uow, copy, datetime.now().isoformat(timespec="seconds"), wizard_done=True)
        # Progress goes along, and with it the days it was made.
        old, new = (_task_ids(p) for p in (plan, get_plan(s, new_id)))
        pairs = list(zip(old, new, strict=True))
        following.copy_log(doing.uow.conn, new_id, pairs)
        following.copy_reminders(doing.uow, pairs)
        _log(doing.uow, new_id, PlanState.DRAFT, "", f"bản {copy.version}, thay {plan.full_number}")
    return new_id


def _task_ids(plan: Plan) -> list[int]:
    return [task.id for group in plan.groups for task in group.tasks]


def history(s: Session, plan_id: int) -> list[PlanEvent]:
    """The changes of state of a plan, oldest first."""
    rows = store.rows_where(s.workspace.conn, "plan_event", "plan_id = ?", (plan_id,), order="id")
    return [PlanEvent(r["at"], r["who"], PlanState(r["state"]), r["note"]) for r in rows]


def next_number_hint(s: Session, year: int) -> str:
    """The number after the highest one this workspace gave in ``year``; "" when it gave none (other documents share the series)."""
    given = [int(found[0]) for n in numbers.numbers_of_year(s.workspace.conn, str(year)) if (found := re.match(r"\d+", n))]
    return str(max(given) + 1) if given else ""
