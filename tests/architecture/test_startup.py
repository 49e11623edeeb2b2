"""What runs without Qt, and what is not loaded at start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.architecture.source import ROOT

HEAVY = ("openpyxl", "sqlite_utils", "reportlab", "docx", "pypdfium2", "lxml", "PIL", "PySide6")
BLOCK_QT = """
import sys
class Block:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Block())
"""


CALL_CLI = "import sys\nfrom kh_desktop.cli import main\ncode = main(sys.argv[1:])\n"
PRINT_HEAVY = f"print('loaded', [m for m in {HEAVY!r} if m in sys.modules])\n"


def _python(code: str, *args: str, **variables: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **variables}
    command = [sys.executable, "-c", code, *args]
    return subprocess.run(command, env=env, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)


def test_session_works_without_qt(tmp_path: Path) -> None:
    code = BLOCK_QT + (
        "from pathlib import Path\n"
        "from kh_desktop.services.session import open_session\n"
        "s = open_session(Path(sys.argv[1]) / 'sổ kế hoạch.khdb'); s.close(); print('ok')"
    )
    done = _python(code, str(tmp_path))
    assert done.stdout.strip() == "ok", done.stderr


def test_nothing_heavy_is_loaded_with_the_session() -> None:
    done = _python("import sys, kh_desktop.services.session\n" + PRINT_HEAVY)
    assert done.stdout.strip() == "loaded []", done.stdout + done.stderr


def test_listing_plans_loads_nothing_heavy_and_needs_no_qt(tmp_path: Path) -> None:
    made = _python(CALL_CLI + "sys.exit(code)", "demo", str(tmp_path))
    assert made.returncode == 0, made.stderr
    sample = str(next(tmp_path.glob("*.khdb")))
    done = _python(CALL_CLI + PRINT_HEAVY, "--workspace", sample, "plan", "list")
    assert done.stdout.strip().endswith("loaded []"), done.stdout + done.stderr
    unseen = _python(BLOCK_QT + CALL_CLI + "sys.exit(code)", "tour", str(tmp_path / "ảnh"))
    assert unseen.returncode == 2 and "PySide6" in unseen.stderr
    without_qt = _python(BLOCK_QT + CALL_CLI + "sys.exit(code)", "--workspace", sample, "plan", "list")
    assert without_qt.returncode == 0, without_qt.stderr


# What the window opens without: pages, readers and services that come with the first click that needs them.
LATER = (
    "kh_desktop.importing", "kh_desktop.documents", "kh_desktop.services.sample", "kh_desktop.services.figures",
    "kh_desktop.services.targets",
    "kh_desktop.services.roll_forward", "kh_desktop.services.search", "kh_desktop.domain.plan_json", "kh_desktop.domain.indicators",
    "kh_desktop.ui.grid", "kh_desktop.ui.wizard", "kh_desktop.ui.sections", "kh_desktop.ui.calendar", "kh_desktop.ui.preview",
    "kh_desktop.ui.importing", "kh_desktop.ui.indicators", "kh_desktop.ui.reports", "kh_desktop.ui.settings", "kh_desktop.ui.office",
    "kh_desktop.ui.plans", "kh_desktop.ui.roll", "kh_desktop.ui.frame.finder", "kh_desktop.ui.dialogs.help",
    "kh_desktop.ui.widgets.fields", "kh_desktop.ui.widgets.form", "kh_desktop.ui.widgets.dates", "kh_desktop.ui.widgets.choice",
    "difflib", "decimal", "_strptime", "hashlib", "xml.etree", "PySide6.QtNetwork", *(name for name in HEAVY if name != "PySide6"),
)  # fmt: skip
OPEN_WINDOW = f"""
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from kh_desktop.ui import app

def look(*_):
    print("loaded", [m for m in {LATER!r} if m in sys.modules])
    for window in QApplication.topLevelWidgets():
        window.close()
    return 0

QApplication.exec = staticmethod(look)
app.run(Path(sys.argv[1]))
"""


def test_the_window_opens_on_a_written_plan_without_what_the_first_page_does_not_show(tmp_path: Path) -> None:
    made = _python(CALL_CLI + "sys.exit(code)", "demo", str(tmp_path / "mẫu"))
    assert made.returncode == 0, made.stderr
    book = next((tmp_path / "mẫu").glob("*.khdb")).rename(tmp_path / "Sổ.khdb")
    done = _python(OPEN_WINDOW, str(book), XDG_CONFIG_HOME=str(tmp_path), KH_PORTABLE_DIR=str(tmp_path), QT_QPA_PLATFORM="offscreen")
    assert done.stdout.strip() == "loaded []", done.stdout + done.stderr
