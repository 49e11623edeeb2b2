"""Following the work through the command line: state, evidence, history, the table for the chief."""

from __future__ import annotations

import html
import zipfile
from pathlib import Path

import pytest

from kh_desktop.commands.tasks import day_of, state_of
from kh_desktop.domain.model import TaskState
from tests.cli.conftest import Kh


@pytest.fixture
def task_id(kh: Kh, book: Path, answers: Path) -> int:
    """The first task of a plan in the workspace."""
    kh("--workspace", book, "plan", "new", "--from", answers)
    return int(kh("--workspace", book, "task", "list", 1, "--json").json["tasks"][0]["id"])


def test_state_is_set_and_listed(kh: Kh, book: Path, task_id: int) -> None:
    done = kh("--workspace", book, "task", "state", task_id, "hoàn thành", "--note", "Đã gửi báo cáo", "--json")
    assert done.code == 0 and (done.json["state"], done.json["note"], done.json["no"]) == ("done", "Đã gửi báo cáo", "I.1")
    listed = kh("--workspace", book, "task", "list", 1)
    assert listed.code == 0 and "[hoàn thành]" in listed.out and "Hoàn thành 1/2" in listed.out
    assert kh("--workspace", book, "task", "list", 1, "--json").json["counts"]["done"] == 1
    assert "đang làm" in kh("--workspace", book, "task", "state", task_id, "doing").out


def test_evidence_by_number_and_by_file(kh: Kh, book: Path, task_id: int, tmp_path: Path) -> None:
    file = tmp_path / "Báo cáo quý I.docx"
    file.write_bytes(b"PK any")
    kh("--workspace", book, "task", "evidence", task_id, "--number", "12/BC-UBND", "--date", "15/3/2027")
    added = kh("--workspace", book, "task", "evidence", task_id, "--file", file, "--number", "13/BC-UBND", "--json")
    assert added.code == 0
    found = [(e["number"], e["issued"], e["title"], e["file"]) for e in added.json["evidence"]]
    assert found == [("12/BC-UBND", "2027-03-15", "", False), ("13/BC-UBND", "", "Báo cáo quý I.docx", True)]


def test_history_tells_old_and_new(kh: Kh, book: Path, task_id: int) -> None:
    assert "chưa bị sửa" in kh("--workspace", book, "task", "history", task_id).out
    kh("--workspace", book, "task", "state", task_id, "doing")
    kh("--workspace", book, "task", "state", task_id, "done")
    told = kh("--workspace", book, "task", "history", task_id, "--json").json["history"]
    assert [m["changes"]["state"] for m in told] == [{"old": "doing", "new": "done"}, {"old": "todo", "new": "doing"}]
    assert "tình trạng: đang làm → hoàn thành" in kh("--workspace", book, "task", "history", task_id).out


def test_the_table_for_the_chief(kh: Kh, book: Path, task_id: int, tmp_path: Path) -> None:
    kh("--workspace", book, "task", "state", task_id, "doing", "--note", '=HYPERLINK("http://x")')
    kh("--workspace", book, "task", "evidence", task_id, "--number", "12/BC-UBND", "--date", "2027-03-15")
    for name in ("theo dõi.xlsx", "theo dõi.docx", "theo dõi.pdf"):
        assert kh("--workspace", book, "export", 1, tmp_path / name, "--tracking").code == 0
    with zipfile.ZipFile(tmp_path / "theo dõi.xlsx") as packed:
        sheets = html.unescape("".join(packed.read(n).decode("utf-8") for n in packed.namelist() if n.startswith("xl/worksheets/")))
    assert "<f>" not in sheets
    assert [word in sheets for word in ("HYPERLINK", "Đang làm", "12/BC-UBND ngày 15/03/2027")] == [True] * 3
    refused = kh("--workspace", book, "export", 1, tmp_path / "a.json", "--tracking")
    assert refused.code == 2 and ".xlsx" in refused.err
    kh("--workspace", book, "export", 1, tmp_path / "kế hoạch.xlsx")
    with zipfile.ZipFile(tmp_path / "kế hoạch.xlsx") as packed:
        parts = html.unescape("".join(packed.read(n).decode("utf-8") for n in packed.namelist() if n.endswith(".xml")))
    assert "HYPERLINK" not in parts and "12/BC-UBND" not in parts


def test_what_cannot_be_is_one_sentence(kh: Kh, book: Path, task_id: int, tmp_path: Path) -> None:
    wrong = (
        (("state", task_id, "xong xuôi"), 2),
        (("state", 999, "done"), 2),
        (("state", task_id), 2),
        (("evidence", task_id), 2),
        (("evidence", task_id, "--number", "1", "--date", "31/2/2027"), 2),
        (("evidence", task_id, "--file", tmp_path / "không có.pdf"), 3),
        (("evidence", task_id, "--file", tmp_path), 3),
        (("history", 999), 2),
        (("list", 999), 2),
    )
    for arguments, code in wrong:
        ran = kh("--workspace", book, "task", *arguments)
        assert (ran.code, ran.out) == (code, "") and ran.err.count("\n") == 1, arguments
    assert kh("--workspace", tmp_path / "không có.khdb", "task", "list", 1).code == 4
    assert kh("--workspace", book, "task", "list", 1, "--json").json["tasks"][0]["evidence"] == []


def test_words_for_states_and_days() -> None:
    assert [state_of(t) for t in ("Hoàn thành", "hoan thanh", "done", "KHÔNG THỰC HIỆN")] == [TaskState.DONE] * 3 + [TaskState.DROPPED]
    assert [day_of(t) for t in ("5/1/2027", "05-01-2027", "2027-01-05")] == ["2027-01-05"] * 3
    for text in ("", "31/2/2027", "20270105", "2027-W01-1"):
        with pytest.raises(ValueError):
            day_of(text)
