"""``plan next``: seen first, then made; nothing is stored by a look."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Kh


def test_the_next_year_is_seen_then_made(kh: Kh, book: Path, answers: Path) -> None:
    kh("--workspace", book, "plan", "new", "--from", answers)
    seen = kh("--workspace", book, "plan", "next", 1, "--dry-run")
    assert seen.code == 0 and "Xem trước kế hoạch năm 2028" in seen.out and "Còn lại của năm cũ" in seen.out
    assert len(kh("--workspace", book, "plan", "list", "--json").json["plans"]) == 1
    made = kh("--workspace", book, "plan", "next", 1, "--json").json
    assert made["year"] == 2028 and "2028" in made["title"]
    assert all(c["taken"] == c["ticked"] for c in made["changes"])
    assert {"where", "place", "year", "why", "reason", "text"} == set(made["left"][0])
    shown = kh("--workspace", book, "plan", "show", made["id"], "--json").json["plan"]
    assert shown["year"] == 2028 and shown["number"] is None
    every = kh("--workspace", book, "plan", "next", 1, "--year", 2030, "--all", "--json").json
    assert every["year"] == 2030 and all(c["taken"] for c in every["changes"])


def test_a_year_that_is_not_later_is_refused(kh: Kh, book: Path, answers: Path) -> None:
    kh("--workspace", book, "plan", "new", "--from", answers)
    for year in (2027, 1900):
        refused = kh("--workspace", book, "plan", "next", 1, "--year", year, "--json")
        assert refused.code == 2 and refused.json["error"]["message"]
    assert kh("--workspace", book, "plan", "next", 9).code == 2
    assert kh("--workspace", book, "plan", "next", 1, "--all", "--dry-run").code == 2
