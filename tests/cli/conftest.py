"""Runs the real program in a process of its own, as a script would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.cli.samples import ANSWERS, OFFICE

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Ran:
    """What one run of the program gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON object on standard output."""
        return json.loads(self.out)


Kh = Callable[..., Ran]


@pytest.fixture
def kh(tmp_path: Path) -> Kh:
    """``kh("plan", "list")``: runs the program; a traceback or text that is not UTF-8 fails the test at once."""

    def run(*args: object, **env: str) -> Ran:
        command = [sys.executable, "-m", "kh_desktop", *map(str, args)]
        merged = {**os.environ, "PYTHONPATH": str(ROOT), **env}
        done = subprocess.run(command, cwd=tmp_path, env=merged, capture_output=True, stdin=subprocess.DEVNULL, timeout=120, check=False)
        ran = Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
        assert "Traceback" not in ran.out + ran.err, ran.err
        assert ran.code in (0, 1, 2, 3, 4), ran
        return ran

    return run


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Where the workspace of the test is (not made yet)."""
    return tmp_path / "Sổ xã Hòa Vân.khdb"


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """A file with the wizard's answers."""
    return write_json(tmp_path / "trả lời.json", ANSWERS)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A file that describes an office."""
    return write_json(tmp_path / "cơ quan.json", OFFICE)


def write_json(path: Path, data: object) -> Path:
    """Writes ``data`` as UTF-8 JSON."""
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path
