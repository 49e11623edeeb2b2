"""The table of tasks with state, note and evidence as a file for the chief; the signed plan itself shows nothing of it."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import BinaryIO

from kh_desktop.documents.tree import Document
from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.model import Plan
from kh_desktop.services.export import suggested_name
from kh_desktop.services.plans import get_plan
from kh_desktop.services.progress import state_days
from kh_desktop.services.session import Session

SUFFIXES = (".xlsx", ".docx", ".pdf")


def export_tracking(s: Session, plan_id: int, out: Path) -> Path:
    """Writes the table to ``out``, the format by its suffix; under a temporary name first, so nothing half-written stays.

    UsageError "export.unknown_format"; KhError disk.full, file.busy, file.no_access, font.missing.
    """
    from kh_desktop.documents.atomic import write_file
    from kh_desktop.documents.build_tracking import build_tracking

    writer = writer_for(out)
    document = build_tracking(get_plan(s, plan_id), date.today().isoformat(), state_days(s, plan_id))
    made = io.BytesIO()
    writer(document, made)
    write_file(out, lambda handle: handle.write(made.getvalue()))
    return out


def tracking_name(plan: Plan, suffix: str) -> str:
    """A file name for the table: "Theo-doi-KSTTHC-2027-Gia-Tan.xlsx"."""
    return suggested_name(plan, suffix).replace("Ke-hoach", "Theo-doi", 1)


def writer_for(out: Path) -> Callable[[Document, BinaryIO], object]:
    """What writes a document as the kind of file that ``out`` names. UsageError "export.unknown_format"."""
    match out.suffix.lower():
        case ".xlsx":
            from kh_desktop.documents.excel import write_excel

            return write_excel
        case ".docx":
            from kh_desktop.documents.word import write_word

            return write_word
        case ".pdf":
            from kh_desktop.documents.pdf import write_pdf

            return write_pdf
    raise UsageError("export.unknown_format", suffix=out.suffix or "?", known=", ".join(SUFFIXES))
