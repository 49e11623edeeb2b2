"""``catalogue search``: the shipped legal catalogue."""

from __future__ import annotations

from dataclasses import asdict

from kh_desktop.commands.answer import Answer, typed


def search(query: str) -> Answer:
    """Documents that have every word of ``query``; no marks needed."""
    from kh_desktop.services import catalogue

    found = catalogue.search(typed(query))
    bases = [catalogue.basis_from(d) for d in found]
    lines = tuple(f"{b.number or '(không số)'}: {b.title}" for b in bases) or ("Không tìm thấy văn bản nào.",)
    return Answer({"documents": [asdict(d) for d in found]}, lines)
