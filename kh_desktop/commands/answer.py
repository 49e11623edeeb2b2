"""What a subcommand gives back, and how it reaches people and scripts."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from kh_desktop.domain.errors import Exit, WorkspaceError

if TYPE_CHECKING:
    from kh_desktop.services.session import Session


@dataclass(frozen=True)
class Answer:
    """The same answer twice: ``data`` for scripts (``--json``), ``lines`` for people."""

    data: dict[str, Any]
    lines: tuple[str, ...]
    code: Exit = Exit.DONE


@contextmanager
def opened(path: Path | None, *, write: bool) -> Iterator[Session]:
    """The session of the workspace ``path`` (None: the person's own). Reading asks for no lock and makes no file."""
    from kh_desktop.services.places import own_workspace
    from kh_desktop.services.session import open_session

    place = path or own_workspace()
    if not write and not place.exists():
        raise WorkspaceError("workspace.missing", path=place)
    with closing(open_session(place, read_only=not write)) as session:
        yield session


def existing(path: Path | None) -> Path:
    """The workspace file ``path`` (None: the person's own); WorkspaceError when there is none."""
    from kh_desktop.services.places import own_workspace

    place = path or own_workspace()
    if not place.exists():
        raise WorkspaceError("workspace.missing", path=place)
    return place


def speak_utf8() -> None:
    """Makes both streams write UTF-8, whatever the console says of itself: half of the Vietnamese letters are in no code page.

    Undecodable bytes of a path go out as they came in. A program without a console (pythonw) gets streams that lead nowhere.
    """
    for name in ("stdout", "stderr"):
        stream: TextIO | None = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")


def show_box(sentence: str) -> None:
    """Tells a person who started the installed program by a double click and has no console; where there are no such boxes: nothing."""
    if os.name == "nt":
        import ctypes

        stop_sign = 0x10
        ctypes.windll.user32.MessageBoxW(None, sentence, "KH Desktop", stop_sign)  # type: ignore[attr-defined,unused-ignore]


def typed(text: str) -> str:
    """An argument as the person typed it: where the system's locale knows no Vietnamese, Python hands over escaped bytes."""
    return os.fsencode(text).decode("utf-8", errors="replace")


def write_json(data: dict[str, Any]) -> None:
    """One JSON object on standard output."""
    print(json.dumps(data, ensure_ascii=False, indent=1, default=str))


def write(answer: Answer, *, as_json: bool) -> int:
    """Prints ``answer`` and gives the exit code."""
    if as_json:
        write_json(answer.data)
    else:
        for line in answer.lines:
            print(line)
    return int(answer.code)
