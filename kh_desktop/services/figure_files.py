"""Files of figures before they are taken in: what each sheet is, what is wrong in it, and how an unknown export is to be read."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kh_desktop.domain.errors import KhError, UsageError
from kh_desktop.domain.vitext import fold
from kh_desktop.importing.blocks import Cancelled, Progress
from kh_desktop.importing.figure_files import Header, find_header, match_of, sample_rows, sheets_in
from kh_desktop.importing.figure_layouts import Layout, Match, layouts_of, likely_columns, recognise_layout
from kh_desktop.importing.figure_tables import FigureProblem, FigureSheet, read_figure_sheet
from kh_desktop.importing.ooxml import quiet
from kh_desktop.importing.xlsx_sheets import Sheet
from kh_desktop.resources import resource_json
from kh_desktop.services.office import get_office
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.store import figures as store
from kh_desktop.store.known_errors import os_error

__all__ = [
    "Cancelled", "FigureTable", "Known", "Layout", "known", "known_tables", "layouts", "likely_mapping", "read_figures", "read_file",
    "remember_mapping", "unsaid",
]  # fmt: skip
MAX_FILE = 100_000_000


@dataclass(frozen=True, slots=True)
class FigureTable:
    """One sheet of a file of figures, ready to be taken in. ``read`` is None when nobody knows the export yet (``needs_mapping``).

    ``unit``: the row of a table by units that is ours; "" when it must be chosen from ``units``. ``field``: the field (lĩnh vực) for
    rows that name none; ``channel``: "online" or "direct" for dossiers that do not say how they came.
    ``all_rows``: every row of a table by units is ours (its rows are fields, or parts of the office).
    ``counted``: its dossiers go into II.06a; False where another table tells of the same ones (its indicators count all the same).
    ``skip_errors``: leave out the dossiers of a register whose cells are wrong.
    """

    name: str
    sheet: str
    sha256: str
    size: int
    read: FigureSheet | None = None
    columns: tuple[str, ...] = ()
    sample: tuple[tuple[str, ...], ...] = ()
    signature: str = ""
    units: tuple[str, ...] = ()
    unit: str = ""
    field: str = ""
    channel: str = "direct"
    present: frozenset[str] = frozenset()
    all_rows: bool = False
    counted: bool = True
    skip_errors: bool = False

    @property
    def layout(self) -> Layout | None:
        """What export it is."""
        return self.read.layout if self.read else None

    @property
    def needs_mapping(self) -> bool:
        """Whether a person must say what its columns are."""
        return self.read is None

    @property
    def problems(self) -> tuple[FigureProblem, ...]:
        """What is wrong in its cells."""
        return self.read.problems if self.read else ()

    @property
    def errors(self) -> tuple[FigureProblem, ...]:
        """What keeps it out."""
        return tuple(p for p in self.problems if p.error)

    @property
    def needs_unit(self) -> bool:
        """Whether a person must still say which row of a table by units is the office's."""
        return bool(self.units) and not self.all_rows and self.unit not in self.units

    @property
    def wrong_rows(self) -> int:
        """How many rows have a cell that cannot be read."""
        return self.read.wrong_rows if self.read else 0

    @property
    def may_skip(self) -> bool:
        """Whether it can be taken in without its wrong rows: a register is counted dossier by dossier, a table of sums is not."""
        return self.layout is not None and self.layout.kind == "dossiers" and bool(self.read and self.read.dossiers)


@dataclass(frozen=True, slots=True)
class Known:
    """What the workspace knows of exports: the mappings explained once, by signature, and the name of the office. Read files with it away
    from the thread the workspace is used in."""

    mappings: Mapping[str, Mapping[str, Any]]
    office: str = ""


def layouts() -> tuple[Layout, ...]:
    """The export layouts the program knows."""
    return layouts_of(resource_json("export_layouts.json"))


def known(s: Session) -> Known:
    """What the workspace knows of exports."""
    return Known({key: mapping for key, (_, mapping) in store.layout_maps(s.workspace.conn).items()}, get_office(s).agency.name)


def read_figures(s: Session, path: Path, progress: Progress = quiet) -> list[FigureTable]:
    """The sheets of a file that hold figures; KhError as ``read_file``."""
    return read_file(path, known(s), progress)


