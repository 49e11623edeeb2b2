"""The month and the agenda as files: printable pages, Word or an Excel sheet."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from kh_desktop.documents.tree import Document
from kh_desktop.domain.model import Plan
from kh_desktop.services.office import get_office
from kh_desktop.services.schedule import Entry, agenda, dated_plan, followed_plans, plan_entries
from kh_desktop.services.session import Session
from kh_desktop.services.workdays import workdays

_PARTS = (("late", "Quá hạn"), ("today", "Hôm nay"), ("week", "Tuần này"), ("month", "Tháng này"), ("later", "Sau đó"))


def month_document(s: Session, year: int, month: int, today: date, plan_ids: Iterable[int] | None = None) -> Document:
    """A month of these plans (None: those that are followed) as a document."""
    from kh_desktop.documents.build_calendar import build_month

    plans = _plans(s, today, plan_ids)
    found: dict[str, Entry] = {}
    for plan in plans:
        found.update((e.key, e) for e in plan_entries(s, plan, today))
    ordered = sorted(found.values(), key=lambda e: (e.day, e.task_id == 0))
    return build_month(_agency(s, plans), year, month, ordered, workdays(s))


def agenda_document(s: Session, today: date, plan_ids: Iterable[int] | None = None) -> Document:
    """What is late, next and waiting as a document."""
    from kh_desktop.documents.build_calendar import build_agenda

    plans = _plans(s, today, plan_ids)
    found = agenda(s, today, [p.id for p in plans])
    parts = [(words, getattr(found, name)) for name, words in _PARTS]
    return build_agenda(_agency(s, plans), today.isoformat(), parts, found.waiting, found.ongoing)


def export_month(s: Session, out: Path, year: int, month: int, today: date, plan_ids: Iterable[int] | None = None) -> Path:
    """Writes ``month_document`` to ``out``, the format by its suffix (.pdf, .xlsx, .docx). Fails as ``export_tracking`` does."""
    return write_document(month_document(s, year, month, today, plan_ids), out)


def export_agenda(s: Session, out: Path, today: date, plan_ids: Iterable[int] | None = None) -> Path:
    """Writes ``agenda_document`` to ``out``, the format by its suffix (.pdf, .xlsx, .docx). Fails as ``export_tracking`` does."""
    return write_document(agenda_document(s, today, plan_ids), out)


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
