"""Builds the preview of a plan away from the window's thread; the latest request wins.

The worker hands its result over through a plain queue that the window's thread looks into: no Qt object is ever touched by the
worker, so a pane may be closed, or the program ended, at any moment of the building.
"""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import Plan
from kh_desktop.services.export import Preview, preview

DEBOUNCE_MS = 60
"""How long to wait for a further change before building."""
_LOOK_MS = 8
"""How often to look for the result while one is being built."""

_Result = Preview | Exception


class PreviewBuilder(QObject):
    """``request`` a plan, get ``ready`` with its Preview or ``failed`` with the KhError that says why not."""

    ready = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None, build: Callable[[Plan], Preview] = preview) -> None:
        super().__init__(parent)
        self._build = build
        self._wanted: Plan | None = None
        self._box: SimpleQueue[_Result] | None = None
        self._debounce = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._debounce.timeout.connect(self._start)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._collect)

    @property
    def is_busy(self) -> bool:
        """Whether a request has not been answered yet."""
        return self._box is not None or self._wanted is not None

    def request(self, plan: Plan) -> None:
        """Build ``plan`` soon; a request still waiting is forgotten, one being built is not shown any more."""
        self._wanted = plan
        self._debounce.start()

    def stop(self) -> None:
        """Forget everything asked for; what is still being built ends by itself and is thrown away."""
        self._debounce.stop()
        self._look.stop()
        self._wanted = self._box = None

    def _start(self) -> None:
        if self._box is not None or self._wanted is None:
            return
        plan, self._wanted = self._wanted, None
        box: SimpleQueue[_Result] = SimpleQueue()
        build = self._build

        def work() -> None:
            try:
                box.put(build(plan))
            except Exception as error:  # noqa: BLE001 - raised again in the window's thread
                box.put(error)

        self._box = box
        QThreadPool.globalInstance().start(work)
        self._look.start()

    def _collect(self) -> None:
        if self._box is None:
            return
        try:
            result = self._box.get_nowait()
        except Empty:
            return
        self._look.stop()
        self._box = None
        if self._wanted is not None:
            if not self._debounce.isActive():
                self._start()
            return
        if isinstance(result, KhError):
            self.failed.emit(result)
        elif isinstance(result, Exception):
            raise result
        else:
            self.ready.emit(result)
