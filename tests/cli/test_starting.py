"""How the program is started: by a double click on a workspace, without a console, by the installer that wants it closed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kh_desktop import cli
from kh_desktop.commands import answer, loading
from kh_desktop.commands.arguments import build
from kh_desktop.domain.errors import KhError
from tests.cli.conftest import ROOT, Kh


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path | None, bool]]:
    """What windows were asked for: (workspace, whether it is a file somebody opened)."""
    asked: list[tuple[Path | None, bool]] = []

    def window(workspace: Path | None, *, given: bool = False) -> int:
        asked.append((workspace, given))
        return 0

    monkeypatch.setattr(cli, "_window", window)
    return asked


@pytest.mark.parametrize(
    ("argv", "wanted"),
    [
        ([], (None, False)),
        (["--workspace", "a.khdb"], (Path("a.khdb"), False)),
        (["C:\\Sổ của tôi\\Sổ kế hoạch.khdb"], (Path("C:\\Sổ của tôi\\Sổ kế hoạch.khdb"), True)),
        (["sổ.KHDB"], (Path("sổ.KHDB"), True)),
        (["/nhà/a/thư.docx"], (Path("/nhà/a/thư.docx"), True)),
    ],
)
def test_a_file_as_the_only_argument_is_opened(opened: list[Any], argv: list[str], wanted: tuple[Path | None, bool]) -> None:
    assert cli.main(argv) == 0
    assert opened == [wanted]


@pytest.mark.parametrize(
    "argv", [["doctor"], ["--version"], ["--help"], ["a.khdb", "plan", "list"], ["--workspace", "a.khdb", "plan", "list"]]
)
def test_commands_are_no_files(opened: list[Any], argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(argv)
    assert opened == []


def test_no_command_looks_like_a_file() -> None:
    names = next(a.choices for a in build()._actions if isinstance(a.choices, dict))
    assert not [name for name in names if cli._is_file(name)]


WITHOUT_CONSOLE = """
import sys
sys.stdout = sys.stderr = sys.stdin = sys.__stdout__ = sys.__stderr__ = None
from kh_desktop.cli import main
open(sys.argv[1], "w", encoding="utf-8").write(str(main(sys.argv[2:])))
"""


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["self-test", "--json", "{folder}/kết quả.json"], "0"),
        (["--help"], "0"),
        (["--version"], "0"),
        (["xoá-hết"], "2"),
        (["deadline"], "0"),
        (["--workspace", "{folder}/không có.khdb", "doctor", "--json"], "4"),
    ],
)
def test_nothing_fails_without_a_console(tmp_path: Path, args: list[str], code: str) -> None:
    out = tmp_path / "mã.txt"
    command = [sys.executable, "-c", WITHOUT_CONSOLE, str(out), *(a.format(folder=tmp_path) for a in args)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    assert out.read_text(encoding="utf-8") == code


def test_what_keeps_the_window_from_opening_is_shown_in_a_box(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(cli, "show_box", shown.append)

    def broken(*_args: object, **_options: object) -> int:
        raise KhError("qt.missing")

    monkeypatch.setattr(cli, "_window", broken)

    def started(*argv: str) -> int:
        monkeypatch.setattr(sys, "stdout", None)
        monkeypatch.setattr(sys, "stderr", None)
        code = cli.main(argv)
        for stream in (sys.stdout, sys.stderr):
            stream.close()
        return code

    assert started() == 3
    assert len(shown) == 1 and "PySide6" in shown[0]
    assert started("--workspace", "nhà/không có.khdb", "doctor") == 4
    assert len(shown) == 1, "a command never waits for somebody to press a button"


def test_the_box_is_that_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    import ctypes

    shown: list[tuple[object, ...]] = []
    library = SimpleNamespace(user32=SimpleNamespace(MessageBoxW=lambda *given: shown.append(given)))
    monkeypatch.setattr(ctypes, "windll", library, raising=False)
    for name in ("posix", "nt"):
        with monkeypatch.context() as there:
            there.setattr(answer.os, "name", name)
            answer.show_box(f"Câu {name}")
    assert [given[1:3] for given in shown] == [("Câu nt", "KH Desktop")]


def test_closing_what_does_not_run_is_done_at_once(kh: Kh) -> None:
    ran = kh("--close-running", QT_QPA_PLATFORM="offscreen")
    assert ran.code == 0 and "đang mở" in ran.out


def test_the_command_line_follows_the_window_to_a_moved_workspace(kh: Kh, tmp_path: Path) -> None:
    moved = tmp_path / "ổ D" / "Sổ của xã.khdb"
    kh("--workspace", moved, "import", ROOT / "resources" / "sample" / "plan.json", "--save")
    stick = tmp_path / "usb"
    stick.mkdir()
    (stick / "portable").touch()
    (stick / "window.json").write_text(f'{{"workspace": "{moved.as_posix()}"}}', encoding="utf-8")
    ran = kh("plan", "list", "--json", KH_PORTABLE_DIR=str(stick))
    assert ran.code == 0 and len(ran.json["plans"]) == 1


def test_on_a_stick_nothing_is_written_to_the_account(kh: Kh, tmp_path: Path, answers: Path) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    (stick / "portable.txt").touch()
    home = tmp_path / "tài khoản"
    home.mkdir()
    account = {"HOME": str(home), "USERPROFILE": str(home), "WIN_PD_OVERRIDE_LOCAL_APPDATA": str(home)}
    account |= {f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    made = kh("plan", "new", "--from", answers, KH_PORTABLE_DIR=str(stick), **account)
    assert made.code in (0, 1)
    kh("backup", KH_PORTABLE_DIR=str(stick), **account)
    # A reader that may not write leaves the empty journal for the next writer.
    kept = {p.name for p in stick.iterdir() if not p.name.endswith(("-wal", "-shm"))}
    assert kept == {"portable.txt", "Sổ kế hoạch.khdb", "Sổ kế hoạch - sao lưu"}
    assert list(home.iterdir()) == []


# --- the self-test


def test_the_window_part_passes_and_takes_a_picture(kh: Kh, tmp_path: Path) -> None:
    picture, report = tmp_path / "cửa sổ.png", tmp_path / "kết quả.json"
    ran = kh("self-test", "--window", "--platform", "offscreen", "--picture", picture, "--json", report)
    assert ran.code == 0, ran.out
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert '"window": true' in report.read_text(encoding="utf-8") and "đóng cửa sổ" in ran.out


def test_a_module_that_was_forgotten_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    import kh_desktop

    foreign = loading.load_all(kh_desktop, window=False)
    assert {"openpyxl", "reportlab.pdfgen.canvas", "pypdfium2", "sqlite_utils", "platformdirs"} <= set(foreign)
    assert not [name for name in foreign if name.startswith("PySide6")]
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ImportError, match="pypdfium2"):
        loading.load_all(kh_desktop, window=False)


def test_imports_inside_functions_are_seen() -> None:
    assert "PySide6.QtPrintSupport" in loading.named("kh_desktop.ui.preview.print_dialog")
    assert "openpyxl" in loading.named("kh_desktop.documents.excel")
