"""The wheel people install carries everything it needs: it works far from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.cli.conftest import ROOT


def _run(*args: object, cwd: Path, **env: str) -> str:
    command = [sys.executable, *map(str, args)]
    done = subprocess.run(command, cwd=cwd, env={**os.environ, **env}, capture_output=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8", errors="replace")
    return done.stdout.decode("utf-8")


def test_the_installed_program_makes_the_demo(tmp_path: Path) -> None:
    pip = ("-m", "pip", "--disable-pip-version-check", "--no-input")
    _run(*pip, "wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", tmp_path / "wheel", ROOT, cwd=tmp_path)
    (wheel,) = (tmp_path / "wheel").glob("kh_desktop-*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
        (entry_points,) = (packed.read(n).decode() for n in names if n.endswith("entry_points.txt"))
    assert "kh-desktop = kh_desktop.cli:main" in entry_points and "kh-desktopw" in entry_points
    shipped = {n.removeprefix("kh_desktop/_data/") for n in names if n.startswith("kh_desktop/_data/")}
    present = {p.relative_to(ROOT).as_posix() for top in ("resources", "i18n") for p in (ROOT / top).rglob("*") if p.is_file()}
    assert {p for p in present if "__pycache__" not in p} <= shipped
    site = tmp_path / "site"
    _run(*pip, "install", "--no-deps", "--no-index", "--target", site, wheel, cwd=tmp_path)
    code = "import kh_desktop, sys; from kh_desktop.cli import main; print(kh_desktop.__file__); sys.exit(main(sys.argv[1:]))"
    said = _run("-c", code, "demo", tmp_path / "mẫu", cwd=tmp_path, PYTHONPATH=str(site), PYTHONUTF8="1")
    assert said.splitlines()[0].startswith(str(site))
    assert {p.suffix for p in (tmp_path / "mẫu").iterdir() if p.is_file()} == {".khdb", ".pdf", ".docx", ".xlsx", ".json", ".ics"}
