"""The grammar: help in Vietnamese, wrong usage is exit 2 with one sentence."""

from __future__ import annotations

import re
import sys

import pytest

from kh_desktop.commands.arguments import build
from tests.cli.conftest import Kh

WRONG = [
    (["plan"], "thiếu VIỆC"),
    (["plan", "show"], "thiếu ID"),
    (["plan", "show", "ba"], "ba"),
    (["plan", "new"], "--from"),
    (["xoá-hết"], "xoá-hết"),
    (["plan", "list", "--lạ"], "--lạ"),
    (["--workspace"], "cần kèm một giá trị"),
    (["tour", "ảnh", "--lang", "fr"], "fr"),
    (["tour", "ảnh", "--scale", "40"], "40"),
    (["export", "1"], "thiếu TỆP"),
    (["catalogue", "search"], "thiếu TỪ"),
]
ENGLISH = re.compile(r"\b(usage|error|required|arguments?|invalid|choose|positional|options|expected|unrecognized)\b", re.IGNORECASE)


@pytest.mark.parametrize(("args", "word"), WRONG, ids=[" ".join(a) for a, _ in WRONG])
def test_wrong_usage_is_said_in_vietnamese(kh: Kh, args: list[str], word: str) -> None:
    ran = kh(*args)
    assert ran.code == 2
    assert word in ran.err and len(ran.err.strip().splitlines()) == 1
    assert not ENGLISH.search(ran.err) and not ran.out


def test_wrong_usage_as_json(kh: Kh) -> None:
    ran = kh("plan", "show", "--json")
    assert ran.code == 2
    assert ran.json["error"]["code"] == "usage.missing"


def _every_command() -> list[str]:
    """ "", "plan", "plan list", …: whatever has a help of its own."""
    found, open_ones = [""], [("", build())]
    for name, parser in open_ones:
        for choices in (action.choices for action in parser._actions if isinstance(action.choices, dict)):
            for word, sub in choices.items():
                open_ones.append((f"{name} {word}".strip(), sub))
                found.append(f"{name} {word}".strip())
    return found


@pytest.mark.parametrize("command", _every_command())
def test_help_is_vietnamese(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        build().parse_args([*command.split(), "--help"])
    said = capsys.readouterr().out
    assert not left.value.code and "Cách dùng: kh-desktop" in said
    words = re.sub(r"--[a-z-]+|\{[^}]*\}", " ", said)
    assert not ENGLISH.search(words), words


def test_help_names_every_command(kh: Kh) -> None:
    ran = kh("--help")
    for name in ("plan", "import", "export", "office", "catalogue", "backup", "restore", "doctor", "demo", "tour", "self-test"):
        assert name in ran.out


def test_version(kh: Kh) -> None:
    from kh_desktop import __version__

    assert kh("--version").out.strip() == f"kh-desktop {__version__}"


def test_common_options_stand_before_or_after_the_command() -> None:
    before = build().parse_args(["--workspace", "a.khdb", "--json", "plan", "list"])
    after = build().parse_args(["plan", "list", "--workspace", "a.khdb", "--json"])
    assert (before.workspace, before.json) == (after.workspace, after.json)
    assert str(before.workspace) == "a.khdb" and before.json is True


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_no_screen_is_said_in_one_sentence(kh: Kh) -> None:
    ran = kh(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert ran.code == 2 and "Không có màn hình" in ran.err
