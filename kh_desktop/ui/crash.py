"""When the program itself is at fault: keep running if a person wants, and leave a report that holds no word of any plan."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, qVersion

from kh_desktop import __version__
from kh_desktop.services.places import places

log = logging.getLogger(__name__)
KEEP_REPORTS = 10


def log_folder() -> Path:
    """Where reports are written."""
    return places().logs


def report_text(kind: type[BaseException], error: BaseException, trace: TracebackType | None, now: datetime) -> str:
    """What a programmer needs: versions and the places in the code. The message of the exception is left out, because it may
    quote what somebody typed; so are the source lines and values."""
    places = _places(trace)
    chain = error.__cause__ or error.__context__
    if chain is not None:
        places += [f"vì {type(chain).__name__}", *_places(chain.__traceback__)]
    head = [
        f"KH Desktop {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()} {platform.machine()}",
        f"{now:%d/%m/%Y %H:%M:%S}",
        "",
        kind.__name__,
    ]
    return "\n".join([*head, *places]) + "\n"


def _places(trace: TracebackType | None) -> list[str]:
    return [f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]


class CrashGuard(QObject):
    """Catches what no part of the program expected, in every thread, and tells the window thread."""

    crashed = Signal(str)

    def __init__(self, folder: Path, show: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder, self._show = folder, show
        self._showing = False
        self._fault_file: TextIO | None = None
        self.crashed.connect(self._on_crash, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Set the hooks of the interpreter."""
        sys.excepthook = self.handle
        threading.excepthook = self._handle_thread
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._fault_file = (self._folder / "fault.log").open("w", encoding="utf-8")
            faulthandler.enable(self._fault_file)

    def remove(self) -> None:
        """Give the hooks back; an orderly end leaves no fault file."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._fault_file is not None:
            faulthandler.disable()
            self._fault_file.close()
            self._fault_file = None
            with contextlib.suppress(OSError):
                (self._folder / "fault.log").unlink()

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write the report and have it shown; Ctrl+C in a console ends the program in order."""
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            QCoreApplication.quit()
            return
        text = report_text(kind, error, trace, datetime.now())
        self._write(text)
        self.crashed.emit(text)

    def _handle_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.handle(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_crash(self, text: str) -> None:
        # One dialog at a time: a fault in paintEvent would otherwise open hundreds.
        if self._showing:
            return
        self._showing = True
        try:
            self._show(text)
        finally:
            self._showing = False

    def _write(self, text: str) -> None:
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            name = f"crash-{datetime.now():%Y%m%d-%H%M%S-%f}.txt"
            (self._folder / name).write_text(text, encoding="utf-8")
            for old in sorted(self._folder.glob("crash-*.txt"))[:-KEEP_REPORTS]:
                old.unlink()


def left_behind(folder: Path) -> str:
    """What the last run left when it ended without leave: the text of the fault file; "" when it ended well."""
    path = folder / "fault.log"
    try:
        text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    except OSError:
        return ""
    return text if text.strip() else ""