def read_file(path: Path, about: Known, progress: Progress = quiet) -> list[FigureTable]:
    """The sheets of a file that hold figures; a sheet of an unknown export comes back with its columns, to be explained once. Touches no
    workspace. ``progress`` may raise Cancelled.

    KhError: file.missing, file.unreadable, "import.…" for what cannot be opened, figures.none when no sheet has a table.
    """
    try:
        if path.stat().st_size > MAX_FILE:
            raise KhError("import.too_big", path=path)
        data = path.read_bytes()
    except OSError as error:
        raise os_error(error, path) from error
    sheets = sheets_in(data, path.name, progress)
    shipped = layouts()
    digest, tables = hashlib.sha256(data).hexdigest(), []
    for sheet in sheets:
        table = FigureTable(path.name, sheet.name, digest, len(data))
        found = _read_sheet(about, sheet, shipped, table, progress)
        if found is not None:
            tables.append(found)
    if not tables:
        raise KhError("figures.none", path=path.name)
    # An unknown sheet beside known ones is a cover or a chart's data; alone it must be explained.
    return [t for t in tables if not t.needs_mapping] or tables


def known_tables(s: Session, path: Path) -> list[FigureTable]:
    """The sheets of a file that are exports the program or the office knows; empty for any other file, whatever it is. KhError
    import.locked: nobody can say what is in it."""
    try:
        return [table for table in read_figures(s, path) if not table.needs_mapping]
    except KhError as error:
        if error.code == "import.locked":
            raise
        return []


def _read_sheet(about: Known, sheet: Sheet, shipped: Sequence[Layout], table: FigureTable, progress: Progress) -> FigureTable | None:
    match = recognise_layout(sheet, shipped)
    header = find_header(sheet)
    if match is None and header is not None:
        match = _explained(about, header, shipped)
    if match is not None:
        return _with_rows(about, table, sheet, match, progress)
    if header is None:
        return None
    return FigureTable(
        table.name, table.sheet, table.sha256, table.size, signature=header.signature,
        columns=tuple(header.titles[c] for c in sorted(header.titles)), sample=sample_rows(sheet, header),
    )  # fmt: skip


def _explained(about: Known, header: Header, shipped: Sequence[Layout]) -> Match | None:
    """How the office said once that such an export is to be read."""
    kept = about.mappings.get(header.signature)
    if kept is None:
        return None
    layout = next((x for x in shipped if x.id == kept.get("layout")), None)
    return match_of(header, layout, kept.get("columns", {})) if layout else None


def _with_rows(about: Known, table: FigureTable, sheet: Sheet, match: Match, progress: Progress) -> FigureTable:
    read = read_figure_sheet(sheet, match, progress)
    units: tuple[str, ...] = ()
    if match.layout.rows == "unit":
        units = tuple(dict.fromkeys(row.label for row in read.rows))
    return FigureTable(
        table.name, table.sheet, table.sha256, table.size, read, units=units, unit=_own_unit(about, units),
        present=frozenset(match.keys.values()),
    )  # fmt: skip


def _own_unit(about: Known, units: Sequence[str]) -> str:
    """The row that is this office: the only one, or the only one that names it."""
    if len(units) == 1:
        return units[0]
    name = fold(about.office)
    ours = [unit for unit in units if name and f" {name} " in f" {fold(unit)} "]
    return ours[0] if len(ours) == 1 else ""


def likely_mapping(table: FigureTable, layout_id: str) -> dict[str, str]:
    """For each title of an unknown export the key of the layout's column it is most like; "" where none is: a proposal for a person."""
    layout = next(x for x in layouts() if x.id == layout_id)
    found = likely_columns(layout, table.columns)
    return {title: found.get(title, "") for title in table.columns}


def unsaid(layout: Layout, keys: Collection[str]) -> str:
    """The key of the column without which no row of such a table can be read, where none of ``keys`` is it; "" when all are there."""
    counted = layout.kind in ("counts", "ratios") and layout.column("label") is not None
    needed = [key for key in ("label", "code", "received_day") if key in layout.required or (key == "label" and counted)]
    return next((key for key in needed if key not in keys), "")


def remember_mapping(s: Session, table: FigureTable, layout_id: str, columns: Mapping[str, str]) -> ChangeSet:
    """Remembers what the columns of an unknown export are: the layout it yields and the layout's key for each title. One step.

    UsageError figures.unknown_layout, figures.unknown_column, figures.no_label when no column says what a row is about, figures.unsaid when
    another column is missing without which no row can be read.
    """
    layout = next((x for x in layouts() if x.id == layout_id), None)
    if layout is None:
        raise UsageError("figures.unknown_layout", layout=layout_id)
    if wrong := [key for key in columns.values() if key and layout.column(key) is None]:
        raise UsageError("figures.unknown_column", column=wrong[0])
    if lacking := unsaid(layout, columns.values()):
        raise UsageError("figures.no_label" if lacking == "label" else "figures.unsaid", column=layout.title_of(lacking))
    with s.step("figures.mapping", name=table.name) as doing:
        mapping = {"layout": layout_id, "columns": {title: key for title, key in columns.items() if key}}
        store.write_layout_map(doing.uow, table.signature, table.sheet, mapping)
    return doing.changes
