"""Editing the citations of a plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields as dataclass_fields
from dataclasses import replace

from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.json_reader import check_day
from kh_desktop.domain.model import BasisForm, LegalBasis
from kh_desktop.domain.vitext import clean, clean_line
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.store.places import make_room, siblings
from kh_desktop.store.plans import read_plan, rows_where
from kh_desktop.store.rows import basis_of, basis_values

_FIELDS = {f.name for f in dataclass_fields(LegalBasis)} - {"id"}


def cleaned(basis: LegalBasis) -> LegalBasis:
    """``basis`` with its texts in stored form; KhError "answers.wrong_date" for a day that does not exist."""
    return replace(
        basis,
        form=BasisForm(basis.form),
        doc_type=clean_line(basis.doc_type),
        number=clean_line(basis.number),
        issuer=clean_line(basis.issuer),
        issued=check_day(clean_line(basis.issued), "issued"),
        title=clean_line(basis.title),
        text=clean(basis.text),
        joined=bool(basis.joined),
    )


def get_basis(s: Session, basis_id: int) -> tuple[int, LegalBasis]:
    """(plan id, citation). UsageError when it is gone."""
    rows = rows_where(s.workspace.conn, "basis", "id = ?", (basis_id,), order="id")
    if not rows:
        raise UsageError("row.gone")
    return rows[0]["plan_id"], basis_of(rows[0])


def _name(basis: LegalBasis) -> str:
    return basis.number or basis.title[:60] or basis.text[:60]


def add_basis(s: Session, plan_id: int, basis: LegalBasis, at: int | None = None) -> int:
    """A new citation before the ``at``-th one (None: at the end); returns its id."""
    basis = cleaned(basis)
    with s.step("basis.add", plan_id=plan_id, name=_name(basis)) as doing:
        (position,) = make_room(doing.uow, "basis", siblings(doing.uow, "basis", "plan_id", plan_id), at, 1)
        return doing.uow.insert("basis", {"plan_id": plan_id, "position": position, **basis_values(basis)})


def update_basis(s: Session, basis_id: int, **fields: object) -> ChangeSet:
    """Changes fields of a citation."""
    if unknown := fields.keys() - _FIELDS:
        raise UsageError("field.unknown", field=", ".join(sorted(unknown)))
    plan_id, basis = get_basis(s, basis_id)
    basis = cleaned(replace(basis, **fields))  # type: ignore[arg-type]
    with s.step("basis.edit", plan_id=plan_id, name=_name(basis)) as doing:
        doing.uow.update("basis", basis_id, basis_values(basis))
    return doing.changes


def remove_bases(s: Session, ids: Iterable[int]) -> ChangeSet:
    """Deletes citations: one step."""
    wanted = list(ids)
    with s.step("basis.remove", count=len(wanted)) as doing:
        for basis_id in wanted:
            with s.step("basis.remove", plan_id=get_basis(s, basis_id)[0]):
                doing.uow.remove("basis", basis_id)
    return doing.changes


def move_basis(s: Session, basis_id: int, to: int) -> ChangeSet:
    """Makes a citation the ``to``-th one (0-based, counted without itself)."""
    plan_id, basis = get_basis(s, basis_id)
    with s.step("basis.move", plan_id=plan_id, name=_name(basis)) as doing:
        others = [x for x in siblings(doing.uow, "basis", "plan_id", plan_id) if x[0] != basis_id]
        (position,) = make_room(doing.uow, "basis", others, to, 1)
        doing.uow.update("basis", basis_id, {"position": position})
    return doing.changes


def order_bases(s: Session, plan_id: int) -> ChangeSet:
    """Orders the citations by rank and date (laws first, "Thực hiện …" last; an amending text after the text it amends)."""
    from kh_desktop.domain.citations import ordered
    from kh_desktop.services.catalogue import amendments

    with s.step("basis.order", plan_id=plan_id) as doing:
        for position, basis in enumerate(ordered(read_plan(doing.uow.conn, plan_id).bases, amendments()), start=1):
            doing.uow.update("basis", basis.id, {"position": float(position), "joined": int(basis.joined)})
    return doing.changes
