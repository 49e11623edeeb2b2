"""``backup``, ``restore``, ``doctor``: the care of the workspace file."""

from __future__ import annotations

from pathlib import Path

from kh_desktop.commands.answer import Answer, existing, opened
from kh_desktop.domain.errors import Exit


def back_up(workspace: Path | None) -> Answer:
    """Makes a checked backup now, also while a window has the workspace open."""
    from kh_desktop.services.backups import backup_now

    existing(workspace)
    with opened(workspace, write=False) as session:
        made = backup_now(session)
    return Answer({"backup": str(made)}, (f"Đã sao lưu: {made}",))


def list_backups(workspace: Path | None) -> Answer:
    """The backups there are, so that one can be named to ``restore``."""
    from kh_desktop.services import backups
    from kh_desktop.services.places import own_workspace

    found = backups.list_backups(workspace or own_workspace())
    lines = tuple(f"{b.at:%d/%m/%Y %H:%M:%S}  {b.size / 1024:.0f} KB  {b.path}" for b in found)
    data = [{"path": str(b.path), "at": b.at.isoformat(), "size": b.size} for b in found]
    return Answer({"backups": data}, lines or ("Chưa có bản sao lưu nào.",))


def restore(workspace: Path | None, backup: Path) -> Answer:
    """Puts a backup in the place of the workspace; the present file is kept beside it."""
    from kh_desktop.services import backups
    from kh_desktop.services.places import own_workspace

    place = workspace or own_workspace()
    kept = backups.restore(place, backup)
    lines = (f"Đã khôi phục sổ {place} từ bản sao lưu {backup}.", f"Sổ trước đó được giữ tại: {kept}")
    return Answer({"workspace": str(place), "kept": str(kept)}, lines)


def doctor(workspace: Path | None) -> Answer:
    """Looks for damage in the workspace file."""
    from kh_desktop.services import backups

    place = existing(workspace)
    findings = backups.doctor(place)
    lines = tuple(findings) or (f"Sổ {place} không có lỗi.",)
    return Answer({"workspace": str(place), "findings": findings}, lines, Exit.FINDINGS if findings else Exit.DONE)
