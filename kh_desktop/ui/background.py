"""Long work away from the window's thread, with progress and a way to stop.

The worker touches no Qt object: it puts its answer into a queue the window looks into, so that a page may go at any moment.
"""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Event

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from kh_desktop.domain.errors import KhError
from kh_desktop.services.figure_files import Cancelled

# Seldom enough that the worker, which shares one interpreter with the window, is not held up.
_LOOK_MS = 40
Work = Callable[[Callable[[float], None]], object]


class Job(QObject):
    """``start`` it, get ``ready(result)`` or ``failed(KhError)``; ``moved(float)`` tells how far it has come (0 to 1). What was stopped
    answers nothing."""

    ready = Signal(object)
    failed = Signal(object)
    moved = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._box: SimpleQueue[tuple[bool, object]] | None = None
        self._stop = Event()
        self._done, self._told = 0.0, 0.0
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._collect)

    @property
    def is_busy(self) -> bool:
        """Whether something is being worked on."""
        return self._box is not None

    def start(self, work: Work) -> None:
        """Begin; what was begun before is stopped."""
        self.stop()
        box: SimpleQueue[tuple[bool, object]] = SimpleQueue()
        stop = Event()
        self._stop, self._box, self._done, self._told = stop, box, 0.0, 0.0

        def progress(done: float) -> None:
            if stop.is_set():
                raise Cancelled
            self._done = done

        def run() -> None:
            try:
                box.put((True, work(progress)))
            except Exception as error:  # noqa: BLE001 - raised again in the window's thread
                box.put((False, error))

        QThreadPool.globalInstance().start(run)
        self._look.start()

    def stop(self) -> None:
        """Give it up; the worker ends at its next step."""
        self._stop.set()
        self._look.stop()
        self._box = None

    def _collect(self) -> None:
        if self._box is None:
            return
        if self._done != self._told:
            self._told = self._done
            self.moved.emit(self._told)
        try:
            fine, result = self._box.get_nowait()
        except Empty:
            return
        self._look.stop()
        self._box = None
        if fine:
            self.ready.emit(result)
        elif isinstance(result, KhError):
            self.failed.emit(result)
        else:
            assert isinstance(result, Exception)
            raise result
