"""Problems of the plan as the grid shows them: a mark in each cell concerned, and a list that jumps to it."""

from __future__ import annotations

from collections.abc import Sequence

from kh_desktop.services.review import Problem
from kh_desktop.ui.grid.rows import RowKey
from kh_desktop.ui.i18n import say

_KINDS = {"task": "task", "group": "group", "task_group": "group"}


def place_of(anchor: str) -> tuple[RowKey, str] | None:
    """Row and field named by an anchor ("task:33:product", "group:4"); None for parts of the plan outside the grid."""
    parts = anchor.split(":")
    kind = _KINDS.get(parts[0])
    if kind is None or len(parts) < 2 or not parts[1].isdigit():
        return None
    field = parts[2] if len(parts) > 2 else ("title" if kind == "group" else "content")
    return (("group" if kind == "group" else "task"), int(parts[1])), field


def in_grid(problems: Sequence[Problem]) -> list[Problem]:
    """The problems that concern a row of the appendix."""
    return [problem for problem in problems if place_of(problem.anchor) is not None]


def marks_of(problems: Sequence[Problem]) -> dict[RowKey, dict[str, str]]:
    """Sentence by field by row."""
    marks: dict[RowKey, dict[str, str]] = {}
    for problem in problems:
        place = place_of(problem.anchor)
        if place is not None:
            row, field = place
            known = marks.setdefault(row, {})
            sentence = say(problem.said)
            known[field] = f"{known[field]}\n{sentence}" if field in known else sentence
    return marks
