"""SQLite's and the system's failures that happen to anybody, as errors with a sentence."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kh_desktop.domain.errors import KhError, WorkspaceError

_SQLITE = (
    ("disk is full", "disk.full"),
    ("disk i/o error", "workspace.io"),
    ("readonly", "workspace.read_only"),
    ("locked", "workspace.busy"),
    ("not a database", "workspace.not_ours"),
    ("malformed", "workspace.damaged"),
    ("unable to open", "workspace.cannot_open"),
)


def os_error(error: OSError, path: Path) -> KhError:
    """The expected failure behind ``error`` while working on ``path``."""
    windows = getattr(error, "winerror", None)
    # Windows: the disk is full, said in two ways.
    if error.errno in (errno.ENOSPC, errno.EDQUOT) or windows in (39, 112):
        return KhError("disk.full", path=path)
    if isinstance(error, FileNotFoundError):
        return KhError("file.missing", path=path)
    # Windows reports a file that another program has open as a sharing violation (32) or a lock violation (33).
    if windows in (32, 33):
        return KhError("file.busy", path=path)
    return KhError("file.no_access", path=path)


@contextmanager
def known_errors(path: Path) -> Iterator[None]:
    """Turns the known failures inside into WorkspaceError; everything else is a bug and passes through."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.Error as error:
        words = str(error).lower()
        for part, code in _SQLITE:
            if part in words:
                raise WorkspaceError(code, path=path) from error
        raise
