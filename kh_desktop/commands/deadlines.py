"""``deadline``: what the phrases of a plan's deadline column mean."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date

from kh_desktop.commands.answer import Answer, typed
from kh_desktop.domain.errors import Exit, KhError


def read(phrases: Sequence[str], year: int | None, period: Sequence[str] | None) -> Answer:
    """Reads ``phrases``; FINDINGS when one of them is invalid or not understood."""
    from kh_desktop.services import deadlines

    asked_year = date.today().year if year is None else year
    answers = [deadlines.answer(deadlines.ask(typed(p), year=asked_year, period=period)) for p in phrases]
    unread = any(a["kind"] in deadlines.UNREAD for a in answers)
    lines = tuple(f"{a['phrase']}: {a['understood']}" for a in answers)
    return Answer({"deadlines": answers}, lines, Exit.FINDINGS if unread else Exit.DONE)


def read_lines(*, as_json: bool) -> Answer:
    """Answers the JSON objects of standard input, one line for one line.

    The exit code is DONE even when phrases were not understood: each answer says so itself, and a script that feeds a thousand phrases
    must be able to tell that from a failure.
    """
    from kh_desktop.services import deadlines

    asked = list(deadlines.questions(_input()))
    answers = [deadlines.answer(q) for q in asked]
    return Answer({}, tuple(json.dumps(a, ensure_ascii=False) if as_json else f"{a['phrase']}: {a['understood']}" for a in answers))


def _input() -> list[str]:
    if sys.stdin is None:  # a program without a console
        return []
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise KhError("deadline.not_utf8") from error
