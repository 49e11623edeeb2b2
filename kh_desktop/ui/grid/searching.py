"""Finding words in the cells of the plan: the places, the one looked at, replacing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kh_desktop.domain.model import Plan
from kh_desktop.domain.vitext import fold
from kh_desktop.services.task_texts import Match, find, replace_matches, replace_one
from kh_desktop.ui.grid.cell_extras import Highlights
from kh_desktop.ui.grid.delegate import CellPainter
from kh_desktop.ui.grid.filtering import plain_text
from kh_desktop.ui.grid.host import Host
from kh_desktop.ui.grid.rows import TEXT_FIELDS, RowKey


class Finder(QObject):
    """``changed`` when there are other places, or another one is looked at. ``only`` keeps to some tasks (None: the whole plan)."""

    changed = Signal()

    def __init__(self, host: Host, painter: CellPainter, parent: QObject) -> None:
        super().__init__(parent)
        self._host, self._painter = host, painter
        self.query = ""
        self.exact = False
        self.only: frozenset[int] | None = None
        self.matches: list[Match] = []
        self.at = -1  # the place looked at

    def search(self, query: str) -> None:
        """Look for ``query`` and go to the first place from the current row on."""
        self.query = query
        self._collect()
        self.at = self._from_here()
        self._look()

    def set_exact(self, on: bool) -> None:
        """Letter for letter, or without marks and case."""
        self.exact = on
        self.search(self.query)

    def keep_to(self, only: frozenset[int] | None) -> None:
        """Look in these tasks only; None: in the whole plan."""
        self.only = only
        self.search(self.query)

    def step(self, by: int) -> None:
        """The next place (1) or the one before (-1), round and round."""
        if self.matches:
            self.at = (self.at + by) % len(self.matches)
            self._look()

    def forget(self) -> None:
        """No places any more."""
        self.query = ""
        self._collect()
        self._paint()

    def refresh(self) -> None:
        """The texts changed: the places are others; the one looked at stays as near as it can."""
        if self.query:
            self._collect()
            self.at = min(self.at, len(self.matches) - 1)
            self._paint()

    def replace_one(self, replacement: str) -> bool:
        """Replace the place looked at and go on to the next; whether there was one."""
        plan = self._host.plan()
        if not self._host.begin() or plan is None or not 0 <= self.at < len(self.matches):
            return False
        match, at = self.matches[self.at], self.at
        done = self._host.commands.attempt(lambda: replace_one(self._host.commands.session, plan, match, replacement))
        self._host.done()
        if done and self.matches:
            # What was put in may be found again; one goes on behind it.
            end = match.start + len(replacement)
            here = [m for m in self.matches if (m.id, m.kind, m.field) == (match.id, match.kind, match.field)]
            again = sum(match.start <= m.start < end for m in here)
            self.at = (at + again) % len(self.matches)
            self._look()
        return done

    def replace_all(self, replacement: str) -> int:
        """Replace every place as one step; how many there were."""
        plan, matches = self._host.plan(), list(self.matches)
        if not self._host.begin() or plan is None or not matches:
            return 0
        session, query, exact = self._host.commands.session, self.query, self.exact
        done = self._host.commands.attempt(lambda: replace_matches(session, plan, matches, query, replacement, exact=exact))
        self._host.done()
        return len(matches) if done else 0

    def _collect(self) -> None:
        plan = self._host.plan()
        self.matches = [] if plan is None or not fold(self.query) else self._found(plan)
        if not self.matches:
            self.at = -1

    def _found(self, plan: Plan) -> list[Match]:
        """Only rows that have the letters at all are looked at closely; a text that a joined cell hides is not found."""
        model, needle = self._host.model, fold(self.query)
        rows = {row.key: row for row in model.all_rows if needle in plain_text(row)}
        ids = {row.id for row in rows.values() if row.kind == "task" and (self.only is None or row.id in self.only)}
        few = replace(plan, groups=tuple(replace(group, tasks=tuple(t for t in group.tasks if t.id in ids)) for group in plan.groups))
        fields = [key for key in model.keys if key in TEXT_FIELDS]
        found = find(few, self.query, exact=self.exact, fields=fields, only=None if self.only is None else ids)
        return [m for m in found if m.kind == "group" or m.field not in rows["task", m.id].covered]

    def _from_here(self) -> int:
        """The first place in the current row or after it."""
        current = self._host.current_row()
        order = {row.key: place for place, row in enumerate(self._host.model.all_rows)}
        here = order.get(current.key, 0) if current is not None else 0
        places = (at for at, m in enumerate(self.matches) if order.get(_key(m), -1) >= here)
        return next(places, 0 if self.matches else -1)

    def _look(self) -> None:
        if 0 <= self.at < len(self.matches):
            match = self.matches[self.at]
            if self._host.model.reveal(_key(match)):
                self._host.view.go_to(self._host.model.row_of(_key(match)), match.field)
        self._paint()

    def _paint(self) -> None:
        marked: Highlights = {}
        for at, match in enumerate(self.matches):
            marked.setdefault((_key(match), match.field), []).append((match.start, match.end, at == self.at))
        self._painter.highlights = marked
        self._host.view.viewport().update()
        self.changed.emit()


def _key(match: Match) -> RowKey:
    return ("group" if match.kind == "group" else "task", match.id)
