"""Start and memory of the real window with a 60-row plan, each run in a process of its own."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from kh_desktop.services.plans import finish_wizard, new_plan_from
from kh_desktop.services.session import open_session
from tests.bench.data import make_plan
from tests.bench.measure import Result

_EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
app.processEvents()
print("ready", flush=True)
"""

# The event loop is replaced by one look at the finished window: what stands before it is the start.
_OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication

def look(*_):
    window = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "open_plan"))
    if sys.argv[3]:
        window.open_plan(window.plan_id, sys.argv[3])
    QApplication.processEvents()
    print("ready", flush=True)
    rest = QDeadlineTimer(int(sys.argv[2]))
    while not rest.hasExpired():
        QApplication.processEvents()
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="utf-8").splitlines()
        print(*[line.split()[1] for line in lines if line.startswith(("VmHWM", "VmRSS"))], flush=True)
    for window in QApplication.topLevelWidgets():
        window.close()
    return 0

QApplication.exec = staticmethod(look)
from kh_desktop.ui import app
app.run(Path(sys.argv[1]))
"""
# "" is where the window opens by itself; the others are one click further.
_PAGES = {"": "the window", "appendix": "and its 60 rows shown", "plan": "and the plan with its page shown"}


def measure() -> Iterator[Result]:
    """Start and memory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = folder / "bench.khdb"
        with closing(open_session(book)) as session:
            plan_id = new_plan_from(session, make_plan(60))
            finish_wizard(session, plan_id)
        _settle(folder, {"plan_id": plan_id, "workspace": str(book)})
        yield from _start(folder, book)
        rest, peak = _memory(folder, book)
        if rest:
            yield Result("memory with a 60-row plan open", rest, 150, "MB", f"peak {peak:.0f} MB; the plan with its page preview")
        else:
            print("no /proc here: memory is not measured")


def _start(folder: Path, book: Path) -> Iterator[Result]:
    runs: dict[str, list[float]] = {name: [] for name in ("empty", *_PAGES)}
    for _ in range(7):
        runs["empty"].append(_until_ready([_EMPTY], folder))
        for page in _PAGES:
            runs[page].append(_until_ready([_OURS, str(book), "0", page], folder))
    median = {name: statistics.median(times[1:]) for name, times in runs.items()}
    further = ", ".join(f"{words}: {median[page] * 1000:.0f} ms" for page, words in _PAGES.items() if page)
    note = f"{median[''] * 1000:.0f} ms / {median['empty'] * 1000:.0f} ms; {further}"
    yield Result("start with a 60-row plan / empty window", median[""] / median["empty"], 2.5, "x", note)


def _settle(folder: Path, settings: dict[str, object]) -> None:
    """What the window remembers from last time: this plan, this page."""
    place = folder / "config" / "KH Desktop" / "window.json"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps(settings), encoding="utf-8")


def _process(script: list[str], folder: Path) -> subprocess.Popen[str]:
    root = Path(__file__).resolve().parents[2]
    env = {**os.environ, "PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)}
    env["XDG_CONFIG_HOME"] = str(folder / "config")
    # An installed program is compiled; the first, uncounted run compiles ours.
    env["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", *script], env=env, stdout=pipe, stderr=pipe, text=True, encoding="utf-8")


def _until_ready(script: list[str], folder: Path) -> float:
    begun = time.perf_counter()
    with _process(script, folder) as process:
        assert process.stdout is not None and process.stderr is not None
        line = process.stdout.readline()
        took = time.perf_counter() - begun
        errors = process.stderr.read()
    assert line.strip() == "ready", errors
    return took


def _memory(folder: Path, book: Path) -> tuple[float, float]:
    """Resident memory in MB at rest (after the preview has been drawn) and at its peak; zeros where the system does not tell."""
    with _process([_OURS, str(book), "3000", "plan"], folder) as process:
        said, errors = process.communicate(timeout=60)
    assert said.startswith("ready"), errors
    words = said.split()[1:]
    return (int(words[1]) / 1024, int(words[0]) / 1024) if len(words) == 2 else (0.0, 0.0)
