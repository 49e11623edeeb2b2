"""``demo DIR``: the main job on the sample plan, from an empty folder to files that can be printed."""

from __future__ import annotations

from pathlib import Path

from kh_desktop.commands.answer import Answer, opened
from kh_desktop.domain.errors import KhError, UsageError

FORMATS = (".pdf", ".docx", ".xlsx", ".json", ".ics")


def make(folder: Path) -> Answer:
    """Makes the sample workspace and its plan as PDF, Word, Excel, JSON and calendar file in ``folder``."""
    from kh_desktop.services.export import export_plan, suggested_name
    from kh_desktop.services.places import SAMPLE_NAME
    from kh_desktop.services.plans import get_plan
    from kh_desktop.services.sample import make_sample

    # The name tells the window that this is the sample.
    place = folder / f"{SAMPLE_NAME}.khdb"
    if place.exists():
        raise UsageError("demo.exists", path=place)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KhError("file.no_access", path=folder) from error
    with opened(place, write=True) as session:
        plan_id = make_sample(session)
        plan = get_plan(session, plan_id)
        files = [export_plan(session, plan_id, folder / suggested_name(plan, suffix)) for suffix in FORMATS]
    lines = (f"Sổ kế hoạch mẫu: {place}", *(f"Đã ghi: {file}" for file in files))
    return Answer({"workspace": str(place), "plan_id": plan_id, "files": [str(f) for f in files]}, lines)
