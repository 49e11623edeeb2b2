"""What the tests of the window share: the real theme and language, and a window on a workspace in a temporary folder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kh_desktop.services.session import Session
from kh_desktop.ui import theme
from kh_desktop.ui.i18n import set_language
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.settings_store import SettingsStore

# Deadlines of the sample plan lie in 2027: on this day none of them is near.
NOW = datetime(2026, 11, 20, 10, 32)


@pytest.fixture(autouse=True)
def _plain_look(qapp: QApplication) -> Iterator[None]:
    """Each test begins in Vietnamese, light, 100 %."""
    set_language("vi")
    theme.manager().apply("light", 100)
    yield
    for widget in QApplication.topLevelWidgets():
        widget.hide()
    # No event loop runs between tests: what was told to go goes here.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[call-overload]


@pytest.fixture
def settings(tmp_path: Path) -> SettingsStore:
    """Settings in a file of their own."""
    return SettingsStore(tmp_path / "window.json")


@pytest.fixture
def window(session: Session, settings: SettingsStore) -> Iterator[MainWindow]:
    """The main window on an empty workspace."""
    yield from _shown(session, settings)


@pytest.fixture
def sample_window(sample_session: Session, settings: SettingsStore) -> Iterator[MainWindow]:
    """The main window on the sample workspace; its plan is open."""
    yield from _shown(sample_session, settings)


def _shown(session: Session, settings: SettingsStore) -> Iterator[MainWindow]:
    made = MainWindow(session, settings, clock=lambda: NOW)
    made.resize(1093, 582)
    made.show()
    yield made
    made.release()
    made.hide()
    made.deleteLater()
