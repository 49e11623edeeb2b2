"""A workspace at another place; files that Windows keeps from being moved; read-only and shared places."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from kh_desktop import files
from kh_desktop.domain.errors import KhError
from kh_desktop.store import backup, moving, workspace
from kh_desktop.store.lock import acquire, lock_path
from kh_desktop.store.uri import file_uri
from kh_desktop.store.workspace import open_workspace

NOW = datetime(2026, 11, 21, 8, 30)
UNIT = {"position": 1.0, "name": "Văn phòng", "short_name": "VP", "aliases": "[]"}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A closed workspace with one unit."""
    path = tmp_path / "máy" / "Sổ kế hoạch.khdb"
    made = open_workspace(path)
    with made.unit_of_work("t") as uow:
        uow.insert("unit", UNIT)
    made.close()
    return path


def names(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as conn:
        return [n for (n,) in conn.execute("SELECT name FROM unit ORDER BY id")]


def test_it_is_whole_at_the_new_place_and_the_old_file_is_kept(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "Ổ D" / "Văn phòng" / "Sổ kế hoạch.khdb"
    before = source.read_bytes()
    kept = moving.move(source, target, NOW)
    assert names(target) == ["Văn phòng"] and not source.exists()
    assert kept == backup.folder_of(source) / "20261121-083000-truoc-chuyen.khdb" and kept.read_bytes() == before
    assert sorted(os.listdir(target.parent)) == ["Sổ kế hoạch.khdb"] and not lock_path(source).exists()
    opened = open_workspace(target)
    with opened.unit_of_work("t") as uow:
        uow.insert("unit", {**UNIT, "name": "Một cửa"})
    opened.close()
    assert names(target) == ["Văn phòng", "Một cửa"] and names(kept) == ["Văn phòng"]


def test_what_is_kept_aside_is_never_thinned(source: Path, tmp_path: Path) -> None:
    kept = moving.move(source, tmp_path / "b.khdb", NOW)
    again = open_workspace(source)
    for _ in range(14):
        again.backup("tay")
    again.close()
    assert kept.exists()


def test_nothing_is_written_over(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "b.khdb"
    target.write_bytes(b"x")
    with pytest.raises(KhError) as caught:
        moving.move(source, target, NOW)
    assert caught.value.code == "move.taken"
    assert target.read_bytes() == b"x" and names(source) == ["Văn phòng"]


def test_an_open_workspace_stays(source: Path, tmp_path: Path) -> None:
    held = acquire(source)
    with pytest.raises(KhError, match="locked"):
        moving.move(source, tmp_path / "b.khdb", NOW)
    held.release()
    assert names(source) == ["Văn phòng"] and not (tmp_path / "b.khdb").exists()


@pytest.mark.parametrize("failing", ["contents", "folder", "aside"])
def test_a_move_that_fails_leaves_everything_as_it_was(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    target = tmp_path / "ổ mới" / "b.khdb"
    if failing == "contents":
        counts = iter([[("unit", 0)], [("unit", 1)]])
        monkeypatch.setattr(moving, "_contents", lambda _conn: next(counts))
    elif failing == "folder":
        target.parent.write_bytes(b"a file where a folder must be")
    else:
        _refuse_moving(monkeypatch, source.name, "truoc-chuyen")
    with pytest.raises(KhError):
        moving.move(source, target, NOW)
    assert names(source) == ["Văn phòng"]
    assert not target.exists() and (failing == "folder" or os.listdir(target.parent) == [])


def _refuse_moving(monkeypatch: pytest.MonkeyPatch, name: str, into: str) -> None:
    """Somebody has the file open: Windows does not rename it."""
    replace = os.replace

    def held(first: Path, second: Path) -> None:
        if Path(first).name == name and into in Path(second).name:
            error = PermissionError(13, "x")
            error.winerror = 32  # type: ignore[attr-defined]
            raise error
        replace(first, second)

    monkeypatch.setattr(files.os, "replace", held)
    monkeypatch.setattr(files.time, "sleep", lambda _seconds: None)


@pytest.mark.parametrize("held", ["", "-wal"])
def test_a_file_and_its_journal_go_together_or_not_at_all(source: Path, monkeypatch: pytest.MonkeyPatch, held: str) -> None:
    made = open_workspace(source)
    chosen = made.backup("tay")
    made.close()
    journal = source.with_name(source.name + "-wal")
    journal.write_bytes(b"what was written last")
    _refuse_moving(monkeypatch, source.name + held, "truoc-khoi-phuc")
    with pytest.raises(KhError) as caught:
        backup.restore(source, chosen, NOW)
    assert caught.value.code == "file.busy"
    assert source.exists() and journal.read_bytes() == b"what was written last"
    assert not [name for name in os.listdir(backup.folder_of(source)) if "truoc-khoi-phuc" in name]


def test_a_full_disk_while_restoring_leaves_the_present_file(source: Path, tmp_path: Path) -> None:
    made = open_workspace(source)
    chosen = made.backup("tay")
    made.close()
    # Where the copy must be made there is a folder: SQLite cannot write there.
    source.with_name(source.name + ".tmp").mkdir()
    with pytest.raises((KhError, OSError)):
        backup.restore(source, chosen, NOW)
    assert names(source) == ["Văn phòng"]


def test_shares_have_an_address_that_sqlite_takes() -> None:
    share = PureWindowsPath(r"\\may-chu\Văn phòng\Sổ kế hoạch.khdb")
    assert file_uri(share) == "file:////may-chu/V%C4%83n%20ph%C3%B2ng/S%E1%BB%95%20k%E1%BA%BF%20ho%E1%BA%A1ch.khdb"
    assert file_uri(PureWindowsPath(r"C:\S #1?.khdb")) == "file:///C:/S%20%231%3F.khdb"
    assert file_uri(PurePosixPath("/a b/s.khdb")) == "file:///a%20b/s.khdb"


def test_a_stick_that_is_locked_can_be_read(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(source)) as conn:
        assert conn.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connect, asked = sqlite3.connect, list[str]()

    def locked(address: str, **options: object) -> sqlite3.Connection:
        asked.append(address)
        if "immutable" not in address:
            raise sqlite3.OperationalError("unable to open database file")
        return connect(address, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(workspace.sqlite3, "connect", locked)
    opened = open_workspace(source, read_only=True)
    assert opened.conn.execute("SELECT name FROM unit").fetchall() == [("Văn phòng",)]
    opened.close()
    assert asked[-1].endswith("immutable=1")
