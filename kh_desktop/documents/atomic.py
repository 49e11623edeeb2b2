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
from kh_desktop.domain.file_names import is_safe_file_name
from kh_desktop.files import replace_file

T = TypeVar("T")

# No space left; the quota of the user is used up (named EDQUOT, not on every system).
_FULL = ("ENOSPC", "EDQUOT", "WSAEDQUOT")
# Windows: sharing violation, lock violation (the file is open in Word or Excel); disk full.
_WINDOWS_BUSY, _WINDOWS_FULL = (32, 33), (39, 112)
# Windows takes paths up to 259 characters, unless an administrator has said otherwise.
_WINDOWS_LONGEST = 259


def write_file(path: Path, writer: Callable[[BinaryIO], T]) -> T:
    """Let ``writer`` fill a temporary file beside ``path``, then put it in place of ``path``; what ``writer`` returned.

    When anything fails, what stood at ``path`` before is untouched.
    Raises KhError: "disk.full", "file.busy", "file.no_folder", "file.no_access"; on Windows also "file.bad_name", "file.long_path".
    """
    if on_windows() and not is_safe_file_name(path.name):
        # "a:b.pdf" would be written into a hidden stream of the file "a", "con.pdf" to a device.
        raise KhError("file.bad_name", name=path.name)
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".kh-", suffix=".tmp")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as out:
            result = writer(cast(BinaryIO, out))
            out.flush()
            os.fsync(out.fileno())
        _usual_rights(temporary, path)
        replace_file(temporary, path)
    except OSError as error:
        raise KhError(_code(error, path), path=str(path)) from error
    else:
        temporary = None
        return result
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()


def on_windows() -> bool:
    """Whether the rules of Windows hold here."""
    return os.name == "nt"


def _usual_rights(temporary: Path, path: Path) -> None:
    """A temporary file is private; the finished one gets the rights of the file it replaces, or those of any new file."""
    if on_windows():
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
    denied = isinstance(error, PermissionError) and on_windows() and path.is_file()
    if windows in _WINDOWS_BUSY or error.errno in (errno.EBUSY, errno.ETXTBSY) or denied:
        return "file.busy"
    if on_windows() and len(str(path.absolute())) > _WINDOWS_LONGEST:
        return "file.long_path"
    return "file.no_folder" if isinstance(error, FileNotFoundError) else "file.no_access"
