"""Where the program keeps what is the person's: the one place that decides it, for the window and the command line alike.

Usually in the folders of this Windows account; with a file named ``portable`` (or ``portable.txt``: Windows hides suffixes) beside the
program everything stays in the program's folder, on a USB stick for example, and nothing is written to the account.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from kh_desktop.domain.errors import KhError, WorkspaceError

MARKS = ("portable", "portable.txt")
WORKSPACE_NAME = "Sổ kế hoạch.khdb"
# The workspace for trying the program out bears this name.
SAMPLE_NAME = "Dữ liệu mẫu"
# Stands for the folder of the program: where that is beside an installed program; a checkout has none. For tests and for trying it out.
PORTABLE_VARIABLE = "KH_PORTABLE_DIR"


@dataclass(frozen=True, slots=True)
class Places:
    """``data``: the workspace with its backups; ``settings``: the file of the window's settings; ``logs``: reports of faults;
    ``portable``: all of them are in the folder of the program."""

    data: Path
    settings: Path
    logs: Path
    portable: bool = False


def program_folder() -> Path | None:
    """The folder of the installed program, or the one ``KH_PORTABLE_DIR`` names; None for a program that runs from its source."""
    named = os.environ.get(PORTABLE_VARIABLE)
    if named:
        return Path(named)
    return Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else None


def places(program: Path | None = None) -> Places:
    """Where everything is; ``program``: the folder of the program (None: the one that runs). Nothing needs to exist yet."""
    beside = program or program_folder()
    if beside is not None and any((beside / mark).is_file() for mark in MARKS):
        return Places(beside, beside / "window.json", beside / "Logs", portable=True)
    import platformdirs

    # Local, not roaming; and not in the documents folder, which is often redirected to a server or copied by OneDrive while it is written.
    data = platformdirs.user_data_path("KH Desktop", appauthor=False, roaming=False)
    settings = platformdirs.user_config_path("KH Desktop", appauthor=False) / "window.json"
    return Places(data, settings, platformdirs.user_log_path("KH Desktop", appauthor=False))


def default_workspace() -> Path:
    """The workspace where nobody chose another place; it need not exist yet."""
    return places().data / WORKSPACE_NAME


def own_workspace() -> Path:
    """The workspace the window opens: the one opened or moved last, else the usual one."""
    here = places()
    try:
        data = json.loads(here.settings.read_text(encoding="utf-8"))
        kept = data.get("workspace") if isinstance(data, dict) else ""
    except (OSError, ValueError):
        kept = ""
    return recalled(kept, here) if isinstance(kept, str) and kept else here.data / WORKSPACE_NAME


def to_remember(path: Path, here: Places | None = None) -> str:
    """``path`` as it is kept in the settings: "" for the usual workspace; on a stick without the drive, whose letter changes."""
    here = here or places()
    if path == here.data / WORKSPACE_NAME:
        return ""
    if here.portable and path.is_relative_to(here.data):
        return str(path.relative_to(here.data))
    return str(path)


def recalled(text: str, here: Places | None = None) -> Path:
    """The path that ``to_remember`` kept."""
    here = here or places()
    return here.data / (text or WORKSPACE_NAME)


def is_carried(path: Path) -> bool:
    """Whether the program runs in portable mode and ``path`` lies in its folder."""
    here = places()
    return here.portable and path.is_relative_to(here.data)


def scratch_folder() -> Path:
    """A new folder for copies that other programs open; on a stick in portable mode, else where the system keeps such files."""
    import tempfile

    here = places()
    if not here.portable:
        return Path(tempfile.mkdtemp(prefix="kh-desktop-"))
    shelf = here.data / "Temp"
    try:
        shelf.mkdir(exist_ok=True)
        return Path(tempfile.mkdtemp(dir=shelf))
    except OSError as error:
        raise KhError("portable.read_only", path=here.data) from error


def plainly(error: KhError, path: Path) -> KhError:
    """The error of opening ``path`` with the reason a person can see: that the stick with the program is locked."""
    if error.code in ("file.no_access", "workspace.read_only", "workspace.cannot_open") and is_carried(path):
        return WorkspaceError("portable.read_only", path=places().data)
    return error
