"""Automatic numbers tell what they did: after rows came, went or moved, the rows with another number are softly marked for a moment and the
footer names them ("Đánh lại số: II.3–II.9")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from kh_desktop.domain.model import Plan
from kh_desktop.ui.grid.delegate import CellPainter
from kh_desktop.ui.grid.families import Known, printed_numbers
from kh_desktop.ui.i18n import tr

Key = tuple[str, int]
_SHOWN_MS = 2500
_MOST_RUNS = 4


def renumbered(before: Mapping[Key, str], after: Mapping[Key, str]) -> list[Key]:
    """The rows that were there before and have another number now, in print order; tasks of a renumbered group are not named one by one."""
    groups = {key[1]: _first(number) for key, number in after.items() if key[0] == "group"}
    changed = [key for key, number in after.items() if before.get(key, number) != number]
    new_names = {groups[key[1]] for key in changed if key[0] == "group"}
    return [key for key in changed if key[0] == "group" or _first(after[key]) not in new_names]


def _first(number: str) -> str:
    return number.partition(".")[0]


def runs(numbers: Mapping[Key, str], changed: Sequence[Key]) -> list[str]:
    """Numbers of the changed rows, neighbours as "II.3–II.9"."""
    wanted, found, run = set(changed), [], list[str]()
    for kind in ("group", "task"):
        for key, number in numbers.items():
            if key[0] != kind:
                continue
            if key in wanted:
                run.append(number)
                continue
            found.append(run)
            run = []
        found.append(run)
        run = []
    return [part[0] if len(part) == 1 else f"{part[0]}–{part[-1]}" for part in found if part]


class RenumberNotice(QObject):
    """``begin`` before a command, ``end`` after it; the words of what was renumbered."""

    def __init__(self, painter: CellPainter, view: QWidget) -> None:
        super().__init__(view)
        self._painter, self._view = painter, view
        self._before: dict[Key, str] = {}
        self._plan_id = self._known_plan = 0
        self._known: Known = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self._fade)

    def begin(self, plan: Plan | None) -> None:
        """Remember the numbers."""
        self._plan_id = plan.id if plan is not None else 0
        if self._plan_id != self._known_plan:
            self._known, self._known_plan = {}, self._plan_id
        self._before = printed_numbers(plan, self._known) if plan is not None else {}

    def end(self, plan: Plan | None) -> str:
        """Mark what has another number now and name it; "" when nothing has."""
        if plan is None or plan.id != self._plan_id:
            return ""
        after = printed_numbers(plan, self._known)
        changed = renumbered(self._before, after)
        self._before = after
        if not changed:
            return ""
        self._painter.marked = frozenset(changed)
        self._view.update()
        self._timer.start()
        parts = runs(after, changed)
        words = ", ".join(parts[:_MOST_RUNS]) + (" …" if len(parts) > _MOST_RUNS else "")
        return tr("Đánh lại số: {numbers}", numbers=words)

    def _fade(self) -> None:
        self._painter.marked = frozenset()
        self._view.update()
