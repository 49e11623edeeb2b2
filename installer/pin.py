"""Writes the lists of Windows wheels, each with its hash. Run after a change of requirements.txt:  .venv/bin/python installer/pin.py

pip evaluates markers for the system it runs on, so what only Windows needs (colorama, pefile, pywin32-ctypes) is named here.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
WINDOWS = ("--platform=win_amd64", "--python-version=3.11", "--implementation=cp", "--abi=cp311", "--abi=abi3", "--abi=none")
TOOLS = (
    "pyinstaller==6.22.3", "pyinstaller-hooks-contrib==2026.9", "altgraph==0.17.5", "pefile==2024.8.26", "pywin32-ctypes==0.2.3",
    "packaging==26.3", "setuptools==84.2.1",
)  # fmt: skip
TESTING = (
    "pytest", "pytest-qt", "pytest-timeout", "iniconfig", "Pygments", "hypothesis", "sortedcontainers", "icalendar", "python-docx", "lxml",
    "typing_extensions",
)  # fmt: skip


def pinned(name: str) -> dict[str, str]:
    """Package (as pip spells it) -> the line ``package==version`` of the list ``name``."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return {line.partition("==")[0]: line.split()[0] for line in lines if re.match(r"[A-Za-z0-9]", line)}


def main() -> None:
    """Writes the three lists."""
    program = [*pinned("requirements.txt").values(), "colorama==0.4.6"]
    of_tests = pinned("requirements-dev.txt")
    write("windows", "The program's packages and PyInstaller, for Windows and Python 3.11.", [*program, *TOOLS])
    write("windows-test", "What the tests under the Windows Python need besides.", [of_tests[n] for n in TESTING])
    write("windows-python", "Only under Linux: carries python.org's Windows DLLs.", ["panda3d==1.10.16"])


def write(name: str, title: str, packages: list[str]) -> None:
    """One list: every package with the hash of the one wheel that is used."""
    lines = [f"# {title} Written by pin.py."]
    with tempfile.TemporaryDirectory() as folder:
        for package in packages:
            into = Path(folder) / package
            pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
            subprocess.run([*pip, *WINDOWS, "--dest", str(into), package], check=True)
            (wheel,) = into.iterdir()
            lines.append(f"{package} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}")
    (HERE / f"requirements-{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
