"""Starting with Windows: one value of this person's registry, written only when the person asks for it.

Windows runs every value below ``HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run`` at sign-in. No rights of an
administrator are needed and nothing is left behind when the choice is taken back.
"""

from __future__ import annotations

import os
import sys
from pathlib import PureWindowsPath

from PySide6.QtCore import QSettings

from kh_desktop.services.places import places

RUN_KEY = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"
VALUE = "KH Desktop"


class Autostart:
    """Whether the program starts when the person signs in. ``store``: where the choice is kept (None: the registry, on Windows only)."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store

    @property
    def is_possible(self) -> bool:
        """Whether there is such a choice here; a program on a stick leaves nothing in the registry of the PCs it visits."""
        return self._store is not None or (os.name == "nt" and not places().portable)

    @property
    def is_on(self) -> bool:
        """Whether it is chosen."""
        return self.is_possible and bool(self._run().value(VALUE, ""))

    def set_on(self, on: bool) -> bool:
        """Choose it or take it back; whether that was kept."""
        if not self.is_possible:
            return False
        run = self._run()
        if on:
            run.setValue(VALUE, start_command())
        else:
            run.remove(VALUE)
        run.sync()
        return run.status() is QSettings.Status.NoError

    def _run(self) -> QSettings:
        return self._store if self._store is not None else QSettings(RUN_KEY, QSettings.Format.NativeFormat)


def start_command() -> str:
    """The command line that starts the window: the program itself when installed, else its module without a console."""
    program = PureWindowsPath(sys.executable)
    if getattr(sys, "frozen", False):
        return f'"{program}"'
    windowed = program.with_name("pythonw.exe") if program.name.lower() == "python.exe" else program
    return f'"{windowed}" -m kh_desktop'
