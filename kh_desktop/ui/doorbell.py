"""What a second start of the program says to the one that runs: come up, open this workspace, close.

Each window answers at two doors: that of its workspace (to come up instead of a question about a locked workspace), and that of the
program, which is one for each account or stick. Only the same account can ring.
"""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from kh_desktop.services.places import places
from kh_desktop.ui.running_mark import RunningMark

WAIT_MS = 500
CLOSE_SECONDS = 20.0
_CLOSE, _OPEN, _SHOW, _NOTHING = "close", "open ", "show", "hello"
_LONGEST = 40_000  # bytes of a request: the longest path of Windows in UTF-8


class Doorbell(QObject):
    """``rung()``: come up; ``open_wanted(Path)``: somebody wants to see this workspace; ``close_wanted()``: close in order.

    ``steals``: take the door over from a killed program without asking whether somebody is behind it (the lock of a workspace says so).
    """

    rung = Signal()
    open_wanted = Signal(object)
    close_wanted = Signal()

    def __init__(self, name: str, parent: QObject | None = None, *, steals: bool = True) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._callers: list[QLocalSocket] = []
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        # Windows lets several copies answer at one door, each in turn; elsewhere the newest would shut the others out.
        if not steals and os.name != "nt" and _send(name, _NOTHING):
            return
        if not self._server.listen(name):
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def remove(self) -> None:
        """Answer no more."""
        self._server.close()

    def _greet(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            self._callers.append(caller)
            caller.readyRead.connect(self._hear)
            caller.disconnected.connect(self._hear)
        self._hear()

    def _hear(self) -> None:
        """Do what those at the door have said; who is still speaking is heard the next time."""
        for caller in list(self._callers):
            gone = caller.state() is QLocalSocket.LocalSocketState.UnconnectedState
            if not (caller.canReadLine() or gone or caller.bytesAvailable() > _LONGEST):
                continue
            self._callers.remove(caller)
            said = bytes(caller.readLine(_LONGEST).data()).decode("utf-8", "surrogatepass").removesuffix("\n")
            # Who wants the program closed keeps the line: it breaks when the program has ended.
            if said != _CLOSE:
                caller.disconnectFromServer()
                caller.deleteLater()
            self._do(said)

    def _do(self, said: str) -> None:
        if said == _CLOSE:
            self.close_wanted.emit()
        elif said.startswith(_OPEN):
            self.open_wanted.emit(Path(said.removeprefix(_OPEN)))
        elif said in (_SHOW, ""):
            # Without a word it is a caller whose words were lost: Windows may drop what one leaves behind at the door.
            self.rung.emit()


def workspace_door(workspace: Path) -> str:
    """The door of the window that has ``workspace`` open."""
    return "kh-desktop-" + _digest(workspace)


def program_door() -> str:
    """The door of the program of this account (the names of pipes are those of the whole PC), or of this stick."""
    return "kh-desktop-all-" + _digest(places().settings)


def ring(workspace: Path, seconds: float = 0.0) -> bool:
    """Ask the window that has ``workspace`` open to come up; False when there is none on this PC and account. ``seconds``: how long to
    try again, for a window that is just opening."""
    end = time.monotonic() + seconds
    while not _send(workspace_door(workspace), _SHOW):
        if time.monotonic() >= end:
            return False
        time.sleep(0.05)
    return True


def hand_over(workspace: Path) -> bool:
    """Ask a running program to offer ``workspace`` to the person; False when none runs."""
    return _send(program_door(), f"{_OPEN}{workspace.absolute()}")


def close_running(seconds: float = CLOSE_SECONDS, mark: RunningMark | None = None) -> bool:
    """Ask every running program of this account to close in order; whether none is left (any more) after at most ``seconds``."""
    end, running = time.monotonic() + seconds, mark or RunningMark()
    while time.monotonic() < end:
        caller = _connected(program_door())
        if caller is None:
            if not running.is_set():
                return True
            time.sleep(0.1)  # ended, but Windows has not tidied up after it; or it has no window yet
            continue
        caller.write(f"{_CLOSE}\n".encode())
        caller.flush()
        while caller.state() is not QLocalSocket.LocalSocketState.UnconnectedState and time.monotonic() < end:
            if not caller.waitForDisconnected(WAIT_MS):
                QCoreApplication.processEvents()
        caller.abort()
    return _connected(program_door()) is None and not running.is_set()


def _send(door: str, words: str) -> bool:
    """Say ``words`` at a door; whether somebody is there. Waits until they were heard: then the other side breaks the line."""
    caller = _connected(door)
    if caller is None:
        return False
    caller.write(f"{words}\n".encode("utf-8", "surrogatepass"))
    caller.flush()
    if caller.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
        caller.waitForBytesWritten(WAIT_MS)
    if caller.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
        caller.waitForDisconnected(WAIT_MS)
    caller.abort()
    return True


def _connected(door: str) -> QLocalSocket | None:
    caller = QLocalSocket()
    caller.connectToServer(door)
    return caller if caller.waitForConnected(WAIT_MS) else None


def _digest(path: Path) -> str:
    return hashlib.sha256(str(path.resolve()).casefold().encode("utf-8", "surrogatepass")).hexdigest()[:24]
