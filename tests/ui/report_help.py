"""What the tests of the page of reports share: the page in a window on a set day, export files, a dialog that is answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from kh_desktop.domain.model import Agency, Office
from kh_desktop.services.figure_files import layouts
from kh_desktop.services.office import save_office
from kh_desktop.services.session import Session
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.reports import ReportsPage
from kh_desktop.ui.settings_store import SettingsStore
from tests.importing.figure_books import export

TODAY = datetime(2026, 9, 10, 9, 0)
PERIOD = "2026-Q3"
HO_TICH = [1, "Hộ tịch", 10, 6, 3, 1, 8, 4, 3, 1, 2, 2, 0]
DAT_DAI = [2, "Đất đai", 5, 5, 0, 0, 4, 4, 0, 0, 1, 1, 0]


@contextmanager
def reports_on(session: Session, settings: SettingsStore) -> Iterator[tuple[MainWindow, ReportsPage]]:
    """A window on 10/9/2026, turned to the reports: the third quarter is due next."""
    save_office(session, Office(agency=Agency("xã", "An Bình", place="An Bình")))
    window = MainWindow(session, settings, clock=lambda: TODAY)
    window.resize(1093, 582)
    window.show()
    try:
        window.show_page("reports")
        page = window.page("reports")
        assert isinstance(page, ReportsPage)
        yield window, page
    finally:
        window.release()
        window.hide()
        window.deleteLater()


def put(folder: Path, name: str, rows: Sequence[Sequence[object]], layout_id: str = "form_06a", first: int | None = None) -> Path:
    """An export of a known layout as a real workbook."""
    layout = next(x for x in layouts() if x.id == layout_id)
    path = folder / name
    path.write_bytes(export([c.labels[0] for c in layout.columns][:first], rows))
    return path


def answer(
    monkeypatch: pytest.MonkeyPatch, kind: type[QDialog], deal: Callable[[QDialog], object], *, accept: bool = True
) -> list[QDialog]:
    """Dialogs of ``kind`` are dealt with by ``deal`` and closed at once; the list of those that came."""
    seen: list[QDialog] = []

    def run(dialog: QDialog) -> int:
        seen.append(dialog)
        dialog.show()
        QApplication.processEvents()
        deal(dialog)
        dialog.hide()
        return int(QDialog.DialogCode.Accepted if accept else QDialog.DialogCode.Rejected)

    monkeypatch.setattr(kind, "exec", run)
    return seen
