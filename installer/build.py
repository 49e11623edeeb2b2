"""Makes dist/KH-Desktop-VERSION-setup.exe. The same steps under Windows (build.ps1) and under Linux with Wine (build.sh), which say how
the Windows Python is run and which kind of installer is wanted."""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import files
import notices

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
WORK = ROOT / "build" / "installer"
MADE = WORK / "made"
PROGRAM = WORK / "program" / "KH Desktop"
NAME = "KH Desktop"
MAX_SETUP_MB, MAX_INSTALLED_MB = 45, 160

VERSION_TEXT = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('042A04B0', [
      StringStruct('CompanyName', 'KH Desktop contributors'), StringStruct('FileDescription', {words!r}),
      StringStruct('FileVersion', {version!r}), StringStruct('InternalName', {name!r}), StringStruct('LegalCopyright', 'MIT'),
      StringStruct('OriginalFilename', {name!r}),
      StringStruct('ProductName', 'KH Desktop'), StringStruct('ProductVersion', {version!r})])]),
    VarFileInfo([VarStruct('Translation', [0x042A, 0x04B0])])
  ])
"""


def main() -> int:
    """All steps; a failing one stops the build."""
    asked = _arguments()
    version = program_version()
    epoch = _git("log", "-1", "--format=%ct") or "1767225600"
    os.environ.update(SOURCE_DATE_EPOCH=epoch, PYTHONHASHSEED="1", PYTHONUTF8="1", PYTHONDONTWRITEBYTECODE="1")
    _make_parts(asked.site, asked.python_licence, version)
    _freeze(asked.python)
    _step("imported libraries", [sys.executable, str(HERE / "check_imports.py"), str(PROGRAM)])
    installed = sum(p.stat().st_size for p in PROGRAM.rglob("*") if p.is_file()) / 1e6
    _set_times(PROGRAM, int(epoch))
    out = ROOT / "dist" / f"KH-Desktop-{version}-setup.exe"
    make_setup(asked.makensis, PROGRAM, version, out, asked.target, fast=False)
    _check_size("installed", installed, MAX_INSTALLED_MB)
    _check_size(out.name, out.stat().st_size / 1e6, MAX_SETUP_MB)
    sum_of_setup = hashlib.sha256(out.read_bytes()).hexdigest()
    out.with_name(f"{out.name}.sha256").write_text(f"{sum_of_setup}  {out.name}\n", encoding="utf-8")
    _write_sums(version)
    return 0


def program_version() -> str:
    """Of kh_desktop/__init__.py: three numbers, as Windows wants them."""
    text = (ROOT / "kh_desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "(\d+\.\d+\.\d+)"', text)
    if found is None:
        raise SystemExit("kh_desktop/__init__.py has no version of the form 1.2.3")
    return found[1]


def make_setup(makensis: str, folder: Path, version: str, out: Path, target: str, *, fast: bool) -> None:
    """Runs NSIS over ``folder``; ``fast`` packs badly and quickly, for the tests' older version."""
    files.write_listing(folder)
    _set_times(folder, int(os.environ.get("SOURCE_DATE_EPOCH", "1767225600")))
    commands = MADE / f"files-{version}.nsh"
    files.write_commands(folder, commands)
    size = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) // 1024
    out.parent.mkdir(parents=True, exist_ok=True)
    values = {"VERSION": version, "OUT": out, "FILES": commands, "MADE": MADE, "SIZE": size, "TARGET": target}
    values["LANGUAGE"] = HERE / "language"
    defines = [f"-D{name}={value}" for name, value in values.items()] + (["-DFAST"] if fast else [])
    _step("installer", [makensis, "-V2", "-WX", "-NOCD", "-INPUTCHARSET", "UTF8", *defines, str(HERE / "kh_desktop.nsi")])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", nargs="+", required=True, help="command that runs the Windows Python")
    parser.add_argument("--site", type=Path, required=True, help="its site-packages")
    parser.add_argument("--python-licence", type=Path, required=True)
    parser.add_argument("--makensis", default="makensis")
    parser.add_argument("--target", default="x86-unicode", help="of the installer itself; x86-unicode also starts, and refuses, on 32 bits")
    return parser.parse_args()


def _make_parts(site: Path, python_licence: Path, version: str) -> None:
    MADE.mkdir(parents=True, exist_ok=True)
    _step("icon", [sys.executable, str(HERE / "icon.py"), str(MADE / "app.ico"), str(MADE / "side.bmp")])
    notices.write(site, python_licence, MADE / "third_party_notices.txt", MADE / "licence-page.txt")
    numbers = tuple(int(n) for n in version.split(".")) + (0,)
    for kind, name, words in (("window", f"{NAME}.exe", NAME), ("console", "kh-desktop.exe", f"{NAME} (dòng lệnh)")):
        text = VERSION_TEXT.format(numbers=numbers, version=version, name=name, words=words)
        (MADE / f"version-{kind}.txt").write_text(text, encoding="utf-8")


def _freeze(python: list[str]) -> None:
    shutil.rmtree(PROGRAM, ignore_errors=True)
    # Relative paths, because the Windows Python spells this folder differently under Wine.
    places = ["--distpath", "build/installer/program", "--workpath", "build/installer/pyinstaller"]
    options = ["--noconfirm", "--clean", "--log-level", "WARN", *places]
    _step("PyInstaller", [*python, "-m", "PyInstaller", *options, "installer/kh_desktop.spec"])
    shutil.copyfile(MADE / "third_party_notices.txt", PROGRAM / "THIRD-PARTY-NOTICES.txt")
    shutil.copyfile(ROOT / "LICENSE", PROGRAM / "LICENSE.txt")


def _step(name: str, command: list[str]) -> None:
    print(f"== {name}", flush=True)
    if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
        raise SystemExit(f"failed: {name}")


def _set_times(folder: Path, epoch: int) -> None:
    """The installer stores the times of the files: those of the commit, not of this minute."""
    for path in folder.rglob("*"):
        os.utime(path, (epoch, epoch))


def _check_size(name: str, megabytes: float, most: int) -> None:
    print(f"{name}: {megabytes:.1f} MB (at most {most})")
    if megabytes > most:
        raise SystemExit(f"too big: {name}")


def _write_sums(version: str) -> None:
    """The list of files with hashes; says whether it is the one of the last build of this commit."""
    commit = _git("rev-parse", "HEAD") or "unknown"
    if _git("status", "--porcelain", "--", "kh_desktop", "resources", "i18n", "installer"):
        commit += " with changes"
    out = ROOT / "dist" / f"KH-Desktop-{version}-files.sha256"
    old = out.read_text(encoding="utf-8") if out.exists() else ""
    new = files.sums(PROGRAM, commit)
    out.write_text(new, encoding="utf-8")
    if old.splitlines()[:1] == new.splitlines()[:1]:
        found = files.compare(old, new)
        result = f"{len(found)} differences" if found else "the same files and hashes"
        print(*found, f"compared with the last build of this commit: {result}", sep="\n")


def _git(*command: str) -> str:
    try:
        done = subprocess.run(["git", *command], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


if __name__ == "__main__":
    sys.exit(main())
