"""Opening and closing the workspace file, and the transactions on it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from kh_desktop.domain.errors import WorkspaceError
from kh_desktop.domain.vitext import fold, sort_key
from kh_desktop.store import backup, lock, task_log
from kh_desktop.store.history import History
from kh_desktop.store.known_errors import known_errors, os_error
from kh_desktop.store.location import is_plain_local
from kh_desktop.store.schema import APPLICATION_ID, MIGRATIONS, VERSION
from kh_desktop.store.unit_of_work import Change, Step, UnitOfWork, replay, settled
from kh_desktop.store.uri import has_journal, read_only_uri

# STRICT tables need 3.37.
_SQLITE_FLOOR = (3, 37, 0)


class Workspace:
    """An open workspace. Everything that writes goes through ``unit_of_work``; closing leaves one file behind."""

    def __init__(self, path: Path, conn: sqlite3.Connection, held: lock.Lock | None) -> None:
        self.path = path
        self.conn = conn
        self.read_only = held is None
        self.history = History()
        self.last_saved: datetime | None = None
        self.last_backup: datetime | None = backup.newest(path)
        self.journal = str(conn.execute("PRAGMA journal_mode").fetchone()[0])
        self._held = held
        self._next_ids: dict[str, int] = {}
        self._dirty = False

    @contextmanager
    def unit_of_work(self, label: str, params: dict[str, object] | None = None, *, recorded: bool = True) -> Iterator[UnitOfWork]:
        """One transaction. On success it is committed and, when ``recorded``, becomes one undo step; on any error nothing has happened."""
        if self.read_only:
            raise WorkspaceError("workspace.read_only", path=self.path)
        uow = UnitOfWork(self.conn, self._next_ids)
        with self._transaction():
            yield uow
            uow.changes = settled(uow.changes)
            self._touch(uow.changes, label)
        if uow.changes and recorded:
            self.history.push(Step(label, params or {}, uow.changes))

    def undo(self) -> Step | None:
        """Takes the newest step back; returns what was done to the rows, or None when there is nothing."""
        return self._replay(self.history.done, self.history.undone, backwards=True)

    def redo(self) -> Step | None:
        """Does the last undone step again."""
        return self._replay(self.history.undone, self.history.done, backwards=False)

    def _replay(self, source: list[Step], target: list[Step], *, backwards: bool) -> Step | None:
        if not source or self.read_only:
            return None
        step = source[-1]
        with self._transaction():
            self.conn.execute("PRAGMA defer_foreign_keys = ON")
            done = replay(self.conn, step.changes, backwards=backwards)
            self._touch(done, "undo" if backwards else "redo")
        target.append(source.pop())
        return Step(step.label, step.params, done)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with known_errors(self.path):
            self.conn.execute("PRAGMA query_only = OFF")
            try:
                self.conn.execute("BEGIN IMMEDIATE")
                yield
                self.conn.execute("COMMIT")
                self.last_saved = datetime.now()
                self._dirty = True
            except BaseException:
                if self.conn.in_transaction:
                    self.conn.execute("ROLLBACK")
                # Ids handed out in the failed transaction were never seen by anybody, but reading them anew is the safe way.
                self._next_ids.clear()
                raise
            finally:
                self.conn.execute("PRAGMA query_only = ON")

    def _touch(self, changes: list[Change], label: str) -> None:
        task_log.record(self.conn, changes, label)
        now = datetime.now().isoformat(timespec="seconds")
        for plan_id in plan_ids(changes):
            self.conn.execute("INSERT OR REPLACE INTO plan_touch (plan_id, at) VALUES (?, ?)", (plan_id, now))

    def backup(self, reason: str) -> Path:
        """A verified copy of the workspace as it is now. ``reason`` becomes part of its name ("dong", "dinh-ky", "tay")."""
        with known_errors(self.path):
            made = backup.make(self.conn, self.path, reason, datetime.now())
        self.last_backup = datetime.now()
        self._dirty = False
        return made

    @property
    def changed_since_backup(self) -> bool:
        """Whether anything was written since the last backup of this session."""
        return self._dirty

    def close(self) -> None:
        """Backs up what changed, folds the journal into the one file, gives the lock back. A failing backup never stops closing."""
        if not self.read_only:
            if self._dirty:
                with suppress(OSError, sqlite3.Error, WorkspaceError):
                    self.backup("dong")
            with suppress(sqlite3.Error):
                self.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.conn.close()
        if self._held:
            self._held.release()
            self._held = None


def plan_ids(changes: list[Change]) -> frozenset[int]:
    """The plans whose rows are among ``changes``."""
    found = set()
    for change in changes:
        image = change.after or change.before or {}
        if change.table == "plan":
            if change.after is not None:
                found.add(change.id)
        elif isinstance(image.get("plan_id"), int) and image["plan_id"]:  # 0: of the office
            found.add(int(image["plan_id"]))
    return frozenset(found)


def open_workspace(path: Path, *, read_only: bool = False) -> Workspace:
    """Opens the workspace at ``path``, making it when it is not there, and brings an older one up to date (after a backup).

    WorkspaceError: workspace.locked, .newer, .not_ours, .damaged, .read_only, .cannot_open.
    """
    if sqlite3.sqlite_version_info < _SQLITE_FLOOR:
        raise WorkspaceError("workspace.old_sqlite", version=sqlite3.sqlite_version)
    if read_only:
        with known_errors(path):
            return Workspace(path, _connect_read_only(path), None)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkspaceError(os_error(error, path.parent).code, path=path.parent) from error
    held = lock.acquire(path)
    try:
        with known_errors(path):
            return Workspace(path, _connect(path), held)
    except BaseException:
        held.release()
        raise


def _connect_read_only(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise WorkspaceError("file.missing", path=path)
    with known_errors(path):
        conn = sqlite3.connect(read_only_uri(path, immutable=_cannot_be_shared(path)), uri=True, isolation_level=None)
        try:
            if _version(conn, path) != VERSION:
                raise WorkspaceError("workspace.older_read_only", path=path)
            _check(conn, path)
        except BaseException:
            conn.close()
            raise
    return conn


def _cannot_be_shared(path: Path) -> bool:
    """Whether a file in WAL mode lies where its journal cannot be made (a stick that is locked): SQLite then refuses to read it unless
    it is told that nobody writes."""
    if has_journal(path):
        return False
    try:
        with closing(sqlite3.connect(read_only_uri(path), uri=True)) as conn:
            conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        return "unable to open" in str(error).lower() or "readonly" in str(error).lower()
    except sqlite3.DatabaseError:
        return False
    return False


def _connect(path: Path) -> sqlite3.Connection:
    fresh = not path.exists() or path.stat().st_size == 0
    conn = sqlite3.connect(path, isolation_level=None, timeout=2.0)
    try:
        version = 0 if fresh else _version(conn, path)
        if not fresh:
            _check(conn, path)
        _prepare(conn, path)
        if version < VERSION:
            if version:
                backup.make(conn, path, "truoc-nang-cap", datetime.now())
            _migrate(conn, version)
        conn.execute("PRAGMA query_only = ON")
    except BaseException:
        conn.close()
        if fresh:
            with suppress(OSError):
                path.unlink()
        raise
    return conn


def _version(conn: sqlite3.Connection, path: Path) -> int:
    """The schema version of a file that is ours; refuses others and newer ones."""
    if conn.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise WorkspaceError("workspace.not_ours", path=path)
    version = int(conn.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        raise WorkspaceError("workspace.newer", path=path)
    return version


def _check(conn: sqlite3.Connection, path: Path) -> None:
    if conn.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise WorkspaceError("workspace.damaged", path=path)


def _prepare(conn: sqlite3.Connection, path: Path) -> None:
    conn.create_function("vi_fold", 1, fold, deterministic=True)
    conn.create_function("vi_sort", 1, sort_key, deterministic=True)
    conn.execute(f"PRAGMA journal_mode = {'WAL' if is_plain_local(path) else 'TRUNCATE'}")
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute("PRAGMA foreign_keys = ON")


def _migrate(conn: sqlite3.Connection, version: int) -> None:
    """All missing steps in one exclusive transaction: either the file is new or nothing happened."""
    from sqlite_utils import Database

    conn.execute("BEGIN EXCLUSIVE")
    try:
        db = Database(conn)
        for step in MIGRATIONS[version:]:
            step(db)
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        conn.execute(f"PRAGMA user_version = {VERSION}")
        conn.execute("COMMIT")
    except BaseException:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        raise
