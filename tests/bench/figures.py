"""The dashboard over ten years: 50,000 imported dossiers, 2,000 readings, 600 tasks."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from itertools import cycle
from pathlib import Path

from kh_desktop.domain.indicators import Reading
from kh_desktop.domain.model import Target
from kh_desktop.services.dashboard import dashboard
from kh_desktop.services.indicators import shipped
from kh_desktop.services.plans import new_plan_from
from kh_desktop.services.session import Session, open_session
from kh_desktop.store import figures, indicators
from tests.bench.data import make_plan
from tests.bench.measure import Result, seconds

_FIELDS = ("Hộ tịch", "Chứng thực", "Đất đai", "Người có công", "Bảo trợ xã hội", "Giáo dục và đào tạo", "Hoạt động xây dựng", "Lâm nghiệp")
_YEARS = range(2018, 2028)
TODAY = date(2027, 11, 21)


def fill(session: Session) -> None:
    """Ten years of figures: each quarter two files with 1,250 dossiers in all, and readings up to 2,000."""
    with session.step("bench") as doing:
        for year in _YEARS:
            for quarter in range(1, 5):
                period = f"{year}-Q{quarter}"
                for part in range(2):
                    dossiers = [
                        [f"H{year}{quarter}{part}{n:05d}", _FIELDS[n % 8], "15/06/2027", "30/06/2027", "đúng hạn"] for n in range(625)
                    ]
                    own = {"period": period, "name": f"he-thong-{part}.xlsx", "layout": "register_export", "row_count": 625}
                    file_id = figures.add_file(doing.uow, own, {"rows": 625}, dossiers)
                    for n, field in enumerate(_FIELDS):
                        counts = {
                            "online": 40 + n,
                            "direct": 20,
                            "carried": 3,
                            "early": 30,
                            "on_time": 28 + n,
                            "late": 1,
                            "open_in_time": 4,
                        }
                        figures.add_line(doing.uow, period, "06a", field, counts, file_id=file_id)
                for key in shipped():
                    origin = "typed" if quarter % 2 else "imported"
                    indicators.write_reading(doing.uow, Reading(0, key, period, Decimal(189), Decimal(200), None, origin, file_id=0))
        count = session.workspace.conn.execute("SELECT count(*) FROM reading").fetchone()[0]
        for n in range(2_000 - count):
            reading = Reading(0, [*shipped()][n % 29], f"{2018 + n // 290}-M{n // 29 % 12 + 1:02d}", value=Decimal(90), origin="typed")
            indicators.write_reading(doing.uow, reading)


def measure() -> Iterator[Result]:
    """The whole page's figures, read from the file."""
    targets = tuple(Target(indicator=key, value="90", sentence=f"Đạt 90% {key}") for key in shipped())
    with tempfile.TemporaryDirectory() as folder, closing(open_session(Path(folder) / "bench.khdb")) as session:
        fill(session)
        new_plan_from(session, replace(make_plan(600), targets=targets))
        page = dashboard(session, TODAY)
        note = f"{len(page.targets)} targets, {page.states.total} tasks, {len(page.late)} units late"
        yield Result("dashboard of ten years", seconds(lambda: dashboard(session, TODAY)) * 1000, 300, "ms", note)
        yield Result("and its page shown, read anew", _shown(session, Path(folder)) * 1000, 300, "ms", "the real window, all painted")


def _shown(session: Session, folder: Path) -> float:
    """Seconds from another page to the dashboard on the screen, after something has changed."""
    from PySide6.QtWidgets import QApplication

    from kh_desktop.domain.model import TaskState
    from kh_desktop.services.plans import get_plan, list_plans
    from kh_desktop.services.progress import set_progress
    from kh_desktop.ui.app import make_application
    from kh_desktop.ui.main_window import MainWindow
    from kh_desktop.ui.settings_store import SettingsStore

    make_application(["kh-desktop"])
    window = MainWindow(session, SettingsStore(folder / "window.json"), clock=lambda: datetime(2027, 11, 21, 8))
    window.resize(1093, 582)
    window.show()
    task_id = get_plan(session, list_plans(session)[0].id).groups[0].tasks[0].id
    states = cycle((TaskState.DOING, TaskState.DONE))

    def away() -> None:
        window.show_page("home")
        set_progress(session, [task_id], state=next(states))
        QApplication.processEvents()

    def shown() -> None:
        window.show_page("indicators")
        QApplication.processEvents()

    times = []
    for _ in range(6):
        away()
        begun = time.perf_counter()
        shown()
        times.append(time.perf_counter() - begun)
    window.release()
    window.hide()
    # The first time builds the page.
    return statistics.median(times[1:])
