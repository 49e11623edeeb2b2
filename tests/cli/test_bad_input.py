"""Bad input: one clear sentence, the right exit code, nothing lost."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import unicodedata
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Kh, Ran, write_json
from tests.cli.samples import ANSWERS


def one_sentence(ran: Ran, code: int, *words: str) -> None:
    assert ran.code == code, ran
    assert len(ran.err.strip().splitlines()) == 1, ran.err
    for word in words:
        assert word in ran.err, ran.err


def changed(**fields: Any) -> dict[str, Any]:
    return {**ANSWERS, **fields}


def test_missing_answers_file(kh: Kh, book: Path, tmp_path: Path) -> None:
    one_sentence(kh("--workspace", book, "plan", "new", "--from", tmp_path / "không có.json"), 3, "không có.json")
    assert not book.exists()


def test_broken_json(kh: Kh, book: Path, tmp_path: Path) -> None:
    bad = tmp_path / "hỏng.json"
    for content in (b"{\"year\": 2027,", b"", b"\xff\xfe\x00", b"[1, 2]", "chữ thường".encode()):
        bad.write_bytes(content)
        one_sentence(kh("--workspace", book, "plan", "new", "--from", bad), 3)
        one_sentence(kh("import", bad), 3)
        one_sentence(kh("--workspace", book, "office", "set", "--from", bad), 3)
    assert not book.exists()


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({k: v for k, v in ANSWERS.items() if k not in ("title", "body")}, "title"),
        ({k: v for k, v in ANSWERS.items() if k != "agency"}, "agency"),
        (changed(year="2027"), "năm"),
        (changed(year=20270), "20270"),
        (changed(layout="landscape"), "layout"),
        (changed(title=["a"]), "title"),
        (changed(groups={"a": 1}), "groups"),
        (changed(groups=[{"title": "a", "rows": [{"content": 3.5}]}]), "groups[1].rows[1].content"),
        (changed(date="31/12/2026"), "date"),
        (changed(date="2026-02-30"), "2026-02-30"),
        (changed(body=[{"heading": "A", "role": "other"}]), "body[1].role"),
        (changed(recipients="UBND tỉnh"), "recipients"),
        (changed(signature="Đỗ Thị Ưỡn"), "signature"),
    ],
)
def test_the_wrong_field_is_named(kh: Kh, book: Path, tmp_path: Path, answers: dict[str, Any], field: str) -> None:
    file = write_json(tmp_path / "sai.json", answers)
    one_sentence(kh("--workspace", book, "plan", "new", "--from", file), 3, field)
    assert not book.exists(), "a refused file must not leave a workspace behind"


@pytest.mark.parametrize(
    ("office", "field"),
    [({}, "agency"), ({"agency": {"level": "xã"}}, "name"), ({"agency": {"name": "A", "level": "huyện"}}, "huyện"),
     ({"agency": {"name": ["A"]}}, "agency.name"), ({"agency": {"name": "A"}, "units": [{"short_name": "VP"}]}, "units[1].name")],
)  # fmt: skip
def test_the_wrong_field_of_an_office_is_named(kh: Kh, book: Path, tmp_path: Path, office: dict[str, Any], field: str) -> None:
    one_sentence(kh("--workspace", book, "office", "set", "--from", write_json(tmp_path / "sai.json", office)), 3, field)
    assert not book.exists()


def test_a_full_copy_without_a_title_is_taken_and_the_lack_is_named(kh: Kh, book: Path, tmp_path: Path) -> None:
    file = write_json(tmp_path / "chưa có tên.json", changed(title=""))
    made = kh("--workspace", book, "plan", "new", "--from", file)
    assert made.code == 1 and "Còn thiếu: Chưa có trích yếu." in made.out


def test_very_long_title_is_kept_and_printed(kh: Kh, book: Path, tmp_path: Path) -> None:
    title = ("Kiểm soát thủ tục hành chính " * 180)[:5000].strip()
    file = write_json(tmp_path / "dài.json", changed(title=title))
    made = kh("--workspace", book, "plan", "new", "--from", file, "--json")
    assert made.code in (0, 1), made
    assert kh("--workspace", book, "plan", "show", 1, "--json").json["plan"]["title"] == title
    for suffix in ("pdf", "docx", "xlsx"):
        assert kh("--workspace", book, "export", 1, tmp_path / f"dài.{suffix}").code == 0


def test_decomposed_letters_are_stored_composed(kh: Kh, book: Path, tmp_path: Path) -> None:
    file = write_json(tmp_path / "nfd.json", changed(title=unicodedata.normalize("NFD", ANSWERS["title"])))
    kh("--workspace", book, "plan", "new", "--from", file)
    assert kh("--workspace", book, "plan", "show", 1, "--json").json["plan"]["title"] == ANSWERS["title"]


def test_files_that_cannot_be_read_are_refused(kh: Kh, tmp_path: Path) -> None:
    other = tmp_path / "kế hoạch.docx"
    other.write_bytes(b"PK\x03\x04" + b"\0" * 60)
    one_sentence(kh("import", other), 3)
    one_sentence(kh("import", tmp_path / "không có.docx"), 3, "không có.docx")


def test_no_such_plan(kh: Kh, book: Path, answers: Path, tmp_path: Path) -> None:
    kh("--workspace", book, "plan", "new", "--from", answers)
    one_sentence(kh("--workspace", book, "plan", "show", 99), 2, "99")
    one_sentence(kh("--workspace", book, "export", 99, tmp_path / "a.pdf"), 2, "99")
    assert not (tmp_path / "a.pdf").exists()


def test_unknown_ending(kh: Kh, book: Path, answers: Path, tmp_path: Path) -> None:
    kh("--workspace", book, "plan", "new", "--from", answers)
    one_sentence(kh("--workspace", book, "export", 1, tmp_path / "a.odt"), 2, ".odt")


def test_no_workspace(kh: Kh, tmp_path: Path) -> None:
    for args in (["plan", "list"], ["backup"], ["doctor"], ["export", 1, "a.pdf"], ["office", "show"]):
        one_sentence(kh("--workspace", tmp_path / "chưa có.khdb", *args), 4, "chưa có.khdb")
    assert not (tmp_path / "chưa có.khdb").exists()


def test_locked_workspace(kh: Kh, book: Path, answers: Path, tmp_path: Path) -> None:
    from kh_desktop.services.session import open_session

    kh("--workspace", book, "plan", "new", "--from", answers)
    with closing(open_session(book)):
        one_sentence(kh("--workspace", book, "plan", "new", "--from", answers), 4)
        # Reading beside an open window is fine, and so is a backup somebody has scheduled.
        assert kh("--workspace", book, "backup").code == 0
        assert len(kh("--workspace", book, "plan", "list", "--json").json["plans"]) == 1
        assert kh("--workspace", book, "export", 1, tmp_path / "a.json").code == 0


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA user_version = 9999")


def damaged(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(bytes(data))


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("CREATE TABLE songs (name TEXT)")


def plain_text(path: Path) -> None:
    path.write_text("đây không phải là sổ kế hoạch " * 100, encoding="utf-8")


@pytest.mark.parametrize("spoil", [newer, damaged, foreign, plain_text])
def test_unusable_workspace(kh: Kh, book: Path, answers: Path, spoil: Callable[[Path], None]) -> None:
    kh("--workspace", book, "plan", "new", "--from", answers)
    spoil(book)
    before = book.read_bytes()
    for args in (["plan", "list"], ["plan", "new", "--from", answers], ["export", 1, "a.pdf"], ["backup"]):
        one_sentence(kh("--workspace", book, *args), 4, book.name)
    if spoil is not newer:
        doctor = kh("--workspace", book, "doctor")
        assert doctor.code in (1, 4) and (doctor.out + doctor.err).strip()
    assert book.read_bytes() == before, "a file that cannot be used is left alone"


def test_restore_from_nonsense(kh: Kh, book: Path, answers: Path, tmp_path: Path) -> None:
    kh("--workspace", book, "plan", "new", "--from", answers)
    before = book.read_bytes()
    bad = tmp_path / "không phải.khdb"
    one_sentence(kh("--workspace", book, "restore", bad), 4)
    plain_text(bad)
    one_sentence(kh("--workspace", book, "restore", bad), 4)
    foreign(bad)
    one_sentence(kh("--workspace", book, "restore", bad), 4)
    assert book.read_bytes() == before


@pytest.fixture
def closed_folder(tmp_path: Path) -> Path:
    """A folder nobody may write to; root is stopped only by the kernel's own folders."""
    if sys.platform == "win32":
        pytest.skip("Windows folders have no write bit")
    if os.geteuid() == 0:
        return Path("/sys/kernel")
    folder = tmp_path / "khóa"
    folder.mkdir(mode=0o500)
    return folder


