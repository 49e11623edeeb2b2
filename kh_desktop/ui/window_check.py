"""The window part of ``self-test``: the real main window on the real screen, every page once, a picture of it, and closed in order."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QPixmap, QTextLayout
from PySide6.QtWidgets import QApplication

from kh_desktop.services.plans import list_plans
from kh_desktop.services.sample import make_sample
from kh_desktop.services.session import open_session
from kh_desktop.ui import theme
from kh_desktop.ui.app import make_application
from kh_desktop.ui.i18n import set_language
from kh_desktop.ui.icons import pixmap
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.settings_store import SettingsStore

Step = Callable[[str, Callable[[], Any]], Any]
PAGES = ("home", "plans", "plan", "appendix", "calendar", "office", "settings")
SETTLE_MS = 250
# A window of letters, lines and icons has hundreds of colours (smoothed letters); one that was never painted has one.
COLOURS = 12
LETTERS = "ăâđêôơưẤềỗữỵ"


def run(step: Step, folder: Path, *, platform: str = "", picture: Path | None = None) -> None:
    """The steps, each through ``step(name, action)``. ``platform``: Qt's platform (empty: that of the system). RuntimeError says what is
    wrong; a fault inside Qt's own calls counts too."""
    faults: list[str] = []

    def note(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        faults.append(f"{kind.__name__}: {error}")

    before, sys.excepthook = sys.excepthook, note
    try:
        _run(step, folder, platform, picture)
    finally:
        sys.excepthook = before
    if faults:
        raise RuntimeError(faults[0])


def _run(step: Step, folder: Path, platform: str, picture: Path | None) -> None:
    argv = [sys.argv[0], *(["-platform", platform] if platform else [])]
    app = make_application(argv)
    app.setQuitOnLastWindowClosed(False)
    set_language("vi")
    theme.manager().apply("light", 100)
    window = _open(step, folder)
    try:
        for page_id in PAGES:
            step(f"trang {page_id}", lambda page_id=page_id: _show(window, page_id))  # type: ignore[misc]
        _show(window, "home")
        taken = step("chụp cửa sổ", lambda: _grab(window))
        step("hình vẽ và chữ", _look_at_parts)
        if picture is not None and not taken.save(str(picture)):
            raise RuntimeError(f"không ghi được ảnh {picture}")
    finally:
        step("đóng cửa sổ", lambda: _close(window, app))


def _open(step: Step, folder: Path) -> MainWindow:
    session = open_session(folder / "Cửa sổ thử.khdb")
    make_sample(session)
    window = MainWindow(session, SettingsStore(folder / "window.json"))
    step("mở cửa sổ chính", lambda: _first_show(window))
    return window


def _first_show(window: MainWindow) -> None:
    window.show()
    _settle()
    if not window.isVisible():
        raise RuntimeError("cửa sổ không hiện ra")


def _settle() -> None:
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()


def _show(window: MainWindow, page_id: str) -> None:
    if page_id in ("plan", "appendix"):
        window.open_plan(list_plans(window.session)[0].id, page_id)
    else:
        window.show_page(page_id)
    _settle()
    if window.page_id != page_id:
        raise RuntimeError(f"không mở được trang {page_id}")


def _grab(window: MainWindow) -> QPixmap:
    taken = window.grab()
    small = taken.toImage().scaled(160, 90, mode=Qt.TransformationMode.SmoothTransformation)
    colours = {small.pixel(x, y) for x in range(small.width()) for y in range(small.height())}
    if len(colours) < COLOURS:
        raise RuntimeError("cửa sổ trống")
    return taken


def _look_at_parts() -> None:
    for name in ("plan", "due-late"):
        image = pixmap(name, 24, "text", 1.0).toImage()
        if not any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height())):
            raise RuntimeError("không vẽ được hình của nút")
    # Offscreen there are no fonts of the system. Elsewhere other fonts help out, so the shaped text is asked, not the font.
    if QApplication.platformName() != "offscreen" and _boxes(LETTERS):
        raise RuntimeError("phông chữ của cửa sổ thiếu chữ Việt")


def _boxes(text: str) -> int:
    """How many letters would be drawn as empty boxes."""
    layout = QTextLayout(text, QApplication.font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return sum(glyph == 0 for part in layout.glyphRuns() for glyph in part.glyphIndexes())


def _close(window: MainWindow, app: QApplication) -> None:
    window.leave()
    window.deleteLater()
    app.processEvents()
    if window.isVisible():
        raise RuntimeError("cửa sổ không đóng")
