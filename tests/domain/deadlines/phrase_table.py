"""Reads the table of phrases with the readings a person wrote."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from kh_desktop.domain.deadlines import Deadline

_KINDS = {"W": "window", "D": "due", "O": "ongoing", "R": "recurring", "P": "open", "X": "invalid", "?": "unknown"}
YEAR = 2024
TABLES = ("phrases.txt", "phrases_2.txt", "phrases_3.txt", "phrases_4.txt", "phrases_5.txt")


class Row(NamedTuple):
    """A phrase and its reading: what ``Deadline`` must say."""

    phrase: str
    kind: str
    start: str | None
    end: str | None
    every: tuple[str, ...]
    conditional: bool
    suggestion: str | None


def rows(name: str = "phrases.txt") -> list[Row]:
    """The rows of a table beside this file."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [_row(line) for line in lines if "|" in line and not line.startswith("#")]


def as_row(read: Deadline) -> Row:
    """A reading in the form of a row."""
    return Row(read.text, read.kind, read.start, read.end, read.every, read.conditional, read.suggestion)


def _row(line: str) -> Row:
    phrase, reading = line.rsplit("|", 1)
    code, *words = reading.split()
    conditional = "c" in words or code == "P"
    words = [w for w in words if w != "c"]
    every = tuple(words.pop(0).split(",")) if code == "R" else ()
    days = [_day(w) for w in words]
    kind = _KINDS[code]
    if code in "OR" and not days:
        days = [f"{YEAR}-01-01", f"{YEAR}-12-31"]
    if code == "D":
        days = [None, *days]
    suggestion = days[0] if code == "X" else None
    start, end = days if code in "WDOR" else (None, None)
    return Row(phrase.strip().replace("⏎", "\n"), kind, start, end, every, conditional, suggestion)


def _day(word: str) -> str | None:
    if word == "-":
        return None
    digits = word if len(word) == 8 else f"{YEAR}{word}"
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
