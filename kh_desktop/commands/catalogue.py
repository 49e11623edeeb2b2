"""``catalogue search``: the shipped legal catalogue."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from kh_desktop.commands.answer import Answer, typed


def search(query: str) -> Answer:
    """Documents that have every word of ``query``; no marks needed."""
    from kh_desktop.services import catalogue

    found = catalogue.search(typed(query))
    bases = [catalogue.basis_from(d) for d in found]
    today = date.today().isoformat()
    states = [catalogue.status_text(catalogue.status_on(b, today)) for b in bases]
    found_lines = tuple(f"{b.number or '(không số)'}: {b.title} - {state}" for b, state in zip(bases, states, strict=True))
    lines = found_lines or ("Không tìm thấy văn bản nào.",)
    return Answer({"documents": [asdict(d) for d in found]}, lines)
