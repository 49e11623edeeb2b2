"""Files that are either written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, TypeVar, cast

from kh_desktop.domain.errors import KhError

T = TypeVar("T")

# No space left; the quota of the user is used up (named EDQUOT, not on every system).
_FULL = ("ENOSPC", "EDQUOT", "WSAEDQUOT")
# Windows: sharing violation, lock violation (the file is open in Word or Excel); disk full.
_WINDOWS_BUSY, _WINDOWS_FULL = (32, 33), (39, 112)


def write_file(path: Path, writer: Callable[[BinaryIO], T]) -> T:
    """Let ``writer`` fill a temporary file beside ``path``, then put it in place of ``path``; what ``writer`` returned.

    When anything fails, what stood at ``path`` before is untouched.
    Raises KhError: "disk.full", "file.busy", "file.no_folder", "file.no_access".
    """
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as out:
            result = writer(cast(BinaryIO, out))
            out.flush()
            os.fsync(out.fileno())
        _usual_rights(temporary, path)
        os.replace(temporary, path)
    except OSError as error:
        raise KhError(_code(error, path), path=str(path)) from error
    else:
        temporary = None
        return result
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()


def _usual_rights(temporary: Path, path: Path) -> None:
    """A temporary file is private; the finished one gets the rights of the file it replaces, or those of any new file."""
    if os.name == "nt":
        return
    try:
        mode = path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    temporary.chmod(mode)


def _code(error: OSError, path: Path) -> str:
    windows = getattr(error, "winerror", None)
    if errno.errorcode.get(error.errno or 0) in _FULL or windows in _WINDOWS_FULL:
        return "disk.full"
    # Replacing an open file is "access denied" on Windows: only the file itself being there tells it from a folder without rights.
    denied = isinstance(error, PermissionError) and os.name == "nt" and path.exists()
    if windows in _WINDOWS_BUSY or error.errno in (errno.EBUSY, errno.ETXTBSY) or denied:
        return "file.busy"
    return "file.no_folder" if isinstance(error, FileNotFoundError) else "file.no_access"
