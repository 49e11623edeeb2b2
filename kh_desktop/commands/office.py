"""``office show|set``: which office the workspace belongs to."""

from __future__ import annotations

from pathlib import Path

from kh_desktop.commands.answer import Answer, opened
from kh_desktop.domain.model import Office


def show(workspace: Path | None) -> Answer:
    """The office of the workspace."""
    from kh_desktop.services.office import get_office, is_set_up, office_to_json

    with opened(workspace, write=False) as session:
        office = get_office(session)
        known = is_set_up(session)
    lines = _describe(office) if known else ("Sổ chưa ghi thông tin cơ quan.",)
    return Answer({"set_up": known, "office": office_to_json(office)}, lines)


def save(workspace: Path | None, file: Path) -> Answer:
    """Sets the office from a JSON file; the workspace is made when it is not there."""
    from kh_desktop.services.office import get_office, office_from_json, office_to_json, save_office
    from kh_desktop.services.plan_file import read_json

    given = office_from_json(read_json(file))
    with opened(workspace, write=True) as session:
        save_office(session, given)
        office = get_office(session)
    return Answer({"office": office_to_json(office)}, ("Đã ghi thông tin cơ quan.", *_describe(office)))


def _describe(office: Office) -> tuple[str, ...]:
    agency = office.agency
    return (
        f"Cơ quan: {agency.full_name}",
        f"Cấp trên: {agency.superior or 'chưa ghi'}   Địa danh: {agency.place or 'chưa ghi'}   Ký hiệu: {office.code}",
        f"Đơn vị soạn thảo: {office.drafting_unit or 'chưa ghi'}",
        *(f"  {u.name}{f' ({u.short_name})' if u.short_name else ''}" for u in office.units),
        *(f"  Người ký: {s.name or 'chưa ghi tên'}, {s.position}" for s in office.signers),
    )
