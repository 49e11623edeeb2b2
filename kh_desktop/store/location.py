"""Is a file on a plain local disk? WAL must not be used on network shares, and removable or synced folders are not trusted with it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "zalo", "mega")
_NETWORK = ("nfs", "cifs", "smb", "sshfs", "9p", "afs", "davfs", "glusterfs")


def is_plain_local(path: Path) -> bool:
    """False for a network share, a removable drive or a folder that another program copies elsewhere."""
    folder = path.resolve().parent
    if any(any(word in part.lower() for word in _SYNCED) for part in folder.parts):
        return False
    roots = [os.environ.get(name) for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")]
    if any(root and folder.is_relative_to(root) for root in roots):
        return False
    return _windows_local(folder) if sys.platform == "win32" else _posix_local(folder)


def _windows_local(folder: Path) -> bool:
    if str(folder).startswith("\\\\"):
        return False
    import ctypes

    drive_fixed = 3
    return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == drive_fixed)  # type: ignore[attr-defined,unused-ignore]


def _posix_local(folder: Path) -> bool:
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return True
    best, kind = "", ""
    for line in mounts:
        place, fs = line.split()[1:3]
        if len(place) > len(best) and folder.is_relative_to(place.replace("\\040", " ")):
            best, kind = place, fs
    return not any(word in kind for word in _NETWORK)