def test_folder_without_write_access(kh: Kh, book: Path, answers: Path, closed_folder: Path) -> None:
    kh("--workspace", book, "plan", "new", "--from", answers)
    one_sentence(kh("--workspace", book, "export", 1, closed_folder / "a.pdf"), 3)
    one_sentence(kh("--workspace", closed_folder / "sổ.khdb", "plan", "new", "--from", answers), 4)
    one_sentence(kh("demo", closed_folder / "mẫu"), 3)


def test_errors_as_json(kh: Kh, tmp_path: Path) -> None:
    ran = kh("--workspace", tmp_path / "chưa có.khdb", "plan", "list", "--json")
    assert ran.code == 4
    assert ran.json["error"]["code"] == "workspace.missing" and "chưa có.khdb" in ran.json["error"]["message"]


def test_a_bug_is_one_sentence_without_plan_text(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from kh_desktop import cli
    from kh_desktop.commands import plans

    def buggy(*_: object) -> None:
        raise ValueError("Nội dung kế hoạch mật")

    monkeypatch.setattr(plans, "list_all", buggy)
    monkeypatch.delenv("KH_DEBUG", raising=False)
    assert cli.main(["plan", "list", "--json"]) == 3
    said = capsys.readouterr()
    assert "ValueError" in said.err and "mật" not in said.err + said.out and "Traceback" not in said.err
    assert json.loads(said.out)["error"]["code"] == "unexpected"
