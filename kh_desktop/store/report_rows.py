"""Rows of the reports of periods and of the forms an office words by itself."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kh_desktop.store.rows import dump
from kh_desktop.store.unit_of_work import UnitOfWork, Value


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A period's report, of the office (``plan_id`` 0) or one plan. ``texts``: changed sentences by key; ``choices``: how it is put
    together ("withdrawn": "on_time", "open" or "apart")."""

    id: int = 0
    period: str = ""
    plan_id: int = 0
    state: str = ""
    texts: dict[str, Any] = field(default_factory=dict)
    choices: dict[str, Any] = field(default_factory=dict)
    at: str = ""


def report(conn: sqlite3.Connection, period: str, plan_id: int = 0) -> ReportRow:
    """The report of a period; an empty one (``id`` 0) when nothing was said about it."""
    row = conn.execute(
        "SELECT id, period, plan_id, state, texts, choices, at FROM report WHERE period = ? AND plan_id = ?", (period, plan_id)
    ).fetchone()
    if row is None:
        return ReportRow(0, period, plan_id)
    id, _, _, state, texts, choices, at = row
    return ReportRow(id, period, plan_id, state, json.loads(texts or "{}"), json.loads(choices or "{}"), at)


def write_report(
    uow: UnitOfWork,
    period: str,
    plan_id: int = 0,
    *,
    at: str,
    state: str | None = None,
    texts: Mapping[str, Any] | None = None,
    choices: Mapping[str, Any] | None = None,
) -> int:
    """Changes what is given of a period's report, making its row when there is none; returns its id."""
    values: dict[str, Value] = {"at": at}
    if state is not None:
        values["state"] = state
    if texts is not None:
        values["texts"] = dump(texts)
    if choices is not None:
        values["choices"] = dump(choices)
    known = report(uow.conn, period, plan_id)
    if not known.id:
        return uow.insert("report", {"period": period, "plan_id": plan_id, **values})
    before = uow.row("report", known.id)
    if any(before[key] != value for key, value in values.items() if key != "at"):
        uow.update("report", known.id, values)
    return known.id


def withdrawn_choices(conn: sqlite3.Connection) -> dict[str, str]:
    """Where withdrawn dossiers count, by period, of the office's reports that say so."""
    found = conn.execute("SELECT period, json_extract(choices, '$.withdrawn') FROM report WHERE plan_id = 0 AND choices <> ''")
    return {period: choice for period, choice in found if choice}


def templates(conn: sqlite3.Connection) -> dict[str, dict[str, Any]]:
    """The forms the office words by itself, by code."""
    return {code: json.loads(text) for code, text in conn.execute("SELECT code, definition FROM form_template ORDER BY id")}


def write_template(uow: UnitOfWork, code: str, definition: Mapping[str, Any] | None) -> None:
    """Stores the office's wording of a form; None takes it away, so that the shipped one counts again."""
    row = uow.conn.execute("SELECT id FROM form_template WHERE code = ?", (code,)).fetchone()
    if definition is None:
        if row is not None:
            uow.remove("form_template", row[0])
    elif row is None:
        uow.insert("form_template", {"code": code, "definition": dump(definition)})
    else:
        uow.update("form_template", row[0], {"definition": dump(definition)})
