"""The sentences a report says by itself: figures of the form, indicators against targets, tasks with what they yielded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kh_desktop.domain.form06a import COLUMNS, Line06a, column_of
from kh_desktop.domain.indicators import Indicator, Reading, figure_of, nothing_arose
from kh_desktop.domain.model import TaskState
from kh_desktop.domain.numbers import number_words
from kh_desktop.domain.printed import count_words, day_words, evidence_words
from kh_desktop.domain.report_forms import ReportForm
from kh_desktop.domain.schedule import Entry
from kh_desktop.services.dashboard import TargetRow
from kh_desktop.services.messages import text
from kh_desktop.services.report_data import ReportData, TaskRow, about, done_in

# So many fields or tasks are named in a sentence; the rest stands in the tables.
_NAMED = 3
_LISTED = 30
_SMALL = {
    "pakn": ("carried", "new", "settled", "open", "forwarded", "published"),
    "review": ("reviewed", "amend", "abolish", "replace", "join"),
}


def sentences(part: Mapping[str, Any], data: ReportData, forms: Mapping[str, ReportForm]) -> list[str]:
    """The sentences of a section of the outline; "Không phát sinh trong kỳ." or "Chưa có số liệu trong kỳ." where there is nothing."""
    found: list[str] = []
    name = part.get("form", "")
    if name == "06a":
        found += _form_06a(data, forms["06a"])
    elif name:
        found += _small(data, name)
    found += [x for key in part.get("indicators", ()) if (x := _indicator(data, key))]
    found += [_task(row) for row in about(done_in(data), part.get("tasks", ()))[:_LISTED]]
    kind = part.get("about", "")
    if kind:
        return _about(kind, data) or [text("report.none")]
    told = any(part.get(key) for key in ("form", "indicators", "tasks"))
    return found or ([_silence(name, part)] if told else [])


def _silence(form: str, part: Mapping[str, Any]) -> str:
    """What a section says that has nothing to tell: that nothing arose, but only where nobody measures; figures that nobody entered are
    missing, and the report says so before it is signed."""
    measured = form == "06a" or (part.get("indicators") and not form)
    return text("report.no_figures" if measured else "report.nothing")


def _about(kind: str, data: ReportData) -> list[str]:
    if kind == "tasks":
        return _plan_tasks(data)
    if kind == "targets_met":
        return _targets_met(data)
    if kind == "behind":
        missed = [_against(row, "report.target_missed") for row in data.targets if row.judged in ("missed", "near")]
        return [*missed, *map(_behind, data.late[:_LISTED])]
    if kind == "next":
        return _coming(data.coming)[:_LISTED]
    return []


# --- figures


def _form_06a(data: ReportData, form: ReportForm) -> list[str]:
    total = data.form.total
    if not data.form.lines:
        return []
    numbers = {column: count_words(column_of(total, column)) for column in COLUMNS}
    found = [text(f"report.{key}", **numbers) for key in ("received", "settled", "open")]
    if total.withdrawn:
        found.append(text("report.apart", count=count_words(total.withdrawn)))
    elif data.form.footnote:
        found.append(data.form.footnote)
    most = sorted(data.form.lines, key=lambda line: -line.received)[:_NAMED]
    if len(data.form.lines) > 1:
        found.append(text("report.by_field", fields=_fields(most, "received")))
    late = [line for line in data.form.lines if line.late + line.open_late]
    if late:
        found.append(text("report.late_fields", fields=_late_fields(late)))
    return [*found, text("report.see_form", form=form.name.removeprefix("Biểu số ").removeprefix("Biểu "))]


def _fields(lines: Sequence[Line06a], column: str) -> str:
    return ", ".join(text("report.field_count", field=x.field or "…", count=count_words(column_of(x, column))) for x in lines)


def _late_fields(lines: Sequence[Line06a]) -> str:
    return ", ".join(text("report.field_count", field=x.field or "…", count=count_words(x.late + x.open_late)) for x in lines)


def _small(data: ReportData, name: str) -> list[str]:
    """A small form in one sentence; nothing when it has no lines."""
    lines = data.small.get(name, ())
    if not lines:
        return []
    summed: dict[str, int] = {}
    for _, counts in lines:
        for key, value in counts.items():
            summed[key] = summed.get(key, 0) + value
    numbers = {key: count_words(summed.get(key, 0)) for key in _SMALL[name]}
    if name == "pakn":
        return [text("report.feedback", total=count_words(summed.get("carried", 0) + summed.get("new", 0)), **numbers)]
    return [text("report.review", **numbers)]


def _indicator(data: ReportData, key: str) -> str:
    """An indicator with its figure and, when the plan promised one, its target; "" when there is no reading."""
    known, reading = data.indicators.get(key), data.readings.get(key)
    if known is None or known.hidden or reading is None:
        return ""
    if nothing_arose(reading):
        return text("report.rate_nothing", name=known.name)
    value = value_words(reading, known)
    if not value:
        return ""
    words: dict[str, str] = {"name": known.name, "value": value}
    row = next((r for r in data.targets if r.target.indicator == key and r.level is not None), None)
    if row is not None:
        words |= {"target": target_words(row), "judged": judged_words(row)}
    whole = reading.numerator is not None and reading.denominator is not None
    if reading.numerator is not None and reading.denominator is not None:
        words |= {"numerator": number_words(reading.numerator), "denominator": number_words(reading.denominator)}
    code = "report.rate" + ("" if whole else "_value") + ("_target" if row else "")
    return text(code, **words)


def value_words(reading: Reading, indicator: Indicator) -> str:
    """ "95,5%"; "" when there is no figure."""
    value = figure_of(reading, indicator.unit)
    return "" if value is None else f"{number_words(value)}{indicator.unit if indicator.unit == '%' else ' ' + indicator.unit}"


def target_words(row: TargetRow) -> str:
    """What the plan promises: "≥ 95%", "theo mức được giao"."""
    if row.level is None:
        return text("report.assigned")
    sign = {">=": "≥ ", "<=": "≤ ", "+": "≥ "}.get(row.target.comparator, "")
    unit = row.indicator.unit if row.indicator else "%"
    return f"{sign}{number_words(row.level)}{unit if unit == '%' else ' ' + unit}"


def judged_words(row: TargetRow) -> str:
    """ "đạt", "chưa đạt"; just short of the target is not reached either, and by how little is said."""
    if row.judged == "near" and row.gap is not None:
        unit = row.indicator.unit if row.indicator else "%"
        return text("report.judged.short", gap=number_words(abs(row.gap)), unit="điểm %" if unit == "%" else unit)
    return text(f"report.judged.{row.judged}")


# --- tasks and targets


def _task(row: TaskRow) -> str:
    documents = "; ".join(x for t in row.rows for e in t.evidence if (x := evidence_words(e)))
    task = _first(row.task.content)
    return text("report.task_done_with", task=task, documents=documents) if documents else text("report.task_done", task=task)


def _first(content: str) -> str:
    """The first line of a task without the mark at its end."""
    return content.split("\n")[0].rstrip(" .;:,")


def _plan_tasks(data: ReportData) -> list[str]:
    if not data.counts.total:
        return []
    c = data.counts
    found = [text("report.tasks_counts", total=c.total, done=c.done, doing=c.doing, todo=c.todo, dropped=c.dropped)]
    late = len({row.task.id for row in data.tasks if row.late and row.state is not TaskState.DONE})
    return [*found, text("report.tasks_late", count=late)] if late else found


def _targets_met(data: ReportData) -> list[str]:
    measured = [row for row in data.targets if row.judged in ("met", "near", "missed")]
    if not measured:
        return []
    met = [row for row in measured if row.judged == "met"]
    if not met:
        return [text("report.targets_none_met", measured=len(measured))]
    return [text("report.targets_met", met=len(met), measured=len(measured)), *(_against(row, "report.target_met") for row in met)]


def _against(row: TargetRow, code: str) -> str:
    """A target with the figure reached."""
    name = row.indicator.name if row.indicator else row.target.sentence
    value = value_words(row.reading, row.indicator) if row.reading and row.indicator else ""
    return text(code, name=name, value=value, target=target_words(row))


def _behind(entry: Entry) -> str:
    return text("report.task_behind", day=day_words(entry.day), task=_first(entry.title), units=", ".join(entry.lead) or "…")


def _coming(entries: Sequence[Entry]) -> list[str]:
    """What is due next, a task that comes again once with all its days."""
    days: dict[tuple[str, str], list[str]] = {}
    for entry in entries:
        days.setdefault((_first(entry.title), ", ".join(entry.lead)), []).append(day_words(entry.day))
    return [
        text("report.task_coming_of", task=task, day=", ".join(when), units=units) if units
        else text("report.task_coming", task=task, day=", ".join(when))
        for (task, units), when in days.items()
    ]  # fmt: skip
