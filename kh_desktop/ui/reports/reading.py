"""Files of figures read away from the window's thread: what was found in each, and which could not be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kh_desktop.domain.errors import KhError
from kh_desktop.services.figure_files import Cancelled, FigureTable, Known, read_file


@dataclass(frozen=True, slots=True)
class Found:
    """The sheet of a file that holds figures, or why the file could not be read."""

    path: Path
    table: FigureTable | None = None
    error: KhError | None = None


def read_files(paths: Sequence[Path], known: Known, progress: Callable[[float], None]) -> list[Found]:
    """Every sheet of every file, in order. One file that cannot be read does not keep the others out. Cancelled from ``progress``."""
    found: list[Found] = []
    for place, path in enumerate(paths):

        def part(done: float, place: int = place) -> None:
            progress((place + done) / len(paths))

        try:
            found += [Found(path, table) for table in read_file(path, known, part)]
        except Cancelled:
            raise
        except KhError as error:
            found.append(Found(path, error=error))
    return found
