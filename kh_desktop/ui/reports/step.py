"""What every step of the page has: the workspace, the period that is shown, a way to say something."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kh_desktop.services.session import Session


class ReportStep(QWidget):
    """``show_period`` shows another period (or the same one anew). ``status(text)`` says something in passing."""

    status = Signal(str)
    go_to_step = Signal(int)

    def __init__(self, session: Session, clock: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.clock, self.period = session, clock, ""

    def show_period(self, period: str) -> None:
        """Show the period with this key as it stands now."""
        self.period = period
        self.load()

    def load(self) -> None:
        """Read what is shown from the workspace."""
        raise NotImplementedError
