"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import BinaryIO

import pytest

from kh_desktop import files
from kh_desktop.documents import atomic
from kh_desktop.documents.atomic import write_file
from kh_desktop.domain.errors import KhError


def test_the_file_has_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "Kế hoạch năm 2027.pdf"
    assert write_file(path, lambda out: out.write(b"noi dung")) == 8
    assert path.read_bytes() == b"noi dung"
    assert os.listdir(tmp_path) == [path.name]


def test_an_old_file_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"cu")
    path.chmod(0o640)
    write_file(path, lambda out: out.write(b"moi"))
    assert path.read_bytes() == b"moi"
    if os.name != "nt":
        assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_can_be_read_by_others(tmp_path: Path) -> None:
    path, usual = tmp_path / "a.pdf", tmp_path / "b.pdf"
    write_file(path, lambda out: out.write(b"x"))
    usual.write_bytes(b"x")
    assert path.stat().st_mode == usual.stat().st_mode


@pytest.mark.parametrize("error", [ValueError("x"), KhError("font.missing", char="x", where="y")])
def test_a_failing_writer_leaves_the_old_file(tmp_path: Path, error: Exception) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"cu")

    def fail(out: BinaryIO) -> None:
        out.write(b"nua chung")
        raise error

    with pytest.raises(type(error)) as caught:
        write_file(path, fail)
    assert caught.value is error
    assert path.read_bytes() == b"cu"
    assert os.listdir(tmp_path) == ["a.pdf"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk.full"),
        (errno.EDQUOT, "disk.full"),
        (errno.EBUSY, "file.busy"),
        # Replacing an open file is "access denied" on Windows.
        (errno.EACCES, "file.busy" if os.name == "nt" else "file.no_access"),
        (errno.EROFS, "file.no_access"),
    ],
)
def test_errors_of_the_disk_have_a_sentence(tmp_path: Path, number: int, code: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"cu")

    def fail(_out: BinaryIO) -> None:
        raise OSError(number, "x")

    with pytest.raises(KhError) as caught:
        write_file(path, fail)
    assert (caught.value.code, caught.value.params) == (code, {"path": str(path)})
    assert path.read_bytes() == b"cu"
    assert os.listdir(tmp_path) == ["a.pdf"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KhError) as caught:
        write_file(tmp_path / "khong co" / "a.pdf", lambda out: out.write(b"x"))
    assert caught.value.code == "file.no_folder"


# --- what only Windows does


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules of Windows, on any system."""
    monkeypatch.setattr(atomic, "on_windows", lambda: True)
    monkeypatch.setattr(files.time, "sleep", lambda _seconds: None)


def _refused(number: int, winerror: int) -> OSError:
    error = PermissionError(number, "x")
    error.winerror = winerror  # type: ignore[attr-defined]
    return error


@pytest.mark.parametrize("name", ["con.pdf", "kế hoạch: bản 2.pdf", "a?.docx", "tên. "])
def test_names_that_would_go_astray_are_refused_first(windows: None, tmp_path: Path, name: str) -> None:
    with pytest.raises(KhError) as caught:
        write_file(tmp_path / name, lambda out: out.write(b"x"))
    assert (caught.value.code, caught.value.params) == ("file.bad_name", {"name": name})
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_scanner_that_looks_into_the_new_file_is_waited_for(
    windows: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    replace, tried = os.replace, list[object]()

    def held(source: Path, target: Path) -> None:
        tried.append(target)
        if len(tried) < 3:
            raise _refused(errno.EACCES, winerror)
        replace(source, target)

    monkeypatch.setattr(files.os, "replace", held)
    write_file(tmp_path / "a.pdf", lambda out: out.write(b"moi"))
    assert len(tried) == 3 and (tmp_path / "a.pdf").read_bytes() == b"moi"


def test_a_file_that_stays_open_in_word_is_named_and_stays_whole(windows: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"cu")

    def held(_source: Path, _target: Path) -> None:
        raise _refused(errno.EACCES, 5)

    monkeypatch.setattr(files.os, "replace", held)
    with pytest.raises(KhError) as caught:
        write_file(path, lambda out: out.write(b"moi"))
    assert caught.value.code == "file.busy"
    assert path.read_bytes() == b"cu" and os.listdir(tmp_path) == ["a.docx"]


def test_a_path_that_is_too_long_for_windows_is_called_so(windows: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / ("thu muc rat dai " * 8) / ("thu muc rat dai " * 8) / "a.pdf"
    with pytest.raises(KhError) as caught:
        write_file(path, lambda out: out.write(b"x"))
    assert caught.value.code == "file.long_path"


def test_the_temporary_name_is_shorter_than_what_we_propose(tmp_path: Path) -> None:
    seen: list[str] = []
    write_file(tmp_path / "Ke-hoach-KSTTHC-2027-X.pdf", lambda _out: seen.extend(os.listdir(tmp_path)))
    assert len(seen) == 1 and len(seen[0]) < len("Ke-hoach-KSTTHC-2027-X.pdf")


def test_a_name_of_the_longest_length(tmp_path: Path) -> None:
    path = tmp_path / ("Kế hoạch " * 18 + ".pdf")
    write_file(path, lambda out: out.write(b"x"))
    assert path.exists()
