"""Putting a finished file in the place of another, as it must be done on Windows."""

from __future__ import annotations

import os
import time
from pathlib import Path

# Refused because somebody has the file open: access denied, sharing violation, lock violation.
HELD = (5, 32, 33)
WAITS = (0.05, 0.1, 0.2, 0.4)


def replace_file(source: Path, target: Path) -> None:
    """``os.replace`` with patience: on Windows a virus scanner or the search index opens a file just written for a moment, and nobody can
    rename it meanwhile. A file that stays open (Word, Excel) is refused after less than a second. OSError as ``os.replace``."""
    for wait in WAITS:
        try:
            os.replace(source, target)
            return
        except PermissionError as error:
            if getattr(error, "winerror", None) not in HELD or target.is_dir():
                raise
            time.sleep(wait)
    os.replace(source, target)


def sha256_of(content: bytes) -> str:
    """The SHA-256 of ``content`` in hexadecimal."""
    # OpenSSL comes with it: a window opens without.
    import hashlib

    return hashlib.sha256(content).hexdigest()
