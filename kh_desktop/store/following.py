"""Reading what following the work needs, and keeping it together when plans are copied or removed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from kh_desktop.store.unit_of_work import UnitOfWork


def states(conn: sqlite3.Connection, plan_id: int) -> list[tuple[int, str, bool]]:
    """(task id, state, continues) of the rows of a plan in print order."""
    found = conn.execute(
        "SELECT t.id, t.state, t.continues FROM task t JOIN task_group g ON g.id = t.group_id WHERE t.plan_id = ? "
        "ORDER BY g.position, g.id, t.position, t.id",
        (plan_id,),
    )
    return [(task_id, state, bool(continues)) for task_id, state, continues in found]


def state_days(conn: sqlite3.Connection, plan_id: int) -> dict[int, str]:
    """When the state of each task was changed last (ISO time); tasks whose state never changed are left out."""
    found: list[tuple[int, str]] = conn.execute(
        "SELECT task_id, max(at) FROM (SELECT l.task_id, l.at, json_extract(l.before, '$.state') AS old, "
        "lead(json_extract(l.before, '$.state'), 1, t.state) OVER (PARTITION BY l.task_id ORDER BY l.id) AS new "
        "FROM task_log l JOIN task t ON t.id = l.task_id WHERE t.plan_id = ?) WHERE old <> new GROUP BY task_id",
        (plan_id,),
    ).fetchall()
    return dict(found)


def copy_log(conn: sqlite3.Connection, plan_id: int, pairs: Iterable[tuple[int, int]]) -> None:
    """Gives the tasks of ``plan_id`` the history of the tasks they were copied from, as (old id, new id)."""
    conn.executemany(
        "INSERT INTO task_log (plan_id, task_id, at, label, before) "
        "SELECT ?, ?, at, label, before FROM task_log WHERE task_id = ? ORDER BY id",
        [(plan_id, new, old) for old, new in pairs],
    )


def same_file(conn: sqlite3.Connection, task_id: int, sha256: str) -> bool:
    """Whether a task has this very file as evidence already."""
    sql = "SELECT 1 FROM evidence e JOIN attachment a ON a.id = e.attachment_id WHERE e.task_id = ? AND a.sha256 = ?"
    return conn.execute(sql, (task_id, sha256)).fetchone() is not None


def remove_evidence(uow: UnitOfWork, evidence_id: int) -> None:
    """Removes a piece of evidence, and its kept file when no other version of the plan shows it."""
    attachment_id = int(str(uow.row("evidence", evidence_id)["attachment_id"]))
    uow.remove("evidence", evidence_id)
    if attachment_id and not _users(uow.conn, attachment_id) and uow.find("attachment", attachment_id):
        uow.remove("attachment", attachment_id)


def forget_reminders(uow: UnitOfWork, task_id: int) -> None:
    """Before a task is removed: its reminders must not be taken for those of a later task that gets its number."""
    for (id,) in uow.conn.execute("SELECT id FROM setting WHERE key = ?", (reminder_setting(task_id),)).fetchall():
        uow.remove("setting", id)
    # ";" is the letter after ":".
    uow.conn.execute("DELETE FROM reminder WHERE key >= ? AND key < ?", (f"task:{task_id}:", f"task:{task_id};"))


def copy_reminders(uow: UnitOfWork, pairs: Iterable[tuple[int, int]]) -> None:
    """Gives copied tasks the reminder days that were set for the tasks they were copied from, as (old id, new id)."""
    own: dict[str, str] = dict(uow.conn.execute("SELECT key, value FROM setting WHERE key LIKE 'remind.task:%'").fetchall())
    for old, new in pairs:
        if reminder_setting(old) in own:
            uow.insert("setting", {"key": reminder_setting(new), "value": own[reminder_setting(old)]})


def reminder_setting(task_id: int) -> str:
    """The setting that holds the reminder days of one task."""
    return f"remind.task:{task_id}"


def hand_over_files(uow: UnitOfWork, plan_id: int) -> None:
    """Before a plan is removed: files that another version shows as evidence too go over to that plan."""
    for (attachment_id,) in uow.conn.execute("SELECT id FROM attachment WHERE plan_id = ?", (plan_id,)).fetchall():
        others = [user for user in _users(uow.conn, attachment_id) if user != plan_id]
        if others:
            uow.update("attachment", attachment_id, {"plan_id": others[0]})


def _users(conn: sqlite3.Connection, attachment_id: int) -> list[int]:
    """The plans with evidence in this file."""
    return [plan for (plan,) in conn.execute("SELECT DISTINCT plan_id FROM evidence WHERE attachment_id = ?", (attachment_id,))]
