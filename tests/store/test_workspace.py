import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.errors import KhError, WorkspaceError
from kh_desktop.store import backup
from kh_desktop.store.lock import lock_path
from kh_desktop.store.schema import VERSION
from kh_desktop.store.workspace import open_workspace

UNIT = {"position": 1.0, "name": "Văn phòng", "short_name": "VP", "aliases": "[]"}


def names(path: Path) -> list[str]:
    conn = sqlite3.connect(path)
    try:
        return [n for (n,) in conn.execute("SELECT name FROM unit ORDER BY id")]
    finally:
        conn.close()


def test_what_is_committed_is_there_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "Thư mục có dấu" / "sổ.khdb"
    ws = open_workspace(path)
    with ws.unit_of_work("t") as uow:
        uow.insert("unit", UNIT)
    ws.close()
    assert names(path) == ["Văn phòng"]
    assert sorted(p.name for p in path.parent.iterdir()) == ["sổ - sao lưu", "sổ.khdb"]


def test_a_write_outside_a_unit_of_work_raises(tmp_path: Path) -> None:
    ws = open_workspace(tmp_path / "a.khdb")
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        ws.conn.execute("INSERT INTO unit (position, name, short_name, aliases) VALUES (1, 'x', '', '')")
    ws.close()


def test_a_failing_command_leaves_nothing(tmp_path: Path) -> None:
    ws = open_workspace(tmp_path / "a.khdb")
    with pytest.raises(RuntimeError), ws.unit_of_work("t") as uow:
        uow.insert("unit", UNIT)
        raise RuntimeError
    assert ws.conn.execute("SELECT count(*) FROM unit").fetchone() == (0,)
    assert not ws.history.done
    ws.close()


def test_second_writer_is_told_who_has_it_and_may_read(tmp_path: Path) -> None:
    path = tmp_path / "a.khdb"
    ws = open_workspace(path)
    with pytest.raises(WorkspaceError) as caught:
        open_workspace(path)
    assert caught.value.code == "workspace.locked"
    assert caught.value.params["host"] != "?" and ":" in str(caught.value.params["at"])
    reader = open_workspace(path, read_only=True)
    with pytest.raises(WorkspaceError, match="read_only"), reader.unit_of_work("t"):
        pass
    reader.close()
    ws.close()
    assert not lock_path(path).exists()
    open_workspace(path).close()


def test_a_lock_left_by_a_dead_program_does_not_shut_people_out(tmp_path: Path) -> None:
    path = tmp_path / "a.khdb"
    open_workspace(path).close()
    lock_path(path).write_text('{"host": "PC-CU", "user": "lan", "pid": 1, "at": "2026-01-01T08:00:00"}', encoding="utf-8")
    open_workspace(path).close()


def test_a_newer_file_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "a.khdb"
    open_workspace(path).close()
    conn = sqlite3.connect(path)
    conn.execute(f"PRAGMA user_version = {VERSION + 1}")
    conn.close()
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(WorkspaceError) as caught:
            open_workspace(path, read_only=read_only)
        assert caught.value.code == "workspace.newer"
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "code"), [(b"PK\x03\x04 a docx", "workspace.not_ours"), (b"SQLite format 3\x00" + b"\x01" * 5000, None)]
)
def test_foreign_and_damaged_files_are_refused(tmp_path: Path, content: bytes, code: str | None) -> None:
    path = tmp_path / "a.khdb"
    path.write_bytes(content)
    with pytest.raises(WorkspaceError) as caught:
        open_workspace(path)
    assert code is None or caught.value.code == code
    assert path.read_bytes() == content


def test_a_damaged_page_is_noticed_at_opening(tmp_path: Path) -> None:
    path = tmp_path / "a.khdb"
    ws = open_workspace(path)
    with ws.unit_of_work("t") as uow:
        for i in range(400):
            uow.insert("unit", {**UNIT, "name": f"Đơn vị {i} " + "x" * 100})
    ws.close()
    data = bytearray(path.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 8192] = os.urandom(8192)
    path.write_bytes(data)
    with pytest.raises(WorkspaceError) as caught:
        open_workspace(path)
    assert caught.value.code == "workspace.damaged"


def test_another_sqlite_file_is_not_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "a.khdb"
    conn = sqlite3.connect(path)
    conn.execute("CREATE TABLE theirs (x)")
    conn.close()
    with pytest.raises(WorkspaceError, match="not_ours"):
        open_workspace(path)


def test_a_full_disk_rolls_back_and_says_so(tmp_path: Path) -> None:
    ws = open_workspace(tmp_path / "a.khdb")
    pages = ws.conn.execute("PRAGMA page_count").fetchone()[0]
    ws.conn.execute(f"PRAGMA max_page_count = {pages + 4}")
    with pytest.raises(WorkspaceError) as caught, ws.unit_of_work("t") as uow:
        for _ in range(1000):
            uow.insert("unit", {**UNIT, "name": "x" * 500})
    assert caught.value.code == "disk.full"
    assert ws.conn.execute("SELECT count(*) FROM unit").fetchone() == (0,)
    with ws.unit_of_work("t") as uow:
        uow.insert("unit", UNIT)
    ws.close()
    assert names(tmp_path / "a.khdb") == ["Văn phòng"]


