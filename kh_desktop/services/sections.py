"""Editing the sections of a plan."""

from __future__ import annotations

from dataclasses import replace

from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.model import Office, Plan, Section, SectionRole
from kh_desktop.domain.vitext import clean, clean_line
from kh_desktop.services.office import get_office
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.store.places import make_room
from kh_desktop.store.plans import read_plan, rows_where, write_sections
from kh_desktop.store.unit_of_work import UnitOfWork, Value

_ORDER = tuple(SectionRole)


def _level(uow: UnitOfWork, plan_id: int, parent_id: int) -> list[tuple[int, float]]:
    rows = rows_where(uow.conn, "section", "plan_id = ? AND parent_id = ?", (plan_id, parent_id))
    return [(r["id"], r["position"]) for r in rows]


def _row(s: Session, section_id: int) -> dict[str, Value]:
    rows = rows_where(s.workspace.conn, "section", "id = ?", (section_id,), order="id")
    if not rows:
        raise UsageError("row.gone")
    return rows[0]


def add_section(
    s: Session,
    plan_id: int,
    *,
    parent_id: int = 0,
    at: int | None = None,
    heading: str = "",
    text: str = "",
    role: SectionRole | None = None,
) -> int:
    """A new section under ``parent_id`` (0: top level) before the ``at``-th one there; returns its id."""
    with s.step("section.add", plan_id=plan_id) as doing:
        level = _level(doing.uow, plan_id, parent_id)
        (position,) = make_room(doing.uow, "section", level, at, 1)
        section = Section(heading=clean_line(heading), text=clean(text), role=role)
        (section_id,) = write_sections(doing.uow, plan_id, [section], parent_id, position)
    return section_id


def update_section(s: Session, section_id: int, **fields: object) -> ChangeSet:
    """Changes heading, text, run_in, holds_tasks. Only one section of a plan holds the tasks."""
    row = _row(s, section_id)
    plan_id = int(row["plan_id"] or 0)
    values: dict[str, Value] = {}
    for name, value in fields.items():
        match name:
            case "heading":
                values[name] = clean_line(str(value))
            case "text":
                values[name] = clean(str(value))
            case "run_in" | "holds_tasks":
                values[name] = int(bool(value))
            case _:
                raise UsageError("field.unknown", field=name)
    with s.step("section.edit", plan_id=plan_id, heading=str(values.get("heading", row["heading"]))[:60]) as doing:
        if values.get("holds_tasks"):
            for other in rows_where(doing.uow.conn, "section", "plan_id = ? AND holds_tasks = 1 AND id != ?", (plan_id, section_id)):
                doing.uow.update("section", other["id"], {"holds_tasks": 0})
        doing.uow.update("section", section_id, values)
    return doing.changes


def remove_section(s: Session, section_id: int) -> ChangeSet:
    """Deletes a section with everything under it."""
    row = _row(s, section_id)
    with s.step("section.remove", plan_id=int(row["plan_id"] or 0), heading=str(row["heading"])[:60]) as doing:
        _remove(doing.uow, section_id)
    return doing.changes


def _remove(uow: UnitOfWork, section_id: int) -> None:
    for child in rows_where(uow.conn, "section", "parent_id = ?", (section_id,)):
        _remove(uow, child["id"])
    uow.remove("section", section_id)


def move_section(s: Session, section_id: int, *, parent_id: int, at: int) -> ChangeSet:
    """Puts a section (with what is under it) before the ``at``-th section of ``parent_id``, counted without itself.

    UsageError when the new parent is the section itself, lies under it, or belongs to another plan.
    """
    row = _row(s, section_id)
    plan_id = int(row["plan_id"] or 0)
    above = parent_id
    while above:
        parent = _row(s, above)
        if above == section_id or parent["plan_id"] != plan_id:
            raise UsageError("section.cycle")
        above = int(parent["parent_id"] or 0)
    with s.step("section.move", plan_id=plan_id, heading=str(row["heading"])[:60]) as doing:
        level = [x for x in _level(doing.uow, plan_id, parent_id) if x[0] != section_id]
        (position,) = make_room(doing.uow, "section", level, at, 1)
        # A top-level section keeps the wizard step it had; one that moves below another belongs to that one's step.
        role = row["role"] if not parent_id else ""
        if not parent_id and not role:
            role = _role_of(doing.uow, int(row["parent_id"] or 0))
        doing.uow.update("section", section_id, {"parent_id": parent_id, "position": position, "role": role})
    return doing.changes


def _role_of(uow: UnitOfWork, section_id: int) -> Value:
    role: Value = ""
    while section_id:
        row = uow.row("section", section_id)
        role, section_id = row["role"], int(row["parent_id"] or 0)
    return role


def replace_role(s: Session, plan_id: int, role: SectionRole, sections: tuple[Section, ...]) -> ChangeSet:
    """Puts ``sections`` in the place of the top-level sections of one wizard step, as one undo step."""
    with s.step("section.template", plan_id=plan_id) as doing:
        plan = read_plan(doing.uow.conn, plan_id)
        old = [i for i, x in enumerate(plan.sections) if x.role is role]
        for index in old:
            _remove(doing.uow, plan.sections[index].id)
        kept = [x for x in plan.sections if x.role is not role]
        at = old[0] if old else sum(1 for x in kept if x.role is None or _ORDER.index(x.role) < _ORDER.index(role))
        level = _level(doing.uow, plan_id, 0)
        new = [replace(x, role=role) for x in sections]
        for position, section in zip(make_room(doing.uow, "section", level, at, len(new)), new, strict=True):
            write_sections(doing.uow, plan_id, [section], 0, position)
    return doing.changes


def use_template(s: Session, plan_id: int, role: SectionRole, template_id: str) -> ChangeSet:
    """Replaces the sections of one wizard step by a template of the library with the plan's names and years filled in."""
    plan = read_plan(s.workspace.conn, plan_id)
    return replace_role(s, plan_id, role, template_sections(plan, role, template_id, get_office(s)))


def template_sections(plan: Plan, role: SectionRole, template_id: str = "", office: Office | None = None) -> tuple[Section, ...]:
    """The sections of a template with the plan's names and years filled in; without an id the first one that fits the plan's shape.

    UsageError "template.missing" when there is no such template.
    """
    from kh_desktop.services.templates import fill_sections, section_templates

    templates = section_templates(role, plan.shape, plan.year)
    chosen = next((t for t in templates if t.id == template_id or not template_id), None)
    if chosen is None:
        raise UsageError("template.missing", id=template_id)
    return tuple(replace(x, role=role) for x in fill_sections(chosen.sections, plan, office))
