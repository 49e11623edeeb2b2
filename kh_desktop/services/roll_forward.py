"""The plan of the next year from a plan of the workspace: what is proposed, and making it in one step."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any, cast

from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.model import Agency, Office, Plan, Task, TaskGroup, Unit
from kh_desktop.domain.outline import label, number_sections, roman
from kh_desktop.domain.renaming import Rename
from kh_desktop.domain.roll_forward import Change, Circumstances, Left, RollForward, propose
from kh_desktop.domain.roll_forward.tasks import is_followed
from kh_desktop.domain.task_rows import number_tasks
from kh_desktop.domain.vitext import fold
from kh_desktop.domain.wizard import WIZARD_STEPS
from kh_desktop.domain.workdays import is_workday, name_of_day
from kh_desktop.resources import resource_path
from kh_desktop.services.attachments import attachments
from kh_desktop.services.catalogue import catalogue, status_on, status_said
from kh_desktop.services.messages import Said, said
from kh_desktop.services.office import get_office, link_units
from kh_desktop.services.plans import check_year, get_plan, set_bookmark
from kh_desktop.services.review import DOUBTFUL_KINDS
from kh_desktop.services.session import Session
from kh_desktop.services.templates import superior_of
from kh_desktop.services.unit_names import CULTURE, ECONOMY, OFFICE, ONE_STOP, own_name, same_unit
from kh_desktop.services.workdays import workdays
from kh_desktop.store import plans as store

_DISTRICT = ("huyen ", "quan ", "thi xa ", "ubnd huyen", "ubnd quan", "ubnd thi xa", "uy ban nhan dan huyen")
_OWN_ANCHORS = ("title", "intro", "closing", "appendix_title", "period")
_FIELDS = ("content", "detail", "product", "deadline", "lead", "coord")


def next_year(plan: Plan, today_year: int) -> int:
    """The year a plan is rolled forward to unless a person says otherwise: the one after it, this year for a plan without one."""
    return plan.year + 1 if plan.year else today_year


def proposal(s: Session, plan_id: int, year: int) -> RollForward:
    """What changes when a plan becomes the plan of ``year``. UsageError answers.wrong_year, roll.not_later, plan.missing."""
    plan = get_plan(s, plan_id)
    if check_year(year) <= plan.year:
        raise UsageError("roll.not_later", year=year, old=plan.year)
    office, days = get_office(s), workdays(s)
    agency = office.agency if office.agency.name else None
    around = Circumstances(
        renames=renames_for(plan, office, year),
        documents=catalogue(),
        agency=agency,
        day_off=lambda day: "" if is_workday(days, day) else name_of_day(days, day),
        carried=str(said("roll.carried", year=plan.year)),
        read_in=_is_read_in(s, plan),
    )
    return propose(plan, year, around)


def roll_forward(s: Session, plan_id: int, year: int, ticked: Collection[str] | None = None, edits: Mapping[str, str] | None = None) -> int:
    """Makes the plan of ``year`` from a plan, with the changes of these keys (None: those ticked in the proposal) and ``edits`` (by key,
    the text put instead): one step. Returns the id of the new draft; the old plan stays as it is.

    UsageError as for ``proposal``, and roll.unknown_change for a key that is not proposed.
    """
    found = proposal(s, plan_id, year)
    known = {c.key for c in found.changes}
    for key in {*(ticked or ()), *(edits or {})} - known:
        raise UsageError("roll.unknown_change", key=key)
    plan = found.after(ticked, edits)
    if _is_read_in(s, found.plan) and not is_followed(found.plan, read_in=True):
        plan = _with_remarks(plan, found.plan)
    units = get_office(s).units
    plan = replace(plan, groups=tuple(_linked(group, units) for group in plan.groups))
    with s.step("plan.next", year=year) as doing:
        made = store.write_plan(doing.uow, plan, datetime.now().isoformat(timespec="seconds"), wizard_done=False)
    # It is a whole plan: nobody has to walk through it from the first step to the last.
    set_bookmark(s, made, WIZARD_STEPS[0], all_seen=True)
    return made


def _is_read_in(s: Session, plan: Plan) -> bool:
    return bool(attachments(s, plan.id, "original"))


def _with_remarks(plan: Plan, old: Plan) -> Plan:
    """Where nobody followed the work, notes say nothing about it: they are the remarks the plan was written with, and stay. No task is
    left out of such a plan."""
    groups = zip(plan.groups, old.groups, strict=True)
    return replace(
        plan,
        groups=tuple(
            replace(new, tasks=tuple(replace(task, note=was.note) for task, was in zip(new.tasks, group.tasks, strict=True)))
            for new, group in groups
        ),
    )


def _linked(group: TaskGroup, units: tuple[Unit, ...]) -> TaskGroup:
    return replace(
        group, tasks=tuple(replace(t, lead=link_units(units, t.lead), coord=link_units(units, t.coord)) for t in group.tasks)
    )


def anchor_in(s: Session, made_id: int, found: RollForward, ticked: Collection[str], edits: Mapping[str, str], where: str) -> str:
    """Where a place of the old plan is in the draft made from it, as screens name it ("section:12", "task:33:deadline", "title")."""
    kind, _, rest = where.partition(":")
    made, path = get_plan(s, made_id), rest.partition(":")[0]
    if kind == "section":
        section = next((n.section for n in number_sections(made.sections, made.numbering) if ".".join(map(str, n.path)) == path), None)
        return f"section:{section.id}" if section is not None else "content"
    if kind == "task":
        g, _, t = path.partition(".")
        # The draft still knows the old tasks by their ids until it is stored; both have the same rows in the same order.
        old = found.plan.groups[int(g)].tasks[int(t)].id
        rows = zip(_rows(found.after(ticked, edits)), _rows(made), strict=True)
        new = next((row.id for was, row in rows if was.id == old), 0)
        field = rest.rpartition(":")[2].partition(".")[0]
        return f"task:{new}:{field}" if new and field in _FIELDS else f"task:{new}" if new else "tasks"
    if kind == "basis":
        kept = replace(found.plan.bases[int(path)], id=0)
        basis = next((b for b in made.bases if replace(b, id=0, joined=kept.joined) == kept), None)
        return f"basis:{basis.id}" if basis is not None else "bases"
    return {"recipient": "recipients", "authority": "signature"}.get(kind, where if kind in _OWN_ANCHORS else "tasks")


def _rows(plan: Plan) -> list[Task]:
    return [task for group in plan.groups for task in group.tasks]


# --- names


@cache
def _table() -> tuple[dict[str, Any], ...]:
    data = json.loads(resource_path("unit_renames.json").read_text(encoding="utf-8"))
    return tuple(cast(list[dict[str, Any]], data["renames"]))


def renames_for(plan: Plan, office: Office, year: int) -> tuple[Rename, ...]:
    """The names that others have taken the place of by 1 January of ``year``: the shipped table in the office's own words, the names of its
    unit book, and the name of the agency when it is another one now."""
    agency = office.agency if office.agency.name else plan.agency
    return (*_of_agency(plan.agency, agency), *_of_book(plan, office), *_of_table(agency, office, year))


def _of_table(agency: Agency, office: Office, year: int) -> Iterator[Rename]:
    above = superior_of(agency) if agency.superior and not fold(agency.superior).startswith(_DISTRICT) else ""
    words = {
        "cap_tren": above or "UBND tỉnh",
        "dia_ban_tren": (above or "UBND tỉnh").removeprefix("UBND ").removeprefix("Ủy ban nhân dân "),
        "cap": agency.level if agency.level != "thị trấn" else "xã",
        "mot_cua": own_name(ONE_STOP, office),
        "van_phong": own_name(OFFICE, office),
        "phong_kinh_te": own_name(ECONOMY, office),
        "phong_van_hoa": own_name(CULTURE, office),
    }
    for entry in _table():
        if entry["since"] > f"{year}-01-01":
            continue
        new = str(entry["new"])
        sure = bool(entry["sure"]) and (bool(above) or "{cap_tren}" not in new)
        for name, word in words.items():
            new = new.replace(f"{{{name}}}", word)
        for old in entry["old"]:
            if fold(old) != fold(new):
                yield Rename(old, new, sure, why=entry["why"])


def _of_agency(old: Agency, new: Agency) -> Iterator[Rename]:
    if not old.name or (old.level, fold(old.name)) == (new.level, fold(new.name)):
        return
    for before, after in (
        (old.short_name, new.short_name),
        (old.full_name, new.full_name),
        (f"{old.level} {old.name}", f"{new.level} {new.name}"),
        (f"trên địa bàn {old.level}", f"trên địa bàn {new.level}"),
        (f"UBND {old.level}", f"UBND {new.level}"),
    ):
        if fold(before) != fold(after):
            yield Rename(before, after)


def _of_book(plan: Plan, office: Office) -> Iterator[Rename]:
    """Units beside tasks under another name than the book has now. A mere short form is no other name."""
    by_id = {unit.id: unit for unit in office.units if unit.id}
    seen: set[str] = set()
    for ref in (ref for g in plan.groups for t in g.tasks for ref in (*t.lead, *t.coord)):
        if ref.label in seen:
            continue
        seen.add(ref.label)
        unit = by_id.get(ref.unit_id) or next((u for u in office.units if fold(ref.label) in map(fold, u.aliases)), None)
        if unit is not None and not _same_name(ref.label, unit, office):
            yield Rename(ref.label, unit.name, whole=True)


def _same_name(label: str, unit: Unit, office: Office) -> bool:
    short, full = fold(label), fold(unit.name)
    return short == fold(unit.short_name) or full.startswith(short) or short.startswith(full) or _alike(label, unit.name, office)


def _alike(one: str, other: str, office: Office) -> bool:
    """Whether the letters of one are those of the other ("Trung tâm PVHCC"), whatever the unit book says."""
    return same_unit(one, other, Office(agency=office.agency))


# --- words


def reason_said(change: Change) -> Said | None:
    """Why a change is proposed, or why it is not ticked; None when it speaks for itself."""
    if not change.reason:
        return None
    params = dict(change.params)
    if change.status is not None:
        params["status"] = status_said(change.status) or ""
    return Said(change.reason, params)


def left_said(left: Left) -> Said:
    """Why an old year stands in the new plan."""
    return Said(f"roll.left.{left.why}")


def left_doubt(plan: Plan, left: Left, year: int) -> Said | None:
    """What is doubtful on 1 January of ``year`` about a citation that stays; None when nothing is."""
    if left.why != "basis":
        return None
    status = status_on(plan.bases[int(left.where.partition(":")[2])], f"{year}-01-01")
    return status_said(status) if status.kind in (*DOUBTFUL_KINDS, "unknown") else None


def place_said(plan: Plan, where: str) -> Said:
    """A place of a plan in words: "Mục II.1", "Nhiệm vụ I.3, thời hạn"."""
    kind, _, rest = where.partition(":")
    first, _, part = rest.partition(":")
    match kind:
        case "section":
            return said("roll.at.section", no=_section_number(plan, tuple(map(int, first.split(".")))))
        case "group":
            return said("roll.at.group", no=roman(int(first) + 1))
        case "task":
            g, _, t = first.partition(".")
            number = number_tasks(plan.groups[int(g)].tasks)[int(t)]
            no = f"{roman(int(g) + 1)}.{number}" if len(plan.groups) > 1 else number
            field = part.partition(".")[0]
            return said("roll.at.task_field", no=no, field=said(f"roll.field.{field}")) if field in _FIELDS else said("roll.at.task", no=no)
        case "basis" | "column" | "annex" | "target":
            return Said(f"roll.at.{kind}", {"no": int(first) + 1})
    return Said(f"roll.at.{kind}")


def _section_number(plan: Plan, path: tuple[int, ...]) -> str:
    labels = [label(path[: depth + 1], plan.numbering).rstrip(".)") for depth in range(len(path))]
    if plan.numbering.value == "decimal" and len(labels) > 2:
        labels[1:3] = labels[2:3]
    return ".".join(x for x in labels if x != "-")