def test_a_failed_migration_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kh_desktop.store import schema, workspace

    path = tmp_path / "a.khdb"
    ws = open_workspace(path)
    with ws.unit_of_work("t") as uow:
        uow.insert("unit", UNIT)
    ws.close()

    def broken(db: object) -> None:
        db.execute("CREATE TABLE half (x INTEGER) STRICT")  # type: ignore[attr-defined]
        raise RuntimeError("nửa chừng")

    monkeypatch.setattr(workspace, "MIGRATIONS", (*schema.MIGRATIONS, broken))
    monkeypatch.setattr(workspace, "VERSION", VERSION + 1)
    with pytest.raises(RuntimeError):
        open_workspace(path)
    monkeypatch.undo()
    ws = open_workspace(path)
    assert ws.conn.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)
    ws.close()
    assert names(path) == ["Văn phòng"]
    assert [b.reason for b in backup.list_backups(path)][:1] == ["truoc-nang-cap"]


def test_workspaces_of_every_released_version_open(tmp_path: Path) -> None:
    fixtures = sorted((Path(__file__).parents[1] / "fixtures" / "workspaces").glob("v*.khdb"))
    assert [f.stem for f in fixtures] == [f"v{n}" for n in range(1, VERSION + 1)]
    for fixture in fixtures:
        path = tmp_path / fixture.name
        path.write_bytes(fixture.read_bytes())
        ws = open_workspace(path)
        assert ws.conn.execute("SELECT count(*) FROM plan").fetchone()[0] == 1
        assert ws.conn.execute("SELECT count(*) FROM task").fetchone()[0] > 10
        ws.close()


KILLED = """
    import sys
    from pathlib import Path
    from kh_desktop.store.workspace import open_workspace
    ws = open_workspace(Path(sys.argv[1]))
    for i in range(100_000):
        with ws.unit_of_work("t") as uow:
            uow.insert("unit", {"position": float(i), "name": str(i), "aliases": "[]"})
        print(i, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_kill_in_a_run_of_edits_loses_at_most_the_open_one(tmp_path: Path) -> None:
    path = tmp_path / "a.khdb"
    command = [sys.executable, "-c", textwrap.dedent(KILLED), str(path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    assert process.stdout is not None
    said = -1
    for line in process.stdout:
        said = int(line)
        if said == 150:
            os.kill(process.pid, signal.SIGKILL)
            break
    said = max([said, *(int(x) for x in process.stdout if x.strip().isdigit())])
    process.wait()
    process.stdout.close()
    ws = open_workspace(path)
    kept = [int(n) for (n,) in ws.conn.execute("SELECT name FROM unit ORDER BY id")]
    ws.close()
    assert kept == list(range(len(kept)))
    assert len(kept) >= said + 1


def test_backup_is_one_sound_file_and_restore_keeps_the_present_one(tmp_path: Path) -> None:
    path = tmp_path / "a.khdb"
    ws = open_workspace(path)
    with ws.unit_of_work("t") as uow:
        uow.insert("unit", UNIT)
    made = ws.backup("tay")
    with ws.unit_of_work("t") as uow:
        uow.insert("unit", {**UNIT, "name": "Sau sao lưu"})
    with pytest.raises(WorkspaceError, match="locked"):
        backup.restore(path, made, datetime.now())
    ws.close()
    aside = backup.restore(path, made, datetime.now())
    assert names(path) == ["Văn phòng"]
    assert aside is not None and names(aside) == ["Văn phòng", "Sau sao lưu"]


def test_a_damaged_backup_is_refused_and_nothing_moves(tmp_path: Path) -> None:
    path = tmp_path / "a.khdb"
    open_workspace(path).close()
    bad = tmp_path / "bad.khdb"
    bad.write_bytes(b"not a database at all" * 300)
    before = path.read_bytes()
    with pytest.raises(KhError):
        backup.restore(path, bad, datetime.now())
    assert path.read_bytes() == before


@given(st.lists(st.integers(0, 900_000), max_size=120, unique=True))
def test_thinning_keeps_recent_daily_weekly_monthly(minutes: list[int]) -> None:
    start = datetime(2026, 11, 20, 12)
    times = sorted((start - timedelta(minutes=m) for m in minutes), reverse=True)
    keep = backup.kept(times)
    assert keep >= set(range(min(10, len(times))))
    for t in times[:1]:
        assert times.index(t) in keep
    months = list(dict.fromkeys((t.year, t.month) for t in times))[:24]
    assert {(times[i].year, times[i].month) for i in keep} >= set(months)
    days = list(dict.fromkeys(t.date() for t in times))[:14]
    assert {times[i].date() for i in keep} >= set(days)
    assert len(keep) <= 10 + 14 + 8 + 24


def test_network_and_synced_places_do_not_use_wal(tmp_path: Path) -> None:
    ws = open_workspace(tmp_path / "OneDrive - UBND" / "a.khdb")
    assert ws.journal == "truncate"
    ws.close()
