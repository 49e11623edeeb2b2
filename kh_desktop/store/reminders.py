"""Which reminders were shown, put off or closed. Not recorded: looking at a reminder is no undo step."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from kh_desktop.store.unit_of_work import UnitOfWork


class Seen(NamedTuple):
    """``shown``: "day/stage" of the last showing; ``until``: put off to this time (ISO); ``closed``: the day for which it was closed."""

    shown: str = ""
    until: str = ""
    closed: str = ""


def read(conn: sqlite3.Connection) -> dict[str, Seen]:
    """Everything known, by the key of the entry."""
    return {key: Seen(*rest) for key, *rest in conn.execute("SELECT key, shown, until, closed FROM reminder")}


def write(uow: UnitOfWork, key: str, seen: Seen) -> None:
    """Remembers what happened to a reminder."""
    uow.conn.execute("INSERT OR REPLACE INTO reminder (key, shown, until, closed) VALUES (?, ?, ?, ?)", (key, *seen))
