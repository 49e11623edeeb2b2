"""Days, counts and evidence as they are printed in reports and tables."""

from __future__ import annotations

from kh_desktop.domain.model import Evidence


def day_words(iso: str) -> str:
    """ "15/03/2027" of an ISO day or time; "" for none."""
    return f"{iso[8:10]}/{iso[5:7]}/{iso[:4]}" if iso else ""


def count_words(count: int) -> str:
    """ "1.234"."""
    return f"{count:,}".replace(",", ".")


def evidence_words(evidence: Evidence) -> str:
    """ "12/BC-UBND ngày 15/03/2027: Báo cáo quý I"."""
    parts = (evidence.number, f"ngày {day_words(evidence.issued)}" if evidence.issued else "")
    name = " ".join(part for part in parts if part)
    return ": ".join(part for part in (name, evidence.title) if part)
