"""``kh-desktop deadline``: phrases as arguments and as lines of JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

from tests.cli.conftest import ROOT, Kh


def _feed(text: str | bytes, *args: str) -> subprocess.CompletedProcess[bytes]:
    given = text.encode("utf-8") if isinstance(text, str) else text
    command = [sys.executable, "-m", "kh_desktop", "deadline", *args]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, input=given, capture_output=True, timeout=60, check=False)
    assert b"Traceback" not in done.stdout + done.stderr
    return done


def _lines(*questions: dict[str, Any]) -> str:
    return "".join(json.dumps(q, ensure_ascii=False) + "\n" for q in questions)


def test_phrases_are_answered_in_words(kh: Kh) -> None:
    ran = kh("deadline", "--year", "2024", "Trước ngày 15/9", "Thường xuyên")
    assert ran.code == 0
    assert ran.out.splitlines() == ["Trước ngày 15/9: đến hết 14/9/2024", "Thường xuyên: thường xuyên, 01/01–31/12/2024"]


def test_phrases_are_answered_in_one_object(kh: Kh) -> None:
    ran = kh("deadline", "--json", "--year", "2025", "--period", "2025-07-01", "2025-12-31", "Hằng tháng")
    (read,) = ran.json["deadlines"]
    assert ran.code == 0
    assert (read["kind"], read["start"], read["end"], read["every"]) == ("recurring", "2025-07-01", "2025-12-31", ["month"])


def test_what_is_not_understood_is_a_finding(kh: Kh) -> None:
    assert kh("deadline", "--year", "2024", "Quý II", "Sau Tết").code == 1
    ran = kh("deadline", "--json", "--year", "2025", "Trước ngày 31/9/2025")
    assert (ran.code, ran.json["deadlines"][0]["suggestion"]) == (1, "2025-09-30")


def test_lines_are_answered_one_for_one_and_findings_are_no_failure() -> None:
    asked = _lines(
        {"phrase": "Quý II", "year": 2024, "period": None},
        {"phrase": "Sau Tết", "year": 2024},
        {"phrase": "Thường xuyên", "year": 2025, "period": ["2025-07-01", "2025-12-31"]},
    )
    done = _feed("\ufeff" + asked + "\n", "--json")
    answers = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    assert done.returncode == 0
    assert [(a["kind"], a["start"], a["end"]) for a in answers] == [
        ("window", "2024-04-01", "2024-06-30"),
        ("unknown", None, None),
        ("ongoing", "2025-07-01", "2025-12-31"),
    ]
    people = _feed(asked).stdout.decode("utf-8").splitlines()
    assert people[1] == "Sau Tết: chưa hiểu thời hạn này"


def test_no_lines_no_answers() -> None:
    done = _feed("", "--json")
    assert (done.returncode, done.stdout) == (0, b"")


def test_lines_that_cannot_be_read_are_named() -> None:
    good = _lines({"phrase": "Quý II", "year": 2024})
    for bad, word in (
        ("{", "dạng JSON"),
        ("[" * 100_000, "dạng JSON"),
        ('"Quý II"', "phrase"),
        ('{"phrase": 3, "year": 2024}', "phrase"),
        ('{"phrase": "Quý II"}', "year"),
        ('{"phrase": "Quý II", "year": 99999}', "year"),
        ('{"phrase": "Quý II", "year": 2024, "period": ["2024-12-31", "2024-01-01"]}', "period"),
        ('{"phrase": "Quý II", "year": 2024, "period": ["2024-02-30", "2024-12-31"]}', "period"),
    ):
        done = _feed(good + bad + "\n", "--json")
        assert done.returncode == 3, bad
        answer = json.loads(done.stdout)
        assert "Dòng 2" in answer["error"]["message"] and word in answer["error"]["message"], bad


def test_input_that_is_no_text_is_refused() -> None:
    done = _feed(b'{"phrase": "Qu\xfd"}\n')
    assert done.returncode == 3
    assert "UTF-8" in done.stderr.decode("utf-8")


def test_wrong_years_and_periods_are_wrong_usage(kh: Kh) -> None:
    assert kh("deadline", "--year", "1066", "Quý II").code == 2
    assert kh("deadline", "--year", "2024", "--period", "2024-01-01", "hôm nay", "Quý II").code == 2
