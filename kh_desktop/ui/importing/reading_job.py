"""Reads a source away from the window's thread, with progress and a way to stop.

As everywhere here the worker touches no Qt object: it puts its answer into a queue the window looks into.
"""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Event

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from kh_desktop.domain.errors import KhError
from kh_desktop.services.import_review import Cancelled, Reading, Source

_LOOK_MS = 15
_Result = tuple[Source, Reading] | Exception
Read = Callable[[Callable[[float], None]], tuple[Source, Reading]]


class ReadingJob(QObject):
    """``start`` it, get ``ready(Source, Reading)`` or ``failed(KhError)``; ``moved(float)`` tells how far it has come."""

    ready = Signal(object, object)
    failed = Signal(object)
    moved = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._box: SimpleQueue[_Result] | None = None
        self._stop = Event()
        self._done = 0.0
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._collect)

    @property
    def is_busy(self) -> bool:
        """Whether something is being read."""
        return self._box is not None

    def start(self, read: Read) -> None:
        """Read; what was being read before is thrown away."""
        self.stop()
        box: SimpleQueue[_Result] = SimpleQueue()
        stop, self._done = self._stop, 0.0

        def progress(done: float) -> None:
            if stop.is_set():
                raise Cancelled
            self._done = done

        def work() -> None:
            try:
                box.put(read(progress))
            except Exception as error:  # noqa: BLE001 - raised again in the window's thread
                box.put(error)

        self._box = box
        QThreadPool.globalInstance().start(work)
        self._look.start()

    def stop(self) -> None:
        """Forget what is being read; the worker ends at its next step."""
        self._stop.set()
        self._stop = Event()
        self._look.stop()
        self._box = None

    def _collect(self) -> None:
        if self._box is None:
            return
        try:
            result = self._box.get_nowait()
        except Empty:
            self.moved.emit(self._done)
            return
        self._look.stop()
        self._box = None
        if isinstance(result, KhError):
            self.failed.emit(result)
        elif isinstance(result, Exception):
            raise result
        else:
            self.ready.emit(*result)
