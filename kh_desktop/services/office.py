"""The office: agency, unit book, signers."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from kh_desktop.domain.errors import KhError, UsageError
from kh_desktop.domain.json_reader import LEVELS, Reader
from kh_desktop.domain.model import Agency, Office, Signer, Unit, UnitRef
from kh_desktop.domain.unit_lines import split_units
from kh_desktop.domain.vitext import clean, clean_line, fold
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.store.plans import rows_where
from kh_desktop.store.rows import agency_of, agency_values, dump
from kh_desktop.store.unit_of_work import UnitOfWork, Value


def get_office(s: Session) -> Office:
    """The office of this workspace; an empty one before it was set up."""
    conn = s.workspace.conn
    rows = rows_where(conn, "office", "1", order="id")
    units = tuple(Unit(r["id"], r["name"], r["short_name"], tuple(json.loads(r["aliases"]))) for r in rows_where(conn, "unit", "1"))
    signers = tuple(Signer(r["id"], r["name"], r["title"], tuple(json.loads(r["authority"]))) for r in rows_where(conn, "signer", "1"))
    if not rows:
        return Office(units=units, signers=signers)
    return Office(agency_of(rows[0]), rows[0]["code"], rows[0]["drafting_unit"], units, signers)


def is_set_up(s: Session) -> bool:
    """Whether the office has a name."""
    return bool(get_office(s).agency.name)


def save_office(s: Session, office: Office) -> ChangeSet:
    """Stores the office, its units and signers (those with an id are changed, new ones added, missing ones removed): one step."""
    if office.agency.level not in LEVELS:
        raise UsageError("office.level", level=office.agency.level)
    with s.step("office.edit") as doing:
        values = {
            **agency_values(_cleaned(office.agency)),
            "code": clean_line(office.code),
            "drafting_unit": clean_line(office.drafting_unit),
        }
        if rows_where(doing.uow.conn, "office", "1", order="id"):
            doing.uow.update("office", 1, values)
        else:
            doing.uow.insert("office", values)
        units = [
            (u.id, {"name": clean_line(u.name), "short_name": clean_line(u.short_name), "aliases": dump(u.aliases)}) for u in office.units
        ]
        signers = [
            (x.id, {"name": clean_line(x.name), "title": clean_line(x.position), "authority": dump(x.authority)}) for x in office.signers
        ]
        _save_list(doing.uow, "unit", [u for u in units if u[1]["name"]])
        _save_list(doing.uow, "signer", [x for x in signers if x[1]["name"] or x[1]["title"]])
    return doing.changes


def _cleaned(a: Agency) -> Agency:
    name, superior, place, above = map(clean_line, (a.name, a.superior, a.place, a.letterhead_superior))
    # A place named by a number keeps its level word ("Phường 5, ngày …": NĐ 30/2020, Phụ lục I, II.4); a name never has one.
    return Agency(a.level, _bare_name(name), superior, place if re.search(r"\d", place) else _bare_name(place), above, clean(a.letterhead))


def _bare_name(name: str) -> str:
    """ "Hòa Vân" of "UBND xã Hòa Vân": body and level are printed by the program."""
    bare = re.sub(rf"^(?:(?:UBND|Ủy ban nhân dân)\s+)?(?:(?:{'|'.join(LEVELS)})\s+)?", "", name, flags=re.IGNORECASE)
    return bare or name


def _save_list(uow: UnitOfWork, table: str, wanted: Sequence[tuple[int, Mapping[str, str]]]) -> None:
    present = {r["id"] for r in rows_where(uow.conn, table, "1")}
    for id in present - {id for id, _ in wanted}:
        uow.remove(table, id)
    for position, (id, values) in enumerate(wanted, start=1):
        row: dict[str, Value] = {**values, "position": float(position)}
        if id in present:
            uow.update(table, id, row)
        else:
            uow.insert(table, row)


def find_units(s: Session, query: str) -> list[Unit]:
    """Units whose name, short name or alias has ``query``, accent-free; exact short names and beginnings first."""
    wanted = fold(query)
    ranked = []
    for place, unit in enumerate(get_office(s).units):
        names = [fold(n) for n in (unit.short_name, *unit.aliases, unit.name) if n]
        initials = "".join(word[0] for word in fold(unit.name).replace("-", " ").split())
        if wanted in names or wanted == initials:
            ranked.append((0, place, unit))
        elif any(n.startswith(wanted) for n in names):
            ranked.append((1, place, unit))
        elif any(wanted in n for n in names):
            ranked.append((2, place, unit))
    return [unit for *_, unit in sorted(ranked, key=lambda r: r[:2])]


def units_from_text(s: Session, text: str) -> tuple[UnitRef, ...]:
    """The units named in a cell (one a line or split at ";"), each linked to the unit book when a name or alias is exactly it.

    A short name is only a way to type fast: the unit's name is printed. Other spellings stay as they are written.
    """
    return typed_units(unit_book(get_office(s).units), text)


def typed_units(book: Mapping[str, Unit], text: str) -> tuple[UnitRef, ...]:
    """``units_from_text`` by a book made before."""
    meant = ((part, book.get(fold(part))) for part in split_units(text))
    return link_by(book, [UnitRef(unit.name if unit and fold(part) == fold(unit.short_name) else part) for part, unit in meant])


def link_units(units: Sequence[Unit], refs: Sequence[UnitRef]) -> tuple[UnitRef, ...]:
    """``refs`` with the entry of the unit book each label means; the printed label is never changed."""
    return link_by(unit_book(units), refs)


def unit_book(units: Sequence[Unit]) -> dict[str, Unit]:
    """Which entry every name, short name and alias (folded) means: made once where many rows are linked."""
    book: dict[str, Unit] = {}
    for unit in units:
        for name in (unit.name, unit.short_name, *unit.aliases):
            if name:
                book.setdefault(fold(name), unit)
    return book


def link_by(book: Mapping[str, Unit], refs: Sequence[UnitRef]) -> tuple[UnitRef, ...]:
    """``link_units`` by a book made before."""
    found = ((r, book.get(fold(r.label))) for r in refs)
    return tuple(UnitRef(r.label, unit.id if unit else 0) for r, unit in found)


def office_from_json(data: object) -> Office:
    """The office of a JSON object with "agency", "code", "drafting_unit", "units" and "signers"; KhError names a wrong field."""
    r = Reader(data)
    return Office(
        agency=_agency(Reader(r.data.get("agency"), "agency")),
        code=r.text("code", "KH-UBND"),
        drafting_unit=r.text("drafting_unit"),
        units=tuple(Unit(0, _named(u), u.text("short_name"), u.texts("aliases")) for u in r.readers("units")),
        signers=tuple(Signer(0, x.text("name"), x.text("position"), x.texts("authority")) for x in r.readers("signers")),
    )


def _agency(r: Reader) -> Agency:
    return Agency(
        level=r.choice("level", str, LEVELS, "xã"),
        name=_named(r),
        superior=r.text("superior"),
        place=r.text("place"),
        letterhead_superior=r.text("letterhead_superior"),
        letterhead=r.text("letterhead", lines=True),
    )


def _named(r: Reader) -> str:
    name = r.text("name")
    if not name:
        raise KhError("answers.missing_field", field=r.name("name"))
    return name


def office_to_json(office: Office) -> dict[str, Any]:
    """The office as the JSON that ``office_from_json`` reads."""
    return {
        "agency": agency_values(office.agency),
        "code": office.code,
        "drafting_unit": office.drafting_unit,
        "units": [{"name": u.name, "short_name": u.short_name, "aliases": list(u.aliases)} for u in office.units],
        "signers": [{"name": x.name, "position": x.position, "authority": list(x.authority)} for x in office.signers],
    }
