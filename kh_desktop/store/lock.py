"""One writer per workspace: a lock file that the system itself releases when the program dies, with a note of who holds it."""

from __future__ import annotations

import getpass
import json
import os
import platform
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import IO

from kh_desktop.domain.errors import WorkspaceError
from kh_desktop.store.known_errors import os_error

# The locked byte lies behind the text, so that others can read who holds the lock (Windows locks ranges, not files).
_BYTE = 4096

if sys.platform == "win32":
    import msvcrt

    def _hold(handle: IO[bytes]) -> None:
        handle.seek(_BYTE)
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _hold(handle: IO[bytes]) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """The held lock of one workspace; ``release`` gives it back."""

    def __init__(self, path: Path, handle: IO[bytes]) -> None:
        self.path = path
        self._handle = handle

    def release(self) -> None:
        """Gives the lock back; harmless when done twice."""
        if self._handle.closed:
            return
        if sys.platform == "win32":  # an open file cannot be deleted there
            self._handle.close()
            with suppress(OSError):
                self.path.unlink()
        else:  # deleted while still held, so that nobody can take the name in between
            self.path.unlink(missing_ok=True)
            self._handle.close()


def lock_path(workspace: Path) -> Path:
    """The lock file of ``workspace``."""
    return workspace.with_name(workspace.name + ".lock")


def acquire(workspace: Path) -> Lock:
    """Takes the lock of ``workspace``. WorkspaceError "workspace.locked" names host, user and time of the holder."""
    path = lock_path(workspace)
    try:
        handle = open(path, "a+b")  # noqa: SIM115 - held as long as the workspace is open
    except OSError as error:
        raise WorkspaceError(os_error(error, path).code, path=path) from error
    try:
        _hold(handle)
    except OSError:
        handle.close()
        raise WorkspaceError("workspace.locked", path=workspace, **holder(workspace)) from None
    note = {"host": platform.node(), "user": _user(), "pid": os.getpid(), "at": datetime.now().isoformat(timespec="seconds")}
    handle.seek(0)
    handle.truncate()
    handle.write(json.dumps(note, ensure_ascii=False).encode("utf-8"))
    handle.flush()
    return Lock(path, handle)


def holder(workspace: Path) -> dict[str, str]:
    """Who holds the lock of ``workspace``: host, user, at (dd/mm/yyyy HH:MM); "?" where it cannot be read. ``since`` is the same moment
    in ISO, ``here`` is "1" when it is this person on this machine: the program is open twice."""
    try:
        with open(lock_path(workspace), "rb") as handle:
            note = json.loads(handle.read(_BYTE - 1).decode("utf-8"))
        at = datetime.fromisoformat(note["at"])
        here = note["host"] == platform.node() and note["user"] == _user() != "?"
        return {
            "host": str(note["host"]), "user": str(note["user"]), "at": at.strftime("%H:%M ngày %d/%m/%Y"),
            "since": at.isoformat(timespec="seconds"), "here": "1" if here else "",
        }  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        return {"host": "?", "user": "?", "at": "?", "since": "", "here": ""}


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
