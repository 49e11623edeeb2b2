"""Plans: listing, making, changing their own fields, and where a person was in the wizard."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from kh_desktop.domain.columns import COLUMN_SETS
from kh_desktop.domain.errors import KhError, UsageError
from kh_desktop.domain.json_reader import check_day
from kh_desktop.domain.model import (
    Agency,
    Column,
    Numbering,
    Plan,
    PlanState,
    SectionRole,
    Shape,
    SignatureBlock,
)
from kh_desktop.domain.vitext import clean, clean_line
from kh_desktop.domain.wizard import WIZARD_STEPS
from kh_desktop.services.messages import Said, said
from kh_desktop.services.office import get_office, link_units
from kh_desktop.services.sections import template_sections
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.services.signing import block_of
from kh_desktop.store import bookmarks
from kh_desktop.store import plans as store
from kh_desktop.store.rows import agency_values, columns_text, dump
from kh_desktop.store.unit_of_work import Value


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """One line of the list of plans. ``superseded``: a newer version is issued,
    ``has_newer``: there is one, perhaps a draft; ``updated``: ISO time of the last change."""

    id: int
    year: int
    title: str
    agency: str
    state: PlanState
    number: str
    issued: str
    version: int
    superseded: bool
    has_newer: bool
    wizard_done: bool
    wizard_step: str
    updated: str
    task_count: int


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where a person was in the wizard: the step, the steps seen, whether it was finished."""

    step: str
    visited: tuple[str, ...]
    done: bool


def list_plans(s: Session) -> list[PlanSummary]:
    """All plans, newest year first."""
    return [
        PlanSummary(
            r.id, r.year, r.title, r.agency, PlanState(r.state), r.number, r.issued, r.version, bool(r.superseded), bool(r.has_newer),
            bool(r.wizard_done), r.wizard_step or WIZARD_STEPS[0], r.updated, r.task_count,
        )
        for r in store.list_plans(s.workspace.conn)
    ]  # fmt: skip


def due_year(today: date) -> int:
    """The year offices write a plan for on that day: from September on the next one."""
    return today.year + (1 if today.month >= 9 else 0)


def to_roll(plans: Sequence[PlanSummary], today: date) -> PlanSummary | None:
    """The plan from which the one that is due would be made: the newest one, when there is none yet for the year that is due."""
    newest = max(plans, key=lambda p: (p.year, p.version, p.id), default=None)
    return newest if newest is not None and newest.year < due_year(today) else None


def get_plan(s: Session, plan_id: int) -> Plan:
    """The whole plan. UsageError "plan.missing"."""
    return store.read_plan(s.workspace.conn, plan_id)


def new_plan(s: Session, *, year: int, shape: Shape = Shape.APPENDIX) -> int:
    """A new draft with the office's data and the texts of the first template of each step; its wizard stands at the first step."""
    from kh_desktop.services import templates

    office = get_office(s)
    signer = office.signers[0] if office.signers else None
    plan = Plan(
        year=check_year(year),
        period_start=f"{year}-01-01",
        period_end=f"{year}-12-31",
        title=templates.title_for(office, year),
        shape=shape,
        agency=office.agency,
        code=office.code,
        landscape=False,
        columns=default_columns(shape),
        recipients=templates.default_recipients(office),
        signature=block_of(signer) if signer else SignatureBlock(),
    )
    plan = replace(
        plan,
        sections=tuple(x for role in SectionRole for x in template_sections(plan, role, office=office)),
        intro=templates.intro_for(plan, office),
        closing=templates.closing_for(plan, office),
        appendix_title=templates.appendix_title_for(plan),
    )
    with s.step("plan.new", year=year) as doing:
        return store.write_plan(doing.uow, plan, _now(), wizard_done=False)


def default_columns(shape: Shape) -> tuple[Column, ...]:
    """The column set a new plan of this shape starts with."""
    keys = {Shape.TABLE_IN_BODY: "result_first", Shape.ASSIGNMENTS: "lines"}
    return COLUMN_SETS[keys.get(shape, "assignment")]


def new_plan_from(s: Session, plan: Plan) -> int:
    """Stores a plan made elsewhere (an answers file) as a new one: one step. Its units are linked to the unit book."""
    plan = linked_units(s, plan)
    with s.step("plan.import", year=plan.year) as doing:
        return store.write_plan(doing.uow, plan, _now(), wizard_done=True)


def linked_units(s: Session, plan: Plan) -> Plan:
    """A plan made elsewhere as a first version of its own, its units linked to the unit book."""
    units = get_office(s).units

    def linked(group: Any) -> Any:
        return replace(
            group, tasks=tuple(replace(t, lead=link_units(units, t.lead), coord=link_units(units, t.coord)) for t in group.tasks)
        )

    return replace(plan, id=0, previous_id=0, version=1, groups=tuple(map(linked, plan.groups)))


def delete_plan(s: Session, plan_id: int) -> ChangeSet:
    """Deletes a plan with everything that belongs to it (undo brings it back)."""
    plan = get_plan(s, plan_id)
    with s.step("plan.delete", year=plan.year) as doing:
        store.remove_plan(doing.uow, plan_id)
    return doing.changes


