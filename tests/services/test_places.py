"""Where the person's things are: in the account, or all of them beside the program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kh_desktop.domain.errors import KhError, WorkspaceError
from kh_desktop.services import attachments, places, plans
from kh_desktop.services.messages import error_text
from kh_desktop.services.session import Session, open_session
from kh_desktop.store.lock import lock_path


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick with the program on it, in portable mode."""
    folder = tmp_path / "USB của Lan"
    folder.mkdir()
    (folder / "portable").touch()
    monkeypatch.setenv("KH_PORTABLE_DIR", str(folder))
    return folder


@pytest.mark.parametrize("mark", ["portable", "portable.txt"])
def test_a_mark_beside_the_program_keeps_everything_there(tmp_path: Path, mark: str) -> None:
    (tmp_path / mark).touch()
    here = places.places(tmp_path)
    assert here.portable and here.data == tmp_path
    assert here.settings.parent == tmp_path and here.logs.parent == tmp_path


def test_without_a_mark_everything_is_in_the_account(tmp_path: Path) -> None:
    (tmp_path / "portable").mkdir()
    here = places.places(tmp_path)
    assert not here.portable and tmp_path not in (here.data, here.settings.parent, here.logs.parent)
    assert "KH Desktop" in here.data.parts


def test_the_program_is_where_its_file_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert places.program_folder() is None, "a checkout has no such folder"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "KH Desktop.exe"))
    assert places.program_folder() == tmp_path.resolve()
    (tmp_path / "portable").touch()
    assert places.default_workspace() == tmp_path.resolve() / "Sổ kế hoạch.khdb"


def test_the_own_workspace_is_the_one_the_window_remembers(stick: Path, tmp_path: Path) -> None:
    settings = stick / "window.json"
    assert places.own_workspace() == stick / "Sổ kế hoạch.khdb"
    for text in ("{", "[]", '{"workspace": 3}', '{"workspace": ""}', "\udce1".encode("utf-8", "surrogatepass").decode("latin-1")):
        settings.write_text(text, encoding="utf-8")
        assert places.own_workspace() == stick / "Sổ kế hoạch.khdb"
    settings.write_text(f'{{"workspace": "{(tmp_path / "b.khdb").as_posix()}"}}', encoding="utf-8")
    assert places.own_workspace() == tmp_path / "b.khdb"


def test_a_stick_has_another_letter_on_another_pc(stick: Path, tmp_path: Path) -> None:
    kept = places.to_remember(stick / "năm 2027" / "Sổ.khdb")
    assert not Path(kept).is_absolute()
    elsewhere = places.Places(tmp_path / "F", tmp_path / "F" / "window.json", tmp_path / "F" / "Logs", portable=True)
    assert places.recalled(kept, elsewhere) == tmp_path / "F" / "năm 2027" / "Sổ.khdb"
    assert places.to_remember(stick / "Sổ kế hoạch.khdb") == ""
    outside = tmp_path / "Sổ.khdb"
    assert places.recalled(places.to_remember(outside), elsewhere) == outside


def test_a_locked_stick_is_told_in_one_sentence(stick: Path) -> None:
    place = places.default_workspace()
    # Where the lock must be written nothing can be written: as on a stick with its switch on "lock".
    lock_path(place).mkdir()
    with pytest.raises(WorkspaceError) as caught:
        open_session(place)
    assert caught.value.code == "portable.read_only" and str(stick) in error_text(caught.value)
    assert not place.exists()


def test_elsewhere_the_usual_sentence_is_said(stick: Path, tmp_path: Path) -> None:
    lock_path(tmp_path / "a.khdb").mkdir()
    with pytest.raises(KhError) as caught:
        open_session(tmp_path / "a.khdb")
    assert caught.value.code == "file.no_access"


def test_copies_for_other_programs_stay_on_the_stick(stick: Path) -> None:
    assert places.scratch_folder().is_relative_to(stick)
    assert places.scratch_folder() != places.scratch_folder()


def test_copies_go_to_the_system_elsewhere() -> None:
    folder = places.scratch_folder()
    assert folder.is_dir() and not any(folder.iterdir())
    folder.rmdir()


@pytest.mark.parametrize(
    ("name", "written"), [("con.pdf", "_con.pdf"), ("bản ký: số 24.pdf", "bản ký- số 24.pdf"), ("..\\..\\lạ.pdf", "lạ.pdf")]
)
def test_kept_files_are_written_under_names_every_disk_takes(session: Session, tmp_path: Path, name: str, written: str) -> None:
    plan_id = plans.new_plan(session, year=2027)
    scan = tmp_path / "a.pdf"
    scan.write_bytes(b"%PDF-1.4")
    number = attachments.attach_scan(session, plan_id, scan)
    with session.workspace.unit_of_work("t") as uow:
        uow.update("attachment", number, {"name": name})
    folder = tmp_path / "ra"
    folder.mkdir()
    assert attachments.save_attachment(session, number, folder) == folder / written
    assert [p.name for p in folder.iterdir()] == [written]
