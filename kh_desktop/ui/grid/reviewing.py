"""Looking for problems while the user is idle: a long plan group by group, a few milliseconds at a time, so that typing never waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from kh_desktop.domain.model import Plan, PlanState
from kh_desktop.services.review import Problem
from kh_desktop.services.review_tasks import problems_by_group
from kh_desktop.ui.grid.problems import in_grid

_DELAY_MS = 200
_SLICE = 0.006  # seconds


class Reviewer(QObject):
    """``found`` carries the problems of the plan's rows. ``plan`` gives the plan as it is when the look begins."""

    found = Signal(object)

    def __init__(self, plan: Callable[[], Plan | None], parent: QObject) -> None:
        super().__init__(parent)
        self._plan = plan
        self._groups: Iterator[list[Problem]] | None = None
        self._so_far: list[Problem] = []
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_DELAY_MS)
        self._wait.timeout.connect(self._begin)
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._go_on)

    def soon(self) -> None:
        """Look a moment after the last change."""
        self._turn.stop()
        self._groups = None
        self._wait.start()

    def now(self) -> None:
        """Look at once and to the end."""
        self._wait.stop()
        self._begin(wait=False)

    def is_waiting(self) -> bool:
        """Whether a look is still to come or under way."""
        return self._wait.isActive() or self._turn.isActive()

    def _begin(self, *, wait: bool = True) -> None:
        plan = self._plan()
        self._so_far = []
        # An issued plan is signed: nothing in it is mended any more.
        self._groups = iter(()) if plan is None or plan.state is PlanState.ISSUED else problems_by_group(plan)
        self._go_on(_SLICE if wait else float("inf"))

    def _go_on(self, time: float = _SLICE) -> None:
        begun = perf_counter()
        while self._groups is not None and perf_counter() - begun < time:
            group = next(self._groups, None)
            if group is None:
                self._groups = None
                self._turn.stop()
                self.found.emit(in_grid(self._so_far))
                return
            self._so_far += group
        if self._groups is not None:
            self._turn.start()
