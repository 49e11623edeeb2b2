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


def test_the_installer_is_described_as_it_is() -> None:
    script = (ROOT / "installer" / "kh_desktop.nsi").read_text(encoding="utf-8")
    part = README[README.index("KH-Desktop-…-setup.exe /S") :].partition("\n### ")[0]
    switches = {"/S", "/D", *re.findall(r'GetOptions} \$R1 "(/[A-Z]+)"', script)}
    assert {found.rstrip("=") for found in re.findall(r"`?(/[A-Z]+)\b", part)} == switches
    codes = {"0", "1", "2", *re.findall(r"(?:SetErrorLevel|Refuse) (\d)", script)}
    described = re.search(r"Mã thoát: ([^\n]+)", part)
    assert described and set(re.findall(r"(\d) \w", described[1])) >= codes
    named = re.findall(r'Section (?:/o )?"([^"-][^"$]+)"', script)
    checklist = (ROOT / "installer" / "CHECKLIST.md").read_text(encoding="utf-8")
    for option in ("Khởi động cùng Windows", "un.Xóa cả sổ kế hoạch và các bản sao lưu"):
        assert option in named
        assert option.removeprefix("un.") in checklist


def test_each_picture_is_looked_at_somewhere() -> None:
    folder = ROOT / "resources" / "help"
    texts = [README, *(page.read_text(encoding="utf-8") for page in folder.glob("*.md"))]
    shown = {name.rpartition("/")[2] for text in texts for name in re.findall(r"\]\(([^)]+\.png)\)", text)}
    assert {picture.name for picture in folder.glob("*.png")} == shown
