"""What the installer is made from, as far as it can be checked in a moment; the installer itself is tried by ``make test-installer``."""

from __future__ import annotations

import importlib
import re
import unicodedata
from pathlib import Path
from types import ModuleType

import pytest

from kh_desktop.ui.running_mark import NAME

HERE = Path(__file__).resolve().parents[2] / "installer"


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """installer/files.py."""
    monkeypatch.syspath_prepend(HERE)
    return importlib.import_module("files")


def _pins(name: str) -> dict[str, str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    found = [re.match(r"([A-Za-z0-9_.-]+)==(\S+)", line) for line in lines]
    return {m[1].lower().replace("_", "-"): m[2] for m in found if m}


def test_windows_gets_the_packages_the_program_is_tested_with() -> None:
    """After a change of requirements.txt: ``.venv/bin/python installer/pin.py``."""
    assert _pins("requirements.txt").items() <= _pins("requirements-windows.txt").items()


@pytest.mark.parametrize("path", sorted(HERE.glob("requirements-windows*.txt")), ids=lambda p: p.stem)
def test_every_windows_wheel_has_its_hash(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert lines and all(re.fullmatch(r"\S+==\S+ --hash=sha256:[0-9a-f]{64}", line) for line in lines)


def test_the_installer_knows_the_mark_of_the_running_program() -> None:
    script = (HERE / "kh_desktop.nsi").read_text(encoding="utf-8")
    assert f'!define MUTEX "{NAME}"' in script


@pytest.mark.parametrize("name", ["kh_desktop.nsi", "language/Vietnamese.nlf", "language/Vietnamese.nsh"])
def test_the_words_of_the_installer_are_composed(name: str) -> None:
    assert unicodedata.is_normalized("NFC", (HERE / name).read_text(encoding="utf-8"))


def test_the_listing_names_every_file_and_folder(files: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "_internal" / "a b").mkdir(parents=True)
    (tmp_path / "KH Desktop.exe").write_bytes(b"1")
    (tmp_path / "_internal" / "a b" / "c.dll").write_bytes(b"2")
    files.write_listing(tmp_path)
    lines = (tmp_path / files.LISTING).read_bytes().decode("ascii").splitlines()
    assert lines == ["F KH Desktop.exe", "F _internal\\a b\\c.dll", f"F {files.LISTING}", "D _internal\\a b", "D _internal"]
    out = tmp_path.with_suffix(".nsh")
    files.write_commands(tmp_path, out)
    commands = out.read_text(encoding="utf-8").splitlines()
    assert commands[0] == 'SetOutPath "$INSTDIR"' and commands[1].endswith(f'{files.LISTING}"')
    assert 'SetOutPath "$INSTDIR\\_internal\\a b"' in commands


@pytest.mark.parametrize("name", ["sổ.txt", "$INSTDIR.txt", "a" * 141])
def test_names_that_an_installer_cannot_carry_stop_the_build(files: ModuleType, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(SystemExit):
        files.listed(tmp_path)


def test_two_builds_are_compared(files: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "b").write_bytes(b"1")
    old = files.sums(tmp_path, "1")
    assert files.compare(old, files.sums(tmp_path, "2")) == []
    (tmp_path / "a").write_bytes(b"2")
    (tmp_path / "b").rename(tmp_path / "c")
    assert files.compare(old, files.sums(tmp_path, "2")) == ["differs: a", "only in the first: b", "only in the second: c"]
