"""The month and the agenda as files: printable pages, Word or an Excel sheet."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from kh_desktop.documents.tree import Document
from kh_desktop.domain.model import Plan
from kh_desktop.domain.schedule import Waiting, by_day, dated_tasks
from kh_desktop.services.office import get_office
from kh_desktop.services.schedule import Entry, agenda, dated_plan, followed_plans, plan_entries
from kh_desktop.services.session import Session
from kh_desktop.services.workdays import workdays

_PARTS = (("late", "Quá hạn"), ("today", "Hôm nay"), ("week", "Tuần này"), ("month", "Tháng này"), ("later", "Sau đó"))


class Shown(Protocol):
    """What of the calendar goes on paper: the filter of a screen, for example."""

    @property
    def words(self) -> str:
        """What is left out, said under the title; "" when nothing is."""

    @property
    def closed(self) -> bool:
        """Whether a list also has what is done."""

    def keeps(self, entry: Entry) -> bool:
        """Whether an entry is shown."""

    def keeps_ongoing(self, entry: Entry) -> bool:
        """Whether a check of ongoing work is shown."""

    def keeps_waiting(self, waiting: Waiting, lead: Sequence[str]) -> bool:
        """Whether a task without a day is shown."""


def month_document(
    s: Session, year: int, month: int, today: date, plan_ids: Iterable[int] | None = None, shown: Shown | None = None
) -> Document:
    """A month of these plans (None: those that are followed) as a document; only what is ``shown`` (None: everything)."""
    from kh_desktop.documents.build_calendar import build_month

    plans = _plans(s, today, plan_ids)
    found: dict[str, Entry] = {}
    for plan in plans:
        found.update((e.key, e) for e in plan_entries(s, plan, today))
    ordered = [e for e in sorted(found.values(), key=by_day) if shown is None or shown.keeps(e)]
    return build_month(_agency(s, plans), year, month, ordered, workdays(s), shown.words if shown else "")


def agenda_document(s: Session, today: date, plan_ids: Iterable[int] | None = None, shown: Shown | None = None) -> Document:
    """What is late, next and waiting as a document; only what is ``shown`` (None: everything)."""
    from kh_desktop.documents.build_calendar import build_agenda

    plans = _plans(s, today, plan_ids)
    found = agenda(s, today, [p.id for p in plans])
    parts = [(words, getattr(found, name)) for name, words in _PARTS]
    if shown is None:
        return build_agenda(_agency(s, plans), today.isoformat(), parts, found.waiting, found.ongoing)
    if shown.closed:
        done = {e.key: e for plan in plans for e in plan_entries(s, plan, today) if not e.open}
        parts.append(("Đã xong, không thực hiện", sorted(done.values(), key=by_day)))
    lead = {row.task.id: row.lead for plan in plans for row in dated_tasks(plan)}
    waiting = [w for w in found.waiting if shown.keeps_waiting(w, lead.get(w.task_id, ()))]
    checks = [e for e in found.ongoing if shown.keeps_ongoing(e)]
    kept = [(words, [e for e in entries if shown.keeps(e)]) for words, entries in parts]
    return build_agenda(_agency(s, plans), today.isoformat(), kept, waiting, checks, shown.words)


def export_month(
    s: Session, out: Path, year: int, month: int, today: date, plan_ids: Iterable[int] | None = None, shown: Shown | None = None
) -> Path:
    """Writes ``month_document`` to ``out``, the format by its suffix (.pdf, .xlsx, .docx). Fails as ``export_tracking`` does."""
    return write_document(month_document(s, year, month, today, plan_ids, shown), out)


def export_agenda(
    s: Session, out: Path, today: date, plan_ids: Iterable[int] | None = None, shown: Shown | None = None
) -> Path:
    """Writes ``agenda_document`` to ``out``, the format by its suffix (.pdf, .xlsx, .docx). Fails as ``export_tracking`` does."""
    return write_document(agenda_document(s, today, plan_ids, shown), out)


def write_document(document: Document, out: Path) -> Path:
    """Writes a document to ``out``, the format by its suffix; under a temporary name first, so nothing half-written stays.

    UsageError "export.unknown_format"; KhError disk.full, file.busy, file.no_access, font.missing.
    """
    from kh_desktop.documents.atomic import write_file
    from kh_desktop.services.tracking import writer_for

    made = io.BytesIO()
    writer_for(out)(document, made)
    write_file(out, lambda handle: handle.write(made.getvalue()))
    return out


def month_name(year: int, month: int, suffix: str) -> str:
    """A file name for a month: "Lich-viec-2027-06.pdf"."""
    return f"Lich-viec-{year}-{month:02d}{suffix}"


def agenda_name(today: date, suffix: str) -> str:
    """A file name for the agenda: "Viec-phai-lam-2027-06-20.pdf"."""
    return f"Viec-phai-lam-{today.isoformat()}{suffix}"


def _plans(s: Session, today: date, plan_ids: Iterable[int] | None) -> list[Plan]:
    return [dated_plan(s, i) for i in ([p.id for p in followed_plans(s, today)] if plan_ids is None else dict.fromkeys(plan_ids))]


def _agency(s: Session, plans: list[Plan]) -> str:
    return (plans[0].agency if plans else get_office(s).agency).full_name
