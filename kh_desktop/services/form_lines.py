"""Small forms an office fills by hand each period: feedback (phản ánh, kiến nghị) and reviewed procedures; and the wording of all forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.periods import period_name, period_of
from kh_desktop.domain.report_forms import ReportForm, form_from_json, form_to_json
from kh_desktop.domain.vitext import clean_line, fold
from kh_desktop.resources import resource_json
from kh_desktop.services.readings import now, user
from kh_desktop.services.schedule import report_rules
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.store import figures as store
from kh_desktop.store import report_rows

# The short names under which lines of forms are kept, and the codes of the forms they are printed in.
CODES = {"06a": "tt01-2020:II.06a", "pakn": "office:pakn", "review": "office:review"}
_PREFIX = "form:"


def forms(s: Session) -> list[ReportForm]:
    """All forms, as shipped or as the office words them."""
    own = report_rows.templates(s.workspace.conn)
    found = []
    shipped: Any = resource_json("report_forms.json")
    for data in shipped["forms"]:
        code = data["code"]
        worded = own.get(_PREFIX + code)
        found.append(form_from_json(worded, own=True) if worded else form_from_json(data))
    return found


def form(s: Session, name: str) -> ReportForm:
    """The form of a short name or code. UsageError forms.unknown."""
    code = CODES.get(name, name)
    found = next((f for f in forms(s) if f.code == code), None)
    if found is None:
        raise UsageError("forms.unknown", form=name)
    return found


def save_form(s: Session, changed: ReportForm) -> ChangeSet:
    """Keeps the office's wording of a form: title, labels, legal basis, whether it is confirmed. KhError forms.wrong_columns; UsageError
    forms.columns_lost when a column of figures would be lost."""
    data = form_to_json(changed)
    form_from_json(data)
    before = form(s, changed.code)
    if lost := [c.label for c in before.columns if c.key not in {n.key for n in changed.columns}]:
        raise UsageError("forms.columns_lost", column=lost[0])
    with s.step("forms.save", name=changed.name) as doing:
        report_rows.write_template(doing.uow, _PREFIX + changed.code, data)
    return doing.changes


def reset_form(s: Session, code: str) -> ChangeSet:
    """A form as it was shipped."""
    with s.step("forms.reset", name=form(s, code).name) as doing:
        report_rows.write_template(doing.uow, _PREFIX + CODES.get(code, code), None)
    return doing.changes


def form_lines(s: Session, period: str, name: str) -> list[tuple[str, Mapping[str, int]]]:
    """The lines of a small form of a period: label and counts by column."""
    return [(row.field, row.counts) for row in store.lines(s.workspace.conn, period, name)]


def set_form_line(s: Session, period: str, name: str, label: str, **counts: int) -> ChangeSet:
    """Types columns of a line of a small form; a new label makes a new line.

    UsageError figures.no_field, field.unknown, figures.negative.
    """
    columns = {c.key for c in form(s, name).columns if c.kind != "text" and not c.sum_of}
    label = clean_line(label)
    if not label:
        raise UsageError("figures.no_field")
    for key, value in counts.items():
        if key not in columns:
            raise UsageError("field.unknown", field=key)
        if value < 0:
            raise UsageError("figures.negative", value=value)
    key = period_of(report_rules(s), period).key
    row = next((r for r in store.lines(s.workspace.conn, key, name) if fold(r.field) == fold(label)), None)
    at = now()
    with s.step("figures.line", field=label, period=period_name(key)) as doing:
        if row is None:
            store.add_line(doing.uow, key, name, label, counts, at=at, who=user())
        elif {**row.counts, **counts} != row.counts:
            store.update_line(doing.uow, row.id, counts={**row.counts, **counts}, at=at, who=user())
    return doing.changes


def remove_form_line(s: Session, period: str, name: str, label: str) -> ChangeSet:
    """Takes a line of a small form away. UsageError figures.not_typed."""
    row = next((r for r in store.lines(s.workspace.conn, period, name) if fold(r.field) == fold(label)), None)
    if row is None:
        raise UsageError("figures.not_typed", field=label)
    with s.step("figures.line_remove", field=row.field) as doing:
        store.remove_line(doing.uow, row.id)
    return doing.changes