def set_plan(s: Session, plan_id: int, **fields: object) -> ChangeSet:
    """Changes own fields of a plan: scalars, columns, signature, agency, recipients. UsageError names an unknown or wrong field."""
    values: dict[str, Value] = {}
    for name, value in fields.items():
        read = _FIELDS.get(name)
        if read is None:
            raise UsageError("field.unknown", field=name)
        try:
            values |= read(name, value)
        except (ValueError, TypeError) as error:
            raise UsageError("field.wrong", field=name, value=str(value)[:60]) from error
        except KhError as error:
            raise UsageError(error.code, **error.params) from error
    with s.step("plan.edit", plan_id=plan_id, fields=_names(fields)) as doing:
        doing.uow.update("plan", plan_id, values)
    return doing.changes


def _names(fields: Iterable[str]) -> Said:
    """The names of fields as one phrase; both ends of the period are the period."""
    first, *rest = (f"name.{n}" for n in sorted({"period" if n.startswith("period_") else n for n in fields}))
    return said("and.more", first=Said(first), rest=_names(n.removeprefix("name.") for n in rest)) if rest else Said(first)


def check_year(value: object) -> int:
    """A year a plan can be for; UsageError otherwise."""
    if isinstance(value, bool) or not isinstance(value, int) or not 1990 <= value <= 2100:
        raise UsageError("answers.wrong_year", value=value)
    return value


def _line(name: str, value: object) -> dict[str, Value]:
    return {name: clean_line(_text(value))}


def _paragraphs(name: str, value: object) -> dict[str, Value]:
    return {name: clean(_text(value))}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _choice(kind: type[StrEnum]) -> Callable[[str, object], dict[str, Value]]:
    return lambda name, value: {name: kind(_text(value)).value}


def _indent(value: Any) -> float:
    if value not in (1, 1.0, 1.27):
        raise ValueError(value)
    return float(value)


def _columns(value: Any) -> str:
    columns = tuple(value)
    keys = [c.key for c in columns]
    if len(set(keys)) != len(keys) or "content" not in keys or not all(5 <= c.width <= 250 for c in columns):
        raise UsageError("answers.wrong_columns", field="columns")
    return columns_text(tuple(replace(c, label=clean_line(c.label), group=clean_line(c.group)) for c in columns))


def _signature(value: Any) -> dict[str, Value]:
    authority = [clean_line(a) for a in value.authority if clean_line(a)]
    return {"sign_authority": dump(authority), "sign_position": clean_line(value.position), "sign_name": clean_line(value.name)}


def _agency(value: Any) -> dict[str, Value]:
    if not isinstance(value, Agency):
        raise TypeError(value)
    return {name: clean(str(text)) for name, text in agency_values(value).items()}


_FIELDS: dict[str, Callable[[str, Any], dict[str, Value]]] = {
    "year": lambda name, v: {name: check_year(v)},
    "period_start": lambda name, v: {name: check_day(_text(v), name)},
    "period_end": lambda name, v: {name: check_day(_text(v), name)},
    "title": _line,
    "code": _line,
    "appendix_title": _line,
    "intro": _paragraphs,
    "closing": _paragraphs,
    "shape": _choice(Shape),
    "numbering": _choice(Numbering),
    "landscape": lambda name, v: {name: int(bool(v))},
    "indent_cm": lambda name, v: {name: _indent(v)},
    "columns": lambda name, v: {name: _columns(v)},
    "recipients": lambda name, v: {name: dump([clean_line(r) for r in v if clean_line(r)])},
    "signature": lambda name, v: _signature(v),
    "agency": lambda name, v: _agency(v),
}


def _now() -> str:
    return datetime.now().isoformat(timespec="seconds")


def get_bookmark(s: Session, plan_id: int) -> Bookmark:
    """Where one left off in the wizard of a plan."""
    step, visited, done = bookmarks.read(s.workspace.conn, plan_id)
    return Bookmark(step or WIZARD_STEPS[0], tuple(json.loads(visited)), done)


def set_bookmark(s: Session, plan_id: int, step: str, *, all_seen: bool = False) -> None:
    """Remembers the wizard step one stands at; ``all_seen``: every step may be turned to. Never an undo step; nothing happens in a
    read-only workspace."""
    if step not in WIZARD_STEPS:
        raise UsageError("field.wrong", field="step", value=step)
    if s.read_only:
        return
    seen = get_bookmark(s, plan_id).visited
    visited = [x for x in WIZARD_STEPS if all_seen or x == step or x in seen]
    with s.workspace.unit_of_work("bookmark", recorded=False) as uow:
        bookmarks.write(uow, plan_id, step, dump(visited))


def finish_wizard(s: Session, plan_id: int) -> ChangeSet:
    """Marks the wizard of a plan as finished. What was done in it since the plan was made in this session becomes one undo step."""
    history = s.workspace.history
    begun = next((i for i, x in enumerate(history.done) if _makes(x, plan_id)), None)
    count = history.count - (len(history.done) - begun) if begun is not None else history.count
    year = get_plan(s, plan_id).year
    with s.step("wizard.finish", plan_id=plan_id, year=year) as doing:
        doing.uow.update("plan", plan_id, {"wizard_done": 1})
    # Work on other plans in between stays apart: merging would tie it to this plan.
    if begun is not None and all(_only_on(x, plan_id) for x in history.done[begun:]):
        history.merge_since(count, "wizard.finish", {"year": year})
    return doing.changes


def _makes(step: Any, plan_id: int) -> bool:
    return any(c.table == "plan" and c.id == plan_id and c.before is None for c in step.changes)


def _only_on(step: Any, plan_id: int) -> bool:
    return all(((c.after or c.before or {}).get("plan_id", c.id if c.table == "plan" else 0)) == plan_id for c in step.changes)
