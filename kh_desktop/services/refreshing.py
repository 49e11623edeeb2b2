"""Keeping a plan that a screen holds up to date without reading all of it again."""

from __future__ import annotations

from dataclasses import replace

from kh_desktop.domain.model import Plan
from kh_desktop.services.plans import get_plan
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.store.groups import groups_of_tasks, read_head, with_groups

# Settings and figures of the office are no part of a plan: nothing of it need be read anew.
_FIGURES = frozenset({"indicator", "reading", "figure_file", "figure_line", "report", "form_template", "layout_map"})
_PARTS = frozenset({"plan", "task", "assignment", "task_group", "due_move", "setting", "target"}) | _FIGURES


def refreshed(s: Session, plan: Plan, changes: ChangeSet) -> Plan:
    """``plan`` after ``changes``: only the groups they touch are read; untouched groups stay the same objects, so that a screen sees by
    identity what it need not look at. Everything is read when more than tasks and groups changed.

    UsageError "plan.missing" when the plan was deleted.
    """
    conn = s.workspace.conn
    if not changes.kinds <= _PARTS:
        return get_plan(s, plan.id)
    if changes.kinds & {"plan", "target"}:
        plan = read_head(conn, plan)
    tasks = {id for kind, id in changes.ids if kind == "task"}
    if not tasks and "task_group" not in changes.kinds:
        return plan
    touched = {group.id for group in plan.groups if any(task.id in tasks for task in group.tasks)}
    return replace(plan, groups=with_groups(conn, plan, touched | groups_of_tasks(conn, tasks)))
