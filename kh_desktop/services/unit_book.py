"""A unit that was only typed into a task becomes an entry of the unit book."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.model import Unit, UnitRef
from kh_desktop.domain.vitext import clean_line, fold
from kh_desktop.services.office import get_office, link_units, save_office, unit_book
from kh_desktop.services.plans import get_plan
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.services.tasks import update_tasks


def is_unit(s: Session, name: str) -> bool:
    """Whether the unit book has an entry that ``name`` means."""
    return bool(link_units(get_office(s).units, [UnitRef(name)])[0].unit_id)


def add_unit(s: Session, name: str, plan_id: int) -> ChangeSet:
    """Adds ``name`` to the unit book and links the tasks of a plan that name it: one step. UsageError "plan.frozen" for an issued plan,
    "field.wrong" for an empty name; a name that is there already is only linked."""
    name = clean_line(name)
    if not name:
        raise UsageError("field.wrong", field="unit", value=name)
    with s.step("unit.add", plan_id=plan_id, name=name) as doing:
        office = get_office(s)
        if not is_unit(s, name):
            save_office(s, replace(office, units=(*office.units, Unit(name=name))))
        changes: dict[int, dict[str, object]] = {}
        for task in (task for group in get_plan(s, plan_id).groups for task in group.tasks):
            for role, units in (("lead", task.lead), ("coord", task.coord)):
                if any(fold(unit.label) == fold(name) and not unit.unit_id for unit in units):
                    changes.setdefault(task.id, {})[role] = units
        if changes:
            update_tasks(s, changes)
    return doing.changes


def unknown_units(s: Session, names: Iterable[str]) -> tuple[str, ...]:
    """Those of ``names`` that no entry of the unit book means, each once."""
    book = unit_book(get_office(s).units)
    found = {fold(name): name for name in reversed([clean_line(name) for name in names]) if name and fold(name) not in book}
    return tuple(reversed(found.values()))


def add_units(s: Session, names: Sequence[str], plan_id: int) -> ChangeSet:
    """``add_unit`` for several names as one step."""
    with s.step("unit.add_all", plan_id=plan_id, count=len(names)) as doing:
        for name in names:
            add_unit(s, name, plan_id)
    return doing.changes
