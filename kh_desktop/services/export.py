"""A plan as pages on the screen and as files."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.model import Plan
from kh_desktop.domain.vitext import fold
from kh_desktop.services.plan_file import plan_to_json
from kh_desktop.services.plans import get_plan
from kh_desktop.services.session import Session

if TYPE_CHECKING:
    from kh_desktop.documents.tree import Document

SUFFIXES = (".pdf", ".docx", ".xlsx", ".json", ".ics")


@dataclass(frozen=True, slots=True)
class Preview:
    """The PDF of a plan and where each part of the plan stands on its pages (pt, from the top left corner)."""

    pdf: bytes
    pages: int
    _sizes: tuple[tuple[float, float], ...] = field(repr=False)
    _boxes: tuple[tuple[int, float, float, float, float, str], ...] = field(repr=False)

    def page_size(self, page: int) -> tuple[float, float]:
        """Width and height of a page in pt."""
        return self._sizes[page]

    def render(self, page: int, dpi: float) -> tuple[int, int, bytes]:
        """A page as (width, height, BGRA bytes)."""
        from kh_desktop.documents.render import open_pdf

        with open_pdf(self.pdf) as pages:
            return pages.render(page, dpi)

    def anchor_at(self, page: int, x: float, y: float) -> str:
        """The part of the plan shown at a point, the smallest one that covers it; "" when there is none."""
        hits = [b for b in self._boxes if b[0] == page and b[1] <= x <= b[3] and b[2] <= y <= b[4]]
        return min(hits, key=lambda b: (b[3] - b[1]) * (b[4] - b[2]))[5] if hits else ""

    def place_of(self, anchor: str) -> tuple[int, float, float, float, float] | None:
        """(page, x, y, width, height) of the first place of ``anchor``, or of what belongs to it ("task:3" for "task:3:lead")."""
        for wanted in (anchor, anchor.rpartition(":")[0]):
            for page, x0, y0, x1, y1, name in self._boxes:
                if wanted and (name == wanted or name.startswith(wanted + ":")):
                    return page, x0, y0, x1 - x0, y1 - y0
        return None


def preview(plan: Plan) -> Preview:
    """The pages of ``plan``: the very PDF that is saved and printed. KhError "font.missing" names a character that cannot be printed."""
    from kh_desktop.documents.build import build_document

    return preview_document(build_document(plan))


def preview_document(document: Document) -> Preview:
    """The pages of any document; KhError as ``preview``."""
    from kh_desktop.documents.pdf import write_pdf

    out = io.BytesIO()
    placement = write_pdf(document, out)
    return Preview(out.getvalue(), len(placement.page_sizes), tuple(placement.page_sizes), tuple(placement.boxes))


def save_pages(pages: Preview, numbers: Sequence[int], out: Path) -> Path:
    """Writes pages (numbers from 0) of a preview to a PDF file: the very PDF that is exported, not pictures of it.

    KhError disk.full, file.busy, file.no_access.
    """
    from kh_desktop.documents.atomic import write_file

    data = pages.pdf
    if list(numbers) != list(range(pages.pages)):
        from kh_desktop.documents.render import chosen_pages

        data = chosen_pages(pages.pdf, numbers)
    write_file(out, lambda handle: handle.write(data))
    return out


def _write_pdf(plan: Plan, out: BinaryIO) -> None:
    from kh_desktop.documents.build import build_document
    from kh_desktop.documents.pdf import write_pdf

    write_pdf(build_document(plan), out)


def _write_word(plan: Plan, out: BinaryIO) -> None:
    from kh_desktop.documents.build import build_document
    from kh_desktop.documents.word import write_word

    write_word(build_document(plan), out)


def _write_excel(plan: Plan, out: BinaryIO) -> None:
    from kh_desktop.documents.build import build_document
    from kh_desktop.documents.excel import write_excel

    write_excel(build_document(plan), out)


def _write_json(plan: Plan, out: BinaryIO) -> None:
    out.write(json.dumps(plan_to_json(plan), ensure_ascii=False, indent=1).encode("utf-8"))


_WRITERS: dict[str, Callable[[Plan, BinaryIO], None]] = {
    ".pdf": _write_pdf,
    ".docx": _write_word,
    ".xlsx": _write_excel,
    ".json": _write_json,
}


def export_plan(s: Session, plan_id: int, out: Path) -> Path:
    """Writes a plan to ``out``, the format by its suffix; under a temporary name first, so nothing half-written stays.

    The calendar file (.ics) shows the schedule as it stands today.
    UsageError "export.unknown_format"; KhError disk.full, file.busy, file.no_access, font.missing.
    """
    if out.suffix.lower() == ".ics":
        from kh_desktop.services.calendar_file import export_ics

        return export_ics(s, plan_id, out, date.today())
    return write_plan_file(get_plan(s, plan_id), out)


def write_plan_file(plan: Plan, out: Path) -> Path:
    """``export_plan`` for a plan at hand, but for the calendar file; needs no session, so it can run beside the window."""
    from kh_desktop.documents.atomic import write_file

    writer = _WRITERS.get(out.suffix.lower())
    if writer is None:
        raise UsageError("export.unknown_format", suffix=out.suffix or "?", known=", ".join(SUFFIXES))
    # Made in memory first: an error in the text is told before the disk is touched.
    made = io.BytesIO()
    writer(plan, made)
    write_file(out, lambda handle: handle.write(made.getvalue()))
    return out


def suggested_name(plan: Plan, suffix: str) -> str:
    """A file name for a plan: "Ke-hoach-KSTTHC-2027-Gia-Tan.pdf"; plain letters, safe on every disk."""
    words = re.sub(r"[^A-Za-z0-9]+", "-", fold(plan.agency.name).title()).strip("-")[:40]
    version = f"-ban-{plan.version}" if plan.version > 1 else ""
    return f"Ke-hoach-KSTTHC-{plan.year}-{words or 'co-quan'}{version}{suffix}"
