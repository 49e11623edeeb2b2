"""Starting: the mark for the installer, the doors, files opened from outside, sticks, the first page, moving the workspace."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kh_desktop.domain.errors import KhError
from kh_desktop.services import office as offices
from kh_desktop.services.places import default_workspace, own_workspace, places
from kh_desktop.services.session import Session
from kh_desktop.store.lock import lock_path
from kh_desktop.ui import app as root
from kh_desktop.ui import doorbell
from kh_desktop.ui.app import Program
from kh_desktop.ui.autostart import Autostart
from kh_desktop.ui.dialogs.base import Sheet
from kh_desktop.ui.dialogs.workspace_problem import WayOn, ways_for
from kh_desktop.ui.doorbell import Doorbell, close_running, hand_over, program_door, ring, workspace_door
from kh_desktop.ui.home import page as home
from kh_desktop.ui.main_window import MainWindow
from kh_desktop.ui.running_mark import NAME, RunningMark
from kh_desktop.ui.settings_store import SettingsStore
from kh_desktop.ui.widgets import Banner
from tests.ui.typing_help import type_text


class Kernel:
    """Stands in for kernel32: the mutexes of one PC."""

    def __init__(self) -> None:
        self.handles: dict[int, str] = {}
        self._next = 1

    def CreateMutexW(self, _security: object, _owner: bool, name: str) -> int:  # noqa: N802
        self._next += 1
        self.handles[self._next] = name
        return self._next

    def OpenMutexW(self, _access: int, _inherit: bool, name: str) -> int:  # noqa: N802
        return self.CreateMutexW(None, False, name) if name in self.handles.values() else 0

    def CloseHandle(self, handle: int) -> None:  # noqa: N802
        del self.handles[handle]


@pytest.fixture
def program(qapp: QApplication, settings: SettingsStore) -> Iterator[Program]:
    """The composition root without an event loop."""
    made = Program(qapp, settings)
    yield made
    if made.window is not None and not made.window._released:
        made.window.release()
        made.window.session.close()
    for bell in made._doorbells:
        bell.remove()
    qapp.setQuitOnLastWindowClosed(True)
    made.deleteLater()


def _session(program: Program) -> Session:
    assert program.window is not None
    return program.window.session


def _banners(program: Program) -> list[Banner]:
    assert program.window is not None
    QApplication.processEvents()  # what was put into the window is shown
    return [b for b in program.window.findChildren(Banner) if not b.isHidden() and b.text()]


# --- the mark


def test_the_mark_is_there_while_one_copy_runs() -> None:
    kernel = Kernel()
    first, second = RunningMark(kernel), RunningMark(kernel)
    assert not first.is_set()
    assert first.set() and first.set() and second.set()
    assert list(kernel.handles.values()) == [NAME, NAME]
    first.remove()
    first.remove()
    assert second.is_set()
    second.remove()
    assert not second.is_set() and kernel.handles == {}


def test_elsewhere_there_is_no_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kh_desktop.ui.running_mark.os.name", "posix")
    mark = RunningMark()
    assert not mark.set() and not mark.is_set()
    mark.remove()


def _main(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Runs the program from start to end without showing it; what happened to the mark and the window, in order."""
    told: list[str] = []

    class Mark:
        def set(self) -> None:
            told.append("set")

        def remove(self) -> None:
            told.append("removed")

    def start(_self: Program, _path: Path | None, *, given: bool) -> bool:
        told.append(f"started {given}")
        return False

    monkeypatch.setattr(root, "RunningMark", Mark)
    monkeypatch.setattr(Program, "start", start)
    root.run(None, given=True)
    return told


