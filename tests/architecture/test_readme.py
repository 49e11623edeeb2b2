"""What the README tells people to type and to look at exists."""

from __future__ import annotations

import re
import shlex
import subprocess

import pytest

from kh_desktop.commands.arguments import build
from tests.architecture.source import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(set(re.findall(r"`kh-desktop((?: [^`]*)?)`", README)))


def test_the_readme_shows_commands() -> None:
    assert len(COMMANDS) > 10


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_understood(command: str) -> None:
    build().parse_args(shlex.split(command))


def test_each_subcommand_is_described() -> None:
    described = " ".join(COMMANDS)
    subcommands = next(a.choices for a in build()._actions if isinstance(a.choices, dict))
    assert [name for name in subcommands if name not in described] == []


def test_each_make_target_exists() -> None:
    targets = set(re.findall(r"`?make ([a-z]+)", README))
    assert {"run", "test", "bench", "lint"} <= targets
    for target in targets:
        done = subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr


def test_each_path_and_picture_exists() -> None:
    tops = "kh_desktop|resources|i18n|installer|tests|store|documents|domain|services|ui|commands"
    named = set(re.findall(rf"`((?:{tops})/[^` *…]*)`", README))
    pictures = set(re.findall(r"\]\(([^)#:]+)\)", README))
    missing = [n for n in sorted(named | pictures) if not ((ROOT / n).exists() or (ROOT / "kh_desktop" / n).exists())]
    assert missing == []
