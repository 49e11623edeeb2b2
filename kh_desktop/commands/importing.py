"""``import FILE``: reads a plan from a Word, Excel, PDF, text or JSON file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kh_desktop.commands.answer import Answer, opened
from kh_desktop.commands.plans import describe
from kh_desktop.domain.errors import Exit, WorkspaceError
from kh_desktop.domain.model import Unit


def run(workspace: Path | None, file: Path, *, save: bool) -> Answer:
    """The plan of ``file`` with its doubts; ``save`` puts it into the workspace. A JSON file of this program comes back without loss."""
    if file.suffix.lower() == ".json":
        return _json(workspace, file, save=save)
    from kh_desktop.services import importing

    source = importing.read_file(file)
    reading = importing.understood(source, units=_units(workspace))
    data = importing.reading_json(reading, source)
    lines = [
        *describe(reading.plan),
        *(f"Cần xem lại: {': '.join(filter(None, (d['where'], d['message'])))}" for d in data["doubts"]),
        *(f"Chưa nhận ra: {left['where']}: {left['text']}" for left in data["leftovers"]),
    ]
    if save:
        with opened(workspace, write=True) as session:
            data["id"] = importing.save(session, reading, file)
        lines.insert(0, f"Đã đưa vào sổ thành kế hoạch {data['id']}.")
    return Answer(data, tuple(lines), Exit.FINDINGS if reading.doubts else Exit.DONE)


def _units(workspace: Path | None) -> tuple[Unit, ...]:
    """The unit book; empty where there is no workspace yet, or none that can be read."""
    from kh_desktop.services.office import get_office

    try:
        with opened(workspace, write=False) as session:
            return get_office(session).units
    except WorkspaceError:
        return ()


def _json(workspace: Path | None, file: Path, *, save: bool) -> Answer:
    from kh_desktop.services.plan_file import plan_to_json, read_answers
    from kh_desktop.services.plans import new_plan_from

    plan = read_answers(file)
    data: dict[str, Any] = {"plan": plan_to_json(plan), "doubts": []}
    lines = describe(plan)
    if save:
        with opened(workspace, write=True) as session:
            data["id"] = new_plan_from(session, plan)
        lines = (f"Đã đưa vào sổ thành kế hoạch {data['id']}.", *lines)
    return Answer(data, lines)
