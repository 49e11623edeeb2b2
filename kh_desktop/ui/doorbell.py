"""The program is started again while it runs, perhaps unseen beside the clock: the running window comes up instead of a question about
a locked workspace."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 500


class Doorbell(QObject):
    """``rung()`` when somebody of the same account asks for the workspace of this window. Nothing is sent: to connect is to ring."""

    rung = Signal()

    def __init__(self, workspace: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = _name(workspace)
        if not self._server.listen(name):
            # Left behind by a program that was killed; the lock of the workspace says that nobody else has it open.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def remove(self) -> None:
        """Answer no more."""
        self._server.close()

    def _answer(self) -> None:
        caller = self._server.nextPendingConnection()
        if caller is not None:
            caller.disconnectFromServer()
            caller.deleteLater()
            self.rung.emit()


def ring(workspace: Path) -> bool:
    """Ask the window that has ``workspace`` open to come up; False when there is none on this PC and account."""
    socket = QLocalSocket()
    socket.connectToServer(_name(workspace))
    answered = socket.waitForConnected(WAIT_MS)
    socket.abort()
    return answered


def _name(workspace: Path) -> str:
    return "kh-desktop-" + hashlib.sha256(str(workspace.resolve()).casefold().encode("utf-8", "surrogatepass")).hexdigest()[:24]
