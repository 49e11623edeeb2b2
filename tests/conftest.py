"""What all tests share: warnings are failures, Qt needs no screen, workspaces in temporary folders."""

from __future__ import annotations

import logging
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from kh_desktop.services.session import Session

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("ci", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("dev", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.fixture(autouse=True)
def _no_log_warnings(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A test that makes the program log a warning has found a bug, unless it says that it wants one."""
    yield
    if request.node.get_closest_marker("allow_log_warning"):
        return
    records = [r for when in ("setup", "call") for r in caplog.get_records(when) if r.levelno >= logging.WARNING]
    # fontTools, asyncio and the like talk to themselves; ours is what counts, and Python's own warnings are errors already.
    ours = [f"{r.name}: {r.getMessage()}" for r in records if r.name.startswith("kh_desktop")]
    assert not ours, "the log has warnings: " + "; ".join(ours)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, backups and documents of a test never land in the folders of the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for below in ("config", "data", "state"):
        monkeypatch.setenv(f"XDG_{below.upper()}_HOME", str(home / below))
    # Windows asks the system for its folders; platformdirs takes this instead.
    monkeypatch.setenv("WIN_PD_OVERRIDE_LOCAL_APPDATA", str(home / "AppData" / "Local"))
    monkeypatch.delenv("KH_PORTABLE_DIR", raising=False)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """An open, empty workspace in a folder with Vietnamese letters and a blank."""
    from kh_desktop.services.session import open_session

    folder = tmp_path / "Sổ kế hoạch"
    folder.mkdir()
    opened = open_session(folder / "thử nghiệm.khdb")
    yield opened
    opened.close()


@pytest.fixture
def sample_session(session: Session) -> Session:
    """An open workspace with the sample office and its plan."""
    from kh_desktop.services.sample import make_sample

    make_sample(session)
    return session


def pytest_sessionfinish() -> None:
    """Empty the clipboard while Qt and Python are both alive: the offscreen platform keeps what was copied until after Python has
    gone, and crashes on letting go of it."""
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QGuiApplication

        if QGuiApplication.instance() is not None:
            QGuiApplication.clipboard().clear()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name in one line what could not be tested because LibreOffice is missing."""
    if shutil.which("soffice"):
        return
    skipped = [r.nodeid for r in terminalreporter.stats.get("skipped", []) if "libreoffice" in r.keywords]
    if skipped:
        terminalreporter.write_line(f"not run, soffice is missing: {', '.join(skipped)}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs LibreOffice where it is not installed."""
    if shutil.which("soffice"):
        return
    for item in items:
        if item.get_closest_marker("libreoffice"):
            item.add_marker(pytest.mark.skip(reason="soffice is missing"))
