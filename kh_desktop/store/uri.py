"""Addresses under which SQLite opens a file without writing to it."""

from __future__ import annotations

from pathlib import Path, PurePath


def read_only_uri(path: Path, *, immutable: bool = False) -> str:
    """For ``sqlite3.connect(…, uri=True)``. ``immutable``: read the file as it is, without looking for or making journal files."""
    return f"{file_uri(path.resolve())}?mode=ro{'&immutable=1' if immutable else ''}"


def file_uri(path: PurePath) -> str:
    """The file URI of an absolute path as SQLite reads it: a share \\\\server\\folder has no server part there but four slashes
    (sqlite.org/uri.html, section 3.1), or SQLite says "invalid uri authority"."""
    uri = path.as_uri()
    return uri if uri.startswith("file:///") else "file:////" + uri.removeprefix("file://")


def has_journal(path: Path) -> bool:
    """Whether a write-ahead journal lies beside the file."""
    return path.with_name(path.name + "-wal").exists()