def test_the_program_holds_the_mark_from_start_to_end(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _main(monkeypatch) == ["set", "started True", "removed"]


def test_a_program_on_a_stick_does_not_hold_up_the_installer(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "portable").touch()
    monkeypatch.setenv("KH_PORTABLE_DIR", str(tmp_path))
    assert _main(monkeypatch) == ["started True", "removed"]


# --- the doors


ASK = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from kh_desktop.ui.doorbell import _send, hand_over, program_door, ring
app = QCoreApplication([])
deed, words = sys.argv[1:]
deeds = {
    "hand over": lambda: hand_over(Path(words)),
    "ring": lambda: ring(Path(words)),
    "wait": lambda: ring(Path(words), 20),
    "say": lambda: _send(program_door(), words),
}
sys.exit(0 if deeds[deed]() else 1)
"""


def _elsewhere(qtbot: QtBot, deed: str, words: object) -> bool:
    """Asks from another process, as a second start of the program does; whether somebody was there."""
    env = {**os.environ, "PYTHONPATH": str(Path(root.__file__).parents[2])}
    with subprocess.Popen([sys.executable, "-c", ASK, deed, str(words)], env=env) as asking:
        qtbot.waitUntil(lambda: asking.poll() is not None, timeout=20_000)
    return asking.returncode == 0


def test_each_word_reaches_the_window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    bell, heard = Doorbell(program_door()), list[object]()
    path = tmp_path / "Sổ của xã Hòa Vân.khdb"
    own = Doorbell(workspace_door(path))
    bell.open_wanted.connect(heard.append)
    bell.rung.connect(lambda: heard.append("rung"))
    own.rung.connect(lambda: heard.append("rung of its own"))
    assert _elsewhere(qtbot, "hand over", path)
    assert _elsewhere(qtbot, "ring", path)
    for words in ("hello", "x" * 20_000):
        assert _elsewhere(qtbot, "say", words)
    assert heard == [path, "rung of its own"]
    for made in (bell, own):
        made.remove()
    assert not hand_over(path) and not ring(path)


def test_a_window_that_is_just_opening_is_waited_for(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    path, made = tmp_path / "Sổ.khdb", list[Doorbell]()
    QTimer.singleShot(400, qapp, lambda: made.append(Doorbell(workspace_door(path))))
    assert _elsewhere(qtbot, "wait", path) and made
    made[0].remove()


def test_a_second_window_does_not_take_the_door_of_the_first(qtbot: QtBot, qapp: QApplication) -> None:
    first = Doorbell(program_door(), steals=False)
    second = Doorbell(program_door(), steals=False)
    heard: list[object] = []
    for bell in (first, second):
        bell.open_wanted.connect(heard.append)
    assert _elsewhere(qtbot, "hand over", "a.khdb") and len(heard) == 1
    if os.name != "nt":
        assert first._server.isListening() and not second._server.isListening()
    first.remove()
    second.remove()


def test_an_account_and_a_stick_have_doors_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    account = program_door()
    (tmp_path / "portable").touch()
    monkeypatch.setenv("KH_PORTABLE_DIR", str(tmp_path))
    assert program_door() != account


def test_a_running_program_closes_in_order_when_asked(qtbot: QtBot, qapp: QApplication) -> None:
    path = default_workspace()
    env = {**os.environ, "PYTHONPATH": str(Path(root.__file__).parents[2]), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen([sys.executable, "-m", "kh_desktop"], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as running:
        qtbot.waitUntil(lambda: doorbell._send(program_door(), "hello"), timeout=30_000)
        assert lock_path(path).exists()
        assert close_running()
        assert running.wait(10) == 0
        assert running.stderr is not None and not running.stderr.read()
    assert path.is_file() and not lock_path(path).exists()


def test_closing_goes_through_the_window(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    assert program.start(tmp_path / "a.khdb")
    window = program.window
    assert window is not None
    window.show_page("office")
    type_text(window.page("office").first.field("name"), "Hòa Vân")  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: len(program._doorbells) == 2)
    program._doorbells[1].close_wanted.emit()
    assert window._released and not lock_path(tmp_path / "a.khdb").exists()
    with closing(root.open_session(tmp_path / "a.khdb")) as session:
        assert offices.get_office(session).agency.name == "Hòa Vân", "what was being typed is stored"


def test_a_program_that_does_not_close_is_told_of(qapp: QApplication) -> None:
    kernel = Kernel()
    RunningMark(kernel).set()
    assert not close_running(0.3, RunningMark(kernel)), "one without a window yet, or on its way out for too long"
    assert close_running(0.3, RunningMark(Kernel()))


def test_the_command_asks_the_running_program(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doorbell, "close_running", lambda: QCoreApplication.instance() is not None)
    assert root.close_running()


# --- a file opened from outside


def test_a_file_is_opened_where_nothing_runs(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "Sổ.khdb"
    root.open_session(path).close()
    assert program.start(path, given=True)
    assert _session(program).path == path


def test_a_file_that_is_not_there_is_not_made(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(program, "ask_way", lambda error, _path: asked.append(error.code) or WayOn.LEAVE)
    assert not program.start(tmp_path / "Sổ.khdb", given=True)
    assert asked == ["workspace.missing"] and list(tmp_path.iterdir()) == []


def test_what_is_no_workspace_is_said(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letter = tmp_path / "thư.docx"
    letter.write_bytes(b"PK\x03\x04")
    asked: list[str] = []
    monkeypatch.setattr(program, "ask_way", lambda error, _path: asked.append(error.code) or WayOn.LEAVE)
    assert not program.start(letter, given=True)
    assert asked == ["workspace.not_ours"] and letter.read_bytes() == b"PK\x03\x04"


@pytest.mark.parametrize("wanted", [True, False])
def test_the_running_window_offers_the_file(
    program: Program, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, wanted: bool
) -> None:
    other = tmp_path / "Sổ năm trước.khdb"
    root.open_session(other).close()
    assert program.start(tmp_path / "a.khdb")
    asked: list[str] = []

    def answer(sheet: Sheet) -> int:
        asked.append(sheet.windowTitle())
        return int(wanted)

    monkeypatch.setattr(Sheet, "exec", answer)
    qtbot.waitUntil(lambda: bool(program._doorbells))
    assert _elsewhere(qtbot, "hand over", other)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["Mở sổ “Sổ năm trước”?"]
    assert _session(program).path == (other if wanted else tmp_path / "a.khdb")


def test_a_second_start_ends_when_the_running_window_has_the_file(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(root, "_hand_over", lambda path: path == tmp_path / "a.khdb")
    assert not program.start(tmp_path / "a.khdb", given=True) and program.is_open_elsewhere
    assert program.window is None


def test_behind_a_dialog_a_line_waits(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    other = tmp_path / "b.khdb"
    root.open_session(other).close()
    assert program.start(tmp_path / "a.khdb")
    dialog = Sheet("Đang hỏi", parent=program.window)
    dialog.open()
    program.offer(other)
    (banner,) = _banners(program)
    assert str(other) in banner.text()
    dialog.close()
    next(b for b in banner.findChildren(QPushButton) if b.text() == "Mở sổ này").click()
    assert _session(program).path == other
    program.offer(other)
    assert _banners(program) == [], "it is open already"


# --- what was opened last


def test_a_drive_that_is_not_there_is_no_empty_workspace(
    program: Program, settings: SettingsStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "ổ D" / "Sổ.khdb"
    settings.update(workspace=str(gone))
    asked: list[tuple[str, tuple[WayOn, ...]]] = []

    def answer(error: KhError, path: Path) -> WayOn:
        asked.append((error.code, ways_for(error.code, has_backups=False, has_usual=root._has_usual(path))))
        return WayOn.USUAL

    root.open_session(default_workspace()).close()
    monkeypatch.setattr(program, "ask_way", answer)
    assert program.start(None)
    assert asked == [("workspace.gone", (WayOn.RETRY, WayOn.USUAL, WayOn.CHOOSE, WayOn.NEW))]
    assert _session(program).path == default_workspace() and not gone.exists()


def test_the_sample_does_not_forget_where_the_workspace_is(program: Program, tmp_path: Path) -> None:
    moved = tmp_path / "ổ D" / "Sổ.khdb"
    assert program.start(moved)
    program.open_sample()
    assert _session(program).path != moved and program.settings.state.workspace == str(moved)
    program.switch(None)
    assert _session(program).path == moved


# --- moving


def _move(program: Program, monkeypatch: pytest.MonkeyPatch, folder: Path, *, yes: bool = True) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(folder))
    monkeypatch.setattr(Sheet, "exec", lambda _sheet: int(yes))
    assert program.window is not None
    program.window.actions_by_id["move_workspace"].trigger()


def test_the_workspace_moves_and_is_found_again(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = tmp_path / "cũ" / "Sổ.khdb", tmp_path / "mới"
    new.mkdir()
    assert program.start(old)
    session = _session(program)
    office = offices.get_office(session)
    offices.save_office(session, office.__class__(agency=office.agency.__class__(level="xã", name="Hòa Vân")))
    _move(program, monkeypatch, new)
    assert _session(program).path == new / "Sổ.khdb" and not old.exists()
    assert offices.get_office(_session(program)).agency.name == "Hòa Vân"
    assert program.settings.state.workspace == str(new / "Sổ.khdb")
    (banner,) = _banners(program)
    kept = next((tmp_path / "cũ" / "Sổ - sao lưu").glob("*truoc-chuyen.khdb"))
    assert str(kept) in banner.text()
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    next(b for b in banner.findChildren(QPushButton) if b.text() == "Mở thư mục cũ").click()
    assert [Path(name) for name in opened] == [kept.parent]


def test_a_move_that_cannot_be_is_said_and_the_workspace_opens_again(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(root, "show_error", lambda _parent, error: said.append(error.code))
    old = tmp_path / "Sổ.khdb"
    assert program.start(old)
    _move(program, monkeypatch, tmp_path, yes=False)
    assert said == []
    _move(program, monkeypatch, tmp_path)
    assert said == ["move.taken"] and _session(program).path == old and not _session(program).read_only


def test_the_sample_stays_where_it_is(program: Program) -> None:
    assert program.start(None)
    program.open_sample()
    assert program.window is not None and not program.window.can("move_workspace")


# --- on a stick


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick with the program in portable mode."""
    folder = tmp_path / "USB"
    folder.mkdir()
    (folder / "portable.txt").touch()
    monkeypatch.setenv("KH_PORTABLE_DIR", str(folder))
    return folder


def test_the_window_on_a_stick_says_so_and_writes_there_only(qapp: QApplication, stick: Path) -> None:
    program = Program(qapp, SettingsStore())
    assert program.start(None) and program.window is not None
    assert "Chế độ mang theo (USB)" in program.window.status_line.texts()
    assert not any("ổ rời" in text for text in program.window.status_line.texts())
    program.guard.install()
    program.guard.remove()
    program.window.leave()
    assert {p.name for p in stick.iterdir()} == {"portable.txt", "Sổ kế hoạch.khdb", "window.json", "Logs"}
    assert own_workspace() == stick / "Sổ kế hoạch.khdb"
    qapp.setQuitOnLastWindowClosed(True)
    program.deleteLater()


def test_a_workspace_of_the_account_is_not_called_carried(stick: Path, session: Session, settings: SettingsStore) -> None:
    window = MainWindow(session, settings)
    assert "Chế độ mang theo (USB)" not in window.status_line.texts()
    window.release()


def test_a_locked_stick_offers_to_read(program: Program, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root.open_session(default_workspace()).close()
    lock_path(default_workspace()).mkdir()
    asked: list[str] = []
    monkeypatch.setattr(program, "ask_way", lambda error, _path: asked.append(error.code) or WayOn.READ_ONLY)
    assert program.start(None)
    assert asked == ["portable.read_only"] and _session(program).read_only
    assert ways_for("portable.read_only", has_backups=False)[:2] == (WayOn.READ_ONLY, WayOn.RETRY)


def test_a_stick_leaves_nothing_in_the_registry(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    carried = places()
    (stick / "portable.txt").unlink()
    for here, possible in ((carried, False), (places(), True)):
        # Paths cannot be made while the system is said to be another one.
        with monkeypatch.context() as there:
            there.setattr("kh_desktop.ui.autostart.places", lambda here=here: here)
            there.setattr("kh_desktop.ui.autostart.os.name", "nt")
            found = Autostart().is_possible
        assert found is possible


# --- the first page


def test_the_first_page_says_where_everything_is(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page = window.page("home")
    words = " ".join(label.text() for label in page.findChildren(QLabel))
    assert str(window.session.path) in words and "USB" in words
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    next(b for b in page.findChildren(QPushButton) if b.text() == "Mở thư mục").click()
    assert [Path(name) for name in opened] == [window.session.path.parent]


def test_last_years_plan_is_offered_where_it_can_be_read(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = home.COMMANDS[0].__class__(home.IMPORT, "Mở kế hoạch", "file")
    for commands, count in (((entry,), 3), ((), 2)):
        monkeypatch.setattr(home, "COMMANDS", commands)
        page = home.HomePage(session)
        page.on_shown()
        asked: list[str] = []
        page.run_action.connect(asked.append)
        deeds = {b.text(): b for b in page.findChildren(QPushButton)}
        assert len(deeds.keys() & {"Khai báo cơ quan", "Chọn tệp", "Mở sổ mẫu"}) == count
        if count == 3:
            deeds["Chọn tệp"].click()
            assert asked == [home.IMPORT]
        page.deleteLater()
