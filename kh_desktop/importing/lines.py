"""The blocks of a source as what a person reads in order: lines of text, and tables that are more than a frame for lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kh_desktop.domain.vitext import clean_line, fold
from kh_desktop.importing.blocks import Block, Cell, Paragraph, Spot, Table
from kh_desktop.importing.reading import Doubt, Hint, Leftover, Path
from kh_desktop.importing.tables_kind import Grid

_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text with its list mark. ``first``: it begins a paragraph; ``right``: it stands in the right half of a frame;
    ``role``: what a person said it is, "" for nothing."""

    spot: Spot
    text: str
    mark: str = ""
    level: int = 0
    bold: bool = False
    italic: bool = False
    centered: bool = False
    first: bool = True
    right: bool = False
    role: str = ""

    @property
    def whole(self) -> str:
        """The text behind its list mark."""
        return f"{self.mark} {self.text}" if self.mark else self.text

    @property
    def folded(self) -> str:
        """The whole line without marks and case, to look for words in it."""
        return fold(self.whole)


@dataclass(frozen=True, slots=True)
class TableItem:
    """A table of the source among its lines; ``role``: what a person said it is ("tasks", "annex"), "" for nothing."""

    index: int
    grid: Grid
    role: str = ""


Item = Line | TableItem


@dataclass(slots=True)
class Findings:
    """What comes up while a source is read: doubts, places of fields in their order, what places were taken for, what is left."""

    doubts: list[Doubt] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    origins: dict[Path, dict[Spot, None]] = field(default_factory=dict)
    roles: dict[Spot, str] = field(default_factory=dict)

    def origin(self, path: Path, spot: Spot, role: str = "") -> None:
        """``path`` comes (also) from ``spot``, which was taken for a ``role``."""
        self.origins.setdefault(path, {})[spot] = None
        if role:
            self.roles.setdefault(spot, role)

    def doubt(self, code: str, spot: Spot | None = None, path: Path = "", **params: object) -> None:
        """A person should look at ``path``."""
        self.doubts.append(Doubt(code, spot, path, params))

    def leave(self, spot: Spot, text: str) -> None:
        """``text`` stands in no field."""
        if _WORD.search(text):
            self.leftovers.append(Leftover(spot, text))
            self.roles.setdefault(spot, "leftover")


def says_something(text: str) -> bool:
    """Whether a line has a letter or a figure; rules of dashes and stars say nothing."""
    return _WORD.search(text) is not None


def lines_of(paragraph: Paragraph, spot: Spot, *, right: bool = False, role: str = "") -> Iterator[Line]:
    """The lines of a paragraph that say something."""
    first = True
    for text in paragraph.text.split("\n"):
        line = clean_line(text)
        mark = paragraph.number if first else ""
        if says_something(line) or says_something(mark):
            yield Line(
                spot, line, mark, paragraph.level, paragraph.bold, paragraph.italic, paragraph.centered, first, right, role
            )  # fmt: skip
            first = False


def cell_lines(cells: tuple[Cell, ...], index: int, roles: Mapping[Spot, str], middle: float = 0.0, role: str = "") -> Iterator[Line]:
    """The lines of cells, cell by cell; those from column ``middle`` on stand right (0: there are no halves)."""
    for cell in cells:
        spot = Spot(index, cell.row, cell.col)
        for paragraph in cell.paragraphs:
            yield from lines_of(paragraph, spot, right=bool(middle) and cell.col >= middle, role=roles.get(spot, role))


def frame_lines(table: Table, index: int, roles: Mapping[Spot, str]) -> Iterator[Line]:
    """The lines of a table that only puts two blocks side by side: all of the left one, then all of the right one."""
    cells = tuple(sorted(table.cells, key=lambda cell: (cell.col, cell.row)))
    yield from cell_lines(cells, index, roles, max(table.col_count / 2, 0.5))


def roles_of(hints: tuple[Hint, ...], kind: str) -> dict[Spot, str]:
    """What a person said of places, for one kind of hint; the last word counts."""
    return {hint.spot: hint.value for hint in hints if hint.role == kind}


def paragraph_lines(block: Block, index: int, roles: Mapping[Spot, str]) -> Iterator[Line]:
    """The lines of a paragraph block."""
    if isinstance(block, Paragraph):
        spot = Spot(index)
        yield from lines_of(block, spot, role=roles.get(spot, ""))
