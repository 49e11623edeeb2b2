"""What it means to drag a place of the source onto something."""

from __future__ import annotations

from kh_desktop.services.import_review import Hint, Paragraph, Spot
from kh_desktop.ui.importing.lines import Key
from kh_desktop.ui.importing.roles import target_of
from kh_desktop.ui.importing.work import Work

# What a paragraph becomes on a field of the result.
_ON_FIELD: dict[str, str] = {
    "title": "title", "intro": "intro", "closing": "closing", "appendix_title": "appendix_title", "recipients": "recipient",
    "signature": "signature", "agency": "letterhead", "superior": "letterhead", "number": "letterhead", "place": "letterhead",
    "issued": "letterhead", "basis": "basis", "leftover": "leftover", "head:basis": "basis", "head:leftover": "leftover",
    "head:ending": "recipient", "head:info": "letterhead", "head:section": "heading1",
}  # fmt: skip


def hint_of_drop(work: Work, dragged: Spot, target: Key) -> Hint | None:
    """What dragging a place onto a box of either side says; None when it says nothing."""
    if isinstance(target, Spot):
        return _on_source(work, dragged, target)
    is_line = isinstance(work.source.blocks[dragged.block], Paragraph) or work.reading.roles.get(Spot(dragged.block)) != "tasks"
    return _line_on_result(dragged, target) if is_line else _row_on_result(work, dragged, target)


def _on_source(work: Work, dragged: Spot, target: Spot) -> Hint | None:
    """A row pulled onto the one above it is joined to it; a paragraph pulled onto another one becomes what that one is."""
    if isinstance(work.source.blocks[dragged.block], Paragraph):
        role = work.reading.roles.get(target) if isinstance(work.source.blocks[target.block], Paragraph) else None
        return Hint(dragged, "paragraph", role) if role else None
    if target.block == dragged.block and 0 <= target.row < dragged.row and work.reading.roles.get(Spot(dragged.block)) == "tasks":
        return Hint(target_of("row", dragged), "row", "join")
    return None


def _line_on_result(dragged: Spot, target: str) -> Hint | None:
    kind, _, rest = target.partition(":")
    if kind == "section":
        depth = min(rest.partition(":")[0].count(".") + 1, 3)
        return Hint(dragged, "paragraph", "text" if rest.endswith(":text") else f"heading{depth}")
    value = _ON_FIELD.get(target) or _ON_FIELD.get(kind)
    return Hint(dragged, "paragraph", value) if value else None


def _row_on_result(work: Work, dragged: Spot, target: str) -> Hint | None:
    kind, _, rest = target.partition(":")
    is_header = work.reading.roles.get(Spot(dragged.block, dragged.row)) == "header"
    if kind == "column" and is_header:
        return Hint(target_of("column", dragged), "column", "" if rest == "note" else rest)
    values = {"group": "group", "task": "task", "column": "header"}
    return Hint(target_of("row", dragged), "row", values[kind]) if kind in values else None
